import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

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
  @Field() @Column('boolean') placeholder!: boolean;
  @Column('timestamptz') createdAt!: Date;
}
