import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import type { StatusUpdate } from '@baton/domain';
import { onBoardEvent } from '../command/fold';
import { graphql } from '../gql';

const StatusUpdatesDocument = graphql(`
  query StatusUpdates($boardId: ID!) {
    statusUpdates(boardId: $boardId)
  }
`);

/** The status updates of a board, newest first; read again when one is published, answered or taken back. */
export function useStatuses(boardId: string) {
  const { data, error, refetch } = useQuery(StatusUpdatesDocument, { variables: { boardId }, fetchPolicy: 'cache-and-network' });
  useEffect(
    () =>
      onBoardEvent((event) => {
        if (event.boardId === boardId && (event.kind.startsWith('status.') || event.kind === 'command.undone'))
          void refetch().catch(() => undefined);
      }),
    [boardId, refetch],
  );
  return { statuses: data?.statusUpdates as StatusUpdate[] | undefined, error: data ? undefined : error, refetch };
}
