import { Button, Group, Radio, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { type Ask, type BoardSnapshot, type TalkReason, assumedCalendar, localTime, overlaps, talkReasons } from '@baton/domain';
import { calendarOfPerson } from '../../board/moveScene';
import { momentInShort, readerZone } from '../../time/deadlineWords';
import { useNow } from '../../time/useNow';
import { nearestMiss } from '../../rhythm/overlap';

const half = 30 * 60_000;
const horizon = 7 * 86_400_000;
const most = 6;

/** Half hours in which both work within the next working days, at most one per day and two on the first. */
function meetings(board: BoardSnapshot, ask: Ask, now: number) {
  const calendarOf = (id: string) => {
    const person = board.people.find((one) => one.id === id);
    return person ? calendarOfPerson(person) : assumedCalendar(board.zone);
  };
  const both = [calendarOf(ask.askerId), calendarOf(ask.holderId)];
  const shared = overlaps(both, now, now + horizon, 30).slice(0, most);
  const miss = shared.length === 0 ? nearestMiss(both, now, now + horizon) : null;
  return { both, shared, miss };
}

/** Choosing to talk on purpose: why, when both work, and where. What came of it is owed in writing. */
export function TalkForm({
  ask,
  board,
  onTalk,
  onClose,
}: {
  ask: Ask;
  board: BoardSnapshot;
  onTalk: (more: Record<string, unknown>) => void;
  onClose: () => void;
}) {
  const now = useNow();
  const reader = readerZone();
  const [reason, setReason] = useState<TalkReason>('going in circles');
  const [from, setFrom] = useState<string | null>(null);
  const [link, setLink] = useState('');
  const { both, shared, miss } = useMemo(() => meetings(board, ask, now), [board, ask, now]);
  const nameOf = (id: string) => board.people.find((person) => person.id === id)?.name ?? 'they';
  const people = [nameOf(ask.askerId), nameOf(ask.holderId)];
  const start = from === null ? null : Number(from);
  return (
    <Stack
      gap="xs"
      mt={6}
      component="form"
      onSubmit={(e) => (
        e.preventDefault(),
        onTalk({
          reason,
          link: link || null,
          ...(start !== null && { from: new Date(start).toISOString(), to: new Date(start + half).toISOString() }),
        })
      )}
    >
      <Select
        label="Why a talk"
        allowDeselect={false}
        value={reason}
        onChange={(value) => setReason((value ?? reason) as TalkReason)}
        data={[...talkReasons]}
      />
      {shared.length > 0 ? (
        <Radio.Group label="When both of you work" value={from} onChange={setFrom}>
          <Stack gap={4} mt={4}>
            {shared.map((window) => (
              <Radio
                key={window.start}
                size="xs"
                value={String(window.start)}
                label={`${momentInShort(window.start, reader, now)} (${people.map((name, i) => `${name} ${both[i] ? localTime(both[i], window.start) : ''}`).join(', ')})`}
              />
            ))}
          </Stack>
        </Radio.Group>
      ) : (
        <Text size="sm">
          {people.join(' and ')} do not work at the same time in the next week.
          {miss &&
            ` Least bad: ${people[miss.ends.index] ?? ''} stays after ${momentInShort(miss.ends.window.end, reader, now)}, or ${people[miss.starts.index] ?? ''} begins before ${momentInShort(miss.starts.window.start, reader, now)}. Take turns.`}
        </Text>
      )}
      <TextInput label="Where, as a link" placeholder="https://" value={link} onChange={(e) => setLink(e.currentTarget.value)} />
      <Text size="xs" c="dimmed">
        Whoever begins a talk writes down what came of it by the end of the next working day. It stays open until then.
      </Text>
      <Group gap="xs">
        <Button size="compact-sm" type="submit">
          Talk
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onClose}>
          Close
        </Button>
      </Group>
    </Stack>
  );
}
