import { randomUUID } from 'node:crypto';
import { Refused, type TestServer, aBoard, aServer } from '../../test/world';

let server: TestServer;
beforeAll(async () => void (server = await aServer()));
afterAll(() => server.close());

describe('moving tasks', () => {
  it('puts a task straight after the one that it was dropped on', async () => {
    const board = await aBoard(server, { tasks: ['write', 'review', 'ship'] });
    await board.move(board.alice, ['ship'], 'To do', 'write');
    expect(await board.titlesIn('To do')).toEqual(['write', 'ship', 'review']);
  });

  it('keeps both tasks when two people move at once', async () => {
    const board = await aBoard(server, { tasks: ['write', 'review', 'ship'] });
    await Promise.all([board.move(board.alice, ['ship'], 'Done'), board.move(board.bob, ['review'], 'Done')]);
    expect((await board.titlesIn('Done')).sort()).toEqual(['review', 'ship']);
  });

  it('moves several tasks together and keeps the given order', async () => {
    const board = await aBoard(server, { tasks: ['a', 'b', 'c', 'd'] });
    await board.move(board.alice, ['d', 'b'], 'To do', null);
    expect(await board.titlesIn('To do')).toEqual(['d', 'b', 'a', 'c']);
    await board.move(board.alice, ['b', 'd'], 'To do', 'a');
    expect(await board.titlesIn('To do')).toEqual(['a', 'b', 'd', 'c']);
  });

  it('gives no rank twice and loses no card when eight people move at random', async () => {
    const titles = Array.from({ length: 12 }, (_, i) => `t${i}`);
    const board = await aBoard(server, { tasks: titles });
    const people = await Promise.all(Array.from({ length: 8 }, (_, i) => server.person(`P${i}`)));
    await Promise.all(people.map((p) => server.join(board.workspaceId, p, 'member')));
    await Promise.all(
      people.map(async (person, p) => {
        for (let i = 0; i < 10; i++)
          await board
            .move(person, [titles[(p * 7 + i * 5) % 12] ?? ''], ['To do', 'Doing', 'Done'][(p + i) % 3] ?? '', null)
            .catch((e: unknown) => {
              if (!(e instanceof Refused && e.code === 'CONFLICT')) throw e;
            });
      }),
    );
    const { cards, seq } = await board.snapshot();
    expect(cards.map((c) => c.title).sort()).toEqual([...titles].sort());
    expect(new Set(cards.map((c) => `${c.columnId} ${c.rank}`)).size).toBe(12);
    const events = await board.events();
    expect(events.map((e) => e.seq)).toEqual(Array.from({ length: seq }, (_, i) => i + 1));
  });

  it('marks work as done in a done column and not done when it leaves', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    await board.move(board.alice, ['write'], 'Done');
    expect((await board.card('write'))?.doneAt).toBeTruthy();
    await board.move(board.alice, ['write'], 'Doing');
    expect((await board.card('write'))?.doneAt).toBeNull();
  });

  it('spreads a gap that is used again and again, and keeps the order', async () => {
    const board = await aBoard(server, { tasks: ['first', 'x', 'y', 'last'] });
    for (let i = 0; i < 330; i++) await board.move(board.alice, [i % 2 ? 'x' : 'y'], 'To do', 'first');
    const { cards } = await board.snapshot();
    expect(Math.max(...cards.map((c) => c.rank.length))).toBeLessThanOrEqual(48);
    expect(await board.titlesIn('To do')).toEqual(['first', 'x', 'y', 'last']);
  });

  it('does not exist for an outsider and is forbidden to a viewer', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    await expect(board.move(board.outsider, ['write'], 'Done')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(board.move(board.viewer, ['write'], 'Done')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await board.titlesIn('To do')).toEqual(['write']);
  });

  it('refuses a column of another board', async () => {
    const [here, there] = [await aBoard(server, { tasks: ['write'] }), await aBoard(server)];
    await expect(here.move(here.alice, ['write'], there.column('Done'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('commands', () => {
  it('apply once and answer the same when they are sent again', async () => {
    const board = await aBoard(server, { tasks: ['write', 'review'] });
    const input = { commandId: randomUUID(), taskIds: [board.task('write')], columnId: board.column('Done'), afterTaskId: null };
    const answers = await Promise.all([1, 2, 3, 4].map(() => board.alice.command('moveTasks', 'MoveTasksInput', input)));
    expect(new Set(answers.map((a) => a.seq)).size).toBe(1);
    expect((await board.events()).filter((e) => e.kind === 'task.moved')).toHaveLength(1);
  });

  it('refuse an id that was used for something else', async () => {
    const board = await aBoard(server, { tasks: ['write', 'review'] });
    const commandId = randomUUID();
    await board.alice.command('archiveTasks', 'TaskSetInput', { commandId, taskIds: [board.task('write')] });
    await expect(board.alice.command('archiveTasks', 'TaskSetInput', { commandId, taskIds: [board.task('review')] })).rejects.toMatchObject(
      { code: 'COMMAND_REUSED' },
    );
    expect(await board.titlesIn('To do')).toEqual(['review']);
  });

  it('create nothing twice', async () => {
    const board = await aBoard(server);
    const input = {
      commandId: randomUUID(),
      columnId: board.column('To do'),
      tasks: [
        { id: randomUUID(), title: 'one' },
        { id: randomUUID(), title: 'two' },
      ],
    };
    const [first, again] = [
      await board.alice.command('createTasks', 'CreateTasksInput', input),
      await board.alice.command('createTasks', 'CreateTasksInput', input),
    ];
    expect(again.seq).toBe(first.seq);
    expect(await board.titlesIn('To do')).toEqual(['one', 'two']);
  });
});

describe('editing tasks', () => {
  const describe_ = 'query($id: ID!) { task(id: $id) { description descriptionVersion history { kind fields actorId } } }';

  it('merges what two people change in different fields', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    const taskIds = [board.task('write')];
    await Promise.all([
      board.alice.command('editTasks', 'EditTasksInput', { taskIds, title: 'write it' }),
      board.bob.command('editTasks', 'EditTasksInput', { taskIds, dueOn: '2026-12-01', dueTime: '17:00', ownerId: board.bob.id }),
    ]);
    expect(await board.card('write it')).toMatchObject({ dueOn: '2026-12-01', dueTime: '17:00', ownerId: board.bob.id });
  });

  it('lets the second writer of a description decide', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    const taskId = board.task('write');
    await board.alice.command('editDescription', 'EditDescriptionInput', { taskId, text: 'by Alice', baseVersion: 0 });
    await expect(
      board.bob.command('editDescription', 'EditDescriptionInput', { taskId, text: 'by Bob', baseVersion: 0 }),
    ).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { text: 'by Alice', version: 1, byName: 'Alice' },
    });
    await board.bob.command('editDescription', 'EditDescriptionInput', { taskId, text: 'by both', baseVersion: 1 });
    expect(await board.bob.ask(describe_, { id: taskId })).toMatchObject({ description: 'by both', descriptionVersion: 2 });
    expect((await board.card('write'))?.hasDescription).toBe(true);
  });

  it('tells a restored task with its days as days, wherever the server stands', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    const taskIds = [board.task('write')];
    await board.alice.command('editTasks', 'EditTasksInput', { taskIds, dueOn: '2026-12-15', startOn: '2026-12-01' });
    await board.alice.command('archiveTasks', 'TaskSetInput', { taskIds });
    const { changes } = await board.alice.command('restoreTasks', 'TaskSetInput', { taskIds });
    expect(changes[0]?.fields).toMatchObject({ dueOn: '2026-12-15', startOn: '2026-12-01' });
  });

  it('keeps who did what, newest first', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    await board.bob.command('editTasks', 'EditTasksInput', { taskIds: [board.task('write')], dueOn: '2026-12-01' });
    const { history } = await board.alice.ask<{ history: { kind: string; fields: string[]; actorId: string }[] }>(describe_, {
      id: board.task('write'),
    });
    expect(history.map((h) => h.kind)).toEqual(['deadline.moved', 'task.created']);
    expect(history[0]).toMatchObject({ fields: expect.arrayContaining(['dueOn']) as string[], actorId: board.bob.id });
  });

  it('refuses people and labels from elsewhere', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    const taskIds = [board.task('write')];
    await expect(board.alice.command('editTasks', 'EditTasksInput', { taskIds, ownerId: board.outsider.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(board.alice.command('editTasks', 'EditTasksInput', { taskIds, addLabelIds: [randomUUID()] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(board.alice.command('editTasks', 'EditTasksInput', { taskIds, dueOn: '2026-02-30' })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
  });

  it('keeps odd text as it is and refuses what Postgres cannot keep with a sentence', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    const odd = '\u202Eمرحبا 👩‍👩‍👧‍👦 ﷽ <script>alert(1)</script> ￼';
    await board.alice.command('editTasks', 'EditTasksInput', { taskIds: [board.task('write')], title: odd });
    expect((await board.snapshot()).cards[0]?.title).toBe(odd);
    await expect(
      board.alice.command('editTasks', 'EditTasksInput', { taskIds: [board.task('write')], title: 'a\u0000b' }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});

describe('checklists', () => {
  const id = randomUUID;
  async function aChecklist() {
    const board = await aBoard(server, { tasks: ['write'] });
    const [checklistId, first, second] = [id(), id(), id()];
    await board.alice.command('createChecklist', 'CreateChecklistInput', { taskId: board.task('write'), id: checklistId, name: 'Steps' });
    await board.alice.command('createChecklistItems', 'CreateChecklistItemsInput', {
      checklistId,
      items: [
        { id: first, title: 'one' },
        { id: second, title: 'two' },
      ],
    });
    const items = async () =>
      (
        await board.alice.ask<{ checklists: { items: { title: string }[] }[] }>(
          'query($id: ID!) { task(id: $id) { checklists { items { title } } } }',
          { id: board.task('write') },
        )
      ).checklists[0]?.items.map((i) => i.title);
    return { board, checklistId, first, second, items };
  }

  it('count on the card, with their done items', async () => {
    const { board, first } = await aChecklist();
    await board.bob.command('editChecklistItem', 'EditChecklistItemInput', {
      itemId: first,
      done: true,
      ownerId: board.bob.id,
      dueOn: '2026-12-01',
    });
    expect(await board.card('write')).toMatchObject({ checklistDone: 1, checklistTotal: 2 });
  });

  it('make an item a task straight after its own', async () => {
    const { board, first, items } = await aChecklist();
    await board.alice.ask('mutation($i: ID!, $c: ID!) { convertChecklistItem(itemId: $i, commandId: $c) { seq } }', { i: first, c: id() });
    expect(await board.titlesIn('To do')).toEqual(['write', 'one']);
    expect(await items()).toEqual(['two']);
    expect(await board.card('write')).toMatchObject({ checklistTotal: 1 });
  });

  it('keep the order that items were moved into', async () => {
    const { board, checklistId, second, items } = await aChecklist();
    await board.alice.ask('mutation($i: ID!, $c: ID!, $l: ID!) { moveChecklistItem(itemId: $i, commandId: $c, checklistId: $l) { seq } }', {
      i: second,
      c: id(),
      l: checklistId,
    });
    expect(await items()).toEqual(['two', 'one']);
  });
});

describe('other boards', () => {
  it('take a task with a new key, and the old key still leads to it', async () => {
    const board = await aBoard(server, { tasks: ['write'] });
    const other = await board.alice.ask<{ id: string; key: string }>(
      'mutation($input: CreateBoardInput!) { createBoard(input: $input) { id key } }',
      { input: { commandId: randomUUID(), workspaceId: board.workspaceId, name: 'Office' } },
    );
    const target = await board.alice.ask<{ columns: { id: string; name: string }[] }>(
      'query($w: ID!, $k: String!) { boardSnapshot(workspaceId: $w, key: $k) }',
      { w: board.workspaceId, k: other.key },
    );
    await board.alice.command('moveTasksToBoard', 'MoveTasksToBoardInput', {
      taskIds: [board.task('write')],
      columnId: target.columns[0]?.id,
    });
    expect(await board.titlesIn('To do')).toEqual([]);
    const byKey = (key: string) =>
      board.bob.ask('query($w: ID!, $k: String!) { taskByKey(workspaceId: $w, key: $k) { id key } }', { w: board.workspaceId, k: key });
    expect(await byKey('WEB-1')).toEqual({ id: board.task('write'), key: `${other.key}-1` });
    expect(await byKey(`${other.key}-1`)).toEqual({ id: board.task('write'), key: `${other.key}-1` });
  });
});

it('has an owner and a deadline again when it comes back into work from the archive, where it lost them', async () => {
  const board = await aBoard(server, { tasks: ['write'] });
  await board.move(board.alice, ['write'], 'Doing');
  const taskIds = [board.task('write')];
  await board.alice.command('archiveTasks', 'TaskSetInput', { taskIds });
  await board.alice.command('editTasks', 'EditTasksInput', { taskIds, ownerId: null, dueOn: null, why: 'put away' });
  await board.bob.command('restoreTasks', 'TaskSetInput', { taskIds });
  const card = await board.card('write');
  expect([card?.ownerId, typeof card?.dueOn, card?.exempt]).toEqual([board.bob.id, 'string', false]);
});
