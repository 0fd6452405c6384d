import type { Repeat } from '@baton/domain';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DayScalar, JsonScalar } from '../platform/graphql/scalars';

@InputType()
export class NewTaskInput {
  @Field(() => ID) id!: string;
  @Field() title!: string;
}

@InputType()
export class CreateTasksInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) columnId!: string;
  @Field(() => ID, { nullable: true }) afterTaskId?: string | null;
  @Field(() => [NewTaskInput]) tasks!: NewTaskInput[];
}

@InputType({ description: 'What a task waits for: somebody outside until a day to check back, or a colleague.' })
export class WaitInput {
  @Field() kind!: string;
  @Field(() => String, { nullable: true }) who?: string | null;
  @Field(() => ID, { nullable: true }) personId?: string | null;
  @Field() what!: string;
  @Field(() => DayScalar, { nullable: true }) checkOn?: string | null;
}

@InputType({ description: 'Null clears, absent leaves. addLabelIds and removeLabelIds change sets without replacing them.' })
export class EditTasksInput {
  @Field(() => ID) commandId!: string;
  @Field(() => [ID]) taskIds!: string[];
  @Field(() => String, { nullable: true }) title?: string | null;
  @Field(() => ID, { nullable: true }) ownerId?: string | null;
  @Field(() => [ID], { nullable: true }) helperIds?: string[] | null;
  @Field(() => [ID], { nullable: true }) addLabelIds?: string[] | null;
  @Field(() => [ID], { nullable: true }) removeLabelIds?: string[] | null;
  @Field(() => DayScalar, { nullable: true }) startOn?: string | null;
  @Field(() => DayScalar, { nullable: true }) dueOn?: string | null;
  @Field(() => String, { nullable: true }) dueTime?: string | null;
  @Field(() => String, { nullable: true, description: "IANA zone; the board's unless said." }) dueZone?: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'No deadline until we look again on this day.' }) revisitOn?: string | null;
  @Field(() => String, { nullable: true, description: 'Why a deadline moves; asked for when it is close or past.' }) why?: string | null;
  @Field(() => String, { nullable: true }) nextStep?: string | null;
  @Field(() => ID, { nullable: true }) requesterId?: string | null;
  @Field(() => [ID], { nullable: true }) addBlockerIds?: string[] | null;
  @Field(() => [ID], { nullable: true }) removeBlockerIds?: string[] | null;
  @Field(() => WaitInput, { nullable: true }) wait?: WaitInput | null;
  @Field(() => JsonScalar, { nullable: true, description: 'Repeat of libs/domain.' }) repeat?: Repeat | null;
  @Field(() => Boolean, { nullable: true }) done?: boolean | null;
}

@InputType()
export class EditDescriptionInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) taskId!: string;
  @Field() text!: string;
  @Field(() => Int) baseVersion!: number;
}

@InputType()
export class MoveTasksInput {
  @Field(() => ID) commandId!: string;
  @Field(() => [ID]) taskIds!: string[];
  @Field(() => ID) columnId!: string;
  @Field(() => ID, { nullable: true }) afterTaskId?: string | null;
}

@InputType()
export class MoveTasksToBoardInput {
  @Field(() => ID) commandId!: string;
  @Field(() => [ID]) taskIds!: string[];
  @Field(() => ID) columnId!: string;
}

@InputType({ description: 'What the owner can do instead of a deadline that somebody else set.' })
export class CounterInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) taskId!: string;
  @Field(() => DayScalar) on!: string;
  @Field(() => String, { nullable: true }) time?: string | null;
  @Field(() => String, { nullable: true }) zone?: string | null;
  @Field() why!: string;
}

@InputType()
export class AnswerCounterInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) taskId!: string;
  @Field() accept!: boolean;
  @Field(() => String, { nullable: true, description: 'Needed to keep the deadline as it is.' }) why?: string | null;
}

@InputType()
export class TaskSetInput {
  @Field(() => ID) commandId!: string;
  @Field(() => [ID]) taskIds!: string[];
}
