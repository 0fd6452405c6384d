import { Injectable } from '@nestjs/common';
import {
  type Besides,
  type Facts,
  type Leave,
  type LeaveCheck,
  Refusal,
  firstDayBack,
  leaveCheckOf,
  leaveWindow,
  localDay,
} from '@baton/domain';
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
    const leave = calendarOfReader(facts).leave.find(({ id }) => id === leaveId);
    if (!leave) throw new Refusal('NOT_FOUND', { reason: 'This time off is not in your calendar any more.' });
    return checkOf(facts, leave, (await choicesOf(this.db, facts.meId, [leaveId])).get(leaveId));
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
    const soon = me.leave.filter((leave) => {
      const { start, end } = leaveWindow(me, leave);
      return end > facts.now && start <= facts.now + soonDays * 86_400_000;
    });
    if (soon.length === 0) return [];
    const choices = await choicesOf(
      this.db,
      facts.meId,
      soon.map(({ id }) => id),
    );
    return soon.flatMap((leave) => {
      const { lines, from } = checkOf(facts, leave, choices.get(leave.id));
      const count = lines.filter(({ settled }) => settled === null).length;
      return count > 0 ? { id: leave.id, from, count } : [];
    });
  }
}

function checkOf(facts: Facts, leave: Leave, choices: ReadonlySet<string> = new Set()): LeaveCheck {
  const me = calendarOfReader(facts);
  const back = firstDayBack(me, leave);
  return { ...leaveCheckOf(facts, leave, choices), backOn: back === null ? null : localDay(me, back - 1) };
}
