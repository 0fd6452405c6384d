import { type AddressInfo, createServer } from 'node:net';
import { type Behaviour, type MailServer, aLine, aMailServer, aMessage, reply } from '../../test/mail';
import { type TestServer, aBoard, aServer } from '../../test/world';
import { AddressRefused, PassingFault } from '../delivery/channel';
import { isRefusedForGood } from './fault';
import { MailChannel } from './mail.channel';
import { MailTransport } from './transport';

let smtp: MailServer;
let server: TestServer;
beforeAll(async () => {
  smtp = await aMailServer();
  server = await aServer({ SMTP_URL: smtp.url(), MAIL_FROM: 'Baton <baton@baton.test>', BASE_URL: 'http://baton.test' });
  server.app.get(MailTransport).patience = { connect: 400, silence: 400, whole: 1_200 };
});
afterAll(async () => {
  await server.close();
  await smtp.stop();
});
beforeEach(() => {
  smtp.caught.length = 0;
  smtp.behave({});
});
const channel = () => server.app.get(MailChannel);
const stateOf = async (id: string) =>
  (
    (await server.db.query('select state, why, tries from mail_out where id = $1', [id])) as {
      state: string;
      why: string | null;
      tries: number;
    }[]
  )[0];

const at = (command: 'onMailFrom' | 'onRcptTo', code: number, text: string): Behaviour => ({
  [command]: (_: unknown, __: unknown, done: (error: Error) => void) => done(reply(code, text)),
});
const passing: [string, Behaviour][] = [
  ['is busy when it is called', { onConnect: (_, done) => done(reply(421, '4.3.2 busy')) }],
  ['hangs when it is called', { onConnect: () => undefined }],
  ['hangs when it has the mail', { data: 'hang' }],
  ['answers 421 to the recipient', at('onRcptTo', 421, '4.3.2 come back later')],
  ['puts the recipient off', at('onRcptTo', 450, '4.2.0 greylisted')],
  ['says that the mailbox is full', at('onRcptTo', 552, '5.2.2 mailbox full')],
  ['refuses us by policy', at('onRcptTo', 550, '5.7.1 blocked, see our page')],
  ['refuses the sender', at('onMailFrom', 550, '5.1.8 bad sender')],
  ['refuses what the mail says', { data: { code: 554, text: '5.6.0 looks like spam' } }],
];

it.each(passing)(
  'a mail server that %s is tried again with the same delivery id, and the address is not to blame',
  async (_, behaviour) => {
    const board = await aBoard(server, { tasks: ['write'] });
    const message = aMessage(board, board.bob, [aLine(board)]);
    smtp.behave(behaviour);
    await expect(channel().send(message)).rejects.toThrow(PassingFault);
    expect(await stateOf(message.id)).toMatchObject({ state: 'failed', why: expect.any(String) as string, tries: 1 });
    expect(await channel().reaches(board.bob.id)).toBe(true);
    smtp.behave({});
    await channel().send(message);
    expect(smtp.caught.map(({ mail }) => mail.headers.get('x-baton-delivery'))).toEqual([message.id]);
    expect(await stateOf(message.id)).toMatchObject({ state: 'sent', why: null, tries: 2 });
  },
);

it('a mail server that is down for an hour gets the mail when it is back, once', async () => {
  const board = await aBoard(server, { tasks: ['write'] });
  const message = aMessage(board, board.bob, [aLine(board)]);
  await smtp.stop();
  for (let minutes = 0; minutes < 60; minutes += 15) {
    await expect(channel().send(message)).rejects.toThrow(PassingFault);
    server.clock.passMinutes(15);
  }
  await smtp.start();
  await channel().send(message);
  expect(smtp.caught).toHaveLength(1);
  expect(await stateOf(message.id)).toMatchObject({ state: 'sent', tries: 5 });
});

it('a mail server that says a word now and then is given up in the end', async () => {
  const dribble = createServer((socket) => {
    const timer = setInterval(() => socket.write('220-'), 100);
    socket.on('close', () => clearInterval(timer)).on('error', () => undefined);
  });
  await new Promise<void>((ready) => dribble.listen(0, '127.0.0.1', ready));
  const board = await aBoard(server, { tasks: ['write'] });
  server.settings.SMTP_URL = `smtp://127.0.0.1:${(dribble.address() as AddressInfo).port}`;
  await expect(channel().send(aMessage(board, board.bob, [aLine(board)]))).rejects.toThrow(PassingFault);
  server.settings.SMTP_URL = smtp.url();
  await new Promise((gone) => dribble.close(gone));
});

describe('an address that does not exist', () => {
  const refuseOnce = async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    smtp.behave(at('onRcptTo', 550, '5.1.1 No such user here'));
    await expect(channel().send(aMessage(board, board.bob, [aLine(board)]))).rejects.toThrow(AddressRefused);
    smtp.behave({});
    return board;
  };
  const mine = '{ myReach { refusedAt refusedWhy } }';
  const again = 'mutation($w: ID!, $p: ID!) { tryAddressAgain(workspaceId: $w, personId: $p) { refusedAt } }';

  it('is written to no more, and the person and the admin are told why', async () => {
    const board = await refuseOnce();
    expect(await channel().reaches(board.bob.id)).toBe(false);
    expect(await board.bob.ask(mine)).toMatchObject({ refusedWhy: '550 5.1.1 No such user here' });
    const state = await board.alice.ask('query($w: ID!) { mailState(workspaceId: $w) { on refused { personId refusedWhy } } }', {
      w: board.workspaceId,
    });
    expect(state).toEqual({ on: true, refused: [{ personId: board.bob.id, refusedWhy: '550 5.1.1 No such user here' }] });
  });

  it('is mended by the person, by an admin, or by another address, and by nobody else', async () => {
    const first = await refuseOnce();
    const wish = { w: first.workspaceId, p: first.bob.id };
    await expect(first.viewer.ask(again, wish)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(first.outsider.ask(again, wish)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await first.alice.ask(again, wish);
    expect(await channel().reaches(first.bob.id)).toBe(true);
    const second = await refuseOnce();
    await second.bob.ask(again, { w: second.workspaceId, p: second.bob.id });
    expect(await channel().reaches(second.bob.id)).toBe(true);
    const third = await refuseOnce();
    await third.bob.ask('mutation($i: EditProfileInput!) { editProfile(input: $i) { id } }', {
      i: { email: `new.${third.bob.id}@example.org` },
    });
    expect(await channel().reaches(third.bob.id)).toBe(true);
    expect(await third.bob.ask(mine)).toEqual({ refusedAt: null, refusedWhy: null });
  });

  it('of a placeholder, or of somebody without one, is never written to', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    await server.db.query('update person set placeholder = true where id = $1', [board.bob.id]);
    await server.db.query('update person set email = null where id = $1', [board.viewer.id]);
    expect([await channel().reaches(board.bob.id), await channel().reaches(board.viewer.id)]).toEqual([false, false]);
  });

  it.each([
    [550, '550 No such user', true],
    [551, '551 5.1.6 moved', true],
    [553, '553 5.1.3 bad address', true],
    [550, '550 5.2.1 disabled', true],
    [550, '550 5.2.2 over quota', false],
    [550, '550 5.7.26 unauthenticated', false],
    [450, '450 try later', false],
  ])('is told from passing trouble: %i "%s" is for good: %s', (responseCode, response, good) => {
    expect(isRefusedForGood({ responseCode, response, command: 'RCPT TO' })).toBe(good);
    expect(isRefusedForGood({ responseCode, response, command: 'DATA' })).toBe(false);
  });
});

describe('without a mail server', () => {
  it('mail is kept, readable for admins and for nobody else, and its links carry no secret', async () => {
    const off = await aServer({ BASE_URL: 'http://baton.test', INBOUND_PORT: '0', MAIL_FROM: 'baton@baton.test' });
    const board = await aBoard(off, { tasks: ['write'] });
    const message = aMessage(board, board.bob, [aLine(board, { object: 'ask', answers: ['seen', 'agree', 'object'] })]);
    expect(await off.app.get(MailChannel).reaches(board.bob.id)).toBe(true);
    await off.app.get(MailChannel).send(message);
    const list = 'query($w: ID!) { outbox(workspaceId: $w) { id subject state html } }';
    expect(await board.alice.ask(list, { w: board.workspaceId })).toEqual([
      { id: message.id, subject: `[Website] ${board.key}-1 write`, state: 'kept', html: null },
    ]);
    const read = 'query($w: ID!, $id: ID!) { outboxMail(workspaceId: $w, id: $id) { html body } }';
    const whole = await board.alice.ask<{ html: string; body: string }>(read, { w: board.workspaceId, id: message.id });
    for (const part of [whole.html, whole.body]) {
      expect(part).toContain('Alice asks: Which colour?');
      expect(part).not.toMatch(/[a-z2-7]{32}/);
    }
    expect(await off.db.query('select * from mail_token')).toEqual([]);
    await expect(board.bob.ask(read, { w: board.workspaceId, id: message.id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const elsewhere = await aBoard(off);
    await expect(elsewhere.alice.ask(read, { w: elsewhere.workspaceId, id: message.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await board.alice.ask('query($w: ID!) { mailState(workspaceId: $w) { on inbound } }', { w: board.workspaceId })).toEqual({
      on: false,
      inbound: 'baton@baton.test',
    });
    await off.close();
  });
});
