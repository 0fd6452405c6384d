import { useMutation } from '@apollo/client/react';
import { Alert, Button, Card, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { type ComponentType, useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { may } from '@baton/domain';
import { graphql } from '../gql';
import { AfterDaysAway } from '../today/AfterDaysAway';
import { useViewer } from '../session/viewer';
import { sentenceFor } from '../ui/refusals';
import { useBoards } from '../shell/boards';
import { NewBoard } from '../shell/NewBoard';

const CreateExampleDocument = graphql(`
  mutation CreateExample($workspaceId: ID!, $commandId: ID!) {
    createExampleBoard(workspaceId: $workspaceId, commandId: $commandId) {
      id
      key
    }
  }
`);

/** Shows what needs the reader today, after days away what they missed; where there is no board yet, three ways to begin. */
export function Home({ today: TodayPage }: { today: ComponentType }) {
  const { me, workspace } = useViewer();
  const { boards, loaded, refetch } = useBoards();
  const navigate = useNavigate();
  const [naming, setNaming] = useState(false);
  const [example, { loading, error }] = useMutation(CreateExampleDocument);
  if (!loaded) return null;
  if (boards.length > 0) return <AfterDaysAway>{<TodayPage />}</AfterDaysAway>;
  if (!may({ personId: me.id, role: workspace.myRole }, 'board.create'))
    return (
      <Stack p="xl" maw={560} mx="auto" mt={60}>
        <Title order={1}>Welcome, {me.name}</Title>
        <Text>No board is shared with you yet. Whoever invited you can add you to one.</Text>
      </Stack>
    );

  const openExample = async () => {
    const { data } = await example({ variables: { workspaceId: workspace.id, commandId: crypto.randomUUID() } }).catch(() => ({
      data: null,
    }));
    if (!data) return;
    await refetch();
    void navigate(`/b/${data.createExampleBoard.key}`);
  };
  return (
    <Stack p="xl" maw={920} mx="auto" mt={{ base: 32, sm: 72 }} gap="lg">
      <div>
        <Title order={1}>Welcome, {me.name}</Title>
        <Text c="dimmed" size="lg">
          How would you like to begin?
        </Text>
      </div>
      {error && <Alert color="orange">{sentenceFor(error)}</Alert>}
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <Card withBorder padding="lg" radius="lg">
          <Title order={2} size="h3">
            Create a board
          </Title>
          <Text size="sm" c="dimmed" mt={4} mb="md">
            Three columns to start with: to do, doing, done.
          </Text>
          {naming ? (
            <NewBoard onClose={() => setNaming(false)} />
          ) : (
            <Button mt="auto" onClick={() => setNaming(true)}>
              New board
            </Button>
          )}
        </Card>
        <Card withBorder padding="lg" radius="lg">
          <Title order={2} size="h3">
            Bring a board from Trello
          </Title>
          <Text size="sm" c="dimmed" mt={4} mb="md">
            Drop the export file here. You see what will come before anything is written.
          </Text>
          <Button mt="auto" component={Link} to="/import" variant="default">
            Import a file
          </Button>
        </Card>
        <Card withBorder padding="lg" radius="lg">
          <Title order={2} size="h3">
            Look at an example
          </Title>
          <Text size="sm" c="dimmed" mt={4} mb="md">
            Four people in four time zones make a walking guide. Change what you like.
          </Text>
          <Button mt="auto" variant="default" loading={loading} onClick={() => void openExample()}>
            Open the example
          </Button>
        </Card>
      </SimpleGrid>
    </Stack>
  );
}
