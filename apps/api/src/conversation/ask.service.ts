import { Injectable } from '@nestjs/common';
import {
  type Ask,
  type AskScene,
  type AskStep,
  type Calendar,
  type Change,
  type IfNoReply,
  type Norms,
  Refusal,
  askAt,
  askParties,
  askSteps,
  askWants,
  assumedCalendar,
  endOfNthWorkingDay,
  limits,
  mayStep,
  partiesOf,
  promiseOf,
  slidRespondBy,
  stepsFor,
} from '@baton/domain';
import type { EntityManager } from 'typeorm';
import { calendarsOf } from '../account/calendars';
import { Commands, type LockedBoard } from '../board/command';
import { select } from '../platform/database/database';
import type { Event } from '../platform/events/event.entity';
import type { Viewer } from '../platform/graphql/context';
import { atMost, requireText } from '../platform/text';
import { normsOn, requirePeople } from '../task/task.service';
import { asksWhere, settleOwed, writeAsk } from './ask.store';
import { type AskEffect, effects } from './ask.steps';
import { addComment } from './comment.store';
import type { AskInput, StepAskInput } from './conversation.inputs';

/** Asks: one person owes one thing until one time, in their own working hours. */
@Injectable()
export class AskService {
  constructor(private readonly commands: Commands) {}

  /** Makes the asks of a comment: one per person (Q0), or one that any of them may claim (Q1). */
  async send(
    tx: EntityManager,
    viewer: Viewer,
    board: LockedBoard,
    comment: { id: string; taskId: string },
    input: AskInput,
    blocking = input.blocking,
  ): Promise<Ask[]> {
    const people = [...new Set(input.personIds)];
    if (people.length === 0) throw new Refusal('BAD_INPUT', { field: 'personIds', reason: 'Choose whom you ask.' });
    if (people.length > limits.askees)
      throw new Refusal('BAD_INPUT', { field: 'personIds', reason: `Ask at most ${limits.askees} people at a time.` });
    if (!askWants.includes(input.want)) throw new Refusal('BAD_INPUT', { field: 'want', reason: 'Say what is wanted.' });
    if (people.includes(viewer.personId))
      throw new Refusal('BAD_INPUT', { field: 'personIds', reason: 'You cannot ask yourself: write a next step instead.' });
    const ifNoReply = requireIfNoReply(input.ifNoReply);
    await requirePeople(tx, board, [...people, ...(ifNoReply.kind === 'other' ? [ifNoReply.personId] : [])]);
    const holders = input.pool ? [await triageOf(tx, board.id)] : people;
    if (input.ids.length !== holders.length) throw new Refusal('BAD_INPUT', { field: 'ids', reason: 'Each ask needs an id of its own.' });
    const norms = await normsOn(tx, board.id);
    const calendars = await calendarsOf(tx, holders);
    const asks: Ask[] = [];
    for (const [i, holderId] of holders.entries()) {
      const promise = promised(calendars.get(holderId), norms, board, {
        blocking,
        at: input.respondBy ?? null,
        shortNotice: input.shortNotice ?? null,
      });
      asks.push({
        id: input.ids[i] ?? '',
        taskId: comment.taskId,
        boardId: board.id,
        commentId: comment.id,
        askerId: viewer.personId,
        holderId,
        poolIds: input.pool ? people : [],
        want: input.want,
        blocking,
        ifNoReply,
        sentAt: board.now.toISOString(),
        ...promise,
        deferred: false,
        deferAsked: null,
        offeredToId: null,
        delegatedFromId: null,
        closed: null,
        talk: null,
        rounds: await roundsOf(tx, comment.taskId, viewer.personId, holderId),
        version: 1,
        steps: [{ step: 'send', at: board.now.toISOString(), byId: viewer.personId, text: '' }],
      });
    }
    for (const ask of asks) await writeAsk(tx, ask, board.workspaceId);
    return asks;
  }

  /** Takes one step of the table; refuses a step that the state or the person's part in it does not allow, with the present state. */
  step(viewer: Viewer, input: StepAskInput): Promise<Event> {
    const request = { commandId: input.commandId, action: 'comment.create', target: { askId: input.askId }, input } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const [ask] = await asksWhere(tx, 'a.id = $1', [input.askId]);
      if (!ask) throw new Refusal('NOT_FOUND');
      const changes = await this.take(tx, viewer, board, ask, input);
      return { kind: 'ask.stepped', changes, taskIds: [ask.taskId] };
    });
  }

  /** The step within a running command; answers what it changed. */
  async take(
    tx: EntityManager,
    viewer: Viewer,
    board: LockedBoard,
    ask: Ask,
    input: Omit<StepAskInput, 'commandId' | 'askId'>,
  ): Promise<Change[]> {
    const norms = await normsOn(tx, board.id);
    const others = [ask.holderId, ask.askerId, viewer.personId, ...(input.personId ? [input.personId] : [])];
    if (input.personId) await requirePeople(tx, board, [input.personId]);
    const calendars = await calendarsOf(tx, others);
    const calendarOf = (id: string): Calendar => calendars.get(id) ?? assumedCalendar(board.zone);
    const scene: AskScene = { holder: calendarOf(ask.holderId), asker: calendarOf(ask.askerId), norms };
    requireStep(ask, scene, viewer.personId, input.step, board.now.getTime());
    const again = (holderId: string, change: { at?: Date | null; blocking?: boolean } = {}) =>
      promised(calendarOf(holderId), norms, board, {
        blocking: change.blocking ?? ask.blocking,
        at: change.at ?? null,
        shortNotice: input.shortNotice ?? null,
      });
    const endOfNext = (id: string, after: Date) =>
      new Date(endOfNthWorkingDay(calendarOf(id), after.getTime(), 1) ?? after.getTime() + 7 * 86_400_000).toISOString();
    const effect: AskEffect = effects[input.step](ask, { input, byId: viewer.personId, now: board.now, again, endOfNext });
    const text = effect.text ?? '';
    const next: Ask = {
      ...ask,
      ...effect.ask,
      steps: [
        ...ask.steps,
        { step: input.step, at: board.now.toISOString(), byId: viewer.personId, text: atMost(text, 'the text', limits.comment) },
      ],
    };
    await writeAsk(tx, next, board.workspaceId);
    const said =
      effect.says && text !== '' ? await addComment(tx, board, viewer, { taskId: ask.taskId, text, replyToId: ask.commentId }) : [];
    return [{ type: 'detail', id: ask.taskId, fields: { what: 'comments' } }, ...said, ...(await settleOwed(tx, [ask.taskId]))];
  }

  /** Open asks of a task move to whoever takes it over; counted for them, and never due earlier than before (H2). */
  async follow(tx: EntityManager, viewer: Viewer, board: LockedBoard, taskId: string, fromId: string, toId: string): Promise<Change[]> {
    const asks = await asksWhere(tx, 'a.task_id = $1 and a.holder_id = $2 and a.closed is null and a.asker_id <> $3', [
      taskId,
      fromId,
      toId,
    ]);
    if (asks.length === 0) return [];
    const norms = await normsOn(tx, board.id);
    const calendar = (await calendarsOf(tx, [toId])).get(toId);
    for (const ask of asks) {
      const { deliveredAt, respondBy } = promised(calendar, norms, board, { blocking: ask.blocking, at: null, shortNotice: null });
      const steps = [...ask.steps, { step: 'take' as const, at: board.now.toISOString(), byId: viewer.personId, text: '' }];
      await writeAsk(
        tx,
        { ...ask, holderId: toId, deliveredAt, respondBy: respondBy > ask.respondBy ? respondBy : ask.respondBy, offeredToId: null, steps },
        board.workspaceId,
      );
    }
    return settleOwed(tx, [taskId]);
  }

  /** What somebody owes slides with their hours: later only, and never what was named as a time (N2). Within the transaction of the change. */
  async slide(tx: EntityManager, boardId: string, personId: string): Promise<Change[]> {
    const asks = await asksWhere(tx, 't.board_id = $1 and a.holder_id = $2 and a.closed is null and not a.explicit', [boardId, personId]);
    const calendar = asks.length > 0 ? (await calendarsOf(tx, [personId])).get(personId) : undefined;
    if (!calendar) return [];
    const norms = await normsOn(tx, boardId);
    for (const ask of asks) {
      const by = slidRespondBy(ask, { holder: calendar, asker: calendar, norms });
      await tx.query('update ask set respond_by = $2 where id = $1', [ask.id, new Date(by)]);
    }
    return settleOwed(tx, [...new Set(asks.map(({ taskId }) => taskId))]);
  }
}

type Promised = Pick<Ask, 'deliveredAt' | 'respondBy' | 'explicit' | 'shortNotice'>;
/** What an ask promises, as it is kept; refuses a receiver who is not there, and a time that leaves them too little notice (A3, N3). */
function promised(
  calendar: Calendar | undefined,
  norms: Norms,
  board: LockedBoard,
  wish: { blocking: boolean; at: Date | null; shortNotice: string | null },
): Promised {
  const promise =
    calendar && promiseOf(calendar, norms, { sentAt: board.now.getTime(), blocking: wish.blocking, explicit: wish.at?.getTime() ?? null });
  if (!promise)
    throw new Refusal('BAD_INPUT', {
      field: 'personIds',
      reason: 'They are not at work in the next 120 days. Ask somebody who covers for them.',
    });
  const why = wish.shortNotice?.trim() ?? '';
  if (wish.at && wish.at.getTime() <= board.now.getTime())
    throw new Refusal('BAD_INPUT', { field: 'respondBy', reason: 'Choose a time that is still to come.' });
  if (!promise.feasible && why === '')
    throw new Refusal('BAD_INPUT', {
      field: 'respondBy',
      nextFeasible: new Date(promise.nextFeasible).toISOString(),
      reason: 'That leaves them too little working time. Choose a later time, somebody who is on, or say why it is short notice.',
    });
  return {
    deliveredAt: new Date(promise.deliveredAt).toISOString(),
    respondBy: new Date(promise.respondBy).toISOString(),
    explicit: wish.at !== null,
    shortNotice: promise.feasible ? null : atMost(why, 'the reason', limits.reason),
  };
}

const stateWords: Record<string, string> = {
  held: 'is on its way',
  delivered: 'is open',
  lapsed: 'is past its time',
  answered: 'was answered',
  accepted: 'is settled',
  declined: 'was declined',
  withdrawn: 'was withdrawn',
  proceeded: 'is over: the asker went ahead',
  talk: 'is being talked about',
};

function requireStep(ask: Ask, scene: AskScene, personId: string, step: AskStep, now: number) {
  if (!askSteps.includes(step)) throw new Refusal('BAD_INPUT', { field: 'step', reason: 'This is not a step of an ask.' });
  const standing = askAt(ask, scene, now);
  if (stepsFor(ask, standing, personId).includes(step)) return;
  const parties = partiesOf(ask, personId);
  if (mayStep(standing.state, step) && !askParties[step].some((party) => parties.has(party)))
    throw new Refusal('FORBIDDEN', { reason: 'This is up to somebody else.', state: standing.state });
  throw new Refusal('CONFLICT', {
    state: standing.state,
    reason:
      step === 'proceed' && standing.state === 'lapsed'
        ? 'They have not been at work long enough for silence to count, or you did not say that you would go ahead.'
        : `This ask ${stateWords[standing.state] ?? 'changed'} by now, so that cannot be done.`,
  });
}

function requireIfNoReply(wish: IfNoReply): IfNoReply {
  if (wish.kind === 'proceed')
    return { kind: 'proceed', text: requireText(String(wish.text ?? ''), 'what you will go ahead with', limits.reason) };
  if (wish.kind === 'other') return { kind: 'other', personId: String(wish.personId) };
  return { kind: 'wait' };
}

/** Who holds what is asked of several until somebody claims it. */
async function triageOf(tx: EntityManager, boardId: string): Promise<string> {
  const [row] = await select<{ id: string }>(
    tx,
    `select coalesce(b.triage_id, (select person_id from membership m where m.workspace_id = b.workspace_id and m.role = 'owner' order by joined_at limit 1)) as id
     from board b where b.id = $1`,
    [boardId],
  );
  if (!row?.id) throw new Refusal('BAD_INPUT', { reason: 'Name a triage person for this board first.' });
  return row.id;
}

/** How often these two have asked and answered on this task. */
async function roundsOf(tx: EntityManager, taskId: string, one: string, other: string): Promise<number> {
  const [row] = await select<{ rounds: number }>(
    tx,
    `select coalesce(max(rounds), 0)::int as rounds from ask where task_id = $1 and asker_id in ($2, $3) and holder_id in ($2, $3)`,
    [taskId, one, other],
  );
  return row?.rounds ?? 0;
}
