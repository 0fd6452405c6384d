import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Change, EventKind } from '@baton/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ChangesScalar } from '../graphql/scalars';

/** What undo needs to know of one row: the values that the command found and those that it left. */
export interface RowChange {
  table: string;
  id: string;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

/** One entry of a board's log; written in the transaction of the change that it tells of. */
@ObjectType('BoardEvent')
@Entity()
export class Event {
  @Field(() => ID) @PrimaryColumn('uuid') boardId!: string;
  @Field(() => Int, { description: 'No gaps within a board.' }) @PrimaryColumn('integer') seq!: number;
  @Column('uuid') workspaceId!: string;
  @Field(() => Date) @Column('timestamptz') at!: Date;
  @Field(() => ID) @Column('uuid') actorId!: string;
  @Field(() => String) @Column('text') kind!: EventKind;
  @Field(() => ID) @Column('uuid') commandId!: string;
  @Column('text') commandHash!: string;
  @Field(() => ChangesScalar) @Column('jsonb') changes!: Change[];
  @Column('jsonb') undo!: RowChange[];
  @Column('uuid', { array: true }) taskIds!: string[];
  @Field(() => Boolean, { description: 'Too much changed to list: read the board again.' }) @Column('boolean') resync!: boolean;
  @Column('uuid', { nullable: true }) undoneBy!: string | null;
}
