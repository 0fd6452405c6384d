// npm run bench [-- --write]: measures server and browser in one run, beside the same SQL straight through pg. --write keeps docs/benchmarks.md.
// npm run bench -- --delivery [--write]: only what reaches people, which needs no server.
// npm run bench -- --search [--write]: only searching among 100,000 comments.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { installIfNeeded, requireNode, root } from '../run/install.mjs';

requireNode();
installIfNeeded();
const table = (heads, rows) =>
  [`| ${heads.join(' | ')} |`, `|${heads.map(() => '---').join('|')}|`, ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');
const { deliveryText, measureDelivery } = await import('./replay.mjs');
const page = join(root, 'docs/benchmarks.md');
/** Shows one section of the page, and with --write puts it in the place of the one before. */
function tellSection(text) {
  console.log(text);
  if (!process.argv.includes('--write')) return;
  const before = readFileSync(page, 'utf8');
  const section = new RegExp(`${text.split('\n')[0]}\n[\\s\\S]*?(?=\n## |$)`);
  writeFileSync(page, section.test(before) ? before.replace(section, () => `${text}\n`) : `${before.trimEnd()}\n\n${text}\n`);
}
if (process.argv.includes('--delivery')) {
  tellSection(deliveryText(await measureDelivery(), table));
  process.exit(0);
}
const { buildIfChanged } = await import('../run/build.mjs');
buildIfChanged();
const { makeScene, seed } = await import('./scene.mjs');
const { measureOpen, measureWrites } = await import('./server.mjs');
const { measureHeadlines } = await import('./headlines.mjs');
const { measureBrowser } = await import('./browser.mjs');
const { countSearch, measureSearch, searchText } = await import('./search.mjs');

const n = (value) =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value >= 10 ? value.toFixed(0) : value.toFixed(value < 1 ? 2 : 1);
const scene = await makeScene();
// Every connection from then on writes its statements to the database's log, for counting; the load runs go without.
const logging = (on) =>
  scene.sql(`alter database ${new URL(scene.databaseUrl).pathname.slice(1)} set log_statement = '${on ? 'all' : 'none'}'`);
try {
  await scene.start();
  const seeded = await seed(scene, [100, 1000, 5000]);
  if (process.argv.includes('--search')) {
    const search = await measureSearch(scene, seeded);
    await logging(true);
    await scene.stop();
    await scene.start('api');
    tellSection(searchText({ ...search, statements: await countSearch(scene, seeded) }, table, n));
    await scene.close();
    process.exit(0);
  }
  const headlines = await measureHeadlines(seeded);
  const delivery = await measureDelivery();
  await scene.stop();
  const readyMs = await scene.start();
  await new Promise((r) => setTimeout(r, 1500));
  const idleMiB = scene.rss();
  await logging(true);
  await scene.stop();
  // The readers of the log belong to a worker: their statements are no part of a request.
  await scene.start('api');
  const open = await measureOpen(scene, seeded);
  const writes = await measureWrites(scene, seeded);
  const searchStatements = await countSearch(scene, seeded);
  await logging(false);
  await scene.stop();
  await scene.start();
  const browser = await measureBrowser(scene, seeded);
  const search = { ...(await measureSearch(scene, seeded)), statements: searchStatements };
  const result = {
    at: new Date().toISOString(),
    node: process.version,
    cpus: `${cpus().length} × ${cpus()[0].model}`,
    readyMs,
    idleMiB,
    open,
    writes,
    headlines,
    delivery,
    browser,
    search,
  };

  const text = [
    '# Benchmarks',
    `Written by \`npm run bench -- --write\` on ${result.at.slice(0, 10)}: Node ${process.version.slice(1)}, ${result.cpus}; server, PostgreSQL (durable settings), load and browser on the same machine, in one run. Boards of 8 columns, 51 people with calendars of their own; every task with a description of 200 characters, an owner, two labels, a due date, two comments, three steps on every third. The column "of raw" is the rate beside the very same statements sent straight through \`pg\` with 10 connections. Statement logging is on in the server tables, for both sides alike, and the readers of the log are off in them: they run in a worker. In Chromium everything runs in one process.`,
    `Built to ready: ${n(readyMs)} ms (budget 3,000). Idle: ${n(idleMiB)} MiB (budget 200).`,
    '## Opening a board',
    table(
      [
        'tasks',
        'SQL',
        'kB raw',
        'kB gzip',
        'kB brotli',
        'alone p50 ms',
        'per s, 10 conn.',
        'p95 ms',
        'server CPU ms',
        'raw pg per s',
        'of raw',
      ],
      open.map((r) => [
        r.tasks,
        r.statements,
        n(r.rawKb),
        n(r.gzipKb),
        n(r.brotliKb),
        n(r.alone50),
        n(r.perSecond),
        n(r.p95),
        n(r.cpuMs),
        n(r.rawPerSecond),
        n(r.ratio),
      ]),
    ),
    'Budgets at 1,000 tasks: 3 statements, 15 ms CPU, 0.25 of raw, 60 kB compressed; at 5,000: last byte within 300 ms.',
    '## Writing',
    table(
      ['tasks', 'what', 'SQL', 'per s, 10 conn.', 'p95 ms', 'server CPU ms', 'raw pg per s', 'of raw'],
      writes.map((r) => [r.tasks, r.kind, r.statements, n(r.perSecond), n(r.p95), n(r.cpuMs), n(r.rawPerSecond), n(r.ratio)]),
    ),
    'Budgets for create and move: 8 statements with BEGIN and COMMIT, 0.2 of raw, no growth with the column.',
    '## Whose move',
    `Derived for ${n(headlines.tasks)} tasks of ${headlines.calendars} people with as many calendars: ${n(headlines.coldMs)} ms when nothing is known yet, the rules of their clocks included, ${n(headlines.warmMs)} ms for calendars that changed (budget 100 ms on one core). Seen only for the cards in view, and written down for queries by a reader of the log.`,
    searchText(search, table, n),
    '## In Chromium',
    table(
      [
        'tasks',
        'cold ms',
        'warm ms',
        'heap MiB',
        'elements',
        'script kB brotli',
        'as Chromium took it',
        'pick-up ms',
        'drag p95 ms',
        'scroll p95 ms',
        'drop to stored ms',
        'seen elsewhere p50 ms',
      ],
      browser.map((r) => [
        r.tasks,
        n(r.coldMs),
        n(r.warmMs),
        n(r.heapMiB),
        n(r.elements),
        n(r.scriptKb),
        n(r.scriptGzipKb),
        n(r.pickUpMs),
        n(r.dragP95),
        n(r.scrollP95),
        n(r.toStoredMs),
        n(r.seenP50),
      ]),
    ),
    'Budgets at 5,000 tasks: 1,000 and 600 ms, 80 MiB, 3,000 elements, 260 kB of script, 50 ms, 17 ms, 17 ms, 60 ms, 100 ms.',
    deliveryText(delivery, table),
  ].join('\n\n');
  console.log(text);
  console.log(JSON.stringify(result));
  if (process.argv.includes('--write')) writeFileSync(page, `${text}\n`);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await scene.close();
}
