import { useCallback, useEffect, useRef, useState } from 'react';
import { onBoardEvent } from '../command/fold';
import { undoableWords, useCommand } from '../command/useCommand';
import { useViewer } from '../session/viewer';

/** Something that was done on a list, and how it is taken back. */
export interface Done {
  words: string;
  undo: () => unknown;
}

/** What was done here, newest last, in the own list or on a board: one key takes back the last, and a line says what that is. */
export function useUndo() {
  const { me } = useViewer();
  const { undoOne } = useCommand();
  const stack = useRef<Done[]>([]);
  const heard = useRef(new Set<string>());
  const [last, setLast] = useState<Done | null>(null);
  const did = useCallback((done: Done) => {
    stack.current.push(done);
    setLast(done);
  }, []);
  useEffect(
    () =>
      onBoardEvent(({ actorId, boardId, commandId }) => {
        const words = actorId === me.id && !heard.current.has(commandId) ? undoableWords(commandId) : null;
        if (words === null) return;
        heard.current.add(commandId);
        did({ words, undo: () => undoOne({ boardId, id: commandId, words }) });
      }),
    [me.id, did, undoOne],
  );
  const undo = useCallback((): boolean => {
    const done = stack.current.pop();
    setLast(null);
    if (!done) return false;
    void done.undo();
    return true;
  }, []);
  return { last, did, undo };
}
