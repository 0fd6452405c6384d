import type { Ask, AskStep } from '../conversation/ask';
import type { Cause } from './cause';

/** Something that happened, as far as somebody may have to hear of it. The reader of the log finds it in an event and its rows. */
export type Deed =
  | { what: 'ask'; ask: Ask; step: AskStep | 'send' }
  | { what: 'comment'; commentId: string; kind: 'note' | 'update' | 'ask' | 'blocker'; mentionIds: readonly string[] }
  | { what: 'owner'; fromId: string | null; toId: string | null }
  | { what: 'deadline' }
  | { what: 'countered' }
  | { what: 'counter-answered'; byId: string }
  | { what: 'handoff'; step: 'offered' | 'accepted' | 'declined'; fromId: string; toId: string }
  | { what: 'wait'; personId: string };

/** The task of a deed, as it is after it. */
export interface DeedScene {
  taskId: string;
  actorId: string;
  ownerId: string | null;
  requesterId: string | null;
  dueSetById: string | null;
  /** Everybody who follows it: who owns it, owes on it, is owed on it, or pinned it (K6). */
  followerIds: readonly string[];
}

/** Somebody is told something. The key is the same however often the deed is read, so that nothing is told twice. */
export interface Notice {
  personId: string;
  cause: Cause;
  objectId: string;
}

type AskNotice = (ask: Ask) => (readonly [personId: string | null, cause: Cause])[];

/** Of a group everybody hears, and whoever sees to it only when nobody takes it (Q1). */
const askedAgain: AskNotice = (ask) =>
  ask.poolIds.length > 0 ? ask.poolIds.map((id) => [id, 'ask-open'] as const) : [[ask.holderId, ask.blocking ? 'ask-blocking' : 'ask']];

/** Whom each step of an ask is told to. Steps that nobody needs to hear of (accept, withdraw, edit) have none. */
const askNotices: Record<AskStep | 'send', AskNotice> = {
  send: askedAgain,
  answer: (ask) => [[ask.askerId, 'ask-answered']],
  accept: () => [],
  reopen: (ask) => [[ask.holderId, 'ask-reopened']],
  // An earlier time is a new ask: it is delivered again (2.16).
  edit: (ask) => (ask.steps.some(({ step, at }) => step === 'edit' && at === ask.sentAt) ? askedAgain(ask) : []),
  defer: (ask) => [[ask.askerId, ask.deferAsked ? 'ask-more-time' : 'ask-deferred']],
  'agree-defer': (ask) => [[ask.holderId, 'ask-time']],
  offer: (ask) => [[ask.offeredToId, 'ask-offered']],
  // An ask that moved with its task comes to the new holder as a new one; one that was taken up is theirs by their own hand.
  take: (ask) => [[ask.askerId, 'ask-taken'], ...askedAgain(ask)],
  'refuse-offer': (ask) => [[ask.holderId, 'ask-returned']],
  claim: (ask) => [[ask.askerId, 'ask-taken']],
  decline: (ask) => [[ask.askerId, 'ask-declined']],
  withdraw: () => [],
  proceed: (ask) => [[ask.holderId, 'ask-proceeded']],
  reask: askedAgain,
  move: askedAgain,
  keep: () => [],
  'write-on': () => [],
  talk: (ask) => [
    [ask.holderId, 'ask-talk'],
    [ask.askerId, 'ask-talk'],
  ],
  outcome: (ask) => [
    [ask.holderId, 'ask-outcome'],
    [ask.askerId, 'ask-outcome'],
  ],
};

const commentCauses = { update: 'update', blocker: 'blocked' } as const;

type Told = readonly (readonly [personId: string | null, cause: Cause, objectId: string])[];

const handoffNotices = {
  offered: ({ toId }: { toId: string }, taskId: string): Told => [[toId, 'handoff-offered', taskId]],
  accepted: ({ fromId }: { fromId: string }, taskId: string): Told => [[fromId, 'handoff-accepted', taskId]],
  declined: ({ fromId }: { fromId: string }, taskId: string): Told => [[fromId, 'handoff-returned', taskId]],
};

function toldOf(deed: Deed, scene: DeedScene): Told {
  const { taskId, ownerId, requesterId, followerIds } = scene;
  switch (deed.what) {
    case 'ask':
      return askNotices[deed.step](deed.ask).map(([person, cause]) => [person, cause, deed.ask.id] as const);
    case 'comment': {
      const cause = deed.kind === 'update' || deed.kind === 'blocker' ? commentCauses[deed.kind] : null;
      const mentioned = deed.mentionIds.map((id) => [id, 'mention', deed.commentId] as const);
      const others = cause ? followerIds.filter((id) => !deed.mentionIds.includes(id)) : [];
      return [...mentioned, ...others.map((id) => [id, cause ?? 'update', deed.commentId] as const)];
    }
    case 'owner':
      return [
        [deed.toId, 'owner-given', taskId],
        [deed.fromId, 'owner-taken', taskId],
        [requesterId === deed.toId || requesterId === deed.fromId ? null : requesterId, 'owner-changed', taskId],
      ];
    case 'deadline':
      return [
        [ownerId, 'deadline-changed', taskId],
        [requesterId === ownerId ? null : requesterId, 'deadline-told', taskId],
      ];
    case 'countered':
      return [[scene.dueSetById ?? requesterId, 'deadline-countered', taskId]];
    case 'counter-answered':
      return [[deed.byId, 'deadline-answered', taskId]];
    case 'handoff':
      return handoffNotices[deed.step](deed, taskId);
    case 'wait':
      return [[deed.personId, 'waits-for-you', taskId]];
    default:
      return deed satisfies never;
  }
}

/** Who is told what of a deed: never somebody of their own doing, and nobody the same thing twice. */
export function noticesOf(deed: Deed, scene: DeedScene): Notice[] {
  const seen = new Set<string>();
  return toldOf(deed, scene).flatMap(([personId, cause, objectId]) => {
    const key = `${personId ?? ''} ${cause}`;
    if (!personId || personId === scene.actorId || seen.has(key)) return [];
    seen.add(key);
    return [{ personId, cause, objectId }];
  });
}
