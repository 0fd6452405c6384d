import { useQuery, useSubscription } from '@apollo/client/react';
import { createContext, useContext, useEffect, useMemo } from 'react';
import { type BoardEvent, type BoardSnapshot, applyChanges } from '@baton/domain';
import { BoardSnapshotDocument, fillGap, foldEvents, openBoard } from '../command/fold';
import { useOutbox, usePending } from '../command/useCommand';
import { graphql } from '../gql';
import { client, socketState } from '../session/apollo';
import { useReactiveVar } from '@apollo/client/react';

const BoardEventDocument = graphql(`
  subscription BoardEvent($boardId: ID!) {
    boardEvent(boardId: $boardId) {
      ...Event
    }
  }
`);

/** The board as this person should see it now: what the server said, with what they did since on top. */
export function useBoard(workspaceId: string, key: string) {
  const variables = useMemo(() => ({ workspaceId, key }), [workspaceId, key]);
  const { data, error, refetch } = useQuery(BoardSnapshotDocument, {
    variables,
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const server = data?.boardSnapshot;
  const boardId = server?.id;
  const outbox = useOutbox();
  const socket = useReactiveVar(socketState);

  useEffect(() => {
    if (!boardId) return undefined;
    return openBoard(boardId, {
      read: () => client.readQuery({ query: BoardSnapshotDocument, variables })?.boardSnapshot ?? null,
      write: (board) => void client.writeQuery({ query: BoardSnapshotDocument, variables, data: { boardSnapshot: board } }),
      reload: () => refetch(),
    });
  }, [boardId, variables, refetch]);

  useSubscription(BoardEventDocument, {
    variables: { boardId: boardId ?? '' },
    skip: !boardId,
    ignoreResults: true,
    onData: ({ data: { data: got } }) => got && foldEvents([got.boardEvent as BoardEvent]),
  });
  // After every new connection the page reads what it missed.
  useEffect(() => {
    if (boardId && socket === 'open') void fillGap(boardId).catch(() => undefined);
  }, [boardId, socket]);
  useEffect(() => {
    if (server) outbox.caughtUp(server.id, server.seq);
  }, [server, outbox]);

  const pending = usePending(boardId);
  const board = useMemo(
    () =>
      server &&
      pending
        .filter((p) => p.seq === undefined || p.seq > server.seq)
        .reduce<BoardSnapshot>((before, p) => applyChanges(before, p.provisional), server),
    [server, pending],
  );
  return { board, error: server ? undefined : error, refetch };
}

const BoardContext = createContext<BoardSnapshot | null>(null);
export const BoardProvider = BoardContext.Provider;

/** The board that is open. */
export function useOpenBoard(): BoardSnapshot {
  const board = useContext(BoardContext);
  if (!board) throw new Error('useOpenBoard needs a board page above it');
  return board;
}
