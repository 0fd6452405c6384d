import type { WorkspaceRole } from './access';
import type { Owed } from './conversation/ask';
import type { Health } from './conversation/comment';
import type { Rota } from './delivery/urgent';
import type { Handoff } from './handoff';
import type { Wait } from './move';
import type { Norms } from './norms';
import type { Rank } from './rank';
import type { Repeat } from './repeat';
import type { Calendar, QuietDay } from './time/calendar';
import type { Day, Time } from './time/day';

/** What a column means for the work in it. */
export const columnClasses = ['queued', 'active', 'done', 'dropped'] as const;
export type ColumnClass = (typeof columnClasses)[number];

/** The twelve label colours, tuned to equal lightness; the client maps each to a token. */
export const labelColors = ['clay', 'amber', 'olive', 'moss', 'sea', 'teal', 'sky', 'indigo', 'violet', 'plum', 'rose', 'stone'] as const;
export type LabelColor = (typeof labelColors)[number];

/** A board key such as WEB: 2 to 8 capital letters or digits, a letter first. */
export const boardKeyPattern = /^[A-Z][A-Z0-9]{1,7}$/;

/** `WEB-42`, the name that people quote. */
export const taskKey = (boardKey: string, number: number) => `${boardKey}-${number}`;

/** Proposes a board key from its name: "Website relaunch" gives WEB. Never shorter than two characters. */
export function proposeBoardKey(name: string, taken: ReadonlySet<string>): string {
  const letters = name
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^[0-9]+/, '');
  const base = (letters.slice(0, 3) || 'BRD').padEnd(2, 'X');
  for (let n = 1; ; n++) {
    const key = n === 1 ? base : `${base}${n}`;
    if (!taken.has(key)) return key;
  }
}

/** The owner's answer to a deadline that somebody else set: what they can do instead, until it is accepted or answered. */
export interface CounterProposal {
  byId: string;
  on: Day;
  time: Time | null;
  zone: string;
  why: string;
  at: string;
}

/** What is shown of oneself until a time; changes nothing else. */
export interface Status {
  emoji: string;
  text: string;
  /** ISO instant, or null until it is changed. */
  until: string | null;
}

/** Sprints of equal length, one ending on a known day. */
export interface Sprint {
  endsOn: Day;
  weeks: number;
}

/** A task as a card shows it: one element of the board's flat list. Dates are calendar days, `YYYY-MM-DD`. */
export interface Card {
  id: string;
  /** The 42 of WEB-42. */
  number: number;
  columnId: string;
  rank: Rank;
  title: string;
  ownerId: string | null;
  helperIds: string[];
  labelIds: string[];
  startOn: string | null;
  dueOn: string | null;
  /** `HH:MM` in the deadline's zone, or null for a whole day. */
  dueTime: string | null;
  /** IANA zone of the deadline; it stays when the owner changes or travels. */
  dueZone: string | null;
  /** ISO instant derived from the three above: the moment itself, or the first instant after the day. */
  dueAt: string | null;
  /** How often the deadline was moved, and by how many days altogether. */
  dueMoves: number;
  dueSlip: number;
  /** No deadline until we look again on this day. */
  revisitOn: string | null;
  /** The owner's next step in a few words; empty means "finish". */
  nextStep: string;
  requesterId: string | null;
  /** Tasks of this board that must be done first. */
  blockerIds: string[];
  wait: Wait | null;
  /** Open asks and decisions that somebody owes here; null for none. */
  owed: Owed[] | null;
  /** What the last update or blocker said. */
  health: Health | null;
  handoff: Handoff | null;
  counter: CounterProposal | null;
  repeat: Repeat | null;
  /** Came into work before it had an owner or a deadline, and nobody has moved it since. */
  exempt: boolean;
  /** ISO instant, set when the work is done. */
  doneAt: string | null;
  hasDescription: boolean;
  checklistDone: number;
  checklistTotal: number;
  commentCount: number;
  attachmentCount: number;
  archivedAt: string | null;
  deletedAt: string | null;
}

/** Deadlines of all boards that somebody may read, for a calendar or a timeline across them. */
export interface WorkspaceSchedule {
  boards: { id: string; key: string; name: string; zone: string; canEdit: boolean }[];
  people: BoardPerson[];
  cards: (Card & { boardId: string })[];
}

/** A card with nothing set: what every new one begins with. */
export const bareCard = {
  ownerId: null,
  helperIds: [],
  labelIds: [],
  startOn: null,
  dueOn: null,
  dueTime: null,
  dueZone: null,
  dueAt: null,
  dueMoves: 0,
  dueSlip: 0,
  revisitOn: null,
  nextStep: '',
  requesterId: null,
  blockerIds: [],
  wait: null,
  owed: null,
  health: null,
  handoff: null,
  counter: null,
  repeat: null,
  exempt: false,
  doneAt: null,
  hasDescription: false,
  checklistDone: 0,
  checklistTotal: 0,
  commentCount: 0,
  attachmentCount: 0,
  archivedAt: null,
  deletedAt: null,
} satisfies Omit<Card, 'id' | 'number' | 'columnId' | 'rank' | 'title'>;

/** A column of a board, as everybody on it sees it. */
export interface ColumnRow {
  id: string;
  name: string;
  class: ColumnClass;
  /** Warns when more cards are in it; null for no limit. */
  wipLimit: number | null;
  rank: Rank;
  archivedAt: string | null;
  deletedAt: string | null;
}

/** A label of a board. A nameless label is shown by its colour. */
export interface LabelRow {
  id: string;
  name: string;
  color: LabelColor;
  rank: Rank;
  deletedAt: string | null;
}

/** Somebody who can be named on this board. */
export interface BoardPerson {
  id: string;
  name: string;
  role: WorkspaceRole;
  /** IANA zone, such as Asia/Kolkata. */
  zone: string;
  /** When they work; null until they say so, which others see as "assumed hours". */
  calendar: Calendar | null;
  status: Status | null;
  /** Days on which nobody of the workspace works; null for none. */
  quietDays: QuietDay[] | null;
  /** Came with an import and nobody has claimed it yet. */
  placeholder: boolean;
  /** No longer a member; kept so that names on old work stay. */
  removed: boolean;
}

/** Everything that the first paint of a board needs, in one value. */
export interface BoardSnapshot {
  id: string;
  workspaceId: string;
  name: string;
  key: string;
  /** IANA zone of plain dates on this board. */
  zone: string;
  archivedAt: string | null;
  /** The rules that the board and the workspace set; `normsOf` fills in the rest. */
  norms: Partial<Norms> | null;
  workspaceNorms: Partial<Norms> | null;
  /** Who sees to what nobody owns. */
  triageId: string | null;
  sprint: Sprint | null;
  /** Who takes what cannot wait; absent for nobody. */
  rota?: Rota | null;
  /** What the reader is on this board. */
  myRole: WorkspaceRole;
  /** The number of the last event that this snapshot contains. */
  seq: number;
  columns: ColumnRow[];
  labels: LabelRow[];
  people: BoardPerson[];
  /** Tasks that are neither archived nor deleted, nor in an archived column; in no particular order. */
  cards: Card[];
}
