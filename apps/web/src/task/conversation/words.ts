import {
  type Ask,
  type AskDone,
  type AskPromise,
  type AskStanding,
  type AskStep,
  type Calendar,
  addDays,
  dayAt,
  dayWindows,
  effectiveFinish,
  hasHours,
  localDay,
  nextWorking,
  offsetAt,
  standingAt,
  timeAt,
  wantVerbs,
  zoneNow,
} from '@baton/domain';
import { momentInShort } from '../../time/deadlineWords';
import { dayInWords } from '../../time/words';

/** "Wed 09:00": a day by its name, never "today", because it is told to people whose today may be another. */
export function namedMoment(at: number, zone: string, now: number): string {
  const near = Math.abs(at - now) < 6 * 86_400_000;
  const words = dayInWords(dayAt(zone, at), '1970-01-01');
  return `${near ? words.slice(0, 3) : words.replace(/ \d{4}$/, '')} ${timeAt(zone, at)}`;
}

/** An instant in the other person's time, with the reader's beside it where their clocks differ. */
export function inBoth(at: number, calendar: Calendar, reader: string, now: number): string {
  const zone = zoneNow(calendar, at);
  if (offsetAt(zone, at) === offsetAt(reader, at)) return momentInShort(at, zone, now);
  return `${namedMoment(at, zone, now)} their time, ${namedMoment(at, reader, now)} yours`;
}

/** Working days that are off between two instants, as short names; at most three are named. */
function daysOff(calendar: Calendar, from: number, to: number): string {
  const names: string[] = [];
  for (let day = addDays(localDay(calendar, from), 1); day < localDay(calendar, to - 1); day = addDays(day, 1))
    if (dayWindows(calendar, day).length === 0) names.push(dayInWords(day, '1970-01-01').slice(0, 3));
  return names.length === 0 || names.length > 3 ? '' : ` (they are off ${new Intl.ListFormat('en-GB').format(names)})`;
}

/** What sending would promise, in words: who is off, when it is delivered, when an answer is expected, when one would see it. */
export function promiseInWords(
  name: string,
  promise: AskPromise,
  { holder, asker, reader, now, away }: { holder: Calendar; asker: Calendar; reader: string; now: number; away: boolean },
): string {
  const { kind } = standingAt(holder, now);
  const here = away ? '' : kind === 'away' || kind === 'off' ? `${name} is off now. ` : kind === 'focus' ? `${name} is in focus. ` : '';
  const zone = zoneNow(holder, promise.deliveredAt);
  const same = offsetAt(zone, promise.respondBy) === offsetAt(reader, promise.respondBy);
  const soon = promise.deliveredAt - now < 60_000;
  const say = (at: number, place: string) => (same ? momentInShort(at, place, now) : namedMoment(at, place, now));
  const delivered = soon ? 'Delivered now.' : `Delivered ${say(promise.deliveredAt, zone)}${same ? '' : ' their time'}.`;
  const off = daysOff(holder, promise.deliveredAt, promise.respondBy);
  const expected = `Expected by ${say(promise.respondBy, zone)}${same ? '' : ' their time'}${off}${same ? '' : `, ${say(promise.respondBy, reader)} yours`}`;
  const back = nextWorking(asker, promise.respondBy);
  const seen = back !== null && back > promise.respondBy ? `; you start again ${say(back, reader)}` : '';
  return `${here}${delivered} ${expected}${seen}.`;
}

/** Until when somebody could really work on it, where a named time lies outside their hours; null where it lies within. */
export function outsideHours(holder: Calendar, at: number): number | null {
  const finish = hasHours(holder) ? effectiveFinish(holder, at) : null;
  return finish === null || finish === at ? null : finish;
}

const ackWords = { seen: 'has seen it', agree: 'agrees', object: 'objects', done: 'has done it' } as const;
/** "Sat" within a week, else the date. */
const dayShort = (at: number, zone: string, now: number) => {
  const words = dayInWords(dayAt(zone, at), dayAt(zone, now));
  return now - at < 6 * 86_400_000 && /^\w{3} /.test(words) ? words.slice(0, 3) : words;
};
const excerpt = (text: string) => {
  const line = text.split('\n').find((part) => part.trim() !== '') ?? '';
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
};

/** Where an ask stands, in one line. */
export function askInWords(
  ask: Ask,
  standing: AskStanding,
  scene: { holder: Calendar; nameOf: (id: string) => string; reader: string; now: number; meId: string },
): string {
  const { nameOf, reader, now, meId } = scene;
  // One's own times are told in one's own zone alone.
  const inTheirs = (at: number) => (ask.holderId === meId ? momentInShort(at, reader, now) : inBoth(at, scene.holder, reader, now));
  const name = ask.delegatedFromId ? `${nameOf(ask.holderId)} for ${nameOf(ask.delegatedFromId)}` : nameOf(ask.holderId);
  const by = inTheirs(standing.respondBy);
  const verb = wantVerbs[ask.want];
  if (ask.shortNotice !== null && ask.closed === null)
    return `${name}: ${verb} by ${inTheirs(Date.parse(ask.respondBy))} if they can. Short notice: ${ask.shortNotice}`;
  const pool = ask.poolIds.length > 0 ? ` (any of ${ask.poolIds.map(nameOf).join(', ')} may take it)` : '';
  switch (standing.state) {
    case 'held':
      return `${name}: ${verb} by ${by}. Delivered ${inTheirs(Date.parse(ask.deliveredAt))}${pool}`;
    case 'delivered':
      return `${name}: ${verb} by ${by}${standing.notYetHeard ? '. Not yet heard: they were not at work long enough' : ''}${pool}`;
    case 'lapsed':
      return `${name}, since ${momentInShort(standing.respondBy, reader, now)}${pool}`;
    case 'answered':
    case 'accepted': {
      const { ack, text, at } = ask.closed ?? { ack: null, text: '', at: ask.sentAt };
      const said = ack ? ackWords[ack] : 'answered';
      return `${name} ${said}${text ? `: ${excerpt(text)}` : ''} (${dayShort(Date.parse(at), reader, now)})`;
    }
    case 'declined':
      return `${name} declined: ${excerpt(ask.closed?.text ?? '')}${ask.closed?.insteadId ? `. Ask ${nameOf(ask.closed.insteadId)}` : ''}`;
    case 'withdrawn':
      return `Withdrawn by ${nameOf(ask.askerId)}`;
    case 'proceeded':
      return `No reply from ${name}. ${nameOf(ask.askerId)} went ahead with: ${excerpt(ask.closed?.text ?? '')}`;
    case 'talk':
      return ask.talk?.from
        ? `${nameOf(ask.askerId)} and ${nameOf(ask.holderId)} talk ${momentInShort(Date.parse(ask.talk.from), reader, now)}. ${nameOf(ask.talk.initiatorId)} writes down what came of it`
        : `${nameOf(ask.askerId)} and ${nameOf(ask.holderId)} talk. ${nameOf(ask.talk?.initiatorId ?? '')} writes down what came of it`;
    default:
      return standing.state satisfies never;
  }
}

/** The verb of each step, as its button says it. */
export const stepVerbs: Record<AskStep, string> = {
  answer: 'Answer',
  accept: 'That answers it',
  reopen: 'Something is missing',
  edit: 'Change the time',
  defer: 'I need until',
  'agree-defer': 'Agree to more time',
  offer: 'Ask somebody to answer for me',
  take: 'Take it',
  'refuse-offer': 'Not me',
  claim: 'I take it',
  decline: 'Decline',
  withdraw: 'Withdraw',
  proceed: 'Go ahead',
  reask: 'Ask again',
  move: 'Ask somebody else',
  keep: 'Keep the time',
  'write-on': 'Go on in writing',
  talk: 'Talk',
  outcome: 'Write what came of it',
};

/** What somebody did with an ask, for its history. */
export function stepInWords(done: AskDone, nameOf: (id: string) => string): string {
  const said = done.text && done.step !== 'keep' ? `: ${excerpt(done.text)}` : '';
  return `${nameOf(done.byId)} ${stepPast[done.step]}${said}`;
}

const stepPast: Record<AskDone['step'], string> = {
  send: 'asked',
  answer: 'answered',
  accept: 'took the answer',
  reopen: 'said what is missing',
  edit: 'changed the time',
  defer: 'asked for more time',
  'agree-defer': 'answered about the time',
  offer: 'offered it to somebody else',
  take: 'took it',
  'refuse-offer': 'said no to it',
  claim: 'took it',
  decline: 'declined',
  withdraw: 'withdrew it',
  proceed: 'went ahead',
  reask: 'asked again',
  move: 'asked somebody else',
  keep: 'kept the time',
  'write-on': 'went on in writing',
  talk: 'chose to talk',
  outcome: 'wrote what came of the talk',
};
