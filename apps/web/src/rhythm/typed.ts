import type { Interval } from '@baton/domain';

/** A time as people type it, in the form the calendar keeps: "9", "9.30" and "930" are 09:00 and 09:30. Other text stays as it is. */
export function tidyTime(text: string): string {
  const read = /^(\d{1,2})(?:[:.h]?([0-5]\d))?\s*h?$/.exec(text.trim());
  return read ? `${(read[1] ?? '').padStart(2, '0')}:${read[2] ?? '00'}` : text.trim();
}

/** Typed stretches, tidied and in order; rows that were left empty are dropped. */
export const tidyIntervals = (intervals: readonly Interval[]): Interval[] =>
  intervals
    .map(([from, to]): Interval => [tidyTime(from), tidyTime(to)])
    .filter(([from, to]) => from !== '' || to !== '')
    .toSorted(([a], [b]) => (a < b ? -1 : 1));

/** "09:00 to 12:00, 13:00 to 17:00". */
export const intervalsInWords = (intervals: readonly Interval[]) =>
  intervals.length === 0 ? 'not working' : intervals.map(([from, to]) => `${from} to ${to}`).join(', ');

const timePattern = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Whether a tidied text is a time of day. */
export const isTimeOfDay = (text: string) => timePattern.test(text);
