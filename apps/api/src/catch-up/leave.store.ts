import { select } from '../platform/database/database';
import type { Sql } from '../platform/sql';

/** What the person said stays as it is while they are away. */
export async function choicesOf(sql: Sql, personId: string, leaveId: string): Promise<Set<string>> {
  const rows = await select<{ key: string }>(sql, 'select key from leave_choice where person_id = $1 and leave_id = $2', [
    personId,
    leaveId,
  ]);
  return new Set(rows.map(({ key }) => key));
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
