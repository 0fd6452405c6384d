import { type Focus, faultInFocus } from '@baton/domain';
import { Button, Chip, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { dayInWords } from '../time/words';
import { Entries, Part } from './Part';
import { tidyTime } from './typed';
import { type SaveCalendar, useSaving } from './useSaving';
import { namesInWords, weekdayName } from './words';
import css from './Form.module.css';

interface FocusListProps {
  focus: readonly Focus[];
  today: string;
  save: SaveCalendar;
}

interface FocusDraft {
  kind: 'weekly' | 'once';
  weekdays: string[];
  on: string;
  from: string;
  to: string;
  note: string;
}

const emptyDraft: FocusDraft = { kind: 'weekly', weekdays: [], on: '', from: '', to: '', note: '' };

const readFocus = ({ kind, weekdays, on, from, to, note }: FocusDraft): Omit<Focus, 'id'> => ({
  weekdays: kind === 'weekly' ? weekdays.map(Number).toSorted((a, b) => a - b) : [],
  on: kind === 'once' ? on : null,
  from: tidyTime(from),
  to: tidyTime(to),
  note: note.trim(),
});

const daysOf = ({ on, weekdays }: Focus, today: string) => {
  if (on) return dayInWords(on, today);
  return weekdays.join() === '1,2,3,4,5' ? 'Monday to Friday' : namesInWords(weekdays.map(weekdayName));
};

/** Time to think, every week or once. */
export function FocusList({ focus, today, save }: FocusListProps) {
  const { saving, say, run } = useSaving();
  const coming = focus.filter(({ on }) => on === null || on >= today);
  return (
    <Part title="Focus time" hint="Holds what is delivered to you, up to four hours. Deadlines of answers run on." saving={saving}>
      <Entries
        noun="focus time"
        empty="No focus time yet."
        busy={saving.busy}
        entries={coming.map((entry) => ({
          key: entry.id,
          words: `${daysOf(entry, today)}, ${entry.from} to ${entry.to}`,
          note: entry.note,
        }))}
        onRemove={(key) => void run(() => save((old) => ({ ...old, focus: old.focus.filter(({ id }) => id !== key) })))}
      />
      <AddFocus
        today={today}
        busy={saving.busy}
        onAdd={async (draft) => {
          const read = readFocus(draft);
          // An empty day would count as "every week" to the rule.
          const fault = draft.kind === 'once' && !draft.on ? 'Choose the day of this focus time.' : faultInFocus(read);
          if (fault) {
            say(fault);
            return false;
          }
          const added = { id: crypto.randomUUID(), ...read };
          return run(() => save((old) => ({ ...old, focus: [...old.focus, added] })));
        }}
      />
    </Part>
  );
}

interface AddFocusProps {
  today: string;
  busy: boolean;
  /** Gives true when it was added. */
  onAdd: (draft: FocusDraft) => Promise<boolean>;
}

function AddFocus({ today, busy, onAdd }: AddFocusProps) {
  const [draft, setDraft] = useState(emptyDraft);
  const set = (field: 'on' | 'from' | 'to' | 'note') => (e: { currentTarget: { value: string } }) =>
    setDraft({ ...draft, [field]: e.currentTarget.value });
  return (
    <form
      className={css.adding}
      aria-label="Add focus time"
      onSubmit={(e) => {
        e.preventDefault();
        void onAdd(draft).then((added) => added && setDraft((now) => (now === draft ? emptyDraft : now)));
      }}
    >
      <SegmentedControl
        className={css.segmented}
        aria-label="How often"
        data={[
          { value: 'weekly', label: 'Every week' },
          { value: 'once', label: 'Once' },
        ]}
        value={draft.kind}
        onChange={(kind) => setDraft({ ...draft, kind: kind === 'once' ? 'once' : 'weekly' })}
      />
      {draft.kind === 'once' ? (
        <TextInput type="date" label="Day" min={today} value={draft.on} onChange={set('on')} />
      ) : (
        <div className={css.buttons} role="group" aria-label="Days of the week">
          <Chip.Group multiple value={draft.weekdays} onChange={(weekdays) => setDraft({ ...draft, weekdays })}>
            {[1, 2, 3, 4, 5, 6, 7].map((day) => (
              <Chip key={day} size="xs" value={String(day)} aria-label={weekdayName(day)}>
                {weekdayName(day).slice(0, 3)}
              </Chip>
            ))}
          </Chip.Group>
        </div>
      )}
      <div className={css.fields}>
        <TextInput label="From" placeholder="09:00" maxLength={5} value={draft.from} onChange={set('from')} />
        <TextInput label="To" placeholder="11:30" maxLength={5} value={draft.to} onChange={set('to')} />
      </div>
      <TextInput label="Note" description="Optional." maxLength={300} value={draft.note} dir="auto" onChange={set('note')} />
      <div>
        <Button type="submit" variant="default" loading={busy}>
          Add focus time
        </Button>
      </div>
    </form>
  );
}
