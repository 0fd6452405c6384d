import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type BoardSnapshot, type ColumnClass, type Rank, byRank } from '@baton/domain';
import { useCommand } from '../command/useCommand';
import { classWords } from './columnClasses';
import css from './BoardPage.module.css';

/** Asks for the name and the meaning of a new column. */
export function AddColumnForm({ board, onClose }: { board: BoardSnapshot; onClose: () => void }) {
  const { run } = useCommand();
  const [name, setName] = useState('');
  const [meaning, setMeaning] = useState<ColumnClass>('active');
  const create = () => {
    const id = crypto.randomUUID();
    const rank = `${[...board.columns].sort(byRank).at(-1)?.rank ?? ''}!` as Rank;
    void run({
      boardId: board.id,
      operation: 'createColumn',
      input: { boardId: board.id, id, name, class: meaning },
      provisional: [{ type: 'column', id, fields: { id, name, class: meaning, wipLimit: null, rank, archivedAt: null, deletedAt: null } }],
      words: `Added the column ${name}`,
    });
    onClose();
  };
  return (
    <form
      className={css.addColumn}
      onSubmit={(e) => {
        e.preventDefault();
        create();
      }}
      onKeyDown={(e) => e.key === 'Escape' && onClose()}
    >
      <Stack gap="xs">
        <TextInput
          aria-label="Name of the column"
          placeholder="Name of the column"
          value={name}
          onChange={(e) => setName(e.currentTarget.value)}
          autoFocus
          maxLength={120}
          dir="auto"
        />
        <Select
          aria-label="What the column means"
          data={classWords}
          value={meaning}
          allowDeselect={false}
          onChange={(value) => setMeaning((value ?? 'active') as ColumnClass)}
        />
        <Group gap="xs">
          <Button type="submit" size="xs" disabled={!name.trim()}>
            Add
          </Button>
          <Button size="xs" variant="subtle" color="gray" onClick={() => onClose()}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
