// Runs one of the API's commands on the database of this checkout, with the server running or not.
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { giveUp, installIfNeeded, requireNode, root } from './install.mjs';

/** Builds when needed, starts the database unless it runs or DATABASE_URL names one, and runs dist/apps/api/`program`.js with the words given. */
export async function runCommand(program, { name, needsDatabase = true }) {
  requireNode();
  installIfNeeded();
  const { buildIfChanged } = await import('./build.mjs');
  const { lockData } = await import('./data-lock.mjs');
  buildIfChanged(['api']);

  const folder = resolve(process.env.BATON_DATA ?? join(root, '.data'));
  process.env.BATON_DATA = folder;
  let database = null;
  if (!process.env.DATABASE_URL && needsDatabase) {
    const { startPostgres } = await import('../pg/pg.mjs');
    database = await startPostgres({ name: 'main' }).catch((error) =>
      giveUp(`The database in ${folder} could not start: ${error.message}`),
    );
  }

  /** Stops the database that this command started, unless a server has begun to use it meanwhile. */
  async function stopOwnDatabase() {
    if (!database || database.reused) return;
    const lock = lockData(folder, { address: name });
    if (lock.takenBy) return;
    await database.stop();
    lock.release();
  }

  // Relative file names are meant from where the person stands, and npm runs scripts from the root.
  const child = spawn(process.execPath, ['--enable-source-maps', join(root, `dist/apps/api/${program}.js`), ...process.argv.slice(2)], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { NODE_ENV: 'production', ...process.env, ...(database && { DATABASE_URL: database.url() }) },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill('SIGTERM'));
  child.on('exit', async (code, signal) => {
    await stopOwnDatabase().catch((error) => process.stderr.write(`The database did not stop: ${error.message}\n`));
    process.exit(signal ? 1 : (code ?? 1));
  });
}
