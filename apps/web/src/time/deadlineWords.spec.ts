import { type Calendar, type Deadline, assumedCalendar } from '@baton/domain';
import { parseDue } from './dates';
import { deadlineInWords, momentInShort, slipInWords } from './deadlineWords';

const now = Date.parse('2026-11-16T09:00:00Z'); // a Monday, everywhere between Los Angeles and Kolkata
const friday = (time: string | null, zone: string): Deadline => ({ on: '2026-11-20', time, zone });
const said = (deadline: Deadline, reader: string) => deadlineInWords(deadline, reader, now);

it('says a day alone where it ends at the same moment, and the other end of it elsewhere', () => {
  expect(said(friday(null, 'Asia/Kolkata'), 'Asia/Kolkata').whole).toBe('Fri 20 Nov');
  expect(said(friday(null, 'Asia/Kolkata'), 'America/Los_Angeles').whole).toBe('Fri 20 Nov, end of day Kolkata (Fri 10:30 for you)');
  expect(said(friday(null, 'Asia/Kolkata'), 'America/Los_Angeles').short).toBe('Fri 20 Nov');
  // Los Angeles ends its Friday on the Saturday of whoever is in Kolkata: both dates, on the card too.
  expect(said(friday(null, 'America/Los_Angeles'), 'Asia/Kolkata').short).toBe('Fri 20 Nov Los Angeles (Sat 21 Nov 13:30 for you)');
});

it('says a moment in the reader’s time first, and adds the other zone when hour or date differ', () => {
  const deadline = friday('17:00', 'America/New_York');
  expect(said(deadline, 'America/New_York').whole).toBe('Fri 20 Nov 17:00');
  expect(said(deadline, 'Europe/Berlin')).toEqual({ short: 'Fri 20 Nov 23:00', whole: 'Fri 20 Nov 23:00 (17:00 New York)' });
  const inKolkata = 'Sat 21 Nov 03:30 (Fri 20 Nov 17:00 New York)';
  expect(said(deadline, 'Asia/Kolkata')).toEqual({ short: inKolkata, whole: inKolkata });
});

it('uses words like tomorrow only where both places agree on the date', () => {
  const tuesday = { on: '2026-11-17', time: null, zone: 'Europe/Berlin' };
  expect(said(tuesday, 'Europe/Berlin').short).toBe('tomorrow');
  const late = Date.parse('2026-11-16T23:30:00Z'); // Tuesday in Berlin, still Monday in New York
  expect(deadlineInWords(tuesday, 'Europe/Berlin', late).short).toBe('today');
  expect(deadlineInWords(tuesday, 'America/New_York', late).whole).toBe('Tue 17 Nov, end of day Berlin (Tue 18:00 for you)');
});

it('keeps an instant short for what is near', () => {
  const at = (text: string) => momentInShort(Date.parse(text), 'UTC', now);
  expect([at('2026-11-16T18:00Z'), at('2026-11-17T18:00Z'), at('2026-11-20T18:00Z'), at('2026-11-30T18:00Z')]).toEqual([
    'today 18:00',
    'tomorrow 18:00',
    'Fri 18:00',
    'Mon 30 Nov 18:00',
  ]);
});

it('says how often a deadline moved, and by how much', () => {
  expect([slipInWords(0, 0), slipInWords(1, 1), slipInWords(2, 9), slipInWords(3, -2)]).toEqual([
    '',
    'moved once, +1 day',
    'moved twice, +9 days',
    'moved 3 times, −2 days',
  ]);
});

it('reads working days in the hours of the owner, and the end of the sprint', () => {
  const asha: Calendar = { ...assumedCalendar('Asia/Kolkata'), week: { ...assumedCalendar('x').week, 5: [], 6: [['10:00', '18:00']] } };
  const scene = { calendar: asha, now, sprint: { endsOn: '2026-11-13', weeks: 2 } };
  expect(parseDue('in 4 working days 17:00', '2026-11-16', scene)).toEqual({ day: '2026-11-21', time: '17:00' });
  expect(parseDue('next sprint end', '2026-11-16', scene)).toEqual({ day: '2026-11-27', time: null });
  expect(parseDue('sprint end', '2026-11-27', scene)?.day).toBe('2026-11-27');
  expect(parseDue('sprint end', '2026-11-27')).toBeNull();
});
