import fc from 'fast-check';
import { type Calendar, assumedCalendar, windows } from '../time/calendar';
import { overlaps } from '../time/working';
import { talkTimes, whoBent } from './talk';

declare const process: { env: Record<string, string | undefined> };
declare const console: { info(words: string): void };

const at = (text: string) => Date.parse(text);
const iso = (ms: number | undefined) => new Date(ms ?? 0).toISOString();
const weekly = (zone: string, from: string, to: string): Calendar => ({
  ...assumedCalendar(zone),
  week: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((d) => [d, d <= 5 ? [[from, to]] : []])) as Calendar['week'],
});
const berlin = { id: 'ben', calendar: weekly('Europe/Berlin', '09:00', '17:00') };
const newYork = { id: 'nina', calendar: weekly('America/New_York', '09:00', '17:00') };
const auckland = { id: 'ana', calendar: weekly('Pacific/Auckland', '09:00', '17:00') };
const monday = at('2026-11-23T08:00:00Z');

it('proposes half an hour a day in which both work, and says for whom it is early or late', () => {
  const { shared, times } = talkTimes(berlin, newYork, monday, null);
  expect(shared).toBe(true);
  expect(times.map(({ from }) => iso(from))[0]).toBe('2026-11-23T14:00:00.000Z');
  expect(times[0]).toMatchObject({ bendsId: null, early: ['nina'], late: [] });
});

it('prefers, of two that strain somebody, the one that spares whoever bent last', () => {
  // An overlap of one hour is the last of one and the first of the other; either end of it strains both or one.
  const early = { id: 'eve', calendar: weekly('Europe/Berlin', '06:00', '10:30') };
  const spared = (bentLast: string) => talkTimes(berlin, early, monday, bentLast).times[1];
  expect([spared('ben')?.early, spared('eve')?.late]).toEqual([[], []]);
});

it('says honestly that there is none, and takes turns in who leaves their hours', () => {
  const first = talkTimes(berlin, auckland, monday, null);
  expect(first.shared).toBe(false);
  expect(first.times.map(({ bendsId }) => bendsId)).toEqual(['ben', 'ana', 'ben', 'ana']);
  expect(talkTimes(berlin, auckland, monday, 'ben').times[0]?.bendsId).toBe('ana');
  const [time] = first.times;
  if (!time) throw new Error('there is a least bad time');
  expect(whoBent(berlin, auckland, time)).toBe('ben');
  expect(whoBent(berlin, newYork, { from: at('2026-11-23T14:00:00Z'), to: at('2026-11-23T14:30:00Z') })).toBeNull();
});

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const somebody = fc
  .record({
    zone: fc.constantFrom('Europe/Berlin', 'Asia/Kolkata', 'America/New_York', 'Pacific/Chatham', 'Asia/Kathmandu', 'Australia/Lord_Howe'),
    from: fc.integer({ min: 0, max: 22 }),
    hours: fc.integer({ min: 1, max: 10 }),
    days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
  })
  .map(({ zone, from, hours, days }): Calendar => ({
    ...assumedCalendar(zone),
    week: Object.fromEntries(
      days.map((day) => [day, [[`${String(from).padStart(2, '0')}:00`, `${String(from + hours).padStart(2, '0')}:00`]]]),
    ) as Calendar['week'],
  }));

it('agrees with a search through every minute, over 1,000 random pairs', () => {
  console.info(`talks: seed ${seed}`);
  fc.assert(
    fc.property(somebody, somebody, fc.integer({ min: 0, max: 14 * 24 * 60 }), (one, other, minutes) => {
      const from = at('2026-11-01T00:00:00Z') + minutes * 60_000;
      const { shared, times } = talkTimes({ id: 'one', calendar: one }, { id: 'other', calendar: other }, from, null);
      const inside = (calendar: Calendar, time: { from: number; to: number }) =>
        windows(calendar, time.from - 86_400_000, time.to + 86_400_000).some(({ start, end }) => start <= time.from && end >= time.to);
      for (const time of times) {
        if (time.from < from || time.to - time.from !== 30 * 60_000) return false;
        const [a, b] = [inside(one, time), inside(other, time)];
        if (shared ? !(a && b) : a === b) return false;
        if (!shared && time.bendsId !== (a ? 'other' : 'one')) return false;
      }
      if (shared) return times.length > 0;
      // No half hour at a quarter of an hour within a week of the first is in both people's work.
      const brute = overlaps([one, other], from, from + 4 * 86_400_000, 0);
      return times.length > 0 ? brute.every(({ start, end }) => end - Math.ceil(start / 900_000) * 900_000 < 1_800_000) : true;
    }),
    { numRuns: 1_000, seed },
  );
}, 60_000);
