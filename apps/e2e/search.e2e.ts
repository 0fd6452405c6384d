import { randomUUID } from 'node:crypto';
import { type Actor, type World, expect, expectNoSeriousFaults, test } from './world';

const command = (who: Actor, name: string, type: string, input: Record<string, unknown>) =>
  who.ask(`mutation($i: ${type}!) { ${name}(input: $i) { seq } }`, { i: { commandId: randomUUID(), ...input } });

/** A board on which a lighthouse is mended, with words of every kind on its first task. */
async function lighthouse(world: World, name: string) {
  const board = await world.board(name, ['Mend the lighthouse', 'Write the log']);
  const { cards } = await world.snapshot(board.key);
  const taskId = cards.find(({ number }) => number === 1)?.id ?? '';
  const [firstId, replyId, checklistId] = [randomUUID(), randomUUID(), randomUUID()];
  const say = (id: string, text: string, more: Record<string, unknown> = {}) =>
    command(world.owner, 'postComment', 'PostCommentInput', { id, taskId, kind: 'note', text, ...more });
  for (let i = 0; i < 12; i++) await say(randomUUID(), `Another remark, number ${i}, with nothing in it.\n\nAnd a second paragraph.`);
  await say(firstId, 'Who has the key to the gallery?');
  await say(replyId, 'The **harbourmaster** keeps it, next to the [barometer](https://example.org).', { replyToId: firstId });
  await command(world.owner, 'editComment', 'EditCommentInput', { commentId: firstId, resolved: true });
  await command(world.owner, 'createChecklist', 'CreateChecklistInput', { taskId, id: checklistId, name: 'Before the storm' });
  await command(world.owner, 'createChecklistItems', 'CreateChecklistItemsInput', {
    checklistId,
    items: [{ id: randomUUID(), title: 'Polish the lantern' }],
  });
  return { ...board, taskId, replyId };
}

test('a word is found in the finder while it is typed, with a slip in it, and opens the very comment in a folded thread', async ({
  world,
}) => {
  const board = await lighthouse(world, 'Finder');
  const page = await world.pageFor(world.owner);
  await page.goto(`/b/${board.key}`);
  await page.getByRole('button', { name: 'Mend the lighthouse' }).first().waitFor();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('textbox', { name: 'Go to a board or a page, or find a word' })).toBeFocused();
  await page.keyboard.type('harbuorm');
  const action = page.locator('[data-action]').filter({ hasText: 'harbourmaster' });
  await expect(action).toBeVisible();
  await expect(action.locator('mark')).toHaveText('harbourmaster');
  await expect(page.getByRole('status').filter({ hasText: 'Nothing says exactly this. 1 result near to it:' })).toBeVisible();
  await expectNoSeriousFaults(page);
  await page.keyboard.press('Enter');
  const comment = page.locator(`#c-${board.replyId}`);
  await expect(comment).toBeInViewport();
  await expect(comment).toHaveAttribute('data-marked', 'true');
  await expect(page).toHaveURL(new RegExp(`/b/${board.key}/1#c-${board.replyId}$`));
});

test('the search page is worked by keyboard: typing, walking, filters, an address to share, and the way back', async ({ world }) => {
  await lighthouse(world, 'Pages');
  await world.board('Elsewhere', ['Another lighthouse']);
  const page = await world.pageFor(world.owner);
  await page.goto('/search');
  await expect(page.getByText('Type a word, or its beginning.')).toBeVisible();
  await page.keyboard.type('lighth');
  const results = page.getByRole('list', { name: 'Results' }).getByRole('listitem');
  await expect(results).toHaveCount(2);
  await expect(page.getByRole('status').filter({ hasText: '2 results' })).toBeVisible();
  await expect(page).toHaveURL(/\/search\?q=lighth$/);

  await page.getByRole('combobox', { name: 'Board' }).press('ArrowDown');
  await page.keyboard.type('Pages');
  await page.getByRole('option', { name: 'Pages' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(results).toHaveCount(1);
  await expectNoSeriousFaults(page);
  const shared = page.url();

  await page.keyboard.press('/');
  const field = page.getByRole('textbox', { name: 'Search' });
  await field.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('lantern');
  await expect(results).toHaveCount(1);
  await expect(results.first()).toContainText('Checklist');
  await page.keyboard.press('ArrowDown');
  await expect(results.getByRole('link')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(field).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('[id^="s-"][data-named="true"]')).toBeInViewport();
  await page.goBack();
  await expect(field).toHaveValue('lantern');
  await expect(results).toHaveCount(1);

  await field.fill('zebra crossing');
  await expect(page.getByText('Nothing has these words. Perhaps without the filters.')).toBeVisible();
  await page.getByRole('button', { name: 'Take all filters off' }).click();
  await expect(page.getByText('Nothing has these words.')).toBeVisible();

  const other = await world.pageFor(await world.member('Olga'), { width: 390, height: 800, colorScheme: 'dark' });
  await other.goto(shared);
  const theirs = other.getByRole('list', { name: 'Results' }).getByRole('listitem');
  await expect(theirs).toHaveCount(1);
  await expect(theirs.first()).toContainText('Mend the lighthouse');
  await expect(other.getByRole('textbox', { name: 'Search' })).toHaveValue('lighth');
  await expectNoSeriousFaults(other);
  expect(await other.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

test('a guest finds what is on their board and nothing else, in the finder and on the page', async ({ world }) => {
  const board = await lighthouse(world, 'Open to guests');
  await world.board('Hidden', ['A hidden lighthouse']);
  const { token } = await world.owner.ask<{ token: string }>(
    'mutation($i: CreateInvitationInput!) { createInvitation(input: $i) { token } }',
    {
      i: { workspaceId: world.workspaceId, role: 'guest', boardId: board.id, guestRole: 'viewer' },
    },
  );
  const page = await world.pageFor(null);
  await page.goto(`/join/${token}`);
  await page.getByRole('textbox', { name: 'Your name' }).fill('Gustav');
  await page.getByRole('textbox', { name: /e-?mail/i }).fill(`gustav.${randomUUID().slice(0, 8)}@example.org`);
  await page
    .getByLabel(/password/i)
    .first()
    .fill('a long password');
  await page.getByRole('button', { name: /join/i }).click();
  await page.getByRole('link', { name: 'Open to guests' }).waitFor();
  await page.goto('/search?q=lighthouse');
  const results = page.getByRole('list', { name: 'Results' }).getByRole('listitem');
  await expect(results).toHaveCount(1);
  await expect(page.getByText('hidden')).toHaveCount(0);
  await expect(page.getByRole('combobox', { name: 'Owner' })).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('textbox', { name: 'Go to a board or a page, or find a word' })).toBeFocused();
  await page.keyboard.type('lighthouse');
  await expect(page.locator('[data-action]').filter({ hasText: 'Mend the lighthouse' })).toBeVisible();
  await expect(page.locator('[data-action]').filter({ hasText: 'hidden' })).toHaveCount(0);
});

test('an owner chooses the language of search, and endings are found', async ({ world }) => {
  await world.board('Language', ['Running the pumps']);
  const page = await world.pageFor(world.owner);
  await page.goto('/settings/people');
  await page.getByRole('combobox', { name: 'Language of search' }).fill('engl');
  await page.getByRole('option', { name: 'English' }).click();
  await expect(async () => {
    const [workspace] = await world.server.query<{ language: string }>('select language from workspace where id = $1', [world.workspaceId]);
    expect(workspace?.language).toBe('english');
  }).toPass();
  await expect(page.getByRole('combobox', { name: 'Language of search' })).toHaveValue('English');
  await page.goto('/search?q=runs');
  await expect(page.getByRole('status').filter({ hasText: '1 result' })).not.toContainText('near');
  await expect(page.locator('mark')).toHaveText('Running');
});
