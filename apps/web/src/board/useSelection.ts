import { useCallback, useMemo, useRef, useState } from 'react';
import type { ColumnRow } from '@baton/domain';
import type { ColumnCards } from './arrange';

const empty: ReadonlySet<string> = new Set();

/** Selected tasks: one more, one less, or all from the last one to this one within a column. Tasks that left the board are not selected any more. */
export function useSelection(columns: readonly ColumnRow[], cards: ColumnCards) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(empty);
  const last = useRef<string | null>(null);

  const selection = useMemo(() => {
    if (chosen.size === 0) return empty;
    const here = new Set(columns.flatMap(({ id }) => cards.get(id) ?? []).map((card) => card.id));
    return new Set([...chosen].filter((id) => here.has(id)));
  }, [chosen, columns, cards]);

  const select = useCallback(
    (taskId: string, how: 'toggle' | 'range') => {
      const column = [...cards.values()].find((group) => group.some((card) => card.id === taskId)) ?? [];
      const [from, to] = [column.findIndex((card) => card.id === last.current), column.findIndex((card) => card.id === taskId)];
      const range = how === 'range' && from >= 0 ? column.slice(Math.min(from, to), Math.max(from, to) + 1).map((card) => card.id) : null;
      last.current = taskId;
      setChosen((now) => {
        const next = new Set(now);
        if (range) for (const id of range) next.add(id);
        else if (!next.delete(taskId)) next.add(taskId);
        return next;
      });
    },
    [cards],
  );
  const clear = useCallback(() => setChosen(empty), []);
  return { selection, select, clear };
}
