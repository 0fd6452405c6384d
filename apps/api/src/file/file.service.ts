import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Refusal, cleanFileName, limits, may } from '@baton/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { Commands, type LockedBoard } from '../board/command';
import { Clock, daysAfter } from '../platform/clock';
import { changed, select } from '../platform/database/database';
import type { Event } from '../platform/events/event.entity';
import { FileStore } from '../platform/files/file-store';
import type { Viewer } from '../platform/graphql/context';
import { atMost } from '../platform/text';
import { Access } from '../workspace/access';
import { Attachment, attachmentColumns } from './attachment.entity';
import type { AddFilesInput, EditFileInput } from './file.inputs';
import { keepFile, storedFile, type StoredFile } from './file.store';
import { countFiles } from './place';

const shownSql = `select ${attachmentColumns} from attachment a left join stored_file s on s.id = a.file_id`;

/** Files on tasks: sent first, seen only by their sender, and shown once a text or the task itself names them. */
@Injectable()
export class FileService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly commands: Commands,
    private readonly access: Access,
  ) {}

  /** Keeps a file for a task; nobody else sees it yet. With an id that is known already it is the same file again. */
  async receive(viewer: Viewer, taskId: string, name: string, content: Readable, id: string = randomUUID()): Promise<Attachment> {
    const board = await this.access.requireOnBoard(this.db, viewer, 'comment.create', { taskId });
    await this.requireRoom(viewer, taskId);
    const now = this.clock.now();
    const place = { workspaceId: board.workspaceId, limit: limits.fileBytes, now };
    await keepFile({ db: this.db, files: this.files }, place, content, (tx, file) =>
      tx.query(
        `insert into attachment (id, workspace_id, task_id, name, file_id, bytes, by_id, pending, created_at) values ($1, $2, $3, $4, $5, $6, $7, true, $8)
         on conflict (id) do nothing`,
        [id, board.workspaceId, taskId, cleanFileName(name, limits.fileName), file.id, file.bytes, viewer.personId, now],
      ),
    );
    const [attachment] = await select<Attachment>(this.db, `${shownSql} where a.id = $1`, [id]);
    if (!attachment) throw new Refusal('NOT_FOUND');
    return attachment;
  }

  /** What the caller sees attached to a task, oldest first: everything that is shown, and what they sent and have not used yet. */
  of(viewer: Viewer, taskId: string): Promise<Attachment[]> {
    return select(
      this.db,
      `${shownSql} where a.task_id = $1 and a.deleted_at is null and (not a.pending or a.by_id = $2) order by a.created_at, a.id`,
      [taskId, viewer.personId],
    );
  }

  /** The bytes of an attachment for somebody who may read its task now, and how they are to be handed over. */
  async open(viewer: Viewer, id: string): Promise<{ file: StoredFile; name: string; content: () => Promise<Readable> }> {
    await this.access.requireOnBoard(this.db, viewer, 'board.read', { fileId: id });
    const [row] = await select<{ name: string; file_id: string }>(
      this.db,
      'select name, file_id from attachment where id = $1 and file_id is not null and deleted_at is null and (not pending or by_id = $2)',
      [id, viewer.personId],
    );
    const file = row && (await storedFile(this.db, row.file_id));
    if (!file) throw new Refusal('NOT_FOUND');
    return { file, name: row.name, content: () => this.files.get(file.id) };
  }

  /** Shows files that the caller sent on the task itself, beside its description. */
  add(viewer: Viewer, input: AddFilesInput): Promise<Event> {
    return this.show(viewer, input, 'task.edit');
  }

  /** The same for somebody who may only comment, and whose files came with their words. */
  show(viewer: Viewer, input: AddFilesInput, action: 'task.edit' | 'comment.create'): Promise<Event> {
    const request = { commandId: input.commandId, action, target: { taskId: input.taskId }, input };
    return this.commands.run(viewer, request, async (tx) => {
      const placed = await changed(
        tx,
        'update attachment set pending = false where id = any($1) and task_id = $2 and by_id = $3 and pending and deleted_at is null returning id',
        [input.fileIds, input.taskId, viewer.personId],
      );
      if (placed.length < new Set(input.fileIds).size || placed.length === 0)
        throw new Refusal('NOT_FOUND', { reason: 'These files are no longer here: choose them again.' });
      const undo = input.fileIds.map((id) => ({
        table: 'attachment',
        id,
        before: { deletedAt: this.clock.now() },
        after: { deletedAt: null },
      }));
      return { kind: 'file.added', changes: await countFiles(tx, input.taskId), undo, taskIds: [input.taskId] };
    });
  }

  /** Renames a file, says what it shows, or takes it off the task; it can be brought back for 30 days. */
  edit(viewer: Viewer, input: EditFileInput): Promise<Event> {
    const request = { commandId: input.commandId, action: 'comment.create', target: { fileId: input.fileId }, input } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const file = await this.requireMine(tx, board, input.fileId);
      const after = {
        ...(input.name != null && { name: cleanFileName(input.name, limits.fileName) }),
        ...(input.caption != null && { caption: atMost(input.caption.trim(), 'the caption', limits.caption) }),
        ...(input.removed != null && { deletedAt: input.removed ? (file.deletedAt ?? board.now) : null }),
      };
      if (Object.keys(after).length > 0) await tx.update(Attachment, file.id, after);
      const before = Object.fromEntries(Object.keys(after).map((field) => [field, file[field as keyof Attachment]]));
      return {
        kind: input.removed ? 'file.removed' : 'file.edited',
        changes: await countFiles(tx, file.taskId),
        undo: [{ table: 'attachment', id: file.id, before, after }],
        taskIds: [file.taskId],
      };
    });
  }

  /** Forgets what was sent and never used, or taken away long ago; afterwards bytes that nothing shows. */
  async sweep(): Promise<void> {
    const now = this.clock.now();
    await this.db.query('delete from attachment where pending and created_at < $1 or deleted_at < $2', [
      daysAfter(now, -limits.trashDays),
      daysAfter(now, -limits.trashDays),
    ]);
    // Deleted only if still unused when the row is locked: sending the same content again touches it.
    await this.db.query(
      `delete from stored_file s where touched_at < $1 and not exists (select 1 from attachment where file_id = s.id)
       and not exists (select 1 from emoji where file_id = s.id)`,
      [daysAfter(now, -1)],
    );
    await this.sweepBytes(daysAfter(now, -1));
  }

  /** Bytes without a row: of rows that are gone, and of writes that a crash cut off. */
  private async sweepBytes(before: Date) {
    for await (const { key, at } of this.files.list()) {
      if (at >= before) continue;
      const [known] = await select(this.db, 'select 1 from stored_file where id = $1 union all select 1 from upload where id = $1', [key]);
      if (!known) await this.files.remove(key);
    }
  }

  private async requireRoom(viewer: Viewer, taskId: string) {
    const [row] = await select<{ here: number; unplaced: number }>(
      this.db,
      `select (select count(*)::int from attachment where task_id = $1 and deleted_at is null) as here,
         (select count(*)::int from attachment where by_id = $2 and pending) as unplaced`,
      [taskId, viewer.personId],
    );
    if ((row?.here ?? 0) >= limits.filesPerTask)
      throw new Refusal('BAD_INPUT', { reason: `A task holds at most ${limits.filesPerTask} files. Take some away first.` });
    if ((row?.unplaced ?? 0) >= limits.unplacedFiles)
      throw new Refusal('BAD_INPUT', { reason: 'You sent many files that no text shows yet. Post or discard what you have begun first.' });
  }

  private async requireMine(tx: EntityManager, board: LockedBoard, id: string): Promise<Attachment> {
    const file = await tx.findOneBy(Attachment, { id });
    if (!file || (file.pending && file.byId !== board.actor.personId)) throw new Refusal('NOT_FOUND');
    this.access.decide(board.actor, may(board.actor, 'file.edit', { byId: file.byId, ofComment: file.commentId !== null }));
    return file;
  }
}
