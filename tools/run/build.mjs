import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { giveUp, root } from './install.mjs';

/** What each build is made of; tests do not change a build. */
const inputs = {
  api: ['apps/api/src', 'apps/api/vite.config.ts', 'apps/api/tsconfig.json'],
  web: [
    'apps/web/src',
    'apps/web/index.html',
    'apps/web/public',
    'apps/web/vite.config.ts',
    'postcss.config.cjs',
    'tools/run/inline-documents.mjs',
    'tools/run/emoji-data.mjs',
  ],
};
const shared = ['libs', 'package-lock.json', 'package.json', 'tsconfig.base.json'];

function* filesIn(path) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) return void (yield path);
  for (const name of readdirSync(path).sort()) if (!/\.spec\.tsx?$/.test(name)) yield* filesIn(join(path, name));
}

function fingerprint(app) {
  const hash = createHash('sha256');
  for (const path of [...inputs[app], ...shared])
    for (const file of filesIn(join(root, path))) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
}

/** Puts a brotli and a gzip copy beside every script and style, as small as they get, so that the server compresses nothing twice. */
function compressFiles(folder) {
  for (const name of readdirSync(folder).filter((file) => /\.(js|css)$/.test(file))) {
    const content = readFileSync(join(folder, name));
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content));
    writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
  }
}

/** Builds what changed since the last build. */
export function buildIfChanged(apps = ['api', 'web']) {
  for (const app of apps) {
    const mark = join(root, `dist/apps/${app}/.built`);
    const print = fingerprint(app);
    if (existsSync(mark) && readFileSync(mark, 'utf8') === print) continue;
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [vite, 'build', '-c', `apps/${app}/vite.config.ts`, '--logLevel', 'warn'],
      { cwd: root, encoding: 'utf8' },
    );
    if (status !== 0) giveUp(`${stdout}${stderr}\nThe ${app} could not be built; the lines above say where.`);
    if (app === 'web') compressFiles(join(root, 'dist/apps/web/assets'));
    writeFileSync(mark, print);
  }
}
