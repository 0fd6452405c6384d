import { type Change, type CommentKind, type CommentRow, mentionsIn } from '@baton/domain';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { LockedBoard } from '../board/command';
import { changed, select } from '../platform/database/database';
import type { Viewer } from '../platform/graphql/context';
import type { Sql } from '../platform/sql';

/** A comment as it is written for the first time. */
export interface NewComment {
  id?: string;
  taskId: string;
  text: string;
  kind?: CommentKind;
  tone?: string | null;
  headline?: string | null;
  health?: string | null;
  replyToId?: string | null;
}

/** Writes a comment of the caller and counts it on the card; answers the changes. A reply to a reply joins its thread: there is one level. */
export async function addComment(tx: EntityManager, board: LockedBoard, viewer: Viewer, comment: NewComment): Promise<Change[]> {
  await tx.query(
    `insert into comment (id, workspace_id, task_id, author_id, author_name, text, created_at, kind, tone, headline, health, reply_to_id, mention_ids)
     select $1, $2, $3, $4, p.name, $5, $6, $7, $8, $9, $10,
       (select coalesce(c.reply_to_id, c.id) from comment c where c.id = $11 and c.task_id = $3), $12 from person p where p.id = $4`,
    [
      comment.id ?? randomUUID(),
      board.workspaceId,
      comment.taskId,
      viewer.personId,
      comment.text,
      board.now,
      comment.kind ?? 'note',
      comment.tone ?? null,
      comment.headline ?? null,
      comment.health ?? null,
      comment.replyToId ?? null,
      await namedHere(tx, board, mentionsIn(comment.text)),
    ],
  );
  return countComments(tx, comment.taskId);
}

/** Of these people, those who can be named on the board. */
export async function namedHere(tx: EntityManager, board: { id: string; workspaceId: string }, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await select<{ id: string }>(
    tx,
    `select m.person_id as id from membership m left join board_guest g on g.board_id = $1 and g.person_id = m.person_id
     where m.workspace_id = $2 and m.person_id = any($3) and (m.role <> 'guest' or g.role is not null)`,
    [board.id, board.workspaceId, ids],
  );
  return rows.map(({ id }) => id);
}

/** Counts the comments of a task that are still there; answers the change for its card. */
export async function countComments(tx: EntityManager, taskId: string): Promise<Change[]> {
  const [row] = await changed<{ comment_count: number }>(
    tx,
    `update task set comment_count = (select count(*) from comment where task_id = $1 and deleted_at is null) where id = $1 returning comment_count`,
    [taskId],
  );
  return [{ type: 'task', id: taskId, fields: { commentCount: row?.comment_count ?? 0 } }];
}

/** Of a deleted comment only the trace is told. */
export const commentColumns = `c.id, c.kind, c.author_id as "authorId", coalesce(p.name, c.author_name) as "authorName",
  case when c.deleted_at is null then c.text else '' end as text, c.tone, case when c.deleted_at is null then c.headline end as headline, c.health,
  c.reply_to_id as "replyToId", c.mention_ids as "mentionIds", c.created_at as "createdAt", c.edited_at as "editedAt",
  case when c.deleted_at is null then c.versions else '[]' end as versions, c.deleted_at as "deletedAt", c.deleted_by_id as "deletedById",
  c.resolved_at as "resolvedAt", c.resolved_by_id as "resolvedById", c.reactions, c.source`;

/** The comments of a task, oldest first, of one instant the answer after what it answers; of very long ones the newest. */
export const commentsOf = (sql: Sql, taskId: string, most: number): Promise<CommentRow[]> =>
  select<CommentRow>(
    sql,
    `select * from (select ${commentColumns} from comment c left join person p on p.id = c.author_id
     where c.task_id = $1 order by c.created_at desc, c.reply_to_id is not null desc, c.id desc limit $2) x
     order by "createdAt", "replyToId" is not null, id`,
    [taskId, most],
  );
