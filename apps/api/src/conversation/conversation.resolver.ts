import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Event } from '../platform/events/event.entity';
import { CurrentViewer, type Viewer } from '../platform/graphql/context';
import { JsonScalar } from '../platform/graphql/scalars';
import { AskService } from './ask.service';
import { CommentService } from './comment.service';
import { DraftService } from './draft.service';
import { EditCommentInput, PostCommentInput, ReactInput, StepAskInput } from './conversation.inputs';

@Resolver()
export class ConversationResolver {
  constructor(
    private readonly comments: CommentService,
    private readonly asks: AskService,
    private readonly drafts: DraftService,
  ) {}

  @Query(() => JsonScalar, { description: 'Conversation of libs/domain: comments and asks of a task.' })
  conversation(@CurrentViewer() viewer: Viewer, @Args('taskId', { type: () => ID }) taskId: string) {
    return this.comments.conversation(viewer, taskId);
  }

  @Query(() => JsonScalar, {
    nullable: true,
    description: "Draft of libs/domain: the caller's own unsent text at a place, such as comment:<task id>.",
  })
  draft(@CurrentViewer() viewer: Viewer, @Args('place') place: string) {
    return this.drafts.find(viewer, place);
  }

  @Mutation(() => Date, {
    description:
      'Keeps unsent text and what else its form holds; answers when it was taken. CONFLICT with the newer draft when `base` is not the last one.',
  })
  saveDraft(
    @CurrentViewer() viewer: Viewer,
    @Args('place') place: string,
    @Args('text') text: string,
    @Args('more', { type: () => JsonScalar, nullable: true }) more: Record<string, unknown> | null,
    @Args('base', { type: () => Date, nullable: true, description: 'When the draft was taken that this one goes on from.' })
    base: Date | null,
  ) {
    return this.drafts.save(viewer, place, { text, more: more ?? {}, base: base ?? null });
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
