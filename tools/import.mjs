// npm run import -- FILE [--board NAME] [--dry-run] [--json]: imports an export file, with the server running or not.
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { giveUp, installIfNeeded, requireNode, root } from './run/install.mjs';

requireNode();
installIfNeeded();
const { buildIfChanged } = await import('./run/build.mjs');
const { lockData } = await import('./run/data-lock.mjs');
buildIfChanged(['api']);

const folder = resolve(process.env.BATON_DATA ?? join(root, '.data'));
process.env.BATON_DATA = folder;
let database = null;
const asksHow = process.argv.length < 3 || process.argv.some((word) => word === '--help' || word === '-h');
if (!process.env.DATABASE_URL && !asksHow) {
  const { startPostgres } = await import('./pg/pg.mjs');
  database = await startPostgres({ name: 'main' }).catch((error) => giveUp(`The database in ${folder} could not start: ${error.message}`));
}

/** Stops the database that this command started, unless a server has begun to use it meanwhile. */
async function stopOwnDatabase() {
  if (!database || database.reused) return;
  const lock = lockData(folder, { address: 'npm run import' });
  if (lock.takenBy) return;
  await database.stop();
  lock.release();
}

// Relative file names are meant from where the person stands, and npm runs scripts from the root.
const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist/apps/api/import-cli.js'), ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { NODE_ENV: 'production', ...process.env, ...(database && { DATABASE_URL: database.url() }) },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill('SIGTERM'));
child.on('exit', async (code, signal) => {
  await stopOwnDatabase().catch((error) => process.stderr.write(`The database did not stop: ${error.message}\n`));
  process.exit(signal ? 1 : (code ?? 1));
});
