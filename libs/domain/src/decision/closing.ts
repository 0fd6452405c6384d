import type { Norms } from '../norms';
import type { Calendar } from '../time/calendar';
import { boundOf } from '../time/deadline';
import { leaveAt } from '../time/availability';
import { addDays } from '../time/day';
import { delegateFor } from '../time/leave';
import { exposureHours, nextSlot } from '../time/slots';
import { addWorking, dueSoonFrom, endOfNthWorkingDay, workingBetween } from '../time/working';
import { type Contributor, type Decision, type DecisionState, type Stance, currentStance, isInForce, objectors } from './decision';

/** What the rules of time need to know of a decision: calendars, house rules, the board's zone, and when asks for information were answered. */
export interface DecisionScene {
  calendarOf(personId: string): Calendar;
  norms: Norms;
  zone: string;
  /** ISO instant at which an ask was answered, or null while it is open. */
  answeredAt(askId: string): string | null;
}

/** Working days of the proposer after which input closes whatever happens (D1). */
export const longestInputDays = 10;
/** Working days of the decider for what was contested (D7), and for advice where no other day is named. */
export const decideDays = 2;
/** Working days after an outcome in which only the decider or an admin reopens it (D9). */
export const settledDays = 10;

/** When input was asked of somebody: their next slot; null when they are not at work within 120 days. */
export const askedOf = (personId: string, required: boolean, now: number, scene: DecisionScene): Contributor => {
  const delivered = nextSlot(scene.calendarOf(personId), now);
  return {
    personId,
    required,
    addedAt: new Date(now).toISOString(),
    deliveredAt: delivered === null ? null : new Date(delivered).toISOString(),
  };
};

/** The stretches in which somebody waited for information, in milliseconds; the last one is open while nobody answered. */
function pausesOf(decision: Decision, contributor: Contributor, scene: DecisionScene): { from: number; to: number | null }[] {
  const own = decision.stances.filter(({ personId }) => personId === contributor.personId);
  return own.flatMap((stance, i) => {
    if (stance.kind !== 'need information') return [];
    const answered = stance.informed?.at ?? (stance.askId === null ? null : scene.answeredAt(stance.askId));
    const next = own[i + 1]?.at ?? null;
    const ends = [answered, next].filter((at) => at !== null).map((at) => Date.parse(at));
    return [{ from: Date.parse(stance.at), to: ends.length > 0 ? Math.min(...ends) : null }];
  });
}

/** Working hours in which somebody could have heard the question and answered it, until an instant; waiting for information does not count. */
export function exposureOf(decision: Decision, contributor: Contributor, scene: DecisionScene, until: number): number {
  if (contributor.deliveredAt === null) return 0;
  const calendar = scene.calendarOf(contributor.personId);
  const from = Date.parse(contributor.deliveredAt);
  const paused = pausesOf(decision, contributor, scene).reduce(
    (sum, pause) => sum + workingBetween(calendar, Math.max(from, pause.from), Math.min(until, pause.to ?? until)),
    0,
  );
  return Math.max(0, workingBetween(calendar, from, until) - paused);
}

/** When somebody has had their whole window; null while they wait for information, or are not there. */
function heardBy(decision: Decision, contributor: Contributor, scene: DecisionScene): number | null {
  if (contributor.deliveredAt === null) return null;
  const calendar = scene.calendarOf(contributor.personId);
  let left = exposureHours(calendar, scene.norms.decisionDays);
  let from = Date.parse(contributor.deliveredAt);
  for (const pause of pausesOf(decision, contributor, scene)) {
    const before = workingBetween(calendar, from, pause.from);
    if (before >= left) break;
    if (pause.to === null) return null;
    left -= before;
    from = Math.max(from, pause.to);
  }
  return addWorking(calendar, from, left);
}

/**
 * When input closes (D1): everybody had their window of working time, at least until the proposer's wish, at most ten working days of the
 * proposer, and never before what was promised already.
 */
export function closingOf(decision: Decision, scene: DecisionScene): number {
  const opened = Date.parse(decision.versions.at(-1)?.at ?? decision.openedAt ?? decision.createdAt);
  const floor = decision.closesFloor === null ? opened : Date.parse(decision.closesFloor);
  const cap = endOfNthWorkingDay(scene.calendarOf(decision.proposerId), opened, longestInputDays) ?? opened + 14 * 86_400_000;
  const wish = decision.closesWish === null ? opened : Date.parse(decision.closesWish);
  const heard = decision.contributors.map((contributor) => heardBy(decision, contributor, scene) ?? Infinity);
  return Math.max(floor, Math.min(cap, Math.max(opened, wish, ...heard)));
}

/** How much of the question somebody could hear, and what they said. */
export interface Hearing {
  personId: string;
  required: boolean;
  /** Working hours. */
  exposure: number;
  stance: Stance | null;
  heard: boolean;
}

/** Who was heard by an instant: by what they said, or by silence that lasted long enough at work (P4). A stance counts when it came before. */
export function hearings(decision: Decision, scene: DecisionScene, until: number): Hearing[] {
  const counted = { ...decision, stances: decision.stances.filter(({ at }) => Date.parse(at) < until) };
  return decision.contributors.map((contributor) => {
    const exposure = exposureOf(counted, contributor, scene, until);
    const stance = currentStance(counted, contributor.personId);
    const asked = stance?.kind === 'need information';
    const open = asked && pausesOf(counted, contributor, scene).some(({ to }) => to === null);
    const floor = exposureHours(scene.calendarOf(contributor.personId), scene.norms.silenceDays);
    const { personId, required } = contributor;
    return { personId, required, exposure, stance, heard: (stance !== null && !asked) || (!open && exposure >= floor) };
  });
}

/** What the close of input makes of an open decision. */
export function settledState(
  decision: Decision,
  scene: DecisionScene,
  closes: number,
): Extract<DecisionState, 'awaiting' | 'contested' | 'adopted'> {
  if (decision.mode === 'advice' || decision.mode === 'record') return 'awaiting';
  const counted = { ...decision, stances: decision.stances.filter(({ at }) => Date.parse(at) < closes) };
  if (objectors(counted).length > 0) return 'contested';
  return hearings(decision, scene, closes).some(({ required, heard }) => required && !heard) ? 'awaiting' : 'adopted';
}

/** Until when the decider decides after input closed: the day that was named, or the end of their second working day, whichever is later. */
export function decideByOf(decision: Decision, scene: DecisionScene, closes: number): number {
  const calendar = decision.deciderId === null ? null : scene.calendarOf(decision.deciderId);
  const usual = calendar ? endOfNthWorkingDay(calendar, closes, decideDays) : null;
  const named = decision.decideBy === null ? 0 : Date.parse(decision.decideBy);
  return Math.max(named, usual === null ? (named > closes ? named : closes + 7 * 86_400_000) : named > closes ? named : usual);
}

/** What the clock makes of a decision. */
export interface DecisionStanding {
  state: DecisionState;
  /** Milliseconds; null before it is opened. */
  closesAt: number | null;
  decideBy: number | null;
  /** The last working day before input closes has begun. */
  closing: boolean;
  /** The decider's time is over. */
  overdue: boolean;
  /** Its review day has come, or what would change it has happened. */
  reviewDue: boolean;
  /** The clock moved it, and nobody has written that down yet. */
  unsettled: boolean;
}

/** Where a decision stands at an instant: a function of what was written and of the time, so that no job is needed (D1b, P8). */
export function decisionAt(decision: Decision, scene: DecisionScene, now: number): DecisionStanding {
  const plain = { closing: false, overdue: false, reviewDue: false, unsettled: false };
  const decideBy = decision.decideBy === null ? null : Date.parse(decision.decideBy);
  if (decision.state !== 'open') {
    const closesAt = decision.closesAt === null ? null : Date.parse(decision.closesAt);
    const owes = decision.state === 'awaiting' || decision.state === 'contested';
    return {
      ...plain,
      state: decision.state,
      closesAt,
      decideBy,
      overdue: owes && decideBy !== null && now >= decideBy,
      reviewDue: isInForce(decision.state) && isReviewDue(decision, scene.zone, now),
    };
  }
  const closesAt = closingOf(decision, scene);
  if (now < closesAt) {
    const soon = dueSoonFrom(scene.calendarOf(decision.proposerId), closesAt);
    return { ...plain, state: 'open', closesAt, decideBy, closing: soon !== null && now >= soon };
  }
  const state = settledState(decision, scene, closesAt);
  const by = state === 'adopted' ? null : decideByOf(decision, scene, closesAt);
  return { ...plain, state, closesAt, decideBy: by, overdue: by !== null && now >= by, unsettled: true };
}

/** Whether it is time to ask "still right?": its day has begun in the board's zone, or its trigger was reported since the last review. */
function isReviewDue(decision: Decision, zone: string, now: number): boolean {
  const reviewed = decision.afterwards.findLastIndex(({ kind }) => kind === 'upheld');
  const fired = decision.afterwards.findLastIndex(({ kind }) => kind === 'trigger') > reviewed;
  return fired || (decision.reviewOn !== null && now >= boundOf({ on: addDays(decision.reviewOn, -1), time: null, zone }));
}

/** Whether somebody may open a reopening now: the decider and admins always, others when ten working days have passed or its trigger fired (D9). */
export function mayReopen(decision: Decision, scene: DecisionScene, who: { personId: string; admin: boolean }, now: number): boolean {
  if (who.admin || who.personId === decision.deciderId || decision.outcome === null) return true;
  if (decision.afterwards.some(({ kind }) => kind === 'trigger')) return true;
  const from = Date.parse(decision.outcome.decidedAt);
  const settled = endOfNthWorkingDay(scene.calendarOf(decision.deciderId ?? decision.proposerId), from, settledDays);
  return settled !== null && now >= settled;
}

/** Whether somebody decides in the place of the decider: the one whom their leave of this moment names for decisions (D5). */
export function standsInForDecider(
  decision: Pick<Decision, 'deciderId'>,
  scene: Pick<DecisionScene, 'calendarOf'>,
  personId: string,
  now: number,
): boolean {
  const leave = decision.deciderId === null ? null : leaveAt(scene.calendarOf(decision.deciderId), now);
  return leave !== null && delegateFor(leave, 'decisions') === personId;
}

/** Until when named people correct a record of what was decided elsewhere: the end of their next working day. */
export const correctBy = (decision: Decision, personId: string, scene: DecisionScene): number | null =>
  decision.outcome === null ? null : endOfNthWorkingDay(scene.calendarOf(personId), Date.parse(decision.outcome.decidedAt), 1);
