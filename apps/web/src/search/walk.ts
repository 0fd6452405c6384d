import type { KeyboardEvent } from 'react';

const steps: Partial<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** Moves the focus from the field into the results, among them, and back up; every other key stays what it is. */
export function walkResults(event: KeyboardEvent<HTMLElement>, field: HTMLElement | null) {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-result]')];
  const at = links.indexOf(event.target);
  if (at < 0 && event.target !== field) return;
  const step = at < 0 ? (event.key === 'ArrowDown' ? 1 : undefined) : event.key === 'Escape' ? -Infinity : steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  (at + step < 0 ? field : links[Math.min(at + step, links.length - 1)])?.focus();
}
