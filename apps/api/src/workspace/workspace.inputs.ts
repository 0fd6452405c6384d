import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { GuestRole, WorkspaceRole } from '@baton/domain';
import { AccountInput } from '../account/account.inputs';
import { GuestRoleEnum, WorkspaceRoleEnum } from './workspace.entity';

@InputType()
export class SetUpInput {
  @Field() workspaceName!: string;
  @Field(() => AccountInput) account!: AccountInput;
}

@InputType()
export class CreateInvitationInput {
  @Field(() => ID) workspaceId!: string;
  @Field(() => WorkspaceRoleEnum) role!: WorkspaceRole;
  @Field(() => ID, { nullable: true }) boardId?: string | null;
  @Field(() => GuestRoleEnum, { nullable: true }) guestRole?: GuestRole | null;
  @Field(() => ID, { nullable: true }) claimsPersonId?: string | null;
  @Field(() => Int, { nullable: true }) expiresInDays?: number | null;
}
