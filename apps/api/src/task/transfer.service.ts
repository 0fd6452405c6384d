import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Card, type Change, type ColumnClass, Refusal } from '@baton/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock';
import { cardsSql } from '../board/snapshot';
import { select } from '../platform/database/database';
import { Event, type RowChange } from '../platform/events/event.entity';
import { nextSeq, record } from '../platform/events/log';
import type { Viewer } from '../platform/graphql/context';
import { Access, type ReachedBoard } from '../workspace/access';
import { findPlace } from './place';
import { Task } from './task.entity';
import type { MoveTasksToBoardInput } from './task.inputs';
import { type Begun, TaskService, requireIds } from './task.service';

/** Takes tasks from one board to another: two logs, one transaction, one command id. */
@Injectable()
export class TransferService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly tasks: TaskService,
  ) {}

  /** Puts the tasks at the end of a column of another board, with new keys; the old keys go on leading to them. */
  async move(viewer: Viewer, input: MoveTasksToBoardInput): Promise<Event> {
    const ids = requireIds(input.taskIds);
    const commandHash = createHash('sha256')
      .update(JSON.stringify([viewer.personId, input]))
      .digest('base64url')
      .slice(0, 22);
    const first = await this.db.manager.findOneBy(Event, { commandId: input.commandId, actorId: viewer.personId, kind: 'task.left' });
    if (first) {
      if (first.commandHash !== commandHash) throw new Refusal('COMMAND_REUSED');
      return first;
    }
    return this.db.transaction(async (tx) => {
      const from = await this.access.requireOnBoard(tx, viewer, 'task.move', { taskId: ids[0] });
      const to = await this.access.requireOnBoard(tx, viewer, 'task.create', { columnId: input.columnId });
      if (to.id === from.id) throw new Refusal('BAD_INPUT', { reason: 'The tasks are on this board already.' });
      if (to.workspaceId !== from.workspaceId) throw new Refusal('NOT_FOUND');

      const seqs = await this.lockBoth(tx, from, to, ids.length);
      const tasks = await tx
        .createQueryBuilder(Task, 't')
        .where('t.id in (:...ids) and t.boardId = :boardId and t.deletedAt is null', { ids, boardId: from.id })
        .getMany();
      if (tasks.length < ids.length) throw new Refusal('NOT_FOUND', { reason: 'Some of these tasks are no longer on this board.' });
      const freed = await this.free(tx, from.id, ids);
      const undo = await this.carry(
        tx,
        from,
        to,
        tasks.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)),
        input.columnId,
        seqs.firstNumber,
      );
      // Decisions belong to the board that the task leaves: nobody owes them here.
      await tx.query(
        `update task set owed = (select jsonb_agg(d) from jsonb_array_elements(owed) d where d ->> 'kind' <> 'decision')
         where id = any($1) and owed @> '[{"kind": "decision"}]'`,
        [ids],
      );
      const begun = await this.begin(tx, viewer, to, input.columnId, ids);
      for (const row of undo) {
        Object.assign(row.before, begun.get(row.id)?.before);
        Object.assign(row.after, begun.get(row.id)?.after);
      }

      const facts = {
        workspaceId: from.workspaceId,
        at: this.clock.now(),
        actorId: viewer.personId,
        commandId: input.commandId,
        commandHash,
        taskIds: ids,
      };
      const left = await record(tx, {
        ...facts,
        boardId: from.id,
        seq: seqs.from,
        kind: 'task.left',
        changes: [...ids.map((id): Change => ({ type: 'task', id, fields: {}, gone: true })), ...freed.changes],
        undo: [...undo, ...freed.undo],
      });
      const cards = await select<Card>(tx, cardsSql, [ids]);
      await record(tx, {
        ...facts,
        boardId: to.id,
        seq: seqs.to,
        kind: 'task.arrived',
        changes: cards.map((card): Change => ({ type: 'task', id: card.id, fields: card })),
      });
      return left;
    });
  }

  /** In the order of ids, so that two moves in opposite directions cannot wait for each other. */
  private async lockBoth(tx: EntityManager, from: ReachedBoard, to: ReachedBoard, count: number) {
    const lockTo = () => nextSeq(tx, to.id, count);
    const early = to.id < from.id ? await lockTo() : null;
    const left = await nextSeq(tx, from.id);
    const arrived = early ?? (await lockTo());
    return { from: left.seq, to: arrived.seq, firstNumber: arrived.firstNumber };
  }

  private async carry(
    tx: EntityManager,
    from: ReachedBoard,
    to: ReachedBoard,
    tasks: Task[],
    columnId: string,
    firstNumber: number,
  ): Promise<RowChange[]> {
    const [last] = await select<{ id: string }>(tx, 'select id from task where column_id = $1 order by rank desc limit 1', [columnId]);
    const place = await findPlace(tx, to.id, { columnId, afterTaskId: last?.id ?? null }, tasks.length);
    const labels = await this.matchingLabels(tx, from.id, to.id);
    const undo: RowChange[] = [];
    for (const [i, task] of tasks.entries()) {
      const after = {
        boardId: to.id,
        columnId,
        rank: place.ranks[i],
        number: firstNumber + i,
        labelIds: task.labelIds.flatMap((id) => labels.get(id) ?? []),
        blockerIds: task.blockerIds.filter((id) => tasks.some((other) => other.id === id)),
      };
      const { boardId, rank, number, labelIds, blockerIds } = task;
      undo.push({ table: 'task', id: task.id, before: { boardId, columnId: task.columnId, rank, number, labelIds, blockerIds }, after });
      await tx.update(Task, task.id, after);
    }
    await tx.query(
      `insert into former_task_key (workspace_id, key, task_id) select $1, x.key, x.id from unnest($2::text[], $3::uuid[]) as x(key, id)
       on conflict (workspace_id, key) do update set task_id = excluded.task_id`,
      [from.workspaceId, tasks.map((task) => `${from.key}-${task.number}`), tasks.map((task) => task.id)],
    );
    return undo;
  }

  /** Tasks that stay no longer wait for those that leave: tasks wait for tasks of their own board. */
  private async free(tx: EntityManager, boardId: string, leaving: string[]) {
    const waiting = await tx
      .createQueryBuilder(Task, 't')
      .where('t.boardId = :boardId and t.blockerIds && array[:...leaving]::uuid[] and t.id not in (:...leaving)', { boardId, leaving })
      .getMany();
    const [changes, undo]: [Change[], RowChange[]] = [[], []];
    for (const { id, blockerIds } of waiting) {
      const after = { blockerIds: blockerIds.filter((blocker) => !leaving.includes(blocker)) };
      await tx.update(Task, id, after);
      changes.push({ type: 'task', id, fields: after });
      undo.push({ table: 'task', id, before: { blockerIds }, after });
    }
    return { changes, undo };
  }

  /** Work that arrives in a column where it is being done gets an owner and a deadline. */
  private async begin(tx: EntityManager, viewer: Viewer, to: ReachedBoard, columnId: string, ids: string[]) {
    const [column] = await select<{ class: ColumnClass }>(tx, 'select class from board_column where id = $1', [columnId]);
    return column?.class === 'active'
      ? this.tasks.beginAll(tx, viewer.personId, { ...to, now: this.clock.now() }, ids)
      : new Map<string, Begun>();
  }

  /** Labels of the other board with the same name and colour; the rest stays behind. */
  private async matchingLabels(tx: EntityManager, fromId: string, toId: string): Promise<Map<string, string>> {
    const rows = await select<{ old: string; new: string }>(
      tx,
      `select distinct on (a.id) a.id as old, b.id as new from label a
       join label b on b.board_id = $2 and b.deleted_at is null and b.name = a.name and b.color = a.color where a.board_id = $1 order by a.id, b.rank`,
      [fromId, toId],
    );
    return new Map(rows.map((row) => [row.old, row.new]));
  }
}
