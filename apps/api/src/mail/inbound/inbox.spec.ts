import { randomUUID } from 'node:crypto';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import { type MailServer, aLine, aMailServer, aMessage, ask, askLine, conversationOf } from '../../../test/mail';
import { type Somebody, type TestBoard, type TestServer, aBoard, aServer } from '../../../test/world';
import { MailChannel } from '../mail.channel';
import { MailListener } from './listener';

let smtp: MailServer;
let server: TestServer;
beforeAll(async () => {
  smtp = await aMailServer();
  server = await aServer({
    SMTP_URL: smtp.url(),
    MAIL_FROM: 'Baton <baton@baton.test>',
    BASE_URL: 'http://baton.test',
    INBOUND_PORT: '0',
    LOG_LEVEL: 'silent',
  });
  await server.app.get(MailListener).listen(0, '127.0.0.1');
});
afterAll(async () => {
  await server.close();
  await smtp.stop();
});
beforeEach(() => {
  server.clock.set('2026-11-24T09:00:00Z');
  smtp.caught.length = 0;
});

const emailOf = async (who: Somebody) =>
  ((await server.db.query('select email from person where id = $1', [who.id])) as { email: string }[])[0]?.email ?? '';
type Mail = SendMailOptions & { envelope?: { from: string; to: string } };
/** Sends a mail to Baton, as the mail server in front of it does. */
const send = (mail: Mail) =>
  nodemailer.createTransport({ host: '127.0.0.1', port: server.app.get(MailListener).port, ignoreTLS: true }).sendMail({
    messageId: `<${randomUUID()}@example.org>`,
    ...mail,
  });
const comments = async (board: TestBoard) =>
  (await conversationOf(board.alice, board.task('write'))).comments.map(({ text, authorId }) => [text, authorId]);

/** A mail to Bob about an ask, and how he answers it. */
async function aMailToBob(more: Record<string, unknown> = {}) {
  const board = await aBoard(server, { tasks: ['write', 'other'] });
  const asked = await ask(board, board.bob, more);
  await server.app.get(MailChannel).send(aMessage(board, board.bob, [askLine(board, asked)]));
  const caught = smtp.caught.shift();
  const replyTo = caught?.mail.replyTo?.value[0]?.address ?? '';
  const bob = await emailOf(board.bob);
  const quoted = `\n\nOn Tue, 24 Nov 2026 at 10:00, Baton <${replyTo}> wrote:\n\n${(caught?.mail.text ?? '').replace(/^/gm, '> ')}`;
  const answer = (text: string, mail: Mail = {}) =>
    send({
      from: `Bob <${bob}>`,
      to: replyTo,
      subject: `Re: ${caught?.mail.subject ?? ''}`,
      inReplyTo: caught?.mail.messageId ?? '',
      text: text + quoted,
      ...mail,
    });
  const theAsk = async () => (await conversationOf(board.alice, board.task('write'))).asks[0];
  return { board, asked, caught, replyTo, bob, answer, theAsk };
}
const outcomes = () =>
  server.db.query('select outcome, why from mail_in order by at, outcome') as Promise<{ outcome: string; why: string | null }[]>;

describe('an answer by mail', () => {
  it('is the answer to the ask, in the words that were written and no others', async () => {
    const { board, answer, theAsk } = await aMailToBob();
    await answer('Green.\n\nIt fits the rest.');
    expect((await theAsk())?.closed).toMatchObject({ as: 'answered', byId: board.bob.id, text: 'Green.\n\nIt fits the rest.' });
    expect(await comments(board)).toContainEqual(['Green.\n\nIt fits the rest.', board.bob.id]);
    expect(smtp.caught).toEqual([]);
  });

  it('applies once, however often the same mail comes and however many come at once', async () => {
    const { board, answer, theAsk } = await aMailToBob();
    const messageId = `<${randomUUID()}@example.org>`;
    await Promise.all([1, 2, 3, 4].map(() => answer('Green', { messageId }).catch(() => undefined)));
    await answer('Green', { messageId });
    expect((await theAsk())?.steps.filter(({ step }) => step === 'answer')).toHaveLength(1);
    expect((await comments(board)).filter(([text]) => text === 'Green')).toHaveLength(1);
  });

  it('applies once when Baton died after it was written and before it was noted', async () => {
    for (const more of [{}, { want: 'acknowledgement' }]) {
      const { board, answer } = await aMailToBob(more);
      const messageId = `<${randomUUID()}@example.org>`;
      await answer('Green', { messageId });
      await server.db.query('delete from mail_in');
      await answer('Green', { messageId });
      expect((await comments(board)).filter(([text]) => text === 'Green')).toHaveLength(1);
    }
  });

  it('becomes a comment when the ask is settled by now, or when the mail was about no ask', async () => {
    const { board, asked, answer, theAsk } = await aMailToBob();
    await board.alice.command('stepAsk', 'StepAskInput', { askId: asked.id, step: 'withdraw' });
    await answer('Too late, but green');
    expect((await theAsk())?.closed?.as).toBe('withdrawn');
    expect(await comments(board)).toContainEqual(['Too late, but green', board.bob.id]);

    await server.app.get(MailChannel).send(aMessage(board, board.bob, [aLine(board)]));
    const address = smtp.caught.shift()?.mail.replyTo?.value[0]?.address ?? '';
    await send({ from: await emailOf(board.bob), to: address, subject: 'Re: x', text: 'A thought' });
    expect(await comments(board)).toContainEqual(['A thought', board.bob.id]);
  });

  it('says with its first word how an acknowledgement is meant', async () => {
    const { theAsk, answer } = await aMailToBob({ want: 'acknowledgement' });
    await answer('Object: the date is too early');
    expect((await theAsk())?.closed).toMatchObject({ ack: 'object', text: 'the date is too early' });
  });

  it('to a digest goes to the task of the address, whichever of its lines it was', async () => {
    const board = await aBoard(server, { tasks: ['write', 'other'] });
    const other = { taskId: board.task('other'), taskTitle: 'other', taskKey: `${board.key}-2`, by: '2026-11-30T09:00:00.000Z' };
    const lines = [aLine(board), aLine(board, other)];
    await server.app.get(MailChannel).send(aMessage(board, board.bob, [], { digest: { lines, moreUpdates: 0, others: [], events: 2 } }));
    const caught = smtp.caught.shift();
    const addresses = [...(caught?.mail.text ?? '').matchAll(/mailto:(\S+?)\?/g)].map(([, address]) => address);
    expect(addresses).toHaveLength(2);
    expect(caught?.mail.replyTo?.value[0]?.address).toBe(addresses[0]);
    await send({ from: await emailOf(board.bob), to: addresses[1] ?? '', subject: 'Re: other', text: 'To the other one' });
    const { comments: said } = await conversationOf(board.alice, board.task('other'));
    expect(said.map(({ text }) => text)).toEqual(['To the other one']);
  });
});

describe('what is not posted', () => {
  const machines: [string, Mail][] = [
    ['an absence note', { headers: { 'Auto-Submitted': 'auto-replied' } }],
    ['an old absence note', { headers: { Precedence: 'bulk' } }],
    ['what a list passes on', { headers: { 'List-Id': '<dev.example.org>' } }],
    ['an absence note of Exchange', { subject: 'Automatic reply: [Website] write' }],
  ];
  it.each(machines)('%s, and it is not answered', async (_, mail) => {
    const { board, answer, theAsk } = await aMailToBob();
    await answer('I am away until Monday', mail);
    expect((await theAsk())?.closed).toBeNull();
    expect(await comments(board)).toHaveLength(1);
    expect(smtp.caught).toEqual([]);
    expect((await outcomes()).at(-1)).toMatchObject({ outcome: expect.any(String) as string });
  });

  it('a mail with an empty return path, which nobody may answer', async () => {
    const { board, answer, bob, replyTo } = await aMailToBob();
    await answer('Away', { envelope: { from: '', to: replyTo }, from: bob });
    expect(await comments(board)).toHaveLength(1);
    expect(smtp.caught).toEqual([]);
  });

  it('a mail to an address that is unknown or expired, which is answered once with a sentence', async () => {
    const { board, answer, replyTo, bob } = await aMailToBob();
    server.clock.set('2027-03-01T09:00:00Z');
    await answer('Very late');
    await answer('Still there?');
    server.clock.set('2026-11-24T10:00:00Z');
    expect(await comments(board)).toHaveLength(1);
    expect(smtp.caught).toHaveLength(1);
    const [notice] = smtp.caught;
    expect([notice?.from, notice?.to, notice?.mail.headers.get('auto-submitted')]).toEqual(['', [bob], 'auto-replied']);
    expect(notice?.mail.text).toContain('not known here, or no longer');
    smtp.caught.length = 0;
    const guesses = Array.from({ length: 6 }, (_, i) => replyTo.replace(/\+.*@/, `+${'abcdef'[i] ?? ''}${'a'.repeat(31)}@`));
    for (const guess of guesses) await send({ from: 'victim@example.org', to: guess, subject: 'x', text: 'x' });
    expect(smtp.caught).toHaveLength(3);
  });

  it('a mail from somebody else than the one it was sent to: it comes back with a sentence, and with what was written', async () => {
    const { board, answer } = await aMailToBob();
    await answer('Agreed, sign it', { from: 'eve@example.org' });
    expect(await comments(board)).toHaveLength(1);
    expect(smtp.caught[0]?.to).toEqual(['eve@example.org']);
    expect(smtp.caught[0]?.mail.text).toContain('> Agreed, sign it');
  });

  it('a mail from somebody who left the board since, or who may only read', async () => {
    const { board, answer } = await aMailToBob();
    await board.alice.ask('mutation($w: ID!, $p: ID!) { setMemberRole(workspaceId: $w, personId: $p, role: viewer) { role } }', {
      w: board.workspaceId,
      p: board.bob.id,
    });
    await answer('May I?');
    expect(smtp.caught[0]?.mail.text).toContain('You may not write there');
    await board.alice.ask('mutation($w: ID!, $p: ID!) { removeMember(workspaceId: $w, personId: $p) }', {
      w: board.workspaceId,
      p: board.bob.id,
    });
    await answer('And now?');
    expect(await comments(board)).toHaveLength(1);
    expect(smtp.caught).toHaveLength(2);
  });

  it('a mail without words of its own', async () => {
    const { board, answer } = await aMailToBob();
    await answer('');
    expect(await comments(board)).toHaveLength(1);
    expect(smtp.caught[0]?.mail.text).toContain('no words of yours');
  });

  it('mail for other addresses, which is refused at the door', async () => {
    for (const to of ['baton@baton.test', 'somebody@baton.test', 'baton+x@elsewhere.test'])
      await expect(send({ from: 'a@example.org', to, subject: 'x', text: 'x' })).rejects.toMatchObject({ responseCode: 550 });
  });
});

it('a mail server that reports a dead address later marks it, and a passing trouble does not', async () => {
  const report = (to: string, status: string) =>
    send({
      envelope: { from: '', to },
      raw: [
        'From: MAILER-DAEMON@example.org',
        `To: ${to}`,
        'Subject: Undelivered Mail Returned to Sender',
        `Message-ID: <${randomUUID()}@example.org>`,
        'Auto-Submitted: auto-replied',
        'MIME-Version: 1.0',
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'Sorry.',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mx.example.org',
        '',
        'Final-Recipient: rfc822; bob@example.org',
        'Action: failed',
        `Status: ${status}`,
        'Diagnostic-Code: smtp; 550 5.1.1 no such',
        '  person here',
        '',
        '--b--',
        '',
      ].join('\r\n'),
    });
  const { board, caught } = await aMailToBob();
  await report(caught?.from ?? '', '5.2.2');
  expect(await server.app.get(MailChannel).reaches(board.bob.id)).toBe(true);
  await report(caught?.from ?? '', '5.1.1');
  expect(await server.app.get(MailChannel).reaches(board.bob.id)).toBe(false);
  expect(await board.bob.ask('{ myReach { refusedWhy } }')).toEqual({ refusedWhy: '550 5.1.1 no such person here' });
  expect(smtp.caught).toEqual([]);
});

describe('somebody who is away', () => {
  const leave = (who: Somebody, more: Record<string, unknown> = {}) =>
    who.ask('mutation($i: EditCalendarInput!) { editCalendar(input: $i) { id } }', {
      i: {
        commandId: randomUUID(),
        leave: [
          {
            id: 'l',
            fromDay: '2026-11-23',
            fromTime: null,
            toDay: '2026-12-11',
            toTime: null,
            delegateId: null,
            note: '',
            returnBuffer: 2,
            ...more,
          },
        ],
      },
    });

  it('is said to whoever writes to them by mail, once in seven days, with who covers; the mail is kept all the same', async () => {
    const { board, answer, theAsk } = await aMailToBob();
    await leave(board.alice, { delegateId: board.viewer.id });
    await answer('Green');
    expect((await theAsk())?.closed?.as).toBe('answered');
    expect(smtp.caught.map(({ mail }) => mail.text)).toEqual([expect.stringMatching(/Alice is away until Mon 14 Dec .*Vera covers\./)]);
    expect(smtp.caught[0]?.mail.headers.get('auto-submitted')).toBe('auto-replied');
    server.clock.set('2026-11-30T09:00:00Z');
    await answer('And blue');
    expect(smtp.caught).toHaveLength(1);
    server.clock.set('2026-12-01T09:01:00Z');
    await answer('And red');
    expect(smtp.caught).toHaveLength(2);
    await answer('I am away too', { headers: { 'Auto-Submitted': 'auto-replied' } });
    expect(smtp.caught).toHaveLength(2);
  });
});

describe('files', () => {
  const filesOf = (who: Somebody, taskId: string) =>
    who.ask<{ attachments: { name: string; url: string }[] }>('query($id: ID!) { task(id: $id) { attachments { name url } } }', {
      id: taskId,
    });
  const read = (path: string, who: Somebody) => fetch(`${server.url}${path}`, { headers: { cookie: who.cookie } });

  it('stay with the task, once, and are saved by a browser but never opened in it, by those who may read the task', async () => {
    const { board, answer } = await aMailToBob();
    const taskId = board.task('write');
    const mail = {
      messageId: `<${randomUUID()}@example.org>`,
      attachments: [
        { filename: '../../étude <b>.html', content: '<script>alert(1)</script>', contentType: 'text/html' },
        { filename: 'plan.pdf', content: 'a plan' },
      ],
    };
    await answer('See the plan', mail);
    await server.db.query('delete from mail_in');
    await answer('See the plan', mail);
    expect(await comments(board)).toContainEqual(['See the plan\n\nFiles: étude <b>.html, plan.pdf', board.bob.id]);
    expect((await board.card('write'))?.attachmentCount).toBe(2);
    const { attachments } = await filesOf(board.alice, taskId);
    expect(attachments.map(({ name }) => name).sort()).toEqual(['plan.pdf', 'étude <b>.html']);
    const page = attachments.find(({ name }) => name.endsWith('html'))?.url ?? '';
    const got = await read(page, board.alice);
    expect(await got.text()).toBe('<script>alert(1)</script>');
    expect(Object.fromEntries(got.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    });
    expect(got.headers.get('content-disposition')).toContain('attachment');
    expect((await read(page, board.viewer)).status).toBe(200);
    expect((await read(page, board.outsider)).status).toBe(404);
    expect((await fetch(`${server.url}${page}`)).status).toBe(401);
    expect((await read(page.replace(/[0-9a-f]{4}$/, '0000'), board.alice)).status).toBe(404);
  });

  it('that are too large are named to the sender, and the words stay', async () => {
    const { board, answer } = await aMailToBob();
    await answer('The film', {
      attachments: [{ filename: 'film.mov', content: Buffer.alloc(11 * 1024 * 1024) }],
    });
    expect((await comments(board)).some(([text]) => text === 'The film')).toBe(true);
    expect(smtp.caught[0]?.mail.text).toContain('film.mov');
  });

  it('come with a mail to a board too, and pictures of a signature do not', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    const address = await board.bob.ask<string>('query($b: ID!) { boardAddress(boardId: $b) }', { b: board.id });
    await send({
      from: await emailOf(board.bob),
      to: address,
      subject: 'With a file',
      html: '<p>Look</p><img src="cid:logo">',
      attachments: [
        { filename: 'logo.png', content: 'png', cid: 'logo' },
        { filename: 'log.txt', content: 'a log' },
      ],
    });
    const card = await board.card('With a file');
    expect((await filesOf(board.alice, card?.id ?? '')).attachments.map(({ name }) => name)).toEqual(['log.txt']);
  });
});

describe('the address of a board', () => {
  const addressOf = (who: Somebody, board: TestBoard) => who.ask<string>('query($b: ID!) { boardAddress(boardId: $b) }', { b: board.id });

  it('makes a mail a task in the first column that waits, at its end, once, with what it says', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    const address = await addressOf(board.bob, board);
    const mail = {
      from: await emailOf(board.bob),
      to: address,
      subject: 'Fwd: Re: The link is broken',
      text: 'Please look.\n\n---------- Forwarded message ---------\nFrom: Client <c@example.org>\n\nIt is broken.\n\n-- \nBob\n',
      messageId: `<${randomUUID()}@example.org>`,
    };
    await send(mail);
    await server.db.query('delete from mail_in');
    await board.alice.command('createTasks', 'CreateTasksInput', {
      columnId: board.column('To do'),
      afterTaskId: (await board.card('The link is broken'))?.id,
      tasks: [{ id: randomUUID(), title: 'later' }],
    });
    await send(mail);
    expect(await board.titlesIn('To do')).toEqual(['write', 'The link is broken', 'later']);
    const card = await board.card('The link is broken');
    expect([card?.requesterId, card?.ownerId]).toEqual([board.bob.id, null]);
    const { description } = await board.alice.ask<{ description: string }>('query($id: ID!) { task(id: $id) { description } }', {
      id: card?.id,
    });
    expect(description).toBe('Please look.\n\n---------- Forwarded message ---------\nFrom: Client <c@example.org>\n\nIt is broken.');
  });

  it('takes mail of members alone, and says so once to anybody else', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    const address = await addressOf(board.alice, board);
    for (const from of [await emailOf(board.outsider), await emailOf(board.viewer), 'c@example.org', 'c@example.org'])
      await send({ from, to: address, subject: 'Let me in', text: 'Please' });
    expect(await board.titlesIn('To do')).toEqual(['write']);
    expect(smtp.caught.map(({ to }) => to[0])).toEqual([await emailOf(board.outsider), await emailOf(board.viewer), 'c@example.org']);
    expect(smtp.caught[0]?.mail.text).toContain('only members of the board');
  });

  it('ends when it is renewed, and is no business of those who may only read', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    const first = await addressOf(board.bob, board);
    expect(await addressOf(board.alice, board)).toBe(first);
    await expect(addressOf(board.viewer, board)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const second = await board.alice.ask<string>('mutation($b: ID!) { renewBoardAddress(boardId: $b) }', { b: board.id });
    const from = await emailOf(board.bob);
    await send({ from, to: first, subject: 'To the old one', text: 'x' });
    await send({ from, to: second, subject: 'To the new one', text: 'x' });
    expect(await board.titlesIn('To do')).toEqual(['write', 'To the new one']);
  });
});

it('is brought again by the other server while Baton cannot keep it', async () => {
  const { answer, theAsk } = await aMailToBob();
  const messageId = `<${randomUUID()}@example.org>`;
  await server.db.query('alter table mail_in rename to mail_in_away');
  await expect(answer('Green', { messageId })).rejects.toMatchObject({ responseCode: 451 });
  await server.db.query('alter table mail_in_away rename to mail_in');
  await answer('Green', { messageId });
  expect((await theAsk())?.closed?.text).toBe('Green');
});
