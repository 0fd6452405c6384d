import { useQuery } from '@apollo/client/react';
import { useCallback } from 'react';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';

const NamesDocument = graphql(`
  query Names($workspaceId: ID!) {
    members(workspaceId: $workspaceId) {
      person {
        id
        name
      }
    }
  }
`);

/** The names of the people of the workspace. */
export function useNames(): (id: string) => string {
  const { workspace } = useViewer();
  const { data } = useQuery(NamesDocument, { variables: { workspaceId: workspace.id } });
  return useCallback((id: string) => data?.members.find(({ person }) => person.id === id)?.person.name ?? 'somebody', [data]);
}
