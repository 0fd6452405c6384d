import { leaveAt } from '../time/availability';
import type { Norms } from '../norms';
import { type Calendar, assumedCalendar } from '../time/calendar';
import { delegateFor } from '../time/leave';
import { type Ask, type AskParty, type AskStep, type AskState, askParties, askSteps, askTable, roundsBeforeTalk } from './ask';
import { type AskScene, type AskStanding, keptAs } from './ask-clock';

/** Whether a step is allowed in a state. */
export const mayStep = (state: AskState, step: AskStep): boolean => askTable[state][step] !== undefined;

/** The part that somebody has in an ask. */
export function partiesOf(ask: Ask, standing: Pick<AskStanding, 'coverId'>, personId: string): Set<AskParty> {
  const parties = new Set<AskParty>();
  if (personId === ask.askerId) parties.add('asker');
  if (personId === ask.holderId) parties.add('holder');
  if (personId === ask.offeredToId) parties.add('offered');
  if (ask.poolIds.includes(personId)) parties.add('pool');
  if (personId === standing.coverId) parties.add('cover');
  return parties;
}

/** The steps that somebody can take now, in the order of the table. */
export function stepsFor(ask: Ask, standing: AskStanding, personId: string): AskStep[] {
  const parties = partiesOf(ask, standing, personId);
  return askSteps.filter(
    (step) =>
      mayStep(standing.state, step) &&
      askParties[step].some((party) => parties.has(party)) &&
      (needs[step]?.(ask, standing, personId) ?? true),
  );
}

/** What a step needs besides the state and the part. */
const needs: Partial<Record<AskStep, (ask: Ask, standing: AskStanding, personId: string) => boolean>> = {
  proceed: (ask, { silent }) => silent && ask.ifNoReply.kind === 'proceed',
  'agree-defer': (ask) => ask.deferAsked !== null,
  // Whoever asked can answer for somebody whom they cover, but not owe it to themselves.
  take: (ask, _, personId) => personId !== ask.askerId,
  // One hop: whoever stands in does not pass it on (O2).
  offer: (ask) => ask.delegatedFromId === null && ask.offeredToId === null,
  claim: (ask) => ask.poolIds.length > 0,
  // What somebody has heard stays with them until its time is over, unless they cannot answer it.
  move: (_, { state, conflict, notYetHeard, gone, coverId }) =>
    state !== 'delivered' || conflict !== null || notYetHeard || gone || coverId !== null,
  keep: (_, { conflict }) => conflict !== null,
  'write-on': (ask) => offersTalk(ask),
};

/** Whether a talk is offered by itself: after three rounds of these two, once per ask, until one of them goes on in writing (2.13). */
export const offersTalk = (ask: Ask): boolean =>
  ask.closed === null && ask.rounds === roundsBeforeTalk && !ask.steps.some(({ step }) => step === 'write-on');

/** What the rule of who covers asks about people. */
export interface CoverScene {
  calendarOf(personId: string): Calendar | undefined;
  /** No longer there. */
  isGone(personId: string): boolean;
  /** The board's triage person. */
  triageId: string | null;
}

/**
 * Who answers for the holder of an ask while they are away: whom their leave names, one hop and no further; the triage person when that one
 * is away too, said no, or already stands in (O2). Null while the holder is here, and when there is nobody.
 */
export function coverOf(
  ask: Pick<Ask, 'holderId' | 'askerId' | 'delegatedFromId' | 'steps' | 'sentAt'>,
  scene: CoverScene,
  now: number,
): string | null {
  const away = (id: string) => {
    const calendar = scene.calendarOf(id);
    return scene.isGone(id) || (calendar !== undefined && leaveAt(calendar, now) !== null);
  };
  if (!away(ask.holderId)) return null;
  const calendar = scene.calendarOf(ask.holderId);
  const delegate = ask.delegatedFromId === null && calendar ? coveredBy(calendar, now) : null;
  const refused = new Set(ask.steps.filter(({ step, at }) => step === 'refuse-offer' && at >= ask.sentAt).map(({ byId }) => byId));
  const fits = (id: string | null) => id !== null && id !== ask.holderId && !away(id) && !refused.has(id);
  if (fits(delegate)) return delegate;
  return fits(scene.triageId) && scene.triageId !== ask.askerId ? scene.triageId : null;
}

/** Whom a leave names for asks. */
function coveredBy(calendar: Calendar, now: number): string | null {
  const leave = leaveAt(calendar, now);
  return leave && delegateFor(leave, 'asks');
}

/** The scene of an ask at an instant, from the calendars of a board's people; who has said no hours counts with the assumed ones of `zone`. */
export function askSceneOf(ask: Ask, people: CoverScene, rules: { norms: Norms; zone: string }, now: number): AskScene {
  const calendarOf = (id: string) => people.calendarOf(id) ?? assumedCalendar(rules.zone);
  return {
    holder: calendarOf(ask.holderId),
    asker: calendarOf(ask.askerId),
    norms: rules.norms,
    coverId: coverOf(ask, people, now),
    gone: people.isGone(ask.holderId),
  };
}

/** What `keep` writes down; null when no leave is in the way. */
export const keptText = (ask: Ask, standing: AskStanding): string | null => (standing.conflict ? keptAs(ask, standing.conflict) : null);
