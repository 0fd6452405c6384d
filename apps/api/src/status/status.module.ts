import { Module } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Event } from '../platform/events/event.entity';
import { CurrentViewer, type Viewer } from '../platform/graphql/context';
import { JsonScalar } from '../platform/graphql/scalars';
import { AcknowledgeStatusInput, PublishStatusInput } from './status.inputs';
import { StatusService } from './status.service';

@Resolver()
export class StatusResolver {
  constructor(private readonly statuses: StatusService) {}

  @Query(() => JsonScalar, { description: 'StatusUpdate[] of libs/domain, newest first.' })
  statusUpdates(@CurrentViewer() viewer: Viewer, @Args('boardId', { type: () => ID }) boardId: string) {
    return this.statuses.ofBoard(viewer, boardId);
  }

  @Mutation(() => Event)
  publishStatus(@CurrentViewer() viewer: Viewer, @Args('input') input: PublishStatusInput) {
    return this.statuses.publish(viewer, input);
  }

  @Mutation(() => Event)
  acknowledgeStatus(@CurrentViewer() viewer: Viewer, @Args('input') input: AcknowledgeStatusInput) {
    return this.statuses.acknowledge(viewer, input);
  }
}

@Module({ providers: [StatusService, StatusResolver], exports: [StatusService] })
export class StatusModule {}
