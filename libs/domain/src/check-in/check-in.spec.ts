import fc from 'fast-check';
import { type Calendar, assumedCalendar, windows } from '../time/calendar';
import { dayWindows } from '../time/calendar';
import { type CheckIn, type CheckInState, type CheckInStep, canTakePart, checkInForms, checkInStates, checkInSteps } from './check-in';
import { checkInAt, checkInDays, checkInTimes, mayCheckIn, nextAsked, openDayOf } from './check-in-clock';

declare const process: { env: Record<string, string | undefined> };
declare const console: { info(words: string): void };

const at = (text: string) => Date.parse(text);
const iso = (ms: number | undefined) => new Date(ms ?? 0).toISOString();
const weekly = (zone: string, days: number[], from: string, to: string): Calendar => ({
  ...assumedCalendar(zone),
  week: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((d) => [d, days.includes(d) ? [[from, to]] : []])) as Calendar['week'],
});
const weekdays = [1, 2, 3, 4, 5];
const berlin = weekly('Europe/Berlin', weekdays, '09:00', '17:00');
const leave = (from: string, to: string, fromTime: string | null = null, toTime: string | null = null) => [
  { id: 'l', fromDay: from, fromTime, toDay: to, toTime, delegateId: null, note: '', returnBuffer: 0 },
];
const plan: CheckIn = {
  template: 'plan',
  title: 'Weekly plan',
  questions: ['What will you do?'],
  period: 'week',
  weekday: 1,
  offset: 60,
  tasks: true,
  id: 'plan',
  boardId: 'board',
  participantIds: ['ben'],
  startsOn: '2026-11-02',
  stoppedAt: null,
  createdById: 'ana',
};
const standing = (now: string, answer: { passed: boolean } | null = null, calendar = berlin, checkIn = plan) =>
  checkInAt(checkIn, '2026-11-23', { id: 'ben', calendar, answer }, at(now));

describe('the state machine', () => {
  // Each state with an instant at which it holds, before and after the day is over.
  const scenes: Record<CheckInState, (over: boolean) => ReturnType<typeof standing>> = {
    coming: (over) => standing(over ? '2026-11-23T08:59:59Z' : '2026-11-23T07:00:00Z'),
    asked: () => standing('2026-11-23T09:00:00Z'),
    answered: (over) => standing(over ? '2026-11-23T16:00:00Z' : '2026-11-23T15:59:59Z', { passed: false }),
    passed: (over) => standing(over ? '2026-11-23T16:00:00Z' : '2026-11-23T15:59:59Z', { passed: true }),
    away: () => standing('2026-11-23T12:00:00Z', null, { ...berlin, leave: leave('2026-11-23', '2026-11-23') }),
    closed: () => standing('2026-11-23T16:00:00Z'),
  };
  // Written out beside the table, so that a slip in either is seen.
  const allowed: Record<CheckInState, CheckInStep[]> = {
    coming: [],
    asked: ['answer', 'pass'],
    answered: ['answer'],
    passed: ['answer'],
    away: [],
    closed: [],
  };
  it.each(checkInStates.flatMap((state) => checkInSteps.map((step) => [state, step] as const)))('%s: %s', (state, step) => {
    const now = scenes[state](false);
    expect([now.state, mayCheckIn(now, step)]).toEqual([state, allowed[state].includes(step)]);
    if (state === 'asked') return;
    expect([scenes[state](true).state, mayCheckIn(scenes[state](true), step)]).toEqual([state, false]);
  });
  it('leaves nothing to do for somebody who does not take part', () => {
    expect(
      mayCheckIn(checkInAt(plan, '2026-11-23', { id: 'eve', calendar: berlin, answer: null }, at('2026-11-23T10:00:00Z')), 'answer'),
    ).toBe(false);
  });
});

describe('when somebody is asked', () => {
  const times = (calendar: Calendar, on: string, offset = 60) => {
    const found = checkInTimes(calendar, offset, on);
    return found && [iso(found.askedAt), iso(found.closesAt)];
  };
  it('is an hour into their own day, in their own zone', () => {
    expect(times(berlin, '2026-11-23')).toEqual(['2026-11-23T09:00:00.000Z', '2026-11-23T16:00:00.000Z']);
    expect(times(weekly('Asia/Kathmandu', weekdays, '10:00', '18:00'), '2026-11-23')).toEqual([
      '2026-11-23T05:15:00.000Z',
      '2026-11-23T12:15:00.000Z',
    ]);
    expect(times(weekly('Pacific/Chatham', weekdays, '10:00', '18:00'), '2026-11-23')?.[0]).toBe('2026-11-22T21:15:00.000Z');
  });
  it('of a night shift is in the night that begins on the day, also when the clocks change in it', () => {
    const night = weekly('America/New_York', [6], '22:00', '30:00');
    expect(times(night, '2026-10-31', 360)).toEqual(['2026-11-01T08:00:00.000Z', '2026-11-01T11:00:00.000Z']);
    expect(times(night, '2027-03-13', 360)).toEqual(['2027-03-14T09:00:00.000Z', '2027-03-14T10:00:00.000Z']);
    expect(times(night, '2026-11-01')).toBeNull();
  });
  it('counts work, not the break, and is halfway on a day that is no longer than the offset', () => {
    const split: Calendar = {
      ...berlin,
      week: {
        1: [
          ['09:00', '11:00'],
          ['14:00', '17:00'],
        ],
      },
    };
    expect(times(split, '2026-11-23', 180)?.[0]).toBe('2026-11-23T14:00:00.000Z');
    expect(times(split, '2026-11-23', 300)?.[0]).toBe('2026-11-23T13:30:00.000Z');
    expect(times({ ...berlin, leave: leave('2026-11-23', '2026-11-23', '09:00', '12:00') }, '2026-11-23')?.[0]).toBe(
      '2026-11-23T12:00:00.000Z',
    );
  });
  it('is on a day whose first hour does not exist as soon as it does', () => {
    // Midnight of 24 April 2026 does not exist in Cairo.
    expect(times(weekly('Africa/Cairo', [5], '00:00', '08:00'), '2026-04-24', 60)).toEqual([
      '2026-04-23T23:00:00.000Z',
      '2026-04-24T05:00:00.000Z',
    ]);
  });
  it('is not at all on a day off, a holiday or leave', () => {
    expect(times(berlin, '2026-11-22')).toBeNull();
    expect(times({ ...berlin, holidays: [{ date: '2026-11-23', name: 'x', source: '' }] }, '2026-11-23')).toBeNull();
    expect(times({ ...berlin, leave: leave('2026-11-20', '2026-11-24') }, '2026-11-23')).toBeNull();
  });
});

it('comes every week, every other week counted from its first, or on the first such day of a month', () => {
  const days = (period: CheckIn['period'], startsOn: string) => checkInDays({ period, weekday: 3, startsOn }, '2026-11-01', '2027-01-10');
  expect(days('week', '2026-12-01')).toEqual(['2026-12-02', '2026-12-09', '2026-12-16', '2026-12-23', '2026-12-30', '2027-01-06']);
  expect(days('two weeks', '2026-11-05')).toEqual(['2026-11-11', '2026-11-25', '2026-12-09', '2026-12-23', '2027-01-06']);
  expect(days('month', '2026-11-01')).toEqual(['2026-11-04', '2026-12-02', '2027-01-06']);
});

it('asks nobody after it was stopped, and lets those finish whom it asked', () => {
  const stopped = { ...plan, stoppedAt: '2026-11-23T10:00:00.000Z' };
  const newYork = weekly('America/New_York', weekdays, '09:00', '17:00');
  expect(standing('2026-11-23T11:00:00Z', null, berlin, stopped)).toMatchObject({ state: 'asked', open: true });
  expect(standing('2026-11-23T16:00:00Z', null, newYork, stopped)).toMatchObject({ state: 'closed', open: false });
  expect(nextAsked(stopped, berlin, at('2026-11-23T11:00:00Z'))).toBeNull();
  expect(iso(nextAsked(plan, berlin, at('2026-11-23T11:00:00Z'))?.askedAt)).toBe('2026-11-30T09:00:00.000Z');
});

it('finds the day that somebody can answer now, also when it is another day at the server', () => {
  const auckland = weekly('Pacific/Auckland', [1], '08:00', '16:00');
  const open = openDayOf(plan, { id: 'ben', calendar: auckland, answerOn: () => null }, at('2026-11-22T21:00:00Z'));
  expect(open?.on).toBe('2026-11-23');
  expect(openDayOf(plan, { id: 'ben', calendar: auckland, answerOn: () => null }, at('2026-11-23T03:00:00Z'))).toBeNull();
});

it('asks members and commenters; guests and viewers read along', () => {
  expect((['owner', 'admin', 'member', 'commenter', 'viewer', 'guest'] as const).map(canTakePart)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
  expect(checkInForms.map(({ template }) => template)).toEqual(['plan', 'wrap-up', 'pace', 'learned', 'own']);
});

it("asks only at work and on the person's own day, over 2,000 random calendars", () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
  console.info(`check-ins: seed ${seed}`);
  const somebody = fc.record({
    zone: fc.constantFrom('Europe/Berlin', 'Africa/Cairo', 'America/Havana', 'Australia/Lord_Howe', 'Pacific/Chatham', 'Asia/Kathmandu'),
    from: fc.integer({ min: 0, max: 23 }),
    hours: fc.integer({ min: 1, max: 12 }),
    days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    offset: fc.integer({ min: 0, max: 720 }),
    day: fc.integer({ min: 0, max: 400 }),
  });
  const two = (n: number) => String(n).padStart(2, '0');
  fc.assert(
    fc.property(somebody, ({ zone, from, hours, days, offset, day }) => {
      const calendar = weekly(zone, days, `${two(from)}:00`, `${two(from + hours)}:00`);
      const on = new Date(at('2026-01-01T00:00:00Z') + day * 86_400_000).toISOString().slice(0, 10);
      const times = checkInTimes(calendar, offset, on);
      const own = dayWindows(calendar, on);
      if (!times) return own.length === 0;
      const inside = windows(calendar, times.askedAt, times.askedAt + 1).length === 1;
      return inside && times.askedAt < times.closesAt && own.at(-1)?.end === times.closesAt && times.askedAt >= (own[0]?.start ?? 0);
    }),
    { numRuns: 2_000, seed },
  );
}, 60_000);
