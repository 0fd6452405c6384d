import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mail that goes out and comes in, push to browsers, and webhooks. Of every secret that a mail carries only the hash is here. */
export class Mail0009 implements MigrationInterface {
  name = 'Mail1764600000000';

  async up(db: QueryRunner) {
    await db.query(`
-- How somebody lets themselves be reached outside the page. No row means both, as everybody begins.
create table reach (
  person_id uuid primary key references person on delete cascade,
  mail boolean not null default true,
  push boolean not null default true,
  -- An address that was refused for good; another address of the person is not meant.
  refused_email text,
  refused_at timestamptz,
  refused_why text
);

create table mail_token (
  token_hash text primary key,
  kind text not null check (kind in ('answer', 'reply', 'unsubscribe', 'bounce')),
  person_id uuid not null references person on delete cascade,
  task_id uuid references task on delete cascade,
  ask_id uuid references ask on delete cascade,
  comment_id uuid references comment on delete cascade,
  -- Where the mail went that carries it.
  email text,
  -- Using it is this command, so using it twice is once.
  command_id uuid not null default gen_random_uuid(),
  used_for text,
  used_at timestamptz,
  created_at timestamptz not null,
  -- Null for those that must work for as long as the mail is kept.
  expires_at timestamptz
);
create index mail_token_person on mail_token (person_id);

create table mail_out (
  -- The delivery's own id: a second try is the same row.
  id text primary key,
  workspace_id uuid references workspace on delete cascade,
  person_id uuid references person on delete set null,
  recipient text not null,
  subject text not null,
  state text not null check (state in ('kept', 'sent', 'failed', 'refused')),
  why text,
  tries integer not null default 1,
  -- Only while no mail is sent: what the outbox shows, without the secrets of its links.
  html text,
  body text,
  at timestamptz not null
);
create index mail_out_workspace on mail_out (workspace_id, at);

create table mail_in (
  -- Message-ID and recipient: the same mail applies once.
  key text primary key,
  sender text not null,
  recipient text not null,
  outcome text not null,
  why text,
  person_id uuid references person on delete set null,
  task_id uuid references task on delete set null,
  at timestamptz not null
);
create index mail_in_at on mail_in (at);

-- How the last visit to the mailbox went: one row.
create table mail_visit (
  only_row boolean primary key default true check (only_row),
  at timestamptz not null,
  trouble text,
  trouble_since timestamptz
);

-- What was answered to whom, so that it is said once.

create table mail_notice (
  address text not null,
  reason text not null,
  at timestamptz not null,
  primary key (address, reason)
);

create table board_address (
  board_id uuid primary key references board on delete cascade,
  local text not null unique,
  created_at timestamptz not null
);

create table push_key (
  only_row boolean primary key default true check (only_row),
  public_key text not null,
  private_key text not null
);

create table push_device (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person on delete cascade,
  endpoint text not null unique,
  p256dh text not null,
  auth text not null,
  name text not null,
  created_at timestamptz not null
);
create index push_device_person on push_device (person_id);

create table webhook (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references workspace on delete cascade,
  -- Null for what is urgent to anybody of the workspace.
  person_id uuid references person on delete cascade,
  url text not null check (url ~* '^https?://'),
  -- Signing needs it as it is; it is shown once.
  secret text not null,
  format text not null check (format in ('json', 'text')),
  created_by_id uuid not null references person,
  created_at timestamptz not null,
  failing_since timestamptz,
  disabled_at timestamptz
);
create index webhook_workspace on webhook (workspace_id);
`);
  }

  async down(db: QueryRunner) {
    await db.query(`
drop table webhook, push_device, push_key, board_address, mail_notice, mail_visit, mail_in, mail_out, mail_token, reach;
`);
  }
}
