import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useRef } from 'react';
import type { CardActions } from './BoardCard';
import type { Group } from './groups';
import { type CardScene, TaskCard } from './TaskCard';
import boardCss from './BoardPage.module.css';
import css from './Column.module.css';

interface GroupViewProps {
  groups: readonly Group[];
  scene: CardScene;
  actions: CardActions;
  empty: string;
}

/** The board's open tasks in columns that follow from the tasks themselves: whose move, or when due. */
export function GroupView({ groups, scene, actions, empty }: GroupViewProps) {
  return (
    <div className={boardCss.columns}>
      {groups.map((group) => (
        <GroupColumn key={group.key} group={group} scene={scene} actions={actions} />
      ))}
      {groups.length === 0 && <p className={boardCss.notice}>{empty}</p>}
    </div>
  );
}

const GroupColumn = memo(function GroupColumn({ group, scene, actions }: { group: Group; scene: CardScene; actions: CardActions }) {
  const scroller = useRef<HTMLDivElement>(null);
  const { cards } = group;
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing below is memoised on it
  const virtualizer = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 92,
    getItemKey: (i) => cards[i]?.id ?? i,
    gap: 8,
    overscan: 4,
  });
  return (
    <section className={css.column} aria-label={`${group.name}, ${cards.length} ${cards.length === 1 ? 'task' : 'tasks'}`}>
      <header className={css.groupHead}>
        <h2 className={css.groupName}>
          <bdi>{group.name}</bdi>
        </h2>
        <span className={css.groupCount}>{cards.length}</span>
      </header>
      <div ref={scroller} className={css.scroller}>
        <div className={css.cards} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const card = cards[item.index];
            return (
              card && (
                <div
                  key={item.key}
                  ref={virtualizer.measureElement}
                  data-index={item.index}
                  className={css.slot}
                  style={{ transform: `translateY(${item.start}px)` }}
                >
                  <button
                    type="button"
                    className={css.plain}
                    data-task-id={card.id}
                    aria-label={`${scene.boardKey}-${card.number} ${card.title}`}
                    onClick={() => actions.open(card.id)}
                    onFocus={() => actions.focus(card.id)}
                  >
                    <TaskCard card={card} scene={scene} />
                  </button>
                </div>
              )
            );
          })}
        </div>
      </div>
    </section>
  );
});
