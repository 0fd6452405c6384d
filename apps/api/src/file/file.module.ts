import { Controller, Get, Global, Module, Param, Post, Req, Res } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import { Event } from '../platform/events/event.entity';
import { CurrentViewer, type Viewer } from '../platform/graphql/context';
import { ViewerFinder } from '../platform/graphql/graphql.module';
import { answering, fileNameOf, senderOf, viewerOf } from '../platform/http/http';
import { Jobs } from '../platform/jobs/jobs';
import { deliver } from './deliver';
import { AddFilesInput, EditFileInput } from './file.inputs';
import { FileService } from './file.service';

@Controller('files')
export class FileController {
  constructor(
    private readonly files: FileService,
    private readonly viewers: ViewerFinder,
  ) {}

  /** POST /files/<task id> with the file as the body; answers the attachment, which only its sender sees yet. */
  @Post(':taskId')
  receive(@Req() req: Request, @Param('taskId') taskId: string) {
    return answering(req, async () => this.files.receive(await senderOf(this.viewers, req), taskId, fileNameOf(req), req));
  }

  @Get(':id')
  open(@Req() req: Request, @Res() res: Response, @Param('id') id: string) {
    return answering(req, async () => deliver(req, res, await this.files.open(await viewerOf(this.viewers, req), id)));
  }
}

@Resolver()
export class FileResolver {
  constructor(private readonly files: FileService) {}

  @Mutation(() => Event, { description: 'Shows files that the caller has sent on the task itself.' })
  addFiles(@CurrentViewer() viewer: Viewer, @Args('input') input: AddFilesInput) {
    return this.files.add(viewer, input);
  }

  @Mutation(() => Event, { description: 'Renames a file, says what it shows, or takes it away.' })
  editFile(@CurrentViewer() viewer: Viewer, @Args('input') input: EditFileInput) {
    return this.files.edit(viewer, input);
  }
}

@Global()
@Module({ providers: [FileService, FileResolver], controllers: [FileController], exports: [FileService] })
export class FileModule {
  constructor(files: FileService, jobs: Jobs) {
    jobs.register({ name: 'file:sweep', cron: '23 3 * * *', run: () => files.sweep() });
  }
}
