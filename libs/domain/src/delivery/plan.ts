import type { DeliveryClass } from '../brief';
import { leaveAt } from '../time/availability';
import { type Calendar, leaveWindow } from '../time/calendar';
import { hasHours } from '../time/hours';
import { type LeaveScope, delegateFor } from '../time/leave';
import { isPermitted } from '../time/slots';
import { dueAt, isFolded, takesDay } from './hold';

/** Something that waits to be told to one person. Instants in milliseconds of UTC. */
export interface Waiting {
  class: DeliveryClass;
  duty: boolean;
  /** What kind of thing a delegate is asked to answer for; asks unless said. */
  scope?: LeaveScope;
  /** When it arose. */
  at: number;
}

/** What becomes of something that waits, at an instant. */
export type Fate =
  | { kind: 'held'; until: number | null }
  | { kind: 'due'; slot: number }
  /** Leave took whole days: it is read in the catch-up. */
  | { kind: 'folded' }
  /** Whoever covers gets it now, counted from `at`; the receiver's own stays held. */
  | { kind: 'covered'; delegateId: string; at: number };

/** The slot of something that waits. A slot whose message was formed already is over: what came too late for it goes with the next. */
function slotOf(item: Waiting, calendar: Calendar, lastSlot: number | null): number | null {
  const slot = dueAt(item.class, item.at, calendar);
  if (slot === null || lastSlot === null || slot > lastSlot) return slot;
  return dueAt(item.class === 'digest' ? 'move' : item.class, lastSlot + 1, calendar);
}

/** What becomes of something that waits for a person; `lastSlot` is the last slot for which they have a message. */
export function fateOf(item: Waiting, calendar: Calendar, now: number, lastSlot: number | null): Fate {
  // Somebody without hours (2.16) is told on the page at once, and nowhere else: there is no time at which Baton may speak to them.
  if (!hasHours(calendar))
    return item.class === 'ambient' ? { kind: 'held', until: null } : { kind: 'due', slot: Math.max(item.at, (lastSlot ?? -1) + 1) };
  const slot = slotOf(item, calendar, lastSlot);
  if (item.class === 'digest' && !item.duty && isFolded(calendar, item.at, Math.min(slot ?? Infinity, now))) return { kind: 'folded' };
  if (slot !== null && slot <= now) return isPermitted(calendar, now) ? { kind: 'due', slot } : { kind: 'held', until: slot };
  const leave = item.duty ? leaveAt(calendar, now) : null;
  const delegateId = leave && delegateFor(leave, item.scope ?? 'asks');
  if (delegateId && (item.class === 'blocking' || takesDay(calendar, leave)))
    return { kind: 'covered', delegateId, at: Math.max(item.at, leaveWindow(calendar, leave).start) };
  return { kind: 'held', until: slot };
}

/** What is formed for one person at an instant. */
export interface Plan<T> {
  /** The message, if there is one: all that is due, under the latest of its slots, so that missed ones merge (L4). */
  message: { slot: number; items: T[] } | null;
  folded: T[];
  covered: { item: T; delegateId: string; at: number }[];
}

/** What to do for one person now, of all that waits for them. What is urgent has messages of its own. */
export function planOf<T extends Waiting>(items: readonly T[], calendar: Calendar, now: number, lastSlot: number | null): Plan<T> {
  const due: { slot: number; item: T }[] = [];
  const plan: Plan<T> = { message: null, folded: [], covered: [] };
  for (const item of items) {
    const fate = fateOf(item, calendar, now, lastSlot);
    if (fate.kind === 'due') due.push({ slot: fate.slot, item });
    else if (fate.kind === 'folded') plan.folded.push(item);
    else if (fate.kind === 'covered') plan.covered.push({ item, delegateId: fate.delegateId, at: fate.at });
  }
  if (due.length > 0) plan.message = { slot: Math.max(...due.map(({ slot }) => slot)), items: due.map(({ item }) => item) };
  return plan;
}

/** Pauses before each further try to hand a message over, in minutes; after the last it has failed. */
export const retryMinutes = [1, 2, 5, 10, 20, 40, 60, 120, 240] as const;
