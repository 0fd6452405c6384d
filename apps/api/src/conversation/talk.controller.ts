import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { Refusal, taskKey } from '@baton/domain';
import type { Request, Response } from 'express';
import ical, { ICalCalendarMethod } from 'ical-generator';
import { DataSource } from 'typeorm';

import { select } from '../platform/database/database';
import { ViewerFinder } from '../platform/graphql/graphql.module';
import { Access } from '../workspace/access';
import { asksWhere } from './ask.store';

/** A talk that was agreed, as a file for one's calendar. */
@Controller('talks')
export class TalkController {
  constructor(
    private readonly db: DataSource,
    private readonly viewers: ViewerFinder,
    private readonly access: Access,
  ) {}

  @Get(':id.ics')
  async write(@Param('id') id: string, @Req() req: Request, @Res() res: Response) {
    const text = await this.text(id, req.headers.cookie).catch((error: unknown) => {
      if (error instanceof Refusal) return null;
      throw error;
    });
    if (text === null) throw new NotFoundException();
    res.type('text/calendar; charset=utf-8').setHeader('content-disposition', 'attachment; filename="talk.ics"').send(text);
  }

  private async text(id: string, cookie: string | undefined): Promise<string | null> {
    const viewer = await this.viewers.find(cookie);
    if (!viewer || !/^[0-9a-f-]{36}$/.test(id)) return null;
    await this.access.requireOnBoard(this.db, viewer, 'board.read', { askId: id });
    const [ask] = await asksWhere(this.db, 'a.id = $1', [id]);
    if (!ask?.talk?.from || !ask.talk.to) return null;
    const { from, to, link, reason } = ask.talk;
    const [task] = await select<{ key: string; number: number; title: string; names: string }>(
      this.db,
      `select b.key, t.number, t.title, (select string_agg(p.name, ', ' order by p.name) from person p where p.id in ($2, $3)) as names
       from task t join board b on b.id = t.board_id where t.id = $1`,
      [ask.taskId, ask.askerId, ask.holderId],
    );
    if (!task) return null;
    const calendar = ical({ name: 'Baton', method: ICalCalendarMethod.PUBLISH, prodId: '//Baton//Baton//EN' });
    calendar.createEvent({
      id: `talk-${ask.id}@baton`,
      stamp: new Date(ask.talk.at),
      start: new Date(from),
      end: new Date(to),
      summary: `${taskKey(task.key, task.number)} ${task.title}: ${task.names}`,
      description: `Why we talk: ${reason}.\nWhoever began it writes down what came of it.${link ? `\n${link}` : ''}`,
      ...(link && { url: link }),
    });
    return calendar.toString();
  }
}
