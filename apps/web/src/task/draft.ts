import { useCallback, useEffect, useRef, useState } from 'react';
import { useViewer } from '../session/viewer';

interface Kept {
  text: string;
  at: string;
  /** The version of the text that this one was begun from, where there are versions. */
  base?: number | undefined;
}

const keyOf = (personId: string, place: string) => `baton.draft.${personId}.${place}`;

function read(key: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

/**
 * Text being written, kept in this browser as it is typed, until `done` says that the server has it (given the saved text, only if nothing was typed since). Survives reload, navigation and a
 * refused save. `place` names the field, such as `task.<id>.description`.
 */
export function useDraft(place: string) {
  const { me } = useViewer();
  const key = keyOf(me.id, place);
  const [kept, setKept] = useState<Kept | null>(() => read(key));
  const latest = useRef(kept);

  const write = useCallback((text: string, base?: number) => {
    const next = { text, at: new Date().toISOString(), base: base ?? latest.current?.base };
    latest.current = next;
    setKept(next);
  }, []);
  const done = useCallback(
    (saved?: string) => {
      // What was typed while the save was on its way is not saved yet.
      if (saved !== undefined && latest.current && latest.current.text !== saved) return;
      latest.current = null;
      setKept(null);
      localStorage.removeItem(key);
    },
    [key],
  );

  useEffect(() => {
    const save = () => {
      if (!latest.current) return;
      try {
        localStorage.setItem(key, JSON.stringify(latest.current));
      } catch {
        // A full storage loses only the copy for a reload; the text itself is on the screen.
      }
    };
    const timer = setTimeout(save, 250);
    window.addEventListener('pagehide', save);
    return () => {
      clearTimeout(timer);
      save();
      window.removeEventListener('pagehide', save);
    };
  }, [kept, key]);

  return { draft: kept, write, done };
}
