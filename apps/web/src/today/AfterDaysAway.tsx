import { useQuery } from '@apollo/client/react';
import { type ReactNode, useEffect } from 'react';
import { Navigate } from 'react-router-dom';
import { type Calendar, type CatchUp, assumedCalendar, workingDaysBetween } from '@baton/domain';
import { useViewer } from '../session/viewer';
import { lastVisit } from '../shell/here';
import { useNow } from '../time/useNow';
import { CatchUpDocument } from './useCatchUp';

/** Shown once per visit: whoever comes back from it to Today stays there. */
const offered = new Map<string, number | null>();

/**
 * Leads to the catch-up by itself after a working day away (2.10), from the home page only. "Away" is told by this browser's own memory and
 * by the person's own commands and watermarks: nothing is kept about when somebody looked.
 */
export function AfterDaysAway({ children }: { children: ReactNode }) {
  const { me, workspace } = useViewer();
  const now = useNow();
  const calendar = (me.calendar as Calendar | null | undefined) ?? assumedCalendar(me.zone);
  const here = lastVisit(me.id);
  const awayFor = (since: number | null) => since !== null && workingDaysBetween(calendar, since, now) >= 1;
  // A browser that is new to the person knows nothing: then their own last deeds tell.
  const maybe = (!offered.has(me.id) || offered.get(me.id) !== here) && (here === null || awayFor(here));
  const { data, error } = useQuery(CatchUpDocument, {
    variables: { workspaceId: workspace.id, allUpdates: false },
    skip: !maybe,
    fetchPolicy: 'network-only',
  });
  useEffect(() => {
    if (data || error) offered.set(me.id, here);
  }, [data, error, me.id, here]);
  if (!maybe || error) return children;
  if (!data) return null;
  const { brief, boards, lastOwn } = data.catchUp as CatchUp;
  const known = [here, ...[lastOwn, ...boards.map(({ sinceAt }) => sinceAt)].map((at) => (at ? Date.parse(at) : null))];
  const last = Math.max(...known.map((at) => at ?? 0));
  return brief.events > 0 && awayFor(last || null) ? <Navigate to="/catch-up" replace /> : children;
}
