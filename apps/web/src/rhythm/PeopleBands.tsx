import { type Calendar, type Status, addDays, assumedCalendar, dayAt, standingAt, zoneNow } from '@baton/domain';
import { ActionIcon, Button } from '@mantine/core';
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import { useMemo, useState } from 'react';
import { dayInWords } from '../time/words';
import { Band, HourScale, Legend } from './Band';
import { bandInWords, bandOf, dayIn, hourMarks } from './dayBand';
import { clockInWords, instantOfStanding, standingInWords } from './words';
import css from './People.module.css';

/** Somebody with hours, said or assumed. */
export interface RhythmPerson {
  id: string;
  name: string;
  calendar: Calendar | null;
  zone: string;
  status: Status | null;
  placeholder: boolean;
}

interface PeopleBandsProps {
  people: readonly RhythmPerson[];
  readerZone: string;
  now: number;
  meId: string;
  nameOf: (id: string) => string;
}

/** When everybody works on one day, in the reader's zone, the reader first. Drawn from calendars alone: nobody's presence is watched. */
export function PeopleBands({ people, readerZone, now, meId, nameOf }: PeopleBandsProps) {
  const [ahead, setAhead] = useState(0);
  const today = dayAt(readerZone, now);
  const day = addDays(today, ahead);
  const marks = hourMarks(readerZone, day);
  const rows = people.toSorted((a, b) => Number(b.id === meId) - Number(a.id === meId));
  return (
    <section className={css.people} aria-label="Working hours of everybody">
      <div className={css.days}>
        <h2 className={css.day} aria-live="polite">
          {dayTitle(day, today)}
        </h2>
        <ActionIcon variant="default" size="lg" aria-label="Previous day" onClick={() => setAhead(ahead - 1)}>
          <IconChevronLeft size={16} stroke={1.5} />
        </ActionIcon>
        <Button variant="default" size="xs" onClick={() => setAhead(0)}>
          Today
        </Button>
        <ActionIcon variant="default" size="lg" aria-label="Next day" onClick={() => setAhead(ahead + 1)}>
          <IconChevronRight size={16} stroke={1.5} />
        </ActionIcon>
      </div>
      <p className={css.line}>Hours in your time, {clockInWords(readerZone, now)}.</p>
      <div className={css.scaleRow}>
        <HourScale marks={marks} />
      </div>
      <ul className={css.rows}>
        {rows.map((person) => (
          <Row key={person.id} {...{ person, readerZone, now, nameOf, day, marks }} isMe={person.id === meId} />
        ))}
      </ul>
      <Legend />
    </section>
  );
}

interface RowProps extends Pick<PeopleBandsProps, 'readerZone' | 'now' | 'nameOf'> {
  person: RhythmPerson;
  day: string;
  marks: ReturnType<typeof hourMarks>;
  isMe: boolean;
}

function Row({ person, readerZone, now, nameOf, day, marks, isMe }: RowProps) {
  const { calendar: said, zone } = person;
  const calendar = useMemo(() => said ?? assumedCalendar(zone), [said, zone]);
  const band = useMemo(() => bandOf(calendar, dayIn(readerZone, day)), [calendar, readerZone, day]);
  const standing = standingAt(calendar, now);
  const assumed = said === null;
  const notes = [isMe && 'you', person.placeholder && 'not here yet'].filter(Boolean).join(', ');
  const inWords = [assumed && 'assumed hours', bandInWords(band, readerZone)].filter(Boolean).join(', ');
  return (
    <li className={css.row}>
      <div className={css.who}>
        <span className={css.name} dir="auto">
          {person.name}
        </span>{' '}
        <span className={css.line}>
          {notes && `(${notes}) `}
          {clockInWords(zoneNow(calendar, now), now)}
        </span>
        <p className={css.line} title={instantOfStanding(standing)}>
          {!person.placeholder && standingInWords(standing, calendar, readerZone, now, nameOf)}
          {!person.placeholder && assumed && ' · '}
          {assumed && 'assumed hours'}
        </p>
        <StatusLine status={person.status} now={now} />
      </div>
      <Band {...{ band, marks, now, assumed }} zone={readerZone} label={`${person.name}: ${inWords}, in your time`} />
    </li>
  );
}

function StatusLine({ status, now }: { status: Status | null; now: number }) {
  if (!status || (status.until !== null && Date.parse(status.until) <= now)) return null;
  const words = [status.emoji, status.text].filter(Boolean).join(' ');
  return (
    words && (
      <p className={css.line} dir="auto">
        {words}
      </p>
    )
  );
}

function dayTitle(day: string, today: string): string {
  const near = dayInWords(day, today);
  const date = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  const full = date.format(Date.parse(`${day}T12:00:00Z`)).replace(',', '');
  return ['today', 'tomorrow', 'yesterday'].includes(near) ? `${near[0]?.toUpperCase()}${near.slice(1)}, ${full}` : full;
}
