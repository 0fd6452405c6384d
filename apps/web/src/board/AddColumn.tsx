import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import type { BoardSnapshot } from '@baton/domain';
import css from './BoardPage.module.css';
import { lazily } from '../ui/lazily';

const AddColumnForm = lazily(() => import('./AddColumnForm').then((m) => ({ default: m.AddColumnForm })));

/** Adds a column at the end of the board. */
export function AddColumn({ board, first }: { board: BoardSnapshot; first: boolean }) {
  const [open, setOpen] = useState(false);
  if (open)
    return (
      <Suspense fallback={null}>
        <AddColumnForm board={board} onClose={() => setOpen(false)} />
      </Suspense>
    );
  return (
    <div className={css.addColumn}>
      {first && <p>A board needs a column: a step that work goes through.</p>}
      <Button variant="subtle" color="gray" onClick={() => setOpen(true)}>
        Add a column
      </Button>
    </div>
  );
}
