import { randomUUID } from 'node:crypto';
import { Controller, Injectable, Module, Post, Req } from '@nestjs/common';
import { Refusal, limits } from '@baton/domain';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { Clock, daysAfter } from '../platform/clock';
import { select } from '../platform/database/database';
import { FileStore } from '../platform/files/file-store';
import { ViewerFinder } from '../platform/graphql/graphql.module';
import type { Viewer } from '../platform/graphql/context';
import { answering, fileNameOf, senderOf } from '../platform/http/http';
import { Jobs } from '../platform/jobs/jobs';

/** Files on their way to an import: kept for a day, seen only by whoever sent them. */
@Injectable()
export class Uploads {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly files: FileStore,
    jobs: Jobs,
  ) {
    jobs.register({ name: 'upload:sweep', cron: '7 * * * *', run: () => this.sweep() });
  }

  /** Keeps the body of the request and answers the upload's id. */
  async keep(viewer: Viewer, name: string, content: Request): Promise<string> {
    const id = randomUUID();
    const { bytes } = await this.files.put(id, content, limits.importBytes);
    await this.db.query('insert into upload (id, person_id, name, bytes, created_at) values ($1, $2, $3, $4, $5)', [
      id,
      viewer.personId,
      name.slice(0, 255),
      bytes,
      this.clock.now(),
    ]);
    return id;
  }

  /** The whole content of the viewer's own upload. */
  async read(viewer: Viewer, id: string): Promise<Buffer> {
    const [row] = await select<{ id: string }>(this.db, 'select id from upload where id = $1 and person_id = $2', [id, viewer.personId]);
    if (!row) throw new Refusal('NOT_FOUND', { reason: 'This file is no longer here: choose it again.' });
    const chunks: Buffer[] = [];
    for await (const chunk of await this.files.get(row.id)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }

  private async sweep() {
    const old = await select<{ id: string }>(this.db, 'select id from upload where created_at < $1', [daysAfter(this.clock.now(), -1)]);
    for (const { id } of old) {
      await this.files.remove(id);
      await this.db.query('delete from upload where id = $1', [id]);
    }
  }
}

@Controller('uploads')
export class UploadController {
  constructor(
    private readonly uploads: Uploads,
    private readonly viewers: ViewerFinder,
  ) {}

  /** POST /uploads with the file as the body. */
  @Post()
  keep(@Req() req: Request) {
    return answering(req, async () => ({ id: await this.uploads.keep(await senderOf(this.viewers, req), fileNameOf(req), req) }));
  }
}

@Module({ providers: [Uploads], controllers: [UploadController], exports: [Uploads] })
export class UploadModule {}
