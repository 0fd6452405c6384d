// npm start: Postgres (unless DATABASE_URL is set), a build if there is none, then the API which also serves the web app.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const bin = (p) => resolve(root, 'node_modules', p);
for (const app of ['api', 'web']) {
  if (existsSync(resolve(root, `dist/apps/${app}`))) continue;
  const r = spawnSync(process.execPath, [bin('vite/bin/vite.js'), 'build', '-c', `apps/${app}/vite.config.ts`, '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (r.status) process.exit(r.status);
}
let databaseUrl = process.env.DATABASE_URL;
if (!databaseUrl) {
  const { startPostgres } = await import('./pg/pg.mjs');
  const pg = await startPostgres({ name: 'dev' });
  databaseUrl = pg.url();
  console.log(`postgres ${pg.reused ? 'was running' : 'started'} in ${pg.ms} ms, data in ${pg.dir}`);
}
const api = spawn(process.execPath, ['--enable-source-maps', '--max-semi-space-size=32', 'dist/apps/api/main.js'], {
  cwd: root,
  stdio: 'inherit',
  env: { NODE_ENV: 'production', ...process.env, DATABASE_URL: databaseUrl, WEB_DIR: resolve(root, 'dist/apps/web') },
});
for (const s of ['SIGINT', 'SIGTERM']) process.on(s, () => api.kill(s));
api.on('exit', (code, sig) => process.exit(code ?? (sig ? 0 : 1)));
