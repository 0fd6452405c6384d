import { type Calendar, assumedCalendar } from '@baton/domain';
import { dueWarnings } from './dueWarnings';

const now = Date.parse('2026-11-16T09:00:00Z');
const asha: Calendar = {
  ...assumedCalendar('Asia/Kolkata'),
  leave: [
    { id: 'l', fromDay: '2026-11-25', fromTime: null, toDay: '2026-11-27', toTime: null, delegateId: null, note: '', returnBuffer: 2 },
  ],
};
const lines = (on: string, time: string | null, zone = 'Europe/Berlin') =>
  dueWarnings({ on, time, zone }, asha, 'Asha', 'Europe/Berlin', now).map((line) => (line.warns ? `! ${line.words}` : line.words));

it('tells the owner’s time, and warns outside of their hours, in their leave, and on a skipped hour', () => {
  expect(lines('2026-11-20', '10:00')).toEqual(['Fri 20 Nov 14:30 in Kolkata for Asha.']);
  expect(lines('2026-11-20', '17:00')).toEqual([
    'Fri 20 Nov 21:30 in Kolkata for Asha.',
    '! Outside the hours of Asha, working on it until Fri 20 Nov 17:00.',
  ]);
  expect(lines('2026-11-26', null)).toEqual(['! Falls into time off of Asha, working on it until Tue 24 Nov 17:00.']);
  expect(lines('2027-03-28', '02:30')[0]).toBe('! The clocks skip that time there: using 03:30.');
  expect(lines('2026-11-20', null)).toEqual(['Asha: working on it until Fri 20 Nov 17:00.']);
  expect(lines('2026-11-15', null)).toEqual(['! Asha has no working hours left before it.']);
});
