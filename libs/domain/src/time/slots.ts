import { type Calendar, type Slot, type Window, dayWindows, focusWindows, leaveWindow, localDay, zoneOn } from './calendar';
import { type Day, addDays, minutesOf, wallOf } from './day';
import { addWorking, horizonDays, nextWorking } from './working';
import { instantOf } from './zone';

const minute = 60_000;
const hour = 60 * minute;
const beforeEnd = 90 * minute;
const lastChance = 15 * minute;

/** When notices are delivered unless somebody says otherwise: the start of work, its middle, and 90 minutes before its end. */
export const defaultSlots: readonly Slot[] = ['start', 'middle', 'end'];

/** The end of the last shift of the working day that an instant lies in; null outside of all. */
function dayEndOf(calendar: Calendar, at: number): number | null {
  let end: number | null = null;
  for (const day of [addDays(localDay(calendar, at), -1), localDay(calendar, at)]) {
    const windows = dayWindows(calendar, day);
    const [first, last] = [windows[0], windows.at(-1)];
    if (first && last && first.start <= at && at < last.end) end = Math.max(end ?? 0, last.end);
  }
  return end;
}

/** The end of the focus block that an instant lies in, and never past 15 minutes before the day ends, so that its last word is heard (L5). */
function afterFocus(calendar: Calendar, at: number): number {
  const focus = focusWindows(calendar, at, at + 6 * hour).find(({ start, end }) => start <= at && at < end);
  const dayEnd = focus ? dayEndOf(calendar, at) : null;
  return focus && dayEnd !== null ? Math.max(at, Math.min(focus.end, dayEnd - lastChance)) : at;
}

/** The end of the quiet first hours after a leave that an instant lies in (L8). */
function afterReturn(calendar: Calendar, at: number): number | null {
  for (const leave of calendar.leave) {
    const { end } = leaveWindow(calendar, leave);
    if (leave.returnBuffer <= 0 || end > at) continue;
    const back = addWorking(calendar, end, leave.returnBuffer);
    if (back === null || at < back) return back;
  }
  return at;
}

/** When something that blocks somebody is delivered: at once in working hours, after a focus block, else when the next window begins. */
export function nextMoment(calendar: Calendar, from: number): number | null {
  let at = from;
  for (;;) {
    const working = nextWorking(calendar, at);
    const returned = working === null ? null : afterReturn(calendar, working);
    if (returned === null) return null;
    const free = returned === working ? afterFocus(calendar, returned) : returned;
    if (free === at) return at;
    at = free;
  }
}

/** Whether Baton may speak to somebody at an instant: they work, are not in focus, and are back from leave long enough. */
export const isPermitted = (calendar: Calendar, now: number) => nextMoment(calendar, now) === now;

/** Where a time of the clock falls into a working day: moved to when work begins, over its breaks, and dropped after its end. */
function atTime(calendar: Calendar, day: Day, time: string, windows: readonly Window[]): number | null {
  const [first, last] = [windows[0], windows.at(-1)];
  if (!first || !last) return null;
  const on = (date: Day) => instantOf(zoneOn(calendar, date), wallOf(date, minutesOf(time)), 'later');
  // A night shift: the small hours belong to the next date.
  const at = on(day) < first.start && on(addDays(day, 1)) < last.end ? on(addDays(day, 1)) : on(day);
  const window = windows.find(({ end }) => at < end);
  return window ? Math.max(window.start, at) : null;
}

function momentOf(calendar: Calendar, day: Day, slot: Slot, windows: readonly Window[]): number | null {
  const [first, last] = [windows[0], windows.at(-1)];
  if (!first || !last) return null;
  if (slot === 'start') return first.start;
  if (slot === 'end') return Math.max(last.start, last.end - beforeEnd);
  if (slot !== 'middle') return atTime(calendar, day, slot, windows);
  const hours = windows.reduce((sum, { start, end }) => sum + end - start, 0) / hour;
  return addWorking(calendar, first.start, hours / 2) ?? first.start;
}

const slotsOf = new WeakMap<Calendar, Map<Day, number[]>>();

/** When the work that begins on a local day brings what has waited, in order: inside working time, outside focus. Empty on a day off. */
export function slotsOn(calendar: Calendar, day: Day): number[] {
  let days = slotsOf.get(calendar);
  if (!days) slotsOf.set(calendar, (days = new Map()));
  const known = days.get(day);
  if (known) return known;
  const windows = dayWindows(calendar, day);
  const wanted = (calendar.slots ?? defaultSlots).flatMap((slot) => momentOf(calendar, day, slot, windows) ?? []);
  const raw = wanted.length > 0 ? wanted : windows.slice(0, 1).map(({ start }) => start);
  const slots = [...new Set(raw.flatMap((at) => nextMoment(calendar, at) ?? []))].toSorted((a, b) => a - b);
  days.set(day, slots);
  return slots;
}

/** The first of some moments of each day at or after an instant; days may overlap, so the next day is asked too. Null within 120 days. */
function firstOf(calendar: Calendar, from: number, pick: (slots: number[]) => number[]): number | null {
  const first = (day: Day) => pick(slotsOn(calendar, day)).find((at) => at >= from) ?? Infinity;
  let day = addDays(localDay(calendar, from), -1);
  for (let i = 0; i < horizonDays; i++, day = addDays(day, 1)) {
    const found = Math.min(first(day), first(addDays(day, 1)));
    if (found < Infinity) return found;
  }
  return null;
}

/** When a notice that came at `from` is delivered: the next slot of the receiver (2.9). Null when none lies within 120 days. */
export const nextSlot = (calendar: Calendar, from: number): number | null => firstOf(calendar, from, (slots) => slots);

/** The first slot of a working day at or after an instant: when digests go out. Null when none lies within 120 days. */
export const nextMorning = (calendar: Calendar, from: number): number | null => firstOf(calendar, from, (slots) => slots.slice(0, 1));

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
