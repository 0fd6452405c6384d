import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';

export const EmojiDocument = graphql(`
  query Emoji($workspaceId: ID!) {
    emoji(workspaceId: $workspaceId) {
      id
      name
      url
      byId
      byName
    }
  }
`);

const none: never[] = [];

/** The workspace's own emoji, and where the picture of each name is. */
export function useEmoji() {
  const { workspace } = useViewer();
  const { data, refetch, error } = useQuery(EmojiDocument, { variables: { workspaceId: workspace.id } });
  const all = data?.emoji ?? none;
  const urls = useMemo(() => new Map(all.map(({ name, url }) => [name, url])), [all]);
  return { all, urls, refetch, error };
}
