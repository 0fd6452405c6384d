import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { JsonScalar } from '../platform/graphql/scalars';
import { type GuestRole, type Norms, type WorkspaceRole, guestRoles, workspaceRoles } from '@baton/domain';
import { Column, Entity, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { Person } from '../account/person.entity';

/** A string union of the domain as a GraphQL enum whose names are its values. */
const asEnum = <T extends string>(values: readonly T[]) => Object.fromEntries(values.map((v) => [v, v])) as Record<T, T>;
export const WorkspaceRoleEnum = asEnum(workspaceRoles);
export const GuestRoleEnum = asEnum(guestRoles);
registerEnumType(WorkspaceRoleEnum, { name: 'WorkspaceRole' });
registerEnumType(GuestRoleEnum, { name: 'GuestRole' });

/** A team: its members and its boards. */
@ObjectType()
@Entity()
export class Workspace {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Field() @Column('text') name!: string;
  @Field(() => JsonScalar, { nullable: true, description: 'Partial<Norms> of libs/domain.' })
  @Column('jsonb', { nullable: true })
  norms!: Partial<Norms> | null;
  @Field(() => JsonScalar, { description: 'Days on which nobody here works: { date, name }[].' })
  @Column('jsonb', { default: [] })
  quietDays!: { date: string; name: string }[];
  @Field({ description: 'Whose endings of words search knows: a name of searchLanguages, or simple for none.' })
  @Column('text', { default: 'simple' })
  language!: string;
  @Column('timestamptz') createdAt!: Date;
  /** What the caller is here; set by the query. */
  @Field(() => WorkspaceRoleEnum) myRole!: WorkspaceRole;
}

/** Who is in a workspace, and as what. */
@ObjectType('Member')
@Entity()
export class Membership {
  @PrimaryColumn('uuid') workspaceId!: string;
  @PrimaryColumn('uuid') personId!: string;
  @Field(() => WorkspaceRoleEnum) @Column('text') role!: WorkspaceRole;
  @Field() @Column('timestamptz') joinedAt!: Date;
  @Field(() => Person) @ManyToOne(() => Person, { onDelete: 'CASCADE' }) person!: Person;
}

/** Who may see a single board as a guest, and as what. */
@ObjectType()
@Entity()
export class BoardGuest {
  @PrimaryColumn('uuid') boardId!: string;
  @PrimaryColumn('uuid') personId!: string;
  @Column('uuid') workspaceId!: string;
  @Field(() => GuestRoleEnum) @Column('text') role!: GuestRole;
  @Field(() => Person) @ManyToOne(() => Person, { onDelete: 'CASCADE' }) person!: Person;
}

/** A link that lets one person in, once. */
@ObjectType()
@Entity()
export class Invitation {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') workspaceId!: string;
  @Column('text') tokenHash!: string;
  @Field(() => WorkspaceRoleEnum) @Column('text') role!: WorkspaceRole;
  @Field(() => ID, { nullable: true, description: 'Where a guest is invited to.' }) @Column('uuid', { nullable: true }) boardId!:
    string | null;
  @Column('text', { nullable: true }) guestRole!: GuestRole | null;
  @Column('uuid', { nullable: true }) claimsPersonId!: string | null;
  @Field(() => Person, { nullable: true, name: 'claims', description: 'The imported placeholder that whoever accepts becomes.' })
  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  claimsPerson?: Person | null;
  @Column('uuid') createdById!: string;
  @ManyToOne(() => Person) createdBy?: Person;
  @Field() @Column('timestamptz') createdAt!: Date;
  @Field() @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) acceptedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
}
