import { clockTest } from './world';
import { threeDays, upToHere } from './today.scene';
clockTest('shots', async ({ world }) => {
  clockTest.setTimeout(240_000);
  const { mia } = await threeDays(world);
  const nora = await world.member('Nora', 'member', 'Europe/Lisbon');
  await world.setClock('2026-11-27T09:30:00Z');
  for (const [name, look] of Object.entries({
    wide: { width: 1440, height: 900 },
    dark: { width: 1440, height: 900, colorScheme: 'dark' as const },
    phone: { width: 390, height: 844 },
    'phone-dark': { width: 390, height: 844, colorScheme: 'dark' as const },
  })) {
    const page = await world.pageFor(mia, { ...look, timezoneId: 'Europe/Lisbon' });
    await page.clock.setFixedTime(new Date('2026-11-27T09:30:00Z'));
    await page.goto('/');
    await page.waitForTimeout(1500);
    await page.screenshot({ path: `/tmp/shots/first-${name}.png` });
    await page.goto('/catch-up');
    await page.waitForTimeout(800);
    await page.screenshot({ path: `/tmp/shots/catchup-${name}.png`, fullPage: true });
    await page.keyboard.press('j');
    await page.waitForTimeout(200);
    if (name === 'wide') {
      await page.keyboard.press('r');
      await page.waitForTimeout(1500);
      await page.screenshot({ path: `/tmp/shots/catchup-open-${name}.png` });
      await page.keyboard.press('Escape');
    }
    await page.goto('/?x');
    await page.waitForTimeout(1200);
    await page.screenshot({ path: `/tmp/shots/today-${name}.png` });
    const empty = await world.pageFor(nora, { ...look, timezoneId: 'Europe/Lisbon' });
    await empty.clock.setFixedTime(new Date('2026-11-27T09:30:00Z'));
    await empty.goto('/');
    await empty.waitForTimeout(1200);
    await empty.screenshot({ path: `/tmp/shots/empty-${name}.png` });
    await empty.goto('/catch-up');
    await empty.waitForTimeout(800);
    await empty.screenshot({ path: `/tmp/shots/empty-catchup-${name}.png` });
    if (name === 'wide') {
      await empty.goto('/story/WAL');
      await empty.waitForTimeout(1000);
      await empty.screenshot({ path: `/tmp/shots/story-${name}.png` });
    }
  }
});
