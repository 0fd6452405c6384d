import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decisions can be found by what was asked, why, between what, and what came of it. Stances are no part: some may not be seen yet (D6). */
export class SearchDecision0011 implements MigrationInterface {
  name = 'SearchDecision1764800000000';

  async up(db: QueryRunner) {
    await db.query(`
create view search_of_decision as
  select id, 'decision' as kind, workspace_id, null::uuid as task_id, created_at as at,
    setweight(search_words(question), 'A') || search_words(concat_ws(E'\\n', context, recommendation, because,
      (select string_agg(concat_ws(E'\\n', o ->> 'text', o ->> 'good', o ->> 'bad'), E'\\n') from jsonb_array_elements(options) o),
      outcome ->> 'choice', outcome ->> 'because', outcome ->> 'consequences', outcome ->> 'conditions')) as words from decision;
create or replace view search_source as
  select 'task' as source, * from search_of_task union all select 'comment', * from search_of_comment
  union all select 'checklist', * from search_of_checklist union all select 'item', * from search_of_item
  union all select 'decision', * from search_of_decision;
create trigger search_new after insert on decision referencing new table as new_rows for each statement execute function search_keep('decision');
create trigger search_changed after update on decision for each row
  when (row(old.question, old.context, old.recommendation, old.because, old.options, old.outcome)
    is distinct from row(new.question, new.context, new.recommendation, new.because, new.options, new.outcome)) execute function search_keep('decision');
create trigger search_gone after delete on decision referencing old table as old_rows for each statement execute function search_keep('decision');
insert into search_entry select id, kind, workspace_id, task_id, at, words from search_of_decision;
select search_learn(s.workspace_id, array_agg(distinct x.lexeme)) from search_entry s, unnest(s.words) x where s.kind = 'decision' group by s.workspace_id;
`);
  }

  async down(db: QueryRunner) {
    await db.query(`
drop trigger search_new on decision; drop trigger search_changed on decision; drop trigger search_gone on decision;
create or replace view search_source as
  select 'task' as source, * from search_of_task union all select 'comment', * from search_of_comment
  union all select 'checklist', * from search_of_checklist union all select 'item', * from search_of_item;
drop view search_of_decision;
delete from search_entry where kind = 'decision';
`);
  }
}
