import { useMutation, useQuery } from '@apollo/client/react';
import { Alert, Select } from '@mantine/core';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';
import { sentenceFor } from '../ui/refusals';

const LanguagesDocument = graphql(`
  query SearchLanguages {
    searchLanguages
  }
`);
const SetLanguageDocument = graphql(`
  mutation SetSearchLanguage($workspaceId: ID!, $language: String!) {
    editWorkspace(input: { workspaceId: $workspaceId, language: $language }) {
      id
      language
    }
  }
`);

/** Postgres' name for no language in particular. */
const none = 'simple';
const nameOf = (language: string) => language.charAt(0).toUpperCase() + language.slice(1).replaceAll('_', ' ');

/** The language whose endings search knows, so that "decisions" finds "decision". */
export function SearchLanguage() {
  const { workspace } = useViewer();
  const { data } = useQuery(LanguagesDocument);
  const [set, { loading, error }] = useMutation(SetLanguageDocument);
  const languages = data?.searchLanguages ?? [workspace.language].filter((language) => language !== none);
  return (
    <>
      <Select
        label="Language of search"
        description="Its endings are understood, so that “decisions” finds “decision”. Words as they are written are found in every language."
        maw={420}
        searchable
        allowDeselect={false}
        disabled={loading}
        data={[{ value: none, label: 'No particular language' }, ...languages.map((value) => ({ value, label: nameOf(value) }))]}
        value={workspace.language}
        onChange={(language) => language && void set({ variables: { workspaceId: workspace.id, language } }).catch(() => undefined)}
      />
      {error && <Alert color="orange">{sentenceFor(error)}</Alert>}
    </>
  );
}
