import { randomUUID } from 'node:crypto';
import type { BoardEvent, Conversation } from '@baton/domain';
import { type Somebody, type TestServer, aBoard, aServer } from '../../test/world';

let server: TestServer;
beforeAll(async () => void (server = await aServer()));
afterAll(() => server.close());

const undo = (who: Somebody, undoes: string, commandId: string = randomUUID()) =>
  who.ask<BoardEvent[]>(
    'mutation($u: ID!, $c: ID!) { undoCommand(undoes: $u, commandId: $c) { boardId seq kind commandId changes resync } }',
    { u: undoes, c: commandId },
  );

it('puts a moved task back, and undoing that moves it again', async () => {
  const board = await aBoard(server, { tasks: ['a', 'b', 'c'] });
  const { commandId } = await board.move(board.alice, ['a'], 'Done');
  const [undone] = await undo(board.alice, commandId);
  expect(await board.titlesIn('To do')).toEqual(['a', 'b', 'c']);
  expect(await board.card('a')).toMatchObject({ doneAt: null });
  await undo(board.alice, undone?.commandId ?? '');
  expect(await board.titlesIn('Done')).toEqual(['a']);
});

it('takes back a bulk edit, a deletion, an archiving and a creation', async () => {
  const board = await aBoard(server, { tasks: ['a', 'b', 'c'] });
  const before = (await board.snapshot()).cards;
  const taskIds = before.map((card) => card.id);
  const edit = await board.alice.command('editTasks', 'EditTasksInput', { taskIds, ownerId: board.bob.id, dueOn: '2026-12-01' });
  const away = await board.alice.command('archiveTasks', 'TaskSetInput', { taskIds: taskIds.slice(0, 1) });
  const gone = await board.alice.command('deleteTasks', 'TaskSetInput', { taskIds: taskIds.slice(1) });
  const made = await board.alice.command('createTasks', 'CreateTasksInput', {
    columnId: board.column('Done'),
    tasks: [{ id: randomUUID(), title: 'new' }],
  });
  for (const { commandId } of [made, gone, away, edit]) await undo(board.alice, commandId);
  expect((await board.snapshot()).cards.sort((a, b) => (a.rank < b.rank ? -1 : 1))).toEqual(
    before.sort((a, b) => (a.rank < b.rank ? -1 : 1)),
  );
});

it('applies once when it is sent again', async () => {
  const board = await aBoard(server, { tasks: ['a'] });
  const { commandId } = await board.move(board.alice, ['a'], 'Done');
  const again = randomUUID();
  const [one, two] = await Promise.all([undo(board.alice, commandId, again), undo(board.alice, commandId, again)]);
  expect(one).toEqual(two);
  expect((await board.events()).filter((e) => e.kind === 'command.undone')).toHaveLength(1);
});

it('does not overwrite what somebody changed since', async () => {
  const board = await aBoard(server, { tasks: ['a'] });
  const { commandId } = await board.alice.command('editTasks', 'EditTasksInput', { taskIds: [board.task('a')], title: 'mine' });
  await board.bob.command('editTasks', 'EditTasksInput', { taskIds: [board.task('a')], title: 'theirs' });
  await expect(undo(board.alice, commandId)).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await board.card('theirs')).toBeDefined();
});

it('finds another place when the old one was taken meanwhile', async () => {
  const board = await aBoard(server, { tasks: ['a', 'b', 'c', 'd'] });
  const { commandId } = await board.move(board.alice, ['b'], 'Done');
  await board.move(board.bob, ['d'], 'To do', 'a');
  await undo(board.alice, commandId);
  expect((await board.titlesIn('To do')).sort()).toEqual(['a', 'b', 'c', 'd']);
  expect((await board.titlesIn('To do'))[0]).toBe('a');
});

it("is for one's own commands only, once", async () => {
  const board = await aBoard(server, { tasks: ['a'] });
  const { commandId } = await board.move(board.alice, ['a'], 'Done');
  await expect(undo(board.bob, commandId)).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
  await undo(board.alice, commandId);
  await expect(undo(board.alice, commandId)).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
});

it('brings an archived column back with its cards', async () => {
  const board = await aBoard(server, { tasks: ['a', 'b'] });
  const archived = await board.alice.ask<BoardEvent>(
    'mutation($i: ID!, $c: ID!) { archiveColumn(columnId: $i, commandId: $c, archived: true) { commandId resync } }',
    { i: board.column('To do'), c: randomUUID() },
  );
  expect((await board.snapshot()).cards).toEqual([]);
  const [event] = await undo(board.alice, archived.commandId);
  expect(event?.resync).toBe(true);
  expect(await board.titlesIn('To do')).toEqual(['a', 'b']);
});

it('takes tasks back from another board, on both boards', async () => {
  const board = await aBoard(server, { tasks: ['a', 'b'] });
  const other = await board.alice.ask<{ id: string; key: string }>(
    'mutation($input: CreateBoardInput!) { createBoard(input: $input) { id key } }',
    { input: { commandId: randomUUID(), workspaceId: board.workspaceId, name: 'Office' } },
  );
  const there = () =>
    board.alice.ask<{ columns: { id: string }[]; cards: unknown[] }>(
      'query($w: ID!, $k: String!) { boardSnapshot(workspaceId: $w, key: $k) }',
      { w: board.workspaceId, k: other.key },
    );
  const { commandId } = await board.alice.command('moveTasksToBoard', 'MoveTasksToBoardInput', {
    taskIds: [board.task('a')],
    columnId: (await there()).columns[0]?.id,
  });
  const events = await undo(board.alice, commandId);
  expect(new Set(events.map((e) => e.boardId))).toEqual(new Set([board.id, other.id]));
  expect(await board.titlesIn('To do')).toEqual(['a', 'b']);
  expect((await there()).cards).toEqual([]);
  expect(await board.card('a')).toMatchObject({ number: 1 });
});

it('takes an answer back with its words, and brings it again, as long as nobody went on with it', async () => {
  const board = await aBoard(server, { tasks: ['a'] });
  const [taskId, askId] = [board.task('a'), randomUUID()];
  const wish = { ids: [askId], personIds: [board.bob.id], pool: false, want: 'answer', blocking: true, ifNoReply: { kind: 'wait' } };
  await board.alice.command('postComment', 'PostCommentInput', { id: randomUUID(), taskId, kind: 'ask', text: 'Which colour?', ask: wish });
  const talk = () => board.alice.ask<Conversation>('query($t: ID!) { conversation(taskId: $t) }', { t: taskId });
  const step = (who: Somebody, name: string, more: Record<string, unknown> = {}) =>
    who.command('stepAsk', 'StepAskInput', { askId, step: name, ...more });
  const before = (await talk()).asks;
  const { commandId } = await step(board.bob, 'answer', { text: 'Green' });
  expect(await board.card('a')).toMatchObject({ owed: null, commentCount: 2 });
  const [taken] = await undo(board.bob, commandId);
  expect((await talk()).asks).toEqual(before);
  expect((await talk()).comments.at(-1)).toMatchObject({ text: '', deletedById: board.bob.id });
  expect(await board.card('a')).toMatchObject({ owed: [{ personId: board.bob.id, what: 'answer' }], commentCount: 1 });
  const [again] = await undo(board.bob, taken?.commandId ?? '');
  expect((await talk()).asks[0]?.closed).toMatchObject({ as: 'answered', text: 'Green' });
  expect((await talk()).comments.at(-1)).toMatchObject({ text: 'Green', deletedAt: null });
  await step(board.alice, 'accept');
  await expect(undo(board.bob, again?.commandId ?? '')).rejects.toMatchObject({ code: 'CONFLICT' });
});
