import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { type Actor, drawn, expect, expectNoSeriousFaults, test, type World } from './world';

const card = (page: Page, title: string) => page.locator(`[data-task-id][aria-label$=" ${title}"]`);
const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
/** "Fri 4 Dec", without any relative word and without the code under test. */
function said(at: number, timeZone: string): string {
  const yearOf = (instant: number) => new Intl.DateTimeFormat('en-GB', { year: 'numeric', timeZone }).format(instant);
  const year = yearOf(at) === yearOf(Date.now()) ? {} : { year: 'numeric' as const };
  return new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone, ...year })
    .format(at)
    .replace(',', '');
}
const clock = (at: number, timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(at);
const everyDay = (from: string, to: string) => Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((d) => [d, [[from, to]]]));

const edit = (world: World, who: Actor, taskId: string, fields: Record<string, unknown>) =>
  who.ask('mutation($i: EditTasksInput!) { editTasks(input: $i) { seq } }', {
    i: { commandId: randomUUID(), taskIds: [taskId], ...fields },
  });
const hours = (who: Actor, zone: string, week: unknown) =>
  who.ask('mutation($i: EditCalendarInput!) { editCalendar(input: $i) { id } }', {
    i: {
      commandId: randomUUID(),
      week,
      zones: [
        { from: '1970-01-01', zone: 'Asia/Kolkata' },
        { from: dayFromNow(-1), zone },
      ],
    },
  });
async function taskOn(world: World, key: string, title: string): Promise<string> {
  const found = (await world.snapshot(key)).cards.find((c) => c.title === title);
  if (!found) throw new Error(`${title} is not on the board`);
  return found.id;
}

test('one deadline reads as the same promise in three zones, both dates shown where they differ', async ({ world }) => {
  const board = await world.board('Zones', ['ship']);
  // Seventeen o'clock in New York, far enough away for no relative word: the server stands in yet another zone.
  const on = dayFromNow(12);
  const id = await taskOn(world, board.key, 'ship');
  await edit(world, world.owner, id, { dueOn: on, dueTime: '17:00', dueZone: 'America/New_York', ownerId: world.owner.id });
  const [task] = await world.server.query<{ due_at: Date }>('select due_at from task where id = $1', [id]);
  const at = task?.due_at.getTime() ?? 0;
  expect(clock(at, 'America/New_York')).toBe('17:00');
  for (const timezoneId of ['America/New_York', 'Asia/Kolkata', 'Pacific/Auckland']) {
    const page = await world.pageFor(world.owner, { timezoneId });
    await page.goto(`/b/${board.key}/1`);
    const here = `${said(at, timezoneId)} ${clock(at, timezoneId)}`;
    const both =
      timezoneId === 'America/New_York'
        ? here
        : `${here} (${said(at, timezoneId) === said(at, 'America/New_York') ? '' : `${said(at, 'America/New_York')} `}17:00 New York)`;
    await expect(page.getByRole('button', { name: `Due: ${both}`, exact: true })).toBeVisible();
    await expect(card(page, 'ship')).toContainText(timezoneId === 'America/New_York' ? here : both);
  }
});

test('a week is planned between Kolkata and New York, by keyboard, with each one’s hours in sight', async ({ world }) => {
  const [meera, noah] = [await world.member('Meera'), await world.member('Noah')];
  await hours(meera, 'Asia/Kolkata', everyDay('10:00', '18:00'));
  await hours(noah, 'America/New_York', everyDay('09:00', '17:00'));
  const board = await world.board('Week', ['draft the brief']);
  const page = await world.pageFor(noah, { timezoneId: 'America/New_York' });
  await page.goto(`/b/${board.key}`);
  await card(page, 'draft the brief').focus();
  await page.keyboard.press('o');
  await expect(page.getByRole('combobox', { name: 'Owner', exact: true })).toBeFocused();
  await page.keyboard.type('Meera');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(card(page, 'draft the brief')).toContainText('Meera · no deadline');
  await page.keyboard.press('Escape');
  await card(page, 'draft the brief').focus();
  await page.keyboard.press('d');
  await page.getByLabel('Due, in words').fill('in 3 working days');
  await page.getByRole('combobox', { name: 'Time zone' }).click();
  await page.getByRole('option', { name: 'Kolkata', exact: true }).click();
  await page.getByLabel('Due, in words').fill('in 3 working days 23:00');
  // Eleven at night is outside of the hours of Meera, who stops at six.
  await expect(page.getByText(/Outside the hours of Meera, working on it until .* 18:00/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(card(page, 'draft the brief')).toContainText('Meera · finish by');
  const due = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Kolkata' }).format(Date.now() + 3 * 86_400_000);
  await expect.poll(async () => (await world.snapshot(board.key)).cards[0]?.dueOn).toBe(due);

  await page.goto('/people');
  await expect(page.getByRole('listitem').filter({ hasText: 'Meera' })).toContainText('in Kolkata');
  await expectNoSeriousFaults(page);
  await page.getByRole('combobox', { name: 'People' }).click();
  await page.getByRole('option', { name: 'Meera' }).click();
  await page.keyboard.press('Escape');
  // 10:00 to 18:00 in Kolkata ends before 09:00 in New York, winter and summer.
  await expect(page.getByText('Nobody shares working hours in the next five days.')).toBeVisible();
});

test('somebody goes on leave, and whoever assigns them sees it before it is saved', async ({ world }) => {
  const [asha, ben] = [await world.member('Asha'), await world.member('Ben')];
  const page = await world.pageFor(asha, { timezoneId: 'Asia/Kolkata' });
  await page.goto('/settings/rhythm');
  await expectNoSeriousFaults(page);
  const off = page.getByRole('form', { name: 'Add time off' });
  await off.getByLabel('First day off').fill(dayFromNow(-1));
  await off.getByLabel('Last day off').fill(dayFromNow(6));
  await off.getByLabel('Who covers').click();
  await page.getByRole('option', { name: 'Ben' }).click();
  await off.getByLabel('Note for others').fill('No phone there');
  await off.getByRole('button', { name: 'Add time off' }).click();
  await expect(page.getByText(/Ben covers/).first()).toBeVisible();

  const board = await world.board('Leave', ['review']);
  const assigner = await world.pageFor(world.owner);
  await assigner.goto(`/b/${board.key}/1`);
  await assigner.getByRole('combobox', { name: 'Owner', exact: true }).click();
  await expect(assigner.getByRole('option', { name: /Asha/ })).toContainText(/away until .*, Ben covers/);
  await assigner.getByRole('option', { name: /Asha/ }).click();
  await expect(assigner.getByRole('group', { name: 'Asha is away' })).toContainText('No phone there');
  expect((await world.snapshot(board.key)).cards[0]?.ownerId).toBeNull();
  await assigner.getByRole('button', { name: 'Ask Ben' }).click();
  await expect.poll(async () => (await world.snapshot(board.key)).cards[0]?.ownerId).toBe(ben.id);
  await expect(assigner.getByText(/Away this week: .*Asha/)).toBeVisible();
});

test('a deadline that is close moves with a reason, in the panel and in the calendar', async ({ world }) => {
  const board = await world.board('Late', ['print']);
  const id = await taskOn(world, board.key, 'print');
  await edit(world, world.owner, id, { ownerId: world.owner.id, dueOn: dayFromNow(1) });
  const page = await world.pageFor(world.owner);
  await page.goto(`/b/${board.key}/1`);
  await page.getByRole('button', { name: /^Due:/ }).click();
  await page.getByLabel('Due, in words').fill('in 8 days');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('say why it moves');
  await page.getByLabel('Why it moves').fill('The paper is late');
  await page.keyboard.press('Enter');
  await expect(page.getByText('moved once, +7 days')).toBeVisible();
  await page.getByText('History of the deadline').click();
  await expect(page.getByText('“The paper is late”').first()).toBeVisible();

  await edit(world, world.owner, id, { dueOn: dayFromNow(1), why: 'back' });
  await page.goto(`/b/${board.key}?view=calendar`);
  await page.getByRole('radiogroup', { name: 'Month or week' }).getByText('Week').click();
  const chip = page.locator(`[data-task-id="${id}"]`);
  await chip.focus();
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByLabel('Why it moves').fill('Again the paper');
  await page.getByRole('button', { name: 'Move it' }).click();
  await expect.poll(async () => (await world.snapshot(board.key)).cards[0]?.dueOn).toBe(dayFromNow(8));
  await expectNoSeriousFaults(page);

  // Far away now: dragged by the mouse, without a question.
  await page.getByRole('radiogroup', { name: 'Month or week' }).getByText('Month').click();
  await expect.poll(() => page.locator('[data-day]').count()).toBeGreaterThan(27);
  const month = new Date(`${dayFromNow(8)}T12:00:00Z`).getUTCMonth();
  const shown = new Date().getUTCMonth();
  if (month !== shown && !(await chip.isVisible())) await page.getByRole('button', { name: 'Next month' }).click();
  // Away from the edge, where a drag scrolls the page on.
  await chip.evaluate((el) => el.scrollIntoView({ block: 'center' }));
  const from = await chip.boundingBox();
  const target = page.locator(`[data-day="${dayFromNow(9)}"]`);
  if (from && (await target.isVisible())) {
    const to = await target.boundingBox();
    await page.mouse.move(from.x + 20, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(from.x + 40, from.y + 12, { steps: 3 });
    await page.mouse.move((to?.x ?? 0) + 30, (to?.y ?? 0) + 60, { steps: 10 });
    await drawn(page);
    await page.mouse.up();
    await expect.poll(async () => (await world.snapshot(board.key)).cards[0]?.dueOn).toBe(dayFromNow(9));
  }
});

test('the owner counters a deadline in one click, and whoever set it agrees', async ({ world }) => {
  const ben = await world.member('Liv');
  const board = await world.board('Counter', ['translate']);
  await edit(world, world.owner, await taskOn(world, board.key, 'translate'), { ownerId: ben.id, dueOn: dayFromNow(6) });
  const [owner, asker] = [await world.pageFor(ben), await world.pageFor(world.owner)];
  await owner.goto(`/b/${board.key}/1`);
  await owner.getByRole('button', { name: 'I can do another day' }).click();
  await owner.getByLabel('What you can do instead, in words').fill('in 10 days');
  await owner.getByLabel('Why', { exact: true }).fill('The fair comes first');
  await owner.getByRole('button', { name: 'Propose', exact: true }).click();
  await expect(owner.getByText(/You can do .*: The fair comes first/)).toBeVisible();

  await asker.goto('/my-work');
  await expect(asker.getByRole('region', { name: 'Answers that are wanted' })).toContainText('The fair comes first');
  await expectNoSeriousFaults(asker);
  await asker.getByRole('link', { name: /translate/ }).click();
  await asker.getByRole('button', { name: 'Agree' }).click();
  await expect.poll(async () => (await world.snapshot(board.key)).cards[0]?.dueOn).toBe(dayFromNow(10));
  await expect(owner.getByText('moved once, +4 days')).toBeVisible();
});

test('work that came without owner or deadline is set in one go', async ({ world }) => {
  const board = await world.board('Triage', ['one', 'two', 'three']);
  await world.owner.ask('mutation($i: EditColumnInput!) { editColumn(input: $i) { seq } }', {
    i: { commandId: randomUUID(), columnId: board.columns['To do'], class: 'active' },
  });
  const page = await world.pageFor(world.owner);
  await page.goto(`/b/${board.key}`);
  await expect(page.getByText('3 tasks have no owner or no deadline.')).toBeVisible();
  await page.getByRole('button', { name: 'Set them' }).click();
  await page.getByRole('dialog').getByRole('checkbox', { name: /two/ }).uncheck();
  await page.getByRole('dialog').getByRole('combobox', { name: 'Owner' }).click();
  await page.getByRole('option', { name: 'Ana' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Deadline' }).fill('in 2 weeks');
  await page.getByRole('button', { name: 'Set on 2 tasks' }).click();
  await expect.poll(async () => (await world.snapshot(board.key)).cards.filter((c) => c.dueOn === dayFromNow(14)).length).toBe(2);
  await expectNoSeriousFaults(page);
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText('1 task has no owner or no deadline.')).toBeVisible();
});

test('every view of a board has no serious fault, wide, dark and on the smallest phone', async ({ world }) => {
  const ben = await world.member('Tom');
  const board = await world.board('Views', ['one', 'two']);
  const [one, two] = [await taskOn(world, board.key, 'one'), await taskOn(world, board.key, 'two')];
  await edit(world, world.owner, one, { ownerId: ben.id, dueOn: dayFromNow(3), startOn: dayFromNow(0) });
  await edit(world, world.owner, two, { ownerId: world.owner.id, dueOn: dayFromNow(9), addBlockerIds: [one] });
  for (const look of [{}, { colorScheme: 'dark' as const }, { width: 320, height: 640 }]) {
    const page = await world.pageFor(world.owner, look);
    for (const view of ['move', 'deadline', 'calendar', 'timeline']) {
      await page.goto(`/b/${board.key}?view=${view}`);
      await expect(page.locator(`[data-task-id="${one}"]`).first()).toBeVisible();
      await expectNoSeriousFaults(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    }
    for (const path of [
      '/people',
      '/my-work',
      '/timeline',
      '/timeline?view=calendar',
      '/settings/rhythm',
      '/settings/calendars',
      '/settings/rules',
    ]) {
      await page.goto(path);
      await expect(page.locator('h1').first()).toBeVisible();
      await page.waitForTimeout(300);
      if (path.startsWith('/timeline')) await expect(page.locator(`[data-task-id="${one}"]`).first()).toBeVisible();
      await expectNoSeriousFaults(page);
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)]).toEqual([path, true]);
    }
  }
});

test('hours are asked at the first sign-in, and a traveller is asked once, in the second session', async ({ world }) => {
  const ben = await world.member('Ravi');
  await world.server.query('update person set calendar = null, calendar_confirmed_at = null where id = $1', [ben.id]);
  const page = await world.pageFor(ben, { timezoneId: 'Asia/Kolkata' });
  await page.goto('/my-work');
  const line = page.getByRole('complementary', { name: 'Your hours' });
  await expect(line).toContainText('in Kolkata');
  await line.getByRole('button', { name: 'Yes, that is right' }).click();
  await expect(line).toBeHidden();
  const zoneOf = async () => (await world.server.query<{ zone: string }>('select zone from person where id = $1', [ben.id]))[0]?.zone;
  expect(await zoneOf()).toBe('Asia/Kolkata');

  const abroad = await world.pageFor(ben, { timezoneId: 'Europe/London' });
  const asked = abroad.getByRole('complementary', { name: 'Your time zone' });
  await abroad.goto('/my-work');
  await expect(abroad.locator('h1')).toBeVisible();
  await expect(asked).toBeHidden();
  await abroad.evaluate(() => sessionStorage.clear());
  await abroad.reload();
  await asked.getByRole('button', { name: 'Move my hours to London' }).click();
  await expect.poll(zoneOf).toBe('Europe/London');
  await abroad.evaluate(() => sessionStorage.clear());
  await abroad.reload();
  await expect(abroad.locator('h1')).toBeVisible();
  await expect(asked).toBeHidden();
});
