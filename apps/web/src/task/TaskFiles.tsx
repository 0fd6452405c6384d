import { type ReactNode, createContext, useCallback, useMemo, useState } from 'react';
import { fileRef } from '@baton/domain';
import { useOpenBoard } from '../board/useBoard';
import { useEmoji } from '../emoji/useEmoji';
import { MarkdownProvider, type TaskFile } from './markdownScene';
import type { TaskDetail } from './useTask';

/** Where files go that this page has just sent, before the task is read anew. */
export const SentFilesContext = createContext<{ add: (file: TaskFile) => void }>({ add: () => undefined });

/** Gives every text of a task what it can mean: people, files, emoji and other tasks. */
export function TaskFiles({ task, children }: { task: TaskDetail; children: ReactNode }) {
  const board = useOpenBoard();
  const { urls } = useEmoji();
  const [sent, setSent] = useState<readonly TaskFile[]>([]);
  const scene = useMemo(
    () => ({
      workspaceId: board.workspaceId,
      people: new Map(board.people.map(({ id, name }) => [id, name])),
      files: new Map([...sent, ...task.attachments].map((file) => [fileRef(file.id), file])),
      emoji: urls,
    }),
    [board.workspaceId, board.people, sent, task.attachments, urls],
  );
  const add = useCallback((file: TaskFile) => setSent((now) => [...now, file]), []);
  const context = useMemo(() => ({ add }), [add]);
  return (
    <SentFilesContext value={context}>
      <MarkdownProvider value={scene}>{children}</MarkdownProvider>
    </SentFilesContext>
  );
}
