import { useDraggable } from '@dnd-kit/core';
import { type KeyboardEvent, memo } from 'react';
import { deadlineInWords, readerZone } from '../time/deadlineWords';
import { useNow } from '../time/useNow';
import type { Entry } from './grid';
import css from './CalendarView.module.css';

interface ChipProps {
  entry: Entry;
  taskKey: string;
  owner: string;
  movable: boolean;
  onOpen: (taskId: string) => void;
  onKeyDown: (e: KeyboardEvent, entry: Entry) => void;
}

/** One deadline on its day. */
export const Chip = memo(function Chip({ entry, taskKey, owner, movable, onOpen, onKeyDown }: ChipProps) {
  const { card, time, late } = entry;
  const now = useNow();
  const { setNodeRef, listeners, transform, isDragging } = useDraggable({ id: card.id, disabled: !movable });
  const deadline = { on: card.dueOn ?? entry.day, time: card.dueTime, zone: card.dueZone ?? 'UTC' };
  const words = deadlineInWords(deadline, readerZone(), now, card.dueAt === null ? null : Date.parse(card.dueAt)).whole;
  return (
    <button
      type="button"
      ref={setNodeRef}
      {...listeners}
      className={css.chip}
      data-task-id={card.id}
      data-late={late}
      data-done={!!card.doneAt}
      data-dragging={isDragging}
      style={transform ? { transform: `translate(${transform.x}px, ${transform.y}px)` } : undefined}
      title={`${taskKey} ${card.title}\n${owner}, ${words}`}
      aria-label={`${taskKey} ${card.title}, ${owner}, ${words}`}
      aria-roledescription={movable ? 'deadline, Alt and arrows move it' : 'deadline'}
      onClick={() => onOpen(card.id)}
      onKeyDown={(e) => onKeyDown(e, entry)}
    >
      {time && <span className={css.time}>{time}</span>}
      <span className={css.chipTitle} dir="auto">
        {card.title}
      </span>
      <bdi className={css.owner}>{owner}</bdi>
    </button>
  );
});
