import { Button, Group, Popover, Select, Stack, Text, TextInput } from '@mantine/core';
import IconCalendar from '@tabler/icons-react/dist/esm/icons/IconCalendar.mjs';
import { Suspense, useState } from 'react';
import { type Card, type Deadline, assumedCalendar, dayAt, isKnownZone, allZones } from '@baton/domain';
import { asksReason, deadlineOfCard } from '../board/begun';
import { calendarOfPerson } from '../board/moveScene';
import { useOpenBoard } from '../board/useBoard';
import { useBoardCommands } from '../board/useBoardCommands';
import { type DateScene, parseDue } from '../time/dates';
import { deadlineInWords, placeOf, readerZone, slipInWords } from '../time/deadlineWords';
import { useNow } from '../time/useNow';
import { dayInWords } from '../time/words';
import { dueWarnings } from './dueWarnings';
import { lazily } from '../ui/lazily';

const Calendar = lazily(() => import('../time/Calendar').then((m) => ({ default: m.Calendar })));

type Mode = 'due' | 'later' | 'counter';

/** The deadline of a task: said in words, changed with a reason where it is close, countered where somebody else set it. */
export function TaskDue({ card, dueSetById, meId, canEdit }: { card: Card; dueSetById: string | null; meId: string; canEdit: boolean }) {
  const board = useOpenBoard();
  const now = useNow();
  const [mode, setMode] = useState<Mode | null>(null);
  const zone = readerZone();
  const deadline = deadlineOfCard(card, board.zone);
  const derived = card.dueAt === null ? null : Date.parse(card.dueAt);
  const words = deadline
    ? deadlineInWords(deadline, zone, now, derived).whole
    : card.revisitOn
      ? `none until we look again ${dayInWords(card.revisitOn, dayAt(zone, now))}`
      : 'none';
  const slip = slipInWords(card.dueMoves, card.dueSlip);
  const countering = card.ownerId === meId && dueSetById !== null && dueSetById !== meId && deadline !== null && !card.counter;
  return (
    <Stack gap={4}>
      <Group gap={4}>
        <Popover
          opened={mode !== null}
          onChange={(open) => !open && setMode(null)}
          position="bottom-start"
          trapFocus
          returnFocus
          withinPortal
        >
          <Popover.Target>
            <Button
              size="xs"
              variant="default"
              disabled={!canEdit}
              leftSection={<IconCalendar size={14} stroke={1.5} />}
              aria-label={deadline || card.revisitOn ? `Due: ${words}` : 'Due'}
              title={derived ? new Date(derived).toISOString() : undefined}
              styles={{ root: { height: 'auto', minHeight: 30 }, label: { whiteSpace: 'normal', textAlign: 'start' } }}
              onClick={() => setMode(mode ? null : 'due')}
            >
              {words}
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            {mode && <DueForm key={mode} card={card} mode={mode} onMode={setMode} onClose={() => setMode(null)} />}
          </Popover.Dropdown>
        </Popover>
        {countering && canEdit && (
          <Button size="xs" variant="subtle" onClick={() => setMode('counter')}>
            I can do another day
          </Button>
        )}
      </Group>
      {deadline && !isKnownZone(deadline.zone) && (
        <Text size="xs" c="var(--late)">
          This browser does not know the zone {deadline.zone}: the moment shown is the one that the server last derived.
        </Text>
      )}
      {slip && (
        <Text size="xs" c="dimmed">
          {slip}
        </Text>
      )}
    </Stack>
  );
}

function DueForm({ card, mode, onMode, onClose }: { card: Card; mode: Mode; onMode: (mode: Mode) => void; onClose: () => void }) {
  const board = useOpenBoard();
  const commands = useBoardCommands(board);
  const now = useNow();
  const reader = readerZone();
  const before = deadlineOfCard(card, board.zone);
  const owner = board.people.find(({ id }) => id === card.ownerId);
  const calendar = owner ? calendarOfPerson(owner) : assumedCalendar(board.zone);
  const [text, setText] = useState('');
  const [zone, setZone] = useState(before?.zone ?? board.zone);
  const [why, setWhy] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const scene: DateScene = { calendar, now, sprint: board.sprint };
  const parsed = parseDue(text, dayAt(zone, now), scene);
  const next: Deadline | null = parsed && { on: parsed.day, time: parsed.time, zone };
  const reasoned =
    mode === 'counter' || (mode === 'due' && asksReason(board, card, now)) || (mode === 'later' && asksReason(board, card, now));

  const save = (value: Deadline | null, clear = false) => {
    if (reasoned && !why.trim())
      return setProblem(mode === 'counter' ? 'Say why in a few words.' : 'This deadline is close or past: say why it moves.');
    if (mode === 'counter' && value) void commands.counter(card.id, value, why);
    else if (mode === 'later' && value) void commands.edit([card.id], { dueOn: null, dueTime: null, revisitOn: value.on, why });
    else if (clear) void commands.edit([card.id], { dueOn: null, dueTime: null, revisitOn: null, why });
    else if (value) void commands.edit([card.id], { dueOn: value.on, dueTime: value.time, dueZone: value.zone, ...(why && { why }) });
    onClose();
  };
  const asked = {
    due: 'Due, in words',
    later: 'Look again, in words',
    counter: 'What you can do instead, in words',
  }[mode];
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        e.stopPropagation();
        if (next) save(next);
        else setProblem('Write it like fri 17:00, 20 nov or in 3 working days.');
      }}
    >
      <Stack gap="xs" w={300} maw="100%">
        <TextInput
          size="xs"
          label={asked}
          placeholder={board.sprint ? 'fri 17:00, in 3 working days, sprint end' : 'fri 17:00, 20 nov, in 3 working days'}
          value={text}
          onChange={(e) => {
            setText(e.currentTarget.value);
            setProblem(null);
          }}
          data-autofocus
        />
        <div role="status">
          <Text size="xs" c="dimmed">
            {next ? `Enter sets ${deadlineInWords(next, reader, now).whole}` : 'Type a date, or pick one.'}
          </Text>
          {next &&
            mode !== 'later' &&
            dueWarnings(next, calendar, owner?.name ?? 'the owner', reader, now).map((line) => (
              <Text key={line.words} size="xs" c={line.warns ? 'var(--late)' : 'dimmed'}>
                {line.words}
              </Text>
            ))}
        </div>
        {(reasoned || why) && (
          <TextInput
            size="xs"
            label={mode === 'counter' ? 'Why' : 'Why it moves'}
            value={why}
            onChange={(e) => setWhy(e.currentTarget.value)}
            maxLength={300}
            dir="auto"
          />
        )}
        {problem && (
          <Text size="xs" c="var(--late)" role="alert">
            {problem}
          </Text>
        )}
        {mode !== 'later' && (
          <Select
            size="xs"
            label="Time zone"
            data={[...new Set([board.zone, reader, zone, ...allZones()])].map((value) => ({
              value,
              label: placeOf(value) + (value === board.zone ? ' (the board’s)' : value === reader ? ' (yours)' : ''),
            }))}
            value={zone}
            searchable
            allowDeselect={false}
            onChange={(value) => value && setZone(value)}
            comboboxProps={{ withinPortal: false }}
          />
        )}
        <Suspense fallback={<div style={{ width: 252, height: 264 }} />}>
          <Calendar
            value={next?.on ?? card.dueOn}
            onPick={(day) => {
              setText(`${day}${parsed?.time ? ` ${parsed.time}` : ''}`);
              if (!reasoned) save({ on: day, time: parsed?.time ?? before?.time ?? null, zone });
            }}
          />
        </Suspense>
        <Group gap={4}>
          <Button type="submit" size="xs">
            {mode === 'counter' ? 'Propose' : mode === 'later' ? 'Look again then' : 'Set'}
          </Button>
          {mode === 'due' && (
            <Button size="xs" variant="default" onClick={() => onMode('later')}>
              No deadline until
            </Button>
          )}
          {mode === 'due' && before && (
            <Button size="xs" variant="subtle" color="gray" onClick={() => save(null, true)}>
              Clear due
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
