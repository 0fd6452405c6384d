import { type Card, byRank } from '@baton/domain';

export type ColumnCards = ReadonlyMap<string, readonly Card[]>;

const sameItems = (a: readonly unknown[], b: readonly unknown[]) => a.length === b.length && a.every((item, i) => item === b[i]);

/** Groups cards by column, each in order of rank. Arrays of `previous` are kept where nothing in them changed, so that other columns are not drawn again. */
export function groupByColumn(cards: readonly Card[], previous: ColumnCards = new Map()): ColumnCards {
  const groups = new Map<string, Card[]>();
  for (const card of cards) {
    const group = groups.get(card.columnId);
    if (group) group.push(card);
    else groups.set(card.columnId, [card]);
  }
  const next = new Map<string, readonly Card[]>();
  for (const [columnId, group] of groups) {
    const known = previous.get(columnId);
    if (known && known.length === group.length && new Set([...known, ...group]).size === group.length) next.set(columnId, known);
    else {
      const sorted = group.sort(byRank);
      next.set(columnId, known && sameItems(known, sorted) ? known : sorted);
    }
  }
  return next;
}

/** Groups again and again, keeping what did not change from one time to the next. */
export function makeGrouper() {
  let previous: ColumnCards = new Map();
  return (cards: readonly Card[]): ColumnCards => (previous = groupByColumn(cards, previous));
}
