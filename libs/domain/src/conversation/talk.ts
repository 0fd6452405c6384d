import { type Calendar, type Window, windows } from '../time/calendar';
import { endOfNthWorkingDay, overlaps } from '../time/working';

/** One of two people who may talk. */
export interface Talker {
  id: string;
  calendar: Calendar;
}

/** Half an hour in which two could talk. Instants in milliseconds. */
export interface TalkTime {
  from: number;
  to: number;
  /** Who would be outside their hours; null when both work then. */
  bendsId: string | null;
  /** For whom it is the first or the last hour of their work. */
  early: string[];
  late: string[];
}

export interface TalkTimes {
  /** Nobody has to bend. */
  shared: boolean;
  times: TalkTime[];
}

const talkDays = 5;
const minute = 60_000;
const half = 30 * minute;
const step = 15 * minute;
const edge = 60 * minute;
const day = 24 * edge;
const mostTimes = 5;

/**
 * When two can talk within the next five working days of the one who asks for it: half hours in which both work, the least early and late of
 * each stretch; where there are none, the least bad ones outside somebody's hours. Whoever bent last time comes second (2.13).
 */
export function talkTimes(initiator: Talker, other: Talker, from: number, bentLastId: string | null): TalkTimes {
  const until = endOfNthWorkingDay(initiator.calendar, from, talkDays) ?? from + 7 * 24 * 60 * minute;
  const shared = overlaps([initiator.calendar, other.calendar], from, until, 30).flatMap(daysOf);
  if (shared.length > 0) {
    const times = shared.flatMap((window) => bestIn(window, initiator, other, bentLastId) ?? []);
    if (times.length > 0) return { shared: true, times: times.slice(0, mostTimes) };
  }
  const turn = bentLastId === initiator.id ? [other, initiator] : [initiator, other];
  const [first, second] = turn.map((bends) => leastBad(bends, bends === initiator ? other : initiator, from, until));
  const times = [0, 1].flatMap((i) => [first?.[i] ?? [], second?.[i] ?? []].flat());
  return { shared: false, times: times.slice(0, 4) };
}

/** Who had to leave their hours for a talk that took place; null when nobody, or both. */
export function whoBent(one: Talker, other: Talker, talk: { from: number; to: number }): string | null {
  const bent = [one, other].filter(({ calendar }) => !works(calendar, talk));
  return bent.length === 1 ? (bent[0]?.id ?? null) : null;
}

const works = (calendar: Calendar, { from, to }: { from: number; to: number }) =>
  windows(calendar, from, to).some(({ start, end }) => start <= from && end >= to);

/** A stretch over several days, for two who are always there, is as many as it has days. */
const daysOf = ({ start, end }: Window): Window[] =>
  Array.from({ length: Math.ceil((end - start) / day) }, (_, i) => ({ start: start + i * day, end: Math.min(end, start + (i + 1) * day) }));

/** The half hour of a shared stretch that is the first or last hour of work for the fewest, and not for whoever bent last. */
function bestIn(window: Window, one: Talker, other: Talker, bentLastId: string | null): TalkTime | null {
  let best: { cost: number; time: TalkTime } | null = null;
  for (let from = Math.ceil(window.start / step) * step; from + half <= window.end; from += step) {
    const time = marked(from, [one, other]);
    const marks = [...time.early, ...time.late];
    const cost = marks.length * 2 + (bentLastId !== null && marks.includes(bentLastId) ? 1 : 0);
    if (best === null || cost < best.cost) best = { cost, time };
  }
  return best?.time ?? null;
}

function marked(from: number, people: readonly Talker[]): TalkTime {
  const to = from + half;
  const near = (side: 'start' | 'end') =>
    people
      .filter(({ calendar }) => {
        const window = windows(calendar, from - day, to + day).find(({ start, end }) => start <= from && end >= to);
        return window !== undefined && (side === 'start' ? from - window.start < edge : window.end - to < edge);
      })
      .map(({ id }) => id);
  return { from, to, bendsId: null, early: near('start'), late: near('end') };
}

/** The half hours at the edges of one person's work that are nearest to the other's, who bends. */
function leastBad(bends: Talker, works: Talker, from: number, until: number): TalkTime[] {
  const theirs = windows(bends.calendar, from - day, until + day);
  const candidates = windows(works.calendar, from, until)
    .filter(({ start, end }) => end - start >= half)
    .flatMap(({ start, end }) => [Math.ceil(start / minute) * minute, end - half])
    .map((at) => ({ at, cost: Math.min(...theirs.map(({ start, end }) => (at >= start ? at + half - end : start - at)), Infinity) }))
    .filter(({ cost }) => Number.isFinite(cost))
    .toSorted((a, b) => a.cost - b.cost || a.at - b.at);
  return candidates.slice(0, 2).map(({ at }) => ({ ...marked(at, [works]), bendsId: bends.id }));
}
