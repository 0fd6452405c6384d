import {
  type Calendar,
  type Leave,
  type Standing,
  type Window,
  dayAt,
  daysBetween,
  minutesOf,
  offsetAt,
  timeAt,
  timeOfMinutes,
  zoneNow,
} from '@baton/domain';
import { dayInWords } from '../time/words';

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** "Monday" for 1. */
export const weekdayName = (weekday: number) => weekdayNames[weekday - 1] ?? '';

/** "Asia/Kolkata" as people say it: "Kolkata". */
export const placeOf = (zone: string) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** "14:30 in Kolkata". */
export const clockInWords = (zone: string, now: number) => `${timeAt(zone, now)} in ${placeOf(zone)}`;

/** A day close by is named by its weekday alone: "Thu", later ones "Mon 30 Nov". */
function nearDay(day: string, today: string): string {
  const words = dayInWords(day, today);
  const distance = daysBetween(today, day);
  if (distance === 0) return 'today';
  if (distance > 6 || distance < -1) return words;
  return new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' }).format(Date.parse(`${day}T12:00:00Z`));
}

/** An instant in a zone: "today 18:00", "Thu 10:00" or "Mon 30 Nov 10:00". */
const momentInWords = (zone: string, at: number, now: number) => `${nearDay(dayAt(zone, at), dayAt(zone, now))} ${timeAt(zone, at)}`;

/** The same with the reader's time beside it where their clocks differ: "Thu 10:00 (their time), Wed 23:30 yours". */
function inBothZones(calendar: Calendar, at: number, readerZone: string, now: number): string {
  const zone = zoneNow(calendar, at);
  const isToday = (place: string) => dayAt(place, at) === dayAt(place, now);
  if (offsetAt(zone, at) === offsetAt(readerZone, at)) return isToday(zone) ? timeAt(zone, at) : momentInWords(zone, at, now);
  // Today needs no name only where it is today for both.
  const say = (place: string) => (isToday(zone) && isToday(readerZone) ? timeAt(place, at) : momentInWords(place, at, now));
  return `${say(zone)} (their time), ${say(readerZone)} yours`;
}

function awayInWords(calendar: Calendar, leave: Leave, next: number | null, now: number, nameOf: (id: string) => string): string {
  const zone = zoneNow(calendar, next ?? now);
  const today = dayAt(zone, now);
  const covers = leave.delegateId ? `, ${nameOf(leave.delegateId)} covers` : '';
  if (next === null) return `away, last day off ${nearDay(leave.toDay, today)}${covers}`;
  const day = dayAt(zone, next);
  // By its date even when it is close: people plan around it.
  return `away until ${day === today ? timeAt(zone, next) : dayInWords(day, today)}${covers}`;
}

/** Where somebody stands, as others read it. Nothing in it says whether they are at the screen. */
export function standingInWords(
  standing: Standing,
  calendar: Calendar,
  readerZone: string,
  now: number,
  nameOf: (id: string) => string,
): string {
  switch (standing.kind) {
    case 'working':
      return `working until ${inBothZones(calendar, standing.until, readerZone, now)}`;
    case 'focus':
      return `in focus until ${inBothZones(calendar, standing.until, readerZone, now)}`;
    case 'off': {
      const zone = zoneNow(calendar, standing.next);
      const today = dayAt(zone, standing.next) === dayAt(zone, now);
      return `${today ? 'off until' : 'off, next'} ${inBothZones(calendar, standing.next, readerZone, now)}`;
    }
    case 'away':
      return awayInWords(calendar, standing.leave, standing.next, now, nameOf);
    case 'none':
      return 'no hours';
  }
}

/** The instant that a standing speaks of, for the ISO time on hover. */
export function instantOfStanding(standing: Standing): string | undefined {
  const at = 'until' in standing ? standing.until : 'next' in standing ? standing.next : null;
  return at === null ? undefined : new Date(at).toISOString();
}

/** "09:00 to 17:00"; the end of a day reads 24:00, and an end on another day names it. */
export function timesInWords({ start, end }: Window, zone: string): string {
  const [first, last] = [dayAt(zone, start), dayAt(zone, end)];
  const to = timeAt(zone, end);
  if (first === last) return `${timeAt(zone, start)} to ${to}`;
  return `${timeAt(zone, start)} to ${to === '00:00' && daysBetween(first, last) === 1 ? '24:00' : `${nearDay(last, first)} ${to}`}`;
}

/** "Wed 25 Nov 09:00 to 12:00". */
export const stretchInWords = (window: Window, zone: string, now: number) =>
  `${dayInWords(dayAt(zone, window.start), dayAt(zone, now))} ${timesInWords(window, zone)}`;

/** "45 min", "2 h", "1 h 30 min". */
export function lengthInWords(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`].filter(Boolean).join(' ');
}

/** "Asha and Ben", "Asha, Ben and Chen". */
export const namesInWords = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** What a shift's end past midnight means: "until 06:00 on Tuesday"; null for one within its day. */
export function pastMidnightInWords(to: string, weekday: number | null): string | null {
  const minutes = /^\d\d:\d\d$/.test(to) ? minutesOf(to) : 0;
  if (minutes <= 1440 || minutes > 2880) return null;
  return `until ${timeOfMinutes(minutes - 1440)} ${weekday === null ? 'the next morning' : `on ${weekdayName((weekday % 7) + 1)}`}`;
}

/** Time off in one line: "Mon 30 Nov to Fri 4 Dec, Ben covers". */
export function leaveInWords(leave: Leave, today: string, nameOf: (id: string) => string): string {
  const end = (day: string, time: string | null) => `${dayInWords(day, today)}${time ? ` ${time}` : ''}`;
  const from = end(leave.fromDay, leave.fromTime);
  const sameDay = leave.fromDay === leave.toDay;
  const to = sameDay ? leave.toTime : end(leave.toDay, leave.toTime);
  return `${to ? `${from} to ${to}` : from}${leave.delegateId ? `, ${nameOf(leave.delegateId)} covers` : ''}`;
}
