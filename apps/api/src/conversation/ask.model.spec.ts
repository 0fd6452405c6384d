import { randomUUID } from 'node:crypto';
import {
  type Ask,
  type AskStep,
  type BoardSnapshot,
  type CoverScene,
  askAt,
  askSceneOf,
  askSteps,
  assumedCalendar,
  countsAsLate,
  exposureHours,
  halfTimeOf,
  hasHours,
  hoursBetween,
  keptText,
  normsOf,
  nudgeAt,
  stepsFor,
  windows,
  withQuietDays,
} from '@baton/domain';
import fc from 'fast-check';
import { conversationOf, hoursOn, leaveOf, say, setCalendar, step, wish } from '../../test/asks';
import { type Somebody, type TestServer, aBoard, aServer } from '../../test/world';

let server: TestServer;
beforeAll(async () => void (server = await aServer({ LOG_LEVEL: 'error' })));
afterAll(() => server.close());

const minute = 60_000;
/** Steps after which a time may be an earlier one, because a person asked for it (N2). */
const anew: readonly AskStep[] = ['edit', 'reopen', 'reask', 'move'];

/** Five people in five zones, one of them at night, one on other days of the week, and one who has set no hours. */
async function aTeam() {
  server.clock.set('2026-11-24T09:00:00Z');
  const board = await aBoard(server, { tasks: ['write'] });
  const [asha, nox, tri, cleo] = await Promise.all([
    server.person('Asha', 'Asia/Kolkata'),
    server.person('Nox', 'America/New_York'),
    server.person('Tri', 'Asia/Kathmandu'),
    server.person('Cleo', 'Pacific/Chatham'),
  ]);
  const team = [board.alice, board.bob, asha, nox, tri, cleo].flatMap((who) => who ?? []);
  for (const who of team.slice(2)) await server.join(board.workspaceId, who, 'member');
  if (asha) await setCalendar(asha, { week: hoursOn([1, 2, 3, 4, 6], '10:00', '18:00') });
  if (nox) await setCalendar(nox, { week: hoursOn([1, 3, 5, 6], '22:00', '30:00') });
  if (cleo) await setCalendar(cleo, { week: hoursOn([], '', '') });
  await board.alice.command('editBoard', 'EditBoardInput', { boardId: board.id, triageId: tri?.id });
  return { board, team, taskId: board.task('write') };
}
type Team = Awaited<ReturnType<typeof aTeam>>;

/** What a client of the board knows, with which it derives where every ask stands. */
function knows(snapshot: BoardSnapshot) {
  const people: CoverScene = {
    calendarOf: (id) => {
      const person = snapshot.people.find((one) => one.id === id);
      return person && withQuietDays(person.calendar ?? assumedCalendar(person.zone), person.quietDays);
    },
    isGone: (id) => snapshot.people.find((one) => one.id === id)?.removed ?? true,
    triageId: snapshot.triageId,
  };
  const rules = { norms: normsOf(snapshot.workspaceNorms, snapshot.norms), zone: snapshot.zone };
  const sceneOf = (ask: Ask, now: number) => askSceneOf(ask, people, rules, now);
  return { sceneOf, norms: rules.norms, standingOf: (ask: Ask, now: number) => askAt(ask, sceneOf(ask, now), now) };
}

async function look({ board, taskId }: Team) {
  const [{ asks, comments }, snapshot] = await Promise.all([conversationOf(board.alice, taskId), board.snapshot()]);
  return { asks, comments, snapshot, ...knows(snapshot) };
}
type Seen = Awaited<ReturnType<typeof look>>;

const whole = fc.record({
  does: fc.constantFrom('send', 'step', 'step', 'step', 'step', 'leave', 'back', 'react', 'pass'),
  who: fc.nat(5),
  others: fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 3 }),
  which: fc.nat(20),
  step: fc.constantFrom(...askSteps, 'answer' as const, 'answer' as const, 'reask' as const, 'defer' as const),
  minutes: fc.constantFrom(0, 5, 45, 240, 900, 1_500),
  ahead: fc.integer({ min: -600, max: 9_000 }),
  pool: fc.boolean(),
  blocking: fc.boolean(),
  named: fc.boolean(),
  acknowledges: fc.boolean(),
  proceeds: fc.boolean(),
});
type Command = typeof whole extends fc.Arbitrary<infer T> ? T : never;

const run = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );

/** Does one thing and answers what came of it, and to which ask. */
async function act(team: Team, command: Command, seen: Seen): Promise<{ outcome: string; ask: Ask | null; sent: number }> {
  const { board, taskId } = team;
  const person = (i: number): Somebody => team.team[i] ?? board.alice;
  const who = person(command.who);
  const at = new Date(server.clock.now().getTime() + command.ahead * minute).toISOString();
  const ask = seen.asks[command.which % Math.max(1, seen.asks.length)] ?? null;
  const none = { outcome: 'done', ask: null, sent: 0 };
  if (command.does === 'pass') return none;
  if (command.does === 'leave' || command.does === 'back') {
    const day = server.clock.now().toISOString().slice(0, 10);
    const until = new Date(server.clock.now().getTime() + command.which * 86_400_000).toISOString().slice(0, 10);
    const delegate = person(command.others[0] ?? 0).id;
    await setCalendar(who, { leave: command.does === 'back' ? [] : [leaveOf(day, until, delegate === who.id ? null : delegate)] });
    return none;
  }
  if (command.does === 'send') {
    const people = command.others.map(person);
    const input = wish(people, {
      pool: command.pool,
      want: command.acknowledges ? 'acknowledgement' : 'answer',
      blocking: command.blocking,
      respondBy: command.named ? at : null,
      shortNotice: command.named && command.proceeds ? 'a reason' : null,
      ifNoReply: command.proceeds ? { kind: 'proceed', text: 'go' } : { kind: 'wait' },
      ...(command.pool && { ids: [randomUUID()] }),
    });
    const outcome = await run(say(who, taskId, 'Which colour?', { kind: 'ask', ask: input }));
    return { outcome, ask: null, sent: outcome === 'done' ? input.ids.length : 0 };
  }
  if (!ask) return none;
  if (command.does === 'react') {
    const emoji = command.proceeds ? '✅' : '🎉';
    return { outcome: await run(who.command('react', 'ReactInput', { commentId: ask.commentId, emoji, on: true })), ask, sent: 0 };
  }
  const input = {
    text: 'some words',
    ack: 'agree',
    personId: person(command.others[0] ?? 0).id,
    at,
    reason: 'going in circles',
    agree: true,
  };
  const outcome = await run(step(who, ask.id, command.step, { ...input, shortNotice: command.proceeds ? 'a reason' : null }));
  return { outcome, ask, sent: 0 };
}

/** What the table says of a step, before it is tried. */
function expectTable(team: Team, command: Command, before: Seen, outcome: string, ask: Ask) {
  const now = server.clock.now().getTime();
  const actor = team.team[command.who];
  const allowed = stepsFor(ask, before.standingOf(ask, now), actor?.id ?? '').includes(command.step);
  expect([command.step, allowed ? ['done', 'BAD_INPUT'] : ['CONFLICT', 'FORBIDDEN']]).toEqual([
    command.step,
    expect.arrayContaining([outcome]),
  ]);
}

/** Everything that must hold whatever was done. */
function expectInvariants(before: Seen, after: Seen, command: Command, acted: { outcome: string; ask: Ask | null; sent: number }) {
  const now = server.clock.now().getTime();
  expect(after.asks.length).toBe(before.asks.length + acted.sent);
  const fresh = after.asks.filter(({ id }) => !before.asks.some((ask) => ask.id === id));
  // Q0: several people are several asks under one comment, each with a holder of its own.
  expect(new Set(fresh.map(({ commentId }) => commentId)).size).toBe(Math.min(1, acted.sent));
  expect(new Set(fresh.map(({ holderId }) => holderId)).size).toBe(fresh.length);
  const owed = after.snapshot.cards.find(({ title }) => title === 'write')?.owed ?? [];
  for (const ask of after.asks) {
    const scene = after.sceneOf(ask, now);
    const standing = askAt(ask, scene, now);
    const was = before.asks.find(({ id }) => id === ask.id);
    const touched = acted.outcome === 'done' && acted.ask?.id === ask.id;
    const took = touched && command.does === 'step' ? command.step : null;
    // Q1: one holder, who is never the asker, and one debt on the card while it is open.
    expect(ask.holderId === ask.askerId).toBe(false);
    const debts = owed.filter(({ id }) => id === ask.id);
    const open = ask.closed === null || ask.closed.as === 'talk';
    expect(debts.map(({ personId }) => personId)).toEqual(open ? [ask.closed ? ask.talk?.initiatorId : ask.holderId] : []);
    if (ask.poolIds.length > 0 && ask.closed === null) expect(halfTimeOf(ask, scene)).toBeLessThanOrEqual(standing.respondBy);
    // Q2: one reminder at most, in the holder's own hours and after the time.
    const nudge = nudgeAt(ask, scene);
    if (nudge !== null && hasHours(scene.holder)) {
      expect(nudge).toBeGreaterThanOrEqual(standing.respondBy);
      expect(windows(scene.holder, nudge, nudge + 1)).toHaveLength(1);
    }
    // Q3: nobody's silence counts before they were at work for long enough.
    const exposure = hoursBetween(scene.holder, Date.parse(ask.deliveredAt), now);
    if (standing.state === 'lapsed') expect(exposure).toBeGreaterThanOrEqual(after.norms.minNoticeHours);
    if (touched && ask.closed?.as === 'proceeded') {
      const floor = ask.blocking ? after.norms.blockingHours : exposureHours(scene.holder, after.norms.silenceDays);
      expect(exposure).toBeGreaterThanOrEqual(floor);
    }
    if (standing.notYetHeard) expect([standing.state, standing.respondBy > Date.parse(ask.respondBy)]).toEqual(['delivered', true]);
    // Q4: whoever answers for another is named as such, or it was anybody's.
    if (was && took === 'answer' && was.holderId !== ask.holderId)
      expect([was.poolIds.length > 0, ask.delegatedFromId === was.holderId]).toContain(true);
    // Q7: short notice and a goal that moved are never late.
    if (ask.shortNotice !== null || ask.steps.some(({ step: name }) => name === 'reopen'))
      expect(countsAsLate(ask, scene, now)).toBe(false);
    if (!was) continue;
    // Nothing that was done is lost or done twice.
    expect(ask.steps.slice(0, was.steps.length)).toEqual(was.steps);
    expect(ask.steps.length - was.steps.length).toBe(
      touched && command.does === 'step' ? 1 : command.does === 'react' ? ask.steps.length - was.steps.length : 0,
    );
    // Q5: only the check answers, and only an acknowledgement that one owes.
    if (command.does === 'react' && was.closed === null && ask.closed !== null)
      expect([command.proceeds, ask.want, ask.closed.byId === ask.holderId]).toEqual([true, 'acknowledgement', true]);
    // Q6, N2 and O4: reading, waiting, leave and coming back change nothing but later times; only people bring a time forward.
    if (took === null || !anew.includes(took)) {
      expect(ask.respondBy >= was.respondBy).toBe(true);
      if (was.closed === null && now < Date.parse(was.deliveredAt) && !touched) expect(ask.deliveredAt >= was.deliveredAt).toBe(true);
    }
    if (!touched && !['leave', 'back', 'react'].includes(command.does)) expect(ask).toEqual(was);
    // P3: what is still to come is delivered while the receiver is at work.
    const delivery = Date.parse(ask.deliveredAt);
    if (ask.closed === null && delivery > now && hasHours(scene.holder))
      expect(windows(scene.holder, delivery, delivery + 1)).toHaveLength(1);
    // The asker who keeps a time is not asked again about the same leave.
    if (took === 'keep') expect(keptText(ask, standing)).toBeNull();
    expect(ask.respondBy > ask.sentAt).toBe(true);
  }
}

it('holds Q0 to Q7 after every command of random histories of six people in five zones', async () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
  console.info(`asks: seed ${seed}`);
  await fc.assert(
    fc.asyncProperty(fc.array(whole, { minLength: 12, maxLength: 40 }), async (commands) => {
      const team = await aTeam();
      let before = await look(team);
      for (const command of [{ ...(commands[0] as Command), does: 'send' as const }, ...commands]) {
        server.clock.passMinutes(command.minutes);
        const acted = await act(team, command, before);
        if (command.does === 'step' && acted.ask) expectTable(team, command, before, acted.outcome, acted.ask);
        else expect(['done', 'BAD_INPUT', 'CONFLICT']).toContain(acted.outcome);
        const after = await look(team);
        expectInvariants(before, after, command, acted);
        before = after;
      }
    }),
    { numRuns: 20, seed, interruptAfterTimeLimit: 240_000 },
  );
}, 300_000);
