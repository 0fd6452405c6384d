import { useMutation, useQuery } from '@apollo/client/react';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { type Ladder, defaultLadder } from '@baton/domain';
import { graphql } from '../gql';
import { LadderFields } from '../ui/LadderFields';
import { sentenceFor } from '../ui/refusals';

const RemindersDocument = graphql(`
  query BoardReminders($boardId: ID!) {
    boardReminders(boardId: $boardId)
  }
`);
const SetRemindersDocument = graphql(`
  mutation SetBoardReminders($boardId: ID!, $commandId: ID!, $ladder: Json) {
    setBoardReminders(boardId: $boardId, commandId: $commandId, ladder: $ladder) {
      boardId
      seq
    }
  }
`);

/** When deadlines of a board are told, for everybody who has not set it otherwise for themselves. */
export function BoardReminders({ boardId }: { boardId: string }) {
  const { data, error, refetch } = useQuery(RemindersDocument, { variables: { boardId }, fetchPolicy: 'cache-and-network' });
  const [save, saving] = useMutation(SetRemindersDocument);
  const [draft, setDraft] = useState<Ladder | null>(null);
  const kept = data?.boardReminders as Ladder | undefined;
  const problem = error ?? saving.error;
  const submit = (ladder: Ladder | null) =>
    void save({ variables: { boardId, commandId: crypto.randomUUID(), ladder } }).then(
      async () => {
        await refetch();
        setDraft(null);
      },
      () => undefined,
    );
  if (!kept) return problem ? <Alert color="orange">{sentenceFor(problem)}</Alert> : null;
  const usual = JSON.stringify(kept) === JSON.stringify(defaultLadder);
  return (
    <Stack gap="xs" mt="xs">
      <Text size="sm" c="dimmed">
        Nobody is reminded outside their hours, nor of what is done or has another owner by then.
      </Text>
      <LadderFields ladder={draft ?? kept} onChange={setDraft} own={false} />
      {problem && <Alert color="orange">{sentenceFor(problem)}</Alert>}
      <Group gap="xs">
        <Button variant="default" loading={saving.loading} disabled={draft === null} onClick={() => submit(draft)}>
          Save reminders
        </Button>
        {!usual && (
          <Button variant="subtle" color="gray" onClick={() => submit(null)}>
            The usual ones
          </Button>
        )}
        <Text size="sm" role="status">
          {saving.data && !saving.loading && draft === null && 'Saved.'}
        </Text>
      </Group>
    </Stack>
  );
}
