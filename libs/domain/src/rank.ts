import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/** A place in a column. Ranks sort by byte value: `COLLATE "C"` in SQL, `<` in code, never localeCompare. */
export type Rank = string & { readonly __brand: 'Rank' };

/** A rank strictly between the two; null stands for the open end of the column. */
export const rankBetween = (below: Rank | null, above: Rank | null) => generateKeyBetween(below, above) as Rank;

/** `count` ranks in rising order, all strictly between the two; null stands for the open end. */
export const ranksBetween = (below: Rank | null, above: Rank | null, count: number) => generateNKeysBetween(below, above, count) as Rank[];

/** Compares two things by rank, and by id where a provisional rank happens to tie. */
export const byRank = (a: { rank: string; id: string }, b: { rank: string; id: string }) =>
  a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
