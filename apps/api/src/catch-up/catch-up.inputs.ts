import type { BriefLine, MarkKind } from '@baton/domain';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { JsonScalar } from '../platform/graphql/scalars';

@InputType({ description: 'What becomes of one line in the own list; a null mark takes it away again.' })
export class MarkInput {
  @Field() key!: string;
  @Field(() => String, { nullable: true, description: 'done, aside or later.' }) mark?: MarkKind | null;
  @Field(() => Int, { description: 'Done with what had happened until this number of the board.' }) seq!: number;
  @Field(() => Date, { nullable: true, description: 'Of later: when it is shown again.' }) until?: Date | null;
  @Field(() => JsonScalar, { description: 'BriefLine of libs/domain, for the pile of what was set aside.' }) line!: BriefLine;
}

@InputType({ description: 'How far the caller has caught up with a board.' })
export class WatermarkInput {
  @Field(() => ID) boardId!: string;
  @Field(() => Int) seq!: number;
  @Field(() => Date, { nullable: true, description: 'When it was there before, for undo; null for now.' }) at?: Date | null;
}
