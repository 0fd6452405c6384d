import { type Calendar, type QuietDay, assumedCalendar, withQuietDays } from '@baton/domain';
import { select } from '../platform/database/database';
import type { Sql } from '../platform/sql';

/** The calendars of people; those who have not said when they work get the assumed hours of their zone. */
export async function calendarsOf(sql: Sql, personIds: readonly string[]): Promise<Map<string, Calendar>> {
  const ids = [...new Set(personIds)];
  if (ids.length === 0) return new Map();
  const rows = await select<{ id: string; zone: string; calendar: Calendar | null; quiet: QuietDay[] | null }>(
    sql,
    `select p.id, p.zone, p.calendar,
       (select jsonb_agg(d) from membership m join workspace w on w.id = m.workspace_id and m.role <> 'guest'
        cross join jsonb_array_elements(w.quiet_days) d where m.person_id = p.id) as quiet
     from person p where p.id = any($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, withQuietDays(row.calendar ?? assumedCalendar(row.zone), row.quiet)]));
}
