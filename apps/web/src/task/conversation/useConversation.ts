import { useQuery } from '@apollo/client/react';
import { useEffect, useMemo } from 'react';
import type { CommentRow, Conversation } from '@baton/domain';
import { onBoardEvent } from '../../command/fold';
import { usePending } from '../../command/useCommand';
import { graphql } from '../../gql';
import { useViewer } from '../../session/viewer';

export const ConversationDocument = graphql(`
  query Conversation($taskId: ID!) {
    conversation(taskId: $taskId)
  }
`);

/** What was written here and the server has not answered for yet. */
interface PendingPost {
  id: string;
  taskId: string;
  text: string;
  kind: CommentRow['kind'];
  headline?: string | null;
  replyToId?: string | null;
}

/** What is said on a task, read again when an event touches it; one's own newest words are shown before the server has them. */
export function useConversation(taskId: string, boardId: string) {
  const { me } = useViewer();
  const { data, refetch, error } = useQuery(ConversationDocument, { variables: { taskId }, fetchPolicy: 'cache-and-network' });
  useEffect(
    () =>
      onBoardEvent((event) => {
        if (event.resync || event.changes.some((change) => change.id === taskId || change.type === 'person'))
          void refetch().catch(() => undefined);
      }),
    [taskId, refetch],
  );
  const waiting = usePending(boardId);
  const conversation = data?.conversation as Conversation | undefined;
  const comments = useMemo(() => {
    const known = conversation?.comments ?? [];
    const mine = waiting
      .filter(({ operation }) => operation === 'postComment')
      .map(({ variables }) => variables['input'] as PendingPost)
      .filter((post) => post.taskId === taskId && !known.some(({ id }) => id === post.id));
    return [...known, ...mine.map((post) => pendingRow(post, me))];
  }, [conversation, waiting, taskId, me]);
  return { comments, asks: conversation?.asks ?? [], ready: conversation !== undefined, error: conversation ? undefined : error, refetch };
}

const pendingRow = (post: PendingPost, me: { id: string; name: string }): CommentRow => ({
  id: post.id,
  kind: post.kind,
  authorId: me.id,
  authorName: me.name,
  text: post.text,
  tone: null,
  headline: post.headline ?? null,
  health: null,
  replyToId: post.replyToId ?? null,
  mentionIds: [],
  createdAt: new Date().toISOString(),
  editedAt: null,
  versions: [],
  deletedAt: null,
  deletedById: null,
  resolvedAt: null,
  resolvedById: null,
  reactions: {},
  source: null,
});
