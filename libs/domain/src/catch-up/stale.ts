import type { Calendar } from '../time/calendar';
import { addDays, weekday } from '../time/day';
import { dayWindows, localDay } from '../time/calendar';
import { endOfNthWorkingDay } from '../time/working';

/** A task that is being worked on and did not move. Instants as ISO text. */
export interface StaleTask {
  id: string;
  number: number;
  title: string;
  ownerId: string | null;
  ownerName: string | null;
  columnName: string;
  dueOn: string | null;
  dueTime: string | null;
  dueZone: string | null;
  dueAt: string | null;
  /** When something last happened on it, or somebody said that it stays. */
  movedAt: string;
}

/** Whether so many working days of its owner are over since something last happened. Leave is no working day. */
export function isStale(calendar: Calendar, movedAt: number, now: number, days: number): boolean {
  const end = endOfNthWorkingDay(calendar, movedAt, days);
  return end !== null && now >= end;
}

/** The Monday of the week that an instant lies in, for somebody. */
export function mondayOf(calendar: Calendar, now: number): string {
  const today = localDay(calendar, now);
  return addDays(today, 1 - weekday(today));
}

/** The end of somebody's last working day of this week; null when the week is over for them. */
export function endOfWeek(calendar: Calendar, now: number): number | null {
  const monday = mondayOf(calendar, now);
  const ends = [0, 1, 2, 3, 4, 5, 6].flatMap((n) => dayWindows(calendar, addDays(monday, n)).at(-1)?.end ?? []);
  const last = ends.length > 0 ? Math.max(...ends) : null;
  return last !== null && last > now ? last : null;
}
