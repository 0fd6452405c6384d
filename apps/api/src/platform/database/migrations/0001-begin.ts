import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first schema. Ranks are `COLLATE "C"`: any other collation corrupts their order silently. */
export class Begin0001 implements MigrationInterface {
  name = 'Begin1763942400000'; // TypeORM orders migrations by the milliseconds at the end

  async up(db: QueryRunner) {
    await db.query(`
create table person (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  email text,
  password_hash text,
  zone text not null default 'UTC',
  placeholder boolean not null default false,
  created_at timestamptz not null
);
create unique index person_email on person (lower(email));

create table session (
  token_hash text primary key,
  person_id uuid not null references person on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_person on session (person_id);

create table sign_in_attempt (
  account text not null,
  at timestamptz not null
);
create index sign_in_attempt_account on sign_in_attempt (account, at);

create table workspace (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  created_at timestamptz not null
);

create table membership (
  workspace_id uuid not null references workspace on delete cascade,
  person_id uuid not null references person on delete cascade,
  role text not null check (role in ('owner','admin','member','commenter','viewer','guest')),
  joined_at timestamptz not null,
  primary key (workspace_id, person_id)
);
create index membership_person on membership (person_id);

-- Names on old work stay when somebody leaves.
create table former_member (
  workspace_id uuid not null references workspace on delete cascade,
  person_id uuid not null references person on delete cascade,
  primary key (workspace_id, person_id)
);

create table board (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references workspace on delete cascade,
  name text not null,
  key text not null,
  zone text not null,
  seq integer not null default 0,
  next_number integer not null default 1,
  archived_at timestamptz,
  created_at timestamptz not null,
  unique (workspace_id, key)
);

create table board_guest (
  board_id uuid not null references board on delete cascade,
  person_id uuid not null references person on delete cascade,
  workspace_id uuid not null references workspace on delete cascade,
  role text not null check (role in ('member','commenter','viewer')),
  primary key (board_id, person_id)
);
create index board_guest_person on board_guest (person_id);

create table board_place (
  person_id uuid not null references person on delete cascade,
  board_id uuid not null references board on delete cascade,
  workspace_id uuid not null references workspace on delete cascade,
  starred boolean not null default false,
  rank text collate "C",
  primary key (person_id, board_id)
);

create table invitation (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references workspace on delete cascade,
  token_hash text not null unique,
  role text not null check (role in ('admin','member','commenter','viewer','guest')),
  board_id uuid references board on delete cascade,
  guest_role text check (guest_role in ('member','commenter','viewer')),
  claims_person_id uuid references person on delete cascade,
  created_by_id uuid not null references person,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  check ((role = 'guest') = (board_id is not null))
);
create index invitation_workspace on invitation (workspace_id);

create table board_column (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  board_id uuid not null references board on delete cascade,
  name text not null,
  class text not null check (class in ('queued','active','done','dropped')),
  wip_limit integer check (wip_limit > 0),
  rank text collate "C" not null,
  archived_at timestamptz,
  deleted_at timestamptz,
  unique (board_id, rank) deferrable
);

create table label (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  board_id uuid not null references board on delete cascade,
  name text not null,
  color text not null,
  rank text collate "C" not null,
  deleted_at timestamptz,
  unique (board_id, rank) deferrable
);

create table task (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  board_id uuid not null references board on delete cascade,
  number integer not null,
  column_id uuid not null references board_column on delete cascade,
  rank text collate "C" not null,
  title text not null,
  description text not null default '',
  description_version integer not null default 0,
  owner_id uuid references person,
  helper_ids uuid[] not null default '{}',
  label_ids uuid[] not null default '{}',
  start_on date,
  due_on date,
  due_time text check (due_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  done_at timestamptz,
  checklist_done integer not null default 0,
  checklist_total integer not null default 0,
  comment_count integer not null default 0,
  attachment_count integer not null default 0,
  source_url text,
  created_by_id uuid references person,
  created_at timestamptz not null,
  archived_at timestamptz,
  deleted_at timestamptz,
  unique (column_id, rank) deferrable,
  unique (board_id, number)
);
create index task_open on task (board_id) where archived_at is null and deleted_at is null;
create index task_put_away on task (board_id) where archived_at is not null or deleted_at is not null;
create index task_deleted on task (deleted_at) where deleted_at is not null;

create table former_task_key (
  workspace_id uuid not null references workspace on delete cascade,
  key text not null,
  task_id uuid not null references task on delete cascade,
  primary key (workspace_id, key)
);
create index former_task_key_task on former_task_key (task_id);

create table checklist (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  task_id uuid not null references task on delete cascade,
  name text not null,
  rank text collate "C" not null,
  deleted_at timestamptz,
  unique (task_id, rank) deferrable
);

create table checklist_item (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  task_id uuid not null references task on delete cascade,
  checklist_id uuid not null references checklist on delete cascade,
  title text not null,
  rank text collate "C" not null,
  done_at timestamptz,
  owner_id uuid references person,
  due_on date,
  deleted_at timestamptz,
  unique (checklist_id, rank) deferrable
);
create index checklist_item_task on checklist_item (task_id);

create table comment (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references workspace on delete cascade,
  task_id uuid not null references task on delete cascade,
  author_id uuid references person,
  author_name text not null,
  text text not null,
  created_at timestamptz not null,
  edited_at timestamptz,
  source text
);
create index comment_task on comment (task_id, created_at);

create table attachment (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references workspace on delete cascade,
  task_id uuid not null references task on delete cascade,
  name text not null,
  url text not null check (url ~* '^https?://'),
  bytes bigint,
  stayed_at_source boolean not null default false,
  created_at timestamptz not null
);
create index attachment_task on attachment (task_id);

create table event (
  board_id uuid not null references board on delete cascade,
  seq integer not null,
  workspace_id uuid not null references workspace on delete cascade,
  at timestamptz not null,
  actor_id uuid not null references person,
  kind text not null,
  command_id uuid not null,
  command_hash text not null,
  changes jsonb not null,
  undo jsonb not null default '[]',
  task_ids uuid[] not null default '{}',
  resync boolean not null default false,
  undone_by uuid,
  primary key (board_id, seq),
  unique (command_id, board_id)
);
create index event_task on event using gin (task_ids);

create table reader_cursor (
  reader text not null,
  board_id uuid not null references board on delete cascade,
  seq integer not null,
  primary key (reader, board_id)
);

create table upload (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person on delete cascade,
  name text not null,
  bytes bigint not null,
  created_at timestamptz not null
);

create table import_run (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references workspace on delete cascade,
  command_id uuid not null unique,
  source text not null,
  board_id uuid references board on delete set null,
  board_name text not null,
  by_id uuid not null references person,
  at timestamptz not null,
  receipt jsonb not null,
  undo jsonb not null,
  undone_at timestamptz
);
create index import_run_workspace on import_run (workspace_id, at);

create table external_ref (
  workspace_id uuid not null references workspace on delete cascade,
  source text not null,
  kind text not null,
  foreign_id text not null,
  local_id uuid not null,
  board_id uuid references board on delete cascade,
  import_id uuid not null references import_run on delete cascade,
  imported jsonb not null default '{}',
  primary key (workspace_id, source, kind, foreign_id)
);
create index external_ref_import on external_ref (import_id);
create index external_ref_board on external_ref (board_id);
`);
  }

  async down(db: QueryRunner) {
    await db.query(`
drop table external_ref, import_run, upload, reader_cursor, event, attachment, comment, checklist_item, checklist,
  former_task_key, task, label, board_column, invitation, board_place, board_guest, board, former_member, membership, workspace,
  sign_in_attempt, session, person`);
  }
}
