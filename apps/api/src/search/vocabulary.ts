import { type Term, meantBy, swapsOf } from '@baton/domain';
import { select } from '../platform/database/database';
import type { Sql } from '../platform/sql';

/** The terms that count, and the other forms that the workspace's language knows of them. */
export interface Spelled {
  terms: Term[];
  others: Map<string, string[]>;
}

/** Words of one stem as the workspace's language has it; its little words count only at the end, where a longer one may be meant. */
export async function formsOf(sql: Sql, workspaceId: string, terms: readonly Term[]): Promise<Spelled> {
  const rows = await select<{ word: string; stem: string | null; forms: string[] }>(
    sql,
    `select a.word, a.stem, array(select distinct k.word from search_word k where k.workspace_id = $1 and k.stem = a.stem limit 40) as forms
     from (select x.word, search_stem(w.language, x.word) as stem from workspace w, unnest($2::text[]) x(word)
           where w.id = $1 and w.language <> 'simple') a`,
    [workspaceId, terms.filter(({ letters }) => !letters).map(({ word }) => word)],
  );
  const little = new Set(rows.filter(({ stem }) => stem === null).map(({ word }) => word));
  const telling = terms.filter(({ word }, i) => i === terms.length - 1 || !little.has(word));
  return {
    terms: telling.some(({ word }) => !little.has(word)) ? telling : [...terms],
    others: new Map(rows.map(({ word, forms }) => [word, forms.filter((form) => form !== word)])),
  };
}

/** Words in use that may have been meant by the terms, for each that is long enough to be sure. */
export async function nearWords(sql: Sql, workspaceId: string, terms: readonly Term[]): Promise<Map<string, string[]>> {
  const asked = terms.map(({ word, letters }) => ({ word, swaps: letters ? [] : swapsOf(word) })).filter(({ swaps }) => swaps.length > 0);
  if (asked.length === 0) return new Map();
  const rows = await select<{ typed: string; words: string[] }>(
    sql,
    `select a ->> 'word' as typed, array(select search_near($1, a ->> 'word', array(select jsonb_array_elements_text(a -> 'swaps')))) as words
     from jsonb_array_elements($2::jsonb) a`,
    [workspaceId, JSON.stringify(asked)],
  );
  const last = terms.at(-1)?.word;
  return new Map(rows.map(({ typed, words }) => [typed, meantBy(typed, words, typed === last)]));
}
