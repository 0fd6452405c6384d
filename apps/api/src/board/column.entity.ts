import type { EntityManager } from 'typeorm';
import { changed } from '../platform/database/database';
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

/** Marks work that was begun before it had an owner or a deadline: nothing is asked of it until somebody moves it (K1b). Answers the tasks. */
export async function exemptBegun(tx: EntityManager, columnId: string): Promise<string[]> {
  const rows = await changed<{ id: string }>(
    tx,
    `update task set exempt = true where column_id = $1 and not exempt and (owner_id is null or (due_on is null and revisit_on is null)) returning id`,
    [columnId],
  );
  return rows.map((row) => row.id);
}
