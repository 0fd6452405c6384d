import type { Calendar } from '@baton/domain';
import { Button, Checkbox, Select } from '@mantine/core';
import { useRef, useState } from 'react';
import { dayInWords } from '../time/words';
import { Entries, Part } from './Part';
import { type SaveCalendar, useSaving } from './useSaving';
import css from './Form.module.css';

interface Holiday {
  date: string;
  name: string;
}

interface HolidaysFieldProps {
  holidays: Calendar['holidays'];
  today: string;
  regions: readonly { code: string; name: string }[];
  holidaysFor: (region: string, year: number) => Promise<Holiday[]>;
  save: SaveCalendar;
}

/** Holidays are proposed from a region and count only once the person has confirmed them. */
export function HolidaysField({ holidays, today, regions, holidaysFor, save }: HolidaysFieldProps) {
  const [region, setRegion] = useState<string | null>(null);
  const [proposed, setProposed] = useState<Holiday[] | null>(null);
  const asked = useRef(0);
  const { saving, say, run } = useSaving();
  const year = Number(today.slice(0, 4));
  const choose = async (code: string | null) => {
    const mine = ++asked.current;
    setRegion(code);
    setProposed(null);
    say(null);
    if (!code) return;
    try {
      const found = await Promise.all([holidaysFor(code, year), holidaysFor(code, year + 1)]);
      if (mine === asked.current) setProposed(found.flat());
    } catch {
      if (mine !== asked.current) return;
      setRegion(null);
      say('The holidays of this region could not be read. Choose it again to try once more.');
    }
  };
  const coming = holidays.filter(({ date }) => date >= `${year}-01-01`).toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return (
    <Part title="Holidays" hint="Nothing is delivered and no answer is due on them." saving={saving}>
      <Entries
        noun="holiday"
        empty="No holidays yet."
        busy={saving.busy}
        entries={coming.map(({ date, name }) => ({ key: date, words: `${dayInWords(date, today)}, ${name}` }))}
        onRemove={(key) => void run(() => save((old) => ({ ...old, holidays: old.holidays.filter(({ date }) => date !== key) })))}
      />
      <Select
        label="Add those of a region"
        placeholder="Choose a region"
        data={regions.map(({ code, name }) => ({ value: code, label: name }))}
        value={region}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Clear the region' }}
        nothingFoundMessage="No region of that name."
        onChange={(code) => void choose(code)}
      />
      {region && proposed && (
        <Proposal
          key={region}
          proposed={proposed.filter(({ date }) => !holidays.some((known) => known.date === date))}
          today={today}
          busy={saving.busy}
          onConfirm={(chosen) =>
            void run(() =>
              save((old) => ({
                ...old,
                holidays: [
                  ...old.holidays.filter(({ date }) => !chosen.some((added) => added.date === date)),
                  ...chosen.map(({ date, name }) => ({ date, name, source: region })),
                ].toSorted((a, b) => (a.date < b.date ? -1 : 1)),
              })),
            ).then((done) => done && setRegion(null))
          }
        />
      )}
    </Part>
  );
}

interface ProposalProps {
  proposed: readonly Holiday[];
  today: string;
  busy: boolean;
  onConfirm: (chosen: Holiday[]) => void;
}

function Proposal({ proposed, today, busy, onConfirm }: ProposalProps) {
  // Two feasts can share a date; then the first names the day.
  const days = [...new Map(proposed.toReversed().map((holiday) => [holiday.date, holiday])).values()].toSorted((a, b) =>
    a.date < b.date ? -1 : 1,
  );
  const [left, setLeft] = useState<readonly string[]>([]);
  const chosen = days.filter(({ date }) => !left.includes(date));
  if (days.length === 0) return <p className={css.hint}>All of them are in your calendar.</p>;
  return (
    <div className={css.adding}>
      <div className={css.choices} role="group" aria-label="Holidays to confirm">
        {days.map(({ date, name }) => (
          <Checkbox
            key={date}
            label={`${dayInWords(date, today)}, ${name}`}
            checked={!left.includes(date)}
            onChange={(e) => setLeft(e.currentTarget.checked ? left.filter((d) => d !== date) : [...left, date])}
          />
        ))}
      </div>
      <div>
        <Button loading={busy} disabled={chosen.length === 0} onClick={() => onConfirm(chosen)}>
          {chosen.length === 1 ? 'Confirm 1 holiday' : `Confirm ${chosen.length} holidays`}
        </Button>
      </div>
    </div>
  );
}
