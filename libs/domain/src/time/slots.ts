import { type Calendar, dayWindows, focusWindows, leaveWindow, localDay } from './calendar';
import { addDays } from './day';
import { addWorking, horizonDays, nextWorking, workingUntil } from './working';

const minute = 60_000;
const beforeEnd = 90 * minute;
const lastChance = 15 * minute;

/** The slots of one local day: its start, the middle of its working time, and 90 minutes before it ends. */
function slotsOf(calendar: Calendar, day: string): number[] {
  const windows = dayWindows(calendar, day);
  const [first, last] = [windows[0], windows.at(-1)];
  if (!first || !last) return [];
  const hours = windows.reduce((sum, { start, end }) => sum + end - start, 0) / 3_600_000;
  const middle = addWorking(calendar, first.start, hours / 2) ?? first.start;
  return [...new Set([first.start, middle, Math.max(last.start, last.end - beforeEnd)])].toSorted((a, b) => a - b);
}

/** The end of the focus block that an instant lies in; never past 15 minutes before the window ends, so that a day's last word is heard. */
function afterFocus(calendar: Calendar, at: number): number {
  const focus = focusWindows(calendar, at, at + 6 * 60 * minute).find(({ start, end }) => start <= at && at < end);
  if (!focus) return at;
  const until = workingUntil(calendar, at);
  return until === null ? at : Math.max(at, Math.min(focus.end, until - lastChance));
}

/** The end of the quiet first hours after a leave that an instant lies in. */
function afterReturn(calendar: Calendar, at: number): number {
  for (const leave of calendar.leave) {
    const { end } = leaveWindow(calendar, leave);
    const back = leave.returnBuffer > 0 && end <= at ? addWorking(calendar, end, leave.returnBuffer) : null;
    if (back !== null && at < back) return back;
  }
  return at;
}

/** When a notice that came at `from` is delivered: the next slot of the receiver (2.9). Null when none lies within 120 days. */
export function nextSlot(calendar: Calendar, from: number): number | null {
  let day = addDays(localDay(calendar, from), -1);
  for (let i = 0; i < horizonDays; i++, day = addDays(day, 1))
    for (const slot of slotsOf(calendar, day)) {
      const at = afterFocus(calendar, afterReturn(calendar, slot));
      if (at >= from) return at;
    }
  return null;
}

/** When something that blocks somebody is delivered: at once in working hours, after a focus block, else when the next window begins. */
export function nextMoment(calendar: Calendar, from: number): number | null {
  const start = nextWorking(calendar, from);
  return start === null ? null : afterFocus(calendar, afterReturn(calendar, start));
}

/** The hours of "n days of exposure" for a person: at most eight a day, and no more than they usually work (2.4). */
export function exposureHours(calendar: Calendar, days: number): number {
  const lengths = Object.values(calendar.week)
    .map((shifts) => shifts.reduce((sum, [from, to]) => sum + hoursOf(to) - hoursOf(from), 0))
    .filter((hours) => hours > 0)
    .toSorted((a, b) => a - b);
  const middle = lengths.length / 2;
  const median = lengths.length === 0 ? 8 : ((lengths[Math.ceil(middle) - 1] ?? 8) + (lengths[Math.floor(middle)] ?? 8)) / 2;
  return days * Math.min(8, median);
}
const hoursOf = (time: string) => Number(time.slice(0, -3)) + Number(time.slice(-2)) / 60;
