import { type Calendar, type Sprint, endOfNthWorkingDay, localDay } from '@baton/domain';
import { daysBetween } from './words';

export interface Due {
  day: string;
  /** HH:MM, or null for the whole day. */
  time: string | null;
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const iso = (at: Date) => at.toISOString().slice(0, 10);
const plus = (day: string, days: number) => iso(new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000));

function dayFrom(year: number, month: number, date: number): string | null {
  const at = new Date(Date.UTC(year, month, date, 12));
  return at.getUTCMonth() === month && at.getUTCDate() === date ? iso(at) : null;
}

/** What some words need to be understood: whose working days count, and when sprints end. */
export interface DateScene {
  calendar: Calendar;
  now: number;
  sprint: Sprint | null;
}

/** The next end of a sprint from today on. */
export function sprintEnd({ endsOn, weeks }: Sprint, today: string): string {
  const length = weeks * 7;
  const steps = Math.max(0, Math.ceil(daysBetween(endsOn, today) / length));
  return plus(endsOn, steps * length);
}

function parseWorking(text: string, scene: DateScene | undefined): string | null {
  const words = /^in (\d{1,2}) working days?$/.exec(text);
  if (!words || !scene) return null;
  const end = endOfNthWorkingDay(scene.calendar, scene.now, Number(words[1]));
  return end === null ? null : localDay(scene.calendar, end - 1);
}

function parseDay(words: string, today: string, scene?: DateScene): string | null {
  const text = words.trim().toLowerCase().replace(/,/g, '');
  if (text === '' || text === 'today') return today;
  if (text === 'tomorrow' || text === 'tom') return plus(today, 1);
  if (scene?.sprint && /^(next |end of )?sprint( end)?$/.test(text)) return sprintEnd(scene.sprint, today);
  const working = parseWorking(text, scene);
  if (working) return working;
  if (text === 'next week') return plus(today, 7);
  const inDays = /^in (\d{1,3}) (day|week)s?$/.exec(text);
  if (inDays) return plus(today, Number(inDays[1]) * (inDays[2] === 'week' ? 7 : 1));
  const weekday = weekdays.indexOf(text.replace(/^next /, '').slice(0, 3));
  if (weekday >= 0 && /^(next )?(sun|mon|tue|wed|thu|fri|sat)[a-z]*$/.test(text)) {
    const now = new Date(`${today}T12:00:00Z`).getUTCDay();
    return plus(today, (weekday - now + 7) % 7 || 7);
  }
  const full = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (full) return dayFrom(Number(full[1]), Number(full[2]) - 1, Number(full[3]));
  const dated =
    /^(?:[a-z]{3} )?(\d{1,2})\.? ([a-z]{3})[a-z]*(?: (\d{4}))?$/.exec(text) ?? /^([a-z]{3})[a-z]* (\d{1,2})(?: (\d{4}))?$/.exec(text);
  if (!dated) return null;
  const [date, name] = Number.isNaN(Number(dated[1])) ? [Number(dated[2]), dated[1]] : [Number(dated[1]), dated[2]];
  const month = months.indexOf(name ?? '');
  if (month < 0) return null;
  if (dated[3]) return dayFrom(Number(dated[3]), month, date);
  const year = Number(today.slice(0, 4));
  const here = dayFrom(year, month, date);
  // A day of more than half a year ago means the next one.
  return here && daysBetween(here, today) > 183 ? dayFrom(year + 1, month, date) : here;
}

/** A date as people type it: "fri", "tomorrow 17:00", "20 nov", "in 3 days", "2026-12-01 9:30"; null when it is none. */
export function parseDue(text: string, today: string, scene?: DateScene): Due | null {
  const timed = /^(.*?)(?:\s+|^)(?:at\s+)?([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(text.trim());
  const time = timed ? `${(timed[2] ?? '').padStart(2, '0')}:${timed[3]}` : null;
  const day = parseDay(timed ? (timed[1] ?? '') : text, today, scene);
  return day && text.trim() !== '' ? { day, time } : null;
}
