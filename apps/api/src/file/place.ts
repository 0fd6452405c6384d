import { randomUUID } from 'node:crypto';
import { type Change, filesIn } from '@baton/domain';
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

/** Shows the files that the caller sent and that a saved text names; from then on everybody who reads the task sees them. */
export async function placeFiles(
  tx: EntityManager,
  viewer: Viewer,
  place: { taskId: string; commentId: string | null },
  ids: readonly string[],
): Promise<Change[]> {
  if (ids.length === 0) return [];
  const placed = await changed(
    tx,
    `update attachment set pending = false, comment_id = $4 where id = any($1) and task_id = $2 and by_id = $3 and pending and deleted_at is null
     returning id`,
    [ids, place.taskId, viewer.personId, place.commentId],
  );
  return placed.length > 0 ? countFiles(tx, place.taskId) : [];
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
    'select id from attachment where task_id = $1 and id = any($2) and not pending and deleted_at is null',
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
    text = text.replaceAll(`](file:${id})`, `](file:${copy})`);
  }
  await countFiles(tx, toId);
  return text;
}
