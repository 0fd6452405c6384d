import { type Decision, redactable } from '@baton/domain';

type Versions = Pick<Decision, 'versions'>;

const parts = {
  question: 'question',
  context: 'context',
  options: 'options',
  recommendation: 'recommendation',
  because: 'reason',
  deciderId: 'decider',
} as const;

/** A part of the proposal that a version changed, and what it said before. */
export interface ChangedPart {
  name: string;
  before: string;
}

/** What a version changed of the one before, part by part. */
export function changedParts({ versions }: Versions, index: number, nameOf: (id: string) => string): ChangedPart[] {
  const [before, after] = [versions[index - 1], versions[index]];
  if (!before || !after) return [];
  const said: Record<keyof typeof parts, string> = {
    question: before.question,
    context: before.context,
    options: before.options
      .map(({ text, good, bad }) => [text, good && `Good: ${good}`, bad && `Bad: ${bad}`].filter(Boolean).join('. '))
      .join('\n'),
    recommendation: before.recommendation,
    because: before.because,
    deciderId: before.deciderId ? nameOf(before.deciderId) : '',
  };
  return (Object.keys(parts) as (keyof typeof parts)[])
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map((key) => ({ name: parts[key], before: said[key] }));
}

const fields: Record<string, string> = {
  question: 'the question',
  context: 'what one should know',
  recommendation: 'what was proposed',
  because: 'the reason',
  whatIsNew: 'what is new',
  choice: 'what was decided',
  consequences: 'what follows from it',
  conditions: 'the conditions',
  reviewTrigger: 'when to look again',
  text: 'the words',
  good: 'what is good about it',
  bad: 'what is bad about it',
  reason: 'the reason',
  resolves: 'what would resolve it',
};

/** Where a text stands in a record, in words: "/stances/0/reason" is "what Asha thinks: the reason". */
export function placeInWords(decision: Decision, path: string, nameOf: (id: string) => string): string {
  const [first = '', second = '', ...rest] = path.slice(1).split('/');
  const last = fields[rest.at(-1) ?? second] ?? 'a text';
  const index = Number(second);
  switch (first) {
    case 'options':
      return `option ${index + 1}: ${last}`;
    case 'versions': {
      const inOption = rest[0] === 'options' ? `, option ${Number(rest[1]) + 1}` : '';
      return `version ${decision.versions[index]?.version ?? index + 1}${inOption}: ${last}`;
    }
    case 'stances':
      return `what ${nameOf(decision.stances[index]?.personId ?? '')} thinks: ${rest[0] === 'informed' ? 'the answer to it' : last}`;
    case 'outcome':
      return second === 'answers'
        ? `the answer to ${nameOf(decision.outcome?.answers[Number(rest[0])]?.personId ?? '')}`
        : `outcome: ${last}`;
    case 'history':
      return 'why it was changed on the way';
    default:
      return fields[first] ?? 'a text';
  }
}

const shown = 60;
/** The texts of a record that can be taken out: where each stands, and how it begins. */
export function textsOf(decision: Decision, nameOf: (id: string) => string): { value: string; label: string }[] {
  const found: { value: string; label: string }[] = [];
  const walk = (value: unknown, path: string) => {
    if (typeof value === 'string') {
      if (value !== '' && redactable.test(path))
        found.push({ value: path, label: `${placeInWords(decision, path, nameOf)}: ${value.slice(0, shown)}` });
    } else if (value !== null && typeof value === 'object') for (const [key, item] of Object.entries(value)) walk(item, `${path}/${key}`);
  };
  walk(decision, '');
  return found;
}
