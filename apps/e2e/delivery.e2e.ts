import { randomUUID } from 'node:crypto';
import { type Actor, type World, expect, expectNoSeriousFaults, test } from './world';

const setHours = (actor: Actor, from: string, to: string) =>
  actor.ask('mutation($i: EditCalendarInput!) { editCalendar(input: $i) { id } }', {
    i: { commandId: randomUUID(), week: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [[from, to]]])) },
  });

/** Off for the next hours, whatever the time is now. */
const asleep = (actor: Actor) => {
  const start = (new Date().getUTCHours() + 10) % 14;
  return setHours(actor, `${String(start).padStart(2, '0')}:30`, `${String(start + 8).padStart(2, '0')}:30`);
};

async function aQuestion(world: World, to: Actor, text: string) {
  const board = await world.board('Quiet', ['Choose a font']);
  const [card] = (await world.snapshot(board.key)).cards;
  await world.owner.ask('mutation($i: PostCommentInput!) { postComment(input: $i) { seq } }', {
    i: {
      ...{ commandId: randomUUID(), id: randomUUID(), taskId: card?.id, kind: 'ask', text },
      ask: { ids: [randomUUID()], personIds: [to.id], pool: false, want: 'answer', blocking: false, ifNoReply: { kind: 'wait' } },
    },
  });
  return board;
}

test('what is sent to somebody who is off is held, and both sides read until when and why', async ({ world }) => {
  const asha = await world.member('Ashanti');
  await asleep(asha);
  const board = await aQuestion(world, asha, 'Inter or Source Sans?');
  const mine = await world.pageFor(world.owner, { timezoneId: 'America/New_York' });
  await mine.goto(`/b/${board.key}/1`);
  await expect(mine.getByText(/Held: outside working hours until .* their time\./)).toBeVisible();
  // The worker has read the log by now: it does so at each commit.
  await expect(async () => {
    await mine.goto('/settings/deliveries');
    await mine.getByText('From me', { exact: true }).click();
    await expect(mine.getByRole('list', { name: 'Deliveries from me' })).toContainText('Ask to Ashanti', { timeout: 2_000 });
  }).toPass();
  await expect(mine.getByRole('listitem').filter({ hasText: 'Ask to Ashanti' })).toContainText(
    /Held: outside working hours until .* their time, .* yours/,
  );
  await expect(mine.getByText(/sent, 0 of them outside working hours/)).toBeVisible();
  await expectNoSeriousFaults(mine);

  const hers = await world.pageFor(asha);
  await hers.goto('/settings/deliveries');
  await expect(hers.getByText('Nothing is due for you now.')).toBeVisible();
  await expect(hers.getByRole('list', { name: 'Deliveries for me' })).toContainText('Held: outside working hours until');
  await expect(hers.getByText('Sent outside working hours')).toHaveCount(0);
});

test('times of delivery and reminders are one’s own, by keyboard, and a board has its ladder', async ({ world }) => {
  const asha = await world.member('Ashwini');
  await setHours(asha, '08:00', '18:00');
  const page = await world.pageFor(asha);
  await page.goto('/settings/rhythm');
  const deliveries = page.getByRole('region', { name: 'Deliveries' });
  await deliveries.getByRole('button', { name: 'Remove delivery 2' }).click();
  await deliveries.getByRole('button', { name: 'Add a delivery' }).press('Enter');
  await deliveries.getByRole('textbox', { name: 'Time of delivery 3' }).fill('99');
  await expect(deliveries.getByText('Write times of delivery like 09:00 and 14:30.')).toBeVisible();
  await deliveries.getByRole('textbox', { name: 'Time of delivery 3' }).fill('11.15');
  await expect(deliveries.getByText(/Next: .* at 08:00, 11:15 and 16:30\.|Next: .*11:15/)).toBeVisible();
  await deliveries.getByRole('button', { name: 'Save' }).click();
  await expect(deliveries.getByText('Saved.')).toBeVisible();

  const reminders = page.getByRole('region', { name: 'Reminders of deadlines' });
  await expect(reminders.getByText('As each board has it.', { exact: false })).toBeVisible();
  await reminders.getByRole('checkbox', { name: '3 days before' }).uncheck();
  await reminders.getByRole('checkbox', { name: 'a week before' }).check();
  await reminders.getByRole('button', { name: 'Save' }).click();
  await expect(reminders.getByText('Saved.')).toBeVisible();
  await page.reload();
  await expect(reminders.getByRole('checkbox', { name: 'a week before' })).toBeChecked();
  await expect(deliveries.getByRole('textbox', { name: 'Time of delivery 3' })).toHaveValue('11:15');
  await expectNoSeriousFaults(page);
  const kept = await asha.ask('{ myReminders }');
  expect(kept).toEqual({ before: [7, 1, 0], overdue: true });

  const board = await world.board('Ladder', ['Write']);
  const owner = await world.pageFor(world.owner);
  await owner.goto(`/b/${board.key}`);
  await owner.getByRole('button', { name: 'Menu of the board' }).click();
  await owner.getByRole('menuitem', { name: 'Board and house rules' }).click();
  await owner.getByText('Reminders of deadlines on this board').click();
  await owner.getByRole('textbox', { name: 'Tell whoever sees to the board after' }).fill('5');
  await owner.getByRole('button', { name: 'Save reminders' }).click();
  await expect(owner.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();
  const ladder = await world.owner.ask('query($b: ID!) { boardReminders(boardId: $b) }', { b: board.id });
  expect(ladder).toEqual({ before: [3, 1, 0], overdue: true, escalateAfter: 5 });
});

test('a server that is killed again and again while it delivers tells everything once', async ({ world }) => {
  test.slow();
  const { server } = world;
  const people = await Promise.all(['Akira', 'Amara', 'Anouk'].map((name) => world.member(name)));
  for (const person of people) await setHours(person, '00:00', '24:00');
  for (const person of people) await aQuestion(world, person, `For ${person.name}?`);
  // It came an hour ago, and every hour of theirs is a working hour: all of it is due.
  const items = () =>
    server.query<{ state: string; messages: string }>(
      `select i.state, (select count(*) from message m where m.person_id = i.person_id) as messages from item i
       where i.person_id = any($1) and i.cause = 'ask'`,
      [people.map(({ id }) => id)],
    );
  await expect(async () => expect(await items()).toHaveLength(3)).toPass();
  for (let i = 0; i < 10; i++) {
    await server.kill();
    // A day passes with every life, so that there is something to deliver in each, and what the dead one held is free.
    const ids = [people.map(({ id }) => id)];
    await server.query(`update item set at = at - interval '1 day' where person_id = any($1)`, ids);
    await server.query(`update message set lease_until = lease_until - interval '1 day' where person_id = any($1)`, ids);
    await server.start();
    await new Promise((later) => setTimeout(later, Math.random() * 300));
  }
  await expect(async () =>
    expect((await items()).map(({ state, messages }) => [state, messages])).toEqual([
      ['sent', '1'],
      ['sent', '1'],
      ['sent', '1'],
    ]),
  ).toPass({ timeout: 90_000 });
  const doubled = await server.query('select person_id, slot from message group by 1, 2 having count(*) > 1');
  expect(doubled).toEqual([]);
});

test('what cannot wait goes to who has duty, and is rated by them', async ({ world }) => {
  const [asha, ben] = [await world.member('Aurelie'), await world.member('Bertram')];
  await asleep(asha);
  await asleep(ben);
  const board = await world.board('Burning', ['The shop']);
  const page = await world.pageFor(world.owner);
  await page.goto(`/b/${board.key}`);
  await page.getByRole('button', { name: 'Menu of the board' }).click();
  await page.getByRole('menuitem', { name: 'Board and house rules' }).click();
  await page.getByRole('combobox', { name: 'Takes what is urgent' }).fill('Bertr');
  await page.getByRole('option', { name: 'Bertram' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(/Urgent this week: Bertram\./)).toBeVisible();

  await page.goto(`/b/${board.key}/1`);
  await page.getByRole('button', { name: 'More for this task' }).click();
  await page.getByRole('menuitem', { name: 'It cannot wait' }).click();
  const form = page.getByRole('dialog', { name: 'It cannot wait' });
  await expect(form.getByRole('combobox', { name: 'Whom' })).toHaveValue('Bertram: has duty');
  await form.getByRole('combobox', { name: 'Whom' }).click();
  await page.getByRole('option', { name: /Aurelie: off until .* their time and cannot be reached/ }).click();
  await form.getByRole('radio', { name: 'Something is broken' }).check();
  await form.getByRole('textbox', { name: 'What is needed now' }).fill('Nobody can pay');
  await form.getByRole('button', { name: 'Send it now' }).click();
  await expect(form.getByRole('alert')).toContainText('Aurelie is off until');
  await expectNoSeriousFaults(page);
  await form.getByRole('combobox', { name: 'Whom' }).click();
  await page.getByRole('option', { name: 'Bertram: has duty' }).click();
  await form.getByRole('button', { name: 'Send it now' }).click();
  await expect(page.getByText('for Bertram, because something is broken: Nobody can pay')).toBeVisible();

  const his = await world.pageFor(ben);
  await his.goto(`/b/${board.key}/1`);
  await his
    .getByRole('group', { name: /^Urgent from/ })
    .getByRole('button', { name: 'It was' })
    .click();
  await expect(his.getByRole('group', { name: /^Urgent from/ })).toHaveCount(0);
  // Nobody waited for the minute to pass: it went out with the commit, though he sleeps.
  await expect(async () => {
    const rows = await world.server.query(`select state from message where person_id = $1 and class = 'urgent'`, [ben.id]);
    expect(rows).toEqual([{ state: 'sent' }]);
  }).toPass();
});
