import type { HitKind, HitState } from '@baton/domain';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DayScalar } from '../platform/graphql/scalars';

@InputType({ description: 'Absent or null means everything.' })
export class SearchInput {
  @Field(() => ID) workspaceId!: string;
  @Field({ description: 'Words; the last one may be unfinished. A key such as WEB-42 finds its task.' }) text!: string;
  @Field(() => ID, { nullable: true }) boardId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Who owns the task, or decides.' }) ownerId?: string | null;
  @Field(() => String, { nullable: true, description: 'HitKind of libs/domain.' }) kind?: HitKind | null;
  @Field(() => String, { nullable: true, description: 'HitState of libs/domain.' }) state?: HitState | null;
  @Field(() => DayScalar, { nullable: true }) since?: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Included.' }) until?: string | null;
  @Field(() => String, { nullable: true, description: 'IANA zone of the two days; UTC unless said.' }) zone?: string | null;
  @Field(() => Int, { nullable: true, description: 'At most 100.' }) most?: number | null;
}
