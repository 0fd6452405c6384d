import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { type Acknowledgement, plainWords } from '@baton/domain';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock';
import { Settings } from '../platform/config/settings';
import { refusalOf } from '../platform/graphql/errors';
import { AnswerService, type Asked, isAcknowledgement } from './answer.service';
import { type SmallPage, smallPage } from './page';
import { ReachService } from './reach.service';
import { findToken } from './token.store';

const verbs: Record<Acknowledgement, { button: string; done: string }> = {
  seen: { button: 'I have seen this', done: 'You said that you have seen it.' },
  agree: { button: 'I agree', done: 'You agreed.' },
  object: { button: 'I object', done: 'You objected.' },
  done: { button: 'This is done', done: 'You said that it is done.' },
};
const gonePage: SmallPage = {
  title: 'This link no longer works',
  paragraphs: ['It may be old, or of another Baton. What waits for you is there when you sign in.'],
};

/** The pages behind the links of a mail. GET only shows; the one button acts. They know no cookie: the secret in the address is the right. */
@Controller('mail')
export class LinksController {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly answers: AnswerService,
    private readonly reach: ReachService,
  ) {}

  @Get('answer/:secret/:ack')
  async look(@Param('secret') secret: string, @Param('ack') ack: string, @Res() res: Response) {
    const asked = isAcknowledgement(ack) ? await this.answers.find(secret) : null;
    if (!asked || !isAcknowledgement(ack)) return this.show(res, 404, gonePage);
    return this.show(res, 200, this.askPage(asked, ack));
  }

  @Post('answer/:secret/:ack')
  async answer(@Param('secret') secret: string, @Param('ack') ack: string, @Body() body: unknown, @Res() res: Response) {
    if (!isAcknowledgement(ack)) return this.show(res, 404, gonePage);
    const text = fieldOf(body, 'text');
    try {
      const asked = await this.answers.give(secret, ack, text);
      const paragraphs = [verbs[ack].done, `${asked.askerName || 'Whoever asked'} hears of it in their own hours.`];
      return this.show(res, 200, { title: 'Thank you', paragraphs, link: this.linkTo(asked) });
    } catch (error) {
      return this.refuse(res, error, secret, ack, text);
    }
  }

  @Get('unsubscribe/:secret')
  async wish(@Param('secret') secret: string, @Res() res: Response) {
    const token = await findToken(this.db, secret, 'unsubscribe', this.clock.now());
    if (!token) return this.show(res, 404, gonePage);
    const { mail, email } = await this.reach.of(this.db, token.personId);
    return this.show(res, 200, mail ? stopPage(email ?? '') : stoppedPage(email ?? ''));
  }

  /** One click of a mail program (RFC 8058), or the button of the page. */
  @Post('unsubscribe/:secret')
  async stop(@Param('secret') secret: string, @Body() body: unknown, @Res() res: Response) {
    const token = await findToken(this.db, secret, 'unsubscribe', this.clock.now());
    if (!token) return this.show(res, 404, gonePage);
    const again = fieldOf(body, 'again') === 'yes';
    await this.reach.turn(token.personId, { mail: again });
    const { email } = await this.reach.of(this.db, token.personId);
    return this.show(res, 200, again ? stopPage(email ?? '', 'Mail is on again') : stoppedPage(email ?? ''));
  }

  private askPage(asked: Asked, ack: Acknowledgement, problem?: string): SmallPage {
    const { token, ask, askerName, personName, text } = asked;
    const about = `${asked.boardName} · ${asked.taskKey} ${asked.taskTitle}`;
    const link = this.linkTo(asked);
    if (token.usedFor && isAcknowledgement(token.usedFor))
      return { title: verbs[token.usedFor].done, paragraphs: [about, 'This link was used, and works once.'], link };
    if (ask.closed) return { title: 'This is settled already', paragraphs: [about], quote: plainWords(text), link };
    return {
      title: `${askerName || 'Somebody'} asks you, ${personName}`,
      paragraphs: [about],
      quote: plainWords(text),
      form: {
        button: verbs[ack].button,
        ...(ack === 'object' && { field: { name: 'text', label: 'What you object to', value: '' } }),
        ...(problem && { problem }),
      },
      link,
    };
  }

  /** Says why an answer was not taken; what was written is shown, so that it is not lost. */
  private async refuse(res: Response, error: unknown, secret: string, ack: Acknowledgement, text: string) {
    const { code, details } = refusalOf(error);
    const asked = await this.answers.find(secret);
    if (!asked) return this.show(res, 404, gonePage);
    if (code === 'BAD_INPUT') return this.show(res, 400, this.askPage(asked, ack, String(details['reason'] ?? '')));
    const reasons: Record<string, string> = {
      COMMAND_REUSED: 'You have answered this already with this link, and it works once.',
      CONFLICT: String(details['reason'] ?? 'This is settled already.'),
      INTERNAL: 'Something went wrong on our side, and your answer was not kept. Please try again.',
    };
    return this.show(res, code === 'INTERNAL' ? 500 : 409, {
      title: 'Your answer was not taken',
      paragraphs: [reasons[code] ?? 'You can no longer answer here: you are not on this board, or somebody else answers by now.'],
      ...(text && { quote: text }),
      link: this.linkTo(asked),
    });
  }

  private linkTo = ({ taskKey }: Pick<Asked, 'taskKey'>) => ({
    label: `Open ${taskKey} in Baton`,
    url: `${this.settings.origin}/t/${taskKey}`,
  });

  private show(res: Response, status: number, page: SmallPage) {
    res
      .status(status)
      .set({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow',
      })
      .send(smallPage(page));
  }
}

/** One field of a form that was sent; nothing else of it is looked at. */
function fieldOf(body: unknown, name: string): string {
  const value = body && typeof body === 'object' ? (body as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' ? value.slice(0, 5_000) : '';
}

/** Text as people read it: a mention by its name. */

const stopPage = (email: string, title = 'No more mail?'): SmallPage => ({
  title,
  paragraphs: [`Baton writes to ${email} in your working hours, when something waits for you.`],
  form: { button: 'Turn mail off' },
});
const stoppedPage = (email: string): SmallPage => ({
  title: 'Mail is off',
  paragraphs: [`Baton no longer writes to ${email}. What waits for you stays in Baton, under Today.`],
  form: { button: 'Turn it on again', hidden: { again: 'yes' } },
});
