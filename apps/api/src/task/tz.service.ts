import { randomUUID } from 'node:crypto';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type Change, type DeadlineChange } from '@baton/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock';
import { select } from '../platform/database/database';
import { nextSeq, record } from '../platform/events/log';
import { log } from '../platform/log';
import { deadlineOf, deriveDeadlines } from './deadline';
import { Task } from './task.entity';

/** Derives deadlines anew when the rules of the world's clocks changed, and tells what moved (T4). */
@Injectable()
export class TzService implements OnApplicationBootstrap {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap() {
    await this.follow(process.versions['tz'] ?? 'unknown');
  }

  /** Brings every board to this version of the rules, once; the first time nothing is told, since nothing was derived before. */
  async follow(version: string) {
    const moved = await this.db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 13))', ['tz']);
      const [state] = await select<{ version: string }>(tx, 'select version from tz_state');
      if (state?.version === version) return 0;
      const boards = await select<{ id: string }>(tx, 'select distinct board_id as id from task where due_on is not null order by 1');
      let count = 0;
      for (const { id } of boards) count += await this.derive(tx, id, state !== undefined);
      await tx.query('insert into tz_state (version) values ($1) on conflict (only_row) do update set version = excluded.version', [
        version,
      ]);
      return count;
    });
    if (moved > 0) log.info(`the rules of the clocks are now ${version}: ${moved} deadlines fall on another moment`);
  }

  private async derive(tx: EntityManager, boardId: string, tell: boolean): Promise<number> {
    // Locked before the rows are read, so that a command in between cannot be overwritten.
    const seq = tell ? (await nextSeq(tx, boardId)).seq : 0;
    const now = this.clock.now();
    const changed = (await deriveDeadlines(tx, boardId)).filter(({ before, at }) => before && at > now);
    if (!tell) return 0;
    const changes: Change[] = [];
    let actorId: string | null = null;
    for (const { id, at } of changed) {
      const task = await tx.findOneByOrFail(Task, { id });
      const deadline = deadlineOf(task, task.dueZone ?? 'UTC');
      const why = `The clocks of ${(task.dueZone ?? 'UTC').replaceAll('_', ' ')} follow new rules: same day and time, another moment.`;
      const entry: DeadlineChange = { at: now.toISOString(), byId: null, from: deadline, to: deadline, why, days: 0 };
      await tx.update(Task, id, { dueHistory: [...task.dueHistory, entry] });
      changes.push(
        { type: 'task', id, fields: { dueAt: at.toISOString() } },
        { type: 'detail', id, fields: { what: 'reason', text: why } },
      );
      actorId ??= task.ownerId ?? task.createdById;
    }
    const [board] = await select<{ workspace_id: string; by: string }>(
      tx,
      `select workspace_id, (select person_id from membership m where m.workspace_id = b.workspace_id order by joined_at limit 1) as by from board b where id = $1`,
      [boardId],
    );
    const facts = { boardId, workspaceId: board?.workspace_id ?? '', seq, at: now, actorId: actorId ?? board?.by ?? '', commandHash: '' };
    await record(tx, {
      ...facts,
      kind: 'deadline.rederived',
      commandId: randomUUID(),
      changes,
      taskIds: changed.map(({ id }) => id),
    });
    return changed.length;
  }
}
