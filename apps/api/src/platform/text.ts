import { type Norms, Refusal, faultInNorms, lengthOf, zoneName } from '@baton/domain';

/** A text that must say something and has a longest length in code points; trimmed. Refuses with a sentence that names the field. */
export function requireText(value: string, field: string, most: number): string {
  const text = value.trim();
  if (text === '') throw new Refusal('BAD_INPUT', { field, reason: `Write ${field}.` });
  return atMost(text, field, most);
}

/** A text that may be empty, as it is. */
export function atMost(text: string, field: string, most: number): string {
  const length = lengthOf(text);
  if (length > most)
    throw new Refusal('BAD_INPUT', { field, limit: most, reason: `Shorten ${field}: ${length} characters, at most ${most}.` });
  return text;
}

/** An IANA zone that this machine knows. */
export function requireZone(zone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zoneName(zone);
  } catch {
    throw new Refusal('BAD_INPUT', { field: 'zone', reason: `Choose a time zone from the list; "${zone.slice(0, 60)}" is not one.` });
  }
}

/** House rules as they were sent; null for those that hold anyway. */
export function requireNorms(norms: Record<string, unknown> | null): Partial<Norms> | null {
  const fault = norms && faultInNorms(norms);
  if (fault) throw new Refusal('BAD_INPUT', { field: 'norms', reason: fault });
  return norms as Partial<Norms> | null;
}
