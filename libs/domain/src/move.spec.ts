import fc from 'fast-check';
import { type Card, bareCard } from './board';
import { type MoveScene, closesCircle, headlineOf, lacks } from './move';
import type { Rank } from './rank';
import { assumedCalendar } from './time/calendar';

const card = (id: string, fields: Partial<Card> = {}): Card => ({
  id,
  number: Number(id.replace(/\D/g, '')) || 1,
  columnId: 'doing',
  rank: 'a0' as Rank,
  title: id,
  ...bareCard,
  ownerId: 'asha',
  dueOn: '2026-11-20',
  dueZone: 'Asia/Kolkata',
  ...fields,
});
const scene = (cards: Card[] = []): MoveScene => ({
  boardKey: 'WEB',
  zone: 'Europe/Berlin',
  now: Date.parse('2026-11-16T08:00:00Z'),
  classOf: (id) => (({ todo: 'queued', doing: 'active', done: 'done', no: 'dropped' }) as const)[id],
  cardOf: (id) => cards.find((c) => c.id === id),
  calendarOf: (id) => assumedCalendar(id === 'asha' ? 'Asia/Kolkata' : 'America/New_York'),
});
const iso = (ms: number | null | undefined) => (ms == null ? null : new Date(ms).toISOString());

it('is the owner, with the next step, by the end of their last window before the deadline', () => {
  expect(headlineOf(card('1'), scene())).toMatchObject({ kind: 'owner', personId: 'asha', what: 'finish' });
  expect(iso(headlineOf(card('1', { nextStep: 'send the draft' }), scene())?.by)).toBe('2026-11-20T11:30:00.000Z'); // 17:00 IST
  const undated = headlineOf(card('1', { dueOn: null, revisitOn: '2026-11-22' }), scene());
  expect([undated?.what, iso(undated?.by)]).toEqual(['look at it again', '2026-11-20T11:30:00.000Z']); // a Sunday: her Friday evening
});

it('is nobody once it is done or dropped, and says what an imported task lacks', () => {
  for (const fields of [{ columnId: 'done' }, { columnId: 'no' }, { doneAt: '2026-11-01T00:00:00Z' }])
    expect(headlineOf(card('1', fields), scene())).toBeNull();
  const bare = card('1', { ownerId: null, dueOn: null });
  expect(headlineOf(bare, scene())).toMatchObject({ personId: null, by: null });
  expect(lacks(bare)).toEqual({ owner: true, deadline: true });
});

it('is the receiver while a handoff is offered, and the colleague whom it waits for', () => {
  const handoff = { kind: 'orphaned', fromId: 'asha', toId: 'ben', by: '2026-11-19T22:00:00Z' } as const;
  const wait = { kind: 'person', personId: 'cy', what: 'approve the copy', by: '2026-11-19T20:00:00Z', since: '' } as const;
  expect(headlineOf(card('1', { handoff, wait }), scene())).toMatchObject({ kind: 'handoff', personId: 'ben', more: 1 });
  expect(headlineOf(card('1', { wait }), scene())).toMatchObject({ kind: 'person', personId: 'cy', what: 'approve the copy', more: 0 });
  // An offer that nobody took in time is back with the giver; what somebody left behind stays offered.
  const offered = { ...handoff, kind: 'offered' } as const;
  const after = { ...scene(), now: Date.parse('2026-11-19T22:00:01Z') };
  expect(headlineOf(card('1', { handoff: offered }), scene())).toMatchObject({ kind: 'handoff', personId: 'ben' });
  expect(headlineOf(card('1', { handoff: offered }), after)).toMatchObject({ kind: 'owner', personId: 'asha', what: 'finish' });
  expect(headlineOf(card('1', { handoff }), after)).toMatchObject({ kind: 'handoff', personId: 'ben' });
});

it('is the owner again for somebody outside, who looks on the day to check back', () => {
  const wait = { kind: 'outside', who: 'the printer', what: 'proofs', checkOn: '2026-11-18', since: '' } as const;
  const headline = headlineOf(card('1', { wait }), scene());
  expect([headline?.kind, headline?.personId, headline?.what, iso(headline?.by)]).toEqual([
    'outside',
    'asha',
    'check back with the printer',
    '2026-11-18T11:30:00.000Z',
  ]);
});

it('is the owner of the blocker that ends first, until the last one is done; then the owner is next', () => {
  const first = card('2', { ownerId: 'ben', dueOn: '2026-11-18' });
  const second = card('3', { ownerId: 'cy', dueOn: '2026-11-19' });
  const blocked = card('1', { blockerIds: ['2', '3'] });
  expect(headlineOf(blocked, scene([first, second]))).toMatchObject({
    kind: 'blocker',
    personId: 'ben',
    what: 'finish WEB-2 first',
    more: 1,
  });
  const over = { ...first, columnId: 'done' };
  expect(headlineOf(blocked, scene([over, second]))).toMatchObject({ personId: 'cy', more: 0 });
  expect(headlineOf(blocked, scene([over, { ...second, doneAt: 'x' }]))).toMatchObject({ kind: 'owner', personId: 'asha' });
  // A blocker that nobody owns cannot be anybody's move: the owner holds it.
  expect(headlineOf(blocked, scene([{ ...first, ownerId: null }]))).toMatchObject({ personId: 'asha', what: 'waits for WEB-2' });
});

it('finds every circle that brute force finds', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 14 }), (edges) => {
      const blockers = new Map<string, string[]>();
      const of = (id: string) => blockers.get(id) ?? [];
      for (const [task, blocker] of edges.map(([a, b]) => [String(a), String(b)] as const)) {
        if (closesCircle(task, blocker, of)) continue;
        blockers.set(task, [...of(task), blocker]);
      }
      // What was let in has no circle: every walk along blockers ends.
      for (const start of blockers.keys()) {
        let layer = new Set([start]);
        for (let i = 0; i < 8; i++) layer = new Set([...layer].flatMap(of));
        expect(layer.size).toBe(0);
      }
    }),
  );
});
