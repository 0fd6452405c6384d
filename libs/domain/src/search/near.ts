/** How many slips are forgiven in a word of this length: none in short ones, which are near to too many others. */
const forgiven = (length: number) => (length < 4 ? 0 : length < 8 ? 1 : 2);

/**
 * The fewest letters to add, take, change or swap with their neighbour to come from what was typed to a word; with `begins`, to a beginning
 * of the word. More than `most` counts as Infinity.
 */
export function slipsBetween(typed: string, word: string, { begins, most }: { begins: boolean; most: number }): number {
  const [from, to] = [[...typed], [...word]];
  if (from.length - to.length > most || (!begins && to.length - from.length > most)) return Infinity;
  let before: number[] = [];
  let last = to.map((_, j) => j).concat(to.length);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    [before, last] = [last, row];
  }
  const slips = begins ? Math.min(...last) : (last[to.length] ?? Infinity);
  return slips > most ? Infinity : slips;
}

/** Of the words that are in use, those that may have been meant, nearest first; the last word of a query may still be unfinished. */
export function meantBy(typed: string, inUse: readonly string[], unfinished: boolean, most = 12): string[] {
  const length = [...typed].length;
  const allowed = forgiven(length);
  if (allowed === 0) return [];
  return [...new Set(inUse)]
    .filter((word) => word !== typed)
    .map((word) => ({ word, slips: slipsBetween(typed, word, { begins: unfinished, most: allowed }) }))
    .filter(({ slips }) => slips <= allowed)
    .toSorted((a, b) => a.slips - b.slips || a.word.length - b.word.length || (a.word < b.word ? -1 : 1))
    .slice(0, most)
    .map(({ word }) => word);
}

/** The word with each two neighbouring letters swapped: the slip that letters in common find worst. Empty for short words. */
export function swapsOf(word: string): string[] {
  const letters = [...word];
  if (forgiven(letters.length) === 0) return [];
  return [
    ...new Set(letters.slice(1).map((letter, i) => [...letters.slice(0, i), letter, letters[i] ?? '', ...letters.slice(i + 2)].join(''))),
  ].filter((swapped) => swapped !== word);
}
