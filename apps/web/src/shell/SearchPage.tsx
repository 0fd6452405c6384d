import { useQuery } from '@apollo/client/react';
import { CloseButton, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { useEffect, useRef } from 'react';
import { graphql } from '../gql';
import { SearchFilters } from '../search/SearchFilters';
import { SearchResults } from '../search/SearchResults';
import { useSearch } from '../search/useSearch';
import { useSearchAddress } from '../search/useSearchAddress';
import { walkResults } from '../search/walk';
import { useViewer } from '../session/viewer';
import { useNow } from '../time/useNow';
import { useBoards } from './boards';
import { PageHeader } from './PageHeader';
import css from '../search/Search.module.css';

const OwnersDocument = graphql(`
  query Owners($workspaceId: ID!) {
    members(workspaceId: $workspaceId) {
      person {
        id
        name
      }
    }
  }
`);

const most = 50;

/** Search with an address of its own: what is typed and how it is narrowed can be shared and come back to. */
export function SearchPage() {
  const { workspace } = useViewer();
  const { boards, archived } = useBoards();
  const { text, filter, filtered, type, narrow } = useSearchAddress();
  const { answer, error } = useSearch(text, filter, most);
  // Guests do not know who else is here.
  const { data } = useQuery(OwnersDocument, { variables: { workspaceId: workspace.id }, skip: workspace.myRole === 'guest' });
  const field = useRef<HTMLInputElement>(null);
  const now = useNow();
  useEffect(() => field.current?.focus(), []);
  useHotkeys([['/', () => field.current?.focus()]]);
  return (
    <>
      <PageHeader title={<h1 style={{ all: 'unset' }}>Search</h1>} context="Everything that you can see, as you type." />
      <div className={css.page} role="search" onKeyDown={(event) => walkResults(event, field.current)}>
        <TextInput
          ref={field}
          size="md"
          aria-label="Search"
          placeholder="Words, or a key such as WEB-42"
          dir="auto"
          autoComplete="off"
          leftSection={<IconSearch size={18} stroke={1.5} />}
          rightSection={text !== '' && <CloseButton aria-label="Clear the search" onClick={() => type('')} />}
          value={text}
          onChange={(e) => type(e.currentTarget.value)}
        />
        <SearchFilters
          filter={filter}
          boards={[...boards, ...archived]}
          people={data?.members.map(({ person }) => person) ?? null}
          onChange={narrow}
        />
        <SearchResults answer={answer} error={error} filtered={filtered} now={now} />
      </div>
    </>
  );
}
