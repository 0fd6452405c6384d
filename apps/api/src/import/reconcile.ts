import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type Rank, ranksBetween } from '@baton/domain';

/** How a value is compared: by itself, as a set of ids, or only by whether it is there (a moment at which something became so). */
export type Compared = 'value' | 'set' | 'moment';
export type Values = Record<string, unknown>;

const longText = 64;

/** What is remembered of an imported value, to tell later whether the file or somebody here changed it. Long texts by their hash. */
export function markOf(compared: Compared, value: unknown): unknown {
  if (compared === 'moment') return value !== null;
  if (compared === 'set') return [...(value as string[])].sort();
  if (typeof value !== 'string' || value.length <= longText) return value;
  return `sha256:${createHash('sha256').update(value).digest('base64url')}`;
}

/**
 * Three-way: what the file brings, what the last import left (as marks), and what is here now. A value that the file changed is taken
 * unless somebody here changed it too; sets take what the file added and lose what it removed. `kept` counts values of ours that stayed.
 */
export function mergeRow(
  fields: Readonly<Record<string, Compared>>,
  base: Values,
  here: Values,
  file: Values,
): { next: Values; kept: number } {
  const next: Values = {};
  let kept = 0;
  for (const [field, compared] of Object.entries(fields)) {
    if (compared === 'set') {
      const [was, is, wants] = [base[field], here[field], file[field]].map((ids) => new Set((ids ?? []) as string[]));
      const merged = [...(is ?? [])].filter((id) => !was?.has(id) || wants?.has(id));
      for (const id of wants ?? []) if (!was?.has(id) && !merged.includes(id)) merged.push(id);
      if (!isDeepStrictEqual([...merged].sort(), [...(is ?? [])].sort())) next[field] = merged;
      continue;
    }
    const [mark, present] = [markOf(compared, file[field]), markOf(compared, here[field])];
    if (isDeepStrictEqual(mark, base[field]) || isDeepStrictEqual(mark, present)) continue;
    if (isDeepStrictEqual(present, base[field])) next[field] = file[field];
    else kept += 1;
  }
  return { next, kept };
}

/** Of things in their new order, those that moved, given each one's old place: all but the longest run that kept its order. */
export function movedAmong<T>(things: readonly T[], oldPlace: (thing: T) => number): Set<T> {
  const ends: number[] = []; // ends[n] is the index of the smallest possible last element of a rising run of n + 1
  const before: number[] = [];
  for (const [i, thing] of things.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const end = things[ends[middle] ?? 0];
      if (end !== undefined && oldPlace(end) < oldPlace(thing)) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = i;
  }
  const stayed = new Set<T>();
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) {
    const thing = things[i];
    if (thing !== undefined) stayed.add(thing);
  }
  return new Set(things.filter((thing) => !stayed.has(thing)));
}

/**
 * Ranks for the rows of `order` that are in `placed`, each straight after the row that it follows in `order`, or first. `here` holds
 * the other rows of the container by rising rank; those that `order` does not name stay where they are.
 */
export function arrange(
  order: readonly string[],
  placed: ReadonlySet<string>,
  here: readonly { id: string; rank: Rank }[],
): Map<string, Rank> {
  const present = new Set(here.map(({ id }) => id));
  const followers = new Map<string | null, string[]>();
  let anchor: string | null = null;
  for (const id of order) {
    const run = followers.get(anchor);
    if (placed.has(id)) {
      if (run) run.push(id);
      else followers.set(anchor, [id]);
    } else if (present.has(id)) anchor = id;
  }
  const ranks = new Map<string, Rank>();
  const give = (ids: readonly string[] | undefined, below: Rank | null, above: Rank | null) => {
    const given = ranksBetween(below, above, ids?.length ?? 0);
    for (const [i, id] of (ids ?? []).entries()) if (given[i]) ranks.set(id, given[i]);
  };
  give(followers.get(null), null, here[0]?.rank ?? null);
  for (const [i, { id, rank }] of here.entries()) give(followers.get(id), rank, here[i + 1]?.rank ?? null);
  return ranks;
}
