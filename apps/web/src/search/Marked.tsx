import type { ReactNode } from 'react';
import type { Match } from '@baton/domain';
import css from './Search.module.css';

/** A text with the words marked that were looked for. */
export function Marked({ text, matches }: { text: string; matches: readonly Match[] }) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [start, length] of matches) {
    parts.push(
      text.slice(at, start),
      <mark key={start} className={css.mark}>
        {text.slice(start, start + length)}
      </mark>,
    );
    at = start + length;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
