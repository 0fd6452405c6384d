import { useNavigate } from 'react-router-dom';
import { type Calendar, dayOff, localDay } from '@baton/domain';
import { useState } from 'react';
import { useSaveCalendar } from '../rhythm/calendar';
import css from './TodayPage.module.css';

/** One tap for somebody who is ill: the whole of today off, also when it has begun (O6). It leads to what falls into it. */
export function AwayToday({ calendar, now, onFault }: { calendar: Calendar; now: number; onFault: (words: string) => void }) {
  const save = useSaveCalendar();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const today = localDay(calendar, now);
  if (calendar.leave.some(({ fromDay, toDay, fromTime }) => fromDay <= today && today <= toDay && !fromTime)) return null;
  const go = async () => {
    setBusy(true);
    const off = dayOff(crypto.randomUUID(), today);
    const fault = await save({ calendar: { ...calendar, leave: [...calendar.leave, off] } });
    setBusy(false);
    if (fault) onFault(fault);
    else void navigate(`/leave/${off.id}`);
  };
  return (
    <button type="button" className={css.footButton} disabled={busy} onClick={() => void go()}>
      Away today
    </button>
  );
}
