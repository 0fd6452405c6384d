// npm run dev: the API built and restarted at every save, the page served by Vite with hot reload, on an embedded Postgres.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { installIfNeeded, requireNode, root } from './run/install.mjs';

requireNode();
installIfNeeded();
const { buildIfChanged } = await import('./run/build.mjs');
buildIfChanged(['api']);
const env = { PORT: '3000', BATON_DATA: join(root, '.data'), INTROSPECTION: 'true', LOG_LEVEL: 'warn', ...process.env };
if (!env.DATABASE_URL) {
  const { startPostgres } = await import('./pg/pg.mjs');
  env.DATABASE_URL = (await startPostgres({ name: 'main' })).url();
}
const vite = join(root, 'node_modules/vite/bin/vite.js');
const children = [
  [vite, 'build', '-c', 'apps/api/vite.config.ts', '--watch', '--mode', 'development', '--logLevel', 'warn'],
  ['--watch', '--enable-source-maps', 'dist/apps/api/main.js'],
  [vite, '-c', 'apps/web/vite.config.ts'],
].map((args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env }));
const end = () => children.forEach((child) => child.kill());
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, end);
for (const child of children) child.on('exit', end);
