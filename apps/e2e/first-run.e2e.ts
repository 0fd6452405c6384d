import { expect, expectNoSeriousFaults, freshTest, test } from './world';

freshTest('somebody sets Baton up, opens the example, and invites a colleague who joins', async ({ server, browser }) => {
  const ana = await (await browser.newContext({ baseURL: server.url, locale: 'en-GB' })).newPage();
  await ana.goto('/');
  await expect(ana.getByRole('heading', { name: 'Welcome to Baton' })).toBeVisible();
  await expectNoSeriousFaults(ana);
  await ana.getByLabel('Name of the workspace').fill('Riverside');
  await ana.getByLabel('Your name').fill('Ana');
  await ana.getByLabel('E-mail').fill('ana@example.org');
  await ana.getByLabel(/^Password/).fill('short');
  await ana.getByRole('button', { name: 'Create workspace' }).click();
  await expect(ana.getByRole('alert')).toContainText('Choose a password of 10 to 200 characters.');
  await expect(ana.getByLabel('Your name')).toHaveValue('Ana');
  await ana.getByLabel(/^Password/).fill('a long password');
  await ana.getByRole('button', { name: 'Create workspace' }).click();

  await expect(ana.getByRole('heading', { name: 'Welcome, Ana' })).toBeVisible();
  await expectNoSeriousFaults(ana);
  await ana.getByRole('button', { name: 'Open the example' }).click();
  await expect(ana.getByText('Choose the cover photo')).toBeVisible();

  await ana.getByRole('link', { name: 'Settings and people' }).click();
  await ana.getByRole('tab', { name: 'Workspace and people' }).click();
  await ana.getByRole('button', { name: 'Make a link' }).click();
  const link = await ana.getByLabel('Send this link to one person. It is not shown again.').inputValue();
  await expectNoSeriousFaults(ana);

  const bob = await (await browser.newContext({ baseURL: server.url, locale: 'en-GB' })).newPage();
  await bob.goto(link);
  await expect(bob.getByRole('heading', { name: 'Join Riverside' })).toBeVisible();
  await expectNoSeriousFaults(bob);
  await bob.getByLabel('Your name').fill('Bob');
  await bob.getByLabel('E-mail').fill('bob@example.org');
  await bob.getByLabel(/^Password/).fill('another long password');
  await bob.getByRole('button', { name: 'Create account and join' }).click();
  // Whoever is new has nothing to do yet, and is led to the boards.
  await expect(bob.getByText(/^Nothing needs you/)).toBeVisible();
  await bob.getByRole('navigation').locator('a[href^="/b/"]').first().click();
  await expect(bob.getByText('Choose the cover photo')).toBeVisible();

  // What one does, the other sees.
  await bob.getByRole('button', { name: 'Add a task' }).first().click();
  await bob.getByLabel('Title of the new task').fill('From Bob');
  await bob.getByLabel('Title of the new task').press('Enter');
  await ana.goto('/');
  await ana.getByRole('navigation').locator('a[href^="/b/"]').first().click();
  await expect(ana.getByText('From Bob')).toBeVisible();
  await ana.context().close();
  await bob.context().close();
});

freshTest('an acknowledged move is there after kill -9, and a second link use is refused', async ({ server, browser }) => {
  const page = await (await browser.newContext({ baseURL: server.url, locale: 'en-GB' })).newPage();
  await page.goto('/');
  await page.getByLabel('Name of the workspace').fill('Riverside');
  await page.getByLabel('Your name').fill('Ana');
  await page.getByLabel('E-mail').fill('ana@example.org');
  await page.getByLabel(/^Password/).fill('a long password');
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await page.getByRole('button', { name: 'Open the example' }).click();
  const card = page.locator('[data-task-id][aria-label$="Choose the cover photo"]');
  await card.focus();
  const answered = page.waitForResponse((r) => r.request().postData()?.includes('MoveTasks') === true && r.ok());
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await answered;
  await server.kill();
  await expect(page.getByText(/^Offline/)).toBeVisible({ timeout: 20_000 });
  await server.start();
  await expect(page.getByText('Live', { exact: true })).toBeVisible({ timeout: 30_000 });
  const [row] = await server.query<{ name: string }>(
    "select c.name from task t join board_column c on c.id = t.column_id where t.title = 'Choose the cover photo'",
  );
  expect(row?.name).toBe('Done');
  await page.reload();
  await expect(page.locator('section[data-column-id]').filter({ hasText: 'Done' }).getByText('Choose the cover photo')).toBeVisible();
  await page.context().close();
});

test('settings, people and import have no serious fault, light and dark', async ({ world }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await world.pageFor(world.owner, { colorScheme });
    for (const path of ['/settings', '/settings/security', '/settings/appearance', '/settings/people', '/import', '/nowhere']) {
      await page.goto(path);
      await expect(page.locator('h1').first()).toBeVisible();
      await expectNoSeriousFaults(page);
    }
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectNoSeriousFaults(page);
  }
});
