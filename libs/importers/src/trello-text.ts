import { lengthOf } from '@baton/domain';

/** Nothing to see in it: spaces, and characters such as U+200E that take no room. */
export const isBlank = (text: string) => /^[\p{Z}\p{Cc}\p{Cf}\u3164\u2800]*$/u.test(text);

/** A name on one line. */
export const oneLine = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');

/** The text, or its beginning with an ellipsis when it is longer than `most` code points. */
export function shortened(text: string, most: number): string {
  // A code point is at most two units, so the rest of a very long text is not looked at.
  const start = text.slice(0, most * 2);
  if (start.length === text.length && lengthOf(text) <= most) return text;
  return `${[...start].slice(0, most - 1).join('')}…`;
}

/**
 * Markdown as other renderers read it. Trello writes escapes as backslash, character, U+200C, and gives links a title that is
 * invisible or says "smartCard-inline"; seen in exports from 2021 on.
 */
export const plainMarkdown = (text: string) =>
  text
    .replace(/\\([!-/:-@[-`{-~])\u200C/g, '\\$1')
    .replace(/\\(.)\u200C/gu, '$1')
    .replace(/(\]\([^()\s]+) "(?:[\u200B-\u200F\u2060\uFEFF]*|smartCard-[a-z]+)"\)/g, '$1)');

/** The address when it is http or https and has no blanks; a database constraint asks for the same. */
export function webAddress(text: string): string | null {
  const address = text.trim();
  return /^https?:\/\/\S+$/i.test(address) && address.length <= 8_192 && URL.canParse(address) ? address : null;
}

/** The instant at which Trello made a 24-digit id: its first eight hexadecimal digits are seconds since 1970. */
export function instantOfId(id: string): string | null {
  if (!/^[0-9a-f]{24}$/i.test(id)) return null;
  const seconds = Number.parseInt(id.slice(0, 8), 16);
  // Before Trello existed, or in the far future, an id was not made by a clock.
  return seconds > 1_293_840_000 && seconds < 4_102_444_800 ? new Date(seconds * 1000).toISOString() : null;
}
