import { type Calendar, type Interval, faultInShifts, weekday } from '@baton/domain';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { dayInWords } from '../time/words';
import { Entries, Part } from './Part';
import { TimesField } from './TimesField';
import { intervalsInWords, tidyIntervals } from './typed';
import { type SaveCalendar, useSaving } from './useSaving';
import css from './Form.module.css';

interface OverridesListProps {
  overrides: Calendar['overrides'];
  today: string;
  save: SaveCalendar;
}

interface OverrideDraft {
  date: string;
  off: boolean;
  intervals: Interval[];
  note: string;
}

const emptyDraft: OverrideDraft = { date: '', off: false, intervals: [['', '']], note: '' };

function faultIn({ date, off, intervals }: OverrideDraft): string | null {
  if (!date) return 'Choose the day.';
  if (off) return null;
  const tidy = tidyIntervals(intervals);
  return tidy.length === 0 ? 'Write when you work on that day, or choose "Not working".' : faultInShifts(tidy);
}

/** Days that differ from the week: a swapped day, a half one. */
export function OverridesList({ overrides, today, save }: OverridesListProps) {
  const { saving, say, run } = useSaving();
  const coming = overrides.filter(({ date }) => date >= today).toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return (
    <Part title="Single days" hint="Replace the hours of one day, holiday or not." saving={saving}>
      <Entries
        noun="single day"
        empty="No days that differ."
        busy={saving.busy}
        entries={coming.map(({ date, intervals, note }) => ({
          key: date,
          words: `${dayInWords(date, today)}, ${intervalsInWords(intervals)}`,
          note,
        }))}
        onRemove={(key) => void run(() => save((old) => ({ ...old, overrides: old.overrides.filter(({ date }) => date !== key) })))}
      />
      <AddOverride
        today={today}
        busy={saving.busy}
        replaces={(date) => overrides.some((known) => known.date === date)}
        onAdd={async (draft) => {
          const fault = faultIn(draft);
          if (fault) {
            say(fault);
            return false;
          }
          const { date, off, intervals, note } = draft;
          const added = { date, intervals: off ? [] : tidyIntervals(intervals), note: note.trim() };
          return run(() =>
            save((old) => ({
              ...old,
              overrides: [...old.overrides.filter((known) => known.date !== date), added].toSorted((a, b) => (a.date < b.date ? -1 : 1)),
            })),
          );
        }}
      />
    </Part>
  );
}

interface AddOverrideProps {
  today: string;
  busy: boolean;
  /** Whether this day has hours of its own already. */
  replaces: (date: string) => boolean;
  /** Gives true when it was added. */
  onAdd: (draft: OverrideDraft) => Promise<boolean>;
}

function AddOverride({ today, busy, replaces, onAdd }: AddOverrideProps) {
  const [draft, setDraft] = useState(emptyDraft);
  return (
    <form
      className={css.adding}
      aria-label="Add a single day"
      onSubmit={(e) => {
        e.preventDefault();
        void onAdd(draft).then((added) => added && setDraft((now) => (now === draft ? emptyDraft : now)));
      }}
    >
      <TextInput
        type="date"
        label="Day"
        min={today}
        value={draft.date}
        onChange={(e) => setDraft({ ...draft, date: e.currentTarget.value })}
      />
      <Checkbox label="Not working" checked={draft.off} onChange={(e) => setDraft({ ...draft, off: e.currentTarget.checked })} />
      {!draft.off && (
        <TimesField
          of="Hours of the day"
          weekday={draft.date ? weekday(draft.date) : null}
          intervals={draft.intervals}
          onChange={(intervals) => setDraft({ ...draft, intervals })}
        />
      )}
      <TextInput
        label="Note"
        description="Optional."
        maxLength={300}
        value={draft.note}
        dir="auto"
        onChange={(e) => setDraft({ ...draft, note: e.currentTarget.value })}
      />
      <div className={css.buttons}>
        <Button type="submit" variant="default" loading={busy}>
          {replaces(draft.date) ? 'Replace the day' : 'Add the day'}
        </Button>
      </div>
    </form>
  );
}
