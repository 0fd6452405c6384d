import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { type Actor, type World, expect, expectNoSeriousFaults, test } from './world';

const create = 'mutation($i: CreateDecisionInput!) { createDecision(input: $i) { seq } }';
const stepIt = 'mutation($i: StepDecisionInput!) { stepDecision(input: $i) { seq } }';

async function propose(world: World, who: Actor, boardId: string, fields: Record<string, unknown>, more: Record<string, unknown> = {}) {
  const id = randomUUID();
  const proposal = { question: 'Which API do we build on?', recommendation: 'The second version', because: 'It is faster.', mode: 'lazy' };
  await who.ask(create, {
    i: { commandId: randomUUID(), id, boardId, taskIds: [], open: true, fields: { ...proposal, ...fields }, ...more },
  });
  return id;
}
const take = (who: Actor, decisionId: string, step: string, more: Record<string, unknown> = {}) =>
  who.ask(stepIt, { i: { commandId: randomUUID(), decisionId, step, ...more } });

/** Lets days go by for one decision: everything that it says of time moves into the past. */
async function passDays(world: World, id: string, days: number) {
  await world.server.query(
    `update decision set created_at = created_at - make_interval(days => $2), opened_at = opened_at - make_interval(days => $2),
       closes_floor = closes_floor - make_interval(days => $2), closes_at = closes_at - make_interval(days => $2),
       versions = (select coalesce(jsonb_agg(jsonb_set(v, '{at}', to_jsonb(to_char((v ->> 'at')::timestamptz at time zone 'utc' - make_interval(days => $2), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))), '[]') from jsonb_array_elements(versions) v),
       stances = (select coalesce(jsonb_agg(jsonb_set(v, '{at}', to_jsonb(to_char((v ->> 'at')::timestamptz at time zone 'utc' - make_interval(days => $2), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))), '[]') from jsonb_array_elements(stances) v),
       contributors = (select coalesce(jsonb_agg(jsonb_set(jsonb_set(v, '{addedAt}', to_jsonb(to_char((v ->> 'addedAt')::timestamptz at time zone 'utc' - make_interval(days => $2), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))), '{deliveredAt}', to_jsonb(to_char((v ->> 'deliveredAt')::timestamptz at time zone 'utc' - make_interval(days => $2), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))), '[]') from jsonb_array_elements(contributors) v)
     where id = $1`,
    [id, days],
  );
}
const shot = async (page: Page, name: string) => {
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/${name}.png`, fullPage: false });
};

test('a decision is proposed, heard by silence, and in force', async ({ world }) => {
  const [asha, ben] = [await world.member('Asha'), await world.member('Ben')];
  const board = await world.board('Lazy', ['build']);
  const page = await world.pageFor(world.owner, { width: 1440, height: 900 });
  await page.goto(`/b/${board.key}/decisions`);
  await expect(page.getByText('No decision is on record yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Propose', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'Propose a decision' });
  await form.getByLabel('The question').fill('Which API do we build on?');
  await form.getByText('easy to undo').click();
  await expect(form.getByRole('radio', { name: /Unless somebody objects \(fits\)/ })).toBeChecked();
  await form.getByLabel('What you propose').fill('The second version');
  await form.getByLabel('Because').fill('It is faster.');
  // Half a form survives a reload.
  await page.waitForTimeout(600);
  await page.reload();
  await page.getByRole('button', { name: 'Propose', exact: true }).click();
  await expect(form.getByLabel('The question')).toHaveValue('Which API do we build on?');
  await form.getByRole('combobox', { name: 'Whose view you ask for' }).click();
  await page.getByRole('option', { name: 'Asha' }).click();
  await page.getByRole('option', { name: 'Ben' }).click();
  await page.keyboard.press('Escape');
  await expect(form.getByText(/it closes when everybody had 2 working days: /)).toBeVisible();
  await shot(page, 'decision-form');
  await form.getByRole('button', { name: 'Open for input' }).click();
  await expect(page.getByRole('heading', { name: 'Which API do we build on?' })).toBeVisible();
  await expect(page.getByText(/Silence counts only for those who were at work/)).toBeVisible();
  await shot(page, 'decision-open');

  const [{ id }] = (await world.server.query<{ id: string }>('select id from decision where board_id = $1', [board.id])) as [
    { id: string },
  ];
  const theirs = await world.pageFor(asha, { timezoneId: 'Asia/Kolkata' });
  await theirs.goto(`/decisions?show=mine`);
  await theirs.getByRole('link', { name: /Which API/ }).click();
  await theirs.getByRole('button', { name: 'Say what you think' }).click();
  await theirs.keyboard.press('ArrowRight');
  await theirs.getByLabel('What concerns you').fill('Nobody has used it here.');
  await theirs.keyboard.press('Control+Enter');
  await expect(theirs.getByText('agrees with a concern')).toBeVisible();
  await expect(page.getByText('Nobody has used it here.')).toBeVisible();

  await passDays(world, id, 21);
  await page.reload();
  await expect(page.getByText(/Passed without objection/)).toBeVisible();
  await expect(page.getByText(/No objection, and was heard: Ben \(.* h at work\)\./)).toBeVisible();
  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByText('The one link of this board fits.')).toBeVisible();
  await expectNoSeriousFaults(page);
  await shot(page, 'decision-force');
  expect(ben.name).toBe('Ben');
});

test('a decision that somebody objects to is settled with a written answer', async ({ world }) => {
  const asha = await world.member('Asha');
  const board = await world.board('Contested', ['build']);
  const id = await propose(world, world.owner, board.id, { contributors: [{ personId: asha.id, required: false }] });
  await take(asha, id, 'stance', { stance: 'object', text: 'Nobody knows it.', resolves: 'A month of trial', version: 1 });
  await passDays(world, id, 21);
  const page = await world.pageFor(world.owner, { width: 1440, height: 900 });
  await page.goto(`/b/${board.key}/d/1`);
  await expect(page.getByText(/Somebody objects. Ana was to decide by .+ Somebody else can be named./)).toBeVisible();
  await shot(page, 'decision-contested');
  await page.getByRole('button', { name: 'Decide', exact: true }).click();
  const form = page.getByRole('form', { name: 'The outcome' });
  await form.getByLabel('What is decided').fill('The second version, on trial');
  await form.getByLabel('Because').fill('A trial shows more than a talk.');
  await form.getByRole('button', { name: 'Decide' }).click();
  await expect(form.getByText('Answer everybody who objected, in writing.')).toBeVisible();
  await expect(form.getByLabel('Because')).toHaveValue('A trial shows more than a talk.');
  await form.getByLabel('Your answer to Asha').fill('One month, then we look together.');
  await form.getByLabel('Or when', { exact: true }).fill('the trial is over');
  await form.getByRole('button', { name: 'Decide' }).click();
  await expect(page.getByText(/Decided by Ana/)).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'About this decision' })).toContainText('the trial is over');
  await expect(page.getByText('One month, then we look together.')).toBeVisible();
});

test('a decision is reopened a year later, holds until the new one does, and then shows the newer first', async ({ world }) => {
  const asha = await world.member('Asha');
  const board = await world.board('Reopened');
  const id = await propose(
    world,
    world.owner,
    board.id,
    { mode: 'record', deciderId: world.owner.id },
    {
      open: false,
      outcome: { choice: 'The second version', because: 'It is faster.', decidedAt: new Date(Date.now() - 370 * 86_400_000) },
    },
  );
  const page = await world.pageFor(asha, { width: 1440, height: 900 });
  await page.goto(`/b/${board.key}/d/1`);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Reopen' }).click();
  const form = page.getByRole('dialog', { name: 'Reopen D-1' });
  await form.getByRole('button', { name: 'Open for input' }).click();
  await expect(form.getByText('Write what is new since it was decided.')).toBeVisible();
  await form.getByLabel('What is new since D-1 was decided').fill('The third version is out.');
  await form.getByRole('button', { name: 'Open for input' }).click();
  await expect(page.getByRole('heading', { name: 'D-2' })).toBeVisible();
  await page.getByRole('link', { name: /D-1/ }).click();
  await expect(page.getByText(/Decided by Ana/)).toBeVisible();

  const deciders = await world.pageFor(world.owner, { width: 1440, height: 900 });
  await deciders.goto(`/b/${board.key}/d/2`);
  await deciders.getByRole('button', { name: 'Decide', exact: true }).click();
  await deciders.getByLabel('What is decided').fill('The third version');
  await deciders.getByLabel('Because').fill('The second one ends.');
  await deciders.keyboard.press('Control+Enter');
  await expect(deciders.getByText(/Decided by Ana/)).toBeVisible();
  await expect(page.getByText('What holds now:')).toBeVisible();
  await shot(page, 'decision-superseded');
  expect(id).toBeTruthy();
});

test('the log is walked and searched by keyboard, saved, and found from anywhere by a word', async ({ world }) => {
  const board = await world.board('Keys', ['build']);
  const { cards } = await world.snapshot(board.key);
  const record = (question: string, more: Record<string, unknown> = {}) =>
    propose(
      world,
      world.owner,
      board.id,
      { question, mode: 'record', deciderId: world.owner.id },
      { open: false, outcome: { choice: 'The second one', because: 'The quokka likes it.' }, ...more },
    );
  const first = await record('Which door?', { taskIds: [cards[0]?.id] });
  await record('Which door now?', { supersedesId: first });
  const page = await world.pageFor(world.owner);
  await page.goto(`/b/${board.key}/decisions`);
  await expect(page.getByRole('link', { name: /Which door now/ })).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: /D-1/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('What holds now:')).toBeVisible();

  // What holds now stands on the task of the first, though nobody linked it.
  await page.goto(`/b/${board.key}/1`);
  const decisions = page.getByRole('region', { name: 'Decisions' });
  await expect(decisions.getByRole('link', { name: /Which door now/ })).toBeVisible();
  await expect(decisions.getByRole('link', { name: /superseded by D-2/ })).toHaveCount(0);
  await decisions.getByRole('button', { name: 'One that no longer holds' }).click();
  await expect(decisions.getByRole('link', { name: /superseded by D-2/ })).toBeVisible();

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('textbox', { name: 'Go to a board or a page, or find a word' })).toBeFocused();
  await page.keyboard.type('quokka');
  await page.locator('[data-action]').filter({ hasText: 'Which door now?' }).click();
  await expect(page).toHaveURL(new RegExp(`/b/${board.key}/d/2$`));

  await page.goto('/decisions');
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Save all' }).click();
  expect((await saved).suggestedFilename()).toBe('decisions.zip');
  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByText(/links of 1 board fit/)).toBeVisible();
});

test('somebody who speaks of an earlier version is shown the later one first, and loses no word', async ({ world }) => {
  const asha = await world.member('Asha');
  const board = await world.board('Later');
  const id = await propose(world, world.owner, board.id, { mode: 'advice', contributors: [{ personId: asha.id, required: false }] });
  await take(asha, id, 'stance', { stance: 'agree', version: 1 });
  const page = await world.pageFor(asha);
  await page.goto(`/b/${board.key}/d/1`);
  await expect(page.getByRole('heading', { name: 'Which API do we build on?' })).toBeVisible();
  await page.keyboard.press('s');
  await page.getByRole('radio', { name: 'Object' }).check();
  await page.getByLabel('Why you object').fill('Nobody knows it.');
  await take(world.owner, id, 'edit', { fields: { recommendation: 'The second version, on trial' }, version: 1 });
  await expect(page.getByText('It was changed while you wrote: version 2, another recommendation. Your words are kept.')).toBeVisible();
  await page.getByLabel('What would resolve it').fill('A longer trial');
  await page.getByRole('button', { name: 'Object', exact: true }).click();
  await expect(page.getByText('Look at the new version first; your words are kept.')).toBeVisible();
  await page.getByRole('button', { name: 'I have read it' }).click();
  await expect(page.getByLabel('Why you object')).toHaveValue('Nobody knows it.');
  await page.getByRole('button', { name: 'Object', exact: true }).click();
  await expect(page.getByText('What would resolve it: A longer trial')).toBeVisible();
  await page.getByText('What it said before').click();
  await expect(page.getByRole('region', { name: 'What was changed and added' })).toContainText('The second version');
});

test('a comment is put on record by keyboard, in at most twelve keys besides the reason', async ({ world }) => {
  const board = await world.board('Record', ['Which colour for the door?']);
  const { cards } = await world.snapshot(board.key);
  await world.owner.ask('mutation($i: PostCommentInput!) { postComment(input: $i) { seq } }', {
    i: { commandId: randomUUID(), id: randomUUID(), taskId: cards[0]?.id, kind: 'note', text: 'We paint it green.' },
  });
  const page = await world.pageFor(world.owner, { width: 1440, height: 900 });
  await page.goto(`/b/${board.key}/1`);
  await expect(page.getByText('We paint it green.')).toBeVisible();
  let keys = 0;
  const press = async (key: string) => {
    keys += key.split('+').length;
    await page.keyboard.press(key);
  };
  await press('k');
  await press('r');
  await expect(page.getByLabel('Because')).toBeFocused();
  await page.keyboard.type('It is the colour of the garden.');
  await shot(page, 'decision-record');
  await press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Decisions' }).getByText('We paint it green.')).toBeVisible();
  expect(keys).toBeLessThanOrEqual(12);
  await shot(page, 'decision-task');
  const [row] = await world.server.query<{ state: string; because: string }>(
    `select state, outcome ->> 'because' as because from decision where board_id = $1`,
    [board.id],
  );
  expect(row).toEqual({ state: 'decided', because: 'It is the colour of the garden.' });
});

test('a blocker that waits for a decision opens the form for one, and the card says whose view is asked', async ({ world }) => {
  const asha = await world.member('Asha');
  const board = await world.board('Blocked', ['paint']);
  const page = await world.pageFor(world.owner);
  await page.goto(`/b/${board.key}/1`);
  await page.getByRole('button', { name: 'Write a note, an update or an ask' }).click();
  await page.getByRole('radiogroup', { name: 'Kind of comment' }).getByText('Blocker').click();
  await page.getByRole('radiogroup', { name: 'What would unblock it' }).getByText('A decision').click();
  await page.getByLabel('What blocks it').fill('Which colour?');
  await page.getByRole('button', { name: 'Say what blocks' }).click();
  const form = page.getByRole('dialog', { name: 'Propose a decision' });
  await expect(form.getByLabel('The question')).toHaveValue('Which colour?');
  await form.getByRole('combobox', { name: 'Whose view you ask for' }).click();
  await page.getByRole('option', { name: 'Asha' }).click();
  await page.keyboard.press('Escape');
  await form.getByRole('button', { name: 'Open for input' }).click();
  await expect(page.locator('[data-task-id][aria-label$=" paint"]')).toContainText(/Asha.*say what you think of D-1/);
  expect(asha.name).toBe('Asha');
});

test('decisions have no serious fault, wide, dark and on a phone, and a viewer sees nothing to do', async ({ world }) => {
  const [asha, viewer] = [await world.member('Asha'), await world.member('Vera', 'viewer')];
  const board = await world.board('Looks', ['build']);
  const options = [
    { text: 'The second version', good: 'Fast, and known to two of us', bad: 'No streaming yet' },
    { text: 'The third version', good: 'Streams', bad: 'Nobody has used it' },
  ];
  const context = 'The **first** version ends in March. We need about *ten thousand* calls a day, and two of us know the second one.';
  const id = await propose(world, world.owner, board.id, { context, options, contributors: [{ personId: asha.id, required: true }] });
  await take(asha, id, 'stance', { stance: 'concern', text: 'Streaming matters to the mobile team.', version: 1 });
  const { cards } = await world.snapshot(board.key);
  for (const question of [
    'Which colour for the door?',
    'ما هو اللون الذي نختاره؟',
    'Wie gehen wir mit Donaudampfschifffahrtsgesellschaftskapitänen um?',
  ])
    await propose(
      world,
      world.owner,
      board.id,
      { question, mode: 'record', deciderId: world.owner.id },
      { open: false, taskIds: cards.map((card) => card.id), outcome: { choice: 'Green', because: 'It is the colour of the garden.' } },
    );
  for (const [width, colorScheme] of [
    [1440, 'light'],
    [1440, 'dark'],
    [390, 'light'],
    [320, 'dark'],
  ] as const) {
    const page = await world.pageFor(world.owner, { width, height: 840, colorScheme });
    for (const [name, path] of [
      ['page', `/b/${board.key}/d/1`],
      ['log', `/b/${board.key}/decisions`],
      ['all', '/decisions'],
    ] as const) {
      await page.goto(path);
      await expect(page.getByText('Which API do we build on?').first()).toBeVisible();
      await expectNoSeriousFaults(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(wide).toBeLessThanOrEqual(0);
      await shot(page, `decision-${name}-${width}-${colorScheme}`);
    }
    await page.goto(`/b/${board.key}/decisions`);
    await page.getByRole('button', { name: 'Propose', exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectNoSeriousFaults(page);
    await shot(page, `decision-propose-${width}-${colorScheme}`);
  }
  const theirs = await world.pageFor(viewer);
  await theirs.goto(`/b/${board.key}/d/1`);
  await expect(theirs.getByRole('heading', { name: 'Which API do we build on?' })).toBeVisible();
  await expect(theirs.getByRole('button', { name: 'Say what you think' })).toHaveCount(0);
  await theirs.goto(`/b/${board.key}/decisions`);
  await theirs.getByPlaceholder('Search').fill('xylophone door');
  await expect(theirs.getByText('No decision has these words.')).toBeVisible();
  // The garden is in the reason alone.
  await theirs.getByPlaceholder('Search').fill('garden door');
  await expect(theirs.getByRole('link', { name: /Which colour for the door/ })).toBeVisible();
  await expect(theirs.getByRole('button', { name: 'Propose', exact: true })).toHaveCount(0);
});
