/** Pictures that every browser shows and that cannot run anything. All other content is only ever downloaded. */
export const pictureTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;
export type PictureType = (typeof pictureTypes)[number];

/** How a file is shown: a picture in place, a file to download, or a link to where it stayed. */
export type FileKind = 'picture' | 'file' | 'link';

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const linkPattern = new RegExp(`\\]\\(file:(${uuid})\\)`, 'g');
/** The words in brackets; what would end or open a bracket is left out. */
const words = (text: string) => text.replace(/[[\]\\\r\n]/g, ' ').trim();

/** A file as a text names it: `![caption](file:<id>)` for a picture, `[name](file:<id>)` for any other. */
export const fileLink = (file: { id: string; kind: FileKind; name: string }, caption = ''): string =>
  file.kind === 'picture' ? `![${words(caption)}](file:${file.id})` : `[${words(caption || file.name)}](file:${file.id})`;

/** The files that a text shows, each once. */
export const filesIn = (text: string): string[] => [...new Set([...text.matchAll(linkPattern)].map((found) => found[1] ?? ''))];

const entryOf = (id: string) => new RegExp(`(!?)\\[([^\\]]*)\\]\\(file:${id}\\)`);

/** What a text says of a file: its caption, or the name that it gives it; null when the text does not show it. */
export const captionIn = (text: string, id: string): string | null => entryOf(id).exec(text)?.[2] ?? null;

/** The text with another caption for a file. */
export const withCaption = (text: string, id: string, caption: string): string =>
  text.replace(entryOf(id), (_, mark: string) => `${mark}[${words(caption)}](file:${id})`);

/** The text without a file, and without the empty line that it stood on. */
export const withoutFile = (text: string, id: string): string =>
  text
    .replace(new RegExp(`^[ \\t]*!?\\[[^\\]]*\\]\\(file:${id}\\)[ \\t]*(\\n\\n?|$)`, 'gm'), '')
    .replace(new RegExp(`!?\\[[^\\]]*\\]\\(file:${id}\\)`, 'g'), '');

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
