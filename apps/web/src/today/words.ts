import { type BriefLine, type Calendar, type CatchUp, addDays, dayAt, dayWindows, instantOf, localDay, wallOf } from '@baton/domain';
import { momentInShort } from '../time/deadlineWords';
import { dayInWords } from '../time/words';

/** Until when, or since when, in the reader's own time; empty where no time was named. */
export function byInWords(line: Pick<BriefLine, 'by'>, zone: string, now: number): string {
  if (line.by === null) return '';
  const at = Date.parse(line.by);
  return `${at <= now ? 'since' : 'by'} ${momentInShort(at, zone, now)}`;
}

const count = (n: number, one: string, many = `${one}s`) => `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;

/** "3 working days, 136 events, 8 lines for you, about 3 min". */
export function headerInWords({ brief, workingDays, minutes, since }: CatchUp, all: number, zone: string, now: number): string {
  const from =
    workingDays > 0 ? count(workingDays, 'working day') : since === null ? '' : `since ${momentInShort(Date.parse(since), zone, now)}`;
  const lines = all === 0 ? 'nothing for you' : `${count(all, 'line')} for you, about ${minutes} min`;
  return [from, count(brief.events, 'event'), lines].filter(Boolean).join(', ');
}

/** "Next delivery today 14:00." */
export const deliveryInWords = (at: string | null, zone: string, now: number) =>
  at === null ? '' : `Next delivery ${momentInShort(Date.parse(at), zone, now)}`;

/** An instant by its day alone when it is not today: "Thu", else "14:00". */
export function untilInWords(at: number, zone: string, now: number): string {
  const [day, today] = [dayAt(zone, at), dayAt(zone, now)];
  if (day === today) return momentInShort(at, zone, now).replace('today ', '');
  const words = dayInWords(day, today);
  return words === 'tomorrow' ? words : at - now < 6 * 86_400_000 ? words.slice(0, 3) : words;
}

/** When a line that is put off comes back: at the start of the person's day, or in three hours. */
export interface Later {
  label: string;
  at: number;
}

const threeHours = 3 * 3_600_000;

/** The start of work on a day; eight in the morning on a day off. */
export function startOfWork(calendar: Calendar, day: string, zone: string): number {
  return dayWindows(calendar, day)[0]?.start ?? instantOf(zone, wallOf(day, 8 * 60), 'later');
}

/** What "later" can mean now: later today while the day is long enough, tomorrow, and the next week. */
export function latersFor(calendar: Calendar, zone: string, now: number): Later[] {
  const today = localDay(calendar, now);
  const end = dayWindows(calendar, today).at(-1)?.end ?? 0;
  const next = [1, 2, 3, 4, 5, 6, 7].map((n) => addDays(today, n)).find((day) => dayWindows(calendar, day).length > 0) ?? addDays(today, 1);
  const monday = [2, 3, 4, 5, 6, 7, 8].map((n) => addDays(today, n)).find((day) => new Date(`${day}T12:00:00Z`).getUTCDay() === 1);
  const label = next === addDays(today, 1) ? 'Tomorrow' : `On ${dayInWords(next, '1970-01-01').slice(0, 3)}`;
  return [
    ...(now + threeHours < end ? [{ label: 'Later today', at: now + threeHours }] : []),
    { label, at: startOfWork(calendar, next, zone) },
    ...(monday && monday !== next ? [{ label: 'Next week', at: startOfWork(calendar, monday, zone) }] : []),
  ];
}
