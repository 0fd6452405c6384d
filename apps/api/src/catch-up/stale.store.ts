import { type StaleTask, assumedCalendar, isStale } from '@baton/domain';
import { calendarsOf } from '../account/calendars';
import { select } from '../platform/database/database';
import type { Sql } from '../platform/sql';

const most = 500;

type Row = Omit<StaleTask, 'dueAt' | 'movedAt'> & { boardId: string; dueAt: Date | null; movedAt: Date };

/** A board as its house rules see it: after `staleDays` working days without a move, a task is stale. */
export interface Rested {
  id: string;
  zone: string;
  staleDays: number;
}

/**
 * Tasks of each of these boards that are being worked on and on which nothing happened for as many working days of their owner as the house
 * rules say, the longest first, at most 500 of a board. What was taken back did not happen. What waits for somebody outside, or is to be looked
 * at on a later day, is not asked about before. Two statements, however many boards.
 */
export async function staleOn(sql: Sql, boards: readonly Rested[], now: Date): Promise<Map<string, StaleTask[]>> {
  if (boards.length === 0) return new Map();
  const rows = await select<Row>(
    sql,
    `select still.* from unnest($1::uuid[]) with ordinality as asked(board_id, place) cross join lateral (
       select t.board_id as "boardId", t.id, t.number, t.title, t.owner_id as "ownerId", p.name as "ownerName", c.name as "columnName",
         t.due_on::text as "dueOn", t.due_time as "dueTime", t.due_zone as "dueZone", t.due_at as "dueAt",
         greatest(t.created_at, b.created_at, t.kept_at, (select max(e.at) from event e where e.task_ids @> array[t.id] and e.undone_by is null
           and e.kind not in ('task.kept', 'command.undone', 'deadline.rederived'))) as "movedAt"
       from task t join board b on b.id = t.board_id
       join board_column c on c.id = t.column_id and c.class = 'active' and c.archived_at is null and c.deleted_at is null
       left join person p on p.id = t.owner_id
       where t.board_id = asked.board_id and t.done_at is null and t.archived_at is null and t.deleted_at is null
         and (t.revisit_on is null or t.revisit_on <= $2::timestamptz)
         and (t.wait ->> 'checkOn' is null or (t.wait ->> 'checkOn')::date <= $2::timestamptz)
       order by "movedAt", t.number limit ${most}) still
     order by asked.place, still."movedAt", still.number`,
    [boards.map(({ id }) => id), now],
  );
  const calendars = await calendarsOf(
    sql,
    rows.flatMap(({ ownerId }) => ownerId ?? []),
  );
  return new Map(
    boards.map(({ id, zone, staleDays }) => {
      const resting = ({ boardId, ownerId, movedAt }: Row) =>
        boardId === id && isStale(calendars.get(ownerId ?? '') ?? assumedCalendar(zone), movedAt.getTime(), now.getTime(), staleDays);
      return [id, rows.filter(resting).map(taskOf)];
    }),
  );
}

const taskOf = ({ boardId: _, ...row }: Row): StaleTask => ({
  ...row,
  dueAt: row.dueAt?.toISOString() ?? null,
  movedAt: row.movedAt.toISOString(),
});
