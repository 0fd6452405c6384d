import { type Rank, ranksBetween } from '@baton/domain';
import fc from 'fast-check';
import { arrange, markOf, mergeRow, movedAmong } from './reconcile';

const fields = { title: 'value', done_at: 'moment', label_ids: 'set' } as const;
const row = (title: string, done: string | null, labels: string[]) => ({ title, done_at: done, label_ids: labels });
const marks = (values: ReturnType<typeof row>) => ({
  title: markOf('value', values.title),
  done_at: markOf('moment', values.done_at),
  label_ids: markOf('set', values.label_ids),
});

it('takes what the file changed and nobody here did', () => {
  const was = row('a', null, ['x']);
  expect(mergeRow(fields, marks(was), was, row('b', '2026-01-01', ['x', 'y']))).toEqual({
    next: { title: 'b', done_at: '2026-01-01', label_ids: ['x', 'y'] },
    kept: 0,
  });
});

it('keeps what somebody here changed, and merges sets', () => {
  const was = row('a', null, ['x', 'y']);
  expect(mergeRow(fields, marks(was), row('ours', null, ['x', 'y', 'ours']), row('theirs', null, ['y', 'new']))).toEqual({
    next: { label_ids: ['y', 'ours', 'new'] },
    kept: 1,
  });
});

it('does nothing when the file did not change, whatever happened here', () => {
  const was = row('a'.repeat(500), '2026-01-01', ['x']);
  expect(mergeRow(fields, marks(was), row('ours', null, []), { ...was, done_at: '2026-02-02' })).toEqual({ next: {}, kept: 0 });
});

it('finds the fewest things that moved', () => {
  const old = ['a', 'b', 'c', 'd', 'e'];
  expect([...movedAmong(['b', 'c', 'd', 'e', 'a'], (x) => old.indexOf(x))]).toEqual(['a']);
  expect([...movedAmong(old, (x) => old.indexOf(x))]).toEqual([]);
});

it('gives every placed row a rank that puts it after its predecessor, between rows that stay', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('new', 'here', 'gone'), { maxLength: 30 }), fc.nat(5), (kinds, extra) => {
      const order = kinds.map((_, i) => `${i}`);
      const placed = new Set(order.filter((_, i) => kinds[i] === 'new'));
      const staying = [...order.filter((_, i) => kinds[i] === 'here'), ...Array.from({ length: extra }, (_, i) => `own${i}`)];
      const own = ranksBetween(null, null, staying.length);
      const here = staying.map((id, i) => ({ id, rank: own[i] as Rank }));
      const ranks = new Map([...here.map(({ id, rank }) => [id, rank] as const), ...arrange(order, placed, here)]);
      const present = order.filter((_, i) => kinds[i] !== 'gone');
      expect(new Set(ranks.values()).size).toBe(staying.length + placed.size);
      expect(present.toSorted((a, b) => ((ranks.get(a) ?? '') < (ranks.get(b) ?? '') ? -1 : 1))).toEqual(present);
    }),
  );
});
