import { Injectable } from '@nestjs/common';
import {
  type BoardSnapshot,
  type Change,
  type ColumnClass,
  type ColumnRow,
  type Rota,
  type GuestRole,
  type Rank,
  Refusal,
  type Sprint,
  type WorkspaceRole,
  boardKeyPattern,
  isDay,
  limits,
  proposeBoardKey,
  ranksBetween,
} from '@baton/domain';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock';
import { select } from '../platform/database/database';
import { Event } from '../platform/events/event.entity';
import { eventsAfter, nextSeq, record } from '../platform/events/log';
import type { Viewer } from '../platform/graphql/context';
import { requireNorms, requireText, requireZone } from '../platform/text';
import { Access } from '../workspace/access';
import { Board } from './board.entity';
import type { CreateBoardInput, EditBoardInput } from './board.inputs';
import { BoardColumn } from './column.entity';
import { Commands } from './command';
import { snapshotSql } from './snapshot';

/** What a new board starts with. */
const firstColumns: readonly (readonly [string, ColumnClass])[] = [
  ['To do', 'queued'],
  ['Doing', 'active'],
  ['Done', 'done'],
];

@Injectable()
export class BoardService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly commands: Commands,
  ) {}

  /** The boards that the caller may see, in the order of their own sidebar; new ones come last. */
  async list(viewer: Viewer, workspaceId: string): Promise<Board[]> {
    const actor = await this.access.requireInWorkspace(this.db, viewer, 'workspace.read', workspaceId);
    const rows = await select<Omit<Board, 'myRole' | 'place'> & { place: string | null; guestRole: GuestRole | null }>(
      this.db,
      `select b.id, b.workspace_id as "workspaceId", b.name, b.key, b.zone, b.archived_at as "archivedAt", b.created_at as "createdAt",
         b.seq, b.next_number as "nextNumber", coalesce(p.starred, false) as starred, p.rank as place, g.role as "guestRole"
       from board b
       left join board_place p on p.board_id = b.id and p.person_id = $2
       left join board_guest g on g.board_id = b.id and g.person_id = $2
       where b.workspace_id = $1 and ($3 or g.role is not null)
       order by p.rank nulls last, b.created_at, b.id`,
      [workspaceId, viewer.personId, actor.role !== 'guest'],
    );
    const role = (guestRole: GuestRole | null): WorkspaceRole => (actor.role === 'guest' ? guestRole : actor.role) ?? 'viewer';
    return rows.map(({ guestRole, place, ...row }) => Object.assign(new Board(), row, { place: place ?? '', myRole: role(guestRole) }));
  }

  /** One board as the caller's sidebar shows it. */
  async one(viewer: Viewer, boardId: string): Promise<Board> {
    const { workspaceId } = await this.access.requireOnBoard(this.db, viewer, 'board.read', { boardId });
    const board = (await this.list(viewer, workspaceId)).find(({ id }) => id === boardId);
    if (!board) throw new Refusal('NOT_FOUND');
    return board;
  }

  /** The whole board, in two statements: who may, and what is there. */
  async snapshot(viewer: Viewer, workspaceId: string, key: string): Promise<BoardSnapshot> {
    const reached = await this.access.requireOnBoard(this.db, viewer, 'board.read', { workspaceId, key });
    const [row] = await select<Omit<BoardSnapshot, 'myRole'>>(this.db, snapshotSql, [reached.id]);
    if (!row) throw new Refusal('NOT_FOUND');
    return { ...row, myRole: reached.actor.role ?? 'viewer' };
  }

  /** The board's events after a number, oldest first, at most 500. */
  async events(viewer: Viewer, boardId: string, afterSeq: number): Promise<Event[]> {
    await this.access.requireOnBoard(this.db, viewer, 'board.read', { boardId });
    return eventsAfter(this.db.manager, boardId, afterSeq);
  }

  /** Makes a board with three columns; sent again with the same command id it answers the first one. */
  async create(viewer: Viewer, input: CreateBoardInput): Promise<Board> {
    const id = await this.db.transaction(async (tx) => {
      await this.access.requireInWorkspace(tx, viewer, 'board.create', input.workspaceId);
      const [first] = await select<{ board_id: string }>(
        tx,
        `select board_id from event where command_id = $1 and actor_id = $2 and kind = 'board.created'`,
        [input.commandId, viewer.personId],
      );
      if (first) return first.board_id;
      const ranks = ranksBetween(null, null, firstColumns.length);
      const columns = firstColumns.map(([name, columnClass], i) => ({
        id: randomUUID(),
        name,
        class: columnClass,
        wipLimit: null,
        rank: ranks[i] as Rank,
        archivedAt: null,
        deletedAt: null,
      }));
      return this.insert(tx, viewer, input, columns);
    });
    return this.one(viewer, id);
  }

  /** Inserts an empty board and the first event of its log; for create, examples and imports, inside their transaction. */
  async insert(tx: EntityManager, viewer: Viewer, input: CreateBoardInput, columns: ColumnRow[] = []): Promise<string> {
    const { workspaceId, commandId } = input;
    // Two boards made at once must not propose the same key.
    await tx.query('select 1 from workspace where id = $1 for no key update', [workspaceId]);
    const name = requireText(input.name, 'a name for the board', limits.name);
    const taken = new Set(
      (await select<{ key: string }>(tx, 'select key from board where workspace_id = $1', [workspaceId])).map((b) => b.key),
    );
    const key = input.key ? this.requireKey(input.key, taken) : proposeBoardKey(name, taken);
    const [creator] = await select<{ zone: string }>(tx, 'select zone from person where id = $1', [viewer.personId]);
    const zone = input.zone ? requireZone(input.zone) : (creator?.zone ?? 'UTC');
    const now = this.clock.now();
    const board = await tx.save(
      tx.create(Board, { workspaceId, name, key, zone, seq: 0, nextNumber: 1, archivedAt: null, createdAt: now }),
    );
    if (columns.length > 0)
      await tx.insert(
        BoardColumn,
        columns.map((column) => ({ ...column, workspaceId, boardId: board.id })),
      );
    const { seq } = await nextSeq(tx, board.id);
    const facts = { boardId: board.id, workspaceId, seq, at: now, actorId: viewer.personId, commandId, commandHash: '' };
    const changes = columns.map((fields): Change => ({ type: 'column', id: fields.id, fields }));
    await record(tx, { ...facts, kind: 'board.created', changes, resync: true });
    return board.id;
  }

  /** Renames the board, changes its key (old task addresses keep working) or its zone. */
  edit(viewer: Viewer, input: EditBoardInput): Promise<Event> {
    const request = { commandId: input.commandId, action: 'board.edit', target: { boardId: input.boardId }, input } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const before = await tx.findOneByOrFail(Board, { id: board.id });
      const after: Partial<Pick<Board, 'name' | 'key' | 'zone' | 'norms' | 'triageId' | 'sprint' | 'rota'>> = {};
      if (input.name != null) after.name = requireText(input.name, 'a name for the board', limits.name);
      if (input.zone != null) after.zone = requireZone(input.zone);
      if (input.norms !== undefined) after.norms = requireNorms(input.norms);
      if (input.triageId !== undefined) after.triageId = await this.requireTriage(tx, board.workspaceId, input.triageId);
      if (input.sprint !== undefined) after.sprint = this.requireSprint(input.sprint);
      if (input.rota !== undefined) after.rota = await this.requireRota(tx, board.workspaceId, input.rota);
      if (input.key != null && input.key !== before.key) {
        const others = await select<{ key: string }>(tx, 'select key from board where workspace_id = $1 and id <> $2', [
          board.workspaceId,
          board.id,
        ]);
        after.key = this.requireKey(input.key, new Set(others.map((b) => b.key)));
        await tx.query(
          `insert into former_task_key (workspace_id, key, task_id) select $1, $2 || '-' || number, id from task where board_id = $3
           on conflict (workspace_id, key) do update set task_id = excluded.task_id`,
          [board.workspaceId, before.key, board.id],
        );
      }
      if (Object.keys(after).length > 0) await tx.update(Board, board.id, after);
      const { name, key, zone, norms, triageId, sprint, rota } = before;
      const known = { name, key, zone, norms, triageId, sprint, rota };
      const was = Object.fromEntries(Object.keys(after).map((field) => [field, known[field as keyof typeof known]]));
      return {
        kind: 'board.edited',
        changes: [{ type: 'board', id: board.id, fields: after }],
        undo: [{ table: 'board', id: board.id, before: was, after }],
      };
    });
  }

  archive(viewer: Viewer, boardId: string, commandId: string, archived: boolean): Promise<Event> {
    const request = { commandId, action: 'board.archive', target: { boardId }, input: { boardId, archived } } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const { archivedAt } = await tx.findOneByOrFail(Board, { id: board.id });
      const next = archived ? board.now : null;
      await tx.update(Board, board.id, { archivedAt: next });
      return {
        kind: 'board.edited',
        changes: [{ type: 'board', id: board.id, fields: { archivedAt: next?.toISOString() ?? null } }],
        undo: [{ table: 'board', id: board.id, before: { archivedAt }, after: { archivedAt: next } }],
      };
    });
  }

  async star(viewer: Viewer, boardId: string, starred: boolean): Promise<Board> {
    const { workspaceId } = await this.access.requireOnBoard(this.db, viewer, 'board.star', { boardId });
    await this.db.query(
      `insert into board_place (person_id, board_id, workspace_id, starred) values ($1, $2, $3, $4)
       on conflict (person_id, board_id) do update set starred = excluded.starred`,
      [viewer.personId, boardId, workspaceId, starred],
    );
    return this.one(viewer, boardId);
  }

  /** Puts the board straight after another in the caller's own sidebar, or first. */
  async place(viewer: Viewer, boardId: string, afterBoardId: string | null): Promise<Board> {
    const { workspaceId } = await this.access.requireOnBoard(this.db, viewer, 'board.star', { boardId });
    await this.db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 11))', [viewer.personId]);
      const others = (await this.list(viewer, workspaceId)).filter(({ id }) => id !== boardId);
      const at = others.findIndex(({ id }) => id === afterBoardId);
      if (afterBoardId && at < 0) throw new Refusal('NOT_FOUND');
      const order = others.toSpliced(at + 1, 0, { id: boardId } as Board).map(({ id }) => id);
      await tx.query(
        `insert into board_place (person_id, workspace_id, board_id, rank) select $1, $2, x.id, x.rank from unnest($3::uuid[], $4::text[]) as x(id, rank)
         on conflict (person_id, board_id) do update set rank = excluded.rank`,
        [viewer.personId, workspaceId, order, ranksBetween(null, null, order.length)],
      );
    });
    return this.one(viewer, boardId);
  }

  private async requireTriage(tx: EntityManager, workspaceId: string, personId: string | null): Promise<string | null> {
    if (personId === null) return null;
    const [member] = await select(tx, `select 1 from membership where workspace_id = $1 and person_id = $2 and role <> 'guest'`, [
      workspaceId,
      personId,
    ]);
    if (!member) throw new Refusal('NOT_FOUND', { reason: 'Only a member of the workspace can see to what nobody owns.' });
    return personId;
  }

  private async requireRota(tx: EntityManager, workspaceId: string, rota: Rota | null): Promise<Rota | null> {
    if (rota === null) return null;
    const { personIds, from } = rota;
    if (!isDay(from)) throw new Refusal('BAD_INPUT', { field: 'rota', reason: 'Duty begins on a day.' });
    if (!Array.isArray(personIds) || personIds.length > 20 || new Set(personIds).size < personIds.length)
      throw new Refusal('BAD_INPUT', { field: 'rota', reason: 'Name at most twenty people, each once.' });
    for (const id of personIds) await this.requireTriage(tx, workspaceId, String(id));
    return personIds.length > 0 ? { personIds, from } : null;
  }

  private requireSprint(sprint: Sprint | null): Sprint | null {
    if (sprint === null) return null;
    const { endsOn, weeks } = sprint;
    if (!/^\d{4}-\d{2}-\d{2}$/.test(endsOn) || Number.isNaN(Date.parse(endsOn)) || !Number.isInteger(weeks) || weeks < 1 || weeks > 12)
      throw new Refusal('BAD_INPUT', { field: 'sprint', reason: 'A sprint ends on a day and lasts 1 to 12 weeks.' });
    return { endsOn, weeks };
  }

  private requireKey(given: string, taken: ReadonlySet<string>): string {
    const key = given.trim().toUpperCase();
    if (!boardKeyPattern.test(key))
      throw new Refusal('BAD_INPUT', { field: 'key', reason: 'A key is 2 to 8 letters or digits, a letter first, such as WEB.' });
    if (taken.has(key)) throw new Refusal('KEY_TAKEN', { field: 'key' });
    return key;
  }
}
