import type { DeliveryClass } from '../brief';
import { leaveAt } from '../time/availability';
import { type Calendar, type Leave, focusWindows, leaveWindow, shiftsOn } from '../time/calendar';
import { addDays } from '../time/day';
import { hasHours } from '../time/hours';
import { isPermitted, nextMoment, nextMorning, nextSlot } from '../time/slots';
import { nextWorking } from '../time/working';

/** What blocks somebody is collected for this long, so that three of them are one message. */
const together = 5 * 60_000;

/** At the end of the five minutes that an instant lies in, unless those reach into a break or into focus time. */
function collected(calendar: Calendar, from: number): number | null {
  const at = nextMoment(calendar, from);
  if (at === null) return null;
  const end = Math.ceil(at / together) * together;
  return isPermitted(calendar, end) ? end : at;
}

const dueBy: Record<DeliveryClass, (calendar: Calendar, at: number) => number | null> = {
  urgent: (_, at) => at,
  blocking: collected,
  move: nextSlot,
  digest: nextMorning,
  ambient: () => null,
};

/** When something that arose at `at` is delivered to a person (2.9). Null for never: it is in their catch-up. */
export const dueAt = (deliveryClass: DeliveryClass, at: number, calendar: Calendar): number | null => dueBy[deliveryClass](calendar, at);

/** Why something is not delivered at once. */
export const holdReasons = ['now', 'hours', 'leave', 'back', 'focus', 'slot', 'morning', 'never'] as const;
export type HoldReason = (typeof holdReasons)[number];

/** Until when something is held, and why. Instants in milliseconds of UTC. */
export interface Hold {
  why: HoldReason;
  until: number | null;
}

/** What holds something that arose at `at`: seen from that moment, so that it can be told at any later time. */
export function holdOf(deliveryClass: DeliveryClass, at: number, calendar: Calendar): Hold {
  if (!hasHours(calendar) && deliveryClass !== 'ambient') return { why: 'now', until: at };
  const until = dueAt(deliveryClass, at, calendar);
  if (until === null) return { why: deliveryClass === 'ambient' ? 'never' : leaveAt(calendar, at) ? 'leave' : 'hours', until };
  return { why: until === at ? 'now' : reasonFor(deliveryClass, at, until, calendar), until };
}

function reasonFor(deliveryClass: DeliveryClass, at: number, until: number, calendar: Calendar): HoldReason {
  const away = calendar.leave.some((leave) => {
    const { start, end } = leaveWindow(calendar, leave);
    return start < until && end > at;
  });
  if (away) return 'leave';
  const working = nextWorking(calendar, at);
  if (working !== at) return 'hours';
  if (focusWindows(calendar, at, at + 1).length > 0) return 'focus';
  if (deliveryClass === 'blocking' && until - at > together) return 'back';
  return deliveryClass === 'digest' ? 'morning' : 'slot';
}

/** Whether leave took whole working days between two instants: what is only told is then read in the catch-up, not sent (2.9). */
export function isFolded(calendar: Calendar, at: number, until: number): boolean {
  return calendar.leave.some((leave) => {
    const { start, end } = leaveWindow(calendar, leave);
    return start < until && end > at && takesDay(calendar, leave);
  });
}

/** Whether a leave takes a whole working day. */
export function takesDay(calendar: Calendar, leave: Leave): boolean {
  const first = leave.fromTime === null ? leave.fromDay : addDays(leave.fromDay, 1);
  const last = leave.toTime === null ? leave.toDay : addDays(leave.toDay, -1);
  for (let day = first; day <= last; day = addDays(day, 1)) if (shiftsOn(calendar, day).length > 0) return true;
  return false;
}
