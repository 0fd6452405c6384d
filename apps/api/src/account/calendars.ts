import { type Calendar, assumedCalendar } from '@baton/domain';
import { select } from '../platform/database/database';
import type { Sql } from '../platform/sql';

/** The calendars of people; those who have not said when they work get the assumed hours of their zone. */
export async function calendarsOf(sql: Sql, personIds: readonly string[]): Promise<Map<string, Calendar>> {
  const ids = [...new Set(personIds)];
  if (ids.length === 0) return new Map();
  const rows = await select<{ id: string; zone: string; calendar: Calendar | null }>(
    sql,
    'select id, zone, calendar from person where id = any($1)',
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row.calendar ?? assumedCalendar(row.zone)]));
}
