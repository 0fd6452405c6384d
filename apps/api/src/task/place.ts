import { type Calendar, type ColumnClass, type Rank, Refusal, ranksBetween } from '@baton/domain';
import type { EntityManager } from 'typeorm';
import { type CalendarRow, calendarOf, calendarSql } from '../account/calendars';
import { select } from '../platform/database/database';

/** Where tasks land: the column, what it means, and one fresh rank for each of them. */
export interface Place {
  columnId: string;
  columnName: string;
  class: ColumnClass;
  ranks: Rank[];
  /** Of whoever begins work there; null where nothing is worked on. */
  calendar: Calendar | null;
}

/** Ranks longer than this are spread out anew, so that a gap that is used again and again stays short. */
const longRank = 48;

/**
 * Ranks for `count` tasks straight after `afterTaskId`, or first in the column when it is null. Reads the column and the two
 * neighbours in one statement, by index: the cost does not grow with the column. Archived and deleted tasks keep their places, so they
 * count as neighbours; `movingIds` do not. The caller holds the board's counter, so nobody else computes a rank meanwhile.
 */
export async function findPlace(
  tx: EntityManager,
  boardId: string,
  to: { columnId: string; afterTaskId?: string | null | undefined },
  count: number,
  movingIds: string[] = [],
  beginnerId: string | null = null,
): Promise<Place> {
  const [row] = await select<{
    name: string;
    class: ColumnClass;
    archived: boolean;
    below: Rank | null;
    above: Rank | null;
    after_found: boolean;
    beginner: CalendarRow | null;
  }>(
    tx,
    `select c.name, c.class, c.archived_at is not null or c.deleted_at is not null as archived, a.rank as below, a.rank is not null as after_found,
       case when c.class = 'active' then ${calendarSql('$5::uuid')} end as beginner,
       (select t.rank from task t where t.column_id = c.id and t.rank > coalesce(a.rank, '') and t.id <> all($4::uuid[]) order by t.rank limit 1) as above
     from board_column c left join task a on a.id = $3 and a.column_id = c.id
     where c.id = $1 and c.board_id = $2`,
    [to.columnId, boardId, to.afterTaskId ?? null, movingIds, beginnerId],
  );
  if (!row) throw new Refusal('NOT_FOUND');
  if (row.archived)
    throw new Refusal('CONFLICT', { reason: `The column "${row.name}" is archived: bring it back first, or choose another.` });
  if (to.afterTaskId && !row.after_found)
    throw new Refusal('CONFLICT', { reason: 'The task that this one should follow has moved meanwhile. Try again.' });
  const ranks = ranksBetween(row.below, row.above, count);
  return { columnId: to.columnId, columnName: row.name, class: row.class, ranks, calendar: row.beginner && calendarOf(row.beginner) };
}

/** Whether the column's ranks in this gap have grown too long. */
export const needsSpreading = (place: Place) => place.ranks.some((rank) => rank.length > longRank);

/** Gives every task of the column a short rank again, in the same order. */
export async function spreadColumn(tx: EntityManager, columnId: string) {
  const rows = await select<{ id: string }>(tx, 'select id from task where column_id = $1 order by rank', [columnId]);
  const ranks = ranksBetween(null, null, rows.length);
  await tx.query('update task set rank = fresh.rank from unnest($1::uuid[], $2::text[]) as fresh(id, rank) where task.id = fresh.id', [
    rows.map((row) => row.id),
    ranks,
  ]);
}
