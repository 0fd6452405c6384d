import { Button, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { BoardSnapshot } from '@baton/domain';
import { useBoards } from '../shell/boards';
import { useCommand } from '../command/useCommand';
import { sentenceOf } from '../ui/refusals';

/** Changes name, key and zone of a board; what is typed stays when it is refused. */
export function BoardDialog({ board, onClose }: { board: BoardSnapshot; onClose: () => void }) {
  const { run } = useCommand();
  const { refetch } = useBoards();
  const navigate = useNavigate();
  const [name, setName] = useState(board.name);
  const [key, setKey] = useState(board.key);
  const [zone, setZone] = useState(board.zone);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async () => {
    const outcome = await run({
      boardId: board.id,
      operation: 'editBoard',
      input: { boardId: board.id, name, key, zone },
      words: `Changed the board ${name}`,
    });
    if (outcome.refusal) return setProblem(sentenceOf(outcome.refusal));
    await refetch();
    onClose();
    if (key !== board.key) void navigate(`/b/${key.toUpperCase()}`, { replace: true });
  };
  return (
    <Modal opened onClose={onClose} title="Board" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          void save();
        }}
      >
        <Stack>
          <TextInput label="Name" value={name} onChange={(e) => setName(e.currentTarget.value)} required dir="auto" data-autofocus />
          <TextInput
            label="Key"
            description="Stands before every task number. Old addresses keep working."
            value={key}
            onChange={(e) => setKey(e.currentTarget.value.toUpperCase())}
            required
            error={problem}
          />
          <Select
            label="Time zone"
            description="Dates on this board mean days in this zone."
            data={Intl.supportedValuesOf('timeZone')}
            value={zone}
            searchable
            allowDeselect={false}
            onChange={(value) => value && setZone(value)}
          />
          <Button type="submit">Save</Button>
        </Stack>
      </form>
    </Modal>
  );
}
