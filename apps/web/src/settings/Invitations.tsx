import { useMutation, useQuery } from '@apollo/client/react';
import { Alert, Button, CopyButton, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { type GuestRole, type WorkspaceRole, guestRoles } from '@baton/domain';
import { useBoards } from '../shell/boards';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';
import { instantInWords } from '../time/words';
import { sentenceFor } from '../ui/refusals';

const InvitationsDocument = graphql(`
  query Invitations($workspaceId: ID!) {
    invitations(workspaceId: $workspaceId) {
      id
      role
      boardId
      expiresAt
      claims {
        id
        name
      }
    }
  }
`);
const CreateInvitationDocument = graphql(`
  mutation CreateInvitation($input: CreateInvitationInput!) {
    createInvitation(input: $input) {
      token
    }
  }
`);
const RevokeInvitationDocument = graphql(`
  mutation RevokeInvitation($id: ID!) {
    revokeInvitation(id: $id)
  }
`);

/** Links that let one person in, once; shown when they are made and never again. */
export function Invitations({ placeholders }: { placeholders: readonly { id: string; name: string }[] }) {
  const { workspace } = useViewer();
  const { boards } = useBoards();
  const { data, refetch } = useQuery(InvitationsDocument, { variables: { workspaceId: workspace.id }, fetchPolicy: 'network-only' });
  const [create, { error, loading }] = useMutation(CreateInvitationDocument);
  const [revoke] = useMutation(RevokeInvitationDocument);
  const [role, setRole] = useState<WorkspaceRole>('member');
  const [boardId, setBoardId] = useState<string | null>(null);
  const [guestRole, setGuestRole] = useState<GuestRole>('viewer');
  const [claimsPersonId, setClaims] = useState<string | null>(null);
  const [days, setDays] = useState('14');
  const [link, setLink] = useState('');

  const invite = async () => {
    const guest = role === 'guest' ? { boardId, guestRole } : {};
    const { data: made } = await create({
      variables: { input: { workspaceId: workspace.id, role, claimsPersonId, expiresInDays: Number(days), ...guest } },
    }).catch(() => ({ data: null }));
    if (!made) return;
    setLink(`${location.origin}/join/${made.createInvitation.token}`);
    await refetch();
  };
  return (
    <section>
      <Title order={2} size="h3" mb="xs">
        Invite somebody
      </Title>
      <Stack gap="sm">
        <Group align="flex-end">
          <Select
            label="As"
            w={130}
            data={['admin', 'member', 'commenter', 'viewer', 'guest']}
            value={role}
            allowDeselect={false}
            onChange={(v) => setRole((v ?? 'member') as WorkspaceRole)}
          />
          {role === 'guest' && (
            <Select label="Of the board" data={boards.map((b) => ({ value: b.id, label: b.name }))} value={boardId} onChange={setBoardId} />
          )}
          {role === 'guest' && (
            <Select
              label="Who may"
              w={130}
              data={[...guestRoles]}
              value={guestRole}
              allowDeselect={false}
              onChange={(v) => setGuestRole((v ?? 'viewer') as GuestRole)}
            />
          )}
          {placeholders.length > 0 && (
            <Select
              label="Who is, in an import"
              clearable
              data={placeholders.map((p) => ({ value: p.id, label: p.name }))}
              value={claimsPersonId}
              onChange={setClaims}
            />
          )}
          <Select
            label="Works for"
            w={120}
            data={[
              { value: '1', label: '1 day' },
              { value: '7', label: '7 days' },
              { value: '14', label: '14 days' },
              { value: '30', label: '30 days' },
            ]}
            value={days}
            allowDeselect={false}
            onChange={(v) => setDays(v ?? '14')}
          />
          <Button loading={loading} onClick={() => void invite()}>
            Make a link
          </Button>
        </Group>
        {error && <Alert color="orange">{sentenceFor(error)}</Alert>}
        {link && (
          <Group align="flex-end">
            <TextInput
              label="Send this link to one person. It is not shown again."
              value={link}
              readOnly
              flex={1}
              onFocus={(e) => e.currentTarget.select()}
            />
            <CopyButton value={link}>{({ copied, copy }) => <Button onClick={copy}>{copied ? 'Copied' : 'Copy'}</Button>}</CopyButton>
          </Group>
        )}
        {(data?.invitations ?? []).map((invitation) => (
          <Group key={invitation.id} justify="space-between">
            <Text size="sm">
              Open invitation as {invitation.role}
              {invitation.claims ? `, becomes ${invitation.claims.name}` : ''}, until {instantInWords(invitation.expiresAt)}
            </Text>
            <Button size="xs" variant="default" onClick={() => void revoke({ variables: { id: invitation.id } }).then(() => refetch())}>
              Take back
            </Button>
          </Group>
        ))}
      </Stack>
    </section>
  );
}
