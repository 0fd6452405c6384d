import {
  type Day,
  type Time,
  addDays,
  dayAt,
  dayNumber,
  dayOfNumber,
  minutesOf,
  startOfDay,
  timeAt,
  wallOf,
  weekday,
  weekdayOfNumber,
} from './day';
import { instantOf } from './zone';

export type Interval = [from: Time, to: Time];

/** Time off. Days are whole and inclusive; with times, from and to the minute. Why is never asked. */
export interface Leave {
  id: string;
  fromDay: Day;
  fromTime: Time | null;
  toDay: Day;
  toTime: Time | null;
  /** Who covers. */
  delegateId: string | null;
  /** What they answer for; absent for asks alone. */
  scope?: ('asks' | 'decisions')[];
  note: string;
  /** Working hours after the return in which only catch-up is shown. */
  returnBuffer: number;
}

/** Time to think: holds delivery, and does not stop anybody's clock. On days of the week, or once. */
export interface Focus {
  id: string;
  weekdays: number[];
  on: Day | null;
  from: Time;
  to: Time;
  note: string;
}

/** When somebody works: the facts from which every window is derived. Treated as a value: a change makes a new one. */
export interface Calendar {
  /** In force from a day on, oldest first; the first holds for all time before it too. */
  zones: { from: Day; zone: string }[];
  /** 1 is Monday. An end past 24:00 belongs to the day on which the shift began. */
  week: Record<number, Interval[]>;
  /** Replace a date, holiday or not. */
  overrides: { date: Day; intervals: Interval[]; note: string }[];
  /** Remove the shifts that start on that date. */
  holidays: { date: Day; name: string; source: string }[];
  leave: Leave[];
  focus: Focus[];
  /** When notices are delivered, one to four times a working day; absent for `defaultSlots`. */
  slots?: Slot[];
}

/** A moment of the working day at which notices are delivered: a part of the day, or a time of its clock. */
export type Slot = 'start' | 'middle' | 'end' | Time;

/** A stretch of working time, half-open, in milliseconds of UTC. */
export interface Window {
  start: number;
  end: number;
}

const weekMs = 7 * 86_400_000;

/** Monday to Friday, nine to five: what others see as "assumed" until the person says otherwise. */
export const assumedCalendar = (zone: string): Calendar => ({
  zones: [{ from: '1970-01-01', zone }],
  week: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((d) => [d, d <= 5 ? [['09:00', '17:00']] : []])) as Calendar['week'],
  overrides: [],
  holidays: [],
  leave: [],
  focus: [],
});

/** The zone in force on a local day. */
export function zoneOn(calendar: Calendar, day: Day): string {
  let zone = calendar.zones[0]?.zone ?? 'UTC';
  for (const entry of calendar.zones) if (entry.from <= day) zone = entry.zone;
  return zone;
}

/** The zone that the person is in at an instant. */
export function zoneNow(calendar: Calendar, instant: number): string {
  for (const { zone } of calendar.zones.toReversed()) if (zoneOn(calendar, dayAt(zone, instant)) === zone) return zone;
  return calendar.zones.at(-1)?.zone ?? 'UTC';
}

/** The local day of an instant, for the person. */
export const localDay = (calendar: Calendar, instant: number): Day => dayAt(zoneNow(calendar, instant), instant);

/** The shifts that begin on a day: an override before a holiday before the week. */
export function shiftsOn(calendar: Calendar, day: Day): Interval[] {
  const override = calendar.overrides.length > 0 && calendar.overrides.find(({ date }) => date === day);
  if (override) return override.intervals;
  return calendar.holidays.some(({ date }) => date === day) ? [] : (calendar.week[weekday(day)] ?? []);
}

/** A leave as instants: it begins as early and ends as late as its words allow. */
export function leaveWindow(calendar: Calendar, leave: Leave): Window {
  const start = leave.fromTime
    ? instantOf(zoneOn(calendar, leave.fromDay), wallOf(leave.fromDay, minutesOf(leave.fromTime)), 'earlier')
    : instantOf(zoneOn(calendar, leave.fromDay), wallOf(leave.fromDay), 'earlier');
  const end = leave.toTime
    ? instantOf(zoneOn(calendar, leave.toDay), wallOf(leave.toDay, minutesOf(leave.toTime)), 'later')
    : startOfDay(zoneOn(calendar, addDays(leave.toDay, 1)), addDays(leave.toDay, 1));
  return { start, end };
}

/** Sorted, without overlaps; touching ones become one. */
export function merge(windows: Window[]): Window[] {
  const merged: Window[] = [];
  for (const window of windows.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && window.start <= last.end) last.end = Math.max(last.end, window.end);
    else merged.push({ ...window });
  }
  return merged;
}

/** What is left of the windows outside the holes; both sorted and without overlaps. */
export function subtract(windows: readonly Window[], holes: readonly Window[]): Window[] {
  let left = [...windows];
  for (const hole of holes)
    left = left.flatMap((w) =>
      hole.end <= w.start || hole.start >= w.end
        ? [w]
        : [
            { start: w.start, end: hole.start },
            { start: hole.end, end: w.end },
          ].filter(({ start, end }) => start < end),
    );
  return left;
}

const leaveOf = new WeakMap<Calendar, Window[]>();
/** All leave as merged windows. */
export function leaveWindows(calendar: Calendar): Window[] {
  let known = leaveOf.get(calendar);
  if (!known) leaveOf.set(calendar, (known = merge(calendar.leave.map((leave) => leaveWindow(calendar, leave)))));
  return known;
}

/** The intervals of a day as windows: starts resolve later, ends earlier, what a clock change turns round is dropped. */
function windowsOf(zone: string, dayNumber: number, intervals: readonly Interval[]): Window[] {
  const midnight = dayNumber * 86_400_000;
  return intervals
    .map(([from, to]) => ({
      start: instantOf(zone, midnight + minutesOf(from) * 60_000, 'later'),
      end: instantOf(zone, midnight + minutesOf(to) * 60_000, 'earlier'),
    }))
    .filter(({ start, end }) => start < end);
}

/** Working time of the shifts that begin on this local day, without leave. */
export const dayWindows = (calendar: Calendar, day: Day): Window[] =>
  subtract(merge(plannedOn(calendar, dayNumber(day))), leaveWindows(calendar));

/** When the last shift that begins on this local day ends, as planned and with leave taken off; null when nothing begins. */
export function dayEnds(calendar: Calendar, day: Day): { planned: number | null; worked: number | null } {
  const planned = merge(plannedOn(calendar, dayNumber(day))).at(-1)?.end ?? null;
  return { planned, worked: planned === null ? null : (dayWindows(calendar, day).at(-1)?.end ?? null) };
}

const plannedOf = new WeakMap<Calendar, Map<number, Window[]>>();

/** The shifts that begin on a day, by its number, as windows; computed once per calendar and day. */
function plannedOn(calendar: Calendar, number: number): Window[] {
  let days = plannedOf.get(calendar);
  if (!days) plannedOf.set(calendar, (days = new Map()));
  const known = days.get(number);
  if (known) return known;
  // Most days are plain ones: no text of the date is made for them.
  const plain = calendar.overrides.length + calendar.holidays.length === 0 && calendar.zones.length === 1;
  const day = plain ? '' : dayOfNumber(number);
  const intervals = plain ? (calendar.week[weekdayOfNumber(number)] ?? []) : shiftsOn(calendar, day);
  const windows =
    intervals.length === 0 ? [] : windowsOf(plain ? (calendar.zones[0]?.zone ?? 'UTC') : zoneOn(calendar, day), number, intervals);
  days.set(number, windows);
  return windows;
}

const chunksOf = new WeakMap<Calendar, Map<number, Window[]>>();

/** The windows that fall into one week of UTC, clipped to it; computed once per calendar and week. */
export function weekOf(calendar: Calendar, week: number): Window[] {
  let chunks = chunksOf.get(calendar);
  if (!chunks) chunksOf.set(calendar, (chunks = new Map()));
  const known = chunks.get(week);
  if (known) return known;
  const [from, to] = [week * weekMs, (week + 1) * weekMs];
  const days = [-3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8].map((i) => week * 7 + i);
  const raw = days.flatMap((n) => plannedOn(calendar, n));
  const windows = subtract(merge(raw), leaveWindows(calendar))
    .map(({ start, end }) => ({ start: Math.max(start, from), end: Math.min(end, to) }))
    .filter(({ start, end }) => start < end);
  chunks.set(week, windows);
  return windows;
}

/** The windows between two instants, clipped to them, each as one piece. */
export function windows(calendar: Calendar, from: number, to: number): Window[] {
  const found: Window[] = [];
  for (let week = Math.floor(from / weekMs); week * weekMs < to; week++) found.push(...weekOf(calendar, week));
  return merge(
    found.map(({ start, end }) => ({ start: Math.max(start, from), end: Math.min(end, to) })).filter(({ start, end }) => start < end),
  );
}

/** Focus blocks between two instants, where they meet working time. */
export function focusWindows(calendar: Calendar, from: number, to: number): Window[] {
  const blocks: Window[] = [];
  for (let n = Math.floor(from / 86_400_000) - 2; n * 86_400_000 < to + 2 * 86_400_000; n++) {
    const day = dayOfNumber(n);
    for (const focus of calendar.focus)
      if (focus.on ? focus.on === day : focus.weekdays.includes(weekday(day)))
        blocks.push(...windowsOf(zoneOn(calendar, day), n, [[focus.from, focus.to]]));
  }
  return merge(blocks).flatMap((block) => windows(calendar, Math.max(block.start, from), Math.min(block.end, to)));
}

/** A calendar with a change of zone from a day on; zones are appended, never rewritten. A later change on the same day replaces it. */
export function moveToZone(calendar: Calendar, zone: string, from: Day, back: Day | null = null): Calendar {
  const home = back ? zoneOn(calendar, back) : null;
  const kept = calendar.zones.filter((entry) => entry.from < from || (back !== null && entry.from > back));
  const zones = [...kept, { from, zone }, ...(back && home ? [{ from: back, zone: home }] : [])].toSorted((a, b) =>
    a.from < b.from ? -1 : 1,
  );
  return { ...calendar, zones: zones.filter((entry, i) => i === 0 || zones[i - 1]?.zone !== entry.zone) };
}

/** Words need the local time of an instant in the person's zone then. */
export const localTime = (calendar: Calendar, instant: number): Time => timeAt(zoneNow(calendar, instant), instant);

/** A day on which nobody of a workspace works. */
export interface QuietDay {
  date: Day;
  name: string;
}

/** A calendar with the quiet days of a workspace as holidays; the same calendar when there are none. */
export const withQuietDays = (calendar: Calendar, days: readonly QuietDay[] | null | undefined): Calendar =>
  days && days.length > 0
    ? { ...calendar, holidays: [...calendar.holidays, ...days.map(({ date, name }) => ({ date, name, source: 'workspace' }))] }
    : calendar;
