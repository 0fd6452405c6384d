import { type Calendar, assumedCalendar, slotsOn, standingAt } from '@baton/domain';
import { bandInWords, bandOf, dayIn, hourMarks } from './dayBand';
import { nearestMiss } from './overlap';
import { intervalsInWords, tidyIntervals, tidyTime } from './typed';
import { clockInWords, leaveInWords, lengthInWords, namesInWords, pastMidnightInWords, standingInWords, stretchInWords } from './words';

const at = (iso: string) => Date.parse(iso);
const nameOf = (id: string) => ({ ben: 'Ben' })[id] ?? 'somebody';
const weekdays = (from: string, to: string): Calendar['week'] =>
  Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, day <= 5 ? [[from, to]] : []]));
/** Ten to six in Kolkata, which is five and a half hours ahead of London. */
const asha: Calendar = { ...assumedCalendar('Asia/Kolkata'), week: weekdays('10:00', '18:00') };
const leave = {
  id: '1',
  fromDay: '2026-11-23',
  fromTime: null,
  toDay: '2026-11-29',
  toTime: null,
  delegateId: 'ben',
  note: '',
  returnBuffer: 2,
};

const says = (calendar: Calendar, reader: string, now: string) =>
  standingInWords(standingAt(calendar, at(now)), calendar, reader, at(now), nameOf);

describe('where somebody stands', () => {
  it('is one time for a reader in the same zone', () => {
    expect(says(asha, 'Asia/Kolkata', '2026-11-24T09:00Z')).toBe('working until 18:00');
  });

  it('is two times for a reader whose clock differs', () => {
    expect(says(asha, 'Europe/London', '2026-11-24T09:00Z')).toBe('working until 18:00 (their time), 12:30 yours');
  });

  it('names the focus time and not the work around it', () => {
    const focused = { ...asha, focus: [{ id: '1', weekdays: [2], on: null, from: '10:00', to: '11:30', note: '' }] };
    expect(says(focused, 'Asia/Kolkata', '2026-11-24T05:00Z')).toBe('in focus until 11:30');
  });

  it('says the day on either side where it is not the same', () => {
    const fromThursday = { ...asha, overrides: [{ date: '2026-11-25', intervals: [], note: '' }] };
    expect(says(fromThursday, 'America/New_York', '2026-11-24T15:00Z')).toBe('off, next Thu 10:00 (their time), Wed 23:30 yours');
  });

  it('says "today" for the reader when it is another day there', () => {
    expect(says(asha, 'America/New_York', '2026-11-24T15:00Z')).toBe('off, next Wed 10:00 (their time), today 23:30 yours');
  });

  it('needs no day when the work begins today', () => {
    expect(says(asha, 'Asia/Kolkata', '2026-11-24T02:00Z')).toBe('off until 10:00');
  });

  it('says until when somebody is away and who covers, not why', () => {
    expect(says({ ...asha, leave: [leave] }, 'Europe/London', '2026-11-24T09:00Z')).toBe('away until Mon 30 Nov, Ben covers');
  });

  it('says the last day off when no work follows within 120 days', () => {
    expect(says({ ...asha, leave: [{ ...leave, toDay: '2027-06-30', delegateId: null }] }, 'Europe/London', '2026-11-24T09:00Z')).toBe(
      'away, last day off Wed 30 Jun 2027',
    );
  });

  it('is "no hours" for an empty week', () => {
    expect(says({ ...asha, week: {} }, 'Europe/London', '2026-11-24T09:00Z')).toBe('no hours');
  });

  it('follows somebody who travels', () => {
    const travels = { ...asha, zones: [...asha.zones, { from: '2026-11-24', zone: 'Europe/London' }] };
    expect(says(travels, 'Asia/Kolkata', '2026-11-24T11:00Z')).toBe('working until 18:00 (their time), 23:30 yours');
  });
});

describe('times in words', () => {
  it('say a clock by its place', () => {
    expect(clockInWords('America/Argentina/Buenos_Aires', at('2026-11-24T09:00Z'))).toBe('06:00 in Buenos Aires');
  });

  it('name the day of a stretch, and the day of its end when that is another', () => {
    const now = at('2026-11-24T09:00Z');
    const say = (start: string, end: string) => stretchInWords({ start: at(start), end: at(end) }, 'UTC', now);
    expect(say('2026-11-25T09:00Z', '2026-11-25T12:00Z')).toBe('tomorrow 09:00 to 12:00');
    expect(say('2026-11-27T20:00Z', '2026-11-28T00:00Z')).toBe('Fri 27 Nov 20:00 to 24:00');
    expect(say('2026-11-27T22:00Z', '2026-11-28T06:00Z')).toBe('Fri 27 Nov 22:00 to Sat 06:00');
  });

  it('say lengths, names and time off as people do', () => {
    expect([45, 60, 90, 0].map((minutes) => lengthInWords(minutes * 60_000))).toEqual(['45 min', '1 h', '1 h 30 min', '0 min']);
    expect([['Asha'], ['Asha', 'Ben'], ['Asha', 'Ben', 'Chen']].map(namesInWords)).toEqual(['Asha', 'Asha and Ben', 'Asha, Ben and Chen']);
    expect(leaveInWords({ ...leave, fromDay: '2026-11-30', toDay: '2026-12-04' }, '2026-11-24', nameOf)).toBe(
      'Mon 30 Nov to Fri 4 Dec, Ben covers',
    );
    expect(leaveInWords({ ...leave, toDay: '2026-11-23', toTime: '12:00', delegateId: null }, '2026-11-24', nameOf)).toBe(
      'yesterday to 12:00',
    );
  });

  it('explain an end past midnight', () => {
    expect(pastMidnightInWords('30:00', 7)).toBe('until 06:00 on Monday');
    expect(pastMidnightInWords('30:00', null)).toBe('until 06:00 the next morning');
    expect([pastMidnightInWords('24:00', 1), pastMidnightInWords('3', 1), pastMidnightInWords('', 1)]).toEqual([null, null, null]);
  });
});

describe('times as they are typed', () => {
  it.each([
    ['9', '09:00'],
    ['9.30', '09:30'],
    ['930', '09:30'],
    ['1730', '17:30'],
    ['30:00', '30:00'],
    [' 17:00 ', '17:00'],
    ['noon', 'noon'],
    ['', ''],
  ])('"%s" is kept as "%s"', (text, time) => {
    expect(tidyTime(text)).toBe(time);
  });

  it('drop empty rows and stand in order', () => {
    const tidy = tidyIntervals([
      ['13', '17'],
      ['', ''],
      ['9', '12'],
    ]);
    expect(intervalsInWords(tidy)).toBe('09:00 to 12:00, 13:00 to 17:00');
    expect(intervalsInWords([])).toBe('not working');
  });
});

describe('a band', () => {
  const tuesday = dayIn('Europe/London', '2026-11-24');

  it('shows the hours of another zone on the day of the reader', () => {
    expect(bandInWords(bandOf(asha, tuesday), 'Europe/London')).toBe('works 04:30 to 12:30');
  });

  it('shows focus, leave and holidays', () => {
    const full: Calendar = {
      ...asha,
      focus: [{ id: '1', weekdays: [2], on: null, from: '10:00', to: '11:00', note: '' }],
      leave: [{ ...leave, fromDay: '2026-11-24', fromTime: '14:00', toDay: '2026-11-24' }],
      holidays: [{ date: '2026-11-25', name: 'Rest', source: 'IN' }],
    };
    expect(bandInWords(bandOf(full, tuesday), 'Europe/London')).toBe(
      'works 04:30 to 08:30, focus 04:30 to 05:30, away 08:30 to 18:30, holiday Rest 18:30 to 24:00',
    );
  });

  it('says when nobody works', () => {
    expect(bandInWords(bandOf(asha, dayIn('Asia/Kolkata', '2026-11-28')), 'Asia/Kolkata')).toBe('no working hours');
  });

  it('keeps its hour marks in place when the clocks change', () => {
    expect(hourMarks('Europe/London', '2026-11-24').map(({ share }) => share)).toEqual([0, 25, 50, 75, 100]);
    // 25 hours: six in the morning is the seventh.
    expect(hourMarks('Europe/London', '2026-10-25').map(({ share }) => Math.round(share))).toEqual([0, 28, 52, 76, 100]);
  });
});

describe('deliveries', () => {
  const times = (calendar: Calendar, day = '2026-11-24') =>
    slotsOn(calendar, day).map((instant) => clockInWords('Asia/Kolkata', instant).slice(0, 5));

  it('come at the start, in the middle of the work and 90 minutes before its end', () => {
    expect(times(asha)).toEqual(['10:00', '14:00', '16:30']);
  });

  it('count the middle in working time, not by the clock', () => {
    const twoStretches: [string, string][] = [
      ['08:00', '10:00'],
      ['14:00', '20:00'],
    ];
    const split = { ...asha, week: { 2: twoStretches } };
    expect(times(split)).toEqual(['08:00', '16:00', '18:30']);
  });

  it('wait for the end of focus time, but the last does not wait for the next day', () => {
    const focus = (from: string, to: string) => [{ id: '1', weekdays: [2], on: null, from, to, note: '' }];
    expect(times({ ...asha, focus: focus('10:00', '11:30') })).toEqual(['11:30', '14:00', '16:30']);
    expect(times({ ...asha, focus: focus('16:00', '18:00') })).toEqual(['10:00', '14:00', '17:45']);
  });

  it('do not come on days off', () => {
    expect(times(asha, '2026-11-28')).toEqual([]);
  });
});

describe('people who never work at the same time', () => {
  const from = at('2026-11-24T00:00Z');
  const to = at('2026-11-29T00:00Z');
  const early: Calendar = { ...assumedCalendar('UTC'), week: weekdays('06:00', '10:00') };
  const late: Calendar = { ...assumedCalendar('UTC'), week: weekdays('12:00', '20:00') };

  it('come nearest where one ends and the other begins', () => {
    const miss = nearestMiss([late, early], from, to);
    expect(miss?.ends).toEqual({ index: 1, window: { start: at('2026-11-24T06:00Z'), end: at('2026-11-24T10:00Z') } });
    expect(miss?.starts).toEqual({ index: 0, window: { start: at('2026-11-24T12:00Z'), end: at('2026-11-24T20:00Z') } });
    expect(miss?.gap).toBe(2 * 3_600_000);
  });

  it('are nobody when each two of them meet', () => {
    expect(nearestMiss([early, early], from, to)).toBeNull();
  });
});
