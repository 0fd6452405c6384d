import type { ImportSource } from './board-import';

/** What the file holds. Every number is exact. */
export interface ImportCounts {
  lists: number;
  /** Of these, archived. */
  listsArchived: number;
  tasks: number;
  /** Of these, archived, whether by themselves or because their list is. */
  tasksArchived: number;
  /** Of these, open in the file but in an archived list, where nobody could see them either. */
  tasksInArchivedLists: number;
  /** Done, and of these the ones that count as done only because their list is a "done" list. */
  tasksDone: number;
  tasksDoneByList: number;
  comments: number;
  /** Comments that the board has and the file does not. */
  commentsMissing: number;
  checklists: number;
  items: number;
  itemsDone: number;
  labels: number;
  /** All kept as links; `attachmentsStayed` of them point to a file that is still with the other tool. */
  attachments: number;
  attachmentsStayed: number;
}

/** What the run did to rows here. A row whose every value was already here is unchanged. */
export interface ImportWrites {
  created: number;
  updated: number;
  unchanged: number;
  /** Values that somebody changed here since the last import, and that the file would have overwritten. */
  keptYours: number;
  /** Rows of an earlier import that this file no longer has; they stay. */
  noLongerInFile: number;
}

/** Somebody whom the file names. */
export interface ImportedPerson {
  foreignId: string;
  name: string;
  username: string | null;
  /** Where the file uses them. */
  uses: { tasks: number; comments: number; items: number; mentions: number };
  /** Who it probably is here, and why; null when nobody fits. */
  suggestion: { personId: string; name: string; because: 'earlier-import' | 'same-name' } | null;
  /** What this run took them for: somebody here, a new placeholder (no id in a preview), or nobody. */
  taken: { as: 'person' | 'placeholder' | 'nobody'; personId: string | null };
}

/** Something that could not be kept, in words that finish the sentence "Not kept: 3 votes". */
export interface ImportLoss {
  /** Plural words for people, such as "votes". */
  what: string;
  count: number;
  /** Where: titles of tasks or lists, at most 20. */
  names: string[];
}

/** The receipt of an import: shown before anything is written, kept with the run afterwards. */
export interface ImportReceipt {
  source: ImportSource;
  boardName: string;
  /** Whether the board came with an earlier import and is brought up to date. */
  updatesBoard: boolean;
  counts: ImportCounts;
  people: ImportedPerson[];
  /** Not kept at all. */
  losses: ImportLoss[];
  /** Kept in another shape, such as custom fields written below the description. */
  adapted: ImportLoss[];
  writes: ImportWrites;
  /** After an undo: titles of what stays because people worked on it since. */
  undone?: { kept: string[] };
}
