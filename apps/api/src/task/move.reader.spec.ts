import { randomUUID } from 'node:crypto';
import { type BoardEvent, type BoardSnapshot, type MoveScene, applyChanges, assumedCalendar, headlineOf } from '@baton/domain';
import { type Somebody, type TestServer, aBoard, aServer } from '../../test/world';
import { Readers } from '../platform/events/readers';
import { MoveReader } from './move.reader';

let server: TestServer;
beforeAll(async () => void (server = await aServer({ LOG_LEVEL: 'error' })));
afterAll(() => server.close());

interface Row {
  id: string;
  kind: string | null;
  person: string | null;
  what: string | null;
  by: Date | null;
}
const movesOf = (boardId: string) =>
  server.db.query(
    `select id, move_kind as kind, move_person_id as person, move_what as what, move_by as by from task
     where board_id = $1 and archived_at is null and deleted_at is null order by id`,
    [boardId],
  ) as Promise<Row[]>;

/** A repeatable stream of random numbers from 0 to 1. */
function randomFrom(seed: number) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

it('holds its promises after 5,000 random commands: one headline each, equal to the one rebuilt from the log, and no circle', async () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
  console.info(`random commands: seed ${seed}`);
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const titles = Array.from({ length: 40 }, (_, i) => `task ${i}`);
  const board = await aBoard(server, { columns: ['To do', 'Doing', 'Done', 'Review'], tasks: titles });
  const people: Somebody[] = [board.alice, board.bob];
  const ids = titles.map((title) => board.task(title));
  const day = () => new Date(Date.parse('2026-11-20') + Math.floor(random() * 90) * 86_400_000).toISOString().slice(0, 10);
  const done: string[] = [];

  const edit = (fields: Record<string, unknown>) => (who: Somebody) =>
    who.command('editTasks', 'EditTasksInput', { taskIds: [pick(ids)], why: 'a random reason', ...fields });
  const one = (): ((who: Somebody) => Promise<unknown>) => {
    const roll = random();
    if (roll < 0.3) return (who) => board.move(who, [pick(titles)], pick(['To do', 'Doing', 'Done', 'Review']));
    if (roll < 0.4) return edit({ dueOn: day(), dueZone: pick(['Europe/Berlin', 'Asia/Kolkata', 'America/New_York']) });
    if (roll < 0.45) return edit({ dueOn: null });
    if (roll < 0.5) return edit({ dueOn: null, revisitOn: day() });
    if (roll < 0.6) return edit({ ownerId: pick([board.alice.id, board.bob.id, null]) });
    if (roll < 0.7) return edit({ addBlockerIds: [pick(ids)] });
    if (roll < 0.74) return edit({ removeBlockerIds: [pick(ids)] });
    if (roll < 0.79)
      return edit({
        wait: pick([
          null,
          { kind: 'person', personId: board.bob.id, what: 'look' },
          { kind: 'outside', who: 'x', what: 'y', checkOn: day() },
        ]),
      });
    if (roll < 0.83) return edit({ done: random() < 0.5 });
    if (roll < 0.86) return edit({ nextStep: pick(['', 'send it', 'ask']) });
    if (roll < 0.88) return (who) => who.command('archiveTasks', 'TaskSetInput', { taskIds: [pick(ids)] });
    if (roll < 0.91) return (who) => who.command('restoreTasks', 'TaskSetInput', { taskIds: [pick(ids)] });
    if (roll < 0.93)
      return (who) =>
        who.command('editColumn', 'EditColumnInput', { columnId: board.column('Review'), class: pick(['queued', 'active', 'dropped']) });
    if (roll < 0.97)
      return (who) =>
        who.ask('mutation($u: ID!, $c: ID!) { undoCommand(undoes: $u, commandId: $c) { seq } }', {
          u: pick(done) ?? randomUUID(),
          c: randomUUID(),
        });
    return (who) => who.command('counterDeadline', 'CounterInput', { taskId: pick(ids), on: '2027-03-01', why: 'later' });
  };
  let refused = 0;
  for (let i = 0; i < 5_000; i += 10)
    await Promise.all(
      Array.from({ length: 10 }, () =>
        one()(pick(people)).then(
          (event) => {
            const id = (event as BoardEvent).commandId as string | undefined;
            if (id) done.push(id);
          },
          (error: { code?: string }) => {
            // Whatever is refused is refused with a code of ours, never as a fault of the server.
            expect(error.code).not.toBe('INTERNAL');
            expect(error.code).toBeDefined();
            refused += 1;
          },
        ),
      ),
    );
  expect(refused).toBeLessThan(3_500);
  await server.app.get(Readers).catchUp();

  const materialised = await movesOf(board.id);
  // Every active task has exactly one headline with a person and a time, unless it came to be active by itself.
  const bare = (await server.db.query(
    `select t.title from task t join board_column c on c.id = t.column_id
     where t.board_id = $1 and c.class = 'active' and not t.exempt and t.done_at is null and t.archived_at is null and t.deleted_at is null
       and (t.move_kind is null or t.move_person_id is null or t.move_by is null)`,
    [board.id],
  )) as unknown[];
  expect(bare).toEqual([]);
  const circles = (await server.db.query(
    `with recursive walk as (
       select t.id as start, b.id as at from task t cross join lateral unnest(t.blocker_ids) as b(id) where t.board_id = $1
       union select w.start, b.id from walk w join task t on t.id = w.at cross join lateral unnest(t.blocker_ids) as b(id))
     select 1 from walk where start = at`,
    [board.id],
  )) as unknown[];
  expect(circles).toEqual([]);

  // Rebuilt from the events alone.
  let folded: BoardSnapshot = { ...(await board.snapshot()), cards: [], columns: [], seq: 0 };
  for (;;) {
    const events = await board.events(board.alice, folded.seq);
    const last = events.at(-1);
    if (!last) break;
    folded = { ...events.reduce((state, event) => applyChanges(state, event.changes), folded), seq: last.seq };
  }
  const classes = new Map(folded.columns.map((c) => [c.id, c.class]));
  const byId = new Map(folded.cards.map((c) => [c.id, c]));
  const calendar = assumedCalendar('Europe/Berlin');
  const scene: MoveScene = {
    boardKey: board.key,
    zone: folded.zone,
    now: server.clock.now().getTime(),
    classOf: (id) => classes.get(id),
    cardOf: (id) => byId.get(id),
    calendarOf: () => calendar,
  };
  const rebuilt = folded.cards
    .map((card) => {
      const move = headlineOf(card, scene);
      return {
        id: card.id,
        kind: move?.kind ?? null,
        person: move?.personId ?? null,
        what: move?.what ?? null,
        by: move?.by == null ? null : new Date(move.by),
      };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(materialised).toEqual(rebuilt);

  // Thrown away and made again, it is the same.
  await server.db.query('update task set move_kind = null, move_person_id = null, move_what = null, move_by = null where board_id = $1', [
    board.id,
  ]);
  await server.db.transaction((tx) => server.app.get(MoveReader).settle(tx, board.id, null));
  expect(await movesOf(board.id)).toEqual(materialised);
}, 240_000);

it('follows the hours of the owner, and what others wait for', async () => {
  const board = await aBoard(server, { tasks: ['first', 'second'] });
  const edit = (title: string, fields: Record<string, unknown>) =>
    board.alice.command('editTasks', 'EditTasksInput', { taskIds: [board.task(title)], ...fields });
  await edit('first', { ownerId: board.bob.id, dueOn: '2026-11-27' });
  await edit('second', { ownerId: board.alice.id, dueOn: '2026-12-04', addBlockerIds: [board.task('first')] });
  await board.move(board.alice, ['first', 'second'], 'Doing');
  const read = async () => {
    await server.app.get(Readers).catchUp();
    const rows = await movesOf(board.id);
    return ['first', 'second'].map((title) => {
      const row = rows.find((r) => r.id === board.task(title));
      return [row?.kind, row?.person === board.bob.id ? 'Bob' : 'Alice', row?.by?.toISOString()];
    });
  };
  expect(await read()).toEqual([
    ['owner', 'Bob', '2026-11-27T16:00:00.000Z'],
    ['blocker', 'Bob', '2026-11-27T16:00:00.000Z'],
  ]);
  await board.bob.ask('mutation($i: EditCalendarInput!) { editCalendar(input: $i) { id } }', {
    i: {
      commandId: randomUUID(),
      leave: [
        { id: 'l', fromDay: '2026-11-27', fromTime: null, toDay: '2026-11-27', toTime: null, delegateId: null, note: '', returnBuffer: 2 },
      ],
    },
  });
  expect((await read())[1]).toEqual(['blocker', 'Bob', '2026-11-26T16:00:00.000Z']);
  await board.move(board.bob, ['first'], 'Done');
  expect((await read())[1]).toEqual(['owner', 'Alice', '2026-12-04T16:00:00.000Z']);
});
