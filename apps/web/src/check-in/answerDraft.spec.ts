import type { CheckInAnswer, CheckInPrefill } from '@baton/domain';
import { inputOf, placedTasks, readDraft, stuckOf, wordsOf } from './answerDraft';
import { rhythmInWords } from './words';

const task = (number: number) => ({ taskId: `t${number}`, number, title: `Task ${number}` });
const prefill: CheckInPrefill = { since: '', finished: [task(3)], moving: [task(1)], stuck: [{ ...task(2), text: '' }] };
const answer: CheckInAnswer = {
  checkInId: 'c',
  on: '2026-11-23',
  personId: 'p',
  passed: false,
  words: [{ question: 'How?', text: 'Well' }],
  finished: [],
  moving: [task(1)],
  stuck: [{ ...task(2), text: 'The paper' }],
  at: '',
  editedAt: null,
};
const nobody = () => null;

it('begins with what the log has, then with what was said, and what the person moves wins', () => {
  const places = (draft: string, said: CheckInAnswer | null) =>
    placedTasks(readDraft(draft), said, prefill, (taskId) => (taskId === 't9' ? task(9) : null)).map(
      ({ number, place }) => `${number} ${place}`,
    );
  expect(places('', null)).toEqual(['1 moving', '2 stuck', '3 finished']);
  expect(places('', answer)).toEqual(['1 moving', '2 stuck']);
  expect(places('{"places":{"t1":"finished","t3":"out","t9":"moving","gone":"moving"}}', null)).toEqual([
    '1 finished',
    '2 stuck',
    '3 out',
    '9 moving',
  ]);
});

it('sends every question, what is stuck with who could unblock it, and nothing that was left out', () => {
  const draft = readDraft(
    '{"words":{"How?":"Better"},"places":{"t3":"out","t1":"stuck"},"stuck":{"t1":{"text":"Rain","who":"outside","outside":"The weather","checkOn":"2026-12-01"}}}',
  );
  expect(inputOf(draft, answer, ['How?', 'Why?'], placedTasks(draft, null, prefill, nobody))).toEqual({
    words: [
      { question: 'How?', text: 'Better' },
      { question: 'Why?', text: '' },
    ],
    finishedIds: [],
    movingIds: [],
    stuck: [
      { taskId: 't1', text: 'Rain', outside: 'The weather', checkOn: '2026-12-01' },
      { taskId: 't2', text: 'The paper', personId: null },
    ],
  });
});

it('goes on with what was said, and begins anew with what is no draft', () => {
  expect([wordsOf(readDraft('no draft'), answer, 'How?'), stuckOf(readDraft('{}'), answer, 't2').text]).toEqual(['Well', 'The paper']);
});

it('says the rhythm in words', () => {
  expect(
    [
      { period: 'week' as const, weekday: 1, offset: 60 },
      { period: 'two weeks' as const, weekday: 4, offset: 240 },
      { period: 'month' as const, weekday: 3, offset: 45 },
    ].map(rhythmInWords),
  ).toEqual([
    'Every Monday, an hour into their day',
    'Every other Thursday, four hours into their day',
    'On the first Wednesday of a month, 45 minutes into their day',
  ]);
});
