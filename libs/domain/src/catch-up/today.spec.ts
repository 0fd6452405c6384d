import { ask, facts, task } from '../../test/facts';
import type { BriefLine } from '../brief';
import type { Facts } from './facts';
import type { Mark } from './marks';
import { todayOf } from './today';

const rows = (scene: Facts, marks: Mark[] = []) => todayOf(scene, marks);
const mark = (key: string, kind: Mark['mark'], until: string | null = null, line: Partial<BriefLine> = {}): Mark => ({
  key,
  mark: kind,
  seq: 0,
  until,
  line: { key, section: 'move', text: 'kept', ...line } as BriefLine,
  at: '2026-11-26T10:00:00Z',
});
const at = (scene: Facts, instant: string): Facts => ({ ...scene, now: Date.parse(instant) });
const by = '2026-11-30T16:00:00.000Z';

it('says what is owed now with its verb and its time, soonest first, whatever it comes from', () => {
  const scene = facts(
    [
      task('t1', { ownerId: 'me', dueOn: '2026-12-04', nextStep: 'draw the map' }),
      task('t2', { ownerId: 'ana', handoff: { kind: 'offered', fromId: 'ana', toId: 'me', by } }),
      task('t3', {
        ownerId: 'ben',
        dueSetById: 'me',
        dueOn: '2026-12-04',
        counter: { byId: 'ben', on: '2026-12-11', time: null, zone: 'Europe/Berlin', why: 'The fair', at: '2026-11-26T10:00:00Z' },
      }),
      task('t4', { ownerId: 'ben', wait: { kind: 'person', personId: 'me', what: 'send the logo', by, since: '2026-11-27T08:00:00Z' } }),
      task('t5', {
        ownerId: 'ben',
        owed: [{ id: 'd1', kind: 'decision', personId: 'me', what: 'say what you think', by, blocking: true }],
      }),
      task('t6', { ownerId: 'me', columnId: 'done', dueOn: '2026-11-27' }),
    ],
    [],
    [],
    [ask()],
  );
  expect(rows(scene).moves.map(({ verb, text, reason }) => [verb, text, reason])).toEqual([
    ['answer', 'Ana asks: Which colour?', 'you are asked'],
    ['agree or not', 'Ben can do Fri 11 Dec: The fair', 'you set this deadline'],
    ['take over', 'Ana hands this over to you', 'it is offered to you'],
    ['send the logo', 'Ben waits for you: send the logo', 'a colleague waits for you'],
    ['draw the map', 'Draw the map', 'you own it'],
  ]);
});

it('does not count what is not delivered, and shows it to somebody who looks', () => {
  const late = ask({ sentAt: '2026-11-26T20:00:00.000Z' });
  const scene = at(facts([task('t1')], [], [], [late]), '2026-11-26T21:00:00Z');
  const { moves, arriving, quietUntil, offAt, backAt } = rows(scene);
  expect([moves.length, arriving.map(({ heldUntil }) => heldUntil)]).toEqual([0, ['2026-11-27T08:00:00.000Z']]);
  expect([quietUntil, offAt, backAt]).toEqual(['2026-11-27T08:00:00.000Z', null, '2026-11-27T08:00:00.000Z']);
  const morning = rows(at(scene, '2026-11-27T08:00:00Z'));
  expect([morning.moves.length, morning.arriving.length, morning.offAt]).toEqual([1, 0, '2026-11-27T16:00:00.000Z']);
});

it('brings what is not begun on the last working day that can be worked on it, and is quiet until then', () => {
  const scene = facts([task('t1', { ownerId: 'me', columnId: 'todo', dueOn: '2026-12-02' })]);
  expect(rows(scene)).toMatchObject({ moves: [], quietUntil: '2026-12-02T08:00:00.000Z', nextDelivery: '2026-11-27T12:00:00.000Z' });
  expect(rows(at(scene, '2026-12-02T08:00:00Z')).moves[0]).toMatchObject({ verb: 'begin', late: false });
  expect(rows(at(scene, '2026-12-03T08:00:00Z')).moves[0]).toMatchObject({ verb: 'begin', late: true });
});

it('lists whom I wait for, what came back first, then what is late, and each thing once', () => {
  const mine = (id: string, change: object) => ask({ id, askerId: 'me', holderId: 'ben', taskId: 't1', ...change });
  const closed = { at: '2026-11-26T12:00:00Z', byId: 'ben', text: 'Use v2', ack: null, insteadId: null };
  const scene = facts(
    [
      // It waits for the answers alone, which stand there already.
      task('t1', {
        ownerId: 'me',
        dueOn: '2026-12-04',
        owed: [{ id: 'q1', kind: 'ask', personId: 'ben', what: 'answer', by, blocking: true }],
      }),
      task('t2', { ownerId: 'ben', requesterId: 'me', dueOn: '2026-12-03' }),
      task('t3', {
        ownerId: 'me',
        dueOn: '2026-12-04',
        wait: { kind: 'outside', who: 'The printer', what: 'a proof', checkOn: '2026-12-02', since: '' },
      }),
      task('t4', { ownerId: 'me', dueOn: '2026-12-04', handoff: { kind: 'offered', fromId: 'me', toId: 'ana', by } }),
      task('t5', { ownerId: 'ben', requesterId: 'ana' }),
    ],
    [],
    [],
    [
      mine('q1', { respondBy: '2026-11-27T16:00:00.000Z' }),
      mine('q2', { closed: { ...closed, as: 'answered' } }),
      mine('q3', { sentAt: '2026-11-24T09:00:00.000Z' }),
      mine('q4', { closed: { ...closed, as: 'accepted' } }),
    ],
  );
  expect(rows(scene).waiting.map(({ key, state, byName, text }) => [key, state, byName, text])).toEqual([
    ['waiting:q2', 'answered', 'Ben', 'Use v2'],
    ['waiting:q3', 'late', 'Ben', 'answer: Which colour?'],
    ['waiting:q1', 'open', 'Ben', 'answer: Which colour?'],
    ['waiting:t4:handoff', 'open', 'Ana', 'accept or question your handoff'],
    ['waiting:t3:outside', 'open', 'The printer', 'a proof'],
    ['waiting:t2', 'open', 'Ben', 'finish'],
  ]);
  expect(rows(scene).moves).toEqual([]);
  // On the day itself it is my move again: I ask the printer. What nobody took over in time is back with me.
  expect(rows(at(scene, '2026-12-02T08:30:00Z')).moves.map(({ verb }) => verb)).toEqual([
    'check back with The printer',
    'keep or offer again',
  ]);
});

it('puts off in my own list alone: the time that was promised stays', () => {
  const scene = facts([task('t1')], [], [], [ask()]);
  const [{ key, by: promised } = { key: '', by: '' }] = rows(scene).moves;
  const off = rows(scene, [mark(key, 'later', '2026-11-27T12:00:00.000Z')]);
  expect(off).toMatchObject({
    moves: [],
    later: [{ key, by: promised, until: '2026-11-27T12:00:00.000Z' }],
    quietUntil: '2026-11-27T12:00:00.000Z',
  });
  expect(rows(at(scene, '2026-11-27T12:00:00Z'), [mark(key, 'later', '2026-11-27T12:00:00.000Z')]).moves).toHaveLength(1);
});

it('keeps a pile of what was set aside, without what was settled meanwhile', () => {
  const scene = facts([task('t1')], [], [], [ask()]);
  const told = mark('changed:t9', 'aside', null, { section: 'changed' });
  const pile = [mark('ask:q1', 'aside'), mark('ask:gone', 'aside'), told];
  const { moves, aside } = rows(scene, pile);
  expect([moves.length, aside.map(({ key, text }) => [key, text])]).toEqual([
    0,
    [
      ['ask:q1', 'Ana asks: Which colour?'],
      ['changed:t9', 'kept'],
    ],
  ]);
});
