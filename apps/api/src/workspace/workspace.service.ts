import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type GuestRole, Refusal, type WorkspaceRole, limits, may } from '@baton/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Person } from '../account/person.entity';
import { AccountService } from '../account/account.service';
import { SessionService } from '../account/session.service';
import { Clock } from '../platform/clock';
import { changed, select } from '../platform/database/database';
import { accessChanged, nextSeq, record } from '../platform/events/log';
import type { Viewer } from '../platform/graphql/context';
import { requireNorms, requireText } from '../platform/text';
import { Access } from './access';
import { BoardGuest, Membership, Workspace } from './workspace.entity';
import type { EditWorkspaceInput, SetUpInput } from './workspace.inputs';

/** Takes the place of a first account while it is being made, so that two first starts cannot both succeed. */
const setUpLock = 20_261_125;

/** Somebody who is no longer a member, and who took them out (themselves, when they left). */
export interface Leaving {
  workspaceId: string;
  personId: string;
  byId: string;
}

@Injectable()
export class WorkspaceService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly accounts: AccountService,
    private readonly sessions: SessionService,
  ) {}

  private readonly leaving: ((tx: EntityManager, leaving: Leaving) => Promise<void>)[] = [];

  /** Called by concept folders while the application is put together: what is to be done, in the same transaction, when somebody leaves. */
  onLeaving(act: (tx: EntityManager, leaving: Leaving) => Promise<void>) {
    this.leaving.push(act);
  }

  /** Whether nobody has an account yet. */
  async setUpNeeded(): Promise<boolean> {
    const [row] = await select<{ needed: boolean }>(
      this.db,
      'select not exists (select 1 from person where password_hash is not null) as needed',
    );
    return row?.needed ?? false;
  }

  /** Makes the first account and its workspace; refused ever after. */
  async setUp(input: SetUpInput): Promise<{ person: Person; token: string }> {
    return this.db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [setUpLock]);
      const [first] = await select(tx, 'select 1 from person where password_hash is not null limit 1');
      if (first) throw new Refusal('ALREADY_SET_UP');
      const person = await this.accounts.create(tx, input.account);
      await this.create(tx, person.id, input.workspaceName);
      return { person, token: await this.sessions.start(tx, person.id) };
    });
  }

  /** Makes a workspace owned by the person. */
  async create(tx: EntityManager, ownerId: string, name: string): Promise<Workspace> {
    const now = this.clock.now();
    const workspace = await tx.save(
      tx.create(Workspace, { name: requireText(name, 'a name for the workspace', limits.name), createdAt: now }),
    );
    await tx.insert(Membership, { workspaceId: workspace.id, personId: ownerId, role: 'owner', joinedAt: now });
    return workspace;
  }

  /** The caller's workspaces, oldest first. */
  async mine(viewer: Viewer): Promise<Workspace[]> {
    const rows = await select<Workspace & { created_at: Date; role: WorkspaceRole }>(
      this.db,
      'select w.id, w.name, w.norms, w.quiet_days as "quietDays", w.language, w.created_at, m.role from workspace w join membership m on m.workspace_id = w.id where m.person_id = $1 order by m.joined_at, w.id',
      [viewer.personId],
    );
    return rows.map(({ role, created_at, ...row }) => ({ ...row, createdAt: created_at, myRole: role }));
  }

  /** Renames the workspace, sets its house rules, the days on which nobody works, or the language of its words. */
  async edit(viewer: Viewer, { workspaceId, name, norms, quietDays, language }: EditWorkspaceInput): Promise<Workspace> {
    const actor = await this.access.requireInWorkspace(this.db, viewer, 'workspace.edit', workspaceId);
    const after = {
      ...(name != null && { name: requireText(name, 'a name for the workspace', limits.name) }),
      ...(norms !== undefined && { norms: requireNorms(norms) }),
      ...(quietDays != null && { quietDays: requireQuietDays(quietDays) }),
      ...(language != null && { language: await this.requireLanguage(language) }),
    };
    if (Object.keys(after).length > 0)
      await this.db.transaction(async (tx) => {
        await tx.update(Workspace, workspaceId, after);
        if ('norms' in after || 'quietDays' in after) await this.tellBoards(tx, viewer, workspaceId);
      });
    const workspace = await this.db.manager.findOneByOrFail(Workspace, { id: workspaceId });
    return Object.assign(workspace, { myRole: actor.role ?? 'viewer' });
  }

  /** A text search configuration that this Postgres has; the stems of the words follow by a trigger, in the same transaction. */
  private async requireLanguage(language: string): Promise<string> {
    const [known] = await select(this.db, 'select 1 from pg_ts_config where cfgname = $1 and pg_ts_config_is_visible(oid)', [language]);
    if (!known) throw new Refusal('BAD_INPUT', { field: 'language', reason: 'Choose a language from the list.' });
    return language;
  }

  /** Every board of the workspace is read anew: its rules, or the days on which people work, are others. */
  private async tellBoards(tx: EntityManager, viewer: Viewer, workspaceId: string) {
    const boards = await select<{ id: string }>(tx, 'select id from board where workspace_id = $1 and archived_at is null order by id', [
      workspaceId,
    ]);
    const [at, commandId] = [this.clock.now(), randomUUID()];
    for (const { id } of boards) {
      const { seq } = await nextSeq(tx, id);
      const facts = { boardId: id, workspaceId, seq, at, actorId: viewer.personId, commandId, commandHash: '' };
      await record(tx, { ...facts, kind: 'people.changed', changes: [], resync: true });
    }
  }

  /** Everybody in the workspace, placeholders too, by name. */
  async members(viewer: Viewer, workspaceId: string): Promise<Membership[]> {
    await this.access.requireInWorkspace(this.db, viewer, 'member.list', workspaceId);
    return this.db.manager.find(Membership, { where: { workspaceId }, relations: { person: true }, order: { person: { name: 'ASC' } } });
  }

  /** Nobody changes somebody stronger or makes anyone stronger than themselves, and one owner always stays. */
  async setRole(viewer: Viewer, workspaceId: string, personId: string, role: WorkspaceRole): Promise<Membership> {
    return this.db.transaction(async (tx) => {
      await this.lockMembers(tx, workspaceId);
      const actor = await this.access.actorIn(tx, viewer, workspaceId);
      this.access.decide(actor, may(actor, 'workspace.read'));
      const member = await tx.findOne(Membership, { where: { workspaceId, personId }, relations: { person: true } });
      if (!member) throw new Refusal('NOT_FOUND');
      this.access.decide(actor, may(actor, 'member.setRole', { from: member.role, to: role }));
      if (member.role === 'owner' && role !== 'owner') await this.requireAnotherOwner(tx, workspaceId, personId);
      await tx.update(Membership, { workspaceId, personId }, { role });
      await accessChanged(tx, personId);
      return Object.assign(member, { role });
    });
  }

  /** Takes somebody out; their subscriptions end at once, their name stays on their work. */
  async removeMember(viewer: Viewer, workspaceId: string, personId: string) {
    await this.db.transaction(async (tx) => {
      await this.lockMembers(tx, workspaceId);
      const actor = await this.access.actorIn(tx, viewer, workspaceId);
      this.access.decide(actor, may(actor, 'workspace.read'));
      const member = await tx.findOneBy(Membership, { workspaceId, personId });
      if (!member) throw new Refusal('NOT_FOUND');
      this.access.decide(actor, may(actor, 'member.remove', { personId, role: member.role }));
      if (member.role === 'owner') await this.requireAnotherOwner(tx, workspaceId, personId);
      await tx.query('delete from board_guest where workspace_id = $1 and person_id = $2', [workspaceId, personId]);
      await tx.delete(Membership, { workspaceId, personId });
      for (const act of this.leaving) await act(tx, { workspaceId, personId, byId: viewer.personId });
      await tx.query('insert into former_member (workspace_id, person_id) values ($1, $2) on conflict do nothing', [workspaceId, personId]);
      await accessChanged(tx, personId);
    });
  }

  /** Adds a person, or leaves a stronger role as it is. */
  async join(tx: EntityManager, workspaceId: string, personId: string, role: WorkspaceRole) {
    await tx.query(
      `insert into membership (workspace_id, person_id, role, joined_at) values ($1, $2, $3, $4)
       on conflict (workspace_id, person_id) do update set role = excluded.role where membership.role = 'guest'`,
      [workspaceId, personId, role, this.clock.now()],
    );
    await tx.query('delete from former_member where workspace_id = $1 and person_id = $2', [workspaceId, personId]);
    await accessChanged(tx, personId);
  }

  /** The guests of one board. */
  async guests(viewer: Viewer, boardId: string): Promise<BoardGuest[]> {
    await this.access.requireOnBoard(this.db, viewer, 'board.guests', { boardId });
    return this.db.manager.find(BoardGuest, { where: { boardId }, relations: { person: true }, order: { person: { name: 'ASC' } } });
  }

  /** Lets somebody who is a guest of the workspace see this board, or changes as what. */
  async setGuest(viewer: Viewer, boardId: string, personId: string, role: GuestRole): Promise<BoardGuest> {
    return this.db.transaction(async (tx) => {
      const { workspaceId } = await this.access.requireOnBoard(tx, viewer, 'board.guests', { boardId });
      const member = await tx.findOne(Membership, { where: { workspaceId, personId }, relations: { person: true } });
      if (!member) throw new Refusal('NOT_FOUND');
      if (member.role !== 'guest')
        throw new Refusal('BAD_INPUT', { reason: `${member.person.name} is a member and sees every board already.` });
      await this.addGuest(tx, { boardId, workspaceId, personId, role });
      return Object.assign(new BoardGuest(), { boardId, workspaceId, personId, role, person: member.person });
    });
  }

  async addGuest(tx: EntityManager, guest: { boardId: string; workspaceId: string; personId: string; role: GuestRole }) {
    await tx.query(
      'insert into board_guest (board_id, workspace_id, person_id, role) values ($1, $2, $3, $4) on conflict (board_id, person_id) do update set role = excluded.role',
      [guest.boardId, guest.workspaceId, guest.personId, guest.role],
    );
    await accessChanged(tx, guest.personId);
  }

  async removeGuest(viewer: Viewer, boardId: string, personId: string) {
    await this.db.transaction(async (tx) => {
      await this.access.requireOnBoard(tx, viewer, 'board.guests', { boardId });
      const gone = await changed(tx, 'delete from board_guest where board_id = $1 and person_id = $2 returning person_id', [
        boardId,
        personId,
      ]);
      if (gone.length === 0) throw new Refusal('NOT_FOUND');
      await accessChanged(tx, personId);
    });
  }

  /** Without this lock two owners could remove each other at the same moment. */
  private lockMembers(tx: EntityManager, workspaceId: string) {
    return tx.query('select 1 from workspace where id = $1 for update', [workspaceId]);
  }

  private async requireAnotherOwner(tx: EntityManager, workspaceId: string, personId: string) {
    const [other] = await select(tx, `select 1 from membership where workspace_id = $1 and role = 'owner' and person_id <> $2 limit 1`, [
      workspaceId,
      personId,
    ]);
    if (!other) throw new Refusal('BAD_INPUT', { reason: 'A workspace needs an owner: make somebody else owner first.' });
  }
}

function requireQuietDays(days: unknown): { date: string; name: string }[] {
  const good = (day: unknown): day is { date: string; name: string } =>
    typeof day === 'object' &&
    day !== null &&
    /^\d{4}-\d{2}-\d{2}$/.test(String((day as { date: unknown }).date)) &&
    typeof (day as { name: unknown }).name === 'string';
  if (!Array.isArray(days) || days.length > limits.holidays || !days.every(good))
    throw new Refusal('BAD_INPUT', { field: 'quietDays', reason: 'Write quiet days as a date and a name.' });
  return days.map(({ date, name }) => ({ date, name: name.slice(0, limits.name) }));
}
