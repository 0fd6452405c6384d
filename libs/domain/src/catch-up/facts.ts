import type { Card, ColumnClass } from '../board';
import type { AskedCheckIn } from '../check-in/check-in';
import type { Ask } from '../conversation/ask';
import type { Decision } from '../decision/decision';
import type { EventKind } from '../event';
import { type Headline, type MoveScene, headlineOf } from '../move';
import type { Norms } from '../norms';
import { type Calendar, assumedCalendar } from '../time/calendar';
import type { StatusUpdate } from './status';

/** A board as far as a brief needs it; `since` is the number of the last event that the reader knows. */
export interface BoardFact {
  id: string;
  workspaceId: string;
  key: string;
  name: string;
  zone: string;
  norms: Norms;
  triageId: string | null;
  seq: number;
  since: number;
  /** Until when the reader knows what happened; null for one who knows nothing yet. */
  sinceAt: string | null;
  classes: ReadonlyMap<string, ColumnClass>;
}

/** A task with what its card does not show. */
export type TaskFact = Card & { boardId: string; dueSetById: string | null; followerIds: string[] };

/** An ask with the words of its comment. */
export type AskFact = Ask & { question: string };

/** One entry of the log: of the rows that it changed, the tasks alone. */
export interface Happened {
  boardId: string;
  seq: number;
  at: string;
  actorId: string;
  kind: EventKind;
  taskIds: string[];
  decisionIds: string[];
  rows: { taskId: string; before: Record<string, unknown>; after: Record<string, unknown> }[];
  /** Why, where somebody said so. */
  why: string | null;
}

/** Something written for readers: an update, or a note that names the reader. */
export interface Written {
  id: string;
  boardId: string;
  taskId: string;
  seq: number;
  at: string;
  authorId: string;
  kind: 'update' | 'mention';
  /** The headline of an update, or the note. */
  text: string;
  health: string | null;
}

/** A status update that others published since, or an objection to one of the reader's own. */
export interface StatusFact {
  status: StatusUpdate;
  kind: 'published' | 'objected';
  seq: number;
  at: string;
}

/** Everything that a brief and Today are derived from: what is, and what happened since. */
export interface Facts {
  meId: string;
  now: number;
  boards: ReadonlyMap<string, BoardFact>;
  /** What concerns the reader, and what that waits for. */
  tasks: ReadonlyMap<string, TaskFact>;
  asks: readonly AskFact[];
  /** Those that ask something of the reader, and those of which the log speaks since. */
  decisions: readonly Decision[];
  /** What is asked of the reader today. */
  checkIns: readonly AskedCheckIn[];
  /** When asks for information were answered, by their ids. */
  answeredAt: ReadonlyMap<string, string | null>;
  names: ReadonlyMap<string, string>;
  calendars: ReadonlyMap<string, Calendar>;
  /** Of these people, those who are no longer members. */
  gone: ReadonlySet<string>;
  /** What others did since, oldest first, on the tasks above. */
  happened: readonly Happened[];
  written: readonly Written[];
  statuses: readonly StatusFact[];
  /** Who changed their calendar since. */
  hours: readonly { personId: string; boardId: string; seq: number; at: string }[];
}

export const nameIn = (facts: Facts, id: string | null): string => (id && facts.names.get(id)) || 'Somebody who left';
export const calendarIn = (facts: Facts, id: string, boardId: string): Calendar =>
  facts.calendars.get(id) ?? assumedCalendar(facts.boards.get(boardId)?.zone ?? 'UTC');
export const classIn = (facts: Facts, task: TaskFact): ColumnClass =>
  facts.boards.get(task.boardId)?.classes.get(task.columnId) ?? 'queued';
export const isGone = (task: TaskFact) => task.archivedAt !== null || task.deletedAt !== null;

/** What the rule of whose move it is asks for, on one board. */
export function moveSceneIn(facts: Facts, boardId: string): MoveScene {
  const board = facts.boards.get(boardId);
  return {
    boardKey: board?.key ?? '',
    zone: board?.zone ?? 'UTC',
    now: facts.now,
    classOf: (columnId) => board?.classes.get(columnId),
    cardOf: (taskId) => {
      const task = facts.tasks.get(taskId);
      return task && !isGone(task) ? task : undefined;
    },
    calendarOf: (personId) => facts.calendars.get(personId),
  };
}

/** Whose move a task is; null for one that is over or put away. */
export const headlineIn = (facts: Facts, task: TaskFact): Headline | null =>
  isGone(task) ? null : headlineOf(task, moveSceneIn(facts, task.boardId));
