import { randomUUID } from 'node:crypto';
import type { Card, DeadlineChange } from '@baton/domain';
import { type Somebody, type TestBoard, type TestServer, aBoard, aServer } from '../../test/world';
import { TzService } from './tz.service';

let server: TestServer;
beforeAll(async () => void (server = await aServer()));
afterAll(() => server.close());

const edit = (who: Somebody, taskId: string, fields: Record<string, unknown>) =>
  who.command('editTasks', 'EditTasksInput', { taskIds: [taskId], ...fields });
const detail = (who: Somebody, id: string) =>
  who.ask<{ dueHistory: DeadlineChange[]; dueSetById: string | null; history: { kind: string; why: string | null }[] }>(
    'query($id: ID!) { task(id: $id) { dueHistory dueSetById history { kind why } } }',
    { id },
  );
const cardOf = async (board: TestBoard, title: string): Promise<Card> => {
  const card = await board.card(title);
  if (!card) throw new Error(`${title} is not on the board`);
  return card;
};

describe('a deadline', () => {
  it('is a day or a moment in a zone that stays, with an instant derived from it', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    const id = board.task('write');
    await edit(board.alice, id, { dueOn: '2026-12-20' });
    expect(await cardOf(board, 'write')).toMatchObject({ dueZone: 'Europe/Berlin', dueAt: '2026-12-20T23:00:00+00:00' });
    await edit(board.alice, id, { dueOn: '2027-03-14', dueTime: '02:30', dueZone: 'America/New_York' });
    const card = await cardOf(board, 'write');
    expect([card.dueOn, card.dueTime, new Date(card.dueAt ?? '').toISOString()]).toEqual([
      '2027-03-14',
      '02:30',
      '2027-03-14T07:30:00.000Z',
    ]);
    await edit(board.alice, id, { ownerId: board.bob.id });
    expect(await cardOf(board, 'write')).toMatchObject({ dueZone: 'America/New_York', dueTime: '02:30' });
    await expect(edit(board.alice, id, { dueOn: '2026-12-20', dueZone: 'Mars/Olympus' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  it('keeps every change with who, why and by how much, and asks for a reason when it is close', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    const id = board.task('write');
    await edit(board.alice, id, { dueOn: '2026-12-15' });
    await edit(board.bob, id, { dueOn: '2026-12-18' });
    await edit(board.bob, id, { dueOn: '2026-11-25' });
    await expect(edit(board.bob, id, { dueOn: '2026-11-30' })).rejects.toMatchObject({ code: 'BAD_INPUT', details: { field: 'why' } });
    await edit(board.bob, id, { dueOn: '2026-11-30', why: 'The proofs came late' });
    const card = await cardOf(board, 'write');
    expect([card.dueMoves, card.dueSlip]).toEqual([3, -15]);
    const { dueHistory, history } = await detail(board.alice, id);
    expect(dueHistory.map((c) => [c.byId === board.bob.id, c.to?.on, c.days, c.why])).toEqual([
      [false, '2026-12-15', 0, ''],
      [true, '2026-12-18', 3, ''],
      [true, '2026-11-25', -23, ''],
      [true, '2026-11-30', 5, 'The proofs came late'],
    ]);
    expect(history[0]).toMatchObject({ kind: 'deadline.moved', why: 'The proofs came late' });
  });

  it('comes back with its history and its count when the change is undone', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    await edit(board.alice, board.task('write'), { dueOn: '2026-12-15' });
    const { commandId } = await edit(board.alice, board.task('write'), { dueOn: '2026-12-18' });
    await board.alice.ask('mutation($u: ID!, $c: ID!) { undoCommand(undoes: $u, commandId: $c) { seq } }', {
      u: commandId,
      c: randomUUID(),
    });
    expect(await cardOf(board, 'write')).toMatchObject({ dueOn: '2026-12-15', dueMoves: 0, dueSlip: 0 });
    expect((await detail(board.alice, board.task('write'))).dueHistory).toHaveLength(1);
  });

  it('is countered by the owner, and taken or kept by whoever set it', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    const taskId = board.task('write');
    await edit(board.alice, taskId, { ownerId: board.bob.id, dueOn: '2026-12-15' });
    const counter = (who: Somebody, on: string) => who.command('counterDeadline', 'CounterInput', { taskId, on, why: 'I am away' });
    const answer = (who: Somebody, accept: boolean, why?: string) =>
      who.command('answerCounter', 'AnswerCounterInput', { taskId, accept, why });
    await expect(counter(board.alice, '2026-12-18')).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(counter(board.bob, '2026-11-01')).rejects.toMatchObject({ code: 'BAD_INPUT', details: { field: 'on' } });
    await counter(board.bob, '2026-12-18');
    await expect(answer(board.bob, true)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(answer(board.alice, false)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await answer(board.alice, false, 'The fair is on the 16th');
    expect(await cardOf(board, 'write')).toMatchObject({ dueOn: '2026-12-15', counter: null });
    await counter(board.bob, '2026-12-16');
    await answer(board.alice, true);
    expect(await cardOf(board, 'write')).toMatchObject({ dueOn: '2026-12-16', counter: null, dueMoves: 1 });
    await expect(answer(board.alice, true)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('falls on another moment when the rules of the clocks change, and says so once', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    const id = board.task('write');
    await edit(board.alice, id, { dueOn: '2026-12-15', ownerId: board.bob.id });
    await server.db.query(`update task set due_at = due_at + interval '1 hour' where id = $1`, [id]);
    await server.app.get(TzService).follow('2099z');
    await server.app.get(TzService).follow('2099z');
    expect((await cardOf(board, 'write')).dueAt).toBe('2026-12-15T23:00:00+00:00');
    const { dueHistory } = await detail(board.alice, id);
    expect(dueHistory.filter((c) => c.byId === null)).toHaveLength(1);
    expect((await board.events()).filter((e) => e.kind === 'deadline.rederived')).toHaveLength(1);
  });
});

describe('work that is begun', () => {
  it('gets whoever moved it as owner and the end of their fifth working day, and is undone with the move', async () => {
    const board = await aBoard(server, { tasks: ['write', 'review'] });
    await edit(board.alice, board.task('review'), { ownerId: board.alice.id, dueOn: '2026-12-20' });
    const { commandId } = await board.move(board.bob, ['write', 'review'], 'Doing');
    expect(await cardOf(board, 'write')).toMatchObject({ ownerId: board.bob.id, dueOn: '2026-12-01', dueZone: 'Europe/Berlin' });
    expect(await cardOf(board, 'review')).toMatchObject({ ownerId: board.alice.id, dueOn: '2026-12-20' });
    await board.bob.ask('mutation($u: ID!, $c: ID!) { undoCommand(undoes: $u, commandId: $c) { seq } }', { u: commandId, c: randomUUID() });
    expect(await cardOf(board, 'write')).toMatchObject({ ownerId: null, dueOn: null, dueZone: null });
  });

  it('keeps an owner, and a deadline or a day to look again', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    const id = board.task('write');
    await board.move(board.bob, ['write'], 'Doing');
    await expect(edit(board.bob, id, { ownerId: null })).rejects.toMatchObject({ code: 'BAD_INPUT', details: { field: 'ownerId' } });
    await expect(edit(board.bob, id, { dueOn: null })).rejects.toMatchObject({ code: 'BAD_INPUT', details: { field: 'dueOn' } });
    await edit(board.bob, id, { dueOn: null, revisitOn: '2027-01-10', why: 'after the fair' });
    expect(await cardOf(board, 'write')).toMatchObject({ dueOn: null, dueAt: null, revisitOn: '2027-01-10' });
    await edit(board.bob, id, { dueOn: '2026-12-20' });
    expect(await cardOf(board, 'write')).toMatchObject({ revisitOn: null });
  });

  it('may lack both when a column becomes one of work, until somebody moves it', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    await board.alice.command('editColumn', 'EditColumnInput', { columnId: board.column('To do'), class: 'active' });
    expect(await cardOf(board, 'write')).toMatchObject({ exempt: true, ownerId: null });
    await edit(board.bob, board.task('write'), { title: 'write it' });
    await board.move(board.bob, ['write'], 'Doing');
    expect(await cardOf(board, 'write it')).toMatchObject({ exempt: false, ownerId: board.bob.id });
  });
});

it('keeps why a task was put back, though nothing else of it changes', async () => {
  const board = await aBoard(server, { tasks: ['write'] });
  await edit(board.bob, board.task('write'), { why: 'The client paused it' });
  const { history } = await detail(board.alice, board.task('write'));
  expect(history[0]).toEqual({ kind: 'task.explained', why: 'The client paused it' });
});

describe('tasks that wait', () => {
  it('cannot wait for each other in a circle, though two people add the two halves at once', async () => {
    const board = await aBoard(server, { tasks: ['a', 'b', 'c'] });
    const [a, b, c] = [board.task('a'), board.task('b'), board.task('c')];
    await edit(board.alice, a, { addBlockerIds: [b] });
    await edit(board.alice, b, { addBlockerIds: [c] });
    await expect(edit(board.alice, c, { addBlockerIds: [a] })).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(edit(board.alice, c, { addBlockerIds: [c] })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    const other = await aBoard(server, { tasks: ['x', 'y'] });
    const [x, y] = [other.task('x'), other.task('y')];
    const both = await Promise.allSettled([edit(other.alice, x, { addBlockerIds: [y] }), edit(other.bob, y, { addBlockerIds: [x] })]);
    expect(both.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(edit(board.alice, a, { addBlockerIds: [x] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('do not close a circle by an undo', async () => {
    const board = await aBoard(server, { tasks: ['a', 'b'] });
    const [a, b] = [board.task('a'), board.task('b')];
    await edit(board.alice, a, { addBlockerIds: [b] });
    const { commandId } = await edit(board.alice, a, { removeBlockerIds: [b] });
    await edit(board.bob, b, { addBlockerIds: [a] });
    await expect(
      board.alice.ask('mutation($u: ID!, $c: ID!) { undoCommand(undoes: $u, commandId: $c) { seq } }', { u: commandId, c: randomUUID() }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('are freed when what they wait for goes to another board', async () => {
    const board = await aBoard(server, { tasks: ['a', 'b'] });
    await edit(board.alice, board.task('a'), { addBlockerIds: [board.task('b')] });
    const other = await board.alice.ask<{ id: string; key: string }>(
      'mutation($i: CreateBoardInput!) { createBoard(input: $i) { id key } }',
      {
        i: { commandId: randomUUID(), workspaceId: board.workspaceId, name: 'Other' },
      },
    );
    const { columns } = await board.alice.ask<{ columns: { id: string; name: string }[] }>(
      'query($w: ID!, $k: String!) { boardSnapshot(workspaceId: $w, key: $k) }',
      { w: board.workspaceId, k: other.key },
    );
    const doing = columns.find((c) => c.name === 'Doing')?.id;
    const left = await board.alice.command('moveTasksToBoard', 'MoveTasksToBoardInput', { taskIds: [board.task('b')], columnId: doing });
    expect(await cardOf(board, 'a')).toMatchObject({ blockerIds: [] });
    const moved = await board.alice.ask<{ ownerId: string; dueOn: string }>('query($id: ID!) { task(id: $id) { ownerId dueOn } }', {
      id: board.task('b'),
    });
    expect(moved).toEqual({ ownerId: board.alice.id, dueOn: '2026-12-01' });
    await board.alice.ask('mutation($u: ID!, $c: ID!) { undoCommand(undoes: $u, commandId: $c) { seq } }', {
      u: left.commandId,
      c: randomUUID(),
    });
    expect(await cardOf(board, 'a')).toMatchObject({ blockerIds: [board.task('b')] });
  });

  it('name who is outside and when to check back, or a colleague until a time of their own', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    const id = board.task('write');
    await expect(edit(board.alice, id, { wait: { kind: 'outside', who: 'the printer', what: 'proofs' } })).rejects.toMatchObject({
      details: { field: 'checkOn' },
    });
    await edit(board.alice, id, { wait: { kind: 'outside', who: 'the printer', what: 'proofs', checkOn: '2026-11-27' } });
    expect((await cardOf(board, 'write')).wait).toMatchObject({ kind: 'outside', checkOn: '2026-11-27' });
    await edit(board.alice, id, { wait: { kind: 'person', personId: board.bob.id, what: 'approve the copy' } });
    // Four working hours of Bob, from 10:00 on a Tuesday in Berlin.
    expect((await cardOf(board, 'write')).wait).toMatchObject({ kind: 'person', by: '2026-11-24T13:00:00.000Z' });
    await edit(board.alice, id, { wait: null });
    expect((await cardOf(board, 'write')).wait).toBeNull();
  });
});

it('offers the tasks of somebody who leaves to the triage person, who takes them over', async () => {
  const board = await aBoard(server, { tasks: ['write', 'over'] });
  const tina = await server.person('Tina');
  await server.join(board.workspaceId, tina, 'member');
  await board.alice.command('editBoard', 'EditBoardInput', { boardId: board.id, triageId: tina.id });
  for (const title of ['write', 'over']) await edit(board.alice, board.task(title), { ownerId: board.bob.id, dueOn: '2026-12-15' });
  await board.move(board.alice, ['over'], 'Done');
  await board.alice.ask('mutation($w: ID!, $p: ID!) { removeMember(workspaceId: $w, personId: $p) }', {
    w: board.workspaceId,
    p: board.bob.id,
  });
  // By the end of Tina's next working day.
  expect((await cardOf(board, 'write')).handoff).toMatchObject({ fromId: board.bob.id, toId: tina.id, by: '2026-11-25T16:00:00.000Z' });
  expect((await cardOf(board, 'over')).handoff).toBeNull();
  const accept = (who: Somebody) =>
    who.command('answerHandoff', 'AnswerHandoffInput', { taskId: board.task('write'), accept: true, text: '' });
  await expect(accept(board.alice)).rejects.toMatchObject({ code: 'CONFLICT' });
  expect((await accept(tina)).kind).toBe('handoff.accepted');
  expect(await cardOf(board, 'write')).toMatchObject({ ownerId: tina.id, handoff: null });
});
