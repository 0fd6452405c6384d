import { type RefObject, useEffect, useRef } from 'react';
import { moveFocus, rowOf, typing } from './useRowKeys';

export type StaleKey = 'keep' | 'drop' | 'redate' | 'choose' | 'open';
const keys: Record<string, StaleKey> = { e: 'keep', d: 'drop', r: 'redate', x: 'choose', o: 'open', Enter: 'open' };

interface StaleKeysProps {
  list: RefObject<HTMLElement | null>;
  act: (key: StaleKey, row: string) => void;
  onUndo: () => boolean;
}

/** The keys of a triage: they act on what is chosen, or on the row that has the focus. Never inside text. */
export function useStaleKeys({ list, act, onUndo }: StaleKeysProps) {
  const latest = useRef({ act, onUndo });
  useEffect(() => {
    latest.current = { act, onUndo };
  });
  useEffect(() => {
    const press = (e: KeyboardEvent): boolean => {
      const row = rowOf(document.activeElement);
      if (['j', 'k', 'ArrowDown', 'ArrowUp'].includes(e.key))
        return moveFocus(list.current, row, e.key === 'j' || e.key === 'ArrowDown' ? 1 : -1);
      if (e.key === 'u') return latest.current.onUndo();
      const [key, name] = [keys[e.key], row?.dataset['row']];
      if (!key || !name || (e.key === 'Enter' && document.activeElement !== row)) return false;
      latest.current.act(key, name);
      return true;
    };
    const onKeyDown = (e: KeyboardEvent) => {
      if (e.defaultPrevented || e.altKey || e.shiftKey || e.ctrlKey || e.metaKey || typing(e.target) || !press(e)) return;
      e.preventDefault();
      e.stopImmediatePropagation();
    };
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [list]);
}
