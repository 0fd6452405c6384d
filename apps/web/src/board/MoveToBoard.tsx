import { useQuery } from '@apollo/client/react';
import { Button, Modal, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { type BoardSnapshot, byRank } from '@baton/domain';
import { useBoards } from '../shell/boards';
import { BoardSnapshotDocument } from '../command/fold';
import type { useBoardCommands } from './useBoardCommands';

/** Asks for the board and the column to which tasks go. */
export function MoveToBoard(props: {
  board: BoardSnapshot;
  ids: readonly string[];
  commands: ReturnType<typeof useBoardCommands>;
  onClose: () => void;
  onMoved?: () => void;
}) {
  const { boards } = useBoards();
  const others = boards.filter((b) => b.id !== props.board.id && b.myRole !== 'viewer' && b.myRole !== 'commenter');
  const [key, setKey] = useState<string | null>(others.length === 1 ? (others[0]?.key ?? null) : null);
  const [columnId, setColumnId] = useState<string | null>(null);
  const { data } = useQuery(BoardSnapshotDocument, { variables: { workspaceId: props.board.workspaceId, key: key ?? '' }, skip: !key });
  const columns = [...(data?.boardSnapshot.columns ?? [])].sort(byRank);
  const target = columnId ?? columns[0]?.id ?? null;
  return (
    <Modal opened onClose={props.onClose} title="Move to another board" closeButtonProps={{ 'aria-label': 'Close' }}>
      {others.length === 0 ? (
        <p>There is no other board that you can add tasks to. Make one in the sidebar first.</p>
      ) : (
        <Stack>
          <Select
            label="Board"
            allowDeselect={false}
            data={others.map((b) => ({ value: b.key, label: b.name }))}
            value={key}
            onChange={setKey}
            searchable
            data-autofocus
          />
          <Select
            label="Column"
            allowDeselect={false}
            data={columns.map((c) => ({ value: c.id, label: c.name }))}
            value={target}
            onChange={setColumnId}
            disabled={columns.length === 0}
          />
          <Button
            disabled={!target}
            onClick={() => {
              if (target) void props.commands.moveToBoard(props.ids, target, data?.boardSnapshot.name ?? '');
              props.onClose();
              props.onMoved?.();
            }}
          >
            Move {props.ids.length === 1 ? 'the task' : `${props.ids.length} tasks`}
          </Button>
        </Stack>
      )}
    </Modal>
  );
}
