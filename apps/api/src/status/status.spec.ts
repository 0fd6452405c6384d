import { randomUUID } from 'node:crypto';
import type { CatchUp, StatusDraft, StatusUpdate } from '@baton/domain';
import { type Somebody, type TestBoard, type TestServer, aBoard, aServer } from '../../test/world';

let server: TestServer;
beforeAll(async () => void (server = await aServer({ LOG_LEVEL: 'error' })));
afterAll(() => server.close());
beforeEach(() => server.clock.set('2026-11-23T08:30:00Z'));

const draftOf = (who: Somebody, board: TestBoard) => who.ask<StatusDraft>('query($b: ID!) { statusDraft(boardId: $b) }', { b: board.id });
const statusesOf = (who: Somebody, board: TestBoard) =>
  who.ask<StatusUpdate[]>('query($b: ID!) { statusUpdates(boardId: $b) }', { b: board.id });
const told = async (who: Somebody, board: TestBoard) =>
  (await who.ask<CatchUp>('query($w: ID!) { catchUp(workspaceId: $w) }', { w: board.workspaceId })).brief.lines.filter(
    ({ object }) => object === 'status-update',
  );
const edit = (who: Somebody, taskId: string, fields: Record<string, unknown>) =>
  who.command('editTasks', 'EditTasksInput', { taskIds: [taskId], ...fields });
async function publish(who: Somebody, board: TestBoard, more: Record<string, unknown> = {}) {
  const id = randomUUID();
  const { toSeq } = await draftOf(who, board);
  const all = {
    id,
    boardId: board.id,
    health: 'at risk',
    headline: 'The paper is late',
    text: '',
    readerIds: [board.bob.id],
    toSeq,
    ...more,
  };
  return { id, event: await who.command('publishStatus', 'PublishStatusInput', all) };
}
const say = (who: Somebody, statusId: string, answer: string | null, text = '') =>
  who.command('acknowledgeStatus', 'AcknowledgeStatusInput', { statusId, answer, text });

it('is drafted from the log by everybody since the last one: what moved, was decided, and slipped', async () => {
  const board = await aBoard(server, { tasks: ['guide', 'cover', 'maps', 'index'] });
  const { alice, bob } = board;
  await edit(bob, board.task('cover'), { ownerId: bob.id, dueOn: '2026-12-10' });
  expect((await draftOf(alice, board)).fromSeq).toBe(0);
  await publish(alice, board);
  expect(await draftOf(alice, board)).toMatchObject({ headline: 'Nothing moved since the last update', text: '', health: 'on track' });

  await edit(alice, board.task('guide'), { ownerId: alice.id });
  await board.move(alice, ['guide'], 'Done');
  await edit(bob, board.task('cover'), { dueOn: '2026-12-14', why: 'The printer is full' });
  await edit(bob, board.task('maps'), { ownerId: bob.id, dueOn: '2026-12-04' });
  await board.move(bob, ['maps'], 'Doing');
  await bob.command('postComment', 'PostCommentInput', {
    ...{ id: randomUUID(), taskId: board.task('maps'), kind: 'update', text: '', headline: 'No surveyor', health: 'off track' },
  });
  await alice.command('createDecision', 'CreateDecisionInput', {
    ...{ id: randomUUID(), boardId: board.id, taskIds: [], open: false },
    fields: { question: 'Which paper?', mode: 'record', deciderId: alice.id },
    outcome: { choice: '90 g', because: 'It is the cheapest.' },
  });
  const draft = await draftOf(alice, board);
  expect(draft).toMatchObject({ headline: '1 done, 1 decided, 1 later than planned, 1 begun', health: 'off track' });
  expect(draft.text).toBe(
    [
      '## Done',
      `- ${board.key}-1 guide (Alice)`,
      '',
      '## Decided',
      '- D-1 Which paper? 90 g. Because: It is the cheapest.',
      '',
      '## Later than planned',
      `- ${board.key}-2 cover: Mon 14 Dec instead of Thu 10 Dec (The printer is full)`,
      '',
      '## Begun',
      `- ${board.key}-3 maps (Bob)`,
      '',
      '## Needs attention',
      `- ${board.key}-3 maps: off track`,
    ].join('\n'),
  );
});

it('is told in the catch-up of others, acknowledged with one key, and says who has not yet', async () => {
  const board = await aBoard(server);
  const { alice, bob } = board;
  const { id } = await publish(alice, board, { readerIds: [alice.id, bob.id] });
  expect((await told(bob, board)).map(({ text, answers, reason }) => [text, answers, reason])).toEqual([
    ['Alice on Website: The paper is late (at risk)', ['seen', 'agree', 'object'], 'your word is asked'],
  ]);
  expect(await told(alice, board)).toEqual([]);
  await say(bob, id, 'seen');
  expect((await told(bob, board))[0]?.answers).toEqual([]);
  await expect(say(bob, id, 'object')).rejects.toMatchObject({ code: 'BAD_INPUT' });
  await expect(say(alice, id, 'seen')).rejects.toMatchObject({ code: 'BAD_INPUT' });
  server.clock.passMinutes(5);
  const { commandId } = await say(bob, id, 'object', 'The mill has some.');
  expect((await statusesOf(alice, board))[0]).toMatchObject({
    readers: [{ name: 'Alice' }, { name: 'Bob' }],
    answers: [{ name: 'Bob', answer: 'object', text: 'The mill has some.' }],
  });
  expect((await told(alice, board)).map(({ section, text }) => [section, text])).toEqual([
    ['answers', 'Bob objects to your status update: The mill has some.'],
  ]);
  // One's word can be taken back, and so can the whole update.
  await bob.ask('mutation($u: ID!, $c: ID!) { undoCommand(undoes: $u, commandId: $c) { seq } }', { u: commandId, c: randomUUID() });
  expect((await statusesOf(alice, board))[0]?.answers).toMatchObject([{ answer: 'seen' }]);
  expect(await told(alice, board)).toEqual([]);
});

it('can be taken back by whoever published it, and is then told to nobody', async () => {
  const board = await aBoard(server);
  const { id, event } = await publish(board.alice, board);
  await board.alice.ask('mutation($u: ID!, $c: ID!) { undoCommand(undoes: $u, commandId: $c) { seq } }', {
    u: event.commandId,
    c: randomUUID(),
  });
  expect(await statusesOf(board.bob, board)).toEqual([]);
  expect(await told(board.bob, board)).toEqual([]);
  await expect(say(board.bob, id, 'seen')).rejects.toMatchObject({ code: 'CONFLICT' });
  await expect(publish(board.viewer, board, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(publish(board.alice, board, { headline: ' ' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  await expect(publish(board.alice, board, { readerIds: [board.outsider.id] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
