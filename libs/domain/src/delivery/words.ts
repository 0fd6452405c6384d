import { type Day, dayAt, timeAt } from '../time/day';
import type { Deadline } from '../time/deadline';

const short = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
const withYear = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** "Fri 20 Nov", with the year when it is not that of `today`. */
const dayWords = (day: Day, today: Day) =>
  (day.slice(0, 4) === today.slice(0, 4) ? short : withYear).format(Date.parse(`${day}T12:00:00Z`)).replace(',', '');

/** An instant as it is told to somebody in a zone: "Fri 20 Nov 18:00". */
export const instantWords = (at: number, zone: string, now: number) => `${dayWords(dayAt(zone, at), dayAt(zone, now))} ${timeAt(zone, at)}`;

/** A deadline as it is told: its day and time as they were said, with the place of its clock where the reader has another. */
export function deadlineWords({ on, time, zone }: Deadline, reader: string, now: number): string {
  const words = `${dayWords(on, dayAt(reader, now))}${time ? ` ${time}` : ''}`;
  return zone === reader ? words : `${words} (${(zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')})`;
}
