import { type Card, type Day, addDays, dayAt, timeAt, weekday } from '@baton/domain';

/** A task on a day of the reader. */
export interface Entry {
  card: Card;
  day: Day;
  /** In the reader's zone; null for the whole day. */
  time: string | null;
  late: boolean;
}

/** Where a task with a deadline stands in the reader's calendar: a whole day stays that day, a moment falls on the reader's own. */
export function entryOf(card: Card, zone: string, now: number): Entry | null {
  if (card.dueOn === null) return null;
  const at = card.dueAt === null ? null : Date.parse(card.dueAt);
  const late = !card.doneAt && at !== null && at <= now;
  if (card.dueTime === null || at === null) return { card, day: card.dueOn, time: card.dueTime, late };
  return { card, day: dayAt(zone, at), time: timeAt(zone, at), late };
}

/** Entries by day, whole days first, then by time. */
export function byDay(cards: readonly Card[], zone: string, now: number): Map<Day, Entry[]> {
  const days = new Map<Day, Entry[]>();
  for (const card of cards) {
    const entry = entryOf(card, zone, now);
    if (!entry) continue;
    const list = days.get(entry.day);
    if (list) list.push(entry);
    else days.set(entry.day, [entry]);
  }
  for (const list of days.values()) list.sort((a, b) => (a.time ?? '').localeCompare(b.time ?? '') || a.card.number - b.card.number);
  return days;
}

export const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day));

/** The weeks that a month touches, Monday first. */
export function monthGrid(day: Day): Day[][] {
  const first = `${day.slice(0, 8)}01`;
  const weeks: Day[][] = [];
  for (let monday = mondayOf(first); monday.slice(0, 7) <= day.slice(0, 7); monday = addDays(monday, 7)) weeks.push(weekFrom(monday));
  return weeks;
}
export const weekFrom = (monday: Day): Day[] => [0, 1, 2, 3, 4, 5, 6].map((i) => addDays(monday, i));

/** The same day of the month before or after, or the last one that it has. */
export function monthBeside(day: Day, step: 1 | -1): Day {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const at = new Date(Date.UTC(year, month - 1 + step, 1));
  return at.toISOString().slice(0, 10);
}

/** The deadline's own day when its entry is put on another day of the reader: it moves by as many days. */
export function movedDay(entry: Entry, to: Day): Day {
  const { dueOn } = entry.card;
  return dueOn === null ? to : addDays(dueOn, Math.round((Date.parse(to) - Date.parse(entry.day)) / 86_400_000));
}

/** How far an arrow moves a deadline, in days; 0 for other keys. */
export const arrowDays = (key: string) => ({ ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 })[key] ?? 0;
