import type { BriefObject } from '../brief';
import { wantVerbs } from '../conversation/ask';
import { askAt } from '../conversation/ask-clock';
import { handoffAt } from '../handoff';
import { endOfNthWorkingDay, dueSoonFrom } from '../time/working';
import { askSceneIn } from './duties';
import { type AskFact, type Facts, type TaskFact, calendarIn, classIn, headlineIn, isGone, nameIn } from './facts';
import { onOneLine } from './words';

/** How something stands that somebody waits for; answers and refusals are there to be read. */
export type WaitState = 'on its way' | 'open' | 'late' | 'answered' | 'declined' | 'talk';

/** What one person waits for: whom, what, until when. */
export interface Awaited {
  key: string;
  object: BriefObject;
  objectId: string;
  boardId: string;
  taskId: string;
  state: WaitState;
  /** Null for somebody who is not here; then `who` has their name. */
  personId: string | null;
  who: string;
  what: string;
  by: number | null;
  at: string;
}

const ackWords = { seen: 'has seen it', agree: 'agrees', object: 'objects', done: 'has done it' } as const;

function askWait(facts: Facts, ask: AskFact): Awaited | null {
  if (ask.askerId !== facts.meId) return null;
  const standing = askAt(ask, askSceneIn(facts, ask), facts.now);
  const base = {
    key: `waiting:${ask.id}`,
    object: 'ask' as const,
    objectId: ask.id,
    boardId: ask.boardId,
    taskId: ask.taskId,
    personId: ask.holderId,
    who: nameIn(facts, ask.holderId),
    by: standing.respondBy,
    at: ask.sentAt,
  };
  const asked = onOneLine(`${wantVerbs[ask.want]}: ${ask.question}`);
  const { closed } = ask;
  switch (standing.state) {
    case 'held':
      return { ...base, state: 'on its way', what: asked };
    case 'delivered':
      return { ...base, state: 'open', what: asked };
    case 'lapsed':
      return { ...base, state: 'late', what: asked };
    case 'answered':
      return {
        ...base,
        state: 'answered',
        what: onOneLine(closed?.ack ? `${ackWords[closed.ack]}. ${closed.text}` : (closed?.text ?? '')),
        by: null,
      };
    case 'declined':
      return { ...base, state: 'declined', what: onOneLine(closed?.text ?? ''), by: null };
    case 'talk':
      return ask.talk?.initiatorId === facts.meId
        ? null
        : {
            ...base,
            state: 'talk',
            what: 'writes down what came of your talk',
            by: ask.talk?.outcomeBy ? Date.parse(ask.talk.outcomeBy) : null,
          };
    case 'accepted':
    case 'withdrawn':
    case 'proceeded':
      return null;
    default:
      return standing.state satisfies never;
  }
}

const stateAt = (by: number | null, now: number): WaitState => (by !== null && by <= now ? 'late' : 'open');

/** What holds up the reader's own work, or what they asked somebody to do. */
function taskWait(facts: Facts, task: TaskFact, asked: ReadonlySet<string>): Awaited | null {
  const { meId, now } = facts;
  const columnClass = classIn(facts, task);
  if (isGone(task) || task.doneAt !== null || (columnClass !== 'active' && columnClass !== 'queued')) return null;
  const base = { object: 'task' as BriefObject, objectId: task.id, boardId: task.boardId, taskId: task.id, at: '' };
  const of = (key: string, personId: string, what: string, by: number | null): Awaited => ({
    ...base,
    key,
    personId,
    who: nameIn(facts, personId),
    what,
    by,
    state: stateAt(by, now),
  });
  const { handoff, counter, wait } = task;
  if (handoff && handoff.fromId === meId && handoff.toId !== meId && handoffAt(handoff, now) === 'offered')
    return of(`waiting:${task.id}:handoff`, handoff.toId, 'accept or question your handoff', Date.parse(handoff.by));
  const setter = task.dueSetById ?? task.requesterId;
  if (counter?.byId === meId && setter && setter !== meId) {
    const days = facts.boards.get(task.boardId)?.norms.askDays ?? 1;
    const by = endOfNthWorkingDay(calendarIn(facts, setter, task.boardId), Date.parse(counter.at), days);
    return of(`waiting:${task.id}:counter`, setter, 'answer the day that you propose', by);
  }
  const own = task.ownerId === meId;
  if (own && wait?.kind === 'person' && wait.personId !== meId)
    return of(`waiting:${task.id}:person`, wait.personId, wait.what, Date.parse(wait.by));
  const headline = headlineIn(facts, task);
  if (!headline) return null;
  if (own && headline.kind === 'outside' && wait?.kind === 'outside') {
    const soon = headline.by === null ? null : dueSoonFrom(calendarIn(facts, meId, task.boardId), headline.by);
    // From then on it is the reader's move: they look again.
    if (headline.by === null || now >= (soon ?? headline.by)) return null;
    return {
      ...base,
      key: `waiting:${task.id}:outside`,
      personId: null,
      who: wait.who,
      what: wait.what || 'an answer from outside',
      by: headline.by,
      state: 'open',
    };
  }
  // What the reader asked themselves is told by its ask.
  if (headline.personId === null || headline.personId === meId || asked.has(`${task.id} ${headline.personId}`)) return null;
  const requested = task.requesterId === meId && task.ownerId !== null && columnClass === 'active';
  return own || requested ? of(`waiting:${task.id}`, headline.personId, headline.what, headline.by) : null;
}

const rank: Record<WaitState, number> = { answered: 0, declined: 0, late: 1, talk: 2, open: 2, 'on its way': 2 };

/** Everything that the reader waits for: what came back first, then what is late, then by its time. */
export function waitsOf(facts: Facts): Awaited[] {
  const asks = facts.asks.flatMap((ask) => askWait(facts, ask) ?? []);
  const asked = new Set(asks.map(({ taskId, personId }) => `${taskId} ${personId}`));
  const tasks = [...facts.tasks.values()].flatMap((task) => taskWait(facts, task, asked) ?? []);
  return [...asks, ...tasks].toSorted(
    (a, b) => rank[a.state] - rank[b.state] || (a.by ?? Infinity) - (b.by ?? Infinity) || (a.key < b.key ? -1 : 1),
  );
}
