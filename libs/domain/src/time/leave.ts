import { type Calendar, type Leave, leaveWindow, leaveWindows } from './calendar';
import { addDays } from './day';
import { endOfNthWorkingDay, workingBetween } from './working';

/** What a delegate answers for. */
export const leaveScopes = ['asks', 'decisions'] as const;
export type LeaveScope = (typeof leaveScopes)[number];

/** Whoever covers answers asks, unless the leave says otherwise; decisions only where it says so (D5). */
export const scopeOf = (leave: Pick<Leave, 'scope'>): readonly LeaveScope[] => leave.scope ?? ['asks'];

/** Who stands in for somebody on leave in one kind of thing; null for nobody. */
export const delegateFor = (leave: Pick<Leave, 'delegateId' | 'scope'>, what: LeaveScope): string | null =>
  leave.delegateId !== null && scopeOf(leave).includes(what) ? leave.delegateId : null;

/**
 * Until when something is not late because its person was away: due at `bound`, to be worked on until `by`, with a leave in between. It counts
 * as late after their first working day back (O6, P9). Null when no leave was in the way.
 */
export function excusedUntil(calendar: Calendar, by: number, bound: number): number | null {
  const leave = leaveWindows(calendar).find(({ start, end }) => start < bound && end > by);
  if (!leave || workingBetween(calendar, by, leave.start) > 0) return null;
  return endOfNthWorkingDay(calendar, leave.end - 1, 1);
}

/** Whether something is late for its person at an instant. */
export function isLate(calendar: Calendar, by: number, bound: number, now: number): boolean {
  if (now < by) return false;
  const excused = excusedUntil(calendar, by, bound);
  return excused === null || now >= excused;
}

const same = (a: Leave, b: Leave) =>
  a.delegateId === b.delegateId && a.note === b.note && scopeOf(a).join() === scopeOf(b).join() && a.returnBuffer === b.returnBuffer;
/** Text that sorts as the leave begins or ends. */
const begins = ({ fromDay, fromTime }: Leave) => `${fromDay} ${fromTime ?? '00:00'}`;
const ends = ({ toDay, toTime }: Leave) => (toTime ? `${toDay} ${toTime}` : `${addDays(toDay, 1)} 00:00`);

/** Times off that overlap or touch and say the same become one; the first keeps its name. The same twice is the same once (O5). */
export function mergedLeave(leave: readonly Leave[]): Leave[] {
  const merged: Leave[] = [];
  for (const one of leave.toSorted((a, b) => (begins(a) < begins(b) ? -1 : begins(a) > begins(b) ? 1 : 0))) {
    const before = merged.findIndex((other) => same(other, one) && begins(one) <= ends(other));
    const other = merged[before];
    if (!other) merged.push(one);
    else if (ends(one) > ends(other)) merged[before] = { ...other, toDay: one.toDay, toTime: one.toTime };
  }
  return merged;
}

/** The whole of today off, as one tap says it: for somebody who is ill, also after the day began (O6). */
export const dayOff = (id: string, day: string): Leave => ({
  id,
  fromDay: day,
  fromTime: null,
  toDay: day,
  toTime: null,
  delegateId: null,
  note: '',
  returnBuffer: 2,
});

/** From when on somebody works again after a leave, counted to the end of that first day; null when they do not within 120 days. */
export const firstDayBack = (calendar: Calendar, leave: Leave): number | null =>
  endOfNthWorkingDay(calendar, leaveWindow(calendar, leave).end - 1, 1);
