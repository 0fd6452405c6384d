import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { mention } from '@baton/domain';
import { EmojiImage } from '../emoji/EmojiImage';
import type { Writing } from './markdown';
import css from './MarkdownEditor.module.css';

/** One thing that can be put in place of what is typed. */
export interface Suggestion {
  id: string;
  label: string;
  hint?: string;
  /** The picture of an own emoji. */
  url?: string;
  insert: string;
}

export type Trigger = '@' | '#' | ':';

/** What is being typed after a sign, with where it begins; null when nothing is. A time of day or a heading is nothing. */
export function typedAt(text: string, caret: number): { from: number; trigger: Trigger; typed: string } | null {
  const found = /(^|[\s(])(?:(@)([\p{L}\p{N}._-]*)|(#)([\p{L}\p{N}_-]+)|(:)([a-z][a-z0-9_+-]*))$/u.exec(text.slice(0, caret));
  if (!found) return null;
  const [, before = '', at, person = '', hash, task = '', , emoji = ''] = found;
  const [trigger, typed] = at ? (['@', person] as const) : hash ? (['#', task] as const) : ([':', emoji] as const);
  return { from: (found.index ?? 0) + before.length, trigger, typed: typed.toLowerCase() };
}

const most = 6;
const beginsAWord = (text: string, typed: string) =>
  text
    .toLowerCase()
    .split(/[\s_-]+/)
    .some((part) => part.startsWith(typed)) || text.toLowerCase().startsWith(typed);

interface Sources {
  people: readonly { id: string; name: string; removed?: boolean }[];
  tasks: readonly { key: string; title: string }[];
  emoji: ReadonlyMap<string, string>;
}

/** People after @, tasks after #, the workspace's own emoji after a colon. */
export function suggestionsFor({ trigger, typed }: { trigger: Trigger; typed: string }, { people, tasks, emoji }: Sources): Suggestion[] {
  if (trigger === '@')
    return people
      .filter(({ name, removed }) => !removed && beginsAWord(name, typed))
      .slice(0, most)
      .map((person) => ({ id: person.id, label: person.name, insert: mention(person) }));
  if (trigger === '#')
    return tasks
      .filter(
        ({ key, title }) => key.toLowerCase().endsWith(`-${typed}`) || key.toLowerCase().startsWith(typed) || beginsAWord(title, typed),
      )
      .slice(0, most)
      .map(({ key, title }) => ({ id: key, label: title, hint: key, insert: key }));
  return [...emoji]
    .filter(([name]) => beginsAWord(name, typed))
    .slice(0, most)
    .map(([name, url]) => ({ id: name, label: `:${name}:`, url, insert: `:${name}:` }));
}

/** Offers what begins like the words after @, # or a colon. Arrows choose, Enter or Tab takes, Escape leaves it as text. */
export function useTypeahead(sources: Sources, field: RefObject<HTMLTextAreaElement | null>, value: string) {
  const [at, setAt] = useState<ReturnType<typeof typedAt>>(null);
  const [chosen, setChosen] = useState(0);
  const id = useId();
  const found = at === null ? [] : suggestionsFor(at, sources);
  const open = found.length > 0;
  const look = (input: HTMLTextAreaElement) => {
    setAt(typedAt(input.value, input.selectionStart));
    setChosen(0);
  };
  const take = (suggestion: Suggestion, put: (next: Writing) => void) => {
    if (!at) return;
    const caret = field.current?.selectionStart ?? value.length;
    const text = `${value.slice(0, at.from)}${suggestion.insert} ${value.slice(caret)}`;
    const to = at.from + suggestion.insert.length + 1;
    setAt(null);
    put({ text, from: to, to });
  };
  const onKeyDown = (e: KeyboardEvent<HTMLTextAreaElement>, put: (next: Writing) => void): boolean => {
    if (!open || e.nativeEvent.isComposing) return false;
    const suggestion = found[chosen];
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') setChosen((chosen + (e.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length);
    else if ((e.key === 'Enter' && !e.ctrlKey && !e.metaKey) || e.key === 'Tab') {
      if (suggestion) take(suggestion, put);
    } else if (e.key === 'Escape') setAt(null);
    else return false;
    e.preventDefault();
    e.stopPropagation();
    return true;
  };
  const aria = open ? { 'aria-controls': id, 'aria-activedescendant': `${id}-${chosen}`, 'aria-autocomplete': 'list' as const } : {};
  return { look, onKeyDown, take, aria, found, chosen, id };
}

/** What is offered. */
export function SuggestionList({
  found,
  chosen,
  id,
  onTake,
}: {
  found: readonly Suggestion[];
  chosen: number;
  id: string;
  onTake: (suggestion: Suggestion) => void;
}) {
  if (found.length === 0) return null;
  return (
    <ul className={css.suggestions} role="listbox" id={id} aria-label="To put in">
      {found.map((suggestion, i) => (
        <li
          key={suggestion.id}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === chosen}
          className={css.suggestion}
          onMouseDown={(e) => {
            e.preventDefault();
            onTake(suggestion);
          }}
        >
          {suggestion.hint && <span className={css.hint}>{suggestion.hint}</span>}
          {suggestion.url && <EmojiImage name={suggestion.id} url={suggestion.url} />}
          <bdi>{suggestion.label}</bdi>
        </li>
      ))}
    </ul>
  );
}
