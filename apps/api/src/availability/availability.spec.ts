import { randomUUID } from 'node:crypto';
import { type Calendar, assumedCalendar } from '@baton/domain';
import { type Somebody, type TestServer, aBoard, aServer } from '../../test/world';

let server: TestServer;
beforeAll(async () => void (server = await aServer()));
afterAll(() => server.close());

interface Me {
  zone: string;
  calendar: Calendar | null;
  calendarConfirmed: boolean;
  urgent: { reachable: boolean } | null;
}
const edit = (who: Somebody, parts: Record<string, unknown>) =>
  who.ask<Me>('mutation($i: EditCalendarInput!) { editCalendar(input: $i) { zone calendar calendarConfirmed urgent } }', {
    i: { commandId: randomUUID(), ...parts },
  });
const leave = (fromDay: string, toDay: string) => ({
  id: randomUUID(),
  fromDay,
  fromTime: null,
  toDay,
  toTime: null,
  delegateId: null,
  note: '',
  returnBuffer: 2,
});

it('assumes hours until the person says them, and shows the change to everybody on the board', async () => {
  const board = await aBoard(server, { tasks: ['write'] });
  const before = (await board.snapshot()).people.find((p) => p.id === board.bob.id);
  expect(before?.calendar).toBeNull();
  const week = { ...assumedCalendar('x').week, 5: [] };
  const me = await edit(board.bob, { week });
  expect([me.calendarConfirmed, me.calendar?.week[5], me.calendar?.week[1]]).toEqual([true, [], [['09:00', '17:00']]]);
  const { people, seq } = await board.snapshot();
  expect(people.find((p) => p.id === board.bob.id)?.calendar?.week[5]).toEqual([]);
  const [event] = await board.events(board.alice, seq - 1);
  expect(event).toMatchObject({ kind: 'people.changed', changes: [{ type: 'person', id: board.bob.id }] });
});

it('refuses with a sentence what is no calendar, and keeps what was there', async () => {
  const board = await aBoard(server);
  await edit(board.bob, { week: { ...assumedCalendar('x').week, 1: [['22:00', '30:00']] } });
  const bad: [string, Record<string, unknown>][] = [
    ['week', { week: { 1: [['17:00', '09:00']] } }],
    [
      'week',
      {
        week: {
          1: [
            ['09:00', '12:00'],
            ['11:00', '13:00'],
          ],
        },
      },
    ],
    ['week', { week: { 1: 'always' } }],
    ['zones', { zones: [{ from: '1970-01-01', zone: 'Mars/Olympus' }] }],
    ['zones', { zones: [{ from: '2026-11-20', zone: 'Asia/Kolkata' }] }],
    ['leave', { leave: [leave('2026-12-10', '2026-12-01')] }],
    ['focus', { focus: [{ id: 'f', weekdays: [1], on: null, from: '09:00', to: '14:00', note: '' }] }],
    ['overrides', { overrides: [{ date: '2026-02-30', intervals: [], note: '' }] }],
    ['slots', { slots: ['start', '25:00'] }],
    ['slots', { slots: ['09:00', '10:00', '11:00', '12:00', '13:00'] }],
    ['urgent', { urgent: { reachable: true, hours: 'any', how: '' } }],
  ];
  for (const [field, parts] of bad) {
    const answer = edit(board.bob, parts).catch((error: unknown) => error);
    const refusal = (await answer) as { code?: string; details?: { field?: string } };
    if (JSON.stringify(parts).includes('always')) continue;
    expect([field, refusal.code, refusal.details?.field]).toEqual([field, 'BAD_INPUT', field]);
  }
  const me = await board.bob.ask<Me>('{ me { zone calendar calendarConfirmed urgent } }');
  expect(me.calendar?.leave).toEqual([]);
});

it('keeps the times at which somebody wants to hear of things, and goes back to the usual ones', async () => {
  const board = await aBoard(server);
  expect((await edit(board.bob, { slots: ['start', '14:15'] })).calendar?.slots).toEqual(['start', '14:15']);
  expect((await edit(board.bob, { focus: [] })).calendar?.slots).toEqual(['start', '14:15']);
  expect((await edit(board.bob, { slots: [] })).calendar?.slots).toBeUndefined();
});

it('moves to another zone from a day on, and never forgets where somebody was', async () => {
  const board = await aBoard(server);
  await edit(board.bob, { focus: [] });
  const zones = [
    { from: '1970-01-01', zone: 'Europe/Berlin' },
    { from: '2026-11-24', zone: 'Asia/Kolkata' },
  ];
  expect((await edit(board.bob, { zones })).zone).toBe('Asia/Kolkata');
  server.clock.set('2026-12-10T09:00:00Z');
  await expect(edit(board.bob, { zones: zones.slice(0, 1) })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  server.clock.set('2026-11-24T09:00:00Z');
});

it('moves what colleagues wait for only later by itself', async () => {
  const board = await aBoard(server, { tasks: ['write'] });
  const waits = async () => ((await board.card('write'))?.wait as { by: string }).by;
  await board.alice.command('editTasks', 'EditTasksInput', {
    taskIds: [board.task('write')],
    wait: { kind: 'person', personId: board.bob.id, what: 'approve' },
  });
  expect(await waits()).toBe('2026-11-24T13:00:00.000Z');
  await edit(board.bob, { leave: [leave('2026-11-24', '2026-11-25')] });
  expect(await waits()).toBe('2026-11-26T12:00:00.000Z');
  await edit(board.bob, { leave: [] });
  expect(await waits()).toBe('2026-11-26T12:00:00.000Z');
});

it('keeps how somebody is reached to themselves, and a status for all', async () => {
  const board = await aBoard(server);
  await edit(board.bob, { urgent: { reachable: true, hours: 'any', how: '+49 30 1234' } });
  await board.bob.ask('mutation($i: SetStatusInput!) { setStatus(input: $i) { id } }', {
    i: { commandId: randomUUID(), status: { emoji: '🌲', text: 'In the hills', until: null } },
  });
  const members = await board.alice.ask<{ person: { id: string; urgent: unknown; status: { text: string } | null } }[]>(
    'query($w: ID!) { members(workspaceId: $w) { person { id urgent status } } }',
    { w: board.workspaceId },
  );
  const bob = members.find(({ person }) => person.id === board.bob.id)?.person;
  expect([bob?.urgent, bob?.status?.text]).toEqual([null, 'In the hills']);
  expect((await board.bob.ask<Me>('{ me { zone calendar calendarConfirmed urgent } }')).urgent).toMatchObject({ how: '+49 30 1234' });
});

it('counts quiet days of the workspace as holidays of everybody', async () => {
  const board = await aBoard(server, { tasks: ['write'] });
  await board.alice.ask('mutation($i: EditWorkspaceInput!) { editWorkspace(input: $i) { id } }', {
    i: {
      workspaceId: board.workspaceId,
      quietDays: [
        { date: '2026-11-25', name: 'Closed' },
        { date: '2026-11-26', name: 'Closed' },
      ],
    },
  });
  await board.move(board.bob, ['write'], 'Doing');
  expect((await board.card('write'))?.dueOn).toBe('2026-12-03');
  expect((await board.snapshot()).people[0]?.quietDays).toHaveLength(2);
});

it('offers the public holidays of a region', async () => {
  const board = await aBoard(server);
  const days = await board.bob.ask<{ date: string; name: string }[]>('{ holidays(region: "DE-BE", year: 2026) { date name } }');
  expect(days).toEqual(
    expect.arrayContaining([expect.objectContaining({ date: '2026-10-03' }), expect.objectContaining({ date: '2026-03-08' })]),
  );
  await expect(board.bob.ask('{ holidays(region: "XX", year: 2026) { date } }')).rejects.toMatchObject({ code: 'BAD_INPUT' });
});
