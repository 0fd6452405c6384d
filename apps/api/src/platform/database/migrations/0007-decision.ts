import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decisions with everything that belongs to their record, the tasks that they touch, and the chain of seals of each board. */
export class Decision0007 implements MigrationInterface {
  name = 'Decision1764400000000';

  async up(db: QueryRunner) {
    await db.query(`
create table decision (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  board_id uuid not null references board on delete cascade,
  number integer not null,
  state text not null check (state in ('draft', 'open', 'awaiting', 'contested', 'decided', 'adopted', 'withdrawn', 'superseded', 'retired')),
  mode text not null check (mode in ('record', 'advice', 'lazy', 'consent')),
  reversibility text not null check (reversibility in ('easy', 'costly', 'one way')),
  question text not null,
  context text not null,
  options jsonb not null,
  recommendation text not null,
  because text not null,
  proposer_id uuid not null references person,
  decider_id uuid references person,
  contributors jsonb not null,
  informed_ids uuid[] not null,
  hide_stances boolean not null,
  blocking boolean not null,
  -- No reference: the record stays as it is when the comment goes.
  comment_id uuid,
  created_at timestamptz not null,
  opened_at timestamptz,
  closes_wish timestamptz,
  closes_floor timestamptz,
  closes_at timestamptz,
  decide_by timestamptz,
  version integer not null,
  versions jsonb not null,
  stances jsonb not null,
  outcome jsonb,
  history jsonb not null,
  afterwards jsonb not null,
  reopens_id uuid references decision on delete cascade,
  supersedes_id uuid references decision on delete cascade,
  superseded_by_id uuid references decision on delete cascade,
  what_is_new text not null,
  why_withdrawn text not null,
  review_on date,
  review_trigger text not null,
  unique (board_id, number),
  -- Whoever asks later finds who decided, and why.
  check (state not in ('decided', 'adopted') or (decider_id is not null and outcome is not null
    and coalesce(outcome ->> 'because', '') <> '' and coalesce(outcome ->> 'choice', '') <> ''))
);
create index decision_workspace on decision (workspace_id, created_at desc);
create index decision_open on decision (board_id) where state = 'open';

create table decision_task (
  decision_id uuid not null references decision on delete cascade,
  task_id uuid not null references task on delete cascade,
  workspace_id uuid not null references workspace on delete cascade,
  primary key (decision_id, task_id)
);
create index decision_task_task on decision_task (task_id);

-- Part 0 is the record of a decision, the others what was added to it afterwards.
create table decision_seal (
  board_id uuid not null references board on delete cascade,
  n integer not null,
  workspace_id uuid not null references workspace on delete cascade,
  decision_id uuid not null references decision on delete cascade,
  part integer not null,
  previous text not null,
  hash text not null,
  at timestamptz not null,
  primary key (board_id, n),
  unique (decision_id, part)
);
-- The last link, so that a chain that was cut short is noticed.
create table decision_chain (
  board_id uuid primary key references board on delete cascade,
  workspace_id uuid not null references workspace on delete cascade,
  n integer not null,
  hash text not null
);

-- In force is immutable (D8). A redaction says so first, and keeps the digest of what it takes out.
create function decision_keep() returns trigger language plpgsql as $$
begin
  if old.state in ('decided', 'adopted', 'superseded', 'retired') and coalesce(current_setting('baton.redacting', true), '') <> 'on' and
    (new.state in ('draft', 'open', 'awaiting', 'contested', 'withdrawn') or
     row(old.board_id, old.number, old.mode, old.reversibility, old.question, old.context, old.options, old.recommendation, old.because,
         old.proposer_id, old.decider_id, old.contributors, old.informed_ids, old.opened_at, old.closes_at, old.decide_by, old.version,
         old.versions, old.stances, old.outcome, old.history, old.reopens_id, old.supersedes_id, old.what_is_new)
     is distinct from
     row(new.board_id, new.number, new.mode, new.reversibility, new.question, new.context, new.options, new.recommendation, new.because,
         new.proposer_id, new.decider_id, new.contributors, new.informed_ids, new.opened_at, new.closes_at, new.decide_by, new.version,
         new.versions, new.stances, new.outcome, new.history, new.reopens_id, new.supersedes_id, new.what_is_new)) then
    raise exception 'a decision in force does not change';
  end if;
  return new;
end $$;
create trigger decision_keep before update on decision for each row execute function decision_keep();
`);
  }

  async down(db: QueryRunner) {
    await db.query('drop table decision_chain, decision_seal, decision_task, decision; drop function decision_keep;');
  }
}
