import { type Calendar, type Window, assumedCalendar, focusWindows, overlaps, windows, zoneNow } from '@baton/domain';
import { MultiSelect, SegmentedControl, Text } from '@mantine/core';
import { useId, useMemo, useState } from 'react';
import { nearestMiss } from './overlap';
import type { RhythmPerson } from './PeopleBands';
import { lengthInWords, namesInWords, stretchInWords } from './words';
import css from './People.module.css';

interface OverlapFinderProps {
  people: readonly RhythmPerson[];
  readerZone: string;
  now: number;
  /** Chosen to begin with. */
  meId: string;
}

/** Somebody who was chosen, with the hours that count for them. */
interface Chosen {
  id: string;
  name: string;
  calendar: Calendar;
  assumed: boolean;
}

const fiveDays = 5 * 86_400_000;

/** When some people all work, within the next five days. */
export function OverlapFinder({ people, readerZone, now, meId }: OverlapFinderProps) {
  const [ids, setIds] = useState<string[]>(people.some(({ id }) => id === meId) ? [meId] : []);
  const [minutes, setMinutes] = useState('60');
  const leastId = useId();
  const chosen = useMemo(
    () =>
      people
        .filter(({ id }) => ids.includes(id))
        .map(({ id, name, calendar, zone }) => ({
          id,
          name: id === meId ? `${name} (you)` : name,
          calendar: calendar ?? assumedCalendar(zone),
          assumed: calendar === null,
        })),
    [people, ids, meId],
  );
  return (
    <section className={css.finder} aria-label="Shared working hours">
      <h2 className={css.day}>Shared working hours</h2>
      <MultiSelect
        label="People"
        description="Choose two or more."
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={ids}
        onChange={setIds}
        searchable
        clearable
        nothingFoundMessage="Nobody of that name."
        clearButtonProps={{ 'aria-label': 'Clear the people' }}
      />
      <div>
        <Text component="p" m={0} mb={4} fw={500} size="sm" id={leastId}>
          At least
        </Text>
        <SegmentedControl
          className={css.segmented}
          aria-labelledby={leastId}
          data={['30', '60', '90'].map((value) => ({ value, label: `${value} min` }))}
          value={minutes}
          onChange={setMinutes}
        />
      </div>
      <div role="status">{chosen.length > 1 && <Found {...{ chosen, readerZone, now }} minutes={Number(minutes)} />}</div>
    </section>
  );
}

interface FoundProps {
  chosen: readonly Chosen[];
  readerZone: string;
  now: number;
}

function Found({ chosen, readerZone, now, minutes }: FoundProps & { minutes: number }) {
  const calendars = chosen.map(({ calendar }) => calendar);
  const shared = overlaps(calendars, now, now + fiveDays, minutes);
  const assumed = chosen.filter((person) => person.assumed).map(({ name }) => name);
  return (
    <>
      {shared.length > 0 ? (
        <ul className={css.found} aria-label="Shared stretches">
          {shared.map((stretch) => (
            <Stretch key={stretch.start} {...{ stretch, chosen, readerZone, now }} />
          ))}
        </ul>
      ) : (
        <Nothing {...{ chosen, readerZone, now, minutes }} />
      )}
      {assumed.length > 0 && <p className={css.line}>The hours of {namesInWords(assumed)} are assumed.</p>}
    </>
  );
}

function Stretch({ stretch, chosen, readerZone, now }: FoundProps & { stretch: Window }) {
  const { start, end } = stretch;
  return (
    <li className={css.stretch}>
      <p className={css.when} title={`${new Date(start).toISOString()} to ${new Date(end).toISOString()}`}>
        {stretchInWords(stretch, readerZone, now)} · {lengthInWords(end - start)}
      </p>
      {chosen.map(({ id, name, calendar }) => (
        <p key={id} className={css.line}>
          <bdi>{name}</bdi>: {stretchInWords(stretch, zoneNow(calendar, start), now)}
          {focusWindows(calendar, start, end).length > 0 && ', some of it focus time'}
        </p>
      ))}
    </li>
  );
}

/** Why there is nothing to choose from, and what comes nearest. */
function Nothing({ chosen, readerZone, now, minutes }: FoundProps & { minutes: number }) {
  const calendars = chosen.map(({ calendar }) => calendar);
  const to = now + fiveDays;
  const shorter = overlaps(calendars, now, to, 0).toSorted((a, b) => b.end - b.start - (a.end - a.start))[0];
  if (shorter)
    return (
      <p className={css.note}>
        They share working hours, but never {minutes} minutes at a stretch. The longest is {stretchInWords(shorter, readerZone, now)} your
        time, {lengthInWords(shorter.end - shorter.start)}.
      </p>
    );
  const without = chosen.filter(({ calendar }) => windows(calendar, now, to).length === 0).map(({ name }) => name);
  return (
    <>
      <p className={css.note}>Nobody shares working hours in the next five days.</p>
      {without.length > 0 && (
        <p className={css.note}>
          {namesInWords(without)} {without.length === 1 ? 'has' : 'have'} no working hours in these days.
        </p>
      )}
      <Nearest {...{ chosen, readerZone, now }} alone={without.length > 0} />
    </>
  );
}

function Nearest({ chosen, readerZone, now, alone }: FoundProps & { alone: boolean }) {
  const calendars = chosen.map(({ calendar }) => calendar);
  const miss = nearestMiss(calendars, now, now + fiveDays);
  const [ending, starting] = [miss && chosen[miss.ends.index], miss && chosen[miss.starts.index]];
  if (!miss || !ending || !starting) return alone ? null : <p className={css.note}>Some of them do, but never all at the same time.</p>;
  const words = (window: Window, calendar: Calendar) => {
    const [mine, theirs] = [readerZone, zoneNow(calendar, window.start)].map((zone) => stretchInWords(window, zone, now));
    return mine === theirs ? `${mine}` : `${mine} your time (${theirs} theirs)`;
  };
  return (
    <>
      <p className={css.note}>
        The nearest: {ending.name} works {words(miss.ends.window, ending.calendar)}, and {starting.name}{' '}
        {words(miss.starts.window, starting.calendar)}.
      </p>
      <p className={css.note}>{miss.gap === 0 ? 'One begins when the other ends.' : `${lengthInWords(miss.gap)} lie between them.`}</p>
    </>
  );
}
