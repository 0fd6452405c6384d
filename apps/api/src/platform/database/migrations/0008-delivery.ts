import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits to be told to somebody, the messages that tell it, the ladders of reminders, and when the worker last came round. */
export class Delivery0008 implements MigrationInterface {
  name = 'Delivery1764500000000';

  async up(db: QueryRunner) {
    await db.query(`
-- One message per person, slot and channel, written before it is sent: a crash can make it late, never double.
create table message (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references workspace on delete cascade,
  person_id uuid not null references person on delete cascade,
  slot timestamptz not null,
  channel text not null check (channel in ('app', 'mail', 'push', 'webhook')),
  class text not null,
  state text not null default 'formed' check (state in ('formed', 'sending', 'sent', 'failed', 'dropped')),
  formed_at timestamptz not null,
  attempts integer not null default 0,
  next_try_at timestamptz not null,
  -- Whoever sends it has it until then; afterwards another may.
  lease_until timestamptz,
  sent_at timestamptz,
  -- Whether it was sent outside the hours of its receiver; counted in the monthly report.
  outside boolean not null default false,
  error text,
  unique (person_id, slot, channel)
);
create index message_open on message (next_try_at) where state in ('formed', 'sending');
create index message_sent on message (workspace_id, sent_at) where sent_at is not null;

create table item (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references workspace on delete cascade,
  board_id uuid not null references board on delete cascade,
  task_id uuid references task on delete cascade,
  person_id uuid not null references person on delete cascade,
  cause text not null,
  object_id uuid not null,
  class text not null,
  duty boolean not null,
  -- The same deed, read again after a crash, has the same key.
  key text not null,
  by_id uuid references person on delete set null,
  at timestamptz not null,
  -- The number of the event in the board's log; 0 for what the clock brought.
  seq integer not null default 0,
  -- What was true when it arose and must still hold when it is told, such as a deadline.
  facts jsonb not null default '{}',
  state text not null default 'waiting' check (state in ('waiting', 'formed', 'sent', 'dropped', 'folded')),
  message_id uuid references message on delete set null,
  ended_at timestamptz,
  ended_why text,
  -- For whom the receiver stands in, and who stands in for the receiver.
  covers_id uuid references person on delete set null,
  covered_by_id uuid references person on delete set null,
  unique (person_id, key)
);
create index item_waiting on item (person_id) where state = 'waiting';
create index item_message on item (message_id) where message_id is not null;
create index item_by on item (by_id, at);
create index item_person on item (person_id, at);
create index item_task on item (task_id);

-- The ladder of reminders, where somebody or a board has one of their own.
create table person_reminders (
  person_id uuid primary key references person on delete cascade,
  ladder jsonb not null
);
create table board_reminders (
  board_id uuid primary key references board on delete cascade,
  ladder jsonb not null
);

-- What happened before there was delivery is told by nobody.
insert into reader_cursor (reader, board_id, seq) select 'items', id, seq from board on conflict do nothing;

-- Who takes what cannot wait, week by week.
alter table board add column rota jsonb;

create table urgent (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  board_id uuid not null references board on delete cascade,
  task_id uuid not null references task on delete cascade,
  from_id uuid not null references person on delete cascade,
  to_id uuid not null references person on delete cascade,
  reason text not null,
  at timestamptz not null,
  -- Whether the receiver found it urgent.
  was boolean
);
create index urgent_task on urgent (task_id);
create index urgent_from on urgent (from_id, at);

-- When the tick last came round, for the page that says whether the worker runs.
create table delivery_tick (
  only_row boolean primary key default true check (only_row),
  at timestamptz not null
);
insert into delivery_tick (at) values (now());
`);
  }

  async down(db: QueryRunner) {
    await db.query('alter table board drop column rota');
    await db.query(`delete from reader_cursor where reader = 'items'`);
    await db.query('drop table urgent, delivery_tick, board_reminders, person_reminders, item, message');
  }
}
