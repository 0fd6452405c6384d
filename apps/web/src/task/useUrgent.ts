import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import type { UrgentView } from '@baton/domain';
import { onBoardEvent } from '../command/fold';
import { graphql } from '../gql';

const UrgentDocument = graphql(`
  query Urgent($taskId: ID!) {
    urgent(taskId: $taskId)
  }
`);

/** Whom something urgent on a task would reach now, and what was sent on it; read again when an event touches the task. */
export function useUrgent(taskId: string) {
  const { data, error, refetch } = useQuery(UrgentDocument, { variables: { taskId }, fetchPolicy: 'cache-and-network' });
  useEffect(
    () =>
      onBoardEvent((event) => {
        if (event.resync || event.changes.some((change) => change.id === taskId)) void refetch().catch(() => undefined);
      }),
    [taskId, refetch],
  );
  return { view: data?.urgent as UrgentView | undefined, error };
}
