import { Alert, Anchor, Text } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { type Ask, type BoardSnapshot, type CommentKind, type CommentRow, may } from '@baton/domain';
import { useOpenBoard } from '../../board/useBoard';
import { useViewer } from '../../session/viewer';
import { useNow } from '../../time/useNow';
import { sentenceFor } from '../../ui/refusals';
import { CommentView } from './CommentView';
import { Composer } from './Composer';
import { UrgentLines } from '../UrgentLines';
import { EachOther } from './EachOther';
import { SettledAsks, isSettled } from './SettledAsks';
import { useConversation } from './useConversation';
import css from './Conversation.module.css';
import panel from '../TaskPanel.module.css';

interface ConversationProps {
  task: { id: string; key: string; title: string };
  /** Asks the panel for a decision that a comment holds, or that a blocker waits for. */
  onRecord?: (from: { commentId: string | null; text: string; blocking: boolean }) => void;
  attach?: ReactNode;
}

/** What people say on a task: threads of one level, oldest first, and the place to write. */
export function Conversation({ task, onRecord, attach }: ConversationProps) {
  const board = useOpenBoard();
  const { me } = useViewer();
  const { comments, asks, ready, error } = useConversation(task.id, board.id);
  const wanted = (useLocation().state as { field?: string } | null)?.field;
  const [writing, setWriting] = useState<CommentKind | null>(wanted === 'ask' ? 'ask' : null);
  const [askee, setAskee] = useState<string | null>(null);
  const [replying, setReplying] = useState<string | null>(null);
  const canWrite = may({ personId: me.id, role: board.myRole }, 'comment.create') && !board.archivedAt;
  useEffect(() => {
    const onAsk = (event: Event) => {
      setAskee((event as CustomEvent<{ personId?: string } | null>).detail?.personId ?? null);
      setWriting('ask');
    };
    window.addEventListener('baton:ask', onAsk);
    return () => window.removeEventListener('baton:ask', onAsk);
  }, []);
  const firsts = comments.filter(({ replyToId, id }) => replyToId === null || !comments.some((c) => c.id === replyToId && c.id !== id));
  const view = (comment: CommentRow, threadId: string) => (
    <CommentView
      key={comment.id}
      comment={comment}
      asks={asks.filter(({ commentId }) => commentId === comment.id)}
      board={board}
      taskKey={task.key}
      canWrite={canWrite}
      waiting={comment.authorId === me.id && !ready}
      onReply={(quote) => {
        if (quote)
          localStorage.setItem(`baton.draft.${me.id}.reply:${threadId}`, JSON.stringify({ text: quote, at: new Date().toISOString() }));
        setReplying(threadId);
      }}
      onRecord={
        onRecord ? () => onRecord({ commentId: comment.id, text: comment.text || (comment.headline ?? ''), blocking: false }) : null
      }
    />
  );
  return (
    <section aria-label="Conversation">
      <h3 className={panel.heading}>Conversation</h3>
      {error && <Alert color="orange">{sentenceFor(error)}</Alert>}
      <EachOther asks={asks} board={board} />
      {comments.some(({ text }) => text.startsWith('**Urgent** for ')) && <UrgentLines taskId={task.id} />}
      {ready && comments.length === 0 && (
        <Text size="sm" c="dimmed" mb="xs">
          Nothing has been said here yet.
        </Text>
      )}
      {firsts.map((first) => {
        const replies = comments.filter((c) => c.replyToId === first.id);
        return (
          <Thread
            key={first.id}
            first={first}
            replies={replies}
            asks={asks.filter(({ commentId }) => commentId === first.id)}
            board={board}
          >
            {view(first, first.id)}
            {(replies.length > 0 || replying === first.id) && (
              <div className={css.replies}>
                {replies.map((reply) => view(reply, first.id))}
                {replying === first.id && <Composer board={board} taskId={task.id} replyToId={first.id} onDone={() => setReplying(null)} />}
              </div>
            )}
          </Thread>
        );
      })}
      {canWrite &&
        (writing === null ? (
          <button type="button" className={css.begin} onClick={() => setWriting('note')}>
            Write a note, an update or an ask
          </button>
        ) : (
          <Composer
            key={writing}
            board={board}
            taskId={task.id}
            kind={writing}
            askee={askee}
            onDone={() => setWriting(null)}
            {...(onRecord && { onDecision: (text: string) => onRecord({ commentId: null, text, blocking: true }) })}
            attach={attach}
          />
        ))}
    </section>
  );
}

interface ThreadProps {
  first: CommentRow;
  replies: readonly CommentRow[];
  asks: readonly Ask[];
  board: BoardSnapshot;
  children: ReactNode;
}

/** A thread; a resolved one is folded to a line, and one whose asks are settled to what came of them, unless the address names something in it. */
function Thread({ first, replies, asks, board, children }: ThreadProps) {
  const now = useNow();
  const [open, setOpen] = useState(false);
  const { hash } = useLocation();
  const named = [first, ...replies].some(({ id }) => hash === `#c-${id}`);
  const settled = asks.length > 0 && asks.every((ask) => isSettled(ask, board, now));
  if ((!first.resolvedAt && !settled) || open || named) return <div className={css.thread}>{children}</div>;
  return (
    <div className={css.thread}>
      {settled ? (
        <SettledAsks question={first.text} asks={asks} board={board} onOpen={() => setOpen(true)} />
      ) : (
        <Anchor component="button" type="button" size="sm" onClick={() => setOpen(true)}>
          Resolved: {(first.headline ?? first.text).split('\n')[0]?.slice(0, 80)} ({replies.length + 1})
        </Anchor>
      )}
    </div>
  );
}
