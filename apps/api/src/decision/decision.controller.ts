import { Controller, Get, NotFoundException, Param, Query, Req, Res } from '@nestjs/common';
import { Refusal } from '@baton/domain';
import type { Request, Response } from 'express';
import { strToU8, zipSync } from 'fflate';
import { ViewerFinder } from '../platform/graphql/graphql.module';
import { DecisionReader } from './decision.reader';

const isId = (id: string) => /^[0-9a-f-]{36}$/.test(id);

/** Decisions as files in MADR form: one, or a board's whole log as a folder (D12). */
@Controller('decisions')
export class DecisionController {
  constructor(
    private readonly reader: DecisionReader,
    private readonly viewers: ViewerFinder,
  ) {}

  @Get(':boardId.zip')
  async log(@Param('boardId') boardId: string, @Req() req: Request, @Res() res: Response) {
    const { board, files } = await this.files(req, boardId, null);
    // The same log gives the same bytes: every file carries the first moment that a zip can hold.
    const entries = Object.fromEntries(
      files.map(({ name, text }) => [`${board}-decisions/${name}`, [strToU8(text), { mtime: '1980-01-01T00:00:00' }] as const]),
    );
    res
      .type('application/zip')
      .setHeader('content-disposition', `attachment; filename="${board}-decisions.zip"`)
      .send(Buffer.from(zipSync(entries as never)));
  }

  @Get(':boardId.md')
  async one(@Param('boardId') boardId: string, @Query('id') id: string, @Req() req: Request, @Res() res: Response) {
    const [file] = isId(id ?? '') ? (await this.files(req, boardId, id)).files : [];
    if (!file) throw new NotFoundException();
    res.type('text/markdown; charset=utf-8').setHeader('content-disposition', `attachment; filename="${file.name}"`).send(file.text);
  }

  private async files(req: Request, boardId: string, id: string | null) {
    const viewer = await this.viewers.find(req.headers.cookie);
    if (!viewer || !isId(boardId)) throw new NotFoundException();
    return this.reader.files(viewer, boardId, id).catch((error: unknown) => {
      if (error instanceof Refusal) throw new NotFoundException();
      throw error;
    });
  }
}
