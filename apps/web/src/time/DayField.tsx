import { Text } from '@mantine/core';
import { DateField } from './DateField';

interface DayFieldProps {
  label: string;
  /** A day as YYYY-MM-DD; null where none is chosen. */
  value: string | null;
  onChange: (day: string | null) => void;
}

/** A day in a form, without a time, under its label. */
export function DayField({ label, value, onChange }: DayFieldProps) {
  return (
    <div>
      <Text size="sm" fw={500}>
        {label}
      </Text>
      <DateField
        label={label}
        withTime={false}
        value={value ? { day: value, time: null } : null}
        onChange={(due) => onChange(due?.day ?? null)}
      />
    </div>
  );
}
