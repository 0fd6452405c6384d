import type { BriefLine } from '../brief';
import { promisedBy } from '../move';
import { nextSlot } from '../time/slots';
import { dueSoonFrom, nextWorking, workingUntil } from '../time/working';
import { lineOfDuty, placeOf } from './build-brief';
import { type Duty, dutiesOf } from './duties';
import { type Facts, calendarIn, isGone, moveSceneIn } from './facts';
import type { Mark } from './marks';
import { endOfWeek, mondayOf } from './stale';
import { type WaitState, type Awaited, waitsOf } from './waits';

/** What is shown at once of what is owed; the rest is "later". */
export const mostMoves = 7;

/** A row of Today: a line, with its verb before it. */
export interface TodayLine extends BriefLine {
  verb: string;
  late: boolean;
}

/** Something that the reader waits for. */
export interface WaitLine extends TodayLine {
  state: WaitState;
}

/** The home page of one person. Instants as ISO text. */
export interface Today {
  /** Delivered and not put away, soonest first. Their number is the only one that is counted. */
  moves: TodayLine[];
  /** Not delivered yet: there for somebody who looks, and counted by nobody. */
  arriving: TodayLine[];
  /** Put off in the reader's own list; nobody else is told. */
  later: (TodayLine & { until: string })[];
  waiting: WaitLine[];
  aside: (BriefLine & { verb?: string })[];
  nextDelivery: string | null;
  /** The end of the window that the reader is in; null while they are off. */
  offAt: string | null;
  /** When they work again; null while they do. */
  backAt: string | null;
  /** When something will need them, where nothing does now. */
  quietUntil: string | null;
  /** Where a task goes when it is done, per board. */
  doneColumns: Record<string, string>;
}

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

const lineOf = (facts: Facts, duty: Duty): TodayLine => ({
  ...lineOfDuty(facts, duty, 0),
  verb: duty.verb,
  late: duty.late ?? false,
});

const lineOfWait = (facts: Facts, wait: Awaited): WaitLine => ({
  section: 'answers',
  key: wait.key,
  object: wait.object,
  objectId: wait.objectId,
  ...placeOf(facts, wait.boardId, wait.taskId),
  verb: wait.state === 'answered' ? 'answered' : wait.state === 'declined' ? 'declined' : '',
  text: wait.what,
  reason: 'you wait for it',
  class: 'ambient',
  byId: wait.personId,
  byName: wait.who,
  by: iso(wait.by),
  at: wait.at || new Date(facts.now).toISOString(),
  seq: 0,
  answers: [],
  late: wait.state === 'late',
  state: wait.state,
});

/** What stands in Today besides what is owed: boards to look through once a week, and time off that comes. */
export interface Besides {
  stale: readonly { boardId: string; count: number }[];
  /** Time off that comes soon, with how much in it is not settled. */
  leaving: readonly { id: string; from: string; count: number }[];
}

const soonestFirst = (a: TodayLine, b: TodayLine) => (a.by ?? '~').localeCompare(b.by ?? '~', 'en');

/** Before somebody goes away they say what becomes of what falls into it (2.11). */
const leavingLine = (facts: Facts, { id, from, count }: Besides['leaving'][number]): TodayLine => ({
  section: 'move',
  key: `leaving:${id}`,
  object: 'task',
  objectId: id,
  ...{ workspaceId: '', boardId: '', boardKey: '', boardName: 'Your time off', taskId: null, taskKey: null, taskTitle: null },
  verb: 'before you go',
  text: `${count === 1 ? 'One thing falls' : `${count} things fall`} into it`,
  reason: 'you go away',
  class: 'ambient',
  byId: null,
  byName: null,
  by: from,
  at: new Date(facts.now).toISOString(),
  seq: 0,
  answers: [],
  late: false,
});

/** Once a week: what did not move on a board is looked through by whoever sees to it. */
function staleLine(facts: Facts, { boardId, count }: { boardId: string; count: number }): TodayLine {
  const me = calendarIn(facts, facts.meId, boardId);
  const board = facts.boards.get(boardId);
  const days = board?.norms.staleDays ?? 0;
  return {
    section: 'move',
    key: `stale:${boardId}:${mondayOf(me, facts.now)}`,
    object: 'task',
    objectId: boardId,
    ...placeOf(facts, boardId, null),
    verb: 'look through',
    text: `${count === 1 ? 'One task has' : `${count} tasks have`} not moved for ${days} working ${days === 1 ? 'day' : 'days'}`,
    reason: 'you see to what nobody moves',
    class: 'ambient',
    byId: null,
    byName: null,
    by: iso(endOfWeek(me, facts.now)),
    at: new Date(facts.now).toISOString(),
    seq: 0,
    answers: [],
    late: false,
  };
}

/** The earliest instant at which something not shown now becomes the reader's move. */
function quietUntil(facts: Facts, lines: readonly TodayLine[], later: readonly { until: string }[]): number | null {
  const mine = [...facts.tasks.values()].filter((task) => task.ownerId === facts.meId && !isGone(task) && task.doneAt === null);
  const begins = mine.flatMap((task) => {
    const bound = promisedBy(task, moveSceneIn(facts, task.boardId).zone);
    return bound === null ? [] : [dueSoonFrom(calendarIn(facts, facts.meId, task.boardId), bound) ?? bound];
  });
  const times = [
    ...begins,
    ...lines.flatMap(({ heldUntil }) => (heldUntil ? [Date.parse(heldUntil)] : [])),
    ...later.map(({ until }) => Date.parse(until)),
  ];
  const coming = times.filter((at) => at > facts.now);
  return coming.length === 0 ? null : Math.min(...coming);
}

/** What needs the reader, what they wait for, and what they set aside (4.1): derived from what is, and from their own marks. */
export function todayOf(facts: Facts, marks: readonly Mark[], { stale, leaving }: Besides = { stale: [], leaving: [] }): Today {
  const byKey = new Map(marks.map((mark) => [mark.key, mark]));
  const asideKeys = new Set(marks.filter(({ mark }) => mark === 'aside').map(({ key }) => key));
  const until = (key: string) => {
    const mark = byKey.get(key);
    return mark?.mark === 'later' && mark.until !== null && Date.parse(mark.until) > facts.now ? mark.until : null;
  };
  const weekly = stale.map((one) => staleLine(facts, one)).filter(({ key }) => byKey.get(key)?.mark !== 'done');
  const lines = [
    ...dutiesOf(facts).map((duty) => lineOf(facts, duty)),
    ...weekly,
    ...leaving.map((one) => leavingLine(facts, one)),
  ].toSorted(soonestFirst);
  const waits = waitsOf(facts).map((wait) => lineOfWait(facts, wait));
  const present = new Map<string, TodayLine>([...lines, ...waits].map((line) => [line.key, line]));
  const arriving = lines.filter(({ heldUntil, key }) => heldUntil !== undefined && !asideKeys.has(key));
  const delivered = lines.filter(({ heldUntil, key }) => heldUntil === undefined && !asideKeys.has(key));
  const later = [...delivered, ...waits].flatMap((line) => {
    const shown = until(line.key);
    return shown ? [{ ...line, until: shown }] : [];
  });
  // What was owed and is settled elsewhere leaves the pile; what was only told stays until it is taken out.
  const aside = marks
    .filter(({ mark }) => mark === 'aside')
    .flatMap(({ key, line }) => {
      const now = present.get(key);
      if (now) return [now];
      return line.section === 'move' || key.startsWith('waiting:') ? [] : [line];
    });
  const me = calendarIn(facts, facts.meId, '');
  const offAt = workingUntil(me, facts.now);
  return {
    moves: delivered.filter(({ key }) => until(key) === null),
    arriving,
    later: later.toSorted((a, b) => (a.until < b.until ? -1 : 1)),
    waiting: waits.filter(({ key }) => !asideKeys.has(key) && until(key) === null),
    aside,
    nextDelivery: iso(nextSlot(me, facts.now + 1)),
    offAt: iso(offAt),
    backAt: offAt === null ? iso(nextWorking(me, facts.now)) : null,
    quietUntil: iso(quietUntil(facts, lines, later)),
    doneColumns: Object.fromEntries(
      [...facts.boards.values()].flatMap(({ id, classes }) =>
        [...classes]
          .filter(([, c]) => c === 'done')
          .slice(0, 1)
          .map(([column]) => [id, column]),
      ),
    ),
  };
}
