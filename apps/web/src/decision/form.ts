import {
  type BoardSnapshot,
  type Decision,
  type DecisionMode,
  type DecisionScene,
  type Reversibility,
  addDays,
  askedOf,
  assumedCalendar,
  closingOf,
  dayAt,
  decideByOf,
  instantOf,
  normsOf,
  suggestedMode,
  wallOf,
} from '@baton/domain';
import { calendarOfPerson } from '../board/moveScene';
import type { Due } from '../time/dates';
import { readerZone } from '../time/deadlineWords';

/** What somebody types of a proposal; kept as it is until it is sent. */
export interface ProposalForm {
  question: string;
  context: string;
  options: { text: string; good: string; bad: string }[];
  recommendation: string;
  because: string;
  reversibility: Reversibility;
  mode: DecisionMode;
  deciderId: string | null;
  contributorIds: string[];
  requiredIds: string[];
  informedIds: string[];
  decideBy: Due | null;
  reviewOn: string | null;
  reviewTrigger: string;
  hideStances: boolean;
  blocking: boolean;
  whatIsNew: string;
}

export const emptyProposal = (meId: string): ProposalForm => ({
  ...{ question: '', context: '', options: [], recommendation: '', because: '', reversibility: 'costly', mode: 'advice' },
  ...{ deciderId: meId, contributorIds: [], requiredIds: [], informedIds: [], decideBy: null, reviewOn: null, reviewTrigger: '' },
  ...{ hideStances: false, blocking: false, whatIsNew: '' },
});

/** A form filled from a decision: to change it, or as the template of the next. */
export const formOf = (decision: Decision): ProposalForm => ({
  ...{ question: decision.question, context: decision.context, options: decision.options, recommendation: decision.recommendation },
  ...{ because: decision.because, reversibility: decision.reversibility, deciderId: decision.deciderId },
  // A record says what was decided already; the next one asks.
  mode: decision.mode === 'record' && decision.state !== 'draft' ? suggestedMode[decision.reversibility] : decision.mode,
  contributorIds: decision.contributors.map(({ personId }) => personId),
  requiredIds: decision.contributors.filter(({ required }) => required).map(({ personId }) => personId),
  ...{ informedIds: decision.informedIds, decideBy: null, reviewOn: decision.reviewOn, reviewTrigger: decision.reviewTrigger },
  ...{ hideStances: decision.hideStances, blocking: decision.blocking, whatIsNew: '' },
});

/** The end of a day in the reader's zone, or its time. */
const instantOfDue = ({ day, time }: Due) => {
  const [hours = 17, minutes = 0] = (time ?? '17:00').split(':').map(Number);
  return instantOf(readerZone(), wallOf(day, hours * 60 + minutes), 'later');
};

/** The fields as the API takes them. */
export const fieldsOf = (form: ProposalForm) => ({
  ...{ question: form.question, context: form.context, options: form.options.filter(({ text }) => text.trim() !== '') },
  ...{ recommendation: form.recommendation, because: form.because, reversibility: form.reversibility, mode: form.mode },
  deciderId: form.deciderId,
  contributors: form.contributorIds.map((personId) => ({ personId, required: form.requiredIds.includes(personId) })),
  informedIds: form.informedIds,
  ...{ hideStances: form.hideStances, blocking: form.blocking, reviewOn: form.reviewOn, reviewTrigger: form.reviewTrigger },
  decideBy: form.decideBy ? new Date(instantOfDue(form.decideBy)).toISOString() : null,
});

/** The calendars and rules of an open board, as the rules of decisions want them. */
export function sceneOf(board: BoardSnapshot): DecisionScene {
  const people = new Map(board.people.map((person) => [person.id, person]));
  return {
    calendarOf: (id) => {
      const person = people.get(id);
      return person ? calendarOfPerson(person) : assumedCalendar(board.zone);
    },
    norms: normsOf(board.workspaceNorms, board.norms),
    zone: board.zone,
    answeredAt: () => null,
  };
}

/** When input would close and the decider would have decided, if it were opened now; and who could not be heard at all. */
export function previewOf(form: ProposalForm, board: BoardSnapshot, meId: string, now: number) {
  const scene = sceneOf(board);
  const contributors = form.contributorIds.map((id) => askedOf(id, form.requiredIds.includes(id), now, scene));
  const at = new Date(now).toISOString();
  const proposal = { ...form, decideBy: null };
  const decision = {
    ...proposal,
    ...{ id: '', workspaceId: '', boardId: board.id, number: 0, state: 'open', proposerId: meId, contributors, commentId: null },
    ...{ createdAt: at, openedAt: at, closesWish: null, closesFloor: null, closesAt: null, version: 1, stances: [], outcome: null },
    versions: [{ ...proposal, version: 1, at, byId: meId }],
    ...{
      history: [],
      afterwards: [],
      reopensId: null,
      supersedesId: null,
      supersededById: null,
      whyWithdrawn: '',
      taskIds: [],
      seal: null,
    },
  } satisfies Decision;
  const closes = closingOf(decision, scene);
  const decideBy = form.decideBy ? instantOfDue(form.decideBy) : null;
  return {
    closes,
    decideBy: decideBy ?? decideByOf(decision, scene, closes),
    away: contributors.filter(({ deliveredAt }) => deliveredAt === null).map(({ personId }) => personId),
  };
}

/** Whom one can ask on a board. */
export const peopleOn = (board: BoardSnapshot) =>
  board.people
    .filter(({ removed, placeholder, role }) => !removed && !placeholder && role !== 'viewer')
    .map(({ id, name }) => ({ value: id, label: name }));

/** The same day next year: what a record proposes for looking again. */
export const inAYear = (now: number) => addDays(dayAt(readerZone(), now), 365);
