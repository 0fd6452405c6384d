import { type CheckIn, type CheckInPrefill, type Day, type NamedTask, type Wait, daysOfPeriod } from '@baton/domain';
import { select } from '../platform/database/database';
import type { Sql } from '../platform/sql';

const most = 50;
const dayMs = 86_400_000;

interface Candidate extends NamedTask {
  doneAt: Date | null;
  active: boolean;
  /** The person did something with it since. */
  touched: boolean;
  owned: boolean;
  wait: Wait | null;
  blocked: boolean;
}

/** From when somebody's own work counts: their last answer on an earlier day, or a period before this one. */
export async function sinceFor(sql: Sql, checkIn: Pick<CheckIn, 'id' | 'period'>, on: Day, personId: string): Promise<Date> {
  const [last] = await select<{ at: Date }>(
    sql,
    `select at from check_in_answer where check_in_id = $1 and person_id = $2 and "on" < $3 order by "on" desc limit 1`,
    [checkIn.id, personId, on],
  );
  return last?.at ?? new Date(Date.parse(`${on}T00:00:00Z`) - daysOfPeriod(checkIn.period) * dayMs);
}

/**
 * What somebody finished, moves and is stuck with, from the board's log and its columns: their own doing, and what they own. Nothing of it
 * is sent before they looked at it.
 */
export async function prefillFor(
  sql: Sql,
  checkIn: Pick<CheckIn, 'id' | 'boardId' | 'period'>,
  on: Day,
  personId: string,
): Promise<CheckInPrefill> {
  const since = await sinceFor(sql, checkIn, on, personId);
  const rows = await select<Candidate>(
    sql,
    `with mine as (
       select distinct unnest(task_ids) as id from event where board_id = $1 and actor_id = $2 and at > $3 and kind like any (array['task.%', 'checklist.%', 'comment.posted', 'ask.stepped']))
     select t.id as "taskId", t.number, t.title, t.done_at as "doneAt", c.class = 'active' as active, t.owner_id = $2 as owned, t.wait,
       t.id in (select id from mine) as touched,
       coalesce(exists (select 1 from jsonb_array_elements(t.owed) o where (o ->> 'blocking')::boolean and o ->> 'fromId' = $2::text), false)
         or exists (select 1 from task b join board_column bc on bc.id = b.column_id
                    where b.id = any(t.blocker_ids) and b.deleted_at is null and b.done_at is null and bc.class in ('queued', 'active')) as blocked
     from task t join board_column c on c.id = t.column_id
     where t.board_id = $1 and t.deleted_at is null and t.archived_at is null
       and (t.owner_id = $2 or $2 = any(t.helper_ids) or t.id in (select id from mine))
       and (c.class = 'active' or (t.done_at > $3 and c.class = 'done'))
     order by t.number limit ${most * 3}`,
    [checkIn.boardId, personId, since],
  );
  const named = ({ taskId, number, title }: Candidate): NamedTask => ({ taskId, number, title });
  const open = rows.filter(({ doneAt, active }) => doneAt === null && active);
  const waits = (row: Candidate) => row.owned && (row.wait !== null || row.blocked);
  return {
    since: since.toISOString(),
    finished: rows
      .filter(({ doneAt, owned, touched }) => doneAt !== null && (owned || touched))
      .map(named)
      .slice(0, most),
    moving: open
      .filter((row) => row.touched && !waits(row))
      .map(named)
      .slice(0, most),
    stuck: open
      .filter(waits)
      .map((row) => ({ ...named(row), text: '' }))
      .slice(0, most),
  };
}

/** Of these tasks, those that say already what they wait for, so that being stuck needs no words. */
export async function alreadyStuck(sql: Sql, boardId: string, personId: string, taskIds: readonly string[]): Promise<Set<string>> {
  const rows = await select<{ id: string }>(
    sql,
    `select t.id from task t where t.board_id = $1 and t.id = any($3) and (t.wait is not null or cardinality(t.blocker_ids) > 0
       or exists (select 1 from jsonb_array_elements(coalesce(t.owed, '[]')) o where (o ->> 'blocking')::boolean and o ->> 'fromId' = $2))`,
    [boardId, personId, taskIds],
  );
  return new Set(rows.map(({ id }) => id));
}
