import { randomUUID } from 'node:crypto';
import { type Brief, type BriefLine, type BriefSection, type CatchUp, type Today, mention } from '@baton/domain';
import { type Somebody, type TestBoard, type TestServer, aBoard, aServer } from '../../test/world';
import { CatchUpService } from './catch-up.service';

let server: TestServer;
beforeAll(async () => void (server = await aServer({ LOG_LEVEL: 'error' })));
afterAll(() => server.close());
/** A Monday morning in Berlin. */
beforeEach(() => server.clock.set('2026-11-23T08:30:00Z'));

const catchUpOf = (who: Somebody, board: TestBoard) =>
  who.ask<CatchUp>('query($w: ID!) { catchUp(workspaceId: $w) }', { w: board.workspaceId });
const storyOf = (who: Somebody, board: TestBoard, since: string) =>
  who.ask<Brief>('query($b: ID!, $s: Day!) { boardStory(boardId: $b, since: $s) }', { b: board.id, s: since });
const caughtUp = (who: Somebody, board: TestBoard, boards: { boardId: string; seq: number; at?: string | null }[]) =>
  who.ask('mutation($w: ID!, $b: [WatermarkInput!]!) { moveWatermarks(workspaceId: $w, boards: $b) }', { w: board.workspaceId, b: boards });
const upToHere = async (who: Somebody, board: TestBoard) =>
  caughtUp(
    who,
    board,
    (await catchUpOf(who, board)).boards.map(({ id, seq }) => ({ boardId: id, seq })),
  );
const say = (who: Somebody, taskId: string, text: string, more: Record<string, unknown> = {}) =>
  who.command('postComment', 'PostCommentInput', { id: randomUUID(), taskId, kind: 'note', text, ...more });
async function ask(who: Somebody, whom: Somebody, taskId: string, text: string, more: Record<string, unknown> = {}): Promise<string> {
  const id = randomUUID();
  const wish = { ids: [id], personIds: [whom.id], pool: false, want: 'answer', blocking: false, ifNoReply: { kind: 'wait' }, ...more };
  await say(who, taskId, text, { kind: 'ask', ask: wish });
  return id;
}
const edit = (who: Somebody, taskId: string, fields: Record<string, unknown>) =>
  who.command('editTasks', 'EditTasksInput', { taskIds: [taskId], ...fields });
const said = (lines: readonly BriefLine[], section: BriefSection) =>
  lines.filter((line) => line.section === section).map(({ text }) => text);

it('tells three days off in the order that they want to be read, complete, and each thing once', async () => {
  const board = await aBoard(server, { tasks: ['guide', 'cover', 'maps', 'index', 'quiet'] });
  const { alice, bob } = board;
  await edit(bob, board.task('cover'), { ownerId: bob.id, dueOn: '2026-12-10' });
  await edit(alice, board.task('maps'), { ownerId: alice.id });
  await alice.ask('mutation($t: ID!, $c: ID!) { followTask(taskId: $t, commandId: $c, follows: true) { seq } }', {
    t: board.task('maps'),
    c: randomUUID(),
  });
  const mine = await ask(bob, alice, board.task('maps'), 'Which projection?');
  await upToHere(bob, board);

  server.clock.set('2026-11-24T09:00:00Z');
  await ask(alice, bob, board.task('guide'), 'Which of the two outlines do we take?');
  await edit(alice, board.task('guide'), { ownerId: bob.id, dueOn: '2026-12-01' });
  await board.move(alice, ['guide'], 'Doing');
  await edit(alice, board.task('cover'), { dueOn: '2026-12-14', why: 'The printer is full' });
  await alice.command('stepAsk', 'StepAskInput', { askId: mine, step: 'answer', text: 'Use **Mercator**, as before.' });
  server.clock.set('2026-11-25T09:00:00Z');
  await say(alice, board.task('cover'), '', { kind: 'update', headline: 'Two drafts are ready', health: 'at risk' });
  await say(alice, board.task('index'), `See ${mention({ id: bob.id, name: 'Bob' })}, the letters`);
  await say(alice, board.task('quiet'), 'Nothing for anybody');

  server.clock.set('2026-11-27T08:30:00Z');
  const { brief, workingDays, minutes, nextDelivery } = await catchUpOf(bob, board);
  expect(said(brief.lines, 'move')).toEqual(['Alice asks: Which of the two outlines do we take?', 'Alice gave this to you']);
  expect(said(brief.lines, 'changed')).toEqual(['Alice moved the deadline from Thu 10 Dec to Mon 14 Dec: The printer is full']);
  expect(said(brief.lines, 'answers')).toEqual(['Alice answered: Use Mercator, as before.']);
  expect(said(brief.lines, 'updates')).toEqual(['Alice mentions you: See @Bob, the letters', 'Alice: Two drafts are ready (at risk)']);
  expect(brief.lines.map(({ section }) => section)).toEqual(['move', 'move', 'changed', 'answers', 'updates', 'updates']);
  expect(brief.others.map(({ title, events }) => [title, events])).toEqual([['quiet', 1]]);
  expect([workingDays, minutes]).toEqual([3, 2]);
  expect(brief.events).toBe(8);
  expect(nextDelivery).toBe('2026-11-27T12:00:00.000Z');
  expect(brief.lines[0]).toMatchObject({
    boardKey: board.key,
    taskKey: `${board.key}-1`,
    taskTitle: 'guide',
    class: 'move',
    by: '2026-11-25T16:00:00.000Z',
    reason: 'you are asked',
  });

  await upToHere(bob, board);
  expect((await catchUpOf(bob, board)).brief).toMatchObject({ lines: [], others: [], events: 0 });
});

it('is moved by its reader alone, per board, forwards and back; what was read elsewhere is still told', async () => {
  const board = await aBoard(server, { tasks: ['write'] });
  await upToHere(board.bob, board);
  const before = (await catchUpOf(board.bob, board)).boards;
  await edit(board.alice, board.task('write'), { ownerId: board.bob.id });
  await board.move(board.alice, ['write'], 'Doing');
  // Reading the task itself moves nothing.
  await board.bob.ask('query($t: ID!) { conversation(taskId: $t) }', { t: board.task('write') });
  await board.snapshot(board.bob);
  expect((await catchUpOf(board.bob, board)).brief.lines).toHaveLength(1);
  await upToHere(board.bob, board);
  expect((await catchUpOf(board.bob, board)).brief.lines).toHaveLength(0);
  await caughtUp(
    board.bob,
    board,
    before.map(({ id, since, sinceAt }) => ({ boardId: id, seq: since, at: sinceAt })),
  );
  expect((await catchUpOf(board.bob, board)).brief.lines).toHaveLength(1);
  // Never past what has happened, so that nothing to come is skipped.
  await caughtUp(board.bob, board, [{ boardId: board.id, seq: 9_999 }]);
  const { seq } = await board.snapshot();
  expect((await catchUpOf(board.bob, board)).boards).toMatchObject([{ id: board.id, key: board.key, name: 'Website', seq, since: seq }]);
  await expect(caughtUp(board.outsider, board, [{ boardId: board.id, seq: 1 }])).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('keeps what a person did with a line: done until more happens, set aside whatever happens', async () => {
  const board = await aBoard(server, { tasks: ['write'] });
  await edit(board.alice, board.task('write'), { ownerId: board.bob.id });
  const [line] = (await catchUpOf(board.bob, board)).brief.lines;
  const mark = (kind: string | null, what: object | undefined = line) =>
    board.bob.ask('mutation($w: ID!, $m: [MarkInput!]!) { markLines(workspaceId: $w, marks: $m) }', {
      w: board.workspaceId,
      m: [{ key: line?.key, mark: kind, seq: line?.seq, line: what }],
    });
  await mark('done');
  await mark('done');
  expect((await catchUpOf(board.bob, board)).marks).toMatchObject([{ key: line?.key, mark: 'done', seq: line?.seq }]);
  expect((await catchUpOf(board.alice, board)).marks).toEqual([]);
  await mark('aside');
  expect((await catchUpOf(board.bob, board)).marks).toMatchObject([{ mark: 'aside', line: { text: line?.text } }]);
  await mark(null);
  expect((await catchUpOf(board.bob, board)).marks).toEqual([]);
  await expect(mark('later')).rejects.toMatchObject({ code: 'BAD_INPUT', details: { field: 'until' } });
  await expect(mark('loud')).rejects.toMatchObject({ code: 'BAD_INPUT' });
  // Half a line would be shown as it is, and no page can show that.
  await expect(mark('aside', { key: line?.key, text: 'x' })).rejects.toMatchObject({ code: 'BAD_INPUT', details: { field: 'marks' } });
});

it('holds back from a digest what is not delivered yet, and shows it to somebody who looks', async () => {
  const board = await aBoard(server, { tasks: ['write'] });
  const service = server.app.get(CatchUpService);
  server.clock.set('2026-11-24T20:00:00Z');
  const from = new Date('2026-11-24T19:00:00Z');
  await ask(board.alice, board.bob, board.task('write'), 'Is this right?');
  const digest = (now: string) => service.briefOf(server.db, board.bob.id, board.workspaceId, from, new Date(now));
  expect((await digest('2026-11-24T20:30:00Z')).lines).toEqual([]);
  const looked = (await catchUpOf(board.bob, board)).brief.lines.find(({ object }) => object === 'ask');
  expect(looked?.heldUntil).toBe('2026-11-25T08:00:00.000Z');
  const [told] = (await digest('2026-11-25T08:00:00Z')).lines;
  expect([told?.text, told?.heldUntil]).toEqual(['Alice asks: Is this right?', undefined]);
  // Since a number per board, and since later: the same is not told twice.
  const { seq } = await board.snapshot();
  const since = new Map([[board.id, seq]]);
  expect((await service.briefOf(server.db, board.bob.id, board.workspaceId, since, new Date('2026-11-25T08:30:00Z'))).lines).toEqual([]);
});

it('tells a duty again when its time came while nobody looked, and an answer that did not come', async () => {
  const board = await aBoard(server, { tasks: ['write', 'read'] });
  await ask(board.alice, board.bob, board.task('write'), 'Is this right?');
  await upToHere(board.bob, board);
  await upToHere(board.alice, board);
  server.clock.set('2026-11-26T09:00:00Z');
  expect(said((await catchUpOf(board.bob, board)).brief.lines, 'move')).toEqual(['Alice asks: Is this right?']);
  expect(said((await catchUpOf(board.alice, board)).brief.lines, 'answers')).toEqual(['No answer from Bob yet: Is this right?']);
});

it('says who took a task, who declined it, and what was finished for whoever asked', async () => {
  const board = await aBoard(server, { tasks: ['give', 'keep', 'wish'] });
  const { alice, bob } = board;
  const note = { state: 'on track', where: 'Half is written.', next: [], watchOuts: '', links: '', returnsOn: null };
  for (const title of ['give', 'keep']) {
    await edit(alice, board.task(title), { ownerId: alice.id, dueOn: '2026-12-10' });
    await alice.command('offerHandoff', 'OfferHandoffInput', { taskId: board.task(title), toId: bob.id, note });
  }
  await edit(bob, board.task('wish'), { ownerId: bob.id });
  expect(said((await catchUpOf(bob, board)).brief.lines, 'move')).toEqual([
    'Alice hands this over to you: Half is written.',
    'Alice hands this over to you: Half is written.',
  ]);
  await upToHere(alice, board);
  const answer = (title: string, accept: boolean, text: string) =>
    bob.command('answerHandoff', 'AnswerHandoffInput', { taskId: board.task(title), accept, text });
  server.clock.passMinutes(1);
  await answer('give', true, 'I write the other half by Tuesday.');
  server.clock.passMinutes(1);
  await answer('keep', false, 'I am away then');
  server.clock.passMinutes(1);
  await board.move(bob, ['wish'], 'Done');
  expect(said((await catchUpOf(alice, board)).brief.lines, 'changed')).toEqual([
    'Bob took it over from you',
    'Bob declined your handoff: I am away then',
    'Bob finished it',
  ]);
});

it('does not speak of what was taken back', async () => {
  const board = await aBoard(server, { tasks: ['write'] });
  await edit(board.bob, board.task('write'), { ownerId: board.bob.id, dueOn: '2026-12-10' });
  await upToHere(board.bob, board);
  const { commandId } = await edit(board.alice, board.task('write'), { dueOn: '2026-12-20' });
  expect(said((await catchUpOf(board.bob, board)).brief.lines, 'changed')).toEqual([
    'Alice moved the deadline from Thu 10 Dec to Sun 20 Dec',
  ]);
  await board.alice.ask('mutation($u: ID!, $c: ID!) { undoCommand(undoes: $u, commandId: $c) { seq } }', { u: commandId, c: randomUUID() });
  expect(said((await catchUpOf(board.bob, board)).brief.lines, 'changed')).toEqual([]);
});

it('begins for a newcomer when they came, and tells them what happened on a board before', async () => {
  const board = await aBoard(server, { tasks: ['old', 'plan'] });
  await edit(board.bob, board.task('plan'), { ownerId: board.bob.id, dueOn: '2026-12-10' });
  await edit(board.alice, board.task('plan'), { dueOn: '2026-12-17', why: 'More interviews' });
  await board.move(board.alice, ['old'], 'Done');
  await say(board.bob, board.task('plan'), '', { kind: 'update', headline: 'Twelve interviews are done', health: 'on track' });
  server.clock.set('2026-12-01T09:00:00Z');
  const nora = await server.person('Nora');
  await server.join(board.workspaceId, nora, 'member');
  expect((await catchUpOf(nora, board)).brief).toMatchObject({ lines: [], events: 0 });
  const story = await storyOf(nora, board, '2026-11-01');
  expect(said(story.lines, 'changed')).toEqual(['Bob owns it now; due Thu 17 Dec: More interviews', 'Alice finished it']);
  expect(said(story.lines, 'updates')).toEqual(['Bob: Twelve interviews are done']);
  expect(said((await storyOf(nora, board, '2026-11-30')).lines, 'changed')).toEqual([]);
  await expect(storyOf(board.outsider, board, '2026-11-01')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('shows today what is owed and waited for across boards, without a worker having run', async () => {
  const board = await aBoard(server, { tasks: ['write', 'read', 'draw'] });
  const { alice, bob } = board;
  const todayOf = (who: Somebody) => who.ask<Today>('query($w: ID!) { today(workspaceId: $w) }', { w: board.workspaceId });
  await edit(alice, board.task('write'), { ownerId: bob.id, dueOn: '2026-12-01' });
  await board.move(alice, ['write'], 'Doing');
  const id = await ask(alice, bob, board.task('read'), 'Is it good?');
  server.clock.set('2026-11-23T12:30:00Z');
  const his = await todayOf(bob);
  expect(his.moves.map(({ verb, taskTitle }) => [verb, taskTitle])).toEqual([
    ['answer', 'read'],
    ['finish', 'write'],
  ]);
  expect(his.doneColumns).toEqual({ [board.id]: board.column('Done') });
  const hers = await todayOf(alice);
  expect(hers.waiting.map(({ byName, text, state }) => [byName, text, state])).toEqual([
    ['Bob', 'answer: Is it good?', 'open'],
    ['Bob', 'finish', 'open'],
  ]);
  await bob.command('stepAsk', 'StepAskInput', { askId: id, step: 'answer', text: 'Very.' });
  expect((await todayOf(bob)).moves.map(({ taskTitle }) => taskTitle)).toEqual(['write']);
  expect((await todayOf(alice)).waiting[0]).toMatchObject({ state: 'answered', text: 'Very.' });
  // Somebody who may not read the board any more owes nothing on it here.
  await alice.ask('mutation($w: ID!, $p: ID!) { removeMember(workspaceId: $w, personId: $p) }', { w: board.workspaceId, p: bob.id });
  await expect(todayOf(bob)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

describe('decisions', () => {
  const decide = (board: TestBoard, who: Somebody, fields: Record<string, unknown>, more: Record<string, unknown> = {}) => {
    const id = randomUUID();
    const all = { question: 'Which paper?', recommendation: '90 g recycled', because: 'It is the cheapest.', mode: 'lazy', ...fields };
    return who
      .command('createDecision', 'CreateDecisionInput', { id, boardId: board.id, taskIds: [], open: true, fields: all, ...more })
      .then(() => id);
  };

  it('ask for a view in the morning, are told with their reason when they hold, and never to whoever made them', async () => {
    const board = await aBoard(server, { tasks: ['print'] });
    const { alice, bob } = board;
    await upToHere(bob, board);
    await upToHere(alice, board);
    server.clock.set('2026-11-23T17:00:00Z');
    await decide(board, alice, { contributors: [{ personId: bob.id, required: false }] });
    const asked = (await catchUpOf(bob, board)).brief.lines;
    expect(asked.map(({ text, heldUntil, number, by }) => [text, heldUntil, number, by])).toEqual([
      ['Alice asks what you think of D-1: Which paper?', '2026-11-24T08:00:00.000Z', 1, '2026-11-25T16:00:00.000Z'],
    ]);
    const service = server.app.get(CatchUpService);
    const held = await service.briefOf(server.db, bob.id, board.workspaceId, 'watermark', new Date('2026-11-23T18:00:00Z'));
    expect(held.lines).toEqual([]);
    // Nobody objected, and no job ran: it holds all the same, and both are told.
    server.clock.set('2026-11-27T08:30:00Z');
    const words = 'D-1 Which paper? 90 g recycled. Because: It is the cheapest.';
    for (const who of [alice, bob]) expect(said((await catchUpOf(who, board)).brief.lines, 'decided')).toEqual([words]);
    expect(said((await catchUpOf(bob, board)).brief.lines, 'move')).toEqual([]);
    const nora = await server.person('Nora');
    await server.join(board.workspaceId, nora, 'member');
    const story = await storyOf(nora, board, '2026-11-01');
    expect(story.lines[0]).toMatchObject({ section: 'decided', text: words });
  });

  it('go to their decider when somebody objects, and the proposer hears of the objection', async () => {
    const board = await aBoard(server);
    const { alice, bob } = board;
    await upToHere(alice, board);
    const id = await decide(board, alice, { contributors: [{ personId: bob.id, required: false }], deciderId: alice.id });
    server.clock.passMinutes(60);
    await bob.command('stepDecision', 'StepDecisionInput', {
      decisionId: id,
      step: 'stance',
      stance: 'object',
      text: 'It yellows.',
      resolves: 'A sample that did not.',
    });
    expect(said((await catchUpOf(alice, board)).brief.lines, 'answers')).toEqual(['Bob objects to D-1: It yellows.']);
    server.clock.set('2026-11-27T08:30:00Z');
    expect(said((await catchUpOf(alice, board)).brief.lines, 'move')).toEqual(['Somebody objects. Decide D-1: Which paper?']);
  });
});
