import type { WorkspaceRole } from './access';
import type { Rank } from './rank';

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
  /** `HH:MM` in the board's zone, or null for a whole day. */
  dueTime: string | null;
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
