import { DndContext, MouseSensor, TouchSensor, pointerWithin, useDroppable, useSensor, useSensors } from '@dnd-kit/core';
import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import { type BoardPerson, type Card, type Day, addDays, dayAt } from '@baton/domain';
import { dayInWords } from '../time/words';
import { Chip } from './Chip';
import { type Entry, arrowDays, byDay, mondayOf, monthBeside, monthGrid, movedDay, weekFrom } from './grid';
import type { Places } from './lanes';
import css from './CalendarView.module.css';

/** What both views of days are given. They never change anything themselves. */
export interface ScheduleProps {
  cards: readonly Card[];
  places: Places;
  people: readonly BoardPerson[];
  /** Such as WEB-42. */
  keyOf: (card: Card) => string;
  readerZone: string;
  now: number;
  canEdit: boolean;
  onOpen: (taskId: string) => void;
  onMoveDeadline: (taskId: string, toDay: string) => void;
}

const shownPerDay = 4;
const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const longDay = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
const at = (day: Day) => new Date(`${day}T12:00:00Z`);

/** Deadlines in a month or a week, in the reader's days. A chip is dragged to another day, or moved with Alt and the arrows. */
export function CalendarView({ cards, people, keyOf, readerZone, now, canEdit, onOpen, onMoveDeadline }: ScheduleProps) {
  const today = dayAt(readerZone, now);
  const phone = useMediaQuery('(max-width: 640px)') ?? false;
  const [day, setDay] = useState(today);
  const [span, setSpan] = useState<'month' | 'week'>('month');
  const [said, setSaid] = useState('');
  const entries = useMemo(() => byDay(cards, readerZone, now), [cards, readerZone, now]);
  const names = useMemo(() => new Map(people.map(({ id, name }) => [id, name])), [people]);
  const weeks = span === 'month' ? monthGrid(day) : [weekFrom(mondayOf(day))];
  const step = (by: 1 | -1) => setDay(span === 'month' ? monthBeside(day, by) : addDays(day, by * 7));
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
  );
  const move = (entry: Entry, to: Day) => {
    if (to === entry.day) return;
    onMoveDeadline(entry.card.id, movedDay(entry, to));
    setSaid(`${keyOf(entry.card)} to ${dayInWords(to, today)}`);
  };
  const onKeyDown = (e: KeyboardEvent, entry: Entry) => {
    const days = arrowDays(e.key);
    if (!e.altKey || days === 0 || !canEdit) return;
    e.preventDefault();
    move(entry, addDays(entry.day, days));
  };
  const chip = (entry: Entry) => (
    <Chip
      key={entry.card.id}
      entry={entry}
      taskKey={keyOf(entry.card)}
      owner={entry.card.ownerId === null ? 'no owner' : (names.get(entry.card.ownerId) ?? 'somebody who left')}
      movable={canEdit}
      onOpen={onOpen}
      onKeyDown={onKeyDown}
    />
  );
  const agenda = weeks.flat().filter((d) => entries.has(d) || d === today);
  const title = span === 'month' ? monthName.format(at(day)) : `Week of ${dayInWords(mondayOf(day), '')}`;
  return (
    <div className={css.view}>
      <header className={css.head}>
        <h2 className={css.title} aria-live="polite">
          {title}
        </h2>
        <ActionIcon variant="default" size="lg" aria-label={`Previous ${span}`} onClick={() => step(-1)}>
          <IconChevronLeft size={16} stroke={1.5} />
        </ActionIcon>
        <Button variant="default" size="xs" onClick={() => setDay(today)}>
          Today
        </Button>
        <ActionIcon variant="default" size="lg" aria-label={`Next ${span}`} onClick={() => step(1)}>
          <IconChevronRight size={16} stroke={1.5} />
        </ActionIcon>
        <SegmentedControl
          size="xs"
          value={span}
          onChange={(value) => setSpan(value === 'week' ? 'week' : 'month')}
          data={[
            { value: 'month', label: 'Month' },
            { value: 'week', label: 'Week' },
          ]}
          aria-label="Month or week"
        />
      </header>
      <DndContext
        sensors={sensors}
        collisionDetection={pointerWithin}
        autoScroll={{ threshold: { x: 0, y: 0.05 } }}
        accessibility={quiet}
        onDragEnd={({ active, over }) => {
          const entry = [...entries.values()].flat().find(({ card }) => card.id === active.id);
          if (entry && over) move(entry, String(over.id));
        }}
      >
        {phone ? (
          <div className={css.agenda}>
            {agenda.map((d) => (
              <section key={d} aria-label={longDay.format(at(d))}>
                <h3 className={css.agendaDay} data-today={d === today}>
                  {dayInWords(d, today)}
                </h3>
                {(entries.get(d) ?? []).map(chip)}
                {!entries.has(d) && <p className={css.none}>Nothing is due.</p>}
              </section>
            ))}
          </div>
        ) : (
          <div className={css.grid} data-span={span}>
            {weekFrom('2026-11-23').map((d) => (
              <div key={d} className={css.weekday}>
                {new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' }).format(at(d))}
              </div>
            ))}
            {weeks.flat().map((d) => {
              const list = entries.get(d) ?? [];
              const shown = span === 'week' ? list : list.slice(0, list.length > shownPerDay ? shownPerDay - 1 : shownPerDay);
              return (
                <DayCell key={d} day={d} today={today} outside={span === 'month' && d.slice(0, 7) !== day.slice(0, 7)}>
                  {shown.map(chip)}
                  {list.length > shown.length && (
                    <button
                      type="button"
                      className={css.more}
                      onClick={() => {
                        setDay(d);
                        setSpan('week');
                      }}
                    >
                      {list.length - shown.length} more
                    </button>
                  )}
                </DayCell>
              );
            })}
          </div>
        )}
      </DndContext>
      <div className={css.said} role="status">
        {said}
      </div>
    </div>
  );
}

function DayCell({ day, today, outside, children }: { day: Day; today: Day; outside: boolean; children: ReactNode }) {
  const { setNodeRef, isOver } = useDroppable({ id: day });
  return (
    <section
      ref={setNodeRef}
      className={css.day}
      data-day={day}
      data-over={isOver}
      data-outside={outside}
      data-today={day === today}
      aria-label={longDay.format(at(day))}
    >
      <span className={css.number}>{Number(day.slice(8))}</span>
      {children}
    </section>
  );
}

/** dnd-kit speaks of ids; the live region below has words. */
const quiet = {
  announcements: { onDragStart: () => undefined, onDragOver: () => undefined, onDragEnd: () => undefined, onDragCancel: () => undefined },
  screenReaderInstructions: { draggable: '' },
};
