import { Injectable } from '@nestjs/common';
import {
  type Calendar,
  type Change,
  type CounterProposal,
  type Handoff,
  Refusal,
  boundOf,
  endOfNthWorkingDay,
  limits,
} from '@baton/domain';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { calendarsOf } from '../account/calendars';
import { Commands, type LockedBoard, type Outcome } from '../board/command';
import { Clock } from '../platform/clock';
import { select } from '../platform/database/database';
import type { Event } from '../platform/events/event.entity';
import { nextSeq, record } from '../platform/events/log';
import type { Viewer } from '../platform/graphql/context';
import { requireText, requireZone } from '../platform/text';
import { WorkspaceService } from '../workspace/workspace.service';
import { deadlineOf, moved } from './deadline';
import { Task } from './task.entity';
import type { AnswerCounterInput, CounterInput } from './task.inputs';
import { type Edit, TaskService, cardFields, normsOn, pick, reasonOf } from './task.service';

const timePattern = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What people promise each other: another deadline in answer to one that was set, and tasks that change hands. */
@Injectable()
export class PromiseService {
  constructor(
    private readonly commands: Commands,
    private readonly tasks: TaskService,
    private readonly clock: Clock,
    workspaces: WorkspaceService,
  ) {
    workspaces.onLeaving((tx, leaving) => this.handOver(tx, leaving));
  }

  /** The owner says what they can do instead of a deadline that somebody else set (K4). */
  counter(viewer: Viewer, input: CounterInput): Promise<Event> {
    const request = { commandId: input.commandId, action: 'task.edit', target: { taskId: input.taskId }, input } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const task = await this.one(tx, board, input.taskId);
      if (task.ownerId !== viewer.personId) throw new Refusal('BAD_INPUT', { reason: 'Only the owner can propose another deadline.' });
      if (!task.dueOn || task.dueSetById === viewer.personId)
        throw new Refusal('BAD_INPUT', { reason: 'You set this deadline yourself: change it.' });
      if (input.time != null && !timePattern.test(input.time))
        throw new Refusal('BAD_INPUT', { field: 'time', reason: 'A time is written HH:MM, such as 17:00.' });
      const counter: CounterProposal = {
        byId: viewer.personId,
        on: input.on,
        time: input.time ?? null,
        zone: requireZone(input.zone ?? task.dueZone ?? board.zone),
        why: requireText(input.why, 'why in a few words', limits.reason),
        at: board.now.toISOString(),
      };
      if (boundOf(counter) <= board.now.getTime())
        throw new Refusal('BAD_INPUT', { field: 'on', reason: 'Propose a time that is still to come.' });
      return this.write(tx, 'deadline.countered', task, { counter }, counter.why);
    });
  }

  /** Whoever set the deadline, or asked for the task, takes the proposal or keeps the deadline and says why. */
  answerCounter(viewer: Viewer, input: AnswerCounterInput): Promise<Event> {
    const request = { commandId: input.commandId, action: 'task.edit', target: { taskId: input.taskId }, input } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const task = await this.one(tx, board, input.taskId);
      const { counter } = task;
      if (!counter) throw new Refusal('CONFLICT', { reason: 'This proposal was answered or taken back meanwhile.' });
      await this.requireAnswerer(tx, viewer, board, task);
      if (!input.accept) {
        const why = viewer.personId === counter.byId ? '' : requireText(input.why ?? '', 'why the deadline stays', limits.reason);
        return this.write(tx, 'deadline.answered', task, { counter: null }, why);
      }
      if (viewer.personId === counter.byId) throw new Refusal('BAD_INPUT', { reason: 'Somebody else answers your proposal.' });
      const { on, time, zone, why } = counter;
      const scene = { byId: viewer.personId, now: board.now, boardZone: board.zone, calendar: null };
      const edit = moved(task, deadlineOf(task, board.zone), { on, time, zone }, why, scene);
      return this.write(tx, 'deadline.answered', task, edit, why);
    });
  }

  /** Offers the open tasks of somebody who leaves to each board's triage person (K5); in the transaction in which they leave. */
  private async handOver(tx: EntityManager, { workspaceId, personId, byId }: { workspaceId: string; personId: string; byId: string }) {
    const boards = await select<{ id: string; to_id: string | null }>(
      tx,
      `select b.id, coalesce(
         (select m.person_id from membership m where m.workspace_id = b.workspace_id and m.person_id = b.triage_id and m.person_id <> $2),
         (select m.person_id from membership m where m.workspace_id = b.workspace_id and m.person_id = $3 and m.person_id <> $2 and m.role <> 'guest'),
         (select m.person_id from membership m where m.workspace_id = b.workspace_id and m.role = 'owner' and m.person_id <> $2 order by joined_at limit 1)) as to_id
       from board b where b.workspace_id = $1 and exists (select 1 from task t where t.board_id = b.id and t.owner_id = $2) order by b.id`,
      [workspaceId, personId, byId],
    );
    const now = this.clock.now();
    const calendars = await calendarsOf(
      tx,
      boards.flatMap((board) => board.to_id ?? []),
    );
    for (const { id, to_id: toId } of boards) {
      if (!toId) continue;
      const { seq } = await nextSeq(tx, id);
      const by = await this.offeredUntil(tx, id, calendars.get(toId), now);
      const handoff: Handoff = { kind: 'orphaned', fromId: personId, toId, by };
      const tasks = await tx
        .createQueryBuilder(Task, 't')
        .innerJoin('board_column', 'c', 'c.id = t.columnId')
        .where(
          `t.boardId = :id and t.ownerId = :personId and t.doneAt is null and t.deletedAt is null and c.class in ('queued', 'active')`,
          {
            id,
            personId,
          },
        )
        .getMany();
      if (tasks.length === 0) continue;
      const ids = tasks.map((task) => task.id);
      await tx.query('update task set handoff = $2 where id = any($1)', [ids, JSON.stringify(handoff)]);
      const changes = ids.map((taskId): Change => ({ type: 'task', id: taskId, fields: { handoff } }));
      const facts = { boardId: id, workspaceId, seq, at: now, actorId: byId, commandId: randomUUID(), commandHash: '' };
      await record(tx, { ...facts, kind: 'handoff.offered', changes, taskIds: ids });
    }
  }

  private async offeredUntil(tx: EntityManager, boardId: string, calendar: Calendar | undefined, now: Date): Promise<string> {
    const { handoffDays } = await normsOn(tx, boardId);
    const by = calendar && endOfNthWorkingDay(calendar, now.getTime(), handoffDays);
    return new Date(by ?? now.getTime() + 7 * 86_400_000).toISOString();
  }

  private async one(tx: EntityManager, board: LockedBoard, taskId: string): Promise<Task> {
    const [task] = await this.tasks.lockTasks(tx, board, [taskId]);
    if (!task) throw new Refusal('NOT_FOUND');
    return task;
  }

  private async requireAnswerer(tx: EntityManager, viewer: Viewer, board: LockedBoard, task: Task) {
    const asked = [task.dueSetById, task.requesterId].flatMap((id) => id ?? []);
    if ([...asked, task.counter?.byId].includes(viewer.personId)) return;
    const here = await select(tx, 'select 1 from membership where workspace_id = $1 and person_id = any($2) limit 1', [
      board.workspaceId,
      asked,
    ]);
    // Nobody who asked is here any more: anybody who may edit answers.
    if (here.length > 0) throw new Refusal('BAD_INPUT', { reason: 'Whoever set the deadline answers this proposal.' });
  }

  private async write(tx: EntityManager, kind: Outcome['kind'], task: Task, edit: Edit, why = ''): Promise<Outcome> {
    await tx.update(Task, task.id, edit);
    return {
      kind,
      changes: [{ type: 'task', id: task.id, fields: cardFields(edit) }, ...(why ? [reasonOf(task.id, why)] : [])],
      undo: [{ table: 'task', id: task.id, before: pick(task, Object.keys(edit)), after: { ...edit } }],
      taskIds: [task.id],
    };
  }
}
