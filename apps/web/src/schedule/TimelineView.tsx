import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type Card, type Day, addDays, dayAt, daysBetween, weekday } from '@baton/domain';
import { dayInWords } from '../time/words';
import type { ScheduleProps } from './CalendarView';
import { mondayOf } from './grid';
import { type Band, bandsOf } from './lanes';
import { TimelineBar, dayWidth } from './TimelineBar';
import css from './TimelineView.module.css';

const weeksShown = 12;
const laneHeight = 30;

interface Line {
  key: string;
  name: string | null;
  lane: Band['lanes'][number];
}

/** Work as stretches of days, by owner or by place. The end of a bar is its deadline: it is dragged, or moved with Alt and the arrows. */
export function TimelineView(props: ScheduleProps) {
  const { cards, places, people, keyOf, readerZone, now, canEdit, onOpen, onMoveDeadline } = props;
  const today = dayAt(readerZone, now);
  const [from, setFrom] = useState(() => addDays(mondayOf(today), -14));
  const [by, setBy] = useState<'owner' | 'place'>('owner');
  const [said, setSaid] = useState('');
  const shown = useMemo(() => ({ from, to: addDays(from, weeksShown * 7 - 1) }), [from]);
  const bands = useMemo(() => bandsOf(cards, by, people, places, shown), [cards, by, people, places, shown]);
  const lines = useMemo<Line[]>(
    () => bands.flatMap((band) => band.lanes.map((lane, i) => ({ key: `${band.key} ${i}`, name: i === 0 ? band.name : null, lane }))),
    [bands],
  );
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing below is memoised on it
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => laneHeight,
    getItemKey: (i) => lines[i]?.key ?? i,
    overscan: 10,
  });
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollLeft = Math.max(0, (daysBetween(from, today) - 3) * dayWidth);
  }, [from, today]);
  const days = Array.from({ length: weeksShown * 7 }, (_, i) => addDays(from, i));
  const move = (card: Card, to: Day) => {
    onMoveDeadline(card.id, to);
    setSaid(`${keyOf(card)} to ${dayInWords(to, today)}`);
  };
  return (
    <div className={css.view}>
      <header className={css.head}>
        <h2 className={css.title} aria-live="polite">
          {dayInWords(shown.from, '')} to {dayInWords(shown.to, '')}
        </h2>
        <ActionIcon variant="default" size="lg" aria-label="Earlier" onClick={() => setFrom(addDays(from, -28))}>
          <IconChevronLeft size={16} stroke={1.5} />
        </ActionIcon>
        <Button variant="default" size="xs" onClick={() => setFrom(addDays(mondayOf(today), -14))}>
          Today
        </Button>
        <ActionIcon variant="default" size="lg" aria-label="Later" onClick={() => setFrom(addDays(from, 28))}>
          <IconChevronRight size={16} stroke={1.5} />
        </ActionIcon>
        <SegmentedControl
          size="xs"
          value={by}
          onChange={(value) => setBy(value === 'place' ? 'place' : 'owner')}
          data={[
            { value: 'owner', label: 'By owner' },
            { value: 'place', label: `By ${places.word}` },
          ]}
          aria-label="Rows of the timeline"
        />
      </header>
      <div ref={scroller} className={css.scroller} tabIndex={0} role="region" aria-label="Timeline">
        <div className={css.sheet} style={{ width: `calc(var(--name) + ${days.length * dayWidth}px)` }}>
          <div className={css.days}>
            <span className={css.corner} />
            {days.map((day) => (
              <span key={day} className={css.dayHead} data-today={day === today} data-rest={weekday(day) > 5} title={dayInWords(day, '')}>
                {weekday(day) === 1 || day === shown.from ? <span className={css.week}>{dayInWords(day, '').slice(4, 10)}</span> : null}
                {Number(day.slice(8))}
              </span>
            ))}
          </div>
          <div className={css.lines} style={{ height: virtualizer.getTotalSize() }}>
            {days.map((day, i) =>
              weekday(day) > 5 || day === today ? (
                <span
                  key={day}
                  className={css.stripe}
                  data-today={day === today}
                  style={{ insetInlineStart: `calc(var(--name) + ${i * dayWidth}px)` }}
                />
              ) : null,
            )}
            {virtualizer.getVirtualItems().map((item) => {
              const line = lines[item.index];
              return (
                line && (
                  <div
                    key={item.key}
                    className={css.line}
                    data-first={line.name !== null}
                    style={{ transform: `translateY(${item.start}px)` }}
                  >
                    <span className={css.name}>
                      <bdi>{line.name}</bdi>
                    </span>
                    {line.lane.map((bar) => (
                      <TimelineBar
                        key={bar.card.id}
                        bar={bar}
                        shown={shown}
                        taskKey={keyOf(bar.card)}
                        late={!bar.card.doneAt && bar.card.dueAt !== null && Date.parse(bar.card.dueAt) <= now}
                        movable={canEdit}
                        onOpen={onOpen}
                        onMove={(to) => move(bar.card, to)}
                      />
                    ))}
                  </div>
                )
              );
            })}
          </div>
        </div>
      </div>
      {lines.length === 0 && <p className={css.none}>No deadline falls into these weeks.</p>}
      <div className={css.said} role="status">
        {said}
      </div>
    </div>
  );
}
