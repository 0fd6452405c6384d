import { type Ask, type BriefObject, type ColumnClass, type CounterProposal, type Handoff, type Wait, causeOf } from '@baton/domain';
import { asksWhere } from '../conversation/ask.store';
import { select } from '../platform/database/database';
import type { Sql } from '../platform/sql';
import type { Item, ItemFacts } from './item.store';

export interface TaskRow {
  id: string;
  board_id: string;
  number: number;
  title: string;
  owner_id: string | null;
  requester_id: string | null;
  due_on: string | null;
  due_time: string | null;
  due_zone: string | null;
  due_at: Date | null;
  done_at: Date | null;
  archived_at: Date | null;
  deleted_at: Date | null;
  handoff: Handoff | null;
  counter: CounterProposal | null;
  wait: Wait | null;
  class: ColumnClass;
}
interface BoardRow {
  id: string;
  key: string;
  name: string;
  zone: string;
  archived_at: Date | null;
}
interface CommentRow {
  id: string;
  task_id: string;
  text: string;
  headline: string | null;
  kind: string;
  mention_ids: string[];
  deleted_at: Date | null;
  latest: boolean;
}

/** Everything that lines are made of, as it is now. */
export interface Scene {
  now: Date;
  tasks: Map<string, TaskRow>;
  boards: Map<string, BoardRow>;
  asks: Map<string, Ask>;
  comments: Map<string, CommentRow>;
  people: Map<string, { name: string; zone: string }>;
  /** What was true before the first of several changes of the same thing, by `threadOf`. */
  firstFacts: Map<string, ItemFacts>;
}

/** Who may read which board now, as "person board". */
export async function readersOf(sql: Sql, items: readonly Item[]): Promise<Set<string>> {
  const rows = await select<{ person_id: string; board_id: string }>(
    sql,
    `select distinct m.person_id, b.id as board_id from unnest($1::uuid[], $2::uuid[]) as x(person_id, board_id)
     join board b on b.id = x.board_id join membership m on m.workspace_id = b.workspace_id and m.person_id = x.person_id
     left join board_guest g on g.board_id = b.id and g.person_id = m.person_id where m.role <> 'guest' or g.role is not null`,
    [items.map(({ personId }) => personId), items.map(({ boardId }) => boardId)],
  );
  return new Set(rows.map((row) => `${row.person_id} ${row.board_id}`));
}

export async function sceneOf(sql: Sql, items: readonly Item[], now: Date): Promise<Scene> {
  const ofObject = (object: BriefObject) => items.filter(({ cause }) => causeOf(cause).object === object).map(({ objectId }) => objectId);
  const asks = await asksWhere(sql, 'a.id = any($1)', [ofObject('ask')]);
  const tasks = await select<TaskRow>(
    sql,
    `select t.id, t.board_id, t.number, t.title, t.owner_id, t.requester_id, t.due_on, t.due_time, t.due_zone, t.due_at, t.done_at, t.archived_at,
       t.deleted_at, t.handoff, t.counter, t.wait, c.class from task t join board_column c on c.id = t.column_id where t.id = any($1)`,
    [items.flatMap(({ taskId }) => taskId ?? [])],
  );
  const boards = await select<BoardRow>(sql, 'select id, key, name, zone, archived_at from board where id = any($1)', [
    items.map(({ boardId }) => boardId),
  ]);
  const comments = await select<CommentRow>(
    sql,
    `select c.id, c.task_id, c.text, c.headline, c.kind, c.mention_ids, c.deleted_at, not exists (
       select 1 from comment l where l.task_id = c.task_id and l.kind = c.kind and l.deleted_at is null and l.created_at > c.created_at) as latest
     from comment c where c.id = any($1)`,
    [[...ofObject('comment'), ...asks.map(({ commentId }) => commentId)]],
  );
  const people = await select<{ id: string; name: string; zone: string }>(sql, 'select id, name, zone from person where id = any($1)', [
    [
      ...items.flatMap(({ personId, byId, coversId }) => [personId, byId, coversId]),
      ...asks.flatMap(({ askerId, holderId }) => [askerId, holderId]),
      ...tasks.flatMap(({ owner_id, handoff }) => [owner_id, handoff?.toId ?? null]),
    ].filter((id) => id !== null),
  ]);
  const firstFacts = new Map(items.toReversed().map((item) => [threadOf(item), item.facts]));
  const byId = <T extends { id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]));
  return { now, tasks: byId(tasks), boards: byId(boards), asks: byId(asks), comments: byId(comments), people: byId(people), firstFacts };
}

/** Changes of the same thing that the same person would hear of: several of them are one. */
export const threadOf = ({ personId, objectId, cause }: Pick<Item, 'personId' | 'objectId' | 'cause'>) =>
  `${personId} ${objectId} ${cause.split('-')[0] ?? ''}`;
