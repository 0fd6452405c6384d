import type { Acknowledgement, AskStep, AskWant, CommentKind, Health, IfNoReply, TalkReason, Tone } from '@baton/domain';
import { Field, ID, InputType } from '@nestjs/graphql';
import { DayScalar, JsonScalar } from '../platform/graphql/scalars';

@InputType({ description: 'One ask per person, or one that any of them may claim.' })
export class AskInput {
  @Field(() => [ID], { description: 'One id per ask, made by the client; for a pool one.' }) ids!: string[];
  @Field(() => [ID]) personIds!: string[];
  @Field({ description: 'Any of these people: the triage person holds it until one claims it.' }) pool!: boolean;
  @Field(() => String) want!: AskWant;
  @Field() blocking!: boolean;
  @Field(() => JsonScalar, { description: 'IfNoReply of libs/domain.' }) ifNoReply!: IfNoReply;
  @Field(() => Date, { nullable: true, description: "Null for the house rules, in the receiver's hours." }) respondBy?: Date | null;
  @Field(() => String, { nullable: true, description: 'Why the time is shorter than the house rules allow.' }) shortNotice?: string | null;
}

@InputType({ description: 'What would unblock: a colleague, or somebody outside whom the owner asks again on a day.' })
export class BlockerInput {
  @Field(() => String) kind!: 'person' | 'decision' | 'outside';
  @Field(() => String, { nullable: true }) who?: string | null;
  @Field(() => DayScalar, { nullable: true }) checkOn?: string | null;
}

@InputType()
export class PostCommentInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) id!: string;
  @Field(() => ID) taskId!: string;
  @Field(() => String) kind!: CommentKind;
  @Field() text!: string;
  @Field(() => String, { nullable: true }) tone?: Tone | null;
  @Field(() => String, { nullable: true, description: 'Of an update, in one line.' }) headline?: string | null;
  @Field(() => String, { nullable: true }) health?: Health | null;
  @Field(() => ID, { nullable: true }) replyToId?: string | null;
  @Field(() => AskInput, { nullable: true }) ask?: AskInput | null;
  @Field(() => BlockerInput, { nullable: true }) blocker?: BlockerInput | null;
}

@InputType({ description: 'Absent leaves as it is.' })
export class EditCommentInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) commentId!: string;
  @Field(() => String, { nullable: true }) text?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Ends or opens the thread that it begins.' }) resolved?: boolean | null;
  @Field(() => Boolean, { nullable: true }) deleted?: boolean | null;
}

@InputType()
export class ReactInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) commentId!: string;
  @Field({ description: "An emoji, or the name of one of the workspace's own as :name:." }) emoji!: string;
  @Field() on!: boolean;
}

@InputType({ description: 'One step of an ask; which fields it needs is said by the step.' })
export class StepAskInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) askId!: string;
  @Field(() => String) step!: AskStep;
  @Field(() => String, { nullable: true }) text?: string | null;
  @Field(() => String, { nullable: true }) ack?: Acknowledgement | null;
  @Field(() => ID, { nullable: true }) personId?: string | null;
  @Field(() => Date, { nullable: true, description: 'The new time of defer, edit and reask.' }) at?: Date | null;
  @Field(() => Boolean, { nullable: true, description: 'Of agree-defer: whether the asker agrees.' }) agree?: boolean | null;
  @Field(() => String, { nullable: true }) shortNotice?: string | null;
  @Field(() => String, { nullable: true }) reason?: TalkReason | null;
  @Field(() => Date, { nullable: true }) from?: Date | null;
  @Field(() => Date, { nullable: true }) to?: Date | null;
  @Field(() => String, { nullable: true }) link?: string | null;
}
