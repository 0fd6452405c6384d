import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type Card,
  type Change,
  type ColumnClass,
  type Deadline,
  type Rank,
  Refusal,
  assumedCalendar,
  boundOf,
  limits,
  rankBetween,
  ranksBetween,
} from '@baton/domain';
import type { EntityManager } from 'typeorm';
import { calendarsOf } from '../account/calendars';
import { Commands, type LockedBoard, type Outcome } from '../board/command';
import { cardsSql } from '../board/snapshot';
import { changed, findOrThrow, select } from '../platform/database/database';
import type { Event, RowChange } from '../platform/events/event.entity';
import type { Viewer } from '../platform/graphql/context';
import { requireText } from '../platform/text';
import { Checklist, ChecklistItem } from './checklist.entity';
import type { CreateChecklistInput, CreateChecklistItemsInput, EditChecklistItemInput } from './checklist.inputs';
import { begunBy } from './deadline';
import { findPlace } from './place';
import { Task } from './task.entity';
import { requireIds, requirePeople } from './task.service';

/** Counts a task's checklist items anew; answers what its card must show. */
export async function countItems(tx: EntityManager, taskIds: string[]): Promise<Change[]> {
  const rows = await changed<{ id: string; checklist_done: number; checklist_total: number }>(
    tx,
    `update task set checklist_done = n.done, checklist_total = n.total
     from (select x.id, count(i.done_at)::int as done, count(i.id)::int as total from unnest($1::uuid[]) as x(id)
           left join (checklist_item i join checklist c on c.id = i.checklist_id and c.deleted_at is null) on i.task_id = x.id and i.deleted_at is null
           group by x.id) n
     where task.id = n.id returning task.id, task.checklist_done, task.checklist_total`,
    [taskIds],
  );
  return rows.flatMap((row) => [
    { type: 'task', id: row.id, fields: { checklistDone: row.checklist_done, checklistTotal: row.checklist_total } },
    { type: 'detail', id: row.id, fields: { what: 'checklist' } },
  ]);
}

@Injectable()
export class ChecklistService {
  constructor(private readonly commands: Commands) {}

  /** Adds an empty checklist at the end of the task. */
  create(viewer: Viewer, input: CreateChecklistInput): Promise<Event> {
    const request = { commandId: input.commandId, action: 'task.edit', target: { taskId: input.taskId }, input } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const [last] = await select<{ rank: Rank | null }>(tx, 'select max(rank) as rank from checklist where task_id = $1', [input.taskId]);
      const name = requireText(input.name, 'a name for the checklist', limits.name);
      await tx.insert(Checklist, {
        id: input.id,
        workspaceId: board.workspaceId,
        taskId: input.taskId,
        name,
        rank: rankBetween(last?.rank ?? null, null),
      });
      return this.edited(tx, input.taskId, [
        { table: 'checklist', id: input.id, before: { deletedAt: board.now }, after: { deletedAt: null } },
      ]);
    });
  }

  edit(viewer: Viewer, checklistId: string, commandId: string, givenName: string): Promise<Event> {
    const request = { commandId, action: 'task.edit', target: { checklistId }, input: { checklistId, givenName } } as const;
    return this.commands.run(viewer, request, async (tx) => {
      const list = await findOrThrow(tx, Checklist, checklistId);
      const name = requireText(givenName, 'a name for the checklist', limits.name);
      await tx.update(Checklist, checklistId, { name });
      return this.edited(tx, list.taskId, [{ table: 'checklist', id: checklistId, before: { name: list.name }, after: { name } }]);
    });
  }

  delete(viewer: Viewer, checklistId: string, commandId: string): Promise<Event> {
    const request = { commandId, action: 'task.edit', target: { checklistId }, input: { checklistId } } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const list = await findOrThrow(tx, Checklist, checklistId);
      await tx.update(Checklist, checklistId, { deletedAt: board.now });
      return this.edited(tx, list.taskId, [
        { table: 'checklist', id: checklistId, before: { deletedAt: null }, after: { deletedAt: board.now } },
      ]);
    });
  }

  /** Adds items, in order, at the end of the checklist. */
  createItems(viewer: Viewer, input: CreateChecklistItemsInput): Promise<Event> {
    const items = input.items.map(({ id, title }) => ({ id, title: requireText(title, 'what is to be done', limits.checklistItem) }));
    const ids = requireIds(items.map(({ id }) => id));
    const request = { commandId: input.commandId, action: 'task.edit', target: { checklistId: input.checklistId }, input } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const list = await findOrThrow(tx, Checklist, input.checklistId);
      const [last] = await select<{ rank: Rank | null; count: number }>(
        tx,
        'select max(rank) as rank, count(*)::int as count from checklist_item where checklist_id = $1',
        [list.id],
      );
      if (last && last.count + ids.length > limits.itemsPerChecklist)
        throw new Refusal('BAD_INPUT', { reason: `A checklist has at most ${limits.itemsPerChecklist} items.` });
      const ranks = ranksBetween(last?.rank ?? null, null, ids.length);
      await tx.insert(
        ChecklistItem,
        items.map((item, i) => ({ ...item, workspaceId: board.workspaceId, taskId: list.taskId, checklistId: list.id, rank: ranks[i] })),
      );
      return this.edited(
        tx,
        list.taskId,
        ids.map((id) => ({ table: 'checklist_item', id, before: { deletedAt: board.now }, after: { deletedAt: null } })),
      );
    });
  }

  /** Sets the given fields of one item; null clears owner and date, absent leaves. */
  editItem(viewer: Viewer, input: EditChecklistItemInput): Promise<Event> {
    const request = { commandId: input.commandId, action: 'task.edit', target: { itemId: input.itemId }, input } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const item = await this.openItem(tx, input.itemId);
      if (input.ownerId) await requirePeople(tx, board, [input.ownerId]);
      const after: Partial<Pick<ChecklistItem, 'title' | 'doneAt' | 'ownerId' | 'dueOn'>> = {
        ...(input.title != null && { title: requireText(input.title, 'what is to be done', limits.checklistItem) }),
        ...(input.done != null && { doneAt: input.done ? (item.doneAt ?? board.now) : null }),
        ...(input.ownerId !== undefined && { ownerId: input.ownerId }),
        ...(input.dueOn !== undefined && { dueOn: input.dueOn }),
      };
      if (Object.keys(after).length > 0) await tx.update(ChecklistItem, item.id, after);
      const before = Object.fromEntries(Object.keys(after).map((key) => [key, item[key as keyof ChecklistItem]]));
      return this.edited(tx, item.taskId, [{ table: 'checklist_item', id: item.id, before, after }]);
    });
  }

  /** Puts the item straight after another one of the same task, or first in the given checklist. */
  moveItem(viewer: Viewer, itemId: string, commandId: string, checklistId: string, afterItemId: string | null): Promise<Event> {
    const request = { commandId, action: 'task.edit', target: { itemId }, input: { itemId, checklistId, afterItemId } } as const;
    return this.commands.run(viewer, request, async (tx) => {
      const item = await this.openItem(tx, itemId);
      const list = await findOrThrow(tx, Checklist, checklistId);
      if (list.taskId !== item.taskId) throw new Refusal('NOT_FOUND');
      const rows = await select<{ id: string; rank: Rank }>(
        tx,
        'select id, rank from checklist_item where checklist_id = $1 and id <> $2 order by rank',
        [checklistId, itemId],
      );
      const at = rows.findIndex(({ id }) => id === afterItemId);
      if (afterItemId && at < 0) throw new Refusal('CONFLICT', { reason: 'The item that this one should follow is gone. Try again.' });
      const after = { checklistId, rank: rankBetween(rows[at]?.rank ?? null, rows[at + 1]?.rank ?? null) };
      await tx.update(ChecklistItem, itemId, after);
      return this.edited(tx, item.taskId, [
        { table: 'checklist_item', id: itemId, before: { checklistId: item.checklistId, rank: item.rank }, after },
      ]);
    });
  }

  deleteItem(viewer: Viewer, itemId: string, commandId: string): Promise<Event> {
    const request = { commandId, action: 'task.edit', target: { itemId }, input: { itemId } } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const item = await this.openItem(tx, itemId);
      await tx.update(ChecklistItem, itemId, { deletedAt: board.now });
      return this.edited(tx, item.taskId, [this.taken(item, board)]);
    });
  }

  /** Makes the item a task straight after its task, with its owner and date, and takes it off the list. */
  convertItem(viewer: Viewer, itemId: string, commandId: string): Promise<Event> {
    const request = { commandId, action: 'task.create', target: { itemId }, input: { itemId }, newTasks: 1 } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const item = await this.openItem(tx, itemId);
      const parent = await findOrThrow(tx, Task, item.taskId);
      const place = await findPlace(tx, board.id, { columnId: parent.columnId, afterTaskId: parent.id }, 1);
      const id = randomUUID();
      const begun = await this.promiseOf(tx, item, place.class, viewer, board);
      await tx.insert(Task, {
        id,
        workspaceId: board.workspaceId,
        boardId: board.id,
        number: board.firstNumber,
        columnId: place.columnId,
        rank: place.ranks[0],
        title: item.title,
        description: '',
        requesterId: viewer.personId,
        ...begun,
        doneAt: item.doneAt,
        createdById: viewer.personId,
        createdAt: board.now,
      });
      await tx.update(ChecklistItem, itemId, { deletedAt: board.now });
      const [card] = await select<Card>(tx, cardsSql, [[id]]);
      const outcome = await this.edited(tx, item.taskId, [
        this.taken(item, board),
        { table: 'task', id, before: { deletedAt: board.now }, after: { deletedAt: null } },
      ]);
      return {
        ...outcome,
        kind: 'task.created',
        changes: [...outcome.changes, ...(card ? [{ type: 'task' as const, id, fields: card }] : [])],
        taskIds: [item.taskId, id],
      };
    });
  }

  /** The owner and the deadline of a step that becomes a task; one that is begun gets both. */
  private async promiseOf(tx: EntityManager, item: ChecklistItem, columnClass: ColumnClass, viewer: Viewer, board: LockedBoard) {
    const own: { ownerId: string | null; deadline: Deadline | null } = {
      ownerId: item.ownerId,
      deadline: item.dueOn === null ? null : { on: item.dueOn, time: null, zone: board.zone },
    };
    if (columnClass === 'active') {
      const personId = item.ownerId ?? viewer.personId;
      const calendar = (await calendarsOf(tx, [personId])).get(personId) ?? assumedCalendar(board.zone);
      const begun = begunBy(personId, calendar, board.now, board.zone);
      own.ownerId ??= begun.ownerId;
      own.deadline ??= begun.deadline;
    }
    const { ownerId, deadline } = own;
    if (!deadline) return { ownerId };
    const { on, time, zone } = deadline;
    return { ownerId, dueOn: on, dueTime: time, dueZone: zone, dueAt: new Date(boundOf(deadline)), dueSetById: viewer.personId };
  }

  private taken(item: ChecklistItem, board: LockedBoard): RowChange {
    return { table: 'checklist_item', id: item.id, before: { deletedAt: null }, after: { deletedAt: board.now } };
  }

  private async openItem(tx: EntityManager, id: string): Promise<ChecklistItem> {
    const item = await findOrThrow(tx, ChecklistItem, id);
    if (item.deletedAt) throw new Refusal('NOT_FOUND', { reason: 'This item was deleted meanwhile.' });
    return item;
  }

  private async edited(tx: EntityManager, taskId: string, undo: RowChange[]): Promise<Outcome> {
    return { kind: 'checklist.edited', changes: await countItems(tx, [taskId]), undo, taskIds: [taskId] };
  }
}
