/**
 * The tasks whose offer nobody took in time, as a condition on `t` with an instant: the rule `handoffAt` of libs/domain as SQL. What somebody
 * left behind stays offered.
 */
export const offerIsOver = (now: string) => `t.handoff is not null and t.handoff ->> 'kind' <> 'orphaned'
  and (t.handoff ->> 'by')::timestamptz < ${now} and t.done_at is null and t.deleted_at is null and t.archived_at is null`;
