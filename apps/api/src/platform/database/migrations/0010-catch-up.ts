import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each person has caught up with, and what they put aside: their own affair, shown to nobody else. */
export class CatchUp0010 implements MigrationInterface {
  name = 'CatchUp1764700000000';

  async up(db: QueryRunner) {
    await db.query(`
create table watermark (
  person_id uuid not null references person on delete cascade,
  board_id uuid not null references board on delete cascade,
  workspace_id uuid not null references workspace on delete cascade,
  seq integer not null,
  -- When it was moved by its person.
  at timestamptz not null,
  primary key (person_id, board_id)
);
-- Whoever is here already has seen what there was.
insert into watermark (person_id, board_id, workspace_id, seq, at)
select m.person_id, b.id, b.workspace_id, b.seq, coalesce((select e.at from event e where e.board_id = b.id and e.seq = b.seq), m.joined_at)
from membership m join board b on b.workspace_id = m.workspace_id
where m.role <> 'guest' or exists (select 1 from board_guest g where g.board_id = b.id and g.person_id = m.person_id);

create table brief_mark (
  person_id uuid not null references person on delete cascade,
  workspace_id uuid not null references workspace on delete cascade,
  key text not null,
  mark text not null check (mark in ('done', 'aside', 'later')),
  -- Done with what had happened until this number.
  seq integer not null,
  until timestamptz,
  line jsonb not null,
  at timestamptz not null,
  primary key (person_id, workspace_id, key)
);

create table status_update (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  board_id uuid not null references board on delete cascade,
  author_id uuid not null references person,
  health text not null check (health in ('on track', 'at risk', 'off track')),
  headline text not null,
  text text not null,
  -- What it tells of: events after the first number up to the second.
  from_seq integer not null,
  to_seq integer not null,
  published_at timestamptz not null,
  reader_ids uuid[] not null default '{}',
  answers jsonb not null default '[]'
);
create index status_update_board on status_update (board_id, published_at desc);

-- Somebody who goes away said of this that it stays as it is.
create table leave_choice (
  person_id uuid not null references person on delete cascade,
  leave_id text not null,
  key text not null,
  at timestamptz not null,
  primary key (person_id, leave_id, key)
);
`);
  }

  async down(db: QueryRunner) {
    await db.query('drop table leave_choice, status_update, brief_mark, watermark');
  }
}
