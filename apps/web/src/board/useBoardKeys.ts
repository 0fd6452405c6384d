import { useHotkeys } from '@mantine/hooks';
import type { KeyboardEvent } from 'react';
import type { Card, ColumnRow } from '@baton/domain';
import type { ColumnCards } from './arrange';
import type { Dragging } from './useBoardDrag';
import { type Drop, placeOf, stepDrop } from './drop';

interface Scene {
  columns: readonly ColumnRow[];
  cards: ColumnCards;
  focusId: string | null;
  dragging: Dragging | null;
  canEdit: boolean;
  start: (taskId: string, by: 'keyboard') => void;
  aim: (drop: Drop) => void;
  finish: () => Dragging | null;
  cancel: () => void;
  focus: (taskId: string) => void;
  open: (taskId: string, field?: string) => void;
  /** Looks at the board by whose move it is, or back. */
  byMove: () => void;
  select: (taskId: string, how: 'toggle' | 'range') => void;
  clear: () => void;
  add: (columnId: string) => void;
  filter: () => void;
  say: (words: string) => void;
}

const arrows = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];
/** Keys that open one part of the task, with its name in menus. */
export const fieldKeys: Record<string, { field: string; name: string }> = {
  o: { field: 'owner', name: 'Owner' },
  d: { field: 'due', name: 'Deadline' },
  l: { field: 'labels', name: 'Labels' },
  a: { field: 'ask', name: 'Ask somebody' },
};
const letters: Record<string, string> = { j: 'ArrowDown', k: 'ArrowUp' };

/** The next card from this one with an arrow key, or null at an edge. Left and right keep the height and skip empty columns. */
export function neighbour(columns: readonly ColumnRow[], cards: ColumnCards, taskId: string | null, key: string): Card | null {
  const filled = columns.map(({ id }) => cards.get(id) ?? []).filter((column) => column.length > 0);
  const at = filled.findIndex((column) => column.some((card) => card.id === taskId));
  if (at < 0) return filled[0]?.[0] ?? null;
  const row = filled[at]?.findIndex((card) => card.id === taskId) ?? 0;
  if (key === 'ArrowDown') return filled[at]?.[row + 1] ?? null;
  if (key === 'ArrowUp') return filled[at]?.[row - 1] ?? null;
  const column = filled[at + (key === 'ArrowRight' ? 1 : -1)];
  return column?.[Math.min(row, column.length - 1)] ?? null;
}

/** The keyboard's way to everything that the mouse does on a board; every move is said aloud. */
export function useBoardKeys(scene: Scene) {
  const { columns, cards, focusId, dragging } = scene;
  const nameOf = (id: string) => columns.find((column) => column.id === id)?.name ?? '';
  const titleOf = (id: string) => [...cards.values()].flat().find((card) => card.id === id)?.title ?? '';
  const sayPlace = (verb: string, drop: Drop, moving: ReadonlySet<string>) => {
    const { position, of } = placeOf(cards, moving, drop);
    scene.say(`${verb} ${nameOf(drop.columnId)}, position ${position} of ${of}.`);
  };

  useHotkeys([
    ['/', () => scene.filter()],
    ['Escape', () => scene.clear()],
    ['m', () => scene.byMove()],
    ['c', () => scene.add([...cards].find(([, column]) => column.some((card) => card.id === focusId))?.[0] ?? columns[0]?.id ?? '')],
  ]);

  return (e: KeyboardEvent) => {
    if (!(e.target instanceof HTMLElement) || !e.target.closest('[data-task-id]')) return;
    if (e.target.closest('input, textarea, [contenteditable]')) return;
    const key = letters[e.key] ?? e.key;
    if (dragging) {
      const moving = new Set(dragging.ids);
      if (arrows.includes(key)) {
        const drop = stepDrop(
          columns.map(({ id }) => id),
          cards,
          moving,
          dragging.drop,
          key,
        );
        scene.aim(drop);
        sayPlace('Moved to', drop, moving);
      } else if (key === ' ' || key === 'Enter') {
        scene.finish();
        sayPlace('Dropped in', dragging.drop, moving);
      } else if (key === 'Escape') {
        scene.cancel();
        scene.say('Cancelled; nothing moved.');
      } else return;
    } else if (arrows.includes(key)) {
      const next = neighbour(columns, cards, focusId, key);
      if (next) scene.focus(next.id);
    } else if (key === ' ' && focusId && scene.canEdit) {
      scene.start(focusId, 'keyboard');
      scene.say(`Picked up ${titleOf(focusId)}. Arrows move it, space drops it, Escape cancels.`);
    } else if ((key === 'Enter' || key === 'e') && focusId && !e.ctrlKey && !e.metaKey) scene.open(focusId);
    else if (fieldKeys[key] && focusId && scene.canEdit && !e.ctrlKey && !e.metaKey) scene.open(focusId, fieldKeys[key].field);
    else if (key === 'x' && focusId) scene.select(focusId, 'toggle');
    else return;
    e.preventDefault();
    e.stopPropagation();
  };
}
