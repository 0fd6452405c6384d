/** How a task comes again: on a schedule, or some working days after it was done. */
export type Repeat =
  | { kind: 'schedule'; every: 'day' | 'week' | 'month'; interval: number; /** 1 Monday to 7 Sunday, for weeks. */ weekdays: number[] }
  | { kind: 'after-done'; workingDays: number };

const names = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** What is wrong with a repetition, as a sentence; null when nothing is. */
export function faultInRepeat(repeat: Repeat): string | null {
  const whole = (n: unknown, most: number) => typeof n === 'number' && Number.isInteger(n) && n >= 1 && n <= most;
  if (repeat.kind === 'after-done')
    return whole(repeat.workingDays, 60) ? null : 'A task comes again 1 to 60 working days after it is done.';
  if (repeat.kind !== 'schedule' || !['day', 'week', 'month'].includes(repeat.every)) return 'Choose days, weeks or months.';
  if (!whole(repeat.interval, 52)) return 'A task comes again every 1 to 52 days, weeks or months.';
  return Array.isArray(repeat.weekdays) && repeat.weekdays.every((d) => whole(d, 7)) ? null : 'Choose days from Monday to Sunday.';
}

/** The repetition in words. */
export function repeatInWords(repeat: Repeat): string {
  if (repeat.kind === 'after-done') return `${repeat.workingDays} working ${repeat.workingDays === 1 ? 'day' : 'days'} after it is done`;
  const { every, interval, weekdays } = repeat;
  const unit = interval === 1 ? `every ${every}` : `every ${interval} ${every}s`;
  return every === 'week' && weekdays.length > 0 ? `${unit} on ${weekdays.map((d) => names[d]).join(', ')}` : unit;
}
