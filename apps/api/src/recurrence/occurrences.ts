import type { Repeat } from '@baton/domain';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';

type Schedule = Extract<Repeat, { kind: 'schedule' }>;
const names = ['', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const freq = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY' } as const;

/** The rule as RFC 5545 writes it. */
export const ruleText = ({ every, interval, weekdays }: Schedule) =>
  `FREQ=${freq[every]};INTERVAL=${interval}${every === 'week' && weekdays.length > 0 ? `;BYDAY=${weekdays.map((d) => names[d]).join(',')}` : ''}`;

/** Days are counted at noon, which no zone skips. */
const noon = (day: string, zone: string) => Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: '12:00' });

function ruleOf(schedule: Schedule, from: string, zone: string) {
  return new RRuleTemporal({ rruleString: ruleText(schedule), dtstart: noon(from, zone) as never });
}

/** The first day after `day` on which the task comes again; the schedule began on `from`. */
export function nextOccurrence(schedule: Schedule, from: string, day: string, zone: string): string | null {
  const next = ruleOf(schedule, from, zone).next(noon(day, zone) as never, false) as unknown as Temporal.ZonedDateTime | null;
  return next?.toPlainDate().toString() ?? null;
}

/** The last day up to and with `day` on which it comes, after `from`: of several that were missed, only this one counts. */
export function lastOccurrence(schedule: Schedule, from: string, day: string, zone: string): string | null {
  const last = ruleOf(schedule, from, zone).previous(noon(day, zone) as never, true) as unknown as Temporal.ZonedDateTime | null;
  const found = last?.toPlainDate().toString() ?? null;
  return found !== null && found > from ? found : null;
}
