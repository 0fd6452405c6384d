import { Injectable } from '@nestjs/common';
import { Refusal, type WorkspaceRole, limits, may } from '@baton/domain';
import { DataSource, type EntityManager, IsNull, MoreThan } from 'typeorm';
import type { AccountInput } from '../account/account.inputs';
import { AccountService } from '../account/account.service';
import { Person } from '../account/person.entity';
import { SessionService } from '../account/session.service';
import { Clock, daysAfter } from '../platform/clock';
import { select } from '../platform/database/database';
import type { Viewer } from '../platform/graphql/context';
import { hashToken, newToken } from '../platform/token';
import { Access } from './access';
import { Invitation, Membership } from './workspace.entity';
import type { CreateInvitationInput } from './workspace.inputs';
import { WorkspaceService } from './workspace.service';

/** What an invitation link offers to whoever opens it. */
export interface Offer {
  workspaceName: string;
  invitedBy: string;
  role: WorkspaceRole;
  expiresAt: Date;
  claimsName: string | null;
}

@Injectable()
export class InvitationService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly workspaces: WorkspaceService,
    private readonly accounts: AccountService,
    private readonly sessions: SessionService,
  ) {}

  /** Open invitations of the workspace, newest first. */
  async open(viewer: Viewer, workspaceId: string): Promise<Invitation[]> {
    await this.access.requireInWorkspace(this.db, viewer, 'member.invite', workspaceId);
    return this.db.manager.find(Invitation, {
      where: { workspaceId, acceptedAt: IsNull(), revokedAt: IsNull(), expiresAt: MoreThan(this.clock.now()) },
      relations: { claimsPerson: true },
      order: { createdAt: 'DESC' },
    });
  }

  /** Makes a link that lets one person in, once. Nobody invites somebody stronger than themselves. */
  async create(viewer: Viewer, input: CreateInvitationInput): Promise<{ invitation: Invitation; token: string }> {
    return this.db.transaction(async (tx) => {
      const { workspaceId, role } = input;
      const actor = await this.access.requireInWorkspace(tx, viewer, 'member.invite', workspaceId);
      if (role === 'owner')
        throw new Refusal('BAD_INPUT', { reason: 'Invite as admin first; an owner can make them owner after they joined.' });
      this.access.decide(actor, may(actor, 'member.setRole', { from: role, to: role }));
      const days = input.expiresInDays ?? limits.invitationDays;
      if (days < 1 || days > 90) throw new Refusal('BAD_INPUT', { reason: 'An invitation lasts 1 to 90 days.' });
      await this.requirePlaces(tx, input);

      const token = newToken();
      const now = this.clock.now();
      const invitation = await tx.save(
        tx.create(Invitation, {
          workspaceId,
          tokenHash: hashToken(token),
          role,
          boardId: role === 'guest' ? (input.boardId ?? null) : null,
          guestRole: role === 'guest' ? (input.guestRole ?? 'viewer') : null,
          claimsPersonId: input.claimsPersonId ?? null,
          createdById: viewer.personId,
          createdAt: now,
          expiresAt: daysAfter(now, days),
        }),
      );
      invitation.claimsPerson = input.claimsPersonId ? await tx.findOneBy(Person, { id: input.claimsPersonId }) : null;
      return { invitation, token };
    });
  }

  async revoke(viewer: Viewer, id: string) {
    await this.db.transaction(async (tx) => {
      const invitation = await tx.findOne(Invitation, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!invitation) throw new Refusal('NOT_FOUND');
      await this.access.requireInWorkspace(tx, viewer, 'member.invite', invitation.workspaceId);
      if (invitation.acceptedAt) throw new Refusal('INVITATION_INVALID');
      await tx.update(Invitation, id, { revokedAt: this.clock.now() });
    });
  }

  /** What the link offers, without an account. */
  async offer(token: string): Promise<Offer> {
    const invitation = await this.usable(this.db.manager, token, false);
    const [row] = await select<{ name: string; by: string; claims: string | null }>(
      this.db,
      `select w.name, p.name as by, c.name as claims from workspace w, person p, (select 1) one
       left join person c on c.id = $3 where w.id = $1 and p.id = $2`,
      [invitation.workspaceId, invitation.createdById, invitation.claimsPersonId],
    );
    if (!row) throw new Refusal('INVITATION_INVALID');
    return { workspaceName: row.name, invitedBy: row.by, role: invitation.role, expiresAt: invitation.expiresAt, claimsName: row.claims };
  }

  /** Takes the invitation as the signed-in person, or makes an account. Answers a session token for a new account. */
  async accept(viewer: Viewer | null, token: string, account: AccountInput | null): Promise<{ person: Person; token: string | null }> {
    return this.db.transaction(async (tx) => {
      const invitation = await this.usable(tx, token, true);
      if (!account && !viewer) throw new Refusal('UNAUTHENTICATED');
      const claims = invitation.claimsPersonId;
      const person = account
        ? await this.accounts.create(tx, account, claims)
        : await tx.findOneByOrFail(Person, { id: viewer?.personId ?? '' });
      if (claims && claims !== person.id) await this.takeOver(tx, claims, person.id);

      await this.workspaces.join(tx, invitation.workspaceId, person.id, invitation.role);
      if (account && claims)
        await tx.update(Membership, { workspaceId: invitation.workspaceId, personId: person.id }, { role: invitation.role });
      if (invitation.boardId && invitation.guestRole)
        await this.workspaces.addGuest(tx, {
          boardId: invitation.boardId,
          workspaceId: invitation.workspaceId,
          personId: person.id,
          role: invitation.guestRole,
        });
      await tx.update(Invitation, invitation.id, { acceptedAt: this.clock.now() });
      return { person, token: account ? await this.sessions.start(tx, person.id) : null };
    });
  }

  private async usable(tx: EntityManager, token: string, lock: boolean): Promise<Invitation> {
    const invitation = await tx.findOne(Invitation, {
      where: { tokenHash: hashToken(token) },
      ...(lock && { lock: { mode: 'pessimistic_write' as const } }),
    });
    if (!invitation || invitation.acceptedAt || invitation.revokedAt || invitation.expiresAt <= this.clock.now())
      throw new Refusal('INVITATION_INVALID');
    // An invitation is worth what its maker is worth now: one by somebody who was removed opens nothing.
    const inviter = await this.access.actorIn(tx, { personId: invitation.createdById, session: '' }, invitation.workspaceId);
    if (!may(inviter, 'member.invite')) throw new Refusal('INVITATION_INVALID');
    return invitation;
  }

  /** A guest needs a board of this workspace, a claim needs one of its placeholders. */
  private async requirePlaces(tx: EntityManager, { workspaceId, role, boardId, claimsPersonId }: CreateInvitationInput) {
    if (role === 'guest') {
      if (!boardId) throw new Refusal('BAD_INPUT', { reason: 'Choose the board that the guest may see.' });
      const [board] = await select(tx, 'select 1 from board where id = $1 and workspace_id = $2', [boardId, workspaceId]);
      if (!board) throw new Refusal('NOT_FOUND');
    }
    if (claimsPersonId) {
      const [placeholder] = await select(
        tx,
        'select 1 from person p join membership m on m.person_id = p.id where p.id = $1 and m.workspace_id = $2 and p.placeholder',
        [claimsPersonId, workspaceId],
      );
      if (!placeholder) throw new Refusal('NOT_FOUND');
    }
  }

  /** Gives everything that names a placeholder to a person who has an account already. */
  private async takeOver(tx: EntityManager, placeholderId: string, personId: string) {
    for (const [table, column] of [
      ['task', 'owner_id'],
      ['task', 'created_by_id'],
      ['task', 'requester_id'],
      ['task', 'due_set_by_id'],
      ['task', 'move_person_id'],
      ['board', 'triage_id'],
      ['checklist_item', 'owner_id'],
      ['comment', 'author_id'],
    ])
      await tx.query(`update ${table} set ${column} = $2 where ${column} = $1`, [placeholderId, personId]);
    await tx.query('update task set helper_ids = array_replace(helper_ids, $1, $2) where helper_ids @> array[$1]::uuid[]', [
      placeholderId,
      personId,
    ]);
    await tx.query(`update task set wait = jsonb_set(wait, '{personId}', to_jsonb($2::text)) where wait ->> 'personId' = $1::text`, [
      placeholderId,
      personId,
    ]);
    await tx.query('update external_ref set local_id = $2 where local_id = $1', [placeholderId, personId]);
    await tx.query('delete from membership where person_id = $1', [placeholderId]);
  }
}
