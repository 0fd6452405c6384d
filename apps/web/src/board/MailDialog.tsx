import { useMutation, useQuery } from '@apollo/client/react';
import { Alert, Button, CopyButton, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type BoardSnapshot, may } from '@baton/domain';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';
import { sentenceFor } from '../ui/refusals';

const BoardAddressDocument = graphql(`
  query BoardAddress($boardId: ID!) {
    boardAddress(boardId: $boardId)
  }
`);
const RenewBoardAddressDocument = graphql(`
  mutation RenewBoardAddress($boardId: ID!) {
    renewBoardAddress(boardId: $boardId)
  }
`);

/** The board's own address: a mail to it becomes a task. */
export function MailDialog({ board, onClose }: { board: BoardSnapshot; onClose: () => void }) {
  const { me } = useViewer();
  const { data, error, refetch } = useQuery(BoardAddressDocument, { variables: { boardId: board.id }, fetchPolicy: 'network-only' });
  const [renew, renewing] = useMutation(RenewBoardAddressDocument, { variables: { boardId: board.id } });
  const problem = error ?? renewing.error;
  const intake = board.columns
    .filter((column) => column.class === 'queued' && !column.archivedAt && !column.deletedAt)
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))[0];
  const address = data?.boardAddress;
  return (
    <Modal opened onClose={onClose} title={`Tasks by mail for ${board.name}`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack>
        {problem && <Alert color="orange">{sentenceFor(problem)}</Alert>}
        {data && !address && (
          <Text size="sm">
            This Baton receives no mail, so boards have no addresses. Whoever runs it can change that; the operations page of the
            documentation says how.
          </Text>
        )}
        {address && (
          <>
            <Text size="sm">
              {intake
                ? `A mail to this address becomes a task at the end of ${intake.name}: its subject is the title, its text the description.`
                : 'This board has no column for work that waits to be started, so a mail cannot become a task yet.'}{' '}
              Only members can send, from the address of their account.
            </Text>
            <Group align="flex-end" wrap="nowrap">
              <TextInput label="Address of this board" value={address} readOnly flex={1} onFocus={(e) => e.currentTarget.select()} />
              <CopyButton value={address}>
                {({ copied, copy }) => (
                  <Button variant="default" onClick={copy}>
                    {copied ? 'Copied' : 'Copy'}
                  </Button>
                )}
              </CopyButton>
            </Group>
            {may({ personId: me.id, role: board.myRole }, 'board.edit') && (
              <div>
                <Text size="sm" c="dimmed">
                  If it came into the wrong hands, give the board another one; this one then leads nowhere.
                </Text>
                <Button
                  mt="xs"
                  size="xs"
                  variant="default"
                  loading={renewing.loading}
                  onClick={() =>
                    void renew().then(
                      () => refetch(),
                      () => undefined,
                    )
                  }
                >
                  Make another address
                </Button>
              </div>
            )}
          </>
        )}
      </Stack>
    </Modal>
  );
}
