import { Alert, Text } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import { type ReactNode, useEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { type Ask, type BoardSnapshot, type CommentKind, type CommentRow, may, plainWords } from '@baton/domain';
import { useOpenBoard } from '../../board/useBoard';
import { useViewer } from '../../session/viewer';
import { useNow } from '../../time/useNow';
import { sentenceFor } from '../../ui/refusals';
import { CommentView } from './CommentView';
import { Composer } from './Composer';
import { useSharedDraft } from '../useSharedDraft';
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
  const [replying, setReplying] = useState<{ to: string; quote: string } | null>(null);
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
      taskId={task.id}
      taskKey={task.key}
      canWrite={canWrite}
      waiting={comment.authorId === me.id && !ready}
      onReply={(quote = '') => setReplying({ to: threadId, quote })}
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
            {(replies.length > 0 || replying?.to === first.id) && (
              <div className={css.replies}>
                {replies.map((reply) => view(reply, first.id))}
                {replying?.to === first.id && (
                  <Composer board={board} taskId={task.id} replyToId={first.id} quote={replying.quote} onDone={() => setReplying(null)} />
                )}
              </div>
            )}
          </Thread>
        );
      })}
      {canWrite &&
        (writing === null ? (
          <Begin taskId={task.id} onBegin={() => setWriting('note')} />
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

/** The place to write, before somebody does; says that something was begun, here or on another device. */
function Begin({ taskId, onBegin }: { taskId: string; onBegin: () => void }) {
  const { draft } = useSharedDraft(`comment:${taskId}`, true);
  const left = draft ? plainWords(draft.text).trim() || String(draft.more['headline'] ?? '').trim() : '';
  return (
    <button type="button" className={css.begin} onClick={onBegin} dir="auto">
      {left ? `Go on writing: ${left.split('\n')[0]?.slice(0, 80) ?? ''}` : 'Write a note, an update or an ask'}
    </button>
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
  const [chosen, setOpen] = useState<boolean | null>(null);
  const { hash } = useLocation();
  const open = chosen ?? [first, ...replies].some(({ id }) => hash === `#c-${id}`);
  const settled = asks.length > 0 && asks.every((ask) => isSettled(ask, board, now));
  if (settled && !open)
    return (
      <div className={css.thread}>
        <SettledAsks question={first.text} asks={asks} board={board} onOpen={() => setOpen(true)} />
      </div>
    );
  if (!first.resolvedAt) return <div className={css.thread}>{children}</div>;
  const by = board.people.find(({ id }) => id === first.resolvedById)?.name ?? 'somebody who left';
  const words = first.deletedAt ? 'a deleted comment' : (first.headline ?? plainWords(first.text));
  return (
    <div className={css.thread}>
      <button type="button" className={css.resolved} aria-expanded={open} onClick={() => setOpen(!open)}>
        <IconCheck size={16} stroke={1.5} aria-hidden />
        <span className={css.resolvedWords} dir="auto">
          Resolved by {by}: {words.split('\n')[0]?.slice(0, 80)} ({replies.length + 1})
        </span>
      </button>
      {open && children}
    </div>
  );
}
