import { type Calendar, dayWindows, localDay } from '../time/calendar';
import { addDays, daysBetween } from '../time/day';

const furthest = 400;

/** Planned working days that passed whole between two instants; days of leave count, as somebody who was away has them to catch up on. */
export function workingDaysBetween(calendar: Calendar, from: number, to: number): number {
  const planned: Calendar = { ...calendar, leave: [] };
  const [first, last] = [localDay(calendar, from), localDay(calendar, to)];
  let count = 0;
  for (let i = 1; i < Math.min(furthest, daysBetween(first, last)); i++) if (dayWindows(planned, addDays(first, i)).length > 0) count += 1;
  return count;
}
