import { Client } from 'pg';
import { type Calendar, assumedCalendar, windows } from '@baton/domain';
import { aDelivery, aLeave } from '../../test/delivery';
import { type Somebody, type TestServer, aServer } from '../../test/world';
import { Tick } from './tick';

let server: TestServer;
beforeAll(async () => void (server = await aServer()));
afterAll(() => server.close());

const minute = 60_000;
/** Numbers from 0 to 1, the same for the same seed. */
const randomOf = (seed: number) => {
  let state = seed >>> 0;
  return () => ((state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 8) / 16_777_216;
};
const week = (days: number[], from: string, to: string): Calendar['week'] =>
  Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, days.includes(day) ? [[from, to]] : []]));

/**
 * Lets the process die before one of its next statements: that one and all after it never reach the database, which takes back what was not
 * committed. Gives a way to let it live again.
 */
function dieBefore(statement: number): () => void {
  const query = Client.prototype.query as (...args: unknown[]) => unknown;
  let left = statement;
  Client.prototype.query = function (this: Client, ...args: unknown[]) {
    const text = typeof args[0] === 'string' ? args[0] : '';
    // The pool's connections outlive the death in this one process, so their open transactions are ended as the database would end them.
    if (/^rollback/i.test(text) || left-- > 0) return query.apply(this, args);
    const killed = new Error('killed');
    const callback = args.find((one) => typeof one === 'function') as ((error: Error) => void) | undefined;
    if (!callback) return Promise.reject(killed);
    process.nextTick(callback, killed);
  } as never;
  return () => {
    Client.prototype.query = query as never;
  };
}

it('tells everything once, in hours and in one message a slot, though the worker dies 200 times at random points', async () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
  console.info(`kills: seed ${seed}`);
  const random = randomOf(seed);
  const scene = await aDelivery(server);
  const people: [Somebody, Calendar][] = [
    [scene.alice, { ...assumedCalendar('America/New_York'), week: week([1, 2, 3, 4, 5], '09:00', '17:00') }],
    [
      scene.bob,
      {
        ...assumedCalendar('Asia/Kolkata'),
        week: week([1, 2, 3, 4, 6], '10:00', '18:00'),
        focus: [{ id: 'f', weekdays: [2, 4], on: null, from: '10:00', to: '12:30', note: '' }],
      },
    ],
    [
      scene.viewer,
      { ...assumedCalendar('Europe/Berlin'), week: week([1, 2, 3, 4, 5], '08:00', '16:00'), leave: [aLeave('2026-11-26', '2026-11-26')] },
    ],
  ];
  for (const [{ id }, calendar] of people)
    await server.db.query('update person set calendar = $2 where id = $1', [id, JSON.stringify(calendar)]);

  const tick = server.app.get(Tick);
  const begin = Date.parse('2026-11-24T09:00:00Z');
  let [kills, doubled, n] = [0, 0, 0];
  let die: (() => void) | null = null;
  // Killed between handing over and writing it down: the message is out, and nobody knows.
  const handOver = scene.mail.send.bind(scene.mail);
  scene.mail.send = async (message) => {
    await handOver(message);
    if (!die || random() < 0.3) return;
    doubled++;
    die();
    await new Promise(() => undefined);
  };
  const round = async (deadly: boolean) => {
    if (!deadly) return tick.run();
    kills++;
    const death = new Promise<void>((resolve) => (die = resolve));
    // Half of the deaths are between two statements, the others after a message left the house.
    const live = random() < 0.5 ? dieBefore(Math.floor(random() * 45)) : () => undefined;
    await Promise.race([death, tick.run().catch(() => undefined)]);
    live();
    die = null;
  };

  for (let step = 0; step < 5 * 24 * 6 || kills < 200; step++) {
    server.clock.set(new Date(begin + step * 10 * minute).toISOString());
    if (step < 4 * 24 * 6 && random() < 0.2) {
      const [[from], [to]] = [...people].sort(() => random() - 0.5) as [[Somebody, Calendar], [Somebody, Calendar]];
      if (from !== scene.viewer) await scene.ask(from, to, `Question ${++n}?`, { blocking: random() < 0.3 });
    }
    // Something is on its way in about a third of the rounds: those are the ones in which dying hurts.
    const [busy] = (await server.db.query(`select exists (select 1 from item where state in ('waiting', 'formed')) as busy`)) as {
      busy: boolean;
    }[];
    await round((busy?.busy ?? false) && random() < 0.5);
  }
  for (let step = 0; step < 7 * 24; step++) {
    server.clock.set(new Date(Date.parse('2026-11-30T00:00:00Z') + step * 60 * minute).toISOString());
    await round(false);
  }

  expect([kills >= 200, n > 30, doubled > 0]).toEqual([true, true, true]);
  const calendars = new Map(people.map(([{ id }, calendar]) => [id, calendar]));
  const outside = scene.mail.got.filter(
    ({ personId, at }) => windows(calendars.get(personId) as Calendar, Date.parse(at), Date.parse(at) + 1).length === 0,
  );
  expect(outside).toEqual([]);
  // One message per person and slot; what came twice came under one id, and not more often than a death came between.
  const ids = new Map<string, Set<string>>();
  for (const { personId, slot, id } of scene.mail.got) {
    const key = `${personId} ${slot.toISOString()}`;
    ids.set(key, (ids.get(key) ?? new Set()).add(id));
  }
  expect([...ids.values()].filter((all) => all.size > 1)).toEqual([]);
  const repeated = scene.mail.got.length - new Set(scene.mail.got.map(({ id }) => id)).size;
  expect(repeated).toBeLessThanOrEqual(doubled);
  const told = new Map<string, Set<string>>();
  for (const { id, personId, lines } of scene.mail.got)
    for (const { text } of lines) told.set(`${personId} ${text}`, (told.get(`${personId} ${text}`) ?? new Set()).add(id));
  expect([...told].filter(([, all]) => all.size > 1)).toEqual([]);
  // Nothing lost: every question reached its holder, and nothing waits.
  const questions = [...told.keys()].filter((line) => /Question \d+\?$/.test(line) && !/waits for|No answer/.test(line));
  expect(new Set(questions.map((line) => /\d+(?=\?$)/.exec(line)?.[0])).size).toBe(n);
  const left = await server.db.query(`select state, count(*)::int as n from item where state in ('waiting', 'formed') group by 1`);
  expect(left).toEqual([]);
}, 600_000);
