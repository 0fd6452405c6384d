import { type CommentKind, type Deed, type DeedScene, type Handoff } from '@baton/domain';
import type { EntityManager } from 'typeorm';
import { asksWhere } from '../conversation/ask.store';
import { select } from '../platform/database/database';
import type { Event } from '../platform/events/event.entity';
import type { ItemFacts } from './item.store';

/** A deed with the person who did it, and what makes it the same when it is read again. */
export interface Done {
  deed: Deed;
  scene: DeedScene;
  key: string;
  facts: ItemFacts;
}

interface TaskRow {
  id: string;
  owner_id: string | null;
  requester_id: string | null;
  due_set_by_id: string | null;
  follower_ids: string[];
  parties: string[];
}
interface CommentRow {
  id: string;
  task_id: string;
  author_id: string;
  kind: CommentKind;
  mention_ids: string[];
  at: Date;
}
/** Where one event can change an owner, a deadline or what a task waits for without anybody having to be told. */
const quiet: ReadonlySet<string> = new Set([
  'board.imported',
  'board.import-undone',
  'task.created',
  'task.arrived',
  'task.left',
  'task.recurred',
]);

/** The tasks of some events, with everybody who follows each (K6). */
async function tasksOf(tx: EntityManager, taskIds: readonly string[]): Promise<Map<string, TaskRow>> {
  const rows = await select<TaskRow>(
    tx,
    `select t.id, t.owner_id, t.requester_id, t.due_set_by_id, t.follower_ids,
       (select coalesce(array_agg(distinct x.id), '{}') from ask a cross join unnest(array[a.asker_id, a.holder_id]) as x(id)
        where a.task_id = t.id and a.closed is null) as parties
     from task t where t.id = any($1)`,
    [taskIds],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

const sceneOf = (task: TaskRow, actorId: string): DeedScene => ({
  taskId: task.id,
  actorId,
  ownerId: task.owner_id,
  requesterId: task.requester_id,
  dueSetById: task.due_set_by_id,
  followerIds: [...new Set([task.owner_id, task.requester_id, ...task.follower_ids, ...task.parties])].filter((id) => id !== null),
});

/** What an event did to the rows of tasks: owners, deadlines, handoffs, proposals and waits. */
function rowDeeds(event: Event): { taskId: string; deed: Deed; facts: ItemFacts }[] {
  if (quiet.has(event.kind)) return [];
  const why = event.changes.flatMap((change) =>
    change.type === 'detail' && change.fields.what === 'reason' ? (change.fields.text ?? []) : [],
  )[0];
  const words = why ? { words: why } : {};
  return event.undo
    .filter(({ table }) => table === 'task')
    .flatMap(({ id: taskId, before, after }): { taskId: string; deed: Deed; facts: ItemFacts }[] => {
      const differs = (field: string) => field in after && JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null);
      const text = (value: unknown) => (typeof value === 'string' ? value : null);
      const deeds: { taskId: string; deed: Deed; facts: ItemFacts }[] = [];
      const add = (deed: Deed, facts: ItemFacts = {}) => deeds.push({ taskId, deed, facts: { ...words, ...facts } });
      const handoff = (after['handoff'] ?? before['handoff'] ?? null) as Handoff | null;
      const handed = event.kind.startsWith('handoff.')
        ? (event.kind.slice('handoff.'.length) as 'offered' | 'accepted' | 'declined')
        : null;
      if (handed && handoff) add({ what: 'handoff', step: handed, fromId: handoff.fromId, toId: handoff.toId });
      else if (differs('ownerId'))
        add({ what: 'owner', fromId: text(before['ownerId']), toId: text(after['ownerId']) }, { ownerId: text(before['ownerId']) });
      const counter = before['counter'] as { byId: string } | null | undefined;
      if (event.kind === 'deadline.countered') add({ what: 'countered' });
      else if (event.kind === 'deadline.answered' && counter) add({ what: 'counter-answered', byId: counter.byId });
      else if (differs('dueAt')) add({ what: 'deadline' }, { dueAt: isoOf(before['dueAt']) });
      const wait = after['wait'] as { kind?: string; personId?: string } | null | undefined;
      if (differs('wait') && wait?.kind === 'person' && wait.personId) add({ what: 'wait', personId: wait.personId });
      return deeds;
    });
}
const isoOf = (value: unknown) => (typeof value === 'string' || value instanceof Date ? new Date(value).toISOString() : null);

/** Offers that no undo tells of: those that the server made for somebody who left, and tasks that come back. */
const offersOf = (event: Event) =>
  event.kind === 'handoff.offered' && event.undo.length === 0
    ? event.changes.flatMap((change) => {
        const handoff = change.type === 'task' ? change.fields.handoff : null;
        return handoff
          ? [{ taskId: change.id, deed: { what: 'handoff', step: 'offered', fromId: handoff.fromId, toId: handoff.toId } as const }]
          : [];
      })
    : [];

/** What was written in an event, and mentions that an edit added. */
async function commentsIn(tx: EntityManager, events: readonly Event[]): Promise<CommentRow[]> {
  return select<CommentRow>(
    tx,
    `select c.id, c.task_id, c.author_id, c.kind, c.mention_ids, coalesce(c.edited_at, c.created_at) as at from comment c
     join unnest($1::timestamptz[], $2::uuid[]) as e(at, actor_id) on c.author_id = e.actor_id and (c.created_at = e.at or c.edited_at = e.at)
     where c.task_id = any($3) and c.source is null`,
    [events.map(({ at }) => at), events.map(({ actorId }) => actorId), events.flatMap(({ taskIds }) => taskIds)],
  );
}

/** Everything in some events of one board that somebody may have to hear of. Read twice, it gives the same keys. */
export async function doneIn(tx: EntityManager, events: readonly Event[]): Promise<{ event: Event; done: Done }[]> {
  const taskIds = [...new Set(events.flatMap((event) => event.taskIds))];
  if (taskIds.length === 0) return [];
  const tasks = await tasksOf(tx, taskIds);
  const talking = events.filter(({ kind }) => !kind.startsWith('board.') && !kind.startsWith('column.'));
  const asks = await asksWhere(tx, 'a.task_id = any($1)', [taskIds]);
  const comments = await commentsIn(tx, talking);
  const found: { event: Event; done: Done }[] = [];
  const add = (event: Event, taskId: string, deed: Deed, key: string, facts: ItemFacts = {}) => {
    const task = tasks.get(taskId);
    if (task) found.push({ event, done: { deed, scene: sceneOf(task, event.actorId), key, facts } });
  };
  for (const event of talking) {
    const at = event.at.toISOString();
    for (const ask of asks.filter(({ taskId }) => event.taskIds.includes(taskId)))
      for (const [i, step] of ask.steps.entries())
        if (step.at === at && step.byId === event.actorId)
          add(event, ask.taskId, { what: 'ask', ask, step: step.step }, `ask:${ask.id}:${i}`);
    for (const comment of comments)
      if (comment.at.getTime() === event.at.getTime() && comment.author_id === event.actorId && event.taskIds.includes(comment.task_id))
        add(
          event,
          comment.task_id,
          { what: 'comment', commentId: comment.id, kind: comment.kind, mentionIds: comment.mention_ids },
          `comment:${comment.id}`,
        );
    for (const { taskId, deed, facts } of rowDeeds(event)) add(event, taskId, deed, `${event.boardId}:${event.seq}:${taskId}`, facts);
    for (const { taskId, deed } of offersOf(event)) add(event, taskId, deed, `${event.boardId}:${event.seq}:${taskId}`);
  }
  return found;
}
