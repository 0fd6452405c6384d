import { randomUUID } from 'node:crypto';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import { MailListener } from '../src/mail/inbound/listener';
import { MailChannel } from '../src/mail/mail.channel';
import { aMailServer, aMessage, ask, askLine, conversationOf } from './mail';
import { type Somebody, type TestBoard, aBoard, aServer } from './world';

export type InboundMail = SendMailOptions & { envelope?: { from: string; to: string } };

/** What was said on the task that scenes are about, and by whom. */
export const commentsOn = async (board: TestBoard) =>
  (await conversationOf(board.alice, board.task('write'))).comments.map(({ text, authorId }) => [text, authorId]);

/** A Baton that sends mail to a server of ours, and receives mail itself. */
export async function aMailDesk() {
  const smtp = await aMailServer();
  const server = await aServer({
    SMTP_URL: smtp.url(),
    MAIL_FROM: 'Baton <baton@baton.test>',
    BASE_URL: 'http://baton.test',
    INBOUND_PORT: '0',
  });
  await server.app.get(MailListener).listen(0, '127.0.0.1');

  const emailOf = async (who: Somebody) =>
    ((await server.db.query('select email from person where id = $1', [who.id])) as { email: string }[])[0]?.email ?? '';
  /** Sends a mail to Baton, as the mail server in front of it does. */
  const send = (mail: InboundMail) =>
    nodemailer
      .createTransport({ host: '127.0.0.1', port: server.app.get(MailListener).port, ignoreTLS: true })
      .sendMail({ messageId: `<${randomUUID()}@example.org>`, ...mail });

  return {
    smtp,
    server,
    emailOf,
    send,
    /** A mail to Bob about an ask, and how he answers it. */
    async aMailToBob(more: Record<string, unknown> = {}) {
      const board = await aBoard(server, { tasks: ['write', 'other'] });
      const asked = await ask(board, board.bob, more);
      await server.app.get(MailChannel).send(aMessage(board, board.bob, [askLine(board, asked)]));
      const caught = smtp.caught.shift();
      const replyTo = caught?.mail.replyTo?.value[0]?.address ?? '';
      const bob = await emailOf(board.bob);
      const quoted = `\n\nOn Tue, 24 Nov 2026 at 10:00, Baton <${replyTo}> wrote:\n\n${(caught?.mail.text ?? '').replace(/^/gm, '> ')}`;
      const subject = `Re: ${caught?.mail.subject ?? ''}`;
      const answer = (text: string, mail: InboundMail = {}) =>
        send({ from: `Bob <${bob}>`, to: replyTo, subject, inReplyTo: caught?.mail.messageId ?? '', text: text + quoted, ...mail });
      const theAsk = async () => (await conversationOf(board.alice, board.task('write'))).asks[0];
      return { board, asked, caught, replyTo, bob, answer, theAsk };
    },
    /** What became of the mails that came. */
    outcomes: () =>
      server.db.query('select outcome, why from mail_in order by at, outcome') as Promise<{ outcome: string; why: string | null }[]>,
    /** Begins a scene at the same time, with nothing sent. */
    begin() {
      server.clock.set('2026-11-24T09:00:00Z');
      smtp.caught.length = 0;
    },
    async close() {
      await server.close();
      await smtp.stop();
    },
  };
}
export type MailDesk = Awaited<ReturnType<typeof aMailDesk>>;
