import css from './Emoji.module.css';

/** One of the workspace's own emoji, in the size of the words around it. */
export function EmojiImage({ name, url, size = 20 }: { name: string; url: string; size?: number }) {
  return <img className={css.image} src={url} alt={`:${name}:`} title={`:${name}:`} width={size} height={size} draggable={false} />;
}
