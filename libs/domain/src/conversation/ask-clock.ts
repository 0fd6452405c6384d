import type { Norms } from '../norms';
import { leaveAt } from '../time/availability';
import type { Calendar, Leave } from '../time/calendar';
import { afterHours, hasHours, hoursBetween } from '../time/hours';
import { exposureHours, nextMoment, nextSlot } from '../time/slots';
import { addWorking, endOfNthWorkingDay } from '../time/working';
import type { Ask, AskState } from './ask';

/** What an ask would promise, before it is sent. Instants in milliseconds of UTC. */
export interface AskPromise {
  deliveredAt: number;
  respondBy: number;
  /** An explicit time leaves the receiver at least the house rules' notice. */
  feasible: boolean;
  /** The earliest time that does. */
  nextFeasible: number;
}

/**
 * When an ask reaches somebody and until when an answer is expected (N1, N3): counted from delivery, in the receiver's hours. `deliveredAt`
 * is given for somebody who has it already. Null when they are not at work within 120 days, or have set no hours and no time is named.
 */
export function promiseOf(
  calendar: Calendar,
  norms: Norms,
  ask: { sentAt: number; blocking: boolean; explicit: number | null; deliveredAt?: number },
): AskPromise | null {
  const timed = hasHours(calendar);
  const slot = () => (ask.blocking ? nextMoment(calendar, ask.sentAt) : nextSlot(calendar, ask.sentAt));
  const deliveredAt = ask.deliveredAt ?? (timed ? slot() : ask.sentAt);
  if (deliveredAt === null) return null;
  const normal = !timed ? null : normBy(calendar, norms, deliveredAt, ask.blocking);
  const nextFeasible = afterHours(calendar, deliveredAt, norms.minNoticeHours);
  const respondBy = ask.explicit ?? normal;
  if (respondBy === null || nextFeasible === null) return null;
  return {
    deliveredAt,
    respondBy,
    feasible: ask.explicit === null || hoursBetween(calendar, deliveredAt, ask.explicit) >= norms.minNoticeHours,
    nextFeasible,
  };
}

const normBy = (calendar: Calendar, norms: Norms, deliveredAt: number, blocking: boolean) =>
  blocking ? addWorking(calendar, deliveredAt, norms.blockingHours) : endOfNthWorkingDay(calendar, deliveredAt, norms.askDays);

/** What the clock makes of an ask. */
export interface AskStanding {
  state: AskState;
  /** Milliseconds: the promised time, or later while the receiver has not been at work long enough to be heard (Q3). */
  respondBy: number;
  /** Its time is over, but the receiver had no chance to hear it. */
  notYetHeard: boolean;
  /** Silence lasted long enough to go ahead. */
  silent: boolean;
  /** Who may answer for the holder at this moment; null while they are here. */
  coverId: string | null;
  /** The holder left. */
  gone: boolean;
  /** A time that was named falls into this leave of the holder, and the asker has not said that it stays (2.16). */
  conflict: Leave | null;
}

/** Calendars of the two people of an ask, the rules of its board, and who stands in. */
export interface AskScene {
  holder: Calendar;
  asker: Calendar;
  norms: Norms;
  coverId?: string | null;
  gone?: boolean;
}

/** Working days after which an answer that nobody questioned is accepted. */
export const acceptedAfterDays = 2;

/** Where an ask stands at an instant: a function of what was written and of the time, so that no job is needed (P8). */
export function askAt(ask: Ask, scene: AskScene, now: number): AskStanding {
  const delivered = Date.parse(ask.deliveredAt);
  const promised = Date.parse(ask.respondBy);
  const { norms, holder } = scene;
  const respondBy = expectedBy(ask, scene);
  const open = ask.closed === null;
  const gone = open && scene.gone === true;
  const standing = {
    respondBy,
    notYetHeard: false,
    silent: false,
    gone,
    coverId: open ? (scene.coverId ?? null) : null,
    conflict: open && now < promised ? leaveInTheWay(ask, holder) : null,
  };
  if (ask.closed) {
    if (ask.closed.as !== 'answered') return { ...standing, state: ask.closed.as };
    const settled = endOfNthWorkingDay(scene.asker, Date.parse(ask.closed.at), acceptedAfterDays);
    return { ...standing, state: settled !== null && now >= settled ? 'accepted' : 'answered' };
  }
  if (now < delivered) return { ...standing, state: 'held' };
  const exposure = hoursBetween(holder, delivered, now);
  const heard = exposure >= norms.minNoticeHours;
  const floor = ask.blocking ? norms.blockingHours : exposureHours(holder, norms.silenceDays);
  if (now > respondBy && heard) return { ...standing, state: 'lapsed', silent: exposure >= floor };
  return { ...standing, state: 'delivered', notYetHeard: now > promised && !heard };
}

/** Until when an answer is expected: the promised time, or later where the receiver could not have heard it by then (Q3). */
export function expectedBy(ask: Ask, { holder, norms }: Pick<AskScene, 'holder' | 'norms'>): number {
  const promised = Date.parse(ask.respondBy);
  const heardBy = afterHours(holder, Date.parse(ask.deliveredAt), norms.minNoticeHours);
  return heardBy === null ? promised : Math.max(promised, heardBy);
}

/** The leave that a named time falls into, unless the asker said that the time stays all the same. */
function leaveInTheWay(ask: Ask, holder: Calendar): Leave | null {
  const leave = ask.explicit ? leaveAt(holder, Date.parse(ask.respondBy)) : null;
  return leave && !ask.steps.some(({ step, text }) => step === 'keep' && text === keptAs(ask, leave)) ? leave : null;
}

/** How it is written down that a time stays although it falls into a leave; another leave or another time asks again. */
export const keptAs = (ask: Pick<Ask, 'respondBy'>, leave: Pick<Leave, 'id'>) => `${ask.respondBy} ${leave.id}`;

/** When the one reminder goes out: the holder's first slot after the time that was promised (Q2). */
export function nudgeAt(ask: Ask, scene: AskScene): number | null {
  const by = expectedBy(ask, scene);
  return hasHours(scene.holder) ? nextSlot(scene.holder, by) : by;
}

/** When an ask that any of several may take has used half of its time in the holder's hours: the triage person is told then (Q1). Null for others. */
export function halfTimeOf(ask: Ask, scene: Pick<AskScene, 'holder' | 'norms'>): number | null {
  if (ask.poolIds.length === 0) return null;
  const delivered = Date.parse(ask.deliveredAt);
  return afterHours(scene.holder, delivered, hoursBetween(scene.holder, delivered, expectedBy(ask, scene)) / 2);
}

/**
 * Whether an answer counts as late in numbers about answers (Q7): never with short notice, when the asker moved the goal, or while nobody
 * could have heard the question.
 */
export function countsAsLate(ask: Ask, scene: AskScene, now: number): boolean {
  if (ask.shortNotice !== null || ask.steps.some(({ step, at }) => step === 'reopen' || (step === 'edit' && at >= ask.deliveredAt)))
    return false;
  const answered = ask.closed?.as === 'answered' || ask.closed?.as === 'accepted' ? ask.steps.find(({ step }) => step === 'answer') : null;
  if (answered) return Date.parse(answered.at) > expectedBy(ask, scene);
  return ask.closed === null && askAt(ask, scene, now).state === 'lapsed';
}

/**
 * Delivery and respond-by after calendars changed: what is still held and what was derived is counted again, and only ever moves later by
 * itself (N2, O4).
 */
export function slid(ask: Ask, scene: Pick<AskScene, 'holder' | 'norms'>, now: number): { deliveredAt: number; respondBy: number } {
  const before = { deliveredAt: Date.parse(ask.deliveredAt), respondBy: Date.parse(ask.respondBy) };
  const { holder, norms } = scene;
  if (!hasHours(holder)) return before;
  // Counted from the delivery that was promised, not from the sending: it was later already after an earlier leave that is cancelled now.
  const held = now < before.deliveredAt;
  const slot = held ? promiseOf(holder, norms, { sentAt: before.deliveredAt, blocking: ask.blocking, explicit: null }) : null;
  const deliveredAt = Math.max(before.deliveredAt, slot?.deliveredAt ?? 0);
  const by = ask.explicit ? null : normBy(holder, norms, deliveredAt, ask.blocking);
  return { deliveredAt, respondBy: Math.max(before.respondBy, by ?? 0) };
}
