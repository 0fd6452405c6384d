/** What a check of one board's chain of seals found. */
export interface Verdict {
  boardKey: string;
  links: number;
  faults: string[];
}

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** What a check of the seals of one board, or of several, found: a sentence or two. */
export function verdictInWords(verdicts: readonly Verdict[], ofBoard: boolean): string {
  const sealed = verdicts.filter(({ links, faults }) => links > 0 || faults.length > 0);
  if (sealed.length === 0) return 'There is nothing to verify yet.';
  const faults = sealed.flatMap(({ boardKey, faults: own }) => own.map((fault) => (ofBoard ? fault : `${boardKey}: ${fault}`)));
  if (faults.length > 0) return faults.join(' ');
  const links = sealed.reduce((sum, verdict) => sum + verdict.links, 0);
  const where = ofBoard ? 'this board' : count(sealed.length, 'board', 'boards');
  return links === 1
    ? `The one link of ${where} fits. Nothing was changed after it was sealed.`
    : `All ${links} links of ${where} fit. Nothing was changed after it was sealed.`;
}
