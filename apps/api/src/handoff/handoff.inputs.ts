import type { HandoffNote } from '@baton/domain';
import { Field, ID, InputType } from '@nestjs/graphql';
import { JsonScalar } from '../platform/graphql/scalars';

@InputType({ description: 'Offers a task to somebody; they own it when they accept.' })
export class OfferHandoffInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) taskId!: string;
  @Field(() => ID) toId!: string;
  @Field(() => JsonScalar, { description: 'HandoffNote of libs/domain.' }) note!: HandoffNote;
}

@InputType()
export class AnswerHandoffInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) taskId!: string;
  @Field({ description: 'False declines, or takes an own offer back.' }) accept!: boolean;
  @Field({ description: 'The read-back, at least 20 characters, or why not.' }) text!: string;
}
