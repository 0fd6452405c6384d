import { Module } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ConversationModule } from '../conversation/conversation.module';
import { Event } from '../platform/events/event.entity';
import { CurrentViewer, type Viewer } from '../platform/graphql/context';
import { TaskModule } from '../task/task.module';
import { AnswerHandoffInput, OfferHandoffInput } from './handoff.inputs';
import { HandoffService } from './handoff.service';

@Resolver()
export class HandoffResolver {
  constructor(private readonly handoffs: HandoffService) {}

  @Mutation(() => Event)
  offerHandoff(@CurrentViewer() viewer: Viewer, @Args('input') input: OfferHandoffInput) {
    return this.handoffs.offer(viewer, input);
  }

  @Mutation(() => Event)
  answerHandoff(@CurrentViewer() viewer: Viewer, @Args('input') input: AnswerHandoffInput) {
    return this.handoffs.answer(viewer, input);
  }
}

@Module({ imports: [ConversationModule, TaskModule], providers: [HandoffService, HandoffResolver], exports: [HandoffService] })
export class HandoffModule {}
