import { Checkbox, Group, NumberInput, Stack, Switch } from '@mantine/core';
import type { Ladder } from '@baton/domain';

const rungs: readonly (readonly [number, string])[] = [
  [7, 'a week before'],
  [3, '3 days before'],
  [1, 'the day before'],
  [0, 'on the day'],
];

interface LadderFieldsProps<T extends Partial<Ladder>> {
  ladder: T;
  onChange: (ladder: T) => void;
  /** Whose ladder it is decides how it speaks. */
  own: boolean;
}

/** When a deadline is told: mornings before it, when it has passed, and, for a board, when it has been late for long. */
export function LadderFields<T extends Pick<Ladder, 'before' | 'overdue'> & Partial<Ladder>>({
  ladder,
  onChange,
  own,
}: LadderFieldsProps<T>) {
  const { before, overdue, escalateAfter } = ladder;
  // A rung that was set elsewhere is shown and kept too.
  const offered = [...rungs, ...before.filter((n) => !rungs.some(([days]) => days === n)).map((n) => [n, `${n} days before`] as const)];
  return (
    <Stack gap="xs">
      <Checkbox.Group
        label={own ? 'Remind me on my morning' : 'Remind the owner on their morning'}
        value={before.map(String)}
        onChange={(values) => onChange({ ...ladder, before: values.map(Number).toSorted((a, b) => b - a) })}
      >
        <Group gap="md" mt={6}>
          {offered.map(([days, words]) => (
            <Checkbox key={days} value={String(days)} label={words} />
          ))}
        </Group>
      </Checkbox.Group>
      <Switch
        label={own ? 'Tell me when something I follow has missed its deadline' : 'Tell followers when a deadline was missed'}
        checked={overdue}
        onChange={(e) => onChange({ ...ladder, overdue: e.currentTarget.checked })}
      />
      {!own && (
        <NumberInput
          label="Tell whoever sees to the board after"
          description="Working days late. Empty for never."
          min={1}
          max={60}
          maw={280}
          value={escalateAfter ?? ''}
          onChange={(value) => onChange({ ...ladder, escalateAfter: typeof value === 'number' ? value : null })}
        />
      )}
    </Stack>
  );
}
