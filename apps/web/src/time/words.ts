/** `YYYY-MM-DD` of an instant in the reader's own zone. */
export function dayOf(instant: Date, zone?: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);
}

const utcNoon = (day: string) => new Date(`${day}T12:00:00Z`);

/** Whole days from one calendar day to another. */
export const daysBetween = (from: string, to: string) => Math.round((utcNoon(to).getTime() - utcNoon(from).getTime()) / 86_400_000);

const short = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
const withYear = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** A calendar day in words: "today", "tomorrow", "Fri 27 Nov", with the year when it is not this one. */
export function dayInWords(day: string, today: string): string {
  const distance = daysBetween(today, day);
  if (distance === 0) return 'today';
  if (distance === 1) return 'tomorrow';
  if (distance === -1) return 'yesterday';
  return (day.slice(0, 4) === today.slice(0, 4) ? short : withYear).format(utcNoon(day)).replace(',', '');
}

/** A day with an optional time of day. */
export const dueInWords = (day: string, time: string | null, today: string) =>
  time ? `${dayInWords(day, today)} ${time}` : dayInWords(day, today);

/** An instant in words, in the reader's zone: "today 14:02", "Fri 20 Nov 09:30". */
export function instantInWords(instant: string, now: Date = new Date()): string {
  const at = new Date(instant);
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(at);
  return `${dayInWords(dayOf(at), dayOf(now))} ${time}`;
}
