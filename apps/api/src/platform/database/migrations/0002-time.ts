import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calendars of people, deadlines with a zone and their history, whose move it is, dependencies, repetition and feeds. */
export class Time0002 implements MigrationInterface {
  name = 'Time1763989200000';

  async up(db: QueryRunner) {
    await db.query(`
alter table person
  add column calendar jsonb,
  add column calendar_confirmed_at timestamptz,
  add column status jsonb,
  add column urgent jsonb not null default '{"reachable":false,"hours":"working","how":""}';

alter table workspace add column norms jsonb, add column quiet_days jsonb not null default '[]';

alter table board
  add column norms jsonb,
  add column triage_id uuid references person on delete set null,
  add column sprint jsonb;

alter table task
  add column due_zone text,
  add column due_at timestamptz,
  add column due_set_by_id uuid references person on delete set null,
  add column due_moves integer not null default 0,
  add column due_slip integer not null default 0,
  add column due_history jsonb not null default '[]',
  add column revisit_on date,
  add column no_due_why text not null default '',
  add column next_step text not null default '',
  add column requester_id uuid references person on delete set null,
  add column blocker_ids uuid[] not null default '{}',
  add column follower_ids uuid[] not null default '{}',
  add column wait jsonb,
  add column handoff jsonb,
  add column counter jsonb,
  add column repeat jsonb,
  add column exempt boolean not null default false,
  -- Written by the reader of the log that derives it; never by a person.
  add column move_kind text,
  add column move_person_id uuid references person on delete set null,
  add column move_what text,
  add column move_by timestamptz;
update task set due_zone = b.zone from board b where b.id = task.board_id and task.due_on is not null;
-- The exact bound is derived by the application at its next start (tz_state is empty).
update task set requester_id = created_by_id;
update task set exempt = true from board_column c where c.id = task.column_id and c.class = 'active' and (task.owner_id is null or task.due_on is null);
create index task_mover on task (move_person_id, move_by) where archived_at is null and deleted_at is null;
create index task_owner on task (owner_id) where archived_at is null and deleted_at is null;
create index task_blockers on task using gin (blocker_ids) where blocker_ids <> '{}';
create index task_repeating on task (id) where repeat is not null;

-- Which rules of the world's clocks the derived instants were made with.
create table tz_state (
  only_row boolean primary key default true check (only_row),
  version text not null
);

create table feed (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references workspace on delete cascade,
  person_id uuid not null references person on delete cascade,
  board_id uuid references board on delete cascade,
  token_hash text not null unique,
  created_at timestamptz not null
);
create index feed_person on feed (person_id);
`);
  }

  async down(db: QueryRunner) {
    await db.query(`
drop table feed, tz_state;
alter table task drop column due_zone, drop column due_at, drop column due_set_by_id, drop column due_moves, drop column due_slip,
  drop column due_history, drop column revisit_on, drop column no_due_why, drop column next_step, drop column requester_id,
  drop column blocker_ids, drop column follower_ids, drop column wait, drop column handoff, drop column counter, drop column repeat,
  drop column exempt, drop column move_kind, drop column move_person_id, drop column move_what, drop column move_by;
alter table board drop column norms, drop column triage_id, drop column sprint;
alter table workspace drop column norms, drop column quiet_days;
alter table person drop column calendar, drop column calendar_confirmed_at, drop column status, drop column urgent`);
  }
}
