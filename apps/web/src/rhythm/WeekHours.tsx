import { type Calendar, type Interval, faultInShifts } from '@baton/domain';
import { Button, Switch } from '@mantine/core';
import { useId, useState } from 'react';
import { Part } from './Part';
import { TimesField } from './TimesField';
import { tidyIntervals } from './typed';
import { type SaveCalendar, useSaving } from './useSaving';
import { weekdayName } from './words';
import css from './Form.module.css';

/** A day as it is being typed: one that is switched off keeps its times, in case it is switched on again. */
interface DayDraft {
  on: boolean;
  intervals: Interval[];
}

const weekdays = [1, 2, 3, 4, 5, 6, 7];
const usual: Interval[] = [['09:00', '17:00']];

const draftOf = (week: Calendar['week']): Record<number, DayDraft> =>
  Object.fromEntries(
    weekdays.map((day) => {
      const intervals = week[day] ?? [];
      return [day, { on: intervals.length > 0, intervals: intervals.length > 0 ? intervals : usual }];
    }),
  );

function faultIn({ on, intervals }: DayDraft): string | null {
  if (!on) return null;
  const tidy = tidyIntervals(intervals);
  return tidy.length === 0 ? 'Write when you work, or switch the day off.' : faultInShifts(tidy);
}

interface WeekHoursProps {
  week: Calendar['week'];
  /** Nobody has confirmed these hours yet. */
  assumed: boolean;
  save: SaveCalendar;
}

/** The hours of each day of the week. */
export function WeekHours({ week, assumed, save }: WeekHoursProps) {
  const [draft, setDraft] = useState<Record<number, DayDraft> | null>(null);
  const [faults, setFaults] = useState<Record<number, string>>({});
  const { saving, say, run } = useSaving();
  const shown = draft ?? draftOf(week);
  const set = (days: readonly number[], day: DayDraft) => {
    setDraft({ ...shown, ...Object.fromEntries(days.map((d) => [d, day])) });
    setFaults(Object.fromEntries(Object.entries(faults).filter(([d]) => !days.includes(Number(d)))));
    say(null);
  };
  const submit = async () => {
    const found = weekdays.flatMap((d) => {
      const fault = shown[d] && faultIn(shown[d]);
      return fault ? [[d, fault] as const] : [];
    });
    setFaults(Object.fromEntries(found));
    if (found.length > 0) return say(`Look again at ${found.map(([d]) => weekdayName(d)).join(', ')}.`);
    const next = Object.fromEntries(weekdays.map((d) => [d, shown[d]?.on ? tidyIntervals(shown[d].intervals) : []]));
    // What is typed while the save is on its way stays.
    if (await run(() => save((calendar) => ({ ...calendar, week: next })))) setDraft((now) => (now === draft ? null : now));
  };
  return (
    <Part
      title="Working hours"
      hint="Work past midnight belongs to the day on which it begins: 22:00 to 30:00 ends at six the next morning."
      saving={saving.saved && draft ? { ...saving, saved: false } : saving}
    >
      <form
        onSubmit={(e) => {
          e.preventDefault();
          void submit();
        }}
      >
        {weekdays.map((day) => (
          <Weekday
            key={day}
            day={day}
            draft={shown[day] ?? { on: false, intervals: usual }}
            fault={faults[day] ?? null}
            onChange={(next) => set([day], next)}
            onCopy={(next) => set([1, 2, 3, 4, 5], next)}
          />
        ))}
        {assumed && <p className={css.hint}>Others see these hours as assumed until you save them.</p>}
        <div className={css.buttons}>
          <Button type="submit" mt="sm" loading={saving.busy} disabled={!assumed && draft === null}>
            {assumed && draft === null ? 'These are my hours' : 'Save hours'}
          </Button>
          {draft && !saving.busy && (
            <Button
              mt="sm"
              variant="default"
              onClick={() => {
                setDraft(null);
                setFaults({});
                say(null);
              }}
            >
              Back to what was saved
            </Button>
          )}
        </div>
      </form>
    </Part>
  );
}

interface WeekdayProps {
  day: number;
  draft: DayDraft;
  fault: string | null;
  onChange: (draft: DayDraft) => void;
  onCopy: (draft: DayDraft) => void;
}

function Weekday({ day, draft, fault, onChange, onCopy }: WeekdayProps) {
  const faultId = useId();
  const name = weekdayName(day);
  return (
    <div className={css.weekday} role="group" aria-label={name}>
      <Switch
        className={css.switch}
        label={name}
        checked={draft.on}
        onChange={(e) => onChange({ ...draft, on: e.currentTarget.checked })}
      />
      {draft.on ? (
        <div className={css.times}>
          <TimesField
            of={name}
            weekday={day}
            intervals={draft.intervals}
            describedBy={fault ? faultId : undefined}
            onChange={(intervals) => onChange({ ...draft, intervals })}
          >
            {day <= 5 && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                aria-label={`Copy ${name} to all weekdays`}
                onClick={() => onCopy(draft)}
              >
                Copy to all weekdays
              </Button>
            )}
          </TimesField>
          {fault && (
            <p className={css.problem} id={faultId}>
              {fault}
            </p>
          )}
        </div>
      ) : (
        <p className={`${css.hint} ${css.switch}`}>not working</p>
      )}
    </div>
  );
}
