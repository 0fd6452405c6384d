import { Args, Field, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import { Settings } from '../platform/config/settings';
import { CurrentViewer, type Viewer } from '../platform/graphql/context';
import { Access } from '../workspace/access';
import { Addresses } from './addresses';
import { MailArrival, MailArrivals, MailVisit } from './inbound/arrivals.service';
import { IntakeService } from './inbound/intake.service';
import { Outbox, OutboxMail } from './outbox.service';
import { Reach, ReachService } from './reach.service';
import { MailTransport } from './transport';

@ObjectType({ description: 'Whether mail goes out and comes in, for admins.' })
class MailState {
  @Field({ description: 'Whether a mail server is set; otherwise mail is kept in the outbox.' }) on!: boolean;
  @Field() from!: string;
  @Field(() => String, { nullable: true, description: 'Where answers come back; null when they are not read.' }) inbound!: string | null;
  @Field(() => MailVisit, { nullable: true, description: 'Null when no mailbox is visited.' }) visit!: MailVisit | null;
  @Field(() => [Reach], { description: 'Members whose address a mail server refused.' }) refused!: Reach[];
}

@Resolver()
export class MailResolver {
  constructor(
    private readonly db: DataSource,
    private readonly access: Access,
    private readonly addresses: Addresses,
    private readonly transport: MailTransport,
    private readonly reach: ReachService,
    private readonly outbox: Outbox,
    private readonly intake: IntakeService,
    private readonly arrivals: MailArrivals,
    private readonly settings: Settings,
  ) {}

  @Query(() => Reach, { description: 'How the caller is reached outside the page.' })
  myReach(@CurrentViewer() viewer: Viewer) {
    return this.reach.mine(viewer);
  }

  @Mutation(() => Reach, { description: 'Turns mail or push of the caller on or off; what is absent stays.' })
  chooseReach(
    @CurrentViewer() viewer: Viewer,
    @Args('mail', { type: () => Boolean, nullable: true }) mail: boolean | null,
    @Args('push', { type: () => Boolean, nullable: true }) push: boolean | null,
  ) {
    return this.reach.choose(viewer, { mail, push });
  }

  @Mutation(() => Reach, {
    description: 'Says that an address that was refused works again: the own one, or that of a member, by an admin.',
  })
  tryAddressAgain(
    @CurrentViewer() viewer: Viewer,
    @Args('workspaceId', { type: () => ID }) workspaceId: string,
    @Args('personId', { type: () => ID }) personId: string,
  ) {
    return this.reach.tryAgain(viewer, workspaceId, personId);
  }

  @Query(() => MailState)
  async mailState(@CurrentViewer() viewer: Viewer, @Args('workspaceId', { type: () => ID }) workspaceId: string): Promise<MailState> {
    await this.access.requireInWorkspace(this.db, viewer, 'mail.oversee', workspaceId);
    const { from, inbound } = this.addresses;
    const refused = await this.reach.refused(viewer, workspaceId);
    return {
      on: this.transport.on,
      from: `${from.name} <${from.address}>`,
      inbound,
      refused,
      visit: this.settings.IMAP_URL ? await this.arrivals.visit() : null,
    };
  }

  @Query(() => [OutboxMail], { name: 'outbox', description: 'Mails of the workspace, newest first, 50 at a time.' })
  outboxOf(
    @CurrentViewer() viewer: Viewer,
    @Args('workspaceId', { type: () => ID }) workspaceId: string,
    @Args('before', { type: () => Date, nullable: true }) before: Date | null,
  ) {
    return this.outbox.list(viewer, workspaceId, before ?? null);
  }

  @Query(() => OutboxMail, { description: 'One mail with what it says.' })
  outboxMail(
    @CurrentViewer() viewer: Viewer,
    @Args('workspaceId', { type: () => ID }) workspaceId: string,
    @Args('id', { type: () => ID }) id: string,
  ) {
    return this.outbox.one(viewer, workspaceId, id);
  }

  @Query(() => [MailArrival], { description: 'Mails that came in, newest first, 50 at a time.' })
  mailArrivals(
    @CurrentViewer() viewer: Viewer,
    @Args('workspaceId', { type: () => ID }) workspaceId: string,
    @Args('before', { type: () => Date, nullable: true }) before: Date | null,
  ) {
    return this.arrivals.list(viewer, workspaceId, before ?? null);
  }

  @Query(() => String, {
    nullable: true,
    description: 'Mail to this address becomes a task of the board; null when Baton receives no mail.',
  })
  boardAddress(@CurrentViewer() viewer: Viewer, @Args('boardId', { type: () => ID }) boardId: string) {
    return this.intake.addressOf(viewer, boardId);
  }

  @Mutation(() => String, { nullable: true, description: 'Gives the board another address; the one before leads nowhere from now on.' })
  renewBoardAddress(@CurrentViewer() viewer: Viewer, @Args('boardId', { type: () => ID }) boardId: string) {
    return this.intake.addressOf(viewer, boardId, true);
  }
}
