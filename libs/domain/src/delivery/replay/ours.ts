import type { Ask } from '../../conversation/ask';
import type { Calendar } from '../../time/calendar';
import { type Cause, causeOf } from '../cause';
import { dueAt } from '../hold';
import { type Deed, type Notice, noticesOf } from '../notice';
import { type Plan, type Waiting, planOf } from '../plan';
import type { Send } from './policies';
import type { Trace, TraceEvent, TraceTask } from './trace';

/** Something that the trace makes the engine tell. */
export interface TraceItem extends Waiting, Notice {
  id: number;
  taskId: string;
}

export interface OurSends {
  sends: (Send & { slot: number; items: TraceItem[] })[];
  items: TraceItem[];
}

const days = 86_400_000;

function askOf(event: TraceEvent, blocking: boolean, i: number): Ask {
  const at = new Date(event.at).toISOString();
  return {
    ...{
      id: `ask-${i}`,
      taskId: event.taskId,
      boardId: 'board',
      commentId: `comment-${i}`,
      askerId: event.actorId,
      holderId: event.toId ?? '',
    },
    ...{ poolIds: [], want: 'answer', blocking, ifNoReply: { kind: 'wait' }, sentAt: at, deliveredAt: at, respondBy: at, explicit: false },
    ...{
      shortNotice: null,
      deferred: false,
      deferAsked: null,
      offeredToId: null,
      delegatedFromId: null,
      closed: null,
      talk: null,
      rounds: 0,
    },
    ...{ version: 1, steps: [{ step: 'send', at, byId: event.actorId, text: '' }] },
  };
}

/** What an event of the trace is to the rules of delivery. */
function deedsOf(event: TraceEvent, i: number): Deed[] {
  const said = (kind: 'note' | 'update' | 'blocker'): Deed => ({
    ...{ what: 'comment', commentId: `comment-${i}`, kind },
    mentionIds: event.kind === 'note' && event.toId ? [event.toId] : [],
  });
  switch (event.kind) {
    case 'note':
      return [said('note')];
    case 'update':
      return [said('update')];
    case 'ask':
      return [{ what: 'ask', ask: askOf(event, false, i), step: 'send' }];
    case 'blocker':
      return [{ what: 'ask', ask: askOf(event, true, i), step: 'send' }, said('blocker')];
    case 'handoff':
      return [{ what: 'handoff', step: 'offered', fromId: event.actorId, toId: event.toId ?? '' }];
    case 'edit':
      return event.deadline ? [{ what: 'deadline' }] : [];
    case 'move':
    case 'stance':
    case 'decision':
      return [];
  }
}

/** A decision asks the views of everybody who follows the task, and tells them the outcome two days later. */
function decided(event: TraceEvent, task: TraceTask, i: number): { at: number; notice: Notice }[] {
  const others = task.followerIds.filter((id) => id !== event.actorId);
  const tell = (at: number, cause: Cause) => others.map((personId) => ({ at, notice: { personId, cause, objectId: `decision-${i}` } }));
  return [...tell(event.at, 'decision-input'), ...tell(event.at + 2 * days, 'decision-outcome')];
}

/** Everything that the rules of delivery make of the trace, oldest first. */
export function itemsOf(trace: Trace): TraceItem[] {
  const tasks = new Map(trace.tasks.map((task) => [task.id, task]));
  const told = trace.events.flatMap((event, i) => {
    const task = tasks.get(event.taskId);
    if (!task) return [];
    const scene = {
      ...{ taskId: task.id, actorId: event.actorId, ownerId: task.ownerId, dueSetById: null, followerIds: task.followerIds },
      requesterId: task.followerIds[1] ?? null,
    };
    const notices = deedsOf(event, i).flatMap((deed) => noticesOf(deed, scene));
    // Whoever is asked by a comment is not told besides that it was written.
    const asked = new Set(notices.filter(({ cause }) => causeOf(cause).object === 'ask').map(({ personId }) => personId));
    const plain = notices.filter(({ cause, personId }) => causeOf(cause).object !== 'comment' || !asked.has(personId));
    const all = plain.map((notice) => ({ at: event.at, notice }));
    return (event.kind === 'decision' ? [...all, ...decided(event, task, i)] : all).map((one) => ({ ...one, taskId: task.id }));
  });
  return told
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, notice, taskId }, id) => ({
      ...notice,
      id,
      taskId,
      at,
      class: causeOf(notice.cause).class,
      duty: causeOf(notice.cause).duty,
    }));
}

/** What one person gets, when the worker looks at these instants. */
export function replayFor(
  calendar: Calendar,
  items: readonly TraceItem[],
  looks: readonly number[],
): { at: number; slot: number; items: TraceItem[] }[] {
  let waiting: TraceItem[] = [];
  let next = 0;
  let lastSlot: number | null = null;
  const messages: { at: number; slot: number; items: TraceItem[] }[] = [];
  for (const now of looks) {
    for (; (items[next]?.at ?? Infinity) <= now; next++) waiting.push(items[next] as TraceItem);
    const { message, folded }: Plan<TraceItem> = planOf(waiting, calendar, now, lastSlot);
    const gone = new Set([...folded, ...(message?.items ?? [])]);
    if (gone.size === 0) continue;
    waiting = waiting.filter((item) => !gone.has(item));
    if (!message) continue;
    lastSlot = message.slot;
    messages.push({ at: now, ...message });
  }
  return messages;
}

/** What ours sends, with the rules that the engine uses, for a worker that looks whenever something is due. */
export function ours(trace: Trace): OurSends {
  const items = itemsOf(trace);
  const sends = trace.people.flatMap(({ id: personId, calendar }) => {
    const own = items.filter((item) => item.personId === personId);
    const looks = [...new Set(own.flatMap((item) => dueAt(item.class, item.at, calendar) ?? []))].toSorted((a, b) => a - b);
    return replayFor(calendar, own, looks).map((message) => ({ personId, ...message }));
  });
  return { sends, items };
}
