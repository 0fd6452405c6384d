import { taskKey } from '../board';
import type { Health } from '../conversation/comment';
import { decisionName } from '../decision/decision';
import type { Deadline } from '../time/deadline';
import { daysMoved } from '../time/deadline';
import { type Facts, type TaskFact, calendarIn, classIn, isGone, nameIn } from './facts';
import { deadlineName, onOneLine } from './words';

/** What a reader can answer to a status update with one key. */
export const statusAnswers = ['seen', 'agree', 'object'] as const;
export type StatusAnswer = (typeof statusAnswers)[number];

/** How a board stands, as somebody told it. Instants as ISO text. */
export interface StatusUpdate {
  id: string;
  boardId: string;
  authorId: string;
  authorName: string;
  health: Health;
  headline: string;
  /** Markdown. */
  text: string;
  publishedAt: string;
  /** It tells of what happened after the first number up to the second. */
  fromSeq: number;
  toSeq: number;
  /** Whose word is asked. Nobody owes it: it is said who has not yet. */
  readers: { id: string; name: string }[];
  answers: { personId: string; name: string; answer: StatusAnswer; text: string; at: string }[];
}

/** A status update as the log would write it; a person changes and publishes it. */
export interface StatusDraft {
  headline: string;
  text: string;
  health: Health;
  fromSeq: number;
  toSeq: number;
  /** When the last one was published, ISO instant. */
  since: string | null;
}

/** Whose word is still missing. */
export const stillWaitingFor = (status: Pick<StatusUpdate, 'readers' | 'answers' | 'authorId'>) =>
  status.readers.filter(({ id }) => id !== status.authorId && !status.answers.some(({ personId }) => personId === id));

interface Line {
  task: TaskFact;
  words: string;
}

const rowsOf = (facts: Facts, task: TaskFact) =>
  facts.happened
    .filter(({ kind }) => kind !== 'task.created')
    .flatMap(({ rows, why }) => rows.filter(({ taskId }) => taskId === task.id).map((row) => ({ ...row, why })));

/** The first and the last deadline that a task had in this time, when they differ; null when it did not move. */
function slipOf(facts: Facts, task: TaskFact): { from: Deadline; to: Deadline; why: string | null } | null {
  const rows = rowsOf(facts, task).filter(({ after }) => 'dueOn' in after || 'dueTime' in after || 'dueZone' in after);
  const zone = facts.boards.get(task.boardId)?.zone ?? 'UTC';
  const of = (row: Record<string, unknown>): Deadline | null => {
    const value = (field: 'dueOn' | 'dueTime' | 'dueZone') => (field in row ? row[field] : task[field]) as string | null;
    const on = value('dueOn');
    return on ? { on, time: value('dueTime'), zone: value('dueZone') ?? zone } : null;
  };
  const last = rows.at(-1);
  const from = rows.flatMap(({ before, after }) => [of(before), of(after)]).find((deadline) => deadline !== null);
  const to = last ? of(last.after) : null;
  return from && to && daysMoved(from, to) !== 0 ? { from, to, why: last?.why ?? null } : null;
}

/** The tasks for which the last change of their column or state led there. */
function moved(facts: Facts, leads: (task: TaskFact) => boolean, field: 'columnId' | 'doneAt'): TaskFact[] {
  return [...facts.tasks.values()].filter(
    (task) => !isGone(task) && leads(task) && rowsOf(facts, task).some(({ after }) => field in after),
  );
}

const section = (name: string, key: string, lines: readonly Line[]) =>
  lines.length === 0 ? [] : [`## ${name}`, ...lines.map(({ task, words }) => `- ${taskKey(key, task.number)} ${task.title}${words}`), ''];

const count = (n: number, words: string) => (n === 0 ? [] : [`${n} ${words}`]);

/** The draft of a board's status update, from what its log tells since the last one: what moved, what was decided, what slipped. */
export function draftStatus(facts: Facts, boardId: string): Pick<StatusDraft, 'headline' | 'text' | 'health'> {
  const board = facts.boards.get(boardId);
  const key = board?.key ?? '';
  const me = calendarIn(facts, facts.meId, boardId);
  const byNumber = (a: Line, b: Line) => a.task.number - b.task.number;
  const owner = (task: TaskFact) => (task.ownerId ? ` (${nameIn(facts, task.ownerId)})` : '');
  const done = moved(facts, (task) => task.doneAt !== null, 'doneAt').map((task) => ({ task, words: owner(task) }));
  const begun = moved(facts, (task) => task.doneAt === null && classIn(facts, task) === 'active', 'columnId').map((task) => ({
    task,
    words: owner(task),
  }));
  const dropped = moved(facts, (task) => classIn(facts, task) === 'dropped', 'columnId').map((task) => ({ task, words: '' }));
  const slips = [...facts.tasks.values()].flatMap((task) => {
    const slip = isGone(task) || task.doneAt !== null ? null : slipOf(facts, task);
    return slip ? [{ task, slip, days: daysMoved(slip.from, slip.to) }] : [];
  });
  const say = (deadline: Deadline) => deadlineName(deadline, me, facts.now);
  const shifted = (later: boolean) =>
    slips
      .filter(({ days }) => days > 0 === later)
      .map(({ task, slip }) => ({ task, words: `: ${say(slip.to)} instead of ${say(slip.from)}${slip.why ? ` (${slip.why})` : ''}` }));
  const [later, earlier] = [shifted(true), shifted(false)];
  const worried = [...facts.tasks.values()]
    .filter(
      (task) =>
        !isGone(task) && task.doneAt === null && classIn(facts, task) === 'active' && task.health !== null && task.health !== 'on track',
    )
    .map((task) => ({ task, words: `: ${task.health}` }));
  const decided = facts.decisions.filter(
    ({ id, outcome }) => outcome !== null && facts.happened.some((e) => e.kind === 'decision.settled' && e.decisionIds.includes(id)),
  );
  const text = [
    ...section('Done', key, done.toSorted(byNumber)),
    ...(decided.length === 0
      ? []
      : [
          '## Decided',
          ...decided.map(
            ({ number, question, outcome }) =>
              `- ${decisionName(number)} ${question} ${outcome?.choice ?? ''}. Because: ${outcome?.because ?? ''}`,
          ),
          '',
        ]),
    ...section('Later than planned', key, later.toSorted(byNumber)),
    ...section('Earlier than planned', key, earlier.toSorted(byNumber)),
    ...section('Begun', key, begun.toSorted(byNumber)),
    ...section('Dropped', key, dropped.toSorted(byNumber)),
    ...section('Needs attention', key, worried.toSorted(byNumber)),
  ];
  const parts = [
    ...count(done.length, 'done'),
    ...count(decided.length, 'decided'),
    ...count(later.length, 'later than planned'),
    ...count(begun.length, 'begun'),
  ];
  const health = worried.some(({ task }) => task.health === 'off track')
    ? 'off track'
    : worried.length + later.length > 0
      ? 'at risk'
      : 'on track';
  return {
    headline: onOneLine(parts.length === 0 ? 'Nothing moved since the last update' : parts.join(', ')),
    text: text.join('\n').trim(),
    health,
  };
}
