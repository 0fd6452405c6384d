import type { CheckInPeriod, CheckInTemplate } from '@baton/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The same few questions to the same people, again and again, each in their own hours. */
@Entity()
export class CheckIn {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') workspaceId!: string;
  @Column('uuid') boardId!: string;
  @Column('text') template!: CheckInTemplate;
  @Column('text') title!: string;
  @Column('jsonb') questions!: string[];
  @Column('text') period!: CheckInPeriod;
  @Column('integer') weekday!: number;
  @Column('integer') offsetMinutes!: number;
  @Column('boolean') tasks!: boolean;
  @Column('uuid', { array: true }) participantIds!: string[];
  @Column('date') startsOn!: string;
  @Column('timestamptz', { nullable: true }) stoppedAt!: Date | null;
  @Column('uuid') createdById!: string;
  @Column('timestamptz') createdAt!: Date;
}
