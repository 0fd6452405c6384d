import { Button } from '@mantine/core';
import { Suspense, useMemo, useState } from 'react';
import { type BoardSnapshot, isInForce, may } from '@baton/domain';
import { useOpenBoard } from '../board/useBoard';
import { useViewer } from '../session/viewer';
import { lazily } from '../ui/lazily';
import type { DecisionWish } from '../task/TaskPanel';
import { askedIn, questionOf } from './question';
import { LineLink } from './LineLink';
import { isPast } from './shownLines';
import { useTaskDecisions } from './useDecision';
import panel from '../task/TaskPanel.module.css';
import css from './Decision.module.css';

const ProposeForm = lazily(() => import('./ProposeForm').then((m) => ({ default: m.ProposeForm })));
const RecordForm = lazily(() => import('./RecordForm').then((m) => ({ default: m.RecordForm })));

interface TaskDecisionsProps {
  task: { id: string; key: string; title: string };
  wish: DecisionWish | null;
  onWish: (wish: DecisionWish | null) => void;
}

/** The decisions of a task, above everything that is said of it; and the forms that make one here. */
export function TaskDecisions({ task, wish, onWish }: TaskDecisionsProps) {
  const board = useOpenBoard();
  const { me } = useViewer();
  const lines = useTaskDecisions(task.id);
  const [past, setPast] = useState(false);
  const canPropose = may({ personId: me.id, role: board.myRole }, 'decision.propose') && !board.archivedAt;
  const older = lines.filter(isPast);
  // What holds now comes first, whatever it replaced.
  const shown = [...lines.filter((line) => !isPast(line)), ...(past ? older : [])];
  return (
    <>
      {lines.length > 0 && (
        <section aria-label="Decisions">
          <h3 className={panel.heading}>Decisions</h3>
          <ul className={css.list}>
            {shown.map((line) => (
              <li key={line.id} className={css.line} data-force={isInForce(line.state)}>
                <LineLink line={line} withBoard={false} />
              </li>
            ))}
          </ul>
          {older.length > 0 && !past && (
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setPast(true)}>
              {older.length === 1 ? 'One that no longer holds' : `${older.length} that no longer hold`}
            </Button>
          )}
        </section>
      )}
      {canPropose && (
        <div>
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onWish({ commentId: null, text: '', blocking: true })}>
            Propose a decision
          </Button>
        </div>
      )}
      {wish && <Wished board={board} task={task} wish={wish} onClose={() => onWish(null)} />}
    </>
  );
}

interface WishedProps {
  board: BoardSnapshot;
  task: TaskDecisionsProps['task'];
  wish: DecisionWish;
  onClose: () => void;
}

/** The form that a comment or a blocker asked for, filled as far as its words go. */
function Wished({ board, task, wish, onClose }: WishedProps) {
  const { commentId, text, blocking } = wish;
  const taskIds = useMemo(() => [task.id], [task.id]);
  const start = useMemo(
    () => ({ form: { question: askedIn(text), blocking: text !== '' }, from: text, taskIds, commentId }),
    [text, taskIds, commentId],
  );
  const props = { board, onClose, onDone: onClose };
  return (
    <Suspense fallback={null}>
      {blocking ? (
        <ProposeForm start={start} {...props} />
      ) : (
        <RecordForm start={{ ...questionOf(text, task.title), taskIds, commentId }} {...props} />
      )}
    </Suspense>
  );
}
