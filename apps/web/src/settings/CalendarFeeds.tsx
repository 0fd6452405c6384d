import { useMutation, useQuery } from '@apollo/client/react';
import { Alert, Button, CopyButton, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';
import { useBoards } from '../shell/boards';
import { instantInWords } from '../time/words';
import { sentenceFor } from '../ui/refusals';

const FeedsDocument = graphql(`
  query Feeds($workspaceId: ID!) {
    feeds(workspaceId: $workspaceId) {
      id
      boardId
      boardName
      createdAt
    }
  }
`);
const CreateFeedDocument = graphql(`
  mutation CreateFeed($workspaceId: ID!, $boardId: ID) {
    createFeed(workspaceId: $workspaceId, boardId: $boardId) {
      path
      feed {
        id
      }
    }
  }
`);
const RevokeFeedDocument = graphql(`
  mutation RevokeFeed($id: ID!) {
    revokeFeed(id: $id)
  }
`);

/** Deadlines in a calendar of one's own: secret addresses that can be taken back. */
export function CalendarFeeds() {
  const { workspace } = useViewer();
  const { boards } = useBoards();
  const { data, refetch } = useQuery(FeedsDocument, { variables: { workspaceId: workspace.id }, fetchPolicy: 'cache-and-network' });
  const [create, { data: created, loading, error }] = useMutation(CreateFeedDocument);
  const [revoke] = useMutation(RevokeFeedDocument);
  const [of, setOf] = useState('mine');
  const make = async () => {
    await create({ variables: { workspaceId: workspace.id, boardId: of === 'mine' ? null : of } }).catch(() => undefined);
    await refetch();
  };
  const address = created && `${location.origin}${created.createFeed.path}`;
  return (
    <Stack maw={560}>
      <div>
        <Title order={2} size="h3">
          Calendar addresses
        </Title>
        <Text size="sm" c="dimmed">
          Any calendar program can subscribe to deadlines. Whoever has the address can read them, so keep it to yourself; it ends when you
          take it back.
        </Text>
      </div>
      <Group align="flex-end">
        <Select
          label="Deadlines of"
          data={[{ value: 'mine', label: 'My own work' }, ...boards.map(({ id, name }) => ({ value: id, label: name }))]}
          value={of}
          allowDeselect={false}
          onChange={(value) => setOf(value ?? 'mine')}
        />
        <Button loading={loading} onClick={() => void make()}>
          Make an address
        </Button>
      </Group>
      {error && <Alert color="orange">{sentenceFor(error)}</Alert>}
      {address && (
        <Group align="flex-end" wrap="nowrap">
          <TextInput label="Put this into your calendar program. It is not shown again." value={address} readOnly flex={1} />
          <CopyButton value={address}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? 'Copied' : 'Copy'}
              </Button>
            )}
          </CopyButton>
        </Group>
      )}
      {data?.feeds.map((feed) => (
        <Group key={feed.id} justify="space-between">
          <Text size="sm">
            {feed.boardName ?? 'My own work'}
            <Text span size="xs" c="dimmed">
              , made {instantInWords(feed.createdAt)}
            </Text>
          </Text>
          <Button
            size="xs"
            variant="default"
            aria-label={`Take back the address of ${feed.boardName ?? 'my own work'}`}
            onClick={() => void revoke({ variables: { id: feed.id } }).then(() => refetch())}
          >
            Take back
          </Button>
        </Group>
      ))}
    </Stack>
  );
}
