import { type Ask, type Change, Refusal } from '@baton/domain';
import type { EntityManager } from 'typeorm';
import { changed, select } from '../platform/database/database';
import type { RowChange } from '../platform/events/event.entity';
import { asksWhere, settleOwed, updateAsk } from './ask.store';
import { countComments } from './comment.store';

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** What a step changed of an ask, and the comment that it wrote, so that it can be taken back. */
export async function undoOfStep(tx: EntityManager, before: Ask, commentId: string, now: Date): Promise<RowChange[]> {
  const [after] = await asksWhere(tx, 'a.id = $1', [before.id]);
  if (!after) return [];
  const fields = (Object.keys(after) as (keyof Ask)[]).filter((field) => !same(before[field], after[field]));
  const of = (ask: Ask) => Object.fromEntries(fields.map((field) => [field, ask[field]]));
  const said = await select(tx, 'select 1 from comment where id = $1', [commentId]);
  return [
    { table: 'ask', id: before.id, before: of(before), after: of(after) },
    ...(said.length > 0 ? [{ table: 'comment', id: commentId, before: { deletedAt: now }, after: { deletedAt: null } }] : []),
  ];
}

/** Sets an ask to what a step found, unless somebody took another step since. */
export async function takeBackAsk(tx: EntityManager, row: RowChange): Promise<RowChange> {
  const [ask] = await asksWhere(tx, 'a.id = $1', [row.id]);
  if (!ask) throw new Refusal('NOTHING_TO_UNDO');
  if (Object.entries(row.after).some(([field, value]) => !same(ask[field as keyof Ask], value)))
    throw new Refusal('CONFLICT', { reason: 'Somebody went on with this ask since: undoing would overwrite that.' });
  await updateAsk(tx, { ...ask, ...row.before });
  return { table: 'ask', id: row.id, before: row.after, after: row.before };
}

/** Takes away what a step said in the thread, or brings it again; a comment that was edited or deleted since stays as it is. */
export async function takeBackComment(tx: EntityManager, row: RowChange, byId: string): Promise<RowChange> {
  const deletedAt = row.before['deletedAt'] ?? null;
  await changed(
    tx,
    `update comment set deleted_at = $2, deleted_by_id = case when $2::timestamptz is null then null else $3::uuid end
     where id = $1 and (deleted_at is null) = $4`,
    [row.id, deletedAt, byId, !row.after['deletedAt']],
  );
  return { table: 'comment', id: row.id, before: row.after, after: row.before };
}

/** What the cards and panels show after asks and comments were taken back. */
export async function changesAfter(tx: EntityManager, rows: readonly RowChange[]): Promise<Change[]> {
  const ids = rows.filter(({ table }) => table === 'ask' || table === 'comment').map(({ id }) => id);
  if (ids.length === 0) return [];
  const tasks = await select<{ task_id: string }>(
    tx,
    'select task_id from ask where id = any($1) union select task_id from comment where id = any($1)',
    [ids],
  );
  const taskIds = tasks.map((task) => task.task_id);
  const counted: Change[] = [];
  for (const id of taskIds) counted.push(...(await countComments(tx, id)));
  const details = taskIds.map((id): Change => ({ type: 'detail', id, fields: { what: 'comments' } }));
  return [...details, ...counted, ...(await settleOwed(tx, taskIds))];
}
