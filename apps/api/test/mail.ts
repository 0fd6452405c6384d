import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Ask, BriefLine, Conversation } from '@baton/domain';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { Message } from '../src/delivery/channel';
import type { Somebody, TestBoard } from './world';

/** A mail that a mail server received: its envelope, and what another library reads in it. */
export interface Caught {
  from: string;
  to: string[];
  raw: string;
  mail: ParsedMail;
}

/** How the server behaves; `data` answers the mail itself. */
export interface Behaviour extends Pick<SMTPServerOptions, 'onConnect' | 'onMailFrom' | 'onRcptTo'> {
  data?: 'hang' | { code: number; text: string };
}

/** An error as smtp-server answers it. */
export const reply = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });

/** A real mail server on this machine that keeps what it gets; its behaviour can be changed at any time, and it can be down. */
export async function aMailServer() {
  const caught: Caught[] = [];
  let behaviour: Behaviour = {};
  let server: SMTPServer | null = null;
  let port = 0;
  const start = () =>
    new Promise<void>((ready) => {
      server = new SMTPServer({
        disabledCommands: ['AUTH', 'STARTTLS'],
        closeTimeout: 50,
        onConnect: (session, done) => (behaviour.onConnect ?? ((_, go) => go()))(session, done),
        onMailFrom: (address, session, done) => (behaviour.onMailFrom ?? ((_, __, go) => go()))(address, session, done),
        onRcptTo: (address, session, done) => (behaviour.onRcptTo ?? ((_, __, go) => go()))(address, session, done),
        onData(stream, session, done) {
          const { data } = behaviour;
          const { mailFrom, rcptTo } = session.envelope;
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            if (data === 'hang') return;
            if (data) return done(reply(data.code, data.text));
            const raw = Buffer.concat(chunks);
            void simpleParser(raw).then((mail) => {
              caught.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), raw: String(raw), mail });
              done();
            });
          });
        },
      });
      server.listen(port, '127.0.0.1', () => {
        port = (server?.server.address() as AddressInfo).port;
        ready();
      });
    });
  const stop = () => new Promise<void>((gone) => (server ? server.close(() => gone()) : gone()));
  await start();
  return {
    caught,
    url: () => `smtp://127.0.0.1:${port}`,
    behave(next: Behaviour) {
      behaviour = next;
    },
    start,
    stop,
  };
}
export type MailServer = Awaited<ReturnType<typeof aMailServer>>;

/** Asks somebody on a task, and answers the ask. */
export async function ask(
  board: TestBoard,
  of: Somebody,
  more: Record<string, unknown> = {},
  title = 'write',
  text = 'Which colour?',
): Promise<Ask> {
  const id = randomUUID();
  const taskId = board.task(title);
  await board.alice.command('postComment', 'PostCommentInput', {
    id: randomUUID(),
    taskId,
    kind: 'ask',
    text,
    ask: { ids: [id], personIds: [of.id], pool: false, want: 'answer', blocking: false, ifNoReply: { kind: 'wait' }, ...more },
  });
  const found = (await conversationOf(board.alice, taskId)).asks.find((one) => one.id === id);
  if (!found) throw new Error('the ask was not made');
  return found;
}

export const conversationOf = (who: Somebody, taskId: string) =>
  who.ask<Conversation>('query($t: ID!) { conversation(taskId: $t) }', { t: taskId });

let at = 0;
/** A line of a brief, as the engine hands it to a channel. */
export const aLine = (board: TestBoard, more: Partial<BriefLine> = {}): BriefLine => ({
  section: 'move',
  key: `line-${++at}`,
  object: 'task',
  objectId: board.task('write'),
  workspaceId: board.workspaceId,
  boardId: board.id,
  boardKey: board.key,
  boardName: 'Website',
  taskId: board.task('write'),
  taskKey: `${board.key}-1`,
  taskTitle: 'write',
  text: 'Alice asks: Which colour?',
  reason: 'you are asked',
  class: 'move',
  byId: board.alice.id,
  byName: 'Alice',
  by: '2026-11-25T16:00:00.000Z',
  at: '2026-11-24T09:00:00.000Z',
  seq: 1,
  answers: [],
  ...more,
});

/** The line of an ask. */
export const askLine = (board: TestBoard, one: Ask, more: Partial<BriefLine> = {}): BriefLine =>
  aLine(board, {
    object: 'ask',
    objectId: one.id,
    by: one.respondBy,
    answers: one.want === 'acknowledgement' ? ['seen', 'agree', 'object'] : [],
    ...more,
  });

/** A message as the engine forms it. */
export const aMessage = (board: TestBoard, to: Somebody, lines: BriefLine[], more: Partial<Message> = {}): Message => ({
  id: randomUUID(),
  workspaceId: board.workspaceId,
  personId: to.id,
  slot: new Date('2026-11-24T09:00:00Z'),
  class: 'move',
  lines,
  digest: null,
  ...more,
});
