import { useEffect } from 'react';

/**
 * When this browser last showed Baton to somebody. It is kept in this browser alone and sent nowhere: it is not presence, it only lets the
 * home page open the catch-up by itself after days away.
 */
const keyOf = (personId: string) => `baton.here.${personId}`;
const everyMs = 60_000;
/** A page that was out of sight for longer begins a new visit. */
const pauseMs = 30 * 60_000;

const read = (personId: string): number | null => {
  const kept = Number(localStorage.getItem(keyOf(personId)));
  return kept > 0 ? kept : null;
};

/** The end of the visit before this one; null on a browser that is new to the person. */
let before: { personId: string; at: number | null } | null = null;

/** When the person was here before this visit, as far as this browser knows. */
export function lastVisit(personId: string): number | null {
  if (before?.personId !== personId) before = { personId, at: read(personId) };
  return before.at;
}

/** Keeps the time of this visit up to date, in this browser alone. */
export function useHere(personId: string, onReturn: () => void) {
  useEffect(() => {
    lastVisit(personId);
    const stamp = () => {
      if (document.hidden) return;
      const last = read(personId);
      if (last !== null && Date.now() - last > pauseMs) {
        before = { personId, at: last };
        onReturn();
      }
      localStorage.setItem(keyOf(personId), String(Date.now()));
    };
    stamp();
    const timer = setInterval(stamp, everyMs);
    document.addEventListener('visibilitychange', stamp);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', stamp);
    };
  }, [personId, onReturn]);
}
