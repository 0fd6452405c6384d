import { useDraggable } from '@dnd-kit/core';
import { memo } from 'react';
import type { Card } from '@baton/domain';
import { type CardScene, TaskCard } from './TaskCard';
import css from './Column.module.css';

export interface CardActions {
  open: (taskId: string) => void;
  select: (taskId: string, how: 'toggle' | 'range') => void;
  focus: (taskId: string) => void;
  menu: (taskId: string, at: { x: number; y: number }) => void;
}

/** A card in its column: draggable, focusable, opened with a click or Enter. */
export const BoardCard = memo(function BoardCard(props: {
  card: Card;
  scene: CardScene;
  selected: boolean;
  ghost: boolean;
  tabbable: boolean;
  movable: boolean;
  actions: CardActions;
}) {
  const { card, actions } = props;
  const { setNodeRef, listeners } = useDraggable({ id: card.id, disabled: !props.movable });
  return (
    <div
      ref={setNodeRef}
      {...listeners}
      role="button"
      className={css.handle}
      data-task-id={card.id}
      data-ghost={props.ghost}
      tabIndex={props.tabbable ? 0 : -1}
      aria-label={`${props.scene.boardKey}-${card.number} ${card.title}`}
      aria-roledescription={props.movable ? 'task, press space to pick up' : 'task'}
      aria-pressed={props.selected || undefined}
      onClick={(e) => {
        if (e.shiftKey) actions.select(card.id, 'range');
        else if (e.ctrlKey || e.metaKey) actions.select(card.id, 'toggle');
        else actions.open(card.id);
      }}
      onContextMenu={(e) => {
        e.preventDefault();
        actions.menu(card.id, { x: e.clientX, y: e.clientY });
      }}
      onFocus={() => actions.focus(card.id)}
    >
      <TaskCard card={card} scene={props.scene} selected={props.selected} />
    </div>
  );
});
