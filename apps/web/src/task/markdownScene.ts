import { createContext, useContext } from 'react';
import type { TaskDetail } from './useTask';

export type TaskFile = TaskDetail['attachments'][number];

/** What a text can mean besides its words: people, files, the workspace's own emoji, and tasks by their keys. */
export interface MarkdownScene {
  workspaceId: string;
  people: ReadonlyMap<string, string>;
  /** By their refs; null where a text is shown away from its task. */
  files: ReadonlyMap<string, TaskFile> | null;
  emoji: ReadonlyMap<string, string>;
}

const MarkdownContext = createContext<MarkdownScene>({ workspaceId: '', people: new Map(), files: null, emoji: new Map() });
export const MarkdownProvider = MarkdownContext.Provider;
export const useMarkdownScene = () => useContext(MarkdownContext);
