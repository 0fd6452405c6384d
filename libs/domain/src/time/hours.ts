import type { Calendar } from './calendar';
import { addWorking, workingBetween } from './working';

const hour = 3_600_000;

/** Whether somebody has said that they work at all. A contractor may have set no hours: time then passes for them by the clock (2.16). */
export const hasHours = ({ week, overrides }: Calendar): boolean =>
  Object.values(week).some((shifts) => shifts.length > 0) || overrides.some(({ intervals }) => intervals.length > 0);

/** The instant at which so many hours have passed for somebody: working hours, or plain ones for who has set none. Null beyond 120 days. */
export const afterHours = (calendar: Calendar, from: number, hours: number): number | null =>
  hasHours(calendar) ? addWorking(calendar, from, hours) : from + hours * hour;

/** The hours that pass for somebody between two instants; 0 when they are the wrong way round. */
export const hoursBetween = (calendar: Calendar, from: number, to: number): number =>
  hasHours(calendar) ? workingBetween(calendar, from, to) : Math.max(0, to - from) / hour;
