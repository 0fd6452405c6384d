import {
  type Activity,
  type AskFact,
  type BoardFact,
  type Calendar,
  type ColumnClass,
  type Facts,
  type Happened,
  type Norms,
  type StatusFact,
  type TaskFact,
  type Written,
  assumedCalendar,
  normsOf,
} from '@baton/domain';
import { calendarsOf } from '../account/calendars';
import { cardColumns } from '../board/snapshot';
import { askedAt } from '../check-in/asked';
import { asksWhere } from '../conversation/ask.store';
import { decisionsWhere } from '../decision/decision.store';
import { statusWhere } from '../status/status.service';
import { select } from '../platform/database/database';
import type { Sql } from '../platform/sql';

/** From where a reader wants to know: their own watermarks, a number per board, or an instant. */
export type Since = 'watermark' | Date | ReadonlyMap<string, number>;

/** What a brief is asked about. */
export interface Scope {
  personId: string;
  workspaceId: string;
  since: Since;
  now: Date;
  /** Only this board. */
  boardId?: string;
  /** Every task of it, not only what concerns the person. */
  whole?: boolean;
  /** What the person did themselves too. */
  everybody?: boolean;
}

const iso = (value: Date | string) => new Date(value).toISOString();

interface BoardRow {
  id: string;
  workspace_id: string;
  key: string;
  name: string;
  zone: string;
  norms: Partial<Norms> | null;
  workspace_norms: Partial<Norms> | null;
  triage_id: string | null;
  seq: number;
  since: number;
  since_at: Date | null;
  classes: Record<string, ColumnClass> | null;
}

/** The boards that the person may read now, each with the number that they know. */
async function boardsOf(sql: Sql, { personId, workspaceId, since, boardId }: Scope): Promise<Map<string, BoardFact>> {
  const at = since instanceof Date ? since : null;
  const numbers: ReadonlyMap<string, number> = since instanceof Map ? (since as ReadonlyMap<string, number>) : new Map();
  const rows = await select<BoardRow>(
    sql,
    `select x.*, coalesce($4, x.moved_at, (select e.at from event e where e.board_id = x.id and e.seq = x.since)) as since_at,
       (select json_object_agg(c.id, c.class order by c.archived_at is not null, c.rank) from board_column c where c.board_id = x.id and c.deleted_at is null) as classes
     from (select b.id, b.workspace_id, b.key, b.name, b.zone, b.norms, w.norms as workspace_norms, b.triage_id, b.seq,
         case when $4::timestamptz is not null then coalesce((select max(e.seq) from event e where e.board_id = b.id and e.at <= $4), 0)
           else coalesce(given.seq, mark.seq,
             -- Somebody who joined later begins with what came after them.
             (select max(e.seq) from event e where e.board_id = b.id and e.at < m.joined_at), 0) end as since,
         case when given.seq is null then mark.at end as moved_at
       from board b join workspace w on w.id = b.workspace_id
       join membership m on m.workspace_id = b.workspace_id and m.person_id = $2
       left join board_guest g on g.board_id = b.id and g.person_id = $2
       left join watermark mark on mark.board_id = b.id and mark.person_id = $2
       left join unnest($5::uuid[], $6::int[]) as given(board_id, seq) on given.board_id = b.id
       where b.workspace_id = $1 and b.archived_at is null and (m.role <> 'guest' or g.role is not null)
         and ($3::uuid is null or b.id = $3)) x order by x.name, x.id`,
    [workspaceId, personId, boardId ?? null, at, [...numbers.keys()], [...numbers.values()]],
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        workspaceId: row.workspace_id,
        key: row.key,
        name: row.name,
        zone: row.zone,
        norms: normsOf(row.workspace_norms, row.norms),
        triageId: row.triage_id,
        seq: row.seq,
        since: row.since,
        sinceAt: row.since_at === null ? null : iso(row.since_at),
        classes: new Map(Object.entries(row.classes ?? {})),
      },
    ]),
  );
}

/** The numbers that the boards are read from, as two arrays of parameters. */
const sinceOf = (boards: ReadonlyMap<string, BoardFact>) => [[...boards.keys()], [...boards.values()].map(({ since }) => since)];
const news = (first: number) =>
  `event e join unnest($${first}::uuid[], $${first + 1}::int[]) as known(board_id, seq) on e.board_id = known.board_id and e.seq > known.seq`;

/** Asks in which the person has a part and which are open, or ended since. */
async function asksOf(sql: Sql, { personId, now }: Scope, boards: ReadonlyMap<string, BoardFact>): Promise<AskFact[]> {
  const asks = await asksWhere(
    sql,
    `t.board_id = any($2) and t.deleted_at is null and (a.asker_id = $1 or a.holder_id = $1 or a.offered_to_id = $1
       -- For whom the person may stand in: whoever is on leave names a delegate, or has the triage person.
       or (a.closed is null and exists (select 1 from person p join board b on b.id = t.board_id where p.id = a.holder_id
         and jsonb_array_length(p.calendar -> 'leave') > 0
         and (b.triage_id = $1 or p.calendar -> 'leave' @> jsonb_build_array(jsonb_build_object('delegateId', $1::text))))))
     and (a.closed is null or a.closed ->> 'as' = 'talk'
       or (a.asker_id = $1 and a.closed ->> 'as' in ('answered', 'declined') and (a.closed ->> 'at')::timestamptz > $5::timestamptz - interval '60 days')
       or exists (
       select 1 from ${news(3)} where e.task_ids @> array[a.task_id] and e.at = (a.closed ->> 'at')::timestamptz))`,
    [personId, [...boards.keys()], ...sinceOf(boards), now],
  );
  const questions = await select<{ id: string; text: string }>(
    sql,
    'select id, text from comment where id = any($1) and deleted_at is null',
    [asks.map(({ commentId }) => commentId)],
  );
  const texts = new Map(questions.map(({ id, text }) => [id, text]));
  return asks.map((ask) => ({ ...ask, question: texts.get(ask.commentId) ?? '' }));
}

const factColumns = `t.board_id as "boardId", t.due_set_by_id as "dueSetById", t.follower_ids as "followerIds", ${cardColumns}`;

/** Tasks that concern the person, those that they owned until somebody took them since, and what all of them wait for. */
async function tasksOf(sql: Sql, { personId, whole }: Scope, boards: ReadonlyMap<string, BoardFact>, asks: readonly AskFact[]) {
  const mine = `t.owner_id = $1 or t.requester_id = $1 or (t.counter is not null and t.due_set_by_id = $1) or t.follower_ids @> array[$1]::uuid[]
    or t.helper_ids @> array[$1]::uuid[] or t.handoff ->> 'toId' = $1::text or t.handoff ->> 'fromId' = $1::text or t.wait ->> 'personId' = $1::text
    or t.owed @> jsonb_build_array(jsonb_build_object('personId', $1::text)) or t.id = any($3)
    or t.id in (select c.task_id from ${news(4)} join comment c on c.task_id = any(e.task_ids) and c.created_at = e.at and c.mention_ids @> array[$1]::uuid[]
      where e.kind = 'comment.posted')
    or t.id in (select unnest(e.task_ids) from ${news(4)} where e.undo @> jsonb_build_array(jsonb_build_object('before', jsonb_build_object('ownerId', $1::text))))`;
  const rows = await select<{ fact: TaskFact }>(
    sql,
    `with wanted as materialized (
       select t.id, t.blocker_ids from task t join board_column c on c.id = t.column_id and c.archived_at is null and c.deleted_at is null
       where t.board_id = any($2) and (${whole ? 'true or' : ''} ${mine}) and
         ((t.done_at is null and t.archived_at is null and t.deleted_at is null) or exists (
           select 1 from ${news(4)} where e.task_ids @> array[t.id])))
     select row_to_json(x) as fact from (select ${factColumns} from task t
       where t.id in (select id from wanted union select unnest(blocker_ids) from wanted)) x`,
    [personId, [...boards.keys()], asks.map(({ taskId }) => taskId), ...sinceOf(boards)],
  );
  return new Map(rows.map(({ fact }) => [fact.id, fact]));
}

/** What others did since on these tasks, and what became of decisions, oldest first. */
async function happenedOn(
  sql: Sql,
  { personId, everybody }: Scope,
  boards: ReadonlyMap<string, BoardFact>,
  taskIds: string[],
): Promise<Happened[]> {
  const rows = await select<Omit<Happened, 'at'> & { at: Date }>(
    sql,
    `select e.board_id as "boardId", e.seq, e.at, e.actor_id as "actorId", e.kind, e.task_ids as "taskIds",
       coalesce((select jsonb_agg(jsonb_build_object('taskId', r ->> 'id', 'before', r -> 'before', 'after', r -> 'after'))
         from jsonb_array_elements(e.undo) r where r ->> 'table' = 'task' and (r ->> 'id')::uuid = any($4)), '[]') as rows,
       coalesce((select jsonb_agg(c ->> 'id') from jsonb_array_elements(e.changes) c where c ->> 'type' = 'decision'), '[]') as "decisionIds",
       (select c -> 'fields' ->> 'text' from jsonb_array_elements(e.changes) c where c ->> 'type' = 'detail' and c -> 'fields' ->> 'what' = 'reason' limit 1) as why
     from ${news(1)} where ((e.actor_id <> $3 or $5) and e.task_ids && $4) or e.kind in ('decision.settled', 'decision.withdrawn', 'decision.spoken', 'decision.opened', 'decision.edited', 'decision.closed', 'decision.noted') order by e.at, e.board_id, e.seq`,
    [...sinceOf(boards), personId, taskIds, everybody ?? false],
  );
  return rows.map((row) => ({ ...row, at: iso(row.at), why: row.why || null }));
}

/** Decisions that wait for the person, or of which the log speaks. */
async function decisionsOf(sql: Sql, { personId }: Scope, boards: ReadonlyMap<string, BoardFact>, happened: readonly Happened[]) {
  const decisions = await decisionsWhere(
    sql,
    `d.board_id = any($1) and d.state <> 'draft' and (d.id = any($3) or (d.state in ('open', 'awaiting', 'contested') and (
       d.proposer_id = $2 or d.decider_id = $2 or d.contributors @> jsonb_build_array(jsonb_build_object('personId', $2::text))
       -- For whom the person may decide while they are on leave.
       or exists (select 1 from person p where p.id = d.decider_id
         and p.calendar -> 'leave' @> jsonb_build_array(jsonb_build_object('delegateId', $2::text)))))
       or (d.state in ('decided', 'adopted') and coalesce(d.decider_id, d.proposer_id) = $2))`,
    [[...boards.keys()], personId, happened.flatMap(({ decisionIds }) => decisionIds)],
    'd.created_at, d.number',
  );
  const askIds = decisions.flatMap(({ stances }) => stances.flatMap(({ askId }) => askId ?? []));
  const asks = askIds.length > 0 ? await asksWhere(sql, 'a.id = any($1)', [askIds]) : [];
  return { decisions, answeredAt: new Map(asks.map((ask) => [ask.id, ask.closed?.at ?? null])) };
}

/** Updates on these tasks, and notes that name the person, oldest first. */
async function writtenOn(sql: Sql, { personId }: Scope, boards: ReadonlyMap<string, BoardFact>, taskIds: string[]): Promise<Written[]> {
  const rows = await select<Omit<Written, 'at'> & { at: Date }>(
    sql,
    `select c.id, e.board_id as "boardId", c.task_id as "taskId", e.seq, e.at, c.author_id as "authorId", c.health,
       case when c.kind = 'update' then 'update' else 'mention' end as kind, coalesce(c.headline, c.text) as text
     from ${news(1)} join comment c on c.task_id = any(e.task_ids) and c.created_at = e.at and c.author_id = e.actor_id
     where e.kind = 'comment.posted' and e.actor_id <> $3 and c.deleted_at is null and c.task_id = any($4)
       and (c.kind = 'update' or (c.mention_ids @> array[$3]::uuid[] and c.kind = 'note')) order by e.at, e.board_id, e.seq`,
    [...sinceOf(boards), personId, taskIds],
  );
  return rows.map((row) => ({ ...row, at: iso(row.at) }));
}

/** Whose calendar changed since, of the people in these tasks. */
async function hoursOf(sql: Sql, boards: ReadonlyMap<string, BoardFact>, people: readonly string[]): Promise<Facts['hours']> {
  const rows = await select<{ personId: string; boardId: string; seq: number; at: Date }>(
    sql,
    `select e.actor_id as "personId", e.board_id as "boardId", e.seq, e.at from ${news(1)}
     where e.kind = 'people.changed' and e.actor_id = any($3) and e.changes @? '$[*].fields.calendar' order by e.at, e.board_id, e.seq`,
    [...sinceOf(boards), people],
  );
  return rows.map((row) => ({ ...row, at: iso(row.at) }));
}

/** Status updates that others published since, and objections to the person's own, oldest first. */
async function statusesOf(sql: Sql, { personId }: Scope, boards: ReadonlyMap<string, BoardFact>): Promise<StatusFact[]> {
  const rows = await select<{ id: string; kind: StatusFact['kind']; seq: number; at: Date }>(
    sql,
    `select s.id, e.seq, e.at, case when e.kind = 'status.published' then 'published' else 'objected' end as kind
     from ${news(1)} join status_update s on s.board_id = e.board_id and s.withdrawn_at is null
     where e.actor_id <> $3 and ((e.kind = 'status.published' and s.published_at = e.at and s.author_id = e.actor_id)
       or (e.kind = 'status.acknowledged' and s.author_id = $3 and exists (
         select 1 from jsonb_array_elements(s.answers) a where a ->> 'answer' = 'object' and (a ->> 'at')::timestamptz = e.at))) order by e.at, e.board_id, e.seq`,
    [...sinceOf(boards), personId],
  );
  const statuses = await statusWhere(sql, 's.id = any($1)', [rows.map(({ id }) => id)], rows.length + 1);
  return rows.flatMap(({ id, kind, seq, at }) => {
    const status = statuses.find((one) => one.id === id);
    return status ? [{ status, kind, seq, at: iso(at) }] : [];
  });
}

/** How much others did since: altogether, and per task. */
export async function activityOn(
  sql: Sql,
  personId: string,
  boards: ReadonlyMap<string, BoardFact>,
): Promise<{ events: number; tasks: Activity[] }> {
  const [all] = await select<{ events: number }>(sql, `select count(*)::int as events from ${news(1)} where e.actor_id <> $3`, [
    ...sinceOf(boards),
    personId,
  ]);
  const tasks = await select<Activity>(
    sql,
    `select t.id as "taskId", t.board_id as "boardId", t.number, t.title, x.events from (
       select id, count(*)::int as events from ${news(1)} cross join lateral unnest(e.task_ids) as id where e.actor_id <> $3 group by id) x
     join task t on t.id = x.id where t.board_id = any($1) and t.deleted_at is null order by x.events desc, t.board_id, t.number limit 1000`,
    [...sinceOf(boards), personId],
  );
  return { events: all?.events ?? 0, tasks };
}

/** Reads everything that a brief, Today and a leave check are derived from. */
export async function loadFacts(sql: Sql, scope: Scope): Promise<Facts> {
  const boards = await boardsOf(sql, scope);
  const asks = await asksOf(sql, scope, boards);
  const tasks = await tasksOf(sql, scope, boards, asks);
  const taskIds = [...tasks.keys()];
  const happened = await happenedOn(sql, scope, boards, taskIds);
  const written = await writtenOn(sql, scope, boards, taskIds);
  const statuses = await statusesOf(sql, scope, boards);
  const hours = await hoursOf(
    sql,
    boards,
    [...tasks.values()].flatMap(({ ownerId }) => (ownerId && ownerId !== scope.personId ? [ownerId] : [])),
  );
  const { decisions, answeredAt } = await decisionsOf(sql, scope, boards, happened);
  const people = new Set([scope.personId]);
  for (const { proposerId, deciderId, contributors, stances, outcome } of decisions)
    for (const id of [proposerId, deciderId, outcome?.decidedById, ...[...contributors, ...stances].map((one) => one.personId)])
      if (id) people.add(id);
  for (const id of asks.flatMap((ask) => [ask.askerId, ask.holderId, ask.offeredToId, ask.delegatedFromId, ask.talk?.initiatorId]))
    if (id) people.add(id);
  for (const task of tasks.values())
    for (const id of [task.ownerId, task.requesterId, task.handoff?.fromId, task.handoff?.toId, task.counter?.byId]) if (id) people.add(id);
  for (const { personId } of [...tasks.values()].flatMap((task) => (task.wait?.kind === 'person' ? [task.wait] : []))) people.add(personId);
  for (const { actorId, rows } of happened) {
    people.add(actorId);
    for (const { before, after } of rows)
      for (const id of [before['ownerId'], after['ownerId']]) if (typeof id === 'string') people.add(id);
  }
  for (const { authorId } of written) people.add(authorId);
  for (const { status } of statuses) for (const id of [status.authorId, ...status.answers.map((one) => one.personId)]) people.add(id);
  for (const { triageId } of boards.values()) if (triageId) people.add(triageId);
  const own: Map<string, Calendar> = await calendarsOf(sql, [...people]);
  for (const { leave } of own.values()) for (const { delegateId } of leave) if (delegateId) people.add(delegateId);
  const calendars: Map<string, Calendar> = await calendarsOf(sql, [...people]);
  const names = await select<{ id: string; name: string; here: boolean }>(
    sql,
    `select p.id, p.name, exists (select 1 from membership m where m.person_id = p.id and m.workspace_id = $2) as here from person p where p.id = any($1)`,
    [[...people], scope.workspaceId],
  );
  return {
    meId: scope.personId,
    now: scope.now.getTime(),
    boards,
    tasks,
    asks,
    decisions,
    checkIns: (await askedAt(sql, scope.now, scope)).filter(({ boardId }) => boards.has(boardId)),
    answeredAt,
    names: new Map(names.map(({ id, name }) => [id, name])),
    calendars,
    gone: new Set(names.filter(({ here }) => !here).map(({ id }) => id)),
    happened,
    written,
    statuses,
    hours,
  };
}

/** The hours of whoever reads. */
export const calendarOfReader = (facts: Facts): Calendar => facts.calendars.get(facts.meId) ?? assumedCalendar('UTC');
