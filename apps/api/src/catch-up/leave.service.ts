import { Injectable } from '@nestjs/common';
import { type Besides, type Facts, type LeaveCheck, Refusal, firstDayBack, leaveCheckOf, leaveWindow, localDay } from '@baton/domain';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock';
import type { Viewer } from '../platform/graphql/context';
import { Access } from '../workspace/access';
import { calendarOfReader, loadFacts } from './facts.loader';
import { choicesOf, writeChoice } from './leave.store';

/** Time off that begins within so many days is spoken of in Today. */
const soonDays = 7;

/** What falls into somebody's time off, and what they say becomes of it (2.11). Nobody else sees it. */
@Injectable()
export class LeaveService {
  constructor(
    private readonly db: DataSource,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /** Deadlines, asks, decisions and offers that fall into one of the caller's own times off. */
  async check(viewer: Viewer, workspaceId: string, leaveId: string): Promise<LeaveCheck> {
    await this.access.requireInWorkspace(this.db, viewer, 'workspace.read', workspaceId);
    const now = this.clock.now();
    const facts = await loadFacts(this.db, { personId: viewer.personId, workspaceId, since: now, now });
    return this.checkOf(facts, leaveId);
  }

  /** Says that something stays as it is, or takes that back. */
  async choose(viewer: Viewer, workspaceId: string, choice: { leaveId: string; key: string; asItIs: boolean }): Promise<void> {
    await this.access.requireInWorkspace(this.db, viewer, 'workspace.read', workspaceId);
    if (choice.key.length > 200 || choice.leaveId.length > 100)
      throw new Refusal('BAD_INPUT', { field: 'key', reason: 'This is not a line of your list.' });
    await writeChoice(this.db, viewer.personId, choice.leaveId, choice.key, choice.asItIs, this.clock.now());
  }

  /** Times off that are under way or begin soon and in which something is not settled. */
  async leaving(facts: Facts): Promise<Besides['leaving']> {
    const me = calendarOfReader(facts);
    const found: { id: string; from: string; count: number }[] = [];
    for (const leave of me.leave) {
      const { start, end } = leaveWindow(me, leave);
      if (end <= facts.now || start > facts.now + soonDays * 86_400_000) continue;
      const { lines, from } = await this.checkOf(facts, leave.id);
      const count = lines.filter(({ settled }) => settled === null).length;
      if (count > 0) found.push({ id: leave.id, from, count });
    }
    return found;
  }

  private async checkOf(facts: Facts, leaveId: string): Promise<LeaveCheck> {
    const me = calendarOfReader(facts);
    const leave = me.leave.find(({ id }) => id === leaveId);
    if (!leave) throw new Refusal('NOT_FOUND', { reason: 'This time off is not in your calendar any more.' });
    const back = firstDayBack(me, leave);
    const check = leaveCheckOf(facts, leave, await choicesOf(this.db, facts.meId, leaveId));
    return { ...check, backOn: back === null ? null : localDay(me, back - 1) };
  }
}
