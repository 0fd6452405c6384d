import { useEffect } from 'react';
import { Alert, Loader, Text } from '@mantine/core';
import { type BriefLine, type Card, type LeaveLine, may } from '@baton/domain';
import { BoardProvider, useBoard, useOpenBoard } from '../board/useBoard';
import { BoardTexts } from '../task/TaskFiles';
import { useViewer } from '../session/viewer';
import { AskView } from '../task/conversation/AskView';
import { useConversation } from '../task/conversation/useConversation';
import { HandoffForm } from '../task/HandoffForm';
import { HandoffView } from '../task/HandoffView';
import { Markdown } from '../task/Markdown';
import { Counter } from '../task/TaskPromise';
import { sentenceFor } from '../ui/refusals';
import type { Inline } from './actions';
import { AnotherDay } from './AnotherDay';
import { StatusView } from './StatusView';
import { useStatuses } from './useStatuses';
import css from './Row.module.css';

/** What can open under a row. */
export type InPlaceWhat = Inline | 'date' | 'defer';

interface InPlaceProps {
  line: BriefLine;
  what: InPlaceWhat;
  onClose: () => void;
  /** What a handoff begins with, for somebody who goes away. */
  given?: { toId: string | null; returnsOn: string | null };
}

/** A line's ask, handoff or proposal with everything that can be answered about it, without leaving the list. */
export function InPlace({ line, what, onClose, given }: InPlaceProps) {
  const { workspace } = useViewer();
  const { board, error } = useBoard(workspace.id, line.boardKey);
  if (error) return <Alert color="orange">{sentenceFor(error)}</Alert>;
  if (!board) return <Loader size="xs" aria-label="Loading" m="sm" />;
  const card = board.cards.find(({ id }) => id === line.taskId);
  return (
    <BoardProvider value={board}>
      {what === 'handoff' ? (
        <HandoffForm key={line.taskId} taskId={line.taskId ?? ''} nextStep={card?.nextStep ?? ''} onClose={onClose} {...given} />
      ) : what === 'date' ? (
        <AnotherDay line={line as LeaveLine} onClose={onClose} />
      ) : (
        <div className={css.inPlace}>
          <BoardTexts>
            {line.object === 'status-update' ? (
              <StatusInPlace line={line} />
            ) : line.object === 'ask' ? (
              <AskInPlace line={line} begin={what === 'offer' || what === 'defer' ? what : null} />
            ) : card ? (
              <TaskInPlace card={card} />
            ) : (
              <Gone />
            )}
          </BoardTexts>
        </div>
      )}
    </BoardProvider>
  );
}

const Gone = () => (
  <Text size="sm" c="dimmed">
    This is settled, or the task is not on the board any more.
  </Text>
);

function AskInPlace({ line, begin }: { line: BriefLine; begin: 'offer' | 'defer' | null }) {
  const board = useOpenBoard();
  const { me } = useViewer();
  const { comments, asks, ready, error } = useConversation(line.taskId ?? '', board.id);
  const ask = asks.find(({ id }) => id === line.objectId);
  const comment = comments.find(({ id }) => id === ask?.commentId);
  if (error) return <Alert color="orange">{sentenceFor(error)}</Alert>;
  if (!ready) return <Loader size="xs" aria-label="Loading" />;
  if (!ask) return <Gone />;
  const canWrite = may({ personId: me.id, role: board.myRole }, 'comment.create') && !board.archivedAt;
  return (
    <>
      {comment && <Markdown text={comment.text} />}
      <AskView
        ask={ask}
        board={board}
        canWrite={canWrite}
        begin={begin ?? (!ask.closed && (ask.holderId === me.id || line.key.endsWith(':cover')) ? 'answer' : null)}
      />
    </>
  );
}

function StatusInPlace({ line }: { line: BriefLine }) {
  const board = useOpenBoard();
  const { me } = useViewer();
  const status = useStatuses(board.id).statuses?.find(({ id }) => id === line.objectId);
  const canAnswer = may({ personId: me.id, role: board.myRole }, 'comment.create') && !board.archivedAt;
  return status ? <StatusView status={status} canAnswer={canAnswer} /> : <Loader size="xs" aria-label="Loading" />;
}

function TaskInPlace({ card }: { card: Card }) {
  const board = useOpenBoard();
  const { me } = useViewer();
  const canEdit = may({ personId: me.id, role: board.myRole }, 'task.edit') && !board.archivedAt;
  if (card.handoff) return <HandoffView card={card} handoff={card.handoff} meId={me.id} canEdit={canEdit} />;
  return card.counter ? <Counter card={card} meId={me.id} answers={canEdit} /> : <Gone />;
}

/** Puts the focus into what opened under a row, once it is there. */
export function useFocusInside(open: boolean, row: string) {
  useEffect(() => {
    if (!open) return undefined;
    const inside = () =>
      document.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"] ~ [data-under] :is(textarea, input:not([type=hidden]), button)`);
    let tries = 0;
    const timer = setInterval(() => {
      const found = inside();
      if (found) found.focus();
      if (found || ++tries > 40) clearInterval(timer);
    }, 50);
    return () => clearInterval(timer);
  }, [open, row]);
}
