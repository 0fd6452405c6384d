import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { CounterProposal, DeadlineChange, Handoff, Lent, Rank, Repeat, Wait } from '@baton/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DayScalar, JsonScalar } from '../platform/graphql/scalars';

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
  @Field(() => String, { nullable: true, description: "HH:MM in the deadline's zone." }) @Column('text', { nullable: true }) dueTime!:
    string | null;
  @Field(() => String, { nullable: true, description: 'IANA zone of the deadline.' }) @Column('text', { nullable: true }) dueZone!:
    string | null;
  @Field(() => Date, { nullable: true, description: 'When it is missed: the moment, or the first instant after the day.' })
  @Column('timestamptz', { nullable: true })
  dueAt!: Date | null;
  @Field(() => ID, { nullable: true }) @Column('uuid', { nullable: true }) dueSetById!: string | null;
  @Column('integer', { default: 0 }) dueMoves!: number;
  @Column('integer', { default: 0 }) dueSlip!: number;
  @Field(() => JsonScalar, { description: 'DeadlineChange[] of libs/domain, oldest first.' })
  @Column('jsonb', { default: [] })
  dueHistory!: DeadlineChange[];
  @Field(() => DayScalar, { nullable: true, description: 'No deadline until we look again on this day.' })
  @Column('date', { nullable: true })
  revisitOn!: string | null;
  @Field() @Column('text', { default: '' }) noDueWhy!: string;
  @Field() @Column('text', { default: '' }) nextStep!: string;
  @Field(() => ID, { nullable: true }) @Column('uuid', { nullable: true }) requesterId!: string | null;
  @Field(() => [ID], { description: 'Tasks of this board that must be done first.' })
  @Column('uuid', { array: true, default: [] })
  blockerIds!: string[];
  @Field(() => [ID], { description: 'Who pinned it, to follow it.' }) @Column('uuid', { array: true, default: [] }) followerIds!: string[];
  @Column('jsonb', { nullable: true }) wait!: Wait | null;
  @Column('jsonb', { nullable: true }) handoff!: Handoff | null;
  @Column('jsonb', { nullable: true }) lent!: Lent | null;
  @Column('jsonb', { nullable: true }) counter!: CounterProposal | null;
  @Column('jsonb', { nullable: true }) repeat!: Repeat | null;
  @Column('boolean', { default: false }) exempt!: boolean;
  /** When somebody last said that it stays as it is, though it did not move. */
  @Column('timestamptz', { nullable: true }) keptAt!: Date | null;
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
