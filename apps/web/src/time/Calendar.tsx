import '@mantine/dates/styles.css';
import { DatePicker } from '@mantine/dates';

/** A month to pick a day from. */
export function Calendar({ value, onPick }: { value: string | null; onPick: (day: string) => void }) {
  return <DatePicker size="xs" weekendDays={[]} value={value} defaultDate={value ?? undefined} onChange={(day) => day && onPick(day)} />;
}
