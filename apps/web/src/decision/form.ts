import {
  type BoardEvent,
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
  hearings,
  instantOf,
  leaveAt,
  minutesOf,
  normsOf,
  suggestedMode,
  timeAt,
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
  /** Input stays open until then at least. */
  closesWish: Due | null;
  decideBy: Due | null;
  reviewOn: string | null;
  reviewTrigger: string;
  hideStances: boolean;
  blocking: boolean;
  whatIsNew: string;
  /** The words that it was made from. */
  from: string;
}

export const emptyProposal = (meId: string): ProposalForm => ({
  ...{ question: '', context: '', options: [], recommendation: '', because: '', reversibility: 'costly', mode: 'advice' },
  ...{
    deciderId: meId,
    contributorIds: [],
    requiredIds: [],
    informedIds: [],
    closesWish: null,
    decideBy: null,
    reviewOn: null,
    reviewTrigger: '',
  },
  ...{ hideStances: false, blocking: false, whatIsNew: '', from: '' },
});

/** A form filled from a decision: to change it, or as the template of the next. */
export const formOf = (decision: Decision): ProposalForm => ({
  ...{ question: decision.question, context: decision.context, options: decision.options, recommendation: decision.recommendation },
  ...{ because: decision.because, reversibility: decision.reversibility, deciderId: decision.deciderId },
  // A record says what was decided already; the next one asks.
  mode: decision.mode === 'record' && decision.state !== 'draft' ? suggestedMode[decision.reversibility] : decision.mode,
  contributorIds: decision.contributors.map(({ personId }) => personId),
  requiredIds: decision.contributors.filter(({ required }) => required).map(({ personId }) => personId),
  ...{ informedIds: decision.informedIds, closesWish: null, decideBy: null },
  ...{ reviewOn: decision.reviewOn, reviewTrigger: decision.reviewTrigger },
  ...{ hideStances: decision.hideStances, blocking: decision.blocking, whatIsNew: '', from: '' },
});

const dueOf = (iso: string | null): Due | null =>
  iso === null ? null : { day: dayAt(readerZone(), Date.parse(iso)), time: timeAt(readerZone(), Date.parse(iso)) };

/** A form filled from a decision that is changed, with the days that it names. */
export const editOf = (decision: Decision): ProposalForm => ({
  ...formOf(decision),
  mode: decision.mode,
  closesWish: dueOf(decision.closesWish),
  decideBy: dueOf(decision.decideBy),
});

/** The end of a day in the reader's zone, or its time. */
const instantOfDue = ({ day, time }: Due) => instantOf(readerZone(), wallOf(day, minutesOf(time ?? '17:00')), 'later');
/** The last minute of a day in the reader's zone. */
export const endOfDay = (day: string) => new Date(instantOf(readerZone(), wallOf(addDays(day, 1)), 'later') - 60_000).toISOString();
const isoOfDue = (due: Due | null) => (due ? new Date(instantOfDue(due)).toISOString() : null);

/** The fields as the API takes them. */
export const fieldsOf = (form: ProposalForm) => ({
  ...{ question: form.question, context: form.context, options: form.options.filter(({ text }) => text.trim() !== '') },
  ...{ recommendation: form.recommendation, because: form.because, reversibility: form.reversibility, mode: form.mode },
  deciderId: form.deciderId,
  contributors: form.contributorIds.map((personId) => ({ personId, required: form.requiredIds.includes(personId) })),
  informedIds: form.informedIds,
  ...{ hideStances: form.hideStances, blocking: form.blocking, reviewOn: form.reviewOn, reviewTrigger: form.reviewTrigger },
  closesWish: isoOfDue(form.closesWish),
  decideBy: isoOfDue(form.decideBy),
});

/** Only what differs from the decision as it is, so that nothing else is touched by a change. */
export function changesOf(form: ProposalForm, decision: Decision): Partial<ReturnType<typeof fieldsOf>> {
  const before = new Map<string, unknown>(Object.entries(fieldsOf(editOf(decision))));
  return Object.fromEntries(
    Object.entries(fieldsOf(form)).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before.get(key))),
  );
}

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

/** When input would close and the decider would have decided, if it were opened now; who is away, and who will not have been heard. */
export function previewOf(form: ProposalForm, board: BoardSnapshot, meId: string, now: number) {
  const scene = sceneOf(board);
  const contributors = form.contributorIds.map((id) => askedOf(id, form.requiredIds.includes(id), now, scene));
  const at = new Date(now).toISOString();
  const proposal = { ...form, decideBy: null, closesWish: isoOfDue(form.closesWish) };
  const decision = {
    ...proposal,
    ...{ id: '', workspaceId: '', boardId: board.id, number: 0, state: 'open', proposerId: meId, contributors, commentId: null },
    ...{ createdAt: at, openedAt: at, closesFloor: null, closesAt: null, version: 1, stances: [], outcome: null },
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
    away: form.contributorIds.flatMap((personId) => {
      const leave = leaveAt(scene.calendarOf(personId), now);
      return leave ? [{ personId, leave }] : [];
    }),
    unheardIds: hearings(decision, scene, closes).flatMap(({ personId, heard }) => (heard ? [] : [personId])),
  };
}

/** Whom one can ask on a board. */
export const peopleOn = (board: BoardSnapshot) =>
  board.people
    .filter(({ removed, placeholder, role }) => !removed && !placeholder && role !== 'viewer')
    .map(({ id, name }) => ({ value: id, label: name }));

/** The same day next year: what a record proposes for looking again. */
export const inAYear = (now: number) => addDays(dayAt(readerZone(), now), 365);

/** The number of the decision that a command told of; null where it told of none. */
export function numberIn(events: readonly BoardEvent[]): number | null {
  const told = events.flatMap(({ changes }) => changes).find(({ type }) => type === 'decision');
  return told?.type === 'decision' ? (told.fields.number ?? null) : null;
}
