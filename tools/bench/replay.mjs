import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import 'temporal-polyfill/global';
import { build } from 'vite';
import { root } from '../run/install.mjs';

const seed = 2026;

/** Replays four weeks of a team under the rules of other boards and under ours; the tests hold the same numbers to their thresholds. */
export async function measureDelivery() {
  const folder = mkdtempSync(join(root, 'node_modules/.cache/bench-'));
  try {
    await build({
      configFile: false,
      logLevel: 'silent',
      build: {
        outDir: folder,
        lib: { entry: join(root, 'libs/domain/src/delivery/replay/measure.ts'), formats: ['es'], fileName: 'replay' },
        minify: false,
        target: 'node20',
      },
    });
    const { measureReplay } = await import(pathToFileURL(join(folder, 'replay.js')).href);
    return measureReplay(seed);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const percent = (share) => `${(100 * share).toFixed(share === 0 ? 0 : 1)} %`;

/** The section of docs/benchmarks.md. */
export function deliveryText({ seed, personDays, rows, promises, returns }, table) {
  return [
    '## What reaches people',
    `Four weeks of a made-up team, replayed (seed ${seed}): 8 people in 6 zones, among them one who works Monday to Thursday and one also on Saturday, two with lunch breaks and two with focus time; 64 tasks with 4 followers each, the owner among them; ${promises.events.toLocaleString('en')} events on ${personDays} person-workdays. Per person and working day: 4 edits (one in 16 moves a deadline), 2 moves, 4 notes (one in 8 names somebody), 1.2 asks, 0.6 updates, 0.15 blockers, 0.1 decisions, 0.4 stances, 0.1 handoffs. These rates are assumptions, not field data, and nobody answers in the replay, which would make ours fewer. The rules of ours are the very functions that the server uses; the others are those of other kinds of boards, as pure functions in \`libs/domain/src/delivery/replay\`.`,
    table(
      ['policy', 'sends per person-workday', 'median', 'p95', 'outside hours'],
      rows.map((r) => [r.name, r.mean.toFixed(1), r.median, r.p95, percent(r.outside)]),
    ),
    'Thresholds that fail the tests: ours 0 % outside hours, median at most 2, p95 at most 5.',
    `A low count could also mean missed work, so recall is measured by another way of counting: of ${promises.duties} obligations ${percent(promises.recall)} were delivered in the first slot after they arose (what blocks somebody: within five minutes of working time). In focus time: ${promises.inFocus}. Told twice: ${promises.twice}. Lost: ${promises.lost}.`,
    `Back after three working days off (${returns.absences} absences): median ${returns.events} events on ${returns.tasks} tasks become ${returns.mustRead} lines that must be read, ${returns.mustReadP90} at p90 (threshold 15), and ${returns.collapsed} tasks in a collapsed list.`,
  ].join('\n\n');
}
