import { Injectable } from '@nestjs/common';
import { type Ladder, type OwnLadder, Refusal, defaultLadder, faultInLadder } from '@baton/domain';
import { DataSource } from 'typeorm';
import { Commands } from '../board/command';
import { select } from '../platform/database/database';
import type { Event } from '../platform/events/event.entity';
import type { Viewer } from '../platform/graphql/context';
import { Access } from '../workspace/access';

const requireLadder = <T extends Partial<Ladder>>(ladder: T): T => {
  const fault = faultInLadder(ladder);
  if (fault) throw new Refusal('BAD_INPUT', { field: 'ladder', reason: fault });
  return ladder;
};
const days = (before: readonly number[]) => before.toSorted((a, b) => b - a);

/** When people are reminded of deadlines, where they or a board say so. */
@Injectable()
export class ReminderService {
  constructor(
    private readonly db: DataSource,
    private readonly access: Access,
    private readonly commands: Commands,
  ) {}

  /** The caller's own ladder; null where each board's holds. */
  async mine(viewer: Viewer): Promise<OwnLadder | null> {
    const [row] = await select<{ ladder: OwnLadder }>(this.db, 'select ladder from person_reminders where person_id = $1', [
      viewer.personId,
    ]);
    return row?.ladder ?? null;
  }

  /** Sets the caller's own ladder; null goes back to each board's. */
  async setMine(viewer: Viewer, ladder: OwnLadder | null): Promise<OwnLadder | null> {
    if (ladder === null) await this.db.query('delete from person_reminders where person_id = $1', [viewer.personId]);
    else {
      const { before, overdue } = requireLadder({ before: ladder.before, overdue: ladder.overdue });
      await this.db.query(
        `insert into person_reminders (person_id, ladder) values ($1, $2) on conflict (person_id) do update set ladder = excluded.ladder`,
        [viewer.personId, JSON.stringify({ before: days(before), overdue })],
      );
    }
    return this.mine(viewer);
  }

  /** The ladder that holds on a board. */
  async ofBoard(viewer: Viewer, boardId: string): Promise<Ladder> {
    await this.access.requireOnBoard(this.db, viewer, 'board.read', { boardId });
    const [row] = await select<{ ladder: Ladder }>(this.db, 'select ladder from board_reminders where board_id = $1', [boardId]);
    return row?.ladder ?? defaultLadder;
  }

  /** Sets the ladder of a board; null goes back to Baton's. */
  setOfBoard(viewer: Viewer, boardId: string, commandId: string, ladder: Ladder | null): Promise<Event> {
    const request = { commandId, action: 'board.edit', target: { boardId }, input: { boardId, ladder } } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      if (ladder === null) await tx.query('delete from board_reminders where board_id = $1', [board.id]);
      else {
        const { before, overdue, escalateAfter } = requireLadder(ladder);
        await tx.query(
          `insert into board_reminders (board_id, ladder) values ($1, $2) on conflict (board_id) do update set ladder = excluded.ladder`,
          [board.id, JSON.stringify({ before: days(before), overdue, escalateAfter: escalateAfter ?? null })],
        );
      }
      return { kind: 'board.edited', changes: [{ type: 'board', id: board.id, fields: {} }] };
    });
  }
}
