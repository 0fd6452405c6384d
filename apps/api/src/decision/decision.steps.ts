import {
  type Afterword,
  type Contributor,
  type Decision,
  type DecisionScene,
  type DecisionState,
  type DecisionStep,
  type EventKind,
  type Stance,
  Refusal,
  askedOf,
  closingOf,
  correctBy,
  currentStance,
  decideByOf,
  decisionTable,
  limits,
  stanceKinds,
} from '@baton/domain';
import { atMost, requireText } from '../platform/text';
import type { StepDecisionInput } from './decision.inputs';
import { outcomeOf, requireOpenable, soundFields } from './fields';
import { redact } from './redaction';

/** What a step asks of its surroundings. */
export interface StepScene {
  input: Omit<StepDecisionInput, 'commandId' | 'decisionId'>;
  byId: string;
  now: Date;
  time: DecisionScene;
  state: DecisionState;
}

/** What a step does to a decision, and what the log calls it. */
export interface StepEffect {
  decision: Decision;
  kind: EventKind;
  /** A question to the proposer that becomes an ask on the first task. */
  asks?: Stance;
  /** The proposer's information, which answers that ask. */
  informs?: { askId: string; text: string };
}

const at = ({ now }: StepScene) => now.toISOString();
const words = (scene: StepScene, field: string, most: number = limits.comment) => requireText(scene.input.text ?? '', field, most);
const optional = (scene: StepScene) => atMost((scene.input.text ?? '').trim(), 'the text', limits.comment);
const conflict = (reason: string, more: Record<string, unknown> = {}) => new Refusal('CONFLICT', { reason, ...more });

const afterword = (scene: StepScene, kind: Afterword['kind'], text: string, more: Partial<Afterword> = {}): Afterword => ({
  ...{ kind, at: at(scene), byId: scene.byId, text, path: null, digest: null, decisionId: null, reviewOn: null },
  ...more,
});
const noted = (decision: Decision, scene: StepScene, kind: Afterword['kind'], text: string, more: Partial<Afterword> = {}): StepEffect => ({
  decision: { ...decision, afterwards: [...decision.afterwards, afterword(scene, kind, text, more)] },
  kind: 'decision.noted',
});
const told = (decision: Decision, scene: StepScene, text: string) => [...decision.history, { at: at(scene), byId: scene.byId, text }];

/** Input closes when everybody had their time; never earlier than was promised already (D1). */
export function withClosing(decision: Decision, time: DecisionScene, ratchet = false): Decision {
  const closes = new Date(closingOf(decision, time)).toISOString();
  return { ...decision, closesAt: closes, ...(ratchet && { closesFloor: closes }) };
}

const versionOf = ({ question, context, options, recommendation, because, deciderId }: Decision, version: number, scene: StepScene) => ({
  ...{ question, context, options, recommendation, because, deciderId },
  ...{ version, at: at(scene), byId: scene.byId },
});

/** Asks everybody for input, from now on. */
function open(decision: Decision, scene: StepScene): Decision {
  const now = scene.now.getTime();
  const asked = decision.contributors.map(({ personId, required }) => askedOf(personId, required, now, scene.time));
  const opened: Decision = {
    ...decision,
    state: 'open',
    openedAt: decision.openedAt ?? at(scene),
    contributors: asked,
    versions: [...decision.versions, versionOf(decision, decision.version, scene)],
  };
  requireOpenable(opened, scene.time);
  return withClosing(opened, scene.time, true);
}

const substance = ['question', 'context', 'options', 'recommendation', 'because', 'deciderId'] as const;
const differs = (a: Decision, b: Decision) => substance.some((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]));

/** A later version: objections stay, agreements are asked again, and whoever is asked again has their whole time (D3). */
function nextVersion(edited: Decision, scene: StepScene): Decision {
  const version = edited.version + 1;
  const next = { ...edited, version, state: 'open' as const, decideBy: null };
  const again = (contributor: Contributor): Contributor =>
    currentStance(next, contributor.personId)?.kind === 'object'
      ? contributor
      : { ...askedOf(contributor.personId, contributor.required, scene.now.getTime(), scene.time), addedAt: contributor.addedAt };
  const asked = { ...next, contributors: next.contributors.map(again), versions: [...next.versions, versionOf(next, version, scene)] };
  requireOpenable(asked, scene.time);
  return withClosing(asked, scene.time, true);
}

function edit(decision: Decision, scene: StepScene): StepEffect {
  if (scene.input.version != null && scene.input.version !== decision.version)
    throw conflict('Somebody changed it meanwhile. Look at the new version first; your words are kept.', { version: decision.version });
  const edited: Decision = { ...decision, ...soundFields(scene.input.fields ?? {}) };
  if (scene.state === 'draft') {
    const contributors = scene.input.fields?.contributors;
    const asked = contributors?.map(({ personId, required }) => ({ personId, required, addedAt: at(scene), deliveredAt: null }));
    return { decision: { ...edited, contributors: asked ?? edited.contributors }, kind: 'decision.edited' };
  }
  if (edited.mode !== decision.mode) throw conflict('How it is decided stays as it was opened. Withdraw it and propose it anew.');
  const earlier = (edited.closesWish ?? '') < (decision.closesWish ?? '');
  const spoken = decision.stances.length > 0;
  if (scene.state === 'contested' || (spoken && (differs(decision, edited) || earlier)))
    return { decision: nextVersion(edited, scene), kind: 'decision.opened' };
  requireOpenable(edited, scene.time);
  const versions = [
    ...edited.versions.slice(0, -1),
    { ...versionOf(edited, edited.version, scene), at: edited.versions.at(-1)?.at ?? at(scene) },
  ];
  return { decision: withClosing({ ...edited, versions }, scene.time, true), kind: 'decision.edited' };
}

function takeStance(decision: Decision, scene: StepScene): StepEffect {
  const kind = scene.input.stance;
  if (!kind || !stanceKinds.includes(kind)) throw new Refusal('BAD_INPUT', { field: 'stance', reason: 'Say what you think of it.' });
  if (scene.input.version != null && scene.input.version !== decision.version)
    throw conflict('It was changed meanwhile. Look at the new version first; your words are kept.', { version: decision.version });
  const objects = kind === 'object';
  const reason = objects
    ? words(scene, 'why you object')
    : kind === 'need information'
      ? words(scene, 'what you need to know')
      : optional(scene);
  if (kind === 'concern') requireText(reason, 'what concerns you', limits.comment);
  const resolves = objects ? requireText(scene.input.resolves ?? '', 'what would resolve it', limits.comment) : '';
  const stance: Stance = {
    ...{ personId: scene.byId, kind, reason, resolves, at: at(scene), version: decision.version, askId: null, informed: null },
  };
  const next = withClosing({ ...decision, stances: [...decision.stances, stance] }, scene.time);
  return { decision: next, kind: 'decision.spoken', ...(kind === 'need information' && { asks: stance }) };
}

function inform(decision: Decision, scene: StepScene): StepEffect {
  const text = words(scene, 'what they need to know');
  const { personId } = scene.input;
  const open = decision.stances.findLast(
    (stance) => stance.kind === 'need information' && !stance.informed && (!personId || stance.personId === personId),
  );
  if (!open) throw conflict('Nobody waits for information any more.');
  const stances = decision.stances.map((stance) => (stance === open ? { ...stance, informed: { at: at(scene), text } } : stance));
  return {
    decision: withClosing({ ...decision, stances }, scene.time),
    kind: 'decision.spoken',
    ...(open.askId && { informs: { askId: open.askId, text } }),
  };
}

function invite(decision: Decision, scene: StepScene): StepEffect {
  const { personId } = scene.input;
  if (!personId) throw new Refusal('BAD_INPUT', { field: 'personId', reason: 'Choose whom you ask.' });
  if (decision.contributors.some((one) => one.personId === personId)) throw conflict('They are asked already.');
  const contributors = [...decision.contributors, askedOf(personId, scene.input.required === true, scene.now.getTime(), scene.time)];
  const next = { ...decision, contributors };
  requireOpenable({ ...next, decideBy: null }, scene.time);
  return { decision: withClosing(next, scene.time, true), kind: 'decision.edited' };
}

/** Another decider, on record; their time is not shorter than the first one's. */
function replaceDecider(decision: Decision, scene: StepScene): StepEffect {
  const { personId } = scene.input;
  if (!personId) throw new Refusal('BAD_INPUT', { field: 'personId', reason: 'Choose who decides instead.' });
  if (personId === decision.deciderId) throw conflict('They decide already.');
  const why = words(scene, 'why somebody else decides, in a few words', limits.reason);
  const next: Decision = { ...decision, deciderId: personId, history: told(decision, scene, `Another decider: ${why}`) };
  if (scene.state === 'open') return { decision: decision.stances.length > 0 ? nextVersion(next, scene) : next, kind: 'decision.edited' };
  const fresh = decideByOf({ ...next, decideBy: null }, scene.time, scene.now.getTime());
  const before = decision.decideBy === null ? 0 : Date.parse(decision.decideBy);
  return { decision: { ...next, decideBy: new Date(Math.max(before, fresh)).toISOString() }, kind: 'decision.edited' };
}

const inForce = (decision: Decision, scene: StepScene, deciderId: string): StepEffect => {
  const outcome = outcomeOf(decision, scene.time, scene.input.outcome, { personId: deciderId, now: scene.now, as: 'decided' });
  return { decision: { ...decision, state: 'decided', deciderId, outcome, reviewOn: outcome.reviewOn }, kind: 'decision.settled' };
};

/** The effect of each step; whether it is allowed was decided before by the table. */
export const effects: Record<DecisionStep, (decision: Decision, scene: StepScene) => StepEffect> = {
  edit,
  open: (decision, scene) => ({ decision: open(decision, scene), kind: 'decision.opened' }),
  record: (decision, scene) => {
    if (decision.deciderId === null) throw new Refusal('BAD_INPUT', { field: 'deciderId', reason: 'Name who decided it.' });
    return inForce({ ...decision, openedAt: decision.openedAt ?? at(scene) }, scene, decision.deciderId);
  },
  stance: takeStance,
  inform,
  invite,
  'replace decider': replaceDecider,
  decide: (decision, scene) => inForce(decision, scene, scene.byId),
  convert: (decision, scene) => ({
    decision: {
      ...decision,
      mode: 'advice',
      state: 'awaiting',
      decideBy: new Date(decideByOf({ ...decision, decideBy: null }, scene.time, scene.now.getTime())).toISOString(),
      history: told(decision, scene, `From consent to advice: ${words(scene, 'why one person decides now', limits.reason)}`),
    },
    kind: 'decision.closed',
  }),
  withdraw: (decision, scene) => ({
    decision: { ...decision, state: 'withdrawn', whyWithdrawn: words(scene, 'why it is withdrawn, in a few words', limits.reason) },
    kind: 'decision.withdrawn',
  }),
  uphold: (decision, scene) => {
    const reviewOn = scene.input.reviewOn ?? null;
    const effect = noted(decision, scene, 'upheld', optional(scene), { reviewOn });
    return { ...effect, decision: { ...effect.decision, reviewOn } };
  },
  retire: (decision, scene) => {
    const effect = noted(decision, scene, 'retired', words(scene, 'why it no longer holds', limits.reason));
    return { ...effect, decision: { ...effect.decision, state: 'retired' } };
  },
  trigger: (decision, scene) => noted(decision, scene, 'trigger', words(scene, 'what has happened', limits.comment)),
  erratum: (decision, scene) => noted(decision, scene, 'erratum', words(scene, 'what it should say', limits.comment)),
  dissent: (decision, scene) => noted(decision, scene, 'dissent', words(scene, 'what you think', limits.comment)),
  correct: (decision, scene) => {
    const by = correctBy(decision, scene.byId, scene.time);
    if (by === null || scene.now.getTime() >= by)
      throw conflict('The time to correct the record is over. Leave a note, or reopen it with what is new.');
    return noted(decision, scene, 'correction', words(scene, 'what the record should say', limits.comment));
  },
  redact: (decision, scene) => redact(decision, scene, afterword),
  link: (decision, scene) => ({ decision: { ...decision, taskIds: [...new Set(scene.input.taskIds ?? [])] }, kind: 'decision.noted' }),
};

/** Where a step led, as the table says; effects that chose on their own are held to it. */
export function requireLed(before: DecisionState, step: DecisionStep, after: DecisionState) {
  const next = decisionTable[before][step];
  if (next !== undefined && (next === 'same' ? before : next) === after) return;
  throw new Error(`step ${step} led from ${before} to ${after}`);
}
