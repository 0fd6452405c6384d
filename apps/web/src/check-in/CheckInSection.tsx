import { ActionIcon, Button, Group, Menu, Text } from '@mantine/core';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import { Link } from 'react-router-dom';
import { type BoardSnapshot, type CheckIn, type CheckInsOfBoard, checkInDaysAround, dayAt, nextAsked, timeAt } from '@baton/domain';
import { calendarOfPerson } from '../board/moveScene';
import { useCommand } from '../command/useCommand';
import { namesInWords } from '../rhythm/words';
import { useViewer } from '../session/viewer';
import { momentInShort, readerZone } from '../time/deadlineWords';
import { useNow } from '../time/useNow';
import { dayInWords } from '../time/words';
import { openFor, standingsOn } from './useCheckIns';
import { checkInPath, rhythmInWords } from './words';
import css from './CheckIn.module.css';

interface CheckInSectionProps {
  checkIn: CheckIn;
  board: BoardSnapshot;
  list: CheckInsOfBoard;
  canEdit: boolean;
  onEdit: () => void;
}

const namedAtMost = 5;
const shownDays = 12;

/** One check-in: its rhythm, whom it asks, where the reader stands, and its days. */
export function CheckInSection({ checkIn, board, list, canEdit, onEdit }: CheckInSectionProps) {
  const { me } = useViewer();
  const { run } = useCommand();
  const now = useNow();
  const zone = readerZone();
  const today = dayAt(zone, now);
  const recent = list.recent.filter(({ checkInId }) => checkInId === checkIn.id);
  const mine = openFor(checkIn, board, recent, me.id, now);
  const asks = board.people.filter(({ id, removed }) => !removed && checkIn.participantIds.includes(id));
  const names = asks.map(({ id, name }) => (id === me.id ? 'you' : name));
  const shown = names.length > namedAtMost ? [...names.slice(0, namedAtMost - 1), `${names.length - namedAtMost + 1} others`] : names;
  // Days that go on for somebody, and those on which something was said.
  const going = checkInDaysAround(checkIn, now).filter((on) =>
    standingsOn(
      checkIn,
      on,
      board,
      recent.filter((answer) => answer.on === on),
      now,
    ).some(({ standing }) => standing.open),
  );
  const counts = new Map(list.days.filter(({ checkInId }) => checkInId === checkIn.id).map(({ on, answers }) => [on, answers]));
  const days = [...new Set([...going, ...counts.keys()])].toSorted().toReversed().slice(0, shownDays);
  const edit = (stopped: boolean) =>
    void run({
      boardId: board.id,
      operation: 'editCheckIn',
      input: { checkInId: checkIn.id, stopped },
      words: stopped ? `Stopped ${checkIn.title}` : `Started ${checkIn.title} again`,
      undo: 'toast',
    });
  return (
    <section aria-label={checkIn.title} className={css.section}>
      <Group gap={4} wrap="nowrap" align="flex-start">
        <h2 className={css.heading} dir="auto">
          {checkIn.title}
        </h2>
        {canEdit && (
          <Menu position="bottom-start">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`More for ${checkIn.title}`}>
                <IconDots size={16} stroke={1.5} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={onEdit}>Change</Menu.Item>
              <Menu.Item onClick={() => edit(checkIn.stoppedAt === null)}>{checkIn.stoppedAt === null ? 'Stop' : 'Start again'}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {rhythmInWords(checkIn)}. Asks {names.length === 0 ? 'nobody any more' : namesInWords(shown)}.
      </Text>
      <Mine checkIn={checkIn} board={board} mine={mine} now={now} zone={zone} />
      {days.length > 0 && (
        <ul className={css.days}>
          {days.map((on) => {
            const answers = counts.get(on) ?? 0;
            return (
              <li key={on}>
                <Link className={css.day} to={checkInPath(board.key, checkIn.id, on)}>
                  <span>{dayInWords(on, today)}</span>
                  <span className={css.soft}>
                    {answers === 0 ? 'no answers yet' : answers === 1 ? '1 answer' : `${answers} answers`}
                    {going.includes(on) ? ', still open' : ''}
                  </span>
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

interface MineProps {
  checkIn: CheckIn;
  board: BoardSnapshot;
  mine: ReturnType<typeof openFor>;
  now: number;
  zone: string;
}

/** Where the reader stands: what they can answer now, or when they are asked next. */
function Mine({ checkIn, board, mine, now, zone }: MineProps) {
  const { me } = useViewer();
  const person = board.people.find(({ id }) => id === me.id);
  if (!person || !checkIn.participantIds.includes(me.id)) return null;
  if (mine?.standing.times)
    return (
      <Group gap="xs" mt={6}>
        <Button
          size="compact-sm"
          variant={mine.standing.state === 'asked' ? 'filled' : 'default'}
          component={Link}
          to={checkInPath(board.key, checkIn.id, mine.on)}
        >
          {mine.standing.state === 'answered' ? 'Change your answer' : mine.standing.state === 'passed' ? 'Answer after all' : 'Answer'}
        </Button>
        <Text size="sm">until {timeAt(zone, mine.standing.times.closesAt)}</Text>
      </Group>
    );
  const next = nextAsked(checkIn, calendarOfPerson(person), now);
  return (
    <Text size="sm" mt={4}>
      {next
        ? `You are asked next ${momentInShort(next.askedAt, zone, now)}.`
        : checkIn.stoppedAt
          ? null
          : 'You do not work on its days, so you are not asked.'}
    </Text>
  );
}
