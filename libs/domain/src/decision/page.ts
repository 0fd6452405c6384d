import type { DecisionStanding, Hearing } from './closing';
import type { Decision, DecisionState, DecisionStep } from './decision';

/** One decision with everything that its page shows, as the API answers it. */
export interface DecisionPage {
  /** Without the stances of others while the reader has to give their own first. */
  decision: Decision;
  boardKey: string;
  boardZone: string;
  standing: DecisionStanding;
  hearings: Hearing[];
  stancesHidden: boolean;
  /** What the reader can do with it now. */
  steps: DecisionStep[];
  people: { id: string; name: string; zone: string }[];
  tasks: { id: string; key: string; title: string }[];
  /** What it reopens or replaces, and what reopens or replaces it. */
  related: { id: string; number: number; question: string; state: DecisionState }[];
  /** Of one that was superseded, the last of those that took its place, one after the other; null for others. */
  latest: { number: number; question: string; choice: string; state: DecisionState } | null;
  /** The comment that it was made from, where that is still there. */
  comment: { id: string; taskKey: string } | null;
}
