import { useMemo } from 'react';
import { type BoardSnapshot, type Card, type Change, taskKey } from '@baton/domain';
import { useCommand } from '../command/useCommand';
import type { ColumnCards } from './arrange';
import { type Drop, provisionalRanks } from './drop';

/** The fields that one edit can set on one or many tasks; null clears. */
export type TaskEdit = Partial<Pick<Card, 'title' | 'ownerId' | 'helperIds' | 'startOn' | 'dueOn' | 'dueTime'>> & {
  addLabelIds?: string[];
  removeLabelIds?: string[];
  done?: boolean;
};

/** What one can do with tasks, said once: words, what the board shows at once, and the command. */
export function useBoardCommands(board: BoardSnapshot) {
  const { run } = useCommand();
  return useMemo(() => {
    const count = (ids: readonly string[]) => {
      const only = ids.length === 1 ? board.cards.find((card) => card.id === ids[0]) : undefined;
      return only ? taskKey(board.key, only.number) : `${ids.length} tasks`;
    };
    const gone = (ids: readonly string[]): Change[] => ids.map((id) => ({ type: 'task', id, fields: {}, gone: true }));

    const editedFields = (id: string, { addLabelIds, removeLabelIds, done, ...fields }: TaskEdit): Partial<Card> => {
      const card = board.cards.find((c) => c.id === id);
      const labelIds =
        card && (addLabelIds || removeLabelIds)
          ? [...new Set([...card.labelIds, ...(addLabelIds ?? [])])].filter((l) => !removeLabelIds?.includes(l))
          : undefined;
      return { ...fields, ...(labelIds && { labelIds }), ...(done !== undefined && { doneAt: done ? new Date().toISOString() : null }) };
    };

    return {
      move: (cards: ColumnCards, ids: readonly string[], drop: Drop) => {
        const ranks = provisionalRanks(cards, new Set(ids), drop, ids.length);
        const column = board.columns.find(({ id }) => id === drop.columnId);
        return run({
          boardId: board.id,
          operation: 'moveTasks',
          input: { taskIds: ids, ...drop },
          provisional: ids.map((id, i): Change => ({
            type: 'task',
            id,
            fields: {
              columnId: drop.columnId,
              rank: ranks[i] as Card['rank'],
              ...(column?.class === 'done' && { doneAt: new Date().toISOString() }),
            },
          })),
          words: `Moved ${count(ids)} to ${column?.name ?? 'another column'}`,
          undo: 'toast',
        });
      },
      edit: (ids: readonly string[], edit: TaskEdit) =>
        run({
          boardId: board.id,
          operation: 'editTasks',
          input: { taskIds: ids, ...edit },
          provisional: ids.map((id): Change => ({ type: 'task', id, fields: editedFields(id, edit) })),
          words: `Changed ${count(ids)}`,
          undo: 'toast',
        }),
      archive: (ids: readonly string[]) =>
        run({
          boardId: board.id,
          operation: 'archiveTasks',
          input: { taskIds: ids },
          provisional: gone(ids),
          words: `Archived ${count(ids)}`,
          undo: 'toast',
        }),
      remove: (ids: readonly string[]) =>
        run({
          boardId: board.id,
          operation: 'deleteTasks',
          input: { taskIds: ids },
          provisional: gone(ids),
          words: `Deleted ${count(ids)}`,
          undo: 'toast',
        }),
      restore: (ids: readonly string[]) =>
        run({
          boardId: board.id,
          operation: 'restoreTasks',
          input: { taskIds: ids },
          words: `Brought ${ids.length === 1 ? 'a task' : `${ids.length} tasks`} back`,
          undo: 'toast',
        }),
      moveToBoard: (ids: readonly string[], columnId: string, boardName: string) =>
        run({
          boardId: board.id,
          operation: 'moveTasksToBoard',
          input: { taskIds: ids, columnId },
          provisional: gone(ids),
          words: `Moved ${count(ids)} to ${boardName}`,
          undo: 'toast',
        }),
    };
  }, [board, run]);
}
