import { useMutation, useQuery } from '@apollo/client/react';
import { useCallback, useEffect } from 'react';
import type { LeaveCheck } from '@baton/domain';
import { onBoardEvent } from '../command/fold';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';
import { sentenceFor } from '../ui/refusals';

const LeaveCheckDocument = graphql(`
  query LeaveCheck($workspaceId: ID!, $leaveId: ID!) {
    leaveCheck(workspaceId: $workspaceId, leaveId: $leaveId)
  }
`);
const LeaveAsItIsDocument = graphql(`
  mutation LeaveAsItIs($workspaceId: ID!, $leaveId: ID!, $key: String!, $asItIs: Boolean!) {
    leaveAsItIs(workspaceId: $workspaceId, leaveId: $leaveId, key: $key, asItIs: $asItIs)
  }
`);

/** What falls into a time off, read again when anything of it is settled. */
export function useLeaveCheck(leaveId: string) {
  const { workspace } = useViewer();
  const { data, error, refetch } = useQuery(LeaveCheckDocument, {
    variables: { workspaceId: workspace.id, leaveId },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
    context: { queryDeduplication: false },
  });
  useEffect(() => onBoardEvent(() => void refetch().catch(() => undefined)), [refetch]);
  const [send] = useMutation(LeaveAsItIsDocument);
  const choose = useCallback(
    async (key: string, asItIs: boolean): Promise<string | null> => {
      try {
        await send({ variables: { workspaceId: workspace.id, leaveId, key, asItIs } });
        await refetch();
        return null;
      } catch (refused) {
        return sentenceFor(refused);
      }
    },
    [send, refetch, workspace.id, leaveId],
  );
  return { check: data?.leaveCheck as LeaveCheck | undefined, error: data ? undefined : error, choose };
}
