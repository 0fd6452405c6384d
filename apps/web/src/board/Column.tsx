import { useVirtualizer, defaultRangeExtractor } from '@tanstack/react-virtual';
import { useDroppable } from '@dnd-kit/core';
import { memo, useCallback, useEffect, useMemo, useRef } from 'react';
import type { Card, ColumnRow } from '@baton/domain';
import { AddTask } from './AddTask';
import { BoardCard, type CardActions } from './BoardCard';
import { ColumnHeader } from './ColumnHeader';
import type { CardScene } from './TaskCard';
import css from './Column.module.css';

const roughHeight = 92;
const gapHeight = 12;

export interface ColumnProps {
  column: ColumnRow;
  cards: readonly Card[];
  scene: CardScene;
  /** Where the gap opens for a dragged card: after this task, or first for null; undefined for nowhere. */
  gapAfter: string | null | undefined;
  /** Where a dragged column would stand: beside this one; this one is the dragged one itself. */
  beside: 'before' | 'after' | 'itself' | undefined;
  moving: ReadonlySet<string> | null;
  /** Whether the column scrolls to the gap: with the keyboard it must, a pointer does so itself. */
  follow: boolean;
  selection: ReadonlySet<string>;
  focusId: string | null;
  canEdit: boolean;
  filtered: boolean;
  adding: boolean;
  onAdding: (columnId: string | null) => void;
  actions: CardActions;
}

/** One column; only the cards in view are in the page, however many there are. */
export const Column = memo(function Column(props: ColumnProps) {
  const { column, cards, scene, gapAfter, moving, selection, focusId } = props;
  const scroller = useRef<HTMLDivElement>(null);
  // dnd-kit scrolls what the pointer is over only when it knows it as a place to drop.
  const { setNodeRef } = useDroppable({ id: column.id });
  const attach = useCallback(
    (node: HTMLDivElement | null) => {
      scroller.current = node;
      setNodeRef(node);
    },
    [setNodeRef],
  );
  const gapAt = gapAfter === undefined ? -1 : gapAfter === null ? 0 : cards.findIndex((card) => card.id === gapAfter) + 1;
  const heldAt = useMemo(() => (moving ? cards.findIndex((card) => moving.has(card.id)) : -1), [cards, moving]);
  const virtualizer = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => roughHeight,
    getItemKey: (i) => cards[i]?.id ?? i,
    gap: 8,
    overscan: 4,
    // A touch drag dies with the element that it began on, so that one stays while it is scrolled out of view.
    rangeExtractor: (range) =>
      heldAt < 0 ? defaultRangeExtractor(range) : [...new Set([heldAt, ...defaultRangeExtractor(range)])].sort((a, b) => a - b),
  });

  const focusAt = focusId === null ? -1 : cards.findIndex((card) => card.id === focusId);
  useEffect(() => {
    if (focusAt >= 0) virtualizer.scrollToIndex(focusAt, { align: 'auto' });
  }, [focusAt, virtualizer]);
  useEffect(() => {
    if (gapAt >= 0 && props.follow) virtualizer.scrollToIndex(Math.min(gapAt, cards.length - 1), { align: 'auto' });
  }, [gapAt, props.follow, cards.length, virtualizer]);

  const top = (start: number, index: number) => start + (gapAt >= 0 && index >= gapAt ? roughHeight + gapHeight : 0);
  const gapTop =
    gapAt < 0
      ? 0
      : gapAt >= cards.length
        ? virtualizer.getTotalSize() + (cards.length > 0 ? 8 : 0)
        : (virtualizer.measurementsCache[gapAt]?.start ?? 0);
  return (
    <section
      className={css.column}
      data-column-id={column.id}
      data-beside={props.beside}
      aria-label={`${column.name}, ${cards.length} ${cards.length === 1 ? 'task' : 'tasks'}`}
    >
      <ColumnHeader column={column} count={cards.length} canEdit={props.canEdit} onAdd={() => props.onAdding(column.id)} />
      <div ref={attach} className={css.scroller}>
        <div className={css.cards} style={{ height: virtualizer.getTotalSize() + (gapAt >= 0 ? roughHeight + gapHeight : 0) }}>
          {gapAt >= 0 && <div className={css.gap} data-gap style={{ transform: `translateY(${gapTop}px)`, height: roughHeight }} />}
          {virtualizer.getVirtualItems().map((item) => {
            const card = cards[item.index];
            if (!card) return null;
            return (
              <div
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                className={css.slot}
                style={{ transform: `translateY(${top(item.start, item.index)}px)` }}
              >
                <BoardCard
                  card={card}
                  scene={scene}
                  selected={selection.has(card.id)}
                  ghost={moving?.has(card.id) ?? false}
                  tabbable={focusId === card.id || (focusAt < 0 && item.index === 0)}
                  movable={props.canEdit}
                  actions={props.actions}
                />
              </div>
            );
          })}
        </div>
        {cards.length === 0 && gapAt < 0 && (
          <p className={css.empty}>{props.filtered ? 'Nothing here matches the filter.' : emptyWords[column.class]}</p>
        )}
      </div>
      {props.canEdit && (
        <AddTask
          columnId={column.id}
          lastTaskId={cards.at(-1)?.id ?? null}
          open={props.adding}
          onOpen={() => props.onAdding(column.id)}
          onClose={() => props.onAdding(null)}
        />
      )}
    </section>
  );
});

const emptyWords: Record<ColumnRow['class'], string> = {
  queued: 'What could be done next belongs here.',
  active: 'What somebody is working on now belongs here.',
  done: 'Finished work comes here.',
  dropped: 'What will not be done, and stays on record.',
};
