import { type Cause, type DeliveryClass, type GoneReason, causeOf, isCause } from '@baton/domain';
import { changed, select } from '../platform/database/database';
import type { Sql } from '../platform/sql';

/** What was true when something arose and must still hold when it is told. */
export interface ItemFacts {
  dueAt?: string | null;
  ownerId?: string | null;
  /** What somebody said with it. */
  words?: string;
}

/** Something that is to be told to one person, as it is written for the first time. */
export interface NewItem {
  workspaceId: string;
  boardId: string;
  taskId: string | null;
  personId: string;
  cause: Cause;
  objectId: string;
  /** The same deed, read again, has the same key. */
  key: string;
  byId: string | null;
  at: Date;
  seq: number;
  facts?: ItemFacts;
  coversId?: string | null;
}

export type ItemState = 'waiting' | 'formed' | 'sent' | 'dropped' | 'folded';

/** Something that is, was or will be told to one person. */
export interface Item extends Required<NewItem> {
  id: string;
  class: DeliveryClass;
  duty: boolean;
  state: ItemState;
  messageId: string | null;
  endedAt: Date | null;
  endedWhy: string | null;
  coveredById: string | null;
}

export const itemColumns = `i.id, i.workspace_id as "workspaceId", i.board_id as "boardId", i.task_id as "taskId", i.person_id as "personId", i.cause,
  i.object_id as "objectId", i.class, i.duty, i.key, i.by_id as "byId", i.at, i.seq, i.facts, i.state, i.message_id as "messageId",
  i.ended_at as "endedAt", i.ended_why as "endedWhy", i.covers_id as "coversId", i.covered_by_id as "coveredById"`;

/** Items by a condition on `i`, oldest first. What a cause that this version does not know brought is left alone. */
export async function itemsWhere(sql: Sql, condition: string, parameters: unknown[]): Promise<Item[]> {
  const rows = await select<Item>(sql, `select ${itemColumns} from item i where ${condition} order by i.at, i.seq, i.id`, parameters);
  return rows.filter(({ cause }) => isCause(cause));
}

/** Writes items, each once: one that is there already stays as it is. Answers how many are new. */
export async function writeItems(sql: Sql, items: readonly NewItem[]): Promise<number> {
  if (items.length === 0) return 0;
  const of = <T>(pick: (item: NewItem) => T) => items.map(pick);
  const rows = await select(
    sql,
    `insert into item (workspace_id, board_id, task_id, person_id, cause, object_id, class, duty, key, by_id, at, seq, facts, covers_id)
     select x.* from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::text[], $8::boolean[], $9::text[],
       $10::uuid[], $11::timestamptz[], $12::int[], $13::jsonb[], $14::uuid[]) as x
     on conflict (person_id, key) do nothing returning id`,
    [
      of(({ workspaceId }) => workspaceId),
      of(({ boardId }) => boardId),
      of(({ taskId }) => taskId),
      of(({ personId }) => personId),
      of(({ cause }) => cause),
      of(({ objectId }) => objectId),
      of(({ cause }) => causeOf(cause).class),
      of(({ cause }) => causeOf(cause).duty),
      of(({ key }) => key),
      of(({ byId }) => byId),
      of(({ at }) => at),
      of(({ seq }) => seq),
      of(({ facts }) => JSON.stringify(facts ?? {})),
      of(({ coversId }) => coversId ?? null),
    ],
  );
  return rows.length;
}

/** Ends items without telling them; says why. */
export async function dropItems(sql: Sql, ended: readonly { id: string; why: GoneReason | 'folded' }[], now: Date) {
  if (ended.length === 0) return;
  await changed(
    sql,
    `update item set state = case when x.why = 'folded' then 'folded' else 'dropped' end, ended_why = x.why, ended_at = $3
     from unnest($1::uuid[], $2::text[]) as x(id, why) where item.id = x.id and item.state in ('waiting', 'formed')`,
    [ended.map(({ id }) => id), ended.map(({ why }) => why), now],
  );
}
