import type { CheckIn, CheckInAnswer, Day, NamedTask } from '@baton/domain';
import { select } from '../platform/database/database';
import type { Sql } from '../platform/sql';

const columns = `c.id, c.board_id as "boardId", c.template, c.title, c.questions, c.period, c.weekday, c.offset_minutes as "offset", c.tasks,
  c.participant_ids as "participantIds", c.starts_on as "startsOn", c.stopped_at as "stoppedAt", c.created_by_id as "createdById"`;
const answerColumns = `a.check_in_id as "checkInId", a."on", a.person_id as "personId", a.passed, a.words, a.finished, a.moving, a.stuck, a.at,
  a.edited_at as "editedAt"`;

const isoOrNull = (value: Date | string | null) => (value === null ? null : new Date(value).toISOString());

/** Check-ins by a condition on `c` (check_in) and `b` (its board), in the order in which they were made. */
export async function checkInsWhere(sql: Sql, condition: string, parameters: unknown[]): Promise<CheckIn[]> {
  const rows = await select<CheckIn>(
    sql,
    `select ${columns} from check_in c join board b on b.id = c.board_id where ${condition} order by c.created_at, c.id`,
    parameters,
  );
  return rows.map((row) => ({ ...row, stoppedAt: isoOrNull(row.stoppedAt) }));
}

/** Answers by a condition on `a` (check_in_answer) and `c` (check_in), oldest first. */
export async function answersWhere(sql: Sql, condition: string, parameters: unknown[]): Promise<CheckInAnswer[]> {
  const rows = await select<CheckInAnswer>(
    sql,
    `select ${answerColumns} from check_in_answer a join check_in c on c.id = a.check_in_id where ${condition} order by a.at, a.person_id`,
    parameters,
  );
  return rows.map((row) => ({ ...row, at: isoOrNull(row.at) ?? '', editedAt: isoOrNull(row.editedAt) }));
}

/** The days of a board's check-ins that have answers, newest first; a day on which nobody had anything to say is not kept. */
export const answeredDays = (sql: Sql, boardId: string): Promise<{ checkInId: string; on: Day; answers: number }[]> =>
  select(
    sql,
    `select a.check_in_id as "checkInId", a."on", count(*) filter (where not a.passed)::int as answers
     from check_in_answer a join check_in c on c.id = a.check_in_id where c.board_id = $1
     group by a.check_in_id, a."on" order by a."on" desc, a.check_in_id limit 400`,
    [boardId],
  );

/** Writes what somebody said on a day, for the first time or again. */
export async function writeAnswer(sql: Sql, answer: CheckInAnswer) {
  await sql.query(
    `insert into check_in_answer (check_in_id, "on", person_id, passed, words, finished, moving, stuck, at, edited_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (check_in_id, "on", person_id)
     do update set passed = $4, words = $5, finished = $6, moving = $7, stuck = $8, edited_at = $10`,
    [
      answer.checkInId,
      answer.on,
      answer.personId,
      answer.passed,
      ...[answer.words, answer.finished, answer.moving, answer.stuck].map((value) => JSON.stringify(value)),
      answer.at,
      answer.editedAt,
    ],
  );
}

/** These tasks of a board, as an answer names them. */
export async function namedTasks(sql: Sql, boardId: string, ids: readonly string[]): Promise<Map<string, NamedTask>> {
  const rows = await select<NamedTask>(
    sql,
    `select id as "taskId", number, title from task where board_id = $1 and id = any($2) and deleted_at is null`,
    [boardId, [...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.taskId, row]));
}
