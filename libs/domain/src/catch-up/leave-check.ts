import type { BriefLine } from '../brief';
import { promisedBy } from '../move';
import { type Calendar, type Leave, leaveWindow } from '../time/calendar';
import { firstDayBack } from '../time/leave';
import { workingBetween } from '../time/working';
import { lineOfDuty, placeOf } from './build-brief';
import { type Duty, dutiesOf } from './duties';
import { type Facts, type TaskFact, calendarIn, classIn, isGone, moveSceneIn, nameIn } from './facts';

/** How something that falls into a leave was settled; null while it is not. */
export type LeaveSettled = { how: 'offered' | 'asked'; name: string } | { how: 'as it is' };

/** One thing that falls into somebody's time off. */
export interface LeaveLine extends BriefLine {
  verb: string;
  /** When it is due, ISO instant. */
  due: string;
  settled: LeaveSettled | null;
  /** Whom another day is asked of: whoever set the deadline; null when one sets it oneself. */
  dateOfId: string | null;
  dateOfName: string | null;
}

/** What falls into a leave, for whoever goes away. Instants as ISO text. */
export interface LeaveCheck {
  leave: Leave;
  /** First and last instant. */
  from: string;
  to: string;
  /** The day on which they work again; null when that is far away. */
  backOn: string | null;
  lines: LeaveLine[];
}

/** The stretch in which what is due cannot be done: from the leave's first moment to the end of the first day back. */
function spanOf(calendar: Calendar, leave: Leave): { start: number; end: number; back: number | null } {
  const { start, end } = leaveWindow(calendar, leave);
  const back = firstDayBack(calendar, leave);
  return { start, end, back };
}

/** Whether a deadline leaves no working time between the beginning of the leave and itself. */
const fallsInto = (calendar: Calendar, start: number, bound: number) => bound > start && workingBetween(calendar, start, bound) === 0;

const taskLine = (facts: Facts, task: TaskFact, bound: number): LeaveLine => {
  const { meId } = facts;
  const setter = task.dueSetById ?? task.requesterId;
  const other = setter !== null && setter !== meId && task.dueOn !== null && !facts.gone.has(setter) ? setter : null;
  const settled: LeaveSettled | null =
    task.handoff?.fromId === meId
      ? { how: 'offered', name: nameIn(facts, task.handoff.toId) }
      : task.counter?.byId === meId
        ? { how: 'asked', name: nameIn(facts, setter) }
        : null;
  return {
    section: 'move',
    key: `leave:task:${task.id}`,
    object: 'task',
    objectId: task.id,
    ...placeOf(facts, task.boardId, task.id),
    verb: task.nextStep || 'finish',
    text: task.nextStep || 'finish',
    reason: 'you own it',
    class: 'move',
    byId: other,
    byName: other === null ? null : nameIn(facts, other),
    by: new Date(bound).toISOString(),
    at: new Date(facts.now).toISOString(),
    seq: 0,
    answers: [],
    due: new Date(bound).toISOString(),
    settled,
    dateOfId: other,
    dateOfName: other === null ? null : nameIn(facts, other),
  };
};

function dutyLine(facts: Facts, duty: Duty, due: number): LeaveLine {
  const ask = duty.object === 'ask' ? facts.asks.find(({ id }) => id === duty.objectId) : undefined;
  const settled: LeaveSettled | null = ask?.offeredToId
    ? { how: 'offered', name: nameIn(facts, ask.offeredToId) }
    : ask?.deferAsked
      ? { how: 'asked', name: nameIn(facts, ask.askerId) }
      : null;
  return {
    ...lineOfDuty(facts, duty, 0),
    key: `leave:${duty.key}`,
    verb: duty.verb,
    due: new Date(due).toISOString(),
    settled,
    dateOfId: ask?.askerId ?? null,
    dateOfName: ask ? nameIn(facts, ask.askerId) : null,
  };
}

/** Deadlines, asks, decisions and offers that fall into a leave (2.11), soonest first. What somebody said stays as it is, is settled. */
export function leaveCheckOf(facts: Facts, leave: Leave, asItIs: ReadonlySet<string>): Omit<LeaveCheck, 'backOn'> {
  const me = calendarIn(facts, facts.meId, '');
  const { start, end, back } = spanOf(me, leave);
  const tasks = [...facts.tasks.values()].flatMap((task) => {
    const bound = promisedBy(task, moveSceneIn(facts, task.boardId).zone);
    const open = !isGone(task) && task.doneAt === null && ['active', 'queued'].includes(classIn(facts, task));
    return task.ownerId === facts.meId && open && bound !== null && fallsInto(me, start, bound) ? [taskLine(facts, task, bound)] : [];
  });
  const until = back ?? end;
  const duties = dutiesOf(facts).flatMap((duty) =>
    (duty.object === 'ask' || duty.object === 'decision' || duty.object === 'handoff') &&
    duty.by !== null &&
    duty.by > start &&
    duty.by <= until
      ? [dutyLine(facts, duty, duty.by)]
      : [],
  );
  const lines = [...tasks, ...duties]
    .map((line) => (asItIs.has(line.key) && line.settled === null ? { ...line, settled: { how: 'as it is' as const } } : line))
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.key < b.key ? -1 : 1));
  return { leave, from: new Date(start).toISOString(), to: new Date(end).toISOString(), lines };
}
