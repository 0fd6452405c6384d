import { type ColumnClass, columnClasses } from '../board';
import type { Day } from '../time/day';

export const hitKinds = ['task', 'comment', 'ask', 'decision', 'checklist'] as const;
/** What was found. Blockers count as asks: both say what somebody waits for. */
export type HitKind = (typeof hitKinds)[number];

/** Where the work stands that it belongs to: its column's meaning, or put away. */
export type HitState = ColumnClass | 'archived';
export const hitStates: readonly HitState[] = [...columnClasses, 'archived'];

/** Part of a text: start and length in UTF-16 units. */
export type Match = [start: number, length: number];

/** Something that was found, with the words around what was looked for. Instants as ISO text. */
export interface SearchHit {
  kind: HitKind;
  id: string;
  taskId: string | null;
  boardId: string;
  boardKey: string;
  boardName: string;
  /** The 42 of WEB-42, or of D-42 for a decision. */
  number: number;
  /** Of the task that it belongs to; a decision's question. */
  title: string;
  titleMatches: Match[];
  /** The title has everything that was looked for, and is what was found. */
  inTitle: boolean;
  /** Empty where nothing but the title says it. */
  excerpt: string;
  matches: Match[];
  /** Who wrote it; null when nobody here did. */
  authorName: string | null;
  ownerName: string | null;
  state: HitState;
  at: string;
}

/** What was found, best first. */
export interface SearchAnswer {
  hits: SearchHit[];
  /** Nothing says these very words: what is shown is near to them in spelling. */
  nearOnly: boolean;
  /** There is more than is shown. */
  more: boolean;
}

/** What is looked for among; absent or null for everything. */
export interface SearchFilter {
  boardId?: string | null;
  /** Who owns the task, or decides. */
  ownerId?: string | null;
  kind?: HitKind | null;
  state?: HitState | null;
  /** Written on these days, both included, as the reader's zone has them. */
  since?: Day | null;
  until?: Day | null;
}

/** The board key and number of a query that is a task's key, such as web-42. */
export function keyIn(query: string): { boardKey: string; number: number } | null {
  const [, boardKey, number] = /^\s*([a-z][a-z0-9]{1,7})-(\d{1,9})\s*$/i.exec(query) ?? [];
  return boardKey && number ? { boardKey: boardKey.toUpperCase(), number: Number(number) } : null;
}

/** The number of a query that is a decision's name, such as D-42. */
export const decisionIn = (query: string): number | null => Number(/^\s*d-(\d{1,9})\s*$/i.exec(query)?.[1] ?? NaN) || null;

/** How well a title says what was looked for: 0 for exactly that, 1 where it begins so, 2 otherwise. */
const fitOf = ({ title }: SearchHit, query: string) => {
  const [said, asked] = [title.trim().toLowerCase(), query.trim().toLowerCase()];
  return said === asked ? 0 : said.startsWith(asked) ? 1 : 2;
};

/** Best first: titles before what lies within, what is in use before what was put away, then the newest. */
export function byWorth(query: string): (a: SearchHit, b: SearchHit) => number {
  const worth = (hit: SearchHit) => [hit.inTitle ? 0 : 1, hit.inTitle ? fitOf(hit, query) : 0, hit.state === 'archived' ? 1 : 0];
  return (a, b) => {
    const [mine, theirs] = [worth(a), worth(b)];
    const at = mine.findIndex((value, i) => value !== theirs[i]);
    return at >= 0 ? (mine[at] ?? 0) - (theirs[at] ?? 0) : a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1;
  };
}
