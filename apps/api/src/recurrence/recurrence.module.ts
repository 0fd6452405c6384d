import { createHash, randomUUID } from 'node:crypto';
import { Injectable, Module } from '@nestjs/common';
import {
  type Card,
  type Change,
  type ColumnClass,
  type Rank,
  type Repeat,
  assumedCalendar,
  boundOf,
  dayAt,
  endOfNthWorkingDay,
  localDay,
  rankBetween,
} from '@baton/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { calendarsOf } from '../account/calendars';
import { cardsSql } from '../board/snapshot';
import { copyFiles } from '../file/place';
import { Clock } from '../platform/clock';
import { select } from '../platform/database/database';
import { nextSeq, record } from '../platform/events/log';
import { Jobs } from '../platform/jobs/jobs';
import { Task } from '../task/task.entity';
import { lastOccurrence } from './occurrences';

interface Repeating {
  id: string;
  board_id: string;
  workspace_id: string;
  zone: string;
  repeat: Repeat;
  due_on: string | null;
  owner_id: string | null;
  created_on: Date;
  done_at: Date | null;
}

/** A command id that is the same whenever the same occurrence is made, so that it is made once. */
const idOf = (taskId: string, day: string) => {
  const hex = createHash('sha256').update(`${taskId} ${day}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** Makes tasks come again: each occurrence once, and after a standstill only the last one that was missed. */
@Injectable()
export class RecurrenceService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    jobs: Jobs,
  ) {
    jobs.register({ name: 'task:recur', cron: '* * * * *', run: () => this.run().then(() => undefined) });
  }

  /** Makes what is due now; answers how many tasks it made. */
  async run(): Promise<number> {
    const rows = await select<Repeating>(
      this.db,
      `select t.id, t.board_id, t.workspace_id, b.zone, t.repeat, t.due_on::text, t.owner_id, t.created_at as created_on, t.done_at
       from task t join board b on b.id = t.board_id
       where t.repeat is not null and t.archived_at is null and t.deleted_at is null and b.archived_at is null order by t.id`,
    );
    let made = 0;
    for (const row of rows) {
      const day = await this.dueDay(row);
      if (day && (await this.db.transaction((tx) => this.again(tx, row, day)))) made += 1;
    }
    return made;
  }

  /** The day of the occurrence that is to be made by now, in the board's zone; null for none yet. */
  private async dueDay({ repeat, zone, due_on, owner_id, created_on, done_at }: Repeating): Promise<string | null> {
    const now = this.clock.now().getTime();
    const today = dayAt(zone, now);
    if (repeat.kind === 'schedule') return lastOccurrence(repeat, due_on ?? dayAt(zone, created_on.getTime()), today, zone);
    if (!done_at) return null;
    const calendar = (owner_id && (await calendarsOf(this.db, [owner_id])).get(owner_id)) || assumedCalendar(zone);
    const end = endOfNthWorkingDay(calendar, done_at.getTime(), repeat.workingDays);
    const day = end === null ? null : localDay(calendar, end - 1);
    return day !== null && day <= today ? day : null;
  }

  /** A fresh copy for the day, which carries the repetition on; false when somebody else made it meanwhile. */
  private async again(tx: EntityManager, row: Repeating, day: string): Promise<boolean> {
    const { seq, firstNumber } = await nextSeq(tx, row.board_id, 1);
    const task = await tx.findOneBy(Task, { id: row.id });
    if (!task?.repeat || task.deletedAt || task.archivedAt || JSON.stringify(task.repeat) !== JSON.stringify(row.repeat)) return false;
    const place = await this.placeFor(tx, task);
    if (!place) return false;
    const now = this.clock.now();
    const actorId = task.ownerId ?? task.requesterId ?? task.createdById ?? (await this.anybody(tx, task.workspaceId));
    const id = randomUUID();
    const deadline = { on: day, time: task.dueTime, zone: task.dueZone ?? row.zone };
    await tx.insert(Task, {
      id,
      workspaceId: task.workspaceId,
      boardId: task.boardId,
      number: firstNumber,
      columnId: place.columnId,
      rank: place.rank,
      title: task.title,
      description: task.description,
      ownerId: place.class === 'active' ? actorId : task.ownerId,
      helperIds: task.helperIds,
      labelIds: task.labelIds,
      followerIds: task.followerIds,
      nextStep: task.nextStep,
      requesterId: task.requesterId,
      repeat: task.repeat,
      dueOn: deadline.on,
      dueTime: deadline.time,
      dueZone: deadline.zone,
      dueAt: new Date(boundOf(deadline)),
      dueSetById: task.dueSetById,
      createdById: task.createdById,
      createdAt: now,
    });
    await this.copyChecklists(tx, task.id, id);
    await tx.update(Task, id, { description: await copyFiles(tx, task.id, id, task.description) });
    await tx.update(Task, task.id, { repeat: null });
    const [card] = await select<Card>(tx, cardsSql, [[id]]);
    const changes: Change[] = [
      { type: 'task', id: task.id, fields: { repeat: null } },
      { type: 'task', id, fields: card ?? {} },
    ];
    const facts = { boardId: task.boardId, workspaceId: task.workspaceId, seq, at: now, actorId, commandHash: '' };
    await record(tx, { ...facts, kind: 'task.recurred', commandId: idOf(task.id, day), changes, taskIds: [task.id, id] });
    return true;
  }

  /** The end of the first column in which things wait, else of the first in which they are worked on. */
  private async placeFor(tx: EntityManager, task: Task): Promise<{ columnId: string; class: ColumnClass; rank: Rank } | null> {
    const [column] = await select<{ id: string; class: ColumnClass; last: Rank | null }>(
      tx,
      `select c.id, c.class, (select max(rank) from task where column_id = c.id) as last from board_column c
       where c.board_id = $1 and c.archived_at is null and c.deleted_at is null and c.class in ('queued', 'active')
       order by c.class = 'active', c.rank limit 1`,
      [task.boardId],
    );
    return column ? { columnId: column.id, class: column.class, rank: rankBetween(column.last, null) } : null;
  }

  private async copyChecklists(tx: EntityManager, fromId: string, toId: string) {
    await tx.query(
      `with lists as (
         select id, gen_random_uuid() as copy, workspace_id, name, rank from checklist where task_id = $1 and deleted_at is null),
       made as (
         insert into checklist (id, workspace_id, task_id, name, rank) select copy, workspace_id, $2, name, rank from lists returning id)
       insert into checklist_item (id, workspace_id, task_id, checklist_id, title, rank, owner_id)
       select gen_random_uuid(), i.workspace_id, $2, l.copy, i.title, i.rank, i.owner_id
       from checklist_item i join lists l on l.id = i.checklist_id where i.deleted_at is null and (select count(*) from made) >= 0`,
      [fromId, toId],
    );
    await tx.query(
      `update task set checklist_total = (select count(*) from checklist_item where task_id = $1 and deleted_at is null) where id = $1`,
      [toId],
    );
  }

  private async anybody(tx: EntityManager, workspaceId: string): Promise<string> {
    const [row] = await select<{ person_id: string }>(
      tx,
      `select person_id from membership where workspace_id = $1 order by role = 'owner' desc, joined_at limit 1`,
      [workspaceId],
    );
    return row?.person_id ?? '';
  }
}

@Module({ providers: [RecurrenceService], exports: [RecurrenceService] })
export class RecurrenceModule {}
