import { type Decision, type DecisionLine, type DecisionPage, type Hearing, dayAt, decisionName, offsetAt, timeAt } from '@baton/domain';
import { momentInShort, placeOf } from '../time/deadlineWords';
import { dayInWords } from '../time/words';

/** A person's zone, for saying a time in theirs where it differs. */
type Place = { zone: string } | undefined;

/** "Tue 13:00", with the other person's clock beside it where it differs, and their day where that differs too. */
export function momentFor(at: number, reader: string, now: number, other: Place = undefined): string {
  const here = momentInShort(at, reader, now);
  if (!other || offsetAt(other.zone, at) === offsetAt(reader, at)) return here;
  const theirDay = dayAt(other.zone, at);
  const day = theirDay === dayAt(reader, at) ? '' : `${dayInWords(theirDay, '1970-01-01').slice(0, 3)} `;
  return `${here} (${day}${timeAt(other.zone, at)} ${placeOf(other.zone)})`;
}

const most = 4;
/** "Ana and Li"; of many, how many. */
const list = (names: readonly string[]) => (names.length > most ? `${names.length} people` : new Intl.ListFormat('en-GB').format(names));
const were = (names: readonly string[]) => (names.length === 1 ? 'was' : 'were');

/** "2 working days". */
export const daysInWords = (n: number) => `${n} working ${n === 1 ? 'day' : 'days'}`;

/** What a sentence about time needs besides the page. */
export interface StandingScene {
  reader: string;
  now: number;
  nameOf: (id: string) => string;
  /** Days at work that everybody has, by the rules of the board. */
  days: number;
  /** Who will not have been heard when input closes. */
  unheardIds: readonly string[];
}

/** Where a decision stands, in one sentence or two. */
export function standingInWords(page: DecisionPage, scene: StandingScene): string {
  const { decision, standing } = page;
  switch (standing.state) {
    case 'draft':
      return 'A draft that only you see. Open it when it says what you mean.';
    case 'open':
      return openInWords(page, scene);
    case 'awaiting':
      return `${decision.mode === 'advice' ? 'Input is closed.' : unheardInWords(page, scene)} ${deciderInWords(page, scene)}`;
    case 'contested':
      return decision.mode === 'consent'
        ? 'Somebody objects. Change the proposal, withdraw it, or let one person decide.'
        : `Somebody objects. ${settlesInWords(page, scene)}`;
    case 'decided':
    case 'adopted':
      return inForceInWords(page, scene);
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

function openInWords(page: DecisionPage, scene: StandingScene): string {
  const { decision, standing } = page;
  const closes = momentFor(standing.closesAt ?? scene.now, scene.reader, scene.now);
  const unheard = scene.unheardIds.map(scene.nameOf);
  const late = unheard.length > 0 ? ` ${list(unheard)} will not have been heard by then.` : '';
  const then = decision.mode === 'advice' ? `Then ${deciderInWords(page, scene)}` : 'Silence counts only for those who were at work.';
  return `Open for input. Closes when everybody had ${daysInWords(scene.days)}: ${closes}.${late} ${then}`;
}

const decider = ({ decision, people }: DecisionPage) => people.find(({ id }) => id === decision.deciderId);
const byWhen = (page: DecisionPage, { reader, now }: StandingScene) =>
  page.standing.decideBy === null ? '' : `, by ${momentFor(page.standing.decideBy, reader, now, decider(page))}`;

function deciderInWords(page: DecisionPage, scene: StandingScene): string {
  const name = decider(page)?.name ?? 'somebody';
  if (page.standing.overdue && page.standing.decideBy !== null)
    return `${name} was to decide by ${momentFor(page.standing.decideBy, scene.reader, scene.now, decider(page))}. Somebody else can be named.`;
  return `${name} decides${byWhen(page, scene)}.`;
}

const settlesInWords = (page: DecisionPage, scene: StandingScene) =>
  page.standing.overdue
    ? deciderInWords(page, scene)
    : `${decider(page)?.name ?? 'Somebody'} settles it with a written answer${byWhen(page, scene)}.`;

function unheardInWords({ hearings }: DecisionPage, { nameOf }: StandingScene): string {
  const names = hearings.filter(({ required, heard }) => required && !heard).map(({ personId }) => nameOf(personId));
  return names.length > 0 ? `${list(names)} could not be heard, so it did not pass by silence.` : 'Input is closed.';
}

/** "Ana and Li were heard; Dalia was not." */
function heardInWords({ outcome }: Decision, nameOf: (id: string) => string): string {
  const [heard, not] = [(outcome?.heardIds ?? []).map(nameOf), (outcome?.notHeardIds ?? []).map(nameOf)];
  if (heard.length === 0) return not.length > 0 ? `${list(not)} could not be heard` : '';
  return `${list(heard)} ${were(heard)} heard${not.length > 0 ? `; ${list(not)} ${were(not)} not` : ''}`;
}

function inForceInWords(page: DecisionPage, { reader, now, nameOf }: StandingScene): string {
  const { decision, standing } = page;
  const at = decision.outcome ? momentInShort(Date.parse(decision.outcome.decidedAt), reader, now) : '';
  const heard = heardInWords(decision, nameOf);
  const how =
    decision.outcome?.as === 'adopted'
      ? `Passed without objection ${at}${heard ? `: ${heard}` : ''}.`
      : `Decided by ${decider(page)?.name ?? 'somebody'} ${at}.`;
  if (standing.reviewDue) return `${how} It is time to ask: still right?`;
  return decision.reviewOn ? `${how} Looked at again ${dayInWords(decision.reviewOn, dayAt(reader, now))}.` : how;
}

/** "7.5 h". */
export const hoursInWords = (hours: number) => `${Math.round(hours * 10) / 10} h`;

/** Who was heard without a word, and who was not, with the hours that each was at work. */
export function hearingInWords(hearings: readonly Hearing[], nameOf: (id: string) => string): string[] {
  const names = (of: readonly Hearing[]) =>
    new Intl.ListFormat('en-GB').format(of.map(({ personId, exposure }) => `${nameOf(personId)} (${hoursInWords(exposure)} at work)`));
  const silent = hearings.filter(({ heard, stance }) => heard && !stance);
  const unheard = hearings.filter(({ heard }) => !heard);
  return [
    ...(silent.length > 0 ? [`No objection, and was heard: ${names(silent)}.`] : []),
    ...(unheard.length > 0 ? [`Not heard: ${names(unheard)}.`] : []),
  ];
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
