import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Rank } from '@baton/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DayScalar } from '../platform/graphql/scalars';

/** A piece of work. Counters are kept by the transactions that change what they count, so that a board opens without counting. */
@ObjectType()
@Entity()
export class Task {
  @Field(() => ID) @PrimaryColumn('uuid') id!: string;
  @Column('uuid') workspaceId!: string;
  @Field(() => ID) @Column('uuid') boardId!: string;
  /** Set by the query, with the board's key. */
  @Field() boardKey!: string;
  @Field(() => Int) @Column('integer') number!: number;
  @Field({ description: 'WEB-42.' }) key!: string;
  @Field(() => ID) @Column('uuid') columnId!: string;
  @Column({ type: 'text', collation: 'C' }) rank!: Rank;
  @Field() @Column('text') title!: string;
  @Field() @Column('text') description!: string;
  @Field(() => Int, { description: 'Send it back with editDescription.' }) @Column('integer') descriptionVersion!: number;
  @Field(() => ID, { nullable: true }) @Column('uuid', { nullable: true }) ownerId!: string | null;
  @Field(() => [ID]) @Column('uuid', { array: true }) helperIds!: string[];
  @Field(() => [ID]) @Column('uuid', { array: true }) labelIds!: string[];
  @Field(() => DayScalar, { nullable: true }) @Column('date', { nullable: true }) startOn!: string | null;
  @Field(() => DayScalar, { nullable: true }) @Column('date', { nullable: true }) dueOn!: string | null;
  @Field(() => String, { nullable: true, description: "HH:MM in the board's zone." }) @Column('text', { nullable: true }) dueTime!:
    string | null;
  @Field(() => Date, { nullable: true }) @Column('timestamptz', { nullable: true }) doneAt!: Date | null;
  @Column('integer') checklistDone!: number;
  @Column('integer') checklistTotal!: number;
  @Column('integer') commentCount!: number;
  @Column('integer') attachmentCount!: number;
  @Field(() => String, { nullable: true, description: 'Where it came from, for imported tasks.' })
  @Column('text', { nullable: true })
  sourceUrl!: string | null;
  @Field(() => ID, { nullable: true, description: 'Null for imported tasks whose author nobody has been matched to.' })
  @Column('uuid', { nullable: true })
  createdById!: string | null;
  @Field() @Column('timestamptz') createdAt!: Date;
  @Field(() => Date, { nullable: true }) @Column('timestamptz', { nullable: true }) archivedAt!: Date | null;
  @Field(() => Date, { nullable: true }) @Column('timestamptz', { nullable: true }) deletedAt!: Date | null;
}
