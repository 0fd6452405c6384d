import fc from 'fast-check';
import { type BoardSnapshot, type Card, bareCard } from './board';
import { type BoardEvent, type Change, applyChanges, applyEvent } from './event';
import { type Rank, byRank, rankBetween, ranksBetween } from './rank';

const card = (id: string, fields: Partial<Card> = {}): Card => ({
  id,
  number: 1,
  columnId: 'c1',
  rank: 'a0' as Rank,
  title: id,
  ...bareCard,
  ...fields,
});
const board = (cards: Card[] = []): BoardSnapshot => ({
  id: 'b',
  workspaceId: 'w',
  name: 'Board',
  key: 'BRD',
  zone: 'UTC',
  archivedAt: null,
  norms: null,
  workspaceNorms: null,
  triageId: null,
  sprint: null,
  myRole: 'member',
  seq: 0,
  columns: [],
  labels: [],
  people: [],
  cards,
});
const event = (seq: number, changes: Change[]): BoardEvent => ({
  boardId: 'b',
  seq,
  at: '',
  actorId: 'p',
  kind: 'task.edited',
  commandId: `${seq}`,
  changes,
  resync: false,
});

it('changes known rows, adds whole ones, skips parts of unknown ones, and takes gone ones off', () => {
  const before = board([card('a'), card('b')]);
  const after = applyChanges(before, [
    { type: 'task', id: 'a', fields: { title: 'new' } },
    { type: 'task', id: 'c', fields: card('c') },
    { type: 'task', id: 'unknown', fields: { title: 'part' } },
    { type: 'task', id: 'b', fields: {}, gone: true },
  ]);
  expect(after.cards.map((c) => c.title)).toEqual(['new', 'c']);
  expect(before.cards.map((c) => c.title)).toEqual(['a', 'b']);
});

it('takes archived and deleted tasks, columns and labels off the board', () => {
  const after = applyChanges(board([card('a'), card('b')]), [
    { type: 'task', id: 'a', fields: { archivedAt: '2026-11-24T00:00:00Z' } },
    { type: 'task', id: 'b', fields: { deletedAt: '2026-11-24T00:00:00Z' } },
  ]);
  expect(after.cards).toEqual([]);
});

it('says when events are missing, and ignores those that it has', () => {
  const one = applyEvent(board([card('a')]), event(1, [{ type: 'task', id: 'a', fields: { title: 'one' } }]));
  expect(one?.seq).toBe(1);
  expect(one && applyEvent(one, event(1, [{ type: 'task', id: 'a', fields: { title: 'again' } }]))).toBe(one);
  expect(one && applyEvent(one, event(3, []))).toBeNull();
});

it('ends the same however events are repeated', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 20 }), fc.infiniteStream(fc.nat(3)), (titles, repeats) => {
      const events = titles.map((title, i) => event(i + 1, [{ type: 'task', id: 'a', fields: { title } }]));
      const often = events.flatMap((e, i) =>
        Array.from({ length: 1 + (repeats.next().value as number) }, (_, n) => events[Math.max(0, i - n)] ?? e).reverse(),
      );
      const end = often.reduce<BoardSnapshot>((state, e) => applyEvent(state, e) ?? state, board([card('a')]));
      expect(end.cards[0]?.title).toBe(titles.at(-1));
    }),
  );
});

it('gives ranks strictly between their neighbours, in byte order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 60 }), (places) => {
      const ranks: Rank[] = [];
      for (const place of places) {
        const at = place % (ranks.length + 1);
        ranks.splice(at, 0, rankBetween(ranks[at - 1] ?? null, ranks[at] ?? null));
      }
      expect([...ranks].sort()).toEqual(ranks);
      expect(new Set(ranks).size).toBe(ranks.length);
    }),
  );
  expect(
    ranksBetween(null, null, 3)
      .map((rank, i) => ({ rank, id: `${i}` }))
      .sort(byRank)
      .map(({ id }) => id),
  ).toEqual(['0', '1', '2']);
});
