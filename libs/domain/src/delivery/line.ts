import { type AskWant, wantVerbs } from '../conversation/ask';
import type { Cause } from './cause';

/** What the sentence of a line is made of; a name or words that are not there are empty. */
export interface LineWords {
  /** Whoever did it. */
  by: string;
  /** Somebody else whom it names. */
  other: string;
  /** What was asked, answered or written. */
  words: string;
  want: AskWant;
  /** A deadline or a day, in words; empty for none. */
  when: string;
  /** There was none before. */
  first: boolean;
}

const after = (lead: string, words: string) => (words ? `${lead}: ${words}` : lead);
const asked = ({ by, want, words }: LineWords) => after(want === 'answer' ? `${by} asks` : `${by} asks you to ${wantVerbs[want]}`, words);

const deadline = ({ by, when, words, first }: LineWords) =>
  after(
    when === '' ? `${by} took the deadline off` : first ? `${by} set the deadline: ${when}` : `${by} moved the deadline to ${when}`,
    words,
  );

/** How each cause is told, in plain words. */
export const lineSentences: Record<Cause, (line: LineWords) => string> = {
  ask: asked,
  'ask-blocking': ({ by, words }) => after(`${by} cannot go on without your answer`, words),
  'ask-reopened': ({ by, words }) => after(`${by} says what is still missing`, words),
  'ask-offered': ({ by, words }) => after(`${by} asks you to answer instead`, words),
  'ask-returned': ({ by, words }) => after(`${by} cannot answer for you, so it is yours again`, words),
  'ask-nudge': ({ by, words }) => after(`${by} still waits for your answer`, words),
  'ask-more-time': ({ by, when, words }) => after(`${by} needs until ${when}`, words),
  'ask-declined': ({ by, words }) => after(`${by} declines`, words),
  'ask-silent': ({ other, words }) => after(`No answer from ${other} in time. Choose what happens`, words),
  'ask-open': ({ by, words }) => after(`${by} asks any of you`, words),
  'ask-pool': ({ by, words }) => after(`Nobody took what ${by} asks`, words),
  'ask-talk': ({ by, words }) => after(`${by} would like to talk`, words),
  'ask-answered': ({ by, words }) => after(`${by} answered`, words),
  'ask-outcome': ({ by, words }) => after(`What came of the talk, from ${by}`, words),
  'ask-deferred': ({ by, when }) => `${by} answers later, by ${when}`,
  'ask-time': ({ by, when }) => `${by} answered about your time: it is ${when}`,
  'ask-taken': ({ by, words }) => after(`${by} takes it over and answers you`, words),
  'ask-proceeded': ({ by, words }) => after(`${by} went ahead`, words),
  'handoff-offered': ({ by }) => `${by} offers you this task`,
  'handoff-returned': ({ other }) =>
    other ? `${other} did not take the task, so it stays yours` : 'Nobody took the task, so it stays yours',
  'handoff-accepted': ({ by }) => `${by} took the task over`,
  'owner-given': ({ by }) => `${by} made you the owner`,
  'owner-taken': ({ by, other }) => (other ? `${by} made ${other} the owner` : `${by} took the task off you`),
  'owner-changed': ({ by, other }) =>
    other === by ? `${by} owns it now` : other ? `${other} owns it now, says ${by}` : `${by} left it without an owner`,
  'deadline-changed': deadline,
  'deadline-told': deadline,
  'deadline-countered': ({ by, when, words }) => after(`${by} can do ${when} instead`, words),
  'deadline-answered': ({ by, when }) => `${by} answered your proposal: the deadline is ${when || 'gone'}`,
  'waits-for-you': ({ by, words }) => after(`${by} waits for you`, words),
  'check-back': ({ other, words }) => after(`Look again whether ${other} is done`, words),
  'due-soon': ({ when }) => `Due ${when}`,
  'due-today': ({ when }) => `Due ${when}`,
  overdue: ({ other, when }) => `Was due ${when}${other ? `, with ${other}` : ''}`,
  'overdue-long': ({ other, when }) => `Late since ${when}${other ? `, with ${other}` : ', and nobody owns it'}`,
  mention: ({ by, words }) => after(`${by} mentions you`, words),
  update: ({ by, words }) => after(`Update from ${by}`, words),
  blocked: ({ by, words }) => after(`${by} cannot go on`, words),
  'decision-input': ({ by, words }) => after(`${by} asks for your view`, words),
  'decision-again': ({ by, words }) => after(`${by} changed the proposal`, words),
  'decision-closing': ({ when, words }) => after(`Closes ${when}, without your view so far`, words),
  'decision-yours': ({ words }) => after('It is yours to decide', words),
  'decision-review': ({ words }) => after('Still right?', words),
  'decision-affects': ({ words }) => after('Decided, and it concerns your task', words),
  'decision-outcome': ({ words }) => after('Decided', words),
  'decision-changed': ({ by, words }) => after(`${by} withdrew the proposal`, words),
  'check-in': ({ words, when }) => `${words}: yours to answer until ${when}`,
  urgent: ({ by, words }) => after(`${by} needs you now`, words),
  'was-urgent': ({ by, words }) => after(`${by} used urgent more often than the house rules say`, words),
};

/** The longest that a line says. */
const longest = 120;

/** What a line says, cut at a word. */
export function lineText(cause: Cause, line: LineWords): string {
  const plain = lineSentences[cause](line).replace(/\s+/g, ' ').trim();
  const points = [...plain];
  if (points.length <= longest) return plain;
  const cut = points.slice(0, longest - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > longest / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
