import { Alert, Button, Checkbox, Group, MultiSelect, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import {
  type BoardSnapshot,
  type IfNoReply,
  type AskWant,
  assumedCalendar,
  leaveAt,
  normsOf,
  promiseOf,
  timeAt,
  dayAt,
  minutesOf,
  instantOf,
  wallOf,
} from '@baton/domain';
import { calendarOfPerson } from '../../board/moveScene';
import { useViewer } from '../../session/viewer';
import type { Due } from '../../time/dates';
import { DateField } from '../../time/DateField';
import { momentInShort, readerZone } from '../../time/deadlineWords';
import { useNow } from '../../time/useNow';
import { promiseInWords } from './words';
import css from './Conversation.module.css';

/** An ask as it is being written. */
export interface AskDraft {
  personIds: string[];
  pool: boolean;
  want: AskWant;
  blocking: boolean;
  ifNoReply: IfNoReply;
  /** A day and time of the writer's own; null for the house rules. */
  at: Due | null;
  shortNotice: string;
}
export const emptyAsk: AskDraft = {
  personIds: [],
  pool: false,
  want: 'answer',
  blocking: false,
  ifNoReply: { kind: 'wait' },
  at: null,
  shortNotice: '',
};

/** The instant that a draft names, or null for the house rules. */
export const instantOfDraft = ({ at }: AskDraft): number | null =>
  at === null ? null : instantOf(readerZone(), wallOf(at.day, minutesOf(at.time ?? '17:00')), 'later');

/** Who, what is wanted, by when, and what silence will mean; with what the receivers' clocks make of it. */
export function AskSheet({
  board,
  draft,
  onChange,
  blocker = false,
}: {
  board: BoardSnapshot;
  draft: AskDraft;
  onChange: (next: AskDraft) => void;
  blocker?: boolean;
}) {
  const { me } = useViewer();
  const people = board.people.filter((person) => !person.removed && !person.placeholder && person.id !== me.id && person.role !== 'viewer');
  const put = (change: Partial<AskDraft>) => onChange({ ...draft, ...change });
  return (
    <Stack gap="xs" className={css.sheet} role="group" aria-label="The ask">
      <MultiSelect
        label="Whom you ask"
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.personIds}
        onChange={(personIds) => put({ personIds, pool: personIds.length > 1 && draft.pool })}
        searchable
        nothingFoundMessage="Nobody of that name."
        comboboxProps={{ withinPortal: true }}
      />
      {draft.personIds.length > 1 && (
        <Checkbox label="One of them is enough" checked={draft.pool} onChange={(e) => put({ pool: e.currentTarget.checked })} />
      )}
      <div>
        <Text size="sm" fw={500} id="ask-want">
          What you want
        </Text>
        <SegmentedControl
          aria-labelledby="ask-want"
          size="xs"
          fullWidth
          value={draft.want}
          onChange={(want) => put({ want: want as AskWant })}
          data={[
            { value: 'answer', label: 'Answer' },
            { value: 'review', label: 'Review' },
            { value: 'approval', label: 'Approval' },
            { value: 'acknowledgement', label: 'Acknowledge' },
          ]}
        />
      </div>
      <Group gap="xs" align="flex-end" wrap="wrap">
        <Select
          label="By when"
          size="sm"
          w={210}
          allowDeselect={false}
          value={draft.at ? 'at' : 'norm'}
          onChange={(value) => put({ at: value === 'at' ? { day: dayAt(readerZone(), Date.now()), time: '17:00' } : null })}
          data={[
            { value: 'norm', label: draft.blocking || blocker ? 'House rules: working hours' : 'House rules: working day' },
            { value: 'at', label: 'A time that I name' },
          ]}
        />
        {draft.at && <DateField label="A time that I name" value={draft.at} onChange={(at) => put({ at })} />}
      </Group>
      {!blocker && (
        <Checkbox label="My work waits for this" checked={draft.blocking} onChange={(e) => put({ blocking: e.currentTarget.checked })} />
      )}
      <Silence board={board} draft={draft} put={put} people={people} />
      <Preview board={board} draft={draft} put={put} blocking={blocker || draft.blocking} />
    </Stack>
  );
}

function Silence({
  draft,
  put,
  people,
}: {
  board: BoardSnapshot;
  draft: AskDraft;
  put: (change: Partial<AskDraft>) => void;
  people: BoardSnapshot['people'];
}) {
  const { ifNoReply } = draft;
  return (
    <Group gap="xs" align="flex-end" wrap="wrap">
      <Select
        label="If nobody replies"
        w={210}
        allowDeselect={false}
        value={ifNoReply.kind}
        onChange={(kind) =>
          put({
            ifNoReply:
              kind === 'proceed'
                ? { kind, text: '' }
                : kind === 'other'
                  ? { kind, personId: people.find(({ id }) => !draft.personIds.includes(id))?.id ?? '' }
                  : { kind: 'wait' },
          })
        }
        data={[
          { value: 'wait', label: 'I keep waiting' },
          { value: 'proceed', label: 'I will go ahead with' },
          { value: 'other', label: 'I will ask' },
        ]}
      />
      {ifNoReply.kind === 'proceed' && (
        <TextInput
          aria-label="What you will go ahead with"
          placeholder="What you will do"
          dir="auto"
          flex={1}
          miw={160}
          value={ifNoReply.text}
          onChange={(e) => put({ ifNoReply: { kind: 'proceed', text: e.currentTarget.value } })}
        />
      )}
      {ifNoReply.kind === 'other' && (
        <Select
          aria-label="Whom you will ask then"
          allowDeselect={false}
          searchable
          flex={1}
          miw={160}
          value={ifNoReply.personId}
          onChange={(personId) => put({ ifNoReply: { kind: 'other', personId: personId ?? '' } })}
          data={people.filter(({ id }) => !draft.personIds.includes(id)).map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </Group>
  );
}

/** The promise, one line per receiver, and what to do where it cannot be kept. */
function Preview({
  board,
  draft,
  put,
  blocking,
}: {
  board: BoardSnapshot;
  draft: AskDraft;
  put: (change: Partial<AskDraft>) => void;
  blocking: boolean;
}) {
  const { me } = useViewer();
  const now = useNow();
  const norms = normsOf(board.workspaceNorms, board.norms);
  const reader = readerZone();
  const mine = board.people.find(({ id }) => id === me.id);
  const asker = mine ? calendarOfPerson(mine) : assumedCalendar(reader);
  const nameOf = (id: string | null | undefined) => board.people.find((person) => person.id === id)?.name ?? null;
  const receivers = draft.pool ? [board.triageId].flatMap((id) => id ?? []) : draft.personIds;
  if (draft.personIds.length === 0)
    return (
      <Text size="sm" c="dimmed">
        Nobody is expected to answer outside their hours.
      </Text>
    );
  return (
    <div className={css.preview} aria-live="polite" data-testid="ask-preview">
      {draft.pool && <Text size="sm">{nameOf(board.triageId) ?? 'The triage person'} holds it until one of them takes it.</Text>}
      {receivers.map((id) => {
        const person = board.people.find((one) => one.id === id);
        if (!person) return null;
        const holder = calendarOfPerson(person);
        const promise = promiseOf(holder, norms, { sentAt: now, blocking, explicit: instantOfDraft(draft) });
        const cover = leaveAt(holder, now)?.delegateId ?? null;
        const coverName = cover === me.id ? 'you' : nameOf(cover);
        if (!promise)
          return (
            <Alert key={id} color="orange" variant="light">
              {person.name} is not at work in the next 120 days. Ask {nameOf(board.triageId) ?? 'somebody who covers'} instead.
            </Alert>
          );
        return (
          <div key={id}>
            <Text size="sm">
              {promiseInWords(person.name, promise, { holder, asker, reader, now, cover: coverName })}
              {person.calendar === null && <span className={css.soft}> These hours are assumed.</span>}
            </Text>
            {cover === me.id && <Text size="sm">You cover for {person.name}: answer it yourself, or hold it for them.</Text>}
            {cover && cover !== me.id && coverName && (
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => put({ personIds: [...new Set(draft.personIds.map((one) => (one === id ? cover : one)))] })}
              >
                Ask {coverName} instead
              </Button>
            )}
            {!promise.feasible && (
              <Alert color="orange" variant="light" mt={4}>
                <Text size="sm">That leaves {person.name} too little working time.</Text>
                <Group gap="xs" mt={4} align="flex-end">
                  <Button
                    size="compact-sm"
                    onClick={() => {
                      // Rounded up to the minute, so that what is sent is not earlier than what was offered.
                      const at = Math.ceil(promise.nextFeasible / 60_000) * 60_000;
                      put({ at: { day: dayAt(reader, at), time: timeAt(reader, at) } });
                    }}
                  >
                    Take {momentInShort(promise.nextFeasible, reader, now)}
                  </Button>
                  <TextInput
                    size="xs"
                    label="Or say why it is short notice"
                    dir="auto"
                    value={draft.shortNotice}
                    onChange={(e) => put({ shortNotice: e.currentTarget.value })}
                  />
                </Group>
              </Alert>
            )}
          </div>
        );
      })}
    </div>
  );
}
