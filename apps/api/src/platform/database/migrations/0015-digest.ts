import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a message told the morning's digest: the next one goes on from there. */
export class Digest0015 implements MigrationInterface {
  name = 'Digest1765400000000';

  async up(db: QueryRunner) {
    await db.query(`
alter table message add column digest_at timestamptz;
-- Until now each message was taken for one.
update message set digest_at = sent_at where sent_at is not null and class <> 'urgent';
create index message_digest on message (person_id, digest_at) where digest_at is not null;
`);
  }

  async down(db: QueryRunner) {
    await db.query(`
drop index message_digest;
alter table message drop column digest_at;
`);
  }
}
