import { useQuery } from '@apollo/client/react';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { BoardSnapshot } from '@baton/domain';
import { useCommand } from '../command/useCommand';
import { graphql } from '../gql';
import { instantInWords } from '../time/words';
import { useBoardCommands } from './useBoardCommands';

const PutAwayDocument = graphql(`
  query PutAway($boardId: ID!) {
    archive(boardId: $boardId) {
      tasks {
        id
        key
        title
        columnName
        at
      }
      columns {
        id
        name
        tasks
        at
      }
    }
    trash(boardId: $boardId) {
      id
      key
      title
      columnName
      at
    }
  }
`);

/** What was archived or deleted, and the way back. */
export function ArchiveDialog({
  board,
  which,
  canRestore,
  onClose,
}: {
  board: BoardSnapshot;
  which: 'archive' | 'trash';
  canRestore: boolean;
  onClose: () => void;
}) {
  const { data, refetch } = useQuery(PutAwayDocument, { variables: { boardId: board.id }, fetchPolicy: 'network-only' });
  const commands = useBoardCommands(board);
  const { run } = useCommand();
  const tasks = (which === 'trash' ? data?.trash : data?.archive.tasks) ?? [];
  const columns = which === 'trash' ? [] : (data?.archive.columns ?? []);
  const bringBack = (id: string) =>
    void run({
      boardId: board.id,
      operation: 'archiveColumn',
      input: { columnId: id, archived: false },
      words: 'Brought a column back',
      undo: 'toast',
    }).then(() => refetch());
  return (
    <Modal opened onClose={onClose} size="lg" title={which === 'trash' ? 'Trash' : 'Archive'} closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack>
        {which === 'trash' && (
          <Text size="sm" c="dimmed">
            Deleted tasks stay here for 30 days.
          </Text>
        )}
        {data && tasks.length + columns.length === 0 && (
          <Text>{which === 'trash' ? 'Nothing was deleted in the last 30 days.' : 'Nothing is archived.'}</Text>
        )}
        {columns.map((column) => (
          <Group key={column.id} justify="space-between" wrap="nowrap">
            <div>
              <Text fw={500} dir="auto">
                Column {column.name}
              </Text>
              <Text size="xs" c="dimmed">
                {column.tasks} tasks, archived {instantInWords(column.at)}
              </Text>
            </div>
            {canRestore && (
              <Button size="xs" variant="default" onClick={() => bringBack(column.id)}>
                Bring back
              </Button>
            )}
          </Group>
        ))}
        {tasks.map((task) => (
          <Group key={task.id} justify="space-between" wrap="nowrap">
            <div>
              <Text fw={500} dir="auto">
                {task.title}
              </Text>
              <Text size="xs" c="dimmed">
                {task.key}, from {task.columnName}, {instantInWords(task.at)}
              </Text>
            </div>
            {canRestore && (
              <Button size="xs" variant="default" onClick={() => void commands.restore([task.id]).then(() => refetch())}>
                Bring back
              </Button>
            )}
          </Group>
        ))}
      </Stack>
    </Modal>
  );
}
