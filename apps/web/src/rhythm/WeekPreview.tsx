import { type Calendar, addDays, dayAt, localDay, slotsOn, timeAt, zoneNow, zoneOn } from '@baton/domain';
import { useMemo } from 'react';
import { dayInWords } from '../time/words';
import { Band, HourScale, Legend } from './Band';
import { bandInWords, bandOf, dayIn, hourMarks } from './dayBand';
import { namesInWords, placeOf } from './words';
import css from './People.module.css';

/** The next seven days as this calendar makes them: work, focus, time off, and when what has waited is delivered. */
export function WeekPreview({ calendar, now }: { calendar: Calendar; now: number }) {
  const today = localDay(calendar, now);
  const days = [0, 1, 2, 3, 4, 5, 6].map((n) => addDays(today, n));
  return (
    <section className={css.people} aria-label="The next seven days">
      <div className={css.scaleRow}>
        <HourScale marks={hourMarks(zoneNow(calendar, now), today)} />
      </div>
      <ul className={css.rows}>
        {days.map((day) => (
          <DayRow key={day} {...{ calendar, day, today, now }} />
        ))}
      </ul>
      <Legend deliveries />
    </section>
  );
}

function DayRow({ calendar, day, today, now }: { calendar: Calendar; day: string; today: string; now: number }) {
  const zone = zoneOn(calendar, day);
  const { band, deliveries } = useMemo(() => {
    const found = bandOf(calendar, dayIn(zone, day));
    // A shift of the day before can reach into this one.
    const marks = [addDays(day, -1), day].flatMap((d) => slotsOn(calendar, d));
    return { band: found, deliveries: marks.filter((at) => at >= found.from && at < found.to) };
  }, [calendar, zone, day]);
  const moved = zone !== zoneOn(calendar, addDays(day, -1)) && ` in ${placeOf(zone)}`;
  const delivered = deliveries.length > 0 ? `delivered ${namesInWords(deliveries.map((at) => timeAt(zone, at)))}` : 'nothing is delivered';
  const title = dayInWords(day, today);
  return (
    <li className={css.row}>
      <div className={css.who}>
        <span className={css.name}>
          {title}
          {moved}
        </span>
        <p className={css.line} title={deliveries.map((at) => new Date(at).toISOString()).join(', ') || undefined}>
          {delivered}
        </p>
      </div>
      <Band
        {...{ band, zone, deliveries }}
        marks={hourMarks(zone, day)}
        now={dayAt(zone, now) === day ? now : -1}
        label={`${title}: ${bandInWords(band, zone)}`}
      />
    </li>
  );
}
