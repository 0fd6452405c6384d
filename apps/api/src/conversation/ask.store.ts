import {
  type Ask,
  type Calendar,
  type Change,
  type Norms,
  type Owed,
  type PastTalk,
  assumedCalendar,
  expectedBy,
  normsOf,
  wantVerbs,
} from '@baton/domain';
import type { EntityManager } from 'typeorm';
import { select } from '../platform/database/database';
import { calendarsOf } from '../account/calendars';
import type { Sql } from '../platform/sql';
import { normsOn } from '../task/task.service';

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

const values = (ask: Ask) => [
  ask.id,
  ask.holderId,
  ask.poolIds,
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
];

/** Writes a new ask. An id that is taken, by whomever, is refused by the database. */
export async function insertAsk(tx: EntityManager, ask: Ask, workspaceId: string) {
  await tx.query(
    `insert into ask (id, holder_id, pool_ids, sent_at, delivered_at, respond_by, explicit, short_notice, deferred, defer_asked, offered_to_id,
       delegated_from_id, closed, talk, rounds, version, steps, workspace_id, task_id, comment_id, asker_id, want, blocking, if_no_reply)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)`,
    [...values(ask), workspaceId, ask.taskId, ask.commentId, ask.askerId, ask.want, ask.blocking, json(ask.ifNoReply)],
  );
}

/** Writes what a step changed; what is asked, by whom and where stays as it was sent. The board's lock makes a row lock unnecessary. */
export async function updateAsk(tx: EntityManager, ask: Ask) {
  await tx.query(
    `update ask set holder_id = $2, pool_ids = $3, sent_at = $4, delivered_at = $5, respond_by = $6, explicit = $7, short_notice = $8,
       deferred = $9, defer_asked = $10, offered_to_id = $11, delegated_from_id = $12, closed = $13, talk = $14, rounds = $15, version = $16,
       steps = $17 where id = $1`,
    values(ask),
  );
}

/** What an ask adds to its task's card while it is open; a talk is owed by whoever began it. */
function owedOf(ask: Ask, holder: Calendar, norms: Norms): Owed[] {
  const { id, blocking } = ask;
  if (ask.closed === null) {
    const by = new Date(expectedBy(ask, { holder, norms })).toISOString();
    return [{ id, kind: 'ask', personId: ask.holderId, fromId: ask.askerId, what: wantVerbs[ask.want], by, blocking }];
  }
  if (ask.closed.as !== 'talk' || !ask.talk?.outcomeBy) return [];
  return [{ id, kind: 'ask', personId: ask.talk.initiatorId, what: 'write what came of the talk', by: ask.talk.outcomeBy, blocking }];
}

/** Writes on the tasks what their open asks say; answers the fields for their cards. */
export async function settleOwed(tx: EntityManager, taskIds: readonly string[]): Promise<Change[]> {
  const asks = await asksWhere(tx, `a.task_id = any($1) and (a.closed is null or a.closed ->> 'as' = 'talk')`, [taskIds]);
  const boards = await select<{ id: string; zone: string; board_id: string }>(
    tx,
    'select distinct b.id as board_id, b.zone, t.id from board b join task t on t.board_id = b.id where t.id = any($1)',
    [asks.map(({ taskId }) => taskId)],
  );
  const calendars = await calendarsOf(
    tx,
    asks.map(({ holderId }) => holderId),
  );
  const norms = new Map<string, Norms>();
  for (const { board_id } of boards) if (!norms.has(board_id)) norms.set(board_id, await normsOn(tx, board_id));
  const zoneOf = (taskId: string) => boards.find(({ id }) => id === taskId)?.zone ?? 'UTC';
  return writeOwed(tx, 'ask', taskIds, (taskId) =>
    asks
      .filter((ask) => ask.taskId === taskId)
      .flatMap((ask) => owedOf(ask, calendars.get(ask.holderId) ?? assumedCalendar(zoneOf(taskId)), normsOf(norms.get(ask.boardId)))),
  );
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

/** The last talk with a time of every pair on the task's board, so that people take turns in who leaves their hours. */
export const talksAround = (sql: Sql, taskId: string): Promise<PastTalk[]> =>
  select<PastTalk>(
    sql,
    `select distinct on (least(a.asker_id, a.holder_id), greatest(a.asker_id, a.holder_id))
       a.asker_id as "askerId", a.holder_id as "holderId", a.talk ->> 'from' as "from", a.talk ->> 'to' as "to"
     from ask a join task t on t.id = a.task_id where t.board_id = (select board_id from task where id = $1) and a.talk ->> 'from' is not null
     order by least(a.asker_id, a.holder_id), greatest(a.asker_id, a.holder_id), a.talk ->> 'from' desc`,
    [taskId],
  );
