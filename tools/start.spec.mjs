import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfChanged } from './run/build.mjs';

jest.setTimeout(90_000);
const root = join(__dirname, '..');
const folders = [];
const aFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'baton-start-'));
  folders.push(folder);
  return folder;
};
const freePort = () =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

/** npm start's own script as a real process; `said` is what it printed. */
function start(env) {
  const child = spawn(process.execPath, ['tools/start.mjs'], {
    cwd: root,
    env: { ...process.env, LOG_LEVEL: 'error', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const state = { child, said: '', ended: null };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (state.said += chunk));
  state.ended = new Promise((done) => child.on('exit', (code) => done(code)));
  state.ready = new Promise((done, failed) => {
    child.stdout.on('data', () => state.said.includes('Baton is ready') && done());
    child.on('exit', (code) => failed(new Error(`ended with ${code}: ${state.said}`)));
  });
  state.ready.catch(() => undefined);
  return state;
}

beforeAll(() => buildIfChanged());
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

it('serves, refuses a second start on the same data, survives kill -9, and ends cleanly', async () => {
  const folder = aFolder();
  const env = { BATON_DATA: folder, PORT: String(await freePort()) };
  const first = start(env);
  await first.ready;
  expect(first.said.trim()).toBe(`Baton is ready at http://localhost:${env.PORT}`);
  expect(await (await fetch(`http://localhost:${env.PORT}/health/ready`)).json()).toMatchObject({ status: 'ready' });
  expect(
    (await fetch(`http://localhost:${env.PORT}/b/WEB`, { headers: { accept: 'text/html' } })).headers.get('content-security-policy'),
  ).toContain("script-src 'self'");

  const second = start({ ...env, PORT: String(await freePort()) });
  expect(await second.ended).toBe(1);
  expect(second.said).toContain(`Baton runs on this data already, at http://localhost:${env.PORT}`);

  first.child.kill('SIGKILL');
  await first.ended;
  for (let i = 0; i < 100; i++) {
    const up = await fetch(`http://localhost:${env.PORT}/health/live`).catch(() => null);
    if (!up) break;
    await new Promise((r) => setTimeout(r, 50));
  }
  const again = start(env);
  await again.ready;
  again.child.kill('SIGINT');
  expect(await again.ended).toBe(0);
  expect(again.said).not.toMatch(/ at .*\.js:\d+/);
});

it('says in one sentence what is wrong with a port, a folder or a setting', async () => {
  const taken = createServer();
  const port = await new Promise((done) => taken.listen(0, '127.0.0.1', () => done(String(taken.address().port))));
  const file = join(aFolder(), 'a-file');
  writeFileSync(file, '');
  const cases = [
    [{ BATON_DATA: aFolder(), PORT: port }, /^Port \d+ is taken: /],
    [{ BATON_DATA: join(file, 'x'), PORT: '0' }, /^The data folder .* is not a folder\./],
    [{ BATON_DATA: aFolder(), PORT: 'abc' }, /^PORT cannot be "abc"/],
    [
      { BATON_DATA: aFolder(), PORT: '0', LOG_LEVEL: 'loud', DATABASE_URL: process.env.TEST_PG_URL ?? 'postgresql://x@127.0.0.1:1/x' },
      /^LOG_LEVEL cannot be "loud"/,
    ],
    [{ BATON_DATA: aFolder(), PORT: '0', DATABASE_URL: 'postgresql://x@127.0.0.1:1/x' }, /^The database at DATABASE_URL does not answer/],
  ];
  for (const [env, sentence] of cases) {
    const run = start(env);
    expect(await run.ended).toBe(1);
    expect(run.said).toMatch(sentence);
    expect(run.said.trim().split('\n')).toHaveLength(1);
  }
  taken.close();
});

it('refuses a database that can lose saved work', async () => {
  // The cluster of the tests runs without fsync, which is what must be noticed.
  const run = start({ BATON_DATA: aFolder(), PORT: '0', DATABASE_URL: process.env.TEST_PG_URL });
  expect(await run.ended).toBe(1);
  expect(run.said).toMatch(/^This database can lose saved work: .*fsync is off.*ALLOW_UNSAFE_DURABILITY=true/);
});
