import { type Calendar, assumedCalendar, defaultNorms, promiseOf } from '@baton/domain';
import { toolOf } from '../linkCards';
import { mentionAt } from '../useMentions';
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

it('names the tool of a link and what its address says, and nothing else', () => {
  expect(
    [
      toolOf('https://docs.google.com/document/d/x/edit'),
      toolOf('https://acme.atlassian.net/wiki/spaces/X/pages/1/Release+plan'),
      toolOf('https://acme.atlassian.net/browse/WEB-12'),
      toolOf('https://www.loom.com/share/abc'),
      toolOf('https://acme.slack.com/archives/C1/p2'),
      toolOf('https://trello.com/c/abc/12-write-the-guide'),
      toolOf('https://app.asana.com/0/1/2'),
      toolOf('https://example.org/docs.google.com'),
      toolOf('javascript:alert(1)//trello.com'),
    ].map((link) => link && `${link.tool}: ${link.title}`),
  ).toEqual([
    'Google Drive: Document',
    'Confluence: Release plan',
    'Jira: WEB-12',
    'Loom: Clip',
    'Slack: Message in acme',
    'Trello: write the guide',
    'Asana: Task',
    null,
    null,
  ]);
});

it('sees a name after an @, not an address', () => {
  expect(mentionAt('Hello @As', 9)).toEqual({ from: 6, typed: 'as' });
  expect(mentionAt('Hello @', 7)).toEqual({ from: 6, typed: '' });
  expect(mentionAt('ana@exa', 7)).toBeNull();
});
