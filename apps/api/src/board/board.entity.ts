import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Norms, Rota, Sprint, WorkspaceRole } from '@baton/domain';
import { WorkspaceRoleEnum } from '../workspace/workspace.entity';

/** A board of a workspace. `starred`, `place` and `myRole` are the caller's own and are set by the query. */
@ObjectType()
@Entity()
export class Board {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Field(() => ID) @Column('uuid') workspaceId!: string;
  @Field() @Column('text') name!: string;
  @Field() @Column('text') key!: string;
  @Field() @Column('text') zone!: string;
  @Column('jsonb', { nullable: true }) norms!: Partial<Norms> | null;
  @Column('uuid', { nullable: true }) triageId!: string | null;
  @Column('jsonb', { nullable: true }) sprint!: Sprint | null;
  @Column('jsonb', { nullable: true }) rota!: Rota | null;
  /** The number of the board's last event; every writing transaction holds this row. */
  @Column('integer') seq!: number;
  @Column('integer') nextNumber!: number;
  @Field(() => Date, { nullable: true }) @Column('timestamptz', { nullable: true }) archivedAt!: Date | null;
  @Column('timestamptz') createdAt!: Date;
  @Field({ description: "In the caller's own sidebar." }) starred!: boolean;
  @Field({ description: "The caller's own order of boards." }) place!: string;
  @Field(() => WorkspaceRoleEnum, { description: 'What the caller is on this board.' }) myRole!: WorkspaceRole;
}
