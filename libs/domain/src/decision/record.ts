import { type Afterword, type Decision, type DecisionOption, decisionName, isInForce } from './decision';

/** A value that JSON writes the same way everywhere. */
type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain };

/** JSON with sorted keys and no spaces, so that the same record is always the same bytes. */
export function canonicalJson(value: Plain): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object')
    return `{${Object.keys(value)
      .toSorted()
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`)
      .join(',')}}`;
  return JSON.stringify(value);
}

/** What is sealed when a decision comes into force: everything that was asked, said, and decided (D8). */
export function recordOf(decision: Decision): Plain {
  const { id, boardId, number, mode, reversibility, proposerId, deciderId, contributors, informedIds, openedAt, createdAt } = decision;
  const { question, context, options, recommendation, because, version, versions, stances, outcome, history } = decision;
  const record = {
    ...{ id, boardId, number, mode, reversibility, proposerId, deciderId, contributors, informedIds, openedAt, createdAt },
    ...{ question, context, options, recommendation, because, version, versions, stances, outcome, history },
    reopensId: decision.reopensId,
    supersedesId: decision.supersedesId,
    whatIsNew: decision.whatIsNew,
    closesAt: decision.closesAt,
    decideBy: decision.decideBy,
    workspaceId: decision.workspaceId,
    closesWish: decision.closesWish,
    closesFloor: decision.closesFloor,
    hideStances: decision.hideStances,
    blocking: decision.blocking,
    commentId: decision.commentId,
    whyWithdrawn: decision.whyWithdrawn,
    reviewTrigger: decision.reviewTrigger,
  };
  return JSON.parse(JSON.stringify(record)) as Plain;
}

/** One link of a board's chain: a record, or what was added to it afterwards. */
export const afterwordOf = (decision: Pick<Decision, 'id'>, index: number, afterword: Afterword): Plain =>
  JSON.parse(JSON.stringify({ of: decision.id, index, ...afterword })) as Plain;

/**
 * The record with every text replaced by its digest, so that a text can be taken out later and the record still verifies: `digests` holds,
 * by path, those of texts that were taken out.
 */
export function digested(value: Plain, digest: (text: string) => string, digests: ReadonlyMap<string, string>, path = ''): Plain {
  if (typeof value === 'string') return digests.get(path) ?? digest(value);
  if (Array.isArray(value)) return value.map((item, i) => digested(item, digest, digests, `${path}/${i}`));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, digested(item, digest, digests, `${path}/${key}`)]));
  return value;
}

/** The texts of a record that can be taken out: what people wrote, never who, when or how. */
export const redactable =
  /^\/(question|context|recommendation|because|whatIsNew|options\/\d+\/(text|good|bad)|versions\/\d+\/(question|context|recommendation|because|options\/\d+\/(text|good|bad))|stances\/\d+\/(reason|resolves|informed\/text)|outcome\/(choice|because|consequences|conditions|reviewTrigger|answers\/\d+\/text)|history\/\d+\/text)$/;

const fixed = { text: '[taken out]' };
/** The decision with one text taken out; null when there is no such text. */
export function withoutText(decision: Decision, path: string): { decision: Decision; removed: string } | null {
  if (!redactable.test(path)) return null;
  const copy = JSON.parse(JSON.stringify(decision)) as Record<string, unknown>;
  const keys = path.slice(1).split('/');
  const last = keys.pop() ?? '';
  let place: unknown = copy;
  for (const key of keys) place = place !== null && typeof place === 'object' ? (place as Record<string, unknown>)[key] : undefined;
  if (place === null || typeof place !== 'object') return null;
  const removed = (place as Record<string, unknown>)[last];
  if (typeof removed !== 'string' || removed === '' || removed === fixed.text) return null;
  (place as Record<string, unknown>)[last] = fixed.text;
  return { decision: copy as unknown as Decision, removed };
}

const statusWords: Record<Decision['state'], string> = {
  draft: 'draft',
  open: 'proposed',
  awaiting: 'proposed',
  contested: 'proposed',
  decided: 'accepted',
  adopted: 'accepted',
  withdrawn: 'rejected',
  superseded: 'superseded',
  retired: 'deprecated',
};

/** What an export needs besides the decision. */
export interface RecordScene {
  nameOf(personId: string): string;
  /** `WEB-42 Title` of a linked task. */
  taskOf(taskId: string): string;
  /** `D-7` of another decision. */
  decisionOf(id: string): string;
  zone: string;
}

const day = (iso: string) => iso.slice(0, 10);
/** A line that Markdown cannot take for something else. */
const line = (text: string) => text.replace(/\s*\n\s*/g, ' ').trim();
const section = (title: string, body: string) => (body.trim() === '' ? '' : `\n## ${title}\n\n${body.trim()}\n`);
const yaml = (text: string) => JSON.stringify(line(text));

/** One decision as a Markdown file in MADR form (D12). */
export function decisionMarkdown(decision: Decision, scene: RecordScene): string {
  const { outcome } = decision;
  const names = (ids: readonly string[]) => ids.map((id) => scene.nameOf(id)).join(', ');
  const front = [
    `status: ${yaml(decision.supersededById ? `superseded by ${scene.decisionOf(decision.supersededById)}` : statusWords[decision.state])}`,
    `date: ${day(outcome?.decidedAt ?? decision.openedAt ?? decision.createdAt)}`,
    `decision-makers: ${yaml(outcome ? scene.nameOf(outcome.decidedById) : decision.deciderId ? scene.nameOf(decision.deciderId) : '')}`,
    `consulted: ${yaml(names(decision.contributors.map(({ personId }) => personId)))}`,
    `informed: ${yaml(names(decision.informedIds))}`,
    ...(decision.seal ? [`seal: ${decision.seal.hash}`] : []),
  ];
  const stances = decision.stances.map(
    (s) =>
      `- ${day(s.at)} ${scene.nameOf(s.personId)}: ${s.kind} (version ${s.version})${s.reason ? `. ${line(s.reason)}` : ''}${s.resolves ? ` What would resolve it: ${line(s.resolves)}` : ''}`,
  );
  const silent = outcome ? outcome.heardIds.filter((id) => currentOf(decision, id) === undefined) : [];
  const more = [
    ...(silent.length > 0 ? [`- No objection, was heard: ${names(silent)}`] : []),
    ...(outcome && outcome.notHeardIds.length > 0 ? [`- Not heard: ${names(outcome.notHeardIds)}`] : []),
    ...decision.afterwards.map((a) => `- ${day(a.at)} ${scene.nameOf(a.byId)}: ${a.kind}${a.text ? `. ${line(a.text)}` : ''}`),
    ...decision.taskIds.map((id) => `- Task: ${scene.taskOf(id)}`),
    ...(decision.reopensId ? [`- Reopens ${scene.decisionOf(decision.reopensId)}. What is new: ${line(decision.whatIsNew)}`] : []),
    ...(decision.supersedesId ? [`- Supersedes ${scene.decisionOf(decision.supersedesId)}`] : []),
    ...(decision.reviewOn ? [`- Look again on ${decision.reviewOn}`] : []),
  ];
  const chosen = outcome ? `Chosen: ${outcome.choice}\n\nBecause: ${outcome.because}` : '';
  return `---\n${front.join('\n')}\n---\n\n# ${decisionName(decision.number)}: ${line(decision.question)}\n${[
    section('Context and Problem Statement', decision.context),
    section('Considered Options', decision.options.map(({ text }) => `- ${line(text)}`).join('\n')),
    section('Decision Outcome', chosen),
    section('Consequences', [outcome?.consequences, outcome?.conditions].filter(Boolean).join('\n\n')),
    section('Pros and Cons of the Options', decision.options.map(prosAndCons).filter(Boolean).join('\n\n')),
    section('Stances', stances.join('\n')),
    section('More Information', more.join('\n')),
  ].join('')}`;
}

const currentOf = (decision: Decision, personId: string) => decision.stances.find((stance) => stance.personId === personId);
const prosAndCons = ({ text, good, bad }: DecisionOption) =>
  good || bad
    ? `### ${line(text)}\n\n${[good && `- Good, because ${line(good)}`, bad && `- Bad, because ${line(bad)}`].filter(Boolean).join('\n')}`
    : '';

/** The name of a decision's file: sorts by number, says what it is about, in ASCII. */
export const decisionFile = (decision: Pick<Decision, 'number' | 'question'>): string => {
  const slug = decision.question
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${String(decision.number).padStart(4, '0')}${slug ? `-${slug}` : ''}.md`;
};

/** The parts of the log (4.1): what holds, what is being decided, what should be looked at again, what was replaced, and what I owe. */
export const decisionFilters = ['in force', 'open', 'review', 'superseded', 'mine'] as const;
export type DecisionFilter = (typeof decisionFilters)[number];

/** One line of the log. Instants as ISO text. */
export interface DecisionLine {
  id: string;
  boardId: string;
  boardKey: string;
  boardName: string;
  number: number;
  question: string;
  /** What was chosen, or what is recommended. */
  choice: string;
  state: Decision['state'];
  mode: Decision['mode'];
  deciderId: string | null;
  deciderName: string | null;
  proposerName: string;
  decidedAt: string | null;
  closesAt: string | null;
  decideBy: string | null;
  reviewOn: string | null;
  reviewDue: boolean;
  closing: boolean;
  overdue: boolean;
  supersededByNumber: number | null;
  /** What the reader owes it: a stance, an outcome, a review; null for nothing. */
  mine: 'stance' | 'decide' | 'review' | 'information' | null;
  createdAt: string;
}

/** Whether a line belongs to a part of the log. */
export const inFilter = (line: DecisionLine, filter: DecisionFilter): boolean => {
  switch (filter) {
    case 'in force':
      return isInForce(line.state);
    case 'open':
      return ['draft', 'open', 'awaiting', 'contested'].includes(line.state);
    case 'review':
      return line.reviewDue;
    case 'superseded':
      return line.state === 'superseded' || line.state === 'retired';
    case 'mine':
      return line.mine !== null;
  }
};
