import { randomUUID } from 'node:crypto';
import {
  type Ask,
  type AskState,
  type AskStep,
  type Calendar,
  type Conversation,
  type Draft,
  askAt,
  askSteps,
  assumedCalendar,
  defaultNorms,
  mention,
  partiesOf,
  stepsFor,
} from '@baton/domain';
import fc from 'fast-check';
import { type Somebody, type TestBoard, type TestServer, aBoard, aServer } from '../../test/world';

let server: TestServer;
beforeAll(async () => void (server = await aServer({ LOG_LEVEL: 'error' })));
afterAll(() => server.close());
beforeEach(() => server.clock.set('2026-11-24T09:00:00Z'));

const conversationOf = (who: Somebody, taskId: string) =>
  who.ask<Conversation>('query($t: ID!) { conversation(taskId: $t) }', { t: taskId });
const say = (who: Somebody, taskId: string, text: string, more: Record<string, unknown> = {}) =>
  who.command('postComment', 'PostCommentInput', { id: randomUUID(), taskId, kind: 'note', text, ...more });
const step = (who: Somebody, askId: string, name: AskStep, more: Record<string, unknown> = {}) =>
  who.command('stepAsk', 'StepAskInput', { askId, step: name, ...more });
const wish = (people: Somebody[], more: Record<string, unknown> = {}) => ({
  ids: more['pool'] ? [randomUUID()] : people.map(() => randomUUID()),
  personIds: people.map(({ id }) => id),
  pool: false,
  want: 'answer',
  blocking: false,
  ifNoReply: { kind: 'wait' },
  ...more,
});
async function anAsk(board: TestBoard, taskId: string, more: Record<string, unknown> = {}): Promise<Ask> {
  const ask = wish([board.bob], more);
  await say(board.alice, taskId, 'Which colour?', { kind: 'ask', ask });
  const found = (await conversationOf(board.alice, taskId)).asks.find(({ id }) => id === ask.ids[0]);
  if (!found) throw new Error('the ask was not made');
  return found;
}

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
    const text = await (await ics(board.bob)).text();
    expect(text).toContain('DTSTART:20261125T100000Z');
    expect([(await ics(board.outsider)).status, (await ics(server.nobody())).status]).toEqual([404, 404]);
    await expect(step(board.alice, id, 'outcome', { text: ' ' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await step(board.alice, id, 'outcome', { text: 'We take green' });
    expect((await board.card('write'))?.owed).toBeNull();
  });
});

it('holds Q0 to Q7 over random histories', async () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
  console.info(`asks: seed ${seed}`);
  const calendars: Record<string, Calendar> = {};
  const calendarOf = (id: string) => calendars[id] ?? assumedCalendar('Europe/Berlin');
  const command = fc.record({
    who: fc.nat(2),
    step: fc.constantFrom(...askSteps, 'answer', 'answer', 'reask', 'proceed', 'defer'),
    minutes: fc.constantFrom(0, 5, 90, 600, 1_500, 4_000),
    person: fc.nat(2),
    ahead: fc.integer({ min: -600, max: 6_000 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.record({ blocking: fc.boolean(), want: fc.constantFrom('answer', 'acknowledgement'), pool: fc.boolean(), proceed: fc.boolean() }),
      fc.array(command, { minLength: 5, maxLength: 25 }),
      async (kind, commands) => {
        server.clock.set('2026-11-24T09:00:00Z');
        const board = await aBoard(server, { tasks: ['write'] });
        const people = [board.alice, board.bob, board.viewer];
        const taskId = board.task('write');
        const asked = await anAsk(board, taskId, {
          blocking: kind.blocking,
          want: kind.want,
          pool: kind.pool,
          ids: [randomUUID()],
          ifNoReply: kind.proceed ? { kind: 'proceed', text: 'go' } : { kind: 'wait' },
        });
        for (const { who, step: name, minutes, person, ahead } of commands) {
          server.clock.passMinutes(minutes);
          const now = server.clock.now();
          const before = (await conversationOf(board.alice, taskId)).asks[0] ?? asked;
          const scene = { holder: calendarOf(before.holderId), asker: calendarOf(before.askerId), norms: defaultNorms };
          const standing = askAt(before, scene, now.getTime());
          const actor = people[who] ?? board.alice;
          const may = stepsFor(before, standing, actor.id).includes(name) && actor !== board.viewer;
          const outcome = await step(actor, asked.id, name, {
            text: 'some words',
            ack: 'agree',
            personId: people[person]?.id,
            at: new Date(now.getTime() + ahead * 60_000).toISOString(),
            shortNotice: 'a reason',
            reason: 'going in circles',
            agree: true,
          }).then(
            () => 'done',
            (error: { code?: string }) => error.code ?? String(error),
          );
          const { asks } = await conversationOf(board.alice, taskId);
          const after = asks[0] ?? asked;
          // What the table forbids is refused, and changes nothing; what it allows is done, or refused with a sentence about the input.
          if (may) expect(['done', 'BAD_INPUT']).toContain(outcome);
          else expect(['CONFLICT', 'FORBIDDEN']).toContain(outcome);
          if (outcome !== 'done') expect(after).toEqual(before);
          // Q1: one ask, one holder who can be named, and a time; open or ended, never both.
          expect([asks.length, typeof after.holderId, Number.isNaN(Date.parse(after.respondBy))]).toEqual([1, 'string', false]);
          const owed = (await board.card('write'))?.owed ?? [];
          const open = after.closed === null || after.closed.as === 'talk';
          expect(owed.map(({ id }) => id)).toEqual(open ? [asked.id] : []);
          // Q3: nobody's silence counted too early. N2: by itself, or by a hand-over, a time only moves later.
          if (outcome === 'done' && name === 'proceed') expect(standing.silent).toBe(true);
          if (outcome === 'done' && ['take', 'claim', 'defer', 'agree-defer', 'offer', 'refuse-offer'].includes(name))
            expect(after.respondBy >= before.respondBy).toBe(true);
          // Q2 and Q7: what was done is on record, once each.
          expect(after.steps.length).toBe(before.steps.length + (outcome === 'done' ? 1 : 0));
          const ended: AskState[] = ['accepted', 'withdrawn', 'proceeded'];
          if (ended.includes(standing.state)) expect(outcome).not.toBe('done');
          expect(partiesOf(after, after.holderId).has('holder')).toBe(true);
        }
      },
    ),
    { numRuns: 40, seed },
  );
}, 300_000);
