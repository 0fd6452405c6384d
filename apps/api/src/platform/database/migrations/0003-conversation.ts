import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Comments that people write here, asks with their one holder, drafts, and what a task's card shows of them. */
export class Conversation0003 implements MigrationInterface {
  name = 'Conversation1764000000000';

  async up(db: QueryRunner) {
    await db.query(`
alter table comment
  add column kind text not null default 'note' check (kind in ('note', 'update', 'ask', 'blocker')),
  add column tone text,
  add column headline text,
  add column health text check (health in ('on track', 'at risk', 'off track')),
  add column reply_to_id uuid references comment on delete cascade,
  add column mention_ids uuid[] not null default '{}',
  add column versions jsonb not null default '[]',
  add column reactions jsonb not null default '{}',
  add column resolved_at timestamptz,
  add column resolved_by_id uuid references person,
  add column deleted_at timestamptz,
  add column deleted_by_id uuid references person;

alter table task
  add column owed jsonb,
  -- Somebody has it until a day, and offers it back then.
  add column lent jsonb,
  add column health text check (health in ('on track', 'at risk', 'off track'));

create table ask (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  task_id uuid not null references task on delete cascade,
  comment_id uuid not null references comment on delete cascade,
  asker_id uuid not null references person,
  -- Exactly one person owes it (Q1).
  holder_id uuid not null references person,
  pool_ids uuid[] not null default '{}',
  want text not null check (want in ('answer', 'review', 'approval', 'acknowledgement')),
  blocking boolean not null,
  if_no_reply jsonb not null,
  sent_at timestamptz not null,
  delivered_at timestamptz not null,
  -- There is no ask without a time.
  respond_by timestamptz not null,
  explicit boolean not null,
  short_notice text,
  deferred boolean not null default false,
  defer_asked jsonb,
  offered_to_id uuid references person,
  delegated_from_id uuid references person,
  closed jsonb,
  talk jsonb,
  rounds integer not null default 0,
  version integer not null default 1,
  steps jsonb not null default '[]'
);
create index ask_task on ask (task_id);
create index ask_comment on ask (comment_id);
create index ask_open on ask (holder_id) where closed is null;

create table draft (
  person_id uuid not null references person on delete cascade,
  place text not null,
  text text not null,
  at timestamptz not null,
  primary key (person_id, place)
);
`);
  }

  async down(db: QueryRunner) {
    await db.query(`
drop table draft, ask;
alter table task drop column owed, drop column lent, drop column health;
alter table comment drop column kind, drop column tone, drop column headline, drop column health, drop column reply_to_id,
  drop column mention_ids, drop column versions, drop column reactions, drop column resolved_at, drop column resolved_by_id,
  drop column deleted_at, drop column deleted_by_id;
`);
  }
}
