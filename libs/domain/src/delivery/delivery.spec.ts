import fc from 'fast-check';
import { type DeliveryClass } from '../brief';
import { type Calendar, type Interval, type Slot, assumedCalendar, dayWindows, focusWindows, localDay, windows } from '../time/calendar';
import { addDays } from '../time/day';
import { slotsOn } from '../time/slots';
import { causes } from './cause';
import { dueAt, holdOf } from './hold';
import { lineSentences, lineText } from './line';
import { type DeliveryEntry, entrySentence, holdSentence, kindOfCause } from './log';
import { type Waiting, planOf } from './plan';
import { defaultLadder, faultInLadder, morningBefore, reminderAt } from './reminder';

declare const process: { env: Record<string, string | undefined> };
declare const console: { info(words: string): void };

const minute = 60_000;
const at = (text: string) => Date.parse(text);
const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString().slice(0, 16));
const week = (days: number[], ...shifts: Interval[]): Calendar['week'] =>
  Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((d) => [d, days.includes(d) ? shifts : []]));
const leave = (fromDay: string, toDay: string, more: Partial<Calendar['leave'][number]> = {}): Calendar['leave'][number] => ({
  ...{ id: fromDay, fromDay, fromTime: null, toDay, toTime: null, delegateId: null, note: '', returnBuffer: 0 },
  ...more,
});
/** Asha of the vectors: Monday to Thursday and Saturday, ten to six, in Kolkata (five and a half hours ahead). */
const asha: Calendar = { ...assumedCalendar('Asia/Kolkata'), week: week([1, 2, 3, 4, 6], ['10:00', '18:00']) };

describe('when something is delivered', () => {
  const friday = at('2026-11-20T06:30Z'); // Fri 12:00 IST, her day off
  it('waits on a day off for the next working day, whatever it is (V7)', () => {
    for (const one of ['blocking', 'move', 'digest'] as const)
      expect([one, iso(dueAt(one, friday, asha))]).toEqual([one, '2026-11-21T04:30']);
    expect(dueAt('ambient', friday, asha)).toBeNull();
    expect(dueAt('urgent', friday, asha)).toBe(friday);
  });
  it('collects what blocks for five minutes, and comes before a break rather than in it', () => {
    const split = { ...asha, week: week([1, 2, 3, 4, 6], ['10:00', '13:02'], ['14:00', '18:00']) };
    expect(iso(dueAt('blocking', at('2026-11-19T05:31:00Z'), split))).toBe('2026-11-19T05:35');
    expect(iso(dueAt('blocking', at('2026-11-19T07:31:00Z'), split))).toBe('2026-11-19T07:31');
  });
  it('never falls into the break of a split day: its middle is when work goes on', () => {
    const split = { ...asha, week: week([1, 2, 3, 4, 6], ['10:00', '14:00'], ['15:00', '19:00']) };
    expect(slotsOn(split, '2026-11-19').map(iso)).toEqual(['2026-11-19T04:30', '2026-11-19T09:30', '2026-11-19T12:00']);
  });
  it('keeps to the times that somebody chose: over breaks, from when work begins, and not after it', () => {
    const chosen = (slots: Slot[]) =>
      slotsOn({ ...asha, slots, week: week([4], ['10:00', '13:00'], ['14:00', '18:00']) }, '2026-11-19').map(iso);
    expect(chosen(['13:30', '09:00'])).toEqual(['2026-11-19T04:30', '2026-11-19T08:30']);
    expect(chosen(['19:00'])).toEqual(['2026-11-19T04:30']);
    const nights: Calendar = { ...assumedCalendar('UTC'), week: week([1], ['22:00', '30:00']), slots: ['02:00', 'end'] };
    expect(slotsOn(nights, '2026-11-16').map(iso)).toEqual(['2026-11-17T02:00', '2026-11-17T04:30']);
  });
  it('postpones over focus time, also over several blocks, but does not skip the last word of the day (L5)', () => {
    const focus = (...times: [string, string][]) => ({
      ...asha,
      focus: times.map(([from, to], i) => ({ id: String(i), weekdays: [4], on: null, from, to, note: '' })),
    });
    expect(iso(dueAt('move', at('2026-11-19T01:00Z'), focus(['10:00', '12:00'], ['12:00', '13:30'])))).toBe('2026-11-19T08:00');
    const all = focus(['10:00', '14:00'], ['14:00', '18:00']);
    expect(iso(dueAt('move', at('2026-11-19T01:00Z'), all))).toBe('2026-11-19T12:15');
    const morning = { ...focus(['09:00', '13:00']), week: week([4], ['09:00', '13:00'], ['14:00', '18:00']) };
    expect(iso(dueAt('move', at('2026-11-19T01:00Z'), morning))).toBe('2026-11-19T08:30');
  });
  it('says why it is held, as it was at the moment when it arose', () => {
    const thursday = at('2026-11-19T05:00Z');
    const focused = { ...asha, focus: [{ id: 'f', weekdays: [4], on: null, from: '10:00', to: '11:00', note: '' }] };
    const away = { ...asha, leave: [leave('2026-11-19', '2026-11-23', { returnBuffer: 2 })] };
    const why = (one: DeliveryClass, calendar: Calendar, from = thursday) => holdOf(one, from, calendar).why;
    expect([why('move', asha), why('digest', asha), why('move', asha, friday), why('blocking', focused), why('move', away)]).toEqual([
      'slot',
      'morning',
      'hours',
      'focus',
      'leave',
    ]);
    expect(holdSentence(holdOf('move', friday, asha), () => 'Sat 10:00 IST')).toBe('Held: outside working hours until Sat 10:00 IST');
    expect(why('move', { ...asha, week: {} })).toBe('now');
  });
});

describe('what becomes of what waits', () => {
  const item = (deliveryClass: DeliveryClass, when: string, duty = true): Waiting => ({ class: deliveryClass, duty, at: at(when) });
  it('merges the slots that a stopped worker missed into one message, under the last of them (L4)', () => {
    const items = [item('digest', '2026-11-18T13:00Z', false), item('move', '2026-11-19T05:00Z'), item('move', '2026-11-19T09:00Z')];
    // Stopped from before ten until half past four: 04:30, 08:30 and 11:00 UTC are her slots.
    const { message } = planOf(items, asha, at('2026-11-19T11:01Z'), null);
    expect([iso(message?.slot ?? null), message?.items.length]).toEqual(['2026-11-19T11:00', 3]);
    // In the evening nobody is told: it waits for Saturday.
    expect(planOf(items, asha, at('2026-11-19T13:00Z'), null).message).toBeNull();
    expect(planOf(items, asha, at('2026-11-21T04:30Z'), null).message?.items).toHaveLength(3);
  });
  it('gives what came too late for a slot to the next one, never a second message to the same', () => {
    const late = item('move', '2026-11-19T08:00Z');
    const slot = at('2026-11-19T08:30Z');
    expect(planOf([late], asha, at('2026-11-19T08:31Z'), slot).message).toBeNull();
    expect(iso(planOf([late], asha, at('2026-11-19T11:00Z'), slot).message?.slot ?? null)).toBe('2026-11-19T11:00');
  });
  it('is covered during leave of whole days, and what is only told is folded into the catch-up', () => {
    const away = { ...asha, leave: [leave('2026-11-18', '2026-11-23', { delegateId: 'ben' })] };
    const [duty, told] = [item('move', '2026-11-19T05:00Z'), item('digest', '2026-11-19T05:00Z', false)];
    const plan = planOf([duty, told], away, at('2026-11-19T05:01Z'), null);
    expect(plan).toMatchObject({ message: null, folded: [told], covered: [{ delegateId: 'ben', at: at('2026-11-19T05:00Z') }] });
    // Before the leave begins nothing of it is decided.
    expect(planOf([item('digest', '2026-11-17T13:00Z', false)], away, at('2026-11-17T13:01Z'), null).folded).toEqual([]);
    const hours = { ...asha, leave: [leave('2026-11-19', '2026-11-19', { fromTime: '10:00', toTime: '12:00', delegateId: 'ben' })] };
    expect(
      planOf([duty, item('blocking', '2026-11-19T05:00Z')], hours, at('2026-11-19T05:01Z'), null).covered.map(({ item: one }) => one.class),
    ).toEqual(['blocking']);
  });
});

describe('reminders', () => {
  const bound = at('2026-11-23T18:30Z'); // Mon 23 Nov, end of day in Kolkata
  it('come on the owner’s last working morning on or before the day', () => {
    expect([3, 1, 0].map((n) => iso(morningBefore(asha, bound, n)))).toEqual(['2026-11-19T04:30', '2026-11-21T04:30', '2026-11-23T04:30']);
    expect(iso(morningBefore(asha, at('2026-11-23T04:00Z'), 0))).toBe('2026-11-21T04:30');
    expect(morningBefore({ ...asha, week: {} }, bound, 0)).toBeNull();
  });
  it('are told between their morning and the next, the nearest of those that share one, and not after the deadline', () => {
    const rung = (now: string, before = defaultLadder.before) => reminderAt(asha, bound, before, at(now))?.days ?? null;
    expect(rung('2026-11-19T04:29Z')).toBeNull();
    expect([rung('2026-11-19T04:30Z'), rung('2026-11-20T08:00Z'), rung('2026-11-21T05:00Z'), rung('2026-11-23T05:00Z')]).toEqual([
      3, 3, 1, 0,
    ]);
    expect([rung('2026-11-23T18:30Z'), rung('2026-11-21T05:00Z', [2, 1]), rung('2026-11-19T05:00Z', [4, 3])]).toEqual([null, 1, 3]);
  });
  it('are refused with a sentence when they make no sense', () => {
    for (const wrong of [
      { before: [1, 1], overdue: true },
      { before: [99], overdue: true },
      { before: [1] },
      { ...defaultLadder, escalateAfter: 0 },
    ])
      expect(faultInLadder(wrong)).toMatch(/\.$/);
    expect(faultInLadder(defaultLadder)).toBeNull();
  });
});

describe('words', () => {
  it('say every cause in a short plain sentence, without shouting', () => {
    const line = { by: 'Ana', other: 'Ben', words: 'x'.repeat(300), want: 'review', when: 'Fri 20 Nov', first: false } as const;
    for (const cause of Object.keys(lineSentences) as (keyof typeof lineSentences)[]) {
      const text = lineText(cause, line);
      expect([cause, [...text].length <= 120, text.includes('!'), text.includes('undefined')]).toEqual([cause, true, false, false]);
      expect(kindOfCause(cause)).not.toBe('Notice');
      expect(causes[cause].reason).toMatch(/^[a-z].*[^.]$/);
    }
  });
  it('tell both sides what became of it', () => {
    const entry: DeliveryEntry = {
      ...{ id: 'i', boardId: 'b', taskId: 't', taskKey: 'WEB-1', title: 'Write', personId: 'p', personName: 'Asha', zone: 'Asia/Kolkata' },
      ...{ byId: 'q', byName: 'Ana', at: '', endedAt: '2026-11-23T04:30:00Z', endedWhy: null, coveredByName: 'Ben', coversName: null },
      cause: 'ask',
      class: 'move',
      hold: { why: 'leave', until: '2026-11-23T04:30:00Z' },
      state: 'held',
      channel: 'mail',
    };
    const say = () => 'Mon 10:00';
    expect(entrySentence({ ...entry, state: 'held' }, say)).toBe('Held: away until Mon 10:00. Ben covers and was told');
    expect(entrySentence({ ...entry, state: 'sent', coveredByName: null }, say)).toBe('Delivered Mon 10:00 by mail');
    expect(entrySentence({ ...entry, state: 'dropped', endedWhy: 'handled' }, say)).toBe('Not sent: it was dealt with before');
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
const stretch = (start: number, length: number): Interval => [time(start * 15), time((start + length) * 15)];
/** One stretch of work, or two with a break; some end after midnight. */
const shifts = fc
  .tuple(
    fc.integer({ min: 0, max: 80 }),
    fc.integer({ min: 2, max: 24 }),
    fc.boolean(),
    fc.integer({ min: 1, max: 8 }),
    fc.integer({ min: 2, max: 16 }),
  )
  .map(([start, length, split, pause, more]) =>
    split && start + length + pause < 95 ? [stretch(start, length), stretch(start + length + pause, more)] : [stretch(start, length)],
  );
// Around the clock changes of spring and autumn.
const starts = fc.constantFrom('2026-03-02', '2026-03-20', '2026-04-20', '2026-10-19', '2026-10-26', '2026-07-01');
const someDay = (from: string) => fc.integer({ min: -3, max: 24 }).map((n) => addDays(from, n));
const scenes = starts.chain((from) =>
  fc.record({
    from: fc.constant(from),
    calendar: fc.record({
      zones: fc
        .tuple(fc.constantFrom(...zones), fc.option(fc.tuple(someDay(from), fc.constantFrom(...zones)), { nil: null, freq: 4 }))
        .map(([home, trip]) => [{ from: '1970-01-01', zone: home }, ...(trip ? [{ from: trip[0], zone: trip[1] }] : [])]),
      week: fc
        .array(fc.option(shifts, { nil: null, freq: 3 }), { minLength: 7, maxLength: 7 })
        .map((days) => Object.fromEntries(days.map((one, i) => [i + 1, one ?? []]))),
      overrides: fc.constant([]),
      holidays: fc.array(fc.record({ date: someDay(from), name: fc.constant('h'), source: fc.constant('t') }), { maxLength: 2 }),
      leave: fc.array(
        fc
          .tuple(
            someDay(from),
            fc.integer({ min: 0, max: 9 }),
            fc.constantFrom(0, 1, 2, 10),
            fc.option(fc.constantFrom('09:00', '13:30'), { nil: null }),
          )
          .map(([day1, days, returnBuffer, fromTime]) => leave(day1, addDays(day1, days), { returnBuffer, fromTime, delegateId: 'ben' })),
        { maxLength: 2 },
      ),
      focus: fc.array(
        fc
          .tuple(fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), fc.integer({ min: 24, max: 72 }), fc.integer({ min: 1, max: 16 }))
          .map(([weekdays, start, length], i?: unknown) => {
            const [begin, end] = stretch(start, length);
            return { id: String(i), weekdays, on: null, from: begin, to: end, note: '' };
          }),
        { maxLength: 3 },
      ),
      slots: fc.constantFrom<Slot[]>(['start', 'middle', 'end'], ['start'], ['end', '11:00'], ['09:30', '13:15', '16:00', '23:00']),
    }) as fc.Arbitrary<Calendar>,
    items: fc.array(
      fc.record({
        class: fc.constantFrom<DeliveryClass>('blocking', 'move', 'digest', 'ambient'),
        duty: fc.boolean(),
        minutes: fc.integer({ min: 0, max: 18 * 24 * 60 }),
      }),
      { minLength: 1, maxLength: 14 },
    ),
    // When the worker stands still: from then on, for so many hours.
    stops: fc.array(fc.tuple(fc.integer({ min: 0, max: 18 * 24 }), fc.integer({ min: 1, max: 30 })), { maxLength: 2 }),
  }),
);

it('holds for 10,000 random calendars and traces: nothing outside hours, nothing in focus, nothing twice, nothing lost', () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
  console.info(`delivery: seed ${seed}`);
  let told = 0;
  fc.assert(
    fc.property(scenes, ({ from, calendar, items: made, stops }) => {
      const begin = at(`${from}T00:00:00Z`);
      const items = made.map((one, id) => ({ ...one, id, at: begin + one.minutes * minute })).toSorted((a, b) => a.at - b.at);
      const due = items.flatMap((item) => dueAt(item.class, item.at, calendar) ?? []);
      const asleep = (now: number) =>
        stops.some(([hour, hours]) => now >= begin + hour * 3_600_000 && now < begin + (hour + hours) * 3_600_000);
      // The worker looks whenever something is due, unless it stands still, then again when it wakes, and in every slot of the six weeks after:
      // somebody who works half an hour a week can sleep through one window, and be on leave in the next.
      const wakes = stops.flatMap(([hour, hours]) =>
        Array.from({ length: 30 }, (_, i) => begin + (hour + hours) * 3_600_000 + i * 15 * minute),
      );
      const last = Math.max(begin, ...due);
      const after =
        due.length === 0 ? [] : Array.from({ length: 42 }, (_, i) => slotsOn(calendar, addDays(localDay(calendar, last), i))).flat();
      const looks = [...new Set([...due.filter((now) => !asleep(now)), ...wakes, last, ...after])]
        .filter((now) => !asleep(now))
        .toSorted((a, b) => a - b);
      const ends = new Map<number, string>();
      const slots = new Set<number>();
      let lastSlot: number | null = null;
      let open = items.slice(0, 0);
      let next = 0;
      for (const now of looks) {
        for (; (items[next]?.at ?? Infinity) <= now; next++) open.push(items[next] as (typeof items)[number]);
        const plan: ReturnType<typeof planOf<(typeof items)[number]>> = planOf(open, calendar, now, lastSlot);
        const gone = [
          ...plan.folded.map((item) => [item, 'folded'] as const),
          ...(plan.message?.items.map((item) => [item, 'told'] as const) ?? []),
        ];
        for (const [item, how] of gone) {
          expect(ends.get(item.id)).toBeUndefined(); // none twice
          ends.set(item.id, how);
        }
        open = open.filter(({ id }) => !ends.has(id));
        if (!plan.message || Object.values(calendar.week).every((one) => one.length === 0)) continue;
        told += plan.message.items.length;
        expect(slots.has(plan.message.slot)).toBe(false); // one message per slot
        slots.add(plan.message.slot);
        lastSlot = plan.message.slot;
        expect(windows(calendar, now, now + 1)).toHaveLength(1); // none outside hours
        const today = [addDays(localDay(calendar, now), -1), localDay(calendar, now)];
        // None in focus, but for the last word of a day.
        const lastWord = today.some((one) =>
          dayWindows(calendar, one).some(({ start, end }) => start <= now && now < end && end - now <= 15 * minute),
        );
        if (focusWindows(calendar, now, now + 1).length > 0) expect(lastWord).toBe(true);
        for (const item of plan.message.items) expect(plan.message.slot).toBeGreaterThanOrEqual(item.at);
        // A worker that never stood still is in time: each slot as it comes.
        if (stops.length === 0) expect(now).toBe(plan.message.slot);
      }
      const lost = items.filter((item) => item.class !== 'ambient' && !ends.has(item.id) && dueAt(item.class, item.at, calendar) !== null);
      expect(lost).toEqual([]);
    }),
    { numRuns: 10_000, seed },
  );
  expect(told).toBeGreaterThan(20_000);
}, 600_000);
