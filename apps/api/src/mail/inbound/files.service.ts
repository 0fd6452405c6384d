import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Refusal, limits } from '@baton/domain';
import { DataSource } from 'typeorm';
import { Commands } from '../../board/command';
import { Clock } from '../../platform/clock';
import { changed, select } from '../../platform/database/database';
import { FileStore } from '../../platform/files/file-store';
import type { Viewer } from '../../platform/graphql/context';
import { Jobs } from '../../platform/jobs/jobs';
import { Access } from '../../workspace/access';
import { inOneLine } from '../render/letter';
import type { Arrival } from './arrival';

/** Of one mail. */
const mostFiles = 20;
const mostBytes = 10 * 1024 * 1024;

/** A file that came by mail, as it is read again. */
export interface KeptFile {
  name: string;
  content: Readable;
}

/** Files that come with mails: kept as attachments of the task, read by whoever may read the task. */
@Injectable()
export class MailFiles {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly commands: Commands,
    private readonly store: FileStore,
    jobs: Jobs,
  ) {
    jobs.register({ name: 'mail:files', cron: '41 3 * * *', run: () => this.sweep() });
  }

  /** The names of the files that are kept, and of those that are too many or too large. */
  sort({ mail }: Arrival): { kept: string[]; left: string[] } {
    const fits = ({ content }: (typeof mail.files)[number], i: number) => i < mostFiles && content.length <= mostBytes;
    const names = (wanted: boolean) => mail.files.filter((file, i) => fits(file, i) === wanted).map(({ name }) => nameOf(name));
    return { kept: names(true), left: names(false) };
  }

  /** Keeps the files of a mail on a task. The bytes are whole on the disk before any row names them; again, it is the same files. */
  async keep(viewer: Viewer, taskId: string, { mail, idOf }: Arrival): Promise<void> {
    const files = mail.files
      .map((file, i) => ({ ...file, id: idOf(`file ${i}`), name: nameOf(file.name) }))
      .filter(({ content }, i) => i < mostFiles && content.length <= mostBytes);
    if (files.length === 0) return;
    await this.access.requireOnBoard(this.db, viewer, 'comment.create', { taskId });
    for (const { id, content } of files) await this.store.put(id, Readable.from(content), mostBytes);
    const ids = files.map(({ id }) => id);
    const request = { commandId: idOf('files'), action: 'comment.create', target: { taskId }, input: { taskId, ids } } as const;
    await this.commands.run(viewer, request, async (tx, board) => {
      await tx.query('insert into mail_file (id, at) select id, $2 from unnest($1::uuid[]) as x(id)', [ids, board.now]);
      await tx.query(
        `insert into attachment (id, workspace_id, task_id, name, url, bytes, created_at)
         select x.id, $1, $2, x.name, '/mail/files/' || x.id, x.bytes, $3 from unnest($4::uuid[], $5::text[], $6::bigint[]) as x(id, name, bytes)`,
        [board.workspaceId, taskId, board.now, ids, files.map(({ name }) => name), files.map(({ content }) => content.length)],
      );
      const [row] = await changed<{ attachment_count: number }>(
        tx,
        'update task set attachment_count = (select count(*) from attachment where task_id = $1) where id = $1 returning attachment_count',
        [taskId],
      );
      return {
        kind: 'task.edited',
        changes: [
          { type: 'detail', id: taskId, fields: { what: 'attachments' } },
          { type: 'task', id: taskId, fields: { attachmentCount: row?.attachment_count ?? 0 } },
        ],
        taskIds: [taskId],
      };
    });
  }

  /** One file, for whoever may read its task now. */
  async read(viewer: Viewer, id: string): Promise<KeptFile> {
    const [row] = await select<{ task_id: string; name: string }>(
      this.db,
      'select a.task_id, a.name from attachment a join mail_file f on f.id = a.id where a.id = $1',
      [id],
    );
    if (!row) throw new Refusal('NOT_FOUND');
    await this.access.requireOnBoard(this.db, viewer, 'board.read', { taskId: row.task_id });
    return { name: row.name, content: this.store.get(id) };
  }

  /** Bytes go a day after the last row that named them. */
  private async sweep() {
    const gone = await select<{ id: string }>(
      this.db,
      `select f.id from mail_file f where f.at < $1::timestamptz - interval '1 day' and not exists (select 1 from attachment a where a.id = f.id)`,
      [this.clock.now()],
    );
    for (const { id } of gone) {
      await this.store.remove(id);
      await this.db.query('delete from mail_file where id = $1', [id]);
    }
  }
}

/** A name without folders and control characters; nothing of it reaches the disk. */
const nameOf = (name: string) => inOneLine(name.replace(/^.*[\\/]/, ''), limits.name) || 'file';
