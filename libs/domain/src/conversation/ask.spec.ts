import fc from 'fast-check';
import { defaultNorms } from '../norms';
import { type Calendar, assumedCalendar } from '../time/calendar';
import { exposureHours, nextMoment, nextSlot } from '../time/slots';
import { workingBetween } from '../time/working';
import {
  type Ask,
  type AskState,
  type AskStep,
  askAt,
  askStates,
  askSteps,
  askTable,
  mayStep,
  nudgeAt,
  promiseOf,
  slidRespondBy,
  stepsFor,
} from './ask';
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
    held: ['answer', 'edit', 'defer', 'agree-defer', 'offer', 'take', 'refuse-offer', 'claim', 'decline', 'withdraw'],
    delivered: ['answer', 'edit', 'defer', 'agree-defer', 'offer', 'take', 'refuse-offer', 'claim', 'decline', 'withdraw', 'talk'],
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
        const slid = slidRespondBy(ask, { ...scene, holder: { ...holder, leave: [] } });
        return (
          (standing.state !== 'lapsed' || exposure >= defaultNorms.minNoticeHours) &&
          (!stepsFor(ask, standing, 'nina').includes('proceed') || exposure >= floor) &&
          promise.deliveredAt >= sentAt &&
          slid >= promise.respondBy
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
