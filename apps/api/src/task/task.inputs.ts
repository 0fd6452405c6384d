import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DayScalar } from '../platform/graphql/scalars';

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

@InputType()
export class TaskSetInput {
  @Field(() => ID) commandId!: string;
  @Field(() => [ID]) taskIds!: string[];
}
