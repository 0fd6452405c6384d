import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Refusal, limits } from '@baton/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock, daysAfter } from '../platform/clock';
import { select } from '../platform/database/database';
import { accessChannel, nextSeq, record } from '../platform/events/log';
import type { Viewer } from '../platform/graphql/context';
import { deriveDeadlines, exemptImported } from '../task/deadline';
import { Access } from '../workspace/access';
import { type ImportRun, findRuns } from './import-run';
import { refsOnBoard, writeRefs } from './import.refs';
import { removeContainers, removeRows, restoreChanged, touchedTasks } from './import.restore';
import type { ImportUndo } from './import.service';
import { kinds, recountTasks } from './import.tables';

interface Run {
  id: string;
  workspace_id: string;
  source: string;
  board_id: string | null;
  by_id: string;
  at: Date;
  undo: ImportUndo;
  undone_at: Date | null;
}

/** Takes a whole import back: what it made goes, what it changed returns, and what people did since stays. */
@Injectable()
export class ImportUndoService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly access: Access,
  ) {}

  /** One's own import, or as an admin anybody's, within 7 days. Sent again it answers the run as it is. */
  async undo(viewer: Viewer, id: string): Promise<ImportRun> {
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      const run = await this.reach(tx, viewer, id);
      if (run.undone_at) return;
      if (!run.board_id || daysAfter(run.at, limits.importUndoDays) <= now)
        throw new Refusal('NOTHING_TO_UNDO', { reason: `An import can be undone for ${limits.importUndoDays} days.` });
      await this.requireLast(tx, run, run.board_id);
      const kept = run.undo.newBoard
        ? await this.removeBoard(tx, run, run.board_id)
        : await this.takeBack(tx, viewer, run, run.board_id, now);
      await this.removePlaceholders(tx, run);
      await tx.query(
        `update import_run set undone_at = $2, receipt = receipt || jsonb_build_object('undone', jsonb_build_object('kept', $3::jsonb)) where id = $1`,
        [id, now, JSON.stringify(kept)],
      );
    });
    const [run] = await findRuns(this.db, 'r.id = $1', id, now);
    if (!run) throw new Refusal('NOT_FOUND');
    return run;
  }

  private async reach(tx: EntityManager, viewer: Viewer, id: string): Promise<Run> {
    const [run] = await select<Run>(
      tx,
      'select id, workspace_id, source, board_id, by_id, at, undo, undone_at from import_run where id = $1 for update',
      [id],
    );
    if (!run) throw new Refusal('NOT_FOUND');
    await this.access.requireInWorkspace(tx, viewer, run.by_id === viewer.personId ? 'import.run' : 'workspace.edit', run.workspace_id);
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 12))', [run.workspace_id]);
    await tx.query('select 1 from board where id = $1 for no key update', [run.board_id]);
    return run;
  }

  /** Each import builds on the one before, so they are taken back in the opposite order. */
  private async requireLast(tx: EntityManager, run: Run, boardId: string) {
    const [later] = await select(
      tx,
      `select 1 from import_run where board_id = $1 and (undo ->> 'nth')::int > $2 and undone_at is null
       and (receipt -> 'writes' ->> 'created')::int + (receipt -> 'writes' ->> 'updated')::int > 0 limit 1`,
      [boardId, run.undo.nth],
    );
    if (later) throw new Refusal('CONFLICT', { reason: 'This board was brought up to date by a later import: undo that one first.' });
  }

  /** A board that came with the import goes as a whole, unless people made tasks of their own on it. */
  private async removeBoard(tx: EntityManager, run: Run, boardId: string): Promise<string[]> {
    const own = await select<{ title: string }>(
      tx,
      `select t.title from task t where t.board_id = $1 and t.deleted_at is null
       and not exists (select 1 from external_ref r where r.board_id = $1 and r.kind = 'task' and r.local_id = t.id) order by t.number`,
      [boardId],
    );
    if (own.length > 0)
      throw new Refusal('CONFLICT', {
        reason: `${own.length === 1 ? `The task "${own[0]?.title ?? ''}" was` : `${own.length} tasks were`} made on this board since. Move or delete what should go, then undo the import.`,
      });
    // Imported tasks that somebody took to another board belong to that board now.
    const moved = await select<{ title: string }>(
      tx,
      `select t.title from external_ref r join task t on t.id = r.local_id where r.board_id = $1 and r.kind = 'task' and t.board_id <> $1`,
      [boardId],
    );
    await tx.query('delete from board where id = $1', [boardId]);
    await writeRefs(tx, run.workspace_id, run.source, run.undo.refsBefore);
    await tx.query('delete from external_ref where import_id = $1', [run.id]);
    // Whoever has the board open hears that it is gone.
    await tx.query('select pg_notify($2, person_id::text) from membership where workspace_id = $1', [run.workspace_id, accessChannel]);
    return moved.map(({ title }) => title);
  }

  private async takeBack(tx: EntityManager, viewer: Viewer, run: Run, boardId: string, now: Date): Promise<string[]> {
    const made = (await refsOnBoard(tx, run.source, boardId)).filter((ref) => ref.import_id === run.id);
    const touched = await touchedTasks(tx, made, boardId);
    await removeRows(tx, made, boardId, touched);
    const kept = [...touched.values(), ...(await restoreChanged(tx, run.undo.changed, boardId))];
    await removeContainers(tx, made, boardId, touched);
    if (run.undo.rename)
      await tx.query('update board set name = $3 where id = $1 and name = $2', [boardId, run.undo.rename.after, run.undo.rename.before]);
    await this.forget(tx, run);
    await writeRefs(tx, run.workspace_id, run.source, run.undo.refsBefore);
    await recountTasks(tx, boardId);
    await deriveDeadlines(tx, boardId);
    await exemptImported(tx, boardId);
    const { seq } = await nextSeq(tx, boardId);
    await record(tx, {
      boardId,
      workspaceId: run.workspace_id,
      seq,
      at: now,
      actorId: viewer.personId,
      kind: 'board.import-undone',
      commandId: randomUUID(),
      commandHash: '',
      changes: [],
      resync: true,
    });
    return [...new Set(kept)];
  }

  /** Forgets what became of foreign rows, but for rows that stay: the next file must find those. */
  private async forget(tx: EntityManager, run: Run) {
    for (const { kind, table } of Object.values(kinds))
      await tx.query(
        `delete from external_ref r where import_id = $1 and kind = $2 and not exists (select 1 from ${table} t where t.id = r.local_id)`,
        [run.id, kind],
      );
    await tx.query(`delete from external_ref where import_id = $1 and kind = 'person'`, [run.id]);
  }

  /** Placeholders of the import go, unless somebody claimed them or named them on other work. */
  private async removePlaceholders(tx: EntityManager, run: Run) {
    await tx.query(
      `delete from person p where p.id = any($1) and p.placeholder
       and not exists (select 1 from task t where p.id in (t.owner_id, t.created_by_id) or p.id = any(t.helper_ids))
       and not exists (select 1 from checklist_item i where i.owner_id = p.id)
       and not exists (select 1 from comment c where c.author_id = p.id)
       and not exists (select 1 from event e where e.actor_id = p.id)
       and not exists (select 1 from external_ref r where r.local_id = p.id)`,
      [run.undo.placeholderIds],
    );
  }
}
