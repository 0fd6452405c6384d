import type { BriefLine } from '../brief';
import { type DecisionScene, decisionAt, standsInForDecider } from '../decision/closing';
import { type Decision, currentStance, decisionName } from '../decision/decision';
import { defaultNorms } from '../norms';
import { startOfDay } from '../time/day';
import type { Duty } from './duties';
import { type Facts, type Happened, calendarIn, nameIn } from './facts';
import { onOneLine, saying } from './words';

/** What the rules of time ask for a decision of a board. */
export function decisionSceneIn(facts: Facts, boardId: string): DecisionScene {
  const board = facts.boards.get(boardId);
  return {
    calendarOf: (personId) => calendarIn(facts, personId, boardId),
    norms: board?.norms ?? defaultNorms,
    zone: board?.zone ?? 'UTC',
    answeredAt: (askId) => facts.answeredAt.get(askId) ?? null,
  };
}

/** "D-42 Which paper?" with something after it. */
const called = (decision: Decision, words: string) => {
  const question = onOneLine(decision.question, 60);
  return `${decisionName(decision.number)} ${question}${/[?!.…]$/.test(question) ? '' : ':'} ${words}`;
};

/** What a decision asks of the reader now; null for nothing. */
export function decisionDuty(facts: Facts, decision: Decision): Duty | null {
  const { meId, now } = facts;
  const standing = decisionAt(decision, decisionSceneIn(facts, decision.boardId), now);
  const duty = (what: string, verb: string, text: string, by: number | null, byId: string | null, at: string): Duty => ({
    key: `decision:${decision.id}:${what}:${decision.version}`,
    object: 'decision',
    objectId: decision.id,
    boardId: decision.boardId,
    taskId: decision.taskIds.find((id) => facts.tasks.has(id)) ?? null,
    verb,
    text,
    reason: what === 'view' ? 'your view is asked' : what === 'inform' ? 'you propose it' : 'you decide',
    class: 'move',
    byId,
    by,
    at,
    heldUntil: null,
    answers: [],
  });
  const decider = decision.deciderId ?? decision.proposerId;
  if (standing.state === 'open') {
    const unanswered = decision.stances.findLast((s) => s.kind === 'need information' && !s.informed && s.askId === null);
    if (unanswered && decision.proposerId === meId) {
      const text = saying(`${nameIn(facts, unanswered.personId)} needs information on ${decisionName(decision.number)}`, unanswered.reason);
      return duty('inform', 'inform', text, standing.closesAt, unanswered.personId, unanswered.at);
    }
    const contributor = decision.contributors.find(({ personId }) => personId === meId);
    if (!contributor || currentStance(decision, meId)) return null;
    const delivered = contributor.deliveredAt === null ? null : Date.parse(contributor.deliveredAt);
    const text = saying(`${nameIn(facts, decision.proposerId)} asks what you think of ${decisionName(decision.number)}`, decision.question);
    const asked = duty('view', 'say what you think', text, standing.closesAt, decision.proposerId, contributor.addedAt);
    return { ...asked, heldUntil: delivered !== null && delivered > now ? delivered : null };
  }
  const instead = decider !== meId && standsInForDecider(decision, decisionSceneIn(facts, decision.boardId), meId, now);
  if (decider !== meId && !instead) return null;
  if (standing.state === 'awaiting' || standing.state === 'contested') {
    const lead = standing.state === 'contested' ? 'Somebody objects' : 'Everybody had their time';
    const at = decision.closesAt ?? decision.createdAt;
    return duty(
      'decide',
      'decide',
      saying(`${lead}. Decide ${decisionName(decision.number)}`, decision.question),
      standing.decideBy,
      null,
      at,
    );
  }
  if (!standing.reviewDue || instead) return null;
  const at = decision.reviewOn
    ? new Date(startOfDay(decisionSceneIn(facts, decision.boardId).zone, decision.reviewOn)).toISOString()
    : decision.createdAt;
  return duty(
    'review',
    'look at it again',
    saying(`Still right? ${decisionName(decision.number)}`, decision.outcome?.choice ?? ''),
    null,
    null,
    at,
  );
}

/** What the log says of a decision, newest last. */
const eventsOf = (facts: Facts, decision: Decision) => facts.happened.filter(({ decisionIds }) => decisionIds.includes(decision.id));

type Told = Pick<BriefLine, 'section' | 'key' | 'text' | 'reason' | 'class' | 'byId'>;

const involves = (decision: Decision, personId: string) =>
  [decision.proposerId, decision.deciderId, ...decision.informedIds, ...decision.contributors.map((c) => c.personId)].includes(personId);

/** What was decided since, with its reason; the reader's own decisions are not told to them. */
function decided(facts: Facts, decision: Decision, events: readonly Happened[]): [Told, Happened] | null {
  const { outcome } = decision;
  const event = events.findLast(({ kind }) => kind === 'decision.settled' || kind === 'decision.withdrawn');
  if (!event || (event.actorId === facts.meId && outcome?.as !== 'adopted')) return null;
  const withdrawn = event.kind === 'decision.withdrawn';
  if (!withdrawn && !outcome) return null;
  const words = withdrawn
    ? saying(called(decision, 'withdrawn'), decision.whyWithdrawn)
    : onOneLine(called(decision, `${onOneLine(outcome?.choice ?? '', 50).replace(/[.]$/, '')}. Because: ${outcome?.because ?? ''}`));
  const mine = involves(decision, facts.meId);
  return [
    {
      section: 'decided',
      key: `decided:${decision.id}`,
      text: words,
      reason: mine ? 'you are part of it' : 'it holds on this board',
      class: mine ? 'digest' : 'ambient',
      byId: outcome?.decidedById ?? event.actorId,
    },
    event,
  ];
}

/** Objections and questions to a proposal of the reader's, which they answer by changing it or by explaining. */
function objected(facts: Facts, decision: Decision, events: readonly Happened[]): [Told, Happened] | null {
  if (decision.proposerId !== facts.meId) return null;
  const stance = decision.stances.findLast(({ kind, personId }) => kind === 'object' && personId !== facts.meId);
  const event = stance && events.findLast(({ at, kind }) => kind === 'decision.spoken' && at === stance.at);
  if (!stance || !event) return null;
  const text = saying(`${nameIn(facts, stance.personId)} objects to ${decisionName(decision.number)}`, stance.reason);
  const told = { section: 'answers' as const, key: `objected:${decision.id}`, text, reason: 'you propose it' };
  return [{ ...told, class: 'move', byId: stance.personId }, event];
}

/** The lines of a decision, without their places. */
export const decisionLines = (facts: Facts, decision: Decision): [Told, Happened][] => {
  const events = eventsOf(facts, decision);
  return [decided(facts, decision, events), objected(facts, decision, events)].filter((line) => line !== null);
};
