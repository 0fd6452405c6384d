import type { CounterProposal } from '../board';
import type { Ask } from '../conversation/ask';
import { type Handoff, handoffAt } from '../handoff';
import type { Wait } from '../move';
import type { Cause } from './cause';

/** Why something is not told any more. */
export const goneReasons = ['handled', 'withdrawn', 'changed back', 'told better', 'deleted', 'somebody else', 'left', 'over'] as const;
export type GoneReason = (typeof goneReasons)[number];

/** A task as it is at the moment of telling. */
export interface TaskNow {
  ownerId: string | null;
  requesterId: string | null;
  dueAt: string | null;
  /** In a column of queued or active work, and not put away. */
  open: boolean;
  handoff: Handoff | null;
  counter: CounterProposal | null;
  wait: Wait | null;
}

/** To whom something would be told, and what was true when it arose. */
export interface Told {
  cause: Cause;
  personId: string;
  /** For whom the person stands in. */
  coversId: string | null;
  facts: TaskBefore;
}

/** What was true of a task before it changed. */
export interface TaskBefore {
  dueAt?: string | null;
  ownerId?: string | null;
}

/** Whether the ask has this person as its holder, or the one for whom they stand in. */
const holds = (ask: Ask, { personId, coversId }: Told) => ask.holderId === personId || (coversId !== null && ask.holderId === coversId);

const endedAs: Record<NonNullable<Ask['closed']>['as'], GoneReason> = {
  answered: 'handled',
  accepted: 'handled',
  declined: 'handled',
  withdrawn: 'withdrawn',
  proceeded: 'over',
  talk: 'handled',
};
const openFor = (ask: Ask, is: boolean): GoneReason | null => (ask.closed ? endedAs[ask.closed.as] : is ? null : 'somebody else');
const closedAs = (ask: Ask, ...as: NonNullable<Ask['closed']>['as'][]): GoneReason | null =>
  ask.closed && as.includes(ask.closed.as) ? null : 'handled';

type AskRule = (ask: Ask, told: Told) => GoneReason | null;
const held: AskRule = (ask, told) => openFor(ask, holds(ask, told));
const open: AskRule = (ask) => openFor(ask, true);

/** What must still hold of an ask when it is told. */
const askRules: Partial<Record<Cause, AskRule>> = {
  ask: held,
  'ask-blocking': held,
  'ask-reopened': held,
  'ask-returned': held,
  'ask-nudge': held,
  'ask-pool': (ask, told) => openFor(ask, ask.poolIds.length > 0 && holds(ask, told)),
  'ask-open': (ask, { personId }) => openFor(ask, ask.poolIds.includes(personId)),
  'ask-offered': (ask, { personId }) => openFor(ask, ask.offeredToId === personId),
  'ask-more-time': (ask) => openFor(ask, ask.deferAsked !== null),
  'ask-silent': open,
  'ask-deferred': open,
  'ask-time': open,
  'ask-taken': open,
  'ask-declined': (ask) => closedAs(ask, 'declined'),
  'ask-talk': (ask) => closedAs(ask, 'talk'),
  'ask-answered': (ask) => closedAs(ask, 'answered'),
  'ask-outcome': (ask) => closedAs(ask, 'answered', 'accepted'),
  'ask-proceeded': (ask) => closedAs(ask, 'proceeded'),
};

/** Whether something about an ask is still to be told; null when it is. */
export const goneOfAsk = (ask: Ask, told: Told): GoneReason | null => askRules[told.cause]?.(ask, told) ?? null;

type TaskRule = (task: TaskNow, told: Told, now: number) => GoneReason | null;
const owns: TaskRule = (task, { personId, coversId }) =>
  !task.open ? 'over' : task.ownerId === personId || (coversId !== null && task.ownerId === coversId) ? null : 'somebody else';
const due: TaskRule = (task, told, now) => owns(task, told, now) ?? (task.dueAt === told.facts.dueAt ? null : 'told better');
const late: TaskRule = (task, { facts }) => (!task.open ? 'over' : task.dueAt === facts.dueAt ? null : 'told better');
const stillOpen = (task: TaskNow): GoneReason | null => (task.open ? null : 'over');

/** What must still hold of a task when something about it is told. */
const taskRules: Partial<Record<Cause, TaskRule>> = {
  'handoff-offered': (task, { personId, coversId }, now) =>
    handoffAt(task.handoff, now) !== 'offered'
      ? 'handled'
      : task.handoff && [personId, coversId].includes(task.handoff.toId)
        ? null
        : 'somebody else',
  'handoff-returned': (task, told, now) => owns(task, told, now) ?? (handoffAt(task.handoff, now) === 'offered' ? 'handled' : null),
  'handoff-accepted': (task, { personId }) => (task.ownerId === personId ? 'changed back' : null),
  'owner-given': owns,
  'owner-taken': (task, { personId }) => (task.ownerId === personId ? 'changed back' : stillOpen(task)),
  'owner-changed': stillOpen,
  'deadline-changed': owns,
  'deadline-told': (task, { personId }) => (!task.open ? 'over' : task.requesterId === personId ? null : 'somebody else'),
  'deadline-countered': (task) => (task.counter ? null : 'handled'),
  'deadline-answered': owns,
  'waits-for-you': (task, { personId, coversId }) =>
    !task.open ? 'over' : task.wait?.kind === 'person' && [personId, coversId].includes(task.wait.personId) ? null : 'handled',
  'check-back': (task, told, now) => owns(task, told, now) ?? (task.wait?.kind === 'outside' ? null : 'handled'),
  'due-soon': due,
  'due-today': due,
  overdue: late,
  'overdue-long': late,
  urgent: stillOpen,
};

/** Whether something about a task is still to be told at an instant; null when it is. */
export const goneOfTask = (task: TaskNow, told: Told, now: number): GoneReason | null => taskRules[told.cause]?.(task, told, now) ?? null;

type BackRule = (now: TaskNow, personId: string, before: TaskBefore) => boolean;
const sameDeadline: BackRule = (now, _, before) => before.dueAt !== undefined && before.dueAt === now.dueAt;
const backRules: Partial<Record<Cause, BackRule>> = {
  'owner-given': (_, personId, before) => before.ownerId === personId,
  'owner-taken': (_, personId, before) => before.ownerId !== undefined && before.ownerId !== personId,
  'owner-changed': (now, _, before) => before.ownerId !== undefined && before.ownerId === now.ownerId,
  'deadline-changed': sameDeadline,
  'deadline-told': sameDeadline,
};

/** Whether a change is as it was before the first of those that wait with it: then there is nothing to tell. */
export const isChangedBack = ({ cause, personId }: Pick<Told, 'cause' | 'personId'>, now: TaskNow, before: TaskBefore): boolean =>
  backRules[cause]?.(now, personId, before) ?? false;
