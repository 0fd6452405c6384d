import fc from 'fast-check';
import { parseDue } from './dates';
import { dayInWords, daysBetween } from './words';

const today = '2026-11-24'; // a Tuesday

it.each([
  ['today', '2026-11-24', null],
  ['tomorrow 17:00', '2026-11-25', '17:00'],
  ['fri', '2026-11-27', null],
  ['Friday 9:30', '2026-11-27', '09:30'],
  ['tue', '2026-12-01', null],
  ['next week', '2026-12-01', null],
  ['in 3 days', '2026-11-27', null],
  ['in 2 weeks at 8.15', '2026-12-08', '08:15'],
  ['20 nov', '2026-11-20', null],
  ['3 Jan', '2027-01-03', null],
  ['December 5', '2026-12-05', null],
  ['Fri 20 Nov 2026', '2026-11-20', null],
  ['2026-12-01 9:30', '2026-12-01', '09:30'],
  ['17:00', '2026-11-24', '17:00'],
])('reads "%s"', (text, day, time) => {
  expect(parseDue(text, today)).toEqual({ day, time });
});

it.each(['', '31 feb', '2026-02-30', 'someday', '25:00', 'in 3', 'fry'])('does not take "%s" for a date', (text) => {
  expect(parseDue(text, today)).toBeNull();
});

it('reads back what it writes', () => {
  fc.assert(
    fc.property(fc.integer({ min: -150, max: 150 }), (offset) => {
      const day = new Date(Date.parse(`${today}T12:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10);
      const words = dayInWords(day, today);
      if (!['yesterday'].includes(words)) expect(parseDue(words, today)?.day).toBe(day);
      expect(daysBetween(today, day)).toBe(offset);
    }),
  );
});

it('says near days in words and far ones with their year', () => {
  expect(['2026-11-24', '2026-11-25', '2026-11-23', '2026-11-27', '2027-01-01'].map((d) => dayInWords(d, today))).toEqual([
    'today',
    'tomorrow',
    'yesterday',
    'Fri 27 Nov',
    'Fri 1 Jan 2027',
  ]);
});
