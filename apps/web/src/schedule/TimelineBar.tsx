import { type KeyboardEvent, type PointerEvent, memo, useState } from 'react';
import { type Day, addDays } from '@baton/domain';
import { dayInWords } from '../time/words';
import { arrowDays } from './grid';
import { type Bar, span } from './lanes';
import css from './TimelineView.module.css';

/** How wide a day is, in pixels. */
export const dayWidth = 28;

interface TimelineBarProps {
  bar: Bar;
  shown: { from: Day; to: Day };
  taskKey: string;
  late: boolean;
  movable: boolean;
  onOpen: (taskId: string) => void;
  onMove: (to: Day) => void;
}

/** One task from its start to its deadline; the grip at its end moves the deadline. */
export const TimelineBar = memo(function TimelineBar({ bar, shown, taskKey, late, movable, onOpen, onMove }: TimelineBarProps) {
  const [drag, setDrag] = useState<{ x: number; days: number } | null>(null);
  const { card } = bar;
  const moved = drag ? { ...bar, to: maxDay(bar.from, addDays(bar.to, drag.days)) } : bar;
  const { start, days } = span(moved, shown);
  const label = `${taskKey} ${card.title}, due ${dayInWords(moved.to, '')}`;
  const onKeyDown = (e: KeyboardEvent) => {
    const by = e.key === 'ArrowLeft' || e.key === 'ArrowRight' ? arrowDays(e.key) : 0;
    if (!e.altKey || by === 0 || !movable) return;
    e.preventDefault();
    onMove(addDays(bar.to, by));
  };
  return (
    <div
      className={css.bar}
      data-late={late}
      data-done={!!card.doneAt}
      data-short={days < 5}
      style={{ insetInlineStart: `calc(var(--name) + ${start * dayWidth + 1}px)`, width: days * dayWidth - 2 }}
    >
      <button
        type="button"
        className={css.barButton}
        data-task-id={card.id}
        title={label}
        aria-label={label}
        aria-roledescription={movable ? 'task, Alt and arrows move its deadline' : 'task'}
        onClick={() => onOpen(card.id)}
        onKeyDown={onKeyDown}
      >
        <span dir="auto">{card.title}</span>
      </button>
      {movable && (
        <span
          className={css.grip}
          data-grip={card.id}
          aria-hidden
          onPointerDown={(e: PointerEvent<HTMLSpanElement>) => {
            e.currentTarget.setPointerCapture(e.pointerId);
            setDrag({ x: e.clientX, days: 0 });
          }}
          onPointerMove={(e: PointerEvent<HTMLSpanElement>) =>
            drag && setDrag({ ...drag, days: Math.round((e.clientX - drag.x) / dayWidth) * (document.dir === 'rtl' ? -1 : 1) })
          }
          onPointerUp={() => {
            if (drag && moved.to !== bar.to) onMove(moved.to);
            setDrag(null);
          }}
          onPointerCancel={() => setDrag(null)}
        />
      )}
    </div>
  );
});

const maxDay = (a: Day, b: Day) => (a > b ? a : b);
