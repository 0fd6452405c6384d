import { useMemo } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import css from './Markdown.module.css';

const safe = /^(https?:|mailto:)/i;

/** Only addresses that a browser opens without running anything. */
export const safeUrl = (url: string) => (safe.test(url) ? url : '');

/** Renders Markdown from its syntax tree: raw HTML stays text, foreign pictures are links, checkboxes can be ticked. */
export function Markdown({ text, onToggle }: { text: string; onToggle?: (n: number) => void }) {
  const components = useMemo<Components>(() => {
    return {
      a: ({ href, children }) =>
        href ? (
          <a href={href} target="_blank" rel="noopener noreferrer nofollow ugc">
            {children}
          </a>
        ) : (
          <span>{children}</span>
        ),
      img: ({ src, alt }) =>
        typeof src === 'string' && src ? (
          <a href={src} target="_blank" rel="noopener noreferrer nofollow ugc">
            {alt || 'picture'}
          </a>
        ) : (
          <span>{alt}</span>
        ),
      input: ({ checked }) => (
        <input
          type="checkbox"
          checked={!!checked}
          readOnly={!onToggle}
          disabled={!onToggle}
          aria-label={checked ? 'done' : 'not done'}
          onChange={(e) => {
            const all = [...(e.currentTarget.closest('[data-markdown]')?.querySelectorAll('input[type=checkbox]') ?? [])];
            onToggle?.(all.indexOf(e.currentTarget));
          }}
        />
      ),
    };
  }, [onToggle]);
  return (
    <div className={css.markdown} data-markdown dir="auto">
      <ReactMarkdown remarkPlugins={[remarkGfm]} urlTransform={safeUrl} components={components}>
        {text}
      </ReactMarkdown>
    </div>
  );
}
