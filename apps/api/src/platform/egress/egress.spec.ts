import { type AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import { Settings, settingsSchema } from '../config/settings';
import { Egress, EgressRefused } from './egress';
import { isPublicAddress } from './public-address';

const egressWith = (allow = '') => new Egress(new Settings(settingsSchema.parse({ DATABASE_URL: 'postgres://x/y', EGRESS_ALLOW: allow })));
const call = (egress: Egress, url: string) => egress.post({ url, headers: {}, body: '{}' });

/** A server on this machine that must not be reached. */
let canary: Server;
let hits = 0;
let port = 0;
beforeAll(async () => {
  canary = createServer((req, res) => {
    hits++;
    if (req.url === '/away') return res.writeHead(302, { location: 'http://127.0.0.1/inside' }).end();
    if (req.url === '/slow') return;
    if (req.url === '/endless') {
      const pour = () => res.writable && res.write('x'.repeat(16_384), () => setImmediate(pour));
      return pour();
    }
    return res.writeHead(204).end();
  });
  await new Promise<void>((ready) => canary.listen(0, '127.0.0.1', ready));
  port = (canary.address() as AddressInfo).port;
});
afterAll(async () => {
  canary.closeAllConnections();
  await new Promise((gone) => canary.close(gone));
});
beforeEach(() => {
  hits = 0;
});

const privately = [
  '127.0.0.1',
  '127.1',
  '127.255.255.254',
  '0.0.0.0',
  '0',
  '2130706433',
  '0x7f000001',
  '0x7f.1',
  '017700000001',
  '0177.0.0.1',
  '127.0.0.1.',
  '①②⑦.⓪.⓪.①',
  '10.0.0.1',
  '10.255.255.255',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '169.254.169.254',
  '100.64.0.1',
  '100.127.255.255',
  '192.0.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  '[::]',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::127.0.0.1]',
  '[::ffff:0:127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b:1::7f00:1]',
  '[2002:7f00:1::]',
  '[2001:0:7f00:1::]',
  '[2001:db8::1]',
  '[fc00::1]',
  '[fd12:3456:789a::1]',
  '[fe80::1]',
  '[fec0::1]',
  '[ff02::1]',
  '[100::1]',
  '[5f00::1]',
];

it.each(privately)('does not call %s, however it is written', async (host) => {
  await expect(call(egressWith(), `http://${host}/`)).rejects.toThrow(EgressRefused);
  await expect(call(egressWith(), `http://${host}:${port}/`)).rejects.toThrow(EgressRefused);
  expect(hits).toBe(0);
});

it.each([
  'file:///etc/passwd',
  'gopher://example.org/',
  'ftp://example.org/',
  'data:text/plain,x',
  'jar:http://x!/',
  'https://example.org:22/',
  'http://example.org:6379/',
  'https://user:pass@example.org/',
  'example.org',
  '',
])('does not take "%s" for the address of a web server', async (url) => {
  await expect(call(egressWith(), url)).rejects.toThrow(EgressRefused);
});

it.each(['1.1.1.1', '93.184.216.34', '2606:4700:4700::1111'])('knows that %s is of the open net', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});
it.each(['', 'example.org', 'fe80::1%eth0', '999.1.1.1'])('takes "%s" for no address of the open net', (text) => {
  expect(isPublicAddress(text)).toBe(false);
});

it('refuses a name when any of its addresses is private, and a name that leads nowhere', async () => {
  const egress = egressWith();
  egress.resolve = () => Promise.resolve(['93.184.216.34', '::1']);
  await expect(call(egress, 'http://both.example.org/')).rejects.toThrow(EgressRefused);
  egress.resolve = () => Promise.resolve([]);
  await expect(call(egress, 'http://nowhere.example.org/')).rejects.toThrow(EgressRefused);
});

it('calls the very address that it checked: the name is asked for once, and what it becomes later is not heard', async () => {
  const answers = [['127.0.0.1'], ['127.0.0.2']];
  const egress = egressWith(`rebind.internal:${port}`);
  egress.resolve = () => Promise.resolve(answers.shift() ?? []);
  expect(await call(egress, `http://rebind.internal:${port}/`)).toBe(204);
  expect([hits, answers.length]).toEqual([1, 1]);
});

it('calls a private host that whoever runs Baton named, at that port and for that host alone', async () => {
  const egress = egressWith(`hook.internal:${port}, 127.0.0.1:${port}`);
  egress.resolve = () => Promise.resolve(['127.0.0.1']);
  expect(await call(egress, `http://hook.internal:${port}/`)).toBe(204);
  expect(await call(egress, `http://127.0.0.1:${port}/`)).toBe(204);
  await expect(call(egress, 'http://hook.internal/')).rejects.toThrow(EgressRefused);
  await expect(call(egress, `http://other.internal:${port}/`)).rejects.toThrow(EgressRefused);
  expect(hits).toBe(2);
});

it('follows no redirect, gives up on a server that is slow, and stops reading one that does not end', async () => {
  const egress = egressWith(`127.0.0.1:${port}`);
  egress.patience = 400;
  expect(await call(egress, `http://127.0.0.1:${port}/away`)).toBe(302);
  expect(hits).toBe(1);
  await expect(call(egress, `http://127.0.0.1:${port}/slow`)).rejects.toThrow();
  expect(await call(egress, `http://127.0.0.1:${port}/endless`)).toBe(200);
});
