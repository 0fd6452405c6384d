import fc from 'fast-check';
import { type Calendar, type Leave, assumedCalendar, leaveWindows } from './calendar';
import { dayOff, delegateFor, excusedUntil, isLate, mergedLeave } from './leave';

declare const process: { env: Record<string, string | undefined> };
declare const console: { info(words: string): void };

const berlin = assumedCalendar('Europe/Berlin');
const at = (text: string) => Date.parse(text);
const off = (fromDay: string, toDay: string, more: Partial<Leave> = {}): Leave => ({
  ...dayOff(`${fromDay} ${toDay}`, fromDay),
  toDay,
  ...more,
});
const withLeave = (...leave: Leave[]): Calendar => ({ ...berlin, leave });

it('excuses what fell due while somebody was away, until the end of their first working day back', () => {
  const by = at('2026-11-23T16:00:00Z');
  const bound = at('2026-11-23T23:00:00Z');
  const ill = withLeave(dayOff('ill', '2026-11-23'));
  // Its effective finish lies on the Friday before, as nobody works on a day off.
  const friday = at('2026-11-20T16:00:00Z');
  expect(excusedUntil(ill, friday, bound)).toBe(at('2026-11-24T16:00:00Z'));
  expect([isLate(ill, friday, bound, at('2026-11-24T15:59:00Z')), isLate(ill, friday, bound, at('2026-11-24T16:00:00Z'))]).toEqual([
    false,
    true,
  ]);
  expect(isLate(berlin, by, bound, by)).toBe(true);
});

it('excuses nothing that somebody had time for before they went', () => {
  const holiday = withLeave(off('2026-11-30', '2026-12-04'));
  // Due on Thursday, and they worked on Friday.
  expect(excusedUntil(holiday, at('2026-11-26T16:00:00Z'), at('2026-11-26T23:00:00Z'))).toBeNull();
  // Due on Friday, before the time off begins.
  expect(excusedUntil(holiday, at('2026-11-27T16:00:00Z'), at('2026-11-27T23:00:00Z'))).toBeNull();
  expect(excusedUntil(holiday, at('2026-11-27T16:00:00Z'), at('2026-12-02T23:00:00Z'))).toBe(at('2026-12-07T16:00:00Z'));
});

it('lets whoever covers answer asks, and decide only where it is said', () => {
  const plain = off('2026-11-23', '2026-11-24', { delegateId: 'ben' });
  expect([delegateFor(plain, 'asks'), delegateFor(plain, 'decisions')]).toEqual(['ben', null]);
  expect([delegateFor({ ...plain, scope: ['decisions'] }, 'asks'), delegateFor({ ...plain, scope: [] }, 'decisions')]).toEqual([
    null,
    null,
  ]);
});

it('merges what overlaps or touches and says the same, without losing or adding a minute, and twice is once', () => {
  expect(
    mergedLeave([off('2026-11-26', '2026-11-27'), off('2026-11-23', '2026-11-25')]).map(({ id, fromDay, toDay }) => [id, fromDay, toDay]),
  ).toEqual([['2026-11-23 2026-11-25', '2026-11-23', '2026-11-27']]);
  expect(mergedLeave([off('2026-11-23', '2026-11-25'), off('2026-11-24', '2026-11-26', { note: 'no phone' })])).toHaveLength(2);
  expect(mergedLeave([off('2026-11-23', '2026-11-24'), off('2026-11-26', '2026-11-27')])).toHaveLength(2);
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
  console.info(`leave: seed ${seed}`);
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`);
  const time = fc.option(
    fc.integer({ min: 0, max: 23 }).map((n) => `${String(n).padStart(2, '0')}:00`),
    { nil: null },
  );
  const leave = fc
    .record({ a: day, b: day, fromTime: time, toTime: time, note: fc.constantFrom('', 'x') })
    .map(({ a, b, fromTime, toTime, note }) =>
      off(a < b ? a : b, a < b ? b : a, { fromTime: a === b ? null : fromTime, toTime: a === b ? null : toTime, note }),
    );
  fc.assert(
    fc.property(fc.array(leave, { maxLength: 8 }), (all) => {
      const merged = mergedLeave(all);
      expect(leaveWindows(withLeave(...merged))).toEqual(leaveWindows(withLeave(...all)));
      expect(mergedLeave(merged)).toEqual(merged);
    }),
    { seed, numRuns: 2_000 },
  );
});
