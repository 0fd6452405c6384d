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
  'keep',
  'write-on',
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

const byAsker: Partial<Record<AskStep, Next>> = { edit: 'open', move: 'open', keep: 'open', withdraw: 'withdrawn' };

/** The state machine of an ask (2.6): what may be done in each state, and where it leads. */
export const askTable: Record<AskState, Partial<Record<AskStep, Next>>> = {
  held: { ...byHolder, ...byAsker },
  delivered: { ...byHolder, ...byAsker, 'write-on': 'open', talk: 'talk' },
  lapsed: { ...byHolder, ...byAsker, 'write-on': 'open', talk: 'talk', proceed: 'proceeded', reask: 'open' },
  answered: { accept: 'accepted', reopen: 'open' },
  accepted: {},
  declined: { move: 'open', withdraw: 'withdrawn', talk: 'talk' },
  withdrawn: {},
  proceeded: {},
  talk: { outcome: 'answered' },
};

/** Who may take a step: the asker, the one who owes, the one to whom it is offered, somebody of the pool, or who covers for one who is away. */
export type AskParty = 'asker' | 'holder' | 'offered' | 'pool' | 'cover';
export const askParties: Record<AskStep, readonly AskParty[]> = {
  answer: ['holder', 'pool', 'cover'],
  accept: ['asker'],
  reopen: ['asker'],
  edit: ['asker'],
  defer: ['holder'],
  'agree-defer': ['asker'],
  offer: ['holder'],
  take: ['offered', 'cover'],
  'refuse-offer': ['offered', 'cover'],
  claim: ['pool'],
  decline: ['holder'],
  withdraw: ['asker'],
  proceed: ['asker'],
  reask: ['asker'],
  move: ['asker'],
  keep: ['asker'],
  'write-on': ['asker', 'holder'],
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
  /** Who waits for it, of an ask. */
  fromId?: string;
  what: string;
  /** ISO instant. */
  by: string;
  blocking: boolean;
}
