import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { type BoardSnapshot, may } from '@baton/domain';
import { useViewer } from '../session/viewer';
import { lazily } from '../ui/lazily';
import { useVerdict } from './useVerdict';
import css from './Decision.module.css';

const ProposeForm = lazily(() => import('./ProposeForm').then((m) => ({ default: m.ProposeForm })));
const RecordForm = lazily(() => import('./RecordForm').then((m) => ({ default: m.RecordForm })));

const blank = { propose: {}, record: { question: '', choice: '', taskIds: [], commentId: null } };

/** What one can do with the log of a board, or of all boards: save it, and verify its seals; on a board also add to it. */
export function LogActions({ board }: { board: BoardSnapshot | null }) {
  const { workspace } = useViewer();
  const { words, verify } = useVerdict(board?.id ?? null);
  return (
    <>
      {board && <Adding board={board} />}
      <Button
        size="compact-sm"
        variant="default"
        component="a"
        href={board ? `/decisions/${board.id}.zip` : `/decisions/workspace/${workspace.id}.zip`}
        download
      >
        Save all
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => void verify()}>
        Verify
      </Button>
      <span role="status" className={css.verdict}>
        {words}
      </span>
    </>
  );
}

function Adding({ board }: { board: BoardSnapshot }) {
  const { me } = useViewer();
  const navigate = useNavigate();
  const [form, setForm] = useState<'propose' | 'record' | null>(null);
  if (!may({ personId: me.id, role: board.myRole }, 'decision.propose') || board.archivedAt) return null;
  const done = (number: number | null) => {
    setForm(null);
    if (number !== null) void navigate(`/b/${board.key}/d/${number}`);
  };
  const props = { board, onClose: () => setForm(null), onDone: done };
  return (
    <>
      <Button size="compact-sm" onClick={() => setForm('propose')}>
        Propose
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => setForm('record')}>
        Record
      </Button>
      <Suspense fallback={null}>
        {form === 'propose' && <ProposeForm start={blank.propose} {...props} />}
        {form === 'record' && <RecordForm start={blank.record} {...props} />}
      </Suspense>
    </>
  );
}
