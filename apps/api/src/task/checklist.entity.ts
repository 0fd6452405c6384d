import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Rank } from '@baton/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DayScalar } from '../platform/graphql/scalars';

/** One line of a checklist; it can have its own owner and date, and can become a task. */
@ObjectType()
@Entity()
export class ChecklistItem {
  @Field(() => ID) @PrimaryColumn('uuid') id!: string;
  @Column('uuid') workspaceId!: string;
  @Column('uuid') taskId!: string;
  @Field(() => ID) @Column('uuid') checklistId!: string;
  @Field() @Column('text') title!: string;
  @Column({ type: 'text', collation: 'C' }) rank!: Rank;
  @Field(() => Date, { nullable: true }) @Column('timestamptz', { nullable: true }) doneAt!: Date | null;
  @Field(() => ID, { nullable: true }) @Column('uuid', { nullable: true }) ownerId!: string | null;
  @Field(() => DayScalar, { nullable: true }) @Column('date', { nullable: true }) dueOn!: string | null;
  @Column('timestamptz', { nullable: true }) deletedAt!: Date | null;
}

/** A named list of small steps within a task. */
@ObjectType()
@Entity()
export class Checklist {
  @Field(() => ID) @PrimaryColumn('uuid') id!: string;
  @Column('uuid') workspaceId!: string;
  @Column('uuid') taskId!: string;
  @Field() @Column('text') name!: string;
  @Column({ type: 'text', collation: 'C' }) rank!: Rank;
  @Column('timestamptz', { nullable: true }) deletedAt!: Date | null;
  /** Set by the query, in order, without deleted ones. */
  @Field(() => [ChecklistItem]) items!: ChecklistItem[];
}
