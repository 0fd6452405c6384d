import { type Change, type Decision, type Owed, currentStance, decisionName } from '@baton/domain';
import type { EntityManager } from 'typeorm';
import { writeOwed } from '../conversation/ask.store';
import { select } from '../platform/database/database';
import type { Sql } from '../platform/sql';

const columns = `d.id, d.workspace_id as "workspaceId", d.board_id as "boardId", d.number, d.state, d.mode, d.reversibility, d.question, d.context,
  d.options, d.recommendation, d.because, d.proposer_id as "proposerId", d.decider_id as "deciderId", d.contributors,
  d.informed_ids as "informedIds", d.hide_stances as "hideStances", d.blocking, d.comment_id as "commentId", d.created_at as "createdAt",
  d.opened_at as "openedAt", d.closes_wish as "closesWish", d.closes_floor as "closesFloor", d.closes_at as "closesAt",
  d.decide_by as "decideBy", d.version, d.versions, d.stances, d.outcome, d.history, d.afterwards, d.reopens_id as "reopensId",
  d.supersedes_id as "supersedesId", d.superseded_by_id as "supersededById", d.what_is_new as "whatIsNew",
  d.why_withdrawn as "whyWithdrawn", d.review_on as "reviewOn", d.review_trigger as "reviewTrigger",
  array(select l.task_id from decision_task l where l.decision_id = d.id order by l.task_id) as "taskIds",
  (select json_build_object('n', s.n, 'hash', s.hash, 'previous', s.previous) from decision_seal s where s.decision_id = d.id and s.part = 0) as seal`;

const instants = ['createdAt', 'openedAt', 'closesWish', 'closesFloor', 'closesAt', 'decideBy'] as const;

/** Decisions by a condition on `d`, newest first unless said. */
export async function decisionsWhere(
  sql: Sql,
  condition: string,
  parameters: unknown[],
  order = 'd.created_at desc, d.number desc',
): Promise<Decision[]> {
  const rows = await select<Decision>(sql, `select ${columns} from decision d where ${condition} order by ${order}`, parameters);
  return rows.map((row) => {
    const dates = instants.map((key) => [key, row[key] === null ? null : new Date(row[key]).toISOString()]);
    return { ...row, ...Object.fromEntries(dates) } as Decision;
  });
}

/** Writes a decision as it is now, new or changed. Its tasks and its seal are written on their own. */
export async function writeDecision(tx: EntityManager, decision: Decision) {
  const row: [string, unknown][] = [
    ['id', decision.id],
    ['workspace_id', decision.workspaceId],
    ['board_id', decision.boardId],
    ['number', decision.number],
    ['state', decision.state],
    ['mode', decision.mode],
    ['reversibility', decision.reversibility],
    ['question', decision.question],
    ['context', decision.context],
    ['options', JSON.stringify(decision.options)],
    ['recommendation', decision.recommendation],
    ['because', decision.because],
    ['proposer_id', decision.proposerId],
    ['decider_id', decision.deciderId],
    ['contributors', JSON.stringify(decision.contributors)],
    ['informed_ids', decision.informedIds],
    ['hide_stances', decision.hideStances],
    ['blocking', decision.blocking],
    ['comment_id', decision.commentId],
    ['created_at', decision.createdAt],
    ['opened_at', decision.openedAt],
    ['closes_wish', decision.closesWish],
    ['closes_floor', decision.closesFloor],
    ['closes_at', decision.closesAt],
    ['decide_by', decision.decideBy],
    ['version', decision.version],
    ['versions', JSON.stringify(decision.versions)],
    ['stances', JSON.stringify(decision.stances)],
    ['outcome', decision.outcome && JSON.stringify(decision.outcome)],
    ['history', JSON.stringify(decision.history)],
    ['afterwards', JSON.stringify(decision.afterwards)],
    ['reopens_id', decision.reopensId],
    ['supersedes_id', decision.supersedesId],
    ['superseded_by_id', decision.supersededById],
    ['what_is_new', decision.whatIsNew],
    ['why_withdrawn', decision.whyWithdrawn],
    ['review_on', decision.reviewOn],
    ['review_trigger', decision.reviewTrigger],
  ];
  const names = row.map(([name]) => name);
  await tx.query(
    `insert into decision (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})
     on conflict (id) do update set ${names
       .slice(1)
       .map((name) => `${name} = excluded.${name}`)
       .join(', ')}`,
    row.map(([, value]) => value),
  );
}

/** The tasks of a decision, replaced. */
export async function writeTasks(tx: EntityManager, decision: Pick<Decision, 'id' | 'workspaceId'>, taskIds: readonly string[]) {
  await tx.query('delete from decision_task where decision_id = $1 and not task_id = any($2)', [decision.id, taskIds]);
  await tx.query(
    'insert into decision_task (decision_id, task_id, workspace_id) select $1, x, $3 from unnest($2::uuid[]) x on conflict do nothing',
    [decision.id, taskIds, decision.workspaceId],
  );
}

/** What a decision adds to the cards of its tasks: first the views that are still asked for, then the outcome. */
function owedOf(decision: Decision): Owed[] {
  const debt = (personId: string, what: string, by: string | null): Owed[] =>
    by === null ? [] : [{ id: decision.id, kind: 'decision', personId, what, by, blocking: decision.blocking }];
  const name = decisionName(decision.number);
  if (decision.state === 'open') {
    const silent = decision.contributors.filter(({ personId }) => currentStance(decision, personId) === null);
    const views = silent.flatMap(({ personId }) => debt(personId, `say what you think of ${name}`, decision.closesAt));
    return views.length > 0
      ? views
      : debt(decision.deciderId ?? decision.proposerId, `settle ${name}`, decision.decideBy ?? decision.closesAt);
  }
  if (decision.state === 'awaiting' || decision.state === 'contested')
    return debt(decision.deciderId ?? decision.proposerId, `decide ${name}`, decision.decideBy);
  return [];
}

/** Writes on these tasks what their decisions ask of people; answers the fields for their cards. */
export async function settleDecisions(tx: EntityManager, taskIds: readonly string[]): Promise<Change[]> {
  if (taskIds.length === 0) return [];
  const open = await decisionsWhere(
    tx,
    `d.state in ('open', 'awaiting', 'contested') and exists (
       select 1 from decision_task l join task t on t.id = l.task_id where l.decision_id = d.id and l.task_id = any($1) and t.board_id = d.board_id)`,
    [taskIds],
    'd.created_at, d.number',
  );
  return writeOwed(tx, 'decision', taskIds, (taskId) => open.filter((d) => d.taskIds.includes(taskId)).flatMap(owedOf));
}

/** What an event says of a decision: the decision itself, its tasks' panels, and their cards. */
export async function decisionChanges(tx: EntityManager, decision: Decision, taskIds = decision.taskIds): Promise<Change[]> {
  return [
    { type: 'decision', id: decision.id, fields: { number: decision.number, state: decision.state } },
    ...taskIds.map((id): Change => ({ type: 'detail', id, fields: { what: 'decisions' } })),
    ...(await settleDecisions(tx, taskIds)),
  ];
}
