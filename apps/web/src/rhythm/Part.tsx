import { ActionIcon, Button } from '@mantine/core';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { type ReactNode, useId } from 'react';
import type { Saving } from './useSaving';
import css from './Form.module.css';

interface PartProps {
  title: string;
  hint?: string;
  saving: Saving;
  children: ReactNode;
}

/** One part of somebody's rhythm: it saves by itself and says beside itself how that went. */
export function Part({ title, hint, saving, children }: PartProps) {
  const id = useId();
  return (
    <section className={css.part} aria-labelledby={id} aria-busy={saving.busy}>
      <h2 className={css.title} id={id}>
        {title}
      </h2>
      {hint && <p className={css.hint}>{hint}</p>}
      {children}
      <p className={css.problem} role="alert" dir="auto">
        {saving.problem}
      </p>
      <p className={css.said} role="status">
        {saving.saved && 'Saved.'}
      </p>
    </section>
  );
}

interface EntriesProps {
  entries: readonly { key: string; words: string; note?: string }[];
  /** What is shown when there are none. */
  empty: string;
  /** What one of them is called, for the name of its button. */
  noun: string;
  busy: boolean;
  onRemove: (key: string) => void;
  /** Opens one of them. */
  onOpen?: (key: string) => void;
  openLabel?: string;
}

/** What is in the calendar already, each line with a way to take it out. */
export function Entries({ entries, empty, noun, busy, onRemove, onOpen, openLabel = 'Open' }: EntriesProps) {
  if (entries.length === 0) return <p className={css.hint}>{empty}</p>;
  return (
    <ul className={css.list}>
      {entries.map(({ key, words, note }) => (
        <li key={key} className={css.item}>
          <div className={css.words}>
            {words}
            {note && (
              <p className={css.hint} dir="auto">
                {note}
              </p>
            )}
          </div>
          {onOpen && (
            <Button size="compact-sm" variant="subtle" aria-label={`${openLabel}: ${words}`} onClick={() => onOpen(key)}>
              {openLabel}
            </Button>
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={`Remove ${noun} ${words}`}
            aria-disabled={busy}
            onClick={() => !busy && onRemove(key)}
          >
            <IconX size={16} stroke={1.5} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}
