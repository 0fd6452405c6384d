import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Few tasks are offered at any time; whoever asks for them does not read all the others. */
export class Offer0016 implements MigrationInterface {
  name = 'Offer1765500000000';

  async up(db: QueryRunner) {
    await db.query('create index task_offered on task (board_id) where handoff is not null');
  }

  async down(db: QueryRunner) {
    await db.query('drop index task_offered');
  }
}
