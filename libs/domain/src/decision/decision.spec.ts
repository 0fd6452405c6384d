import fc from 'fast-check';
import { defaultNorms } from '../norms';
import { type Calendar, assumedCalendar } from '../time/calendar';
import { exposureHours } from '../time/slots';
import { workingBetween } from '../time/working';
import { type DecisionScene, askedOf, closingOf, decisionAt, hearings, mayReopen } from './closing';
import {
  type Decision,
  type DecisionParty,
  type DecisionState,
  type DecisionStep,
  type Stance,
  currentStance,
  decisionStates,
  decisionSteps,
  decisionStepsFor,
  decisionTable,
  objectors,
  suggestedMode,
} from './decision';

declare const process: { env: Record<string, string | undefined> };
declare const console: { info(words: string): void };
const at = (iso: string) => Date.parse(iso);
const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
const weekOn = (days: number[], shift: [string, string]): Calendar['week'] =>
  Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, days.includes(day) ? [shift] : []]));
const people: Record<string, Calendar> = {
  berlin: { ...assumedCalendar('Europe/Berlin'), week: weekOn([1, 2, 3, 4, 5], ['09:00', '17:00']) },
  asha: { ...assumedCalendar('Asia/Kolkata'), week: weekOn([1, 2, 3, 4, 6], ['10:00', '18:00']) },
  york: { ...assumedCalendar('America/New_York'), week: weekOn([1, 2, 3, 4, 5], ['09:00', '17:00']) },
  dubai: { ...assumedCalendar('Asia/Dubai'), week: weekOn([1, 2, 3, 4], ['08:00', '16:00']) },
};
const sceneWith = (calendars: Record<string, Calendar> = people, answers: Record<string, string> = {}): DecisionScene => ({
  calendarOf: (id) => calendars[id] ?? assumedCalendar('Europe/Berlin'),
  norms: defaultNorms,
  zone: 'Europe/Berlin',
  answeredAt: (id) => answers[id] ?? null,
});

const opened = '2026-11-19T16:00:00.000Z';
/** A lazy proposal of somebody in Berlin to four people, opened on Thursday at five in the afternoon. */
function aDecision(change: Partial<Decision> = {}, scene = sceneWith(), asked = Object.keys(people)): Decision {
  const proposal = {
    question: 'Which API?',
    context: '',
    options: [],
    recommendation: 'v2',
    because: 'It is faster.',
    deciderId: 'berlin',
  };
  return {
    ...proposal,
    ...{ id: 'd', workspaceId: 'w', boardId: 'b', number: 1, state: 'open', mode: 'lazy', reversibility: 'easy', proposerId: 'berlin' },
    contributors: asked.map((id) => askedOf(id, false, at(change.openedAt ?? opened), scene)),
    ...{ informedIds: [], hideStances: false, blocking: false, commentId: null, createdAt: opened, openedAt: opened },
    ...{ closesWish: null, closesFloor: null, closesAt: null, decideBy: null, version: 1, stances: [], outcome: null, history: [] },
    versions: [{ ...proposal, version: 1, at: change.openedAt ?? opened, byId: 'berlin' }],
    ...{ afterwards: [], reopensId: null, supersedesId: null, supersededById: null, whatIsNew: '', whyWithdrawn: '', reviewOn: null },
    ...{ reviewTrigger: '', taskIds: [], seal: null },
    ...change,
  };
}
const stance = (personId: string, kind: Stance['kind'], when: string, more: Partial<Stance> = {}): Stance => ({
  ...{ personId, kind, reason: 'so', resolves: 'this', at: when, version: 1, askId: null, informed: null },
  ...more,
});

describe('the state machine', () => {
  // Written out beside the table, so that a slip in either is seen.
  const leads: Record<DecisionState, Partial<Record<DecisionStep, DecisionState>>> = {
    draft: { edit: 'draft', open: 'open', record: 'decided', withdraw: 'withdrawn', link: 'draft' },
    open: {
      edit: 'open',
      stance: 'open',
      inform: 'open',
      invite: 'open',
      'replace decider': 'open',
      withdraw: 'withdrawn',
      erratum: 'open',
      link: 'open',
    },
    awaiting: { 'replace decider': 'awaiting', decide: 'decided', withdraw: 'withdrawn', link: 'awaiting' },
    contested: {
      edit: 'open',
      'replace decider': 'contested',
      decide: 'decided',
      convert: 'awaiting',
      withdraw: 'withdrawn',
      link: 'contested',
    },
    decided: {
      uphold: 'decided',
      retire: 'retired',
      trigger: 'decided',
      erratum: 'decided',
      correct: 'decided',
      dissent: 'decided',
      redact: 'decided',
      link: 'decided',
    },
    adopted: {
      uphold: 'adopted',
      retire: 'retired',
      trigger: 'adopted',
      erratum: 'adopted',
      correct: 'adopted',
      dissent: 'adopted',
      redact: 'adopted',
      link: 'adopted',
    },
    withdrawn: {},
    superseded: { erratum: 'superseded', redact: 'superseded', link: 'superseded' },
    retired: { erratum: 'retired', redact: 'retired', link: 'retired' },
  };
  it.each(decisionStates.flatMap((state) => decisionSteps.map((step) => [state, step] as const)))('%s: %s', (state, step) => {
    const next = decisionTable[state][step];
    expect(next === 'same' ? state : next).toBe(leads[state][step]);
  });
  const everybody = new Set<DecisionParty>(['proposer', 'decider', 'contributor', 'admin', 'writer', 'commenter']);
  it('lets the decider settle what was contested in lazy mode, and turns consent into advice first', () => {
    expect(decisionStepsFor(aDecision({ mode: 'lazy' }), 'contested', everybody)).toContain('decide');
    expect(decisionStepsFor(aDecision({ mode: 'lazy' }), 'contested', everybody)).not.toContain('convert');
    expect(decisionStepsFor(aDecision({ mode: 'consent' }), 'contested', everybody)).not.toContain('decide');
    expect(decisionStepsFor(aDecision({ mode: 'consent' }), 'contested', everybody)).toContain('convert');
  });
  it('puts only records on record at once, and opens only what asks for input', () => {
    expect(decisionStepsFor(aDecision({ mode: 'record' }), 'draft', everybody)).toEqual(['edit', 'record', 'withdraw', 'link']);
    expect(decisionStepsFor(aDecision({ mode: 'advice' }), 'draft', everybody)).toEqual(['edit', 'open', 'withdraw', 'link']);
  });
  it('asks each step of the part that somebody has', () => {
    expect(decisionStepsFor(aDecision(), 'open', new Set<DecisionParty>(['commenter']))).toEqual(['stance']);
    expect(decisionStepsFor(aDecision(), 'open', new Set())).toEqual([]);
    expect(decisionStepsFor(aDecision(), 'awaiting', new Set<DecisionParty>(['decider', 'commenter']))).toEqual(['decide']);
  });
  it('suggests the mode by how hard it is to take back', () => {
    expect(suggestedMode).toEqual({ easy: 'lazy', costly: 'advice', 'one way': 'consent' });
  });
});

describe('the close of input', () => {
  it('waits until everybody had sixteen hours at work: Tue 24 Nov 13:00 in Berlin (V10)', () => {
    const decision = aDecision();
    expect(iso(closingOf(decision, sceneWith()))).toBe('2026-11-24T12:00:00.000Z');
    const heard = hearings(decision, sceneWith(), at(opened) + 72 * 3_600_000);
    expect(heard.map(({ personId, exposure, heard: was }) => [personId, exposure, was])).toEqual([
      ['berlin', 8, true],
      ['asha', 8, true],
      // New York hears of it in the slot at one.
      ['york', 12, true],
      ['dubai', 0, false],
    ]);
    expect(decisionAt(decision, sceneWith(), at('2026-11-24T11:59:59Z')).state).toBe('open');
    expect(decisionAt(decision, sceneWith(), at('2026-11-24T12:00:00Z'))).toMatchObject({ state: 'adopted', unsettled: true });
  });
  it('is closing from the start of the last working day before', () => {
    expect(decisionAt(aDecision(), sceneWith(), at('2026-11-23T07:59:00Z')).closing).toBe(false);
    expect(decisionAt(aDecision(), sceneWith(), at('2026-11-23T08:00:00Z')).closing).toBe(true);
  });
  it('comes after ten working days of the proposer at the latest, and names who was not heard', () => {
    const away = { ...people, dubai: { ...assumedCalendar('Asia/Dubai'), week: {} } };
    const decision = aDecision({}, sceneWith(away));
    expect(iso(closingOf(decision, sceneWith(away)))).toBe('2026-12-03T16:00:00.000Z');
    expect(decisionAt(decision, sceneWith(away), at('2026-12-03T16:00:00Z')).state).toBe('adopted');
    const required = { ...decision, contributors: decision.contributors.map((c) => ({ ...c, required: c.personId === 'dubai' })) };
    expect(decisionAt(required, sceneWith(away), at('2026-12-03T16:00:00Z'))).toMatchObject({ state: 'awaiting' });
  });
  it('stands still for whoever waits for information, and goes on when it is there', () => {
    const asks = aDecision({ stances: [stance('dubai', 'need information', '2026-11-23T06:00:00.000Z', { askId: 'ask' })] });
    expect(iso(closingOf(asks, sceneWith()))).toBe('2026-12-03T16:00:00.000Z');
    // Two of sixteen hours were heard before; the other fourteen begin with the answer on Wednesday at nine in Dubai.
    expect(iso(closingOf(asks, sceneWith(people, { ask: '2026-11-25T05:00:00.000Z' })))).toBe('2026-11-26T11:00:00.000Z');
    const told = aDecision({
      stances: [
        stance('dubai', 'need information', '2026-11-23T06:00:00.000Z', { informed: { at: '2026-11-25T05:00:00.000Z', text: 'v2' } }),
      ],
    });
    expect(iso(closingOf(told, sceneWith()))).toBe('2026-11-26T11:00:00.000Z');
  });
  it('never comes before what was promised already', () => {
    const promised = aDecision({ closesFloor: '2026-11-27T12:00:00.000Z' });
    expect(iso(closingOf(promised, sceneWith()))).toBe('2026-11-27T12:00:00.000Z');
  });
});

describe('what people think', () => {
  it('counts a stance only when it came before the close', () => {
    const late = aDecision({ stances: [stance('york', 'object', '2026-11-24T12:00:00.000Z')] });
    expect(decisionAt(late, sceneWith(), at('2026-11-24T13:00:00Z')).state).toBe('adopted');
    const just = aDecision({ stances: [stance('york', 'object', '2026-11-24T11:59:59.000Z')] });
    expect(decisionAt(just, sceneWith(), at('2026-11-24T13:00:00Z'))).toMatchObject({ state: 'contested', unsettled: true });
  });
  it('carries objections to a new version, and asks agreements again', () => {
    const decision = aDecision({
      version: 2,
      stances: [stance('york', 'object', '2026-11-20T12:00:00.000Z'), stance('asha', 'agree', '2026-11-21T12:00:00.000Z')],
    });
    expect([currentStance(decision, 'york')?.kind, currentStance(decision, 'asha')]).toEqual(['object', null]);
    expect(objectors(decision)).toEqual(['york']);
  });
  it('lets only named people stop a consent', () => {
    const decision = aDecision({ mode: 'consent', stances: [stance('guest', 'object', '2026-11-20T12:00:00.000Z')] }, sceneWith(), [
      'asha',
    ]);
    expect(objectors(decision)).toEqual([]);
    expect(objectors({ ...decision, mode: 'lazy' })).toEqual(['guest']);
  });
});

it('lets others reopen only after ten working days, unless what would change it has happened', () => {
  const outcome = { decidedById: 'berlin', decidedAt: '2026-11-24T12:00:00.000Z' } as Decision['outcome'];
  const decision = aDecision({ state: 'adopted', outcome });
  const may = (personId: string, when: string, change: Partial<Decision> = {}) =>
    mayReopen({ ...decision, ...change }, sceneWith(), { personId, admin: false }, at(when));
  expect([may('berlin', '2026-11-25T12:00:00Z'), may('york', '2026-11-25T12:00:00Z'), may('york', '2026-12-08T16:00:00Z')]).toEqual([
    true,
    false,
    true,
  ]);
  const fired = { kind: 'trigger' } as Decision['afterwards'][number];
  expect(may('york', '2026-11-25T12:00:00Z', { afterwards: [fired] })).toBe(true);
});

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const zones = ['Europe/Berlin', 'Asia/Kolkata', 'America/New_York', 'Africa/Cairo', 'Australia/Lord_Howe', 'Pacific/Chatham', 'Asia/Dubai'];
const two = (n: number) => String(n).padStart(2, '0');
const somebody = fc.record({
  zone: fc.constantFrom(...zones),
  days: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
  from: fc.integer({ min: 0, max: 22 }),
  hours: fc.integer({ min: 1, max: 10 }),
  leave: fc.option(fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 28 })), { nil: null }),
});
const calendarFrom = ({ zone, days, from, hours, leave }: typeof somebody extends fc.Arbitrary<infer T> ? T : never): Calendar => ({
  ...assumedCalendar(zone),
  week: weekOn(days, [`${two(from)}:00`, `${two(from + hours)}:00`]),
  leave: leave
    ? [
        {
          ...{ id: 'l', fromTime: null, toTime: null, delegateId: null, note: '', returnBuffer: 0 },
          ...{ fromDay: `2026-11-${two(leave[0])}`, toDay: `2026-12-${two(leave[1])}` },
        },
      ]
    : [],
});

it('never counts the silence of somebody who was not at work long enough, over 10,000 random cases', () => {
  console.info(`decisions: seed ${seed}`);
  fc.assert(
    fc.property(
      fc.array(somebody, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 0, max: 30 * 24 * 60 }),
      fc.integer({ min: 0, max: 40 * 24 * 60 }),
      fc.boolean(),
      fc.option(fc.tuple(fc.nat({ max: 4 }), fc.integer({ min: 1, max: 20 * 24 * 60 }), fc.boolean()), { nil: null }),
      (team, start, later, required, asks) => {
        const calendars = Object.fromEntries(team.map((one, i) => [`p${i}`, calendarFrom(one)]));
        const scene = sceneWith(calendars);
        const openedAt = new Date(at('2026-11-01T00:00:00Z') + start * 60_000).toISOString();
        const stances = asks
          ? [stance(`p${asks[0] % team.length}`, 'need information', new Date(at(openedAt) + asks[1] * 60_000).toISOString())]
          : [];
        const base = aDecision(
          { openedAt, createdAt: openedAt, proposerId: 'p0', deciderId: 'p0', stances },
          scene,
          Object.keys(calendars),
        );
        const decision = { ...base, contributors: base.contributors.map((c) => ({ ...c, required })) };
        const now = at(openedAt) + later * 60_000;
        const standing = decisionAt(decision, scene, now);
        const closes = closingOf(decision, scene);
        if (now < closes) return standing.state === 'open';
        return hearings(decision, scene, closes).every(({ personId, exposure, heard, stance: said }) => {
          const calendar = scene.calendarOf(personId);
          const enough = exposure >= exposureHours(calendar, defaultNorms.silenceDays);
          const delivered = decision.contributors.find((c) => c.personId === personId)?.deliveredAt;
          const atWork = delivered ? workingBetween(calendar, at(delivered), closes) : 0;
          return (
            exposure <= atWork + 1e-9 &&
            // Silence counts only after enough time at work, and a required person without it stops what would pass by silence.
            (!heard || said !== null || enough) &&
            (heard || !required || standing.state === 'awaiting')
          );
        });
      },
    ),
    { numRuns: 10_000, seed },
  );
}, 120_000);
