import { type Calendar, localDay } from '@baton/domain';
import { FocusList } from './FocusList';
import { HolidaysField } from './HolidaysField';
import { LeaveList } from './LeaveList';
import { OverridesList } from './OverridesList';
import { SlotsField } from './SlotsField';
import { type Urgent, UrgentField } from './UrgentField';
import { WeekHours } from './WeekHours';
import { ZoneField } from './ZoneField';
import { useCalendar } from './useSaving';
import css from './Form.module.css';

interface RhythmFormProps {
  calendar: Calendar;
  /** Nobody has confirmed these hours yet. */
  assumed: boolean;
  urgent: Urgent;
  /** Who can cover. */
  people: readonly { id: string; name: string }[];
  now: number;
  /** Gives null when it was saved, or a sentence that says what is wrong. */
  onSave: (change: { calendar?: Calendar; urgent?: Urgent }) => Promise<string | null>;
  holidaysFor: (region: string, year: number) => Promise<{ date: string; name: string }[]>;
  regions: readonly { code: string; name: string }[];
  /** Leads to what falls into a time off. */
  onLeave?: (leaveId: string) => void;
}

/** When somebody works, part by part; each part saves by itself. */
export function RhythmForm({ calendar: given, assumed, urgent, people, now, onSave, holidaysFor, regions, onLeave }: RhythmFormProps) {
  const { calendar, save } = useCalendar(given, onSave);
  const today = localDay(calendar, now);
  return (
    <div className={css.form}>
      <WeekHours week={calendar.week} assumed={assumed} save={save} />
      <ZoneField calendar={calendar} now={now} save={save} />
      <LeaveList leave={calendar.leave} today={today} people={people} save={save} onAdded={onLeave} />
      <FocusList focus={calendar.focus} today={today} save={save} />
      <SlotsField calendar={calendar} today={today} save={save} />
      <HolidaysField holidays={calendar.holidays} today={today} regions={regions} holidaysFor={holidaysFor} save={save} />
      <OverridesList overrides={calendar.overrides} today={today} save={save} />
      <UrgentField urgent={urgent} onSave={(next) => onSave({ urgent: next })} />
    </div>
  );
}
