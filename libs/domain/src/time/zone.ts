import type { Temporal as TemporalNamespace } from 'temporal-polyfill';

/** The platform's own Temporal; each program loads the polyfill at its start where the platform has none. */
const temporal = () => (globalThis as unknown as { Temporal: typeof TemporalNamespace }).Temporal;

/** A stretch of time with one offset from UTC, in milliseconds. */
interface Era {
  from: number;
  offset: number;
}

const hour = 3_600_000;
const day = 24 * hour;
const yearStart = (year: number) => {
  const at = new Date(0);
  at.setUTCFullYear(year, 0, 1);
  return at.getTime();
};
const yearOf = (instant: number) => new Date(instant).getUTCFullYear();

const tables = new Map<string, Map<number, Era[]>>();
const unknown = new Set<string>();

/** The offsets of a zone in one year of UTC. Temporal is asked once per zone and year; all arithmetic is on this table. */
function erasOf(zone: string, year: number): Era[] {
  let years = tables.get(zone);
  if (!years) tables.set(zone, (years = new Map()));
  const known = years.get(year);
  if (known) return known;
  const [from, to] = [yearStart(year), yearStart(year + 1)];
  const eras: Era[] = [];
  let at: TemporalNamespace.ZonedDateTime | null = temporal().Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  for (let instant = from; at && instant < to;) {
    eras.push({ from: instant, offset: at.offsetNanoseconds / 1e6 });
    at = at.getTimeZoneTransition('next');
    if (at) instant = at.epochMilliseconds;
  }
  years.set(year, eras);
  return eras;
}

/** Whether this machine knows the zone; an image can be older than a zone's name. */
export function isKnownZone(zone: string): boolean {
  if (unknown.has(zone)) return false;
  try {
    erasOf(zone, 2026);
    return true;
  } catch {
    unknown.add(zone);
    return false;
  }
}

/** The era that was found last in each zone, with its end within the year: neighbours are asked for one after the other. */
const lastEra = new Map<string, Era & { to: number }>();

/** How far local time is ahead of UTC at this instant, in milliseconds. A zone that this machine does not know counts as UTC: callers warn. */
export function offsetAt(zone: string, instant: number): number {
  const last = lastEra.get(zone);
  if (last && instant >= last.from && instant < last.to) return last.offset;
  if (!isKnownZone(zone)) return 0;
  const year = yearOf(instant);
  const eras = erasOf(zone, year);
  const at = Math.max(
    0,
    eras.findLastIndex((era) => era.from <= instant),
  );
  const found = { offset: 0, from: instant, ...eras[at], to: eras[at + 1]?.from ?? yearStart(year + 1) };
  lastEra.set(zone, found);
  return found.offset;
}

/** A wall clock reading, as the milliseconds that it would have been in UTC. */
export type Wall = number;

export const wallAt = (zone: string, instant: number): Wall => instant + offsetAt(zone, instant);

/** How a wall clock reading that exists twice, or never, becomes an instant. */
export type Resolve = 'later' | 'earlier';

/**
 * The instant of a wall clock reading. One that exists twice gives its later or earlier instant; one that a clock skips gives the instant
 * as far behind, or before, the gap (2.1: deadlines and starts of windows resolve later, ends of windows earlier).
 */
export function instantOf(zone: string, wall: Wall, resolve: Resolve): number {
  const before = wall - offsetAt(zone, wall - day);
  const after = wall - offsetAt(zone, wall + day);
  if (before === after) return before;
  const real = [before, after].filter((instant) => wallAt(zone, instant) === wall);
  const candidates = real.length > 0 ? real : [before, after];
  return resolve === 'later' ? Math.max(...candidates) : Math.min(...candidates);
}

/** Whether no clock in the zone ever shows this reading, because it is skipped. */
export const isSkipped = (zone: string, wall: Wall) => wallAt(zone, instantOf(zone, wall, 'later')) !== wall;

/** Names that browsers still give for zones which were renamed; the same clocks, so one name stands for both. */
const renamed: Record<string, string> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** The present name of a zone, by which zones are stored and compared. */
export const zoneName = (zone: string) => renamed[zone] ?? zone;

/** Every zone to choose from, by its present name. */
export const allZones = (): string[] => [...new Set(Intl.supportedValuesOf('timeZone').map(zoneName))].sort();
