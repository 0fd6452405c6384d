import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';
import { type Verdict, verdictInWords } from './verdict';

const VerifyDocument = graphql(`
  query VerifyDecisions($workspaceId: ID!, $boardId: ID) {
    verifyDecisions(workspaceId: $workspaceId, boardId: $boardId)
  }
`);

/** Checks the seals of a board, or of all boards that the reader may see; what was found, in words. */
export function useVerdict(boardId: string | null) {
  const { workspace } = useViewer();
  const client = useApolloClient();
  const [words, setWords] = useState('');
  const verify = async () => {
    setWords('Computing every seal anew.');
    await client.query({ query: VerifyDocument, variables: { workspaceId: workspace.id, boardId }, fetchPolicy: 'network-only' }).then(
      ({ data }) => setWords(verdictInWords((data?.verifyDecisions ?? []) as Verdict[], boardId !== null)),
      () => setWords('The server cannot be reached.'),
    );
  };
  return { words, verify };
}
