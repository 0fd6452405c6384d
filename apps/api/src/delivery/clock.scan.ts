import { Injectable } from '@nestjs/common';
import {
  type Ask,
  type AskScene,
  type Calendar,
  type Handoff,
  type Norms,
  type Wait,
  askAt,
  assumedCalendar,
  halfTimeOf,
  normsOf,
  nudgeAt,
  startOfDay,
} from '@baton/domain';
import { DataSource } from 'typeorm';
import { calendarsOf } from '../account/calendars';
import { asksWhere } from '../conversation/ask.store';
import { select } from '../platform/database/database';
import { offerIsOver } from '../task/offer';
import { CheckInSource } from './check-in.source';
import { DecisionSource } from './decision.source';
import { type NewItem, writeItems } from './item.store';
import { Reminders } from './reminders';

interface BoardRow {
  id: string;
  workspace_id: string;
  zone: string;
  norms: Partial<Norms> | null;
  workspace_norms: Partial<Norms> | null;
}

/** What nobody does and only the clock brings: times that are over, offers that ran out, days to look again, deadlines that come near. */
@Injectable()
export class ClockScan {
  constructor(
    private readonly db: DataSource,
    private readonly reminders: Reminders,
    private readonly decisions: DecisionSource,
    private readonly checkIns: CheckInSource,
  ) {}

  /** Writes down what the clock has brought by now; what is written already stays. Answers how many are new. */
  async scan(now: Date): Promise<number> {
    const found = [
      this.asks(now),
      this.handoffs(now),
      this.waits(now),
      this.reminders.due(now),
      this.decisions.due(now),
      this.checkIns.due(now),
    ];
    return writeItems(this.db, (await Promise.all(found)).flat());
  }

  private async asks(now: Date): Promise<NewItem[]> {
    const asks = await asksWhere(
      this.db,
      `a.closed is null and t.deleted_at is null and (a.respond_by <= $1 or (a.pool_ids <> '{}' and a.delivered_at <= $1))`,
      [now],
    );
    const boards = await this.boards(asks.map(({ boardId }) => boardId));
    const calendars = await calendarsOf(
      this.db,
      asks.flatMap(({ askerId, holderId }) => [askerId, holderId]),
    );
    return asks.flatMap((ask) => {
      const board = boards.get(ask.boardId);
      if (!board) return [];
      const of = (id: string): Calendar => calendars.get(id) ?? assumedCalendar(board.zone);
      const scene: AskScene = { holder: of(ask.holderId), asker: of(ask.askerId), norms: normsOf(board.workspace_norms, board.norms) };
      return fromAsk(ask, scene, board, now.getTime());
    });
  }

  private async handoffs(now: Date): Promise<NewItem[]> {
    const rows = await select<{ id: string; board_id: string; workspace_id: string; handoff: Handoff }>(
      this.db,
      `select t.id, t.board_id, t.workspace_id, t.handoff from task t where ${offerIsOver('$1')}`,
      [now],
    );
    return rows.map(({ id, board_id: boardId, workspace_id: workspaceId, handoff }) => ({
      workspaceId,
      boardId,
      taskId: id,
      personId: handoff.fromId,
      cause: 'handoff-returned',
      objectId: id,
      key: `handoff:${id}:${handoff.by}`,
      byId: null,
      at: new Date(handoff.by),
      seq: 0,
    }));
  }

  private async waits(now: Date): Promise<NewItem[]> {
    const rows = await select<{
      id: string;
      board_id: string;
      workspace_id: string;
      zone: string;
      owner_id: string;
      wait: Extract<Wait, { kind: 'outside' }>;
    }>(
      this.db,
      `select t.id, t.board_id, t.workspace_id, b.zone, t.owner_id, t.wait from task t join board b on b.id = t.board_id
       where t.wait ->> 'kind' = 'outside' and (t.wait ->> 'checkOn')::date <= ($1::timestamptz)::date + 1 and t.owner_id is not null
         and t.done_at is null and t.deleted_at is null and t.archived_at is null`,
      [now],
    );
    return rows.flatMap(({ id, board_id: boardId, workspace_id: workspaceId, zone, owner_id: personId, wait }) => {
      const at = new Date(startOfDay(zone, wait.checkOn));
      const key = `check:${id}:${wait.checkOn}:${wait.since}`;
      return at > now
        ? []
        : [
            {
              workspaceId,
              boardId,
              taskId: id,
              personId,
              cause: 'check-back' as const,
              objectId: id,
              key,
              byId: null,
              at,
              seq: 0,
              facts: { words: wait.what },
            },
          ];
    });
  }

  private async boards(ids: readonly string[]): Promise<Map<string, BoardRow>> {
    const rows = await select<BoardRow>(
      this.db,
      `select b.id, b.workspace_id, b.zone, b.norms, w.norms as workspace_norms from board b join workspace w on w.id = b.workspace_id
       where b.id = any($1) and b.archived_at is null`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}

/** How often it was promised anew: each promise has one nudge (Q2). */
const promises = (ask: Ask) => ask.steps.filter(({ step }) => ['reopen', 'reask', 'move', 'edit', 'take', 'claim'].includes(step)).length;

/** What the clock makes of one open ask: a nudge for whoever owes it, choices for whoever asked, a word to whoever sees to a group. */
function fromAsk(ask: Ask, scene: AskScene, board: BoardRow, now: number): NewItem[] {
  const common = { workspaceId: board.workspace_id, boardId: board.id, taskId: ask.taskId, objectId: ask.id, seq: 0 };
  const items: NewItem[] = [];
  const add = (personId: string, cause: NewItem['cause'], at: number, byId: string) =>
    at <= now && items.push({ ...common, personId, cause, key: `${cause}:${ask.id}:${personId}:${promises(ask)}`, byId, at: new Date(at) });
  const half = halfTimeOf(ask, scene);
  if (half !== null) add(ask.holderId, 'ask-pool', half, ask.askerId);
  const standing = askAt(ask, scene, now);
  if (standing.state !== 'lapsed') return items;
  if (ask.poolIds.length === 0) add(ask.holderId, 'ask-nudge', standing.respondBy, ask.askerId);
  // The asker has to choose when the one reminder has gone out.
  add(ask.askerId, 'ask-silent', nudgeAt(ask, scene) ?? standing.respondBy, ask.holderId);
  return items;
}
