import { useQuery } from '@apollo/client/react';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';

export const BoardsDocument = graphql(`
  query Boards($workspaceId: ID!) {
    boards(workspaceId: $workspaceId) {
      id
      name
      key
      starred
      place
      archivedAt
      myRole
    }
  }
`);

/** The boards of the sidebar, starred ones first, in the person's own order. */
export function useBoards() {
  const { workspace } = useViewer();
  const { data, refetch } = useQuery(BoardsDocument, { variables: { workspaceId: workspace.id } });
  const all = data?.boards ?? [];
  return {
    loaded: !!data,
    boards: all.filter((board) => !board.archivedAt),
    archived: all.filter((board) => board.archivedAt),
    refetch,
  };
}
