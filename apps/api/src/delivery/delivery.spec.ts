import { randomUUID } from 'node:crypto';
import { type DeliveryEntry, type DeliveryReport, type DueNumber, assumedCalendar } from '@baton/domain';
import { aDelivery, aLeave } from '../../test/delivery';
import { type Somebody, type TestServer, aServer } from '../../test/world';
import { AddressRefused, PassingFault } from './channel';

// Everybody works in Berlin from nine to five: 08:00 to 16:00 UTC, with deliveries at 08:00, 12:00 and 14:30.
let server: TestServer;
beforeAll(async () => void (server = await aServer()));
afterAll(() => server.close());

const states = (who: { id: string }) =>
  server.db.query('select cause, state, ended_why as why from item where person_id = $1 order by at, seq, cause', [who.id]) as Promise<
    { cause: string; state: string; why: string | null }[]
  >;

describe('what is owed', () => {
  it('is told at the next slot, once, in one message', async () => {
    const scene = await aDelivery(server);
    await scene.ask(scene.alice, scene.bob, 'Which colour?');
    await scene.ask(scene.alice, scene.bob, 'Which size?', { want: 'review' });
    await scene.at('2026-11-24T09:05:00Z', '2026-11-24T11:59:00Z');
    expect(scene.mail.to(scene.bob)).toEqual([]);
    await scene.at('2026-11-24T12:00:00Z', '2026-11-24T12:01:00Z', '2026-11-24T14:30:00Z');
    expect(scene.mail.to(scene.bob)).toEqual([['11-24T12:00', 'Alice asks: Which colour?', 'Alice asks you to review: Which size?']]);
    expect(scene.mail.to(scene.alice)).toEqual([]);
  });

  it('waits for the morning when it is sent in the evening, and says then what it says then', async () => {
    const scene = await aDelivery(server);
    server.clock.set('2026-11-24T19:00:00Z');
    const { id } = await scene.ask(scene.alice, scene.bob, 'Which color?');
    await scene.alice.command('editComment', 'EditCommentInput', { commentId: id, text: 'Which colour?' });
    await scene.at('2026-11-24T19:01:00Z', '2026-11-25T07:59:00Z', '2026-11-25T08:00:00Z');
    expect(scene.mail.to(scene.bob)).toEqual([['11-25T08:00', 'Alice asks: Which colour?']]);
  });

  it('is not told when it was answered or taken back before', async () => {
    const scene = await aDelivery(server);
    const [first, second] = [await scene.ask(scene.alice, scene.bob, 'One?'), await scene.ask(scene.alice, scene.bob, 'Two?')];
    await scene.step(scene.bob, first.askId, 'answer', { text: 'Yes' });
    await scene.step(scene.alice, second.askId, 'withdraw');
    await scene.at('2026-11-24T12:00:00Z');
    expect(scene.mail.to(scene.bob)).toEqual([]);
    expect(await states(scene.bob)).toMatchObject([
      { state: 'dropped', why: 'handled' },
      { state: 'dropped', why: 'withdrawn' },
    ]);
    expect(scene.mail.to(scene.alice)).toEqual([['11-24T12:00', 'Bob answered: Yes']]);
  });

  it('reaches whoever is blocked upon within five minutes of their working time, and after their focus time', async () => {
    const scene = await aDelivery(server);
    await scene.hours(scene.bob, { focus: [{ id: 'f', weekdays: [2], on: null, from: '11:00', to: '12:30', note: '' }] });
    server.clock.set('2026-11-24T09:01:00Z');
    await scene.ask(scene.alice, scene.bob, 'Which key?', { blocking: true });
    await scene.at('2026-11-24T09:02:00Z');
    expect(scene.mail.to(scene.bob)).toEqual([]);
    await scene.at('2026-11-24T09:05:00Z');
    expect(scene.mail.to(scene.bob)).toEqual([['11-24T09:05', 'Alice cannot go on without your answer: Which key?']]);
    server.clock.set('2026-11-24T10:10:00Z');
    await scene.ask(scene.alice, scene.bob, 'Which door?', { blocking: true });
    await scene.at('2026-11-24T10:15:00Z', '2026-11-24T11:29:00Z', '2026-11-24T11:30:00Z');
    expect(scene.mail.to(scene.bob).slice(1)).toEqual([['11-24T11:30', 'Alice cannot go on without your answer: Which door?']]);
  });

  it('goes to whoever covers during a leave, and stays held for the one who is away', async () => {
    const scene = await aDelivery(server);
    await scene.hours(scene.bob, { leave: [aLeave('2026-11-24', '2026-11-25', { delegateId: scene.viewer.id, returnBuffer: 2 })] });
    const { askId } = await scene.ask(scene.alice, scene.bob, 'Which colour?');
    await scene.at('2026-11-24T09:01:00Z', '2026-11-24T12:00:00Z');
    const [message] = scene.mail.got;
    expect([message?.personId, message?.lines[0]?.text, message?.lines[0]?.reason]).toEqual([
      scene.viewer.id,
      'Alice asks: Which colour?',
      'you cover for Bob',
    ]);
    await scene.at('2026-11-26T08:00:00Z', '2026-11-26T09:59:00Z');
    expect(scene.mail.to(scene.bob)).toEqual([]);
    await scene.at('2026-11-26T10:00:00Z');
    expect(scene.mail.to(scene.bob)).toEqual([['11-26T10:00', 'Alice asks: Which colour?']]);
    await scene.step(scene.bob, askId, 'answer', { text: 'Blue' });
  });

  it('is nudged once when its time is over, and then the asker chooses', async () => {
    const scene = await aDelivery(server);
    const { askId } = await scene.ask(scene.alice, scene.bob, 'Which colour?');
    // Delivered at noon on Tuesday, so expected by the end of Wednesday.
    await scene.at('2026-11-24T12:00:00Z', '2026-11-25T15:59:00Z', '2026-11-26T08:00:00Z', '2026-11-26T12:00:00Z', '2026-11-27T08:00:00Z');
    expect(scene.mail.to(scene.bob)).toEqual([
      ['11-24T12:00', 'Alice asks: Which colour?'],
      ['11-26T08:00', 'Alice still waits for your answer: Which colour?'],
    ]);
    expect(scene.mail.to(scene.alice)).toEqual([['11-26T08:00', 'No answer from Bob in time. Choose what happens: Which colour?']]);
    await scene.step(scene.alice, askId, 'withdraw');
  });
});

describe('what is only told', () => {
  it('comes with the first delivery of the day: updates, mentions, changed owners and deadlines', async () => {
    const scene = await aDelivery(server);
    await scene.edit(scene.alice, { ownerId: scene.bob.id });
    await scene.note(scene.alice, `Look here [@Bob](person:${scene.bob.id})`);
    await scene.note(scene.alice, 'Just a thought');
    await scene.note(scene.alice, '', { kind: 'update', headline: 'Half of it is done', health: 'on track' });
    await scene.note(scene.alice, '', { kind: 'update', headline: 'All of it is done', health: 'on track' });
    await scene.edit(scene.alice, { dueOn: '2026-12-04' });
    await scene.at('2026-11-24T12:00:00Z');
    expect(scene.mail.to(scene.bob)).toEqual([['11-24T12:00', 'Alice made you the owner', 'Alice set the deadline: Fri 4 Dec']]);
    await scene.at('2026-11-25T08:00:00Z');
    expect(scene.mail.to(scene.bob).slice(1)).toEqual([
      ['11-25T08:00', 'Alice mentions you: Look here @Bob', 'Update from Alice: All of it is done'],
    ]);
    // Only the first message of the day is a digest, and it does not say its own lines twice.
    const own = scene.mail.got.filter(({ personId }) => personId === scene.bob.id);
    expect(own.map((message) => [message.class, message.digest?.lines.length ?? null])).toEqual([
      ['move', null],
      ['digest', 0],
    ]);
  });

  it('comes in the morning with everything since the morning before, of which nothing is said again', async () => {
    const scene = await aDelivery(server, { tasks: ['write', 'print'] });
    await scene.edit(scene.alice, { ownerId: scene.bob.id }, 'print');
    await scene.ask(scene.alice, scene.bob, 'First?');
    await scene.at('2026-11-24T12:00:00Z');
    server.clock.set('2026-11-24T17:00:00Z');
    await scene.edit(scene.alice, { ownerId: scene.bob.id, dueOn: '2026-12-04' });
    await scene.move(scene.alice, ['write'], 'Doing');
    await scene.at('2026-11-25T08:00:00Z');
    // Between two deliveries: something that has no message of its own, and something that has.
    server.clock.set('2026-11-25T09:00:00Z');
    await scene.move(scene.alice, ['print'], 'Done');
    await scene.ask(scene.alice, scene.bob, 'Second?');
    await scene.at('2026-11-25T12:00:00Z');
    server.clock.set('2026-11-25T15:00:00Z');
    await scene.note(scene.alice, `Look [@Bob](person:${scene.bob.id})`);
    await scene.at('2026-11-26T08:00:00Z');
    const got = scene.mail.got.filter(({ personId }) => personId === scene.bob.id);
    expect(got.map(({ lines, digest }) => [lines, digest?.lines ?? []].map((told) => told.map(({ text }) => text)))).toEqual([
      [['Alice asks: First?', 'Alice made you the owner'], []],
      // One line for a task that is given: its owner, its deadline and that it is the reader's move.
      [[], ['Alice gave this to you']],
      [['Alice asks: Second?'], []],
      [['Alice still waits for your answer: First?', 'Alice mentions you: Look @Bob'], ['Alice finished it']],
    ]);
  });

  it('says nothing of what was changed back, nor to somebody who may not read the board any more', async () => {
    const scene = await aDelivery(server);
    await scene.edit(scene.alice, { ownerId: scene.bob.id });
    await scene.edit(scene.alice, { ownerId: null });
    await scene.edit(scene.alice, { ownerId: scene.viewer.id });
    await scene.alice.ask('mutation($w: ID!, $p: ID!) { removeMember(workspaceId: $w, personId: $p) }', {
      w: scene.workspaceId,
      p: scene.viewer.id,
    });
    await scene.at('2026-11-24T12:00:00Z');
    expect([scene.mail.to(scene.bob), scene.mail.to(scene.viewer)]).toEqual([[], []]);
    expect(await states(scene.viewer)).toMatchObject([{ cause: 'owner-given', why: 'left' }]);
  });

  it('is read in the catch-up when a leave took the days', async () => {
    const scene = await aDelivery(server);
    await scene.hours(scene.bob, { leave: [aLeave('2026-11-24', '2026-11-26')] });
    await scene.note(scene.alice, `[@Bob](person:${scene.bob.id}) see`);
    await scene.at('2026-11-24T09:01:00Z', '2026-11-27T08:00:00Z');
    expect([scene.mail.to(scene.bob), await states(scene.bob)]).toMatchObject([[], [{ cause: 'mention', state: 'folded' }]]);
  });
});

describe('handing over', () => {
  it('is tried again with growing pauses under one id, and never in the evening', async () => {
    const scene = await aDelivery(server);
    await scene.ask(scene.alice, scene.bob, 'Which colour?');
    const tries: string[] = [];
    scene.mail.fault = () => (tries.push(server.clock.now().toISOString().slice(11, 16)), new PassingFault('421 later'));
    for (let minute = 0; minute < 24 * 60; minute += minute < 100 ? 1 : 10)
      await scene.at(new Date(Date.parse('2026-11-24T14:30:00Z') + minute * 60_000).toISOString());
    // Pauses of 1, 2, 5, 10, 20 and 40 minutes; then work is over, and the next morning it goes on.
    expect(tries).toEqual(['14:30', '14:31', '14:33', '14:38', '14:48', '15:08', '15:48', '08:00', '10:00', '14:00']);
    expect(await states(scene.bob)).toMatchObject([{ state: 'sent', why: 'failed' }]);
  }, 120_000);

  it('joins what waits to what could not be handed over', async () => {
    const scene = await aDelivery(server);
    await scene.ask(scene.alice, scene.bob, 'One?');
    scene.mail.fault = () => new PassingFault('the server is down');
    await scene.at('2026-11-24T12:00:00Z', '2026-11-24T12:01:00Z');
    await scene.ask(scene.alice, scene.bob, 'Two?');
    await scene.at('2026-11-24T14:30:00Z');
    scene.mail.fault = null;
    await scene.at('2026-11-24T14:50:00Z', '2026-11-24T15:10:00Z');
    expect(scene.mail.to(scene.bob)).toEqual([['11-24T14:50', 'Alice asks: One?', 'Alice asks: Two?']]);
  });

  it('marks an address that is refused, and shows what comes on the page alone', async () => {
    const scene = await aDelivery(server);
    await scene.ask(scene.alice, scene.bob, 'One?');
    scene.mail.fault = () => new AddressRefused('550 no such user');
    await scene.at('2026-11-24T12:00:00Z');
    scene.mail.fault = null;
    await scene.ask(scene.alice, scene.bob, 'Two?');
    await scene.at('2026-11-24T14:30:00Z');
    expect(scene.mail.to(scene.bob)).toEqual([]);
    const messages = await server.db.query('select channel, state from message where person_id = $1 order by slot', [scene.bob.id]);
    expect(messages).toEqual([
      { channel: 'mail', state: 'failed' },
      { channel: 'app', state: 'sent' },
    ]);
  });
});

describe('a deadline', () => {
  it('is told to its owner on their mornings, to followers when it is missed, and then to whoever sees to the board', async () => {
    const scene = await aDelivery(server);
    await scene.edit(scene.bob, { ownerId: scene.bob.id, dueOn: '2026-11-30' });
    await scene.alice.command('editBoard', 'EditBoardInput', { boardId: scene.id, triageId: scene.viewer.id });
    // Monday 30 November: three days before is Friday, one day before is Sunday, so Friday says it once; then the day itself.
    for (let hour = 0; hour < 14 * 24; hour++)
      await scene.at(new Date(Date.parse('2026-11-24T10:00:00Z') + hour * 3_600_000).toISOString());
    expect(scene.mail.to(scene.bob)).toEqual([
      ['11-27T08:00', 'Due Mon 30 Nov'],
      ['11-30T08:00', 'Due Mon 30 Nov'],
    ]);
    expect(scene.mail.to(scene.alice)).toEqual([
      ['11-25T08:00', 'Bob set the deadline: Mon 30 Nov', 'Bob owns it now'],
      ['12-01T08:00', 'Was due Mon 30 Nov, with Bob'],
    ]);
    expect(scene.mail.to(scene.viewer)).toEqual([['12-04T08:00', 'Late since Mon 30 Nov, with Bob']]);
  }, 120_000);

  it('is not told when the task is done, or has another owner by then', async () => {
    const scene = await aDelivery(server);
    await scene.edit(scene.bob, { ownerId: scene.bob.id, dueOn: '2026-11-25' });
    server.clock.set('2026-11-25T07:58:00Z');
    await scene.move(scene.bob, ['write'], 'Done');
    await scene.at('2026-11-25T08:00:00Z', '2026-11-26T08:00:00Z');
    expect([scene.mail.to(scene.bob), scene.mail.to(scene.alice)]).toEqual([[], []]);
  });
});

describe('a decision', () => {
  it('asks for views at the next slot, once more on its last day, and tells those whom it concerns when it is settled', async () => {
    const scene = await aDelivery(server);
    await scene.edit(scene.bob, { ownerId: scene.bob.id });
    await scene.at('2026-11-25T08:00:00Z');
    const fields = {
      ...{ question: 'Which font?', context: '', options: [], recommendation: 'Inter', because: 'It is there.', mode: 'lazy' },
      ...{ reversibility: 'easy', deciderId: scene.alice.id, contributors: [{ personId: scene.bob.id, required: false }] },
    };
    const id = randomUUID();
    const about = { boardId: scene.id, id, fields, taskIds: [scene.task('write')], open: true };
    await scene.alice.command('createDecision', 'CreateDecisionInput', about);
    scene.mail.got.length = 0;
    for (let hour = 0; hour < 7 * 24; hour++) await scene.at(new Date(Date.parse('2026-11-25T09:00:00Z') + hour * 3_600_000).toISOString());
    const name = 'D-1 Which font?';
    expect(scene.mail.to(scene.bob)).toEqual([
      ['11-25T09:00', `Alice asks for your view: ${name}`],
      ['11-26T08:00', `Closes Thu 26 Nov 17:00, without your view so far: ${name}`],
      ['11-27T08:00', 'Decided, and it concerns your task: D-1 Inter, because It is there.'],
    ]);
  }, 120_000);
});

describe('why', () => {
  type Entry = Pick<DeliveryEntry, 'state' | 'hold' | 'channel' | 'endedWhy' | 'coveredByName' | 'personName'>;
  it('is read by both sides while it is held, and what became of it afterwards', async () => {
    const scene = await aDelivery(server);
    server.clock.set('2026-11-24T19:00:00Z');
    const [asked, gone] = [await scene.ask(scene.alice, scene.bob, 'One?'), await scene.ask(scene.alice, scene.bob, 'Two?')];
    const read = async (who: Somebody, query: string) =>
      (await who.ask<Entry[]>(`query($w: ID!) { ${query}(workspaceId: $w) }`, { w: scene.workspaceId })).toReversed();
    await scene.at('2026-11-24T19:01:00Z');
    const held = { state: 'held', hold: { why: 'hours', until: '2026-11-25T08:00:00.000Z' }, personName: 'Bob' };
    expect(await read(scene.alice, 'deliveriesByMe')).toMatchObject([held, held]);
    expect(await read(scene.bob, 'deliveriesToMe')).toMatchObject([held, held]);
    expect(await read(scene.viewer, 'deliveriesToMe')).toEqual([]);
    const due = () => scene.bob.ask<DueNumber>('query($w: ID!) { dueNumber(workspaceId: $w) }', { w: scene.workspaceId });
    expect(await due()).toEqual({ due: 0, next: '2026-11-25T08:00:00.000Z' });
    await scene.step(scene.alice, gone.askId, 'withdraw');
    await scene.at('2026-11-25T08:00:00Z');
    expect(await read(scene.alice, 'deliveriesByMe')).toMatchObject([
      { state: 'sent', channel: 'mail', endedWhy: null },
      { state: 'dropped', endedWhy: 'withdrawn' },
    ]);
    expect(await due()).toEqual({ due: 1, next: '2026-11-25T12:00:00.000Z' });
    await scene.step(scene.bob, asked.askId, 'answer', { text: 'Yes' });
    expect((await due()).due).toBe(0);
  });

  it('is counted for admins by month, with what was sent outside hours, and as a file', async () => {
    const scene = await aDelivery(server);
    await scene.ask(scene.alice, scene.bob, 'One?');
    await scene.at('2026-11-24T12:00:00Z');
    const report = await scene.alice.ask<DeliveryReport>('query($w: ID!) { deliveryReport(workspaceId: $w, month: "2026-11") }', {
      w: scene.workspaceId,
    });
    expect(report).toMatchObject({
      rows: [{ day: '2026-11-24', channel: 'mail', class: 'move', sent: 1, outside: 0 }],
      lastTick: '2026-11-24T12:00:00.000Z',
    });
    const file = (who: Somebody) =>
      fetch(`${server.url}/delivery/report.csv?workspace=${scene.workspaceId}&month=2026-11`, { headers: { cookie: who.cookie } });
    expect(await (await file(scene.alice)).text()).toContain('2026-11-24,mail,move,1,0');
    expect([(await file(scene.bob)).status, (await file(scene.outsider)).status]).toEqual([404, 404]);
    await expect(
      scene.alice.ask('query($w: ID!) { deliveryReport(workspaceId: $w, month: "soon") }', { w: scene.workspaceId }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});

describe('the ladder of reminders', () => {
  it("is each person's own where they say so, else the board's", async () => {
    const scene = await aDelivery(server);
    const mine = (who: Somebody, ladder: unknown) => who.ask('mutation($l: Json) { setMyReminders(ladder: $l) }', { l: ladder });
    const boards = (ladder: unknown) =>
      scene.alice.ask('mutation($b: ID!, $c: ID!, $l: Json) { setBoardReminders(boardId: $b, commandId: $c, ladder: $l) { seq } }', {
        b: scene.id,
        c: randomUUID(),
        l: ladder,
      });
    await boards({ before: [2], overdue: true, escalateAfter: null });
    await mine(scene.alice, { before: [], overdue: false });
    await scene.edit(scene.bob, { ownerId: scene.bob.id, dueOn: '2026-11-27' });
    const mornings = [
      '2026-11-25T08:00:00Z',
      '2026-11-26T08:00:00Z',
      '2026-11-27T08:00:00Z',
      '2026-11-30T08:00:00Z',
      '2026-12-07T08:00:00Z',
    ];
    scene.mail.got.length = 0;
    await scene.at(...mornings);
    const due = (who: Somebody) =>
      scene.mail.to(who).flatMap(([at, ...lines]) => lines.filter((line) => /due/i.test(line)).map((line) => `${at ?? ''} ${line}`));
    expect([due(scene.bob), due(scene.alice)]).toEqual([['11-25T08:00 Due Fri 27 Nov'], []]);
    await expect(boards({ before: [1, 1], overdue: true, escalateAfter: null })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(mine(scene.bob, { before: 'often', overdue: true })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    expect(await mine(scene.alice, null)).toBeNull();
  });
});

describe('a worker that stood still', () => {
  it('for six hours over slots and a change of clocks merges what was due, and is right about what is over', async () => {
    const scene = await aDelivery(server);
    // Nights in New York, from midnight to eight, which last seven hours when the clocks go forward at two: 05:00 to 12:00 UTC.
    const calendar = { ...assumedCalendar('America/New_York'), week: { 6: [], 7: [['00:00', '08:00']] } };
    await server.db.query('update person set calendar = $2 where id = $1', [scene.bob.id, JSON.stringify(calendar)]);
    await scene.at('2027-03-13T20:00:00Z');
    const { askId } = await scene.ask(scene.alice, scene.bob, 'One?', { respondBy: '2027-03-14T09:00:00Z' });
    await scene.at('2027-03-14T04:00:00Z');
    server.clock.set('2027-03-14T05:30:00Z');
    await scene.ask(scene.alice, scene.bob, 'Two?');
    await scene.ask(scene.alice, scene.bob, 'Three?', { blocking: true });
    // Its slots were 05:00, 08:30 and 10:30; it wakes at 10:40. One was due at 09:00, and Three after four working hours, at 09:30.
    await scene.at('2027-03-14T10:40:00Z', '2027-03-14T10:41:00Z', '2027-03-14T11:59:00Z');
    expect(scene.mail.to(scene.bob)).toEqual([
      ['03-14T10:40', 'Alice still waits for your answer: One?', 'Alice still waits for your answer: Three?', 'Alice asks: Two?'],
    ]);
    const [message] = scene.mail.got;
    expect(message?.slot.toISOString()).toBe('2027-03-14T10:30:00.000Z');
    await scene.step(scene.alice, askId, 'withdraw');
  });
});
