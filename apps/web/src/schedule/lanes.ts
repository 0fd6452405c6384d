import { type BoardPerson, type Card, type Day, addDays, daysBetween } from '@baton/domain';

/** A task as a stretch of days. */
export interface Bar {
  card: Card;
  from: Day;
  to: Day;
}

/** A heading with its bars, in lanes in which none overlap. */
export interface Band {
  key: string;
  name: string;
  lanes: Bar[][];
}

/** From its start, or its own day, to its deadline; null without one. */
export function barOf(card: Card): Bar | null {
  if (card.dueOn === null) return null;
  const from = card.startOn !== null && card.startOn < card.dueOn ? card.startOn : card.dueOn;
  return { card, from, to: card.dueOn };
}

/** Puts each bar into the first lane in which it has room, by its beginning. */
export function lanesOf(bars: readonly Bar[]): Bar[][] {
  const lanes: Bar[][] = [];
  for (const bar of bars.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.card.number - b.card.number))) {
    const lane = lanes.find((one) => roomAfter(one.at(-1)) < bar.from);
    if (lane) lane.push(bar);
    else lanes.push([bar]);
  }
  return lanes;
}

/** A short bar has its title beside it, which takes room too. */
const titleDays = 6;
const roomAfter = (bar: Bar | undefined): Day => (bar ? ([bar.to, addDays(bar.from, titleDays)].sort().at(-1) ?? bar.to) : '');

/** What the other rows of a timeline stand for: the columns of a board, or boards. */
export interface Places {
  word: string;
  all: readonly { id: string; name: string }[];
  of: (card: Card) => string;
}

/** Bars that meet the days shown, by owner or by place. */
export function bandsOf(
  cards: readonly Card[],
  by: 'owner' | 'place',
  people: readonly BoardPerson[],
  places: Places,
  shown: { from: Day; to: Day },
): Band[] {
  const groups = new Map<string, Bar[]>();
  for (const card of cards) {
    const bar = barOf(card);
    if (!bar || bar.to < shown.from || bar.from > shown.to) continue;
    const key = by === 'owner' ? (card.ownerId ?? '') : places.of(card);
    const list = groups.get(key);
    if (list) list.push(bar);
    else groups.set(key, [bar]);
  }
  const order = by === 'owner' ? [...people.map(({ id, name }) => ({ id, name })), { id: '', name: 'No owner' }] : places.all;
  return order.flatMap(({ id, name }) => {
    const bars = groups.get(id);
    return bars ? [{ key: id || 'nobody', name, lanes: lanesOf(bars) }] : [];
  });
}

/** Where a bar begins and how many days it covers, within the days shown. */
export function span(bar: Bar, shown: { from: Day; to: Day }): { start: number; days: number } {
  const start = Math.max(0, daysBetween(shown.from, bar.from));
  return { start, days: Math.max(1, daysBetween(shown.from, bar.to < shown.to ? bar.to : shown.to) - start + 1) };
}
