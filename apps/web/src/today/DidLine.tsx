import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Done, useUndo } from './useUndo';
import css from './TodayPage.module.css';

const shownMs = 8_000;

/** What was done last, with the way back; it goes by itself, the key `u` stays. */
export function DidLine({ undo: { last, undo } }: { undo: ReturnType<typeof useUndo> }) {
  const [over, setOver] = useState<Done | null>(null);
  useEffect(() => {
    if (!last) return undefined;
    const timer = setTimeout(() => setOver(last), shownMs);
    return () => clearTimeout(timer);
  }, [last]);
  const shown = last !== null && last !== over;
  return (
    <div role="status" aria-live="polite">
      {shown && (
        <div className={css.did}>
          <span className={css.didWords} dir="auto">
            {last.words}
          </span>
          <Button size="compact-sm" variant="light" onClick={() => undo()}>
            Undo
          </Button>
        </div>
      )}
    </div>
  );
}
