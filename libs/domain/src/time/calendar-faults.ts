import type { Focus, Interval, Leave, Slot } from './calendar';
import { type Day, dayNumber, dayOfNumber, minutesOf } from './day';

const timePattern = /^([0-3]\d|4[0-7]):[0-5]\d$/;
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
/** A real calendar day, however it came. */
export const isDay = (day: unknown): day is Day =>
  typeof day === 'string' && dayPattern.test(day) && !Number.isNaN(dayNumber(day)) && dayOfNumber(dayNumber(day)) === day;

/** What is wrong with shifts as they were typed, as a sentence; null when nothing is. */
export function faultInShifts(intervals: readonly Interval[]): string | null {
  if (intervals.length > 6) return 'A day has at most six stretches of work.';
  for (const [from, to] of intervals) {
    if (!timePattern.test(from) || !timePattern.test(to) || minutesOf(from) >= 1440) return 'Write times like 09:00 and 17:30.';
    if (minutesOf(to) <= minutesOf(from)) return `Work that starts at ${from} must end after it; write 30:00 for six the next morning.`;
    if (minutesOf(to) - minutesOf(from) > 1440) return 'One stretch of work lasts at most 24 hours.';
  }
  const sorted = intervals.toSorted((a, b) => minutesOf(a[0]) - minutesOf(b[0]));
  for (const [i, [, to]] of sorted.entries()) {
    const next = sorted[i + 1];
    if (next && minutesOf(next[0]) < minutesOf(to)) return `${next[0]} lies within the stretch before it.`;
  }
  return null;
}

/** What is wrong with a leave, as a sentence; null when nothing is. */
export function faultInLeave(
  leave: Pick<Leave, 'fromDay' | 'fromTime' | 'toDay' | 'toTime' | 'note' | 'returnBuffer' | 'scope'>,
): string | null {
  if (!isDay(leave.fromDay) || !isDay(leave.toDay)) return 'Write days as YYYY-MM-DD.';
  if (leave.toDay < leave.fromDay) return 'The last day off comes after the first.';
  if (leave.fromDay === leave.toDay && leave.fromTime && leave.toTime && leave.toTime <= leave.fromTime)
    return 'The time off must end after it begins.';
  if (dayNumber(leave.toDay) - dayNumber(leave.fromDay) > 731) return 'Time off lasts at most two years at a time.';
  if (leave.note.length > 300) return 'Shorten the note to 300 characters.';
  if (leave.scope?.some((what) => what !== 'asks' && what !== 'decisions')) return 'Whoever covers answers asks, decisions, or both.';
  return leave.returnBuffer >= 0 && leave.returnBuffer <= 40 ? null : 'The return buffer is 0 to 40 working hours.';
}

/** What is wrong with focus time, as a sentence; null when nothing is. */
export function faultInFocus(focus: Omit<Focus, 'id'>): string | null {
  if (!timePattern.test(focus.from) || !timePattern.test(focus.to)) return 'Write times like 09:00 and 11:30.';
  const minutes = minutesOf(focus.to) - minutesOf(focus.from);
  if (minutes <= 0) return 'Focus time must end after it begins.';
  if (minutes > 240) return 'Focus time lasts at most four hours: people need to reach you.';
  if (focus.on ? !isDay(focus.on) : focus.weekdays.length === 0) return 'Choose the days of this focus time.';
  return focus.weekdays.every((d) => Number.isInteger(d) && d >= 1 && d <= 7) ? null : 'Choose days from Monday to Sunday.';
}

/** What is wrong with the times of delivery, as a sentence; null when nothing is. */
export function faultInSlots(slots: readonly Slot[]): string | null {
  if (slots.length < 1) return 'Keep at least one delivery a day: what is owed must reach you.';
  if (slots.length > 4) return 'Keep at most four deliveries a day.';
  if (new Set(slots).size < slots.length) return 'Each delivery has a time of its own.';
  const named = (slot: Slot) => slot === 'start' || slot === 'middle' || slot === 'end';
  const sound = slots.every((slot) => named(slot) || (timePattern.test(slot) && minutesOf(slot) < 1440));
  return sound ? null : 'Write times of delivery like 09:00 and 14:30.';
}

/** Shifts as they came over the wire, with anything that is no pair of times taken for a fault. */
export const atLeastTimes = (intervals: unknown): Interval[] =>
  Array.isArray(intervals) ? intervals.map((pair: unknown) => [String((pair as unknown[])?.[0]), String((pair as unknown[])?.[1])]) : [];
