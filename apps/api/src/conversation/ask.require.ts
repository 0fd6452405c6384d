import {
  type Ask,
  type AskStanding,
  type AskStep,
  type IfNoReply,
  Refusal,
  askParties,
  askSteps,
  limits,
  mayStep,
  partiesOf,
  stepsFor,
} from '@baton/domain';
import { requireText } from '../platform/text';

const stateWords: Record<AskStanding['state'], string> = {
  held: 'is on its way',
  delivered: 'is open',
  lapsed: 'is past its time',
  answered: 'was answered',
  accepted: 'is settled',
  declined: 'was declined',
  withdrawn: 'was withdrawn',
  proceeded: 'is over: the asker went ahead',
  talk: 'is being talked about',
};

/** Refuses a step that the state, or the person's part in the ask, does not allow; with the present state and a sentence. */
export function requireStep(ask: Ask, standing: AskStanding, personId: string, step: AskStep) {
  if (!askSteps.includes(step)) throw new Refusal('BAD_INPUT', { field: 'step', reason: 'This is not a step of an ask.' });
  if (stepsFor(ask, standing, personId).includes(step)) return;
  const parties = partiesOf(ask, standing, personId);
  if (mayStep(standing.state, step) && !askParties[step].some((party) => parties.has(party)))
    throw new Refusal('FORBIDDEN', { reason: 'This is up to somebody else.', state: standing.state });
  throw new Refusal('CONFLICT', {
    state: standing.state,
    reason: reasons[step]?.(standing) ?? `This ask ${stateWords[standing.state]} by now, so that cannot be done.`,
  });
}

/** Why a step is not open although it looks as if it were; null for what the state alone says. */
const reasons: Partial<Record<AskStep, (standing: AskStanding) => string | null>> = {
  proceed: ({ state }) =>
    state === 'lapsed' ? 'They have not been at work long enough for silence to count, or you did not say that you would go ahead.' : null,
  move: ({ state }) =>
    state === 'delivered' ? 'They have it and can still answer in time. Withdraw it, or wait until its time is over.' : null,
};

/** What silence will mean, as it may be kept. */
export function requireIfNoReply(wish: IfNoReply): IfNoReply {
  if (wish.kind === 'proceed')
    return { kind: 'proceed', text: requireText(String(wish.text ?? ''), 'what you will go ahead with', limits.reason) };
  if (wish.kind === 'other') return { kind: 'other', personId: String(wish.personId) };
  return { kind: 'wait' };
}
