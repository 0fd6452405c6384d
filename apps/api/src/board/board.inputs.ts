import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { ColumnClass, Rota, Sprint } from '@baton/domain';
import { JsonScalar } from '../platform/graphql/scalars';
import { ColumnClassEnum } from './column.entity';

@InputType()
export class CreateBoardInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) workspaceId!: string;
  @Field() name!: string;
  @Field(() => String, { nullable: true }) key?: string | null;
  @Field(() => String, { nullable: true }) zone?: string | null;
}

@InputType()
export class EditBoardInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) boardId!: string;
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, { nullable: true }) key?: string | null;
  @Field(() => String, { nullable: true }) zone?: string | null;
  @Field(() => JsonScalar, { nullable: true, description: "Partial<Norms> of libs/domain; null for the workspace's rules." })
  norms?: Record<string, number> | null;
  @Field(() => ID, { nullable: true }) triageId?: string | null;
  @Field(() => JsonScalar, { nullable: true, description: 'Sprint of libs/domain.' }) sprint?: Sprint | null;
  @Field(() => JsonScalar, { nullable: true, description: 'Rota of libs/domain: who takes what cannot wait, week by week.' })
  rota?: Rota | null;
}

@InputType()
export class CreateColumnInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) boardId!: string;
  @Field(() => ID) id!: string;
  @Field() name!: string;
  @Field(() => ColumnClassEnum) class!: ColumnClass;
}

@InputType()
export class EditColumnInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) columnId!: string;
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => ColumnClassEnum, { nullable: true }) class?: ColumnClass | null;
  @Field(() => Int, { nullable: true }) wipLimit?: number | null;
  @Field(() => Boolean, { nullable: true }) clearWipLimit?: boolean | null;
}

@InputType({ description: 'The client makes the ids of what it creates, so that it can be shown and changed before the answer is there.' })
export class CreateLabelInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) boardId!: string;
  @Field(() => ID) id!: string;
  @Field() name!: string;
  @Field() color!: string;
}

@InputType()
export class EditLabelInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) labelId!: string;
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, { nullable: true }) color?: string | null;
}
