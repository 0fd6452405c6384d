import { randomUUID } from 'node:crypto';
import { type Draft, mention } from '@baton/domain';
import ical from 'ical.js';
import { anAsk, conversationOf, say, step, wish } from '../../test/asks';
import { type Somebody, type TestServer, aBoard, aServer } from '../../test/world';

let server: TestServer;
beforeAll(async () => void (server = await aServer({ LOG_LEVEL: 'error' })));
afterAll(() => server.close());
beforeEach(() => server.clock.set('2026-11-24T09:00:00Z'));

describe('a comment', () => {
  it('keeps its edits, its trace when deleted, and one level of replies', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    const taskId = board.task('write');
    const [first, reply, deep] = [randomUUID(), randomUUID(), randomUUID()];
    await say(board.alice, taskId, `See ${mention({ id: board.bob.id, name: 'Bob' })}`, { id: first, tone: 'thinking aloud' });
    server.clock.passMinutes(1);
    await say(board.bob, taskId, 'I do', { id: reply, replyToId: first });
    server.clock.passMinutes(1);
    await say(board.alice, taskId, 'Good', { id: deep, replyToId: reply });
    await board.alice.command('editComment', 'EditCommentInput', { commentId: first, text: 'See you' });
    await board.alice.command('editComment', 'EditCommentInput', { commentId: first, resolved: true });
    await board.bob.command('editComment', 'EditCommentInput', { commentId: reply, deleted: true });
    const { comments } = await conversationOf(board.bob, taskId);
    expect(comments.map((c) => [c.text, c.replyToId, c.versions.length, c.resolvedById !== null, c.deletedAt !== null])).toEqual([
      ['See you', null, 1, true, false],
      ['', first, 0, false, true],
      ['Good', first, 0, false, false],
    ]);
    expect(comments[0]?.versions[0]?.text).toContain('person:');
    expect((await board.card('write'))?.commentCount).toBe(2);
  });

  it('belongs to its author, and a reaction is kept once per person', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    const id = randomUUID();
    await say(board.alice, board.task('write'), 'Mine', { id });
    await expect(board.bob.command('editComment', 'EditCommentInput', { commentId: id, text: 'Yours' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    for (const who of [board.bob, board.bob, board.alice])
      await who.command('react', 'ReactInput', { commentId: id, emoji: '🎉', on: true });
    await board.alice.command('react', 'ReactInput', { commentId: id, emoji: '🎉', on: false });
    const { comments } = await conversationOf(board.bob, board.task('write'));
    expect(comments[0]?.reactions).toEqual({ '🎉': [board.bob.id] });
  });

  it('of the kind update tells how the task is, and a blocker waits for somebody outside', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    await say(board.alice, board.task('write'), '', { kind: 'update', headline: 'Half of it is there', health: 'on track' });
    expect((await board.card('write'))?.health).toBe('on track');
    await expect(say(board.alice, board.task('write'), '', { kind: 'update', headline: '', health: 'on track' })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      details: { field: 'a headline' },
    });
    await say(board.alice, board.task('write'), 'The permit', {
      kind: 'blocker',
      blocker: { kind: 'outside', who: 'City hall', checkOn: '2026-12-01' },
    });
    expect(await board.card('write')).toMatchObject({ health: 'at risk', wait: { kind: 'outside', who: 'City hall' } });
  });

  it('is kept as a draft on every device, with what else its form holds, until it is sent', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    const taskId = board.task('write');
    const place = `comment:${taskId}`;
    const save = (text: string, more: Record<string, unknown> = {}, base: string | null = null, where = place) =>
      board.alice.ask<string>(
        'mutation($p: String!, $t: String!, $m: Json, $b: DateTime) { saveDraft(place: $p, text: $t, more: $m, base: $b) }',
        {
          p: where,
          t: text,
          m: more,
          b: base,
        },
      );
    const read = (who: Somebody) => who.ask<Draft | null>('query($p: String!) { draft(place: $p) }', { p: place });
    const at = await save('half a thought', { kind: 'update', headline: 'Half' });
    expect(await read(board.alice)).toEqual({ text: 'half a thought', more: { kind: 'update', headline: 'Half' }, at });
    expect(await read(board.bob)).toBeNull();
    server.clock.passMinutes(1);
    // Another device did not know of the first one.
    await expect(save('another thought')).rejects.toMatchObject({ code: 'CONFLICT', details: { draft: { text: 'half a thought' } } });
    const later = await save('more than half', {}, at);
    await save(' ', {}, at);
    expect(await read(board.alice)).toMatchObject({ text: 'more than half' });
    await save(' ', {}, later);
    expect(await read(board.alice)).toBeNull();
    await save('a whole one');
    await say(board.alice, taskId, 'a whole one');
    expect(await read(board.alice)).toBeNull();
    await expect(save('x', {}, null, 'somewhere:else')).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(save('x', { much: 'x'.repeat(30_000) })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  it('is not changed while it is deleted', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    const commentId = randomUUID();
    await say(board.alice, board.task('write'), 'Mine', { id: commentId });
    await board.alice.command('editComment', 'EditCommentInput', { commentId, deleted: true });
    await expect(board.alice.command('editComment', 'EditCommentInput', { commentId, text: 'Other' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });
});

describe('an ask', () => {
  it('to three people is three asks, each with its own holder and answer (Q0), and the check answers an acknowledgement (Q5)', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    const [taskId, commentId] = [board.task('write'), randomUUID()];
    const ask = wish([board.bob, board.viewer], { want: 'acknowledgement' });
    await say(board.alice, taskId, 'New rules. Please read.', { id: commentId, kind: 'ask', ask });
    await board.bob.command('react', 'ReactInput', { commentId, emoji: '🎉', on: true });
    expect((await conversationOf(board.bob, taskId)).asks.map(({ closed }) => closed)).toEqual([null, null]);
    await board.bob.command('react', 'ReactInput', { commentId, emoji: '✅', on: true });
    const { asks } = await conversationOf(board.bob, taskId);
    expect(asks.map((a) => [a.holderId === board.bob.id, a.closed?.ack ?? null]).sort()).toEqual([
      [false, null],
      [true, 'seen'],
    ]);
    expect((await board.card('write'))?.owed).toHaveLength(1);
    await expect(step(board.bob, ask.ids[1] ?? '', 'answer', { ack: 'object' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('that blocks makes it the move of the one who owes, until it is answered', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    const ask = await anAsk(board, board.task('write'), { blocking: true });
    expect((await board.card('write'))?.owed).toMatchObject([{ personId: board.bob.id, what: 'answer', blocking: true }]);
    expect(ask.respondBy).toBe('2026-11-24T13:00:00.000Z');
    server.clock.passMinutes(1);
    await step(board.bob, ask.id, 'answer', { text: 'Green' });
    const { asks, comments } = await conversationOf(board.alice, board.task('write'));
    expect([asks[0]?.closed?.text, comments.at(-1)?.text, (await board.card('write'))?.owed]).toEqual(['Green', 'Green', null]);
  });

  it('to a pool is held by the triage person until somebody claims it (Q1)', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    await board.alice.command('editBoard', 'EditBoardInput', { boardId: board.id, triageId: board.bob.id });
    const ask = wish([board.viewer, board.bob], { pool: true });
    await say(board.alice, board.task('write'), 'Who knows?', { kind: 'ask', ask });
    const [held] = (await conversationOf(board.alice, board.task('write'))).asks;
    expect([held?.holderId, held?.poolIds.length]).toEqual([board.bob.id, 2]);
    await step(board.bob, ask.ids[0] ?? '', 'claim');
    expect((await conversationOf(board.alice, board.task('write'))).asks[0]).toMatchObject({ holderId: board.bob.id, poolIds: [] });
  });

  it('gives more time once freely, then the asker agrees; a delegate answers for the other', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    const { id } = await anAsk(board, board.task('write'));
    await step(board.bob, id, 'defer', { at: '2026-12-01T15:00:00Z' });
    await step(board.bob, id, 'defer', { at: '2026-12-03T15:00:00Z', text: 'the proofs' });
    const now = async () => (await conversationOf(board.alice, board.task('write'))).asks[0];
    expect(await now()).toMatchObject({ respondBy: '2026-12-01T15:00:00.000Z', deferAsked: { why: 'the proofs' } });
    await expect(step(board.bob, id, 'agree-defer', { agree: true })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await step(board.alice, id, 'agree-defer', { agree: true });
    expect(await now()).toMatchObject({ respondBy: '2026-12-03T15:00:00.000Z', deferAsked: null });
    await expect(step(board.bob, id, 'offer', { personId: board.alice.id })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  it('refuses too little notice unless somebody says why, and names the next time that would do', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    const short = { respondBy: '2026-11-24T09:30:00Z' };
    await expect(anAsk(board, board.task('write'), short)).rejects.toMatchObject({
      code: 'BAD_INPUT',
      details: { nextFeasible: expect.any(String) },
    });
    const ask = await anAsk(board, board.task('write'), { ...short, shortNotice: 'The printer calls at eleven' });
    expect(ask.shortNotice).toBe('The printer calls at eleven');
  });

  it('lapses, goes ahead or is asked again without any worker, and its time slides with leave, later only', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    const ask = await anAsk(board, board.task('write'), { ifNoReply: { kind: 'proceed', text: 'green' } });
    const leave = (days: string[]) =>
      board.bob.ask('mutation($i: EditCalendarInput!) { editCalendar(input: $i) { id } }', {
        i: {
          commandId: randomUUID(),
          leave: days.map((day) => ({
            id: day,
            fromDay: day,
            fromTime: null,
            toDay: day,
            toTime: null,
            delegateId: null,
            note: '',
            returnBuffer: 0,
          })),
        },
      });
    await leave(['2026-11-25']);
    const byNow = async () => (await conversationOf(board.alice, board.task('write'))).asks[0]?.respondBy ?? '';
    const slid = await byNow();
    expect(slid > ask.respondBy).toBe(true);
    await leave([]);
    expect(await byNow()).toBe(slid);
    server.clock.set('2026-11-24T14:00:00Z');
    await expect(step(board.alice, ask.id, 'proceed')).rejects.toMatchObject({ code: 'CONFLICT', details: { state: 'delivered' } });
    server.clock.set('2026-11-27T15:00:00Z');
    await step(board.alice, ask.id, 'proceed');
    await expect(step(board.bob, ask.id, 'answer', { text: 'too late' })).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { state: 'proceeded' },
    });
    expect((await board.card('write'))?.owed).toBeNull();
  });

  it('that becomes a talk owes a written outcome and is a file for the calendar', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    const { id } = await anAsk(board, board.task('write'));
    server.clock.set('2026-11-24T15:00:00Z');
    await step(board.alice, id, 'talk', {
      reason: 'going in circles',
      from: '2026-11-25T10:00:00Z',
      to: '2026-11-25T10:30:00Z',
      link: 'https://meet.example/x',
    });
    expect((await board.card('write'))?.owed).toMatchObject([{ personId: board.alice.id, by: '2026-11-26T16:00:00.000Z' }]);
    const ics = (who: Somebody) => fetch(`${server.url}/talks/${id}.ics`, { headers: { cookie: who.cookie } });
    const [event] = new ical.Component(ical.parse(await (await ics(board.bob)).text())).getAllSubcomponents('vevent');
    const { startDate, endDate, summary, uid } = new ical.Event(event);
    expect([startDate.toJSDate().toISOString(), endDate.toJSDate().toISOString()]).toEqual([
      '2026-11-25T10:00:00.000Z',
      '2026-11-25T10:30:00.000Z',
    ]);
    expect([summary, uid, event?.getFirstPropertyValue('url')]).toEqual([
      `${board.key}-1 write: Alice, Bob`,
      `talk-${id}@baton`,
      'https://meet.example/x',
    ]);
    expect([(await ics(board.outsider)).status, (await ics(server.nobody())).status]).toEqual([404, 404]);
    await expect(step(board.alice, id, 'outcome', { text: ' ' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await step(board.alice, id, 'outcome', { text: 'We take green' });
    expect((await board.card('write'))?.owed).toBeNull();
  });
});
