import { type Calendar, type Leave, focusWindows, leaveWindow } from './calendar';
import { nextWorking, workingUntil } from './working';

/** Where somebody stands now, derived from their calendar alone: nobody's presence is watched. Instants in milliseconds. */
export type Standing =
  | { kind: 'working'; until: number }
  | { kind: 'focus'; until: number }
  | { kind: 'off'; next: number }
  | { kind: 'away'; next: number | null; leave: Leave }
  /** No window within 120 days. */
  | { kind: 'none' };

/** The standing at an instant. */
export function standingAt(calendar: Calendar, now: number): Standing {
  const leave = leaveAt(calendar, now);
  if (leave) return { kind: 'away', next: nextWorking(calendar, now), leave };
  const until = workingUntil(calendar, now);
  if (until === null) {
    const next = nextWorking(calendar, now);
    if (next === null) return { kind: 'none' };
    const between = calendar.leave.find((l) => {
      const { start, end } = leaveWindow(calendar, l);
      return start > now && start < next && end > now && next - now > 3 * 86_400_000;
    });
    return between ? { kind: 'away', next, leave: between } : { kind: 'off', next };
  }
  const focus = focusWindows(calendar, now, now + 1).length > 0 ? focusWindows(calendar, now, now + 4 * 3_600_000)[0] : undefined;
  return focus ? { kind: 'focus', until: focus.end } : { kind: 'working', until };
}

/** The leave that an instant lies in, if any; of several the one that ends last. */
export function leaveAt(calendar: Calendar, at: number): Leave | null {
  const here = calendar.leave.filter((leave) => {
    const { start, end } = leaveWindow(calendar, leave);
    return start <= at && at < end;
  });
  return here.toSorted((a, b) => leaveWindow(calendar, b).end - leaveWindow(calendar, a).end)[0] ?? null;
}
