import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The same questions again and again, and what people answered; when somebody is asked is never written, it follows from their calendar. */
export class CheckIn0006 implements MigrationInterface {
  name = 'CheckIn1764300000000';

  async up(db: QueryRunner) {
    await db.query(`
create table check_in (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  board_id uuid not null references board on delete cascade,
  template text not null check (template in ('plan', 'wrap-up', 'pace', 'learned', 'own')),
  title text not null,
  questions jsonb not null,
  period text not null check (period in ('week', 'two weeks', 'month')),
  weekday integer not null check (weekday between 1 and 7),
  offset_minutes integer not null check (offset_minutes between 0 and 720),
  tasks boolean not null,
  participant_ids uuid[] not null,
  starts_on date not null,
  stopped_at timestamptz,
  created_by_id uuid not null references person,
  created_at timestamptz not null
);
create index check_in_board on check_in (board_id);
create index check_in_person on check_in using gin (participant_ids) where stopped_at is null;

create table check_in_answer (
  check_in_id uuid not null references check_in on delete cascade,
  -- The calendar day of the check-in, in each person's own zone.
  "on" date not null,
  person_id uuid not null references person,
  passed boolean not null,
  words jsonb not null default '[]',
  finished jsonb not null default '[]',
  moving jsonb not null default '[]',
  stuck jsonb not null default '[]',
  at timestamptz not null,
  edited_at timestamptz,
  primary key (check_in_id, "on", person_id)
);
`);
  }

  async down(db: QueryRunner) {
    await db.query('drop table check_in_answer, check_in');
  }
}
