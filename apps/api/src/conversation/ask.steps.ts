import {
  type Acknowledgement,
  type Ask,
  type AskStanding,
  type AskStep,
  Refusal,
  acknowledgements,
  keptText,
  limits,
  talkReasons,
} from '@baton/domain';
import { atMost, requireText } from '../platform/text';
import type { StepAskInput } from './conversation.inputs';

/** What a step does to an ask, and what it says; `says` puts the words into the thread. */
export interface AskEffect {
  ask: Partial<Ask>;
  text?: string;
  says?: boolean;
}

interface StepScene {
  input: Omit<StepAskInput, 'commandId' | 'askId'>;
  byId: string;
  now: Date;
  /** The end of somebody's next working day after an instant. */
  endOfNext: (personId: string, after: Date) => string;
  /** What the ask would promise if this person were asked now; `delivered` to somebody who has it already. */
  again: (
    holderId: string,
    change?: { at?: Date | null; delivered?: boolean; otherwise?: string },
  ) => Pick<Ask, 'deliveredAt' | 'respondBy' | 'explicit' | 'shortNotice'>;
  /** Who is asked in the place of somebody: themselves, or the triage person while they are away (O2). */
  standIn: (personId: string) => string;
  /** What the clock makes of the ask now. */
  standing: AskStanding;
}

type Closed = NonNullable<Ask['closed']>;
const closedAs = (
  as: Closed['as'],
  { byId, now, input }: StepScene,
  text: string,
  ack: Acknowledgement | null = null,
): Pick<Ask, 'closed' | 'offeredToId' | 'deferAsked'> => ({
  closed: { as, at: now.toISOString(), byId, text, ack, insteadId: as === 'declined' ? (input.personId ?? null) : null },
  offeredToId: null,
  deferAsked: null,
});
const words = (scene: StepScene, field: string) => requireText(scene.input.text ?? '', field, limits.comment);
const optional = (scene: StepScene) => atMost((scene.input.text ?? '').trim(), 'the text', limits.comment);
const later = (a: string, b: string) => (a > b ? a : b);
const person = ({ input }: StepScene, reason: string) => {
  if (!input.personId) throw new Refusal('BAD_INPUT', { field: 'personId', reason });
  return input.personId;
};

/** Somebody else owes it from now on, who has read it: counted for them, and never earlier than it was. */
const handedTo = (ask: Ask, scene: StepScene, holderId: string): Partial<Ask> => {
  const { deliveredAt, respondBy } = scene.again(holderId, { delivered: true, otherwise: ask.respondBy });
  return { holderId, deliveredAt, respondBy: later(ask.respondBy, respondBy), offeredToId: null };
};
/** For whom somebody stands in who takes or answers it; what any of several may take is nobody's before. */
const inPlaceOf = (ask: Ask): Partial<Ask> => (ask.poolIds.length > 0 ? { poolIds: [] } : { delegatedFromId: ask.holderId });

/** Asked anew: delivered again, with a time of its own. */
const anew = (scene: StepScene, holderId: string): Partial<Ask> => ({
  ...scene.again(holderId, { at: scene.input.at ?? null }),
  holderId,
  sentAt: scene.now.toISOString(),
  closed: null,
  deferred: false,
  deferAsked: null,
  offeredToId: null,
});

/** The effect of each step; whether it is allowed was decided before by the table. */
export const effects: Record<AskStep, (ask: Ask, scene: StepScene) => AskEffect> = {
  answer: (ask, scene) => {
    const ack = ask.want === 'acknowledgement' ? (scene.input.ack ?? null) : null;
    if (ack && !acknowledgements.includes(ack))
      throw new Refusal('BAD_INPUT', { field: 'ack', reason: 'Choose seen, agree, object or done.' });
    const text = ack && ack !== 'object' ? optional(scene) : words(scene, ack === 'object' ? 'what you object to' : 'an answer');
    const claimed = scene.byId === ask.holderId ? { poolIds: [] } : { holderId: scene.byId, ...inPlaceOf(ask) };
    return { ask: { ...claimed, ...closedAs('answered', scene, text, ack), rounds: ask.rounds + 1 }, text, says: true };
  },
  accept: (ask, scene) => ({ ask: { closed: ask.closed && { ...ask.closed, as: 'accepted' } }, text: optional(scene) }),
  reopen: (ask, scene) => ({ ask: anew(scene, ask.holderId), text: words(scene, 'what is missing'), says: true }),
  edit: (ask, scene) => {
    const at = scene.input.at ?? null;
    const version = ask.version + 1;
    const delivered = scene.now.toISOString() >= ask.deliveredAt;
    if (delivered) {
      const { respondBy, explicit, shortNotice } = scene.again(ask.holderId, { at, delivered, otherwise: ask.respondBy });
      if (respondBy >= ask.respondBy) return { ask: { respondBy, explicit, shortNotice, version } };
    }
    // An earlier time after delivery is a new ask: it is delivered again.
    return { ask: { ...scene.again(ask.holderId, { at }), sentAt: scene.now.toISOString(), deferred: false, deferAsked: null, version } };
  },
  defer: (ask, scene) => {
    const to = scene.input.at?.toISOString();
    if (!to || to <= ask.respondBy)
      throw new Refusal('BAD_INPUT', { field: 'at', reason: 'Say until when you need: later than it is now.' });
    const why = optional(scene);
    if (ask.deferred) return { ask: { deferAsked: { to, why: why || 'more time' } }, text: why };
    return { ask: { respondBy: to, explicit: true, deferred: true }, text: why };
  },
  'agree-defer': (ask, scene) =>
    scene.input.agree === false || !ask.deferAsked
      ? { ask: { deferAsked: null }, text: optional(scene) }
      : { ask: { respondBy: later(ask.deferAsked.to, ask.respondBy), explicit: true, deferAsked: null }, text: optional(scene) },
  offer: (ask, scene) => {
    const to = person(scene, 'Choose who could answer for you.');
    if (to === ask.askerId)
      throw new Refusal('BAD_INPUT', { field: 'personId', reason: 'They asked you: decline instead, and say who could help.' });
    if (to === ask.holderId) throw new Refusal('BAD_INPUT', { field: 'personId', reason: 'Choose somebody else.' });
    const offeredToId = scene.standIn(to);
    if (offeredToId === ask.askerId || offeredToId === ask.holderId)
      throw new Refusal('BAD_INPUT', { field: 'personId', reason: 'They are away now. Choose somebody who is here.' });
    return { ask: { offeredToId }, text: optional(scene) };
  },
  take: (ask, scene) => ({ ask: { ...handedTo(ask, scene, scene.byId), ...inPlaceOf(ask) } }),
  'refuse-offer': (_, scene) => ({ ask: { offeredToId: null }, text: optional(scene) }),
  claim: (ask, scene) => ({ ask: { ...handedTo(ask, scene, scene.byId), poolIds: [] } }),
  decline: (_, scene) => {
    const text = words(scene, 'why you decline, in a few words');
    return { ask: closedAs('declined', scene, text), text, says: true };
  },
  withdraw: (_, scene) => ({ ask: closedAs('withdrawn', scene, optional(scene)), text: optional(scene) }),
  proceed: (ask, scene) => {
    const text = ask.ifNoReply.kind === 'proceed' ? ask.ifNoReply.text : '';
    return { ask: closedAs('proceeded', scene, text), text };
  },
  reask: (ask, scene) => ({ ask: anew(scene, ask.holderId), text: optional(scene) }),
  move: (ask, scene) => {
    const to = person(scene, 'Choose whom you ask instead.');
    if (to === ask.askerId || to === ask.holderId) throw new Refusal('BAD_INPUT', { field: 'personId', reason: 'Choose somebody else.' });
    return { ask: { ...anew(scene, to), poolIds: [], delegatedFromId: null }, text: optional(scene) };
  },
  keep: (ask, { standing }) => ({ ask: {}, text: keptText(ask, standing) ?? '' }),
  'write-on': () => ({ ask: {} }),
  talk: (_, scene) => {
    const { reason, from, to, link } = scene.input;
    if (!reason || !talkReasons.includes(reason))
      throw new Refusal('BAD_INPUT', { field: 'reason', reason: 'Say why a talk is better here.' });
    if (from && to && to <= from) throw new Refusal('BAD_INPUT', { field: 'to', reason: 'A talk ends after it began.' });
    const address = atMost((link ?? '').trim(), 'the link', 2_000);
    if (address && !/^https?:\/\//i.test(address))
      throw new Refusal('BAD_INPUT', { field: 'link', reason: 'Write the whole link, beginning with https://.' });
    return {
      ask: {
        ...closedAs('talk', scene, reason),
        talk: {
          initiatorId: scene.byId,
          reason,
          at: scene.now.toISOString(),
          from: from?.toISOString() ?? null,
          to: to?.toISOString() ?? null,
          link: address,
          outcomeBy: scene.endOfNext(scene.byId, to ?? scene.now),
        },
      },
      text: reason,
    };
  },
  outcome: (_, scene) => {
    const text = words(scene, 'what came of the talk');
    return { ask: { ...closedAs('answered', scene, text) }, text, says: true };
  },
};
