import { type BoardPerson, type BoardSnapshot, type Card, type ColumnRow, type Rank, bareCard } from '@baton/domain';
import { begunFields, turnOf, unpromised } from './begun';
import { groupByDeadline, groupByMove } from './groups';
import { makeWaitedFor, moveSceneOf } from './moveScene';

const now = Date.parse('2026-11-24T09:00:00Z'); // a Tuesday
const person = (id: string, name: string) =>
  ({
    id,
    name,
    zone: 'UTC',
    calendar: null,
    quietDays: null,
    status: null,
    role: 'member',
    placeholder: false,
    removed: false,
  }) as BoardPerson;
const column = (id: string, columnClass: ColumnRow['class']) => ({ id, name: id, class: columnClass, rank: 'a0' as Rank }) as ColumnRow;
const card = (number: number, fields: Partial<Card> = {}): Card => ({
  ...bareCard,
  id: `t${number}`,
  number,
  columnId: 'doing',
  rank: 'a0' as Rank,
  title: `task ${number}`,
  ...fields,
});
const boardOf = (cards: Card[]) =>
  ({
    id: 'b',
    key: 'WEB',
    zone: 'UTC',
    columns: [column('todo', 'queued'), column('doing', 'active'), column('done', 'done')],
    people: [person('me', 'Ana'), person('ben', 'Ben')],
    cards,
    sprint: null,
  }) as unknown as BoardSnapshot;
const due = (dueOn: string) => ({ dueOn, dueZone: 'UTC' });

it('groups open tasks by whose move they are: mine first, then by name, then nobody’s', () => {
  const cards = [
    card(1, { ownerId: 'ben', ...due('2026-11-30') }),
    card(2, { ownerId: 'me', ...due('2026-12-01') }),
    card(3),
    card(4, { ownerId: 'me', ...due('2026-11-26') }),
    card(5, { ownerId: 'me', columnId: 'done' }),
    card(6, { ownerId: 'me', ...due('2026-11-26'), blockerIds: ['t1'] }),
  ];
  const scene = moveSceneOf(boardOf(cards), makeWaitedFor()(cards), now);
  const groups = groupByMove(cards, scene, 'me', (id) => (id === 'ben' ? 'Ben' : id));
  expect(groups.map((g) => [g.name, g.cards.map((c) => c.number)])).toEqual([
    ['Your move', [4, 2]],
    ['Ben', [1, 6]],
    ['No owner', [3]],
  ]);
});

it('groups open tasks by when they are due, in the reader’s days', () => {
  const days = ['2026-11-23', '2026-11-24', '2026-11-29', '2026-12-06', '2026-12-07'];
  const cards = [...days.map((day, i) => card(i + 1, due(day))), card(6, { revisitOn: '2026-12-01' }), card(7)];
  const groups = groupByDeadline(cards, moveSceneOf(boardOf(cards), new Map(), now), 'UTC', now);
  expect(groups.map((g) => [g.name, g.cards.map((c) => c.number)])).toEqual([
    ['Late', [1]],
    ['Today', [2]],
    ['This week', [3]],
    ['Next week', [4]],
    ['Later', [5]],
    ['To look at again', [6]],
    ['No deadline', [7]],
  ]);
});

it('shows at once what a task gets that is begun, and what still lacks an owner or a deadline', () => {
  const board = boardOf([card(1, { columnId: 'todo' }), card(2, { exempt: true }), card(3, { ownerId: 'ben', ...due('2026-12-24') })]);
  expect(begunFields(board, 't1', 'me', now)).toMatchObject({ ownerId: 'me', dueOn: '2026-12-01', dueAt: '2026-12-02T00:00:00.000Z' });
  expect(begunFields(board, 't3', 'me', now)).toEqual({ exempt: false });
  expect(unpromised(board).map((c) => c.number)).toEqual([2]);
  expect(unpromised(board, true).map((c) => c.number)).toEqual([1, 2]);
});

it('asks why of moves against the stream alone', () => {
  expect([
    turnOf('active', 'queued'),
    turnOf('queued', 'dropped'),
    turnOf('done', 'active'),
    turnOf('queued', 'active'),
    turnOf('active', 'done'),
  ]).toEqual(['is put back', 'will not be done', 'is opened again', null, null]);
});

it('keeps the same tasks that others wait for until one of them changes', () => {
  const keep = makeWaitedFor();
  const cards = [card(1, { ownerId: 'ben' }), card(2, { blockerIds: ['t1'] })];
  const first = keep(cards);
  expect(keep([...cards, card(3)])).toBe(first);
  expect(keep([card(1, { ownerId: 'ben', doneAt: 'x' }), cards[1] as Card])).not.toBe(first);
});
