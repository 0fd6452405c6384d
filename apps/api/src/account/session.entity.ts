import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A signed-in browser. The token itself is only in its cookie. */
@Entity()
export class Session {
  @PrimaryColumn('text') tokenHash!: string;
  @Column('uuid') personId!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
}
