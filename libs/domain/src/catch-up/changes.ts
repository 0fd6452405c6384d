import type { CounterProposal } from '../board';
import type { Handoff } from '../handoff';
import type { Deadline } from '../time/deadline';
import { type Facts, type Happened, type TaskFact, calendarIn, nameIn } from './facts';
import { deadlineName, lineLength, momentName, onOneLine } from './words';

/** What a reader has to do with a task; null for nothing that its changes would matter for. */
export type Tie = 'you own it' | 'you asked for it' | 'you wait for it' | 'you owned it' | 'it is on this board';

/** What became of one task since, told in one line. */
export interface Changed {
  task: TaskFact;
  tie: Tie;
  text: string;
  /** How the deadline moved, for a line that says anyway until when it is; empty when it was set for the first time. */
  deadline: string;
  actorId: string;
  at: string;
  seq: number;
  /** It is over now. */
  ended: boolean;
}

type Field = 'ownerId' | 'dueOn' | 'dueTime' | 'dueZone' | 'columnId' | 'doneAt' | 'archivedAt' | 'deletedAt' | 'handoff' | 'counter';
type Row = Partial<Record<Field, unknown>>;

/** A task's rows of the log, oldest first, with who wrote them. */
interface Step {
  happened: Happened;
  before: Row;
  after: Row;
}

const stepsOf = (facts: Facts, taskId: string): Step[] =>
  facts.happened
    // What undo needs of a new task is no change of it.
    .filter(({ kind }) => kind !== 'task.created')
    .flatMap((happened) =>
      happened.rows
        .filter((row) => row.taskId === taskId)
        .map(({ before, after }) => ({ happened, before: before as Row, after: after as Row })),
    );

/** Which of somebody's tasks wait for this one. */
const waitsFor = (facts: Facts, taskId: string) =>
  [...facts.tasks.values()].some((task) => task.ownerId === facts.meId && task.doneAt === null && task.blockerIds.includes(taskId));

function tieOf(facts: Facts, task: TaskFact, steps: readonly Step[]): Tie | null {
  const { meId } = facts;
  if (task.ownerId === meId) return 'you own it';
  if (steps.some(({ before }) => before.ownerId === meId)) return 'you owned it';
  if (task.requesterId === meId) return 'you asked for it';
  const asks = facts.asks.some((ask) => ask.taskId === task.id && ask.askerId === meId && ask.closed === null);
  return asks || waitsFor(facts, task.id) || task.handoff?.fromId === meId ? 'you wait for it' : null;
}

/** The first value before and the last after, where they differ; null when nobody else changed the field, or the reader did last. */
function net(task: TaskFact, steps: readonly Step[], field: Field): { from: unknown; to: unknown; last: Step } | null {
  const those = steps.filter(({ after }) => field in after);
  const [first, last] = [those[0], those.at(-1)];
  if (!first || !last) return null;
  const [from, to] = [first.before[field] ?? null, last.after[field] ?? null];
  const present = (task as unknown as Record<string, unknown>)[field] ?? null;
  // Of an instant only matters whether there is one: the log and the row write it differently.
  const same = (a: unknown, b: unknown) => (field.endsWith('At') ? !a === !b : JSON.stringify(a) === JSON.stringify(b));
  return same(from, to) || !same(to, present) ? null : { from, to, last };
}

function ownerWords(facts: Facts, task: TaskFact, steps: readonly Step[]): [string, Step] | null {
  const change = net(task, steps, 'ownerId');
  if (!change) return null;
  const { to, from, last } = change;
  const who = (id: unknown) => (id === facts.meId ? 'you' : nameIn(facts, id as string | null));
  if (to === null) return [`nobody owns it now${from ? `, it was ${who(from)}` : ''}`, last];
  const took = last.happened.kind === 'handoff.accepted';
  if (took && from === facts.meId) return [`${who(to)} took it over from you`, last];
  return [to === facts.meId ? 'it is yours now' : `${who(to)} owns it now${from === facts.meId ? ', it was you' : ''}`, last];
}

const deadlineOf = (row: Row, task: TaskFact, boardZone: string): Deadline | null => {
  const on = ('dueOn' in row ? row.dueOn : task.dueOn) as string | null;
  if (!on) return null;
  const time = ('dueTime' in row ? row.dueTime : task.dueTime) as string | null;
  const zone = ('dueZone' in row ? row.dueZone : task.dueZone) as string | null;
  return { on, time, zone: zone ?? boardZone };
};

function deadlineWords(
  facts: Facts,
  task: TaskFact,
  steps: readonly Step[],
): { whole: string; short: string; moved: boolean; step: Step } | null {
  const those = steps.filter(({ after }) => 'dueOn' in after || 'dueTime' in after || 'dueZone' in after);
  const [first, last] = [those[0], those.at(-1)];
  if (!first || !last) return null;
  const zone = facts.boards.get(task.boardId)?.zone ?? 'UTC';
  const [from, to] = [deadlineOf(first.before, task, zone), deadlineOf(last.after, task, zone)];
  const present = deadlineOf({}, task, zone);
  const same = (a: Deadline | null, b: Deadline | null) => a?.on === b?.on && a?.time === b?.time && a?.zone === b?.zone;
  if (same(from, to) || !same(to, present)) return null;
  const me = calendarIn(facts, facts.meId, task.boardId);
  const say = (deadline: Deadline | null) => deadlineName(deadline, me, facts.now);
  const { actorId, why } = last.happened;
  const name = nameIn(facts, actorId);
  const whole =
    from === null
      ? `${name} set the deadline to ${say(to)}`
      : to === null
        ? `${name} took the deadline off, it was ${say(from)}`
        : `${name} moved the deadline from ${say(from)} to ${say(to)}`;
  const short = to === null ? 'without a deadline now' : `due ${say(to)}${from === null ? '' : `, it was ${say(from)}`}`;
  const because = why ? `: ${why}` : '';
  return { whole: `${whole}${because}`, short: `${short}${because}`, moved: from !== null, step: last };
}

/** Handoffs that came to nothing, and proposals that were not taken. */
function answerWords(facts: Facts, steps: readonly Step[]): [string, Step] | null {
  const last = steps.findLast(({ happened, before }) => {
    if (happened.kind === 'handoff.declined') return (before.handoff as Handoff | null | undefined)?.fromId === facts.meId;
    return happened.kind === 'deadline.answered' && (before.counter as CounterProposal | null | undefined)?.byId === facts.meId;
  });
  if (!last || 'dueOn' in last.after) return null;
  const { actorId, why, kind } = last.happened;
  const words = kind === 'handoff.declined' ? 'declined your handoff' : 'keeps the deadline';
  return [`${nameIn(facts, actorId)} ${words}${why ? `: ${why}` : ''}`, last];
}

function endWords(facts: Facts, task: TaskFact, steps: readonly Step[]): [string, Step, boolean] | null {
  const classes = facts.boards.get(task.boardId)?.classes;
  const deleted = net(task, steps, 'deletedAt');
  if (deleted) return [deleted.to ? 'was put into the trash' : 'is back from the trash', deleted.last, !!deleted.to];
  const done = net(task, steps, 'doneAt');
  if (done) {
    const name = nameIn(facts, done.last.happened.actorId);
    return [done.to ? `${name} finished it` : `${name} opened it again`, done.last, !!done.to];
  }
  const moved = net(task, steps, 'columnId');
  if (moved) {
    const [from, to] = [classes?.get(String(moved.from)), classes?.get(String(moved.to))];
    const name = nameIn(facts, moved.last.happened.actorId);
    const why = moved.last.happened.why;
    if (to === 'dropped' && from !== 'dropped') return [`${name} dropped it${why ? `: ${why}` : ''}`, moved.last, true];
    if (to === 'queued' && from === 'active') return [`${name} put it back${why ? `: ${why}` : ''}`, moved.last, false];
  }
  const archived = net(task, steps, 'archivedAt');
  if (archived && task.doneAt === null) return [archived.to ? 'was archived' : 'is back from the archive', archived.last, !!archived.to];
  return null;
}

/** What changed of one task, in one line; null when nothing did that matters to the reader. */
export function changeOf(facts: Facts, task: TaskFact, whole: boolean): Changed | null {
  const steps = stepsOf(facts, task.id);
  if (steps.length === 0) return null;
  const tie = tieOf(facts, task, steps) ?? (whole ? 'it is on this board' : null);
  if (!tie) return null;
  const due = deadlineWords(facts, task, steps);
  const end = endWords(facts, task, steps);
  const owner = ownerWords(facts, task, steps);
  const before = [end, owner].filter((part) => part !== null);
  const dated: [string, Step][] = due ? [[before.length > 0 ? due.short : due.whole, due.step]] : [];
  const parts = [...before, ...dated, answerWords(facts, steps)].filter((part) => part !== null);
  const last = parts.map((part) => part[1].happened).toSorted((a, b) => b.seq - a.seq)[0];
  if (!last) return null;
  const text = parts.map(([words]) => words).join('; ');
  return {
    task,
    tie,
    text: onOneLine(text.charAt(0).toUpperCase() + text.slice(1), lineLength),
    deadline: due?.moved ? due.short : '',
    actorId: last.actorId,
    at: last.at,
    seq: last.seq,
    ended: end?.[2] ?? false,
  };
}

/** Who was given more time by their own word, or stands in for somebody: told to whoever asked. */
export function askChange(facts: Facts, ask: Facts['asks'][number]): { text: string; happened: Happened } | null {
  if (ask.askerId !== facts.meId || ask.closed) return null;
  const me = calendarIn(facts, facts.meId, ask.boardId);
  const step = ask.steps.findLast(
    ({ step: name, byId }) => (name === 'defer' || name === 'take' || name === 'claim') && byId !== facts.meId,
  );
  const happened = step && facts.happened.find((event) => event.at === step.at && event.taskIds.includes(ask.taskId));
  if (!step || !happened || (step.step === 'defer' && ask.deferAsked)) return null;
  const until = momentName(Date.parse(ask.respondBy), me, facts.now);
  const name = nameIn(facts, ask.holderId);
  if (step.step === 'defer') return { text: onOneLine(`${name} needs until ${until}${step.text ? `: ${step.text}` : ''}`), happened };
  const instead = step.step === 'take' && ask.delegatedFromId ? ` for ${nameIn(facts, ask.delegatedFromId)}` : '';
  return { text: onOneLine(`${name} answers${instead}, by ${until}`), happened };
}
