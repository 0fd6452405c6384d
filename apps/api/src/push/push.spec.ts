import { createECDH, randomBytes } from 'node:crypto';
import { type IncomingHttpHeaders, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import ece from 'http_ece';
import { type MailServer, aLine, aMailServer, aMessage } from '../../test/mail';
import { type Somebody, type TestServer, aBoard, aServer } from '../../test/world';
import { PassingFault } from '../delivery/channel';
import { PushChannel } from './push.channel';
import { PushService } from './push.service';

/** A push service on this machine. */
let service: Server;
let origin = '';
let got: { path: string; headers: IncomingHttpHeaders; body: Buffer }[] = [];
let statusOf: (path: string) => number = () => 201;
let smtp: MailServer;
let server: TestServer;
beforeAll(async () => {
  service = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => {
        got.push({ path: req.url ?? '', headers: req.headers, body: Buffer.concat(chunks) });
        res.writeHead(statusOf(req.url ?? '')).end();
      });
  });
  await new Promise<void>((ready) => service.listen(0, '127.0.0.1', ready));
  const { port } = service.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
  smtp = await aMailServer();
  server = await aServer({
    BASE_URL: 'http://baton.test',
    SMTP_URL: smtp.url(),
    MAIL_FROM: 'Baton <baton@baton.test>',
    EGRESS_ALLOW: `127.0.0.1:${port}`,
  });
});
afterAll(async () => {
  await server.close();
  await smtp.stop();
  await new Promise((gone) => service.close(gone));
});
beforeEach(() => {
  got = [];
  statusOf = () => 201;
  smtp.caught.length = 0;
});

const channel = () => server.app.get(PushChannel);
/** A browser with keys of its own, which can read what is sent to it. */
function aBrowser(path = `/${randomBytes(6).toString('hex')}`) {
  const keys = createECDH('prime256v1');
  keys.generateKeys();
  const auth = randomBytes(16);
  return {
    path,
    input: {
      endpoint: `${origin}${path}`,
      p256dh: keys.getPublicKey('base64url'),
      auth: auth.toString('base64url'),
      name: 'Firefox on Linux',
    },
    read: (body: Buffer) =>
      JSON.parse(String(ece.decrypt(body, { version: 'aes128gcm', privateKey: keys, authSecret: auth.toString('base64url') }))) as Record<
        string,
        string
      >,
  };
}
const add = (who: Somebody, browser: ReturnType<typeof aBrowser>) =>
  who.ask<{ id: string }>('mutation($i: AddPushDeviceInput!) { addPushDevice(input: $i) { id name } }', { i: browser.input });

it('shows one note in every browser that was allowed, which nobody on the way can read', async () => {
  const board = await aBoard(server, { tasks: ['write'] });
  expect(await channel().reaches(board.bob.id)).toBe(false);
  const [one, other] = [aBrowser(), aBrowser()];
  await add(board.bob, one);
  await add(board.bob, other);
  expect(await channel().reaches(board.bob.id)).toBe(true);
  const message = aMessage(board, board.bob, [aLine(board, { text: 'Alice fragt: هل نوافق؟ 🎴' })]);
  await channel().send(message);
  expect(got.map(({ path }) => path).sort()).toEqual([one.path, other.path].sort());
  const [first] = got.filter(({ path }) => path === one.path);
  expect(String(first?.body)).not.toContain('Alice');
  expect(one.read(first?.body ?? Buffer.alloc(0))).toEqual({
    title: `[Website] ${board.key}-1 write`,
    body: 'Alice fragt: هل نوافق؟ 🎴',
    url: `http://baton.test/t/${board.key}-1`,
    tag: message.id,
  });
  expect(first?.headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '14400', urgency: 'normal' });
  const { publicKey } = await server.app.get(PushService).keys();
  expect(String(first?.headers['authorization'])).toMatch(new RegExp(`^vapid t=[\\w-]+\\.[\\w-]+\\.[\\w-]+, k=${publicKey}$`));
});

it('makes its keys once, however many ask at the same time', async () => {
  await server.db.query('delete from push_key');
  const keys = await Promise.all(Array.from({ length: 8 }, () => server.app.get(PushService).keys()));
  expect(new Set(keys.map(({ publicKey }) => publicKey)).size).toBe(1);
});

it('forgets a browser that is gone, tries again what passes, and lets mail tell what no browser can show any more', async () => {
  const board = await aBoard(server, { tasks: ['write'] });
  const [kept, gone] = [aBrowser(), aBrowser()];
  await add(board.bob, kept);
  await add(board.bob, gone);
  statusOf = (path) => (path === gone.path ? 410 : 201);
  await channel().send(aMessage(board, board.bob, [aLine(board)]));
  expect(await board.bob.ask('{ pushDevices { name } }')).toHaveLength(1);
  statusOf = () => 503;
  await expect(channel().send(aMessage(board, board.bob, [aLine(board)]))).rejects.toThrow(PassingFault);
  statusOf = () => 404;
  await channel().send(aMessage(board, board.bob, [aLine(board, { text: 'Not lost' })]));
  expect(smtp.caught.map(({ mail }) => mail.text)).toEqual([expect.stringContaining('Not lost')]);
  expect(await channel().reaches(board.bob.id)).toBe(false);
});

it('is off when the person says so, and a browser is its person’s alone', async () => {
  const board = await aBoard(server, { tasks: ['write'] });
  const browser = aBrowser();
  const { id } = await add(board.bob, browser);
  await expect(board.alice.ask('mutation($id: ID!) { removePushDevice(id: $id) }', { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await board.bob.ask('mutation { chooseReach(push: false) { push } }');
  expect(await channel().reaches(board.bob.id)).toBe(false);
  await board.bob.ask('mutation { chooseReach(push: true) { push } }');
  // The same browser, used by somebody else now, shows nothing to them of what was Bob's.
  await add(board.alice, browser);
  expect([await channel().reaches(board.bob.id), await channel().reaches(board.alice.id)]).toEqual([false, true]);
});

it('refuses a browser whose push service would be a machine inside, or whose keys are none', async () => {
  const board = await aBoard(server);
  const { input } = aBrowser();
  for (const wrong of [
    { ...input, endpoint: 'http://169.254.169.254/latest' },
    { ...input, endpoint: 'https://[::1]/x' },
    { ...input, p256dh: 'not a key!' },
    { ...input, name: ' ' },
  ])
    await expect(
      board.bob.ask('mutation($i: AddPushDeviceInput!) { addPushDevice(input: $i) { id } }', { i: wrong }),
    ).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
});
