import { type Day, type Time, addDays, minutesOf, startOfDay, wallOf } from './day';
import { instantOf, isKnownZone, isSkipped } from './zone';

/** What was promised, as it was said: a day, or a moment, in a named zone. The zone stays whoever owns the task and wherever they travel. */
export interface Deadline {
  on: Day;
  /** Null for the whole day. */
  time: Time | null;
  /** IANA zone. */
  zone: string;
}

/**
 * The instant at which it is missed: a moment itself, a day's exclusive end, which is the first instant of the next day (never 23:59:59).
 * `derived` stands in where this machine does not know the zone.
 */
export function boundOf({ on, time, zone }: Deadline, derived: number | null = null): number {
  if (derived !== null && !isKnownZone(zone)) return derived;
  return time === null ? startOfDay(zone, addDays(on, 1)) : instantOf(zone, wallOf(on, minutesOf(time)), 'later');
}

export const isOverdue = (deadline: Deadline, now: number, derived: number | null = null) => now >= boundOf(deadline, derived);

/** Whether the clocks of the zone skip this very time: it is kept as typed, and counts from the moment after the gap. */
export const isSkippedTime = ({ on, time, zone }: Deadline) => time !== null && isSkipped(zone, wallOf(on, minutesOf(time)));

/** By how many days a deadline moved; a time of day alone is no day. */
export const daysMoved = (from: Deadline, to: Deadline) => Math.round((boundOf(to) - boundOf(from)) / 86_400_000);

/** One entry of a deadline's history. */
export interface DeadlineChange {
  /** ISO instant. */
  at: string;
  /** Null when no person did: the rules of the world's clocks changed. */
  byId: string | null;
  from: Deadline | null;
  to: Deadline | null;
  why: string;
  /** Days later; negative for earlier, 0 for the first deadline. */
  days: number;
}
