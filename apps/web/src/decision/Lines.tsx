import { useHotkeys } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import type { DecisionLine } from '@baton/domain';
import { isElsewhere } from './keys';
import { LineLink } from './LineLink';
import css from './Decision.module.css';

const lineHeight = 58;

/** The lines in view; j and k or the arrows move from anywhere on the page, Enter opens. */
export function Lines({ lines, withBoard }: { lines: readonly DecisionLine[]; withBoard: boolean }) {
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(-1);
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing below is memoised on it
  const rows = useVirtualizer({
    count: lines.length,
    estimateSize: () => lineHeight,
    getScrollElement: () => list.current?.closest<HTMLElement>(`.${css.page ?? ''}`) ?? null,
    getItemKey: (index) => lines[index]?.id ?? index,
    overscan: 12,
  });
  const step = (by: 1 | -1) => (e: KeyboardEvent) => {
    if (isElsewhere(e)) return;
    const index = Math.min(lines.length - 1, Math.max(0, at + by));
    setAt(index);
    rows.scrollToIndex(index);
    // A line that comes into view is drawn first.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-index="${index}"] a`)?.focus({ preventScroll: true })),
    );
  };
  useHotkeys([
    ['j', step(1)],
    ['k', step(-1)],
    ['ArrowDown', step(1)],
    ['ArrowUp', step(-1)],
  ]);
  return (
    <div ref={list} className={css.log} role="list" style={{ height: rows.getTotalSize(), position: 'relative' }}>
      {rows.getVirtualItems().map(({ index, start }) => {
        const line = lines[index];
        return (
          line && (
            <div
              key={line.id}
              ref={rows.measureElement}
              data-index={index}
              role="listitem"
              aria-setsize={lines.length}
              aria-posinset={index + 1}
              className={css.line}
              style={{ position: 'absolute', top: 0, insetInline: 0, transform: `translateY(${start}px)` }}
              onFocus={() => setAt(index)}
            >
              <LineLink line={line} withBoard={withBoard} />
            </div>
          )
        );
      })}
    </div>
  );
}
