import type { Rank } from '@baton/domain';
import type { ColumnCards } from './arrange';

/** Where the moved tasks would land: straight after a task, or first. */
export interface Drop {
  columnId: string;
  afterTaskId: string | null;
}

/** What is under the pointer. */
export type Over = { columnId: string; taskId: string; half: 'upper' | 'lower' } | { columnId: string; taskId?: undefined };

const without = (cards: ColumnCards, columnId: string, moving: ReadonlySet<string>) =>
  (cards.get(columnId) ?? []).filter((card) => !moving.has(card.id));

/** Where the moving tasks would land if they were let go here. */
export function resolveDrop(cards: ColumnCards, moving: ReadonlySet<string>, over: Over): Drop {
  const others = without(cards, over.columnId, moving);
  if (over.taskId === undefined) return { columnId: over.columnId, afterTaskId: others.at(-1)?.id ?? null };
  const at = others.findIndex((card) => card.id === over.taskId);
  if (at < 0) return positionOf(cards, moving, over.taskId) ?? { columnId: over.columnId, afterTaskId: others.at(-1)?.id ?? null };
  return { columnId: over.columnId, afterTaskId: (over.half === 'lower' ? others[at] : others[at - 1])?.id ?? null };
}

/** Where a task stands now, said as a drop. */
export function positionOf(cards: ColumnCards, moving: ReadonlySet<string>, taskId: string): Drop | null {
  for (const [columnId, column] of cards) {
    const at = column.findIndex((card) => card.id === taskId);
    if (at < 0) continue;
    const before = column.slice(0, at).filter((card) => !moving.has(card.id));
    return { columnId, afterTaskId: before.at(-1)?.id ?? null };
  }
  return null;
}

/** Whether letting go here would change nothing. */
export function isWhereItWas(cards: ColumnCards, moving: readonly string[], drop: Drop): boolean {
  const column = cards.get(drop.columnId) ?? [];
  const start = drop.afterTaskId === null ? 0 : column.findIndex((card) => card.id === drop.afterTaskId) + 1;
  return moving.every((id, i) => column[start + i]?.id === id);
}

/** The next place for a task that is moved with the arrow keys; the same one when there is no further. */
export function stepDrop(columnIds: readonly string[], cards: ColumnCards, moving: ReadonlySet<string>, drop: Drop, key: string): Drop {
  const others = without(cards, drop.columnId, moving);
  const at = others.findIndex((card) => card.id === drop.afterTaskId);
  if (key === 'ArrowDown') return { ...drop, afterTaskId: others[Math.min(at + 1, others.length - 1)]?.id ?? null };
  if (key === 'ArrowUp') return { ...drop, afterTaskId: at < 0 ? null : (others[at - 1]?.id ?? null) };
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  const columnId = columnIds[columnIds.indexOf(drop.columnId) + step];
  if (step === 0 || columnId === undefined) return drop;
  // The same height in the next column, as far as that reaches.
  const there = without(cards, columnId, moving);
  return { columnId, afterTaskId: there[Math.min(at, there.length - 1)]?.id ?? null };
}

/** The place in words for a screen reader: "3 of 8". */
export function placeOf(cards: ColumnCards, moving: ReadonlySet<string>, drop: Drop): { position: number; of: number } {
  const others = without(cards, drop.columnId, moving);
  return { position: others.findIndex((card) => card.id === drop.afterTaskId) + 2, of: others.length + 1 };
}

/** The n-th rank right after another, until the server says better ones: '!' sorts before every character of a real rank. */
export const rankAfter = (rank: string, n = 0) => `${rank}!${String(n).padStart(4, '0')}` as Rank;

/** Ranks for the moved tasks until the server says better ones: they sort after the neighbour, whatever its rank. */
export function provisionalRanks(cards: ColumnCards, moving: ReadonlySet<string>, drop: Drop, count: number): Rank[] {
  const others = without(cards, drop.columnId, moving);
  const below = others.find((card) => card.id === drop.afterTaskId)?.rank ?? '';
  return Array.from({ length: count }, (_, i) => rankAfter(below, i));
}
