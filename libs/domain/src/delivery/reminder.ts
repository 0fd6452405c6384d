import { type Calendar, localDay } from '../time/calendar';
import { addDays } from '../time/day';
import { nextMorning, slotsOn } from '../time/slots';

/** When people are reminded of a deadline: so many days before it, when it has passed, and when it has been late for long. */
export interface Ladder {
  /** Days before the day of the deadline on whose morning the owner is told; 0 is the day itself. */
  before: number[];
  /** Whoever follows the task is told on the morning after it was missed. */
  overdue: boolean;
  /** Working days after which whoever sees to the board is told; null for never. */
  escalateAfter: number | null;
}

/** What holds where neither the person nor the board says otherwise. */
export const defaultLadder: Ladder = { before: [3, 1, 0], overdue: true, escalateAfter: 3 };

/** What a person may set for themselves; whom it is escalated to is the board's affair. */
export type OwnLadder = Pick<Ladder, 'before' | 'overdue'>;

/** What is wrong with a ladder as it was sent, as a sentence; null when nothing is. */
export function faultInLadder(ladder: Partial<Ladder>): string | null {
  const { before, overdue, escalateAfter } = ladder;
  if (!Array.isArray(before) || before.length > 6) return 'Keep at most six reminders before a deadline.';
  if (!before.every((n) => Number.isInteger(n) && n >= 0 && n <= 30)) return 'A reminder comes 0 to 30 days before a deadline.';
  if (new Set(before).size < before.length) return 'Each reminder comes on a day of its own.';
  if (typeof overdue !== 'boolean') return 'Say whether followers are told when a deadline has passed.';
  if (escalateAfter != null && !(Number.isInteger(escalateAfter) && escalateAfter >= 1 && escalateAfter <= 60))
    return 'A late task is taken further after 1 to 60 working days.';
  return null;
}

const lookBack = 30;

/**
 * The morning on which the owner hears that a deadline is so many days away: the last one of theirs on or before that day, and before the
 * deadline itself. The day of the deadline is the owner's own local one. Null when they do not work in the 30 days before.
 */
export function morningBefore(calendar: Calendar, bound: number, days: number): number | null {
  let day = addDays(localDay(calendar, bound - 1), -days);
  for (let i = 0; i < lookBack; i++, day = addDays(day, -1)) {
    const morning = slotsOn(calendar, day)[0];
    if (morning !== undefined && morning < bound) return morning;
  }
  return null;
}

/** The reminder of an owner whose time is now: its morning has come and the next one has not. Where several fall on one morning, the nearest. */
export function reminderAt(calendar: Calendar, bound: number, before: readonly number[], now: number): { days: number; at: number } | null {
  if (now >= bound) return null;
  for (const days of before.toSorted((a, b) => a - b)) {
    const at = morningBefore(calendar, bound, days);
    if (at === null || at > now) continue;
    const next = nextMorning(calendar, at + 1);
    return next === null || now < next ? { days, at } : null;
  }
  return null;
}
