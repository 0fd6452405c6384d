import type { Calendar } from '@baton/domain';
import { useEffect, useRef, useState } from 'react';

/** Saves a change of the calendar; gives null, or a sentence that says what is wrong. */
export type SaveCalendar = (change: (calendar: Calendar) => Calendar) => Promise<string | null>;

const notSaved = 'That could not be saved. What you typed is still here; try again.';

/**
 * The calendar that several parts edit. Saves run one after the other, and each begins from what the one before it saved: a part that is
 * saved while another is on its way would otherwise put the old value of that one back.
 */
export function useCalendar(calendar: Calendar, onSave: (change: { calendar: Calendar }) => Promise<string | null>) {
  const [held, setHeld] = useState({ given: calendar, shown: calendar });
  if (held.given !== calendar) setHeld({ given: calendar, shown: calendar });
  const latest = useRef(calendar);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => {
    latest.current = calendar;
  }, [calendar]);
  const save: SaveCalendar = (change) => {
    const saving = last.current.then(async () => {
      const next = change(latest.current);
      const problem = await onSave({ calendar: next });
      if (problem !== null) return problem;
      latest.current = next;
      setHeld((before) => ({ ...before, shown: next }));
      return null;
    });
    last.current = saving.catch(() => undefined);
    return saving;
  };
  return { calendar: held.shown, save };
}

/** What one part says about its last save. */
export interface Saving {
  busy: boolean;
  saved: boolean;
  problem: string | null;
}

/** Runs the saves of one part. `run` gives true when it was saved, so that the part may forget what was typed. */
export function useSaving() {
  const [saving, setSaving] = useState<Saving>({ busy: false, saved: false, problem: null });
  const say = (problem: string | null) => setSaving({ busy: false, saved: false, problem });
  const run = async (save: () => Promise<string | null>): Promise<boolean> => {
    setSaving({ busy: true, saved: false, problem: null });
    const problem = await save().catch(() => notSaved);
    setSaving({ busy: false, saved: problem === null, problem });
    return problem === null;
  };
  return { saving, say, run };
}
