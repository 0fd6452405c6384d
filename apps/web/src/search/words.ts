import type { HitKind, HitState, SearchAnswer, SearchHit } from '@baton/domain';

/** What can be found, in the words of a filter. */
export const kindWords: { value: HitKind; label: string }[] = [
  { value: 'task', label: 'Tasks' },
  { value: 'comment', label: 'Comments' },
  { value: 'ask', label: 'Asks and blockers' },
  { value: 'decision', label: 'Decisions' },
  { value: 'checklist', label: 'Checklists' },
];
const oneOf: Record<HitKind, string> = { task: 'Task', comment: 'Comment', ask: 'Ask', decision: 'Decision', checklist: 'Checklist' };
/** What a hit is, in a word. */
export const kindOf = ({ kind }: SearchHit) => oneOf[kind];

/** Where the work stands, in the words of a filter. */
export const stateWords: { value: HitState; label: string }[] = [
  { value: 'queued', label: 'Waiting to be started' },
  { value: 'active', label: 'Being worked on' },
  { value: 'done', label: 'Done' },
  { value: 'dropped', label: 'Will not be done' },
  { value: 'archived', label: 'Archived' },
];

/** WEB-42, or D-42 of a board's decisions. */
export const nameOf = ({ kind, boardKey, number }: SearchHit) => (kind === 'decision' ? `D-${number}` : `${boardKey}-${number}`);

/** Where a hit opens: a task beside its board, at the very comment or step; a decision on its page. */
export function addressOf({ kind, id, boardKey, number }: SearchHit): string {
  if (kind === 'decision') return `/b/${boardKey}/d/${number}`;
  const place = kind === 'comment' || kind === 'ask' ? `#c-${id}` : kind === 'checklist' ? `#s-${id}` : '';
  return `/b/${boardKey}/${number}${place}`;
}

/** How much was found, in a sentence. */
export function countOf({ hits, more, nearOnly }: SearchAnswer): string {
  if (hits.length === 0) return 'Nothing has these words.';
  const count = hits.length === 1 ? '1 result' : `${hits.length} results`;
  if (nearOnly) return `Nothing says exactly this. ${count} near to it:`;
  return more ? `The best ${hits.length}. Another word, or a filter, shows others.` : count;
}
