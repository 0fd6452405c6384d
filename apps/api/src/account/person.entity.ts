import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Calendar, Status } from '@baton/domain';
import { JsonScalar } from '../platform/graphql/scalars';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** How somebody lets themselves be reached when it cannot wait; off unless they say so. */
export interface Urgent {
  reachable: boolean;
  hours: 'any' | 'working';
  how: string;
}

/** Somebody with an account, or a placeholder that came with an import and waits to be claimed. */
@ObjectType()
@Entity()
export class Person {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Field() @Column('text') name!: string;
  // No @Field: account.resolver adds it, for the person themselves and for admins only.
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text', { nullable: true, select: false }) passwordHash?: string | null;
  @Field({ description: 'IANA zone.' }) @Column('text') zone!: string;
  @Field(() => JsonScalar, { nullable: true, description: 'Calendar of libs/domain; null until the person says when they work.' })
  @Column('jsonb', { nullable: true })
  calendar!: Calendar | null;
  @Column('timestamptz', { nullable: true }) calendarConfirmedAt!: Date | null;
  @Field(() => JsonScalar, { nullable: true, description: 'Status of libs/domain.' })
  @Column('jsonb', { nullable: true })
  status!: Status | null;
  // No @Field: account.resolver shows it to the person alone.
  @Column('jsonb', { default: { reachable: false, hours: 'working', how: '' } }) urgent!: Urgent;
  @Field() @Column('boolean') placeholder!: boolean;
  @Column('timestamptz') createdAt!: Date;
}
