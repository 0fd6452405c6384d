import { useMutation, useQuery } from '@apollo/client/react';
import { useCallback, useState } from 'react';
import type { CatchUp } from '@baton/domain';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';
import { sentenceFor } from '../ui/refusals';

export const CatchUpDocument = graphql(`
  query CatchUp($workspaceId: ID!, $allUpdates: Boolean) {
    catchUp(workspaceId: $workspaceId, allUpdates: $allUpdates)
  }
`);
const MoveWatermarksDocument = graphql(`
  mutation MoveWatermarks($workspaceId: ID!, $boards: [WatermarkInput!]!) {
    moveWatermarks(workspaceId: $workspaceId, boards: $boards)
  }
`);

/** What was missed. It is read once and stays as it is while one reads: what happens meanwhile is told the next time. */
export function useCatchUp() {
  const { workspace } = useViewer();
  const [allUpdates, setAllUpdates] = useState(false);
  const { data, previousData, error, refetch } = useQuery(CatchUpDocument, {
    variables: { workspaceId: workspace.id, allUpdates },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  });
  const [send] = useMutation(MoveWatermarksDocument);
  const move = useCallback(
    async (boards: { boardId: string; seq: number; at?: string | null }[]): Promise<string | null> => {
      try {
        await send({ variables: { workspaceId: workspace.id, boards } });
        await refetch();
        return null;
      } catch (refused) {
        return sentenceFor(refused);
      }
    },
    [send, refetch, workspace.id],
  );
  const caughtUp = (boards: CatchUp['boards']) => move(boards.map(({ id, seq }) => ({ boardId: id, seq })));
  const moveBack = (boards: CatchUp['boards']) => move(boards.map(({ id, since, sinceAt }) => ({ boardId: id, seq: since, at: sinceAt })));
  const shown = data ?? previousData;
  return {
    catchUp: shown?.catchUp as CatchUp | undefined,
    error: shown ? undefined : error,
    refetch,
    caughtUp,
    moveBack,
    more: () => setAllUpdates(true),
  };
}
