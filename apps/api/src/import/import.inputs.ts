import { Field, ID, InputType } from '@nestjs/graphql';

@InputType()
export class ImportPersonInput {
  @Field(() => ID) foreignId!: string;
  @Field(() => ID, { nullable: true }) personId?: string | null;
  @Field() placeholder!: boolean;
}

@InputType()
export class ImportInput {
  @Field(() => ID) workspaceId!: string;
  @Field(() => ID) uploadId!: string;
  @Field(() => String, { nullable: true }) boardName?: string | null;
  @Field(() => [ImportPersonInput]) people!: ImportPersonInput[];
  @Field(() => ID) commandId!: string;
}
