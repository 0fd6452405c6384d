import { type Decision, type DecisionPage, taskKey } from '@baton/domain';
import { select } from '../platform/database/database';
import type { Sql } from '../platform/sql';

/** What stands around a decision on its board: its tasks, its comment, what came before and after it, and what holds in its place. */
export async function aroundOf(
  sql: Sql,
  decision: Decision,
  board: { id: string; key: string },
): Promise<Pick<DecisionPage, 'tasks' | 'related' | 'latest' | 'comment'>> {
  const neighbours = [decision.reopensId, decision.supersedesId, decision.supersededById].filter((id) => id !== null);
  const tasks = await select<{ id: string; number: number; title: string }>(
    sql,
    'select id, number, title from task where id = any($1) and board_id = $2 and deleted_at is null order by number',
    [[...decision.taskIds, ...(decision.outcome?.nextTaskIds ?? [])], board.id],
  );
  return {
    tasks: tasks.map(({ id, number, title }) => ({ id, key: taskKey(board.key, number), title })),
    related: await select(
      sql,
      `select id, number, question, state from decision where board_id = $1 and state <> 'draft'
       and (id = any($2) or reopens_id = $3 or supersedes_id = $3) order by number`,
      [board.id, neighbours, decision.id],
    ),
    latest: decision.supersededById === null ? null : await latestOf(sql, decision.id),
    comment: decision.commentId === null ? null : await commentOf(sql, decision.commentId, board),
  };
}

/** The end of the chain: what replaced it, and what replaced that. */
async function latestOf(sql: Sql, id: string): Promise<DecisionPage['latest']> {
  const [latest] = await select<NonNullable<DecisionPage['latest']>>(
    sql,
    `with recursive later as (
       select superseded_by_id as id, 1 as step from decision where id = $1
       union all select d.superseded_by_id, step + 1 from later l join decision d on d.id = l.id where d.superseded_by_id is not null)
     select d.number, d.question, coalesce(d.outcome ->> 'choice', d.recommendation) as choice, d.state
     from later l join decision d on d.id = l.id order by l.step desc limit 1`,
    [id],
  );
  return latest ?? null;
}

async function commentOf(sql: Sql, id: string, board: { id: string; key: string }): Promise<DecisionPage['comment']> {
  const [task] = await select<{ number: number }>(
    sql,
    `select t.number from comment c join task t on t.id = c.task_id
     where c.id = $1 and c.deleted_at is null and t.board_id = $2 and t.deleted_at is null`,
    [id, board.id],
  );
  return task ? { id, taskKey: taskKey(board.key, task.number) } : null;
}
