import { chromium } from 'playwright-core';
import { chromiumLaunchOptions } from './tools/e2e/chromium.mjs';
const b = await chromium.launch(await chromiumLaunchOptions());
for (const [name, w] of [['digest', 700], ['digest', 320], ['single', 700], ['single', 320], ['page', 390]])
  for (const colorScheme of ['light', 'dark']) {
    const p = await b.newPage({ viewport: { width: w, height: 600 }, colorScheme });
    await p.goto(`file:///tmp/mailshots/${name}.html`);
    const overflow = await p.evaluate(() => document.documentElement.scrollWidth);
    await p.screenshot({ path: `/tmp/mailshots/${name}-${w}-${colorScheme}.png`, fullPage: true });
    console.log(name, w, colorScheme, overflow);
  }
await b.close();
