import type { BriefLine, BriefObject, DeliveryClass } from '../brief';
import type { AskedCheckIn } from '../check-in/check-in';
import { acknowledgements, wantVerbs } from '../conversation/ask';
import { type AskScene, askAt } from '../conversation/ask-clock';
import { type CoverScene, askSceneOf } from '../conversation/ask-party';
import { handoffAt } from '../handoff';
import { type Wait, finishOf, promisedBy } from '../move';
import { defaultNorms } from '../norms';
import { isLate } from '../time/leave';
import { dueSoonFrom, endOfNthWorkingDay } from '../time/working';
import { decisionDuty } from './decisions';
import { type AskFact, type Facts, type TaskFact, calendarIn, classIn, headlineIn, isGone, moveSceneIn, nameIn } from './facts';
import { capital, deadlineName, momentName, saying } from './words';

/** Something that one person owes now: what, to whom, until when. Derived from what is; nothing of it is stored. */
export interface Duty {
  key: string;
  object: BriefObject;
  objectId: string;
  boardId: string;
  /** Null for a decision that touches no task, and for a check-in. */
  taskId: string | null;
  /** What is to be done, as a row begins: "answer", "take over", "finish". */
  verb: string;
  text: string;
  reason: string;
  class: DeliveryClass;
  /** From whom it comes; null for one's own work. */
  byId: string | null;
  by: number | null;
  /** When it arose, as far as the record says. */
  at: string;
  /** It is not delivered before this instant; null for what is. */
  heldUntil: number | null;
  answers: BriefLine['answers'];
  /** Its time is over, and no leave of the reader's excuses it. */
  late?: boolean;
}

/** The people of an ask, the rules of its board, and who stands in for a holder who is away. */
export function askSceneIn(facts: Facts, ask: AskFact): AskScene {
  const board = facts.boards.get(ask.boardId);
  const people: CoverScene = {
    calendarOf: (id) => facts.calendars.get(id),
    isGone: (id) => facts.gone.has(id),
    triageId: board?.triageId ?? null,
  };
  return askSceneOf(ask, people, { norms: board?.norms ?? defaultNorms, zone: board?.zone ?? 'UTC' }, facts.now);
}

const leads = { answer: 'asks', review: 'asks for a review', approval: 'asks you to approve', acknowledgement: 'asks you to acknowledge' };

function askDuty(facts: Facts, ask: AskFact): Duty | null {
  const standing = askAt(ask, askSceneIn(facts, ask), facts.now);
  const base = { object: 'ask' as const, objectId: ask.id, boardId: ask.boardId, taskId: ask.taskId, heldUntil: null, answers: [] };
  const urgency = ask.blocking ? ('blocking' as const) : ('move' as const);
  const { meId } = facts;
  if (standing.state === 'talk' && ask.talk?.initiatorId === meId)
    return {
      ...base,
      key: `ask:${ask.id}:outcome`,
      verb: 'write what came of it',
      text: `You talked with ${nameIn(facts, meId === ask.askerId ? ask.holderId : ask.askerId)}: write what came of it`,
      reason: 'you began the talk',
      class: 'move',
      byId: meId === ask.askerId ? ask.holderId : ask.askerId,
      by: ask.talk.outcomeBy === null ? null : Date.parse(ask.talk.outcomeBy),
      at: ask.talk.at,
    };
  if (ask.closed) return null;
  if (ask.holderId === meId)
    return {
      ...base,
      key: `ask:${ask.id}`,
      verb: wantVerbs[ask.want],
      text: saying(`${nameIn(facts, ask.askerId)} ${leads[ask.want]}`, ask.question),
      reason: ask.poolIds.length > 0 ? 'you hold it until somebody takes it' : 'you are asked',
      class: urgency,
      byId: ask.askerId,
      by: standing.respondBy,
      at: ask.sentAt,
      heldUntil: standing.state === 'held' ? Date.parse(ask.deliveredAt) : null,
      answers: ask.want === 'acknowledgement' ? [...acknowledgements] : [],
    };
  // Held for whoever is away is not held for whoever covers.
  if (standing.coverId === meId && ask.askerId !== meId)
    return {
      ...base,
      key: `ask:${ask.id}:cover`,
      verb: wantVerbs[ask.want],
      text: saying(`${nameIn(facts, ask.askerId)} asks ${nameIn(facts, ask.holderId)}, whom you cover for`, ask.question),
      reason: `you cover for ${nameIn(facts, ask.holderId)}`,
      class: urgency,
      byId: ask.askerId,
      by: standing.respondBy,
      at: ask.sentAt,
    };
  if (ask.offeredToId === meId)
    return {
      ...base,
      key: `ask:${ask.id}:offered`,
      verb: 'answer instead',
      text: saying(`${nameIn(facts, ask.holderId)} asks you to answer ${nameIn(facts, ask.askerId)} instead`, ask.question),
      reason: 'it is offered to you',
      class: urgency,
      byId: ask.holderId,
      by: standing.respondBy,
      at: ask.steps.findLast(({ step }) => step === 'offer')?.at ?? ask.sentAt,
    };
  if (ask.deferAsked && ask.askerId === meId) {
    const until = momentName(Date.parse(ask.deferAsked.to), calendarIn(facts, meId, ask.boardId), facts.now);
    return {
      ...base,
      key: `ask:${ask.id}:defer`,
      verb: 'agree or not',
      text: saying(`${nameIn(facts, ask.holderId)} needs until ${until}`, ask.deferAsked.why),
      reason: 'you asked',
      class: 'move',
      byId: ask.holderId,
      by: standing.respondBy,
      at: ask.steps.findLast(({ step }) => step === 'defer')?.at ?? ask.sentAt,
    };
  }
  return null;
}

function handoffDuty(facts: Facts, task: TaskFact): Duty | null {
  const { handoff } = task;
  if (!handoff) return null;
  const state = handoffAt(handoff, facts.now);
  const base = { object: 'handoff' as const, objectId: task.id, boardId: task.boardId, taskId: task.id, heldUntil: null, answers: [] };
  if (state === 'offered' && handoff.toId === facts.meId) {
    const giver = nameIn(facts, handoff.fromId);
    const lead =
      handoff.kind === 'orphaned'
        ? `${giver} left, and this is offered to you`
        : `${giver} ${handoff.kind === 'return' ? 'gives this back to you' : 'hands this over to you'}`;
    return {
      ...base,
      key: `handoff:${task.id}:${handoff.by}`,
      verb: 'take over',
      text: saying(lead, handoff.note?.where ?? ''),
      reason: 'it is offered to you',
      class: 'move',
      byId: handoff.fromId,
      by: Date.parse(handoff.by),
      at: handoff.by,
    };
  }
  if (state !== 'expired' || handoff.fromId !== facts.meId) return null;
  return {
    ...base,
    key: `handoff:${task.id}:${handoff.by}:back`,
    verb: 'keep or offer again',
    text: `${nameIn(facts, handoff.toId)} did not take it over: it is back with you`,
    reason: 'you own it',
    class: 'move',
    byId: handoff.toId,
    by: finishOf(task, moveSceneIn(facts, task.boardId)),
    at: handoff.by,
  };
}

function counterDuty(facts: Facts, task: TaskFact): Duty | null {
  const { counter } = task;
  if (!counter || counter.byId === facts.meId || (task.dueSetById ?? task.requesterId) !== facts.meId) return null;
  const me = calendarIn(facts, facts.meId, task.boardId);
  const days = facts.boards.get(task.boardId)?.norms.askDays ?? defaultNorms.askDays;
  return {
    key: `counter:${task.id}:${counter.at}`,
    object: 'task',
    objectId: task.id,
    boardId: task.boardId,
    taskId: task.id,
    verb: 'agree or not',
    text: saying(`${nameIn(facts, counter.byId)} can do ${deadlineName(counter, me, facts.now)}`, counter.why),
    reason: 'you set this deadline',
    class: 'move',
    byId: counter.byId,
    by: endOfNthWorkingDay(me, Date.parse(counter.at), days),
    at: counter.at,
    heldUntil: null,
    answers: [],
  };
}

function waitDuty(facts: Facts, task: TaskFact, wait: Wait | null): Duty | null {
  if (wait?.kind !== 'person' || wait.personId !== facts.meId) return null;
  return {
    key: `wait:${task.id}:${wait.since}`,
    object: 'task',
    objectId: task.id,
    boardId: task.boardId,
    taskId: task.id,
    verb: wait.what || 'help',
    text: saying(`${nameIn(facts, task.ownerId)} waits for you`, wait.what),
    reason: 'a colleague waits for you',
    class: 'blocking',
    byId: task.ownerId,
    by: Date.parse(wait.by),
    at: wait.since,
    heldUntil: null,
    answers: [],
  };
}

/** One's own work: what is begun, what must be begun now, and what somebody outside must be asked again. */
function ownDuty(facts: Facts, task: TaskFact): Duty | null {
  // What came back from a handoff is told as that.
  if (task.ownerId !== facts.meId || handoffAt(task.handoff, facts.now) === 'expired') return null;
  const headline = headlineIn(facts, task);
  if (!headline || headline.personId !== facts.meId || !['owner', 'outside', 'blocker'].includes(headline.kind)) return null;
  // What waits for another task of one's own is told by that task.
  if (headline.kind === 'blocker' && headline.what.startsWith('finish ')) return null;
  const columnClass = classIn(facts, task);
  const scene = moveSceneIn(facts, task.boardId);
  const bound = headline.kind === 'outside' ? headline.by : promisedBy(task, scene.zone);
  const soon = bound !== null && facts.now >= (dueSoonFrom(calendarIn(facts, facts.meId, task.boardId), bound) ?? bound);
  if ((columnClass !== 'active' || headline.kind === 'outside') && !soon) return null;
  const verb = columnClass === 'queued' && headline.what === 'finish' ? 'begin' : headline.what;
  return {
    key: `task:${task.id}`,
    object: 'task',
    objectId: task.id,
    boardId: task.boardId,
    taskId: task.id,
    verb,
    text: capital(verb),
    reason: 'you own it',
    class: 'move',
    byId: null,
    by: headline.by,
    at: task.dueAt ?? '',
    heldUntil: null,
    answers: [],
  };
}

/** A check-in that can be answered today; it goes away with the day, and is never late. */
const checkInDuty = ({ checkInId, title, boardId, on, askedAt, closesAt }: AskedCheckIn): Duty => ({
  key: `check-in:${checkInId}:${on}`,
  object: 'check-in',
  objectId: checkInId,
  boardId,
  taskId: null,
  verb: 'answer',
  text: title,
  reason: 'you take part',
  class: 'move',
  byId: null,
  by: Date.parse(closesAt),
  at: askedAt,
  heldUntil: null,
  answers: [],
});

function isLateDuty(facts: Facts, { by, key, taskId, boardId }: Duty): boolean {
  if (by === null) return false;
  const task = key.startsWith('task:') ? facts.tasks.get(taskId ?? '') : undefined;
  const bound = task ? (promisedBy(task, moveSceneIn(facts, boardId).zone) ?? by) : by;
  return isLate(calendarIn(facts, facts.meId, boardId), by, Math.max(by, bound), facts.now);
}

const soonestFirst = (a: Duty, b: Duty) => (a.by ?? Infinity) - (b.by ?? Infinity) || (a.key < b.key ? -1 : 1);

/** Everything that the reader owes now, soonest first; one entry per object. */
export function dutiesOf(facts: Facts): Duty[] {
  const tasks = [...facts.tasks.values()].filter((task) => !isGone(task) && task.doneAt === null);
  const fromTasks = tasks.flatMap((task) => [
    handoffDuty(facts, task),
    counterDuty(facts, task),
    waitDuty(facts, task, task.wait),
    ownDuty(facts, task),
  ]);
  const fromDecisions = facts.decisions.map((decision) => decisionDuty(facts, decision));
  return [...facts.asks.map((ask) => askDuty(facts, ask)), ...fromDecisions, ...facts.checkIns.map(checkInDuty), ...fromTasks]
    .filter((duty) => duty !== null)
    .map((duty) => ({ ...duty, late: isLateDuty(facts, duty) }))
    .toSorted(soonestFirst);
}
