import { type BoardPerson, type Card, type Rank, bareCard } from '@baton/domain';
import { byDay, entryOf, monthBeside, monthGrid, movedDay } from './grid';
import { bandsOf, lanesOf, span } from './lanes';

const now = Date.parse('2026-11-24T09:00:00Z');
const card = (number: number, fields: Partial<Card>): Card => ({
  ...bareCard,
  id: `t${number}`,
  number,
  columnId: 'c',
  rank: 'a0' as Rank,
  title: `task ${number}`,
  ...fields,
});

it('puts a whole day on that day for every reader, and a moment on the day of the reader', () => {
  const day = card(1, { dueOn: '2026-11-27', dueZone: 'Pacific/Auckland', dueAt: '2026-11-27T11:00:00Z' });
  const moment = card(2, { dueOn: '2026-11-27', dueTime: '23:30', dueZone: 'America/New_York', dueAt: '2026-11-28T04:30:00Z' });
  const days = byDay([moment, day, card(3, {})], 'Asia/Kolkata', now);
  expect([...days].map(([d, list]) => [d, list.map((e) => [e.card.number, e.time])])).toEqual([
    ['2026-11-28', [[2, '10:00']]],
    ['2026-11-27', [[1, null]]],
  ]);
});

it('moves a deadline by as many days as its chip was moved, though the reader is on another date', () => {
  const moment = card(2, { dueOn: '2026-11-27', dueTime: '23:30', dueZone: 'America/New_York', dueAt: '2026-11-28T04:30:00Z' });
  const entry = entryOf(moment, 'Asia/Kolkata', now);
  expect(entry && movedDay(entry, '2026-12-01')).toBe('2026-11-30');
});

it('says what is late, and not of what is done', () => {
  const late = { dueOn: '2026-11-23', dueAt: '2026-11-23T23:00:00Z' };
  expect(entryOf(card(1, late), 'UTC', now)?.late).toBe(true);
  expect(entryOf(card(1, { ...late, doneAt: '2026-11-23T10:00:00Z' }), 'UTC', now)?.late).toBe(false);
});

it('shows whole weeks of a month, and steps from month to month', () => {
  const weeks = monthGrid('2026-11-24');
  expect([weeks.length, weeks[0]?.[0], weeks.at(-1)?.[6]]).toEqual([6, '2026-10-26', '2026-12-06']);
  expect([monthBeside('2026-01-31', 1), monthBeside('2026-01-31', -1)]).toEqual(['2026-02-01', '2025-12-01']);
});

it('lays bars into as few lanes as they need, none over another', () => {
  const bar = (n: number, from: string, to: string) => ({ card: card(n, {}), from, to });
  const lanes = lanesOf([bar(1, '2026-11-02', '2026-11-05'), bar(2, '2026-11-05', '2026-11-08'), bar(3, '2026-11-09', '2026-11-09')]);
  expect(lanes.map((lane) => lane.map(({ card: c }) => c.number))).toEqual([[1, 3], [2]]);
});

it('groups bars by owner in the order of people, and cuts them to the days shown', () => {
  const people = [{ id: 'p1', name: 'Asha' }] as unknown as BoardPerson[];
  const shown = { from: '2026-11-10', to: '2026-11-20' };
  const cards = [
    card(1, { dueOn: '2026-11-12', startOn: '2026-11-01', ownerId: 'p1' }),
    card(2, { dueOn: '2026-11-12' }),
    card(3, { dueOn: '2026-12-24' }),
  ];
  const bands = bandsOf(cards, 'owner', people, { word: 'column', all: [], of: (c) => c.columnId }, shown);
  expect(bands.map((band) => [band.name, band.lanes.flat().length])).toEqual([
    ['Asha', 1],
    ['No owner', 1],
  ]);
  const first = bands[0]?.lanes[0]?.[0];
  expect(first && span(first, shown)).toEqual({ start: 0, days: 3 });
});
