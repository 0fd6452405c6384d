import { randomUUID } from 'node:crypto';
import { type MailDesk, aMailDesk, commentsOn } from '../../../test/inbound';
import { type Somebody, type TestBoard, aBoard } from '../../../test/world';

let desk: MailDesk;
beforeAll(async () => void (desk = await aMailDesk()));
afterAll(() => desk.close());
beforeEach(() => desk.begin());

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
    const { board, answer, theAsk } = await desk.aMailToBob();
    await leave(board.alice, { delegateId: board.viewer.id });
    await answer('Green');
    expect((await theAsk())?.closed?.as).toBe('answered');
    expect(desk.smtp.caught.map(({ mail }) => mail.text)).toEqual([
      expect.stringMatching(/Alice is away until Mon 14 Dec .*Vera covers\./),
    ]);
    expect(desk.smtp.caught[0]?.mail.headers.get('auto-submitted')).toBe('auto-replied');
    desk.server.clock.set('2026-11-30T09:00:00Z');
    await answer('And blue');
    expect(desk.smtp.caught).toHaveLength(1);
    desk.server.clock.set('2026-12-01T09:01:00Z');
    await answer('And red');
    expect(desk.smtp.caught).toHaveLength(2);
    await answer('I am away too', { headers: { 'Auto-Submitted': 'auto-replied' } });
    expect(desk.smtp.caught).toHaveLength(2);
  });
});

describe('files', () => {
  const filesOf = (who: Somebody, taskId: string) =>
    who.ask<{ attachments: { name: string; url: string }[] }>('query($id: ID!) { task(id: $id) { attachments { name url } } }', {
      id: taskId,
    });
  const read = (path: string, who: Somebody) => fetch(`${desk.server.url}${path}`, { headers: { cookie: who.cookie } });

  it('stay with the task, once, and are saved by a browser but never opened in it, by those who may read the task', async () => {
    const { board, answer } = await desk.aMailToBob();
    const taskId = board.task('write');
    const mail = {
      messageId: `<${randomUUID()}@example.org>`,
      attachments: [
        { filename: '../../étude <b>.html', content: '<script>alert(1)</script>', contentType: 'text/html' },
        { filename: 'plan.pdf', content: 'a plan' },
      ],
    };
    await answer('See the plan', mail);
    await desk.server.db.query('delete from mail_in');
    await answer('See the plan', mail);
    expect(await commentsOn(board)).toContainEqual(['See the plan\n\nFiles: étude <b>.html, plan.pdf', board.bob.id]);
    expect((await board.card('write'))?.attachmentCount).toBe(2);
    const { attachments } = await filesOf(board.alice, taskId);
    expect(attachments.map(({ name }) => name).sort()).toEqual(['plan.pdf', 'étude <b>.html']);
    const page = attachments.find(({ name }) => name.endsWith('html'))?.url ?? '';
    const got = await read(page, board.alice);
    expect(await got.text()).toBe('<script>alert(1)</script>');
    expect(Object.fromEntries(got.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    });
    expect(got.headers.get('content-disposition')).toContain('attachment');
    expect((await read(page, board.viewer)).status).toBe(200);
    expect((await read(page, board.outsider)).status).toBe(404);
    expect((await fetch(`${desk.server.url}${page}`)).status).toBe(401);
    expect((await read(page.replace(/[0-9a-f]{4}$/, '0000'), board.alice)).status).toBe(404);
  });

  it('that are too large are named to the sender, and the words stay', async () => {
    const { board, answer } = await desk.aMailToBob();
    await answer('The film', {
      attachments: [{ filename: 'film.mov', content: Buffer.alloc(11 * 1024 * 1024) }],
    });
    expect((await commentsOn(board)).some(([text]) => text === 'The film')).toBe(true);
    expect(desk.smtp.caught[0]?.mail.text).toContain('film.mov');
  });

  it('come with a mail to a board too, and pictures of a signature do not', async () => {
    const board = await aBoard(desk.server, { tasks: ['write'] });
    const address = await board.bob.ask<string>('query($b: ID!) { boardAddress(boardId: $b) }', { b: board.id });
    await desk.send({
      from: await desk.emailOf(board.bob),
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
    const board = await aBoard(desk.server, { tasks: ['write'] });
    const address = await addressOf(board.bob, board);
    const mail = {
      from: await desk.emailOf(board.bob),
      to: address,
      subject: 'Fwd: Re: The link is broken',
      text: 'Please look.\n\n---------- Forwarded message ---------\nFrom: Client <c@example.org>\n\nIt is broken.\n\n-- \nBob\n',
      messageId: `<${randomUUID()}@example.org>`,
    };
    await desk.send(mail);
    await desk.server.db.query('delete from mail_in');
    await board.alice.command('createTasks', 'CreateTasksInput', {
      columnId: board.column('To do'),
      afterTaskId: (await board.card('The link is broken'))?.id,
      tasks: [{ id: randomUUID(), title: 'later' }],
    });
    await desk.send(mail);
    expect(await board.titlesIn('To do')).toEqual(['write', 'The link is broken', 'later']);
    const card = await board.card('The link is broken');
    expect([card?.requesterId, card?.ownerId]).toEqual([board.bob.id, null]);
    const { description } = await board.alice.ask<{ description: string }>('query($id: ID!) { task(id: $id) { description } }', {
      id: card?.id,
    });
    expect(description).toBe('Please look.\n\n---------- Forwarded message ---------\nFrom: Client <c@example.org>\n\nIt is broken.');
  });

  it('takes mail of members alone, and says so once to anybody else', async () => {
    const board = await aBoard(desk.server, { tasks: ['write'] });
    const address = await addressOf(board.alice, board);
    for (const from of [await desk.emailOf(board.outsider), await desk.emailOf(board.viewer), 'c@example.org', 'c@example.org'])
      await desk.send({ from, to: address, subject: 'Let me in', text: 'Please' });
    expect(await board.titlesIn('To do')).toEqual(['write']);
    expect(desk.smtp.caught.map(({ to }) => to[0])).toEqual([
      await desk.emailOf(board.outsider),
      await desk.emailOf(board.viewer),
      'c@example.org',
    ]);
    expect(desk.smtp.caught[0]?.mail.text).toContain('only members of the board');
  });

  it('ends when it is renewed, and is no business of those who may only read', async () => {
    const board = await aBoard(desk.server, { tasks: ['write'] });
    const first = await addressOf(board.bob, board);
    expect(await addressOf(board.alice, board)).toBe(first);
    await expect(addressOf(board.viewer, board)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const second = await board.alice.ask<string>('mutation($b: ID!) { renewBoardAddress(boardId: $b) }', { b: board.id });
    const from = await desk.emailOf(board.bob);
    await desk.send({ from, to: first, subject: 'To the old one', text: 'x' });
    await desk.send({ from, to: second, subject: 'To the new one', text: 'x' });
    expect(await board.titlesIn('To do')).toEqual(['write', 'To the new one']);
  });
});
