import { useCallback, useSyncExternalStore } from 'react';
import type { Draft } from '@baton/domain';
import { useViewer } from '../session/viewer';

/** Text being written, as this browser keeps it. */
export interface Kept {
  text: string;
  at: string;
  /** What else the form holds, such as the kind of a comment, or the version of the text that this one was begun from. */
  more: Record<string, unknown>;
  /** When the server took the copy that this one goes on from; null for none. */
  base: string | null;
  /** Whether the server has all of it. */
  shared: boolean;
}

const keyOf = (personId: string, place: string) => `baton.draft.${personId}.${place}`;

function parse(stored: string | null): Kept | null {
  try {
    const kept = JSON.parse(stored ?? 'null') as Partial<Kept> | null;
    if (typeof kept?.text !== 'string') return null;
    const base = typeof kept.base === 'string' ? kept.base : null;
    return { text: kept.text, at: kept.at ?? '', more: kept.more ?? {}, base, shared: kept.shared === true };
  } catch {
    return null;
  }
}

/** What this browser keeps for a place, or null. */
export const readKept = (personId: string, place: string): Kept | null => parse(localStorage.getItem(keyOf(personId, place)));

/** What to do when this browser and the server may know different drafts of one place. */
export type Meeting = { kind: 'keep' } | { kind: 'take'; draft: Draft } | { kind: 'drop' } | { kind: 'differ'; other: Draft };

/**
 * Here nothing is lost: what was sent or discarded on another device is dropped here if it was not changed here since; what was written on
 * another device is taken unless something was written here too, and then the writer decides.
 */
export function meet(here: Kept | null, there: Draft | null): Meeting {
  if (!here) return there ? { kind: 'take', draft: there } : { kind: 'keep' };
  if (there === null) return here.shared ? { kind: 'drop' } : { kind: 'keep' };
  if (there.at === here.base) return { kind: 'keep' };
  if (here.shared || there.text === here.text) return { kind: 'take', draft: there };
  return { kind: 'differ', other: there };
}

const isEmpty = ({ text, more, base }: Kept) => text.trim() === '' && Object.keys(more).length === 0 && base === null;

/** One place's draft, the same for every form that shows it, and for the person's other tabs. */
class Place {
  private kept: Kept | null;
  private readonly readers = new Set<() => void>();
  private turn: Promise<void> = Promise.resolve();

  constructor(private readonly key: string) {
    this.kept = parse(localStorage.getItem(key));
    window.addEventListener('storage', (event) => {
      if (event.key === key) this.tell(parse(event.newValue));
    });
  }

  read = () => this.kept;

  subscribe = (reader: () => void) => {
    this.readers.add(reader);
    return () => void this.readers.delete(reader);
  };

  /** Written at once: whatever happens to the page next, the last key is kept. */
  put(next: Kept | null) {
    this.tell(next);
    try {
      if (next === null || isEmpty(next)) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, JSON.stringify(next));
    } catch {
      // A full storage loses only the copy for a reload; the text itself is on the screen.
    }
  }

  /** One save at a time: the next goes on from what this one made. */
  inTurn(work: () => Promise<void>): Promise<void> {
    return (this.turn = this.turn.then(work));
  }

  private tell(next: Kept | null) {
    this.kept = next;
    for (const reader of this.readers) reader();
  }
}

const places = new Map<string, Place>();
function placeOf(key: string): Place {
  let place = places.get(key);
  if (!place) places.set(key, (place = new Place(key)));
  return place;
}

/**
 * Text being written, kept in this browser as it is typed, until `done` says that the server has it (given the saved text, only if nothing
 * was typed since). Survives reload, navigation and a refused save. `name` names the field, such as `task.<id>.title`.
 */
export function useDraft(name: string) {
  const { me } = useViewer();
  const place = placeOf(keyOf(me.id, name));
  const draft = useSyncExternalStore(place.subscribe, place.read);
  const write = useCallback(
    (text: string, more?: Record<string, unknown>) => {
      const last = place.read();
      place.put({ text, more: more ?? last?.more ?? {}, at: new Date().toISOString(), base: last?.base ?? null, shared: false });
    },
    [place],
  );
  const done = useCallback(
    (saved?: string) => {
      // What was typed while the save was on its way is not saved yet.
      if (saved === undefined || place.read()?.text === saved) place.put(null);
    },
    [place],
  );
  return { draft, place, write, done };
}
