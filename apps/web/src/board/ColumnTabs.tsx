import { type RefObject, useEffect, useState } from 'react';
import type { ColumnRow } from '@baton/domain';
import type { ColumnCards } from './arrange';
import css from './ColumnTabs.module.css';

/** On phones, where one column is in sight: all of them by name, which one that is, and the way to the others. */
export function ColumnTabs({
  columns,
  cards,
  scroller,
}: {
  columns: readonly ColumnRow[];
  cards: ColumnCards;
  scroller: RefObject<HTMLElement | null>;
}) {
  const [current, setCurrent] = useState(0);
  useEffect(() => {
    const node = scroller.current;
    if (!node) return;
    const look = () => {
      const first = node.querySelector<HTMLElement>('[data-column-id]');
      if (first) setCurrent(Math.round(Math.abs(node.scrollLeft) / (first.offsetWidth + 12)));
    };
    look();
    node.addEventListener('scroll', look, { passive: true });
    return () => node.removeEventListener('scroll', look);
  }, [scroller]);
  const show = (id: string) =>
    scroller.current?.querySelector(`[data-column-id="${id}"]`)?.scrollIntoView({ inline: 'center', block: 'nearest' });
  if (columns.length < 2) return null;
  return (
    <nav className={css.tabs} aria-label="Columns">
      {columns.map(({ id, name }, i) => (
        <button
          key={id}
          type="button"
          className={css.tab}
          aria-current={i === Math.min(current, columns.length - 1) || undefined}
          ref={(node) => {
            // Without moving the page: only this line scrolls.
            if (node && i === current && node.parentElement) node.parentElement.scrollTo({ left: node.offsetLeft - 40 });
          }}
          onClick={() => show(id)}
        >
          <bdi>{name}</bdi> <span className={css.count}>{cards.get(id)?.length ?? 0}</span>
        </button>
      ))}
    </nav>
  );
}
