import { useMutation } from '@apollo/client/react';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { graphql } from '../gql';
import { useViewer } from '../session/viewer';
import { sentenceFor } from '../ui/refusals';
import { useBoards } from './boards';

const CreateBoardDocument = graphql(`
  mutation CreateBoard($input: CreateBoardInput!) {
    createBoard(input: $input) {
      id
      key
    }
  }
`);

/** Asks for a name and opens the new board. */
export function NewBoard({ onClose }: { onClose: () => void }) {
  const { workspace } = useViewer();
  const { refetch } = useBoards();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [commandId] = useState(() => crypto.randomUUID());
  const [create, { loading, error }] = useMutation(CreateBoardDocument);

  const submit = async () => {
    const { data } = await create({ variables: { input: { commandId, workspaceId: workspace.id, name } } }).catch(() => ({ data: null }));
    if (!data) return;
    await refetch();
    onClose();
    void navigate(`/b/${data.createBoard.key}`);
  };
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        void submit();
      }}
      onKeyDown={(e) => e.key === 'Escape' && onClose()}
    >
      <Stack gap="xs" p="xs">
        <TextInput
          label="Name of the board"
          value={name}
          onChange={(e) => setName(e.currentTarget.value)}
          error={error && sentenceFor(error)}
          data-autofocus
          autoFocus
          dir="auto"
        />
        <Group gap="xs">
          <Button type="submit" size="xs" loading={loading} disabled={!name.trim()}>
            Create board
          </Button>
          <Button size="xs" variant="subtle" color="gray" onClick={onClose}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
