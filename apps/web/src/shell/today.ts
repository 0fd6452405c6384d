import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import type { Today } from '@baton/domain';
import { onBoardEvent } from '../command/fold';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';

const TodayDocument = graphql(`
  query Today($workspaceId: ID!) {
    today(workspaceId: $workspaceId)
  }
`);

const settleMs = 150;

/** What needs the reader now; read again when something happens, and each minute, as time alone changes it. */
export function useToday() {
  const { workspace } = useViewer();
  const { data, error, refetch } = useQuery(TodayDocument, {
    variables: { workspaceId: workspace.id },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
    // A reading that began before a change must not stand in for the one after it.
    context: { queryDeduplication: false },
    pollInterval: 60_000,
    skipPollAttempt: () => document.hidden,
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onBoardEvent(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void refetch().catch(() => undefined), settleMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [refetch]);
  return { today: data?.today as Today | undefined, error: data ? undefined : error, refetch };
}
