import { useSyncExternalStore } from 'react';

const key = 'baton.density';
const listeners = new Set<() => void>();
const read = () => localStorage.getItem(key) ?? 'comfortable';

/** Puts the kept density on the page; called once before the first paint. */
export const applyDensity = () => void (document.documentElement.dataset['density'] = read());

/** Chooses how close cards stand, for this person on this device. */
export function setDensity(density: string) {
  localStorage.setItem(key, density);
  applyDensity();
  for (const listener of listeners) listener();
}

export const useDensity = () =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, read);
