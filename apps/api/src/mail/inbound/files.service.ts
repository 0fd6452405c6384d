import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { cleanFileName, limits } from '@baton/domain';
import { FileService } from '../../file/file.service';
import type { Viewer } from '../../platform/graphql/context';
import type { Arrival } from './arrival';

/** Of one mail. */
const mostFiles = 20;
const mostBytes = 10 * 1024 * 1024;

/** Files that come with mails: kept as attachments of the task, read by whoever may read the task. */
@Injectable()
export class MailFiles {
  constructor(private readonly files: FileService) {}

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
    for (const { id, name, content } of files) await this.files.receive(viewer, taskId, name, Readable.from(content), id);
    await this.files.show(viewer, { commandId: idOf('files'), taskId, fileIds: files.map(({ id }) => id) }, 'comment.create');
  }
}

const nameOf = (name: string) => cleanFileName(name, limits.fileName);
