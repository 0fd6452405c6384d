import { type HitKind, type SearchFilter, type SearchHit, type Term, decisionIn, keyIn } from '@baton/domain';
import { select } from '../platform/database/database';
import type { Sql } from '../platform/sql';
import { type Source, nameOf, sources } from './sources';
import { textQuery } from './textQuery';

/** A hit as the database gives it: with its text, and whether it is the title that was looked through. */
export type Found = Omit<SearchHit, 'titleMatches' | 'excerpt' | 'matches' | 'at'> & { text: string; at: Date };

/** What is asked of the database. */
export interface Asked {
  workspaceId: string;
  personId: string;
  /** The only boards that a guest is named on; null for everybody else. What is shown is joined with the boards that may be read in any case. */
  guestOf: readonly string[] | null;
  text: string;
  terms: readonly Term[];
  /** Other words that will do for a term. */
  others: ReadonlyMap<string, readonly string[]>;
  filter: SearchFilter;
  /** Instants of the filter's days. */
  since: Date | null;
  until: Date | null;
  most: number;
}

/** The entries that have the words, by their kind; null when they are too many to name, and the newest are read in their order instead. */
export type Probe = ReadonlyMap<string, readonly string[]> | null;

/** Up to so many entries are named one by one. */
const nameable = 2_000;
/** Texts are long; what is shown of them is looked for in their beginning. */
const shownOfText = 20_000;

/** Which entries have the words. */
export async function probe(sql: Sql, { workspaceId, terms, others }: Asked): Promise<Probe> {
  if (terms.length === 0) return new Map();
  const rows = await select<{ kind: string; ids: string[] }>(sql, 'select kind, ids from search_probe($1, $2::tsquery, $3)', [
    workspaceId,
    textQuery(terms, others),
    nameable + 1,
  ]);
  const count = rows.reduce((sum, { ids }) => sum + ids.length, 0);
  return count > nameable ? null : new Map(rows.map(({ kind, ids }) => [kind, ids]));
}

/** The conditions on one source. */
interface Narrowed {
  byState: boolean;
  conditions: string[];
}

/** One source of the search: the newest entries that the reader may see under these conditions, then what is shown of them. */
function branch(source: Source, { byState, conditions }: Narrowed, which: string): string {
  const { from, besides, place, boardId, shown } = source;
  return `(select '${source.kind}' as kind, e.id, ${source.taskId} as "taskId", b.id as "boardId", b.key as "boardKey", b.name as "boardName",
    ${source.number} as number, ${source.title} as title, left(${source.text}, ${shownOfText}) as text, ${source.titleOnly === true} as "inTitle",
    ${source.authorName} as "authorName", ${nameOf(source.ownerId)} as "ownerName", ${source.state} as state, e.at
  from (select e.id, e.task_id, e.at from search_entry e ${from} ${besides} ${byState ? `${place} join board b on b.id = ${boardId}` : ''}
    where e.workspace_id = $1 and e.kind = '${source.entry}' and ${[which, source.when, ...conditions].join(' and ')}
    order by e.at desc limit $3) e
  ${from} join mine b on b.id = ${boardId} ${place} ${shown})`;
}

/** Boards that the reader may read now: the rule of workspace/access.ts as a set. */
const mine = `select b.id, b.key, b.name, b.archived_at from board b join membership m on m.workspace_id = b.workspace_id and m.person_id = $2
  left join board_guest g on g.board_id = b.id and g.person_id = $2 where b.workspace_id = $1 and (m.role <> 'guest' or g.role is not null)`;

/** The task that a key means now or meant before it moved. */
const byKey = (boardKey: string, number: string) =>
  `t.id in (select k.id from task k join board kb on kb.id = k.board_id where kb.workspace_id = $1 and kb.key = ${boardKey} and k.number = ${number}
   union all select task_id from former_task_key where workspace_id = $1 and key = ${boardKey} || '-' || ${number})`;

type Parameter = (value: unknown, type: string) => string;

/** What the filter asks of each source. Only what was asked for is in the statement, so that it can be planned for. */
function narrowing({ filter, guestOf, since, until }: Asked, parameter: Parameter): (source: Source) => Narrowed {
  const optional = (value: unknown, type: string) => (value == null ? null : parameter(value, type));
  const [boardId, ownerId, state] = [optional(filter.boardId, 'uuid'), optional(filter.ownerId, 'uuid'), optional(filter.state, 'text')];
  const [guest, from, to] = [optional(guestOf, 'uuid[]'), optional(since, 'timestamptz'), optional(until, 'timestamptz')];
  return (source) => ({
    byState: state !== null,
    conditions: [
      from && `e.at >= ${from}`,
      to && `e.at < ${to}`,
      guest && `${source.boardId} = any(${guest})`,
      boardId && `${source.boardId} = ${boardId}`,
      ownerId && `${source.ownerId} = ${ownerId}`,
      state && `${source.state} = ${state}`,
    ].filter((condition) => condition !== null),
  });
}

/** Of a source, the entries that have the words: named, or to be read in their order; null when there are none. */
function whichOf({ entry, titleOnly = false }: Source, probed: Probe, asked: Asked, parameter: Parameter): string | null {
  const words = () => `e.words @@ ${parameter(textQuery(asked.terms, asked.others, titleOnly), 'tsquery')}`;
  if (!probed) return words();
  const ids = probed.get(entry);
  return ids ? [`e.id = any(${parameter(ids, 'uuid[]')})`, ...(titleOnly ? [words()] : [])].join(' and ') : null;
}

/** The statement that reads what a probe found, and its parameters; null when there is nothing to read. */
export function statementOf(asked: Asked, probed: Probe): { sql: string; parameters: unknown[] } | null {
  const parameters: unknown[] = [asked.workspaceId, asked.personId, asked.most];
  const parameter: Parameter = (value, type) => `$${parameters.push(value)}::${type}`;
  const narrowed = narrowing(asked, parameter);
  const wanted = sources.filter(({ kind }) => !asked.filter.kind || kind === asked.filter.kind);
  const branches = wanted.flatMap((source) => {
    const which = whichOf(source, probed, asked, parameter);
    return which === null ? [] : [branch(source, narrowed(source), which)];
  });
  const named = (kind: HitKind, which: string) => {
    const source = wanted.find((one) => one.titleOnly && one.kind === kind);
    return source ? [branch(source, narrowed(source), which)] : [];
  };
  const [key, decision] = [keyIn(asked.text), decisionIn(asked.text)];
  if (key) branches.push(...named('task', byKey(parameter(key.boardKey, 'text'), parameter(key.number, 'int'))));
  if (decision) branches.push(...named('decision', `d.number = ${parameter(decision, 'int')}`));
  return branches.length > 0 ? { sql: `with mine as materialized (${mine}) ${branches.join(' union all ')}`, parameters } : null;
}

/** Everything that has the words, at most so many of each source, in no particular order; the same thing may come more than once. */
export async function find(sql: Sql, asked: Asked): Promise<Found[]> {
  const statement = statementOf(asked, await probe(sql, asked));
  return statement ? select<Found>(sql, statement.sql, statement.parameters) : [];
}
