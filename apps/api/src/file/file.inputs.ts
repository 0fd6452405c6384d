import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'Shows files that the caller has sent on the task itself.' })
export class AddFilesInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) taskId!: string;
  @Field(() => [ID]) fileIds!: string[];
}

@InputType({ description: 'Absent leaves as it is.' })
export class EditFileInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) fileId!: string;
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, { nullable: true }) caption?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Takes it off the task, or brings it back.' }) removed?: boolean | null;
}
