import {
  type Calendar,
  type Window,
  addDays,
  focusWindows,
  instantOf,
  leaveWindows,
  localDay,
  startOfDay,
  wallOf,
  windows,
  zoneOn,
} from '@baton/domain';
import { timesInWords } from './words';

/** What a stretch of 24 hours holds for one person; everything is clipped to it. */
export interface DayBand {
  from: number;
  to: number;
  working: Window[];
  focus: Window[];
  away: Window[];
  holidays: (Window & { name: string })[];
}

/** A day of a zone, as instants. 23 or 25 hours long when the clocks change. */
export const dayIn = (zone: string, day: string): Window => ({ start: startOfDay(zone, day), end: startOfDay(zone, addDays(day, 1)) });

function clip<T extends Window>(pieces: readonly T[], from: number, to: number): T[] {
  return pieces
    .map((piece) => ({ ...piece, start: Math.max(piece.start, from), end: Math.min(piece.end, to) }))
    .filter(({ start, end }) => start < end);
}

function holidaysBetween(calendar: Calendar, from: number, to: number) {
  const found: (Window & { name: string })[] = [];
  for (let day = localDay(calendar, from); day <= localDay(calendar, to - 1); day = addDays(day, 1)) {
    const holiday = calendar.holidays.find(({ date }) => date === day);
    // Somebody who said that they work on it has no holiday.
    const works = calendar.overrides.some(({ date, intervals }) => date === day && intervals.length > 0);
    if (holiday && !works) found.push({ ...dayIn(zoneOn(calendar, day), day), name: holiday.name });
  }
  return clip(found, from, to);
}

/** The band of one person between two instants. */
export const bandOf = (calendar: Calendar, { start: from, end: to }: Window): DayBand => ({
  from,
  to,
  working: windows(calendar, from, to),
  focus: focusWindows(calendar, from, to),
  away: clip(leaveWindows(calendar), from, to),
  holidays: holidaysBetween(calendar, from, to),
});

/** Where an instant lies on a band, from 0 to 100. */
export const shareOf = (at: number, { from, to }: Pick<DayBand, 'from' | 'to'>) =>
  Math.min(100, Math.max(0, ((at - from) / (to - from)) * 100));

/** The marks of a day's hours: where 6, 12 and 18 o'clock lie, also on the day on which clocks change. */
export function hourMarks(zone: string, day: string): { hour: number; share: number }[] {
  const { start, end } = dayIn(zone, day);
  return [0, 6, 12, 18, 24].map((hour) => {
    const at = hour === 0 ? start : hour === 24 ? end : instantOf(zone, wallOf(day, hour * 60), 'later');
    return { hour, share: shareOf(at, { from: start, to: end }) };
  });
}

/** The band in words, for those who do not see it: "works 09:00 to 17:00, focus 09:00 to 11:00". */
export function bandInWords({ working, focus, away, holidays }: DayBand, zone: string): string {
  const list = (word: string, pieces: readonly Window[]) =>
    pieces.length > 0 && `${word} ${pieces.map((piece) => timesInWords(piece, zone)).join(' and ')}`;
  const parts = [
    list('works', working) || 'no working hours',
    list('focus', focus),
    list('away', away),
    ...holidays.map(({ name, ...piece }) => `holiday ${name} ${timesInWords(piece, zone)}`),
  ];
  return parts.filter(Boolean).join(', ');
}
