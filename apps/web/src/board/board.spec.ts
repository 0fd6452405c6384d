import fc from 'fast-check';
import { type Card, type Rank, bareCard, byRank } from '@baton/domain';
import { titlesIn } from './AddTask';
import { groupByColumn, makeGrouper } from './arrange';
import { isWhereItWas, placeOf, positionOf, provisionalRanks, resolveDrop, stepDrop } from './drop';
import { filterCards, noFilter } from './filter';
import { neighbour } from './useBoardKeys';

const card = (id: string, columnId = 'todo', rank = id, fields: Partial<Card> = {}): Card => ({
  id,
  number: 1,
  columnId,
  rank: rank as Rank,
  title: id,
  ...bareCard,
  ...fields,
});
const cards = [card('a'), card('b'), card('c'), card('x', 'done')];
const groups = groupByColumn(cards);
const moving = (...ids: string[]) => new Set(ids);
const columns = ['todo', 'doing', 'done'].map((id) => ({
  id,
  name: id,
  class: 'queued' as const,
  wipLimit: null,
  rank: id as Rank,
  archivedAt: null,
  deletedAt: null,
}));

it('keeps the arrays of columns in which nothing changed', () => {
  const group = makeGrouper();
  const first = group(cards);
  const second = group(cards.map((c) => (c.id === 'x' ? { ...c, title: 'changed' } : c)));
  expect(second.get('todo')).toBe(first.get('todo'));
  expect(second.get('done')).not.toBe(first.get('done'));
});

it('drops on the upper half before a card and on the lower half after it', () => {
  expect(resolveDrop(groups, moving('x'), { columnId: 'todo', taskId: 'b', half: 'upper' })).toEqual({
    columnId: 'todo',
    afterTaskId: 'a',
  });
  expect(resolveDrop(groups, moving('x'), { columnId: 'todo', taskId: 'b', half: 'lower' })).toEqual({
    columnId: 'todo',
    afterTaskId: 'b',
  });
  expect(resolveDrop(groups, moving('x'), { columnId: 'todo', taskId: 'a', half: 'upper' })).toEqual({
    columnId: 'todo',
    afterTaskId: null,
  });
  expect(resolveDrop(groups, moving('a'), { columnId: 'done' })).toEqual({ columnId: 'done', afterTaskId: 'x' });
  expect(resolveDrop(groups, moving('a'), { columnId: 'doing' })).toEqual({ columnId: 'doing', afterTaskId: null });
});

it('knows when letting go would change nothing', () => {
  for (const id of ['a', 'b', 'c'])
    expect(isWhereItWas(groups, [id], positionOf(groups, moving(id), id) ?? { columnId: '', afterTaskId: null })).toBe(true);
  expect(isWhereItWas(groups, ['b'], { columnId: 'todo', afterTaskId: 'c' })).toBe(false);
});

it('steps through a column and across columns with the arrows, and says where', () => {
  const ids = ['todo', 'doing', 'done'];
  const start = { columnId: 'todo', afterTaskId: null };
  const down = stepDrop(ids, groups, moving('a'), start, 'ArrowDown');
  expect(down).toEqual({ columnId: 'todo', afterTaskId: 'b' });
  expect(placeOf(groups, moving('a'), down)).toEqual({ position: 2, of: 3 });
  expect(stepDrop(ids, groups, moving('a'), start, 'ArrowUp')).toEqual(start);
  expect(stepDrop(ids, groups, moving('a'), start, 'ArrowLeft')).toEqual(start);
  const right = stepDrop(ids, groups, moving('a'), start, 'ArrowRight');
  expect(right).toEqual({ columnId: 'doing', afterTaskId: null });
  expect(placeOf(groups, moving('a'), right)).toEqual({ position: 1, of: 1 });
});

it('shows a dropped card exactly where it was dropped, before the server says its rank', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[0-9A-Za-z]{1,6}$/), { minLength: 1, maxLength: 12 }), fc.nat(), (ranks, place) => {
      const sorted = [...ranks].sort();
      const column = groupByColumn([card('moved', 'done'), ...sorted.map((rank, i) => card(`t${i}`, 'todo', rank))]);
      const after = place % (sorted.length + 1);
      const drop = { columnId: 'todo', afterTaskId: after === 0 ? null : `t${after - 1}` };
      const [rank = ''] = provisionalRanks(column, moving('moved'), drop, 1);
      const order = [...(column.get('todo') ?? []), card('moved', 'todo', rank)].sort(byRank).map((c) => c.id);
      expect(order.indexOf('moved')).toBe(after);
    }),
  );
});

it('walks the focus over columns and skips empty ones', () => {
  expect(neighbour(columns, groups, 'c', 'ArrowRight')?.id).toBe('x');
  expect(neighbour(columns, groups, 'a', 'ArrowDown')?.id).toBe('b');
  expect(neighbour(columns, groups, 'a', 'ArrowUp')).toBeNull();
  expect(neighbour(columns, groups, null, 'ArrowDown')?.id).toBe('a');
});

it('filters by words in any order without accents, by owner and by label', () => {
  const board = { key: 'WEB', cards: [card('Éclair für Ana'), card('b', 'todo', 'b', { ownerId: 'p1', labelIds: ['l1'] })] };
  expect(filterCards(board, { ...noFilter, text: 'ana eclair' })).toHaveLength(1);
  expect(filterCards(board, { ...noFilter, text: 'web-1' })).toHaveLength(2);
  expect(filterCards(board, { ...noFilter, ownerId: 'nobody' }).map((c) => c.id)).toEqual(['Éclair für Ana']);
  expect(filterCards(board, { text: '', ownerId: 'p1', labelId: 'l1' }).map((c) => c.id)).toEqual(['b']);
});

it('reads one title from each line of a pasted list', () => {
  expect(titlesIn('- one\r\n* [ ] two\n\n  3. three\n• four')).toEqual(['one', 'two', 'three', 'four']);
});
