import { type RefObject, useEffect, useRef } from 'react';

/** What a key does with the row that has the focus. */
export type RowKey = 'done' | 'answer' | 'aside' | 'delegate' | 'later' | 'open';
const keys: Record<string, RowKey> = { e: 'done', r: 'answer', s: 'aside', d: 'delegate', l: 'later', o: 'open' };

/** Whether somebody is writing, or a dialog or menu has the keys. */
export const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=dialog], [role=menu], [role=listbox]') !==
    null;

const rowsIn = (list: HTMLElement | null) => [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];

/** The row that has the focus, or holds what has. */
export const rowOf = (element: Element | null) => element?.closest<HTMLElement>('[data-row]') ?? null;

interface RowKeysProps {
  list: RefObject<HTMLElement | null>;
  onKey: (key: RowKey, row: string) => void;
  /** Takes back the last thing that was done here; answers false when there is nothing. */
  onUndo: () => boolean;
}

/** The keys of a list: j and k move the focus, a letter acts on the row that has it, u takes back. Never inside text. */
export function useRowKeys({ list, onKey, onUndo }: RowKeysProps) {
  const latest = useRef({ onKey, onUndo });
  useEffect(() => {
    latest.current = { onKey, onUndo };
  });
  useEffect(() => {
    const onKeyDown = (e: KeyboardEvent) => {
      if (e.defaultPrevented || e.altKey || e.shiftKey || typing(e.target)) return;
      const undo = (e.key === 'u' && !e.ctrlKey && !e.metaKey) || (e.key.toLowerCase() === 'z' && (e.ctrlKey || e.metaKey));
      if (undo ? latest.current.onUndo() : act(e)) {
        e.preventDefault();
        // The frame of the page has keys of its own.
        e.stopImmediatePropagation();
      }
    };
    const act = (e: KeyboardEvent): boolean => {
      if (e.ctrlKey || e.metaKey) return false;
      const row = rowOf(document.activeElement);
      if (['j', 'k', 'ArrowDown', 'ArrowUp'].includes(e.key))
        return moveFocus(list.current, row, e.key === 'j' || e.key === 'ArrowDown' ? 1 : -1);
      const name = row?.dataset['row'];
      const key = e.key === 'Enter' && document.activeElement === row ? 'answer' : keys[e.key];
      if (!name || !key) return false;
      latest.current.onKey(key, name);
      return true;
    };
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [list]);
}

/** Moves the focus to the next row, or the one before; false when there are none. */
export function moveFocus(list: HTMLElement | null, row: HTMLElement | null, by: 1 | -1): boolean {
  const rows = rowsIn(list);
  const next = row ? rows[rows.indexOf(row) + by] : rows[by === 1 ? 0 : rows.length - 1];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  return rows.length > 0;
}

/** Where the focus goes when a row leaves: to the one after it, or before. Called before it leaves. */
export function focusBeside(list: HTMLElement | null, row: string) {
  const rows = rowsIn(list);
  const at = rows.findIndex((one) => one.dataset['row'] === row);
  const next = rows[at + 1] ?? rows[at - 1];
  if (at >= 0 && rows[at]?.contains(document.activeElement)) next?.focus();
}
