import { Injectable } from '@nestjs/common';
import {
  type Change,
  type EventKind,
  type Handoff,
  type HandoffNote,
  type HandoffStep,
  type Lent,
  Refusal,
  dayAt,
  endOfNthWorkingDay,
  handoffAt,
  handoffStates,
  handoffTable,
  lengthOf,
  limits,
  shortestReadBack,
} from '@baton/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { calendarsOf } from '../account/calendars';
import { Commands, type LockedBoard, type Outcome } from '../board/command';
import { AskService } from '../conversation/ask.service';
import { addComment } from '../conversation/comment.store';
import { Clock } from '../platform/clock';
import { select } from '../platform/database/database';
import type { Event } from '../platform/events/event.entity';
import { nextSeq, record } from '../platform/events/log';
import type { Viewer } from '../platform/graphql/context';
import { Jobs } from '../platform/jobs/jobs';
import { atMost, requireText } from '../platform/text';
import { commandIdOf } from '../platform/token';
import { Task } from '../task/task.entity';
import { TaskService, normsOn, pick, reasonOf, requirePeople } from '../task/task.service';
import type { AnswerHandoffInput, OfferHandoffInput } from './handoff.inputs';

/** Tasks that change hands: the receiver says in their own words what they take over, and only then owns it (2.8). */
@Injectable()
export class HandoffService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly tasks: TaskService,
    private readonly asks: AskService,
    jobs: Jobs,
  ) {
    jobs.register({ name: 'handoff:return', cron: '* * * * *', run: () => this.returnAll().then(() => undefined) });
  }

  /** Offers one's own task to somebody, until the house rules' time in their hours. */
  offer(viewer: Viewer, input: OfferHandoffInput): Promise<Event> {
    const request = { commandId: input.commandId, action: 'task.edit', target: { taskId: input.taskId }, input } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const task = await this.one(tx, board, input.taskId);
      this.require(task.handoff, 'offer', board.now);
      if (task.ownerId !== viewer.personId) throw new Refusal('BAD_INPUT', { reason: 'Only the owner hands a task over.' });
      if (input.toId === viewer.personId) throw new Refusal('BAD_INPUT', { field: 'toId', reason: 'Choose somebody else.' });
      await requirePeople(tx, board, [input.toId]);
      const handoff: Handoff = {
        kind: 'offered',
        fromId: viewer.personId,
        toId: input.toId,
        by: await this.until(tx, board.id, input.toId, board.now),
        note: requireNote(input.note),
      };
      return this.write(tx, 'handoff.offered', task, { handoff });
    });
  }

  /** The receiver takes it over with a read-back, or declines with a reason; the giver takes the offer back. */
  answer(viewer: Viewer, input: AnswerHandoffInput): Promise<Event> {
    const request = { commandId: input.commandId, action: 'task.edit', target: { taskId: input.taskId }, input } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const task = await this.one(tx, board, input.taskId);
      const { handoff } = task;
      const giver = handoff?.fromId === viewer.personId;
      this.require(handoff, input.accept ? 'accept' : giver ? 'withdraw' : 'decline', board.now);
      if (!handoff || (handoff.toId !== viewer.personId && !giver))
        throw new Refusal('CONFLICT', { reason: 'This task is not offered to you any more.' });
      if (!input.accept) {
        const why = giver
          ? atMost(input.text.trim(), 'the reason', limits.reason)
          : requireText(input.text, 'why you decline, in a few words', limits.reason);
        return this.write(tx, 'handoff.declined', task, { handoff: null }, why);
      }
      if (giver) throw new Refusal('BAD_INPUT', { reason: 'Somebody else takes it over.' });
      return this.accept(tx, viewer, board, task, handoff, input.text.trim());
    });
  }

  /** Offers back what somebody had until a day that has come; answers how many. Late is late, never wrong. */
  async returnAll(): Promise<number> {
    const now = this.clock.now();
    const rows = await select<{ id: string; board_id: string; workspace_id: string; zone: string; lent: Lent; owner_id: string }>(
      this.db,
      `select t.id, t.board_id, b.workspace_id, b.zone, t.lent, t.owner_id from task t join board b on b.id = t.board_id
       where t.lent is not null and t.owner_id is not null and t.done_at is null and t.archived_at is null and t.deleted_at is null order by t.id`,
    );
    let made = 0;
    for (const row of rows.filter(({ lent, zone }) => lent.on <= dayAt(zone, now.getTime())))
      made += await this.db.transaction((tx) => this.giveBack(tx, row, now));
    return made;
  }

  private async giveBack(
    tx: EntityManager,
    row: { id: string; board_id: string; workspace_id: string; lent: Lent; owner_id: string },
    now: Date,
  ): Promise<number> {
    const { seq } = await nextSeq(tx, row.board_id);
    const task = await tx.findOneBy(Task, { id: row.id });
    if (!task?.lent || task.lent.on !== row.lent.on) return 0;
    const handoff: Handoff = {
      kind: 'return',
      fromId: row.owner_id,
      toId: row.lent.toId,
      by: await this.until(tx, row.board_id, row.lent.toId, now),
      note: null,
    };
    await tx.update(Task, task.id, { handoff, lent: null });
    const commandId = commandIdOf(`${task.id} ${row.lent.on}`);
    const facts = { boardId: row.board_id, workspaceId: row.workspace_id, seq, at: now, actorId: row.owner_id, commandId, commandHash: '' };
    await record(tx, {
      ...facts,
      kind: 'handoff.offered',
      changes: [{ type: 'task', id: task.id, fields: { handoff } }],
      taskIds: [task.id],
    });
    return 1;
  }

  private async accept(
    tx: EntityManager,
    viewer: Viewer,
    board: LockedBoard,
    task: Task,
    handoff: Handoff,
    readBack: string,
  ): Promise<Outcome> {
    if (handoff.kind !== 'orphaned' && lengthOf(readBack) < shortestReadBack)
      throw new Refusal('BAD_INPUT', {
        field: 'text',
        reason: `Say in your own words what you take over, in at least ${shortestReadBack} characters: "I will ship v2 by Tuesday".`,
      });
    atMost(readBack, 'the read-back', limits.comment);
    const returnsOn = handoff.note?.returnsOn ?? null;
    const lent: Lent | null = returnsOn ? { toId: handoff.fromId, on: returnsOn } : null;
    const outcome = await this.write(tx, 'handoff.accepted', task, { ownerId: viewer.personId, handoff: null, lent });
    const said = readBack ? await addComment(tx, board, viewer, { taskId: task.id, text: readBack }) : [];
    const asks = await this.asks.follow(tx, viewer, board, task.id, handoff.fromId, viewer.personId);
    const detail: Change[] = [{ type: 'detail', id: task.id, fields: { what: 'comments' } }];
    return { ...outcome, changes: [...outcome.changes, ...said, ...asks, ...detail] };
  }

  private require(handoff: Handoff | null, step: HandoffStep, now: Date) {
    const state = handoffAt(handoff, now.getTime());
    if (handoffTable[state].includes(step)) return;
    const reasons = {
      none: 'This task is not offered to anybody any more.',
      offered: 'This task is offered already. Take that back first.',
      expired: 'The time of this offer is over: it is back with the giver, who can offer it again.',
    };
    throw new Refusal('CONFLICT', { state, reason: reasons[state] });
  }

  private async until(tx: EntityManager, boardId: string, toId: string, now: Date): Promise<string> {
    const { handoffDays } = await normsOn(tx, boardId);
    const calendar = (await calendarsOf(tx, [toId])).get(toId);
    const by = calendar && endOfNthWorkingDay(calendar, now.getTime(), handoffDays);
    if (!by) throw new Refusal('BAD_INPUT', { field: 'toId', reason: 'They are not at work in the next 120 days. Choose somebody else.' });
    return new Date(by).toISOString();
  }

  private async one(tx: EntityManager, board: LockedBoard, taskId: string): Promise<Task> {
    const [task] = await this.tasks.lockTasks(tx, board, [taskId]);
    if (!task) throw new Refusal('NOT_FOUND');
    return task;
  }

  private async write(
    tx: EntityManager,
    kind: EventKind,
    task: Task,
    edit: Partial<Pick<Task, 'ownerId' | 'handoff' | 'lent'>>,
    why = '',
  ): Promise<Outcome> {
    await tx.update(Task, task.id, edit);
    const { lent: _, ...fields } = edit;
    return {
      kind,
      changes: [{ type: 'task', id: task.id, fields }, ...(why ? [reasonOf(task.id, why)] : [])],
      undo: [{ table: 'task', id: task.id, before: pick(task, Object.keys(edit)), after: { ...edit } }],
      taskIds: [task.id],
    };
  }
}

function requireNote(note: HandoffNote): HandoffNote {
  if (!handoffStates.includes(note.state))
    throw new Refusal('BAD_INPUT', { field: 'state', reason: 'Say how it is: on track, at risk or stuck.' });
  const next = (Array.isArray(note.next) ? note.next : []).filter(({ what }) => String(what ?? '').trim() !== '');
  if (next.length > 3) throw new Refusal('BAD_INPUT', { field: 'next', reason: 'Name at most three next actions.' });
  return {
    state: note.state,
    where: requireText(String(note.where ?? ''), 'where it stands', limits.comment),
    next: next.map(({ what, by }) => ({
      what: atMost(String(what).trim(), 'a next action', limits.title),
      by: by ? String(by).slice(0, 10) : null,
    })),
    watchOuts: atMost(String(note.watchOuts ?? '').trim(), 'what to watch out for', limits.comment),
    links: atMost(String(note.links ?? '').trim(), 'the links', limits.comment),
    returnsOn: note.returnsOn ? String(note.returnsOn).slice(0, 10) : null,
  };
}
