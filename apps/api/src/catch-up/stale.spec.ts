import { randomUUID } from 'node:crypto';
import type { StaleTask, Today } from '@baton/domain';
import { type Somebody, type TestBoard, type TestServer, aBoard, aServer, statementsOf } from '../../test/world';

let server: TestServer;
beforeAll(async () => void (server = await aServer({ LOG_LEVEL: 'error' })));
afterAll(() => server.close());
/** A Monday. */
beforeEach(() => server.clock.set('2026-11-23T08:30:00Z'));

const staleOn = async (board: TestBoard, who = board.alice) =>
  (await who.ask<StaleTask[]>('query($b: ID!) { staleTasks(boardId: $b) }', { b: board.id })).map(({ title }) => title);
const asked = async (who: Somebody, board: TestBoard) =>
  (await who.ask<Today>('query($w: ID!) { today(workspaceId: $w) }', { w: board.workspaceId })).moves.filter(({ key }) =>
    key.startsWith('stale:'),
  );
async function begun(titles: string[]) {
  const board = await aBoard(server, { tasks: titles });
  await board.alice.command('editTasks', 'EditTasksInput', {
    taskIds: titles.map((title) => board.task(title)),
    ownerId: board.bob.id,
    dueOn: '2027-03-01',
  });
  await board.move(board.alice, titles, 'Doing');
  return board;
}
const keep = (who: Somebody, taskIds: string[]) => who.command('keepTasks', 'TaskSetInput', { taskIds });

it('finds what did not move for five working days of its owner, and nothing that did', async () => {
  const board = await begun(['old', 'talked', 'away']);
  server.clock.set('2026-11-26T08:30:00Z');
  await board.bob.command('postComment', 'PostCommentInput', {
    ...{ id: randomUUID(), taskId: board.task('talked'), kind: 'note', text: 'Half is done' },
  });
  server.clock.set('2026-11-30T15:59:00Z');
  expect(await staleOn(board)).toEqual([]);
  server.clock.set('2026-11-30T16:00:00Z');
  expect(await staleOn(board)).toEqual(['old', 'away']);
  // Days of leave are no working days.
  const leave = [
    { id: 'l', fromDay: '2026-11-24', fromTime: null, toDay: '2026-11-25', toTime: null, delegateId: null, note: '', returnBuffer: 2 },
  ];
  await board.bob.ask('mutation($i: EditCalendarInput!) { editCalendar(input: $i) { id } }', { i: { commandId: randomUUID(), leave } });
  expect(await staleOn(board)).toEqual([]);
  server.clock.set('2026-12-02T16:00:00Z');
  expect(await staleOn(board)).toEqual(['old', 'away']);
});

it('is not asked again of what stays, until as much time is over; and that can be taken back', async () => {
  const board = await begun(['a', 'b']);
  server.clock.set('2026-12-01T08:30:00Z');
  expect(await staleOn(board)).toEqual(['a', 'b']);
  const { commandId } = await keep(board.alice, [board.task('a')]);
  expect(await staleOn(board)).toEqual(['b']);
  await board.alice.ask('mutation($u: ID!, $c: ID!) { undoCommand(undoes: $u, commandId: $c) { seq } }', { u: commandId, c: randomUUID() });
  expect(await staleOn(board)).toEqual(['a', 'b']);
  // What was put away and taken back did not move either.
  const put = await board.alice.command('archiveTasks', 'TaskSetInput', { taskIds: [board.task('a')] });
  await board.alice.ask('mutation($u: ID!, $c: ID!) { undoCommand(undoes: $u, commandId: $c) { seq } }', {
    u: put.commandId,
    c: randomUUID(),
  });
  expect(await staleOn(board)).toEqual(['a', 'b']);
  await keep(board.alice, [board.task('a'), board.task('b')]);
  server.clock.set('2026-12-09T08:30:00Z');
  expect(await staleOn(board)).toEqual(['a', 'b']);
});

it('is looked through once a week by the triage person, or by the owner of the workspace where there is none', async () => {
  const board = await begun(['a']);
  server.clock.set('2026-12-01T08:30:00Z');
  const [line] = await asked(board.alice, board);
  expect(line).toMatchObject({ verb: 'look through', text: 'One task has not moved for 5 working days', by: '2026-12-04T16:00:00.000Z' });
  expect(await asked(board.bob, board)).toEqual([]);
  await board.alice.command('editBoard', 'EditBoardInput', { boardId: board.id, triageId: board.bob.id });
  expect(await asked(board.alice, board)).toEqual([]);
  expect(await asked(board.bob, board)).toHaveLength(1);
  await board.bob.ask('mutation($w: ID!, $m: [MarkInput!]!) { markLines(workspaceId: $w, marks: $m) }', {
    w: board.workspaceId,
    m: [{ key: line?.key, mark: 'done', seq: 0, line }],
  });
  expect(await asked(board.bob, board)).toEqual([]);
  server.clock.set('2026-12-08T08:30:00Z');
  expect(await asked(board.bob, board)).toHaveLength(1);
});

it('asks the database as often for many boards as for one', async () => {
  const board = await begun(['a']);
  server.clock.set('2026-12-01T08:30:00Z');
  const leave = (id: string, day: string) => ({
    ...{ id, fromDay: day, fromTime: null, toDay: day, toTime: null, delegateId: null, note: '', returnBuffer: 2 },
  });
  const off = (...days: string[]) =>
    board.alice.ask('mutation($i: EditCalendarInput!) { editCalendar(input: $i) { id } }', {
      i: { commandId: randomUUID(), leave: days.map((day) => leave(day, day)) },
    });
  const today = () => board.alice.ask('query($w: ID!) { today(workspaceId: $w) }', { w: board.workspaceId });
  await off('2026-12-02');
  await today();
  const one = await statementsOf(today);
  for (const name of ['Two', 'Three', 'Four'])
    await board.alice.ask('mutation($i: CreateBoardInput!) { createBoard(input: $i) { id } }', {
      i: { commandId: randomUUID(), workspaceId: board.workspaceId, name },
    });
  await off('2026-12-02', '2026-12-03', '2026-12-04');
  expect(await statementsOf(today)).toBe(one);
  expect(one).toBeGreaterThan(5);
});
