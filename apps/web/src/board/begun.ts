import {
  type BoardSnapshot,
  type Calendar,
  type Card,
  type ColumnClass,
  type Deadline,
  assumedCalendar,
  boundOf,
  fifthWorkingDay,
  lacks,
  needsReason,
} from '@baton/domain';
import { makeVar } from '@apollo/client';
import { calendarOfPerson } from './moveScene';

const calendarOf = (board: BoardSnapshot, personId: string | null): Calendar => {
  const person = board.people.find(({ id }) => id === personId);
  return person ? calendarOfPerson(person) : assumedCalendar(board.zone);
};

/** The fields of a card that follow from another day, time or zone of its deadline. */
export function dueFields(card: Card, fields: Partial<Card>, boardZone: string): Partial<Card> {
  if (fields.dueOn === undefined && fields.dueTime === undefined && fields.dueZone === undefined) return {};
  const on = fields.dueOn === undefined ? card.dueOn : fields.dueOn;
  if (on === null) return { dueOn: null, dueTime: null, dueZone: null, dueAt: null, counter: null };
  const time = fields.dueTime === undefined ? card.dueTime : fields.dueTime;
  const zone = fields.dueZone ?? card.dueZone ?? boardZone;
  const dueAt = new Date(boundOf({ on, time, zone })).toISOString();
  return { dueOn: on, dueTime: time, dueZone: zone, dueAt, revisitOn: null, counter: null };
}

/** What a task gets that is begun without an owner or a deadline (K1), as the server will write it. */
export function begunFields(board: BoardSnapshot, taskId: string, meId: string, now = Date.now()): Partial<Card> {
  const card = board.cards.find(({ id }) => id === taskId);
  if (!card) return {};
  const missing = lacks(card);
  const ownerId = card.ownerId ?? meId;
  const due = missing.deadline
    ? dueFields(card, { dueOn: fifthWorkingDay(calendarOf(board, ownerId), now), dueTime: null, dueZone: board.zone }, board.zone)
    : {};
  return { exempt: false, ...(missing.owner && { ownerId }), ...due };
}

/** The deadline of a card; null for none. */
export const deadlineOfCard = (card: Card, boardZone: string): Deadline | null =>
  card.dueOn === null ? null : { on: card.dueOn, time: card.dueTime, zone: card.dueZone ?? boardZone };

/** Whether moving this card's deadline asks for a reason (K3). */
export function asksReason(board: BoardSnapshot, card: Card, now: number): boolean {
  const deadline = deadlineOfCard(card, board.zone);
  return !!deadline && !card.doneAt && needsReason(calendarOf(board, card.ownerId), boundOf(deadline), now);
}

/** Tasks that were just put back, dropped or opened again: the page offers to say why. */
export const turned = makeVar<{ boardId: string; ids: readonly string[]; what: string } | null>(null);

/** What a move means that goes against the stream; null for moves that need no words. */
export function turnOf(from: ColumnClass | undefined, to: ColumnClass | undefined): string | null {
  if (from === to || to === undefined) return null;
  if (to === 'dropped') return 'will not be done';
  if (from === 'active' && to === 'queued') return 'is put back';
  return from === 'done' ? 'is opened again' : null;
}

/** Tasks that were just begun without an owner or a deadline: the page offers to look at what they got. */
export const begun = makeVar<{ boardId: string; ids: readonly string[] } | null>(null);

export function lacksSomething(board: BoardSnapshot, taskId: string): boolean {
  const card = board.cards.find(({ id }) => id === taskId);
  const missing = card && lacks(card);
  return !!missing && (missing.owner || missing.deadline);
}

/** Work that came in before it had an owner or a deadline, and that nobody has moved since (K1b). */
export const unpromised = (board: BoardSnapshot, waitingToo = false): Card[] => {
  const active = new Set(board.columns.filter((c) => c.class === 'active' || (waitingToo && c.class === 'queued')).map(({ id }) => id));
  return board.cards.filter((card) => {
    const missing = lacks(card);
    return active.has(card.columnId) && !card.doneAt && (missing.owner || missing.deadline);
  });
};
