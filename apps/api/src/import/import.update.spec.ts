import { randomUUID } from 'node:crypto';
import type { BoardEvent } from '@baton/domain';
import { aTeam, everything } from '../../test/imports';
import { aCard, aComment, aTrelloBoard } from '../../test/trello';
import { type TestServer, aServer } from '../../test/world';

let server: TestServer;
beforeAll(async () => void (server = await aServer()));
afterAll(() => server.close());

describe('a newer export of the same board', () => {
  const newer = () => {
    const file = aTrelloBoard();
    return {
      ...file,
      name: 'Garden club 2027',
      lists: [...file.lists, { id: '5f1a00000000000000000014', name: 'Later', closed: false, pos: 70000 }],
      cards: [
        aCard(6, { name: 'New one', pos: 1.5 }),
        aCard(1, { ...file.cards[0], name: 'Order many seeds', desc: 'changed there', idLabels: ['5f1a00000000000000000023'] }),
        aCard(2, { name: 'Dig', pos: 1, dueComplete: true, idList: '5f1a00000000000000000014' }),
        ...file.cards.slice(2),
      ],
      actions: [aComment(3, 'Third', '2026-03-01T10:00:00.000Z'), ...file.actions],
    };
  };

  it('updates what changed there, adds what is new, and keeps the order', async () => {
    const team = await aTeam(server);
    const first = await team.run(aTrelloBoard());
    const second = await team.run(newer());
    expect(second).toMatchObject({ boardId: first.boardId, boardName: 'Garden club 2027' });
    const board = await team.snapshot(second);
    const inColumn = (name: string) => {
      const id = board.columns.find((column) => column.name === name)?.id;
      return board.cards
        .filter((card) => card.columnId === id)
        .sort((a, b) => (a.rank < b.rank ? -1 : 1))
        .map((card) => card.title);
    };
    expect(inColumn('Sowing')).toEqual(['(no title)', 'New one', 'Order many seeds']);
    expect(inColumn('Later')).toEqual(['Dig']);
    const card = board.cards.find(({ title }) => title === 'Order many seeds');
    expect(card).toMatchObject({ commentCount: 3 });
    expect(card?.labelIds.map((id) => board.labels.find((label) => label.id === id)?.name)).toEqual(['plain']);
    expect(await team.taskOn(second, 'Order many seeds')).toMatchObject({
      description: expect.stringMatching(/^changed there/) as string,
      description_version: 1,
    });
    expect((await team.run(newer())).receipt.writes).toMatchObject({ created: 0, updated: 0, keptYours: 0 });
  });

  it('keeps what people changed here meanwhile, says so, and merges labels', async () => {
    const team = await aTeam(server);
    const first = await team.run(aTrelloBoard());
    const before = await team.snapshot(first);
    const card = before.cards.find(({ title }) => title === 'Order seeds');
    const plain = before.labels.find((label) => label.name === 'plain')?.id;
    const dig = before.cards.find(({ title }) => title === 'Dig');
    await team.bob.command('editTasks', 'EditTasksInput', { taskIds: [card?.id], title: 'Ours', addLabelIds: [plain] });
    await team.bob.command('moveTasks', 'MoveTasksInput', {
      taskIds: [dig?.id],
      columnId: before.columns.find(({ name }) => name === 'Doing')?.id,
    });
    await team.bob.command('editBoard', 'EditBoardInput', { boardId: first.boardId, name: 'Our garden' });

    const second = await team.run(newer());
    const after = await team.snapshot(second);
    expect(after.name).toBe('Our garden');
    expect(after.cards.find(({ id }) => id === card?.id)).toMatchObject({ title: 'Ours', labelIds: [plain] });
    expect(after.cards.find(({ id }) => id === dig?.id)?.columnId).toBe(before.columns.find(({ name }) => name === 'Doing')?.id);
    expect(second.receipt.writes.keptYours).toBe(3);
  });

  it('does not bring back what was deleted here', async () => {
    const team = await aTeam(server);
    const first = await team.run(aTrelloBoard());
    const { id } = await team.taskOn(first, 'Order seeds');
    await team.bob.command('deleteTasks', 'TaskSetInput', { taskIds: [id] });
    await team.run(newer());
    expect(await team.taskOn(first, 'Order many seeds')).toEqual({});
    expect((await team.snapshot(first)).cards.some((card) => card.id === id)).toBe(false);
  });

  it('leaves what the file no longer has, and counts it', async () => {
    const team = await aTeam(server);
    const first = await team.run(aTrelloBoard());
    const second = await team.run({
      ...aTrelloBoard(),
      cards: [aCard(2, { name: 'Dig', pos: 1, dueComplete: true })],
      checklists: [],
      actions: [],
    });
    expect((await team.snapshot(first)).cards).toHaveLength(3);
    expect(second.receipt.writes.noLongerInFile).toBe(4 + 1 + 2 + 2 + 2);
  });

  it('can be undone to what was there before', async () => {
    const team = await aTeam(server);
    await team.run(aTrelloBoard());
    const before = await everything(server, ['event']);
    const second = await team.run(newer());
    expect(await everything(server, ['event'])).not.toEqual(before);
    await team.undo(second.id);
    expect(await everything(server, ['event'])).toEqual(before);
  });

  it('leaves on undo what people worked on since, and says what', async () => {
    const team = await aTeam(server);
    await team.run(aTrelloBoard());
    const second = await team.run(newer());
    const [made, changed] = [await team.taskOn(second, 'New one'), await team.taskOn(second, 'Order many seeds')];
    await team.bob.command('editTasks', 'EditTasksInput', { taskIds: [made['id']], dueOn: '2027-01-01' });
    await team.bob.command('editTasks', 'EditTasksInput', { taskIds: [changed['id']], title: 'Ours now' });
    const undone = await team.undo(second.id);
    expect(undone.receipt.undone?.kept.sort()).toEqual(['New one', 'Ours now']);
    expect(await team.taskOn(second, 'Ours now')).toMatchObject({ description: expect.stringMatching(/^Ask @leoleek/) as string });
    expect((await team.run(newer())).receipt.counts.tasks).toBe(6);
    expect(
      (await server.db.query('select count(*)::int as n from task where board_id = $1 and title = $2', [
        second.boardId,
        'New one',
      ])) as unknown[],
    ).toEqual([{ n: 1 }]);
  });

  it('tells everybody who has the board open to read it again', async () => {
    const team = await aTeam(server);
    const first = await team.run(aTrelloBoard());
    const second = await team.run(newer());
    const events = await team.bob.ask<BoardEvent[]>('query($b: ID!) { boardEvents(boardId: $b, afterSeq: 0) { seq kind resync } }', {
      b: first.boardId,
    });
    expect(events.map(({ seq, kind, resync }) => [seq, kind, resync])).toEqual([
      [1, 'board.created', true],
      [2, 'board.imported', true],
      [3, 'board.imported', true],
    ]);
    expect(second.receipt.updatesBoard).toBe(true);
  });
});

describe('undo', () => {
  it('takes imports of one board back in the opposite order', async () => {
    const team = await aTeam(server);
    const first = await team.run(aTrelloBoard());
    await team.run(aTrelloBoard({ name: 'Renamed' }));
    await expect(team.undo(first.id)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('does not delete a board on which people made tasks of their own', async () => {
    const team = await aTeam(server);
    const run = await team.run(aTrelloBoard());
    const columnId = (await team.snapshot(run)).columns[0]?.id;
    await team.bob.command('createTasks', 'CreateTasksInput', { columnId, tasks: [{ id: randomUUID(), title: 'Mine' }] });
    await expect(team.undo(run.id)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await team.taskOn(run, 'Mine')).toMatchObject({ title: 'Mine' });
  });

  it('is possible for 7 days, and answers the same when asked twice', async () => {
    const team = await aTeam(server);
    const [old, young] = [await team.run(aTrelloBoard()), await team.run(aTrelloBoard({ id: '5f1a00000000000000000002' }))];
    const undone = await team.undo(young.id);
    expect(undone).toMatchObject({ undoableUntil: null, undoneAt: expect.any(String) as string, boardId: null });
    expect(await team.undo(young.id)).toEqual(undone);
    await server.db.query(`update import_run set at = at - interval '8 days' where id = $1`, [old.id]);
    await expect(team.undo(old.id)).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
  });

  it("is for one's own imports; an admin may take back anybody's", async () => {
    const team = await aTeam(server);
    const run = await team.run(aTrelloBoard());
    await expect(team.undo(run.id, team.bob)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(team.undo(run.id, team.outsider)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const bobs = await team.run(aTrelloBoard({ id: '5f1a00000000000000000003' }), {}, team.bob);
    expect(await team.undo(bobs.id)).toMatchObject({ undoneAt: expect.any(String) as string });
  });
});
