import type { Card, ColumnClass, CounterProposal } from './board';
import { handoffAt } from './handoff';
import type { Calendar } from './time/calendar';
import type { Day } from './time/day';
import { boundOf } from './time/deadline';
import { excusedUntil } from './time/leave';
import { effectiveFinish } from './time/working';

/** Something outside the task that it waits for. */
export type Wait =
  /** Somebody who is not here; the owner looks again on a day, so that it cannot be forgotten. */
  | { kind: 'outside'; who: string; what: string; checkOn: Day; since: string }
  /** A colleague who must do something first, until an instant of their own working time. */
  | { kind: 'person'; personId: string; what: string; by: string; since: string };

/** Whose move it is: who, what, by when. Derived, never typed. */
export interface Headline {
  kind: 'owner' | 'handoff' | 'ask' | 'person' | 'outside' | 'blocker';
  /** Null only for tasks that still lack an owner. */
  personId: string | null;
  what: string;
  /** Milliseconds of UTC; null only for tasks that still lack a deadline. */
  by: number | null;
  /** Further things that it waits for. */
  more: number;
}

/** What the rule needs to know besides the task. */
export interface MoveScene {
  boardKey: string;
  /** The board's zone, in which days to look again lie. */
  zone: string;
  /** Milliseconds of UTC: an offer that nobody took in time is no move of its receiver any more. */
  now: number;
  classOf(columnId: string): ColumnClass | undefined;
  /** A task of the board that is neither archived nor deleted. */
  cardOf(taskId: string): Card | undefined;
  calendarOf(personId: string): Calendar | undefined;
}

/** Whether the task is over, for whoever waits for it. */
const isOver = (card: Card, scene: MoveScene) => {
  const columnClass = scene.classOf(card.columnId);
  return card.doneAt !== null || columnClass === 'done' || columnClass === 'dropped';
};

/** The tasks that must be done before this one can go on. */
export const openBlockers = (card: Card, scene: MoveScene): Card[] =>
  card.blockerIds.flatMap((id) => scene.cardOf(id) ?? []).filter((blocker) => !isOver(blocker, scene));

/** The instant that was promised: the deadline's, or the end of the day on which an undated task is looked at again. */
export function promisedBy(card: Card, zone: string): number | null {
  if (card.dueOn !== null)
    return boundOf({ on: card.dueOn, time: card.dueTime, zone: card.dueZone ?? zone }, card.dueAt === null ? null : Date.parse(card.dueAt));
  return card.revisitOn === null ? null : boundOf({ on: card.revisitOn, time: null, zone });
}

/** Until when the owner can really work on it: the end of their last window before what was promised. */
export function finishOf(card: Card, scene: MoveScene): number | null {
  const bound = promisedBy(card, scene.zone);
  const calendar = card.ownerId === null ? undefined : scene.calendarOf(card.ownerId);
  return bound === null ? null : calendar ? (effectiveFinish(calendar, bound) ?? bound) : bound;
}

/** Whose move the task is; null when it is over (2.5). */
export function headlineOf(card: Card, scene: MoveScene): Headline | null {
  if (isOver(card, scene)) return null;
  const blockers = openBlockers(card, scene);
  const debts = (card.owed ?? []).filter(({ blocking }) => blocking).toSorted((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
  const more = blockers.length + debts.length + (card.wait ? 1 : 0);
  if (card.handoff && handoffAt(card.handoff, scene.now) === 'offered')
    return { kind: 'handoff', personId: card.handoff.toId, what: 'accept or question the handoff', by: Date.parse(card.handoff.by), more };
  const [debt] = debts;
  if (debt) return { kind: 'ask', personId: debt.personId, what: debt.what, by: Date.parse(debt.by), more: more - 1 };
  if (card.wait?.kind === 'person')
    return { kind: 'person', personId: card.wait.personId, what: card.wait.what, by: Date.parse(card.wait.by), more: more - 1 };

  const own = finishOf(card, scene);
  const first = blockers
    .map((blocker) => ({ blocker, by: finishOf(blocker, scene) }))
    .toSorted((a, b) => (a.by ?? Infinity) - (b.by ?? Infinity) || a.blocker.number - b.blocker.number)[0];
  if (first) {
    const held = first.blocker.ownerId !== null && first.by !== null;
    const name = `${scene.boardKey}-${first.blocker.number}`;
    return {
      kind: 'blocker',
      personId: held ? first.blocker.ownerId : card.ownerId,
      what: held ? `finish ${name} first` : `waits for ${name}`,
      by: held ? first.by : own,
      more: more - 1,
    };
  }
  if (card.wait?.kind === 'outside') {
    const { who, checkOn } = card.wait;
    const bound = boundOf({ on: checkOn, time: null, zone: scene.zone });
    const calendar = card.ownerId === null ? undefined : scene.calendarOf(card.ownerId);
    const by = calendar ? (effectiveFinish(calendar, bound) ?? bound) : bound;
    return { kind: 'outside', personId: card.ownerId, what: `check back with ${who}`, by, more: more - 1 };
  }
  const what = card.nextStep || (card.dueOn === null && card.revisitOn !== null ? 'look at it again' : 'finish');
  return { kind: 'owner', personId: card.ownerId, what, by: own, more: 0 };
}

/** From when on a headline is late: what fell due while its person was away is not, until they had a working day back (O6). */
export function lateFrom(headline: Headline, card: Card, scene: MoveScene): number | null {
  const { by, personId, kind } = headline;
  const calendar = personId === null ? undefined : scene.calendarOf(personId);
  if (by === null || !calendar) return by;
  const bound = kind === 'owner' || kind === 'outside' ? (promisedBy(card, scene.zone) ?? by) : by;
  return Math.max(by, excusedUntil(calendar, by, Math.max(by, bound)) ?? by);
}

/** What a task that is worked on still lacks (K1); tasks that came with an import lack it until somebody moves them. */
export const lacks = (task: Pick<Card, 'ownerId' | 'dueOn' | 'revisitOn'>) => ({
  owner: task.ownerId === null,
  deadline: task.dueOn === null && task.revisitOn === null,
});

/** Whether adding `blockerId` before `taskId` would close a circle; `blockersOf` gives the blockers that a task has now. */
export function closesCircle(taskId: string, blockerId: string, blockersOf: (taskId: string) => readonly string[]): boolean {
  const seen = new Set<string>();
  const open = [blockerId];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === taskId) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...blockersOf(id));
  }
  return false;
}

/** A task as one's own list across boards shows it. Instants as ISO text. */
export interface MyTask {
  id: string;
  boardId: string;
  boardKey: string;
  boardName: string;
  boardZone: string;
  number: number;
  title: string;
  columnName: string;
  columnClass: ColumnClass;
  ownerId: string | null;
  ownerName: string | null;
  requesterId: string | null;
  dueOn: Day | null;
  dueTime: string | null;
  dueZone: string | null;
  dueAt: string | null;
  revisitOn: Day | null;
  moveKind: Headline['kind'] | null;
  movePersonId: string | null;
  movePersonName: string | null;
  moveWhat: string | null;
  moveBy: string | null;
  counter: CounterProposal | null;
  dueSetById: string | null;
  follows: boolean;
}
