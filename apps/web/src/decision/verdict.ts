/** What a check of one board's chain of seals found. */
export interface Verdict {
  boardKey: string;
  links: number;
  faults: string[];
}

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** What a check of seals found, in a sentence or two. */
export function verdictInWords(verdicts: readonly Verdict[]): string {
  const sealed = verdicts.filter(({ links, faults }) => links > 0 || faults.length > 0);
  if (sealed.length === 0) return 'There is nothing to verify yet.';
  const faults = sealed.flatMap(({ boardKey, faults: own }) => own.map((fault) => (verdicts.length > 1 ? `${boardKey}: ${fault}` : fault)));
  if (faults.length > 0) return faults.join(' ');
  const links = sealed.reduce((sum, verdict) => sum + verdict.links, 0);
  const where = verdicts.length > 1 ? count(sealed.length, 'board', 'boards') : 'this board';
  return links === 1
    ? `The one link of ${where} fits. Nothing was changed after it was sealed.`
    : `All ${links} links of ${where} fit. Nothing was changed after it was sealed.`;
}
