import { Injectable } from '@nestjs/common';
import { type Card, type Change, type ColumnRow, type LabelRow, type Rank, Refusal, rankBetween } from '@baton/domain';
import { DataSource, type EntityManager, type EntityTarget, In, type ObjectLiteral } from 'typeorm';
import { Board } from '../board/board.entity';
import { BoardColumn, exemptBegun } from '../board/column.entity';
import { Label } from '../board/label.entity';
import { cardsSql, columnsSql, labelsSql } from '../board/snapshot';
import { CheckIn } from '../check-in/check-in.entity';
import { changesAfter, takeBackAsk, takeBackComment } from '../conversation/take-back';
import { Clock } from '../platform/clock';
import { select } from '../platform/database/database';
import { Event, type RowChange } from '../platform/events/event.entity';
import { nextSeq, record } from '../platform/events/log';
import type { Viewer } from '../platform/graphql/context';
import { requireSound } from '../task/deadline';
import { Attachment } from '../file/attachment.entity';
import { countFiles } from '../file/place';
import { Checklist, ChecklistItem } from '../task/checklist.entity';
import { countItems } from '../task/checklist.service';
import { Status } from '../status/status.entity';
import { Task } from '../task/task.entity';
import { Access } from '../workspace/access';

/** The tables whose rows a command can change, and the column within which their ranks are unique. */
const undoable: Record<string, { entity: EntityTarget<ObjectLiteral>; within?: string; thing: string }> = {
  task: { entity: Task, within: 'columnId', thing: 'task' },
  board_column: { entity: BoardColumn, within: 'boardId', thing: 'column' },
  label: { entity: Label, within: 'boardId', thing: 'label' },
  checklist: { entity: Checklist, within: 'taskId', thing: 'checklist' },
  checklist_item: { entity: ChecklistItem, within: 'checklistId', thing: 'checklist item' },
  attachment: { entity: Attachment, thing: 'file' },
  board: { entity: Board, thing: 'board' },
  check_in: { entity: CheckIn, thing: 'check-in' },
  status_update: { entity: Status, thing: 'status update' },
};

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));
const same = (a: unknown, b: unknown) => JSON.stringify(plain(a)) === JSON.stringify(plain(b));

/** Rolls the transaction back, with the numbers that it took: the command was applied before. */
class Answered extends Error {
  constructor(readonly events: Event[]) {
    super('applied before');
  }
}

/** Takes commands back by the log: sets every row that a command changed to what it found, unless somebody changed it since. */
@Injectable()
export class UndoService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly access: Access,
  ) {}

  /** Undoes the caller's own command as a new command, so that undoing that one brings the first again. */
  undo(viewer: Viewer, undoes: string, commandId: string): Promise<Event[]> {
    const answer = this.db.transaction(async (tx) => {
      const events = await tx.find(Event, { where: { commandId: undoes, actorId: viewer.personId }, order: { boardId: 'ASC' } });
      // Counters are locked in the order of board ids, so that two commands over the same boards cannot wait for each other.
      const seqs = new Map<string, number>();
      for (const { boardId } of events) {
        await this.access.requireOnBoard(tx, viewer, 'command.undo', { boardId });
        seqs.set(boardId, (await nextSeq(tx, boardId)).seq);
      }
      const answered = await tx.find(Event, { where: { commandId, actorId: viewer.personId }, order: { boardId: 'ASC' } });
      if (answered.length > 0) throw new Answered(answered);
      const fresh = await tx.find(Event, { where: { commandId: undoes, actorId: viewer.personId } });
      const rows = fresh.flatMap((event) => event.undo);
      if (rows.length === 0 || fresh.some((event) => event.undoneBy)) throw new Refusal('NOTHING_TO_UNDO');

      const inverse: RowChange[] = [];
      for (const row of rows.toReversed()) inverse.push(await this.takeBack(tx, row, viewer.personId));
      const counted = [...(await this.recount(tx, rows)), ...(await this.recountFiles(tx, rows))];
      const exempted = await this.exempt(tx, rows);
      const talked = await changesAfter(tx, rows);
      for (const boardId of seqs.keys()) await requireSound(tx, boardId);
      await tx.update(Event, { commandId: undoes, boardId: In([...seqs.keys()]) }, { undoneBy: commandId });

      const now = this.clock.now();
      const taskIds = [...new Set(fresh.flatMap((event) => event.taskIds))];
      const written: Event[] = [];
      for (const [i, event] of events.entries()) {
        const changes = [...(await this.changesOn(tx, event.boardId, rows)), ...counted, ...exempted, ...talked];
        const facts = {
          boardId: event.boardId,
          workspaceId: event.workspaceId,
          seq: seqs.get(event.boardId) ?? 0,
          at: now,
          actorId: viewer.personId,
        };
        const resync = rows.some(({ table, before }) => table === 'board_column' && ('archivedAt' in before || 'deletedAt' in before));
        // The inverse stands once, with the first board: reading it from each board's event would take it back twice.
        written.push(
          await record(tx, {
            ...facts,
            commandId,
            commandHash: undoes,
            kind: 'command.undone',
            changes,
            undo: i === 0 ? inverse : [],
            taskIds,
            resync,
          }),
        );
      }
      return written;
    });
    return answer.catch((error: unknown) => {
      if (error instanceof Answered) return error.events;
      throw error;
    });
  }

  private async takeBack(tx: EntityManager, row: RowChange, byId: string): Promise<RowChange> {
    if (row.table === 'ask') return takeBackAsk(tx, row);
    if (row.table === 'comment') return takeBackComment(tx, row, byId);
    const kind = undoable[row.table];
    if (!kind) throw new Error(`no undo for ${row.table}`);
    const current = await tx.findOneBy(kind.entity, { id: row.id });
    if (!current) throw new Refusal('NOTHING_TO_UNDO');
    const moved = Object.entries(row.after).find(([field, value]) => !same(current[field], value));
    if (moved) throw new Refusal('CONFLICT', { reason: `Somebody changed this ${kind.thing} since: undoing would overwrite that.` });

    const before = { ...row.before };
    if ('rank' in before && kind.within)
      before['rank'] = await this.freeRank(tx, row, kind.within, String(before[kind.within] ?? current[kind.within]));
    await tx.update(kind.entity, row.id, {
      ...before,
      // Everybody who has the text open must notice that it changed.
      ...('description' in before && { descriptionVersion: Number(current['descriptionVersion']) + 1 }),
    });
    return { table: row.table, id: row.id, before: row.after, after: before };
  }

  /** The old rank, or the next free one after it when somebody else took the place meanwhile. */
  private async freeRank(tx: EntityManager, row: RowChange, within: string, container: string): Promise<Rank> {
    const old = row.before['rank'] as Rank;
    const column = within.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
    const following = await select<{ rank: Rank }>(
      tx,
      `select rank from ${row.table} where ${column} = $1 and rank >= $2 and id <> $3 order by rank limit 2`,
      [container, old, row.id],
    );
    return following[0]?.rank === old ? rankBetween(old, following[1]?.rank ?? null) : old;
  }

  /** A column that means work again may hold tasks that lack an owner or a deadline by now. */
  private async exempt(tx: EntityManager, rows: RowChange[]): Promise<Change[]> {
    const changes: Change[] = [];
    for (const { table, id, before } of rows)
      if (table === 'board_column' && before['class'] === 'active')
        for (const taskId of await exemptBegun(tx, id)) changes.push({ type: 'task', id: taskId, fields: { exempt: true } });
    return changes;
  }

  private async recount(tx: EntityManager, rows: RowChange[]): Promise<Change[]> {
    const ids = rows.filter(({ table }) => table === 'checklist' || table === 'checklist_item').map(({ id }) => id);
    if (ids.length === 0) return [];
    const tasks = await select<{ task_id: string }>(
      tx,
      'select task_id from checklist where id = any($1) union select task_id from checklist_item where id = any($1)',
      [ids],
    );
    return countItems(
      tx,
      tasks.map((task) => task.task_id),
    );
  }

  private async recountFiles(tx: EntityManager, rows: RowChange[]): Promise<Change[]> {
    const ids = rows.filter(({ table }) => table === 'attachment').map(({ id }) => id);
    const tasks =
      ids.length === 0 ? [] : await select<{ task_id: string }>(tx, 'select distinct task_id from attachment where id = any($1)', [ids]);
    const changes: Change[] = [];
    for (const { task_id } of tasks) changes.push(...(await countFiles(tx, task_id)));
    return changes;
  }

  private async changesOn(tx: EntityManager, boardId: string, rows: RowChange[]): Promise<Change[]> {
    const idsOf = (table: string) => [...new Set(rows.filter((row) => row.table === table).map(({ id }) => id))];
    const taskIds = idsOf('task');
    const cards = await select<Card & { boardId: string }>(tx, cardsSql.replace('from task t', ', t.board_id as "boardId" from task t'), [
      taskIds,
    ]);
    const columns = await select<ColumnRow>(tx, columnsSql, [idsOf('board_column')]);
    const labels = await select<LabelRow>(tx, labelsSql, [idsOf('label')]);
    const boards = rows.filter(({ table, id }) => table === 'board' && id === boardId);
    const described = rows.filter(({ table, before }) => table === 'task' && 'description' in before);
    return [
      ...cards.map(({ boardId: home, ...card }): Change => ({
        type: 'task',
        id: card.id,
        fields: home === boardId ? card : {},
        gone: home !== boardId || !!card.archivedAt || !!card.deletedAt,
      })),
      ...columns.map((fields): Change => ({ type: 'column', id: fields.id, fields })),
      ...labels.map((fields): Change => ({ type: 'label', id: fields.id, fields })),
      ...boards.map(({ id, before }): Change => ({ type: 'board', id, fields: before })),
      ...idsOf('check_in').map((id): Change => ({ type: 'check-in', id, fields: {} })),
      ...described.map(({ id }): Change => ({ type: 'detail', id, fields: { what: 'description' } })),
    ];
  }
}
