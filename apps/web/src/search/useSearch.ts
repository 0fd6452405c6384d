import { useQuery } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import type { SearchAnswer, SearchFilter } from '@baton/domain';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';
import { readerZone } from '../time/deadlineWords';

const SearchDocument = graphql(`
  query Search($input: SearchInput!) {
    search(input: $input)
  }
`);

const pauseMs = 120;

/** What has these words, a moment after the last letter. What was found before stays until something else is. */
export function useSearch(text: string, filter: SearchFilter, most: number) {
  const { workspace } = useViewer();
  const typed = text.trim();
  const [settled] = useDebouncedValue(typed, pauseMs);
  const skip = typed === '' || settled === '';
  const { data, previousData, loading, error } = useQuery(SearchDocument, {
    variables: { input: { workspaceId: workspace.id, text: settled, ...filter, zone: readerZone(), most } },
    skip,
    fetchPolicy: 'no-cache',
  });
  const answer = skip ? null : (((data ?? previousData)?.search as SearchAnswer | undefined) ?? null);
  return { answer, waiting: !skip && (loading || settled !== typed), error: skip ? undefined : error };
}
