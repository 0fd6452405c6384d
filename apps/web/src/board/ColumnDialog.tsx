import { Button, Modal, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ColumnClass, ColumnRow } from '@baton/domain';
import { useCommand } from '../command/useCommand';
import { classWords } from './columnClasses';
import { useOpenBoard } from './useBoard';

/** Renames a column, says what it means, and sets its limit. */
export function ColumnDialog({ column, onClose }: { column: ColumnRow; onClose: () => void }) {
  const board = useOpenBoard();
  const { run } = useCommand();
  const [name, setName] = useState(column.name);
  const [meaning, setMeaning] = useState<ColumnClass>(column.class);
  const [limit, setLimit] = useState<number | string>(column.wipLimit ?? '');
  const save = () => {
    const wipLimit = typeof limit === 'number' && limit > 0 ? limit : null;
    void run({
      boardId: board.id,
      operation: 'editColumn',
      input: { columnId: column.id, name, class: meaning, ...(wipLimit === null ? { clearWipLimit: true } : { wipLimit }) },
      provisional: [{ type: 'column', id: column.id, fields: { name, class: meaning, wipLimit } }],
      words: `Changed the column ${name}`,
    });
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={`Column ${column.name}`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          save();
        }}
      >
        <Stack>
          <TextInput
            label="Name"
            value={name}
            onChange={(e) => setName(e.currentTarget.value)}
            required
            maxLength={120}
            dir="auto"
            data-autofocus
          />
          <Select
            label="What the column means"
            data={classWords}
            value={meaning}
            allowDeselect={false}
            onChange={(value) => setMeaning((value ?? 'queued') as ColumnClass)}
          />
          <NumberInput
            label="Limit"
            description="Warns when more tasks are in the column. Empty for none."
            min={1}
            max={10_000}
            value={limit}
            onChange={setLimit}
          />
          <Button type="submit" disabled={!name.trim()}>
            Save
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
