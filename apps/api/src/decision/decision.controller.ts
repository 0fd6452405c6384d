import { Controller, Get, NotFoundException, Param, Query, Req, Res } from '@nestjs/common';
import { Refusal } from '@baton/domain';
import type { Request, Response } from 'express';
import { type Zippable, strToU8, zipSync } from 'fflate';
import { ViewerFinder } from '../platform/graphql/graphql.module';
import type { Viewer } from '../platform/graphql/context';
import { DecisionReader } from './decision.reader';

const isId = (id: string) => /^[0-9a-f-]{36}$/.test(id);

/** Decisions as files in MADR form: one, a board's whole log as a folder, or those of all boards (D12). */
@Controller('decisions')
export class DecisionController {
  constructor(
    private readonly reader: DecisionReader,
    private readonly viewers: ViewerFinder,
  ) {}

  @Get('workspace/:workspaceId.zip')
  async workspace(@Param('workspaceId') workspaceId: string, @Req() req: Request, @Res() res: Response) {
    const boards = await this.read(req, workspaceId, (viewer) => this.reader.allFiles(viewer, workspaceId));
    sendZip(res, 'decisions', boards);
  }

  @Get(':boardId.zip')
  async log(@Param('boardId') boardId: string, @Req() req: Request, @Res() res: Response) {
    const board = await this.read(req, boardId, (viewer) => this.reader.files(viewer, boardId, null));
    sendZip(res, `${board.board}-decisions`, [board]);
  }

  @Get(':boardId.md')
  async one(@Param('boardId') boardId: string, @Query('id') id: string, @Req() req: Request, @Res() res: Response) {
    const [file] = isId(id ?? '') ? (await this.read(req, boardId, (viewer) => this.reader.files(viewer, boardId, id))).files : [];
    if (!file) throw new NotFoundException();
    res.type('text/markdown; charset=utf-8').setHeader('content-disposition', `attachment; filename="${file.name}"`).send(file.text);
  }

  /** What the caller may not see is not there. */
  private async read<T>(req: Request, placeId: string, read: (viewer: Viewer) => Promise<T>): Promise<T> {
    const viewer = await this.viewers.find(req.headers.cookie);
    if (!viewer || !isId(placeId)) throw new NotFoundException();
    return read(viewer).catch((error: unknown) => {
      if (error instanceof Refusal) throw new NotFoundException();
      throw error;
    });
  }
}

/** A folder per board. The same log gives the same bytes: every file carries the first moment that a zip can hold. */
function sendZip(res: Response, name: string, boards: { board: string; files: { name: string; text: string }[] }[]) {
  const entries: Zippable = Object.fromEntries(
    boards.flatMap(({ board, files }) =>
      files.map((file) => [`${board}-decisions/${file.name}`, [strToU8(file.text), { mtime: '1980-01-01T00:00:00' }]]),
    ),
  );
  res
    .type('application/zip')
    .setHeader('content-disposition', `attachment; filename="${name}.zip"`)
    .send(Buffer.from(zipSync(entries)));
}
