import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { mention } from '@baton/domain';
import type { Writing } from './markdown';
import css from './MarkdownEditor.module.css';

interface Named {
  id: string;
  name: string;
  removed?: boolean;
}

/** The name that is being typed after an @, with where it begins; null when there is none. */
export function mentionAt(text: string, caret: number): { from: number; typed: string } | null {
  const found = /(^|[\s(])@([\p{L}\p{N}._-]*)$/u.exec(text.slice(0, caret));
  return found ? { from: caret - (found[2] ?? '').length - 1, typed: (found[2] ?? '').toLowerCase() } : null;
}

/** Offers the people whose name begins like what is typed after an @. Arrows choose, Enter or Tab takes, Escape leaves it as text. */
export function useMentions(people: readonly Named[], field: RefObject<HTMLTextAreaElement | null>, value: string) {
  const [at, setAt] = useState<{ from: number; typed: string } | null>(null);
  const [chosen, setChosen] = useState(0);
  const id = useId();
  const found =
    at === null
      ? []
      : people
          .filter(
            ({ name, removed }) =>
              !removed &&
              name
                .toLowerCase()
                .split(/\s+/)
                .some((part) => part.startsWith(at.typed)),
          )
          .slice(0, 6);
  const open = found.length > 0;
  const look = (input: HTMLTextAreaElement) => {
    setAt(people.length > 0 ? mentionAt(input.value, input.selectionStart) : null);
    setChosen(0);
  };
  const take = (person: Named, put: (next: Writing) => void) => {
    if (!at) return;
    const caret = field.current?.selectionStart ?? value.length;
    const text = `${value.slice(0, at.from)}${mention(person)} ${value.slice(caret)}`;
    const to = at.from + mention(person).length + 1;
    setAt(null);
    put({ text, from: to, to });
  };
  const onKeyDown = (e: KeyboardEvent<HTMLTextAreaElement>, put: (next: Writing) => void): boolean => {
    if (!open || e.nativeEvent.isComposing) return false;
    const person = found[chosen];
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') setChosen((chosen + (e.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length);
    else if ((e.key === 'Enter' && !e.ctrlKey && !e.metaKey) || e.key === 'Tab') {
      if (person) take(person, put);
    } else if (e.key === 'Escape') setAt(null);
    else return false;
    e.preventDefault();
    e.stopPropagation();
    return true;
  };
  const aria = open ? { 'aria-controls': id, 'aria-activedescendant': `${id}-${chosen}`, 'aria-autocomplete': 'list' as const } : {};
  return { look, onKeyDown, take, aria, found, chosen, id };
}

/** The people who are offered. */
export function MentionList({
  found,
  chosen,
  id,
  onTake,
}: {
  found: readonly Named[];
  chosen: number;
  id: string;
  onTake: (person: Named) => void;
}) {
  if (found.length === 0) return null;
  return (
    <ul className={css.mentions} role="listbox" id={id} aria-label="People to mention">
      {found.map((person, i) => (
        <li
          key={person.id}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === chosen}
          className={css.mention}
          onMouseDown={(e) => {
            e.preventDefault();
            onTake(person);
          }}
          dir="auto"
        >
          {person.name}
        </li>
      ))}
    </ul>
  );
}
