import type { DragMoveEvent, DragStartEvent } from '@dnd-kit/core';
import { useRef, useState } from 'react';
import type { ColumnRow } from '@baton/domain';
import { pointOf } from './useBoardDrag';

/** A column on its way, and the one after which it would stand; null for first. */
export interface ColumnDragging {
  columnId: string;
  afterColumnId: string | null;
}

const prefix = 'column:';
/** What a column's header is called among everything that can be dragged. */
export const columnHandle = (columnId: string) => `${prefix}${columnId}`;

/** After which column one lands that is let go over a half of another; the one itself does not count. */
export function columnPlace(ids: readonly string[], moving: string, overId: string, half: 'before' | 'after'): string | null {
  if (overId === moving) return ids[ids.indexOf(moving) - 1] ?? null;
  const others = ids.filter((id) => id !== moving);
  const at = others.indexOf(overId);
  return (half === 'after' ? others[at] : others[at - 1]) ?? null;
}

/** Which column the page shows under a point, and which half of it, in the direction of reading. */
function overAt(x: number, y: number): { overId: string; half: 'before' | 'after' } | null {
  const column = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-column-id]');
  const overId = column?.dataset['columnId'];
  if (!column || !overId) return null;
  const { left, width } = column.getBoundingClientRect();
  const right = x > left + width / 2;
  return { overId, half: right === (getComputedStyle(column).direction !== 'rtl') ? 'after' : 'before' };
}

/** Moves a column by its header. The board itself is not touched before it is let go: cancelling is forgetting. */
export function useColumnDrag(columns: readonly ColumnRow[], onDrop: (columnId: string, afterColumnId: string | null) => void) {
  const [columnDragging, setDragging] = useState<ColumnDragging | null>(null);
  const latest = useRef<ColumnDragging | null>(null);
  const ids = columns.map(({ id }) => id);
  const before = (id: string) => ids[ids.indexOf(id) - 1] ?? null;
  const set = (next: ColumnDragging | null) => setDragging((latest.current = next));
  return {
    columnDragging,
    onDragStart: ({ active }: DragStartEvent) => {
      const id = String(active.id);
      if (!id.startsWith(prefix)) return;
      const columnId = id.slice(prefix.length);
      set({ columnId, afterColumnId: before(columnId) });
    },
    onDragMove: (e: DragMoveEvent) => {
      const [now, point] = [latest.current, pointOf(e)];
      const over = now && point && overAt(point.x, point.y);
      if (!over) return;
      const afterColumnId = columnPlace(ids, now.columnId, over.overId, over.half);
      if (afterColumnId !== now.afterColumnId) set({ ...now, afterColumnId });
    },
    onDragEnd: () => {
      const now = latest.current;
      set(null);
      if (now && now.afterColumnId !== before(now.columnId)) onDrop(now.columnId, now.afterColumnId);
    },
    onDragCancel: () => set(null),
  };
}
