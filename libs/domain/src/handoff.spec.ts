import { type HandoffState, type HandoffStep, handoffAt, handoffSteps, handoffTable } from './handoff';

const allowed: [HandoffState | 'none', HandoffStep[]][] = [
  ['none', ['offer']],
  ['offered', ['accept', 'question', 'decline', 'withdraw']],
  ['expired', ['offer', 'withdraw']],
];

it.each(allowed.flatMap(([state, steps]) => handoffSteps.map((step) => [state, step, steps.includes(step)] as const)))(
  '%s: %s is allowed: %s',
  (state, step, may) => expect(handoffTable[state].includes(step)).toBe(may),
);

it('goes back to the giver when its time is over, except where the giver has left', () => {
  const offer = { fromId: 'a', toId: 'b', by: '2026-11-25T16:00:00.000Z' };
  const at = (kind: 'orphaned' | 'offered' | 'return', now: string) => handoffAt({ ...offer, kind }, Date.parse(now));
  expect([
    at('offered', '2026-11-25T16:00:00Z'),
    at('offered', '2026-11-25T16:00:01Z'),
    at('orphaned', '2026-12-25T16:00:01Z'),
    handoffAt(null, 0),
  ]).toEqual(['offered', 'expired', 'offered', 'none']);
});
