import type { Instant } from './board-import';
import { shortId } from './foreign-id';
import type { Tally } from './tally';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Years that a date of a board can have; anything else is a slip of the file. */
const [firstYear, lastYear] = [1970, 2200];
const isoPattern = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * One object of a foreign file. A key that is absent or null gives the default in silence, because every key may be absent; a value of
 * the wrong type gives the default too, and is counted, so that nothing is dropped unseen.
 */
export class Row {
  /** Keys whose wrong value was counted, so that reading one twice counts once. */
  private told: Set<string> | undefined;

  constructor(
    private readonly fields: Record<string, unknown>,
    private readonly tally: Tally,
    /** Where losses of this row are said to be, such as the title of a task. */
    public where = '',
  ) {}

  /** The value as a row, or null when it is something else. */
  static of(value: unknown, tally: Tally, where = ''): Row | null {
    return isObject(value) ? new Row(value, tally, where) : null;
  }

  has(key: string): boolean {
    return Object.hasOwn(this.fields, key) && this.fields[key] !== null && this.fields[key] !== undefined;
  }

  text(key: string): string {
    const value = this.value(key, (v) => typeof v === 'string');
    return typeof value === 'string' ? clean(value) : '';
  }

  /** An id of the other tool; empty when there is none. */
  id(key: string): string {
    return shortId(this.text(key));
  }

  ids(key: string): string[] {
    return this.texts(key).map(shortId);
  }

  number(key: string): number | null {
    const value = this.value(key, (v) => typeof v === 'number' && Number.isFinite(v));
    return typeof value === 'number' ? value : null;
  }

  /** A number of things: whole, not negative, and of a size that can be true. */
  count(key: string): number {
    const value = this.value(key, (v) => typeof v === 'number' && Number.isInteger(v) && v >= 0 && v <= 1_000_000);
    return typeof value === 'number' ? value : 0;
  }

  flag(key: string): boolean {
    return this.value(key, (v) => typeof v === 'boolean') === true;
  }

  instant(key: string): Instant | null {
    const value = this.value(key, (v) => typeof v === 'string');
    if (typeof value !== 'string' || value === '') return null;
    const at = isoPattern.test(value) ? new Date(value) : null;
    const year = at?.getUTCFullYear() ?? Number.NaN;
    if (at && year >= firstYear && year <= lastYear) return at.toISOString();
    this.tally.add('dates that make no sense', this.where);
    return null;
  }

  /** The row's own objects of a list; anything else in it is counted. */
  rows(key: string): Row[] {
    return this.list(key, isObject).map((fields) => new Row(fields, this.tally, this.where));
  }

  texts(key: string): string[] {
    return this.list(key, (v): v is string => typeof v === 'string').map(clean);
  }

  row(key: string): Row | null {
    const value = this.value(key, isObject);
    return isObject(value) ? new Row(value, this.tally, this.where) : null;
  }

  /** Keys and texts of an object that is used as a dictionary. */
  entries(): [string, string][] {
    return Object.entries(this.fields).flatMap(([key, value]) => (typeof value === 'string' ? [[key, clean(value)]] : []));
  }

  private list<T>(key: string, fits: (value: unknown) => value is T): T[] {
    const value = this.value(key, Array.isArray);
    if (!Array.isArray(value)) return [];
    const fitting = value.filter(fits);
    this.tally.add('entries that could not be read', this.where || key, value.length - fitting.length);
    return fitting;
  }

  private value(key: string, fits: (value: unknown) => boolean): unknown {
    if (!this.has(key)) return null;
    const value = this.fields[key];
    if (fits(value)) return value;
    if (!this.told?.has(key)) this.tally.add('values that could not be read', this.where || key);
    (this.told ??= new Set()).add(key);
    return null;
  }
}

/** Text that a database and a page can hold: no control characters but tab and line ends (as \n), no half surrogate pairs. */
export const clean = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replace(/\p{Cs}/gu, '\uFFFD');
