import { Module } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ConversationModule } from '../conversation/conversation.module';
import { Event } from '../platform/events/event.entity';
import { CurrentViewer, type Viewer } from '../platform/graphql/context';
import { DayScalar, JsonScalar } from '../platform/graphql/scalars';
import { AnswerService } from './answer.service';
import { AnswerCheckInInput, CreateCheckInInput, EditCheckInInput } from './check-in.inputs';
import { CheckInService } from './check-in.service';

@Resolver()
export class CheckInResolver {
  constructor(
    private readonly checkIns: CheckInService,
    private readonly answers: AnswerService,
  ) {}

  @Query(() => JsonScalar, { name: 'checkIns', description: 'CheckInsOfBoard of libs/domain.' })
  list(@CurrentViewer() viewer: Viewer, @Args('boardId', { type: () => ID }) boardId: string) {
    return this.checkIns.list(viewer, boardId);
  }

  @Query(() => JsonScalar, { description: 'answers: CheckInAnswer[], prefill: CheckInPrefill or null, of libs/domain.' })
  checkInDay(
    @CurrentViewer() viewer: Viewer,
    @Args('checkInId', { type: () => ID }) checkInId: string,
    @Args('on', { type: () => DayScalar }) on: string,
  ) {
    return this.checkIns.day(viewer, checkInId, on);
  }

  @Query(() => JsonScalar, { description: 'AskedCheckIn[] of libs/domain: what waits for the caller now.' })
  myCheckIns(@CurrentViewer() viewer: Viewer, @Args('workspaceId', { type: () => ID }) workspaceId: string) {
    return this.checkIns.mine(viewer, workspaceId);
  }

  @Mutation(() => Event)
  createCheckIn(@CurrentViewer() viewer: Viewer, @Args('input') input: CreateCheckInInput) {
    return this.checkIns.create(viewer, input);
  }

  @Mutation(() => Event)
  editCheckIn(@CurrentViewer() viewer: Viewer, @Args('input') input: EditCheckInInput) {
    return this.checkIns.edit(viewer, input);
  }

  @Mutation(() => Event)
  answerCheckIn(@CurrentViewer() viewer: Viewer, @Args('input') input: AnswerCheckInInput) {
    return this.answers.answer(viewer, input);
  }
}

@Module({ imports: [ConversationModule], providers: [CheckInService, AnswerService, CheckInResolver], exports: [CheckInService] })
export class CheckInModule {}
