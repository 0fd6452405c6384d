import { select } from '../platform/database/database';
import type { Sql } from '../platform/sql';

/** What the person said stays as it is while they are away, by time off. */
export async function choicesOf(sql: Sql, personId: string, leaveIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const rows = await select<{ leaveId: string; key: string }>(
    sql,
    'select leave_id as "leaveId", key from leave_choice where person_id = $1 and leave_id = any($2)',
    [personId, leaveIds],
  );
  const choices = new Map(leaveIds.map((id) => [id, new Set<string>()]));
  for (const { leaveId, key } of rows) choices.get(leaveId)?.add(key);
  return choices;
}

/** Writes that something stays as it is, or takes that back; the same twice is the same once. */
export async function writeChoice(sql: Sql, personId: string, leaveId: string, key: string, asItIs: boolean, now: Date) {
  if (asItIs)
    await sql.query('insert into leave_choice (person_id, leave_id, key, at) values ($1, $2, $3, $4) on conflict do nothing', [
      personId,
      leaveId,
      key,
      now,
    ]);
  else await sql.query('delete from leave_choice where person_id = $1 and leave_id = $2 and key = $3', [personId, leaveId, key]);
}
