import { randomUUID } from 'node:crypto';
import { type Change, captionIn, fileRef, filesIn, limits } from '@baton/domain';
import type { EntityManager } from 'typeorm';
import { changed, select } from '../platform/database/database';
import type { Viewer } from '../platform/graphql/context';

/** Counts what is attached to a task; answers the changes for its card and its panel. */
export async function countFiles(tx: EntityManager, taskId: string): Promise<Change[]> {
  const [row] = await changed<{ attachment_count: number }>(
    tx,
    `update task set attachment_count = (select count(*) from attachment where task_id = $1 and not pending and deleted_at is null)
     where id = $1 returning attachment_count`,
    [taskId],
  );
  return [
    { type: 'detail', id: taskId, fields: { what: 'attachments' } },
    { type: 'task', id: taskId, fields: { attachmentCount: row?.attachment_count ?? 0 } },
  ];
}

/**
 * Shows the files that the caller sent and that a saved text names; from then on everybody who reads the task sees them. What the text says
 * of its files is what the task's list says of them.
 */
export async function placeFiles(
  tx: EntityManager,
  viewer: Viewer,
  { taskId, commentId }: { taskId: string; commentId: string | null },
  text: string,
): Promise<Change[]> {
  const refs = filesIn(text);
  if (refs.length === 0) return [];
  const placed = await changed(
    tx,
    `update attachment set pending = false, comment_id = $4
     where left(id::text, 8) = any($1) and task_id = $2 and by_id = $3 and pending and deleted_at is null returning id`,
    [refs, taskId, viewer.personId, commentId],
  );
  const said = await changed(
    tx,
    `update attachment a set caption = x.caption from unnest($1::text[], $2::text[]) as x(ref, caption), stored_file s
     where left(a.id::text, 8) = x.ref and a.task_id = $3 and a.comment_id is not distinct from $4 and not a.pending and s.id = a.file_id
       and s.width is not null and x.caption not in ('', a.caption) returning a.id`,
    [refs, refs.map((ref) => (captionIn(text, ref) ?? '').slice(0, limits.caption)), taskId, commentId],
  );
  return placed.length + said.length > 0 ? countFiles(tx, taskId) : [];
}

/** Hides the files of a comment with it, or brings them back with it. */
export async function followComment(tx: EntityManager, comment: { id: string; taskId: string; deletedAt: Date | null }, now: Date) {
  const moved = comment.deletedAt
    ? await changed(tx, 'update attachment set deleted_at = null where comment_id = $1 and deleted_at = $2 returning id', [
        comment.id,
        comment.deletedAt,
      ])
    : await changed(tx, 'update attachment set deleted_at = $2 where comment_id = $1 and deleted_at is null returning id', [
        comment.id,
        now,
      ]);
  return moved.length > 0 ? countFiles(tx, comment.taskId) : [];
}

/** Gives a copy of a task the files that its description shows; answers the description with their new names. */
export async function copyFiles(tx: EntityManager, fromId: string, toId: string, description: string): Promise<string> {
  const shown = filesIn(description);
  if (shown.length === 0) return description;
  const rows = await select<{ id: string }>(
    tx,
    'select id from attachment where task_id = $1 and left(id::text, 8) = any($2) and not pending and deleted_at is null',
    [fromId, shown],
  );
  let text = description;
  for (const { id } of rows) {
    const copy = randomUUID();
    await tx.query(
      `insert into attachment (id, workspace_id, task_id, name, url, file_id, by_id, caption, bytes, stayed_at_source, created_at)
       select $3, workspace_id, $2, name, url, file_id, by_id, caption, bytes, stayed_at_source, created_at from attachment where id = $1`,
      [id, toId, copy],
    );
    text = text.replaceAll(`](file:${fileRef(id)})`, `](file:${fileRef(copy)})`);
  }
  await countFiles(tx, toId);
  return text;
}
