import { randomUUID } from 'node:crypto';
import {
  type Calendar,
  type Decision,
  type DecisionPage,
  type DecisionScene,
  addWorking,
  assumedCalendar,
  canonicalJson,
  closingOf,
  currentStance,
  decisionAt,
  decisionSteps,
  decisionStepsFor,
  defaultNorms,
  endOfNthWorkingDay,
  exposureHours,
  hearings,
  isInForce,
  longestInputDays,
  objectors,
  recordOf,
} from '@baton/domain';
import fc from 'fast-check';
import { asked, decisionPage, fourZones, propose, sealsOf, takeStep, weekOn } from '../../test/decisions';
import { type Somebody, type TestServer, aServer } from '../../test/world';
import { partiesIn } from './decision.service';
import { decisionsWhere } from './decision.store';

let server: TestServer;
beforeAll(async () => void (server = await aServer()));
afterAll(() => server.close());

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const command = fc.record({
  who: fc.nat(4),
  /** Mostly a step that this person may take now; sometimes any step at all, or a change of their hours. */
  any: fc.option(fc.constantFrom(...decisionSteps, 'leave', 'back'), { freq: 3, nil: null }),
  pick: fc.nat(),
  stance: fc.constantFrom('agree', 'concern', 'object', 'abstain', 'need information'),
  minutes: fc.constantFrom(0, 0, 7, 30, 240, 240, 900, 7_000),
  person: fc.nat(3),
  text: fc.constantFrom('some words', 'other words', ''),
});
const kinds = fc.record({
  mode: fc.constantFrom('lazy', 'lazy', 'advice', 'consent', 'consent', 'record'),
  required: fc.boolean(),
  hidden: fc.boolean(),
  linked: fc.boolean(),
  blocking: fc.boolean(),
});

/** What the clock and people made of it, with the record as it is: from a page some stances may be hidden (D6). */
async function look(board: Four['board'], id: string): Promise<Pick<DecisionPage, 'decision' | 'standing'>> {
  const { standing } = await decisionPage(board, board.alice, 1);
  const [decision] = await decisionsWhere(server.db, 'd.id = $1', [id]);
  if (!decision) throw new Error('the decision is gone');
  return { decision, standing };
}

type Four = Awaited<ReturnType<typeof fourZones>>;
const calendarsOf = (four: Four, leave: ReadonlyMap<string, Calendar['leave']>): Record<string, Calendar> => {
  const of = (who: Somebody, zone: string, days: number[], shift: [string, string]): [string, Calendar] => [
    who.id,
    { ...assumedCalendar(zone), week: weekOn(days, shift), leave: leave.get(who.id) ?? [] },
  ];
  return Object.fromEntries([
    of(four.board.alice, 'Europe/Berlin', [1, 2, 3, 4, 5], ['09:00', '17:00']),
    of(four.asha, 'Asia/Kolkata', [1, 2, 3, 4, 6], ['10:00', '18:00']),
    of(four.york, 'America/New_York', [1, 2, 3, 4, 5], ['09:00', '17:00']),
    of(four.dubai, 'Asia/Dubai', [1, 2, 3, 4], ['08:00', '16:00']),
  ]);
};

/** D1: nobody's time is shorter than their window, unless ten working days of the proposer are over. */
function holdsD1(decision: Decision, scene: DecisionScene) {
  const closes = closingOf(decision, scene);
  const cap =
    endOfNthWorkingDay(scene.calendarOf(decision.proposerId), Date.parse(decision.versions.at(-1)?.at ?? ''), longestInputDays) ?? 0;
  for (const { personId, deliveredAt } of decision.contributors) {
    const calendar = scene.calendarOf(personId);
    const window = deliveredAt && addWorking(calendar, Date.parse(deliveredAt), exposureHours(calendar, defaultNorms.decisionDays));
    expect(window ? closes >= Math.min(window, cap) : closes >= cap).toBe(true);
  }
}

/** D2, D7 and the constraint on what is in force: who was heard is told, silence is no agreement, and there is a decider and a reason. */
function holdsOutcome(decision: Decision, scene: DecisionScene) {
  const { outcome } = decision;
  if (decision.state === 'contested') expect(decision.decideBy).not.toBeNull();
  if (!isInForce(decision.state)) return;
  expect([decision.deciderId === null, outcome?.because === '', outcome?.choice === '']).toEqual([false, false, false]);
  if (!outcome || decision.mode === 'record') return;
  expect([...outcome.heardIds, ...outcome.notHeardIds].sort()).toEqual(decision.contributors.map(({ personId }) => personId).sort());
  const closes = Date.parse(decision.closesAt ?? '');
  for (const { personId, heard, exposure, stance } of hearings(decision, scene, closes)) {
    expect(outcome.heardIds.includes(personId)).toBe(heard);
    if (heard && !stance) expect(exposure).toBeGreaterThanOrEqual(exposureHours(scene.calendarOf(personId), defaultNorms.silenceDays));
    if (outcome.as === 'adopted' && decision.contributors.find((c) => c.personId === personId)?.required) expect(heard).toBe(true);
  }
  // D1b: in force since input closed, whenever somebody looked; and over an objection only with a written answer.
  if (outcome.as === 'adopted') expect([outcome.decidedAt, objectors(decision)]).toEqual([decision.closesAt, []]);
  for (const id of objectors(decision)) expect(outcome.answers.find(({ personId }) => personId === id)?.text).toBeTruthy();
}

/** D3, D8: versions only grow, stances are only added, and what is in force keeps its record. */
function holdsHistory(before: Decision, after: Decision, step: string, done: boolean) {
  if (!done) return expect(after).toEqual(before);
  expect(after.stances.length - before.stances.length).toBe(step === 'stance' ? 1 : 0);
  expect(after.versions.length).toBeGreaterThanOrEqual(before.versions.length);
  if (after.version > before.version) {
    for (const { personId } of before.stances) {
      const [was, is] = [currentStance(before, personId)?.kind, currentStance(after, personId)?.kind];
      expect(is).toBe(was === 'object' || was === 'need information' ? was : undefined);
    }
  }
  const sameTexts = isInForce(before.state) && step !== 'redact';
  if (sameTexts) expect(canonicalJson(recordOf(after))).toBe(canonicalJson(recordOf(before)));
  if (before.state === 'withdrawn' || before.state === 'retired') expect(after.state).toBe(before.state);
}

it('holds D1 to D12 over random histories', async () => {
  console.info(`decisions: seed ${seed}`);
  await fc.assert(
    fc.asyncProperty(kinds, fc.array(command, { minLength: 8, maxLength: 22 }), async (kind, commands) => {
      server.clock.set('2026-11-19T16:00:00Z');
      const four = await fourZones(server);
      const { board, everybody } = four;
      const people = [...everybody, board.viewer];
      const leave = new Map<string, Calendar['leave']>();
      const id = await propose(
        board,
        board.alice,
        { mode: kind.mode, hideStances: kind.hidden, blocking: kind.blocking, contributors: asked(everybody.slice(1), kind.required) },
        { open: kind.mode !== 'record', taskIds: kind.linked ? [board.task('build')] : [] },
      );
      for (const { who, any, pick, minutes, person, text, stance } of commands) {
        server.clock.passMinutes(minutes);
        const now = server.clock.now();
        const actor = people[who] ?? board.alice;
        if (any === 'leave' || any === 'back') {
          if (actor === board.viewer) continue;
          const day = (ahead: number) => new Date(now.getTime() + ahead * 86_400_000).toISOString().slice(0, 10);
          const away = {
            id: 'l',
            fromDay: day(1),
            fromTime: null,
            toDay: day(4),
            toTime: null,
            delegateId: null,
            note: '',
            returnBuffer: 0,
          };
          leave.set(actor.id, any === 'leave' ? [away] : []);
          // What the clock did until now was true before the calendar changed.
          const then = await decisionPage(board, board.alice, 1);
          await actor.ask('mutation($i: EditCalendarInput!) { editCalendar(input: $i) { id } }', {
            i: { commandId: randomUUID(), leave: leave.get(actor.id) },
          });
          const after = await decisionPage(board, board.alice, 1);
          // A change of somebody's hours closes nothing earlier, and opens nothing again.
          expect(after.standing.state).toBe(then.standing.state);
          expect((after.standing.closesAt ?? 0) >= (then.standing.closesAt ?? 0)).toBe(true);
          continue;
        }
        const before = await look(board, id);
        const role = actor === board.viewer ? 'viewer' : actor === board.alice ? 'owner' : 'member';
        const parties = partiesIn(before.decision, { personId: actor.id, role });
        const allowed = decisionStepsFor(before.decision, before.standing.state, parties);
        // Withdrawing ends a history, so it is drawn at random alone.
        const usual = allowed.filter((one) => one !== 'withdraw' && one !== 'retire');
        const step = any ?? usual[pick % Math.max(1, usual.length)] ?? 'stance';
        const may = allowed.includes(step);
        const outcome = await takeStep(actor, id, step, {
          ...{ text, stance, resolves: text, personId: people[person]?.id, path: '/because', reviewOn: '2027-01-04' },
          ...{ taskIds: [board.task('build')], fields: { recommendation: `v${minutes}` } },
          outcome: {
            ...{ choice: 'v2', because: text || 'so', reviewOn: '2027-01-04' },
            answers: everybody.map((one) => ({ personId: one.id, text: 'an answer' })),
          },
        }).then(
          () => 'done',
          (error: { code?: string }) => error.code ?? String(error),
        );
        const after = await look(board, id);
        // What the table forbids is refused; what it allows is done, or refused with a sentence.
        if (may) expect(['done', 'BAD_INPUT', 'CONFLICT', 'NOT_FOUND']).toContain(outcome);
        else expect(['CONFLICT', 'FORBIDDEN', 'NOT_FOUND']).toContain(outcome);
        holdsHistory(before.decision, after.decision, step, outcome === 'done');

        const calendars = calendarsOf(four, leave);
        const scene: DecisionScene = {
          ...{ calendarOf: (one) => calendars[one] ?? assumedCalendar('Europe/Berlin'), norms: defaultNorms, zone: 'Europe/Berlin' },
          answeredAt: () => null,
        };
        const { decision } = after;
        // D1b: what the page says is what the rule says of the record and the time.
        expect(after.standing.state).toBe(decisionAt(decision, scene, now.getTime()).state);
        if (decision.state === 'open') holdsD1(decision, scene);
        if (leave.size === 0) holdsOutcome(decision, scene);
        if (outcome === 'done' && isInForce(decision.state)) expect((await sealsOf(board))?.faults).toEqual([]);
        if (kind.linked) {
          const owed = (await board.card('build'))?.owed?.filter(({ kind: what }) => what === 'decision') ?? [];
          const owes = ['open', 'awaiting', 'contested'].includes(decision.state);
          expect([owed.length > 0, owed.every((debt) => debt.blocking === kind.blocking)]).toEqual([owes, true]);
        }
      }
      const events = await board.events();
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
      expect((await sealsOf(board))?.faults).toEqual([]);
    }),
    { numRuns: 20, seed, endOnFailure: true },
  );
}, 300_000);
