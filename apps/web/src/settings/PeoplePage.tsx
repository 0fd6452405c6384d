import { useMutation, useQuery } from '@apollo/client/react';
import { Alert, Button, Group, Select, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { type WorkspaceRole, may, workspaceRoles } from '@baton/domain';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';
import { sentenceFor } from '../ui/refusals';
import { Invitations } from './Invitations';
import { SearchLanguage } from './SearchLanguage';

const MembersDocument = graphql(`
  query Members($workspaceId: ID!) {
    members(workspaceId: $workspaceId) {
      role
      person {
        id
        name
        email
        zone
        placeholder
      }
    }
  }
`);
const SetRoleDocument = graphql(`
  mutation SetRole($workspaceId: ID!, $personId: ID!, $role: WorkspaceRole!) {
    setMemberRole(workspaceId: $workspaceId, personId: $personId, role: $role) {
      role
    }
  }
`);
const RemoveMemberDocument = graphql(`
  mutation RemoveMember($workspaceId: ID!, $personId: ID!) {
    removeMember(workspaceId: $workspaceId, personId: $personId)
  }
`);
const EditWorkspaceDocument = graphql(`
  mutation EditWorkspace($input: EditWorkspaceInput!) {
    editWorkspace(input: $input) {
      id
      name
    }
  }
`);

/** The workspace's name, who is in it, and who is invited. */
export function PeoplePage() {
  const { me, workspace } = useViewer();
  const workspaceId = workspace.id;
  const actor = { personId: me.id, role: workspace.myRole };
  const { data, error, refetch } = useQuery(MembersDocument, { variables: { workspaceId }, fetchPolicy: 'cache-and-network' });
  const [setRole, roleState] = useMutation(SetRoleDocument);
  const [remove, removeState] = useMutation(RemoveMemberDocument);
  const problem = error ?? roleState.error ?? removeState.error;
  const members = data?.members ?? [];
  const then = (work: Promise<unknown>) =>
    void work.then(
      () => refetch(),
      () => undefined,
    );
  return (
    <Stack gap="xl">
      {may(actor, 'workspace.edit') && (
        <Stack component="section" aria-label="Workspace" gap="md">
          <WorkspaceName />
          <SearchLanguage />
        </Stack>
      )}
      <section>
        <Title order={2} size="h3" mb="xs">
          People
        </Title>
        {problem && <Alert color="orange">{sentenceFor(problem)}</Alert>}
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Name</Table.Th>
              <Table.Th>Role</Table.Th>
              <Table.Th aria-label="Actions" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {members.map(({ person, role }) => (
              <Table.Tr key={person.id}>
                <Table.Td>
                  <Text fw={500} dir="auto">
                    {person.name} {person.id === me.id && '(you)'}{' '}
                    {person.placeholder && (
                      <Text span size="xs" c="dimmed">
                        (not here yet)
                      </Text>
                    )}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {[person.email, person.zone.replaceAll('_', ' ')].filter(Boolean).join(' · ')}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <Select
                    size="xs"
                    w={112}
                    aria-label={`Role of ${person.name}`}
                    data={[...workspaceRoles]}
                    value={role}
                    allowDeselect={false}
                    disabled={!may(actor, 'member.setRole', { from: role, to: role })}
                    onChange={(next) =>
                      next && then(setRole({ variables: { workspaceId, personId: person.id, role: next as WorkspaceRole } }))
                    }
                  />
                </Table.Td>
                <Table.Td>
                  {may(actor, 'member.remove', { personId: person.id, role }) && (
                    <Button
                      size="xs"
                      variant="subtle"
                      color="gray"
                      onClick={() => then(remove({ variables: { workspaceId, personId: person.id } }))}
                    >
                      {person.id === me.id ? 'Leave' : 'Remove'}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      {may(actor, 'member.invite') && <Invitations placeholders={members.filter((m) => m.person.placeholder).map((m) => m.person)} />}
    </Stack>
  );
}

function WorkspaceName() {
  const { workspace } = useViewer();
  const [name, setName] = useState(workspace.name);
  const [edit, { loading, error }] = useMutation(EditWorkspaceDocument);
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        void edit({ variables: { input: { workspaceId: workspace.id, name } } }).catch(() => undefined);
      }}
    >
      <Group align="flex-end">
        <TextInput
          label="Name of the workspace"
          value={name}
          onChange={(e) => setName(e.currentTarget.value)}
          error={error && sentenceFor(error)}
          dir="auto"
        />
        <Button type="submit" variant="default" loading={loading} disabled={name === workspace.name}>
          Rename
        </Button>
      </Group>
    </form>
  );
}
