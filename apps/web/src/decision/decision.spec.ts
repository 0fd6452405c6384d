import type { Calendar } from '@baton/domain';
import {
  type BoardPerson,
  type BoardSnapshot,
  type Decision,
  type DecisionLine,
  type DecisionPage,
  assumedCalendar,
  instantOf,
  wallOf,
} from '@baton/domain';
import { readerZone } from '../time/deadlineWords';
import { changedParts, placeInWords, textsOf } from './changes';
import { changesOf, editOf, emptyProposal, formOf, previewOf } from './form';
import { askedIn, questionOf } from './question';
import { shownLines } from './shownLines';
import { hearingInWords, momentFor, standingInWords } from './standing';
import { readForm } from './useFormDraft';
import { verdictInWords } from './verdict';

const now = Date.parse('2026-11-19T16:00:00Z'); // Thu 17:00 in Berlin
const names: Record<string, string> = { ana: 'Ana', asha: 'Asha', nina: 'Nina', dalia: 'Dalia' };
const nameOf = (id: string) => names[id] ?? 'somebody who left';
const weekOn = (days: number[], shift: [string, string]): Calendar['week'] =>
  Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, days.includes(day) ? [shift] : []]));
const person = (id: string, zone: string, days: number[], shift: [string, string]) =>
  ({
    ...{ id, name: nameOf(id), zone, role: 'member', quietDays: null, status: null, placeholder: false, removed: false },
    calendar: { ...assumedCalendar(zone), week: weekOn(days, shift) },
  }) as BoardPerson;
/** The four zones of V10. */
const board = {
  ...{ id: 'b', key: 'WEB', zone: 'Europe/Berlin', norms: null, workspaceNorms: null },
  people: [
    person('ana', 'Europe/Berlin', [1, 2, 3, 4, 5], ['09:00', '17:00']),
    person('asha', 'Asia/Kolkata', [1, 2, 3, 4, 6], ['10:00', '18:00']),
    person('nina', 'America/New_York', [1, 2, 3, 4, 5], ['09:00', '17:00']),
    person('dalia', 'Asia/Dubai', [1, 2, 3, 4], ['08:00', '16:00']),
  ],
} as unknown as BoardSnapshot;
const asked = ['ana', 'asha', 'nina', 'dalia'];

const decision: Decision = {
  ...{ id: 'd', workspaceId: 'w', boardId: 'b', number: 7, state: 'open', mode: 'lazy', reversibility: 'easy', proposerId: 'ana' },
  ...{ deciderId: 'ana', informedIds: [], hideStances: false, blocking: false, commentId: null, createdAt: '2026-11-19T16:00:00.000Z' },
  ...{ question: 'Which API?', context: 'It ends in March.', recommendation: 'v2', because: 'It is fast.' },
  options: [{ text: 'v2', good: 'fast', bad: '' }],
  contributors: asked.map((personId) => ({ personId, required: false, addedAt: '', deliveredAt: null })),
  ...{ openedAt: '2026-11-19T16:00:00.000Z', closesWish: null, closesFloor: null, closesAt: null, decideBy: null, version: 1 },
  ...{ versions: [], stances: [], outcome: null, history: [], afterwards: [], reopensId: null, supersedesId: null, supersededById: null },
  ...{ whatIsNew: '', whyWithdrawn: '', reviewOn: null, reviewTrigger: '', taskIds: [], seal: null },
};
const standing = { closesAt: null, decideBy: null, closing: false, overdue: false, reviewDue: false, unsettled: false };
const pageOf = (change: Partial<Decision>, at: Partial<DecisionPage['standing']> = {}): DecisionPage => {
  const changed = { ...decision, ...change };
  return {
    ...{ decision: changed, boardKey: 'WEB', boardZone: 'Europe/Berlin', hearings: [], stancesHidden: false, steps: [], tasks: [] },
    ...{ related: [], latest: null, comment: null, standing: { ...standing, state: changed.state, ...at } },
    people: board.people.map(({ id, name, zone }) => ({ id, name, zone })),
  };
};
const say = (page: DecisionPage, unheardIds: string[] = []) =>
  standingInWords(page, { reader: 'Europe/Berlin', now, nameOf, days: 2, unheardIds });
const outcome = {
  ...{ choice: 'v2', because: 'It is fast.', consequences: '', conditions: '', reviewOn: null, reviewTrigger: '', nextTaskIds: [] },
  ...{ decidedById: 'ana', decidedAt: '2026-11-24T12:00:00.000Z', answers: [] },
};

describe('where a decision stands, in words', () => {
  const closesAt = Date.parse('2026-11-24T12:00:00Z');

  it('names the close of input by the reader’s clock, and who will not have been heard', () => {
    expect(say(pageOf({}, { closesAt }))).toBe(
      'Open for input. Closes when everybody had 2 working days: Tue 13:00. Silence counts only for those who were at work.',
    );
    expect(say(pageOf({ mode: 'advice' }, { closesAt }), ['dalia'])).toBe(
      'Open for input. Closes when everybody had 2 working days: Tue 13:00. Dalia will not have been heard by then. Then Ana decides.',
    );
  });

  it('says the decider’s own day beside the reader’s where it is another', () => {
    const at = Date.parse('2026-11-24T20:00:00Z');
    expect(momentFor(at, 'Europe/Berlin', now)).toBe('Tue 21:00');
    expect(momentFor(at, 'Europe/Berlin', now, { zone: 'Asia/Kolkata' })).toBe('Tue 21:00 (Wed 01:30 Kolkata)');
    expect(momentFor(closesAt, 'Europe/Berlin', now, { zone: 'America/New_York' })).toBe('Tue 13:00 (07:00 New York)');
    expect(say(pageOf({ mode: 'advice', deciderId: 'asha' }, { state: 'awaiting', decideBy: at }))).toBe(
      'Input is closed. Asha decides, by Tue 21:00 (Wed 01:30 Kolkata).',
    );
  });

  it('says why it did not pass by silence, and that the decider’s time is over', () => {
    const unheard = [{ personId: 'dalia', required: true, exposure: 0, stance: null, heard: false }];
    expect(say({ ...pageOf({}, { state: 'awaiting' }), hearings: unheard })).toBe(
      'Dalia could not be heard, so it did not pass by silence. Ana decides.',
    );
    expect(say(pageOf({}, { state: 'contested', decideBy: closesAt, overdue: true }))).toBe(
      'Somebody objects. Ana was to decide by Tue 13:00. Somebody else can be named.',
    );
  });

  it('never says that somebody silent agreed', () => {
    const passed = { ...outcome, as: 'adopted' as const, heardIds: ['ana', 'nina'], notHeardIds: ['dalia'] };
    expect(say(pageOf({ state: 'adopted', outcome: passed }))).toBe(
      'Passed without objection Tue 13:00: Ana and Nina were heard; Dalia was not.',
    );
    const hearings = [
      { personId: 'nina', required: false, exposure: 16.02, stance: null, heard: true },
      { personId: 'dalia', required: false, exposure: 0, stance: null, heard: false },
    ];
    expect(hearingInWords(hearings, nameOf)).toEqual([
      'No objection, and was heard: Nina (16 h at work).',
      'Not heard: Dalia (0 h at work).',
    ]);
  });

  it('asks whether it is still right, on the reader’s own day', () => {
    const decided = { ...outcome, as: 'decided' as const, heardIds: [], notHeardIds: [], reviewOn: '2026-11-20' };
    expect(say(pageOf({ state: 'decided', outcome: decided, reviewOn: '2026-11-20' }))).toContain('Looked at again tomorrow.');
    expect(say(pageOf({ state: 'decided', outcome: decided }, { reviewDue: true }))).toContain('still right?');
  });
});

describe('a proposal', () => {
  it('tells before it is opened when input would close in four zones (V10), who is away, and who would not be heard', () => {
    const form = { ...emptyProposal('ana'), mode: 'lazy' as const, contributorIds: asked };
    expect(new Date(previewOf(form, board, 'ana', now).closes).toISOString()).toBe('2026-11-24T12:00:00.000Z');
    const leave = {
      ...{ id: 'l', fromDay: '2026-11-18', fromTime: null, toDay: '2026-12-20', toTime: null, delegateId: null, note: '' },
      returnBuffer: 0,
    };
    const onLeave = board.people.map((one) =>
      one.id === 'dalia' && one.calendar ? { ...one, calendar: { ...one.calendar, leave: [leave] } } : one,
    );
    const { away, unheardIds } = previewOf(form, { ...board, people: onLeave }, 'ana', now);
    expect([away.map(({ personId }) => personId), unheardIds]).toEqual([['dalia'], ['dalia']]);
  });

  it('stays open at least until the day that was wished', () => {
    const form = { ...emptyProposal('ana'), contributorIds: ['ana'], closesWish: { day: '2026-11-27', time: '12:00' } };
    expect(previewOf(form, board, 'ana', now).closes).toBe(instantOf(readerZone(), wallOf('2026-11-27', 720), 'later'));
  });

  it('sends of a change only what differs, so that no day is lost and no version made by the way', () => {
    const dated = { ...decision, decideBy: '2026-11-30T16:00:00.000Z', closesWish: '2026-11-25T09:00:30.000Z' };
    expect(changesOf(editOf(dated), dated)).toEqual({});
    expect(changesOf({ ...editOf(dated), because: 'It is faster.' }, dated)).toEqual({ because: 'It is faster.' });
  });

  it('asks anew where the model was a record', () => {
    expect(formOf({ ...decision, mode: 'record', state: 'decided', reversibility: 'one way' }).mode).toBe('consent');
  });

  it('is read back from its draft, and words that are no form begin anew', () => {
    const begin = { a: '', b: 1 };
    expect(readForm('{"a":"typed"}', begin)).toEqual({ a: 'typed', b: 1 });
    for (const broken of ['', 'half a {', 'null', '"text"', '7']) expect(readForm(broken, begin)).toEqual(begin);
  });
});

describe('a record from a comment', () => {
  it('takes the question that is asked and the first line that answers', () => {
    expect(questionOf('Which colour?\n\nWe paint it **green**.', 'Door')).toEqual({
      question: 'Which colour?',
      choice: 'We paint it **green**.',
    });
    expect(questionOf('> [@Asha](person:1) says green', 'Which colour for the door?')).toEqual({
      ...{ question: 'Which colour for the door?', choice: 'Asha says green' },
    });
    expect(questionOf('Which colour?', 'Door')).toEqual({ question: 'Door', choice: 'Which colour?' });
    expect([askedIn('We cannot go on.\nأي لون؟'), askedIn('No paint'), askedIn('')]).toEqual(['أي لون؟', 'No paint', '']);
  });
});

describe('what was changed', () => {
  const before = { ...decision, version: 1, at: '', byId: 'ana' };
  const two = { ...decision, versions: [before, { ...before, version: 2, recommendation: 'v3', deciderId: 'asha' }] };

  it('says part by part what the version before said', () => {
    expect(changedParts(two, 1, nameOf)).toEqual([
      { name: 'recommendation', before: 'v2' },
      { name: 'decider', before: 'Ana' },
    ]);
    expect(changedParts(two, 0, nameOf)).toEqual([]);
  });

  it('names the place of every text that can be taken out, by words and people', () => {
    const stance = {
      personId: 'asha',
      kind: 'object' as const,
      reason: 'Too new',
      resolves: 'A trial',
      at: '',
      version: 1,
      askId: null,
      informed: null,
    };
    const spoken: Decision = {
      ...two,
      stances: [stance],
      outcome: { ...outcome, as: 'decided', heardIds: [], notHeardIds: [], answers: [{ personId: 'asha', text: 'A month' }] },
    };
    const labels = textsOf(spoken, nameOf).map(({ label }) => label);
    expect(labels).toEqual(
      expect.arrayContaining([
        'what Asha thinks: the reason: Too new',
        'what Asha thinks: what would resolve it: A trial',
        'the answer to Asha: A month',
        'outcome: what was decided: v2',
        'option 1: what is good about it: fast',
        'version 2: what was proposed: v3',
        'what one should know: It ends in March.',
      ]),
    );
    expect(labels.join()).not.toContain('a text');
    expect(placeInWords(spoken, '/versions/1/options/0/bad', nameOf)).toBe('version 2, option 1: what is bad about it');
  });
});

describe('the log', () => {
  const line = (number: number, fields: Partial<DecisionLine> = {}) =>
    ({
      ...{ id: `d${number}`, number, question: 'Which API?', choice: 'v2', boardName: 'Web', boardKey: 'WEB', state: 'decided' },
      ...{ deciderName: 'Ana', proposerName: 'Asha', mine: null, reviewDue: false, ...fields },
    }) as DecisionLine;

  it('shows what says the words itself, and what says them in its reason', () => {
    const lines = [line(3), line(2, { question: 'Which colour?' }), line(1, { state: 'superseded' })];
    const numbers = (typed: string, found: DecisionLine[] = [], filter: 'in force' | null = null) =>
      shownLines(lines, found, { typed, filter }).map(({ number }) => number);
    expect(numbers('')).toEqual([3, 2, 1]);
    expect(numbers('colour ANA')).toEqual([2]);
    expect(numbers('faster', [line(1, { state: 'superseded' }), line(90)])).toEqual([1, 90]);
    expect(numbers('d-3')).toEqual([3]);
    expect(numbers('api', [], 'in force')).toEqual([3]);
  });

  it('says what a check of the seals found, by board where there are several', () => {
    const sound = { boardKey: 'WEB', links: 2, faults: [] };
    expect(verdictInWords([], true)).toBe('There is nothing to verify yet.');
    expect(verdictInWords([sound], true)).toBe('All 2 links of this board fit. Nothing was changed after it was sealed.');
    expect(verdictInWords([sound, { boardKey: 'API', links: 0, faults: [] }], false)).toContain('All 2 links of 1 board fit.');
    expect(verdictInWords([{ ...sound, links: 1 }], true)).toBe(
      'The one link of this board fits. Nothing was changed after it was sealed.',
    );
    expect(verdictInWords([sound, { boardKey: 'API', links: 1, faults: ['D-1: it was changed after it was sealed.'] }], false)).toBe(
      'API: D-1: it was changed after it was sealed.',
    );
  });
});
