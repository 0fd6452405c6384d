import type { LabelColor, Rank } from '@baton/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A label of a board. Tasks name labels by id; a deleted label stays as a row, so that undo brings it back everywhere. */
@Entity()
export class Label {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') workspaceId!: string;
  @Column('uuid') boardId!: string;
  @Column('text') name!: string;
  @Column('text') color!: LabelColor;
  @Column({ type: 'text', collation: 'C' }) rank!: Rank;
  @Column('timestamptz', { nullable: true }) deletedAt!: Date | null;
}
