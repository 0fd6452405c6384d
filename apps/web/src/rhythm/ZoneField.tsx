import { type Calendar, dayAt, moveToZone, zoneNow, zoneOn, allZones } from '@baton/domain';
import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { dayInWords } from '../time/words';
import { Part } from './Part';
import { type SaveCalendar, useSaving } from './useSaving';
import { clockInWords, placeOf } from './words';
import css from './Form.module.css';

interface ZoneFieldProps {
  calendar: Calendar;
  now: number;
  save: SaveCalendar;
}

/** Where somebody works from: a change holds from a day on, so that what was promised before keeps its time. */
export function ZoneField({ calendar, now, save }: ZoneFieldProps) {
  const here = zoneNow(calendar, now);
  const today = dayAt(here, now);
  const [draft, setDraft] = useState({ zone: null as string | null, from: today, back: '' });
  const { saving, say, run } = useSaving();
  const planned = calendar.zones.filter(({ from }) => from > today);
  const submit = async () => {
    const { zone, from, back } = draft;
    if (!zone) return say('Choose a time zone.');
    if (!from) return say('Choose the first day there.');
    if (back && back <= from) return say('The first day back comes after the first day there.');
    if (zone === zoneOn(calendar, from) && planned.every((entry) => entry.from <= from)) return say(`You are in ${placeOf(zone)} then.`);
    if (await run(() => save((old) => moveToZone(old, zone, from, back || null))))
      setDraft((typed) => (typed === draft ? { zone: null, from: today, back: '' } : typed));
  };
  return (
    <Part title="Time zone" hint="Your hours move with you. Deadlines that are set keep their time." saving={saving}>
      <p className={css.words} style={{ margin: 0 }}>
        {clockInWords(here, now)}
        {planned.map(({ from, zone }) => `, from ${dayInWords(from, today)} in ${placeOf(zone)}`)}
      </p>
      <form
        className={css.part}
        onSubmit={(e) => {
          e.preventDefault();
          void submit();
        }}
      >
        <Select
          label="Move my hours to"
          placeholder="Type a city"
          data={allZones()}
          value={draft.zone}
          searchable
          limit={200}
          nothingFoundMessage="No zone of that name."
          onChange={(zone) => setDraft({ ...draft, zone })}
        />
        <div className={css.fields}>
          <TextInput
            type="date"
            label="First day there"
            value={draft.from}
            onChange={(e) => setDraft({ ...draft, from: e.currentTarget.value })}
          />
          <TextInput
            type="date"
            label="First day back, if you return"
            min={draft.from}
            value={draft.back}
            onChange={(e) => setDraft({ ...draft, back: e.currentTarget.value })}
          />
        </div>
        {planned.length > 0 && <p className={css.hint}>Moves that you planned for these days or after are replaced.</p>}
        <div>
          <Button type="submit" variant="default" loading={saving.busy}>
            Move my hours
          </Button>
        </div>
      </form>
    </Part>
  );
}
