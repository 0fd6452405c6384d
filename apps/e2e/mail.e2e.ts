import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Conversation } from '@baton/domain';
import { type ParsedMail, simpleParser } from 'mailparser';
import nodemailer from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { threeDays } from './today.scene';
import { type Actor, Server, World, expect, expectNoSeriousFaults, freePort, makeWorld, test as shared } from './world';

/** A mail server that keeps what it gets. */
async function aMailServer() {
  const caught: ParsedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _, done) => void simpleParser(stream).then((mail) => (caught.push(mail), done()), done),
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.server.address() as AddressInfo;
  return { caught, url: `smtp://127.0.0.1:${port}`, close: () => new Promise<void>((gone) => server.close(() => gone())) };
}

interface Post {
  world: World;
  caught: ParsedMail[];
  inbound: number;
}
/** A Baton that sends mail to a server of ours and receives some itself; its clock goes by itself, or begins where it is set. */
const withPost = (begin?: string) =>
  shared.extend<{ post: Post }>({
    post: async ({ browser }, use) => {
      const [smtp, inbound] = [await aMailServer(), await freePort()];
      const server = await Server.make({ SMTP_URL: smtp.url, MAIL_FROM: 'Baton <baton@baton.test>', INBOUND_PORT: String(inbound) });
      if (begin) await server.setClock(begin);
      const world = await makeWorld(server, browser);
      await use({ world, caught: smtp.caught, inbound });
      await world.close();
      await server.close();
      await smtp.close();
      expect(world.problems).toEqual([]);
    },
  });
const test = withPost();
const clockTest = withPost('2026-11-23T09:00:00Z');

const allDay = {
  1: [['00:00', '24:00']],
  2: [['00:00', '24:00']],
  3: [['00:00', '24:00']],
  4: [['00:00', '24:00']],
  5: [['00:00', '24:00']],
  6: [['00:00', '24:00']],
  7: [['00:00', '24:00']],
};
/** Somebody who is always at work, so that the time of this test does not matter. */
const alwaysAtWork = (actor: Actor) =>
  actor.ask('mutation($i: EditCalendarInput!) { editCalendar(input: $i) { id } }', { i: { commandId: randomUUID(), week: allDay } });

async function asks(world: World, of: Actor, want: string, text: string) {
  const board = await world.board('Website', ['Choose an outline']);
  const [card] = (await world.snapshot(board.key)).cards;
  const input = {
    commandId: randomUUID(),
    id: randomUUID(),
    taskId: card?.id,
    kind: 'ask',
    text,
    ask: { ids: [randomUUID()], personIds: [of.id], pool: false, want, blocking: false, ifNoReply: { kind: 'wait' } },
  };
  await world.owner.ask('mutation($i: PostCommentInput!) { postComment(input: $i) { seq } }', { i: input });
  return { ...board, taskId: card?.id ?? '' };
}
/** Two days pass for what waits to be told, and the worker comes round. */
async function deliver(world: World, done: () => Promise<void> | void) {
  await expect(async () => {
    await world.server.query(`update item set at = at - interval '2 days' where state = 'waiting' and at > now() - interval '1 day'`);
    await world.server.query(`select graphile_worker.add_job('delivery:tick')`);
    await done();
  }).toPass({ intervals: [1_000], timeout: 45_000 });
}
const conversationOf = (actor: Actor, taskId: string) =>
  actor.ask<Conversation>('query($t: ID!) { conversation(taskId: $t) }', { t: taskId });

test('a mail is read, answered with one click by somebody who is not signed in, and a second answer by mail is seen at once', async ({
  post,
}) => {
  const { world, caught, inbound } = post;
  const ben = await world.member('Ben');
  await alwaysAtWork(ben);
  const board = await asks(world, ben, 'acknowledgement', 'New rules for releases. Please read them.');
  await deliver(world, () => expect(caught).toHaveLength(1));
  const [mail] = caught;
  for (const [width, colorScheme] of [
    [700, 'light'],
    [320, 'dark'],
  ] as const) {
    const letter = await world.pageFor(null, { width, height: 700, colorScheme });
    await letter.setContent(String(mail?.html));
    await expect(letter.locator('span', { hasText: 'New rules for releases' })).toBeVisible();
    expect(await letter.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await expectNoSeriousFaults(letter);
  }
  const his = await world.pageFor(null, { width: 390 });
  await his.setContent(String(mail?.html));
  await his.getByRole('link', { name: /^Agree/ }).click();
  await expect(his.getByRole('heading', { name: `${world.owner.name} asks you, Ben` })).toBeVisible();
  await expectNoSeriousFaults(his);
  expect((await conversationOf(ben, board.taskId)).asks[0]?.closed).toBeNull();
  await his.keyboard.press('Tab');
  await his.keyboard.press('Enter');
  await expect(his.getByText('You agreed.')).toBeVisible();
  await expectNoSeriousFaults(his);
  expect((await conversationOf(ben, board.taskId)).asks[0]?.closed).toMatchObject({ ack: 'agree', byId: ben.id });

  const hers = await world.pageFor(world.owner);
  await hers.goto(`/b/${board.key}/1`);
  await expect(hers.getByText('Ben').first()).toBeVisible();
  const replyTo = mail?.replyTo?.value[0]?.address ?? '';
  const text = `One more thing: page 3 has a typo.\n\nOn Wed, Nov 25, 2026 at 9:00 AM Baton <${replyTo}> wrote:\n\n${(mail?.text ?? '').replace(/^/gm, '> ')}`;
  await nodemailer
    .createTransport({ host: '127.0.0.1', port: inbound, ignoreTLS: true })
    .sendMail({ from: ben.email, to: replyTo, subject: `Re: ${mail?.subject ?? ''}`, text });
  await expect(hers.getByText('One more thing: page 3 has a typo.', { exact: true })).toBeVisible();
});

clockTest('the digest after three days off is answered by mail, line by line', async ({ post }) => {
  const { world, caught, inbound } = post;
  const { ana, ben, mia, board, does } = await threeDays(world, [
    { id: 'off', fromDay: '2026-11-24', fromTime: null, toDay: '2026-11-26', toTime: null, delegateId: null, note: '', returnBuffer: 0 },
  ]);
  const toMia = () => caught.filter(({ to }) => [to].flat().some((one) => one?.text.includes(mia.email)));
  await world.server.query(`select graphile_worker.add_job('delivery:tick')`);
  await expect
    .poll(async () => world.server.query(`select 1 from graphile_worker.jobs where task_identifier = 'delivery:tick'`))
    .toEqual([]);
  expect(toMia()).toEqual([]);
  await world.setClock('2026-11-27T09:00:30Z');
  await expect(async () => {
    await world.server.query(`select graphile_worker.add_job('delivery:tick')`);
    expect(toMia()).toHaveLength(1);
  }).toPass({ intervals: [1_000], timeout: 30_000 });

  const [mail] = toMia();
  const text = mail?.text ?? '';
  const told = ['Which of the two photos', 'We take 90 g, recycled', 'Ana offers you this task', 'The mill is closed', 'from pier 3'];
  for (const line of told) expect(text).toContain(line);
  const letter = await world.pageFor(null, { width: 390, timezoneId: 'Europe/Lisbon' });
  await letter.setContent(String(mail?.html));
  await expectNoSeriousFaults(letter);
  // Each line has its own address: her mail program opens a letter to it.
  const send = async (task: string, words: string) => {
    const link = letter.getByRole('link', { name: `Answer by mail: ${board.key}-${task}` }).first();
    const address = decodeURIComponent((await link.getAttribute('href')) ?? '');
    const [, to = '', subject = ''] = /^mailto:(.+?)\?subject=(.+)$/.exec(address) ?? [];
    const quoted = `On Fri, Nov 27, 2026 at 9:00 AM Baton <${to}> wrote:\n\n${text.replace(/^/gm, '> ')}`;
    await nodemailer
      .createTransport({ host: '127.0.0.1', port: inbound, ignoreTLS: true })
      .sendMail({ from: mia.email, to, subject, text: `${words}\n\n${quoted}` });
  };
  await send('4 Order the paper', 'Object: the blue one fades');
  await send('2 Choose the cover photo', 'The bridge at dawn.\n\n-- \nMia\nPhone 12345');

  const hers = await world.pageFor(ana, { timezoneId: 'Europe/Lisbon' });
  await hers.clock.setFixedTime(new Date('2026-11-27T09:02:00Z'));
  const [photo, paper] = [await does.idOf('Choose the cover photo'), await does.idOf('Order the paper')];
  const closed = async (taskId: string) => (await conversationOf(ana, taskId)).asks.map((ask) => ask.closed);
  await expect.poll(() => closed(photo)).toMatchObject([{ as: 'answered', text: 'The bridge at dawn.', byId: mia.id }]);
  await expect.poll(() => closed(paper)).toMatchObject([{ ack: 'object', text: 'the blue one fades', byId: mia.id }]);
  await hers.goto(`/b/${board.key}/2`);
  await expect(hers.getByText('The bridge at dawn.', { exact: true })).toBeVisible();
  await expect(hers.getByText('Phone 12345')).toHaveCount(0);
  const his = await world.pageFor(ben, { timezoneId: 'Europe/Lisbon' });
  await his.clock.setFixedTime(new Date('2026-11-27T09:02:00Z'));
  await his.goto(`/b/${board.key}/4`);
  await expect(his.getByText('the blue one fades').first()).toBeVisible();
});

test('a board shows its address, and a mail to it becomes a task that is seen at once', async ({ post }) => {
  const { world, inbound } = post;
  const board = await world.board('Intake', ['First']);
  const page = await world.pageFor(world.owner);
  await page.goto(`/b/${board.key}`);
  await page.getByRole('button', { name: 'Menu of the board' }).click();
  await page.getByRole('menuitem', { name: 'Tasks by mail' }).click();
  const field = page.getByRole('textbox', { name: 'Address of this board' });
  await expect(field).toHaveValue(/^baton\+.+@baton\.test$/);
  const address = await field.inputValue();
  await expectNoSeriousFaults(page);
  await page.keyboard.press('Escape');
  await nodemailer
    .createTransport({ host: '127.0.0.1', port: inbound, ignoreTLS: true })
    .sendMail({ from: world.owner.email, to: address, subject: 'Fwd: The link is broken', text: 'It leads nowhere.' });
  await expect(page.getByText('The link is broken')).toBeVisible();
  expect(await world.titlesIn(board.key, 'To do')).toEqual(['First', 'The link is broken']);

  // Whoever sees to the mail reads what came in, and what became of it.
  await page.goto('/settings/mail');
  const arrived = page.getByRole('region', { name: 'What came in' }).getByRole('listitem');
  await expect(arrived).toContainText('became a task');
  await expect(arrived).toContainText(`to ${address}`);
  await expectNoSeriousFaults(page);
  await arrived.getByRole('link', { name: `${board.key}-2` }).click();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('The link is broken');
});

shared('without a mail server the admin reads that mail is off, and the mail that would have gone out', async ({ world }) => {
  const ben = await world.member('Ben');
  await alwaysAtWork(ben);
  await asks(world, ben, 'answer', 'Which of the two do we take?');
  await deliver(world, async () =>
    expect(await world.server.query('select 1 from mail_out where workspace_id = $1', [world.workspaceId])).toHaveLength(1),
  );
  const page = await world.pageFor(world.owner, { width: 390 });
  await page.goto('/settings/mail');
  await expect(page.getByText('Mail is off')).toBeVisible();
  await page.getByRole('button', { name: /^Read the mail to ben/ }).click();
  const frame = page.frameLocator('iframe[title="The mail as it looks"]');
  await expect(frame.locator('span', { hasText: 'Which of the two do we take?' })).toBeVisible();
  await expect(page.locator('iframe')).toHaveAttribute('sandbox', '');
  await page.getByText('Plain text').click();
  await expect(page.locator('pre')).toContainText('because');
  await expectNoSeriousFaults(page);
  const his = await world.pageFor(ben);
  await his.goto('/settings/mail');
  await expect(his.getByRole('tab', { name: 'Mail and webhooks' })).toHaveCount(0);
  await expect(his.getByText('Mail is off')).toHaveCount(0);
});

shared('somebody turns mail off and on, and lets a browser show messages', async ({ world }) => {
  const page = await world.pageFor(world.owner);
  await page.context().grantPermissions(['notifications'], { origin: world.server.url });
  // A push service is somebody else's machine: the browser is given a subscription as it would be.
  await page.addInitScript(() => {
    const kept: { now: unknown } = { now: null };
    PushManager.prototype.getSubscription = () => Promise.resolve(kept.now as PushSubscription | null);
    PushManager.prototype.subscribe = () => {
      kept.now = {
        toJSON: () => ({
          endpoint: 'https://push.example.org/abc',
          keys: {
            p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
            auth: 'BTBZMqHH6r4Tts7J_aSIgg',
          },
        }),
        unsubscribe: () => Promise.resolve(((kept.now = null), true)),
      };
      return Promise.resolve(kept.now as PushSubscription);
    };
  });
  await page.goto('/settings/reach');
  const mail = page.getByRole('switch', { name: /^Mail/ });
  await expect(mail).toBeChecked();
  await mail.press('Space');
  await expect(mail).not.toBeChecked();
  await page.reload();
  await expect(mail).not.toBeChecked();
  await mail.press('Space');
  await expect(mail).toBeChecked();
  await page.getByRole('button', { name: 'Show messages in this browser' }).click();
  await expect(page.getByRole('list', { name: 'Browsers that show messages' })).toContainText('Chrome on Linux');
  await expectNoSeriousFaults(page);

  expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.scriptURL)).toBe(`${world.server.url}/push.js`);
  await page.getByRole('button', { name: /Show no more messages/ }).click();
  await expect(page.getByRole('button', { name: 'Show messages in this browser' })).toBeVisible();
});

shared(
  'a webhook for what is urgent is added, tested and taken away, and an address inside is refused with what was typed kept',
  async ({ world }) => {
    const page = await world.pageFor(world.owner, { width: 390 });
    await page.goto('/settings/reach');
    const field = page.getByRole('textbox', { name: 'Address to call' });
    await field.fill('http://127.0.0.1/');
    await field.press('Enter');
    await expect(page.getByText('belongs to a private network')).toBeVisible();
    await expect(field).toHaveValue('http://127.0.0.1/');
    await field.fill('https://hook.invalid/secret');
    await field.press('Enter');
    await expect(page.getByRole('textbox', { name: /Its secret/ })).toHaveValue(/^whsec_/);
    const list = page.getByRole('list', { name: 'My webhooks' });
    await expect(list).toContainText('hook.invalid');
    await expect(list).not.toContainText('secret');
    await list.getByRole('button', { name: 'Test the webhook at hook.invalid' }).click();
    await expect(list).toContainText('It did not take the test');
    await expectNoSeriousFaults(page);
    await list.getByRole('button', { name: /Take the webhook/ }).click();
    await expect(list).not.toContainText('hook.invalid');
  },
);
