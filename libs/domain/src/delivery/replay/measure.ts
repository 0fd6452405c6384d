import { type Calendar, dayWindows, focusWindows, localDay, windows } from '../../time/calendar';
import { addDays } from '../../time/day';
import { causeOf } from '../cause';
import { type TraceItem, ours } from './ours';
import { type Send, policies } from './policies';
import { type Trace, makeTrace } from './trace';

const minute = 60_000;

/** The value below which a share of the values lies. */
const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
};

/** The working days of everybody in the trace. */
const workdaysOf = ({ people, from, to }: Trace) =>
  people.flatMap(({ id, calendar }) => {
    const days: { personId: string; day: string }[] = [];
    for (let day = localDay(calendar, from); day < localDay(calendar, to); day = addDays(day, 1))
      if (dayWindows(calendar, day).length > 0) days.push({ personId: id, day });
    return days;
  });

const works = (calendar: Calendar, at: number) => windows(calendar, at, at + 1).length > 0;

/** What a policy comes to. */
export interface Row {
  name: string;
  mean: number;
  median: number;
  p95: number;
  outside: number;
}

/** Sends per person and working day, and the share of them outside the receiver's hours. */
export function rowOf(trace: Trace, name: string, sends: readonly Send[]): Row {
  const calendars = new Map(trace.people.map(({ id, calendar }) => [id, calendar]));
  const counts = new Map(workdaysOf(trace).map(({ personId, day }) => [`${personId} ${day}`, 0]));
  let outside = 0;
  for (const { personId, at } of sends) {
    const calendar = calendars.get(personId);
    if (!calendar) continue;
    if (!works(calendar, at)) outside++;
    const key = `${personId} ${localDay(calendar, at)}`;
    if (counts.has(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const days = [...counts.values()];
  return {
    name,
    mean: sends.length / days.length,
    median: quantile(days, 0.5),
    p95: quantile(days, 0.95),
    outside: sends.length === 0 ? 0 : outside / sends.length,
  };
}

/** The first moment at which something may be told, found by looking at every minute: the rules of delivery are not asked. */
function firstMoment(calendar: Calendar, item: TraceItem, slots: readonly number[]): number {
  if (item.class === 'move') return slots.find((slot) => slot >= item.at) ?? Infinity;
  for (let at = item.at, i = 0; i < 20_000; i++, at += minute) {
    const open = works(calendar, at) && focusWindows(calendar, at, at + 1).length === 0;
    if (open) return at;
  }
  return Infinity;
}

/** Every slot of somebody by the plain words of 2.9, on calendars without leave: start, middle and 90 minutes before the end, after focus and breaks. */
function plainSlots(calendar: Calendar, from: number, to: number): number[] {
  const slots: number[] = [];
  for (let day = localDay(calendar, from); day <= localDay(calendar, to); day = addDays(day, 1)) {
    const shifts = dayWindows(calendar, day);
    const [first, last] = [shifts[0], shifts.at(-1)];
    if (!first || !last) continue;
    let half = shifts.reduce((sum, { start, end }) => sum + end - start, 0) / 2;
    let middle = first.start;
    for (const { start, end } of shifts) {
      if (half < end - start) {
        middle = start + half;
        break;
      }
      half -= end - start;
      if (half === 0) middle = end;
    }
    for (const wished of [first.start, middle, last.end - 90 * minute]) {
      let at = wished;
      while (at < last.end - 15 * minute && (!works(calendar, at) || focusWindows(calendar, at, at + 1).length > 0)) at += minute;
      slots.push(at);
    }
  }
  return slots.toSorted((a, b) => a - b);
}

/** What ours promises besides being few: nothing in focus, nothing twice, nothing lost, every duty in the first slot after it arose. */
export interface Promises {
  events: number;
  items: number;
  duties: number;
  inFocus: number;
  twice: number;
  lost: number;
  recall: number;
}

export function promisesOf(trace: Trace): Promises {
  const { sends, items } = ours(trace);
  const calendars = new Map(trace.people.map(({ id, calendar }) => [id, calendar]));
  const times = new Map<number, number[]>();
  for (const { at, items: told } of sends) for (const { id } of told) times.set(id, [...(times.get(id) ?? []), at]);
  const slots = new Map(trace.people.map(({ id, calendar }) => [id, plainSlots(calendar, trace.from, trace.to + 14 * 86_400_000)]));
  const duties = items.filter(({ duty }) => duty);
  const inTime = duties.filter((item) => {
    const calendar = calendars.get(item.personId);
    const first = calendar ? firstMoment(calendar, item, slots.get(item.personId) ?? []) : Infinity;
    const told = times.get(item.id)?.[0] ?? Infinity;
    return told <= first + (item.class === 'blocking' ? 5 * minute : 0);
  });
  const inFocus = sends.filter(({ personId, at }) => {
    const calendar = calendars.get(personId);
    const end = calendar
      ? Math.max(
          ...windows(calendar, at, at + 86_400_000 / 2)
            .slice(0, 1)
            .map(({ end: e }) => e),
        )
      : 0;
    // The day's last word is heard 15 minutes before its end, whatever the focus (L5).
    return calendar && focusWindows(calendar, at, at + 1).length > 0 && end - at > 15 * minute;
  });
  return {
    events: trace.events.length,
    items: items.length,
    duties: duties.length,
    inFocus: inFocus.length,
    twice: [...times.values()].filter((all) => all.length > 1).length,
    lost: items.filter(({ id, class: deliveryClass }) => deliveryClass !== 'ambient' && !times.has(id)).length,
    recall: duties.length === 0 ? 1 : inTime.length / duties.length,
  };
}

/** What somebody reads who was away for three working days. */
export interface Return {
  events: number;
  tasks: number;
  mustRead: number;
  collapsed: number;
}

/** Three working days off, for everybody and from every Monday and Wednesday: events of their tasks, lines that must be read, and one-liners. */
export function returnsOf(trace: Trace): Return[] {
  const { items } = ours(trace);
  return trace.people.flatMap(({ id, calendar }) => {
    const days = workdaysOf(trace).filter(({ personId }) => personId === id);
    const found: Return[] = [];
    for (let i = 0; i + 3 < days.length; i += 4) {
      const from = dayWindows(calendar, days[i]?.day ?? '')[0]?.start ?? 0;
      const to = dayWindows(calendar, days[i + 3]?.day ?? '')[0]?.start ?? 0;
      const followed = new Set(trace.tasks.filter(({ followerIds }) => followerIds.includes(id)).map((task) => task.id));
      const events = trace.events.filter(({ at, taskId, actorId }) => at >= from && at < to && actorId !== id && followed.has(taskId));
      const mine = items.filter(({ personId, at }) => personId === id && at >= from && at < to);
      const must = mine.filter(({ cause }) => causeOf(cause).section !== 'updates');
      // Several changes of one thing are one line; an update stands for those before it.
      const lines = new Set(must.map(({ cause, objectId }) => `${causeOf(cause).section} ${objectId}`));
      const told = new Set(must.map(({ taskId }) => taskId));
      const others = new Set(events.map(({ taskId }) => taskId).filter((taskId) => !told.has(taskId)));
      found.push({
        events: events.length,
        tasks: new Set(events.map(({ taskId }) => taskId)).size,
        mustRead: lines.size,
        collapsed: others.size,
      });
    }
    return found;
  });
}

/** The whole benchmark for one seed. */
export function measureReplay(seed: number) {
  const trace = makeTrace(seed);
  const returns = returnsOf(trace);
  return {
    seed,
    personDays: workdaysOf(trace).length,
    rows: policies.map(({ name, sends }) => rowOf(trace, name, sends(trace))),
    promises: promisesOf(trace),
    returns: {
      absences: returns.length,
      events: quantile(
        returns.map(({ events }) => events),
        0.5,
      ),
      tasks: quantile(
        returns.map(({ tasks }) => tasks),
        0.5,
      ),
      mustRead: quantile(
        returns.map(({ mustRead }) => mustRead),
        0.5,
      ),
      mustReadP90: quantile(
        returns.map(({ mustRead }) => mustRead),
        0.9,
      ),
      collapsed: quantile(
        returns.map(({ collapsed }) => collapsed),
        0.5,
      ),
    },
  };
}
