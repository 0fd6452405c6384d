import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'Something that cannot wait, to somebody or to who has duty.' })
export class SendUrgentInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) id!: string;
  @Field(() => ID) taskId!: string;
  @Field(() => ID, { nullable: true, description: 'Null for who has duty.' }) toId?: string | null;
  @Field({ description: 'UrgentReason of libs/domain.' }) reason!: string;
  @Field() text!: string;
}

@InputType()
export class RateUrgentInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) urgentId!: string;
  @Field() was!: boolean;
}
