import { clockTest } from './world';
import { threeDays, deeds } from './today.scene';
clockTest('shots2', async ({ world }) => {
  clockTest.setTimeout(240_000);
  const { ben, ana, board, does } = await threeDays(world);
  await world.setClock('2026-12-08T09:30:00Z');
  for (const [name, look] of Object.entries({ wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } })) {
    const page = await world.pageFor(ana, { ...look, timezoneId: 'Europe/Lisbon' });
    await page.clock.setFixedTime(new Date('2026-12-08T09:30:00Z'));
    await page.goto('/b/WAL/stale');
    await page.waitForTimeout(1500);
    await page.locator('[data-row]').first().focus();
    await page.keyboard.press('x');
    await page.screenshot({ path: `/tmp/shots/stale-${name}.png` });
    await page.goto('/b/WAL/status');
    await page.waitForTimeout(800);
    await page.getByRole('button', { name: 'New status update' }).click();
    await page.waitForTimeout(1000);
    await page.screenshot({ path: `/tmp/shots/statusform-${name}.png` });
    if (name === 'wide') await page.getByRole('button', { name: 'Publish' }).click();
    else await page.getByRole('button', { name: 'Close' }).click();
    await page.waitForTimeout(1200);
    await page.screenshot({ path: `/tmp/shots/status-${name}.png` });
    await page.goto('/b/WAL');
    await page.waitForTimeout(1200);
    await page.screenshot({ path: `/tmp/shots/board-${name}.png` });
  }
});
