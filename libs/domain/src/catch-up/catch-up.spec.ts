import fc from 'fast-check';
import type { BriefLine } from '../brief';
import { berlin, facts, happens, now, task } from '../../test/facts';
import { workingDaysBetween } from './away';
import { type Activity, buildBrief, minutesFor, mostUpdates } from './build-brief';
import type { Facts, Written } from './facts';
import { type Mark, isMarked } from './marks';
import { dayName, deadlineName, lineLength, onOneLine, saying } from './words';

declare const process: { env: Record<string, string | undefined> };
declare const console: { info(words: string): void };

const looked = { held: true, whole: false };
const texts = (scene: Facts, section: BriefLine['section'], whole = false) =>
  buildBrief(scene, [], 0, { held: true, whole })
    .lines.filter((line) => line.section === section)
    .map(({ text }) => text);

describe('a line', () => {
  it('is one line of at most 120 characters, without marks, and never cuts a name', () => {
    expect(onOneLine('# See [the plan](https://x.org/a)\n\n- **now** and `later`')).toBe('See the plan now and later');
    expect(onOneLine('snake_case stays, 2 * 3 * 4 too')).toBe('snake_case stays, 2 * 3 * 4 too');
    const long = saying('Konstantinopolitanischer asks', 'word '.repeat(60));
    expect([...long].length).toBeLessThanOrEqual(lineLength);
    expect(long).toMatch(/^Konstantinopolitanischer asks: word .*…$/);
    expect(saying('Ana gives this back to you', '')).toBe('Ana gives this back to you');
    const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
    console.info(`lines: seed ${seed}`);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const line = onOneLine(text);
        expect([...line].length).toBeLessThanOrEqual(lineLength);
        expect(line).not.toMatch(/[\n\r\t]/);
      }),
      { seed, numRuns: 2_000 },
    );
  });

  it('says days by their names, the year and the place only where they differ', () => {
    expect(dayName('2026-11-20', '2026-11-27')).toBe('Fri 20 Nov');
    expect(dayName('2027-01-04', '2026-11-27')).toBe('Mon 4 Jan 2027');
    expect(deadlineName({ on: '2026-11-20', time: '17:00', zone: 'America/New_York' }, berlin, now)).toBe('Fri 20 Nov 17:00 New York');
    expect(deadlineName({ on: '2026-11-20', time: null, zone: 'Europe/Berlin' }, berlin, now)).toBe('Fri 20 Nov');
    expect(deadlineName(null, berlin, now)).toBe('none');
  });
});

describe('what changed', () => {
  const due = { dueOn: '2026-12-14', dueZone: 'Europe/Berlin' };
  it('tells the net of many changes, once per task, with the last reason', () => {
    const scene = facts(
      [task('t1', { ownerId: 'ben', requesterId: 'me', ...due })],
      [
        happens('t1', { before: { dueOn: '2026-12-10' }, after: { dueOn: '2026-12-12' }, why: 'first' }),
        happens('t1', { before: { ownerId: 'ana' }, after: { ownerId: 'ben' } }),
        happens('t1', { before: { dueOn: '2026-12-12' }, after: { dueOn: '2026-12-14' }, why: 'The printer is full' }),
      ],
    );
    expect(texts(scene, 'changed')).toEqual(['Ben owns it now; due Mon 14 Dec, it was Thu 10 Dec: The printer is full']);
  });

  it('is silent on what came back to where it was, and on what the reader changed last', () => {
    const back = [
      happens('t1', { before: { ownerId: 'ben' }, after: { ownerId: 'ana' } }),
      happens('t1', { before: { ownerId: 'ana' }, after: { ownerId: 'ben' } }),
    ];
    expect(texts(facts([task('t1', { ownerId: 'ben', requesterId: 'me' })], back), 'changed')).toEqual([]);
    const mine = [happens('t1', { before: { dueOn: null }, after: { dueOn: '2026-12-10' } })];
    expect(texts(facts([task('t1', { ownerId: 'ben', requesterId: 'me', ...due })], mine), 'changed')).toEqual([]);
  });

  it('concerns what I own, asked for, had, or wait for, and nothing else', () => {
    const moved = (id: string, before: object = {}) =>
      happens(id, {
        before: { dueOn: '2026-12-10', ...before },
        after: { dueOn: '2026-12-14', ...('ownerId' in before && { ownerId: 'ana' }) },
      });
    const scene = facts(
      [
        task('t1', { ownerId: 'me', columnId: 'todo', ...due }),
        task('t2', { ownerId: 'ben', requesterId: 'me', ...due }),
        task('t3', { ownerId: 'ana', ...due }),
        task('t4', { ownerId: 'ben', ...due }),
        task('t5', { ownerId: 'me', columnId: 'todo', dueOn: '2027-03-01', blockerIds: ['t4'] }),
        task('t6', { ownerId: 'ben', ...due }),
      ],
      [moved('t1'), moved('t2'), moved('t3', { ownerId: 'me' }), moved('t4'), moved('t6')],
    );
    const { lines } = buildBrief(scene, [], 0, looked);
    expect(lines.map(({ objectId, reason }) => [objectId, reason])).toEqual([
      ['t1', 'you own it'],
      ['t2', 'you asked for it'],
      ['t3', 'you owned it'],
      ['t4', 'you wait for it'],
    ]);
    expect(lines[2]?.text).toBe('Ana owns it now, it was you; due Mon 14 Dec, it was Thu 10 Dec');
  });

  it('says what ended: finished, dropped with its reason, put back, thrown away', () => {
    const scene = facts(
      [
        task('t1', { requesterId: 'me', columnId: 'done', doneAt: '2026-11-26T00:00:00Z' }),
        task('t2', { requesterId: 'me', columnId: 'no' }),
        task('t3', { requesterId: 'me', columnId: 'todo' }),
        task('t4', { requesterId: 'me', deletedAt: '2026-11-26T00:00:00Z' }),
      ],
      [
        happens('t1', { before: { columnId: 'doing', doneAt: null }, after: { columnId: 'done', doneAt: '2026-11-26' } }),
        happens('t2', { before: { columnId: 'doing' }, after: { columnId: 'no' }, why: 'Nobody reads it' }),
        happens('t3', { before: { columnId: 'doing' }, after: { columnId: 'todo' } }),
        happens('t4', { before: { deletedAt: null }, after: { deletedAt: '2026-11-26' } }),
      ],
    );
    expect(texts(scene, 'changed')).toEqual([
      'Ana finished it',
      'Ana dropped it: Nobody reads it',
      'Ana put it back',
      'Was put into the trash',
    ]);
  });
});

describe('a brief', () => {
  it('is complete in what is owed and changed, and cuts only updates, the oldest first', () => {
    const many = Array.from({ length: 60 }, (_, i) =>
      task(`t${i + 1}`, { ownerId: 'ben', requesterId: 'me', dueOn: '2026-12-14', dueZone: 'Europe/Berlin' }),
    );
    const mine = Array.from({ length: 40 }, (_, i) => task(`m${i + 101}`, { ownerId: 'me', dueOn: '2026-12-14' }));
    const happened = [
      ...many.map(({ id }) => happens(id, { before: { dueOn: '2026-12-10' }, after: { dueOn: '2026-12-14' } })),
      ...mine.map(({ id }) => happens(id, { before: { ownerId: null }, after: { ownerId: 'me' } })),
    ];
    const written = many.map(({ id }, i): Written => ({
      id: `c${i}`,
      boardId: 'web',
      taskId: id,
      seq: 1_000 + i,
      at: new Date(now + i).toISOString(),
      authorId: 'ben',
      kind: 'update',
      text: `Update ${i}`,
      health: null,
    }));
    const brief = buildBrief(facts([...many, ...mine], happened, written), [], 200, looked);
    const count = (section: string) => brief.lines.filter((line) => line.section === section).length;
    expect([count('move'), count('changed'), count('updates'), brief.moreUpdates]).toEqual([40, 60, mostUpdates, 40]);
    expect(brief.lines.find(({ section }) => section === 'updates')?.text).toBe('Ben: Update 59');
    expect(new Set(brief.lines.map(({ key }) => key)).size).toBe(brief.lines.length);
  });

  it('sorts what is owed by its time, and tells the latest update of a task alone', () => {
    const scene = facts(
      [
        task('t1', { ownerId: 'me', dueOn: '2026-12-14' }),
        task('t2', { ownerId: 'me', dueOn: '2026-12-02' }),
        task('t3', { ownerId: 'me' }),
      ],
      ['t1', 't2', 't3'].map((id) => happens(id, { after: { ownerId: 'me' } })),
      ['old', 'new'].map((text, i): Written => ({
        id: text,
        boardId: 'web',
        taskId: 't1',
        seq: 500 + i,
        at: new Date(now + i).toISOString(),
        authorId: 'ben',
        kind: 'update',
        text,
        health: 'off track',
      })),
    );
    const { lines } = buildBrief(scene, [], 5, looked);
    expect(lines.map(({ objectId, text }) => [objectId, text])).toEqual([
      ['t2', 'Ana gave this to you'],
      ['t1', 'Ana gave this to you'],
      ['t3', 'Ana gave this to you'],
      ['new', 'Ben: new (off track)'],
    ]);
  });

  it('counts per task what nobody needs to read, without what a line tells', () => {
    const activity = (taskId: string, number: number): Activity => ({ taskId, boardId: 'web', number, title: taskId, events: 3 });
    const scene = facts([task('t1', { ownerId: 'me', dueOn: '2026-12-14' })], [happens('t1', { after: { ownerId: 'me' } })]);
    const brief = buildBrief(scene, [activity('t1', 1), activity('t9', 9)], 6, looked);
    expect(brief.others).toEqual([{ taskId: 't9', taskKey: 'WEB-9', title: 't9', boardId: 'web', events: 3 }]);
    expect(brief.events).toBe(6);
  });

  it('gives time to what is owed, and a glance to an update', () => {
    const line = (section: BriefLine['section']) => ({ section }) as BriefLine;
    const lines = [...Array.from({ length: 8 }, () => line('move')), ...Array.from({ length: 4 }, () => line('updates'))];
    expect(minutesFor({ lines })).toBe(3);
    expect(minutesFor({ lines: [] })).toBe(1);
  });
});

it('counts planned working days that passed whole, those of a leave too', () => {
  const from = Date.parse('2026-11-23T16:00:00Z');
  const leave = [
    { id: 'l', fromDay: '2026-11-24', fromTime: null, toDay: '2026-11-26', toTime: null, delegateId: null, note: '', returnBuffer: 2 },
  ];
  expect(workingDaysBetween(berlin, from, now)).toBe(3);
  expect(workingDaysBetween({ ...berlin, leave }, from, now)).toBe(3);
  // Friday evening to Monday morning is nobody's absence.
  expect(workingDaysBetween(berlin, Date.parse('2026-11-27T16:00:00Z'), Date.parse('2026-11-30T08:00:00Z'))).toBe(0);
  expect(workingDaysBetween(berlin, now, now)).toBe(0);
});

it('knows which lines were dealt with: more activity brings back what is done, and not what was set aside', () => {
  const mark = (kind: Mark['mark'], until: string | null = null): Mark => ({
    key: 'k',
    mark: kind,
    seq: 5,
    until,
    line: {} as BriefLine,
    at: '',
  });
  const line = (n: number) => ({ key: 'k', seq: n });
  expect(isMarked(line(5), undefined, now)).toBe(false);
  expect([isMarked(line(5), mark('done'), now), isMarked(line(6), mark('done'), now)]).toEqual([true, false]);
  expect(isMarked(line(6), mark('aside'), now)).toBe(true);
  expect(isMarked(line(6), mark('later', '2026-11-27T09:00:00Z'), now)).toBe(true);
  expect(isMarked(line(6), mark('later', '2026-11-27T08:00:00Z'), now)).toBe(false);
});
