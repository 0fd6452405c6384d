import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { type Actor, type World, expect, expectNoSeriousFaults, test } from './world';

const everyDay = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [['00:00', '24:00']]]));
/** At work all day, so that the scene is the same at any hour. */
const worksNow = (actor: Actor) =>
  actor.ask('mutation($i: EditCalendarInput!) { editCalendar(input: $i) { id } }', { i: { commandId: randomUUID(), week: everyDay } });
const command = (actor: Actor, name: string, input: Record<string, unknown>) =>
  actor.ask(`mutation($i: ${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Input!) { ${name}(input: $i) { seq } }`, {
    i: { commandId: randomUUID(), ...input },
  });
const today = (zone: string) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());
const weekdayOf = (day: string) => new Date(`${day}T12:00:00Z`).getUTCDay() || 7;

/** How far to the right anything reaches. */
const widest = (page: Page) =>
  page.evaluate(() => Math.max(...[...document.querySelectorAll('main *')].map((element) => element.getBoundingClientRect().right)));

/** A check-in that is asked of these people today. */
async function askedToday(world: World, boardId: string, people: Actor[]): Promise<string> {
  const [id, on] = [randomUUID(), today('Europe/Lisbon')];
  await command(world.owner, 'createCheckIn', {
    ...{ id, boardId, template: 'plan', title: 'Plan of the week', questions: ['What will you do this week?'], period: 'week' },
    ...{ weekday: weekdayOf(on), offset: 0, tasks: true, participantIds: people.map((person) => person.id), startsOn: on },
  });
  return id;
}

test('a check-in is set up from a template, and says before it begins whom it asks when', async ({ world }) => {
  await world.member('Ashamoni');
  const board = await world.board('Checkinable', ['Write']);
  const page = await world.pageFor(world.owner, { timezoneId: 'Europe/Lisbon' });
  await page.goto(`/b/${board.key}`);
  await page.getByRole('button', { name: 'Menu of the board' }).click();
  await page.getByRole('menuitem', { name: 'Check-ins' }).click();
  await expect(page).toHaveURL(`/b/${board.key}/check-ins`);
  await page.getByRole('button', { name: /Weekly plan/ }).click();
  const dialog = page.getByRole('dialog', { name: 'New check-in' });
  await expect(dialog.getByTestId('check-in-preview')).toContainText('Every Monday, an hour into their day');
  await expect(dialog.getByTestId('check-in-preview')).toContainText(/Ashamoni: Mon .*0[45]:30 to 1[12]:30/);
  await dialog.getByRole('textbox', { name: 'Question 1' }).fill('');
  await dialog.getByRole('checkbox').uncheck();
  await dialog.getByRole('button', { name: 'Begin' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Write a question.');
  await dialog.getByRole('textbox', { name: 'Question 1' }).fill('What matters most?');
  await expectNoSeriousFaults(page);
  await dialog.getByRole('button', { name: 'Begin' }).click();
  const section = page.getByRole('region', { name: 'Weekly plan' });
  await expect(section).toContainText('Every Monday, an hour into their day. Asks');
  await expect(section).toContainText('You are asked next');
  await section.getByRole('button', { name: 'More for Weekly plan' }).click();
  await page.getByRole('menuitem', { name: 'Stop' }).click();
  await page.getByText('Stopped', { exact: true }).click();
  await section.getByRole('button', { name: 'More for Weekly plan' }).click();
  await page.getByRole('menuitem', { name: 'Start again' }).click();
  await expect(section).toContainText('You are asked next');
  await expectNoSeriousFaults(page);
});

test('what one did stands there already, being stuck becomes a blocker, one passes with one tap, and a viewer reads along', async ({
  world,
}) => {
  const [ben, vera] = [await world.member('Bengt', 'member', 'Europe/Lisbon'), await world.member('Verena', 'viewer')];
  await Promise.all([worksNow(world.owner), worksNow(ben)]);
  const board = await world.board('Weekly', []);
  const tasks = ['Ship the guide', 'Order the paper'].map((title) => ({ id: randomUUID(), title }));
  await command(world.owner, 'createTasks', { columnId: board.columns['Doing'], tasks });
  await command(world.owner, 'moveTasks', { taskIds: [tasks[0]?.id], columnId: board.columns['Done'], afterTaskId: null });
  await askedToday(world, board.id, [world.owner, ben]);

  const page = await world.pageFor(world.owner, { timezoneId: 'Europe/Lisbon' });
  await page.goto(`/b/${board.key}`);
  await expect(page.getByText(/Plan of the week is asked of you, until/)).toBeVisible();
  await page.getByRole('link', { name: 'Answer' }).click();
  const form = page.getByRole('form', { name: 'Your answer' });
  await expect(form.getByRole('radiogroup', { name: 'Ship the guide is' }).getByRole('radio', { name: 'Finished' })).toBeChecked();
  await form.getByRole('textbox', { name: 'What will you do this week?' }).fill('Print **five hundred** cards');
  await form.getByRole('radiogroup', { name: 'Order the paper is' }).getByText('Stuck').click();
  await form.getByRole('textbox', { name: 'What stands in the way of Order the paper' }).fill('Which paper do we take?');
  await form.getByRole('button', { name: 'Send' }).click();
  await expect(form.getByRole('alert')).toContainText('who could unblock it');
  await form.getByRole('combobox', { name: 'Who could unblock it' }).fill('Bengt');
  await page.getByRole('option', { name: 'Bengt' }).click();
  await expectNoSeriousFaults(page);
  await page.setViewportSize({ width: 320, height: 700 });
  // The page draws itself anew for a phone.
  await expect.poll(() => widest(page)).toBeLessThanOrEqual(320);
  await page.setViewportSize({ width: 1280, height: 800 });
  // What is typed is there again after a reload.
  await page.reload();
  await expect(form.getByRole('textbox', { name: 'What stands in the way of Order the paper' })).toHaveValue('Which paper do we take?');
  await form.getByRole('textbox', { name: 'What will you do this week?' }).press('Control+Enter');
  const answer = page.getByRole('article', { name: `Answer of ${world.owner.name}` });
  await expect(answer).toContainText('Print five hundred cards');
  await expect(answer).toContainText('Ship the guide');
  await expect(page.getByText('Still to come: Bengt.')).toBeVisible();

  const his = await world.pageFor(ben, { timezoneId: 'Asia/Kolkata', width: 390, height: 800 });
  await his.goto(`/b/${board.key}`);
  await his.getByRole('button', { name: 'Pass', exact: true }).click();
  await expect(his.getByText(/is asked of you/)).toHaveCount(0);
  await his.goto(`/b/${board.key}/2`);
  await expect(his.getByRole('article', { name: `Comment of ${world.owner.name}` })).toContainText('Which paper do we take?');
  await expect(his.getByRole('article').getByText(/Bengt: answer by/)).toBeVisible();

  // The page of somebody who has it open follows without a reload.
  await expect(page.getByText('Passed: Bengt.')).toBeVisible();
  const hers = await world.pageFor(vera);
  await hers.goto(`/b/${board.key}/check-ins`);
  await hers
    .getByRole('region', { name: 'Plan of the week' })
    .getByRole('link', { name: /1 answer/ })
    .click();
  await expect(hers.getByRole('article', { name: `Answer of ${world.owner.name}` })).toBeVisible();
  await expect(hers.getByRole('form')).toHaveCount(0);
  await expectNoSeriousFaults(hers);
});
