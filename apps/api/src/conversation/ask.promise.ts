import { type Ask, type Calendar, type Norms, Refusal, hasHours, limits, promiseOf } from '@baton/domain';
import type { LockedBoard } from '../board/command';
import { atMost } from '../platform/text';

export type Promised = Pick<Ask, 'deliveredAt' | 'respondBy' | 'explicit' | 'shortNotice'>;

interface Wish {
  blocking: boolean;
  at: Date | null;
  shortNotice: string | null;
  /** They have read it: it counts from now. */
  delivered?: boolean;
  /** The time that holds for somebody without hours when none is named. */
  otherwise?: string;
}

/** What an ask promises, as it is kept; refuses a receiver who is not there, and a time that leaves them too little notice (A3, N3). */
export function promised(calendar: Calendar | undefined, norms: Norms, board: LockedBoard, wish: Wish): Promised {
  const now = board.now.getTime();
  if (calendar && !hasHours(calendar) && wish.at === null && wish.otherwise !== undefined && wish.otherwise > board.now.toISOString())
    return { deliveredAt: board.now.toISOString(), respondBy: wish.otherwise, explicit: true, shortNotice: null };
  const facts = { sentAt: now, blocking: wish.blocking, explicit: wish.at?.getTime() ?? null, ...(wish.delivered && { deliveredAt: now }) };
  const promise = calendar && promiseOf(calendar, norms, facts);
  if (!promise) throw new Refusal('BAD_INPUT', { field: 'personIds', reason: notThere(calendar) });
  const why = wish.shortNotice?.trim() ?? '';
  if (wish.at && wish.at.getTime() <= now)
    throw new Refusal('BAD_INPUT', { field: 'respondBy', reason: 'Choose a time that is still to come.' });
  if (!promise.feasible && why === '')
    throw new Refusal('BAD_INPUT', {
      field: 'respondBy',
      nextFeasible: new Date(promise.nextFeasible).toISOString(),
      reason: 'That leaves them too little working time. Choose a later time, somebody who is on, or say why it is short notice.',
    });
  return {
    deliveredAt: new Date(promise.deliveredAt).toISOString(),
    respondBy: new Date(promise.respondBy).toISOString(),
    explicit: wish.at !== null,
    shortNotice: promise.feasible ? null : atMost(why, 'the reason', limits.reason),
  };
}

const notThere = (calendar: Calendar | undefined) =>
  calendar && !hasHours(calendar)
    ? 'They have set no hours: name a time yourself.'
    : 'They are not at work in the next 120 days. Ask somebody who covers for them.';
