import { zoneNow, type Calendar } from '../time/calendar';
import { dayAt, timeAt, weekday } from '../time/day';
import type { Deadline } from '../time/deadline';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "Fri 20 Nov", with the year when it is not that of `today`. */
export function dayName(day: string, today: string): string {
  const [year, month, date] = day.split('-');
  const name = `${weekdays[weekday(day) - 1]} ${Number(date)} ${months[Number(month) - 1]}`;
  return day.slice(0, 4) === today.slice(0, 4) ? name : `${name} ${year}`;
}

/** An instant for somebody: "Fri 20 Nov 18:00", in the zone that they are in. */
export function momentName(at: number, calendar: Calendar, now: number): string {
  const zone = zoneNow(calendar, now);
  return `${dayName(dayAt(zone, at), dayAt(zone, now))} ${timeAt(zone, at)}`;
}

const placeOf = (zone: string) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** A deadline as it was said; the place stands beside it where the reader lives by another clock. */
export function deadlineName(deadline: Deadline | null, reader: Calendar, now: number): string {
  if (!deadline) return 'none';
  const here = zoneNow(reader, now);
  const words = `${dayName(deadline.on, dayAt(here, now))}${deadline.time ? ` ${deadline.time}` : ''}`;
  return deadline.zone === here ? words : `${words} ${placeOf(deadline.zone)}`;
}

/** The longest that a line says. */
export const lineLength = 120;

/** Text on one line, without marks of Markdown, cut at a word where it is too long. */
export function onOneLine(text: string, most = lineLength): string {
  const plain = text
    .replace(/```[\s\S]*?```/g, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:[#>*-]+|\d+\.)\s+/gm, '')
    .replace(/[*_`~]{1,3}(\S(?:.*?\S)?)[*_`~]{1,3}/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  const points = [...plain];
  if (points.length <= most) return plain;
  const cut = points.slice(0, most - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** "Ana asks: Which colour?": the words after the name are cut, the name never is. */
export const saying = (lead: string, words: string) => {
  const rest = onOneLine(words, Math.max(20, lineLength - [...lead].length - 2));
  return rest ? `${lead}: ${rest}` : lead;
};

/** A sentence with a capital letter. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
