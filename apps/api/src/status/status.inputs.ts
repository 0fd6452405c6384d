import type { Health, StatusAnswer } from '@baton/domain';
import { Field, ID, InputType, Int } from '@nestjs/graphql';

@InputType({ description: 'How a board stands, in the words of whoever publishes it.' })
export class PublishStatusInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) id!: string;
  @Field(() => ID) boardId!: string;
  @Field(() => String) health!: Health;
  @Field() headline!: string;
  @Field({ description: 'Markdown.' }) text!: string;
  @Field(() => [ID], { description: 'Whose word is asked.' }) readerIds!: string[];
  @Field(() => Int, { description: 'It tells of what happened up to this number of the board.' }) toSeq!: number;
}

@InputType()
export class AcknowledgeStatusInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) statusId!: string;
  @Field(() => String, { nullable: true, description: 'seen, agree or object; null takes the own word back.' })
  answer?: StatusAnswer | null;
  @Field(() => String, { nullable: true, description: 'Needed to object.' }) text?: string | null;
}
