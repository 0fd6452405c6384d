import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Injectable } from '@nestjs/common';
import { limits, Refusal, taskKey } from '@baton/domain';
import { DataSource, IsNull } from 'typeorm';
import { Clock, daysAfter } from '../platform/clock';
import { select } from '../platform/database/database';
import { Event } from '../platform/events/event.entity';
import type { Viewer } from '../platform/graphql/context';
import { Jobs } from '../platform/jobs/jobs';
import { Access } from '../workspace/access';
import { Checklist, ChecklistItem } from './checklist.entity';
import { Task } from './task.entity';

@ObjectType()
export class HistoryEntry {
  @Field(() => Int) seq!: number;
  @Field() at!: Date;
  @Field(() => ID) actorId!: string;
  @Field() kind!: string;
  @Field(() => [String]) fields!: string[];
  @Field(() => ID) commandId!: string;
  @Field(() => String, { nullable: true, description: 'The reason that was given.' }) why!: string | null;
}

@ObjectType()
export class Attachment {
  @Field(() => ID) id!: string;
  @Field() name!: string;
  @Field({ description: 'http or https only.' }) url!: string;
  @Field(() => Float, { nullable: true }) bytes!: number | null;
  @Field({ description: 'The file itself stayed at the tool that it came from.' }) stayedAtSource!: boolean;
  @Field() createdAt!: Date;
}

@ObjectType()
export class ArchivedTask {
  @Field(() => ID) id!: string;
  @Field() key!: string;
  @Field() title!: string;
  @Field() columnName!: string;
  @Field() at!: Date;
}

@ObjectType()
export class ArchivedColumn {
  @Field(() => ID) id!: string;
  @Field() name!: string;
  @Field(() => Int) tasks!: number;
  @Field() at!: Date;
}

@ObjectType()
export class Archive {
  @Field(() => [ArchivedTask]) tasks!: ArchivedTask[];
  @Field(() => [ArchivedColumn]) columns!: ArchivedColumn[];
}

const historyLength = 50;

@Injectable()
export class TaskReader {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly access: Access,
    jobs: Jobs,
  ) {
    jobs.register({ name: 'trash:empty', cron: '41 2 * * *', run: () => this.emptyTrash() });
  }

  /** One task, with its board's key. Its lists come from `parts`. */
  async one(viewer: Viewer, id: string): Promise<Task> {
    const board = await this.access.requireOnBoard(this.db, viewer, 'board.read', { taskId: id });
    const task = await this.db.manager.findOneByOrFail(Task, { id });
    return Object.assign(task, { boardKey: board.key, key: taskKey(board.key, task.number) });
  }

  /** The task that a key means now, also when it moved to another board or the board's key changed since. */
  async byKey(viewer: Viewer, workspaceId: string, key: string): Promise<Task> {
    const [, boardKey = '', number = '0'] = /^([A-Z][A-Z0-9]*)-(\d{1,9})$/.exec(key.trim().toUpperCase()) ?? [];
    await this.access.requireInWorkspace(this.db, viewer, 'workspace.read', workspaceId);
    const [row] = await select<{ id: string }>(
      this.db,
      `select id from (
         select t.id, 1 as nth from task t join board b on b.id = t.board_id where b.workspace_id = $1 and b.key = $2 and t.number = $3
         union all select task_id, 2 from former_task_key where workspace_id = $1 and key = $2 || '-' || $3) found order by nth limit 1`,
      [workspaceId, boardKey, Number(number)],
    );
    if (!row) throw new Refusal('NOT_FOUND');
    return this.one(viewer, row.id);
  }

  async checklists(taskId: string): Promise<Checklist[]> {
    const lists = await this.db.manager.find(Checklist, { where: { taskId, deletedAt: IsNull() }, order: { rank: 'ASC' } });
    const items = await this.db.manager.find(ChecklistItem, { where: { taskId, deletedAt: IsNull() }, order: { rank: 'ASC' } });
    return lists.map((list) => Object.assign(list, { items: items.filter((item) => item.checklistId === list.id) }));
  }

  attachments(taskId: string): Promise<Attachment[]> {
    return select(
      this.db,
      `select id, name, url, bytes::float8 as bytes, stayed_at_source as "stayedAtSource", created_at as "createdAt"
       from attachment where task_id = $1 order by created_at, id`,
      [taskId],
    );
  }

  /** Who did what to the task, newest first. */
  async history(task: Task): Promise<HistoryEntry[]> {
    const events = await this.db.manager
      .createQueryBuilder(Event, 'e')
      .where('e.boardId = :boardId and e.taskIds @> array[:id]::uuid[]', { boardId: task.boardId, id: task.id })
      .orderBy('e.seq', 'DESC')
      .limit(historyLength)
      .getMany();
    return events.map((event) => ({
      seq: event.seq,
      at: event.at,
      actorId: event.actorId,
      kind: event.kind,
      commandId: event.commandId,
      why: event.changes.flatMap((c) => (c.type === 'detail' && c.id === task.id && c.fields.text) || [])[0] ?? null,
      fields: [
        ...new Set(
          event.changes.filter(({ id }) => id === task.id).flatMap((c) => (c.type === 'detail' ? [c.fields.what] : Object.keys(c.fields))),
        ),
      ],
    }));
  }

  /** What was archived, newest first. */
  async archive(viewer: Viewer, boardId: string): Promise<Archive> {
    const { key } = await this.access.requireOnBoard(this.db, viewer, 'board.read', { boardId });
    const tasks = await this.putAway(boardId, key, 't.archived_at is not null and t.deleted_at is null', 'archived_at');
    const columns = await select<ArchivedColumn>(
      this.db,
      `select c.id, c.name, c.archived_at as at, (select count(*)::int from task t where t.column_id = c.id and t.deleted_at is null) as tasks
       from board_column c where c.board_id = $1 and c.archived_at is not null and c.deleted_at is null order by c.archived_at desc`,
      [boardId],
    );
    return { tasks, columns };
  }

  /** What was deleted in the last 30 days, newest first. Older ones are gone from here before the nightly job takes them. */
  async trash(viewer: Viewer, boardId: string): Promise<ArchivedTask[]> {
    const { key } = await this.access.requireOnBoard(this.db, viewer, 'board.read', { boardId });
    return this.putAway(boardId, key, 't.deleted_at > $3', 'deleted_at', [daysAfter(this.clock.now(), -limits.trashDays)]);
  }

  private putAway(
    boardId: string,
    key: string,
    which: string,
    at: 'archived_at' | 'deleted_at',
    more: unknown[] = [],
  ): Promise<ArchivedTask[]> {
    return select(
      this.db,
      `select t.id, $2 || '-' || t.number as key, t.title, c.name as "columnName", t.${at} as at
       from task t join board_column c on c.id = t.column_id where t.board_id = $1 and ${which} order by t.${at} desc, t.number limit 500`,
      [boardId, key, ...more],
    );
  }

  private async emptyTrash() {
    await this.db.query('delete from task where deleted_at < $1', [daysAfter(this.clock.now(), -limits.trashDays)]);
  }
}
