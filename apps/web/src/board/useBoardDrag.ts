import { type DragMoveEvent, type DragStartEvent, MouseSensor, TouchSensor, useSensor, useSensors } from '@dnd-kit/core';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ColumnCards } from './arrange';
import { type Drop, type Over, isWhereItWas, positionOf, resolveDrop } from './drop';

/** What is being moved, and where it would land. */
export interface Dragging {
  ids: readonly string[];
  drop: Drop;
  by: 'pointer' | 'keyboard';
}

/** Where the pointer or the finger of a drag is now; null for one that has neither. */
export function pointOf({ activatorEvent, delta }: Pick<DragMoveEvent, 'activatorEvent' | 'delta'>): { x: number; y: number } | null {
  const from = 'touches' in activatorEvent ? (activatorEvent as TouchEvent).touches[0] : (activatorEvent as MouseEvent);
  return from ? { x: from.clientX + delta.x, y: from.clientY + delta.y } : null;
}

/** What the page shows under a point; the overlay itself lets the pointer through. */
function overAt(x: number, y: number): Over | null {
  const target = document.elementFromPoint(x, y);
  const columnId = target?.closest<HTMLElement>('[data-column-id]')?.dataset['columnId'];
  if (!columnId) return null;
  const card = target?.closest<HTMLElement>('[data-task-id]');
  const taskId = card?.dataset['taskId'];
  if (!card || !taskId) return target?.closest('[data-gap]') ? null : { columnId };
  const { top, height } = card.getBoundingClientRect();
  return { columnId, taskId, half: y > top + height / 2 ? 'lower' : 'upper' };
}

/** Remembers what is dragged and what is under it. The board's own cards are never touched: cancelling is forgetting. */
export function useBoardDrag(
  cards: ColumnCards,
  idsFor: (taskId: string) => string[],
  onDrop: (ids: readonly string[], drop: Drop) => void,
) {
  const [dragging, setDragging] = useState<Dragging | null>(null);
  const latest = useRef<Dragging | null>(null);
  const scene = useRef({ cards, idsFor, onDrop });
  useLayoutEffect(() => {
    scene.current = { cards, idsFor, onDrop };
  });

  const set = useCallback((next: Dragging | null) => {
    latest.current = next;
    setDragging(next);
  }, []);
  const start = useCallback(
    (taskId: string, by: Dragging['by']) => {
      const ids = scene.current.idsFor(taskId);
      const drop = positionOf(scene.current.cards, new Set(ids), taskId);
      if (drop) set({ ids, drop, by });
    },
    [set],
  );
  const aim = useCallback(
    (drop: Drop) => {
      const now = latest.current;
      if (now && (now.drop.columnId !== drop.columnId || now.drop.afterTaskId !== drop.afterTaskId)) set({ ...now, drop });
    },
    [set],
  );
  const finish = useCallback(() => {
    const now = latest.current;
    set(null);
    if (now && !isWhereItWas(scene.current.cards, now.ids, now.drop)) scene.current.onDrop(now.ids, now.drop);
    return now;
  }, [set]);
  const cancel = useCallback(() => set(null), [set]);

  const handlers = useMemo(
    () => ({
      onDragStart: ({ active }: DragStartEvent) => start(String(active.id), 'pointer'),
      onDragMove: (e: DragMoveEvent) => {
        const [now, point] = [latest.current, pointOf(e)];
        if (!point || !now) return;
        const over = overAt(point.x, point.y);
        if (over) aim(resolveDrop(scene.current.cards, new Set(now.ids), over));
      },
      onDragEnd: () => void finish(),
      onDragCancel: cancel,
    }),
    [start, aim, finish, cancel],
  );
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
  );
  return { dragging, sensors, handlers, start, aim, finish, cancel };
}
