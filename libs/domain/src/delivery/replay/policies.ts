import { nextWorking } from '../../time/working';
import { ours } from './ours';
import type { Trace, TraceEvent } from './trace';

/** A message to somebody at an instant. */
export interface Send {
  personId: string;
  at: number;
}

/** How a board tells people of what happened: a function of the trace and of the calendars in it. */
export type Policy = (trace: Trace) => Send[];

/** Everybody who follows the task of an event, without whoever did it. */
const audience = (trace: Trace) => {
  const followers = new Map(trace.tasks.map(({ id, followerIds }) => [id, followerIds]));
  return (event: TraceEvent) => (followers.get(event.taskId) ?? []).filter((id) => id !== event.actorId);
};
const perEvent =
  (tells: (event: TraceEvent) => boolean): Policy =>
  (trace) => {
    const to = audience(trace);
    return trace.events.filter(tells).flatMap((event) => to(event).map((personId) => ({ personId, at: event.at })));
  };

/** One message per key, some minutes after the first event of it. */
function bundled(events: readonly { personId: string; key: string; at: number }[], minutes: number): Send[] {
  const open = new Map<string, number>();
  const sends: Send[] = [];
  for (const { personId, key, at } of events) {
    const until = open.get(key);
    if (until !== undefined && at < until) continue;
    open.set(key, at + minutes * 60_000);
    sends.push({ personId, at: at + minutes * 60_000 });
  }
  return sends;
}
const told = (trace: Trace, keyOf: (personId: string, event: TraceEvent) => string, tells: (event: TraceEvent) => boolean = () => true) => {
  const to = audience(trace);
  return trace.events
    .filter(tells)
    .flatMap((event) => to(event).map((personId) => ({ personId, key: keyOf(personId, event), at: event.at })));
};
const noEdits = ({ kind }: TraceEvent) => kind !== 'edit';
const hour = 3_600_000;

/** The policies of the table, peers first; each as its kind of board does it. */
export const policies: readonly { name: string; sends: Policy }[] = [
  { name: 'per-event mail to followers', sends: perEvent(() => true) },
  { name: 'per event, without edits', sends: perEvent(noEdits) },
  {
    name: '2-minute bundle per thread',
    sends: (trace) =>
      bundled(
        told(trace, (id, { taskId }) => `${id} ${taskId}`),
        2,
      ),
  },
  {
    name: 'hourly unread summary (nobody reads in between)',
    sends: (trace) => {
      const hours = new Map(
        trace.events.flatMap((event) =>
          audience(trace)(event).map((id) => [
            `${id} ${Math.floor(event.at / hour)}`,
            { personId: id, at: (Math.floor(event.at / hour) + 1) * hour },
          ]),
        ),
      );
      return [...hours.values()];
    },
  },
  {
    name: '5-minute bundle and working hours',
    sends: (trace) => {
      const calendars = new Map(trace.people.map(({ id, calendar }) => [id, calendar]));
      const held = told(trace, (id) => id, noEdits).map((one) => ({
        ...one,
        at: nextWorking(calendars.get(one.personId) as never, one.at) ?? one.at,
      }));
      const sends = bundled(
        held.toSorted((a, b) => a.at - b.at),
        5,
      );
      return sends.map(({ personId, at }) => ({ personId, at: nextWorking(calendars.get(personId) as never, at) ?? at }));
    },
  },
  { name: 'ours: held, the receiver’s slots, blockers at once in hours', sends: (trace) => ours(trace).sends },
];
