import { clockTest, expect, expectNoSeriousFaults } from './world';
import { deeds, threeDays } from './today.scene';

const lisbon = { timezoneId: 'Europe/Lisbon' };
const friday = '2026-11-27T09:30:00Z';

clockTest('three days off and back: everything owed is told, dealt with by keyboard, and it ends', async ({ world }) => {
  const { mia, ben, does } = await threeDays(world);
  await world.setClock(friday);
  const page = await world.pageFor(mia, lisbon);
  await page.clock.setFixedTime(new Date(friday));
  // The home page leads there by itself.
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Catch up' })).toBeVisible();
  await expect(page.getByText('3 working days, 12 events, 8 lines for you, about 3 min')).toBeVisible();
  await expectNoSeriousFaults(page);
  const lines = page.getByRole('main').locator('[data-row]');
  await expect(lines).toHaveCount(8);
  await expect(page.getByRole('region', { name: 'Your move' }).locator('[data-row]')).toHaveCount(4);
  await expect(page.getByRole('region', { name: 'Changed commitments' })).toContainText('The mill is closed this week');
  await expect(page.getByRole('region', { name: 'Answers to your asks' })).toContainText('They do, twice a day, from pier 3.');
  await expect(page.getByText('One other task had activity. Nothing there needs you.')).toBeVisible();

  // Answered in place.
  await page.keyboard.press('j');
  await expect(lines.first()).toBeFocused();
  await page.keyboard.press('r');
  await page.getByRole('textbox', { name: 'Your answer' }).fill('The bridge at dawn.');
  await page.keyboard.press('Control+Enter');
  await expect(lines).toHaveCount(7);
  const asked = () =>
    world.server.query<{ closed: { text: string } | null }>(`select closed from ask where closed ->> 'text' = 'The bridge at dawn.'`);
  await expect.poll(async () => (await asked()).length).toBe(1);

  // Set aside, done with, and taken back, each with one key.
  await lines.first().focus();
  await page.keyboard.press('s');
  await expect(lines).toHaveCount(6);
  await page.keyboard.press('e');
  await expect(lines).toHaveCount(5);
  await page.keyboard.press('u');
  await expect(lines).toHaveCount(6);
  await page.keyboard.press('u');
  await expect(lines).toHaveCount(7);
  // The answer too: nobody has read it yet.
  await page.keyboard.press('u');
  await expect(lines).toHaveCount(8);
  await expect.poll(async () => (await asked()).length).toBe(0);

  for (let left = 8; left > 0; left--) {
    await expect(lines).toHaveCount(left);
    await lines.first().focus();
    await page.keyboard.press(left === 8 ? 's' : 'e');
  }
  await expect(page.getByText('That is everything.')).toBeVisible();
  await expect(page.getByText('Next delivery today 13:00.')).toBeVisible();
  await expectNoSeriousFaults(page);
  await page.getByRole('main').getByRole('button', { name: 'Caught up to here' }).last().click();
  await expect(page.getByText('You have seen everything.')).toBeVisible();
  await page.keyboard.press('u');
  await expect(page.getByText(/12 events/)).toBeVisible();
  await page.getByRole('button', { name: 'Caught up to here' }).first().click();
  await expect(page.getByText('You have seen everything.')).toBeVisible();

  // What is owed is still there, and what was set aside lies on its pile.
  await page.getByRole('link', { name: 'To Today' }).click();
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Set aside' })).toContainText('Choose the cover photo');
  await expect(page.getByRole('region', { name: 'Your move' }).locator('[data-row]')).toHaveCount(4);
  // What happens next is told the next time, and only that.
  await does.say(ben, 'Order the paper', '', { kind: 'update', headline: 'Ordered', health: 'on track' });
  await page.goto('/catch-up');
  await expect(page.getByText(/^since .*, 1 event, 1 line for you/)).toBeVisible();
  // Nobody is led away from a page that they asked for, and not twice in a visit.
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
});

clockTest('a day is worked through from Today: an answer, a finished task, something for later, and nothing is left', async ({ world }) => {
  const ben = await world.member('Ben', 'member', 'Europe/Lisbon');
  const board = await world.board('Guide', ['Write', 'Draw', 'Print']);
  const does = deeds(world, board.key);
  await does.edit(ben, 'Write', { ownerId: ben.id, dueOn: '2026-11-25' });
  await does.move(ben, 'Write', board.columns['Doing']);
  await does.ask(world.owner, ben, 'Draw', 'Is the map right?');
  const asked = await does.ask(world.owner, ben, 'Print', 'Please read this.', { want: 'acknowledgement' });
  await world.setClock('2026-11-23T13:30:00Z');
  const page = await world.pageFor(ben, lisbon);
  await page.clock.setFixedTime(new Date('2026-11-23T13:30:00Z'));
  await page.goto('/');
  const moves = page.getByRole('region', { name: 'Your move' }).locator('[data-row]');
  await expect(moves).toHaveCount(3);
  await expect(page.getByText('Mon 23 Nov · 3 things for you')).toBeVisible();
  await expect(page.getByText('Off at 17:00')).toBeVisible();
  await expectNoSeriousFaults(page);

  // One key each: done with an acknowledgement, done with a task.
  await moves.filter({ hasText: 'Please read this' }).focus();
  await page.keyboard.press('e');
  await expect(moves).toHaveCount(2);
  const [answer] = await world.server.query<{ ack: string }>(`select closed ->> 'ack' as ack from ask where id = $1`, [asked]);
  expect(answer?.ack).toBe('done');
  await moves.filter({ hasText: 'Finish Write' }).focus();
  await page.keyboard.press('e');
  await expect(moves).toHaveCount(1);
  await expect.poll(() => world.titlesIn(board.key, 'Done')).toEqual(['Write']);
  await page.keyboard.press('u');
  await expect(moves).toHaveCount(2);
  await expect.poll(() => world.titlesIn(board.key, 'Done')).toEqual([]);
  await moves.filter({ hasText: 'Finish Write' }).focus();
  await page.keyboard.press('e');
  await expect(moves).toHaveCount(1);

  // Put off until tomorrow in the own list; the asker's time stays.
  const before = await world.server.query('select respond_by from ask order by id');
  await moves.first().focus();
  await page.keyboard.press('l');
  await expectNoSeriousFaults(page);
  await page.getByRole('button', { name: 'Tomorrow' }).click();
  await expect(page.getByText('Nothing needs you until tomorrow.')).toBeVisible();
  expect(await world.server.query('select respond_by from ask order by id')).toEqual(before);
  await expectNoSeriousFaults(page);
  await page.getByText('1 put off').click();
  await expect(page.getByText('back tomorrow', { exact: true })).toBeVisible();
  await page.keyboard.press('u');
  await expect(moves).toHaveCount(1);

  // What is sent in the evening is not counted before the morning, and is there for somebody who looks.
  await world.setClock('2026-11-23T18:00:00Z');
  await does.ask(world.owner, ben, 'Print', 'One more thing?');
  await page.clock.setFixedTime(new Date('2026-11-23T18:00:00Z'));
  await page.reload();
  await expect(page.getByText('Mon 23 Nov · one thing for you')).toBeVisible();
  await expect(page.getByText('You are off until tomorrow 09:00. All of this can wait.')).toBeVisible();
  await page.getByText('One more is on its way').click();
  await expect(page.getByText('arrives tomorrow 09:00')).toBeVisible();
  await world.setClock('2026-11-24T09:30:00Z');
  await page.clock.setFixedTime(new Date('2026-11-24T09:30:00Z'));
  await page.reload();
  await expect(page.getByText('Tue 24 Nov · 2 things for you')).toBeVisible();
});

clockTest('a newcomer reads what happened in the last 30 days, and begins with nothing owed', async ({ world }) => {
  await threeDays(world);
  await world.setClock(friday);
  const nora = await world.member('Nora', 'member', 'Europe/Lisbon');
  const page = await world.pageFor(nora, lisbon);
  await page.clock.setFixedTime(new Date(friday));
  await page.goto('/');
  await expect(page.getByText('Nothing needs you.')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Walking guide' }).click();
  await expect(page.getByRole('heading', { name: 'What happened on Walking guide' })).toBeVisible();
  await expect(page.getByText(/^Since Wed 28 Oct, \d+ events$/)).toBeVisible();
  const ended = page.getByRole('region', { name: 'Owners, dates and what was finished' });
  await expect(ended).toContainText('Ben finished it');
  await expect(page.getByRole('region', { name: 'Updates' })).toContainText('Three offers are here, the cheapest is from Porto');
  await expectNoSeriousFaults(page);
  await page.getByText('7 days').click();
  await expect(page.getByText(/^Since Fri 20 Nov/)).toBeVisible();
  await page.goto('/b/WAL/story?since=2026-11-26');
  await expect(ended).toContainText('Ben finished it');
  await expect(ended).not.toContainText('The mill is closed this week');
  await ended.locator('[data-row]').first().focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/b\/WAL\/\d+$/);
});

for (const look of [
  { name: 'a phone', width: 320, height: 640 },
  { name: 'the dark', colorScheme: 'dark' as const },
])
  clockTest(`Today and Catch-up have no serious fault on ${look.name}`, async ({ world }) => {
    const { mia } = await threeDays(world);
    await world.setClock(friday);
    const { name: _, ...options } = look;
    const page = await world.pageFor(mia, { ...options, ...lisbon });
    await page.clock.setFixedTime(new Date(friday));
    for (const path of ['/catch-up', '/', '/b/WAL/story']) {
      await page.goto(path);
      await expect(page.locator('[data-row]').first()).toBeVisible();
      await expectNoSeriousFaults(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    }
  });

clockTest('what did not move is looked through once a week: kept, dropped, given another day, and taken back', async ({ world }) => {
  const board = await world.board('Guide', ['Write', 'Draw', 'Print', 'Fold']);
  const does = deeds(world, board.key);
  for (const title of ['Write', 'Draw', 'Print', 'Fold']) {
    await does.edit(world.owner, title, { ownerId: world.owner.id, dueOn: '2027-02-01' });
    await does.move(world.owner, title, board.columns['Doing']);
  }
  const tuesday = '2026-12-01T10:00:00Z';
  await world.setClock(tuesday);
  const page = await world.pageFor(world.owner, lisbon);
  await page.clock.setFixedTime(new Date(tuesday));
  await page.goto('/');
  const line = page.getByRole('main').locator('[data-row]').filter({ hasText: '4 tasks have not moved for 5 working days' });
  await expect(line).toContainText('by Fri 17:00');
  await line.getByRole('button', { name: 'Look through', exact: true }).click();
  const rows = page.getByRole('main').locator('[data-row]');
  await expect(rows).toHaveCount(4);
  await expectNoSeriousFaults(page);
  await rows.filter({ hasText: 'Write' }).focus();
  await page.keyboard.press('e');
  await expect(rows).toHaveCount(3);
  // A board without a column for what is dropped archives it.
  await rows.filter({ hasText: 'Draw' }).focus();
  await page.keyboard.press('d');
  await expect(rows).toHaveCount(2);
  await page.keyboard.press('u');
  await expect(rows).toHaveCount(3);
  await page.keyboard.press('u');
  await expect(rows).toHaveCount(4);
  // In bulk.
  await page.getByRole('checkbox', { name: 'Choose all' }).check();
  await page.getByRole('checkbox', { name: /Choose .* Fold/ }).uncheck();
  await expect(page.getByText('3 chosen')).toBeVisible();
  await page.getByRole('button', { name: 'Another day' }).click();
  await page.getByLabel('Another day, in words').fill('20 jan');
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(1);
  const due = (await world.snapshot(board.key)).cards.map(({ title, dueOn }) => `${title} ${dueOn}`).sort();
  expect(due).toEqual(['Draw 2027-01-20', 'Fold 2027-02-01', 'Print 2027-01-20', 'Write 2027-01-20']);
  await rows.first().focus();
  await page.keyboard.press('x');
  await page.getByRole('button', { name: 'Keep' }).click();
  await expect(page.getByText('Everything moves.')).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  await expect(line).toBeHidden();
});

clockTest('a status update is drafted from the log, made one’s own, and acknowledged in the catch-up', async ({ world }) => {
  const { mia, ben, board } = await threeDays(world);
  await world.setClock(friday);
  const page = await world.pageFor(ben, lisbon);
  await page.clock.setFixedTime(new Date(friday));
  await page.goto(`/b/${board.key}/status`);
  await expect(page.getByText('Nobody has told yet how this stands.')).toBeVisible();
  await page.getByRole('button', { name: 'New status update' }).click();
  const form = page.getByRole('form', { name: 'Status update' });
  await expect(form.getByRole('textbox', { name: 'In one line' })).toHaveValue('1 done, 1 later than planned, 3 begun');
  await expect(form.getByRole('textbox', { name: 'What there is to say' })).toHaveValue(
    /Order the paper: Tue 8 Dec instead of Wed 2 Dec \(The mill is closed this week\)/,
  );
  await expectNoSeriousFaults(page);
  await form.getByRole('textbox', { name: 'In one line' }).fill('On the way, the paper comes a week later');
  // What was typed outlives a reload.
  await page.reload();
  await page.getByRole('button', { name: 'New status update' }).click();
  await expect(form.getByRole('textbox', { name: 'In one line' })).toHaveValue('On the way, the paper comes a week later');
  await form.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Still waiting for Ana and Mia.')).toBeVisible();

  const hers = await world.pageFor(mia, lisbon);
  await hers.clock.setFixedTime(new Date(friday));
  await hers.goto('/catch-up');
  const line = hers.getByRole('region', { name: 'Updates' }).locator('[data-row]').filter({ hasText: 'the paper comes a week later' });
  await line.focus();
  await hers.keyboard.press('r');
  await expect(hers.getByRole('article')).toContainText('Still waiting for Ana and you.');
  await hers.getByRole('article').getByRole('button', { name: 'Agree' }).click();
  await expect(page.getByText('Still waiting for Ana.')).toBeVisible();
  await expect(page.getByText('Agreed by Mia.')).toBeVisible();
  await hers.goto(`/b/${board.key}`);
  await expect(hers.getByRole('link', { name: /at risk On the way, the paper comes a week later/ })).toBeVisible();
  await expectNoSeriousFaults(hers);
});

clockTest('somebody goes away for a week: handed over, asked for another day, left as it is; whoever covers answers', async ({ world }) => {
  const [asha, ben] = [await world.member('Asha', 'member', 'Europe/Lisbon'), await world.member('Ben', 'member', 'Europe/Lisbon')];
  const board = await world.board('Guide', ['Print the cards', 'Write the foreword', 'Choose the paper', 'Pay the invoice']);
  const does = deeds(world, board.key);
  await does.edit(world.owner, 'Print the cards', { ownerId: asha.id, dueOn: '2026-12-01' });
  await does.edit(world.owner, 'Write the foreword', { ownerId: asha.id, dueOn: '2026-12-02' });
  await does.edit(world.owner, 'Pay the invoice', { ownerId: asha.id, dueOn: '2026-12-03' });
  const page = await world.pageFor(asha, lisbon);
  await page.clock.setFixedTime(new Date('2026-11-23T09:30:00Z'));
  await page.goto('/settings/rhythm');
  const off = page.getByRole('form', { name: 'Add time off' });
  await off.getByLabel('First day off').fill('2026-11-30');
  await off.getByLabel('Last day off').fill('2026-12-04');
  await off.getByLabel('Who covers').click();
  await page.getByRole('option', { name: 'Ben' }).click();
  await expect(off.getByRole('checkbox', { name: 'Asks' })).toBeChecked();
  await off.getByRole('button', { name: 'Add time off' }).click();

  // Saving leads to what falls into it.
  await expect(page.getByRole('heading', { name: 'Before you go' })).toBeVisible();
  await expect(page.getByText('Mon 30 Nov to Fri 4 Dec, Ben covers')).toBeVisible();
  const lines = page.getByRole('main').locator('[data-row]');
  await expect(lines).toHaveCount(3);
  await expectNoSeriousFaults(page);
  await lines.filter({ hasText: 'Print the cards' }).focus();
  await page.keyboard.press('d');
  const form = page.getByRole('dialog', { name: /^Hand over/ });
  await expect(form.getByRole('combobox', { name: 'Who takes it over' })).toHaveValue('Ben');
  await expect(form.getByRole('button', { name: 'Comes back to me on: Mon 7 Dec' })).toBeVisible();
  await form.getByRole('textbox', { name: 'Where it stands' }).fill('The proofs are approved.');
  await form.getByRole('button', { name: 'Offer it to Ben' }).click();
  await expect(lines.filter({ hasText: 'Print the cards' })).toContainText('Offered to Ben');
  await lines.filter({ hasText: 'Write the foreword' }).focus();
  await page.keyboard.press('r');
  await page.getByRole('button', { name: 'What you can do instead' }).click();
  await page.getByLabel('What you can do instead, in words').fill('10 dec');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Ask Ana' }).click();
  await expect(lines.filter({ hasText: 'Write the foreword' })).toContainText('Asked Ana for more time');
  await lines.filter({ hasText: 'Pay the invoice' }).focus();
  await page.keyboard.press('e');
  await expect(page.getByText('All of it is settled.')).toBeVisible();
  await expect(page.getByText('Nothing reaches you until you are back, Mon 7 Dec. Check-ins do not ask.')).toBeVisible();
  await expectNoSeriousFaults(page);
  await page.keyboard.press('u');
  await expect(page.getByText('All of it is settled.')).toBeHidden();
  await page.keyboard.press('j');
  await lines.filter({ hasText: 'Pay the invoice' }).focus();
  await page.keyboard.press('e');
  await expect(page.getByText('All of it is settled.')).toBeVisible();

  // Whoever asked for it is told; the question that comes meanwhile is answered by Ben, for Asha.
  const hers = await world.pageFor(world.owner, lisbon);
  await hers.clock.setFixedTime(new Date('2026-11-23T09:30:00Z'));
  await hers.goto('/catch-up');
  await expect(hers.getByRole('region', { name: 'Changed commitments' })).toContainText(
    "Its deadline falls into Asha's time off, until Mon 7 Dec 09:00",
  );
  await world.setClock('2026-11-30T09:30:00Z');
  await does.ask(world.owner, asha, 'Choose the paper', 'Which of the two?');
  await world.setClock('2026-12-01T10:00:00Z');
  const his = await world.pageFor(ben, lisbon);
  await his.clock.setFixedTime(new Date('2026-12-01T10:00:00Z'));
  await his.goto('/');
  const asked = his
    .getByRole('region', { name: 'Your move' })
    .locator('[data-row]')
    .filter({ hasText: 'Ana asks Asha, whom you cover for' });
  await asked.focus();
  await his.keyboard.press('r');
  await his.getByRole('textbox', { name: 'Your answer' }).fill('The thicker one.');
  await his.keyboard.press('Control+Enter');
  await expect(asked).toBeHidden();
  const [answer] = await world.server.query<{ by: string }>(`select closed ->> 'byId' as by from ask where closed is not null`);
  expect(answer?.by).toBe(ben.id);
});

clockTest('somebody who is ill says so with one tap, and what is due today is not late', async ({ world }) => {
  const board = await world.board('Guide', ['Print']);
  const does = deeds(world, board.key);
  await does.edit(world.owner, 'Print', { ownerId: world.owner.id, dueOn: '2026-11-23' });
  await does.move(world.owner, 'Print', board.columns['Doing']);
  await world.setClock('2026-11-23T18:00:00Z');
  const page = await world.pageFor(world.owner, lisbon);
  await page.clock.setFixedTime(new Date('2026-11-23T18:00:00Z'));
  await page.goto('/');
  const when = page.getByRole('main').locator('[data-row]').filter({ hasText: 'Finish Print' }).locator('time');
  await expect(when).toHaveAttribute('data-late', 'true');
  await page.getByRole('button', { name: 'Away today' }).click();
  await expect(page.getByRole('heading', { name: 'Before you go' })).toBeVisible();
  await page.goto('/');
  await expect(when).toHaveAttribute('data-late', 'false');
  await expect(page.getByRole('button', { name: 'Away today' })).toBeHidden();
});
