import { type Page } from '@playwright/test';
import { drawn, expect, expectNoSeriousFaults, test } from './world';

const column = (page: Page, name: string) =>
  page.locator('section[data-column-id]').filter({ has: page.getByRole('heading', { name, exact: true }) });
const card = (page: Page, title: string) => page.locator(`[data-task-id][aria-label$=" ${title}"]`);
const titles = (page: Page, name: string) =>
  column(page, name)
    .locator('[data-task-id]')
    .evaluateAll((cards) => cards.map((c) => c.getAttribute('aria-label')?.replace(/^\S+ /, '')));

async function dragTo(page: Page, title: string, target: { x: number; y: number }) {
  const from = await card(page, title).boundingBox();
  if (!from) throw new Error(`${title} is not on the page`);
  await page.mouse.move(from.x + 40, from.y + 15);
  await page.mouse.down();
  await page.mouse.move(from.x + 50, from.y + 25, { steps: 3 });
  await page.mouse.move(target.x, target.y, { steps: 20 });
  await drawn(page);
  await page.mouse.up();
}

/** Accepts what a task got that was begun without an owner or a deadline: one key. */
async function keep(page: Page) {
  await expect(page.getByRole('button', { name: 'Keep' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Keep' })).toBeHidden();
}

test('a card is dragged with the mouse, and undone with Ctrl+Z', async ({ world }) => {
  const board = await world.board('Mouse', ['write', 'review', 'ship']);
  const page = await world.pageFor(world.owner);
  await page.goto(`/b/${board.key}`);
  const target = await column(page, 'Doing').boundingBox();
  await dragTo(page, 'review', { x: (target?.x ?? 0) + 100, y: (target?.y ?? 0) + 70 });
  await expect(column(page, 'Doing').getByText('review')).toBeVisible();
  await expect.poll(() => world.titlesIn(board.key, 'Doing')).toEqual(['review']);
  await keep(page);
  const review = await card(page, 'review').boundingBox();
  await dragTo(page, 'ship', { x: (review?.x ?? 0) + 60, y: (review?.y ?? 0) + (review?.height ?? 0) - 6 });
  await expect.poll(() => world.titlesIn(board.key, 'Doing')).toEqual(['review', 'ship']);
  await keep(page);
  await dragTo(page, 'write', { x: (review?.x ?? 0) + 60, y: (review?.y ?? 0) + 6 });
  await expect.poll(() => world.titlesIn(board.key, 'Doing')).toEqual(['write', 'review', 'ship']);
  await keep(page);
  await page.keyboard.press('Control+z');
  await expect.poll(() => world.titlesIn(board.key, 'Doing')).toEqual(['review', 'ship']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => world.titlesIn(board.key, 'Doing')).toEqual(['review']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => titles(page, 'To do')).toEqual(['write', 'review', 'ship']);
  await expect.poll(() => world.titlesIn(board.key, 'To do')).toEqual(['write', 'review', 'ship']);
});

test('a column is dragged by its header, seen by others, and undone; the menu does the same by keyboard', async ({ world }) => {
  const board = await world.board('Order', ['write']);
  const [page, other] = [await world.pageFor(world.owner), await world.pageFor(world.owner)];
  await page.goto(`/b/${board.key}`);
  await other.goto(`/b/${board.key}`);
  const names = (on: Page) => on.locator('section[data-column-id] h2').allTextContents();
  await expect.poll(() => names(other)).toEqual(['To do', 'Doing', 'Done']);
  const head = await column(page, 'Done').getByRole('heading').boundingBox();
  const target = await column(page, 'To do').boundingBox();
  if (!head || !target) throw new Error('a column is missing');
  await page.mouse.move(head.x + 10, head.y + 8);
  await page.mouse.down();
  await page.mouse.move(head.x + 4, head.y + 12, { steps: 3 });
  await page.mouse.move(target.x + 40, target.y + 20, { steps: 15 });
  await drawn(page);
  await expect(column(page, 'To do')).toHaveAttribute('data-beside', 'before');
  await page.mouse.up();
  await expect.poll(() => names(page)).toEqual(['Done', 'To do', 'Doing']);
  await expect.poll(() => names(other)).toEqual(['Done', 'To do', 'Doing']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => names(other)).toEqual(['To do', 'Doing', 'Done']);

  await page.getByRole('button', { name: 'Menu of the column Doing' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Move right' }).press('Enter');
  await expect.poll(() => names(other)).toEqual(['To do', 'Done', 'Doing']);
  await expect.poll(() => names(page)).toEqual(['To do', 'Done', 'Doing']);
  // Escape forgets it.
  await page.mouse.move(head.x + 10, head.y + 8);
  await page.mouse.down();
  await page.mouse.move(target.x + 40, target.y + 20, { steps: 15 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(column(page, 'To do')).not.toHaveAttribute('data-beside');
});

test('the board is worked by keyboard alone, from signing in to a moved and edited task', async ({ world }) => {
  const board = await world.board('Keys', ['write', 'review']);
  const page = await world.pageFor(null);
  await page.goto(`/b/${board.key}`);
  await page.getByLabel('E-mail').focus();
  await page.keyboard.type(world.owner.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(world.owner.password);
  await page.keyboard.press('Enter');
  await expect(card(page, 'write')).toBeVisible();

  await card(page, 'write').focus();
  await page.keyboard.press('j');
  await expect(card(page, 'review')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByText('Picked up review')).toBeAttached();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('Moved to Doing, position 1 of 1.')).toBeAttached();
  await page.keyboard.press('Space');
  await expect(page.getByText('Dropped in Doing')).toBeAttached();
  await expect.poll(() => world.titlesIn(board.key, 'Doing')).toEqual(['review']);

  await card(page, 'review').focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Title', { exact: true }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('review it twice');
  await page.keyboard.press('Enter');
  await expect.poll(() => world.titlesIn(board.key, 'Doing')).toEqual(['review it twice']);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(new RegExp(`/b/${board.key}$`));
});

test('one line makes a task, many pasted lines make many, and half a title survives a reload', async ({ world }) => {
  const board = await world.board('Create');
  const page = await world.pageFor(world.owner);
  await page.goto(`/b/${board.key}`);
  await column(page, 'To do').getByRole('button', { name: 'Add a task' }).click();
  const field = page.getByLabel('Title of the new task');
  await field.fill('first');
  await field.press('Enter');
  await expect(card(page, 'first')).toBeVisible();
  await field.evaluate((el) => {
    const clipboard = new DataTransfer();
    clipboard.setData('text', '- one\n- two\n\n3. three');
    el.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }));
  });
  await expect.poll(() => world.titlesIn(board.key, 'To do')).toEqual(['first', 'one', 'two', 'three']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => world.titlesIn(board.key, 'To do')).toEqual(['first']);
  await column(page, 'To do').getByRole('button', { name: 'Add a task' }).click();
  await field.fill('half a tit');
  await page.reload();
  await column(page, 'To do').getByRole('button', { name: 'Go on writing' }).click();
  await expect(page.getByLabel('Title of the new task')).toHaveValue('half a tit');
});

test('several selected cards move together, and come back from the toast', async ({ world }) => {
  const board = await world.board('Several', ['a', 'b', 'c', 'd']);
  const page = await world.pageFor(world.owner);
  await page.goto(`/b/${board.key}`);
  await card(page, 'b').click({ modifiers: ['Control'] });
  await card(page, 'd').click({ modifiers: ['Control'] });
  await page.getByRole('toolbar', { name: '2 selected tasks' }).getByRole('button', { name: 'Move to' }).click();
  await page.getByRole('menuitem', { name: 'Done' }).click();
  await expect.poll(() => world.titlesIn(board.key, 'Done')).toEqual(['b', 'd']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => world.titlesIn(board.key, 'To do')).toEqual(['a', 'b', 'c', 'd']);
});

test('two people move twenty cards each at once: both screens and the database agree', async ({ world }) => {
  const names = Array.from({ length: 14 }, (_, i) => `card ${String(i).padStart(2, '0')}`);
  const board = await world.board('Both', names);
  const bob = await world.member('Bob');
  const pages = await Promise.all([world.pageFor(world.owner, { height: 2000 }), world.pageFor(bob, { height: 2000 })]);
  await Promise.all(pages.map((page) => page.goto(`/b/${board.key}`)));
  await Promise.all(pages.map((page) => expect(card(page, 'card 13')).toBeVisible()));
  await Promise.all(
    pages.map(async (page, p) => {
      for (let i = 0; i < 20; i++) {
        await card(page, names[(i * 3 + p * 5) % 14] ?? '').focus();
        await page.keyboard.press('Space');
        await page.keyboard.press(['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'ArrowRight'][(i + p) % 5] ?? 'ArrowRight');
        await page.keyboard.press('Space');
      }
    }),
  );
  const state = async (page: Page) => ({
    todo: await titles(page, 'To do'),
    doing: await titles(page, 'Doing'),
    done: await titles(page, 'Done'),
  });
  const stored = async () => ({
    todo: await world.titlesIn(board.key, 'To do'),
    doing: await world.titlesIn(board.key, 'Doing'),
    done: await world.titlesIn(board.key, 'Done'),
  });
  await expect.poll(async () => JSON.stringify(await state(pages[0] as Page)) === JSON.stringify(await stored())).toBe(true);
  await expect.poll(async () => JSON.stringify(await state(pages[1] as Page)) === JSON.stringify(await stored())).toBe(true);
  const all = await stored();
  expect([...all.todo, ...all.doing, ...all.done].sort()).toEqual([...names].sort());
  const twice = await world.server.query('select column_id, rank from task where board_id = $1 group by 1, 2 having count(*) > 1', [
    board.id,
  ]);
  expect(twice).toEqual([]);
});

test('what is done offline waits, says so, and arrives', async ({ world }) => {
  const board = await world.board('Offline', ['write', 'review']);
  const page = await world.pageFor(world.owner);
  await page.goto(`/b/${board.key}`);
  await expect(card(page, 'write')).toBeVisible();
  await page.context().setOffline(true);
  await card(page, 'write').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(column(page, 'Doing').getByText('write')).toBeVisible();
  await expect(page.getByText('Offline, 1 change waiting')).toBeVisible();
  await page.context().setOffline(false);
  await expect.poll(() => world.titlesIn(board.key, 'Doing'), { timeout: 20_000 }).toEqual(['write']);
  await expect(page.getByText('Live', { exact: true })).toBeVisible({ timeout: 20_000 });
});

test('a viewer sees the board and no way to change it', async ({ world }) => {
  const board = await world.board('Viewed', ['write']);
  const vera = await world.member('Vera', 'viewer');
  const page = await world.pageFor(vera);
  await page.goto(`/b/${board.key}`);
  await expect(card(page, 'write')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add a task' })).toHaveCount(0);
  await card(page, 'write').click();
  await expect(page.getByLabel('Title', { exact: true })).toHaveAttribute('readonly', '');
});

test('the board has no serious fault for assistive technology, wide, dark and on a phone', async ({ world }) => {
  const board = await world.board('Access', ['write', 'Überprüfungsausschusssitzungsprotokoll lesen', 'اكتب الدليل', '👩‍👩‍👧 family']);
  for (const look of [
    { width: 1440 },
    { width: 1440, colorScheme: 'dark' as const },
    { width: 390, height: 800, hasTouch: true },
    { width: 320, height: 640 },
  ]) {
    const page = await world.pageFor(world.owner, look);
    await page.goto(`/b/${board.key}`);
    await expect(card(page, 'write')).toBeVisible();
    await expectNoSeriousFaults(page);
    await card(page, 'write').click();
    await expect(page.getByLabel('Title', { exact: true })).toBeVisible();
    await expectNoSeriousFaults(page);
    if (look.width < 640) expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(look.width);
  }
});

test('on a phone a card is held and dragged with a finger, and columns are swiped one at a time', async ({ world }) => {
  const board = await world.board('Touch', ['write', 'review', 'ship']);
  const page = await world.pageFor(world.owner, { width: 390, height: 800, hasTouch: true });
  await page.goto(`/b/${board.key}`);
  await expect(card(page, 'ship')).toBeVisible();
  const [from, to] = [await card(page, 'write').boundingBox(), await card(page, 'ship').boundingBox()];
  const touch = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number, y?: number) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: x === undefined || y === undefined ? [] : [{ x, y }] });
  const [x, y] = [(from?.x ?? 0) + 80, (from?.y ?? 0) + 20];
  await send('touchStart', x, y);
  await expect(page.locator('[data-ghost="true"]')).toHaveCount(1);
  const end = (to?.y ?? 0) + (to?.height ?? 0) + 80; // the cards below the gap have made room
  // A finger is slower than the page: each step is drawn before the next.
  for (let i = 1; i <= 12; i++) {
    await send('touchMove', x, y + ((end - y) * i) / 12);
    await drawn(page);
  }
  await send('touchEnd');
  await expect.poll(() => world.titlesIn(board.key, 'To do')).toEqual(['review', 'ship', 'write']);

  const doing = await column(page, 'Doing').boundingBox();
  expect(doing?.x ?? 0).toBeGreaterThan(380);
  await page
    .locator('section[data-column-id]')
    .first()
    .evaluate((el) => el.parentElement?.scrollBy({ left: 300, behavior: 'instant' }));
  await expect.poll(async () => Math.abs(((await column(page, 'Doing').boundingBox())?.x ?? 999) - 12)).toBeLessThan(8);
});

test('on a phone the columns are named above the one in sight, and one press leads to each', async ({ world }) => {
  const board = await world.board('Names', ['write', 'print']);
  const page = await world.pageFor(world.owner, { width: 320, height: 640 });
  await page.goto(`/b/${board.key}`);
  const tabs = page.getByRole('navigation', { name: 'Columns' });
  await expect(tabs.getByRole('button', { name: 'To do 2' })).toHaveAttribute('aria-current', 'true');
  await tabs.getByRole('button', { name: 'Done 0' }).click();
  await expect(column(page, 'Done')).toBeInViewport({ ratio: 0.8 });
  await expect(tabs.getByRole('button', { name: 'Done 0' })).toHaveAttribute('aria-current', 'true');
  await expect(tabs.getByRole('button', { name: 'To do 2' })).not.toHaveAttribute('aria-current');
  await expectNoSeriousFaults(page);
  const wide = await world.pageFor(world.owner);
  await wide.goto(`/b/${board.key}`);
  await expect(card(wide, 'write')).toBeVisible();
  await expect(wide.getByRole('navigation', { name: 'Columns' })).toBeHidden();
});

test('the menu of a card names the key of each action and does it', async ({ world }) => {
  const board = await world.board('Keys', ['write']);
  const page = await world.pageFor(world.owner);
  await page.goto(`/b/${board.key}`);
  await card(page, 'write').click({ button: 'right' });
  const item = page.getByRole('menuitem', { name: 'Deadline' });
  await expect(item).toContainText('d');
  await expectNoSeriousFaults(page);
  await item.click();
  await expect(page.getByRole('textbox', { name: 'Due, in words' })).toBeFocused();
});
