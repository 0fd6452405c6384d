import type { Day } from './time/day';

export const handoffStates = ['on track', 'at risk', 'stuck'] as const;

/** What the giver tells the receiver: how it is, where it stands, what comes next, and what to watch out for. */
export interface HandoffNote {
  state: (typeof handoffStates)[number];
  where: string;
  /** At most three next actions, each with the day by which it is done. */
  next: { what: string; by: Day | null }[];
  /** "If the API is late, cut the export." */
  watchOuts: string;
  links: string;
  /** The day on which it is offered back; null for good. */
  returnsOn: Day | null;
}

/** The owner left, or gives the task away: it is offered until an instant, and changes hands when it is accepted (H1). */
export interface Handoff {
  kind: 'orphaned' | 'offered' | 'return';
  fromId: string;
  toId: string;
  /** ISO instant. */
  by: string;
  /** Null where nobody could write one. */
  note?: HandoffNote | null;
}

/** Somebody has the task until a day, and offers it back then (H4). */
export interface Lent {
  toId: string;
  on: Day;
}

export type HandoffState = 'offered' | 'expired';
export const handoffSteps = ['accept', 'question', 'decline', 'withdraw', 'offer'] as const;
export type HandoffStep = (typeof handoffSteps)[number];

/** The state machine of a handoff (2.8); accepted, declined and withdrawn ones are over and no longer kept. */
export const handoffTable: Record<HandoffState | 'none', readonly HandoffStep[]> = {
  none: ['offer'],
  offered: ['accept', 'question', 'decline', 'withdraw'],
  expired: ['offer', 'withdraw'],
};

/** Where a handoff stands: an offer that nobody took in time is back with the giver. What somebody left behind stays offered. */
export const handoffAt = (handoff: Handoff | null, now: number): HandoffState | 'none' =>
  handoff === null ? 'none' : handoff.kind !== 'orphaned' && now > Date.parse(handoff.by) ? 'expired' : 'offered';

/** A read-back is a sentence of the receiver's own. */
export const shortestReadBack = 20;
