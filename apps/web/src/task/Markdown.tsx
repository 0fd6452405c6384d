import { findAndReplace } from 'mdast-util-find-and-replace';
import { type ReactNode, useMemo } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import { Link, useInRouterContext } from 'react-router-dom';
import remarkGfm from 'remark-gfm';
import { ownEmojiPattern } from '@baton/domain';
import { EmojiImage } from '../emoji/EmojiImage';
import { FileChip, Picture } from './FileView';
import { LinkCard } from './LinkCard';
import { toolOf } from './linkCards';
import { type MarkdownScene, useMarkdownScene } from './markdownScene';
import { useTaskName } from './taskNames';
import css from './Markdown.module.css';

const safe = /^(https?:|mailto:|person:[0-9a-f-]{36}$|file:[0-9a-f]{8}$|emoji:[a-z0-9_+-]{2,32}$|\/t\/[A-Z][A-Z0-9]{1,7}-\d{1,9}$)/i;

/** Only addresses that a browser opens without running anything, and our own: people, files, emoji, and tasks by their key. */
export const safeUrl = (url: string) => (safe.test(url) ? url : '');

type Tree = Parameters<typeof findAndReplace>[0];
interface Node {
  type: string;
  children?: Node[];
  checked?: boolean | null;
  position?: { start: { offset?: number } };
  data?: { hProperties?: Record<string, string> };
}

/** Makes links of task keys such as WEB-42, in the tree, so that those in code or in links stay as they are. */
const remarkTaskKeys = () => (tree: Tree) =>
  findAndReplace(
    tree,
    [/\b[A-Z][A-Z0-9]{1,7}-\d{1,7}\b/g, (key: string) => ({ type: 'link', url: `/t/${key}`, children: [{ type: 'text', value: key }] })],
    { ignore: ['link', 'linkReference'] },
  );

/** Makes pictures of the names of the workspace's own emoji. */
const remarkEmoji = (known: MarkdownScene['emoji']) => () => (tree: Tree) =>
  findAndReplace(tree, [
    ownEmojiPattern,
    (whole: string, name: string) => (known.has(name) ? { type: 'image', url: `emoji:${name}`, alt: whole } : false),
  ]);

/** Every node of the tree, the outer ones first. */
function* nodesIn(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children ?? []) yield* nodesIn(child);
}
const mark = (node: Node, name: string, value: string) => {
  node.data = { ...node.data, hProperties: { ...node.data?.hProperties, [name]: value } };
};

/** Marks a link that stands alone in its paragraph, which may be shown as a card. */
const remarkAlone = () => (tree: Tree) => {
  for (const { type, children = [] } of nodesIn(tree as unknown as Node)) {
    const [only, ...more] = children;
    if (type === 'paragraph' && only?.type === 'link' && more.length === 0) mark(only, 'data-alone', 'true');
  }
};

/** Marks a list item that has a box with the offset at which it begins, so that a tick changes that box and no other. */
const remarkBoxes = () => (tree: Tree) => {
  for (const node of nodesIn(tree as unknown as Node))
    if (node.type === 'listItem' && typeof node.checked === 'boolean') mark(node, 'data-box', String(node.position?.start.offset ?? ''));
};

/** A link within Baton goes through the router, so that the page stays. */
function OwnLink({ to, title, done, children }: { to: string; title?: string; done?: boolean; children: ReactNode }) {
  const facts = { ...(title && { title }), ...(done && { className: css.done }) };
  return useInRouterContext() ? (
    <Link to={to} {...facts}>
      {children}
    </Link>
  ) : (
    <a href={to} {...facts}>
      {children}
    </a>
  );
}

/** A task by its key; one that the reader may not see, or that is none, stays the word that it was. */
function TaskLink({ href, children }: { href: string; children: ReactNode }) {
  const { workspaceId } = useMarkdownScene();
  const key = href.slice('/t/'.length);
  const name = useTaskName(workspaceId, key);
  if (!name) return <>{children}</>;
  return (
    <OwnLink to={`/t/${name.current}`} title={`${name.title}${name.done ? ' (done)' : ''}`} done={name.done}>
      {children}
    </OwnLink>
  );
}

function Anchor({ href, alone, children }: { href: string | undefined; alone: boolean; children: ReactNode }) {
  const { people, files } = useMarkdownScene();
  const [kind = '', id = ''] = href?.split(':') ?? [];
  if (!href || kind === 'emoji') return <span>{children}</span>;
  // The name as it is now, not as whoever wrote it liked to have it.
  if (kind === 'person') return <bdi className={css.mention}>{people.has(id) ? `@${people.get(id) ?? ''}` : children}</bdi>;
  if (kind === 'file') {
    const file = files?.get(id);
    const words = typeof children === 'string' ? children : '';
    return file ? <FileChip file={file} label={words} /> : <NoFile words={words} away={files === null} />;
  }
  if (href.startsWith('/t/')) return <TaskLink href={href}>{children}</TaskLink>;
  const tool = toolOf(href);
  if (tool)
    return (
      <LinkCard href={href} link={tool} whole={alone}>
        {children}
      </LinkCard>
    );
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow ugc">
      {children}
    </a>
  );
}

/** Pictures of ours in place; a foreign one is a link, so that its server hears of nobody. */
function Image({ src, alt }: { src: string | undefined; alt: string | undefined }) {
  const { files, emoji } = useMarkdownScene();
  const [kind = '', id = ''] = src?.split(':') ?? [];
  const url = emoji.get(id);
  if (kind === 'emoji') return url ? <EmojiImage name={id} url={url} /> : <span>{alt}</span>;
  const file = files?.get(id);
  if (kind === 'file')
    return !file ? (
      <NoFile words={alt ?? ''} away={files === null} />
    ) : file.kind === 'picture' ? (
      <Picture file={file} caption={alt ?? ''} />
    ) : (
      <FileChip file={file} label={alt ?? ''} />
    );
  if (!src || !/^https?:/i.test(src)) return <span>{alt}</span>;
  return (
    <a href={src} target="_blank" rel="noopener noreferrer nofollow ugc">
      {alt || 'picture'}
    </a>
  );
}

/** A file that is not here: taken away, or shown only with its task. */
const NoFile = ({ words, away }: { words: string; away: boolean }) => (
  <span className={css.tool}>{away ? words || 'a picture' : 'a file that is no longer here'}</span>
);

/** Renders Markdown from its syntax tree: raw HTML stays text, foreign pictures are links, checkboxes can be ticked. */
export function Markdown({ text, onToggle }: { text: string; onToggle?: (offset: number) => void }) {
  const { emoji } = useMarkdownScene();
  const plugins = useMemo(() => [remarkGfm, remarkAlone, remarkBoxes, remarkTaskKeys, remarkEmoji(emoji)], [emoji]);
  const components = useMemo<Components>(
    () => ({
      a: ({ href, children, node }) => (
        <Anchor href={href} alone={node?.properties['data-alone'] === 'true'}>
          {children}
        </Anchor>
      ),
      img: ({ src, alt }) => <Image src={typeof src === 'string' ? src : undefined} alt={alt} />,
      input: ({ checked }) => (
        <input
          type="checkbox"
          checked={!!checked}
          readOnly={!onToggle}
          disabled={!onToggle}
          aria-label={checked ? 'done' : 'not done'}
          onChange={(e) => onToggle?.(Number(e.currentTarget.closest<HTMLElement>('[data-box]')?.dataset['box']))}
        />
      ),
    }),
    [onToggle],
  );
  return (
    <div className={css.markdown} data-markdown dir="auto">
      <ReactMarkdown remarkPlugins={plugins} urlTransform={safeUrl} components={components}>
        {text}
      </ReactMarkdown>
    </div>
  );
}
