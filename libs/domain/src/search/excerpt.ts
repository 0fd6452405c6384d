import type { Match } from './hit';
import { type Term, spokenIn } from './words';

/** What counts as found in a text: words that begin like one of these, and these very words. */
export interface Sought {
  terms: readonly Term[];
  /** Other forms of the words, and words that were perhaps meant. */
  others: ReadonlySet<string>;
}

/** Whether a word of a text is one that was looked for; a single letter only as a whole word. */
const begins = (word: string, term: string) => (term.length > 1 ? word.startsWith(term) : word === term);

/** Where a text says what was looked for, in order. */
export function matchesIn(text: string, { terms, others }: Sought): Match[] {
  const found: Match[] = [];
  for (const { word, letters, start, length } of spokenIn(text)) {
    if (letters)
      for (const term of terms) {
        for (let at = term.letters ? word.indexOf(term.word) : -1; at >= 0; at = word.indexOf(term.word, at + term.word.length))
          found.push([start + at, term.word.length]);
      }
    else if (others.has(word) || terms.some((term) => !term.letters && begins(word, term.word))) found.push([start, length]);
  }
  const inOrder = found.toSorted((a, b) => a[0] - b[0] || b[1] - a[1]);
  return inOrder.filter(([start], i) => i === 0 || start >= end(inOrder[i - 1]));
}
const end = (match: Match | undefined) => (match ? match[0] + match[1] : 0);

/** Markdown as one reads it: without marks, addresses of links and line breaks; a dot parts its paragraphs. Every pattern takes linear time. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/```[^\n`]{0,40}(?:\n|$)/g, '')
    .replace(/!?\[([^[\]\n]{0,500})\]\([^()\s]{0,2000}\)/g, '$1')
    .replace(/^[ \t]{0,20}(?:#{1,6}|>{1,6}|[-*+]|\d{1,9}[.)])[ \t]{1,20}(?:\[[ xX]\][ \t])?/gm, '')
    .replace(/(?<![\p{L}\p{N}*_~`])[*_~`]{1,3}(?=[^\s*_~`])|(?<=[^\s*_~`])[*_~`]{1,3}(?![\p{L}\p{N}*_~`])/gu, '')
    .trim()
    .replace(/\n\s*\n/g, ' · ')
    .replace(/\s+/g, ' ');
}

const isHalf = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** A place to cut at, at most so far from the wished one: a space, or else not within a character. */
function cutNear(text: string, at: number, towards: 1 | -1, most = 16): number {
  if (at <= 0) return 0;
  if (at >= text.length) return text.length;
  for (let i = 0; i <= most; i++) if (text[at + i * towards] === ' ') return at + i * towards + (towards === 1 ? 1 : 0);
  return isHalf(text.charCodeAt(at)) ? at - 1 : at;
}

/** The part of a Markdown text around the first word that was looked for, in plain words, and where such words lie in it; empty without any. */
export function excerptOf(markdown: string, sought: Sought, length = 160): { excerpt: string; matches: Match[] } {
  const text = plainText(markdown);
  const [first] = matchesIn(text, sought);
  if (!first) return { excerpt: '', matches: [] };
  const from = first[0] > length / 2 ? cutNear(text, first[0] - Math.floor(length / 3), 1) : 0;
  const to = cutNear(text, from + length, -1);
  const part = `${from > 0 ? '… ' : ''}${text.slice(from, Math.max(to, first[0] + first[1])).trimEnd()}`;
  const excerpt = to < text.length ? `${part} …` : part;
  return { excerpt, matches: matchesIn(excerpt, sought) };
}
