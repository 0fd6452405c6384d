import { Field, ID, InputType } from '@nestjs/graphql';
import { DayScalar } from '../platform/graphql/scalars';

@InputType()
export class CreateChecklistInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) taskId!: string;
  @Field(() => ID) id!: string;
  @Field() name!: string;
}

@InputType()
export class NewChecklistItemInput {
  @Field(() => ID) id!: string;
  @Field() title!: string;
}

@InputType()
export class CreateChecklistItemsInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) checklistId!: string;
  @Field(() => [NewChecklistItemInput]) items!: NewChecklistItemInput[];
}

@InputType()
export class EditChecklistItemInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) itemId!: string;
  @Field(() => String, { nullable: true }) title?: string | null;
  @Field(() => Boolean, { nullable: true }) done?: boolean | null;
  @Field(() => ID, { nullable: true }) ownerId?: string | null;
  @Field(() => DayScalar, { nullable: true }) dueOn?: string | null;
}
