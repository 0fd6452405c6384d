import { drawn, expect, expectNoSeriousFaults, test } from './world';

test('half a description survives a reload, and is saved with formatting', async ({ world }) => {
  const board = await world.board('Draft', ['write']);
  const page = await world.pageFor(world.owner);
  await page.goto(`/b/${board.key}/1`);
  await page.getByRole('button', { name: 'Write a description' }).click();
  const field = page.getByLabel('Description', { exact: true }).and(page.locator('textarea'));
  await field.fill('Some words');
  await page.reload();
  await expect(page.getByText(/Unsaved text from/)).toBeVisible();
  await page.getByRole('button', { name: 'Go on writing' }).click();
  await expect(field).toHaveValue('Some words');
  await field.press('Control+a');
  await field.press('Control+b');
  await expect(field).toHaveValue('**Some words**');
  await field.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- [ ] first');
  await page.keyboard.press('Enter');
  await page.keyboard.type('second');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('strong')).toHaveText('Some words');
  await page.getByRole('checkbox', { name: 'not done' }).first().click();
  await expect
    .poll(
      async () =>
        (await world.server.query<{ description: string }>('select description from task where board_id = $1', [board.id]))[0]?.description,
    )
    .toBe('**Some words**\n- [x] first\n- [ ] second');
});

test('when two people write the same description, the second one sees both and decides', async ({ world }) => {
  const board = await world.board('Conflict', ['write']);
  const bob = await world.member('Bob');
  const [one, two] = [await world.pageFor(world.owner), await world.pageFor(bob)];
  for (const page of [one, two]) {
    await page.goto(`/b/${board.key}/1`);
    await page.getByRole('button', { name: 'Write a description' }).click();
  }
  const field = (page: typeof one) => page.locator('textarea[aria-label="Description"]');
  await field(one).fill('by Ana');
  await field(two).fill('by Bob');
  await field(one).press('Control+Enter');
  await expect(one.getByText('by Ana')).toBeVisible();
  await field(two).press('Control+Enter');
  await expect(two.getByText(/Ana saved another text/)).toBeVisible();
  await expect(two.getByLabel('Yours, to edit')).toHaveValue('by Bob');
  await expect(two.getByLabel('Theirs')).toHaveValue('by Ana');
  await two.getByRole('button', { name: 'Put theirs below yours' }).click();
  await two.getByRole('button', { name: 'Save yours' }).click();
  await expect(one.getByText('by Bob')).toBeVisible();
});

test('owner, date, labels and steps are set in the panel and show on the card', async ({ world }) => {
  const board = await world.board('Fields', ['write']);
  const page = await world.pageFor(world.owner);
  await page.goto(`/b/${board.key}/1`);
  await page.getByRole('combobox', { name: 'Owner', exact: true }).click();
  await page.getByRole('option', { name: 'Ana (you)' }).click();
  await page.getByRole('button', { name: 'Due', exact: true }).click();
  await page.getByLabel('Due, in words').fill('tomorrow 17:00');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Labels', exact: true }).fill('Urgent letters');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add a checklist' }).click();
  const step = page.getByLabel('New step in Checklist');
  await step.fill('one');
  await step.press('Enter');
  await step.fill('two');
  await step.press('Enter');
  await page.getByRole('checkbox', { name: 'one', exact: true }).click();
  const card = page.locator('[data-task-id][aria-label$=" write"]');
  await expect(card).toContainText('Ana');
  await expect(card).toContainText('finish by tomorrow 17:00');
  await expect(card).toContainText('Urgent letters');
  await expect(card).toContainText('1/2');
  await page.getByRole('button', { name: 'Menu of the step two' }).click();
  await page.getByRole('menuitem', { name: 'Make it a task' }).click();
  await expect.poll(() => world.titlesIn(board.key, 'To do')).toEqual(['write', 'two']);
});

test('steps are put in order by their grip, by their menu, and stay so', async ({ world }) => {
  const board = await world.board('Steps', ['pack']);
  const page = await world.pageFor(world.owner);
  await page.goto(`/b/${board.key}/1`);
  await page.getByRole('button', { name: 'Add a checklist' }).click();
  const field = page.getByRole('textbox', { name: 'New step in Checklist' });
  for (const step of ['tent', 'rope', 'map']) {
    await field.fill(step);
    await field.press('Enter');
    await expect(page.getByRole('button', { name: `Menu of the step ${step}` })).toBeVisible();
  }
  const steps = () =>
    page.getByRole('textbox', { name: 'Step', exact: true }).evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));
  const grips = page.locator('[data-grip]');
  await grips.nth(2).hover();
  const [from, to] = [await grips.nth(2).boundingBox(), await grips.nth(0).boundingBox()];
  if (!from || !to) throw new Error('a step is missing');
  await page.mouse.move(from.x + 6, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 6, from.y, { steps: 3 });
  await page.mouse.move(to.x + 6, to.y + 4, { steps: 12 });
  await drawn(page);
  await page.mouse.up();
  await expect.poll(steps).toEqual(['map', 'tent', 'rope']);
  await page.getByRole('button', { name: 'Menu of the step rope' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Move up' }).press('Enter');
  await expect.poll(steps).toEqual(['map', 'rope', 'tent']);
  await expectNoSeriousFaults(page);
  await page.reload();
  await expect.poll(steps).toEqual(['map', 'rope', 'tent']);
});

test('a task goes to the trash and comes back, and its old address follows it to another board', async ({ world }) => {
  const board = await world.board('Away', ['write', 'review']);
  const other = await world.board('Elsewhere');
  const page = await world.pageFor(world.owner);
  await page.goto(`/b/${board.key}/1`);
  await page.getByRole('button', { name: 'More for this task' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect.poll(() => world.titlesIn(board.key, 'To do')).toEqual(['review']);
  await page.getByRole('button', { name: 'Menu of the board' }).click();
  await page.getByRole('menuitem', { name: 'Trash' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Bring back' }).click();
  await expect.poll(() => world.titlesIn(board.key, 'To do')).toEqual(['write', 'review']);

  await page.goto(`/b/${board.key}/2`);
  await page.getByRole('button', { name: 'More for this task' }).click();
  await page.getByRole('menuitem', { name: 'Move to another board' }).click();
  await page.getByRole('combobox', { name: 'Board', exact: true }).click();
  await page.getByRole('option', { name: 'Elsewhere' }).click();
  await expect(page.getByRole('combobox', { name: 'Column', exact: true }).last()).toHaveValue('To do');
  await page.getByRole('button', { name: 'Move the task' }).click();
  await expect.poll(() => world.titlesIn(other.key, 'To do')).toEqual(['review']);
  await page.goto(`/t/${board.key}-2`);
  await expect(page).toHaveURL(new RegExp(`/b/${other.key}/1$`));
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('review');
});

test('a draft that was begun before somebody else saved still shows both texts, after a reload too', async ({ world }) => {
  const board = await world.board('Stale', ['write']);
  const bob = await world.member('Bob');
  const page = await world.pageFor(bob);
  await page.goto(`/b/${board.key}/1`);
  await page.getByRole('button', { name: 'Write a description' }).click();
  await page.locator('textarea[aria-label="Description"]').fill('by Bob');
  await page.reload();
  await expect(page.getByText(/Unsaved text from/)).toBeVisible();
  const [task] = await world.server.query<{ id: string }>('select id from task where board_id = $1', [board.id]);
  await world.owner.ask('mutation($i: EditDescriptionInput!) { editDescription(input: $i) { seq } }', {
    i: { commandId: crypto.randomUUID(), taskId: task?.id, text: '- [ ] by Ana', baseVersion: 0 },
  });
  await expect(page.getByText('by Ana')).toBeVisible();
  await page.getByRole('checkbox', { name: 'not done' }).click();
  await expect(page.getByRole('checkbox', { name: 'done', exact: true })).toBeChecked();
  await page.getByRole('button', { name: 'Go on writing' }).click();
  await page.locator('textarea[aria-label="Description"]').press('Control+Enter');
  await expect(page.getByLabel('Yours, to edit')).toHaveValue('by Bob');
  await expect(page.getByLabel('Theirs')).toHaveValue('- [x] by Ana');
});
