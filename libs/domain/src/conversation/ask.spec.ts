import fc from 'fast-check';
import { defaultNorms } from '../norms';
import { type Calendar, assumedCalendar } from '../time/calendar';
import { exposureHours, nextMoment, nextSlot } from '../time/slots';
import { workingBetween } from '../time/working';
import { type Ask, type AskState, type AskStep, askStates, askSteps, askTable } from './ask';
import { askAt, countsAsLate, halfTimeOf, nudgeAt, promiseOf, slid } from './ask-clock';
import { coverOf, keptText, mayStep, offersTalk, stepsFor } from './ask-party';
import { circleOf } from './circle';
import { mention, mentionsIn, soundsLikeAsk } from './comment';

declare const process: { env: Record<string, string | undefined> };
declare const console: { info(words: string): void };

const at = (text: string) => Date.parse(text);
/** Mon to Thu and Sat, ten to six, in Bengaluru. */
const asha: Calendar = {
  ...assumedCalendar('Asia/Kolkata'),
  week: {
    1: [['10:00', '18:00']],
    2: [['10:00', '18:00']],
    3: [['10:00', '18:00']],
    4: [['10:00', '18:00']],
    5: [],
    6: [['10:00', '18:00']],
    7: [],
  },
};
const newYork = assumedCalendar('America/New_York');
const scene = { holder: asha, asker: newYork, norms: defaultNorms };

const anAsk = (change: Partial<Ask> = {}): Ask => {
  const sentAt = change.sentAt ?? '2026-11-18T21:00:00.000Z';
  const promise = promiseOf(asha, defaultNorms, { sentAt: at(sentAt), blocking: change.blocking ?? false, explicit: null });
  if (!promise) throw new Error('she is at work');
  return {
    id: 'ask',
    taskId: 'task',
    boardId: 'board',
    commentId: 'comment',
    askerId: 'nina',
    holderId: 'asha',
    poolIds: [],
    want: 'answer',
    blocking: false,
    ifNoReply: { kind: 'wait' },
    sentAt,
    deliveredAt: new Date(promise.deliveredAt).toISOString(),
    respondBy: new Date(promise.respondBy).toISOString(),
    explicit: false,
    shortNotice: null,
    deferred: false,
    deferAsked: null,
    offeredToId: null,
    delegatedFromId: null,
    closed: null,
    talk: null,
    rounds: 0,
    version: 1,
    steps: [],
    ...change,
  };
};

describe('the state machine', () => {
  // Written out beside the table, so that a slip in either is seen.
  const allowed: Record<AskState, AskStep[]> = {
    held: ['answer', 'edit', 'defer', 'agree-defer', 'offer', 'take', 'refuse-offer', 'claim', 'decline', 'withdraw', 'move', 'keep'],
    delivered: [
      'answer',
      'edit',
      'defer',
      'agree-defer',
      'offer',
      'take',
      'refuse-offer',
      'claim',
      'decline',
      'withdraw',
      'move',
      'keep',
      'write-on',
      'talk',
    ],
    lapsed: [
      'answer',
      'edit',
      'defer',
      'agree-defer',
      'offer',
      'take',
      'refuse-offer',
      'claim',
      'decline',
      'withdraw',
      'proceed',
      'reask',
      'move',
      'keep',
      'write-on',
      'talk',
    ],
    answered: ['accept', 'reopen'],
    accepted: [],
    declined: ['withdraw', 'move', 'talk'],
    withdrawn: [],
    proceeded: [],
    talk: ['outcome'],
  };
  it.each(askStates.flatMap((state) => askSteps.map((step) => [state, step] as const)))('%s: %s', (state, step) => {
    expect(mayStep(state, step)).toBe(allowed[state].includes(step));
  });
  const leads: Partial<Record<AskStep, string>> = {
    answer: 'answered',
    accept: 'accepted',
    decline: 'declined',
    withdraw: 'withdrawn',
    proceed: 'proceeded',
    talk: 'talk',
    outcome: 'answered',
  };
  it('leads each step to one place', () => {
    for (const state of askStates)
      for (const [step, next] of Object.entries(askTable[state]))
        expect([state, step, next]).toEqual([state, step, leads[step as AskStep] ?? 'open']);
  });
});

describe('what an ask promises', () => {
  it('is delivered at her next slot and expected at the end of her next working day (V1)', () => {
    const ask = anAsk();
    expect([ask.deliveredAt, ask.respondBy]).toEqual(['2026-11-19T04:30:00.000Z', '2026-11-21T12:30:00.000Z']);
    expect(new Date(nextSlot(asha, at('2026-11-20T06:30:00Z')) ?? 0).toISOString()).toBe('2026-11-21T04:30:00.000Z');
  });
  it('waits for the next slot when it is sent five minutes before her day ends', () => {
    expect(new Date(nextSlot(asha, at('2026-11-19T12:25:00Z')) ?? 0).toISOString()).toBe('2026-11-21T04:30:00.000Z');
  });
  it('comes at once within working hours when it blocks, and after a focus block', () => {
    const focused = { ...asha, focus: [{ id: 'f', weekdays: [4], on: null, from: '11:00', to: '13:00', note: '' }] };
    expect(new Date(nextMoment(asha, at('2026-11-19T06:10:00Z')) ?? 0).toISOString()).toBe('2026-11-19T06:10:00.000Z');
    expect(new Date(nextMoment(focused, at('2026-11-19T06:10:00Z')) ?? 0).toISOString()).toBe('2026-11-19T07:30:00.000Z');
  });
  it('keeps the first hours after a leave quiet', () => {
    const back: Calendar = {
      ...asha,
      leave: [
        { id: 'l', fromDay: '2026-11-16', fromTime: null, toDay: '2026-11-18', toTime: null, delegateId: null, note: '', returnBuffer: 2 },
      ],
    };
    expect(new Date(nextSlot(back, at('2026-11-18T21:00:00Z')) ?? 0).toISOString()).toBe('2026-11-19T06:30:00.000Z');
  });
  it('refuses somebody who is never there, and a time that leaves too little notice', () => {
    expect(
      promiseOf({ ...asha, week: {} }, defaultNorms, { sentAt: at('2026-11-18T21:00:00Z'), blocking: false, explicit: null }),
    ).toBeNull();
    const short = promiseOf(asha, defaultNorms, {
      sentAt: at('2026-11-18T21:00:00Z'),
      blocking: false,
      explicit: at('2026-11-19T05:00:00Z'),
    });
    expect([short?.feasible, new Date(short?.nextFeasible ?? 0).toISOString()]).toEqual([false, '2026-11-19T06:30:00.000Z']);
  });
  it('counts a part-timer by their own day', () => {
    expect(exposureHours(asha, 2)).toBe(16);
    expect(exposureHours({ ...asha, week: { 1: [['09:00', '13:00']], 2: [['09:00', '13:00']] } }, 2)).toBe(8);
    expect(exposureHours({ ...asha, week: { 1: [['06:00', '18:00']] } }, 1)).toBe(8);
  });
});

describe('what the clock makes of it', () => {
  it('goes from held to delivered to lapsed without anybody doing anything', () => {
    const states = ['2026-11-18T22:00:00Z', '2026-11-19T05:00:00Z', '2026-11-21T12:31:00Z'].map(
      (now) => askAt(anAsk(), scene, at(now)).state,
    );
    expect(states).toEqual(['held', 'delivered', 'lapsed']);
  });
  it('is not yet heard while the receiver had no two hours to hear it, and its time moves on', () => {
    const away: Calendar = {
      ...asha,
      leave: [
        { id: 'l', fromDay: '2026-11-19', fromTime: null, toDay: '2026-11-30', toTime: null, delegateId: null, note: '', returnBuffer: 0 },
      ],
    };
    const standing = askAt(anAsk(), { ...scene, holder: away }, at('2026-11-25T12:00:00Z'));
    expect([standing.state, standing.notYetHeard, new Date(standing.respondBy).toISOString()]).toEqual([
      'delivered',
      true,
      '2026-12-01T06:30:00.000Z',
    ]);
  });
  it('is accepted by itself two working days of the asker after the answer', () => {
    const ask = anAsk({ closed: { as: 'answered', at: '2026-11-19T10:00:00.000Z', byId: 'asha', text: 'v2', ack: null, insteadId: null } });
    expect(askAt(ask, scene, at('2026-11-23T21:00:00Z')).state).toBe('answered');
    expect(askAt(ask, scene, at('2026-11-23T22:00:00Z')).state).toBe('accepted');
  });
  it('nudges once, in the first slot after its time', () => {
    expect(new Date(nudgeAt(anAsk(), scene) ?? 0).toISOString()).toBe('2026-11-23T04:30:00.000Z');
  });
  it('lets the asker go ahead only after a full day of silence at work', () => {
    const ask = anAsk({ ifNoReply: { kind: 'proceed', text: 'v2' }, respondBy: '2026-11-19T07:30:00.000Z', explicit: true });
    expect(stepsFor(ask, askAt(ask, scene, at('2026-11-19T08:00:00Z')), 'nina')).not.toContain('proceed');
    expect(stepsFor(ask, askAt(ask, scene, at('2026-11-21T05:00:00Z')), 'nina')).toContain('proceed');
    expect(stepsFor(ask, askAt(ask, scene, at('2026-11-21T05:00:00Z')), 'asha')).not.toContain('proceed');
  });
});

describe('somebody without hours', () => {
  const contractor: Calendar = { ...asha, week: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } };
  it('is asked only with a time that is named, and counts hours by the clock', () => {
    const sentAt = at('2026-11-18T21:00:00Z');
    expect(promiseOf(contractor, defaultNorms, { sentAt, blocking: false, explicit: null })).toBeNull();
    expect(promiseOf(contractor, defaultNorms, { sentAt, blocking: false, explicit: sentAt + 3_600_000 })).toMatchObject({
      deliveredAt: sentAt,
      feasible: false,
      nextFeasible: sentAt + 2 * 3_600_000,
    });
    const ask = anAsk({ deliveredAt: '2026-11-18T21:00:00.000Z', respondBy: '2026-11-19T00:00:00.000Z', explicit: true });
    expect(askAt(ask, { ...scene, holder: contractor }, at('2026-11-19T00:00:01Z')).state).toBe('lapsed');
  });
});

describe('while the holder is on leave', () => {
  const leave = (id: string, from: string, to: string, delegateId: string | null) => ({
    id,
    fromDay: from,
    fromTime: null,
    toDay: to,
    toTime: null,
    delegateId,
    note: '',
    returnBuffer: 0,
  });
  const away: Calendar = { ...asha, leave: [leave('l', '2026-11-19', '2026-11-28', 'ben')] };
  const benAway: Calendar = { ...newYork, leave: [leave('b', '2026-11-19', '2026-11-20', 'cleo')] };
  const people = (calendars: Record<string, Calendar>, triageId: string | null = 'tri') => ({
    calendarOf: (id: string) => calendars[id],
    isGone: (id: string) => id === 'gone',
    triageId,
  });
  const noon = at('2026-11-19T12:00:00Z');
  it('whoever the leave names may answer, take it, or say no; then the triage person, and nobody further', () => {
    expect(coverOf(anAsk(), people({ asha }), noon)).toBeNull();
    expect(coverOf(anAsk(), people({ asha: away, ben: newYork }), noon)).toBe('ben');
    expect(coverOf(anAsk(), people({ asha: away, ben: benAway }), noon)).toBe('tri');
    expect(coverOf(anAsk({ holderId: 'ben', delegatedFromId: 'asha' }), people({ ben: benAway }), noon)).toBe('tri');
    expect(coverOf(anAsk({ holderId: 'gone' }), people({}), noon)).toBe('tri');
    const refused = anAsk({ steps: [{ step: 'refuse-offer', at: '2026-11-19T10:00:00.000Z', byId: 'ben', text: '' }] });
    expect(coverOf(refused, people({ asha: away, ben: newYork }), noon)).toBe('tri');
    expect(coverOf(refused, people({ asha: away, ben: newYork }, null), noon)).toBeNull();
    expect(coverOf(anAsk({ askerId: 'tri' }), people({ asha: away, ben: benAway }), noon)).toBeNull();
  });
  it('the one who covers has the steps of a stand-in, and the asker who covers can answer but not owe it to themselves', () => {
    const standing = (coverId: string) => askAt(anAsk(), { ...scene, holder: away, coverId }, noon);
    expect(stepsFor(anAsk(), standing('ben'), 'ben')).toEqual(['answer', 'take', 'refuse-offer']);
    expect(stepsFor(anAsk(), standing('nina'), 'nina')).toEqual(expect.arrayContaining(['answer', 'move']));
    expect(stepsFor(anAsk(), standing('nina'), 'nina')).not.toContain('take');
    expect(stepsFor(anAsk(), standing('ben'), 'cleo')).toEqual([]);
  });
  it('a named time that falls into it is shown to the asker until they move it, move the ask, or keep it', () => {
    const ask = anAsk({ explicit: true, respondBy: '2026-11-26T12:00:00.000Z' });
    const standing = askAt(ask, { ...scene, holder: away }, noon);
    expect(standing.conflict?.id).toBe('l');
    expect(stepsFor(ask, standing, 'nina')).toEqual(expect.arrayContaining(['edit', 'move', 'keep']));
    const kept = { ...ask, steps: [{ step: 'keep' as const, at: '', byId: 'nina', text: keptText(ask, standing) ?? '' }] };
    expect(askAt(kept, { ...scene, holder: away }, noon).conflict).toBeNull();
    expect(askAt(kept, { ...scene, holder: { ...away, leave: [leave('m', '2026-11-25', '2026-11-27', null)] } }, noon).conflict?.id).toBe(
      'm',
    );
    expect(askAt(anAsk(), { ...scene, holder: away }, noon).conflict).toBeNull();
  });
  it('what is still held is delivered after it, and its time is counted from there; cancelling pulls nothing back', () => {
    const { deliveredAt, respondBy } = slid(anAsk(), { ...scene, holder: away }, at('2026-11-18T22:00:00Z'));
    expect([deliveredAt, respondBy].map((ms) => new Date(ms).toISOString())).toEqual([
      '2026-11-30T04:30:00.000Z',
      '2026-12-01T12:30:00.000Z',
    ]);
    const moved = anAsk({ deliveredAt: new Date(deliveredAt).toISOString(), respondBy: new Date(respondBy).toISOString() });
    expect(slid(moved, scene, at('2026-11-18T22:00:00Z'))).toEqual({ deliveredAt, respondBy });
    // Another leave over the day to which it was moved moves it once more.
    const again = slid(
      moved,
      { ...scene, holder: { ...asha, leave: [leave('m', '2026-11-30', '2026-11-30', null)] } },
      at('2026-11-20T00:00:00Z'),
    );
    expect(new Date(again.deliveredAt).toISOString()).toBe('2026-12-01T04:30:00.000Z');
  });
});

it('of several who may take it, the triage person is told when half of its time is over', () => {
  expect(halfTimeOf(anAsk(), scene)).toBeNull();
  expect(new Date(halfTimeOf(anAsk({ poolIds: ['x', 'y'] }), scene) ?? 0).toISOString()).toBe('2026-11-19T12:30:00.000Z');
});

it('short notice, a goal that moved and a question that nobody heard never count as late', () => {
  const late = at('2026-11-23T12:00:00Z');
  expect(countsAsLate(anAsk(), scene, late)).toBe(true);
  expect(countsAsLate(anAsk({ shortNotice: 'the printer calls' }), scene, late)).toBe(false);
  expect(countsAsLate(anAsk({ steps: [{ step: 'edit', at: '2026-11-19T06:00:00.000Z', byId: 'nina', text: '' }] }), scene, late)).toBe(
    false,
  );
  expect(countsAsLate(anAsk({ steps: [{ step: 'edit', at: '2026-11-18T22:00:00.000Z', byId: 'nina', text: '' }] }), scene, late)).toBe(
    true,
  );
  const closed = { as: 'answered' as const, at: '2026-11-23T05:00:00.000Z', byId: 'asha', text: 'v2', ack: null, insteadId: null };
  const answered = (when: string) => anAsk({ closed, steps: [{ step: 'answer', at: when, byId: 'asha', text: 'v2' }] });
  expect([
    countsAsLate(answered('2026-11-21T12:00:00.000Z'), scene, late),
    countsAsLate(answered('2026-11-23T05:00:00.000Z'), scene, late),
  ]).toEqual([false, true]);
  const away = {
    ...asha,
    leave: [
      { id: 'l', fromDay: '2026-11-19', fromTime: null, toDay: '2026-11-28', toTime: null, delegateId: null, note: '', returnBuffer: 0 },
    ],
  };
  expect(countsAsLate(anAsk(), { ...scene, holder: away }, late)).toBe(false);
});

it('offers a talk once after three rounds, until somebody goes on in writing', () => {
  expect([2, 3, 4].map((rounds) => offersTalk(anAsk({ rounds })))).toEqual([false, true, false]);
  expect(offersTalk(anAsk({ rounds: 3, steps: [{ step: 'write-on', at: '', byId: 'asha', text: '' }] }))).toBe(false);
});

it('finds people who wait for each other, in rings of any length', () => {
  const edge = (fromId: string, toId: string) => ({ fromId, toId });
  expect(circleOf(edge('a', 'b'), [edge('a', 'b'), edge('b', 'a')])).toEqual(['a', 'b']);
  expect(circleOf(edge('a', 'b'), [edge('b', 'c'), edge('c', 'd'), edge('d', 'a'), edge('c', 'b')])).toEqual(['a', 'b', 'c', 'd']);
  expect(circleOf(edge('a', 'b'), [edge('a', 'b'), edge('b', 'c'), edge('c', 'b')])).toBeNull();
});

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const calendarFrom = fc.record({
  zone: fc.constantFrom(
    'Europe/Berlin',
    'Asia/Kolkata',
    'America/New_York',
    'Africa/Cairo',
    'Australia/Lord_Howe',
    'Pacific/Chatham',
    'Asia/Kathmandu',
  ),
  days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
  from: fc.integer({ min: 0, max: 22 }),
  hours: fc.integer({ min: 1, max: 9 }),
  leaveFrom: fc.integer({ min: 1, max: 28 }),
  leaveDays: fc.integer({ min: 0, max: 20 }),
});
const two = (n: number) => String(n).padStart(2, '0');
const calendarOf = ({
  zone,
  days,
  from,
  hours,
  leaveFrom,
  leaveDays,
}: typeof calendarFrom extends fc.Arbitrary<infer T> ? T : never): Calendar => ({
  ...assumedCalendar(zone),
  week: Object.fromEntries(days.map((day) => [day, [[`${two(from)}:00`, `${two(from + hours)}:00`]]])) as Calendar['week'],
  leave:
    leaveDays === 0
      ? []
      : [
          {
            id: 'l',
            fromDay: `2026-11-${two(leaveFrom)}`,
            fromTime: null,
            toDay: `2026-12-${two(leaveDays)}`,
            toTime: null,
            delegateId: null,
            note: '',
            returnBuffer: 0,
          },
        ],
});

it('never counts silence of somebody who was not at work long enough, over 10,000 random cases', () => {
  console.info(`silence: seed ${seed}`);
  fc.assert(
    fc.property(
      calendarFrom,
      fc.integer({ min: 0, max: 40 * 24 * 60 }),
      fc.integer({ min: 0, max: 30 * 24 * 60 }),
      fc.boolean(),
      (person, sent, later, blocking) => {
        const holder = calendarOf(person);
        const sentAt = at('2026-11-01T00:00:00Z') + sent * 60_000;
        const promise = promiseOf(holder, defaultNorms, { sentAt, blocking, explicit: null });
        if (!promise) return true;
        const ask = anAsk({
          blocking,
          sentAt: new Date(sentAt).toISOString(),
          deliveredAt: new Date(promise.deliveredAt).toISOString(),
          respondBy: new Date(promise.respondBy).toISOString(),
          ifNoReply: { kind: 'proceed', text: 'go' },
        });
        const now = sentAt + later * 60_000;
        const standing = askAt(ask, { ...scene, holder }, now);
        const exposure = workingBetween(holder, promise.deliveredAt, now);
        const floor = blocking ? defaultNorms.blockingHours : exposureHours(holder, defaultNorms.silenceDays);
        const moved = slid(ask, { ...scene, holder: { ...holder, leave: [] } }, now);
        return (
          (standing.state !== 'lapsed' || exposure >= defaultNorms.minNoticeHours) &&
          (!stepsFor(ask, standing, 'nina').includes('proceed') || exposure >= floor) &&
          promise.deliveredAt >= sentAt &&
          moved.respondBy >= promise.respondBy &&
          moved.deliveredAt >= promise.deliveredAt
        );
      },
    ),
    { numRuns: 10_000, seed },
  );
}, 120_000);

it('hears a question to somebody, in several scripts, and not in code or links', () => {
  expect(soundsLikeAsk('@Asha which one?')).toBe(true);
  expect(soundsLikeAsk(`${mention({ id: '0b8f5f0e-1111-4111-8111-000000000000', name: 'Asha' })} هل هو جاهز؟`)).toBe(true);
  expect(soundsLikeAsk('@Asha done')).toBe(false);
  expect(soundsLikeAsk('which one?')).toBe(false);
  expect(soundsLikeAsk('@Asha see https://x.example/?a=1 and `a ? b : c`')).toBe(false);
  expect(mentionsIn(`${mention({ id: '0b8f5f0e-1111-4111-8111-000000000000', name: 'A]sha' })} twice`)).toEqual([
    '0b8f5f0e-1111-4111-8111-000000000000',
  ]);
});
