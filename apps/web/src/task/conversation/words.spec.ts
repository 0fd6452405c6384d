import { type Calendar, assumedCalendar, defaultNorms, promiseOf } from '@baton/domain';
import { typedAt } from '../useTypeahead';
import { promiseInWords } from './words';

const asha: Calendar = {
  ...assumedCalendar('Asia/Kolkata'),
  week: {
    1: [['10:00', '18:00']],
    2: [['10:00', '18:00']],
    3: [['10:00', '18:00']],
    4: [['10:00', '18:00']],
    5: [],
    6: [['10:00', '18:00']],
    7: [],
  },
};
const newYork = assumedCalendar('America/New_York');

it('says before sending who is off, when it is delivered, when an answer is expected and when one would see it (V1)', () => {
  const now = Date.parse('2026-11-18T21:00:00Z');
  const promise = promiseOf(asha, defaultNorms, { sentAt: now, blocking: false, explicit: null });
  if (!promise) throw new Error('she is at work');
  expect(promiseInWords('Asha', promise, { holder: asha, asker: newYork, reader: 'America/New_York', now, away: false })).toBe(
    'Asha is off now. Delivered Thu 10:00 their time. Expected by Sat 18:00 their time (they are off Fri), Sat 07:30 yours; you start again Mon 09:00.',
  );
});

it('sees a name after an @, not an address', () => {
  expect(typedAt('Hello @As', 9)).toEqual({ from: 6, trigger: '@', typed: 'as' });
  expect(typedAt('Hello @', 7)).toEqual({ from: 6, trigger: '@', typed: '' });
  expect(typedAt('see #Mig', 8)).toEqual({ from: 4, trigger: '#', typed: 'mig' });
  expect(typedAt('well :wa', 8)).toEqual({ from: 5, trigger: ':', typed: 'wa' });
  for (const text of ['ana@exa', '# A heading', '#', 'at 12:30', 'note:', 'a#b']) expect(typedAt(text, text.length)).toBeNull();
});
