import { type Calendar, dayWindows } from '../time/calendar';
import { type Day, addDays, dayNumber, dayOfNumber, weekday } from '../time/day';
import { type CheckIn, type CheckInAnswer, type CheckInPeriod, type CheckInState, type CheckInStep, checkInTable } from './check-in';

const minute = 60_000;

/** The first such day of the week in a month. */
const firstOfMonth = (month: string, day: number): Day => {
  const first = `${month}-01`;
  return addDays(first, (day - weekday(first) + 7) % 7);
};

const occursOn = ({ period, weekday: wanted, startsOn }: Pick<CheckIn, 'period' | 'weekday' | 'startsOn'>, day: Day): boolean => {
  if (day < startsOn || weekday(day) !== wanted) return false;
  switch (period) {
    case 'week':
      return true;
    case 'two weeks':
      return (dayNumber(day) - firstFrom(startsOn, wanted)) % 14 === 0;
    case 'month':
      return day === firstOfMonth(day.slice(0, 7), wanted);
    default:
      return period satisfies never;
  }
};
const firstFrom = (day: Day, wanted: number) => dayNumber(day) + ((wanted - weekday(day) + 7) % 7);

/** The days of a check-in from one to another, both included. */
export function checkInDays(checkIn: Pick<CheckIn, 'period' | 'weekday' | 'startsOn'>, from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let number = firstFrom(from, checkIn.weekday); number <= dayNumber(to); number += 7) {
    const day = dayOfNumber(number);
    if (occursOn(checkIn, day)) days.push(day);
  }
  return days;
}

const roughly: Record<CheckInPeriod, number> = { week: 7, 'two weeks': 14, month: 31 };
/** Days after which it comes again, at the latest but for a holiday. */
export const daysOfPeriod = (period: CheckInPeriod) => roughly[period];

/** When somebody is asked on a day, and until when they can answer. */
export interface CheckInTimes {
  askedAt: number;
  closesAt: number;
}

/**
 * Asked when so much of the person's own working day has passed, closed when that day ends; a night shift belongs to the day on which it
 * begins. On a day that is no longer than the offset, it is asked halfway. Null when they do not work on that day.
 */
export function checkInTimes(calendar: Calendar, offset: number, on: Day): CheckInTimes | null {
  const windows = dayWindows(calendar, on);
  const last = windows.at(-1);
  if (!last) return null;
  const total = windows.reduce((sum, { start, end }) => sum + end - start, 0);
  let left = offset * minute < total ? offset * minute : total / 2;
  for (const { start, end } of windows) {
    if (left < end - start) return { askedAt: start + left, closesAt: last.end };
    left -= end - start;
  }
  return { askedAt: last.start, closesAt: last.end };
}

export interface CheckInStanding {
  state: CheckInState;
  times: CheckInTimes | null;
  /** It can be answered, or the answer changed. */
  open: boolean;
}

/** Where somebody stands with the check-in of a day: a function of what was written, of their calendar and of the time. */
export function checkInAt(
  checkIn: Pick<CheckIn, 'offset' | 'stoppedAt' | 'participantIds'>,
  on: Day,
  person: { id: string; calendar: Calendar; answer: Pick<CheckInAnswer, 'passed'> | null },
  now: number,
): CheckInStanding {
  const found = checkInTimes(person.calendar, checkIn.offset, on);
  const stopped = checkIn.stoppedAt !== null && found !== null && Date.parse(checkIn.stoppedAt) <= found.askedAt;
  const times = stopped ? null : found;
  const open = times !== null && now >= times.askedAt && now < times.closesAt && checkIn.participantIds.includes(person.id);
  if (person.answer) return { state: person.answer.passed ? 'passed' : 'answered', times, open };
  if (!times) return { state: stopped ? 'closed' : 'away', times, open: false };
  return { state: now < times.askedAt ? 'coming' : now < times.closesAt ? 'asked' : 'closed', times, open };
}

/** Whether a step can be taken. */
export const mayCheckIn = ({ state, open }: CheckInStanding, step: CheckInStep): boolean => open && checkInTable[state][step] !== undefined;

/** The days around an instant on which somebody's own day can be going on, wherever they are and however long their night is. */
export function checkInDaysAround(checkIn: Pick<CheckIn, 'period' | 'weekday' | 'startsOn'>, now: number): Day[] {
  const today = dayOfNumber(Math.floor(now / 86_400_000));
  return checkInDays(checkIn, addDays(today, -3), addDays(today, 1));
}

/** The day of a check-in that somebody can answer now; null for none. */
export function openDayOf(
  checkIn: CheckIn,
  person: { id: string; calendar: Calendar; answerOn: (on: Day) => Pick<CheckInAnswer, 'passed'> | null },
  now: number,
): { on: Day; standing: CheckInStanding } | null {
  for (const on of checkInDaysAround(checkIn, now).toReversed()) {
    const standing = checkInAt(checkIn, on, { ...person, answer: person.answerOn(on) }, now);
    if (standing.open) return { on, standing };
  }
  return null;
}

/** When somebody is asked next; null within the next 70 days when they do not work on its days, or when it is stopped. */
export function nextAsked(checkIn: CheckIn, calendar: Calendar, now: number): CheckInTimes | null {
  if (checkIn.stoppedAt !== null) return null;
  const today = dayOfNumber(Math.floor(now / 86_400_000));
  for (const on of checkInDays(checkIn, addDays(today, -2), addDays(today, 70))) {
    const times = checkInTimes(calendar, checkIn.offset, on);
    if (times && times.askedAt > now) return times;
  }
  return null;
}
