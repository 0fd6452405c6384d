import { type Brief, type BriefLine, type BriefSection, briefSections } from '../brief';
import { taskKey } from '../board';
import { askAt } from '../conversation/ask-clock';
import { askChange, changeOf } from './changes';
import { decisionLines } from './decisions';
import { type Duty, askSceneIn, dutiesOf } from './duties';
import { type AskFact, type Facts, type Happened, type TaskFact, calendarIn, isGone, moveSceneIn, nameIn } from './facts';
import { promisedBy } from '../move';
import { leaveAt } from '../time/availability';
import { nextWorking } from '../time/working';
import { statusAnswers } from './status';
import { momentName, onOneLine, saying } from './words';

/** Updates beyond this are "more"; nothing else is ever cut (C2). */
export const mostUpdates = 20;

export interface BriefOptions {
  /** What is not delivered yet comes too: somebody who looks sees it. A digest never tells it. */
  held: boolean;
  /** The whole board's story, for somebody who is new there: not only what concerns them. */
  whole: boolean;
  /** How many updates are told; the rest is a number. */
  updates?: number;
}

type Place = Pick<BriefLine, 'workspaceId' | 'boardId' | 'boardKey' | 'boardName' | 'taskId' | 'taskKey' | 'taskTitle'>;

/** Where something is: its board and task, by their names. */
export function placeOf(facts: Facts, boardId: string, taskId: string | null): Place {
  const board = facts.boards.get(boardId);
  const task = taskId === null ? undefined : facts.tasks.get(taskId);
  return {
    workspaceId: board?.workspaceId ?? '',
    boardId,
    boardKey: board?.key ?? '',
    boardName: board?.name ?? '',
    taskId,
    taskKey: board && task ? taskKey(board.key, task.number) : null,
    taskTitle: task?.title ?? null,
  };
}

/** A duty as a line. */
export function lineOfDuty(facts: Facts, duty: Duty, seq: number, text = duty.text): BriefLine {
  const decision = duty.object === 'decision' ? facts.decisions.find(({ id }) => id === duty.objectId) : undefined;
  return {
    section: 'move',
    key: duty.key,
    object: duty.object,
    objectId: duty.objectId,
    ...placeOf(facts, duty.boardId, duty.taskId),
    text: onOneLine(text),
    reason: duty.reason,
    class: duty.class,
    byId: duty.byId,
    byName: duty.byId === null ? null : nameIn(facts, duty.byId),
    by: duty.by === null ? null : new Date(duty.by).toISOString(),
    at: duty.at || new Date(facts.now).toISOString(),
    seq,
    answers: duty.answers,
    ...(decision && { number: decision.number }),
    ...(duty.heldUntil !== null && { heldUntil: new Date(duty.heldUntil).toISOString() }),
  };
}

/** What others did since on a task, newest last. */
const onTask = (facts: Facts, taskId: string | null) =>
  taskId === null ? [] : facts.happened.filter(({ taskIds }) => taskIds.includes(taskId));

/** The event that made the reader the owner of a task; null when none did since. */
const givenTo = (facts: Facts, taskId: string | null): Happened | null =>
  onTask(facts, taskId).findLast(({ rows }) => rows.some((row) => row.taskId === taskId && row.after['ownerId'] === facts.meId)) ?? null;

/** The event since which it is the reader's: null when it was theirs before. */
function broughtBy(facts: Facts, duty: Duty): Happened | null {
  const events = onTask(facts, duty.taskId);
  const last = (is: (event: Happened) => boolean) => events.findLast(is) ?? null;
  const wrote = (field: string) => (event: Happened) => event.rows.some(({ taskId, after }) => taskId === duty.taskId && field in after);
  if (duty.object === 'ask') {
    const ask = facts.asks.find(({ id }) => id === duty.objectId);
    const times = new Set(ask?.steps.filter(({ byId }) => byId !== facts.meId).map(({ at }) => at));
    return last(({ at }) => times.has(at));
  }
  if (duty.object === 'handoff') return last(({ kind }) => kind === 'handoff.offered');
  if (duty.object === 'decision')
    return facts.happened.findLast(({ decisionIds, kind }) => decisionIds.includes(duty.objectId) && kind !== 'decision.spoken') ?? null;
  if (duty.key.startsWith('counter:')) return last(({ kind }) => kind === 'deadline.countered');
  if (duty.key.startsWith('wait:')) return last(wrote('wait'));
  const task = facts.tasks.get(duty.taskId ?? '');
  const freed = facts.happened.findLast((event) =>
    event.rows.some(({ taskId, after }) => task?.blockerIds.includes(taskId) && after['doneAt']),
  );
  return givenTo(facts, duty.taskId) ?? last((event) => wrote('columnId')(event) || wrote('wait')(event)) ?? freed ?? null;
}

/** Whether its time came while the reader was not looking. */
const fellDue = (facts: Facts, boardId: string, by: number | null) => {
  const sinceAt = facts.boards.get(boardId)?.sinceAt;
  return by !== null && by <= facts.now && sinceAt != null && by > Date.parse(sinceAt);
};

function moveLines(facts: Facts, held: boolean): BriefLine[] {
  return dutiesOf(facts)
    .filter(({ heldUntil }) => held || heldUntil === null)
    .flatMap((duty) => {
      const event = broughtBy(facts, duty);
      if (!event && !fellDue(facts, duty.boardId, duty.by)) return [];
      const task = facts.tasks.get(duty.taskId ?? '');
      const change = duty.key.startsWith('task:') && task ? changeOf(facts, task, false) : null;
      const given = duty.key.startsWith('task:') ? givenTo(facts, duty.taskId) : null;
      const plain = ['finish', 'begin'].includes(duty.verb);
      const lead = given ? `${nameIn(facts, given.actorId)} gave this to you${plain ? '' : `: ${duty.verb}`}` : duty.text;
      const text = change?.deadline ? `${lead}, ${change.deadline}` : lead;
      const line = lineOfDuty(facts, duty, Math.max(event?.seq ?? 0, change?.seq ?? 0), text);
      return [given ? { ...line, byId: given.actorId, byName: nameIn(facts, given.actorId), at: given.at } : line];
    });
}

function changedLines(facts: Facts, whole: boolean, told: ReadonlySet<string>): BriefLine[] {
  const tasks = [...facts.tasks.values()].flatMap((task) => {
    if (told.has(`task:${task.id}`)) return [];
    const change = changeOf(facts, task, whole);
    return change ? [{ change, task }] : [];
  });
  const lines = tasks.map(({ change, task }): BriefLine => ({
    section: 'changed',
    key: `changed:${task.id}`,
    object: 'task',
    objectId: task.id,
    ...placeOf(facts, task.boardId, task.id),
    text: change.text,
    reason: change.tie,
    class: change.tie === 'it is on this board' ? 'ambient' : 'move',
    byId: change.actorId,
    byName: nameIn(facts, change.actorId),
    by: null,
    at: change.at,
    seq: change.seq,
    answers: [],
  }));
  const asks = facts.asks.flatMap((ask) => {
    const change = askChange(facts, ask);
    return change ? [askLine(facts, ask, 'changed', `ask:${ask.id}:time`, change.text, change.happened)] : [];
  });
  return [...lines, ...asks];
}

const askLine = (facts: Facts, ask: AskFact, section: BriefSection, key: string, text: string, event: Happened | null): BriefLine => ({
  section,
  key,
  object: 'ask',
  objectId: ask.id,
  ...placeOf(facts, ask.boardId, ask.taskId),
  text,
  reason: 'you asked',
  class: ask.blocking ? 'blocking' : 'move',
  byId: ask.holderId,
  byName: nameIn(facts, ask.holderId),
  by: null,
  at: event?.at ?? ask.respondBy,
  seq: event?.seq ?? 0,
  answers: [],
});

const ackWords = { seen: 'has seen it', agree: 'agrees', object: 'objects', done: 'has done it' } as const;

/** What came of an ask, for whoever asked; null while it is open and in time. */
function outcomeOf(facts: Facts, ask: AskFact): BriefLine | null {
  const standing = askAt(ask, askSceneIn(facts, ask), facts.now);
  const name = ask.delegatedFromId
    ? `${nameIn(facts, ask.holderId)} for ${nameIn(facts, ask.delegatedFromId)}`
    : nameIn(facts, ask.holderId);
  const { closed } = ask;
  if (!closed) {
    if (standing.state !== 'lapsed' || !fellDue(facts, ask.boardId, standing.respondBy)) return null;
    const line = askLine(facts, ask, 'answers', `ask:${ask.id}:lapsed`, saying(`No answer from ${name} yet`, ask.question), null);
    return { ...line, by: new Date(standing.respondBy).toISOString(), at: new Date(standing.respondBy).toISOString() };
  }
  const event = onTask(facts, ask.taskId).find(({ at }) => at === closed.at);
  if (!event || closed.byId === facts.meId) return null;
  const lead =
    closed.as === 'declined'
      ? `${name} declined`
      : closed.as === 'talk'
        ? `${name} would rather talk`
        : closed.ack
          ? `${name} ${ackWords[closed.ack]}`
          : `${name} answered`;
  return askLine(facts, ask, 'answers', `ask:${ask.id}:${closed.as}`, saying(lead, closed.text), event);
}

/** Tasks whose updates somebody reads (K6): what they own, asked for, help with, owe or are owed on, and what they pinned. */
function follows(facts: Facts, task: TaskFact): boolean {
  const { meId } = facts;
  const people = [task.ownerId, task.requesterId, ...task.helperIds, ...task.followerIds, task.handoff?.fromId, task.handoff?.toId];
  return people.includes(meId) || facts.asks.some((ask) => ask.taskId === task.id && [ask.askerId, ask.holderId].includes(meId));
}

function updateLines(facts: Facts, whole: boolean): BriefLine[] {
  const latest = new Map<string, Facts['written'][number]>();
  for (const one of facts.written) {
    const task = facts.tasks.get(one.taskId);
    if (!task || (one.kind === 'update' && !whole && !follows(facts, task))) continue;
    latest.set(one.kind === 'update' ? `update:${one.taskId}` : `mention:${one.id}`, one);
  }
  return [...latest].map(([key, one]): BriefLine => {
    const name = nameIn(facts, one.authorId);
    const health = one.health && one.health !== 'on track' ? ` (${one.health})` : '';
    return {
      section: 'updates',
      key: `${key}:${one.seq}`,
      object: 'comment',
      objectId: one.id,
      ...placeOf(facts, one.boardId, one.taskId),
      text: one.kind === 'update' ? saying(name, `${one.text}${health}`) : saying(`${name} mentions you`, one.text),
      reason: one.kind === 'update' ? (whole ? 'it is on this board' : 'you follow it') : 'you are named',
      class: 'digest',
      byId: one.authorId,
      byName: name,
      by: null,
      at: one.at,
      seq: one.seq,
      answers: [],
    };
  });
}

/** What the reader asked for and falls into somebody's new time off: nothing moves by itself, so they are told (O3). */
const leaveLines = (facts: Facts): BriefLine[] =>
  [...facts.tasks.values()].flatMap((task): BriefLine[] => {
    const asked = task.requesterId === facts.meId || task.dueSetById === facts.meId;
    const news = facts.hours.findLast(({ personId, boardId }) => personId === task.ownerId && boardId === task.boardId);
    if (!asked || !news || task.ownerId === facts.meId || task.doneAt !== null || isGone(task)) return [];
    const bound = promisedBy(task, moveSceneIn(facts, task.boardId).zone);
    const calendar = calendarIn(facts, news.personId, task.boardId);
    const leave = bound === null ? null : leaveAt(calendar, bound - 1);
    if (!leave || bound === null || bound <= facts.now) return [];
    const back = nextWorking(calendar, bound);
    const until = back === null ? '' : `, until ${momentName(back, calendarIn(facts, facts.meId, task.boardId), facts.now)}`;
    return [
      {
        ...{ section: 'changed', key: `leave:${task.id}:${leave.id}`, object: 'task', objectId: task.id },
        ...placeOf(facts, task.boardId, task.id),
        text: onOneLine(`Its deadline falls into ${nameIn(facts, news.personId)}'s time off${until}`),
        ...{ reason: 'you asked for it', class: 'move', byId: news.personId, byName: nameIn(facts, news.personId), by: null },
        ...{ at: news.at, seq: news.seq, answers: [] },
      },
    ];
  });

/** How boards stand, as others told it; and what somebody objects to in the reader's own words. */
const statusLines = (facts: Facts): BriefLine[] =>
  facts.statuses.flatMap(({ status, kind, seq, at }) => {
    const base = { object: 'status-update' as const, objectId: status.id, ...placeOf(facts, status.boardId, null), by: null, at, seq };
    if (kind === 'published') {
      const asked = status.readers.some(({ id }) => id === facts.meId) && !status.answers.some(({ personId }) => personId === facts.meId);
      const health = status.health === 'on track' ? '' : ` (${status.health})`;
      const text = saying(`${status.authorName} on ${base.boardName}`, `${status.headline}${health}`);
      const told = {
        section: 'updates' as const,
        key: `status:${status.id}`,
        text,
        reason: asked ? 'your word is asked' : 'it is on your board',
      };
      return [
        { ...base, ...told, class: 'digest', byId: status.authorId, byName: status.authorName, answers: asked ? [...statusAnswers] : [] },
      ];
    }
    return status.answers
      .filter(({ answer, at: when }) => answer === 'object' && when === at)
      .map(({ personId, name, text }): BriefLine => ({
        ...base,
        ...{ section: 'answers', key: `status:${status.id}:${personId}`, text: saying(`${name} objects to your status update`, text) },
        ...{ reason: 'you published it', class: 'move', byId: personId, byName: name, answers: [] },
      }));
  });

const decisionsTold = (facts: Facts): BriefLine[] =>
  facts.decisions.flatMap((decision) =>
    decisionLines(facts, decision).map(([told, event]): BriefLine => ({
      ...told,
      object: 'decision',
      objectId: decision.id,
      ...placeOf(facts, decision.boardId, decision.taskIds.find((id) => facts.tasks.has(id)) ?? null),
      byName: told.byId === null ? null : nameIn(facts, told.byId),
      by: null,
      at: event.at,
      seq: event.seq,
      answers: [],
      number: decision.number,
    })),
  );

const byTime = (a: BriefLine, b: BriefLine) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0) || a.seq - b.seq || (a.key < b.key ? -1 : 1);

/** The lines in their order (2.10); one per object, so that no line is told twice. */
export function briefLines(facts: Facts, { held, whole }: BriefOptions, more: readonly BriefLine[] = []): BriefLine[] {
  const move = whole ? [] : moveLines(facts, held);
  const told = new Set(move.map(({ object, objectId }) => `${object}:${objectId}`));
  const answers = whole ? [] : facts.asks.filter((ask) => ask.askerId === facts.meId).flatMap((ask) => outcomeOf(facts, ask) ?? []);
  const answered = new Set(answers.map(({ objectId }) => objectId));
  const changed = changedLines(facts, whole, told).filter(({ object, objectId }) => object !== 'ask' || !answered.has(objectId));
  const decided = decisionsTold(facts);
  const statuses = statusLines(facts);
  const updates = [...updateLines(facts, whole), ...statuses.filter(({ section }) => section === 'updates')].toSorted((a, b) =>
    byTime(b, a),
  );
  const all: Record<BriefSection, BriefLine[]> = {
    move,
    decided: decided.filter(({ section }) => section === 'decided').toSorted(byTime),
    changed: [...changed, ...(whole ? [] : leaveLines(facts))].toSorted(byTime),
    answers: [...answers, ...[...decided, ...statuses].filter(({ section }) => section === 'answers')].toSorted(byTime),
    updates,
  };
  for (const line of more) all[line.section].push(line);
  return briefSections.flatMap((section) => all[section]);
}

/** How much happened besides, per task of a board that the reader may see. */
export interface Activity {
  taskId: string;
  boardId: string;
  number: number;
  title: string;
  events: number;
}

/** The brief: what is owed and what changed, complete; updates up to a bound; the rest as counts. */
export function buildBrief(
  facts: Facts,
  activity: readonly Activity[],
  events: number,
  options: BriefOptions,
  more: readonly BriefLine[] = [],
): Brief {
  const most = options.updates ?? mostUpdates;
  const lines = briefLines(facts, options, more);
  const updates = lines.filter(({ section }) => section === 'updates');
  const shown = lines.filter((line) => line.section !== 'updates' || updates.indexOf(line) < most);
  const told = new Set(lines.flatMap(({ taskId }) => taskId ?? []));
  return {
    lines: shown,
    moreUpdates: Math.max(0, updates.length - most),
    others: activity
      .filter(({ taskId }) => !told.has(taskId))
      .map((one) => ({
        taskId: one.taskId,
        taskKey: taskKey(facts.boards.get(one.boardId)?.key ?? '', one.number),
        title: one.title,
        boardId: one.boardId,
        events: one.events,
      })),
    events,
  };
}

/** How long it takes to read, in minutes: what is owed or changed is thought about, an update is glanced at. */
export const minutesFor = (brief: Pick<Brief, 'lines'>): number => {
  const updates = brief.lines.filter(({ section }) => section === 'updates').length;
  return Math.max(1, Math.ceil(((brief.lines.length - updates) * 20 + updates * 5) / 60));
};

/** The sentence of a section, above its lines. */
export const sectionNames: Record<BriefSection, string> = {
  move: 'Your move',
  decided: 'Decided while you were away',
  changed: 'Changed commitments',
  answers: 'Answers to your asks',
  updates: 'Updates',
};
