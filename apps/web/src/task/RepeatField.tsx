import { Button, Group, MultiSelect, NumberInput, Popover, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { type Card, type Repeat, faultInRepeat, repeatInWords } from '@baton/domain';
import { useOpenBoard } from '../board/useBoard';
import { useBoardCommands } from '../board/useBoardCommands';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map((label, i) => ({
  value: String(i + 1),
  label,
}));

/** How a task comes again: on a schedule in the board's zone, or some working days after it is done. */
export function RepeatField({ card, canEdit }: { card: Card; canEdit: boolean }) {
  const board = useOpenBoard();
  const commands = useBoardCommands(board);
  const [open, setOpen] = useState(false);
  const first: Repeat = card.repeat ?? { kind: 'schedule', every: 'week', interval: 1, weekdays: [] };
  const [kind, setKind] = useState(first.kind);
  const [schedule, setSchedule] = useState(
    first.kind === 'schedule' ? first : { kind: 'schedule' as const, every: 'week' as const, interval: 1, weekdays: [] as number[] },
  );
  const [days, setDays] = useState(first.kind === 'after-done' ? first.workingDays : 5);
  const repeat: Repeat = kind === 'schedule' ? schedule : { kind: 'after-done', workingDays: days };
  const problem = faultInRepeat(repeat);
  const save = (value: Repeat | null) => {
    setOpen(false);
    void commands.edit([card.id], { repeat: value });
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          disabled={!canEdit}
          onClick={() => setOpen(!open)}
          aria-label={card.repeat ? `Comes again ${repeatInWords(card.repeat)}` : 'Comes again'}
          styles={{ root: { height: 'auto', minHeight: 30 }, label: { whiteSpace: 'normal', textAlign: 'start' } }}
        >
          {card.repeat ? repeatInWords(card.repeat) : 'no'}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs" w={260}>
          <Select
            size="xs"
            label="Comes again"
            data={[
              { value: 'schedule', label: 'on a schedule' },
              { value: 'after-done', label: 'after it is done' },
            ]}
            value={kind}
            allowDeselect={false}
            onChange={(value) => setKind(value === 'after-done' ? 'after-done' : 'schedule')}
            comboboxProps={{ withinPortal: false }}
          />
          {kind === 'schedule' ? (
            <>
              <Group gap="xs" grow align="flex-end">
                <NumberInput
                  size="xs"
                  label="Every"
                  min={1}
                  max={52}
                  value={schedule.interval}
                  onChange={(value) => setSchedule({ ...schedule, interval: Number(value) })}
                />
                <Select
                  size="xs"
                  aria-label="Unit"
                  data={[
                    { value: 'day', label: 'days' },
                    { value: 'week', label: 'weeks' },
                    { value: 'month', label: 'months' },
                  ]}
                  value={schedule.every}
                  allowDeselect={false}
                  onChange={(value) => setSchedule({ ...schedule, every: value === 'day' || value === 'month' ? value : 'week' })}
                  comboboxProps={{ withinPortal: false }}
                />
              </Group>
              {schedule.every === 'week' && (
                <MultiSelect
                  size="xs"
                  label="On"
                  placeholder={schedule.weekdays.length === 0 ? 'the day of its deadline' : ''}
                  data={weekdays}
                  value={schedule.weekdays.map(String)}
                  onChange={(value) => setSchedule({ ...schedule, weekdays: value.map(Number).sort() })}
                  comboboxProps={{ withinPortal: false }}
                />
              )}
            </>
          ) : (
            <NumberInput
              size="xs"
              label="Working days after it is done"
              min={1}
              max={60}
              value={days}
              onChange={(value) => setDays(Number(value))}
            />
          )}
          {problem && (
            <Text size="xs" c="var(--late)" role="alert">
              {problem}
            </Text>
          )}
          <Group gap={4}>
            <Button size="xs" disabled={problem !== null} onClick={() => save(repeat)}>
              Let it come again
            </Button>
            {card.repeat && (
              <Button size="xs" variant="subtle" color="gray" onClick={() => save(null)}>
                Only this once
              </Button>
            )}
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
