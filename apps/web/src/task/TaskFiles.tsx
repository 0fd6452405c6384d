import { type ReactNode, createContext, useCallback, useMemo, useState } from 'react';
import { fileRef } from '@baton/domain';
import { useOpenBoard } from '../board/useBoard';
import { useEmoji } from '../emoji/useEmoji';
import { type MarkdownScene, MarkdownProvider, type TaskFile } from './markdownScene';
import type { TaskDetail } from './useTask';

/** Where files go that this page has just sent, before the task is read anew. */
export const SentFilesContext = createContext<{ add: (file: TaskFile) => void }>({ add: () => undefined });

/** Gives the texts of the open board what they can mean: people, the workspace's own emoji, and other tasks. */
export function BoardTexts({ files = null, children }: { files?: MarkdownScene['files']; children: ReactNode }) {
  const { workspaceId, people } = useOpenBoard();
  const { urls } = useEmoji();
  const scene = useMemo(
    () => ({ workspaceId, people: new Map(people.map(({ id, name }) => [id, name])), files, emoji: urls }),
    [workspaceId, people, files, urls],
  );
  return <MarkdownProvider value={scene}>{children}</MarkdownProvider>;
}

/** The same for the texts of a task, with its files. */
export function TaskFiles({ task, children }: { task: TaskDetail; children: ReactNode }) {
  const [sent, setSent] = useState<readonly TaskFile[]>([]);
  const files = useMemo(() => new Map([...sent, ...task.attachments].map((file) => [fileRef(file.id), file])), [sent, task.attachments]);
  const add = useCallback((file: TaskFile) => setSent((now) => [...now, file]), []);
  const context = useMemo(() => ({ add }), [add]);
  return (
    <SentFilesContext value={context}>
      <BoardTexts files={files}>{children}</BoardTexts>
    </SentFilesContext>
  );
}
