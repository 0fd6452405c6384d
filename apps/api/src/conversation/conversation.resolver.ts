import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Clock } from '../platform/clock';
import { Event } from '../platform/events/event.entity';
import { CurrentViewer, type Viewer } from '../platform/graphql/context';
import { JsonScalar } from '../platform/graphql/scalars';
import { AskService } from './ask.service';
import { CommentService } from './comment.service';
import { EditCommentInput, PostCommentInput, ReactInput, StepAskInput } from './conversation.inputs';

@Resolver()
export class ConversationResolver {
  constructor(
    private readonly comments: CommentService,
    private readonly asks: AskService,
    private readonly clock: Clock,
  ) {}

  @Query(() => JsonScalar, { description: 'Conversation of libs/domain: comments and asks of a task.' })
  conversation(@CurrentViewer() viewer: Viewer, @Args('taskId', { type: () => ID }) taskId: string) {
    return this.comments.conversation(viewer, taskId);
  }

  @Query(() => String, { nullable: true, description: "The caller's own unsent text at a place, such as comment:<task id>." })
  draft(@CurrentViewer() viewer: Viewer, @Args('place') place: string) {
    return this.comments.draft(viewer, place);
  }

  @Mutation(() => Boolean)
  async saveDraft(@CurrentViewer() viewer: Viewer, @Args('place') place: string, @Args('text') text: string) {
    await this.comments.saveDraft(viewer, place, text, this.clock.now());
    return true;
  }

  @Mutation(() => Event)
  postComment(@CurrentViewer() viewer: Viewer, @Args('input') input: PostCommentInput) {
    return this.comments.post(viewer, input);
  }

  @Mutation(() => Event)
  editComment(@CurrentViewer() viewer: Viewer, @Args('input') input: EditCommentInput) {
    return this.comments.edit(viewer, input);
  }

  @Mutation(() => Event)
  react(@CurrentViewer() viewer: Viewer, @Args('input') input: ReactInput) {
    return this.comments.react(viewer, input);
  }

  @Mutation(() => Event)
  stepAsk(@CurrentViewer() viewer: Viewer, @Args('input') input: StepAskInput) {
    return this.asks.step(viewer, input);
  }
}
