import { findAndReplace } from 'mdast-util-find-and-replace';
import { type ReactNode, useMemo } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import { Link, useInRouterContext } from 'react-router-dom';
import remarkGfm from 'remark-gfm';
import { toolOf } from './linkCards';
import css from './Markdown.module.css';

const safe = /^(https?:|mailto:|person:[0-9a-f-]{36}$|\/t\/[A-Z][A-Z0-9]{1,7}-\d{1,9}$)/i;

/** Only addresses that a browser opens without running anything, and our own: people who are mentioned, and tasks by their key. */
export const safeUrl = (url: string) => (safe.test(url) ? url : '');

/** Makes links of task keys such as WEB-42, in the tree, so that those in code or in links stay as they are. */
const remarkTaskKeys = () => (tree: Parameters<typeof findAndReplace>[0]) =>
  findAndReplace(
    tree,
    [/\b[A-Z][A-Z0-9]{1,7}-\d{1,7}\b/g, (key: string) => ({ type: 'link', url: `/t/${key}`, children: [{ type: 'text', value: key }] })],
    { ignore: ['link', 'linkReference'] },
  );

/** A link within Baton goes through the router, so that the page stays. */
function OwnLink({ to, children }: { to: string; children: ReactNode }) {
  return useInRouterContext() ? <Link to={to}>{children}</Link> : <a href={to}>{children}</a>;
}

const plugins = [remarkGfm, remarkTaskKeys];

/** Renders Markdown from its syntax tree: raw HTML stays text, foreign pictures are links, checkboxes can be ticked. */
export function Markdown({ text, onToggle }: { text: string; onToggle?: (n: number) => void }) {
  const components = useMemo<Components>(() => {
    return {
      a: ({ href, children }) =>
        href?.startsWith('person:') ? (
          <bdi className={css.mention}>{children}</bdi>
        ) : href?.startsWith('/t/') ? (
          <OwnLink to={href}>{children}</OwnLink>
        ) : href && toolOf(href) ? (
          <a className={css.card} href={href} target="_blank" rel="noopener noreferrer nofollow ugc">
            <span className={css.tool}>{toolOf(href)?.tool}</span>{' '}
            {children === href || String(children) === href ? toolOf(href)?.title : children}
          </a>
        ) : href ? (
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
      <ReactMarkdown remarkPlugins={plugins} urlTransform={safeUrl} components={components}>
        {text}
      </ReactMarkdown>
    </div>
  );
}
