import { randomUUID } from 'node:crypto';
import type { Conversation } from '@baton/domain';
import { type Actor, expect, expectNoSeriousFaults, test } from './world';

const week = (days: number[], from: string, to: string) =>
  Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, days.includes(day) ? [[from, to]] : []]));
const setWeek = (actor: Actor, days: number[], from: string, to: string) =>
  actor.ask('mutation($i: EditCalendarInput!) { editCalendar(input: $i) { id } }', {
    i: { commandId: randomUUID(), week: week(days, from, to) },
  });
const conversationOf = (actor: Actor, taskId: string) =>
  actor.ask<Conversation>('query($t: ID!) { conversation(taskId: $t) }', { t: taskId });

test('a question to somebody who is asleep says before it is sent when it is read and when an answer comes', async ({ world }) => {
  const asha = await world.member('Ashadevi');
  // Works while the asker sleeps, whatever the time is now: off for the next hours, on later.
  const hour = new Date().getUTCHours();
  const start = (hour + 5 + 5) % 14;
  await setWeek(asha, [1, 2, 3, 4, 5, 6, 7], `${String(start).padStart(2, '0')}:30`, `${String(start + 8).padStart(2, '0')}:30`);
  const board = await world.board('Asleep', ['Choose an outline']);
  const page = await world.pageFor(world.owner, { timezoneId: 'America/New_York' });
  await page.goto(`/b/${board.key}/1`);
  await page.getByRole('button', { name: 'Write a note, an update or an ask' }).click();
  await page.locator('[data-composer]').getByText('Ask', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Your question' }).fill('Which of the two outlines do we take?');
  await page.getByRole('combobox', { name: 'Whom you ask' }).fill('Ashadevi');
  await page.getByRole('option', { name: 'Ashadevi' }).click();
  const preview = page.getByTestId('ask-preview');
  await expect(preview).toContainText(/Delivered .* their time\. Expected by .* their time.*, .* yours/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Ask Ashadevi' }).click();
  const comment = page.getByRole('article', { name: `Comment of ${world.owner.name}` });
  await expect(comment).toContainText('Ashadevi: answer by');
  const [card] = (await world.snapshot(board.key)).cards;
  const { asks } = await conversationOf(world.owner, card?.id ?? '');
  expect(asks).toHaveLength(1);
  expect(Date.parse(asks[0]?.respondBy ?? '')).toBeGreaterThan(Date.parse(asks[0]?.deliveredAt ?? ''));
  await expectNoSeriousFaults(page);
});

test('a delegate answers late, and it is said for whom', async ({ world }) => {
  const [asha, ben] = [await world.member('Ashalata'), await world.member('Benedikt')];
  const board = await world.board('Late', ['Translate the page']);
  const [card] = (await world.snapshot(board.key)).cards;
  const taskId = card?.id ?? '';
  const askId = randomUUID();
  await world.owner.ask('mutation($i: PostCommentInput!) { postComment(input: $i) { seq } }', {
    i: {
      commandId: randomUUID(),
      id: randomUUID(),
      taskId,
      kind: 'ask',
      text: 'Is this the right word?',
      ask: { ids: [askId], personIds: [asha.id], pool: false, want: 'answer', blocking: false, ifNoReply: { kind: 'wait' } },
    },
  });
  // Three weeks pass for this ask: nobody ran a job, and it is late all the same.
  await world.server.query(
    `update ask set sent_at = sent_at - interval '21 days', delivered_at = delivered_at - interval '21 days', respond_by = respond_by - interval '21 days' where id = $1`,
    [askId],
  );
  const hers = await world.pageFor(asha);
  await hers.goto(`/b/${board.key}/1`);
  await expect(hers.getByText(/Ashalata, since/)).toBeVisible();
  await hers.getByRole('article').getByRole('button', { name: 'More', exact: true }).first().click();
  await hers.getByRole('menuitem', { name: 'Ask somebody to answer for me' }).click();
  await hers.getByRole('combobox', { name: 'Who could answer for you' }).fill('Bened');
  await hers.getByRole('option', { name: 'Benedikt' }).click();
  await hers.getByRole('button', { name: 'Ask somebody to answer for me' }).click();
  await expect(hers.getByText('Offered to Benedikt.')).toBeVisible();

  const his = await world.pageFor(ben);
  await his.goto(`/b/${board.key}/1`);
  await his.getByRole('button', { name: 'Take it' }).click();
  await his.getByRole('button', { name: 'Answer', exact: true }).click();
  await his.getByRole('textbox', { name: 'Your answer' }).fill('Yes, everybody says it so.');
  await his.keyboard.press('Control+Enter');
  await expect(his.getByText('Benedikt for Ashalata answered: Yes, everybody says it so.')).toBeVisible();
  const { asks } = await conversationOf(world.owner, taskId);
  expect([asks[0]?.holderId, asks[0]?.delegatedFromId, asks[0]?.closed?.as]).toEqual([ben.id, asha.id, 'answered']);
  // The answer brings the asker's board up to date without a reload.
  await expect(hers.getByText('Benedikt for Ashalata answered')).toBeVisible();
});

test('a note keeps its draft over a reload, is posted by keyboard, quoted, edited with its history and deleted with a trace', async ({
  world,
}) => {
  const board = await world.board('Words', ['Write']);
  const page = await world.pageFor(world.owner, { width: 390, height: 800 });
  await page.goto(`/b/${board.key}/1`);
  await page.getByRole('button', { name: 'Write a note, an update or an ask' }).click();
  await page.getByRole('textbox', { name: 'Comment' }).fill('A first thought');
  await expect(async () => {
    const [row] = await world.server.query<{ text: string }>(`select text from draft where text = 'A first thought'`);
    expect(row?.text).toBe('A first thought');
  }).toPass();
  await page.reload();
  await page.getByRole('button', { name: 'Write a note, an update or an ask' }).click();
  await expect(page.getByRole('textbox', { name: 'Comment' })).toHaveValue('A first thought');
  await page.getByRole('textbox', { name: 'Comment' }).press('Control+Enter');
  const article = page.getByRole('article').first();
  await expect(article).toContainText('A first thought');
  await article.getByRole('button', { name: /More for the comment/ }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Edit the comment' }).fill('A second thought');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(article).toContainText('A second thought');
  await article.getByRole('button', { name: /^edited/ }).click();
  await expect(article).toContainText('A first thought');
  await article.getByRole('button', { name: /More for the comment/ }).click();
  await page.getByRole('menuitem', { name: 'Quote' }).click();
  await expect(page.getByRole('textbox', { name: 'Reply' })).toHaveValue('> A second thought\n\n');
  await article.getByRole('button', { name: /More for the comment/ }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(page.getByText(/A comment of .* was deleted/)).toBeVisible();
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(page.getByText('A second thought').first()).toBeVisible();
  await expectNoSeriousFaults(page);
});

test('a task is handed over with a read-back', async ({ world }) => {
  const ben = await world.member('Bendix');
  const board = await world.board('Hand', ['Print the cards']);
  const [card] = (await world.snapshot(board.key)).cards;
  await world.owner.ask('mutation($i: EditTasksInput!) { editTasks(input: $i) { seq } }', {
    i: { commandId: randomUUID(), taskIds: [card?.id], ownerId: world.owner.id },
  });
  const mine = await world.pageFor(world.owner);
  await mine.goto(`/b/${board.key}/1`);
  await mine.getByRole('button', { name: 'More for this task' }).click();
  await mine.getByRole('menuitem', { name: 'Hand over' }).click();
  await mine.getByRole('combobox', { name: 'Who takes it over' }).fill('Bendix');
  await mine.getByRole('option', { name: 'Bendix' }).click();
  await mine.getByRole('textbox', { name: 'Where it stands' }).fill('The proofs are approved, the paper is ordered.');
  await expectNoSeriousFaults(mine);
  await mine.getByRole('button', { name: 'Offer it to Bendix' }).click();
  await expect(mine.getByText(/hands this over to Bendix/)).toBeVisible();
  const his = await world.pageFor(ben);
  await his.goto(`/b/${board.key}/1`);
  await his.getByRole('button', { name: 'Take it over' }).click();
  const take = his.getByRole('group', { name: 'Handoff' }).getByRole('button', { name: 'Take it over' });
  await his.getByRole('textbox', { name: /What you take over/ }).fill('ok');
  await expect(take).toBeDisabled();
  await his.getByRole('textbox', { name: /What you take over/ }).fill('I print 500 cards by Friday.');
  await take.click();
  await expect(async () => expect((await world.snapshot(board.key)).cards[0]?.ownerId).toBe(ben.id)).toPass();
});
