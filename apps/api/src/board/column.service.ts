import { Injectable } from '@nestjs/common';
import { type ColumnRow, type Rank, Refusal, limits, rankBetween } from '@baton/domain';
import type { EntityManager } from 'typeorm';
import { findOrThrow, select } from '../platform/database/database';
import type { Event } from '../platform/events/event.entity';
import type { Viewer } from '../platform/graphql/context';
import { requireText } from '../platform/text';
import type { CreateColumnInput, EditColumnInput } from './board.inputs';
import { BoardColumn, exemptBegun } from './column.entity';
import { Commands } from './command';
import { columnsSql } from './snapshot';

@Injectable()
export class ColumnService {
  constructor(private readonly commands: Commands) {}

  /** Adds a column at the end of the board. */
  create(viewer: Viewer, input: CreateColumnInput): Promise<Event> {
    const request = { commandId: input.commandId, action: 'column.edit', target: { boardId: input.boardId }, input } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const [last] = await select<{ rank: Rank | null; count: number }>(
        tx,
        'select max(rank) as rank, count(*)::int as count from board_column where board_id = $1',
        [board.id],
      );
      if (last && last.count >= limits.columnsPerBoard)
        throw new Refusal('BAD_INPUT', { reason: `A board has at most ${limits.columnsPerBoard} columns.` });
      const name = requireText(input.name, 'a name for the column', limits.name);
      const rank = rankBetween(last?.rank ?? null, null);
      await tx.insert(BoardColumn, {
        id: input.id,
        workspaceId: board.workspaceId,
        boardId: board.id,
        name,
        class: input.class,
        wipLimit: null,
        rank,
      });
      return {
        kind: 'column.created',
        changes: [
          {
            type: 'column',
            id: input.id,
            fields: { id: input.id, name, class: input.class, wipLimit: null, rank, archivedAt: null, deletedAt: null },
          },
        ],
        undo: [{ table: 'board_column', id: input.id, before: { deletedAt: board.now }, after: { deletedAt: null } }],
      };
    });
  }

  /** Renames the column, changes what it means, or its WIP limit. */
  edit(viewer: Viewer, input: EditColumnInput): Promise<Event> {
    const request = { commandId: input.commandId, action: 'column.edit', target: { columnId: input.columnId }, input } as const;
    return this.commands.run(viewer, request, async (tx) => {
      const column = await findOrThrow(tx, BoardColumn, input.columnId);
      const after: Partial<Pick<BoardColumn, 'name' | 'class' | 'wipLimit'>> = {};
      if (input.name != null) after.name = requireText(input.name, 'a name for the column', limits.name);
      if (input.class != null) after.class = input.class;
      if (input.wipLimit != null) after.wipLimit = this.requireWip(input.wipLimit);
      if (input.clearWipLimit) after.wipLimit = null;
      if (Object.keys(after).length > 0) await tx.update(BoardColumn, column.id, after);
      const before = Object.fromEntries(Object.keys(after).map((key) => [key, column[key as keyof BoardColumn]]));
      // Nobody moved these tasks: nothing is asked of them yet (K1b).
      const begun = after.class === 'active' ? await exemptBegun(tx, column.id) : [];
      return {
        kind: 'column.edited',
        changes: [
          { type: 'column', id: column.id, fields: after },
          ...begun.map((id) => ({ type: 'task' as const, id, fields: { exempt: true } })),
        ],
        undo: [{ table: 'board_column', id: column.id, before, after }],
      };
    });
  }

  /** Puts the column straight after another one, or first. */
  move(viewer: Viewer, columnId: string, commandId: string, afterColumnId: string | null): Promise<Event> {
    const request = { commandId, action: 'column.edit', target: { columnId }, input: { columnId, afterColumnId } } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const column = await findOrThrow(tx, BoardColumn, columnId);
      const rank = await this.rankAfter(tx, board.id, afterColumnId, columnId);
      await tx.update(BoardColumn, columnId, { rank });
      return {
        kind: 'column.moved',
        changes: [{ type: 'column', id: columnId, fields: { rank } }],
        undo: [{ table: 'board_column', id: columnId, before: { rank: column.rank }, after: { rank } }],
      };
    });
  }

  /** Takes the column and what is in it off the board, or brings both back. Readers load the board again: its cards come and go with it. */
  archive(viewer: Viewer, columnId: string, commandId: string, archived: boolean): Promise<Event> {
    const request = { commandId, action: 'column.edit', target: { columnId }, input: { columnId, archived } } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const column = await findOrThrow(tx, BoardColumn, columnId);
      const archivedAt = archived ? board.now : null;
      await tx.update(BoardColumn, columnId, { archivedAt });
      const [row] = await select<ColumnRow>(tx, columnsSql, [[columnId]]);
      return {
        kind: 'column.archived',
        changes: [{ type: 'column', id: columnId, fields: { ...row } }],
        undo: [{ table: 'board_column', id: columnId, before: { archivedAt: column.archivedAt }, after: { archivedAt } }],
        resync: true,
      };
    });
  }

  private async rankAfter(tx: EntityManager, boardId: string, afterColumnId: string | null, movingId: string): Promise<Rank> {
    const rows = await select<{ id: string; rank: Rank }>(
      tx,
      'select id, rank from board_column where board_id = $1 and id <> $2 order by rank',
      [boardId, movingId],
    );
    const at = rows.findIndex(({ id }) => id === afterColumnId);
    if (afterColumnId && at < 0) throw new Refusal('CONFLICT', { reason: 'The column that this one should follow is gone. Try again.' });
    return rankBetween(rows[at]?.rank ?? null, rows[at + 1]?.rank ?? null);
  }

  private requireWip(limit: number) {
    if (limit < 1 || limit > 10_000) throw new Refusal('BAD_INPUT', { field: 'wipLimit', reason: 'A limit is 1 or more cards.' });
    return limit;
  }
}
