import type { BriefLine } from '@baton/domain';
import { type MailServer, type Caught, aLine, aMailServer, aMessage, ask, askLine, conversationOf } from '../../test/mail';
import { type TestBoard, type TestServer, aBoard, aServer } from '../../test/world';
import { MailChannel } from './mail.channel';

let smtp: MailServer;
let server: TestServer;
const origin = 'http://baton.test';
beforeAll(async () => {
  smtp = await aMailServer();
  server = await aServer({
    SMTP_URL: smtp.url(),
    MAIL_FROM: 'Baton <baton@baton.test>',
    BASE_URL: origin,
    IMAP_URL: 'imap://x:y@127.0.0.1:1/INBOX',
  });
});
afterAll(async () => {
  await server.close();
  await smtp.stop();
});
beforeEach(() => {
  server.clock.set('2026-11-24T09:00:00Z');
  smtp.caught.length = 0;
  smtp.behave({});
});

const channel = () => server.app.get(MailChannel);
const one = (): Caught => {
  const [mail] = smtp.caught;
  if (!mail || smtp.caught.length !== 1) throw new Error(`${smtp.caught.length} mails came`);
  return mail;
};
/** A link of the mail, on the server of this test; the label is as in the plain text. */
const linkOf = ({ mail }: Caught, label: string) => {
  const [, url = ''] = new RegExp(`^\\s*${label}: (\\S+)$`, 'm').exec(mail.text ?? '') ?? [];
  expect(mail.html).toContain(url.replaceAll('&', '&amp;'));
  return url.replace(origin, server.url);
};
const post = (url: string, body = '') =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body, redirect: 'manual' });
const headerOf = ({ mail }: Caught, name: string) => String(mail.headers.get(name) ?? '');
const lineOfHeader = ({ mail }: Caught, name: string) => mail.headerLines.find(({ key }) => key === name)?.line ?? '';

const askOf = async (board: TestBoard, askId: string) =>
  (await conversationOf(board.alice, board.task('write'))).asks.find(({ id }) => id === askId);

async function anAcknowledgement(text = 'New rules. Please read.') {
  const board = await aBoard(server, { tasks: ['write'] });
  const asked = await ask(board, board.bob, { want: 'acknowledgement' }, 'write', text);
  await channel().send(aMessage(board, board.bob, [askLine(board, asked, { text: `Alice asks: ${text}` })]));
  return { board, asked, mail: one() };
}

describe('a mail about one task', () => {
  it('has both parts, names board and task, gives a reason for its line, and threads with the next one', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    const first = aMessage(board, board.bob, [aLine(board)]);
    await channel().send(first);
    await channel().send(aMessage(board, board.bob, [aLine(board, { text: 'Alice asks again' })]));
    const [a, b] = smtp.caught;
    expect([a?.mail.subject, b?.mail.subject]).toEqual([`[Website] ${board.key}-1 write`, `[Website] ${board.key}-1 write`]);
    for (const part of [a?.mail.text, String(a?.mail.html)]) {
      expect(part).toContain('Alice asks: Which colour?');
      expect(part).toContain('because you are asked');
      expect(part).toContain('by Wed 25 Nov 17:00');
      expect(part).toContain(`${origin}/t/${board.key}-1`);
    }
    expect(a?.mail.messageId).toBe(`<${first.id}@baton.test>`);
    expect(a?.mail.messageId).not.toBe(b?.mail.messageId);
    expect(a?.mail.inReplyTo).toBe(`<task.${board.task('write')}@baton.test>`);
    expect([a?.mail.references, b?.mail.references, b?.mail.inReplyTo]).toEqual(Array(3).fill(a?.mail.inReplyTo));
  });

  it('says until when in the zone of its reader, by the date, and gives midnight to the day that it ends', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    await server.db.query(`update person set zone = 'Asia/Kolkata' where id = $1`, [board.bob.id]);
    const by = ['2026-11-25T18:30:00.000Z', '2027-01-04T03:30:00.000Z'].map((at) => aLine(board, { by: at }));
    await channel().send(aMessage(board, board.bob, by));
    expect(one().mail.text).toContain('by Wed 25 Nov 24:00');
    expect(one().mail.text).toContain('by Mon 4 Jan 2027 09:00');
  });

  it('says that a machine wrote it, and comes with the same ids when it is tried again', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    const message = aMessage(board, board.bob, [aLine(board)]);
    await channel().send(message);
    await channel().send(message);
    const [a, b] = smtp.caught as [Caught, Caught];
    expect(headerOf(a, 'auto-submitted')).toBe('auto-generated');
    expect([headerOf(a, 'x-baton-delivery'), headerOf(b, 'x-baton-delivery')]).toEqual([message.id, message.id]);
    expect(a.mail.messageId).toBe(b.mail.messageId);
    expect(a.from).toMatch(/^baton\+[a-z2-7]{32}@baton\.test$/);
    expect((await server.db.query('select state, tries from mail_out where id = $1', [message.id])) as unknown[]).toEqual([
      { state: 'sent', tries: 2 },
    ]);
  });

  it('cannot be given another header or recipient by what people typed', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    const evil = 'x\r\nBcc: eve@example.org\r\n\r\n<script>alert(1)</script>, "<eve@example.org>';
    await server.db.query('update person set name = $2 where id = $1', [board.bob.id, evil]);
    await channel().send(aMessage(board, board.bob, [aLine(board, { taskTitle: evil, text: evil, boardName: evil, reason: evil })]));
    const { mail, to, raw } = one();
    expect(to).toHaveLength(1);
    expect([mail.bcc, mail.cc]).toEqual([undefined, undefined]);
    expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im);
    expect(String(mail.html)).not.toContain('<script>');
    expect(mail.subject).not.toContain('\n');
  });
});

describe('the morning digest', () => {
  it('says how much waits with what matters first, in the order of a catch-up, and what needs nothing', async () => {
    const board = await aBoard(server, { tasks: ['write', 'review'] });
    const task = (title: string, n: number): Partial<BriefLine> => ({
      taskId: board.task(title),
      taskTitle: title,
      taskKey: `${board.key}-${n}`,
    });
    const lines = [
      aLine(board, { ...task('write', 1), section: 'updates', text: 'Half of it is there', by: null, reason: 'you follow it' }),
      aLine(board, { ...task('write', 1), text: 'Later duty', by: '2026-11-27T09:00:00.000Z' }),
      aLine(board, { ...task('review', 2), text: 'First duty', by: '2026-11-24T15:00:00.000Z' }),
    ];
    const others = [{ taskId: board.task('write'), taskKey: `${board.key}-9`, title: 'Elsewhere', boardId: board.id, events: 4 }];
    await channel().send(aMessage(board, board.bob, [], { digest: { lines, moreUpdates: 2, others, events: 136 } }));
    const { mail } = one();
    expect(mail.subject).toBe(`Baton: 2 things wait for you, first ${board.key}-2 review`);
    expect(mail.inReplyTo).toBeUndefined();
    const places = [
      'YOUR MOVE',
      'First duty',
      'Later duty',
      'UPDATES',
      'Half of it is there',
      '2 more updates',
      '1 other task had',
      'That is everything.',
    ];
    const found = places.map((words) => mail.text?.indexOf(words) ?? -1);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(found).not.toContain(-1);
  });
});

describe('the links of a mail', () => {
  it('answer with one click, signed out, when a person presses the button, and not when a mail program looks', async () => {
    const { board, asked, mail } = await anAcknowledgement();
    const link = linkOf(mail, 'Agree');
    for (const method of ['GET', 'HEAD', 'GET']) {
      const looked = await fetch(link, { method });
      expect([looked.status, looked.headers.get('cache-control'), looked.headers.get('referrer-policy')]).toEqual([
        200,
        'no-store',
        'no-referrer',
      ]);
    }
    const page = await (await fetch(link)).text();
    expect(page).toContain('New rules. Please read.');
    expect(page).toContain('I agree');
    expect((await askOf(board, asked.id))?.closed).toBeNull();
    const answered = await post(link);
    expect([answered.status, await answered.text()]).toEqual([200, expect.stringContaining('You agreed.')]);
    expect((await askOf(board, asked.id))?.closed).toMatchObject({ as: 'answered', ack: 'agree', byId: board.bob.id });
  });

  it('work once: the same press again changes nothing, and another answer is refused', async () => {
    const { board, asked, mail } = await anAcknowledgement();
    const [agree, seen] = [linkOf(mail, 'Agree'), linkOf(mail, 'Seen')];
    expect((await Promise.all([post(agree), post(agree), post(agree)])).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await post(seen)).status).toBe(409);
    const { closed, steps } = (await askOf(board, asked.id)) ?? {};
    expect([closed?.ack, steps?.filter(({ step }) => step === 'answer').length]).toEqual(['agree', 1]);
    expect(await (await fetch(seen)).text()).toContain('This link was used');
  });

  it('ask for a reason to object, keep it when it cannot be taken, and store no secret', async () => {
    const { board, asked, mail } = await anAcknowledgement();
    const link = linkOf(mail, 'Object');
    expect((await post(link, 'text=+')).status).toBe(400);
    expect((await post(link, `text=${encodeURIComponent('Too soon <b>')}`)).status).toBe(200);
    expect((await askOf(board, asked.id))?.closed).toMatchObject({ ack: 'object', text: 'Too soon <b>' });
    const secret = /answer\/([a-z2-7]{32})\//.exec(link)?.[1] ?? 'none';
    const dump =
      JSON.stringify(await server.db.query('select * from mail_token')) + JSON.stringify(await server.db.query('select * from mail_out'));
    expect(dump).not.toContain(secret);
    expect((await fetch(link.replace(secret, 'a'.repeat(32)))).status).toBe(404);
  });

  it('end: after 30 days, when the ask is over, and when its reader may no longer answer', async () => {
    const over = await anAcknowledgement();
    await over.board.alice.command('stepAsk', 'StepAskInput', { askId: over.asked.id, step: 'withdraw' });
    const link = linkOf(over.mail, 'Object');
    expect(await (await fetch(link)).text()).toContain('This is settled already');
    const refused = await post(link, 'text=Not+like+this');
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('Not like this')]);

    smtp.caught.length = 0;
    const left = await anAcknowledgement();
    await left.board.alice.ask('mutation($w: ID!, $p: ID!) { removeMember(workspaceId: $w, personId: $p) }', {
      w: left.board.workspaceId,
      p: left.board.bob.id,
    });
    expect((await post(linkOf(left.mail, 'Seen'))).status).toBe(409);
    expect((await askOf(left.board, left.asked.id))?.closed).toBeNull();

    smtp.caught.length = 0;
    const late = await anAcknowledgement();
    server.clock.set('2026-12-25T09:00:00Z');
    expect((await fetch(linkOf(late.mail, 'Seen'))).status).toBe(404);
    expect((await post(linkOf(late.mail, 'Seen'))).status).toBe(404);
  });

  it('end all mail with one click, and bring it back', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    await channel().send(aMessage(board, board.bob, [aLine(board)]));
    const mail = one();
    expect(lineOfHeader(mail, 'list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    const [, url = ''] = /<(http[^>]+)>/.exec(lineOfHeader(mail, 'list-unsubscribe').replace(/\s+/g, '')) ?? [];
    const link = url.replace(origin, server.url);
    expect((await fetch(link)).status).toBe(200);
    expect(await channel().reaches(board.bob.id)).toBe(true);
    expect((await post(link, 'List-Unsubscribe=One-Click')).status).toBe(200);
    expect(await channel().reaches(board.bob.id)).toBe(false);
    expect(await (await fetch(link)).text()).toContain('Mail is off');
    await post(link, 'again=yes');
    expect(await channel().reaches(board.bob.id)).toBe(true);
    await board.bob.ask('mutation { chooseReach(mail: false) { mail push } }');
    expect(await channel().reaches(board.bob.id)).toBe(false);
  });
});
