import { useSyncExternalStore } from 'react';

/** The minute that it is, for everything on the page that depends on the time: one timer for all of them. */
let now = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | null = null;

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const tell of listeners) tell();
  }, 60_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && timer) {
      clearInterval(timer);
      timer = null;
    }
  };
};

/** Milliseconds of UTC; moves on once a minute. */
export const useNow = () => useSyncExternalStore(subscribe, () => now);
