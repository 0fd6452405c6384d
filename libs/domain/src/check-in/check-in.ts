import type { WorkspaceRole } from '../access';
import type { Day } from '../time/day';

export const checkInPeriods = ['week', 'two weeks', 'month'] as const;
export type CheckInPeriod = (typeof checkInPeriods)[number];

export const checkInTemplates = ['plan', 'wrap-up', 'pace', 'learned', 'own'] as const;
export type CheckInTemplate = (typeof checkInTemplates)[number];

/** What a template begins with; everything can be changed. */
export interface CheckInForm {
  template: CheckInTemplate;
  title: string;
  questions: string[];
  period: CheckInPeriod;
  /** 1 is Monday. Of a month, the first such day. */
  weekday: number;
  /** Minutes of work after a person's day began. */
  offset: number;
  /** Whether people say what they finished, move and are stuck with. */
  tasks: boolean;
}

/** The four that most teams need, and an empty one (2.12). */
export const checkInForms: readonly CheckInForm[] = [
  {
    template: 'plan',
    title: 'Weekly plan',
    questions: ['What will you do this week?'],
    period: 'week',
    weekday: 1,
    offset: 60,
    tasks: true,
  },
  {
    template: 'wrap-up',
    title: 'Weekly wrap-up',
    questions: ['How did the week go?'],
    period: 'week',
    weekday: 5,
    offset: 240,
    tasks: true,
  },
  {
    template: 'pace',
    title: 'How is the pace?',
    questions: ['How is the pace for you?', 'What would make it better?'],
    period: 'month',
    weekday: 3,
    offset: 120,
    tasks: false,
  },
  {
    template: 'learned',
    title: 'What did you learn?',
    questions: ['What did you learn lately?'],
    period: 'two weeks',
    weekday: 4,
    offset: 240,
    tasks: false,
  },
  { template: 'own', title: '', questions: [''], period: 'week', weekday: 1, offset: 60, tasks: false },
];

/** The same few questions to the same people, again and again, each in their own hours. Days are calendar days, in each person's own zone. */
export interface CheckIn extends CheckInForm {
  id: string;
  boardId: string;
  participantIds: string[];
  /** The first day on which it can be asked. */
  startsOn: Day;
  /** ISO instant; who was not asked by then is not asked. Null while it runs. */
  stoppedAt: string | null;
  createdById: string;
}

/** A task as somebody named it in an answer; number and title as they were then. */
export interface NamedTask {
  taskId: string;
  number: number;
  title: string;
}

/** What somebody said, or that they passed. Instants as ISO text. */
export interface CheckInAnswer {
  checkInId: string;
  on: Day;
  personId: string;
  passed: boolean;
  /** With the question as it was put. */
  words: { question: string; text: string }[];
  finished: NamedTask[];
  moving: NamedTask[];
  /** What stands in the way became a blocker on the task, unless it says so already. */
  stuck: (NamedTask & { text: string })[];
  at: string;
  editedAt: string | null;
}

/** What of a person's tasks goes where, from the log and the columns; they change it before they send it. */
export interface CheckInPrefill {
  /** ISO instant of their last answer, or a period ago. */
  since: string;
  finished: NamedTask[];
  moving: NamedTask[];
  stuck: (NamedTask & { text: string })[];
}

/** All check-ins of a board, the days with answers, newest first, and the answers of the last days. */
export interface CheckInsOfBoard {
  checkIns: CheckIn[];
  days: { checkInId: string; on: Day; answers: number }[];
  recent: CheckInAnswer[];
}

/** A check-in that waits for somebody's answer now. Instants as ISO text. */
export interface AskedCheckIn {
  checkInId: string;
  title: string;
  boardId: string;
  boardKey: string;
  boardName: string;
  on: Day;
  askedAt: string;
  closesAt: string;
}

/** Guests and viewers read along; they are never asked. */
export const canTakePart = (role: WorkspaceRole): boolean => role !== 'guest' && role !== 'viewer';

/** Where one person stands with one day's check-in. All but answered and passed are told by the clock. */
export const checkInStates = ['coming', 'asked', 'answered', 'passed', 'away', 'closed'] as const;
export type CheckInState = (typeof checkInStates)[number];
export const checkInSteps = ['answer', 'pass'] as const;
export type CheckInStep = (typeof checkInSteps)[number];

/** The state machine of a check-in (2.12): what can be done in each state, and where it leads. Past the person's day nothing can. */
export const checkInTable: Record<CheckInState, Partial<Record<CheckInStep, CheckInState>>> = {
  coming: {},
  asked: { answer: 'answered', pass: 'passed' },
  answered: { answer: 'answered' },
  passed: { answer: 'answered' },
  away: {},
  closed: {},
};
