import { type BriefLine, type Mark, type MarkKind, Refusal, briefSections, lineLength, markKinds } from '@baton/domain';
import { select } from '../platform/database/database';
import type { Sql } from '../platform/sql';
import type { MarkInput, WatermarkInput } from './catch-up.inputs';

/** Marks that nobody needs any more are forgotten after so many days. */
const keptDays = 90;
const most = 500;

interface MarkRow {
  key: string;
  mark: MarkKind;
  seq: number;
  until: Date | null;
  line: BriefLine;
  at: Date;
}

/** What the person did with lines of their own list. */
export async function marksOf(sql: Sql, personId: string, workspaceId: string): Promise<Mark[]> {
  const rows = await select<MarkRow>(
    sql,
    'select key, mark, seq, until, line, at from brief_mark where person_id = $1 and workspace_id = $2 order by at, key',
    [personId, workspaceId],
  );
  return rows.map(({ until, at, ...row }) => ({ ...row, until: until?.toISOString() ?? null, at: at.toISOString() }));
}

const words = ['key', 'object', 'objectId', 'boardId', 'boardKey', 'boardName', 'text', 'reason', 'at'] as const;
/** Whether this is a whole line: what is kept here is shown again as it is. */
const isLine = (line: BriefLine | null): line is BriefLine =>
  line !== null &&
  typeof line === 'object' &&
  words.every((field) => typeof line[field] === 'string') &&
  briefSections.includes(line.section) &&
  Array.isArray(line.answers);

/** Writes marks as they shall be; the same twice is the same once. */
export async function writeMarks(sql: Sql, personId: string, workspaceId: string, marks: readonly MarkInput[], now: Date) {
  if (marks.length > most) throw new Refusal('BAD_INPUT', { field: 'marks', reason: `At most ${most} lines at a time.` });
  for (const { mark, key, line, until } of marks) {
    if (key.length > 200 || !isLine(line) || JSON.stringify(line).length > lineLength * 60)
      throw new Refusal('BAD_INPUT', { field: 'marks', reason: 'This is not a line of your list.' });
    if (mark && !markKinds.includes(mark))
      throw new Refusal('BAD_INPUT', { field: 'marks', reason: 'A line is done, set aside or for later.' });
    if (mark === 'later' && !until) throw new Refusal('BAD_INPUT', { field: 'until', reason: 'Say when you want to see it again.' });
  }
  const gone = marks.filter(({ mark }) => !mark).map(({ key }) => key);
  await sql.query('delete from brief_mark where person_id = $1 and workspace_id = $2 and key = any($3)', [personId, workspaceId, gone]);
  const kept = marks.filter(({ mark }) => mark);
  await sql.query(
    `insert into brief_mark (person_id, workspace_id, key, mark, seq, until, line, at)
     select $1, $2, x.key, x.mark, x.seq, x.until, x.line, $3
     from unnest($4::text[], $5::text[], $6::int[], $7::timestamptz[], $8::jsonb[]) as x(key, mark, seq, until, line)
     on conflict (person_id, workspace_id, key) do update set mark = excluded.mark, seq = excluded.seq, until = excluded.until, line = excluded.line, at = excluded.at`,
    [
      personId,
      workspaceId,
      now,
      kept.map(({ key }) => key),
      kept.map(({ mark }) => mark),
      kept.map(({ seq }) => seq),
      kept.map(({ mark, until }) => (mark === 'later' ? (until ?? null) : null)),
      kept.map(({ line }) => JSON.stringify(line)),
    ],
  );
  await sql.query(
    `delete from brief_mark where person_id = $1 and mark <> 'aside' and at < $2::timestamptz - interval '${keptDays} days'`,
    [personId, now],
  );
}

/** Moves the person's watermarks, forwards or back, never past what has happened. */
export async function moveWatermarks(
  sql: Sql,
  personId: string,
  workspaceId: string,
  marks: readonly WatermarkInput[],
  now: Date,
): Promise<void> {
  await sql.query(
    `insert into watermark (person_id, board_id, workspace_id, seq, at)
     select $1, b.id, b.workspace_id, greatest(0, least(x.seq, b.seq)), least(coalesce(x.at, $3), $3)
     from unnest($4::uuid[], $5::int[], $6::timestamptz[]) as x(board_id, seq, at) join board b on b.id = x.board_id and b.workspace_id = $2
     on conflict (person_id, board_id) do update set seq = excluded.seq, at = excluded.at`,
    [personId, workspaceId, now, marks.map(({ boardId }) => boardId), marks.map(({ seq }) => seq), marks.map(({ at }) => at ?? null)],
  );
}
