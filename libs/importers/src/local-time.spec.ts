import { localDayTime } from './local-time';

it.each([
  ['2026-03-29T00:30:00.000Z', 'Europe/Berlin', '2026-03-29', '01:30'], // half an hour before clocks go forward
  ['2026-03-29T01:30:00.000Z', 'Europe/Berlin', '2026-03-29', '03:30'], // half an hour after
  ['2026-10-25T00:30:00.000Z', 'Europe/Berlin', '2026-10-25', '02:30'], // 02:30 comes twice
  ['2026-10-25T01:30:00.000Z', 'Europe/Berlin', '2026-10-25', '02:30'],
  ['2026-03-29T22:30:00.000Z', 'Europe/Berlin', '2026-03-30', '00:30'], // the next day here
  ['2026-11-24T23:00:00.000Z', 'Asia/Kolkata', '2026-11-25', '04:30'],
  ['2026-11-24T10:15:00.000Z', 'Pacific/Apia', '2026-11-24', '23:15'],
  ['2026-11-24T04:00:00.000Z', 'America/New_York', '2026-11-23', '23:00'],
  ['2026-11-24T00:00:00.000Z', 'UTC', '2026-11-24', '00:00'], // midnight is 00:00, not 24:00
])('shows %s in %s as %s %s', (instant, zone, day, time) => {
  expect(localDayTime(instant, zone)).toEqual({ day, time });
});

it('refuses a zone that does not exist', () => {
  expect(() => localDayTime('2026-11-24T00:00:00.000Z', 'Mars/Olympus')).toThrow(RangeError);
});
