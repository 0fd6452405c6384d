import { useCallback, useMemo } from 'react';
import { type BoardSnapshot, type Card, type Change, type HandoffNote, taskKey } from '@baton/domain';
import { useViewer } from '../session/viewer';
import { useCommand } from '../command/useCommand';
import type { ColumnCards } from './arrange';
import { begun, begunFields, dueFields, lacksSomething, turnOf, turned } from './begun';
import { type Drop, provisionalRanks, rankAfter } from './drop';

/** The fields that one edit can set on one or many tasks; null clears. */
export type TaskEdit = Partial<
  Pick<
    Card,
    'title' | 'ownerId' | 'helperIds' | 'startOn' | 'dueOn' | 'dueTime' | 'dueZone' | 'revisitOn' | 'nextStep' | 'requesterId' | 'repeat'
  >
> & {
  addBlockerIds?: string[];
  removeBlockerIds?: string[];
  wait?: { kind: 'outside' | 'person'; who?: string; personId?: string; what: string; checkOn?: string } | null;
  /** Why a deadline moves. */
  why?: string;
  addLabelIds?: string[];
  removeLabelIds?: string[];
  done?: boolean;
};

/** What one can do with tasks, said once: words, what the board shows at once, and the command. */
export function useBoardCommands(board: BoardSnapshot) {
  const { run } = useCommand();
  const { me } = useViewer();
  return useMemo(() => {
    const count = (ids: readonly string[]) => {
      const only = ids.length === 1 ? board.cards.find((card) => card.id === ids[0]) : undefined;
      return only ? taskKey(board.key, only.number) : `${ids.length} tasks`;
    };
    const gone = (ids: readonly string[]): Change[] => ids.map((id) => ({ type: 'task', id, fields: {}, gone: true }));

    const editedFields = (id: string, edit: TaskEdit): Partial<Card> => {
      const { addLabelIds, removeLabelIds, done, addBlockerIds, removeBlockerIds, wait, why: _, ...fields } = edit;
      const card = board.cards.find((c) => c.id === id);
      const blockerIds =
        card && (addBlockerIds || removeBlockerIds)
          ? [...new Set([...card.blockerIds, ...(addBlockerIds ?? [])])].filter((b) => !removeBlockerIds?.includes(b))
          : undefined;
      const labelIds =
        card && (addLabelIds || removeLabelIds)
          ? [...new Set([...card.labelIds, ...(addLabelIds ?? [])])].filter((l) => !removeLabelIds?.includes(l))
          : undefined;
      return {
        ...fields,
        ...(card && dueFields(card, fields, board.zone)),
        ...(edit.ownerId !== undefined && { handoff: null }),
        ...(wait === null && { wait: null }),
        ...(blockerIds && { blockerIds }),
        ...(labelIds && { labelIds }),
        ...(done !== undefined && { doneAt: done ? new Date().toISOString() : null }),
      };
    };

    return {
      move: (cards: ColumnCards, ids: readonly string[], drop: Drop) => {
        const ranks = provisionalRanks(cards, new Set(ids), drop, ids.length);
        const column = board.columns.find(({ id }) => id === drop.columnId);
        const classOf = (id: string) => board.columns.find((c) => c.id === board.cards.find((card) => card.id === id)?.columnId)?.class;
        const turns = ids.filter((id) => turnOf(classOf(id), column?.class));
        const [first] = turns;
        if (first) turned({ boardId: board.id, ids: turns, what: turnOf(classOf(first), column?.class) ?? '' });
        if (column?.class === 'active') {
          const bare = ids.filter((id) => lacksSomething(board, id));
          if (bare.length > 0) begun({ boardId: board.id, ids: bare });
        }
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
              ...(column?.class === 'active' && begunFields(board, id, me.id)),
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
      follow: (taskId: string, follows: boolean) =>
        run({
          boardId: board.id,
          operation: 'followTask',
          input: { taskId, follows },
          words: follows ? 'Followed' : 'Unfollowed',
          undo: 'none',
        }),
      counter: (taskId: string, due: { on: string; time: string | null; zone: string }, why: string) =>
        run({
          boardId: board.id,
          operation: 'counterDeadline',
          input: { taskId, ...due, why },
          words: 'Proposed another deadline',
          undo: 'toast',
        }),
      answerCounter: (taskId: string, accept: boolean, why: string) =>
        run({
          boardId: board.id,
          operation: 'answerCounter',
          input: { taskId, accept, why },
          words: accept ? 'Took the proposal' : 'Kept the deadline',
          undo: 'toast',
        }),
      offerHandoff: (taskId: string, toId: string, note: HandoffNote) =>
        run({
          boardId: board.id,
          operation: 'offerHandoff',
          input: { taskId, toId, note },
          words: `Offered ${count([taskId])}`,
          undo: 'toast',
        }),
      answerHandoff: (taskId: string, accept: boolean, text: string) =>
        run({
          boardId: board.id,
          operation: 'answerHandoff',
          input: { taskId, accept, text },
          words: accept ? `Took over ${count([taskId])}` : `Answered the offer of ${count([taskId])}`,
          undo: accept ? 'toast' : 'none',
        }),
      explain: (ids: readonly string[], why: string) =>
        run({ boardId: board.id, operation: 'editTasks', input: { taskIds: ids, why }, words: `Said why for ${count(ids)}`, undo: 'none' }),
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
  }, [board, run, me.id]);
}

/** Moves a column after another, or to the front; shown at once. */
export function useMoveColumn(board: BoardSnapshot) {
  const { run } = useCommand();
  return useCallback(
    (columnId: string, afterColumnId: string | null) => {
      const columnOf = (id: string | null) => board.columns.find((column) => column.id === id);
      const rank = rankAfter(columnOf(afterColumnId)?.rank ?? '');
      void run({
        boardId: board.id,
        operation: 'moveColumn',
        input: { columnId, afterColumnId },
        provisional: [{ type: 'column', id: columnId, fields: { rank } }],
        words: `Moved the column ${columnOf(columnId)?.name ?? ''}`,
        undo: 'toast',
      });
    },
    [board, run],
  );
}
