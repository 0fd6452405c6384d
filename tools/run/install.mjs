// Imports node builtins only: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Ends with one sentence on standard error: whoever started us reads this, not a stack. */
export function giveUp(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Refuses a Node that is older than package.json asks for. */
export function requireNode() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const needed = engines.node
    .replace(/[^\d.]/g, '')
    .split('.')
    .map(Number);
  const here = process.versions.node.split('.').map(Number);
  const at = needed.findIndex((n, i) => n !== here[i]);
  if (at >= 0 && here[at] < needed[at]) giveUp(`Baton needs Node ${needed.join('.')} or later; this is ${process.versions.node}.`);
}

/** Runs npm ci when node_modules is missing or older than the lockfile. */
export function installIfNeeded() {
  const [lock, mark] = [join(root, 'package-lock.json'), join(root, 'node_modules/.package-lock.json')];
  if (existsSync(mark) && statSync(mark).mtimeMs >= statSync(lock).mtimeMs) return;
  process.stdout.write('Installing packages. This takes a minute or two, once.\n');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) giveUp('npm could not install the packages; the lines above say why.');
}
