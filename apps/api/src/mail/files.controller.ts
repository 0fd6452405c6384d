import { Controller, Get, HttpException, Param, Req, Res } from '@nestjs/common';
import { Refusal } from '@baton/domain';
import type { Request, Response } from 'express';
import { refusalOf } from '../platform/graphql/errors';
import { ViewerFinder } from '../platform/graphql/graphql.module';
import { MailFiles } from './inbound/files.service';

const statusOf: Record<string, number> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404, INTERNAL: 500 };

/** Files that came by mail. A browser saves them and runs nothing of them, whatever they say that they are. */
@Controller('mail/files')
export class MailFilesController {
  constructor(
    private readonly files: MailFiles,
    private readonly viewers: ViewerFinder,
  ) {}

  @Get(':id')
  async read(@Param('id') id: string, @Req() req: Request, @Res() res: Response) {
    try {
      const viewer = await this.viewers.find(req.headers.cookie);
      if (!viewer) throw new Refusal('UNAUTHENTICATED');
      const { name, content } = await this.files.read(viewer, id);
      res.attachment(name).set({
        'content-type': 'application/octet-stream',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "sandbox; default-src 'none'",
        'cache-control': 'private, no-store',
      });
      content.on('error', () => res.destroy()).pipe(res);
    } catch (error) {
      const { code, details } = refusalOf(error);
      throw new HttpException({ code, details }, statusOf[code] ?? 400);
    }
  }
}
