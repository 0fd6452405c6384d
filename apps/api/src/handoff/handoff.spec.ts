import { randomUUID } from 'node:crypto';
import type { Conversation, MyTask } from '@baton/domain';
import { type Somebody, type TestServer, aBoard, aServer } from '../../test/world';
import { Readers } from '../platform/events/readers';
import { HandoffService } from './handoff.service';

let server: TestServer;
beforeAll(async () => void (server = await aServer()));
afterAll(() => server.close());
beforeEach(() => server.clock.set('2026-11-24T09:00:00Z'));

const note = {
  state: 'at risk',
  where: 'The second part is missing.',
  next: [{ what: 'Write it', by: '2026-11-30' }],
  watchOuts: 'If it is late, cut the appendix.',
  links: '',
  returnsOn: null,
};
async function offered(more: Record<string, unknown> = {}) {
  const board = await aBoard(server, { tasks: ['write'] });
  const taskId = board.task('write');
  await board.alice.command('editTasks', 'EditTasksInput', { taskIds: [taskId], ownerId: board.alice.id, dueOn: '2026-12-15' });
  await board.alice.command('offerHandoff', 'OfferHandoffInput', { taskId, toId: board.bob.id, note: { ...note, ...more } });
  const answer = (who: Somebody, accept: boolean, text: string) =>
    who.command('answerHandoff', 'AnswerHandoffInput', { taskId, accept, text });
  return { board, taskId, answer };
}

it('changes the owner only when the receiver says back what they take over, and the open asks come along, never earlier', async () => {
  const { board, taskId, answer } = await offered();
  const carol = await server.person('Carol');
  await server.join(board.workspaceId, carol, 'member');
  const askId = randomUUID();
  await carol.command('postComment', 'PostCommentInput', {
    id: randomUUID(),
    taskId,
    kind: 'ask',
    text: 'How far is it?',
    ask: { ids: [askId], personIds: [board.alice.id], pool: false, want: 'answer', blocking: false, ifNoReply: { kind: 'wait' } },
  });
  const before = (await carol.ask<Conversation>('query($t: ID!) { conversation(taskId: $t) }', { t: taskId })).asks[0];
  expect(await board.card('write')).toMatchObject({
    ownerId: board.alice.id,
    handoff: { kind: 'offered', toId: board.bob.id, note: { state: 'at risk' } },
  });
  await expect(answer(board.bob, true, 'ok')).rejects.toMatchObject({ code: 'BAD_INPUT', details: { field: 'text' } });
  await expect(answer(carol, true, 'I will write the second part')).rejects.toMatchObject({ code: 'CONFLICT' });
  server.clock.passMinutes(1);
  await answer(board.bob, true, 'I will write the second part by Monday; if it is late I cut the appendix.');
  expect(await board.card('write')).toMatchObject({ ownerId: board.bob.id, handoff: null });
  const after = await carol.ask<Conversation>('query($t: ID!) { conversation(taskId: $t) }', { t: taskId });
  expect(after.asks[0]?.holderId).toBe(board.bob.id);
  expect((after.asks[0]?.respondBy ?? '') >= (before?.respondBy ?? '')).toBe(true);
  expect(after.comments.at(-1)?.text).toContain('second part by Monday');
});

it('can be declined with a reason, taken back, and is back with the giver when its time is over', async () => {
  const first = await offered();
  await expect(first.answer(first.board.bob, false, '')).rejects.toMatchObject({ code: 'BAD_INPUT' });
  await first.answer(first.board.bob, false, 'I am away next week');
  expect(await first.board.card('write')).toMatchObject({ ownerId: first.board.alice.id, handoff: null });
  const second = await offered();
  await second.answer(second.board.alice, false, '');
  await expect(second.answer(second.board.bob, true, 'I take it and write it down')).rejects.toMatchObject({
    code: 'CONFLICT',
    details: { state: 'none' },
  });
  const third = await offered();
  const moves = async (who: Somebody) => {
    await server.app.get(Readers).catchUp();
    const tasks = await who.ask<MyTask[]>('query($w: ID!) { myWork(workspaceId: $w) }', { w: third.board.workspaceId });
    return tasks.map(({ movePersonName, moveWhat }) => [movePersonName, moveWhat]);
  };
  expect(await moves(third.board.bob)).toEqual([['Bob', 'accept or question the handoff']]);
  server.clock.set('2026-11-26T09:00:00Z');
  // No job has to run for it.
  expect(await moves(third.board.alice)).toEqual([['Alice', 'finish']]);
  expect(await moves(third.board.bob)).toEqual([]);
  await expect(third.answer(third.board.bob, true, 'I take it and write it down')).rejects.toMatchObject({
    code: 'CONFLICT',
    details: { state: 'expired' },
  });
  await third.board.alice.command('offerHandoff', 'OfferHandoffInput', { taskId: third.taskId, toId: third.board.bob.id, note });
  expect((await third.board.card('write'))?.handoff?.by).toBe('2026-11-27T16:00:00.000Z');
});

it('for a time comes back by itself on its day, once, and needs a read-back again', async () => {
  const { board, answer } = await offered({ returnsOn: '2026-12-01' });
  await answer(board.bob, true, 'I look after it until you are back.');
  const handoffs = server.app.get(HandoffService);
  await handoffs.returnAll();
  expect((await board.card('write'))?.handoff).toBeNull();
  server.clock.set('2026-12-02T09:00:00Z');
  await handoffs.returnAll();
  await handoffs.returnAll();
  expect((await board.card('write'))?.handoff).toMatchObject({ kind: 'return', fromId: board.bob.id, toId: board.alice.id });
  await expect(answer(board.alice, true, 'thanks')).rejects.toMatchObject({ code: 'BAD_INPUT' });
  await answer(board.alice, true, 'I have it again and go on with part three.');
  expect(await board.card('write')).toMatchObject({ ownerId: board.alice.id, handoff: null });
});
