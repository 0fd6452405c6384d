import { Injectable } from '@nestjs/common';
import {
  type Brief,
  type CatchUp,
  type Facts,
  Refusal,
  type StaleTask,
  type StatusDraft,
  type Today,
  buildBrief,
  draftStatus,
  minutesFor,
  nextSlot,
  startOfDay,
  todayOf,
  workingDaysBetween,
} from '@baton/domain';
import { DataSource } from 'typeorm';
import { Settling } from '../decision/settling';
import { Clock } from '../platform/clock';
import { select } from '../platform/database/database';
import type { Viewer } from '../platform/graphql/context';
import type { Sql } from '../platform/sql';
import { statusWhere } from '../status/status.service';
import { normsOn } from '../task/task.service';
import { Access } from '../workspace/access';
import type { MarkInput, WatermarkInput } from './catch-up.inputs';
import { type Since, activityOn, calendarOfReader, loadFacts } from './facts.loader';
import { staleOn } from './stale.store';
import { LeaveService } from './leave.service';
import { marksOf, moveWatermarks, writeMarks } from './mark.store';

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** What somebody missed, bounded and complete (2.10): one builder for Catch-up, the morning's digest, and a newcomer's first look. */
@Injectable()
export class CatchUpService {
  constructor(
    private readonly db: DataSource,
    private readonly access: Access,
    private readonly clock: Clock,
    private readonly settling: Settling,
    private readonly leaves: LeaveService,
  ) {}

  /**
   * The brief of one person since their watermarks, since an instant, or since a number per board. What is not delivered to them yet is not
   * in it. Boards that they may not read now are not either; access is the caller's affair beyond that.
   */
  async briefOf(sql: Sql, personId: string, workspaceId: string, since: Since, now: Date): Promise<Brief> {
    const facts = await loadFacts(sql, { personId, workspaceId, since, now });
    const { events, tasks } = await activityOn(sql, personId, facts.boards);
    return buildBrief(facts, tasks, events, { held: false, whole: false });
  }

  /** The caller's catch-up: everything since "Caught up to here" on each of their boards. */
  async catchUp(viewer: Viewer, workspaceId: string, allUpdates = false): Promise<CatchUp> {
    await this.access.requireInWorkspace(this.db, viewer, 'workspace.read', workspaceId);
    const { personId } = viewer;
    const now = this.clock.now();
    await this.settle(workspaceId);
    const facts = await loadFacts(this.db, { personId, workspaceId, since: 'watermark', now });
    const { events, tasks } = await activityOn(this.db, personId, facts.boards);
    const brief = buildBrief(facts, tasks, events, { held: true, whole: false, ...(allUpdates && { updates: Infinity }) });
    const me = calendarOfReader(facts);
    const since = oldest([...facts.boards.values()].flatMap(({ since, seq, sinceAt }) => (seq > since && sinceAt ? [sinceAt] : [])));
    return {
      brief,
      boards: [...facts.boards.values()].map(({ id, key, name, seq, since: from, sinceAt }) => ({
        id,
        key,
        name,
        seq,
        since: from,
        sinceAt,
      })),
      since,
      lastOwn: await this.lastOwn(personId, [...facts.boards.keys()]),
      workingDays: since === null ? 0 : workingDaysBetween(me, Date.parse(since), now.getTime()),
      minutes: minutesFor(brief),
      nextDelivery: iso(nextSlot(me, now.getTime() + 1)),
      marks: await marksOf(this.db, personId, workspaceId),
    };
  }

  /** What needs the caller, what they wait for and what they set aside, on all their boards. */
  async today(viewer: Viewer, workspaceId: string): Promise<Today> {
    await this.access.requireInWorkspace(this.db, viewer, 'workspace.read', workspaceId);
    const now = this.clock.now();
    const facts = await loadFacts(this.db, { personId: viewer.personId, workspaceId, since: now, now });
    const besides = { stale: await this.triage(facts, workspaceId, now), leaving: await this.leaves.leaving(facts) };
    return todayOf(facts, await marksOf(this.db, viewer.personId, workspaceId), besides);
  }

  /** Tasks of a board that did not move for as long as its house rules say. */
  async stale(viewer: Viewer, boardId: string): Promise<StaleTask[]> {
    const board = await this.access.requireOnBoard(this.db, viewer, 'board.read', { boardId });
    const { staleDays } = await normsOn(this.db.manager, boardId);
    const found = await staleOn(this.db, [{ id: boardId, zone: board.zone, staleDays }], this.clock.now());
    return found.get(boardId) ?? [];
  }

  /** A status update as the log of the board would write it: everything since the last one, by everybody. */
  async statusDraft(viewer: Viewer, boardId: string): Promise<StatusDraft> {
    const board = await this.access.requireOnBoard(this.db, viewer, 'board.edit', { boardId });
    await this.settling.settleBoard(boardId);
    const [last] = await statusWhere(this.db, 's.board_id = $1', [boardId], 1);
    const fromSeq = last?.toSeq ?? 0;
    const facts = await loadFacts(this.db, {
      ...{ personId: viewer.personId, workspaceId: board.workspaceId, boardId, now: this.clock.now() },
      ...{ since: new Map([[boardId, fromSeq]]), whole: true, everybody: true },
    });
    return { ...draftStatus(facts, boardId), fromSeq, toSeq: facts.boards.get(boardId)?.seq ?? fromSeq, since: last?.publishedAt ?? null };
  }

  /** How many tasks did not move, on each board whose triage is the reader's: the triage person's, or an owner's where there is none. */
  private async triage(facts: Facts, workspaceId: string, now: Date): Promise<{ boardId: string; count: number }[]> {
    const [owner] = await select(this.db, `select 1 from membership where person_id = $1 and workspace_id = $2 and role = 'owner'`, [
      facts.meId,
      workspaceId,
    ]);
    const mine = [...facts.boards.values()].filter(({ triageId }) => (triageId ? triageId === facts.meId : owner));
    const found = await staleOn(
      this.db,
      mine.map(({ id, zone, norms }) => ({ id, zone, staleDays: norms.staleDays })),
      now,
    );
    return [...found].flatMap(([boardId, { length: count }]) => (count > 0 ? { boardId, count } : []));
  }

  /** What happened on one board since a day of its own zone, for somebody who is new there: decisions first, then dates and owners (C4). */
  async story(viewer: Viewer, boardId: string, since: string): Promise<Brief> {
    const board = await this.access.requireOnBoard(this.db, viewer, 'board.read', { boardId });
    await this.settling.settleBoard(boardId);
    const scope = {
      personId: viewer.personId,
      workspaceId: board.workspaceId,
      boardId,
      since: new Date(startOfDay(board.zone, since) - 1),
      now: this.clock.now(),
      whole: true,
    };
    const facts = await loadFacts(this.db, scope);
    if (!facts.boards.has(boardId))
      throw new Refusal('NOT_FOUND', { reason: 'This board is archived: bring it back to read what happened.' });
    const { events, tasks } = await activityOn(this.db, viewer.personId, facts.boards);
    return buildBrief(facts, tasks, events, { held: false, whole: true });
  }

  /** Marks lines of the caller's own list; nobody else sees it. */
  async mark(viewer: Viewer, workspaceId: string, marks: readonly MarkInput[]): Promise<void> {
    await this.access.requireInWorkspace(this.db, viewer, 'workspace.read', workspaceId);
    await this.db.transaction((tx) => writeMarks(tx, viewer.personId, workspaceId, marks, this.clock.now()));
  }

  /** Moves the caller's watermarks, forwards by "Caught up to here" or back by undo (C1). */
  async caughtUp(viewer: Viewer, workspaceId: string, boards: readonly WatermarkInput[]): Promise<void> {
    await this.access.requireInWorkspace(this.db, viewer, 'workspace.read', workspaceId);
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      for (const { boardId } of boards) await this.access.requireOnBoard(tx, viewer, 'board.read', { boardId });
      await moveWatermarks(tx, viewer.personId, workspaceId, boards, now);
    });
  }

  /** Writes down what the clock did to decisions, so that the log tells of it whoever looks first. */
  private async settle(workspaceId: string) {
    const boards = await select<{ id: string }>(
      this.db,
      `select distinct board_id as id from decision where workspace_id = $1 and state = 'open'`,
      [workspaceId],
    );
    for (const { id } of boards) await this.settling.settleBoard(id);
  }

  /** The time of the person's own last command: told to themselves alone, and kept nowhere for it. */
  private async lastOwn(personId: string, boardIds: readonly string[]): Promise<string | null> {
    const [row] = await select<{ at: Date | null }>(
      this.db,
      `select max(e.at) as at from unnest($2::uuid[]) as b(id) cross join lateral (
         select at from event where board_id = b.id and actor_id = $1 and kind <> 'people.changed' order by seq desc limit 1) e`,
      [personId, boardIds],
    );
    return row?.at?.toISOString() ?? null;
  }
}

const oldest = (times: readonly string[]): string | null => times.toSorted()[0] ?? null;
