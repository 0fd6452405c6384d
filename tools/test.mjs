// npm test: installs when needed, then everything: format, folder order, types, lint, unit and API tests, fresh generated files, journeys.
import { spawn } from 'node:child_process';
import { installIfNeeded, requireNode, root } from './run/install.mjs';

requireNode();
installIfNeeded();
const { buildIfChanged } = await import('./run/build.mjs');

const bin = (path) => ['node', `node_modules/${path}`];
const counts = { passed: 0, failed: 0, steps: [] };

/** Runs a step with its output shown, and counts the tests that jest and Playwright report in it. */
function step(name, command) {
  return new Promise((done) => {
    process.stdout.write(`\n— ${name}\n`);
    const child = spawn(command[0] === 'node' ? process.execPath : command[0], command.slice(1), {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FORCE_COLOR: '0', NX_TUI: 'false', CI: 'true' },
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        text += chunk;
        process.stdout.write(chunk);
      });
    child.on('exit', (code) => {
      for (const [, line] of text.matchAll(/^(?:\w+: )?Tests:\s+(.*)$/gm)) {
        counts.passed += Number(/(\d+) passed/.exec(line)?.[1] ?? 0);
        counts.failed += Number(/(\d+) failed/.exec(line)?.[1] ?? 0);
      }
      if (name === 'journeys') {
        counts.passed += Number(/^\s+(\d+) passed/m.exec(text)?.[1] ?? 0);
        counts.failed += Number(/^\s+(\d+) failed/m.exec(text)?.[1] ?? 0);
      }
      if (code !== 0) counts.steps.push(name);
      done(code === 0);
    });
  });
}

await step('format', [...bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']);
await step('folder order', ['node', 'tools/layers.mjs']);
await step('types, lint, tests', [
  ...bin('nx/dist/bin/nx.js'),
  'run-many',
  '-t',
  'typecheck',
  'lint',
  'test',
  '--parallel=2',
  '--output-style=stream',
]);
buildIfChanged();
await step('schema', ['node', 'tools/schema.mjs', '--check']);
await step('generated documents', ['node', 'tools/codegen.mjs', '--check']);
await step('journeys', [...bin('@playwright/test/cli.js'), 'test']);

if (counts.steps.length > 0) process.stdout.write(`\nNot green: ${counts.steps.join(', ')}.\n`);
process.stdout.write(`\n${counts.passed} passed, ${Math.max(counts.failed, counts.steps.length > 0 ? 1 : 0)} failed\n`);
process.exit(counts.steps.length > 0 || counts.failed > 0 ? 1 : 0);
