import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Words to find things by. They lie beside the rows that say them, so that moving a task touches none of them, and are kept by triggers
 * in the writer's own transaction: what is saved can be found.
 */
export class Search0004 implements MigrationInterface {
  name = 'Search1764100000000';

  async up(db: QueryRunner) {
    await db.query(`
do $$ begin
  create extension if not exists pg_trgm;
exception when others then
  raise notice 'pg_trgm is not here: slips of typing are found among words with the same first letter only';
end $$;

alter table workspace add column language text not null default 'simple';

-- A text as the parser should see it: without accents, marks that are not spoken and joined words; Chinese and Japanese letter by letter.
-- libs/domain/src/search.ts does the same to what is looked for.
create function search_plain(t text) returns text language sql immutable parallel safe as $$
  select case when octet_length(t) = length(t) then regexp_replace(t, '[!-/:-@[-\`{-~]+', ' ', 'g') else
    regexp_replace(regexp_replace(replace(normalize(regexp_replace(regexp_replace(normalize(t, nfkd),
      '[\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u064b-\\u065f\\u0670\\u00ad\\u200b-\\u200f\\u2060\\ufeff]+', '', 'g'),
      '([A-Za-z\\u0370-\\u03ff])[\\u0300-\\u036f]+', '\\1', 'g'), nfc), 'ς', 'σ'),
      '([\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff])', ' \\1 ', 'g'),
      '[!-/:-@[-\`{-~]+', ' ', 'g') end
$$;
create function search_words(t text) returns tsvector language sql immutable parallel safe as $$
  select to_tsvector('simple', search_plain(case when strpos(t, '](person:') > 0 then regexp_replace(t, '\\]\\(person:[0-9a-f-]{36}\\)', ' ', 'g') else t end))
$$;
-- What the endings of a language leave of a word; null for its little words, and where no language is set or the server has it not.
create function search_stem(language text, word text) returns text language sql stable as $$
  select (select lexeme from unnest(to_tsvector(c.oid::regconfig, word)) limit 1)
  from pg_ts_config c where c.cfgname = language and language <> 'simple' and pg_ts_config_is_visible(c.oid) limit 1
$$;

create table search_entry (
  id uuid not null,
  kind text not null,
  workspace_id uuid not null references workspace on delete cascade,
  task_id uuid references task on delete cascade,
  at timestamptz not null,
  words tsvector not null,
  primary key (id, kind)
);
-- Rare words are found by the first index, common ones by the second, newest first.
create index search_entry_words on search_entry using gin (words) with (gin_pending_list_limit = 256);
create index search_entry_at on search_entry (workspace_id, kind, at desc);
create index search_entry_task on search_entry (task_id);

-- Every word in use with its stem. Not unique on purpose: two writers of the same new word must not wait for each other.
create table search_word (
  workspace_id uuid not null references workspace on delete cascade,
  word text collate "C" not null,
  stem text collate "C"
);
create index search_word_word on search_word (workspace_id, word);
create index search_word_stem on search_word (workspace_id, stem);
do $$ begin
  if exists (select from pg_extension where extname = 'pg_trgm') then
    create index search_word_near on search_word using gin (word gin_trgm_ops);
  end if;
end $$;

-- One view for each source; a further one is a view of the same columns, a place in search_source and triggers (0011).
-- The arguments of a trigger are the source, which is a kind too, and its other kinds.
create view search_of_task as
  select id, 'task' as kind, workspace_id, id as task_id, created_at as at,
    setweight(search_words(title), 'A') || search_words(description) as words from task;
create view search_of_comment as
  select id, case when kind in ('ask', 'blocker') then 'ask' else 'comment' end as kind, workspace_id, task_id, created_at as at,
    search_words(coalesce(headline || E'\\n', '') || text) as words from comment where deleted_at is null;
create view search_of_checklist as
  select l.id, 'checklist' as kind, l.workspace_id, l.task_id, t.created_at as at, search_words(l.name) as words
  from checklist l join task t on t.id = l.task_id where l.deleted_at is null;
create view search_of_item as
  select i.id, 'item' as kind, i.workspace_id, i.task_id, t.created_at as at, search_words(i.title) as words
  from checklist_item i join task t on t.id = i.task_id where i.deleted_at is null;
create view search_source as
  select 'task' as source, * from search_of_task union all select 'comment', * from search_of_comment
  union all select 'checklist', * from search_of_checklist union all select 'item', * from search_of_item;

-- In plpgsql, so that it is planned once for each connection and not for each comment.
create function search_learn(workspace uuid, fresh text[]) returns void language plpgsql as $$
begin
  insert into search_word (workspace_id, word, stem)
  select $1, x.word, search_stem(w.language, x.word) from (select distinct unnest($2) collate "C" as word) x, workspace w
  where w.id = $1 and length(x.word) between 3 and 30 and x.word !~ '[0-9]'
    and not exists (select from search_word k where k.workspace_id = $1 and k.word = x.word);
end $$;
create function search_keep() returns trigger language plpgsql as $$
declare
  changed uuid[];
begin
  if tg_op = 'DELETE' then
    delete from search_entry where id in (select id from old_rows) and kind = any(tg_argv);
    return null;
  elsif tg_op = 'INSERT' then changed := array(select id from new_rows);
  else
    changed := array[new.id];
    delete from search_entry where id = new.id and kind = any(tg_argv);
  end if;
  insert into search_entry (id, kind, workspace_id, task_id, at, words)
    select s.id, s.kind, s.workspace_id, s.task_id, s.at, s.words from search_source s where s.source = tg_argv[0] and s.id = any(changed);
  perform search_learn(x.workspace_id, x.words) from (
    select e.workspace_id, array_agg(distinct l.lexeme) as words from search_entry e, unnest(e.words) l
    where e.id = any(changed) and e.kind = any(tg_argv) group by e.workspace_id) x;
  return null;
end $$;

-- An update that leaves the words as they are fires nothing: a move costs what it cost before.
create trigger search_new after insert on task referencing new table as new_rows for each statement execute function search_keep('task');
create trigger search_changed after update of title, description on task for each row
  when (old.title is distinct from new.title or old.description is distinct from new.description) execute function search_keep('task');
create trigger search_new after insert on comment referencing new table as new_rows for each statement execute function search_keep('comment', 'ask');
create trigger search_changed after update of text, headline, deleted_at on comment for each row
  when (old.text is distinct from new.text or old.headline is distinct from new.headline or (old.deleted_at is null) <> (new.deleted_at is null))
  execute function search_keep('comment', 'ask');
create trigger search_new after insert on checklist referencing new table as new_rows for each statement execute function search_keep('checklist');
create trigger search_changed after update of name, deleted_at on checklist for each row
  when (old.name is distinct from new.name or (old.deleted_at is null) <> (new.deleted_at is null)) execute function search_keep('checklist');
create trigger search_new after insert on checklist_item referencing new table as new_rows for each statement execute function search_keep('item');
create trigger search_changed after update of title, deleted_at on checklist_item for each row
  when (old.title is distinct from new.title or (old.deleted_at is null) <> (new.deleted_at is null)) execute function search_keep('item');
create trigger search_gone after delete on comment referencing old table as old_rows for each statement execute function search_keep('comment', 'ask');
create trigger search_gone after delete on checklist referencing old table as old_rows for each statement execute function search_keep('checklist');
create trigger search_gone after delete on checklist_item referencing old table as old_rows for each statement execute function search_keep('item');

-- Another language of the workspace: the words stay, their stems change.
create function search_language() returns trigger language plpgsql as $$
begin
  update search_word set stem = search_stem(new.language, word) where workspace_id = new.id;
  return null;
end $$;
create trigger search_language after update of language on workspace for each row when (old.language <> new.language) execute function search_language();

-- The entries that have the words, by kind, at most so many and in no order. Nobody knows how common the beginning of a word is, and a guess
-- can cost a walk through everything, so the way through the inverted index is prescribed.
create function search_probe(workspace uuid, query tsquery, most integer) returns table (kind text, ids uuid[]) language plpgsql stable
set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off as $$
begin
  return query select x.kind, array_agg(x.id) from (
    select e.kind, e.id from search_entry e where e.workspace_id = $1 and e.words @@ $2 limit $3) x group by x.kind;
end $$;

-- Words that may have been meant: alike in their letters, or beginning as one of these does. Which are near enough is decided in libs/domain.
create function search_near(workspace uuid, typed text, beginnings text[]) returns setof text language plpgsql as $$
begin
  return query select k.word::text from unnest(beginnings) b, search_word k
    where k.workspace_id = $1 and k.word >= b collate "C" and k.word < b || U&'\\+10FFFF' collate "C" limit 200;
  if exists (select from pg_extension where extname = 'pg_trgm') then
    perform set_config('pg_trgm.similarity_threshold', '0.15', true);
    return query select k.word::text from search_word k where k.workspace_id = $1 and k.word % typed order by similarity(k.word, typed) desc limit 100;
  else
    return query select k.word::text from search_word k where k.workspace_id = $1 and k.word >= left(typed, 1) collate "C"
      and k.word < left(typed, 1) || U&'\\+10FFFF' collate "C" and length(k.word) >= length(typed) - 2 limit 5000;
  end if;
end $$;

insert into search_entry select id, kind, workspace_id, task_id, at, words from search_source;
select search_learn(s.workspace_id, array_agg(distinct x.lexeme)) from search_entry s, unnest(s.words) x group by s.workspace_id;
`);
  }

  async down(db: QueryRunner) {
    await db.query(`
drop trigger search_language on workspace;
drop trigger search_new on task; drop trigger search_changed on task;
drop trigger search_new on comment; drop trigger search_changed on comment; drop trigger search_gone on comment;
drop trigger search_new on checklist; drop trigger search_changed on checklist; drop trigger search_gone on checklist;
drop trigger search_new on checklist_item; drop trigger search_changed on checklist_item; drop trigger search_gone on checklist_item;
drop function search_near, search_probe, search_language, search_keep, search_learn;
drop view search_source, search_of_task, search_of_comment, search_of_checklist, search_of_item;
drop table search_entry, search_word;
drop function search_stem, search_words, search_plain;
alter table workspace drop column language;
`);
  }
}
