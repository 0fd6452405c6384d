/** House rules: how soon people answer, in their own working time. Hours are working hours, days are working days. */
export interface Norms {
  /** Working days for an ask: "by the end of your next working day" is 1. */
  askDays: number;
  /** Working hours for what blocks somebody. */
  blockingHours: number;
  /** Days of exposure before a decision can close. */
  decisionDays: number;
  /** Working days to accept or question a handoff. */
  handoffDays: number;
  /** Working hours that an explicit time must leave. */
  minNoticeHours: number;
  /** Days of exposure before silence counts. */
  silenceDays: number;
  /** Working days without a move after which a task is stale. */
  staleDays: number;
}

export const defaultNorms: Norms = {
  askDays: 1,
  blockingHours: 4,
  decisionDays: 2,
  handoffDays: 1,
  minNoticeHours: 2,
  silenceDays: 1,
  staleDays: 5,
};

/** The rules in force: the board's where it has its own, else the workspace's, else Baton's. */
export const normsOf = (...overrides: (Partial<Norms> | null | undefined)[]): Norms =>
  Object.assign({}, defaultNorms, ...overrides) as Norms;

/** What is wrong with rules as they were sent, as a sentence; null when nothing is. */
export function faultInNorms(norms: Record<string, unknown>): string | null {
  for (const [name, value] of Object.entries(norms)) {
    if (!(name in defaultNorms)) return `"${name.slice(0, 40)}" is not one of the house rules.`;
    if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0 || value > 60) return 'A house rule is a number from 1 to 60.';
  }
  return null;
}

const days = (n: number) => (n === 1 ? 'end of your next working day' : `end of your ${ordinal(n)} working day`);
const ordinal = (n: number) => {
  const words = ['', 'next', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'];
  return words[n] ?? `${n}th`;
};
const count = (n: number, unit: string) => `${n} working ${unit}${n === 1 ? '' : 's'}`;

/** The rules in one line, for the top of a board. */
export const normsLine = (norms: Norms): string =>
  `Asks: ${days(norms.askDays)}. Blocking: ${count(norms.blockingHours, 'hour')}. Decisions: ${count(norms.decisionDays, 'day')}. Nobody is expected online.`;
