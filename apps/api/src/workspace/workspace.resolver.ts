import { Args, ID, Mutation, ObjectType, Field, Query, Resolver } from '@nestjs/graphql';
import { type GuestRole, type WorkspaceRole, version } from '@baton/domain';
import { AccountInput } from '../account/account.inputs';
import { Person } from '../account/person.entity';
import { SessionService } from '../account/session.service';
import { Ctx, CurrentViewer, Public, type RequestContext, type Viewer } from '../platform/graphql/context';
import { InvitationService } from './invitation.service';
import { BoardGuest, GuestRoleEnum, Invitation, Membership, Workspace, WorkspaceRoleEnum } from './workspace.entity';
import { CreateInvitationInput, EditWorkspaceInput, SetUpInput } from './workspace.inputs';
import { WorkspaceService } from './workspace.service';

@ObjectType()
class Setup {
  @Field() needed!: boolean;
  @Field() version!: string;
  @Field({ description: "Which rules of the world's clocks this server has, such as 2026b." }) clockRules!: string;
}

@ObjectType()
class InvitationOffer {
  @Field() workspaceName!: string;
  @Field() invitedBy!: string;
  @Field(() => WorkspaceRoleEnum) role!: WorkspaceRole;
  @Field() expiresAt!: Date;
  @Field(() => String, { nullable: true }) claimsName!: string | null;
}

@ObjectType()
class CreatedInvitation {
  @Field(() => Invitation) invitation!: Invitation;
  @Field({ description: 'Shown once; only its hash is kept.' }) token!: string;
}

@Resolver()
export class WorkspaceResolver {
  constructor(
    private readonly workspaces: WorkspaceService,
    private readonly invitations: InvitationService,
    private readonly sessions: SessionService,
  ) {}

  @Public()
  @Query(() => Setup, { description: 'Whether the first account is still to be made, and which Baton this is.' })
  async setup() {
    return { needed: await this.workspaces.setUpNeeded(), version, clockRules: process.versions['tz'] ?? 'unknown' };
  }

  @Public()
  @Mutation(() => Person)
  async setUp(@Args('input') input: SetUpInput, @Ctx() { res }: RequestContext) {
    const { person, token } = await this.workspaces.setUp(input);
    if (res) this.sessions.setCookie(res, token);
    return person;
  }

  @Query(() => [Workspace], { name: 'workspaces' })
  mine(@CurrentViewer() viewer: Viewer) {
    return this.workspaces.mine(viewer);
  }

  @Mutation(() => Workspace)
  editWorkspace(@CurrentViewer() viewer: Viewer, @Args('input') input: EditWorkspaceInput) {
    return this.workspaces.edit(viewer, input);
  }

  @Query(() => [Membership])
  members(@CurrentViewer() viewer: Viewer, @Args('workspaceId', { type: () => ID }) workspaceId: string) {
    return this.workspaces.members(viewer, workspaceId);
  }

  @Mutation(() => Membership)
  setMemberRole(
    @CurrentViewer() viewer: Viewer,
    @Args('workspaceId', { type: () => ID }) workspaceId: string,
    @Args('personId', { type: () => ID }) personId: string,
    @Args('role', { type: () => WorkspaceRoleEnum }) role: WorkspaceRole,
  ) {
    return this.workspaces.setRole(viewer, workspaceId, personId, role);
  }

  @Mutation(() => Boolean)
  async removeMember(
    @CurrentViewer() viewer: Viewer,
    @Args('workspaceId', { type: () => ID }) workspaceId: string,
    @Args('personId', { type: () => ID }) personId: string,
  ) {
    await this.workspaces.removeMember(viewer, workspaceId, personId);
    return true;
  }

  @Query(() => [BoardGuest])
  boardGuests(@CurrentViewer() viewer: Viewer, @Args('boardId', { type: () => ID }) boardId: string) {
    return this.workspaces.guests(viewer, boardId);
  }

  @Mutation(() => BoardGuest)
  setBoardGuest(
    @CurrentViewer() viewer: Viewer,
    @Args('boardId', { type: () => ID }) boardId: string,
    @Args('personId', { type: () => ID }) personId: string,
    @Args('role', { type: () => GuestRoleEnum }) role: GuestRole,
  ) {
    return this.workspaces.setGuest(viewer, boardId, personId, role);
  }

  @Mutation(() => Boolean)
  async removeBoardGuest(
    @CurrentViewer() viewer: Viewer,
    @Args('boardId', { type: () => ID }) boardId: string,
    @Args('personId', { type: () => ID }) personId: string,
  ) {
    await this.workspaces.removeGuest(viewer, boardId, personId);
    return true;
  }

  @Query(() => [Invitation], { name: 'invitations' })
  openInvitations(@CurrentViewer() viewer: Viewer, @Args('workspaceId', { type: () => ID }) workspaceId: string) {
    return this.invitations.open(viewer, workspaceId);
  }

  @Public()
  @Query(() => InvitationOffer, { description: 'What an invitation link offers; needs no account.' })
  invitation(@Args('token') token: string) {
    return this.invitations.offer(token);
  }

  @Mutation(() => CreatedInvitation)
  createInvitation(@CurrentViewer() viewer: Viewer, @Args('input') input: CreateInvitationInput) {
    return this.invitations.create(viewer, input);
  }

  @Mutation(() => Boolean)
  async revokeInvitation(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    await this.invitations.revoke(viewer, id);
    return true;
  }

  @Public()
  @Mutation(() => Person, { description: 'Takes the invitation as the signed-in person, or makes an account when `account` is given.' })
  async acceptInvitation(
    @Args('token') token: string,
    @Args('account', { type: () => AccountInput, nullable: true }) account: AccountInput | null,
    @Ctx() { viewer, res }: RequestContext,
  ) {
    const { person, token: session } = await this.invitations.accept(viewer, token, account ?? null);
    if (session && res) this.sessions.setCookie(res, session);
    return person;
  }
}
