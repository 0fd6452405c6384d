import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { type DecisionLine, isInForce, may } from '@baton/domain';
import { useOpenBoard } from '../board/useBoard';
import { useViewer } from '../session/viewer';
import { lazily } from '../ui/lazily';
import { LineLink } from './DecisionLog';
import { useTaskDecisions } from './useDecision';
import type { DecisionWish } from '../task/TaskPanel';
import panel from '../task/TaskPanel.module.css';
import css from './Decision.module.css';

const ProposeForm = lazily(() => import('./ProposeForm').then((m) => ({ default: m.ProposeForm })));
const RecordForm = lazily(() => import('./RecordForm').then((m) => ({ default: m.RecordForm })));

const firstLine = (text: string) =>
  text
    .replace(/\[@([^\]]+)\]\(person:[^)]*\)/g, '$1')
    .split('\n')
    .find((line) => line.trim() !== '')
    ?.replace(/^[>#*\s-]+/, '')
    .slice(0, 300) ?? '';

/** The decisions of a task, above everything that is said of it; and the forms that make one here. */
export function TaskDecisions({
  task,
  wish,
  onWish,
}: {
  task: { id: string; key: string; title: string };
  wish: DecisionWish | null;
  onWish: (wish: DecisionWish | null) => void;
}) {
  const board = useOpenBoard();
  const { me } = useViewer();
  const lines = useTaskDecisions(task.id);
  const [past, setPast] = useState(false);
  const canPropose = may({ personId: me.id, role: board.myRole }, 'decision.propose') && !board.archivedAt;
  const isPast = (line: DecisionLine) => ['superseded', 'retired', 'withdrawn'].includes(line.state);
  const current = lines.filter((line) => !isPast(line));
  const older = lines.filter(isPast);
  const close = () => onWish(null);
  const props = { board, onClose: close, onDone: close };
  return (
    <>
      {lines.length > 0 && (
        <section aria-label="Decisions">
          <h3 className={panel.heading}>Decisions</h3>
          <ul className={css.list}>
            {[...current, ...(past ? older : [])].map((line) => (
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
      <Suspense fallback={null}>
        {wish && !wish.blocking && (
          <RecordForm
            start={{ question: task.title, choice: firstLine(wish.text), taskIds: [task.id], commentId: wish.commentId }}
            {...props}
          />
        )}
        {wish?.blocking && (
          <ProposeForm
            start={{ form: { question: firstLine(wish.text), blocking: wish.text !== '' }, taskIds: [task.id], commentId: wish.commentId }}
            {...props}
          />
        )}
      </Suspense>
    </>
  );
}
