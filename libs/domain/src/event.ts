import type { DecisionState } from './decision/decision';
import type { BoardPerson, BoardSnapshot, Card, ColumnRow, LabelRow } from './board';

/** What happened; past tense, `concept.happened`. */
export const eventKinds = [
  'board.created',
  'board.edited',
  'board.imported',
  'board.import-undone',
  'column.created',
  'column.edited',
  'column.moved',
  'column.archived',
  'label.created',
  'label.edited',
  'label.deleted',
  'task.created',
  'task.edited',
  'task.explained',
  'task.kept',
  'task.moved',
  'task.archived',
  'task.restored',
  'task.deleted',
  'task.left',
  'task.arrived',
  'task.recurred',
  'deadline.moved',
  'deadline.rederived',
  'deadline.countered',
  'deadline.answered',
  'handoff.offered',
  'handoff.accepted',
  'handoff.declined',
  'checklist.edited',
  'comment.imported',
  'comment.posted',
  'comment.edited',
  'ask.stepped',
  'decision.drafted',
  'decision.edited',
  'decision.opened',
  'decision.spoken',
  'decision.closed',
  'decision.settled',
  'decision.withdrawn',
  'decision.noted',
  'check-in.edited',
  'check-in.answered',
  'file.added',
  'file.edited',
  'file.removed',
  'status.published',
  'status.acknowledged',
  'people.changed',
  'command.undone',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** What can change of the board itself. */
export type BoardField = 'name' | 'key' | 'zone' | 'archivedAt' | 'norms' | 'workspaceNorms' | 'triageId' | 'sprint' | 'rota';

/** New values of one row. A row that the reader does not know yet comes whole; `gone` takes it off the board. */
export type Change =
  | { type: 'task'; id: string; fields: Partial<Card>; gone?: boolean }
  | { type: 'column'; id: string; fields: Partial<ColumnRow>; gone?: boolean }
  | { type: 'label'; id: string; fields: Partial<LabelRow>; gone?: boolean }
  | { type: 'board'; id: string; fields: Partial<Pick<BoardSnapshot, BoardField>>; gone?: boolean }
  | { type: 'person'; id: string; fields: Partial<BoardPerson>; gone?: boolean }
  /** A decision of the board, for whoever shows it: its page and the log ask again. */
  | { type: 'decision'; id: string; fields: { number: number; state: DecisionState }; gone?: boolean }
  /** A check-in of the board, or the answers of one of its days: its pages ask again. */
  | { type: 'check-in'; id: string; fields: { on?: string }; gone?: boolean }
  /** Something inside a task (description, checklist, comment) that no card shows: an open panel asks again. */
  | {
      type: 'detail';
      id: string;
      fields: {
        what: 'status' | 'description' | 'checklist' | 'comments' | 'decisions' | 'attachments' | 'followers' | 'reason';
        text?: string;
      };
      gone?: boolean;
    };

/** One entry of a board's log as clients receive it. `seq` has no gaps, so a reader that meets n+2 after n knows it missed one. */
export interface BoardEvent {
  boardId: string;
  seq: number;
  /** ISO instant. */
  at: string;
  actorId: string;
  kind: EventKind;
  commandId: string;
  changes: Change[];
  /** Too much changed to list: read the board again. */
  resync: boolean;
}

const patch = <T extends { id: string }>(
  rows: readonly T[],
  id: string,
  fields: Partial<T>,
  gone: boolean,
  whole: (row: Partial<T>) => row is T,
): T[] => {
  const at = rows.findIndex((row) => row.id === id);
  if (gone) return at < 0 ? [...rows] : rows.toSpliced(at, 1);
  const known = rows[at];
  if (known) return rows.with(at, { ...known, ...fields });
  const row = { id, ...fields } as Partial<T>;
  return whole(row) ? [...rows, row] : [...rows];
};
const isCard = (row: Partial<Card>): row is Card => row.title !== undefined && row.columnId !== undefined && row.rank !== undefined;
const isColumn = (row: Partial<ColumnRow>): row is ColumnRow => row.name !== undefined && row.rank !== undefined;
const isLabel = (row: Partial<LabelRow>): row is LabelRow => row.color !== undefined && row.rank !== undefined;

const leaves = (fields: { archivedAt?: string | null; deletedAt?: string | null }) => !!fields.archivedAt || !!fields.deletedAt;

/** The board after these changes; the given board is not touched. Changes of unknown rows that do not come whole are skipped. */
export function applyChanges(board: BoardSnapshot, changes: readonly Change[]): BoardSnapshot {
  let next = board;
  for (const change of changes) {
    switch (change.type) {
      case 'task':
        next = { ...next, cards: patch(next.cards, change.id, change.fields, !!change.gone || leaves(change.fields), isCard) };
        break;
      case 'column':
        next = { ...next, columns: patch(next.columns, change.id, change.fields, !!change.gone || leaves(change.fields), isColumn) };
        break;
      case 'label':
        next = { ...next, labels: patch(next.labels, change.id, change.fields, !!change.gone || !!change.fields.deletedAt, isLabel) };
        break;
      case 'board':
        next = { ...next, ...change.fields };
        break;
      case 'person':
        next = { ...next, people: next.people.map((person) => (person.id === change.id ? { ...person, ...change.fields } : person)) };
        break;
      case 'decision':
      case 'check-in':
      case 'detail':
        break;
      default:
        change satisfies never;
    }
  }
  return next;
}

/** Applies an event that follows the board's last one; null says that events are missing in between and must be fetched first. */
export function applyEvent(board: BoardSnapshot, event: BoardEvent): BoardSnapshot | null {
  if (event.seq <= board.seq) return board;
  if (event.seq > board.seq + 1) return null;
  return { ...applyChanges(board, event.changes), seq: event.seq };
}
