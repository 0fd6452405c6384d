import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { type BoardPerson, type BoardSnapshot, assumedCalendar, dayAt, hasHours, leaveAt, normsOf, promiseOf } from '@baton/domain';
import { calendarOfPerson } from '../../board/moveScene';
import { useViewer } from '../../session/viewer';
import { momentInShort, readerZone } from '../../time/deadlineWords';
import { useNow } from '../../time/useNow';
import { AwayNotice } from './AwayNotice';
import type { AskDraft } from './askDraft';
import { nameOn, poolHolderOn, receiversOf, timeOfDraft, whoIsOn } from './askPeople';
import { inBoth, outsideHours, promiseInWords } from './words';
import css from './Conversation.module.css';

interface AskPreviewProps {
  board: BoardSnapshot;
  draft: AskDraft;
  onChange: (next: AskDraft) => void;
  blocking: boolean;
  /** The writer answers it themselves: it becomes a note. */
  onNote: () => void;
}

/** What sending would promise, one line per receiver, and what to do where it cannot be kept. Stands under the button that sends. */
export function AskPreview({ board, draft, onChange, blocking, onNote }: AskPreviewProps) {
  const { me } = useViewer();
  const now = useNow();
  const put = (change: Partial<AskDraft>) => onChange({ ...draft, ...change });
  if (draft.personIds.length === 0)
    return (
      <Text size="sm" className={css.soft}>
        Nobody is expected to answer outside their hours.
      </Text>
    );
  const time = timeOfDraft(draft, board, me.id, { now, blocking });
  const receivers = receiversOf(draft, board, me.id).flatMap((id) => board.people.find((person) => person.id === id) ?? []);
  const swap = (from: string, to: string) => put({ personIds: [...new Set(draft.personIds.map((id) => (id === from ? to : id)))] });
  return (
    <div className={css.preview} aria-live="polite" data-testid="ask-preview">
      {draft.pool && (
        <Text size="sm">
          {poolHolderOn(board, me.id) ? nameOn(board, poolHolderOn(board, me.id)) : 'One of them'} holds it until one of them takes it.
        </Text>
      )}
      {receivers.map((person) => (
        <Receiver
          key={person.id}
          person={person}
          board={board}
          at={time.at}
          blocking={blocking}
          held={draft.heldFor.includes(person.id)}
          onHold={() => put({ heldFor: [...draft.heldFor, person.id] })}
          onAsk={(id) => swap(person.id, id)}
          onName={() => put({ at: { day: dayAt(readerZone(), now), time: '17:00' } })}
          onNote={onNote}
        />
      ))}
      {!time.feasible && time.wished !== null && (
        <TooSoon
          draft={draft}
          put={put}
          next={time.next}
          wished={time.wished}
          on={whoIsOn(board, me.id, draft.personIds, { now, blocking, at: time.wished })}
          onAsk={(id) => put({ personIds: [id], pool: false })}
        />
      )}
    </div>
  );
}

interface ReceiverProps {
  person: BoardPerson;
  board: BoardSnapshot;
  at: number | null;
  blocking: boolean;
  held: boolean;
  onHold: () => void;
  onAsk: (personId: string) => void;
  onName: () => void;
  onNote: () => void;
}

function Receiver({ person, board, at, blocking, held, onHold, onAsk, onName, onNote }: ReceiverProps) {
  const { me } = useViewer();
  const now = useNow();
  const reader = readerZone();
  const mine = board.people.find(({ id }) => id === me.id);
  const holder = calendarOfPerson(person);
  const norms = normsOf(board.workspaceNorms, board.norms);
  const promise = promiseOf(holder, norms, { sentAt: now, blocking, explicit: at });
  const away = leaveAt(holder, now) !== null;
  const notice = away && <AwayNotice person={person} board={board} held={held} onHold={onHold} onAsk={onAsk} onNote={onNote} />;
  if (!promise)
    return (
      <div className={css.receiver}>
        {notice}
        {hasHours(holder) ? (
          <>
            <Text size="sm">{person.name} is not at work in the next 120 days.</Text>
            {board.triageId && board.triageId !== me.id && board.triageId !== person.id && (
              <Button size="compact-sm" variant="light" onClick={() => onAsk(board.triageId ?? '')}>
                Ask {nameOn(board, board.triageId)}
              </Button>
            )}
          </>
        ) : (
          <Group gap="xs">
            <Text size="sm">{person.name} has set no hours.</Text>
            <Button size="compact-sm" variant="light" onClick={onName}>
              Name a time
            </Button>
          </Group>
        )}
      </div>
    );
  const asker = mine ? calendarOfPerson(mine) : assumedCalendar(reader);
  const inHours = at === null ? null : outsideHours(holder, at);
  return (
    <div className={css.receiver}>
      {notice}
      <Text size="sm">
        {promiseInWords(person.name, promise, { holder, asker, reader, now, away })}
        {person.calendar === null && <span className={css.soft}> These hours are assumed.</span>}
        {!hasHours(holder) && <span className={css.soft}> No hours set: the notice counts by the clock.</span>}
      </Text>
      {inHours !== null && (
        <Text size="sm">
          That is outside {person.name}’s hours: in their working time it is by {inBoth(inHours, holder, reader, now)}.
        </Text>
      )}
    </div>
  );
}

interface TooSoonProps {
  draft: AskDraft;
  put: (change: Partial<AskDraft>) => void;
  next: number;
  wished: number;
  on: { id: string; name: string; until: number }[];
  onAsk: (personId: string) => void;
}

/** The named time leaves too little notice: the next that does stands chosen, others are a key away. */
function TooSoon({ draft, put, next, wished, on, onAsk }: TooSoonProps) {
  const now = useNow();
  const say = (at: number) => momentInShort(at, readerZone(), now);
  return (
    <Stack gap={6} className={css.tooSoon} role="group" aria-label="Too little notice">
      <Radio.Group
        label={`${say(wished).replace(/^t/, 'T')} leaves too little working time.`}
        value={draft.instead}
        onChange={(instead) => put({ instead: instead as AskDraft['instead'] })}
      >
        <Stack gap={10} mt={6}>
          <Radio size="xs" value="next" label={`Ask for ${say(next)}, the next time that does not`} />
          <Radio size="xs" value="notice" label={`Send it for ${say(wished)} as short notice; it never counts as late for them`} />
        </Stack>
      </Radio.Group>
      {draft.instead === 'notice' && (
        <TextInput
          size="xs"
          label="Why it cannot wait"
          dir="auto"
          maxLength={300}
          value={draft.shortNotice}
          onChange={(e) => put({ shortNotice: e.currentTarget.value })}
        />
      )}
      {on.length > 0 && (
        <Group gap={6}>
          {on.map(({ id, name, until }) => (
            <Button key={id} size="compact-sm" variant="default" onClick={() => onAsk(id)}>
              Ask {name} instead, at work until {say(until)}
            </Button>
          ))}
        </Group>
      )}
    </Stack>
  );
}
