import { Controller, Get, NotFoundException, Query, Req, Res } from '@nestjs/common';
import { Refusal, reportCsv } from '@baton/domain';
import type { Request, Response } from 'express';
import { ViewerFinder } from '../platform/graphql/graphql.module';
import { DeliveryService } from './delivery.service';

/** The monthly report as a file. */
@Controller('delivery')
export class ReportController {
  constructor(
    private readonly viewers: ViewerFinder,
    private readonly deliveries: DeliveryService,
  ) {}

  @Get('report.csv')
  async write(@Query('workspace') workspaceId: string, @Query('month') month: string, @Req() req: Request, @Res() res: Response) {
    const text = await this.text(workspaceId, month, req.headers.cookie).catch((error: unknown) => {
      if (error instanceof Refusal) return null;
      throw error;
    });
    if (text === null) throw new NotFoundException();
    res.type('text/csv; charset=utf-8').setHeader('content-disposition', `attachment; filename="deliveries-${month}.csv"`).send(text);
  }

  private async text(workspaceId: string, month: string, cookie: string | undefined): Promise<string | null> {
    const viewer = await this.viewers.find(cookie);
    if (!viewer || !/^[0-9a-f-]{36}$/.test(workspaceId)) return null;
    return reportCsv(await this.deliveries.report(viewer, workspaceId, month));
  }
}
