import { leaveAt } from '../time/availability';
import type { Calendar } from '../time/calendar';
import { type Day, addDays, dayAt, daysBetween, weekday } from '../time/day';
import { nextWorking, workingUntil } from '../time/working';

/** Who takes what cannot wait, week by week in this order. */
export interface Rota {
  personIds: string[];
  /** A day of the first person's week; weeks begin on Monday in the board's zone. */
  from: Day;
}

/** Who has duty at an instant; null when nobody is named. */
export function dutyAt(rota: Rota | null | undefined, zone: string, now: number): string | null {
  if (!rota || rota.personIds.length === 0) return null;
  const monday = (day: Day) => addDays(day, 1 - weekday(day));
  const weeks = Math.floor(daysBetween(monday(rota.from), monday(dayAt(zone, now))) / 7);
  const n = rota.personIds.length;
  return rota.personIds[((weeks % n) + n) % n] ?? null;
}

/** What makes something urgent; anything else is an ask. */
export const urgentReasons = ['something is broken', 'a customer is stuck', 'safety or security', 'it is lost after today'] as const;
export type UrgentReason = (typeof urgentReasons)[number];

/** Urgent messages of one sender in seven days; beyond them the admins are told. */
export const urgentPerWeek = 2;

/** How somebody lets themselves be reached when something cannot wait. */
export interface UrgentWish {
  reachable: boolean;
  hours: 'any' | 'working';
  how: string;
}

/** Whether something urgent reaches somebody now (2.9): in their hours always, outside of them only who has duty or allowed it, in leave nobody. */
export type UrgentWay =
  | { kind: 'now'; why: 'working' | 'duty' | 'allowed' }
  | { kind: 'delegate'; personId: string }
  /** Not now; how else they may be reached, where they said so. */
  | { kind: 'refused'; why: 'away' | 'off'; next: number | null; call: string };

/** The way in which something urgent reaches somebody at an instant. */
export function urgentWay(calendar: Calendar, wish: UrgentWish, onDuty: boolean, now: number): UrgentWay {
  const next = nextWorking(calendar, now);
  const call = wish.reachable ? wish.how : '';
  const leave = leaveAt(calendar, now);
  if (leave) return leave.delegateId ? { kind: 'delegate', personId: leave.delegateId } : { kind: 'refused', why: 'away', next, call };
  if (workingUntil(calendar, now) !== null) return { kind: 'now', why: 'working' };
  if (onDuty) return { kind: 'now', why: 'duty' };
  if (wish.reachable && wish.hours === 'any') return { kind: 'now', why: 'allowed' };
  return { kind: 'refused', why: 'off', next, call };
}

/** Something urgent that was sent on a task. */
export interface UrgentSent {
  id: string;
  fromId: string;
  fromName: string;
  toId: string;
  toName: string;
  reason: UrgentReason;
  at: string;
  /** Whether the receiver found it urgent; null while they have not said. */
  was: boolean | null;
}

/** What the form for something urgent shows: whom it reaches now, and how many the sender has left this week. */
export interface UrgentView {
  dutyId: string | null;
  left: number;
  people: { id: string; name: string; way: UrgentWay['kind'] | 'self'; why: string }[];
  sent: UrgentSent[];
}
