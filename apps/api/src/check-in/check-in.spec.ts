import { randomUUID } from 'node:crypto';
import type { AskedCheckIn, CheckInAnswer, CheckInPrefill, CheckInsOfBoard } from '@baton/domain';
import { conversationOf, hoursOn, leaveOf, say, setCalendar } from '../../test/asks';
import { type Somebody, type TestBoard, type TestServer, aBoard, aServer } from '../../test/world';

let server: TestServer;
beforeAll(async () => void (server = await aServer({ LOG_LEVEL: 'error' })));
afterAll(() => server.close());
// A Friday; the check-ins of these scenes are on Mondays, an hour into the day.
beforeEach(() => server.clock.set('2026-11-20T09:00:00Z'));

const weekdays = [1, 2, 3, 4, 5];
const monday = '2026-11-23';
const plan = (board: TestBoard, people: Somebody[], more: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  boardId: board.id,
  template: 'plan',
  title: 'Weekly plan',
  questions: ['What will you do this week?'],
  period: 'week',
  weekday: 1,
  offset: 60,
  tasks: true,
  participantIds: people.map(({ id }) => id),
  ...more,
});
async function aPlan(board: TestBoard, people: Somebody[], more: Record<string, unknown> = {}): Promise<string> {
  const input = plan(board, people, more);
  await board.alice.command('createCheckIn', 'CreateCheckInInput', input);
  return input.id;
}
const words = (text: string) => [{ question: 'What will you do this week?', text }];
const answer = (who: Somebody, checkInId: string, more: Record<string, unknown> = {}) =>
  who.command('answerCheckIn', 'AnswerCheckInInput', {
    ...{ checkInId, on: monday, pass: false, words: words('Write'), finishedIds: [], movingIds: [], stuck: [] },
    ...more,
  });
const listOf = (who: Somebody, board: TestBoard) => who.ask<CheckInsOfBoard>('query($b: ID!) { checkIns(boardId: $b) }', { b: board.id });
const dayOf = (who: Somebody, checkInId: string, on = monday) =>
  who.ask<{ answers: CheckInAnswer[]; prefill: CheckInPrefill | null }>(
    'query($c: ID!, $on: Day!) { checkInDay(checkInId: $c, on: $on) }',
    {
      c: checkInId,
      on,
    },
  );
const mine = (who: Somebody, board: TestBoard) =>
  who.ask<AskedCheckIn[]>('query($w: ID!) { myCheckIns(workspaceId: $w) }', { w: board.workspaceId });
/** What the clock says: whether somebody is asked, or why not. */
async function triesAt(who: Somebody, checkInId: string, now: string, on = monday): Promise<string> {
  server.clock.set(now);
  return answer(who, checkInId, { on }).then(
    () => 'done',
    (error: { code: string; details: { state?: string } }) => error.details.state ?? error.code,
  );
}

describe('a check-in', () => {
  it('asks each person in their own morning, wherever they are, and no worker runs for it', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    const people: Record<string, Somebody> = {};
    for (const [name, zone] of [
      ['Asha', 'Asia/Kolkata'],
      ['Cleo', 'Pacific/Chatham'],
      ['Nina', 'America/New_York'],
    ] as const) {
      const person = await server.person(name, zone);
      await server.join(board.workspaceId, person, 'member');
      await setCalendar(person, { week: hoursOn(weekdays, '10:00', '18:00') });
      people[name] = person;
    }
    const { Asha, Cleo, Nina } = people;
    if (!Asha || !Cleo || !Nina) throw new Error('people are missing');
    const id = await aPlan(board, [Asha, Cleo, Nina]);
    // It is Monday 11:00 in Chatham on Sunday 21:15 UTC.
    expect(await triesAt(Cleo, id, '2026-11-22T21:14:00Z')).toBe('coming');
    expect((await mine(Cleo, board)).length).toBe(0);
    server.clock.set('2026-11-22T21:15:00Z');
    expect(await mine(Cleo, board)).toMatchObject([
      { checkInId: id, on: monday, askedAt: '2026-11-22T21:15:00.000Z', closesAt: '2026-11-23T04:15:00.000Z' },
    ]);
    expect(await triesAt(Cleo, id, '2026-11-22T21:15:00Z')).toBe('done');
    expect(await mine(Cleo, board)).toEqual([]);
    expect(await triesAt(Asha, id, '2026-11-23T05:29:00Z')).toBe('coming');
    expect(await triesAt(Nina, id, '2026-11-23T05:30:00Z')).toBe('coming');
    expect(await triesAt(Asha, id, '2026-11-23T05:30:00Z')).toBe('done');
    expect(await triesAt(Nina, id, '2026-11-23T16:00:00Z')).toBe('done');
    expect((await dayOf(board.viewer, id)).answers.map(({ personId }) => personId)).toEqual([Cleo.id, Asha.id, Nina.id]);
  });

  it('belongs to the night that begins on its day, over a change of the clocks', async () => {
    server.clock.set('2026-10-30T09:00:00Z');
    const board = await aBoard(server);
    const nox = await server.person('Nox', 'America/New_York');
    await server.join(board.workspaceId, nox, 'member');
    await setCalendar(nox, { week: hoursOn([6], '22:00', '30:00') });
    const id = await aPlan(board, [nox], { weekday: 6, offset: 360 });
    // The night of 31 October has nine hours: six of them are over at 03:00 of the second kind.
    expect(await triesAt(nox, id, '2026-11-01T07:59:00Z', '2026-10-31')).toBe('coming');
    expect(await triesAt(nox, id, '2026-11-01T10:59:00Z', '2026-10-31')).toBe('done');
    expect(await triesAt(nox, id, '2026-11-01T11:00:00Z', '2026-10-31')).toBe('answered');
  });

  it('asks nothing of somebody who is away, and refuses a late answer with a sentence', async () => {
    const board = await aBoard(server);
    const id = await aPlan(board, [board.alice, board.bob]);
    await setCalendar(board.bob, { leave: [leaveOf('2026-11-23', '2026-11-24')] });
    expect(await triesAt(board.bob, id, '2026-11-23T12:00:00Z')).toBe('away');
    server.clock.set('2026-11-23T16:00:00Z');
    await expect(answer(board.alice, id)).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { state: 'closed', reason: expect.stringContaining('ended with your working day') },
    });
    expect((await dayOf(board.alice, id)).answers).toEqual([]);
    expect(await triesAt(board.alice, id, '2026-11-23T12:00:00Z', '2026-11-24')).toBe('closed');
  });

  it('is answered once and changed while the day lasts, passed with one tap, and answered after all', async () => {
    const board = await aBoard(server);
    const id = await aPlan(board, [board.alice, board.bob]);
    server.clock.set('2026-11-23T10:00:00Z');
    await answer(board.alice, id);
    server.clock.set('2026-11-23T11:00:00Z');
    await answer(board.alice, id, { words: words('Write and read') });
    await expect(answer(board.alice, id, { pass: true })).rejects.toMatchObject({ code: 'CONFLICT', details: { state: 'answered' } });
    await answer(board.bob, id, { pass: true });
    await expect(answer(board.bob, id, { pass: true })).rejects.toMatchObject({ code: 'CONFLICT', details: { state: 'passed' } });
    const day = async () => (await dayOf(board.viewer, id)).answers.map((a) => [a.passed, a.words[0]?.text ?? null, a.at, a.editedAt]);
    expect(await day()).toEqual([
      [false, 'Write and read', '2026-11-23T10:00:00.000Z', '2026-11-23T11:00:00.000Z'],
      [true, null, '2026-11-23T11:00:00.000Z', null],
    ]);
    await answer(board.bob, id, { words: words('Print') });
    expect((await day())[1]?.slice(0, 2)).toEqual([false, 'Print']);
    expect((await listOf(board.viewer, board)).days).toEqual([{ checkInId: id, on: monday, answers: 2 }]);
    server.clock.set('2026-11-23T16:00:00Z');
    await expect(answer(board.alice, id)).rejects.toMatchObject({ code: 'CONFLICT', details: { state: 'answered' } });
  });

  it('is sent again with the same command id and applied once', async () => {
    const board = await aBoard(server, { columns: ['Doing', 'To do', 'Done'], tasks: [] });
    const id = await aPlan(board, [board.alice]);
    server.clock.set('2026-11-23T10:00:00Z');
    const commandId = randomUUID();
    const [one, two] = [await answer(board.alice, id, { commandId }), await answer(board.alice, id, { commandId })];
    expect([two.seq, (await dayOf(board.alice, id)).answers[0]?.editedAt]).toEqual([one.seq, null]);
    await expect(answer(board.alice, id, { words: [], commandId: randomUUID() })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});

describe('who takes part', () => {
  it('are members and commenters: guests and viewers are not asked, and others only read', async () => {
    const board = await aBoard(server);
    const [guest, cora] = [await server.person('Gus'), await server.person('Cora')];
    await server.join(board.workspaceId, guest, 'guest');
    await server.join(board.workspaceId, cora, 'commenter');
    await board.alice.ask('mutation($b: ID!, $p: ID!, $r: GuestRole!) { setBoardGuest(boardId: $b, personId: $p, role: $r) { role } }', {
      ...{ b: board.id, p: guest.id, r: 'member' },
    });
    for (const who of [board.viewer, guest])
      await expect(aPlan(board, [who])).rejects.toMatchObject({ code: 'BAD_INPUT', details: { field: 'participantIds' } });
    await expect(aPlan(board, [board.outsider])).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const id = await aPlan(board, [cora]);
    server.clock.set('2026-11-23T10:00:00Z');
    await expect(answer(board.bob, id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(answer(guest, id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await answer(cora, id);
    expect((await dayOf(guest, id)).answers).toHaveLength(1);
    expect(await mine(guest, board)).toEqual([]);
    await expect(cora.command('editCheckIn', 'EditCheckInInput', { checkInId: id, title: 'Mine' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('changes, and it is stopped and started again; what was answered stays, and stopping can be taken back', async () => {
    const board = await aBoard(server);
    const id = await aPlan(board, [board.alice]);
    server.clock.set('2026-11-23T10:00:00Z');
    await answer(board.alice, id);
    await board.bob.command('editCheckIn', 'EditCheckInInput', {
      checkInId: id,
      title: 'Plan',
      weekday: 2,
      participantIds: [board.bob.id],
    });
    expect((await listOf(board.viewer, board)).checkIns[0]).toMatchObject({ title: 'Plan', weekday: 2, participantIds: [board.bob.id] });
    expect((await dayOf(board.viewer, id)).answers[0]?.words[0]?.text).toBe('Write');
    const { commandId } = await board.bob.command('editCheckIn', 'EditCheckInInput', { checkInId: id, stopped: true });
    expect(await triesAt(board.bob, id, '2026-11-24T10:00:00Z', '2026-11-24')).toBe('closed');
    await board.bob.ask('mutation($u: ID!, $c: ID!) { undoCommand(undoes: $u, commandId: $c) { seq } }', { u: commandId, c: randomUUID() });
    expect((await listOf(board.viewer, board)).checkIns[0]?.stoppedAt).toBeNull();
    await board.bob.command('editCheckIn', 'EditCheckInInput', { checkInId: id, stopped: true });
    await board.bob.command('editCheckIn', 'EditCheckInInput', { checkInId: id, stopped: false });
    expect((await listOf(board.viewer, board)).checkIns[0]).toMatchObject({ stoppedAt: null, startsOn: '2026-11-25' });
    expect(await triesAt(board.bob, id, '2026-12-01T10:00:00Z', '2026-12-01')).toBe('done');
  });

  it.each([
    ['without a question', { questions: [' '], tasks: false }, 'questions'],
    ['with the same question twice', { questions: ['a?', 'a?'] }, 'questions'],
    ['with six questions', { questions: ['1', '2', '3', '4', '5', '6'] }, 'questions'],
    ['on an eighth day', { weekday: 8 }, 'weekday'],
    ['every year', { period: 'year' }, 'period'],
    ['thirteen hours into the day', { offset: 780 }, 'offset'],
    ['from yesterday on', { startsOn: '2026-11-19' }, 'startsOn'],
    ['for nobody', { participantIds: [] }, 'participantIds'],
    ['without a title', { title: ' ' }, 'a title'],
  ])('is not set up %s, and a sentence says why', async (_name, more, field) => {
    const board = await aBoard(server);
    await expect(aPlan(board, [board.alice], more)).rejects.toMatchObject({
      code: 'BAD_INPUT',
      details: { field, reason: expect.any(String) },
    });
  });
});

describe('what one did', () => {
  async function aWeek() {
    const board = await aBoard(server, { columns: ['Doing', 'To do', 'Done'], tasks: [] });
    const ids = Object.fromEntries(['ship', 'write', 'print', 'rest'].map((title) => [title, randomUUID()]));
    const columns = new Map((await board.snapshot()).columns.map(({ name, id }) => [name, id]));
    await board.bob.command('createTasks', 'CreateTasksInput', {
      columnId: columns.get('Doing'),
      tasks: Object.entries(ids).map(([title, id]) => ({ id, title })),
    });
    const move = (title: string, to: string) =>
      board.bob.command('moveTasks', 'MoveTasksInput', { taskIds: [ids[title]], columnId: columns.get(to), afterTaskId: null });
    return { board, ids, move };
  }

  it('since the last answer stands there already: finished, moving and stuck, and what is stuck becomes a blocker once', async () => {
    const { board, ids, move } = await aWeek();
    const id = await aPlan(board, [board.bob]);
    await move('rest', 'Done');
    server.clock.set('2026-11-23T10:00:00Z');
    await answer(board.bob, id, { finishedIds: [ids['rest']] });
    server.clock.set('2026-11-25T10:00:00Z');
    await move('ship', 'Done');
    await say(board.bob, ids['write'] ?? '', 'Half of it');
    await say(board.bob, ids['print'] ?? '', 'The paper', {
      kind: 'blocker',
      blocker: { kind: 'outside', who: 'The mill', checkOn: '2026-12-01' },
    });
    server.clock.set('2026-11-30T10:00:00Z');
    const { prefill } = await dayOf(board.bob, id, '2026-11-30');
    const titles = (list: { title: string }[] | undefined) => list?.map(({ title }) => title);
    expect([prefill?.since, titles(prefill?.finished), titles(prefill?.moving), titles(prefill?.stuck)]).toEqual([
      '2026-11-23T10:00:00.000Z',
      ['ship'],
      ['write'],
      ['print'],
    ]);
    expect((await dayOf(board.alice, id, '2026-11-30')).prefill).toBeNull();
    const stuck = [
      { taskId: ids['print'], text: '' },
      { taskId: ids['write'], text: 'Which of the two drafts?', personId: board.alice.id },
    ];
    const sent = { on: '2026-11-30', words: [], finishedIds: [ids['ship']], stuck };
    await answer(board.bob, id, sent);
    await answer(board.bob, id, { ...sent, words: words('And so on') });
    const { comments, asks } = await conversationOf(board.alice, ids['write'] ?? '');
    expect(comments.filter(({ kind }) => kind === 'blocker').map(({ text }) => text)).toEqual(['Which of the two drafts?']);
    expect(asks).toMatchObject([{ holderId: board.alice.id, askerId: board.bob.id, blocking: true }]);
    expect(await board.card('write')).toMatchObject({ health: 'at risk', owed: [{ personId: board.alice.id, blocking: true }] });
    const events = await board.events();
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
    expect(events.filter(({ kind }) => kind === 'check-in.answered')).toHaveLength(3);
  });

  it('is named once, and being stuck needs to say with what; nothing is written when one of it is refused', async () => {
    const { board, ids } = await aWeek();
    const id = await aPlan(board, [board.bob]);
    server.clock.set('2026-11-23T10:00:00Z');
    const bad = (more: Record<string, unknown>) => expect(answer(board.bob, id, more)).rejects;
    await bad({ finishedIds: [ids['ship']], movingIds: [ids['ship']] }).toMatchObject({ code: 'BAD_INPUT' });
    await bad({ stuck: [{ taskId: ids['write'], text: ' ' }] }).toMatchObject({ code: 'BAD_INPUT', details: { field: 'stuck' } });
    await bad({ stuck: [{ taskId: ids['write'], text: 'The weather' }] }).toMatchObject({ code: 'BAD_INPUT' });
    await bad({ movingIds: [randomUUID()] }).toMatchObject({ code: 'NOT_FOUND' });
    await bad({ words: [{ question: 'Who are you?', text: 'me' }] }).toMatchObject({ code: 'CONFLICT' });
    expect((await dayOf(board.bob, id)).answers).toEqual([]);
    expect((await conversationOf(board.bob, ids['write'] ?? '')).comments).toEqual([]);
  });
});
