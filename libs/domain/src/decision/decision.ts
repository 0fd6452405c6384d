import type { Day } from '../time/day';

/** How it is settled: already decided; the decider after input; unless somebody objects; only if none of the named objects (2.7). */
export const decisionModes = ['record', 'advice', 'lazy', 'consent'] as const;
export type DecisionMode = (typeof decisionModes)[number];
export const reversibilities = ['easy', 'costly', 'one way'] as const;
export type Reversibility = (typeof reversibilities)[number];
/** The mode that fits how hard it is to take back. */
export const suggestedMode: Record<Reversibility, DecisionMode> = { easy: 'lazy', costly: 'advice', 'one way': 'consent' };
/** Consent of more people than these is a vote, which Baton does not count. */
export const mostConsenting = 7;

export const stanceKinds = ['agree', 'concern', 'object', 'abstain', 'need information'] as const;
export type StanceKind = (typeof stanceKinds)[number];

/** Where a decision stands. What the clock does to an open one is told by `decisionAt`. */
export const decisionStates = [
  'draft',
  'open',
  'awaiting',
  'contested',
  'decided',
  'adopted',
  'withdrawn',
  'superseded',
  'retired',
] as const;
export type DecisionState = (typeof decisionStates)[number];

/** What people can do with a decision. */
export const decisionSteps = [
  'edit',
  'open',
  'record',
  'stance',
  'inform',
  'invite',
  'replace decider',
  'decide',
  'convert',
  'withdraw',
  'uphold',
  'retire',
  'trigger',
  'erratum',
  'correct',
  'dissent',
  'redact',
  'link',
] as const;
export type DecisionStep = (typeof decisionSteps)[number];

const inForce: Partial<Record<DecisionStep, DecisionState | 'same'>> = {
  uphold: 'same',
  retire: 'retired',
  trigger: 'same',
  erratum: 'same',
  correct: 'same',
  dissent: 'same',
  redact: 'same',
  link: 'same',
};
const past: typeof inForce = { erratum: 'same', redact: 'same', link: 'same' };

/** The state machine of a decision (2.7): what may be done in each state, and where it leads. The close of input is the clock's own step. */
export const decisionTable: Record<DecisionState, Partial<Record<DecisionStep, DecisionState | 'same'>>> = {
  draft: { edit: 'same', open: 'open', record: 'decided', withdraw: 'withdrawn', link: 'same' },
  open: {
    edit: 'open',
    stance: 'same',
    inform: 'same',
    invite: 'same',
    'replace decider': 'same',
    erratum: 'same',
    withdraw: 'withdrawn',
    link: 'same',
  },
  awaiting: { decide: 'decided', 'replace decider': 'same', withdraw: 'withdrawn', link: 'same' },
  contested: { edit: 'open', decide: 'decided', convert: 'awaiting', 'replace decider': 'same', withdraw: 'withdrawn', link: 'same' },
  decided: inForce,
  adopted: inForce,
  withdrawn: {},
  superseded: past,
  retired: past,
};

export interface DecisionOption {
  text: string;
  good: string;
  bad: string;
}

/** Somebody whose view is asked. Without a delivery they are not at work within 120 days. Instants as ISO text. */
export interface Contributor {
  personId: string;
  required: boolean;
  addedAt: string;
  deliveredAt: string | null;
}

/** One revision of what somebody thinks; never changed, only followed by another. */
export interface Stance {
  personId: string;
  kind: StanceKind;
  reason: string;
  /** What would resolve an objection. */
  resolves: string;
  at: string;
  /** The version that it speaks of. */
  version: number;
  /** The ask to the proposer that a need for information made, where a task carries it. */
  askId: string | null;
  /** The proposer's information, which ends the pause. */
  informed: { at: string; text: string } | null;
}

/** What is proposed: the part that people take a stance on. */
export interface Proposal {
  question: string;
  context: string;
  options: DecisionOption[];
  recommendation: string;
  because: string;
  deciderId: string | null;
}

export interface Outcome {
  /** Decided by somebody, or adopted because nobody objected. */
  as: 'decided' | 'adopted';
  choice: string;
  because: string;
  consequences: string;
  conditions: string;
  reviewOn: Day | null;
  reviewTrigger: string;
  nextTaskIds: string[];
  decidedById: string;
  /** Effective: for what passed by silence, the close of input. */
  decidedAt: string;
  heardIds: string[];
  notHeardIds: string[];
  /** Written answers to those who objected. */
  answers: { personId: string; text: string }[];
}

/** What was added to a decision after it came into force; the record itself does not change (D8). */
export interface Afterword {
  kind: 'upheld' | 'retired' | 'superseded' | 'trigger' | 'erratum' | 'correction' | 'dissent' | 'redaction';
  at: string;
  byId: string;
  text: string;
  /** The removed text's path and digest, for a redaction. */
  path: string | null;
  digest: string | null;
  decisionId: string | null;
  reviewOn: Day | null;
}

/** A decision with everything that belongs to its record. Instants as ISO text. */
export interface Decision extends Proposal {
  id: string;
  workspaceId: string;
  boardId: string;
  /** The 42 of D-42. */
  number: number;
  /** What was last written down; `decisionAt` says what the clock made of it. */
  state: DecisionState;
  mode: DecisionMode;
  reversibility: Reversibility;
  proposerId: string;
  contributors: Contributor[];
  informedIds: string[];
  /** Nobody sees the stances of others before giving their own (D6). */
  hideStances: boolean;
  /** The tasks cannot go on before it. */
  blocking: boolean;
  commentId: string | null;
  createdAt: string;
  openedAt: string | null;
  /** The proposer wants input until then at least. */
  closesWish: string | null;
  /** Never closes before; moves later only. */
  closesFloor: string | null;
  closesAt: string | null;
  decideBy: string | null;
  version: number;
  versions: (Proposal & { version: number; at: string; byId: string })[];
  stances: Stance[];
  outcome: Outcome | null;
  /** Deciders replaced, modes converted: who, when, why. */
  history: { at: string; byId: string; text: string }[];
  afterwards: Afterword[];
  reopensId: string | null;
  supersedesId: string | null;
  supersededById: string | null;
  /** What is new since the one that it reopens. */
  whatIsNew: string;
  whyWithdrawn: string;
  /** The day on which its decider is asked whether it is still right; before it is in force, the proposer's wish. */
  reviewOn: Day | null;
  reviewTrigger: string;
  taskIds: string[];
  /** The seal of its record in the board's chain; null before it is in force. */
  seal: { n: number; hash: string; previous: string } | null;
}

/** `D-42`, the name that people quote. */
export const decisionName = (number: number) => `D-${number}`;
export const isInForce = (state: DecisionState) => state === 'decided' || state === 'adopted';

/** What somebody thinks now: their latest stance, null when there is none or a later version made an agreement stale (D3). */
export function currentStance(decision: Pick<Decision, 'stances' | 'version'>, personId: string): Stance | null {
  const last = decision.stances.findLast((stance) => stance.personId === personId);
  if (!last) return null;
  const carries = last.kind === 'object' || last.kind === 'need information';
  return last.version === decision.version || carries ? last : null;
}

/** Everybody whose latest stance is an objection; in consent only those who were named. */
export function objectors(decision: Pick<Decision, 'stances' | 'version' | 'mode' | 'contributors'>): string[] {
  const named = new Set(decision.contributors.map(({ personId }) => personId));
  return [...new Set(decision.stances.map(({ personId }) => personId))].filter(
    (id) => currentStance(decision, id)?.kind === 'object' && (decision.mode !== 'consent' || named.has(id)),
  );
}

/** The part that somebody has in a decision. */
export type DecisionParty = 'proposer' | 'decider' | 'contributor' | 'admin' | 'writer' | 'commenter';
export const decisionParties: Record<DecisionStep, readonly DecisionParty[]> = {
  edit: ['proposer'],
  open: ['proposer'],
  record: ['proposer'],
  stance: ['commenter'],
  inform: ['proposer'],
  invite: ['proposer', 'decider'],
  'replace decider': ['proposer', 'admin'],
  decide: ['decider'],
  convert: ['proposer', 'decider'],
  withdraw: ['proposer', 'admin'],
  uphold: ['decider', 'admin'],
  retire: ['decider', 'admin'],
  trigger: ['writer'],
  erratum: ['proposer', 'decider', 'admin'],
  correct: ['contributor'],
  dissent: ['commenter'],
  redact: ['admin'],
  link: ['writer'],
};

/** What a step needs besides the state and the person's part. */
const needs: Partial<Record<DecisionStep, (decision: Decision) => boolean>> = {
  open: ({ mode }) => mode !== 'record',
  record: ({ mode }) => mode === 'record',
  // A decider settles what was contested in lazy mode; consent has to be turned into advice first.
  convert: ({ mode }) => mode === 'consent',
  inform: ({ stances }) => stances.some(({ kind, informed }) => kind === 'need information' && !informed),
  correct: ({ mode }) => mode === 'record',
};

/** Whether a step fits a decision that stands in a state, whoever takes it. */
export const mayTake = (decision: Decision, state: DecisionState, step: DecisionStep): boolean =>
  decisionTable[state][step] !== undefined &&
  (needs[step]?.(decision) ?? true) &&
  !(step === 'decide' && state === 'contested' && decision.mode === 'consent');

/** The steps that somebody with these parts can take now, in the order of the table. */
export const decisionStepsFor = (decision: Decision, state: DecisionState, parties: ReadonlySet<DecisionParty>): DecisionStep[] =>
  decisionSteps.filter((step) => mayTake(decision, state, step) && decisionParties[step].some((party) => parties.has(party)));
