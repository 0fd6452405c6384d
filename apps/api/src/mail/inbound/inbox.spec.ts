import { randomUUID } from 'node:crypto';
import nodemailer from 'nodemailer';
import { type InboundMail, type MailDesk, aMailDesk, commentsOn } from '../../../test/inbound';
import { aLine, aMessage, conversationOf } from '../../../test/mail';
import { type Somebody, aBoard } from '../../../test/world';
import { Settings } from '../../platform/config/settings';
import { Addresses } from '../addresses';
import { MailChannel } from '../mail.channel';
import { InboxService } from './inbox.service';
import { MailListener } from './listener';

let desk: MailDesk;
beforeAll(async () => void (desk = await aMailDesk()));
afterAll(() => desk.close());
beforeEach(() => desk.begin());

describe('an answer by mail', () => {
  it('is the answer to the ask, in the words that were written and no others', async () => {
    const { board, answer, theAsk } = await desk.aMailToBob();
    await answer('Green.\n\nIt fits the rest.');
    expect((await theAsk())?.closed).toMatchObject({ as: 'answered', byId: board.bob.id, text: 'Green.\n\nIt fits the rest.' });
    expect(await commentsOn(board)).toContainEqual(['Green.\n\nIt fits the rest.', board.bob.id]);
    expect(desk.smtp.caught).toEqual([]);
  });

  it('applies once, however often the same mail comes and however many come at once', async () => {
    const { board, answer, theAsk } = await desk.aMailToBob();
    const messageId = `<${randomUUID()}@example.org>`;
    await Promise.all([1, 2, 3, 4].map(() => answer('Green', { messageId }).catch(() => undefined)));
    await answer('Green', { messageId });
    expect((await theAsk())?.steps.filter(({ step }) => step === 'answer')).toHaveLength(1);
    expect((await commentsOn(board)).filter(([text]) => text === 'Green')).toHaveLength(1);
  });

  it('applies once when Baton died after it was written and before it was noted', async () => {
    for (const more of [{}, { want: 'acknowledgement' }]) {
      const { board, answer } = await desk.aMailToBob(more);
      const messageId = `<${randomUUID()}@example.org>`;
      await answer('Green', { messageId });
      await desk.server.db.query('delete from mail_in');
      await answer('Green', { messageId });
      expect((await commentsOn(board)).filter(([text]) => text === 'Green')).toHaveLength(1);
    }
  });

  it('becomes a comment when the ask is settled by now, or when the mail was about no ask', async () => {
    const { board, asked, answer, theAsk } = await desk.aMailToBob();
    await board.alice.command('stepAsk', 'StepAskInput', { askId: asked.id, step: 'withdraw' });
    await answer('Too late, but green');
    expect((await theAsk())?.closed?.as).toBe('withdrawn');
    expect(await commentsOn(board)).toContainEqual(['Too late, but green', board.bob.id]);

    await desk.server.app.get(MailChannel).send(aMessage(board, board.bob, [aLine(board)]));
    const address = desk.smtp.caught.shift()?.mail.replyTo?.value[0]?.address ?? '';
    await desk.send({ from: await desk.emailOf(board.bob), to: address, subject: 'Re: x', text: 'A thought' });
    expect(await commentsOn(board)).toContainEqual(['A thought', board.bob.id]);
  });

  it('says with its first word how an acknowledgement is meant', async () => {
    const { theAsk, answer } = await desk.aMailToBob({ want: 'acknowledgement' });
    await answer('Object: the date is too early');
    expect((await theAsk())?.closed).toMatchObject({ ack: 'object', text: 'the date is too early' });
  });

  it('to a digest goes to the task of the address, whichever of its lines it was', async () => {
    const board = await aBoard(desk.server, { tasks: ['write', 'other'] });
    const other = { taskId: board.task('other'), taskTitle: 'other', taskKey: `${board.key}-2`, by: '2026-11-30T09:00:00.000Z' };
    const lines = [aLine(board), aLine(board, other)];
    await desk.server.app
      .get(MailChannel)
      .send(aMessage(board, board.bob, [], { digest: { lines, moreUpdates: 0, others: [], events: 2 } }));
    const caught = desk.smtp.caught.shift();
    const addresses = [...(caught?.mail.text ?? '').matchAll(/mailto:(\S+?)\?/g)].map(([, address]) => address);
    expect(addresses).toHaveLength(2);
    expect(caught?.mail.replyTo?.value[0]?.address).toBe(addresses[0]);
    await desk.send({ from: await desk.emailOf(board.bob), to: addresses[1] ?? '', subject: 'Re: other', text: 'To the other one' });
    const { comments: said } = await conversationOf(board.alice, board.task('other'));
    expect(said.map(({ text }) => text)).toEqual(['To the other one']);
  });
});

it('is listed for admins of the workspace with what became of it, and for nobody else', async () => {
  const { board, answer, bob } = await desk.aMailToBob();
  await answer('Green');
  await answer('I am away', { headers: { 'Auto-Submitted': 'auto-replied' } });
  const list = (who: Somebody, workspaceId = board.workspaceId) =>
    who.ask<{ sender: string; outcome: string; taskKey: string | null; recipient: string }[]>(
      'query($w: ID!) { mailArrivals(workspaceId: $w) { sender recipient outcome taskKey } }',
      { w: workspaceId },
    );
  const mine = await list(board.alice);
  expect(mine.map(({ sender, outcome, taskKey }) => [sender, outcome, taskKey])).toContainEqual([bob, 'answered', `${board.key}-1`]);
  expect(mine.every(({ recipient }) => !/\+[a-z2-7]{32}@/.test(recipient))).toBe(true);
  await expect(list(board.bob)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const other = await aBoard(desk.server);
  expect(await list(other.alice, other.workspaceId)).toEqual([]);
});

describe('what is not posted', () => {
  const machines: [string, InboundMail][] = [
    ['an absence note', { headers: { 'Auto-Submitted': 'auto-replied' } }],
    ['an old absence note', { headers: { Precedence: 'bulk' } }],
    ['what a list passes on', { headers: { 'List-Id': '<dev.example.org>' } }],
    ['an absence note of Exchange', { subject: 'Automatic reply: [Website] write' }],
  ];
  it.each(machines)('%s, and it is not answered', async (_, mail) => {
    const { board, answer, theAsk } = await desk.aMailToBob();
    await answer('I am away until Monday', mail);
    expect((await theAsk())?.closed).toBeNull();
    expect(await commentsOn(board)).toHaveLength(1);
    expect(desk.smtp.caught).toEqual([]);
    expect((await desk.outcomes()).at(-1)).toMatchObject({ outcome: expect.any(String) as string });
  });

  it('a mail with an empty return path, which nobody may answer', async () => {
    const { board, answer, bob, replyTo } = await desk.aMailToBob();
    await answer('Away', { envelope: { from: '', to: replyTo }, from: bob });
    expect(await commentsOn(board)).toHaveLength(1);
    expect(desk.smtp.caught).toEqual([]);
  });

  it('a mail to an address that is unknown or expired, which is answered once with a sentence', async () => {
    const { board, answer, replyTo, bob } = await desk.aMailToBob();
    desk.server.clock.set('2027-03-01T09:00:00Z');
    await answer('Very late');
    await answer('Still there?');
    desk.server.clock.set('2026-11-24T10:00:00Z');
    expect(await commentsOn(board)).toHaveLength(1);
    expect(desk.smtp.caught).toHaveLength(1);
    const [notice] = desk.smtp.caught;
    expect([notice?.from, notice?.to, notice?.mail.headers.get('auto-submitted')]).toEqual(['', [bob], 'auto-replied']);
    expect(notice?.mail.text).toContain('not known here, or no longer');
    desk.smtp.caught.length = 0;
    const guesses = Array.from({ length: 6 }, (_, i) => replyTo.replace(/\+.*@/, `+${'abcdef'[i] ?? ''}${'a'.repeat(31)}@`));
    for (const guess of guesses) await desk.send({ from: 'victim@example.org', to: guess, subject: 'x', text: 'x' });
    expect(desk.smtp.caught).toHaveLength(3);
  });

  it('a mail from somebody else than the one it was sent to: it comes back with a sentence, and with what was written', async () => {
    const { board, answer } = await desk.aMailToBob();
    await answer('Agreed, sign it', { from: 'eve@example.org' });
    expect(await commentsOn(board)).toHaveLength(1);
    expect(desk.smtp.caught[0]?.to).toEqual(['eve@example.org']);
    expect(desk.smtp.caught[0]?.mail.text).toContain('> Agreed, sign it');
  });

  it('a mail from somebody who left the board since, or who may only read', async () => {
    const { board, answer } = await desk.aMailToBob();
    await board.alice.ask('mutation($w: ID!, $p: ID!) { setMemberRole(workspaceId: $w, personId: $p, role: viewer) { role } }', {
      w: board.workspaceId,
      p: board.bob.id,
    });
    await answer('May I?');
    expect(desk.smtp.caught[0]?.mail.text).toContain('You may not write there');
    await board.alice.ask('mutation($w: ID!, $p: ID!) { removeMember(workspaceId: $w, personId: $p) }', {
      w: board.workspaceId,
      p: board.bob.id,
    });
    await answer('And now?');
    expect(await commentsOn(board)).toHaveLength(1);
    expect(desk.smtp.caught).toHaveLength(2);
  });

  it('a mail without words of its own', async () => {
    const { board, answer } = await desk.aMailToBob();
    await answer('');
    expect(await commentsOn(board)).toHaveLength(1);
    expect(desk.smtp.caught[0]?.mail.text).toContain('no words of yours');
  });

  it('mail for other addresses, which is refused at the door', async () => {
    for (const to of ['baton@baton.test', 'somebody@baton.test', 'baton+x@elsewhere.test'])
      await expect(desk.send({ from: 'a@example.org', to, subject: 'x', text: 'x' })).rejects.toMatchObject({ responseCode: 550 });
  });
});

it('a mail server that reports a dead address later marks it, and a passing trouble does not', async () => {
  const report = (to: string, status: string) =>
    desk.send({
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
  const { board, caught } = await desk.aMailToBob();
  await report(caught?.from ?? '', '5.2.2');
  expect(await desk.server.app.get(MailChannel).reaches(board.bob.id)).toBe(true);
  await report(caught?.from ?? '', '5.1.1');
  expect(await desk.server.app.get(MailChannel).reaches(board.bob.id)).toBe(false);
  expect(await board.bob.ask('{ myReach { refusedWhy } }')).toEqual({ refusedWhy: '550 5.1.1 no such person here' });
  expect(desk.smtp.caught).toEqual([]);
});

it('is brought again by the other server while Baton cannot keep it', async () => {
  const { answer, theAsk } = await desk.aMailToBob();
  const messageId = `<${randomUUID()}@example.org>`;
  await desk.server.db.query('alter table mail_in rename to mail_in_away');
  await expect(answer('Green', { messageId })).rejects.toMatchObject({ responseCode: 451 });
  await desk.server.db.query('alter table mail_in_away rename to mail_in');
  await answer('Green', { messageId });
  expect((await theAsk())?.closed?.text).toBe('Green');
});

it('comes by LMTP as well as by SMTP, and says yes or no for each receiver', async () => {
  const { replyTo, bob, theAsk } = await desk.aMailToBob();
  const { settings, app } = desk.server;
  const listener = new MailListener(
    Object.assign(new Settings(settings), { INBOUND_PROTOCOL: 'lmtp' }),
    app.get(Addresses),
    app.get(InboxService),
  );
  await listener.listen(0, '127.0.0.1');
  const door = nodemailer.createTransport({ host: '127.0.0.1', port: listener.port, lmtp: true, ignoreTLS: true });
  const { accepted, rejected } = await door.sendMail({
    envelope: { from: bob, to: [replyTo, 'somebody@baton.test'] },
    from: bob,
    to: replyTo,
    subject: 'Re: x',
    text: 'Green',
  });
  await listener.onApplicationShutdown();
  expect([accepted, rejected]).toEqual([[replyTo], ['somebody@baton.test']]);
  expect((await theAsk())?.closed?.text).toBe('Green');
});
