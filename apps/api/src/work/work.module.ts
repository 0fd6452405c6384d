import { Injectable, Module } from '@nestjs/common';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { type BoardPerson, type MyTask, type WorkspaceRole, type WorkspaceSchedule, may } from '@baton/domain';
import { DataSource } from 'typeorm';
import { cardColumns } from '../board/snapshot';
import { select } from '../platform/database/database';
import { CurrentViewer, type Viewer } from '../platform/graphql/context';
import { JsonScalar } from '../platform/graphql/scalars';
import { MoveReader } from '../task/move.reader';
import { TaskModule } from '../task/task.module';
import { Access } from '../workspace/access';

const most = 500;
const mostScheduled = 2_000;

/** What concerns one person, across the boards that they may read now. */
@Injectable()
export class WorkService {
  constructor(
    private readonly db: DataSource,
    private readonly access: Access,
    private readonly moves: MoveReader,
  ) {}

  /** Open tasks that are the caller's move, their own, wait for others on their behalf, or that they follow; soonest first, at most 500. */
  async mine(viewer: Viewer, workspaceId: string): Promise<MyTask[]> {
    await this.access.requireInWorkspace(this.db, viewer, 'workspace.read', workspaceId);
    await this.moves.settleOffers(workspaceId);
    return select<MyTask>(
      this.db,
      `select t.id, b.id as "boardId", b.key as "boardKey", b.name as "boardName", b.zone as "boardZone", t.number, t.title,
         c.name as "columnName", c.class as "columnClass", t.owner_id as "ownerId", o.name as "ownerName", t.requester_id as "requesterId",
         t.due_on::text as "dueOn", t.due_time as "dueTime", t.due_zone as "dueZone", t.due_at as "dueAt", t.revisit_on::text as "revisitOn",
         t.move_kind as "moveKind", t.move_person_id as "movePersonId", p.name as "movePersonName", t.move_what as "moveWhat", t.move_by as "moveBy",
         t.counter, t.due_set_by_id as "dueSetById", t.follower_ids @> array[$2]::uuid[] as follows
       from task t
       join board b on b.id = t.board_id and b.archived_at is null
       join board_column c on c.id = t.column_id and c.archived_at is null and c.deleted_at is null and c.class in ('queued', 'active')
       join membership m on m.workspace_id = b.workspace_id and m.person_id = $2
       left join person p on p.id = t.move_person_id
       left join person o on o.id = t.owner_id
       where b.workspace_id = $1 and t.archived_at is null and t.deleted_at is null and t.done_at is null
         and (m.role <> 'guest' or exists (select 1 from board_guest g where g.board_id = b.id and g.person_id = $2))
         and (t.move_person_id = $2 or t.owner_id = $2 or (t.requester_id = $2 and t.owner_id is not null) or t.due_set_by_id = $2 and t.counter is not null
              or t.follower_ids @> array[$2]::uuid[])
       order by t.move_by nulls last, t.due_at nulls last, b.key, t.number limit ${most}`,
      [workspaceId, viewer.personId],
    );
  }

  /** Open tasks with a deadline on every board that the caller may read, soonest first, at most 2,000. */
  async schedule(viewer: Viewer, workspaceId: string): Promise<WorkspaceSchedule> {
    await this.access.requireInWorkspace(this.db, viewer, 'workspace.read', workspaceId);
    const boards = await select<{ id: string; key: string; name: string; zone: string; role: WorkspaceRole }>(
      this.db,
      `select b.id, b.key, b.name, b.zone, case when m.role = 'guest' then g.role else m.role end as role from board b
       join membership m on m.workspace_id = b.workspace_id and m.person_id = $2
       left join board_guest g on g.board_id = b.id and g.person_id = $2
       where b.workspace_id = $1 and b.archived_at is null and (m.role <> 'guest' or g.role is not null) order by b.name, b.id`,
      [workspaceId, viewer.personId],
    );
    const ids = boards.map(({ id }) => id);
    const cards = await select<WorkspaceSchedule['cards'][number]>(
      this.db,
      `select t.board_id as "boardId", ${cardColumns} from task t
       join board_column c on c.id = t.column_id and c.archived_at is null and c.deleted_at is null and c.class in ('queued', 'active')
       where t.board_id = any($1) and t.due_on is not null and t.done_at is null and t.archived_at is null and t.deleted_at is null
       order by t.due_at, t.id limit ${mostScheduled}`,
      [ids],
    );
    const people = await select<BoardPerson>(
      this.db,
      `select p.id, p.name, coalesce(m.role, 'guest') as role, p.zone, p.calendar, p.status, p.placeholder, m.role is null as removed,
         (select nullif(w.quiet_days, '[]'::jsonb) from workspace w where w.id = $1) as "quietDays"
       from person p left join membership m on m.person_id = p.id and m.workspace_id = $1 where p.id = any($2) order by p.name, p.id`,
      [workspaceId, [...new Set(cards.flatMap((card) => card.ownerId ?? []))]],
    );
    return {
      boards: boards.map(({ role, ...board }) => ({ ...board, canEdit: may({ personId: viewer.personId, role }, 'task.edit') })),
      people,
      cards,
    };
  }
}

@Resolver()
export class WorkResolver {
  constructor(private readonly work: WorkService) {}

  @Query(() => JsonScalar, { description: 'MyTask[] of libs/domain: what is your move, your own, or waited for, across boards.' })
  myWork(@CurrentViewer() viewer: Viewer, @Args('workspaceId', { type: () => ID }) workspaceId: string) {
    return this.work.mine(viewer, workspaceId);
  }

  @Query(() => JsonScalar, { description: 'WorkspaceSchedule of libs/domain: deadlines of all boards.' })
  workspaceSchedule(@CurrentViewer() viewer: Viewer, @Args('workspaceId', { type: () => ID }) workspaceId: string) {
    return this.work.schedule(viewer, workspaceId);
  }
}

@Module({ imports: [TaskModule], providers: [WorkService, WorkResolver], exports: [WorkService] })
export class WorkModule {}
