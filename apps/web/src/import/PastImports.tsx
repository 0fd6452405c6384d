import { useMutation, useQuery } from '@apollo/client/react';
import { Alert, Anchor, Button, Group, Text, Title } from '@mantine/core';
import { Link } from 'react-router-dom';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';
import { useBoards } from '../shell/boards';
import { instantInWords } from '../time/words';
import { sentenceFor } from '../ui/refusals';

const ImportsDocument = graphql(`
  query Imports($workspaceId: ID!) {
    imports(workspaceId: $workspaceId) {
      id
      boardKey
      boardName
      at
      undoableUntil
      undoneAt
      by {
        id
        name
      }
    }
  }
`);
const UndoImportDocument = graphql(`
  mutation UndoImport($id: ID!) {
    undoImport(id: $id) {
      id
      undoneAt
    }
  }
`);

/** Earlier imports, each of which can be taken back whole for 7 days. */
export function PastImports() {
  const { workspace } = useViewer();
  const boards = useBoards();
  const { data, refetch } = useQuery(ImportsDocument, { variables: { workspaceId: workspace.id }, fetchPolicy: 'cache-and-network' });
  const [undo, { error, loading }] = useMutation(UndoImportDocument);
  if (!data || data.imports.length === 0) return null;
  const takeBack = async (id: string) => {
    const done = await undo({ variables: { id } }).catch(() => null);
    if (done?.data) await Promise.all([refetch(), boards.refetch()]);
  };
  return (
    <section aria-label="Earlier imports">
      <Title order={2} size="h3" mb="xs">
        Earlier imports
      </Title>
      {error && <Alert color="orange">{sentenceFor(error)}</Alert>}
      {data.imports.map((run) => (
        <Group key={run.id} justify="space-between" py={4}>
          <div>
            {run.boardKey && !run.undoneAt ? (
              <Anchor component={Link} to={`/b/${run.boardKey}`} dir="auto">
                {run.boardName}
              </Anchor>
            ) : (
              <Text dir="auto">{run.boardName}</Text>
            )}
            <Text size="xs" c="dimmed">
              {instantInWords(run.at)} by {run.by.name}
              {run.undoneAt ? `, taken back ${instantInWords(run.undoneAt)}` : ''}
            </Text>
          </div>
          {run.id && run.undoableUntil && !run.undoneAt && (
            <Button size="xs" variant="default" loading={loading} onClick={() => run.id && void takeBack(run.id)}>
              Undo the import
            </Button>
          )}
        </Group>
      ))}
    </section>
  );
}
