import ICAL from 'ical.js';
import { type Somebody, type TestServer, aBoard, aServer } from '../../test/world';

let server: TestServer;
beforeAll(async () => void (server = await aServer()));
afterAll(() => server.close());

const make = (who: Somebody, workspaceId: string, boardId: string | null = null) =>
  who.ask<{ path: string; feed: { id: string } }>(
    'mutation($w: ID!, $b: ID) { createFeed(workspaceId: $w, boardId: $b) { path feed { id } } }',
    {
      w: workspaceId,
      b: boardId,
    },
  );
const read = (path: string) => fetch(`${server.url}${path}`);
/** The feed as another library understands it. */
const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return { summary: event.summary, start: event.startDate.toString(), whole: event.startDate.isDate, utc: event.startDate.zone.tzid };
  });

it('gives days as days and moments as instants, to whoever has the address', async () => {
  const board = await aBoard(server, { tasks: ['write', 'review', 'over', 'undated'] });
  const edit = (title: string, fields: Record<string, unknown>) =>
    board.alice.command('editTasks', 'EditTasksInput', { taskIds: [board.task(title)], ...fields });
  await edit('write', { dueOn: '2026-12-15', ownerId: board.bob.id });
  await edit('review', { dueOn: '2026-12-16', dueTime: '17:00', dueZone: 'Asia/Kolkata', title: 'Prüfen; "mit, Zeichen"\\' });
  await edit('over', { dueOn: '2026-12-17' });
  await board.move(board.alice, ['over'], 'Done');
  const { path } = await make(board.alice, board.workspaceId, board.id);
  const answer = await read(path);
  expect(answer.headers.get('content-type')).toContain('text/calendar');
  expect(eventsOf(await answer.text())).toEqual([
    { summary: `${board.key}-1 write`, start: '2026-12-15', whole: true, utc: 'floating' },
    { summary: `${board.key}-2 Prüfen; "mit, Zeichen"\\`, start: '2026-12-16T11:30:00Z', whole: false, utc: 'UTC' },
  ]);
  const own = await make(board.bob, board.workspaceId);
  expect(eventsOf(await (await read(own.path)).text()).map((e) => e.summary)).toEqual([`${board.key}-1 write`]);
});

it('ends when it is taken back, replaced, or when its owner may no longer read', async () => {
  const board = await aBoard(server, { tasks: ['write'] });
  await board.alice.command('editTasks', 'EditTasksInput', { taskIds: [board.task('write')], dueOn: '2026-12-15' });
  const first = await make(board.bob, board.workspaceId, board.id);
  const second = await make(board.bob, board.workspaceId, board.id);
  expect([(await read(first.path)).status, (await read(second.path)).status]).toEqual([404, 200]);
  await board.alice.ask('mutation($w: ID!, $p: ID!) { removeMember(workspaceId: $w, personId: $p) }', {
    w: board.workspaceId,
    p: board.bob.id,
  });
  expect((await read(second.path)).status).toBe(404);
  const own = await make(board.alice, board.workspaceId);
  await board.alice.ask('mutation($id: ID!) { revokeFeed(id: $id) }', { id: own.feed.id });
  expect((await read(own.path)).status).toBe(404);
  expect((await read('/feeds/nothing.ics')).status).toBe(404);
});
