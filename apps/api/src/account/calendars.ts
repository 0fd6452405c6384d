import { type Calendar, type QuietDay, assumedCalendar, withQuietDays } from '@baton/domain';
import { select } from '../platform/database/database';
import type { Sql } from '../platform/sql';

/** What a calendar is made of, as `calendarSql` reads it. */
export interface CalendarRow {
  zone: string;
  calendar: Calendar | null;
  quiet: QuietDay[] | null;
}

/** One person's calendar as a JSON value within another statement; `id` is an SQL expression. */
export const calendarSql = (id: string) => `(
  select json_build_object('zone', p.zone, 'calendar', p.calendar, 'quiet',
    (select json_agg(d) from membership m join workspace w on w.id = m.workspace_id and m.role <> 'guest'
     cross join jsonb_array_elements(w.quiet_days) d where m.person_id = p.id))
  from person p where p.id = ${id})`;

/** The calendar of a row; somebody who has not said when they work gets the assumed hours of their zone. */
export const calendarOf = ({ zone, calendar, quiet }: CalendarRow): Calendar => withQuietDays(calendar ?? assumedCalendar(zone), quiet);

/** The calendars of people. */
export async function calendarsOf(sql: Sql, personIds: readonly string[]): Promise<Map<string, Calendar>> {
  const ids = [...new Set(personIds)];
  if (ids.length === 0) return new Map();
  const rows = await select<{ id: string; row: CalendarRow }>(
    sql,
    `select x.id, ${calendarSql('x.id')} as row from unnest($1::uuid[]) as x(id) join person on person.id = x.id`,
    [ids],
  );
  return new Map(rows.map(({ id, row }) => [id, calendarOf(row)]));
}
