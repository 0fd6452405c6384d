import { Injectable } from '@nestjs/common';
import {
  type Calendar,
  type Card,
  type Change,
  type EventKind,
  type Norms,
  Refusal,
  type Wait,
  type WorkspaceRole,
  addWorking,
  assumedCalendar,
  boundOf,
  faultInRepeat,
  limits,
  normsOf,
} from '@baton/domain';
import type { EntityManager } from 'typeorm';
import { calendarsOf } from '../account/calendars';
import { Commands, type LockedBoard, type Outcome } from '../board/command';
import { cardsSql } from '../board/snapshot';
import { placeFiles } from '../file/place';
import { changed, select } from '../platform/database/database';
import type { Event, RowChange } from '../platform/events/event.entity';
import type { Viewer } from '../platform/graphql/context';
import { atMost, requireText } from '../platform/text';
import { type DeadlineFields, begunBy, deadlineEdit, moved, requireSound, touchesDeadline } from './deadline';
import { findPlace, needsSpreading, spreadColumn } from './place';
import { Task } from './task.entity';
import type { CreateTasksInput, EditDescriptionInput, EditTasksInput, MoveTasksInput, TaskSetInput, WaitInput } from './task.inputs';

/** What the client calls a card's fields; the rest of a task is `detail`. */
export type Edit = DeadlineFields &
  Partial<
    Pick<
      Task,
      | 'title'
      | 'ownerId'
      | 'helperIds'
      | 'labelIds'
      | 'startOn'
      | 'doneAt'
      | 'nextStep'
      | 'requesterId'
      | 'blockerIds'
      | 'wait'
      | 'handoff'
      | 'lent'
      | 'repeat'
      | 'exempt'
    >
  >;

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
export const pick = (row: object, keys: string[]) => Object.fromEntries(keys.map((key) => [key, (row as Record<string, unknown>)[key]]));
const dueTimePattern = /^([01]\d|2[0-3]):[0-5]\d$/;

/** The given ids without repeats; refuses none and too many. */
export function requireIds(ids: readonly string[]): [string, ...string[]] {
  const [first, ...rest] = new Set(ids);
  if (first === undefined) throw new Refusal('BAD_INPUT', { reason: 'Choose at least one task.' });
  if (rest.length >= limits.tasksPerCommand)
    throw new Refusal('BAD_INPUT', { reason: `Choose at most ${limits.tasksPerCommand} tasks at a time.` });
  return [first, ...rest];
}

@Injectable()
export class TaskService {
  constructor(private readonly commands: Commands) {}

  /** Makes one task per title, in order, straight after `afterTaskId`, or first in the column when it is null. */
  create(viewer: Viewer, input: CreateTasksInput): Promise<Event> {
    const tasks = input.tasks.map(({ id, title }) => ({ id, title: requireText(title, 'a title', limits.title) }));
    const ids = requireIds(tasks.map((task) => task.id));
    const request = {
      commandId: input.commandId,
      action: 'task.create',
      target: { columnId: input.columnId },
      input,
      newTasks: ids.length,
    } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const place = await findPlace(tx, board.id, input, ids.length, [], viewer.personId);
      const doneAt = place.class === 'done' ? board.now : null;
      const begun = place.calendar && begunBy(viewer.personId, place.calendar, board.now, board.zone);
      const rows = await select<Card>(
        tx,
        `with t as (
           insert into task (id, workspace_id, board_id, number, column_id, rank, title, done_at, created_by_id, created_at,
             requester_id, owner_id, due_on, due_zone, due_at, due_set_by_id)
           select new.id, $4, $5, new.number, $6, new.rank, new.title, $7, $8, $9, $8, $11, $12, $13, $14, $11
           from unnest($1::uuid[], $2::text[], $3::text[], $10::int[]) as new(id, title, rank, number) returning *)
         ${cardsSql.replace('from task t where t.id = any($1)', 'from t')} order by t.number`,
        [
          ids,
          tasks.map((task) => task.title),
          place.ranks,
          board.workspaceId,
          board.id,
          place.columnId,
          doneAt,
          viewer.personId,
          board.now,
          ids.map((_, i) => board.firstNumber + i),
          begun?.ownerId ?? null,
          begun?.deadline.on ?? null,
          begun?.deadline.zone ?? null,
          begun ? new Date(boundOf(begun.deadline)) : null,
        ],
      );
      const outcome = {
        kind: 'task.created' as const,
        changes: rows.map((card) => ({ type: 'task' as const, id: card.id, fields: card })),
        undo: ids.map((id) => ({ table: 'task', id, before: { deletedAt: board.now }, after: { deletedAt: null } })),
        taskIds: ids,
      };
      return this.spreadIfNeeded(tx, place, outcome);
    });
  }

  /** Puts the tasks, in the given order, straight after `afterTaskId`, or first in the column when it is null. */
  move(viewer: Viewer, input: MoveTasksInput): Promise<Event> {
    const ids = requireIds(input.taskIds);
    if (input.afterTaskId && ids.includes(input.afterTaskId)) throw new Refusal('BAD_INPUT', { reason: 'A task cannot follow itself.' });
    const request = { commandId: input.commandId, action: 'task.move', target: { taskId: ids[0] }, input } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const place = await findPlace(tx, board.id, input, ids.length, ids);
      const rows = await changed<{
        id: string;
        rank: string;
        done_at: Date | null;
        old_column: string;
        old_rank: string;
        old_done: Date | null;
        owner_id: string | null;
        due_on: string | null;
        revisit_on: string | null;
        exempt: boolean;
      }>(
        tx,
        `update task set column_id = $4, rank = new.rank,
           done_at = case when $5 = 'done' then coalesce(task.done_at, $6) when was.class = 'done' then null else task.done_at end
         from unnest($1::uuid[], $2::text[]) as new(id, rank)
         join (select o.id, o.column_id, o.rank, o.done_at, c.class from task o join board_column c on c.id = o.column_id where o.id = any($1)) was on was.id = new.id
         where task.id = new.id and task.board_id = $3 and task.archived_at is null and task.deleted_at is null
         returning task.id, task.rank, task.done_at, was.column_id as old_column, was.rank as old_rank, was.done_at as old_done,
           task.owner_id, task.due_on, task.revisit_on, task.exempt`,
        [ids, place.ranks, board.id, place.columnId, place.class, board.now],
      );
      if (rows.length < ids.length) throw this.gone(ids.length - rows.length);
      const bare =
        place.class === 'active' ? rows.filter((r) => r.exempt || !r.owner_id || (!r.due_on && !r.revisit_on)).map(({ id }) => id) : [];
      const begun = bare.length > 0 ? await this.beginAll(tx, viewer.personId, board, bare) : new Map<string, Begun>();
      const outcome = {
        kind: 'task.moved' as const,
        changes: rows.map((row) => ({
          type: 'task' as const,
          id: row.id,
          fields: {
            ...begun.get(row.id)?.fields,
            columnId: place.columnId,
            rank: row.rank as Card['rank'],
            ...(!same(row.done_at, row.old_done) && { doneAt: row.done_at?.toISOString() ?? null }),
          },
        })),
        undo: rows.map((row) => ({
          table: 'task',
          id: row.id,
          before: { columnId: row.old_column, rank: row.old_rank, doneAt: row.old_done, ...begun.get(row.id)?.before },
          after: { columnId: place.columnId, rank: row.rank, doneAt: row.done_at, ...begun.get(row.id)?.after },
        })),
        taskIds: ids,
      };
      return this.spreadIfNeeded(tx, place, outcome);
    });
  }

  /** Sets the given fields on all these tasks of one board; absent fields stay, so two people who edit different fields both win. */
  edit(viewer: Viewer, input: EditTasksInput): Promise<Event> {
    const ids = requireIds(input.taskIds);
    const request = { commandId: input.commandId, action: 'task.edit', target: { taskId: ids[0] }, input } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const tasks = await this.lockTasks(tx, board, ids);
      await this.requireNamed(tx, board, input);
      const owners = touchesDeadline(input)
        ? await calendarsOf(
            tx,
            tasks.flatMap((task) => task.ownerId ?? []),
          )
        : new Map<string, Calendar>();
      const wait = input.wait ? await this.waitOf(tx, board, input.wait) : input.wait;
      const edits = tasks.map((task) => {
        const calendar = owners.get(task.ownerId ?? '') ?? null;
        const deadline = deadlineEdit(task, input, { byId: viewer.personId, now: board.now, boardZone: board.zone, calendar });
        return {
          task,
          edit: this.differing(
            task,
            made({ ...this.editOf(task, input, board.now), ...deadline, ...(wait !== undefined && { wait }) }, task),
          ),
        };
      });
      const why = atMost((input.why ?? '').trim(), 'the reason', limits.reason);
      const touched = edits.filter(({ edit }) => Object.keys(edit).length > 0);
      for (const { task, edit } of touched) await tx.update(Task, task.id, edit);
      // What is taken away may be what work in progress needs; a dependency may close a circle.
      if (touched.some(({ edit }) => edit.ownerId === null || edit.dueOn === null || edit.revisitOn === null || edit.blockerIds))
        await requireSound(tx, board.id);
      return {
        kind: touched.some(({ edit }) => 'dueAt' in edit)
          ? 'deadline.moved'
          : touched.length === 0 && why
            ? 'task.explained'
            : 'task.edited',
        changes: [
          ...touched.map(({ task, edit }): Change => ({ type: 'task', id: task.id, fields: cardFields(edit) })),
          ...(why ? (touched.length > 0 ? touched : edits).map(({ task }) => reasonOf(task.id, why)) : []),
        ],
        undo: touched.map(({ task, edit }) => ({ table: 'task', id: task.id, before: pick(task, Object.keys(edit)), after: edit })),
        taskIds: (touched.length > 0 || !why ? touched : edits).map(({ task }) => task.id),
      };
    });
  }

  /** Pins a task to follow it, or takes the pin off; one's own affair, so there is nothing to undo for others. */
  follow(viewer: Viewer, taskId: string, commandId: string, follows: boolean): Promise<Event> {
    const request = { commandId, action: 'task.follow', target: { taskId }, input: { taskId, follows } } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const [task] = await this.lockTasks(tx, board, [taskId]);
      if (!task) throw new Refusal('NOT_FOUND');
      const others = task.followerIds.filter((id) => id !== viewer.personId);
      const followerIds = follows ? [...others, viewer.personId] : others;
      await tx.update(Task, taskId, { followerIds });
      return {
        kind: 'task.edited',
        changes: [{ type: 'detail', id: taskId, fields: { what: 'followers' } }],
        undo: [{ table: 'task', id: taskId, before: { followerIds: task.followerIds }, after: { followerIds } }],
        taskIds: [taskId],
      };
    });
  }

  /** Replaces the description, unless somebody wrote since `baseVersion`: then CONFLICT brings the current text for the person to decide. */
  editDescription(viewer: Viewer, input: EditDescriptionInput): Promise<Event> {
    const text = atMost(input.text, 'the description', limits.description);
    const request = { commandId: input.commandId, action: 'task.edit', target: { taskId: input.taskId }, input } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const [task] = await this.lockTasks(tx, board, [input.taskId]);
      if (!task) throw new Refusal('NOT_FOUND');
      if (task.descriptionVersion !== input.baseVersion) throw await this.conflict(tx, task);
      await tx.update(Task, task.id, { description: text, descriptionVersion: task.descriptionVersion + 1 });
      const placed = await placeFiles(tx, viewer, { taskId: task.id, commentId: null }, text);
      return {
        kind: 'task.edited',
        changes: [
          { type: 'detail', id: task.id, fields: { what: 'description' } },
          ...placed,
          ...((task.description === '') === (text === '')
            ? []
            : [{ type: 'task' as const, id: task.id, fields: { hasDescription: text !== '' } }]),
        ],
        undo: [{ table: 'task', id: task.id, before: { description: task.description }, after: { description: text } }],
        taskIds: [task.id],
      };
    });
  }

  /** Says of tasks that did not move that they stay as they are: they are looked at again when as much time is over. */
  keep(viewer: Viewer, input: TaskSetInput): Promise<Event> {
    const ids = requireIds(input.taskIds);
    const request = { commandId: input.commandId, action: 'task.edit', target: { taskId: ids[0] }, input } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const tasks = await this.lockTasks(tx, board, ids);
      await tx.update(Task, ids, { keptAt: board.now });
      return {
        kind: 'task.kept',
        changes: [],
        undo: tasks.map(({ id, keptAt }) => ({ table: 'task', id, before: { keptAt }, after: { keptAt: board.now } })),
        taskIds: ids,
      };
    });
  }

  archive(viewer: Viewer, input: TaskSetInput) {
    return this.putAway(viewer, input, 'task.edit', 'task.archived', 'archivedAt');
  }

  /** To the trash, from where it comes back for 30 days. */
  delete(viewer: Viewer, input: TaskSetInput) {
    return this.putAway(viewer, input, 'task.delete', 'task.deleted', 'deletedAt');
  }

  /** Brings archived or deleted tasks back to where they were. */
  restore(viewer: Viewer, input: TaskSetInput): Promise<Event> {
    const ids = requireIds(input.taskIds);
    const request = { commandId: input.commandId, action: 'task.delete', target: { taskId: ids[0] }, input } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const tasks = await this.lockTasks(tx, board, ids, true);
      await tx.query('update task set archived_at = null, deleted_at = null where id = any($1)', [ids]);
      // Put away it could lose its owner or its deadline; back in work it has both (K1).
      const bare = await select<{ id: string }>(
        tx,
        `select t.id from task t join board_column c on c.id = t.column_id where t.id = any($1) and c.class = 'active' and t.done_at is null
           and not t.exempt and (t.owner_id is null or (t.due_on is null and t.revisit_on is null))`,
        [ids],
      );
      const bareIds = bare.map(({ id }) => id);
      const begun = bareIds.length > 0 ? await this.beginAll(tx, viewer.personId, board, bareIds) : new Map<string, Begun>();
      const cards = await select<Card>(tx, cardsSql, [ids]);
      return {
        kind: 'task.restored',
        changes: cards.map((card) => ({ type: 'task', id: card.id, fields: card })),
        undo: tasks.map((task) => ({
          table: 'task',
          id: task.id,
          before: { ...pick(task, ['archivedAt', 'deletedAt']), ...begun.get(task.id)?.before },
          after: { archivedAt: null, deletedAt: null, ...begun.get(task.id)?.after },
        })),
        taskIds: ids,
      };
    });
  }

  private putAway(
    viewer: Viewer,
    input: TaskSetInput,
    action: 'task.edit' | 'task.delete',
    kind: EventKind,
    field: 'archivedAt' | 'deletedAt',
  ) {
    const ids = requireIds(input.taskIds);
    return this.commands.run(viewer, { commandId: input.commandId, action, target: { taskId: ids[0] }, input }, async (tx, board) => {
      const tasks = await this.lockTasks(tx, board, ids, true);
      const open = tasks.filter((task) => task[field] === null);
      if (open.length > 0)
        await tx.update(
          Task,
          open.map((task) => task.id),
          { [field]: board.now },
        );
      return {
        kind,
        changes: open.map((task): Change => ({ type: 'task', id: task.id, fields: { [field]: board.now.toISOString() }, gone: true })),
        undo: open.map((task): RowChange => ({ table: 'task', id: task.id, before: { [field]: null }, after: { [field]: board.now } })),
        taskIds: open.map((task) => task.id),
      };
    });
  }

  /** Loads the tasks of this board in the given order; refuses when one is gone. The board's lock makes a row lock unnecessary. */
  async lockTasks(tx: EntityManager, board: { id: string }, ids: string[], putAwayToo = false): Promise<Task[]> {
    const rows = await tx
      .createQueryBuilder(Task, 't')
      .where('t.id in (:...ids) and t.boardId = :boardId', { ids, boardId: board.id })
      .getMany();
    const byId = new Map(rows.filter((row) => putAwayToo || !row.deletedAt).map((row) => [row.id, row]));
    const tasks = ids.flatMap((id) => byId.get(id) ?? []);
    if (tasks.length < ids.length) throw this.gone(ids.length - tasks.length);
    return tasks;
  }

  private gone(count: number) {
    return new Refusal('NOT_FOUND', {
      reason:
        count === 1
          ? 'This task was deleted, archived or moved to another board meanwhile.'
          : `${count} of these tasks are no longer on this board.`,
    });
  }

  /** The fields that the input asks for, as this task would then have them. */
  private editOf(task: Task, input: EditTasksInput, now: Date): Edit {
    const edit: Edit = {};
    if (input.title != null) edit.title = requireText(input.title, 'a title', limits.title);
    if (input.ownerId !== undefined) edit.ownerId = input.ownerId;
    if (input.helperIds != null) edit.helperIds = [...new Set(input.helperIds)];
    if (input.addLabelIds != null || input.removeLabelIds != null) {
      const removed = new Set(input.removeLabelIds ?? []);
      edit.labelIds = [...new Set([...task.labelIds, ...(input.addLabelIds ?? [])])].filter((id) => !removed.has(id));
    }
    if (input.startOn !== undefined) edit.startOn = input.startOn;
    if (input.nextStep != null) edit.nextStep = atMost(input.nextStep.trim(), 'the next step', limits.nextStep);
    if (input.requesterId !== undefined) edit.requesterId = input.requesterId;
    if (input.repeat !== undefined) edit.repeat = input.repeat;
    if (input.ownerId !== undefined) edit.handoff = null;
    if (input.addBlockerIds != null || input.removeBlockerIds != null) {
      const removed = new Set(input.removeBlockerIds ?? []);
      edit.blockerIds = [...new Set([...task.blockerIds, ...(input.addBlockerIds ?? [])])].filter((id) => !removed.has(id));
      if (edit.blockerIds.includes(task.id)) throw new Refusal('BAD_INPUT', { reason: 'A task cannot wait for itself.' });
      if (edit.blockerIds.length > limits.blockers)
        throw new Refusal('BAD_INPUT', { reason: `A task waits for at most ${limits.blockers} others.` });
    }
    if (input.done != null) edit.doneAt = input.done ? (task.doneAt ?? now) : null;
    return edit;
  }

  /** Gives these tasks, which were begun, what they lack (K1); answers what changed of each. */
  async beginAll(tx: EntityManager, personId: string, board: BegunOn, ids: string[]): Promise<Map<string, Begun>> {
    const tasks = await this.lockTasks(tx, board, ids);
    const calendars = await calendarsOf(tx, [personId, ...tasks.flatMap((task) => task.ownerId ?? [])]);
    const begun = new Map<string, Begun>();
    for (const task of tasks) {
      const ownerId = task.ownerId ?? personId;
      const calendar = calendars.get(ownerId) ?? assumedCalendar(board.zone);
      const { deadline } = begunBy(ownerId, calendar, board.now, board.zone);
      const scene = { byId: personId, now: board.now, boardZone: board.zone, calendar };
      const missing = task.dueOn === null && task.revisitOn === null ? moved(task, null, deadline, '', scene) : {};
      const edit = this.differing(task, { ownerId, exempt: false, ...missing });
      if (Object.keys(edit).length === 0) continue;
      await tx.update(Task, task.id, edit);
      begun.set(task.id, { fields: cardFields(edit), before: pick(task, Object.keys(edit)), after: edit });
    }
    return begun;
  }

  private async waitOf(tx: EntityManager, board: LockedBoard, input: WaitInput): Promise<Wait> {
    const what = requireText(input.what, 'what would unblock it', limits.nextStep);
    const since = board.now.toISOString();
    if (input.kind === 'outside') {
      if (!input.checkOn) throw new Refusal('BAD_INPUT', { field: 'checkOn', reason: 'Choose the day on which the owner checks back.' });
      return { kind: 'outside', who: requireText(input.who ?? '', 'who it waits for', limits.name), what, checkOn: input.checkOn, since };
    }
    if (input.kind !== 'person' || !input.personId) throw new Refusal('BAD_INPUT', { field: 'wait', reason: 'Choose who it waits for.' });
    await requirePeople(tx, board, [input.personId]);
    const calendar = (await calendarsOf(tx, [input.personId])).get(input.personId);
    const norms = await normsOn(tx, board.id);
    const by = calendar && addWorking(calendar, board.now.getTime(), norms.blockingHours);
    if (by == null)
      throw new Refusal('BAD_INPUT', { field: 'wait', reason: 'They have no working hours in the next 120 days: ask somebody else.' });
    return { kind: 'person', personId: input.personId, what, by: new Date(by).toISOString(), since };
  }

  private differing(task: Task, edit: Edit): Edit {
    return Object.fromEntries(Object.entries(edit).filter(([key, value]) => !same(value, task[key as keyof Edit]))) as Edit;
  }

  /** People and labels that the input names must belong to this board. */
  private async requireNamed(tx: EntityManager, board: LockedBoard, input: EditTasksInput) {
    if (input.dueTime != null && !dueTimePattern.test(input.dueTime))
      throw new Refusal('BAD_INPUT', { field: 'dueTime', reason: 'A time is written HH:MM, such as 17:00.' });
    if ((input.helperIds?.length ?? 0) > limits.helpers)
      throw new Refusal('BAD_INPUT', { field: 'helperIds', reason: `A task has at most ${limits.helpers} helpers.` });
    const fault = input.repeat && faultInRepeat(input.repeat);
    if (fault) throw new Refusal('BAD_INPUT', { field: 'repeat', reason: fault });
    const blockers = [...new Set(input.addBlockerIds ?? [])];
    if (blockers.length > 0) {
      const found = await select(tx, 'select id from task where id = any($1) and board_id = $2 and deleted_at is null', [
        blockers,
        board.id,
      ]);
      if (found.length < blockers.length) throw new Refusal('NOT_FOUND', { reason: 'A task can wait for tasks of its own board.' });
    }
    const people = [
      ...new Set([
        ...(input.ownerId ? [input.ownerId] : []),
        ...(input.requesterId ? [input.requesterId] : []),
        ...(input.helperIds ?? []),
      ]),
    ];
    if (people.length > 0) await requirePeople(tx, board, people);
    const labels = [...new Set(input.addLabelIds ?? [])];
    if (labels.length > 0) {
      const found = await select(tx, 'select id from label where id = any($1) and board_id = $2 and deleted_at is null', [
        labels,
        board.id,
      ]);
      if (found.length < labels.length) throw new Refusal('NOT_FOUND', { reason: 'This label was deleted, or belongs to another board.' });
    }
  }

  private async conflict(tx: EntityManager, task: Task) {
    const [last] = await select<{ name: string; at: Date }>(
      tx,
      `select p.name, e.at from event e join person p on p.id = e.actor_id
       where e.board_id = $1 and e.task_ids @> array[$2]::uuid[] and e.changes @> '[{"type":"detail","fields":{"what":"description"}}]' order by e.seq desc limit 1`,
      [task.boardId, task.id],
    );
    return new Refusal('CONFLICT', {
      text: task.description,
      version: task.descriptionVersion,
      byName: last?.name ?? null,
      at: last?.at.toISOString() ?? null,
    });
  }

  private async spreadIfNeeded(tx: EntityManager, place: Parameters<typeof needsSpreading>[0], outcome: Outcome): Promise<Outcome> {
    if (!needsSpreading(place)) return outcome;
    await spreadColumn(tx, place.columnId);
    return { ...outcome, resync: true };
  }
}

/** A board as far as beginning work on it needs to know. */
export type BegunOn = Pick<LockedBoard, 'id' | 'zone' | 'now'>;

/** What a task that was begun got: for the board, and for undo. */
export interface Begun {
  fields: Partial<Card>;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

/** Imported work that has got an owner and a deadline is work like any other from then on. */
function made(edit: Edit, task: Task): Edit {
  const after = { ...task, ...edit };
  return task.exempt && after.ownerId && (after.dueOn || after.revisitOn) ? { ...edit, exempt: false } : edit;
}

const offCard: ReadonlySet<string> = new Set(['dueSetById', 'dueHistory', 'noDueWhy', 'followerIds']);

/** What the board is told of an edit: fields of the card, instants as text; what only the panel shows stays behind. */
export function cardFields(edit: object): Partial<Card> {
  const shown = Object.entries(edit).filter(([field]) => !offCard.has(field));
  return Object.fromEntries(shown.map(([field, value]) => [field, value instanceof Date ? value.toISOString() : (value as unknown)]));
}

/** A reason that somebody gave, for the history. */
export const reasonOf = (id: string, text: string | null | undefined): Change => ({
  type: 'detail',
  id,
  fields: { what: 'reason', text: (text ?? '').trim() },
});

/** The house rules in force on a board. */
export async function normsOn(tx: EntityManager, boardId: string): Promise<Norms> {
  const [row] = await select<{ board: Partial<Norms> | null; workspace: Partial<Norms> | null }>(
    tx,
    'select b.norms as board, w.norms as workspace from board b join workspace w on w.id = b.workspace_id where b.id = $1',
    [boardId],
  );
  return normsOf(row?.workspace, row?.board);
}

/** Refuses unless each of them is in the board's workspace, or a guest of this very board. */
export async function requirePeople(tx: EntityManager, board: { id: string; workspaceId: string }, personIds: string[]) {
  const found = await select<{ role: WorkspaceRole }>(
    tx,
    `select m.role from membership m where m.workspace_id = $1 and m.person_id = any($3)
       and (m.role <> 'guest' or exists (select 1 from board_guest g where g.board_id = $2 and g.person_id = m.person_id))`,
    [board.workspaceId, board.id, personIds],
  );
  if (found.length < personIds.length) throw new Refusal('NOT_FOUND', { reason: 'This person is not on the board: invite them first.' });
}
