import type { Change, EventKind } from '@baton/domain';
import type { EntityManager } from 'typeorm';
import { changed, select } from '../database/database';
import { Event, type RowChange } from './event.entity';

/** The channel on which every process hears (board, seq) of each commit. */
export const boardChannel = 'baton_board';
/** The channel on which every process hears whose access or sessions changed. */
export const accessChannel = 'baton_access';

/** Locks the board's counter and takes its next number; held to the end of the transaction, so commit order is number order. */
export async function nextSeq(tx: EntityManager, boardId: string, newTasks = 0): Promise<{ seq: number; firstNumber: number }> {
  const [row] = await changed<{ seq: number; next_number: number }>(
    tx,
    'update board set seq = seq + 1, next_number = next_number + $2 where id = $1 returning seq, next_number',
    [boardId, newTasks],
  );
  if (!row) throw new Error(`board ${boardId} went away while it was changed`);
  return { seq: row.seq, firstNumber: row.next_number - newTasks };
}

export interface NewEvent {
  boardId: string;
  workspaceId: string;
  seq: number;
  at: Date;
  actorId: string;
  kind: EventKind;
  commandId: string;
  commandHash: string;
  changes: Change[];
  undo?: RowChange[];
  taskIds?: string[];
  resync?: boolean;
}

/** Appends the event and tells every process about it at commit; the notice carries only (board, seq). */
export async function record(tx: EntityManager, event: NewEvent): Promise<Event> {
  const whole = { undo: [], taskIds: [], resync: false, undoneBy: null, ...event };
  await tx.query(
    `with written as (
       insert into event (board_id, seq, workspace_id, at, actor_id, kind, command_id, command_hash, changes, undo, task_ids, resync)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning seq)
     select pg_notify('${boardChannel}', $1::text || ' ' || seq) from written`,
    [
      whole.boardId,
      whole.seq,
      whole.workspaceId,
      whole.at,
      whole.actorId,
      whole.kind,
      whole.commandId,
      whole.commandHash,
      JSON.stringify(whole.changes),
      JSON.stringify(whole.undo),
      whole.taskIds,
      whole.resync,
    ],
  );
  return Object.assign(new Event(), whole);
}

/** Tells every process that what this person may see, or their sessions, changed; takes effect at commit. */
export const accessChanged = (tx: EntityManager, personId: string) => select(tx, 'select pg_notify($1, $2)', [accessChannel, personId]);

/** The board's events after a number, oldest first. */
export const eventsAfter = (tx: EntityManager, boardId: string, afterSeq: number, limit = 500) =>
  tx
    .createQueryBuilder(Event, 'event')
    .where('event.boardId = :boardId and event.seq > :afterSeq', { boardId, afterSeq })
    .orderBy('event.seq')
    .limit(limit)
    .getMany();
