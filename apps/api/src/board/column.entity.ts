import { registerEnumType } from '@nestjs/graphql';
import { type ColumnClass, type Rank, columnClasses } from '@baton/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const ColumnClassEnum = Object.fromEntries(columnClasses.map((c) => [c, c])) as Record<ColumnClass, ColumnClass>;
registerEnumType(ColumnClassEnum, { name: 'ColumnClass' });

/** A column of a board. It crosses GraphQL inside the board's snapshot and its events. */
@Entity()
export class BoardColumn {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') workspaceId!: string;
  @Column('uuid') boardId!: string;
  @Column('text') name!: string;
  @Column('text') class!: ColumnClass;
  @Column('integer', { nullable: true }) wipLimit!: number | null;
  @Column({ type: 'text', collation: 'C' }) rank!: Rank;
  @Column('timestamptz', { nullable: true }) archivedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) deletedAt!: Date | null;
}
