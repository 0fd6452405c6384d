import { type Deadline, boundOf, dayAt, daysBetween, timeAt, zoneName } from '@baton/domain';
import { dayInWords } from './words';

/** The zone that this browser is in: all times are told in it. */
export const readerZone = () => zoneName(Intl.DateTimeFormat().resolvedOptions().timeZone);

/** A zone as people say it: the city alone. */
export const placeOf = (zone: string) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** An instant for a reader: "today 18:00", "Fri 20 Nov 09:30". */
export const momentInWords = (instant: number, zone: string, now: number) =>
  `${dayInWords(dayAt(zone, instant), dayAt(zone, now))} ${timeAt(zone, instant)}`;

/** An instant whose day is soon in few words: "18:00" today, "Fri 18:00" this week, else with its date. */
export function momentInShort(instant: number, zone: string, now: number): string {
  const [day, today] = [dayAt(zone, instant), dayAt(zone, now)];
  const time = timeAt(zone, instant);
  const distance = daysBetween(today, day);
  if (distance === 0) return `today ${time}`;
  const words = dayInWords(day, today);
  return Math.abs(distance) === 1 ? `${words} ${time}` : distance > 1 && distance < 7 ? `${words.slice(0, 3)} ${time}` : `${words} ${time}`;
}

/** A deadline in words. Short: what a card has room for. Whole: with the other zone wherever day or hour differ for the reader. */
export interface DeadlineWords {
  short: string;
  whole: string;
}

/** Says the deadline in the reader's time; the zone in which it was promised is added when the day or the hour is another there (T3). */
export function deadlineInWords(deadline: Deadline, reader: string, now: number, derived: number | null = null): DeadlineWords {
  const bound = boundOf(deadline, derived);
  const today = dayAt(reader, now);
  const todayThere = dayAt(deadline.zone, now);
  // Words like "tomorrow" only where both agree on today.
  const relative = today === todayThere ? today : '';
  const there = placeOf(deadline.zone);
  if (deadline.time === null) {
    const said = dayInWords(deadline.on, relative || today);
    const plain = relative ? said : dayInWords(deadline.on, farFrom(deadline.on, today));
    const lastHere = dayAt(reader, bound - 1);
    const sameEnd = timeAt(reader, bound) === '00:00' && lastHere === deadline.on;
    if (sameEnd) return { short: plain, whole: plain };
    const yours = `${dayInWords(dayAt(reader, bound), farFrom(deadline.on, today)).slice(0, lastHere === deadline.on ? 3 : undefined)} ${timeAt(reader, bound)} for you`;
    const whole = `${plain}, end of day ${there} (${yours})`;
    return { short: lastHere === deadline.on ? plain : `${plain} ${there} (${yours})`, whole };
  }
  const here = { day: dayAt(reader, bound), time: timeAt(reader, bound) };
  const origin = { day: dayAt(deadline.zone, bound), time: timeAt(deadline.zone, bound) };
  const day = here.day === origin.day && relative ? dayInWords(here.day, today) : dayInWords(here.day, farFrom(here.day, today));
  const short = `${day} ${here.time}`;
  if (here.day === origin.day && here.time === origin.time) return { short, whole: short };
  const inOrigin = `${here.day === origin.day ? '' : `${dayInWords(origin.day, farFrom(origin.day, today))} `}${origin.time} ${there}`;
  return { short: here.day === origin.day ? short : `${short} (${inOrigin})`, whole: `${short} (${inOrigin})` };
}

/** A day of this year that is far enough away from another for no relative word; the year is said when it is not this one. */
const farFrom = (day: string, today: string) => `${today.slice(0, 4)}-${day.slice(5) < '07-01' ? '12-15' : '01-15'}`;

/** How often a deadline moved, in words: "moved twice, +9 days"; empty when it never did. */
export function slipInWords(moves: number, days: number): string {
  if (moves === 0) return '';
  const often = moves === 1 ? 'moved once' : moves === 2 ? 'moved twice' : `moved ${moves} times`;
  return `${often}, ${days > 0 ? '+' : days < 0 ? '−' : '±'}${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
}
