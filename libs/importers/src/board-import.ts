import type { ColumnClass, LabelColor } from '@baton/domain';
import type { ImportCounts, ImportLoss } from './receipt';

/** The tools whose files Baton reads. */
export type ImportSource = 'trello';

/** An ISO instant in UTC, always of the form 2026-11-24T09:00:00.000Z. */
export type Instant = string;

/**
 * A foreign board in our own terms, before it meets a database. Rows come in the order in which they are shown. Every row has the id
 * that the other tool gave it, which is unique within its kind on this board, so that the next file updates it.
 */
export interface BoardImport {
  source: ImportSource;
  foreignId: string;
  name: string;
  lists: ListImport[];
  labels: LabelImport[];
  tasks: TaskImport[];
  people: PersonImport[];
  counts: ImportCounts;
  losses: ImportLoss[];
  adapted: ImportLoss[];
}

export interface ListImport {
  foreignId: string;
  name: string;
  archived: boolean;
  /** Guessed from its name. */
  class: ColumnClass;
  wipLimit: number | null;
}

export interface LabelImport {
  foreignId: string;
  /** Empty for a label that is known by its colour. */
  name: string;
  color: LabelColor;
}

export interface PersonImport {
  foreignId: string;
  name: string;
  username: string | null;
  /** False when the file gives a bare id, of somebody who left. */
  named: boolean;
  uses: { tasks: number; comments: number; items: number; mentions: number };
}

export interface TaskImport {
  foreignId: string;
  listId: string;
  title: string;
  description: string;
  /** The first is the owner, the others help. */
  personIds: string[];
  labelIds: string[];
  start: Instant | null;
  due: Instant | null;
  done: boolean;
  /** When, as far as the file says; newer files may say later. */
  doneAt: Instant | null;
  archived: boolean;
  archivedAt: Instant | null;
  createdAt: Instant | null;
  createdBy: string | null;
  /** http or https. */
  url: string | null;
  checklists: ChecklistImport[];
  comments: CommentImport[];
  attachments: AttachmentImport[];
}

export interface ChecklistImport {
  foreignId: string;
  name: string;
  items: ItemImport[];
}

export interface ItemImport {
  foreignId: string;
  title: string;
  done: boolean;
  personId: string | null;
  due: Instant | null;
}

export interface CommentImport {
  foreignId: string;
  personId: string | null;
  authorName: string;
  text: string;
  /** Null when the file does not say. */
  createdAt: Instant | null;
  editedAt: Instant | null;
}

export interface AttachmentImport {
  foreignId: string;
  name: string;
  /** http or https. */
  url: string;
  bytes: number | null;
  /** The file itself is still with the other tool. */
  stayed: boolean;
  createdAt: Instant | null;
}
