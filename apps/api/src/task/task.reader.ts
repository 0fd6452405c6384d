import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
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

@ObjectType({ description: 'What a key means, for a link to it.' })
export class TaskName {
  @Field({ description: 'As it was asked for.' }) key!: string;
  @Field({ description: 'What it is called now.' }) current!: string;
  @Field() title!: string;
  @Field() done!: boolean;
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
const mostNames = 100;

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

  /** The tasks of these keys that the caller may read, by their present names. Keys that mean nothing to the caller are left out. */
  async names(viewer: Viewer, workspaceId: string, keys: readonly string[]): Promise<TaskName[]> {
    await this.access.requireInWorkspace(this.db, viewer, 'workspace.read', workspaceId);
    const asked = [...new Set(keys)].filter((key) => /^[A-Z][A-Z0-9]{1,7}-\d{1,7}$/.test(key)).slice(0, mostNames);
    return select(
      this.db,
      `with asked as (select key, split_part(key, '-', 1) as board, split_part(key, '-', 2)::int as number from unnest($3::text[]) as key),
       found as (
         select a.key, t.id, 1 as nth from asked a join board b on b.workspace_id = $1 and b.key = a.board
         join task t on t.board_id = b.id and t.number = a.number
         union all select a.key, f.task_id, 2 from asked a join former_task_key f on f.workspace_id = $1 and f.key = a.key)
       select distinct on (f.key) f.key, b.key || '-' || t.number as current, t.title, t.done_at is not null as done
       from found f join task t on t.id = f.id and t.deleted_at is null join board b on b.id = t.board_id
       join membership m on m.workspace_id = b.workspace_id and m.person_id = $2
       left join board_guest g on g.board_id = b.id and g.person_id = $2
       where m.role <> 'guest' or g.role is not null order by f.key, f.nth`,
      [workspaceId, viewer.personId, asked],
    );
  }

  async checklists(taskId: string): Promise<Checklist[]> {
    const lists = await this.db.manager.find(Checklist, { where: { taskId, deletedAt: IsNull() }, order: { rank: 'ASC' } });
    const items = await this.db.manager.find(ChecklistItem, { where: { taskId, deletedAt: IsNull() }, order: { rank: 'ASC' } });
    return lists.map((list) => Object.assign(list, { items: items.filter((item) => item.checklistId === list.id) }));
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
