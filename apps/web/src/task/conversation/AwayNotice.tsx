import { Button, Group, Text } from '@mantine/core';
import { type BoardPerson, type BoardSnapshot, coverOf, standingAt } from '@baton/domain';
import { calendarOfPerson } from '../../board/moveScene';
import { standingInWords } from '../../rhythm/words';
import { useViewer } from '../../session/viewer';
import { readerZone } from '../../time/deadlineWords';
import { useNow } from '../../time/useNow';
import { coverSceneOf, nameOn } from './askPeople';
import css from './Conversation.module.css';

interface AwayNoticeProps {
  person: BoardPerson;
  board: BoardSnapshot;
  held: boolean;
  onHold: () => void;
  onAsk: (personId: string) => void;
  onNote: () => void;
}

/** The auto-response, before anything is sent: until when somebody is away, who covers, and the choice (O1). */
export function AwayNotice({ person, board, held, onHold, onAsk, onNote }: AwayNoticeProps) {
  const { me } = useViewer();
  const now = useNow();
  const calendar = calendarOfPerson(person);
  const scene = coverSceneOf(board);
  const coverId = coverOf({ holderId: person.id, askerId: me.id, delegatedFromId: null, steps: [], sentAt: '' }, scene, now);
  const standing = standingAt(calendar, now);
  const named = standing.kind === 'away' ? standing.leave.delegateId : null;
  const words = standingInWords(
    standing.kind === 'away' ? { ...standing, leave: { ...standing.leave, delegateId: null } } : standing,
    calendar,
    readerZone(),
    now,
    (id) => nameOn(board, id),
  );
  const note = standing.kind === 'away' ? standing.leave.note : '';
  return (
    <div className={css.away} role="group" aria-label={`${person.name} is away`}>
      <Text size="sm">
        {person.name} is {words}.{' '}
        {coverId === me.id
          ? `You cover for ${person.name}: answer it yourself, or hold it for them.`
          : coverId
            ? `${named && named !== coverId ? `${nameOn(board, named)} is away too. ` : ''}${nameOn(board, coverId)} covers.`
            : 'Nobody covers.'}
        {note && (
          <span className={css.soft} dir="auto">
            {' '}
            {note}
          </span>
        )}
      </Text>
      <Group gap={6} mt={4}>
        {coverId === me.id ? (
          <Button size="compact-sm" variant="light" onClick={onNote}>
            Answer it myself
          </Button>
        ) : (
          coverId && (
            <Button size="compact-sm" variant="light" onClick={() => onAsk(coverId)}>
              Ask {nameOn(board, coverId)}
            </Button>
          )
        )}
        <Button size="compact-sm" variant={held ? 'light' : 'default'} aria-pressed={held} onClick={onHold}>
          {held ? `Held for ${person.name}` : `Hold for ${person.name}`}
        </Button>
      </Group>
    </div>
  );
}
