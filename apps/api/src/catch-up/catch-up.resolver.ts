import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '../platform/graphql/context';
import { DayScalar, JsonScalar } from '../platform/graphql/scalars';
import { MarkInput, WatermarkInput } from './catch-up.inputs';
import { CatchUpService } from './catch-up.service';
import { LeaveService } from './leave.service';

@Resolver()
export class CatchUpResolver {
  constructor(
    private readonly catchUps: CatchUpService,
    private readonly leaves: LeaveService,
  ) {}

  @Query(() => JsonScalar, { description: 'CatchUp of libs/domain: what the caller missed since they were last caught up.' })
  catchUp(
    @CurrentViewer() viewer: Viewer,
    @Args('workspaceId', { type: () => ID }) workspaceId: string,
    @Args('allUpdates', { type: () => Boolean, nullable: true }) allUpdates?: boolean | null,
  ) {
    return this.catchUps.catchUp(viewer, workspaceId, allUpdates ?? false);
  }

  @Query(() => JsonScalar, { description: 'Today of libs/domain: what needs the caller, what they wait for, what they set aside.' })
  today(@CurrentViewer() viewer: Viewer, @Args('workspaceId', { type: () => ID }) workspaceId: string) {
    return this.catchUps.today(viewer, workspaceId);
  }

  @Query(() => JsonScalar, { description: 'Brief of libs/domain: what happened on a board since a day, for somebody who is new there.' })
  boardStory(
    @CurrentViewer() viewer: Viewer,
    @Args('boardId', { type: () => ID }) boardId: string,
    @Args('since', { type: () => DayScalar }) since: string,
  ) {
    return this.catchUps.story(viewer, boardId, since);
  }

  @Query(() => JsonScalar, { description: 'StaleTask[] of libs/domain: what is being worked on and did not move.' })
  staleTasks(@CurrentViewer() viewer: Viewer, @Args('boardId', { type: () => ID }) boardId: string) {
    return this.catchUps.stale(viewer, boardId);
  }

  @Query(() => JsonScalar, { description: 'StatusDraft of libs/domain: what the log tells since the last status update.' })
  statusDraft(@CurrentViewer() viewer: Viewer, @Args('boardId', { type: () => ID }) boardId: string) {
    return this.catchUps.statusDraft(viewer, boardId);
  }

  @Query(() => JsonScalar, { description: "LeaveCheck of libs/domain: what falls into one of the caller's own times off." })
  leaveCheck(
    @CurrentViewer() viewer: Viewer,
    @Args('workspaceId', { type: () => ID }) workspaceId: string,
    @Args('leaveId', { type: () => ID }) leaveId: string,
  ) {
    return this.leaves.check(viewer, workspaceId, leaveId);
  }

  @Mutation(() => Boolean, { description: 'Something stays as it is during a time off. Set as given: the same twice is the same once.' })
  async leaveAsItIs(
    @CurrentViewer() viewer: Viewer,
    @Args('workspaceId', { type: () => ID }) workspaceId: string,
    @Args('leaveId', { type: () => ID }) leaveId: string,
    @Args('key') key: string,
    @Args('asItIs') asItIs: boolean,
  ) {
    await this.leaves.choose(viewer, workspaceId, { leaveId, key, asItIs });
    return true;
  }

  @Mutation(() => Boolean, {
    description: 'What the caller did with lines of their own list. Set as given: the same twice is the same once.',
  })
  async markLines(
    @CurrentViewer() viewer: Viewer,
    @Args('workspaceId', { type: () => ID }) workspaceId: string,
    @Args('marks', { type: () => [MarkInput] }) marks: MarkInput[],
  ) {
    await this.catchUps.mark(viewer, workspaceId, marks);
    return true;
  }

  @Mutation(() => Boolean, { description: 'How far the caller has caught up. Set as given: the same twice is the same once.' })
  async moveWatermarks(
    @CurrentViewer() viewer: Viewer,
    @Args('workspaceId', { type: () => ID }) workspaceId: string,
    @Args('boards', { type: () => [WatermarkInput] }) boards: WatermarkInput[],
  ) {
    await this.catchUps.caughtUp(viewer, workspaceId, boards);
    return true;
  }
}
