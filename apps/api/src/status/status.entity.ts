import type { Health, StatusAnswer } from '@baton/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One person's word on a status update, as it is kept. */
export interface KeptAnswer {
  personId: string;
  answer: StatusAnswer;
  text: string;
  at: string;
}

/** How a board stands, as somebody told it. One that is taken back stays as a row, so that undo brings it again. */
@Entity({ name: 'status_update' })
export class Status {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') workspaceId!: string;
  @Column('uuid') boardId!: string;
  @Column('uuid') authorId!: string;
  @Column('text') health!: Health;
  @Column('text') headline!: string;
  @Column('text') text!: string;
  @Column('integer') fromSeq!: number;
  @Column('integer') toSeq!: number;
  @Column('timestamptz') publishedAt!: Date;
  @Column('uuid', { array: true }) readerIds!: string[];
  @Column('jsonb') answers!: KeptAnswer[];
  @Column('timestamptz', { nullable: true }) withdrawnAt!: Date | null;
}
