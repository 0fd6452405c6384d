import { randomUUID } from 'node:crypto';
import type { CatchUp, Leave, LeaveCheck, LeaveLine, Today } from '@baton/domain';
import { type Somebody, type TestBoard, type TestServer, aBoard, aServer } from '../../test/world';

let server: TestServer;
beforeAll(async () => void (server = await aServer({ LOG_LEVEL: 'error' })));
afterAll(() => server.close());
/** A Monday. */
beforeEach(() => server.clock.set('2026-11-23T08:30:00Z'));

const goes = (who: Somebody, leave: Partial<Leave>[]) =>
  who.ask<{ calendar: { leave: Leave[] } }>('mutation($i: EditCalendarInput!) { editCalendar(input: $i) { calendar } }', {
    i: {
      commandId: randomUUID(),
      leave: leave.map((one) => ({ fromTime: null, toTime: null, delegateId: null, note: '', returnBuffer: 2, ...one })),
    },
  });
/** Tuesday to Thursday. */
const away = { id: 'l1', fromDay: '2026-11-24', toDay: '2026-11-26' };
const checkOf = (who: Somebody, board: TestBoard, leaveId = 'l1') =>
  who.ask<LeaveCheck>('query($w: ID!, $l: ID!) { leaveCheck(workspaceId: $w, leaveId: $l) }', { w: board.workspaceId, l: leaveId });
const asItIs = (who: Somebody, board: TestBoard, key: string | undefined, kept: boolean) =>
  who.ask('mutation($w: ID!, $l: ID!, $k: String!, $a: Boolean!) { leaveAsItIs(workspaceId: $w, leaveId: $l, key: $k, asItIs: $a) }', {
    ...{ w: board.workspaceId, l: 'l1', k: key, a: kept },
  });
const edit = (who: Somebody, taskId: string, fields: Record<string, unknown>) =>
  who.command('editTasks', 'EditTasksInput', { taskIds: [taskId], ...fields });
async function ask(who: Somebody, whom: Somebody, taskId: string, more: Record<string, unknown> = {}): Promise<string> {
  const id = randomUUID();
  const wish = { ids: [id], personIds: [whom.id], pool: false, want: 'answer', blocking: false, ifNoReply: { kind: 'wait' }, ...more };
  await who.command('postComment', 'PostCommentInput', { id: randomUUID(), taskId, kind: 'ask', text: 'Which colour?', ask: wish });
  return id;
}
const said = ({ lines }: LeaveCheck) => lines.map(({ taskTitle, settled }: LeaveLine) => [taskTitle, settled]);
const todayOf = (who: Somebody, board: TestBoard) => who.ask<Today>('query($w: ID!) { today(workspaceId: $w) }', { w: board.workspaceId });

it('finds what falls into a time off, and only that, and knows how each was settled', async () => {
  const board = await aBoard(server, { tasks: ['give', 'later', 'mine', 'stays', 'before', 'after', 'asked'] });
  const { alice, bob } = board;
  for (const [title, dueOn] of [
    ['give', '2026-11-24'],
    ['later', '2026-11-25'],
    ['stays', '2026-11-26'],
    ['before', '2026-11-23'],
    ['after', '2026-11-27'],
  ] as const)
    await edit(alice, board.task(title), { ownerId: bob.id, dueOn });
  await edit(bob, board.task('mine'), { ownerId: bob.id, dueOn: '2026-11-25', dueTime: '14:00' });
  await ask(alice, bob, board.task('asked'), { respondBy: '2026-11-25T12:00:00Z' });
  await goes(bob, [{ ...away, delegateId: alice.id }]);
  const before = await checkOf(bob, board);
  expect(said(before)).toEqual([
    ['give', null],
    ['asked', null],
    ['mine', null],
    ['later', null],
    ['stays', null],
  ]);
  expect(before.backOn).toBe('2026-11-27');
  const [give, , mine, later, stays] = before.lines;
  expect([later?.dateOfName, mine?.dateOfName]).toEqual(['Alice', null]);
  const note = { state: 'on track', where: 'Half is done.', next: [], watchOuts: '', links: '', returnsOn: before.backOn };
  await bob.command('offerHandoff', 'OfferHandoffInput', { taskId: give?.taskId, toId: alice.id, note });
  await bob.command('counterDeadline', 'CounterInput', { taskId: later?.taskId, on: '2026-12-01', why: 'I am away' });
  await edit(bob, mine?.taskId ?? '', { dueOn: '2026-12-02', why: 'I am away' });
  await asItIs(bob, board, stays?.key, true);
  await asItIs(bob, board, stays?.key, true);
  expect(said(await checkOf(bob, board))).toEqual([
    ['give', { how: 'offered', name: 'Alice' }],
    ['asked', null],
    ['later', { how: 'asked', name: 'Alice' }],
    ['stays', { how: 'as it is' }],
  ]);
  expect((await todayOf(bob, board)).moves.find(({ key }) => key === 'leaving:l1')?.text).toBe('One thing falls into it');
  await asItIs(bob, board, stays?.key, false);
  expect((await todayOf(bob, board)).moves.find(({ key }) => key === 'leaving:l1')?.text).toBe('2 things fall into it');
  await expect(checkOf(alice, board)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('tells whoever asked for a task that its deadline falls into a new time off; the deadline itself stays', async () => {
  const board = await aBoard(server, { tasks: ['write'] });
  const { alice, bob } = board;
  await edit(alice, board.task('write'), { ownerId: bob.id, dueOn: '2026-11-25' });
  await goes(bob, [away]);
  const { brief } = await alice.ask<CatchUp>('query($w: ID!) { catchUp(workspaceId: $w) }', { w: board.workspaceId });
  expect(brief.lines.map(({ section, text }) => [section, text])).toEqual([
    ['changed', "Its deadline falls into Bob's time off, until Fri 27 Nov 09:00"],
  ]);
  expect(await board.card('write')).toMatchObject({ dueOn: '2026-11-25' });
});

it('is merged where it overlaps and says the same, and what was owed moves later and never back (O4, O5)', async () => {
  const board = await aBoard(server, { tasks: ['write'] });
  const { alice, bob } = board;
  await ask(alice, bob, board.task('write'));
  const by = async () =>
    (
      await server.db.query<{ respond_by: Date }[]>('select respond_by from ask where task_id = $1', [board.task('write')])
    )[0]?.respond_by.toISOString();
  expect(await by()).toBe('2026-11-24T16:00:00.000Z');
  const both = [away, { id: 'l2', fromDay: '2026-11-26', toDay: '2026-11-27' }, { id: 'l3', fromDay: '2026-12-10', toDay: '2026-12-11' }];
  for (let i = 0; i < 2; i++)
    expect((await goes(bob, both)).calendar.leave.map(({ id, fromDay, toDay }) => [id, fromDay, toDay])).toEqual([
      ['l1', '2026-11-24', '2026-11-27'],
      ['l3', '2026-12-10', '2026-12-11'],
    ]);
  expect(await by()).toBe('2026-11-30T16:00:00.000Z');
  await goes(bob, []);
  expect(await by()).toBe('2026-11-30T16:00:00.000Z');
});

it('makes what is due today not late, when somebody says in the evening that they were ill', async () => {
  const board = await aBoard(server, { tasks: ['write'] });
  const { bob } = board;
  await edit(bob, board.task('write'), { ownerId: bob.id, dueOn: '2026-11-23' });
  await board.move(bob, ['write'], 'Doing');
  server.clock.set('2026-11-23T18:00:00Z');
  const late = async () => (await todayOf(bob, board)).moves.filter(({ key }) => key.startsWith('task:')).map((line) => line.late);
  expect(await late()).toEqual([true]);
  await goes(bob, [{ id: 'ill', fromDay: '2026-11-23', toDay: '2026-11-23' }]);
  expect(await late()).toEqual([false]);
  server.clock.set('2026-11-24T15:59:00Z');
  expect(await late()).toEqual([false]);
  server.clock.set('2026-11-24T16:00:00Z');
  expect(await late()).toEqual([true]);
});

it('lets a delegate decide only where the leave says so, and answer asks only where it says so', async () => {
  const board = await aBoard(server, { tasks: ['write'] });
  const { alice, bob } = board;
  const carol = await server.person('Carol');
  await server.join(board.workspaceId, carol, 'member');
  const id = randomUUID();
  await alice.command('createDecision', 'CreateDecisionInput', {
    ...{ id, boardId: board.id, taskIds: [], open: true },
    fields: { question: 'Which paper?', recommendation: '90 g', because: 'Cheap.', mode: 'advice', deciderId: bob.id },
  });
  await ask(alice, bob, board.task('write'));
  server.clock.set('2026-11-24T09:00:00Z');
  const owed = async () => (await todayOf(carol, board)).moves.map(({ object }) => object);
  const decide = () =>
    carol.command('stepDecision', 'StepDecisionInput', { decisionId: id, step: 'decide', outcome: { choice: '90 g', because: 'Cheap.' } });
  await goes(bob, [{ ...away, delegateId: carol.id }]);
  expect(await owed()).toEqual(['ask']);
  await expect(decide()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await goes(bob, [{ ...away, delegateId: carol.id, scope: ['decisions'] }]);
  expect(await owed()).toEqual(['decision']);
  await decide();
  expect(await owed()).toEqual([]);
  await expect(goes(bob, [{ ...away, delegateId: carol.id, scope: ['everything'] as never }])).rejects.toMatchObject({ code: 'BAD_INPUT' });
});
