import { Field, InputType } from '@nestjs/graphql';

@InputType()
export class AccountInput {
  @Field() name!: string;
  @Field() email!: string;
  @Field() password!: string;
  @Field() zone!: string;
}

@InputType()
export class EditProfileInput {
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, { nullable: true }) email?: string | null;
  @Field(() => String, { nullable: true }) zone?: string | null;
}
