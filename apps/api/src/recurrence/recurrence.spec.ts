import { type TestServer, aBoard, aServer } from '../../test/world';
import { lastOccurrence, nextOccurrence } from './occurrences';
import { RecurrenceService } from './recurrence.module';

let server: TestServer;
beforeAll(async () => void (server = await aServer()));
afterAll(() => server.close());

const weekly = { kind: 'schedule', every: 'week', interval: 1, weekdays: [1, 4] } as const;

describe('occurrences', () => {
  it('fall on the same day of every zone over changes of the clocks', () => {
    const daily = { kind: 'schedule', every: 'day', interval: 1, weekdays: [] } as const;
    for (const zone of ['Europe/Berlin', 'America/New_York', 'Africa/Cairo', 'Australia/Lord_Howe', 'America/Havana']) {
      let day = '2026-03-01';
      for (let i = 0; i < 300; i++) {
        const next = nextOccurrence({ ...daily, weekdays: [] }, '2026-03-01', day, zone);
        expect([zone, next]).toEqual([zone, new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)]);
        day = next ?? '';
      }
    }
  });

  it('are the chosen weekdays, the same day of the month, and nothing before the schedule', () => {
    const w = { ...weekly, weekdays: [...weekly.weekdays] };
    expect(nextOccurrence(w, '2026-11-23', '2026-11-24', 'UTC')).toBe('2026-11-26');
    expect(lastOccurrence(w, '2026-11-23', '2026-12-02', 'UTC')).toBe('2026-11-30');
    expect(lastOccurrence(w, '2026-11-23', '2026-11-25', 'UTC')).toBeNull();
    const monthly = { kind: 'schedule' as const, every: 'month' as const, interval: 1, weekdays: [] };
    expect(nextOccurrence(monthly, '2026-01-31', '2026-01-31', 'UTC')).toBe('2026-03-31');
  });
});

it('makes the next task on its day, once, and after a standstill only the last one', async () => {
  const board = await aBoard(server, { tasks: ['water the plants'] });
  const service = server.app.get(RecurrenceService);
  server.clock.set('2026-11-23T09:00:00Z');
  await board.alice.command('editTasks', 'EditTasksInput', {
    taskIds: [board.task('water the plants')],
    dueOn: '2026-11-23',
    dueTime: '17:00',
    ownerId: board.bob.id,
    repeat: weekly,
  });
  expect(await service.run()).toBe(0);
  server.clock.set('2026-11-26T08:00:00Z');
  expect((await Promise.all([service.run(), service.run()])).reduce((a, b) => a + b)).toBe(1);
  server.clock.set('2026-12-20T08:00:00Z');
  expect(await service.run()).toBe(1);
  expect(await service.run()).toBe(0);
  const cards = (await board.snapshot()).cards.sort((a, b) => a.number - b.number);
  expect(cards.map((c) => [c.dueOn, c.dueTime, c.ownerId === board.bob.id, c.repeat !== null])).toEqual([
    ['2026-11-23', '17:00', true, false],
    ['2026-11-26', '17:00', true, false],
    ['2026-12-17', '17:00', true, true],
  ]);
  server.clock.set('2026-11-24T09:00:00Z');
});

it('waits for working days after it is done', async () => {
  const board = await aBoard(server, { tasks: ['check the backup'] });
  const service = server.app.get(RecurrenceService);
  const taskIds = [board.task('check the backup')];
  await board.alice.command('editTasks', 'EditTasksInput', {
    taskIds,
    ownerId: board.bob.id,
    repeat: { kind: 'after-done', workingDays: 3 },
  });
  expect(await service.run()).toBe(0);
  await board.move(board.bob, ['check the backup'], 'Done');
  server.clock.set('2026-11-26T09:00:00Z');
  expect(await service.run()).toBe(0);
  server.clock.set('2026-11-27T09:00:00Z'); // a Friday, the third working day after Tuesday
  expect(await service.run()).toBe(1);
  const next = (await board.snapshot()).cards.find((c) => c.repeat);
  expect([next?.dueOn, next?.doneAt, next?.columnId === board.column('To do')]).toEqual(['2026-11-27', null, true]);
  server.clock.set('2026-11-24T09:00:00Z');
});
