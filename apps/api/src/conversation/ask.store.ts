import { type Ask, type Change, type Owed, wantVerbs } from '@baton/domain';
import type { EntityManager } from 'typeorm';
import { select } from '../platform/database/database';
import type { Sql } from '../platform/sql';

const columns = `a.id, a.task_id as "taskId", t.board_id as "boardId", a.comment_id as "commentId", a.asker_id as "askerId", a.holder_id as "holderId",
  a.pool_ids as "poolIds", a.want, a.blocking, a.if_no_reply as "ifNoReply", a.sent_at as "sentAt", a.delivered_at as "deliveredAt",
  a.respond_by as "respondBy", a.explicit, a.short_notice as "shortNotice", a.deferred, a.defer_asked as "deferAsked",
  a.offered_to_id as "offeredToId", a.delegated_from_id as "delegatedFromId", a.closed, a.talk, a.rounds, a.version, a.steps`;

const iso = (value: Date | string) => new Date(value).toISOString();

/** Asks by a condition on `a` (ask) and `t` (its task), oldest first. */
export async function asksWhere(sql: Sql, condition: string, parameters: unknown[]): Promise<Ask[]> {
  const rows = await select<Ask>(
    sql,
    `select ${columns} from ask a join task t on t.id = a.task_id where ${condition} order by a.sent_at, a.id`,
    parameters,
  );
  return rows.map((ask) => ({ ...ask, sentAt: iso(ask.sentAt), deliveredAt: iso(ask.deliveredAt), respondBy: iso(ask.respondBy) }));
}

const json = (value: unknown) => (value === null ? null : JSON.stringify(value));

/** Writes an ask as it is now, new or changed. The board's lock makes a row lock unnecessary. */
export async function writeAsk(tx: EntityManager, ask: Ask, workspaceId: string) {
  await tx.query(
    `insert into ask (id, workspace_id, task_id, comment_id, asker_id, holder_id, pool_ids, want, blocking, if_no_reply, sent_at, delivered_at,
       respond_by, explicit, short_notice, deferred, defer_asked, offered_to_id, delegated_from_id, closed, talk, rounds, version, steps)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)
     on conflict (id) do update set holder_id = $6, pool_ids = $7, want = $8, blocking = $9, if_no_reply = $10, sent_at = $11, delivered_at = $12,
       respond_by = $13, explicit = $14, short_notice = $15, deferred = $16, defer_asked = $17, offered_to_id = $18, delegated_from_id = $19,
       closed = $20, talk = $21, rounds = $22, version = $23, steps = $24`,
    [
      ask.id,
      workspaceId,
      ask.taskId,
      ask.commentId,
      ask.askerId,
      ask.holderId,
      ask.poolIds,
      ask.want,
      ask.blocking,
      json(ask.ifNoReply),
      ask.sentAt,
      ask.deliveredAt,
      ask.respondBy,
      ask.explicit,
      ask.shortNotice,
      ask.deferred,
      json(ask.deferAsked),
      ask.offeredToId,
      ask.delegatedFromId,
      json(ask.closed),
      json(ask.talk),
      ask.rounds,
      ask.version,
      json(ask.steps),
    ],
  );
}

/** What an ask adds to its task's card while it is open; a talk is owed by whoever began it. */
const owedOf = (ask: Ask): Owed[] => {
  if (ask.closed === null)
    return [{ id: ask.id, kind: 'ask', personId: ask.holderId, what: wantVerbs[ask.want], by: ask.respondBy, blocking: ask.blocking }];
  if (ask.closed.as === 'talk' && ask.talk?.outcomeBy)
    return [
      {
        id: ask.id,
        kind: 'ask',
        personId: ask.talk.initiatorId,
        what: 'write what came of the talk',
        by: ask.talk.outcomeBy,
        blocking: ask.blocking,
      },
    ];
  return [];
};

/** Writes on the tasks what their open asks say; answers the fields for their cards. */
export async function settleOwed(tx: EntityManager, taskIds: readonly string[]): Promise<Change[]> {
  const asks = await asksWhere(tx, `a.task_id = any($1) and (a.closed is null or a.closed ->> 'as' = 'talk')`, [taskIds]);
  return writeOwed(tx, 'ask', taskIds, (taskId) => asks.filter((ask) => ask.taskId === taskId).flatMap(owedOf));
}

/** Replaces the debts of one kind on these tasks, and leaves those of the other; answers the fields that changed. */
export async function writeOwed(
  tx: EntityManager,
  kind: Owed['kind'],
  taskIds: readonly string[],
  owedOn: (taskId: string) => Owed[],
): Promise<Change[]> {
  const rows = await select<{ id: string; owed: Owed[] | null }>(tx, 'select id, owed from task where id = any($1)', [taskIds]);
  const changes: Change[] = [];
  for (const { id, owed: before } of rows) {
    const others = (before ?? []).filter((debt) => debt.kind !== kind);
    const all = kind === 'ask' ? [...owedOn(id), ...others] : [...others, ...owedOn(id)];
    const owed = all.length > 0 ? all : null;
    if (JSON.stringify(owed) === JSON.stringify(before)) continue;
    await tx.query('update task set owed = $2 where id = $1', [id, json(owed)]);
    changes.push({ type: 'task', id, fields: { owed } });
  }
  return changes;
}
