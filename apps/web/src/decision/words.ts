import {
  type Decision,
  type DecisionLine,
  type DecisionMode,
  type DecisionPage,
  type DecisionState,
  type DecisionStep,
  type Hearing,
  type Reversibility,
  type StanceKind,
  decisionName,
  offsetAt,
} from '@baton/domain';
import { momentInShort, momentInWords, placeOf } from '../time/deadlineWords';
import { dayInWords } from '../time/words';

export const modeWords: Record<DecisionMode, { name: string; hint: string }> = {
  record: { name: 'Record', hint: 'It is decided already: who, when and why.' },
  advice: { name: 'Advice', hint: 'One person decides, after everybody named had time to say what they think.' },
  lazy: { name: 'Unless somebody objects', hint: 'It passes when everybody had time to hear it, and nobody objected.' },
  consent: { name: 'Consent', hint: 'It passes when none of at most seven named people objects.' },
};
export const reversibilityWords: Record<Reversibility, string> = {
  easy: 'easy to undo',
  costly: 'costly to undo',
  'one way': 'cannot be undone',
};
export const stanceWords: Record<StanceKind, { verb: string; said: string }> = {
  agree: { verb: 'Agree', said: 'agrees' },
  concern: { verb: 'Agree with a concern', said: 'agrees with a concern' },
  object: { verb: 'Object', said: 'objects' },
  abstain: { verb: 'Abstain', said: 'abstains' },
  'need information': { verb: 'I need to know more', said: 'needs to know more' },
};
export const stateWords: Record<DecisionState, string> = {
  draft: 'Draft',
  open: 'Open for input',
  awaiting: 'Waits for its decider',
  contested: 'Objected to',
  decided: 'In force',
  adopted: 'In force',
  withdrawn: 'Withdrawn',
  superseded: 'Superseded',
  retired: 'No longer holds',
};
export const stepVerbs: Record<DecisionStep, string> = {
  edit: 'Change it',
  open: 'Open for input',
  record: 'Put on record',
  stance: 'Say what you think',
  inform: 'Answer what they need to know',
  invite: 'Ask somebody else too',
  'replace decider': 'Another decider',
  decide: 'Decide',
  convert: 'Let one person decide',
  withdraw: 'Withdraw',
  uphold: 'Still right',
  retire: 'It no longer holds',
  trigger: 'Report what would change it',
  erratum: 'Add an erratum',
  correct: 'Correct the record',
  dissent: 'Note that you disagree',
  redact: 'Take a text out',
  link: 'Link tasks',
};

/** A person's zone, for saying a time in theirs where it differs. */
type Place = { zone: string } | undefined;

/** "Tue 13:00", with the other person's clock beside it where it differs. */
export function momentFor(at: number, reader: string, now: number, other: Place = undefined): string {
  const here = momentInShort(at, reader, now);
  if (!other || offsetAt(other.zone, at) === offsetAt(reader, at)) return here;
  return `${here} (${momentInWords(at, other.zone, now).split(' ').slice(-1)[0] ?? ''} ${placeOf(other.zone)})`;
}

const list = (names: readonly string[]) => new Intl.ListFormat('en-GB').format(names);

/** Who was heard by what they said, who by silence, and who was not. */
export function hearingInWords(hearings: readonly Hearing[], nameOf: (id: string) => string): string[] {
  const names = (of: Hearing[]) => list(of.map(({ personId }) => nameOf(personId)));
  const silent = hearings.filter(({ heard, stance }) => heard && !stance);
  const unheard = hearings.filter(({ heard }) => !heard);
  return [
    ...(silent.length > 0 ? [`No objection, and was heard: ${names(silent)}.`] : []),
    ...(unheard.length > 0 ? [`Not heard: ${names(unheard)}.`] : []),
  ];
}

/** Where a decision stands, in one sentence or two. */
export function standingInWords(page: DecisionPage, reader: string, now: number): string {
  const { decision, standing } = page;
  const person = (id: string | null) => page.people.find((one) => one.id === id);
  const decider = person(decision.deciderId);
  const by = standing.decideBy === null ? '' : `, by ${momentFor(standing.decideBy, reader, now, decider)}`;
  switch (standing.state) {
    case 'draft':
      return 'A draft that only you see. Open it when it says what you mean.';
    case 'open':
      return `Open for input. Closes when everybody had their time: ${momentFor(standing.closesAt ?? now, reader, now)}.${
        decision.mode === 'advice'
          ? ` Then ${decider?.name ?? 'somebody'} decides${by}.`
          : ' Silence counts only for those who were at work.'
      }`;
    case 'awaiting':
      return `Input is closed. ${decider?.name ?? 'Somebody'} decides${by}.`;
    case 'contested':
      return decision.mode === 'consent'
        ? 'Somebody objects. Change the proposal, withdraw it, or let one person decide.'
        : `Somebody objects. ${decider?.name ?? 'Somebody'} settles it with a written answer${by}.`;
    case 'decided':
    case 'adopted':
      return inForceInWords(decision, decider?.name ?? 'somebody', reader, now);
    case 'withdrawn':
      return `Withdrawn: ${decision.whyWithdrawn}`;
    case 'superseded':
      return 'This does not hold any more: a later decision took its place.';
    case 'retired':
      return `This does not hold any more: ${decision.afterwards.findLast(({ kind }) => kind === 'retired')?.text ?? ''}`;
    default:
      return standing.state satisfies never;
  }
}

function inForceInWords(decision: Decision, decider: string, reader: string, now: number): string {
  const at = decision.outcome ? momentInShort(Date.parse(decision.outcome.decidedAt), reader, now) : '';
  const how = decision.outcome?.as === 'adopted' ? `Passed without objection ${at}.` : `Decided by ${decider} ${at}.`;
  return decision.reviewOn ? `${how} Looked at again ${dayInWords(decision.reviewOn, new Date(now).toISOString().slice(0, 10))}.` : how;
}

/** A line of the log in a few words: what is next for it, or when it was settled. */
export function lineInWords(line: DecisionLine, reader: string, now: number): string {
  const at = (iso: string | null) => (iso === null ? '' : momentInShort(Date.parse(iso), reader, now));
  switch (line.state) {
    case 'draft':
      return 'draft';
    case 'open':
      return `closes ${at(line.closesAt)}`;
    case 'awaiting':
    case 'contested':
      return `${line.deciderName ?? 'somebody'} decides ${line.overdue ? 'since' : 'by'} ${at(line.decideBy)}`;
    case 'decided':
    case 'adopted':
      return line.reviewDue ? 'still right?' : `${line.state === 'adopted' ? 'passed' : (line.deciderName ?? '')} ${at(line.decidedAt)}`;
    case 'withdrawn':
      return 'withdrawn';
    case 'superseded':
      return line.supersededByNumber ? `superseded by ${decisionName(line.supersededByNumber)}` : 'superseded';
    case 'retired':
      return 'no longer holds';
    default:
      return line.state satisfies never;
  }
}

/** What a version changed of the one before, by name. */
export function changedParts(decision: Decision, index: number): string[] {
  const [before, after] = [decision.versions[index - 1], decision.versions[index]];
  if (!before || !after) return [];
  const parts = {
    question: 'question',
    context: 'context',
    options: 'options',
    recommendation: 'recommendation',
    because: 'reason',
    deciderId: 'decider',
  } as const;
  return (Object.keys(parts) as (keyof typeof parts)[])
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map((key) => parts[key]);
}
