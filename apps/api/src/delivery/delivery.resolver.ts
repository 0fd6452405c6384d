import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Ladder, OwnLadder } from '@baton/domain';
import { Event } from '../platform/events/event.entity';
import { CurrentViewer, type Viewer } from '../platform/graphql/context';
import { JsonScalar } from '../platform/graphql/scalars';
import { DeliveryService } from './delivery.service';
import { RateUrgentInput, SendUrgentInput } from './urgent.inputs';
import { UrgentService } from './urgent.service';
import { ReminderService } from './reminder.service';

const workspace = () => Args('workspaceId', { type: () => ID });
const board = () => Args('boardId', { type: () => ID });
const ladder = (description: string) => Args('ladder', { type: () => JsonScalar, nullable: true, description });

@Resolver()
export class DeliveryResolver {
  constructor(
    private readonly deliveries: DeliveryService,
    private readonly reminders: ReminderService,
    private readonly urgents: UrgentService,
  ) {}

  @Query(() => JsonScalar, { description: 'DeliveryEntry[] of libs/domain: what was or will be told to the caller, newest first.' })
  deliveriesToMe(@CurrentViewer() viewer: Viewer, @workspace() workspaceId: string) {
    return this.deliveries.toMe(viewer, workspaceId);
  }

  @Query(() => JsonScalar, {
    description: 'DeliveryEntry[] of libs/domain: what the caller did that others are told of, and why it is held.',
  })
  deliveriesByMe(
    @CurrentViewer() viewer: Viewer,
    @workspace() workspaceId: string,
    @Args('taskId', { type: () => ID, nullable: true }) taskId: string | null,
  ) {
    return this.deliveries.byMe(viewer, workspaceId, taskId ?? null);
  }

  @Query(() => JsonScalar, { description: 'DueNumber of libs/domain: how much is due for the caller now. What is held is not counted.' })
  dueNumber(@CurrentViewer() viewer: Viewer, @workspace() workspaceId: string) {
    return this.deliveries.number(viewer, workspaceId);
  }

  @Query(() => JsonScalar, { description: 'DeliveryReport of libs/domain: what was sent in a month, and how much of it outside hours.' })
  deliveryReport(@CurrentViewer() viewer: Viewer, @workspace() workspaceId: string, @Args('month') month: string) {
    return this.deliveries.report(viewer, workspaceId, month);
  }

  @Query(() => JsonScalar, {
    description: 'UrgentView of libs/domain: whom something urgent on a task would reach now, and what was sent.',
  })
  urgent(@CurrentViewer() viewer: Viewer, @Args('taskId', { type: () => ID }) taskId: string) {
    return this.urgents.view(viewer, taskId);
  }

  @Mutation(() => Event, { description: 'Tells somebody now: who has duty, who works, or who allowed it.' })
  sendUrgent(@CurrentViewer() viewer: Viewer, @Args('input') input: SendUrgentInput) {
    return this.urgents.send(viewer, input);
  }

  @Mutation(() => Event, { description: 'The receiver says whether it was urgent.' })
  rateUrgent(@CurrentViewer() viewer: Viewer, @Args('input') { urgentId, commandId, was }: RateUrgentInput) {
    return this.urgents.rate(viewer, urgentId, commandId, was);
  }

  @Query(() => JsonScalar, { nullable: true, description: "OwnLadder of libs/domain; null where each board's holds." })
  myReminders(@CurrentViewer() viewer: Viewer) {
    return this.reminders.mine(viewer);
  }

  @Mutation(() => JsonScalar, { nullable: true, description: 'When the caller is reminded of deadlines.' })
  setMyReminders(@CurrentViewer() viewer: Viewer, @ladder("OwnLadder of libs/domain; null for each board's.") own: OwnLadder | null) {
    return this.reminders.setMine(viewer, own ?? null);
  }

  @Query(() => JsonScalar, { description: 'Ladder of libs/domain that holds on this board.' })
  boardReminders(@CurrentViewer() viewer: Viewer, @board() boardId: string) {
    return this.reminders.ofBoard(viewer, boardId);
  }

  @Mutation(() => Event, { description: 'When owners of tasks on this board are reminded, and who is told when they are late.' })
  setBoardReminders(
    @CurrentViewer() viewer: Viewer,
    @board() boardId: string,
    @Args('commandId', { type: () => ID }) commandId: string,
    @ladder("Ladder of libs/domain; null for Baton's.") own: Ladder | null,
  ) {
    return this.reminders.setOfBoard(viewer, boardId, commandId, own ?? null);
  }
}
