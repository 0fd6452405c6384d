/** Pictures that every browser shows and that cannot run anything. All other content is only ever downloaded. */
export const pictureTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;
export type PictureType = (typeof pictureTypes)[number];

/** How a file is shown: a picture in place, a file to download, or a link to where it stayed. */
export type FileKind = 'picture' | 'file' | 'link';

/** How a text names a file: the first block of its id, which is enough within a task and short enough to read over. */
export const fileRef = (id: string): string => id.slice(0, 8);
const linkPattern = /\]\(file:([0-9a-f]{8})\)/g;
/** The words in brackets; what would end or open a bracket is left out. */
const words = (text: string) => text.replace(/[[\]\\\r\n]/g, ' ').trim();

/** A file as a text shows it: `![caption](file:<ref>)` for a picture, `[name](file:<ref>)` for any other. */
export const fileLink = (file: { id: string; kind: string; name: string }, caption = ''): string =>
  file.kind === 'picture' ? `![${words(caption)}](file:${fileRef(file.id)})` : `[${words(caption || file.name)}](file:${fileRef(file.id)})`;

/** The files that a text shows, each once, by their refs. */
export const filesIn = (text: string): string[] => [...new Set([...text.matchAll(linkPattern)].map((found) => found[1] ?? ''))];

const entryOf = (ref: string) => new RegExp(`(!?)\\[([^\\]]*)\\]\\(file:${ref}\\)`);

/** What a text says of a file: its caption, or the name that it gives it; null when the text does not show it. */
export const captionIn = (text: string, ref: string): string | null => entryOf(ref).exec(text)?.[2] ?? null;

/** The text with another caption for a file. */
export const withCaption = (text: string, ref: string, caption: string): string =>
  text.replace(entryOf(ref), (_, mark: string) => `${mark}[${words(caption)}](file:${ref})`);

/** The text without a file, and without the empty line that it stood on. */
export const withoutFile = (text: string, ref: string): string =>
  text
    .replace(new RegExp(`^[ \\t]*!?\\[[^\\]]*\\]\\(file:${ref}\\)[ \\t]*(\\n\\n?|$)`, 'gm'), '')
    .replace(new RegExp(`!?\\[[^\\]]*\\]\\(file:${ref}\\)`, 'g'), '');

/** A file's name without paths, control characters and marks that turn the direction of writing, by which an ending is hidden. */
export function cleanFileName(name: string, most: number): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '').trim();
  const points = [...plain];
  if (points.length <= most) return plain === '' || /^\.+$/.test(plain) ? 'file' : plain;
  // The ending says what it is, so it stays.
  const ending = /\.[^.]{1,12}$/.exec(plain)?.[0] ?? '';
  return points.slice(0, most - [...ending].length).join('') + ending;
}
