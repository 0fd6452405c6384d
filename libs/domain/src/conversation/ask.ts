import type { Norms } from '../norms';
import type { Calendar } from '../time/calendar';
import { exposureHours, nextMoment, nextSlot } from '../time/slots';
import { addWorking, endOfNthWorkingDay, workingBetween } from '../time/working';

/** What is wanted. An acknowledgement is answered with one key. */
export const askWants = ['answer', 'review', 'approval', 'acknowledgement'] as const;
export type AskWant = (typeof askWants)[number];
export const acknowledgements = ['seen', 'agree', 'object', 'done'] as const;
export type Acknowledgement = (typeof acknowledgements)[number];
export const talkReasons = ['time-sensitive', 'sensitive', 'going in circles'] as const;
export type TalkReason = (typeof talkReasons)[number];

/** What silence will mean. */
export type IfNoReply = { kind: 'wait' } | { kind: 'proceed'; text: string } | { kind: 'other'; personId: string };

/** Where an ask stands. The first three are told by the clock, the others by what people did. */
export const askStates = ['held', 'delivered', 'lapsed', 'answered', 'accepted', 'declined', 'withdrawn', 'proceeded', 'talk'] as const;
export type AskState = (typeof askStates)[number];

/** What people can do with an ask. */
export const askSteps = [
  'answer',
  'accept',
  'reopen',
  'edit',
  'defer',
  'agree-defer',
  'offer',
  'take',
  'refuse-offer',
  'claim',
  'decline',
  'withdraw',
  'proceed',
  'reask',
  'move',
  'talk',
  'outcome',
] as const;
export type AskStep = (typeof askSteps)[number];

/** Where a step leads; `open` means held or delivered, as the receiver's clock says. */
type Next = 'open' | 'answered' | 'accepted' | 'declined' | 'withdrawn' | 'proceeded' | 'talk';
const byHolder: Partial<Record<AskStep, Next>> = {
  answer: 'answered',
  decline: 'declined',
  defer: 'open',
  'agree-defer': 'open',
  offer: 'open',
  take: 'open',
  'refuse-offer': 'open',
  claim: 'open',
};

/** The state machine of an ask (2.6): what may be done in each state, and where it leads. */
export const askTable: Record<AskState, Partial<Record<AskStep, Next>>> = {
  held: { ...byHolder, edit: 'open', withdraw: 'withdrawn' },
  delivered: { ...byHolder, edit: 'open', withdraw: 'withdrawn', talk: 'talk' },
  lapsed: { ...byHolder, edit: 'open', withdraw: 'withdrawn', talk: 'talk', proceed: 'proceeded', reask: 'open', move: 'open' },
  answered: { accept: 'accepted', reopen: 'open' },
  accepted: {},
  declined: { move: 'open', withdraw: 'withdrawn', talk: 'talk' },
  withdrawn: {},
  proceeded: {},
  talk: { outcome: 'answered' },
};

/** Who may take a step: the asker, the one who owes, the one to whom it is offered, or somebody of the pool. */
export type AskParty = 'asker' | 'holder' | 'offered' | 'pool';
export const askParties: Record<AskStep, readonly AskParty[]> = {
  answer: ['holder', 'pool'],
  accept: ['asker'],
  reopen: ['asker'],
  edit: ['asker'],
  defer: ['holder'],
  'agree-defer': ['asker'],
  offer: ['holder'],
  take: ['offered'],
  'refuse-offer': ['offered'],
  claim: ['pool'],
  decline: ['holder'],
  withdraw: ['asker'],
  proceed: ['asker'],
  reask: ['asker'],
  move: ['asker'],
  talk: ['asker', 'holder'],
  outcome: ['asker', 'holder'],
};

/** One thing that was done with an ask, oldest first. */
export interface AskDone {
  step: AskStep | 'send';
  at: string;
  byId: string;
  text: string;
}

/** A conversation in person, chosen on purpose; its initiator owes a written outcome (2.13). */
export interface Talk {
  initiatorId: string;
  reason: TalkReason;
  at: string;
  /** When they meet, ISO instants; null while no time is set. */
  from: string | null;
  to: string | null;
  link: string;
  /** Until when the outcome is written. */
  outcomeBy: string | null;
}

/** One question to one person: who owes what to whom, until when. Instants as ISO text. */
export interface Ask {
  id: string;
  taskId: string;
  boardId: string;
  /** The comment that says what is asked; several asks may share one (Q0). */
  commentId: string;
  askerId: string;
  /** Exactly one person owes it (Q1). */
  holderId: string;
  /** Any of these may claim it; empty when it was addressed to one person. */
  poolIds: string[];
  want: AskWant;
  blocking: boolean;
  ifNoReply: IfNoReply;
  sentAt: string;
  deliveredAt: string;
  respondBy: string;
  /** The asker named the time, so it does not slide. */
  explicit: boolean;
  /** Why the notice is shorter than the house rules allow; never counts as late for the receiver. */
  shortNotice: string | null;
  deferred: boolean;
  /** What the holder would need, when they had more time once already: the asker agrees or not. */
  deferAsked: { to: string; why: string } | null;
  offeredToId: string | null;
  /** For whom the holder stands in. */
  delegatedFromId: string | null;
  /** What people did last, when it ended or waits for the asker; null while it is open. */
  closed: {
    as: 'answered' | 'accepted' | 'declined' | 'withdrawn' | 'proceeded' | 'talk';
    at: string;
    byId: string;
    text: string;
    ack: Acknowledgement | null;
    /** Whom somebody who declined would ask instead. */
    insteadId: string | null;
  } | null;
  talk: Talk | null;
  /** Questions and answers so far; after three a talk is offered, once. */
  rounds: number;
  version: number;
  steps: AskDone[];
}

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
 * When an ask reaches somebody and until when an answer is expected (N1, N3): counted from delivery, in the receiver's hours.
 * Null when they are not at work within 120 days.
 */
export function promiseOf(
  calendar: Calendar,
  norms: Norms,
  ask: { sentAt: number; blocking: boolean; explicit: number | null },
): AskPromise | null {
  const deliveredAt = ask.blocking ? nextMoment(calendar, ask.sentAt) : nextSlot(calendar, ask.sentAt);
  if (deliveredAt === null) return null;
  const normal = ask.blocking
    ? addWorking(calendar, deliveredAt, norms.blockingHours)
    : endOfNthWorkingDay(calendar, deliveredAt, norms.askDays);
  const nextFeasible = addWorking(calendar, deliveredAt, norms.minNoticeHours);
  if (normal === null || nextFeasible === null) return null;
  const respondBy = ask.explicit ?? normal;
  return {
    deliveredAt,
    respondBy,
    feasible: ask.explicit === null || workingBetween(calendar, deliveredAt, ask.explicit) >= norms.minNoticeHours,
    nextFeasible,
  };
}

/** What the clock makes of an ask. */
export interface AskStanding {
  state: AskState;
  /** Milliseconds: the promised time, or later while the receiver has not been at work long enough to be heard (Q3). */
  respondBy: number;
  /** Its time is over, but the receiver had no chance to hear it. */
  notYetHeard: boolean;
  /** Silence lasted long enough to go ahead. */
  silent: boolean;
}

/** Calendars of the two people of an ask, and the rules of its board. */
export interface AskScene {
  holder: Calendar;
  asker: Calendar;
  norms: Norms;
}

/** Working days after which an answer that nobody questioned is accepted. */
export const acceptedAfterDays = 2;

/** Where an ask stands at an instant: a function of what was written and of the time, so that no job is needed (P8). */
export function askAt(ask: Ask, scene: AskScene, now: number): AskStanding {
  const delivered = Date.parse(ask.deliveredAt);
  const promised = Date.parse(ask.respondBy);
  const { norms, holder } = scene;
  const heardBy = ask.shortNotice === null ? addWorking(holder, delivered, norms.minNoticeHours) : promised;
  const respondBy = heardBy === null ? promised : Math.max(promised, heardBy);
  const standing = { respondBy, notYetHeard: false, silent: false };
  if (ask.closed) {
    if (ask.closed.as !== 'answered') return { ...standing, state: ask.closed.as };
    const settled = endOfNthWorkingDay(scene.asker, Date.parse(ask.closed.at), acceptedAfterDays);
    return { ...standing, state: settled !== null && now >= settled ? 'accepted' : 'answered' };
  }
  if (now < delivered) return { ...standing, state: 'held' };
  const exposure = workingBetween(holder, delivered, now);
  const heard = exposure >= norms.minNoticeHours || (ask.shortNotice !== null && now > promised);
  const floor = ask.blocking ? norms.blockingHours : exposureHours(holder, norms.silenceDays);
  if (now > respondBy && heard) return { ...standing, state: 'lapsed', silent: exposure >= floor };
  return { ...standing, state: 'delivered', notYetHeard: now > promised && !heard };
}

/** Whether a step is allowed in a state. */
export const mayStep = (state: AskState, step: AskStep): boolean => askTable[state][step] !== undefined;

/** The part that somebody has in an ask. */
export function partiesOf(ask: Ask, personId: string): Set<AskParty> {
  const parties = new Set<AskParty>();
  if (personId === ask.askerId) parties.add('asker');
  if (personId === ask.holderId) parties.add('holder');
  if (personId === ask.offeredToId) parties.add('offered');
  if (ask.poolIds.includes(personId)) parties.add('pool');
  return parties;
}

/** The steps that somebody can take now, in the order of the table. */
export function stepsFor(ask: Ask, standing: AskStanding, personId: string): AskStep[] {
  const parties = partiesOf(ask, personId);
  return askSteps.filter(
    (step) => mayStep(standing.state, step) && askParties[step].some((party) => parties.has(party)) && fits(ask, standing, step),
  );
}

/** What a step needs besides the state. */
const needs: Partial<Record<AskStep, (ask: Ask, standing: AskStanding) => boolean>> = {
  proceed: (ask, { silent }) => silent && ask.ifNoReply.kind === 'proceed',
  'agree-defer': (ask) => ask.deferAsked !== null,
  take: (ask) => ask.offeredToId !== null,
  'refuse-offer': (ask) => ask.offeredToId !== null,
  // One hop: whoever stands in does not pass it on (O2).
  offer: (ask) => ask.delegatedFromId === null && ask.offeredToId === null,
  claim: (ask) => ask.poolIds.length > 0,
};
const fits = (ask: Ask, standing: AskStanding, step: AskStep) => needs[step]?.(ask, standing) ?? true;

/** When the one reminder goes out: the holder's first slot after the time that was promised (Q2). */
export const nudgeAt = (ask: Ask, scene: AskScene): number | null =>
  nextSlot(scene.holder, askAt(ask, scene, Date.parse(ask.sentAt)).respondBy);

/** The respond-by after calendars changed: a derived one is counted again, and only ever moves later by itself (N2, O4). */
export function slidRespondBy(ask: Ask, scene: AskScene): number {
  const stored = Date.parse(ask.respondBy);
  if (ask.explicit) return stored;
  const delivered = Date.parse(ask.deliveredAt);
  const again = ask.blocking
    ? addWorking(scene.holder, delivered, scene.norms.blockingHours)
    : endOfNthWorkingDay(scene.holder, delivered, scene.norms.askDays);
  return again === null ? stored : Math.max(stored, again);
}

/** Rounds of question and answer by one pair after which a talk is offered. */
export const roundsBeforeTalk = 3;

/** What somebody owes, as the move line says it. */
export const wantVerbs: Record<AskWant, string> = {
  answer: 'answer',
  review: 'review',
  approval: 'approve',
  acknowledgement: 'acknowledge',
};

/** An open debt as the card of its task carries it: the move line is derived from the blocking ones (M3, M4). */
export interface Owed {
  id: string;
  kind: 'ask' | 'decision';
  personId: string;
  what: string;
  /** ISO instant. */
  by: string;
  blocking: boolean;
}
