import { randomUUID } from 'node:crypto';
import type { Conversation } from '@baton/domain';
import type { Page } from '@playwright/test';
import { type Actor, expect, expectNoSeriousFaults, test } from './world';

const week = (days: number[], from: string, to: string) =>
  Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, days.includes(day) ? [[from, to]] : []]));
const setWeek = (actor: Actor, days: number[], from: string, to: string) => setCalendar(actor, { week: week(days, from, to) });
const conversationOf = (actor: Actor, taskId: string) =>
  actor.ask<Conversation>('query($t: ID!) { conversation(taskId: $t) }', { t: taskId });

const daysOn = (first: number) => new Date(Date.now() + first * 86_400_000).toISOString().slice(0, 10);
const setCalendar = (actor: Actor, change: Record<string, unknown>) =>
  actor.ask('mutation($i: EditCalendarInput!) { editCalendar(input: $i) { id } }', { i: { commandId: randomUUID(), ...change } });
const isIn = (actor: Actor, zone: string) =>
  setCalendar(actor, {
    zones: [
      { from: '1970-01-01', zone: 'Asia/Kolkata' },
      { from: '1970-01-02', zone },
    ],
  });
const always = (actor: Actor) => setWeek(actor, [1, 2, 3, 4, 5, 6, 7], '00:00', '24:00');
const ask = (actor: Actor, taskId: string, people: Actor[], more: Record<string, unknown> = {}) =>
  actor.ask('mutation($i: PostCommentInput!) { postComment(input: $i) { seq } }', {
    i: {
      ...{ commandId: randomUUID(), id: randomUUID(), taskId, kind: 'ask', text: 'Is this the right word?' },
      ask: {
        ...{ ids: people.map(() => randomUUID()), personIds: people.map(({ id }) => id), pool: false, want: 'answer', blocking: false },
        ...{ ifNoReply: { kind: 'wait' }, ...more },
      },
    },
  });
const step = (actor: Actor, askId: string, name: string, more: Record<string, unknown> = {}) =>
  actor.ask('mutation($i: StepAskInput!) { stepAsk(input: $i) { seq } }', { i: { commandId: randomUUID(), askId, step: name, ...more } });
const compose = async (page: Page, words: string, name: string) => {
  await page.getByRole('button', { name: 'Write a note, an update or an ask' }).click();
  await page.locator('[data-composer]').getByText('Ask', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Your question' }).fill(words);
  await page.getByRole('combobox', { name: 'Whom you ask' }).fill(name);
  await page.getByRole('option', { name }).click();
  await page.keyboard.press('Escape');
};

test('a question to somebody who is asleep says under the button when it is read and when an answer comes (V1)', async ({ world }) => {
  const [asha, nina] = [await world.member('Ashadevi'), await world.member('Ninette')];
  await setWeek(asha, [1, 2, 3, 4, 6], '10:00', '18:00');
  await isIn(nina, 'America/New_York');
  const board = await world.board('Asleep', ['Choose an outline']);
  const page = await world.pageFor(nina, { timezoneId: 'America/New_York' });
  // Wednesday 16:00 in New York, where the reader is; it is Thursday 02:30 for her.
  await page.clock.setFixedTime('2026-11-18T21:00:00Z');
  await page.goto(`/b/${board.key}/1`);
  await compose(page, 'Which of the two outlines do we take?', 'Ashadevi');
  const preview = page.getByTestId('ask-preview');
  await expect(preview).toHaveText(
    'Ashadevi is off now. Delivered Thu 10:00 their time. Expected by Sat 18:00 their time (they are off Fri), Sat 07:30 yours; you start again Mon 09:00.',
  );
  const button = page.getByRole('button', { name: 'Ask Ashadevi' });
  expect((await button.boundingBox())?.y).toBeLessThan((await preview.boundingBox())?.y ?? 0);
  await expectNoSeriousFaults(page);
  await button.click();
  await expect(page.getByRole('article', { name: 'Comment of Ninette' })).toContainText('Ashadevi: answer by');
  const [card] = (await world.snapshot(board.key)).cards;
  const { asks } = await conversationOf(world.owner, card?.id ?? '');
  expect(asks).toHaveLength(1);
  expect(Date.parse(asks[0]?.respondBy ?? '')).toBeGreaterThan(Date.parse(asks[0]?.deliveredAt ?? ''));
});

test('a named time that is too soon gives way to the next, or goes as short notice with a reason', async ({ world }) => {
  const asha = await world.member('Ashapriya');
  const board = await world.board('Soon', ['Choose a cover']);
  const page = await world.pageFor(world.owner, { timezoneId: 'America/New_York' });
  await page.clock.setFixedTime('2026-11-18T21:00:00Z');
  await setWeek(asha, [1, 2, 3, 4, 6], '10:00', '18:00');
  await page.goto(`/b/${board.key}/1`);
  await compose(page, 'Which cover?', 'Ashapriya');
  await page.getByRole('combobox', { name: 'By when' }).click();
  await page.getByRole('option', { name: 'A time that I name' }).click();
  await page.getByRole('button', { name: /^A time that I name/ }).click();
  await page.getByRole('textbox', { name: 'A time that I name, in words' }).fill('tomorrow 00:30');
  await page.keyboard.press('Enter');
  const soon = page.getByRole('radiogroup', { name: /leaves too little working time/ });
  await expect(soon.getByRole('radio', { name: 'Ask for tomorrow 01:30, the next time that does not' })).toBeChecked();
  await expect(page.getByTestId('ask-preview')).toContainText('Expected by Thu 12:00 their time, Thu 01:30 yours');
  await soon.getByRole('radio', { name: /short notice/ }).check();
  await page.getByRole('button', { name: 'Ask Ashapriya' }).click();
  await expect(page.getByRole('alert')).toContainText('Say why it cannot wait.');
  await expectNoSeriousFaults(page);
});

test('somebody who is away: the sender reads who covers before sending, holds it, and whoever covers answers late', async ({ world }) => {
  const [asha, ben] = [await world.member('Ashakiran'), await world.member('Benno')];
  const leave = {
    id: randomUUID(),
    fromDay: daysOn(-30),
    fromTime: null,
    toDay: daysOn(10),
    toTime: null,
    note: 'Walking.',
    returnBuffer: 2,
  };
  await setCalendar(asha, { leave: [{ ...leave, delegateId: ben.id }] });
  const board = await world.board('Leave', ['Translate the page']);
  const page = await world.pageFor(world.owner);
  await page.goto(`/b/${board.key}/1`);
  await compose(page, 'Is this the right word?', 'Ashakiran');
  const notice = page.getByRole('group', { name: 'Ashakiran is away' });
  await expect(notice).toContainText(/Ashakiran is away until .*\. Benno covers\. Walking\./);
  await notice.getByRole('button', { name: 'Ask Benno' }).click();
  await expect(page.getByRole('button', { name: 'Ask Benno' })).toBeVisible();
  await expect(notice).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Whom you ask' }).press('Backspace');
  await page.getByRole('combobox', { name: 'Whom you ask' }).fill('Ashakiran');
  await page.getByRole('option', { name: 'Ashakiran' }).click();
  await page.keyboard.press('Escape');
  await notice.getByRole('button', { name: 'Hold for Ashakiran' }).click();
  await expect(notice.getByRole('button', { name: 'Held for Ashakiran' })).toHaveAttribute('aria-pressed', 'true');
  await expectNoSeriousFaults(page);
  await page.getByRole('button', { name: 'Ask Ashakiran' }).click();
  await expect(page.getByRole('article')).toContainText('Benno covers for them.');
  // Three weeks pass for this ask, and no job runs: it is open all the same, because she could not hear it.
  await world.server.query(
    `update ask set sent_at = sent_at - interval '28 days', delivered_at = delivered_at - interval '28 days', respond_by = respond_by - interval '28 days'
     where holder_id = $1`,
    [asha.id],
  );
  const his = await world.pageFor(ben);
  await his.goto(`/b/${board.key}/1`);
  await expect(his.getByText('Not yet heard')).toBeVisible();
  await his.getByRole('button', { name: 'Answer', exact: true }).click();
  await his.getByRole('textbox', { name: 'Your answer' }).fill('Yes, everybody says it so.');
  await his.keyboard.press('Control+Enter');
  await expect(his.getByText('Benno for Ashakiran answered: Yes, everybody says it so.')).toBeVisible();
  // The asker looks at it, and the thread folds into one line.
  await page.getByRole('button', { name: 'That answers it' }).click();
  await expect(page.getByRole('button', { name: /Benno for Ashakiran answered: Yes, everybody says it so\. \(/ })).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(0);
});

test('what is to be acknowledged takes one key each, and the asker sees for whom one still waits', async ({ world }) => {
  const [ben, cleo] = [await world.member('Benita'), await world.member('Cleopatra')];
  await Promise.all([always(ben), always(cleo)]);
  const board = await world.board('Rules', ['New rules']);
  const [card] = (await world.snapshot(board.key)).cards;
  await ask(world.owner, card?.id ?? '', [ben, cleo], { want: 'acknowledgement', blocking: true });
  const mine = await world.pageFor(world.owner);
  await mine.goto(`/b/${board.key}/1`);
  await expect(mine.getByText(/Still waiting for (Benita and Cleopatra|Cleopatra and Benita)\./)).toBeVisible();
  const his = await world.pageFor(ben);
  await his.goto(`/b/${board.key}/1`);
  await his.getByRole('group', { name: 'Ask to Benita' }).press('s');
  await expect(his.getByText(/Benita has seen it/)).toBeVisible();
  await expect(mine.getByText('Still waiting for Cleopatra.')).toBeVisible();
  const hers = await world.pageFor(cleo);
  await hers.goto(`/b/${board.key}/1`);
  await hers.getByRole('group', { name: 'Ask to Cleopatra' }).press('o');
  await hers.getByRole('textbox', { name: /What you object to/ }).fill('Friday is too late.');
  await hers.keyboard.press('Control+Enter');
  await expect(mine.getByText(/Cleopatra objects: Friday is too late\./)).toBeVisible();
  await expect(mine.getByText('Everybody has answered.')).toBeVisible();
});

test('after three rounds a talk is offered once, and one can go on in writing', async ({ world }) => {
  const ben = await world.member('Benjamin');
  await always(ben);
  const board = await world.board('Circles', ['Choose a word']);
  const taskId = (await world.snapshot(board.key)).cards[0]?.id ?? '';
  const askId = randomUUID();
  await ask(world.owner, taskId, [ben], { ids: [askId], blocking: true });
  const round = async () => {
    await step(ben, askId, 'answer', { text: 'This one' });
    await step(world.owner, askId, 'reopen', { text: 'Why?' });
  };
  for (let i = 0; i < 3; i++) await round();
  const page = await world.pageFor(ben);
  await page.goto(`/b/${board.key}/1`);
  await expect(page.getByText('This went back and forth three times.')).toHaveCount(1);
  await page.getByRole('button', { name: 'Go on in writing' }).click();
  await expect(page.getByText('This went back and forth three times.')).toHaveCount(0);
  await round();
  await page.reload();
  await expect(page.getByRole('group', { name: 'Ask to Benjamin' })).toBeVisible();
  await expect(page.getByText('This went back and forth three times.')).toHaveCount(0);
});

test('two who wait for each other on two tasks read so on both, talk, and owe what came of it in writing', async ({ world }) => {
  const [ben, eve] = [await world.member('Bentley'), await world.member('Evelyn')];
  await Promise.all([always(ben), always(eve)]);
  const board = await world.board('Rings', ['Cover', 'Paper']);
  const [first, second] = (await world.snapshot(board.key)).cards.toSorted((a, b) => a.number - b.number);
  await ask(ben, first?.id ?? '', [eve], { blocking: true });
  await ask(eve, second?.id ?? '', [ben], { blocking: true });
  const his = await world.pageFor(ben);
  await his.goto(`/b/${board.key}/2`);
  await expect(his.getByRole('note')).toContainText('You and Evelyn are waiting on each other.');
  await his.goto(`/b/${board.key}/1`);
  await expect(his.getByRole('note')).toContainText('You and Evelyn are waiting on each other.');
  await his.getByRole('note').getByRole('button', { name: 'you talk' }).click();
  const times = his.getByRole('radiogroup', { name: 'When both of you work' });
  await times.getByRole('radio').first().check();
  await his.getByRole('textbox', { name: 'Where, as a link' }).fill('https://meet.example/x');
  await expectNoSeriousFaults(his);
  await his.getByRole('button', { name: 'Talk', exact: true }).click();
  await expect(his.getByRole('link', { name: 'Put it into your calendar' })).toBeVisible();
  await expect(his.getByRole('note')).toHaveCount(0);
  await his.getByRole('button', { name: 'Write what came of it' }).click();
  await his.getByRole('textbox', { name: 'What came of it' }).press('Control+Enter');
  await expect(his.getByRole('article').getByRole('alert')).toBeVisible();
  await his.getByRole('textbox', { name: 'What came of it' }).fill('We take the grey paper.');
  await his.keyboard.press('Control+Enter');
  await expect(his.getByRole('article', { name: 'Comment of Bentley' }).last()).toContainText('We take the grey paper.');
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
  await page.getByRole('button', { name: 'Go on writing: A first thought' }).click();
  await expect(page.getByRole('textbox', { name: 'Comment' })).toHaveValue('A first thought');
  await page.getByRole('textbox', { name: 'Comment' }).press('Control+Enter');
  const article = page.getByRole('article').first();
  await expect(page.locator('[data-composer]')).toBeHidden();
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
