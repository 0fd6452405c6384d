import { useMutation, useQuery } from '@apollo/client/react';
import { Alert, Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { Link } from 'react-router-dom';
import { type BoardSnapshot, type GuestRole, guestRoles } from '@baton/domain';
import { graphql } from '../gql';
import { sentenceFor } from '../ui/refusals';

const GuestsDocument = graphql(`
  query Guests($boardId: ID!, $workspaceId: ID!) {
    boardGuests(boardId: $boardId) {
      role
      person {
        id
        name
      }
    }
    members(workspaceId: $workspaceId) {
      role
      person {
        id
        name
      }
    }
  }
`);
const SetGuestDocument = graphql(`
  mutation SetGuest($boardId: ID!, $personId: ID!, $role: GuestRole!) {
    setBoardGuest(boardId: $boardId, personId: $personId, role: $role) {
      role
    }
  }
`);
const RemoveGuestDocument = graphql(`
  mutation RemoveGuest($boardId: ID!, $personId: ID!) {
    removeBoardGuest(boardId: $boardId, personId: $personId)
  }
`);

/** Who sees this one board without being a member, and as what. */
export function GuestsDialog({ board, onClose }: { board: BoardSnapshot; onClose: () => void }) {
  const { data, error, refetch } = useQuery(GuestsDocument, {
    variables: { boardId: board.id, workspaceId: board.workspaceId },
    fetchPolicy: 'network-only',
  });
  const [setGuest] = useMutation(SetGuestDocument);
  const [removeGuest] = useMutation(RemoveGuestDocument);
  const guests = data?.boardGuests ?? [];
  const known = new Set(guests.map((g) => g.person.id));
  const others = (data?.members ?? []).filter((m) => m.role === 'guest' && !known.has(m.person.id));
  const set = (personId: string, role: GuestRole) =>
    void setGuest({ variables: { boardId: board.id, personId, role } }).then(() => refetch());
  return (
    <Modal opened onClose={onClose} title="Guests of this board" closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack>
        {error && <Alert color="orange">{sentenceFor(error)}</Alert>}
        {data && guests.length === 0 && (
          <Text c="dimmed">Only members see this board. Invite a guest with a link to let somebody see this board alone.</Text>
        )}
        {guests.map((guest) => (
          <Group key={guest.person.id} wrap="nowrap">
            <Text flex={1} dir="auto">
              {guest.person.name}
            </Text>
            <Select
              w={140}
              aria-label={`Role of ${guest.person.name}`}
              data={[...guestRoles]}
              value={guest.role}
              allowDeselect={false}
              onChange={(role) => role && set(guest.person.id, role as GuestRole)}
            />
            <Button
              size="xs"
              variant="default"
              onClick={() => void removeGuest({ variables: { boardId: board.id, personId: guest.person.id } }).then(() => refetch())}
            >
              Remove
            </Button>
          </Group>
        ))}
        {others.length > 0 && (
          <Select
            label="Add a guest of another board"
            data={others.map((m) => ({ value: m.person.id, label: m.person.name }))}
            value={null}
            onChange={(id) => id && set(id, 'viewer')}
          />
        )}
        <Button component={Link} to="/settings/people" variant="default">
          Invite a guest
        </Button>
      </Stack>
    </Modal>
  );
}
