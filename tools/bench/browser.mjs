import http from 'node:http';
import { chromium } from 'playwright-core';
import { chromiumLaunchOptions } from '../e2e/chromium.mjs';

const half = (list, part = 0.5) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))];

async function pageFor(browser, scene, cookie) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const [name, value] = cookie.split('=');
  await context.addCookies([{ name, value, url: scene.url }]);
  return context.newPage();
}

/** The size of a file as it travels to a browser that takes brotli. */
const bytesOf = (url) =>
  new Promise((done, failed) => {
    http
      .get(url, { headers: { 'accept-encoding': 'br' } }, (res) => {
        let bytes = 0;
        res.on('data', (chunk) => (bytes += chunk.length));
        res.on('end', () => done(bytes));
      })
      .on('error', failed);
  });

/** From the start of the navigation to the first cards on the screen, in ms. */
async function open(page, scene, key) {
  await page.goto(`${scene.url}/b/${key}`, { waitUntil: 'commit' });
  await page.waitForSelector('[data-task-id]');
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(performance.now()))));
}

const startFrames = (page) =>
  page.evaluate(() => {
    window.frames_ = [];
    let last = performance.now();
    window.framing = true;
    const tick = (now) => {
      window.frames_.push(now - last);
      last = now;
      if (window.framing) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
const endFrames = (page) =>
  page.evaluate(() => {
    window.framing = false;
    return window.frames_.slice(2);
  });

async function drag(page, from) {
  const card = await page.locator('section[data-column-id]').nth(from).locator('[data-task-id]').nth(1).boundingBox();
  const target = await page.locator('section[data-column-id]').nth(2).boundingBox();
  await page.mouse.move(card.x + 60, card.y + 20);
  await page.mouse.down();
  const began = await page.evaluate(() => performance.now());
  await page.mouse.move(card.x + 70, card.y + 30, { steps: 2 });
  await page.waitForSelector('[data-ghost="true"]');
  const pickUp = (await page.evaluate(() => performance.now())) - began;
  await startFrames(page);
  await page.mouse.move(target.x + 120, target.y + 420, { steps: 40 });
  const frames = await endFrames(page);
  const stored = page.waitForResponse((r) => r.request().postData()?.includes('MoveTasks') === true);
  const dropped = Date.now();
  await page.mouse.up();
  await stored;
  return { pickUp, frames, toStored: Date.now() - dropped };
}

async function scroll(page) {
  const column = await page.locator('section[data-column-id]').first().boundingBox();
  await page.mouse.move(column.x + 100, column.y + 300);
  await startFrames(page);
  for (let i = 0; i < 30; i++) {
    await page.mouse.wheel(0, 160);
    await page.waitForTimeout(16);
  }
  return endFrames(page);
}

/** How long a rename in one browser takes to be seen in another, in ms. */
async function seenElsewhere(scene, { ask, boards }, page, size) {
  const board = boards[size];
  const times = [];
  const shown = await page.locator('[data-task-id]').first().getAttribute('data-task-id');
  for (let i = 0; i < 12; i++) {
    const title = `Seen ${size} ${i}`;
    const began = Date.now();
    const seen = page.waitForFunction((t) => document.querySelector(`[aria-label$="${t}"]`) && Date.now(), title, { polling: 'raf' });
    await ask('mutation($i: EditTasksInput!) { editTasks(input: $i) { seq } }', {
      i: { commandId: crypto.randomUUID(), taskIds: [shown], title },
    });
    times.push((await (await seen).jsonValue()) - began);
  }
  return { board: board.key, p50: half(times) };
}

/** Everything that a person sees, in Chromium on the same machine. */
export async function measureBrowser(scene, seeded) {
  const browser = await chromium.launch(await chromiumLaunchOptions());
  const rows = [];
  for (const { key, size } of Object.values(seeded.boards)) {
    const [colds, warms] = [[], []];
    let page;
    for (let i = 0; i < 3; i++) {
      await page?.context().close();
      page = await pageFor(browser, scene, seeded.cookie);
      colds.push(await open(page, scene, key));
      warms.push(await open(page, scene, key));
    }
    const scripts = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter((r) => r.name.endsWith('.js'))
        .map((r) => ({ url: r.name, gzip: r.encodedBodySize })),
    );
    // Over plain http a browser asks for gzip; over https, as people use it, for brotli.
    const brotli = await Promise.all(scripts.map(({ url }) => bytesOf(url)));
    const script = brotli.reduce((sum, bytes) => sum + bytes, 0);
    const scriptGzip = scripts.reduce((sum, { gzip }) => sum + gzip, 0);
    await page.waitForTimeout(500);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('HeapProfiler.collectGarbage');
    const { metrics } = await (await cdp.send('Performance.enable'), cdp.send('Performance.getMetrics'));
    const heap = metrics.find((m) => m.name === 'JSHeapUsedSize').value / 1024 / 1024;
    const elements = await page.evaluate(() => document.querySelectorAll('*').length);
    const seen = await seenElsewhere(scene, seeded, page, size);
    const drags = [await drag(page, 0), await drag(page, 1), await drag(page, 3)];
    const scrolled = await scroll(page);
    rows.push({
      tasks: size,
      coldMs: half(colds),
      warmMs: half(warms),
      heapMiB: heap,
      elements,
      scriptKb: script / 1000,
      scriptGzipKb: scriptGzip / 1000,
      pickUpMs: half(drags.map((d) => d.pickUp)),
      dragP95: half(
        drags.flatMap((d) => d.frames),
        0.95,
      ),
      scrollP95: half(scrolled, 0.95),
      toStoredMs: half(drags.map((d) => d.toStored)),
      seenP50: seen.p50,
    });
    await page.context().close();
  }
  await browser.close();
  return rows;
}
