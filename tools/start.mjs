// npm start: installs when needed, builds what changed, starts Postgres (unless DATABASE_URL is set), then the API, which also serves the page.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { giveUp, installIfNeeded, requireNode, root } from './run/install.mjs';

const env = { ...process.env };

/** What to do about a folder that cannot be used; null when the failure is another. */
function folderSentence(error, folder) {
  if (['EACCES', 'EPERM', 'EROFS'].includes(error.code))
    return `The data folder ${folder} cannot be written. Give this user the right to, or choose another with BATON_DATA.`;
  if (['ENOTDIR', 'EEXIST'].includes(error.code)) return `The data folder ${folder} is not a folder. Choose another with BATON_DATA.`;
  if (error.code === 'ENOSPC') return `The disk of ${folder} is full. Make room, or choose another folder with BATON_DATA.`;
  return null;
}

/** Refuses a taken port before the database is started for nothing. */
function requireFreePort(port, host) {
  return new Promise((free) => {
    const probe = createServer();
    probe.once('error', (error) => {
      if (error.code === 'EADDRINUSE') giveUp(`Port ${port} is taken: stop what listens there, or choose another with PORT.`);
      if (error.code === 'EACCES') giveUp(`This user may not listen on port ${port}: choose one above 1023 with PORT.`);
      giveUp(`Cannot listen on ${host}: ${error.message}. Choose another address with HOST.`);
    });
    probe.listen(port, host, () => probe.close(free));
  });
}

requireNode();
installIfNeeded();
const { buildIfChanged } = await import('./run/build.mjs');
const { lockData } = await import('./run/data-lock.mjs');
buildIfChanged();

const folder = resolve(env.BATON_DATA ?? join(root, '.data'));
const port = Number(env.PORT ?? 3000);
const host = env.HOST ?? '127.0.0.1';
if (!Number.isInteger(port) || port < 0 || port > 65_535) giveUp(`PORT cannot be "${env.PORT}": it is a number from 0 to 65535.`);

let lock;
try {
  lock = lockData(folder, { address: env.BASE_URL ?? `http://localhost:${port}` });
} catch (error) {
  giveUp(folderSentence(error, folder) ?? `The data folder ${folder} cannot be used: ${error.message}`);
}
if (lock.takenBy)
  giveUp(
    `Baton runs on this data already, at ${lock.takenBy.address} (process ${lock.takenBy.pid}). Stop it first, or choose another folder with BATON_DATA.`,
  );
process.on('exit', lock.release);
await requireFreePort(port, host);

let stopDatabase = async () => {};
if (!env.DATABASE_URL) {
  env.BATON_DATA = folder;
  process.env.BATON_DATA = folder;
  const { startPostgres } = await import('./pg/pg.mjs');
  try {
    const pg = await startPostgres({ name: 'main' });
    env.DATABASE_URL = pg.url();
    stopDatabase = pg.stop;
  } catch (error) {
    giveUp(folderSentence(error, folder) ?? `The database could not start: ${error.message}`);
  }
}

const api = spawn(process.execPath, ['--enable-source-maps', '--max-semi-space-size=32', 'dist/apps/api/main.js'], {
  cwd: root,
  // The channel closes when this process dies, however it dies, and the API ends with it.
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  env: { NODE_ENV: 'production', ...env, BATON_DATA: folder, WEB_DIR: join(root, 'dist/apps/web') },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => api.kill('SIGTERM'));
api.on('exit', async (code, signal) => {
  await stopDatabase().catch(() => undefined);
  process.exit(signal ? 0 : (code ?? 1));
});
