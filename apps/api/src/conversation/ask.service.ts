import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Ask, type Change, Refusal, askAt, askWants, endOfNthWorkingDay, limits, nextSlot, slid } from '@baton/domain';
import type { EntityManager } from 'typeorm';
import { calendarsOf } from '../account/calendars';
import { Commands, type LockedBoard } from '../board/command';
import { Clock } from '../platform/clock';
import { select } from '../platform/database/database';
import type { Event } from '../platform/events/event.entity';
import type { Viewer } from '../platform/graphql/context';
import { atMost } from '../platform/text';
import { normsOn, requirePeople } from '../task/task.service';
import { promised } from './ask.promise';
import { requireIfNoReply, requireStep } from './ask.require';
import { sceneOf, standInFor } from './ask.scene';
import { asksWhere, insertAsk, settleOwed, updateAsk } from './ask.store';
import { type AskEffect, effects } from './ask.steps';
import { addComment } from './comment.store';
import type { AskInput, StepAskInput } from './conversation.inputs';
import { undoOfStep } from './take-back';

/** Asks: one person owes one thing until one time, in their own working hours. */
@Injectable()
export class AskService {
  constructor(
    private readonly commands: Commands,
    private readonly clock: Clock,
  ) {}

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
    const holders = input.pool ? [await poolHolder(tx, board, viewer.personId, people)] : people;
    if (input.ids.length !== holders.length) throw new Refusal('BAD_INPUT', { field: 'ids', reason: 'Each ask needs an id of its own.' });
    if ((await select(tx, 'select 1 from ask where id = any($1)', [input.ids])).length > 0)
      throw new Refusal('CONFLICT', { reason: 'This was asked before.' });
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
    for (const ask of asks) await insertAsk(tx, ask, board.workspaceId);
    return asks;
  }

  /** Takes one step of the table; refuses a step that the state or the person's part in it does not allow, with the present state. */
  step(viewer: Viewer, input: StepAskInput): Promise<Event> {
    const request = { commandId: input.commandId, action: 'comment.create', target: { askId: input.askId }, input } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const [ask] = await asksWhere(tx, 'a.id = $1', [input.askId]);
      if (!ask) throw new Refusal('NOT_FOUND');
      const commentId = randomUUID();
      const changes = await this.take(tx, viewer, board, ask, input, commentId);
      const undo = await undoOfStep(tx, ask, commentId, board.now);
      return { kind: 'ask.stepped', changes, undo, taskIds: [ask.taskId] };
    });
  }

  /** The step within a running command; answers what it changed. */
  async take(
    tx: EntityManager,
    viewer: Viewer,
    board: LockedBoard,
    ask: Ask,
    input: Omit<StepAskInput, 'commandId' | 'askId'>,
    commentId = randomUUID() as string,
  ): Promise<Change[]> {
    if (input.personId) await requirePeople(tx, board, [input.personId]);
    const people = await sceneOf(tx, board, ask, [viewer.personId, ...(input.personId ? [input.personId] : [])]);
    const now = board.now.getTime();
    const standing = askAt(ask, people.scene, now);
    requireStep(ask, standing, viewer.personId, input.step);
    const effect: AskEffect = effects[input.step](ask, {
      input,
      byId: viewer.personId,
      now: board.now,
      standing,
      standIn: (id) => standInFor(people, id, now),
      again: (holderId, change = {}) =>
        promised(people.calendarOf(holderId), people.scene.norms, board, {
          blocking: ask.blocking,
          shortNotice: input.shortNotice ?? null,
          ...change,
          at: change.at ?? null,
        }),
      endOfNext: (id, after) =>
        new Date(endOfNthWorkingDay(people.calendarOf(id), after.getTime(), 1) ?? after.getTime() + 7 * 86_400_000).toISOString(),
    });
    const text = effect.text ?? '';
    const next: Ask = {
      ...ask,
      ...effect.ask,
      steps: [
        ...ask.steps,
        { step: input.step, at: board.now.toISOString(), byId: viewer.personId, text: atMost(text, 'the text', limits.comment) },
      ],
    };
    await updateAsk(tx, next);
    const said =
      effect.says && text !== ''
        ? await addComment(tx, board, viewer, { id: commentId, taskId: ask.taskId, text, replyToId: ask.commentId })
        : [];
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
      const wish = { blocking: ask.blocking, at: null, shortNotice: null, otherwise: ask.respondBy };
      const { deliveredAt, respondBy } = promised(calendar, norms, board, wish);
      const steps = [...ask.steps, { step: 'take' as const, at: board.now.toISOString(), byId: viewer.personId, text: '' }];
      const by = respondBy > ask.respondBy ? respondBy : ask.respondBy;
      await updateAsk(tx, { ...ask, holderId: toId, deliveredAt, respondBy: by, offeredToId: null, poolIds: [], steps });
    }
    return settleOwed(tx, [taskId]);
  }

  /**
   * What somebody owes slides with their hours: later only, and never what was named as a time (N2); what is held is delivered when they are
   * back. Within the transaction of the change.
   */
  async slide(tx: EntityManager, boardId: string, personId: string): Promise<Change[]> {
    const asks = await asksWhere(tx, 't.board_id = $1 and a.holder_id = $2 and a.closed is null', [boardId, personId]);
    const calendar = asks.length > 0 ? (await calendarsOf(tx, [personId])).get(personId) : undefined;
    if (!calendar) return [];
    const norms = await normsOn(tx, boardId);
    for (const ask of asks) {
      const { deliveredAt, respondBy } = slid(ask, { holder: calendar, norms }, this.clock.now().getTime());
      await updateAsk(tx, { ...ask, deliveredAt: new Date(deliveredAt).toISOString(), respondBy: new Date(respondBy).toISOString() });
    }
    return settleOwed(tx, [...new Set(asks.map(({ taskId }) => taskId))]);
  }
}

/**
 * Who holds what is asked of several until somebody claims it (Q1): the triage person, else an owner of the workspace. Nobody owes an answer
 * to themselves: when the asker is that person, whoever of the pool is at work first holds it.
 */
async function poolHolder(tx: EntityManager, board: LockedBoard, askerId: string, pool: string[]): Promise<string> {
  const [row] = await select<{ id: string | null }>(
    tx,
    `select coalesce(
       (select b.triage_id from board b join membership m on m.workspace_id = b.workspace_id and m.person_id = b.triage_id
        where b.id = $1 and b.triage_id <> $3),
       (select person_id from membership where workspace_id = $2 and role = 'owner' and person_id <> $3 order by joined_at limit 1)) as id`,
    [board.id, board.workspaceId, askerId],
  );
  if (row?.id) return row.id;
  const calendars = await calendarsOf(tx, pool);
  const slotOf = (id: string) => {
    const calendar = calendars.get(id);
    return (calendar && nextSlot(calendar, board.now.getTime())) ?? Infinity;
  };
  return pool.toSorted((a, b) => slotOf(a) - slotOf(b))[0] ?? '';
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
