import { anAsk, conversationOf, hoursOn, leaveOf, oneAsk, say, setCalendar, step, wish } from '../../test/asks';
import { type Somebody, type TestServer, aBoard, aServer } from '../../test/world';

let server: TestServer;
beforeAll(async () => void (server = await aServer({ LOG_LEVEL: 'error' })));
afterAll(() => server.close());
beforeEach(() => server.clock.set('2026-11-24T09:00:00Z'));

/** A board with somebody who triages, and one more colleague. */
async function aTeam() {
  const board = await aBoard(server, { tasks: ['write', 'print'] });
  const [tri, cleo] = await Promise.all([server.person('Tri'), server.person('Cleo')]);
  if (!tri || !cleo) throw new Error('people are missing');
  for (const who of [tri, cleo]) await server.join(board.workspaceId, who, 'member');
  await board.alice.command('editBoard', 'EditBoardInput', { boardId: board.id, triageId: tri.id });
  return { board, tri, cleo, taskId: board.task('write') };
}

describe('state is a function of time: no worker runs in these scenes, only the clock moves', () => {
  it('an ask is held, delivered, lapses and gives the asker choices', async () => {
    const { board, taskId } = await aTeam();
    server.clock.set('2026-11-24T20:00:00Z');
    const ask = await anAsk(board, taskId);
    const stored = await oneAsk(board.alice, taskId, ask.id);
    const tries = async (at: string, name: 'talk' | 'reask') => {
      server.clock.set(at);
      return step(board.alice, ask.id, name, { reason: 'time-sensitive' }).catch(
        (error: { details: { state: string } }) => error.details.state,
      );
    };
    expect(await tries('2026-11-25T07:00:00Z', 'talk')).toBe('held');
    expect(await tries('2026-11-25T10:00:00Z', 'reask')).toBe('delivered');
    // Wed 25 Nov is the day of delivery; the next working day ends on Thu 26 Nov at 17:00.
    expect(stored.respondBy).toBe('2026-11-26T16:00:00.000Z');
    expect(await tries('2026-11-26T16:00:00Z', 'reask')).toBe('delivered');
    expect(await oneAsk(board.alice, taskId, ask.id)).toEqual(stored);
    expect(await tries('2026-11-26T16:00:01Z', 'reask')).toMatchObject({ kind: 'ask.stepped' });
  });

  it('an answer that nobody questions is accepted by itself, two working days of the asker later', async () => {
    const { board, taskId } = await aTeam();
    const ask = await anAsk(board, taskId);
    await step(board.bob, ask.id, 'answer', { text: 'Green' });
    const reopen = () => step(board.alice, ask.id, 'reopen', { text: 'Which green?' });
    server.clock.set('2026-11-26T16:00:00Z');
    await expect(reopen()).rejects.toMatchObject({ code: 'CONFLICT', details: { state: 'accepted' } });
    server.clock.set('2026-11-26T15:59:59Z');
    await reopen();
  });
});

describe('while somebody is on leave', () => {
  it('whoever covers answers late for them, and the time of what is held begins when they are back', async () => {
    const { board, cleo, taskId } = await aTeam();
    await setCalendar(board.bob, { leave: [leaveOf('2026-11-24', '2026-12-04', cleo.id)] });
    const ask = await anAsk(board, taskId);
    expect([ask.deliveredAt, ask.respondBy]).toEqual(['2026-12-07T08:00:00.000Z', '2026-12-08T16:00:00.000Z']);
    await expect(step(board.viewer, ask.id, 'answer', { text: 'Me' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await step(cleo, ask.id, 'answer', { text: 'Green' });
    expect(await oneAsk(board.alice, taskId, ask.id)).toMatchObject({
      holderId: cleo.id,
      delegatedFromId: board.bob.id,
      closed: { as: 'answered', byId: cleo.id },
    });
  });

  it('the one who covers may say no: then it is the triage person, and nobody further', async () => {
    const { board, cleo, tri, taskId } = await aTeam();
    await setCalendar(board.bob, { leave: [leaveOf('2026-11-24', '2026-12-04', cleo.id)] });
    const ask = await anAsk(board, taskId);
    await expect(step(tri, ask.id, 'take')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await step(cleo, ask.id, 'refuse-offer');
    await expect(step(cleo, ask.id, 'take')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await step(tri, ask.id, 'take');
    const taken = await oneAsk(board.alice, taskId, ask.id);
    expect([taken.holderId, taken.delegatedFromId, taken.deliveredAt]).toEqual([tri.id, board.bob.id, '2026-11-24T09:00:00.000Z']);
    await expect(step(tri, ask.id, 'offer', { personId: cleo.id })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('what is offered to somebody who is away goes to the triage person', async () => {
    const { board, cleo, tri, taskId } = await aTeam();
    await setCalendar(cleo, { leave: [leaveOf('2026-11-24', '2026-11-27', board.alice.id)] });
    const ask = await anAsk(board, taskId);
    await step(board.bob, ask.id, 'offer', { personId: cleo.id });
    expect((await oneAsk(board.alice, taskId, ask.id)).offeredToId).toBe(tri.id);
  });

  it('that comes after a time was named, the asker extends, asks who covers, or keeps the time', async () => {
    const { board, cleo, taskId } = await aTeam();
    const named = { respondBy: '2026-12-02T12:00:00Z' };
    const [extended, moved, kept, open] = [
      await anAsk(board, taskId, named),
      await anAsk(board, taskId, named),
      await anAsk(board, taskId, named),
      await anAsk(board, taskId, named),
    ];
    server.clock.set('2026-11-25T09:00:00Z');
    await expect(step(board.alice, moved.id, 'move', { personId: cleo.id })).rejects.toMatchObject({ code: 'CONFLICT' });
    await setCalendar(board.bob, { leave: [leaveOf('2026-12-01', '2026-12-04', cleo.id)] });
    expect((await oneAsk(board.alice, taskId, open.id)).respondBy).toBe('2026-12-02T12:00:00.000Z');
    await step(board.alice, extended.id, 'edit', { at: '2026-12-08T12:00:00Z' });
    await step(board.alice, moved.id, 'move', { personId: cleo.id });
    await step(board.alice, kept.id, 'keep');
    await expect(step(board.alice, kept.id, 'keep')).rejects.toMatchObject({ code: 'CONFLICT' });
    const { asks } = await conversationOf(board.alice, taskId);
    const of = (id: string) => asks.find((ask) => ask.id === id);
    expect([of(extended.id)?.respondBy, of(moved.id)?.holderId, of(kept.id)?.respondBy]).toEqual([
      '2026-12-08T12:00:00.000Z',
      cleo.id,
      '2026-12-02T12:00:00.000Z',
    ]);
  });
});

describe('a pool', () => {
  it('is held by nobody who asks: the owner holds it when the triage person asks, else whoever is at work first', async () => {
    const { board, tri, cleo, taskId } = await aTeam();
    const ask = async (who: Somebody, pool: Somebody[]) => {
      const input = wish(pool, { pool: true });
      await say(who, taskId, 'Who knows?', { kind: 'ask', ask: input });
      return oneAsk(board.alice, taskId, input.ids[0] ?? '');
    };
    expect((await ask(tri, [board.bob, cleo])).holderId).toBe(board.alice.id);
    await board.alice.command('editBoard', 'EditBoardInput', { boardId: board.id, triageId: board.alice.id });
    await setCalendar(board.bob, { leave: [leaveOf('2026-11-24', '2026-11-26')] });
    expect((await ask(board.alice, [board.bob, cleo])).holderId).toBe(cleo.id);
  });

  it('is over for the others when one of them takes it, who has read it already', async () => {
    const { board, cleo, taskId } = await aTeam();
    const input = wish([board.bob, cleo], { pool: true });
    await say(board.alice, taskId, 'Who knows?', { kind: 'ask', ask: input });
    const id = input.ids[0] ?? '';
    server.clock.set('2026-11-24T10:10:00Z');
    await step(board.bob, id, 'claim');
    const taken = await oneAsk(board.alice, taskId, id);
    expect([taken.holderId, taken.poolIds, taken.deliveredAt, taken.delegatedFromId]).toEqual([
      board.bob.id,
      [],
      '2026-11-24T10:10:00.000Z',
      null,
    ]);
    await expect(step(cleo, id, 'claim')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is taken over from the triage person without standing in for them', async () => {
    const { board, tri, cleo, taskId } = await aTeam();
    const input = wish([board.bob, board.viewer], { pool: true });
    await say(board.alice, taskId, 'Who knows?', { kind: 'ask', ask: input });
    const id = input.ids[0] ?? '';
    await step(tri, id, 'offer', { personId: cleo.id });
    await step(cleo, id, 'take');
    expect(await oneAsk(board.alice, taskId, id)).toMatchObject({ holderId: cleo.id, poolIds: [], delegatedFromId: null });
  });
});

it('asks somebody without hours only with a time, whose notice counts by the clock', async () => {
  const { board, taskId } = await aTeam();
  await setCalendar(board.bob, { week: hoursOn([], '', '') });
  await expect(anAsk(board, taskId)).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('name a time') });
  await expect(anAsk(board, taskId, { respondBy: '2026-11-24T10:30:00Z' })).rejects.toMatchObject({
    details: { nextFeasible: '2026-11-24T11:00:00.000Z' },
  });
  const ask = await anAsk(board, taskId, { respondBy: '2026-11-24T23:00:00Z' });
  expect([ask.deliveredAt, ask.explicit]).toEqual(['2026-11-24T09:00:00.000Z', true]);
});

it('a later time after delivery is an edit with a version; an earlier one is a new ask, delivered again', async () => {
  const { board, taskId } = await aTeam();
  const ask = await anAsk(board, taskId, { respondBy: '2026-11-27T12:00:00Z' });
  server.clock.set('2026-11-25T09:00:00Z');
  await step(board.alice, ask.id, 'edit', { at: '2026-11-30T12:00:00Z' });
  const later = await oneAsk(board.alice, taskId, ask.id);
  expect([later.version, later.deliveredAt, later.sentAt]).toEqual([2, ask.deliveredAt, ask.sentAt]);
  await step(board.alice, ask.id, 'edit', { at: '2026-11-26T12:00:00Z' });
  const earlier = await oneAsk(board.alice, taskId, ask.id);
  expect([earlier.version, earlier.sentAt, earlier.deliveredAt > later.deliveredAt]).toEqual([3, '2026-11-25T09:00:00.000Z', true]);
});

it('goes on in writing once, when a talk was offered after three rounds', async () => {
  const { board, taskId } = await aTeam();
  const ask = await anAsk(board, taskId);
  for (const text of ['one', 'two', 'three']) {
    await expect(step(board.bob, ask.id, 'write-on')).rejects.toMatchObject({ code: 'CONFLICT' });
    await step(board.bob, ask.id, 'answer', { text });
    await step(board.alice, ask.id, 'reopen', { text: 'Not yet' });
  }
  server.clock.passMinutes(5 * 60);
  await step(board.bob, ask.id, 'write-on');
  await expect(step(board.alice, ask.id, 'write-on')).rejects.toMatchObject({ code: 'CONFLICT' });
  expect((await oneAsk(board.alice, taskId, ask.id)).rounds).toBe(3);
});

it('keeps an ask of somebody else as it is when a new one comes with its id', async () => {
  const one = await aTeam();
  const ask = await anAsk(one.board, one.taskId);
  const other = await aBoard(server, { tasks: ['write'] });
  await expect(anAsk(other, other.task('write'), { ids: [ask.id] })).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await oneAsk(one.board.alice, one.taskId, ask.id)).toEqual(ask);
  expect((await conversationOf(other.alice, other.task('write'))).asks).toEqual([]);
});

it('tells the card who waits for whom, and until when somebody could have heard it', async () => {
  const { board, taskId } = await aTeam();
  const ask = await anAsk(board, taskId, { respondBy: '2026-11-24T09:30:00Z', shortNotice: 'The printer calls', blocking: true });
  const [owed] = (await board.card('write'))?.owed ?? [];
  expect(owed).toMatchObject({ id: ask.id, personId: board.bob.id, fromId: board.alice.id, by: '2026-11-24T11:00:00.000Z' });
});

it('remembers who of two left their hours for the last talk', async () => {
  const { board, taskId } = await aTeam();
  const ask = await anAsk(board, taskId);
  server.clock.set('2026-11-24T15:00:00Z');
  const talk = { reason: 'sensitive', from: '2026-11-25T18:00:00Z', to: '2026-11-25T18:30:00Z' };
  await step(board.alice, ask.id, 'talk', talk);
  const { talks } = await conversationOf(board.bob, board.task('print'));
  expect(talks).toEqual([
    { askerId: board.alice.id, holderId: board.bob.id, from: '2026-11-25T18:00:00.000Z', to: '2026-11-25T18:30:00.000Z' },
  ]);
});
