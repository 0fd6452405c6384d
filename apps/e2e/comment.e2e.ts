import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { type Actor, type World, expect, expectNoSeriousFaults, picture, test } from './world';

const composer = (page: Page) => page.locator('[data-composer]').last();
const begin = async (page: Page) => {
  await page.getByRole('button', { name: /^(Write a note, an update or an ask|Go on writing)/ }).click();
  return page.getByRole('textbox', { name: 'Comment' });
};
const firstTask = async (world: World, key: string) => (await world.snapshot(key)).cards.find(({ number }) => number === 1);
const post = (actor: Actor, taskId: string, text: string, more: Record<string, unknown> = {}) =>
  actor.ask('mutation($i: PostCommentInput!) { postComment(input: $i) { seq } }', {
    i: { commandId: randomUUID(), id: randomUUID(), taskId, kind: 'note', text, ...more },
  });
const shot = { name: 'shot.png', mimeType: 'image/png', buffer: picture('png', 640, 400) };
const drawing = { name: 'drawing.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') };

/** Pastes or drops files as a person would, of whom the browser tells only this event. */
const give = (page: Page, how: 'paste' | 'drop', label: string, file: { name: string; mimeType: string; buffer: Buffer }) =>
  page.getByRole('textbox', { name: label }).evaluate(
    (field, { kind, name, mimeType, content }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(content), (c) => c.charCodeAt(0))], name, { type: mimeType }));
      field.dispatchEvent(
        kind === 'paste'
          ? new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true })
          : new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
      );
    },
    { kind: how, name: file.name, mimeType: file.mimeType, content: file.buffer.toString('base64') },
  );

test('a pasted picture and a dropped file are sent while one writes, get a caption, and are seen by the others', async ({ world }) => {
  const ben = await world.member('Bennet');
  const board = await world.board('Pictures', ['Draw the map']);
  const page = await world.pageFor(world.owner);
  await page.goto(`/b/${board.key}/1`);
  const field = await begin(page);
  await field.fill('Here is the first draft:');
  await give(page, 'paste', 'Comment', shot);
  await page.getByRole('textbox', { name: 'Caption of shot.png' }).fill('The town from above');
  await give(page, 'drop', 'Comment', drawing);
  await expect(page.getByRole('textbox', { name: 'What drawing.svg is called here' })).toHaveValue('drawing.svg');
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.locator('[data-composer]').getByAltText('The town from above')).toBeVisible();
  await expectNoSeriousFaults(page);
  await page.getByRole('button', { name: 'Write', exact: true }).click();
  await page.getByRole('button', { name: 'Post', exact: true }).click();

  const his = await world.pageFor(ben, { width: 390, height: 800 });
  await his.goto(`/b/${board.key}/1`);
  const article = his.getByRole('article', { name: `Comment of ${world.owner.name}` });
  const shown = article.getByAltText('The town from above');
  // Its room is kept before it arrives.
  expect(await shown.evaluate((image: HTMLImageElement) => [image.getAttribute('width'), image.getAttribute('height')])).toEqual([
    '640',
    '400',
  ]);
  await expect(shown).toHaveJSProperty('complete', true);
  expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(640);
  await article.getByRole('button', { name: 'Open the picture The town from above' }).press('Enter');
  await expect(his.getByRole('dialog', { name: 'The town from above' }).getByRole('link', { name: 'Download' })).toBeVisible();
  await expectNoSeriousFaults(his);
  await his.keyboard.press('Escape');
  // A drawing could carry a script: it comes as a download, never as a page.
  const download = his.waitForEvent('download');
  await article.getByRole('link', { name: 'drawing.svg' }).click();
  expect((await download).suggestedFilename()).toBe('drawing.svg');
  expect((await firstTask(world, board.key))?.attachmentCount).toBe(2);
  await expect(page.getByLabel('2 attachments')).toBeVisible();
});

test('a file that stops half way keeps the words, and is tried again or left out', async ({ world }) => {
  const board = await world.board('Lines', ['Send it']);
  const page = await world.pageFor(world.owner);
  await page.goto(`/b/${board.key}/1`);
  const field = await begin(page);
  await field.fill('With the plan');
  let mode: 'hang' | 'break' | 'pass' = 'hang';
  const let_go: (() => void)[] = [];
  await page.route('**/files/*', async (route) => {
    if (route.request().method() !== 'POST' || mode === 'pass') return route.continue();
    if (mode === 'break') return route.abort();
    await new Promise<void>((resolve) => let_go.push(resolve));
    return route.abort();
  });
  await page.locator('[data-composer] input[type=file]').setInputFiles([{ ...shot, name: 'slow.png' }]);
  await expect(page.getByRole('progressbar', { name: /slow\.png/ })).toBeVisible();
  await field.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('A file is still on its way');
  await page.getByRole('button', { name: 'Stop sending slow.png' }).click();
  await expect(page.getByRole('progressbar', { name: /slow\.png/ })).toBeHidden();
  for (const go of let_go) go();
  mode = 'break';
  await page.locator('[data-composer] input[type=file]').setInputFiles([{ ...shot, name: 'plan.png' }]);
  await expect(page.getByText('The server cannot be reached. Check your connection and try again.')).toBeVisible();
  await expect(field).toHaveValue('With the plan');
  await expectNoSeriousFaults(page);
  mode = 'pass';
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('textbox', { name: 'Caption of plan.png' })).toBeVisible();
  const [size] = await Promise.all([page.getByRole('textbox', { name: 'Comment' }).inputValue()]);
  expect(size).toMatch(/^With the plan\n\n!\[\]\(file:[0-9a-f]{8}\)/);
  await page.getByRole('button', { name: 'Leave out plan.png' }).click();
  await expect(field).toHaveValue(/^With the plan\s*$/);
});

test('files of a description and of the task itself are renamed, taken away and brought back', async ({ world }) => {
  const board = await world.board('Papers', ['Collect']);
  const page = await world.pageFor(world.owner);
  await page.goto(`/b/${board.key}/1`);
  await page.getByRole('button', { name: 'Write a description' }).click();
  await page.getByRole('textbox', { name: 'Description' }).fill('The plan:');
  await give(page, 'drop', 'Description', shot);
  await page.getByRole('textbox', { name: 'Caption of shot.png' }).fill('The plan of the house');
  await page.getByRole('region', { name: 'Description' }).getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('region', { name: 'Description' }).getByAltText('The plan of the house')).toBeVisible();
  const attachments = page.getByRole('region', { name: 'Attachments' });
  await attachments
    .locator('input[type=file]')
    .setInputFiles([{ name: 'offer.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') }]);
  await attachments.getByRole('button', { name: 'More for offer.pdf' }).click();
  await page.getByRole('menuitem', { name: 'Name and caption' }).click();
  await attachments.getByRole('textbox', { name: 'Name' }).fill('Offer of May.pdf');
  await attachments.getByRole('textbox', { name: 'Caption' }).fill('From the carpenter');
  await attachments.getByRole('textbox', { name: 'Caption' }).press('Enter');
  await expect(attachments.getByText('From the carpenter')).toBeVisible();
  await expectNoSeriousFaults(page);
  await attachments.getByRole('button', { name: 'More for Offer of May.pdf' }).click();
  await page.getByRole('menuitem', { name: 'Take away' }).click();
  await expect(attachments.getByRole('link', { name: 'Offer of May.pdf' })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(attachments.getByRole('link', { name: 'Offer of May.pdf' })).toBeVisible();
  await expect(page.getByLabel('2 attachments')).toBeVisible();
});

test("an emoji of the workspace's own is added, found by keyboard, used as reaction and word, and taken away; nobody else hears of it", async ({
  world,
}) => {
  const ben = await world.member('Benoit');
  const board = await world.board('Signs', ['Cheer']);
  const task = await firstTask(world, board.key);
  await post(world.owner, task?.id ?? '', 'We ship :hooray: and :nothing:');
  const page = await world.pageFor(world.owner);
  const elsewhere: string[] = [];
  page.on(
    'request',
    (request) => new URL(request.url()).origin !== world.server.url && !request.url().startsWith('data:') && elsewhere.push(request.url()),
  );
  await page.goto('/settings/emoji');
  await page.locator('input[type=file]').setInputFiles([{ name: 'Photo.png', mimeType: 'image/png', buffer: picture('jpeg') }]);
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('photo');
  await page.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByRole('alert')).toContainText('Choose a PNG, GIF or WebP picture');
  await page.locator('input[type=file]').setInputFiles([{ name: 'hooray.png', mimeType: 'image/png', buffer: picture('png', 64, 64) }]);
  await page.getByRole('textbox', { name: 'Name' }).fill('hooray');
  await page.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByRole('img', { name: ':hooray:' })).toBeVisible();
  await expectNoSeriousFaults(page);

  await page.goto(`/b/${board.key}/1`);
  const article = page.getByRole('article').first();
  await expect(article.getByRole('img', { name: ':hooray:' })).toBeVisible();
  await expect(article).toContainText(':nothing:');
  await article.getByRole('button', { name: 'React' }).press('Enter');
  await page.getByRole('button', { name: 'All emoji' }).press('Enter');
  const find = page.getByRole('searchbox', { name: 'Find an emoji' });
  await expect(find).toBeFocused();
  await find.fill('hooray');
  await expect(page.getByRole('gridcell', { name: 'hooray' }).locator('img')).toBeVisible();
  await expectNoSeriousFaults(page);
  await page.keyboard.press('Enter');
  const reaction = article.getByRole('button', { name: `:hooray: from ${world.owner.name}` });
  await expect(reaction).toHaveAttribute('aria-pressed', 'true');
  await article.getByRole('button', { name: 'React' }).click();
  await page.getByRole('button', { name: 'All emoji' }).click();
  await find.fill('rocket');
  await page.getByRole('gridcell', { name: 'Rocket' }).click();
  await expect(article.getByRole('button', { name: `🚀 from ${world.owner.name}` })).toBeVisible();

  const his = await world.pageFor(ben);
  await his.goto(`/b/${board.key}/1`);
  await his.getByRole('button', { name: `:hooray: from ${world.owner.name}` }).click();
  await expect(his.getByRole('button', { name: /^:hooray: from .* and / })).toBeVisible();
  await his.goto('/settings/emoji');
  await expect(his.getByRole('img', { name: ':hooray:' })).toBeVisible();
  await expect(his.getByRole('button', { name: 'Remove :hooray:' })).toBeHidden();
  await page.goto('/settings/emoji');
  await page.getByRole('button', { name: 'Remove :hooray:' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByRole('img', { name: ':hooray:' })).toBeHidden();
  await page.goto(`/b/${board.key}/1`);
  await expect(article).toContainText('We ship :hooray: and :nothing:');
  expect(elsewhere).toEqual([]);
});

test('a draft goes on in another browser, meets what was written there, and ends when it is sent', async ({ world }) => {
  const board = await world.board('Two desks', ['Write']);
  const [office, home] = [await world.pageFor(world.owner), await world.pageFor(world.owner, { width: 390, height: 800 })];
  const kept = async (text: string) =>
    expect(async () => {
      const rows = await world.server.query<{ text: string }>(
        'select text from draft where person_id = $1 and place like $2 order by at desc',
        [world.owner.id, 'comment:%'],
      );
      expect(rows.map((row) => row.text)).toContain(text);
    }).toPass();
  const lookAgain = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await office.goto(`/b/${board.key}/1`);
  await (await begin(office)).fill('Half of it');
  await composer(office).getByText('Update', { exact: true }).click();
  await office.getByRole('textbox', { name: 'Headline' }).fill('We are half way');
  await kept('Half of it');
  await expect(async () => {
    const [row] = await world.server.query<{ headline: string }>(`select more ->> 'headline' as headline from draft where person_id = $1`, [
      world.owner.id,
    ]);
    expect(row?.headline).toBe('We are half way');
  }).toPass();

  await home.goto(`/b/${board.key}/1`);
  await home.getByRole('button', { name: 'Go on writing: Half of it' }).click();
  await expect(home.getByRole('textbox', { name: 'Headline' })).toHaveValue('We are half way');
  await home.getByRole('textbox', { name: 'Comment' }).fill('Half of it, and more at home');
  await kept('Half of it, and more at home');
  await lookAgain(office);
  await expect(office.getByRole('textbox', { name: 'Comment' })).toHaveValue('Half of it, and more at home');

  // Both write before either hears of the other: nothing is lost, and the writer decides.
  await home.route('**/graphql', (route) => (route.request().postData()?.includes('saveDraft') ? route.abort() : route.continue()));
  await home.getByRole('textbox', { name: 'Comment' }).fill('What I thought at home');
  await office.getByRole('textbox', { name: 'Comment' }).fill('What I thought in the office');
  await kept('What I thought in the office');
  await home.unroute('**/graphql');
  await lookAgain(home);
  await expect(home.getByText('You also wrote here on another device')).toBeVisible();
  await expectNoSeriousFaults(home);
  await home.getByRole('button', { name: 'Put it below' }).click();
  await expect(home.getByRole('textbox', { name: 'Comment' })).toHaveValue('What I thought at home\n\nWhat I thought in the office');
  await kept('What I thought at home\n\nWhat I thought in the office');
  await home.getByRole('button', { name: 'Post the update' }).click();
  await expect(home.getByRole('article')).toContainText('We are half way');
  // It is shown before the server has it; the other desk can only know of it afterwards.
  await expect.poll(() => world.server.query('select 1 from draft where person_id = $1', [world.owner.id])).toEqual([]);
  await lookAgain(office);
  await expect(office.getByRole('textbox', { name: 'Comment' })).toHaveValue('');
  await office.reload();
  await expect(office.getByRole('button', { name: 'Write a note, an update or an ask' })).toBeVisible();
  expect(await world.server.query('select 1 from draft where person_id = $1', [world.owner.id])).toEqual([]);
});

test('an edit and a reply that are not finished survive a reload, and a quote joins what was begun', async ({ world }) => {
  const board = await world.board('Unfinished', ['Think']);
  const task = await firstTask(world, board.key);
  await post(world.owner, task?.id ?? '', 'The first thought');
  const page = await world.pageFor(world.owner);
  await page.goto(`/b/${board.key}/1`);
  const article = page.getByRole('article').first();
  const more = article.getByRole('button', { name: /^More for the comment/ });
  await more.click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Edit the comment' }).fill('The second thou');
  await page.reload();
  await more.click();
  await page.getByRole('menuitem', { name: 'Go on with your edit' }).click();
  await expect(page.getByRole('textbox', { name: 'Edit the comment' })).toHaveValue('The second thou');
  await page.getByRole('textbox', { name: 'Edit the comment' }).fill('The second thought');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(article).toContainText('The second thought');
  await article.getByRole('button', { name: 'Reply' }).click();
  await page.getByRole('textbox', { name: 'Reply' }).fill('I would say');
  await more.click();
  await page.getByRole('menuitem', { name: 'Quote' }).click();
  await expect(page.getByRole('textbox', { name: 'Reply' })).toHaveValue('I would say\n\n> The second thought\n\n');
  await page.reload();
  await article.getByRole('button', { name: 'Go on with your reply' }).click();
  await expect(page.getByRole('textbox', { name: 'Reply' })).toHaveValue('I would say\n\n> The second thought\n\n');
  await page.getByRole('textbox', { name: 'Reply' }).press('Control+Enter');
  await expect(page.getByRole('article')).toHaveCount(2);
});

test('a thread is resolved and opened again, and the address of a reply opens it there', async ({ world }) => {
  const board = await world.board('Threads', ['Talk']);
  const task = await firstTask(world, board.key);
  const [first, reply] = [randomUUID(), randomUUID()];
  await post(world.owner, task?.id ?? '', 'Which paper?', { id: first });
  await post(world.owner, task?.id ?? '', 'The grey one', { id: reply, replyToId: first });
  const page = await world.pageFor(world.owner);
  await page.goto(`/b/${board.key}/1`);
  await page
    .getByRole('article')
    .first()
    .getByRole('button', { name: /^More for the comment/ })
    .click();
  await page.getByRole('menuitem', { name: 'Resolve the thread' }).click();
  const folded = page.getByRole('button', { name: `Resolved by ${world.owner.name}: Which paper? (2)` });
  await expect(folded).toHaveAttribute('aria-expanded', 'false');
  await page.goto(`/t/${board.key}-1#c-${reply}`);
  await expect(page.getByText('The grey one')).toBeInViewport();
  await expect(folded).toHaveAttribute('aria-expanded', 'true');
  await expectNoSeriousFaults(page);
  await page
    .getByRole('article')
    .first()
    .getByRole('button', { name: /^More for the comment/ })
    .click();
  await page.getByRole('menuitem', { name: 'Open the thread again' }).click();
  await expect(folded).toBeHidden();
});

test('people, tasks and tools are named as they are: by keyboard, across boards, and only to those who may know', async ({ world }) => {
  const ben = await world.member('Benjamin');
  const [board, secret] = [
    await world.board('Names', ['Write the guide', 'Print it']),
    await world.board('Elsewhere', ['The plan of the year']),
  ];
  const page = await world.pageFor(world.owner);
  await page.goto(`/b/${board.key}/1`);
  const field = await begin(page);
  await field.pressSequentially('@Benja');
  await field.press('Enter');
  await field.pressSequentially('needs #prin');
  await expect(page.getByRole('option', { name: 'Print it' })).toBeVisible();
  await field.press('Tab');
  await field.pressSequentially(`and ${secret.key}-1, in UTF-8.`);
  await field.press('Enter');
  await field.press('Enter');
  await field.pressSequentially('https://acme.slack.com/archives/C0123/p1718000000123456');
  await expect(field).toHaveValue(
    `[@Benjamin](person:${ben.id}) needs ${board.key}-2 and ${secret.key}-1, in UTF-8.\n\nhttps://acme.slack.com/archives/C0123/p1718000000123456`,
  );
  await page.getByRole('button', { name: 'just curious' }).or(page.getByText('just curious')).first().click();
  await field.press('Control+Enter');
  const article = page.getByRole('article').first();
  await expect(article.getByText('just curious')).toBeVisible();
  await expect(article.getByRole('link', { name: `${secret.key}-1` })).toHaveAttribute('title', 'The plan of the year');
  await expect(article.getByRole('link', { name: 'UTF-8' })).toHaveCount(0);
  await expect(article.getByRole('link', { name: /Message in acme, 10 Jun 2024\s+Slack · acme\.slack\.com/ })).toBeVisible();
  await article.getByRole('link', { name: `${secret.key}-1` }).click();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('The plan of the year');

  // A guest of the first board does not learn that the other one is there.
  const guest = await world.member('Gregor');
  await world.server.query(`update membership set role = 'guest' where person_id = $1`, [guest.id]);
  await world.server.query(`insert into board_guest (board_id, person_id, workspace_id, role) values ($1, $2, $3, 'commenter')`, [
    board.id,
    guest.id,
    world.workspaceId,
  ]);
  const theirs = await world.pageFor(guest);
  await theirs.goto(`/b/${board.key}/1`);
  const same = theirs.getByRole('article').first();
  await expect(same.getByRole('link', { name: `${board.key}-2` })).toBeVisible();
  await expect(same.getByRole('link', { name: `${secret.key}-1` })).toHaveCount(0);
});

test('comments that came with an import say who wrote them, when, and that they were edited', async ({ world }) => {
  const id = (n: number) => `5f2b0000000000000000000${n}`;
  const comment = (n: number, text: string, date: string, data: object = {}) => ({
    id: id(n),
    type: 'commentCard',
    date,
    idMemberCreator: id(5),
    memberCreator: { id: id(5), fullName: 'Pia Roth' },
    data: { text, card: { id: id(3) }, ...data },
  });
  const file = JSON.stringify({
    id: id(1),
    name: 'Imported talk',
    lists: [{ id: id(2), name: 'To do', closed: false, pos: 1 }],
    members: [{ id: id(5), fullName: 'Pia Roth', username: 'pia' }],
    cards: [{ id: id(3), name: 'Rye bread', idList: id(2), closed: false, pos: 1, badges: { comments: 2 } }],
    actions: [
      comment(7, 'With **caraway**', '2024-05-02T10:00:00.000Z', { dateLastEdited: '2024-05-03T11:30:00.000Z' }),
      comment(6, 'Needs a day', '2024-05-01T10:00:00.000Z'),
    ],
  });
  const sent = await fetch(`${world.server.url}/uploads`, {
    method: 'POST',
    headers: { cookie: world.owner.cookie, 'x-baton-request': '1', 'x-file-name': 'talk.json' },
    body: file,
  });
  const { id: uploadId } = (await sent.json()) as { id: string };
  const { boardKey } = await world.owner.ask<{ boardKey: string }>('mutation($i: ImportInput!) { runImport(input: $i) { boardKey } }', {
    i: { commandId: randomUUID(), workspaceId: world.workspaceId, uploadId, people: [] },
  });
  const page = await world.pageFor(world.owner, { timezoneId: 'Europe/Lisbon' });
  await page.goto(`/b/${boardKey}/1`);
  const articles = page.getByRole('article', { name: 'Comment of Pia Roth' });
  await expect(articles.nth(0)).toContainText(/Pia Roth.*1 May 2024.*from Trello.*Needs a day/s);
  await expect(articles.nth(0)).not.toContainText('edited');
  await expect(articles.nth(1)).toContainText(/2 May 2024.*edited .*3 May 2024.*from Trello.*With caraway/s);
  await expect(articles.nth(1).locator('strong')).toHaveText('caraway');
});
