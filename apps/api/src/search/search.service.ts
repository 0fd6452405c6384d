import { Injectable } from '@nestjs/common';
import {
  type Day,
  Refusal,
  type SearchAnswer,
  type SearchFilter,
  type SearchHit,
  type Sought,
  addDays,
  byWorth,
  excerptOf,
  hitKinds,
  hitStates,
  matchesIn,
  startOfDay,
  termsOf,
} from '@baton/domain';
import { DataSource } from 'typeorm';
import { select } from '../platform/database/database';
import type { Viewer } from '../platform/graphql/context';
import { Jobs } from '../platform/jobs/jobs';
import { requireZone } from '../platform/text';
import { Access } from '../workspace/access';
import { type Asked, type Found, find } from './find';
import type { SearchInput } from './search.inputs';
import { formsOf, nearWords } from './vocabulary';

/** With fewer hits than these, words that are near in spelling are looked for too. */
const few = 5;
const mostShown = 100;

/** Finds tasks, comments, asks, decisions and checklists by their words, on the boards that the caller may read now. */
@Injectable()
export class SearchService {
  constructor(
    private readonly db: DataSource,
    private readonly access: Access,
    jobs: Jobs,
  ) {
    jobs.register({ name: 'search:words', cron: '13 3 * * *', run: () => this.tidy() });
  }

  /** What was found, best first. A query without a word finds nothing. */
  async search(viewer: Viewer, input: SearchInput): Promise<SearchAnswer> {
    const actor = await this.access.requireInWorkspace(this.db, viewer, 'workspace.read', input.workspaceId);
    const most = Math.max(1, Math.min(mostShown, input.most ?? mostShown));
    const { terms, others } = await formsOf(this.db, input.workspaceId, termsOf(input.text));
    const asked: Asked = {
      ...{
        workspaceId: input.workspaceId,
        personId: viewer.personId,
        guestOf: actor.role === 'guest' ? await this.guestOf(viewer) : null,
        text: input.text,
        terms,
        others,
        most: most + 1,
      },
      ...requireFilter(input),
    };
    const exact = hitsOf(await find(this.db, asked), asked);
    const near = exact.length < few ? await this.near(asked) : [];
    const hits = [...exact, ...near.filter(({ id }) => !exact.some((hit) => hit.id === id))];
    return { hits: hits.slice(0, most), nearOnly: exact.length === 0 && near.length > 0, more: hits.length > most };
  }

  /** The names of the languages whose words this server knows how to bring to their stems. */
  async languages(): Promise<string[]> {
    const rows = await select<{ name: string }>(
      this.db,
      `select cfgname as name from pg_ts_config where pg_ts_config_is_visible(oid) and cfgname <> 'simple' order by 1`,
    );
    return rows.map(({ name }) => name);
  }

  private async guestOf(viewer: Viewer): Promise<string[]> {
    const rows = await select<{ id: string }>(this.db, 'select board_id as id from board_guest where person_id = $1', [viewer.personId]);
    return rows.map(({ id }) => id);
  }

  /** The same with slips of typing forgiven. */
  private async near(asked: Asked): Promise<SearchHit[]> {
    const meant = await nearWords(this.db, asked.workspaceId, asked.terms);
    if (![...meant.values()].some((words) => words.length > 0)) return [];
    const others = new Map(asked.terms.map(({ word }) => [word, [...(asked.others.get(word) ?? []), ...(meant.get(word) ?? [])]]));
    const forgiving = { ...asked, others };
    return hitsOf(await find(this.db, forgiving), forgiving);
  }

  /** Forgets words that nothing says any more, and what two writers noted at the same moment; brings stems to the workspace's language. */
  async tidy() {
    for (const { id } of await select<{ id: string }>(this.db, 'select id from workspace'))
      await this.db.query(
        `with used as materialized (select word from ts_stat(format('select words from search_entry where workspace_id = %L', $1::text))),
           kept as (delete from search_word k where k.workspace_id = $1::uuid and (not exists (select from used u where u.word = k.word)
             or exists (select from search_word other where other.workspace_id = k.workspace_id and other.word = k.word and other.ctid < k.ctid)))
         update search_word k set stem = search_stem(w.language, k.word) from workspace w
         where w.id = $1::uuid and k.workspace_id = w.id and k.stem is distinct from search_stem(w.language, k.word)`,
        [id],
      );
  }
}

/** The filter as it was sent, with its days as instants of the reader's zone. */
function requireFilter(input: SearchInput): { filter: SearchFilter; since: Date | null; until: Date | null } {
  const { boardId, ownerId, kind, state, since, until } = input;
  if (kind && !hitKinds.includes(kind)) throw new Refusal('BAD_INPUT', { field: 'kind', reason: 'Choose a kind from the list.' });
  if (state && !hitStates.includes(state)) throw new Refusal('BAD_INPUT', { field: 'state', reason: 'Choose a state from the list.' });
  const zone = requireZone(input.zone ?? 'UTC');
  const beginOf = (day: Day) => new Date(startOfDay(zone, day));
  return {
    filter: { boardId: boardId ?? null, ownerId: ownerId ?? null, kind: kind ?? null, state: state ?? null },
    since: since ? beginOf(since) : null,
    until: until ? beginOf(addDays(until, 1)) : null,
  };
}

/** What is shown of what was found: each once, best first, with the words marked. */
function hitsOf(found: readonly Found[], { terms, others, text: query }: Asked): SearchHit[] {
  const sought: Sought = { terms, others: new Set([...others.values()].flat()) };
  const once = new Map<string, SearchHit>();
  for (const { text, at, ...hit } of found) {
    const key = `${hit.kind} ${hit.id}`;
    if (once.get(key)?.inTitle) continue;
    const titleMatches = matchesIn(hit.title, sought);
    once.set(key, { ...hit, titleMatches, ...excerptOf(text, sought), at: at.toISOString() });
  }
  return [...once.values()].toSorted(byWorth(query));
}
