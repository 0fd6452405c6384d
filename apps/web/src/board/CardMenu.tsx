import { Kbd, Menu } from '@mantine/core';
import { type BoardSnapshot, byRank } from '@baton/domain';
import type { ColumnCards } from './arrange';
import { positionOf, stepDrop } from './drop';
import type { useBoardCommands } from './useBoardCommands';
import { fieldKeys } from './useBoardKeys';

interface CardMenuProps {
  board: BoardSnapshot;
  cards: ColumnCards;
  taskId: string;
  at: { x: number; y: number };
  commands: ReturnType<typeof useBoardCommands>;
  canEdit: boolean;
  onOpen: (taskId: string, field?: string) => void;
  onSelect: (taskId: string) => void;
  onMoveToBoard: (taskId: string) => void;
  onClose: () => void;
}

/** Everything that dragging and keys do, for a pointer that cannot drag. */
export function CardMenu({ board, cards, taskId, at, commands, canEdit, onOpen, onSelect, onMoveToBoard, onClose }: CardMenuProps) {
  const moving = new Set([taskId]);
  const here = positionOf(cards, moving, taskId);
  const step = (key: string) => {
    if (here) void commands.move(cards, [taskId], stepDrop([], cards, moving, here, key));
  };
  const card = board.cards.find(({ id }) => id === taskId);
  return (
    <Menu opened onClose={onClose} position="bottom-start" withinPortal menuItemTabIndex={0}>
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-label={`Menu of ${card?.title ?? 'the task'}`}
          style={{ position: 'fixed', left: at.x, top: at.y }}
        />
      </Menu.Target>
      <Menu.Dropdown mah="70vh" style={{ overflowY: 'auto' }}>
        <Menu.Item onClick={() => onOpen(taskId)} rightSection={<Kbd size="xs">Enter</Kbd>}>
          Open
        </Menu.Item>
        <Menu.Item onClick={() => void navigator.clipboard.writeText(`${location.origin}/t/${board.key}-${card?.number ?? ''}`)}>
          Copy link
        </Menu.Item>
        {canEdit && (
          <>
            {Object.entries(fieldKeys).map(([key, { field, name }]) => (
              <Menu.Item key={key} onClick={() => onOpen(taskId, field)} rightSection={<Kbd size="xs">{key}</Kbd>}>
                {name}
              </Menu.Item>
            ))}
            <Menu.Item onClick={() => onSelect(taskId)} rightSection={<Kbd size="xs">x</Kbd>}>
              Select
            </Menu.Item>
            <Menu.Item onClick={() => step('ArrowUp')}>Move up</Menu.Item>
            <Menu.Item onClick={() => step('ArrowDown')}>Move down</Menu.Item>
            <Menu.Label>Move to</Menu.Label>
            {[...board.columns].sort(byRank).map((column) => (
              <Menu.Item
                key={column.id}
                disabled={column.id === here?.columnId}
                onClick={() => void commands.move(cards, [taskId], { columnId: column.id, afterTaskId: null })}
              >
                <bdi>{column.name}</bdi>
              </Menu.Item>
            ))}
            <Menu.Item onClick={() => onMoveToBoard(taskId)}>Another board</Menu.Item>
            <Menu.Divider />
            <Menu.Item onClick={() => void commands.edit([taskId], { done: !card?.doneAt })}>
              {card?.doneAt ? 'Not done' : 'Done'}
            </Menu.Item>
            <Menu.Item onClick={() => void commands.archive([taskId])}>Archive</Menu.Item>
            <Menu.Item onClick={() => void commands.remove([taskId])}>Delete</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
