import { type Calendar, type Window, dayEnds, dayWindows, localDay, weekOf } from './calendar';
import { addDays } from './day';

const hour = 3_600_000;
const weekMs = 7 * 24 * hour;
/** How far ahead anybody is looked for: past this, nobody is there. */
export const horizonDays = 120;
const horizon = horizonDays * 24 * hour;

/** The windows that end after an instant, one by one, each as one piece; ends at the horizon. */
function* windowsAfter(calendar: Calendar, from: number): Generator<Window> {
  let held: Window | null = null;
  for (let week = Math.floor(from / weekMs); week * weekMs < from + horizon + weekMs; week++)
    for (const window of weekOf(calendar, week)) {
      if (window.end <= from) continue;
      if (held && held.end === window.start) held = { start: held.start, end: window.end };
      else {
        if (held) yield held;
        held = window;
      }
    }
  if (held) yield held;
}

/** The instant itself when it lies in a window, else the start of the next one; null when there is none within 120 days. */
export function nextWorking(calendar: Calendar, from: number): number | null {
  for (const { start } of windowsAfter(calendar, from)) return start > from + horizon ? null : Math.max(start, from);
  return null;
}

/** The end of the window that an instant lies in, else null. */
export function workingUntil(calendar: Calendar, at: number): number | null {
  for (const { start, end } of windowsAfter(calendar, at)) return start <= at ? end : null;
  return null;
}

/**
 * The instant at which this many working hours have passed. An exact fill ends with the window that it fills, not with the start of the
 * next. Null when 120 days hold fewer.
 */
export function addWorking(calendar: Calendar, from: number, hours: number): number | null {
  let left = Math.round(hours * hour);
  if (left <= 0) return from;
  for (const { start, end } of windowsAfter(calendar, from)) {
    const begin = Math.max(start, from);
    if (begin > from + horizon) return null;
    if (end - begin >= left) return begin + left;
    left -= end - begin;
  }
  return null;
}

/** Working hours between two instants; 0 when they are the wrong way round. */
export function workingBetween(calendar: Calendar, from: number, to: number): number {
  let sum = 0;
  for (let week = Math.floor(from / weekMs); week * weekMs < to; week++)
    for (const { start, end } of weekOf(calendar, week)) sum += Math.max(0, Math.min(end, to) - Math.max(start, from));
  return sum / hour;
}

/**
 * The end of the last window of the n-th working day strictly after the local day of `from`; a night shift belongs to the day on which it
 * began. A day whose end falls into leave does not count: otherwise going on leave would make a promise due earlier.
 */
export function endOfNthWorkingDay(calendar: Calendar, from: number, n: number): number | null {
  let day = localDay(calendar, from);
  // A long night can end after the shift of the day that follows it; the later end counts.
  let latest = from;
  for (let left = n, i = 0; i < horizonDays; i++) {
    day = addDays(day, 1);
    const { planned, worked } = dayEnds(calendar, day);
    latest = Math.max(latest, planned ?? latest);
    if (planned !== null && worked === planned && planned > from && --left <= 0) return latest;
  }
  return null;
}

/** The end of the last window before a bound: until when the work can really be done. Null when no window of 120 days lies before it. */
export function effectiveFinish(calendar: Calendar, bound: number): number | null {
  for (let week = Math.floor(bound / weekMs); (week + 1) * weekMs > bound - horizon; week--) {
    const last = weekOf(calendar, week).findLast(({ start }) => start < bound);
    if (last) return Math.min(last.end, bound);
  }
  return null;
}

/** From when a deadline is near: the start of the person's last working day that is over before it. Null when there is none in 120 days. */
export function dueSoonFrom(calendar: Calendar, bound: number): number | null {
  let day = localDay(calendar, bound);
  for (let i = 0; i < horizonDays; i++, day = addDays(day, -1)) {
    const windows = dayWindows(calendar, day);
    const [first, last] = [windows[0], windows.at(-1)];
    if (first && last && last.end <= bound) return first.start;
  }
  return null;
}

/** Stretches of at least so many minutes in which all of them work, between two instants. */
export function overlaps(calendars: readonly Calendar[], from: number, to: number, leastMinutes: number): Window[] {
  let shared: Window[] = [{ start: from, end: to }];
  for (const calendar of calendars) {
    const next: Window[] = [];
    for (const w of windowsBetween(calendar, from, to))
      for (const s of shared) {
        const [start, end] = [Math.max(w.start, s.start), Math.min(w.end, s.end)];
        if (start < end) next.push({ start, end });
      }
    shared = next;
  }
  return shared.filter(({ start, end }) => end - start >= leastMinutes * 60_000).toSorted((a, b) => a.start - b.start);
}

function windowsBetween(calendar: Calendar, from: number, to: number): Window[] {
  const found: Window[] = [];
  for (const window of windowsAfter(calendar, from)) {
    if (window.start >= to) break;
    found.push({ start: Math.max(window.start, from), end: Math.min(window.end, to) });
  }
  return found;
}

/** Whether moving a deadline asks for a reason (K3): two working days before it or less, or after it. */
export function needsReason(calendar: Calendar, bound: number, now: number): boolean {
  const soon = endOfNthWorkingDay(calendar, now, 2);
  return now >= bound || soon === null || soon >= bound;
}

/** The default deadline of work that was begun without one (K1): the local day on which the fifth working day from now ends. */
export function fifthWorkingDay(calendar: Calendar, now: number): string {
  const end = endOfNthWorkingDay(calendar, now, 5);
  return end === null ? addDays(localDay(calendar, now), 7) : localDay(calendar, end - 1);
}
