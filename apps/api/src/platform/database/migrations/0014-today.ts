import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When somebody said of a task that it stays as it is, and status updates that are taken back. */
export class Today0014 implements MigrationInterface {
  name = 'Today1765200000000';

  async up(db: QueryRunner) {
    await db.query(`
alter table task add column kept_at timestamptz;
alter table status_update add column withdrawn_at timestamptz;
`);
  }

  async down(db: QueryRunner) {
    await db.query(`
alter table status_update drop column withdrawn_at;
alter table task drop column kept_at;
`);
  }
}
