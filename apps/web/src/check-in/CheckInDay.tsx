import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { type BoardSnapshot, type CheckIn, type CheckInStanding, checkInDays, mayCheckIn, timeAt } from '@baton/domain';
import { useCommand } from '../command/useCommand';
import { namesInWords } from '../rhythm/words';
import { useViewer } from '../session/viewer';
import { NotFound } from '../shell/NotFound';
import { PageHeader } from '../shell/PageHeader';
import { momentInShort, readerZone } from '../time/deadlineWords';
import { useNow } from '../time/useNow';
import { dayInWords } from '../time/words';
import { sentenceFor } from '../ui/refusals';
import { AnswerForm } from './AnswerForm';
import { AnswerView } from './AnswerView';
import { standingsOn, useCheckInDay, useCheckIns } from './useCheckIns';
import { checkInPath, checkInsPath } from './words';
import css from './CheckIn.module.css';

/** One day of a check-in on one page: the reader's own answer while their day lasts, and what everybody said. */
export function CheckInDay({ board, checkInId, on }: { board: BoardSnapshot; checkInId: string; on: string }) {
  const { me } = useViewer();
  const now = useNow();
  const { list, error: lost } = useCheckIns(board.id);
  const { day, error } = useCheckInDay(checkInId, on);
  const checkIn = list?.checkIns.find(({ id }) => id === checkInId);
  if (list && !checkIn) return <NotFound what="page" />;
  const fault = error ?? lost;
  if (!checkIn || !day) return fault ? <Alert color="orange">{sentenceFor(fault)}</Alert> : null;
  const standings = standingsOn(checkIn, on, board, day.answers, now);
  const mine = standings.find(({ person }) => person.id === me.id)?.standing;
  const others = [...new Set([...(list?.days ?? []).filter((one) => one.checkInId === checkInId).map((one) => one.on), on])].toSorted();
  const at = others.indexOf(on);
  const exists = checkInDays(checkIn, on, on).length > 0 || day.answers.length > 0;
  return (
    <>
      <PageHeader
        title={
          <h1 style={{ all: 'unset' }} dir="auto">
            {checkIn.title}
          </h1>
        }
        context={
          <>
            {dayInWords(on, '')} ·{' '}
            <Link to={checkInsPath(board.key)} className={css.back} dir="auto">
              Check-ins of {board.name}
            </Link>
          </>
        }
      >
        <Group gap={4}>
          <Step board={board} checkInId={checkInId} on={others[at - 1]} words="Before" />
          <Step board={board} checkInId={checkInId} on={others[at + 1]} words="After" />
        </Group>
      </PageHeader>
      <div className={css.page}>
        {!exists && <p className={css.lead}>{checkIn.title} does not take place on this day.</p>}
        {mine && exists && <Own key={mine.open ? 'open' : 'over'} checkIn={checkIn} board={board} on={on} day={day} standing={mine} />}
        {day.answers.filter(({ passed }) => !passed).length === 0 ? (
          exists && (
            <p className={css.lead}>
              {standings.some(({ standing }) => standing.open || standing.state === 'coming')
                ? 'Nothing has been said yet.'
                : 'Nothing was said on this day.'}
            </p>
          )
        ) : (
          <div className={css.answers}>
            {day.answers
              .filter(({ passed }) => !passed)
              .map((answer) => (
                <AnswerView key={answer.personId} answer={answer} board={board} />
              ))}
          </div>
        )}
        {exists && <Others standings={standings} />}
      </div>
    </>
  );
}

function Step({ board, checkInId, on, words }: { board: BoardSnapshot; checkInId: string; on: string | undefined; words: string }) {
  if (!on) return null;
  return (
    <Button
      size="xs"
      variant="default"
      component={Link}
      to={checkInPath(board.key, checkInId, on)}
      aria-label={`${words}: ${dayInWords(on, '')}`}
    >
      {dayInWords(on, '').replace(/ \d{4}$/, '')}
    </Button>
  );
}

interface OwnProps {
  checkIn: CheckIn;
  board: BoardSnapshot;
  on: string;
  day: NonNullable<ReturnType<typeof useCheckInDay>['day']>;
  standing: CheckInStanding;
}

/** The reader's own part: the form while they can answer, else one line that says why not. */
function Own({ checkIn, board, on, day, standing }: OwnProps) {
  const { me } = useViewer();
  const { run } = useCommand();
  const now = useNow();
  const zone = readerZone();
  const answer = day.answers.find(({ personId }) => personId === me.id) ?? null;
  const [changing, setChanging] = useState(false);
  if (!standing.times)
    return standing.state === 'away' ? <p className={css.soft}>You do not work on this day, so nothing is asked of you.</p> : null;
  if (standing.state === 'coming') return <p className={css.soft}>You are asked {momentInShort(standing.times.askedAt, zone, now)}.</p>;
  if (!standing.open)
    return standing.state === 'closed' ? (
      <p className={css.soft}>This one ended with your working day. What you wrote is kept for the next one.</p>
    ) : null;
  const until = timeAt(zone, standing.times.closesAt);
  if (standing.state !== 'asked' && !changing)
    return (
      <Group gap="xs" mb="md">
        <Button size="compact-sm" variant="default" onClick={() => setChanging(true)}>
          {standing.state === 'passed' ? 'Answer after all' : 'Change your answer'}
        </Button>
        <Text size="sm">{standing.state === 'passed' ? `You passed. Open until ${until}.` : `Open until ${until}.`}</Text>
      </Group>
    );
  const pass = () =>
    void run({
      boardId: board.id,
      operation: 'answerCheckIn',
      input: { checkInId: checkIn.id, on, pass: true, words: [], finishedIds: [], movingIds: [], stuck: [] },
      words: `Passed: ${checkIn.title}`,
      undo: 'none',
    });
  return (
    <AnswerForm
      checkIn={checkIn}
      board={board}
      on={on}
      answer={answer?.passed ? null : answer}
      prefill={day.prefill}
      until={until}
      onPass={mayCheckIn(standing, 'pass') ? pass : null}
      onDone={() => setChanging(false)}
    />
  );
}

/** Who has nothing on the page, and why; no numbers. */
function Others({ standings }: { standings: ReturnType<typeof standingsOn> }) {
  const now = useNow();
  const zone = readerZone();
  const names = (state: string) => standings.filter(({ standing }) => standing.state === state).map(({ person }) => person.name);
  const coming = standings.flatMap(({ person, standing }) =>
    standing.state === 'coming' && standing.times ? [`${person.name} (asked ${momentInShort(standing.times.askedAt, zone, now)})`] : [],
  );
  const lines = [
    ['Still to come', [...names('asked'), ...coming]],
    ['Passed', names('passed')],
    ['Away', names('away')],
    ['Nothing from', names('closed')],
  ] as const;
  const said = lines.filter(([, who]) => who.length > 0);
  return said.length === 0 ? null : (
    <p className={css.others}>
      {said.map(([words, who]) => (
        <span key={words}>
          {words}: <bdi>{namesInWords([...who])}</bdi>.{' '}
        </span>
      ))}
    </p>
  );
}
