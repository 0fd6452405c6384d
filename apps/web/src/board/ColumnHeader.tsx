import { ActionIcon, Button, Menu, Modal, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import { useState } from 'react';
import { type ColumnClass, type ColumnRow, byRank } from '@baton/domain';
import { useCommand } from '../command/useCommand';
import { useOpenBoard } from './useBoard';
import css from './Column.module.css';

export const classWords: { value: ColumnClass; label: string }[] = [
  { value: 'queued', label: 'Waiting to be started' },
  { value: 'active', label: 'Being worked on' },
  { value: 'done', label: 'Done' },
  { value: 'dropped', label: 'Will not be done' },
];

/** Name, count, and what can be done with the column. */
export function ColumnHeader({ column, count, canEdit, onAdd }: { column: ColumnRow; count: number; canEdit: boolean; onAdd: () => void }) {
  const board = useOpenBoard();
  const { run } = useCommand();
  const [editing, setEditing] = useState(false);
  const columns = [...board.columns].sort(byRank);
  const at = columns.findIndex(({ id }) => id === column.id);
  const over = column.wipLimit !== null && count > column.wipLimit;
  const move = (afterColumnId: string | null) =>
    void run({
      boardId: board.id,
      operation: 'moveColumn',
      input: { columnId: column.id, afterColumnId },
      words: `Moved the column ${column.name}`,
      undo: 'toast',
    });
  const archive = () =>
    void run({
      boardId: board.id,
      operation: 'archiveColumn',
      input: { columnId: column.id, archived: true },
      provisional: [{ type: 'column', id: column.id, fields: {}, gone: true }],
      words: `Archived the column ${column.name}`,
      undo: 'toast',
    });

  return (
    <header className={css.header}>
      <h2 className={css.name} dir="auto">
        {column.name}
      </h2>
      <span className={css.count} data-over={over}>
        {column.wipLimit === null ? count : `${count} of ${column.wipLimit}`}
      </span>
      {canEdit && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={`Menu of the column ${column.name}`}>
              <IconDots size={16} stroke={1.5} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onAdd}>Add a task</Menu.Item>
            <Menu.Item onClick={() => setEditing(true)}>Rename, meaning, limit</Menu.Item>
            <Menu.Item disabled={at <= 0} onClick={() => move(columns[at - 2]?.id ?? null)}>
              Move left
            </Menu.Item>
            <Menu.Item disabled={at === columns.length - 1} onClick={() => move(columns[at + 1]?.id ?? null)}>
              Move right
            </Menu.Item>
            <Menu.Item onClick={archive}>Archive with its tasks</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {editing && <ColumnDialog column={column} onClose={() => setEditing(false)} />}
    </header>
  );
}

function ColumnDialog({ column, onClose }: { column: ColumnRow; onClose: () => void }) {
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
