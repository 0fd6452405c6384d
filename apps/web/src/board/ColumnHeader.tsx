import { useDraggable } from '@dnd-kit/core';
import { ActionIcon, Menu } from '@mantine/core';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import { Suspense, useState } from 'react';
import { type ColumnRow, byRank } from '@baton/domain';
import { useCommand } from '../command/useCommand';
import { useOpenBoard } from './useBoard';
import { useMoveColumn } from './useBoardCommands';
import { columnHandle } from './useColumnDrag';
import css from './Column.module.css';
import { lazily } from '../ui/lazily';

const ColumnDialog = lazily(() => import('./ColumnDialog').then((m) => ({ default: m.ColumnDialog })));

/** Name, count, and what can be done with the column. */
export function ColumnHeader({ column, count, canEdit, onAdd }: { column: ColumnRow; count: number; canEdit: boolean; onAdd: () => void }) {
  const board = useOpenBoard();
  const { run } = useCommand();
  const [editing, setEditing] = useState(false);
  const columns = [...board.columns].sort(byRank);
  const at = columns.findIndex(({ id }) => id === column.id);
  const over = column.wipLimit !== null && count > column.wipLimit;
  const move = useMoveColumn(board);
  const { setNodeRef, listeners } = useDraggable({ id: columnHandle(column.id), disabled: !canEdit });
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
    <header className={css.header} ref={setNodeRef} {...listeners} data-movable={canEdit}>
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
            <Menu.Item disabled={at <= 0} onClick={() => move(column.id, columns[at - 2]?.id ?? null)}>
              Move left
            </Menu.Item>
            <Menu.Item disabled={at === columns.length - 1} onClick={() => move(column.id, columns[at + 1]?.id ?? null)}>
              Move right
            </Menu.Item>
            <Menu.Item onClick={archive}>Archive with its tasks</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <Suspense fallback={null}>{editing && <ColumnDialog column={column} onClose={() => setEditing(false)} />}</Suspense>
    </header>
  );
}
