import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { JsonScalar } from '../platform/graphql/scalars';
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

@InputType({ description: 'Absent leaves.' })
export class EditWorkspaceInput {
  @Field(() => ID) workspaceId!: string;
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => JsonScalar, { nullable: true, description: "Partial<Norms> of libs/domain; null for Baton's own." })
  norms?: Record<string, unknown> | null;
  @Field(() => JsonScalar, { nullable: true, description: '{ date, name }[]' }) quietDays?: unknown;
  @Field(() => String, { nullable: true, description: 'A name of searchLanguages, or simple for none.' }) language?: string | null;
}
