import { type Calendar, type Window, overlaps, windows } from '@baton/domain';

/** The end of one person's work and the start of another's, as near as they come without meeting. People by their place in the list. */
export interface NearMiss {
  ends: { index: number; window: Window };
  starts: { index: number; window: Window };
  gap: number;
}

/** Of people who never work at the same time, the two stretches with the smallest gap between them; null when there are no two such. */
export function nearestMiss(calendars: readonly Calendar[], from: number, to: number): NearMiss | null {
  const working = calendars.map((calendar) => windows(calendar, from, to));
  let nearest: NearMiss | null = null;
  for (const [a, first] of working.entries())
    for (const [b, second] of working.entries()) {
      const [one, other] = [calendars[a], calendars[b]];
      if (a === b || !one || !other || overlaps([one, other], from, to, 0).length > 0) continue;
      for (const ending of first)
        for (const starting of second) {
          const gap = starting.start - ending.end;
          if (gap >= 0 && (nearest === null || gap < nearest.gap))
            nearest = { ends: { index: a, window: ending }, starts: { index: b, window: starting }, gap };
        }
    }
  return nearest;
}
