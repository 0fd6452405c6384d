import { Injectable } from '@nestjs/common';
import { type Action, type Actor, type GuestRole, Refusal, type WorkspaceRole, may } from '@baton/domain';
import { DataSource } from 'typeorm';
import { select } from '../platform/database/database';
import { Readership } from '../platform/events/live';
import type { Viewer } from '../platform/graphql/context';
import type { Sql } from '../platform/sql';

/** Actions that ask nothing about their subject. */
export type PlainAction = Exclude<
  Action,
  'member.setRole' | 'member.remove' | 'comment.edit' | 'comment.delete' | 'emoji.remove' | 'file.edit'
>;

/** A board as far as access needs it. */
export interface ReachedBoard {
  id: string;
  workspaceId: string;
  key: string;
  zone: string;
  actor: Actor;
}

/** Which board a command is about, told by the row that it targets, never by an id beside it. */
export type BoardTarget =
  | { boardId: string }
  | { workspaceId: string; key: string }
  | { columnId: string }
  | { labelId: string }
  | { taskId: string }
  | { checklistId: string }
  | { itemId: string }
  | { commentId: string }
  | { askId: string }
  | { urgentId: string }
  | { decisionId: string }
  | { fileId: string }
  | { checkInId: string }
  | { statusId: string };

const boardOf: Record<string, string> = {
  boardId: '$2::uuid',
  workspaceId: '(select id from board where workspace_id = $2 and key = $3)',
  columnId: '(select board_id from board_column where id = $2)',
  labelId: '(select board_id from label where id = $2)',
  taskId: '(select board_id from task where id = $2)',
  checklistId: '(select t.board_id from checklist c join task t on t.id = c.task_id where c.id = $2)',
  commentId: '(select t.board_id from comment c join task t on t.id = c.task_id where c.id = $2)',
  fileId: '(select t.board_id from attachment f join task t on t.id = f.task_id where f.id = $2)',
  askId: '(select t.board_id from ask a join task t on t.id = a.task_id where a.id = $2)',
  urgentId: '(select board_id from urgent where id = $2)',
  checkInId: '(select board_id from check_in where id = $2)',
  decisionId: '(select board_id from decision where id = $2)',
  statusId: '(select board_id from status_update where id = $2)',
  itemId: '(select t.board_id from checklist_item i join task t on t.id = i.task_id where i.id = $2)',
};

/** The role on one board: a guest has the one that the board gives, everybody else the workspace's. */
const roleOnBoard = (role: WorkspaceRole | null, guestRole: GuestRole | null): WorkspaceRole | null =>
  role === 'guest' ? guestRole : role;

/** The only place that asks who may do what: loads the caller's role and asks the table in libs/domain. Fails closed. */
@Injectable()
export class Access extends Readership {
  constructor(private readonly db: DataSource) {
    super();
  }

  /** Refuses NOT_FOUND to outsiders, FORBIDDEN to insiders who may not. */
  async requireInWorkspace(sql: Sql, viewer: Viewer, action: PlainAction, workspaceId: string): Promise<Actor> {
    const actor = await this.actorIn(sql, viewer, workspaceId);
    this.decide(actor, may(actor, action));
    return actor;
  }

  /** The caller seen from a workspace. */
  async actorIn(sql: Sql, viewer: Viewer, workspaceId: string): Promise<Actor> {
    const [row] = await select<{ role: WorkspaceRole }>(sql, 'select role from membership where workspace_id = $1 and person_id = $2', [
      workspaceId,
      viewer.personId,
    ]);
    return { personId: viewer.personId, role: row?.role ?? null };
  }

  /** Finds the board of the target row and requires the action there; one statement. */
  async requireOnBoard(sql: Sql, viewer: Viewer, action: PlainAction, target: BoardTarget): Promise<ReachedBoard> {
    const [kind] = Object.keys(target);
    const ids: string[] = Object.values(target);
    const [row] = await select<{
      id: string;
      workspace_id: string;
      key: string;
      zone: string;
      role: WorkspaceRole | null;
      guest_role: GuestRole | null;
    }>(
      sql,
      `select b.id, b.workspace_id, b.key, b.zone, m.role, g.role as guest_role
       from board b
       left join membership m on m.workspace_id = b.workspace_id and m.person_id = $1
       left join board_guest g on g.board_id = b.id and g.person_id = $1
       where b.id = ${boardOf[kind ?? ''] ?? 'null'}`,
      [viewer.personId, ...ids],
    );
    const actor: Actor = { personId: viewer.personId, role: row ? roleOnBoard(row.role, row.guest_role) : null };
    if (!row) throw new Refusal('NOT_FOUND');
    this.decide(actor, may(actor, action));
    return { id: row.id, workspaceId: row.workspace_id, key: row.key, zone: row.zone, actor };
  }

  /** Throws unless allowed: NOT_FOUND to an outsider, who may not know, FORBIDDEN to an insider. */
  decide(actor: Actor, allowed: boolean) {
    if (!allowed) throw new Refusal(actor.role === null ? 'NOT_FOUND' : 'FORBIDDEN');
  }

  /** Of these people, those who may read the board now. */
  async readersOf(boardId: string, personIds: string[]): Promise<Set<string>> {
    const rows = await select<{ person_id: string }>(
      this.db,
      `select m.person_id from board b
       join membership m on m.workspace_id = b.workspace_id and m.person_id = any($2)
       left join board_guest g on g.board_id = b.id and g.person_id = m.person_id
       where b.id = $1 and (m.role <> 'guest' or g.role is not null)`,
      [boardId, personIds],
    );
    return new Set(rows.map((row) => row.person_id));
  }
}
