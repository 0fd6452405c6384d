import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import 'temporal-polyfill/global';
import { build } from 'vite';
import { root } from '../run/install.mjs';

/** How long whose move each task is takes to derive, in ms on one core: calendars and clocks unknown, and then known. */
export async function measureHeadlines({ ask, workspaceId, boards }) {
  const folder = mkdtempSync(join(root, 'node_modules/.cache/bench-'));
  try {
    await build({
      configFile: false,
      logLevel: 'silent',
      build: {
        outDir: folder,
        lib: { entry: join(root, 'libs/domain/src/index.ts'), formats: ['es'], fileName: 'domain' },
        minify: false,
        target: 'node20',
      },
    });
    const { headlineOf, assumedCalendar } = await import(pathToFileURL(join(folder, 'domain.js')).href);
    const board = await ask('query($w: ID!, $k: String!) { boardSnapshot(workspaceId: $w, key: $k) }', {
      w: workspaceId,
      k: boards[5000].key,
    });
    const once = () => {
      const classes = new Map(board.columns.map((c) => [c.id, c.class]));
      // Copies: nothing that was computed for the calendars before is known for these.
      const calendars = new Map(board.people.map((p) => [p.id, { ...(p.calendar ?? assumedCalendar(p.zone)) }]));
      const scene = {
        boardKey: board.key,
        zone: board.zone,
        classOf: (id) => classes.get(id),
        cardOf: () => undefined,
        now: Date.now(),
        calendarOf: (id) => calendars.get(id),
      };
      const began = performance.now();
      let found = 0;
      for (const card of board.cards) if (headlineOf(card, scene)?.by != null) found += 1;
      return { ms: performance.now() - began, found };
    };
    const first = once();
    if (first.found !== board.cards.length) throw new Error(`${first.found} headlines for ${board.cards.length} tasks`);
    const again = Array.from({ length: 5 }, () => once().ms).sort((a, b) => a - b);
    return { tasks: board.cards.length, calendars: board.people.length, coldMs: first.ms, warmMs: again[2] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
