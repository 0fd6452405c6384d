import { createHmac } from 'node:crypto';
import { type IncomingHttpHeaders, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aLine, aMessage } from '../../test/mail';
import { type Somebody, type TestServer, aBoard, aServer } from '../../test/world';
import { PassingFault } from '../delivery/channel';
import { WebhookChannel } from './webhook.channel';

/** A receiver on this machine that keeps what it gets. */
let receiver: Server;
let got: { headers: IncomingHttpHeaders; body: string }[] = [];
let status = 204;
let server: TestServer;
let address = '';
beforeAll(async () => {
  receiver = createServer((req, res) => {
    let body = '';
    req
      .on('data', (chunk) => (body += String(chunk)))
      .on('end', () => {
        got.push({ headers: req.headers, body });
        res.writeHead(status).end();
      });
  });
  await new Promise<void>((ready) => receiver.listen(0, '127.0.0.1', ready));
  const { port } = receiver.address() as AddressInfo;
  address = `http://127.0.0.1:${port}/pager/secret-path`;
  server = await aServer({ BASE_URL: 'http://baton.test', EGRESS_ALLOW: `127.0.0.1:${port}` });
});
afterAll(async () => {
  await server.close();
  await new Promise((gone) => receiver.close(gone));
});
beforeEach(() => {
  got = [];
  status = 204;
  server.clock.set('2026-11-24T09:00:00Z');
});

const channel = () => server.app.get(WebhookChannel);
const create = (who: Somebody, workspaceId: string, more: Record<string, unknown> = {}) =>
  who.ask<{ secret: string; webhook: { id: string; host: string } }>(
    'mutation($i: CreateWebhookInput!) { createWebhook(input: $i) { secret webhook { id host } } }',
    { i: { workspaceId, url: address, format: 'json', forAll: false, ...more } },
  );
const list = (who: Somebody, workspaceId: string, forAll = false) =>
  who.ask<{ id: string; failingSince: string | null; disabledAt: string | null }[]>(
    'query($w: ID!, $a: Boolean!) { webhooks(workspaceId: $w, forAll: $a) { id host failingSince disabledAt } }',
    { w: workspaceId, a: forAll },
  );

it('calls for what is urgent and for nothing else, signed so that the receiver can be sure', async () => {
  const board = await aBoard(server, { tasks: ['write'] });
  expect(await channel().reaches(board.bob.id, { class: 'urgent' })).toBe(false);
  const { secret } = await create(board.bob, board.workspaceId);
  expect([await channel().reaches(board.bob.id, { class: 'urgent' }), await channel().reaches(board.bob.id, { class: 'move' })]).toEqual([
    true,
    false,
  ]);
  expect(await channel().reaches(board.alice.id, { class: 'urgent' })).toBe(false);
  const message = aMessage(board, board.bob, [aLine(board, { text: 'The site is down' })], { class: 'urgent' });
  await channel().send(message);
  const [call] = got;
  const signed = `${String(call?.headers['webhook-id'])}.${String(call?.headers['webhook-timestamp'])}.${call?.body ?? ''}`;
  const wanted = createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'))
    .update(signed)
    .digest('base64');
  expect(call?.headers['webhook-signature']).toBe(`v1,${wanted}`);
  expect(call?.headers['webhook-id']).toBe(message.id);
  expect(Number(call?.headers['webhook-timestamp'])).toBe(Date.parse('2026-11-24T09:00:00Z') / 1_000);
  expect(JSON.parse(call?.body ?? '')).toMatchObject({
    type: 'urgent',
    text: 'The site is down',
    link: `http://baton.test/t/${board.key}-1`,
  });
});

it('speaks plainly to services that show what they get', async () => {
  const board = await aBoard(server, { tasks: ['write'] });
  await create(board.bob, board.workspaceId, { format: 'text' });
  await channel().send(
    aMessage(board, board.bob, [aLine(board, { text: 'Die Seite ist weg\r\nX: y', taskTitle: 'Prüfen\r\nEvil: yes' })], {
      class: 'urgent',
    }),
  );
  expect(got[0]?.body).toBe(`Die Seite ist weg\r\nX: y\nhttp://baton.test/t/${board.key}-1`);
  expect(got[0]?.headers['title']).toBe(`${board.key}-1 PrfenEvil: yes`);
  expect(got[0]?.headers).not.toHaveProperty('evil');
});

it('that does not take it is called again with the same id, and given up after three days', async () => {
  const board = await aBoard(server, { tasks: ['write'] });
  const { webhook } = await create(board.bob, board.workspaceId);
  const message = aMessage(board, board.bob, [aLine(board)], { class: 'urgent' });
  status = 500;
  await expect(channel().send(message)).rejects.toThrow(PassingFault);
  server.clock.set('2026-11-24T09:05:00Z');
  status = 204;
  await channel().send(message);
  expect(got.map(({ headers }) => headers['webhook-id'])).toEqual([message.id, message.id]);
  expect(await list(board.bob, board.workspaceId)).toMatchObject([{ failingSince: null, disabledAt: null }]);

  status = 302;
  for (const day of ['25', '27', '28', '29']) {
    server.clock.set(`2026-11-${day}T10:00:00Z`);
    await channel()
      .send(message)
      .catch(() => undefined);
  }
  expect(await list(board.bob, board.workspaceId)).toMatchObject([
    { failingSince: '2026-11-25T10:00:00.000Z', disabledAt: '2026-11-29T10:00:00.000Z' },
  ]);
  expect(await channel().reaches(board.bob.id, { class: 'urgent' })).toBe(false);
  status = 200;
  expect(await board.bob.ask('mutation($id: ID!) { testWebhook(id: $id) }', { id: webhook.id })).toBe(true);
  expect(await channel().reaches(board.bob.id, { class: 'urgent' })).toBe(true);
});

it('of a workspace calls for everybody in it, is set up by admins, and is nobody else’s business', async () => {
  const board = await aBoard(server, { tasks: ['write'] });
  await expect(create(board.bob, board.workspaceId, { forAll: true })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const { webhook } = await create(board.alice, board.workspaceId, { forAll: true });
  expect(webhook.host).toBe(new URL(address).host);
  expect(await channel().reaches(board.bob.id, { class: 'urgent' })).toBe(true);
  expect(await channel().reaches(board.outsider.id, { class: 'urgent' })).toBe(false);
  const own = await create(board.bob, board.workspaceId);
  for (const [who, id] of [
    [board.outsider, webhook.id],
    [board.alice, own.webhook.id],
  ] as const)
    for (const field of ['removeWebhook', 'testWebhook'])
      await expect(who.ask(`mutation($id: ID!) { ${field}(id: $id) }`, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(board.bob.ask('mutation($id: ID!) { removeWebhook(id: $id) }', { id: webhook.id })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(await list(board.bob, board.workspaceId)).toHaveLength(1);
  await board.alice.ask('mutation($w: ID!, $p: ID!) { removeMember(workspaceId: $w, personId: $p) }', {
    w: board.workspaceId,
    p: board.bob.id,
  });
  expect(await channel().reaches(board.bob.id, { class: 'urgent' })).toBe(false);
});

it('is not made for an address inside, and says the same for a closed port as for an open one', async () => {
  const board = await aBoard(server);
  for (const url of ['http://127.0.0.1/', 'http://[::1]/', 'http://169.254.169.254/latest', 'ftp://example.org', 'nothing'])
    await expect(create(board.bob, board.workspaceId, { url })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  const inside = await create(board.bob, board.workspaceId, { url: 'http://localhost/' });
  expect(await board.bob.ask('mutation($id: ID!) { testWebhook(id: $id) }', { id: inside.webhook.id })).toBe(false);
  expect(got).toEqual([]);
});
