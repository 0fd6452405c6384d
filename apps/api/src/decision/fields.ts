import {
  type Decision,
  type DecisionScene,
  type Outcome,
  Refusal,
  decisionModes,
  hearings,
  limits,
  mostConsenting,
  objectors,
  reversibilities,
  workingBetween,
  decideByOf,
  closingOf,
} from '@baton/domain';
import { atMost, requireText } from '../platform/text';
import type { DecisionFieldsInput, OutcomeInput } from './decision.inputs';

const bad = (field: string, reason: string, more: Record<string, unknown> = {}) => new Refusal('BAD_INPUT', { field, reason, ...more });
const long = (text: string | null | undefined, field: string, most: number = limits.comment) => atMost((text ?? '').trim(), field, most);

/** What the caller sent of a decision's fields, trimmed and within bounds; absent fields stay absent. People are checked by the caller. */
export function soundFields(fields: DecisionFieldsInput): Partial<Decision> {
  if (fields.mode != null && !decisionModes.includes(fields.mode)) throw bad('mode', 'Choose how it is decided.');
  if (fields.reversibility != null && !reversibilities.includes(fields.reversibility))
    throw bad('reversibility', 'Say how hard it is to take back: easy, costly or one way.');
  if ((fields.options?.length ?? 0) > limits.options) throw bad('options', `Name at most ${limits.options} options.`);
  if ((fields.contributors?.length ?? 0) > limits.contributors) throw bad('contributors', `Ask at most ${limits.contributors} people.`);
  if ((fields.informedIds?.length ?? 0) > limits.contributors) throw bad('informedIds', `Tell at most ${limits.contributors} people.`);
  return {
    ...(fields.question != null && { question: requireText(fields.question, 'the question', limits.question) }),
    ...(fields.context != null && { context: long(fields.context, 'the context') }),
    ...(fields.options != null && { options: fields.options.map(soundOption).filter(({ text }) => text !== '') }),
    ...(fields.recommendation != null && { recommendation: long(fields.recommendation, 'the recommendation') }),
    ...(fields.because != null && { because: long(fields.because, 'the reason') }),
    ...(fields.deciderId !== undefined && { deciderId: fields.deciderId }),
    ...(fields.mode != null && { mode: fields.mode }),
    ...(fields.reversibility != null && { reversibility: fields.reversibility }),
    ...(fields.informedIds != null && { informedIds: [...new Set(fields.informedIds)] }),
    ...(fields.hideStances != null && { hideStances: fields.hideStances }),
    ...(fields.blocking != null && { blocking: fields.blocking }),
    ...(fields.closesWish !== undefined && { closesWish: fields.closesWish?.toISOString() ?? null }),
    ...(fields.decideBy !== undefined && { decideBy: fields.decideBy?.toISOString() ?? null }),
    ...(fields.reviewOn !== undefined && { reviewOn: fields.reviewOn }),
    ...(fields.reviewTrigger != null && { reviewTrigger: long(fields.reviewTrigger, 'the trigger', limits.reason) }),
  };
}

const soundOption = (option: { text: string; good?: string | null; bad?: string | null }) => ({
  text: long(option.text, 'an option', limits.reason),
  good: long(option.good, 'what is good about it', limits.reason),
  bad: long(option.bad, 'what is bad about it', limits.reason),
});

/** Refuses to ask people for input before there is something to answer, and a decider who could not decide (D5). */
export function requireOpenable(decision: Decision, scene: DecisionScene) {
  const { mode, contributors, deciderId } = decision;
  requireText(decision.question, 'the question', limits.question);
  if (deciderId === null) throw bad('deciderId', 'Name who decides.');
  if (mode === 'lazy' || mode === 'consent') {
    requireText(decision.recommendation, 'what you recommend', limits.comment);
    requireText(decision.because, 'why you recommend it', limits.comment);
    if (contributors.length === 0) throw bad('contributors', 'Name the people whose silence would count.');
  }
  if (mode === 'consent' && contributors.length > mostConsenting)
    throw bad('contributors', `Consent works with at most ${mostConsenting} people. Name fewer, or let one person decide after input.`);
  if (decision.decideBy === null) return;
  const closes = closingOf(decision, scene);
  const by = Date.parse(decision.decideBy);
  if (by > closes && workingBetween(scene.calendarOf(deciderId), closes, by) >= scene.norms.minNoticeHours) return;
  throw bad('decideBy', 'That leaves the decider too little working time after input closes. Choose a later day, or somebody else.', {
    nextFeasible: new Date(decideByOf({ ...decision, decideBy: null }, scene, closes)).toISOString(),
  });
}

/** What was decided, as the decider wrote it, with who was heard and who was not. */
export function outcomeOf(
  decision: Decision,
  scene: DecisionScene,
  input: OutcomeInput | null | undefined,
  by: { personId: string; now: Date; as: Outcome['as'] },
): Outcome {
  if (!input) throw bad('outcome', 'Say what was decided, and why.');
  const closes = decision.closesAt === null ? by.now.getTime() : Date.parse(decision.closesAt);
  const answers = (input.answers ?? []).map(({ personId, text }) => ({ personId, text: long(text, 'an answer') }));
  for (const id of objectors(decision))
    if (!answers.some(({ personId, text }) => personId === id && text !== ''))
      throw bad('answers', 'Answer everybody who objected, in writing.', { personId: id });
  const decidedAt = decision.mode === 'record' ? (input.decidedAt ?? by.now) : by.now;
  if (decidedAt.getTime() > by.now.getTime()) throw bad('decidedAt', 'A record tells what was decided already: choose today or earlier.');
  return {
    as: by.as,
    choice: requireText(input.choice, 'what was decided', limits.comment),
    because: requireText(input.because, 'why', limits.comment),
    consequences: long(input.consequences, 'the consequences'),
    conditions: long(input.conditions, 'the conditions'),
    reviewOn: input.reviewOn ?? null,
    reviewTrigger: long(input.reviewTrigger, 'the trigger', limits.reason),
    nextTaskIds: [...new Set(input.nextTaskIds ?? [])],
    decidedById: by.personId,
    decidedAt: decidedAt.toISOString(),
    ...heardOf(decision, scene, closes),
    answers,
  };
}

/** Who was heard, and who was not. A record asked nobody. */
export function heardOf(decision: Decision, scene: DecisionScene, closes: number): Pick<Outcome, 'heardIds' | 'notHeardIds'> {
  if (decision.mode === 'record') return { heardIds: [], notHeardIds: [] };
  const all = hearings(decision, scene, closes);
  const ids = (heard: boolean) => all.filter((hearing) => hearing.heard === heard).map(({ personId }) => personId);
  return { heardIds: ids(true), notHeardIds: ids(false) };
}
