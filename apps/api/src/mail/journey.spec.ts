import { randomUUID } from 'node:crypto';
import nodemailer from 'nodemailer';
import { type MailServer, aMailServer, ask, conversationOf, reply } from '../../test/mail';
import { type Somebody, type TestServer, aBoard, aServer } from '../../test/world';
import { Tick } from '../delivery/tick';
import { MailListener } from './inbound/listener';

let smtp: MailServer;
let server: TestServer;
beforeAll(async () => {
  smtp = await aMailServer();
  server = await aServer({ SMTP_URL: smtp.url(), MAIL_FROM: 'Baton <baton@baton.test>', BASE_URL: 'http://baton.test', INBOUND_PORT: '0' });
  await server.app.get(MailListener).listen(0, '127.0.0.1');
});
afterAll(async () => {
  await server.close();
  await smtp.stop();
});
beforeEach(() => {
  smtp.caught.length = 0;
  smtp.behave({});
  server.clock.set('2026-11-24T09:00:00Z');
});

const emailOf = async (who: Somebody) =>
  ((await server.db.query('select email from person where id = $1', [who.id])) as { email: string }[])[0]?.email ?? '';
/** The worker comes round at these times. */
async function at(...times: string[]) {
  for (const time of times) {
    server.clock.set(time);
    await server.app.get(Tick).run();
  }
}
const answer = (mail: { from: string; to: string; text: string }) =>
  nodemailer
    .createTransport({ host: '127.0.0.1', port: server.app.get(MailListener).port, ignoreTLS: true })
    .sendMail({ subject: 'Re: x', messageId: `<${randomUUID()}@example.org>`, ...mail });

it('a question reaches its receiver by mail in the next slot, is answered by mail, and the asker reads the answer in a mail of their own', async () => {
  const board = await aBoard(server, { tasks: ['write'] });
  const [alice, bob] = [await emailOf(board.alice), await emailOf(board.bob)];
  const asked = await ask(board, board.bob, {}, 'write', 'Which colour do we take?');
  // Berlin works from nine to five; the slots of a day are its start, its middle, and half past three.
  await at('2026-11-24T09:05:00Z', '2026-11-24T11:59:00Z');
  expect(smtp.caught).toEqual([]);
  await at('2026-11-24T12:00:00Z', '2026-11-24T12:01:00Z', '2026-11-24T12:02:00Z');
  expect(smtp.caught.map(({ to }) => to)).toEqual([[bob]]);
  const [question] = smtp.caught;
  expect(question?.mail.text).toContain('Which colour do we take?');
  await answer({ from: bob, to: question?.mail.replyTo?.value[0]?.address ?? '', text: 'Green, like the door.' });
  expect((await conversationOf(board.alice, board.task('write'))).asks.find(({ id }) => id === asked.id)?.closed?.text).toBe(
    'Green, like the door.',
  );
  await at('2026-11-24T12:03:00Z', '2026-11-24T14:30:00Z', '2026-11-24T14:31:00Z');
  expect(smtp.caught.map(({ to }) => to)).toEqual([[bob], [alice]]);
  expect(smtp.caught[1]?.mail.text).toContain('Green, like the door.');
  expect(smtp.caught[1]?.mail.references).toEqual(question?.mail.references);
});

it('a mail server that is down over the slot for an hour gets one mail, with the id that it had from the beginning', async () => {
  const board = await aBoard(server, { tasks: ['write'] });
  await ask(board, board.bob);
  await smtp.stop();
  await at('2026-11-24T12:00:00Z', '2026-11-24T12:10:00Z', '2026-11-24T12:30:00Z', '2026-11-24T13:00:00Z');
  const [waiting] = (await server.db.query(`select id, state from message where person_id = $1`, [board.bob.id])) as {
    id: string;
    state: string;
  }[];
  expect(waiting?.state).toBe('formed');
  await smtp.start();
  await at('2026-11-24T13:30:00Z', '2026-11-24T14:00:00Z', '2026-11-24T14:30:00Z', '2026-11-24T15:30:00Z');
  expect(smtp.caught.map(({ mail }) => mail.headers.get('x-baton-delivery'))).toEqual([waiting?.id]);
});

it('an address that was refused gets nothing until it is mended, and then what comes next', async () => {
  const board = await aBoard(server, { tasks: ['write'] });
  await ask(board, board.bob);
  smtp.behave({ onRcptTo: (_, __, done) => done(reply(550, '5.1.1 No such user')) });
  await at('2026-11-24T12:00:00Z');
  smtp.behave({});
  await ask(board, board.bob, {}, 'write', 'And which size?');
  await at('2026-11-24T14:30:00Z');
  expect(smtp.caught).toEqual([]);
  await board.alice.ask('mutation($w: ID!, $p: ID!) { tryAddressAgain(workspaceId: $w, personId: $p) { personId } }', {
    w: board.workspaceId,
    p: board.bob.id,
  });
  await ask(board, board.bob, {}, 'write', 'And which paper?');
  await at('2026-11-25T08:00:00Z');
  expect(smtp.caught.map(({ to }) => to)).toEqual([[await emailOf(board.bob)]]);
  expect(smtp.caught[0]?.mail.text).toContain('And which paper?');
});
