import { useCallback, useMemo, useRef, useState } from 'react';
import { useSharedDraft } from '../task/useSharedDraft';

/** A form as it was kept, over what it began with; words that cannot be read as one are no form. */
export function readForm<T extends object>(kept: string, begin: T): T {
  if (kept === '') return begin;
  try {
    const read: unknown = JSON.parse(kept);
    return read !== null && typeof read === 'object' ? { ...begin, ...(read as Partial<T>) } : begin;
  } catch {
    return begin;
  }
}

/** A form whose fields are kept as they are typed, in this browser and at the server, until it is sent. `begin` stays the same object. */
export function useFormDraft<T extends object>(place: string, begin: T) {
  const { text, write, done } = useSharedDraft(place);
  const form = useMemo(() => readForm(text, begin), [text, begin]);
  const change = (part: Partial<T>) => write(JSON.stringify({ ...form, ...part }));
  return { form, change, done: () => done(text) };
}

/** Sends one thing at a time: a second press while the first is on its way does nothing, so that nothing is decided twice. */
export function useSending<A extends unknown[]>(send: (...what: A) => Promise<void>) {
  const busy = useRef(false);
  const [sending, setSending] = useState(false);
  const once = useCallback(
    async (...what: A) => {
      if (busy.current) return;
      busy.current = true;
      setSending(true);
      try {
        await send(...what);
      } finally {
        busy.current = false;
        setSending(false);
      }
    },
    [send],
  );
  return [once, sending] as const;
}
