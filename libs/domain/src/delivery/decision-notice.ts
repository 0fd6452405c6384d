import { type Decision, type DecisionState, currentStance, isInForce } from '../decision/decision';
import type { EventKind } from '../event';
import type { Cause } from './cause';
import type { GoneReason, Told } from './relevance';

/** Who is told what of a decision's event; `at` is its time as text, `owners` own the tasks that the decision is about. */
export function decisionNotices(
  kind: EventKind,
  decision: Decision,
  at: string,
  owners: readonly string[],
): { personId: string; cause: Cause }[] {
  const told: { personId: string | null; cause: Cause }[] = [];
  const people = decision.contributors.map(({ personId }) => personId);
  const all = [...people, ...decision.informedIds, decision.proposerId, decision.deciderId];
  for (const { personId, addedAt } of decision.contributors)
    if (kind !== 'decision.drafted' && addedAt === at) told.push({ personId, cause: 'decision-input' });
  if (kind === 'decision.edited')
    for (const { personId, addedAt } of decision.contributors)
      if (addedAt !== at && decision.stances.some((stance) => stance.personId === personId) && currentStance(decision, personId) === null)
        told.push({ personId, cause: 'decision-again' });
  const replaced = decision.history.some((entry) => entry.at === at);
  if (kind === 'decision.closed' || (kind === 'decision.edited' && replaced))
    told.push({ personId: decision.deciderId ?? decision.proposerId, cause: 'decision-yours' });
  if (kind === 'decision.settled') {
    for (const personId of owners) told.push({ personId, cause: 'decision-affects' });
    for (const personId of all) if (!personId || !owners.includes(personId)) told.push({ personId, cause: 'decision-outcome' });
  }
  if (kind === 'decision.withdrawn') for (const personId of all) told.push({ personId, cause: 'decision-changed' });
  const once = new Map(told.map((one) => [`${one.personId ?? ''} ${one.cause}`, one]));
  return [...once.values()].flatMap(({ personId, cause }) => (personId ? [{ personId, cause }] : []));
}

const wanted: readonly Cause[] = ['decision-input', 'decision-again', 'decision-closing'];

/** Whether something about a decision is still to be told; null when it is. `state` and `reviewDue` are what the clock makes of it now. */
export function goneOfDecision(
  decision: Decision,
  { state, reviewDue }: { state: DecisionState; reviewDue: boolean },
  { cause, personId, coversId }: Told,
): GoneReason | null {
  const is = (id: string | null) => id !== null && (id === personId || id === coversId);
  if (wanted.includes(cause)) {
    if (state !== 'open') return state === 'withdrawn' ? 'withdrawn' : 'over';
    const asked = decision.contributors.find((contributor) => is(contributor.personId));
    return !asked ? 'somebody else' : currentStance(decision, asked.personId) ? 'handled' : null;
  }
  if (cause === 'decision-yours') {
    if (state !== 'awaiting' && state !== 'contested') return state === 'withdrawn' ? 'withdrawn' : 'handled';
    return is(decision.deciderId ?? decision.proposerId) ? null : 'somebody else';
  }
  if (cause === 'decision-review') return reviewDue ? null : 'handled';
  if (cause === 'decision-affects' || cause === 'decision-outcome') return isInForce(state) ? null : 'told better';
  return null;
}
