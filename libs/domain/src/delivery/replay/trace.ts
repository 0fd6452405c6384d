import { type Calendar, type Interval, assumedCalendar, windows } from '../../time/calendar';

/** What people do in the trace, and how often a person does it on a working day. The rates are assumptions, not field data. */
export const rates = {
  edit: 4,
  move: 2,
  note: 4,
  ask: 1.2,
  update: 0.6,
  blocker: 0.15,
  decision: 0.1,
  stance: 0.4,
  handoff: 0.1,
} as const;
export type TraceKind = keyof typeof rates;

/** One thing that somebody did. */
export interface TraceEvent {
  at: number;
  kind: TraceKind;
  actorId: string;
  taskId: string;
  /** Whom it is about: who is asked, named, or offered the task. Null for what names nobody. */
  toId: string | null;
  /** Of an edit: it moved the deadline. */
  deadline: boolean;
}

export interface TracePerson {
  id: string;
  calendar: Calendar;
}
export interface TraceTask {
  id: string;
  ownerId: string;
  /** Everybody who follows it, the owner among them. */
  followerIds: string[];
}
export interface Trace {
  from: number;
  to: number;
  people: TracePerson[];
  tasks: TraceTask[];
  events: TraceEvent[];
}

/** A small generator of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32, public domain). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const weekOn = (days: readonly number[], ...shifts: Interval[]): Calendar['week'] =>
  Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, days.includes(day) ? shifts : []]));
const focusOn = (weekdays: number[], from: string, to: string) => [{ id: 'focus', weekdays, on: null, from, to, note: '' }];
const week = [1, 2, 3, 4, 5];

/** Eight people in six zones: two with lunch breaks, two with focus time, one who works Monday to Thursday and one also on Saturday. */
function makePeople(): TracePerson[] {
  const works = (zone: string, days: readonly number[], shifts: Interval[], more: Partial<Calendar> = {}): Calendar => ({
    ...assumedCalendar(zone),
    week: weekOn(days, ...shifts),
    ...more,
  });
  const calendars = [
    works('Asia/Kolkata', [1, 2, 3, 4, 6], [['10:00', '18:00']]),
    works('Asia/Dubai', [1, 2, 3, 4], [['08:00', '17:00']]),
    works('Europe/Berlin', week, [['09:00', '17:00']]),
    works(
      'Europe/Berlin',
      week,
      [
        ['08:00', '12:00'],
        ['13:00', '17:00'],
      ],
      { focus: focusOn([1, 3], '08:00', '10:30') },
    ),
    works('Europe/London', week, [['09:00', '17:30']]),
    works('America/New_York', week, [['09:00', '17:00']], { focus: focusOn([2, 4], '13:00', '16:00') }),
    works('America/New_York', week, [
      ['10:00', '13:00'],
      ['14:00', '19:00'],
    ]),
    works('America/Los_Angeles', week, [['09:00', '17:00']]),
  ];
  return calendars.map((calendar, i) => ({ id: `person-${i + 1}`, calendar }));
}

const dayMs = 86_400_000;
const taskCount = 64;
const followersPerTask = 4;
/** One in so many edits moves a deadline, and one in so many notes names somebody. */
const [editsPerDeadline, notesPerMention] = [16, 8];

/** The published trace (4.3): eight people, 64 tasks with four followers, four weeks over a change of clocks in New York; the same for the same seed. */
export function makeTrace(seed: number): Trace {
  const random = randomOf(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const people = makePeople();
  const ids = people.map(({ id }) => id);
  const tasks = Array.from({ length: taskCount }, (_, i): TraceTask => {
    const ownerId = ids[i % ids.length] as string;
    const followerIds = [ownerId];
    while (followerIds.length < followersPerTask) {
      const one = pick(ids);
      if (!followerIds.includes(one)) followerIds.push(one);
    }
    return { id: `task-${i + 1}`, ownerId, followerIds };
  });
  const [from, to] = [Date.parse('2026-10-19T00:00:00Z'), Date.parse('2026-11-16T00:00:00Z')];
  const events: TraceEvent[] = [];
  for (const { id, calendar } of people) {
    const own = tasks.filter(({ followerIds }) => followerIds.includes(id));
    for (let day = from; day < to; day += dayMs) {
      const shifts = windows(calendar, day, day + dayMs);
      const worked = shifts.reduce((sum, { start, end }) => sum + end - start, 0);
      if (worked === 0) continue;
      for (const [kind, rate] of Object.entries(rates) as [TraceKind, number][]) {
        const wanted = (rate * worked) / (8 * 3_600_000);
        const count = Math.floor(wanted) + (random() < wanted % 1 ? 1 : 0);
        for (let i = 0; i < count; i++) {
          const task = pick(own);
          const others = task.followerIds.filter((other) => other !== id);
          const named = kind === 'ask' || kind === 'blocker' || kind === 'handoff' || (kind === 'note' && random() < 1 / notesPerMention);
          let within = random() * worked;
          const shift = shifts.find(({ start, end }) => (within < end - start ? true : ((within -= end - start), false))) ?? shifts[0];
          events.push({
            at: Math.floor((shift?.start ?? day) + within),
            kind,
            actorId: id,
            taskId: task.id,
            toId: named ? pick(others) : null,
            deadline: kind === 'edit' && random() < 1 / editsPerDeadline,
          });
        }
      }
    }
  }
  return { from, to, people, tasks, events: events.toSorted((a, b) => a.at - b.at) };
}
