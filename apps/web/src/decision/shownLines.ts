import { type DecisionFilter, type DecisionLine, decisionName, inFilter } from '@baton/domain';

/** What does not hold any more, or never did. */
export const isPast = ({ state }: DecisionLine) => state === 'superseded' || state === 'retired' || state === 'withdrawn';

const wordsOf = (line: DecisionLine) =>
  `${decisionName(line.number)} ${line.question} ${line.choice} ${line.boardName} ${line.boardKey} ${line.deciderName ?? ''} ${line.proposerName}`.toLowerCase();

/** Whether a line itself says every one of some words. */
export function matches(line: DecisionLine, typed: string): boolean {
  const text = wordsOf(line);
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The lines of a part of the log that say some words, or whose record does, as the server found; newest first. */
export function shownLines(
  lines: readonly DecisionLine[],
  found: readonly DecisionLine[],
  { filter, typed }: { filter: DecisionFilter | null; typed: string },
): DecisionLine[] {
  const known = new Set(lines.map(({ id }) => id));
  const inRecord = new Set(found.map(({ id }) => id));
  return [...lines, ...found.filter(({ id }) => !known.has(id))].filter(
    (line) => (!filter || inFilter(line, filter)) && (typed.trim() === '' || matches(line, typed.trim()) || inRecord.has(line.id)),
  );
}
