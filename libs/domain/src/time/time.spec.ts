import fc from 'fast-check';
import { standingAt } from './availability';
import { type Calendar, type Interval, assumedCalendar, leaveWindow, moveToZone, windows } from './calendar';
import { addDays, dayAt, startOfDay, timeAt, wallOf } from './day';
import { type Deadline, boundOf, isOverdue, isSkippedTime } from './deadline';
import { addWorking, dueSoonFrom, effectiveFinish, endOfNthWorkingDay, nextWorking, overlaps, workingBetween } from './working';
import { instantOf, isKnownZone, isSkipped, offsetAt, wallAt } from './zone';

declare const process: { env: Record<string, string | undefined> };
declare const console: { info(words: string): void };

const utc = (text: string) => Date.parse(text);
const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString().replace(':00.000Z', 'Z'));
const weekWith = (days: number[], ...intervals: Interval[]): Calendar['week'] =>
  Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((d) => [d, days.includes(d) ? intervals : []]));

/** Asha of the vectors: Monday to Thursday and Saturday, ten to six, in Kolkata. */
const asha: Calendar = { ...assumedCalendar('Asia/Kolkata'), week: weekWith([1, 2, 3, 4, 6], ['10:00', '18:00']) };

describe('the vectors of async-core 2.3', () => {
  const asked = utc('2026-11-18T21:00Z'); // Wed 16:00 New York = Thu 02:30 IST

  it('V1: 24 working hours of Asha end on Mon 23 Nov 18:00 IST', () => {
    expect(iso(addWorking(asha, asked, 24))).toBe('2026-11-23T12:30Z');
    expect(timeAt('America/New_York', utc('2026-11-23T12:30Z'))).toBe('07:30');
  });

  it('V1d: a holiday on Sat 21 Nov makes it Tue 24 Nov 18:00 IST', () => {
    const holiday = { ...asha, holidays: [{ date: '2026-11-21', name: 'A holiday', source: 'test' }] };
    expect(iso(addWorking(holiday, asked, 24))).toBe('2026-11-24T12:30Z');
  });

  it('V3: a night shift over the clock changes of New York lasts 9 and 7 hours', () => {
    const nights: Calendar = { ...assumedCalendar('America/New_York'), week: weekWith([6], ['22:00', '30:00']) };
    expect(workingBetween(nights, utc('2026-10-31T12:00Z'), utc('2026-11-02T00:00Z'))).toBe(9);
    expect(workingBetween(nights, utc('2027-03-13T12:00Z'), utc('2027-03-15T00:00Z'))).toBe(7);
  });

  it('V4: a day ends with the first instant of the next one in its zone', () => {
    const on = (zone: string): Deadline => ({ on: '2026-11-20', time: null, zone });
    expect(iso(boundOf(on('Asia/Kolkata')))).toBe('2026-11-20T18:30Z');
    expect(iso(boundOf(on('America/Los_Angeles')))).toBe('2026-11-21T08:00Z');
  });

  it('V4c: where midnight does not exist, the day ends when the clocks have jumped', () => {
    expect(iso(boundOf({ on: '2026-04-23', time: null, zone: 'Africa/Cairo' }))).toBe('2026-04-23T22:00Z');
    expect(timeAt('Africa/Cairo', utc('2026-04-23T22:00Z'))).toBe('01:00');
  });

  it('V5: a time that comes twice means the second, one that never comes the moment after', () => {
    expect(iso(boundOf({ on: '2026-11-01', time: '01:30', zone: 'America/New_York' }))).toBe('2026-11-01T06:30Z');
    const skipped: Deadline = { on: '2027-03-14', time: '02:30', zone: 'America/New_York' };
    expect(timeAt('America/New_York', boundOf(skipped))).toBe('03:30');
    expect([isSkippedTime(skipped), isSkippedTime({ ...skipped, time: '01:30' })]).toEqual([true, false]);
  });

  it('V7: what reaches Asha on Friday noon waits until Sat 21 Nov 10:00 IST', () => {
    expect(iso(nextWorking(asha, utc('2026-11-20T06:30Z')))).toBe('2026-11-21T04:30Z');
  });

  it('V10: after 72 hours some had no exposure at all; all have had 16 hours on Tue 24 Nov 13:00 Berlin', () => {
    const opened = utc('2026-11-19T16:00Z');
    const later = opened + 72 * 3_600_000;
    const berlin: Calendar = { ...assumedCalendar('Europe/Berlin'), week: weekWith([1, 2, 3, 4, 5], ['09:00', '17:00']) };
    const newYork: Calendar = { ...assumedCalendar('America/New_York'), week: weekWith([1, 2, 3, 4, 5], ['09:00', '17:00']) };
    const dubai: Calendar = { ...assumedCalendar('Asia/Dubai'), week: weekWith([1, 2, 3, 4], ['08:00', '16:00']) };
    expect([berlin, asha, newYork, dubai].map((c) => workingBetween(c, opened, later))).toEqual([8, 8, 14, 0]);
    const heard = [berlin, asha, newYork, dubai].map((c) => addWorking(c, opened, 16) ?? NaN);
    expect(iso(Math.max(...heard))).toBe('2026-11-24T12:00Z');
    expect(timeAt('Europe/Berlin', Math.max(...heard))).toBe('13:00');
  });

  it('V12: an empty week has no next working time', () => {
    const never: Calendar = { ...asha, week: weekWith([]) };
    expect([nextWorking(never, asked), addWorking(never, asked, 1), endOfNthWorkingDay(never, asked, 1)]).toEqual([null, null, null]);
    expect(standingAt(never, asked)).toEqual({ kind: 'none' });
  });
});

describe('working days', () => {
  it('counts days strictly after the local day, and gives a night shift to the day on which it began', () => {
    expect(iso(endOfNthWorkingDay(asha, utc('2026-11-19T03:00Z'), 1))).toBe('2026-11-21T12:30Z'); // Thu morning: Fri is off
    const nights: Calendar = { ...assumedCalendar('Europe/Berlin'), week: weekWith([1], ['22:00', '30:00']) };
    expect(iso(endOfNthWorkingDay(nights, utc('2026-11-22T12:00Z'), 1))).toBe('2026-11-24T05:00Z');
  });

  it('ends the work with the last window before the deadline, and warns from the start of the last whole day', () => {
    const bound = boundOf({ on: '2026-11-20', time: null, zone: 'Asia/Kolkata' }); // her Friday off
    expect(iso(effectiveFinish(asha, bound))).toBe('2026-11-19T12:30Z');
    expect(iso(dueSoonFrom(asha, bound))).toBe('2026-11-19T04:30Z');
    expect(iso(effectiveFinish(asha, utc('2026-11-19T06:30Z')))).toBe('2026-11-19T06:30Z');
  });

  it('works on an overridden date though it is a holiday, and not in leave', () => {
    const swapped: Calendar = {
      ...asha,
      holidays: [{ date: '2026-11-20', name: 'x', source: 'test' }],
      overrides: [{ date: '2026-11-20', intervals: [['12:00', '14:00']], note: 'swapped' }],
      leave: [
        {
          id: 'l',
          fromDay: '2026-11-21',
          fromTime: null,
          toDay: '2026-11-23',
          toTime: '12:00',
          delegateId: null,
          note: '',
          returnBuffer: 2,
        },
      ],
    };
    const found = windows(swapped, utc('2026-11-20T00:00Z'), utc('2026-11-24T00:00Z'));
    expect(found.map((w) => [iso(w.start), iso(w.end)])).toEqual([
      ['2026-11-20T06:30Z', '2026-11-20T08:30Z'],
      ['2026-11-23T06:30Z', '2026-11-23T12:30Z'],
    ]);
    expect(standingAt(swapped, utc('2026-11-22T00:00Z'))).toMatchObject({ kind: 'away', next: utc('2026-11-23T06:30Z') });
  });

  it('merges the windows of a travel day, never longer than their union', () => {
    const traveller = moveToZone(assumedCalendar('Asia/Tokyo'), 'America/Los_Angeles', '2026-11-20', '2026-11-27');
    expect(traveller.zones.map((z) => z.zone)).toEqual(['Asia/Tokyo', 'America/Los_Angeles', 'Asia/Tokyo']);
    const all = windows(traveller, utc('2026-11-15T00:00Z'), utc('2026-12-05T00:00Z'));
    for (const [i, w] of all.entries()) expect(w.start).toBeGreaterThan(all[i - 1]?.end ?? 0);
  });
});

const zones = [
  'Asia/Kolkata',
  'America/New_York',
  'Africa/Cairo',
  'Asia/Gaza',
  'America/Havana',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Europe/Berlin',
  'Pacific/Kiritimati',
  'America/Los_Angeles',
];
const time = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const shift = fc
  .tuple(fc.integer({ min: 0, max: 92 }), fc.integer({ min: 1, max: 48 }))
  .map(([start, length]): Interval => [time(start * 15), time(start * 15 + length * 15)]);
const base = utc('2026-01-01T00:00Z');
const someDay = fc.integer({ min: 0, max: 500 }).map((n) => addDays('2026-01-01', n));
const calendars = fc.record({
  zones: fc
    .tuple(fc.constantFrom(...zones), fc.option(fc.tuple(someDay, fc.constantFrom(...zones)), { nil: null }))
    .map(([home, trip]) => [{ from: '1970-01-01', zone: home }, ...(trip ? [{ from: trip[0], zone: trip[1] }] : [])]),
  week: fc
    .array(fc.option(shift, { nil: null }), { minLength: 7, maxLength: 7 })
    .map((days) => Object.fromEntries(days.map((s, i) => [i + 1, s ? [s] : []]))),
  overrides: fc.array(fc.record({ date: someDay, intervals: fc.array(shift, { maxLength: 1 }), note: fc.constant('') }), { maxLength: 3 }),
  holidays: fc.array(fc.record({ date: someDay, name: fc.constant('h'), source: fc.constant('t') }), { maxLength: 5 }),
  leave: fc.array(
    fc.record({ fromDay: someDay, days: fc.integer({ min: 0, max: 20 }) }).map(({ fromDay, days }, i?: unknown) => ({
      id: String(i),
      fromDay,
      fromTime: null,
      toDay: addDays(fromDay, days),
      toTime: null,
      delegateId: null,
      note: '',
      returnBuffer: 2,
    })),
    { maxLength: 3 },
  ),
  focus: fc.constant([]),
}) as fc.Arbitrary<Calendar>;
const instants = fc.integer({ min: 0, max: 500 * 24 * 4 }).map((quarter) => base + quarter * 900_000);

it('holds for 10,000 random calendars', () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
  console.info(`working time: seed ${seed}`);
  fc.assert(
    fc.property(
      calendars,
      instants,
      fc.integer({ min: 1, max: 160 }),
      fc.integer({ min: 0, max: 400 }),
      someDay,
      (calendar, t, quarters, wait, off) => {
        const hours = quarters / 4;
        const end = addWorking(calendar, t, hours);
        const next = nextWorking(calendar, t);
        if (end !== null) expect(workingBetween(calendar, t, end)).toBeCloseTo(hours, 9);
        if (next !== null) expect(next).toBeGreaterThanOrEqual(t);
        const found = windows(calendar, t, t + 21 * 86_400_000);
        for (const [i, w] of found.entries()) {
          expect(w.start).toBeLessThan(w.end);
          const last = found[i - 1];
          if (last) expect(w.start).toBeGreaterThan(last.end);
        }
        // A later start never gives an earlier result, nor does more leave.
        const later = t + wait * 900_000;
        const never = Infinity;
        const order = (a: number | null, b: number | null) => expect(a ?? never).toBeLessThanOrEqual(b ?? never);
        if (end !== null) order(end, addWorking(calendar, later, hours) ?? never);
        if (next !== null) order(next, nextWorking(calendar, later) ?? never);
        const more: Calendar = {
          ...calendar,
          leave: [
            ...calendar.leave,
            { id: 'x', fromDay: off, fromTime: null, toDay: addDays(off, 2), toTime: null, delegateId: null, note: '', returnBuffer: 2 },
          ],
        };
        if (end !== null) order(end, addWorking(more, t, hours));
        order(next, nextWorking(more, t));
        order(endOfNthWorkingDay(calendar, t, 2), endOfNthWorkingDay(more, t, 2));
        const nth = endOfNthWorkingDay(calendar, t, 2);
        if (nth !== null && calendar.zones.length === 1) order(nth, endOfNthWorkingDay(calendar, later, 2) ?? never);
        const finish = effectiveFinish(calendar, t);
        if (finish !== null) expect(finish).toBeLessThanOrEqual(t);
        const gone = leaveWindow(more, more.leave.at(-1) as never);
        expect(workingBetween(more, gone.start, gone.end)).toBe(0);
      },
    ),
    { numRuns: 10_000, seed },
  );
}, 120_000);

it('finds the shared hours that brute force finds, on 1,000 random pairs', () => {
  fc.assert(
    fc.property(calendars, calendars, instants, (a, b, t) => {
      const to = t + 5 * 86_400_000;
      const step = 900_000;
      const works = (c: Calendar, at: number) => windows(c, at, at + step).reduce((sum, w) => sum + w.end - w.start, 0);
      let sum = 0;
      for (const w of overlaps([a, b], t, to, 1)) sum += w.end - w.start;
      let brute = 0;
      for (let at = t; at < to; at += step) {
        if (works(a, at) === 0 || works(b, at) === 0) continue;
        for (const w of windows(a, at, at + step))
          for (const v of windows(b, at, at + step)) brute += Math.max(0, Math.min(w.end, v.end) - Math.max(w.start, v.start));
      }
      expect(sum).toBe(brute);
    }),
    { numRuns: 1_000 },
  );
}, 120_000);

describe('every zone that Node knows', () => {
  const all = Intl.supportedValuesOf('timeZone');

  it('agrees with the platform on the time of day, at 200 instants each', () => {
    for (const zone of all) {
      const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' });
      for (let i = 0; i < 200; i++) {
        const at = utc('2025-06-01T00:00Z') + i * 97 * 3_600_000;
        const [day, time] = format.format(at).split(', ');
        expect([zone, dayAt(zone, at), timeAt(zone, at)]).toEqual([zone, day, time]);
      }
    }
  });

  it('shows a day deadline on the right day from UTC-12 to UTC+14, and is overdue at its bound and not before', () => {
    const days = ['2026-03-08', '2026-03-29', '2026-04-23', '2026-10-25', '2026-11-01', '2026-11-20', '2026-12-31'];
    const viewers = ['Etc/GMT+12', 'America/Los_Angeles', 'UTC', 'Asia/Kolkata', 'Asia/Kathmandu', 'Pacific/Chatham', 'Etc/GMT-14'];
    const days24 = Object.fromEntries(viewers.map((v) => [v, new Intl.DateTimeFormat('en-CA', { timeZone: v, dateStyle: 'short' })]));
    for (const zone of all)
      for (const on of days) {
        const deadline: Deadline = { on, time: null, zone };
        const bound = boundOf(deadline);
        expect([zone, on, isOverdue(deadline, bound - 1), isOverdue(deadline, bound)]).toEqual([zone, on, false, true]);
        // The last millisecond still is the day itself, the bound already the next one, in the deadline's own zone.
        expect([zone, dayAt(zone, bound - 1)]).toEqual([zone, on]);
        expect([zone, dayAt(zone, bound)]).toEqual([zone, addDays(on, 1)]);
        for (const viewer of viewers) expect([zone, dayAt(viewer, bound - 1)]).toEqual([zone, days24[viewer]?.format(bound - 1)]);
      }
  });

  it('turns every wall time into an instant that shows it, unless it is skipped', () => {
    for (const zone of all)
      for (let i = 0; i < 60; i++) {
        const wall = wallOf('2026-01-01') + i * 6 * 86_400_000 + (i % 24) * 3_600_000;
        for (const resolve of ['later', 'earlier'] as const)
          if (!isSkipped(zone, wall)) expect(wallAt(zone, instantOf(zone, wall, resolve))).toBe(wall);
      }
  });
});

it('does not fall over a zone that this machine does not know', () => {
  const deadline: Deadline = { on: '2026-11-20', time: '12:00', zone: 'Mars/Olympus' };
  expect(isKnownZone(deadline.zone)).toBe(false);
  expect(boundOf(deadline, 42)).toBe(42);
  expect(offsetAt(deadline.zone, 0)).toBe(0);
  expect(startOfDay('Mars/Olympus', '2026-11-20')).toBe(utc('2026-11-20T00:00Z'));
});
