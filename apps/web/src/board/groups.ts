import { type Card, type MoveScene, addDays, dayAt, headlineOf, promisedBy, weekday } from '@baton/domain';

/** Some cards under a heading, in the order in which they are due. */
export interface Group {
  key: string;
  name: string;
  cards: readonly Card[];
}

const isOpen = (card: Card, scene: MoveScene) => !card.doneAt && ['queued', 'active'].includes(scene.classOf(card.columnId) ?? '');
const soonest = (a: { by: number | null; card: Card }, b: { by: number | null; card: Card }) =>
  (a.by ?? Infinity) - (b.by ?? Infinity) || a.card.number - b.card.number;

/** Open cards by whose move they are: the reader first, then by name, then what nobody holds. */
export function groupByMove(cards: readonly Card[], scene: MoveScene, meId: string, nameOf: (id: string) => string): Group[] {
  const groups = new Map<string, { by: number | null; card: Card }[]>();
  for (const card of cards) {
    if (!isOpen(card, scene)) continue;
    const headline = headlineOf(card, scene);
    const key = headline?.personId ?? '';
    const entry = { by: headline?.by ?? null, card };
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  const place = (key: string) => (key === meId ? 0 : key === '' ? 2 : 1);
  const name = (key: string) => (key === meId ? 'Your move' : key === '' ? 'No owner' : nameOf(key));
  return [...groups]
    .map(([key, entries]) => ({
      key: key || 'nobody',
      name: name(key),
      place: place(key),
      cards: entries.sort(soonest).map(({ card }) => card),
    }))
    .sort((a, b) => a.place - b.place || a.name.localeCompare(b.name));
}

/** Open cards by when they are due, in the reader's days. */
export function groupByDeadline(cards: readonly Card[], scene: MoveScene, zone: string, now: number): Group[] {
  const today = dayAt(zone, now);
  const sunday = addDays(today, 7 - weekday(today));
  const names = ['Late', 'Today', 'This week', 'Next week', 'Later', 'To look at again', 'No deadline'];
  const groups: { by: number | null; card: Card }[][] = names.map(() => []);
  for (const card of cards) {
    if (!isOpen(card, scene)) continue;
    const by = promisedBy(card, scene.zone);
    // A whole day ends with the first instant of the next one, so its own day is the one before.
    const day = by === null ? '' : dayAt(zone, by - 1);
    const at =
      by === null ? 6 : card.dueOn === null ? 5 : by <= now ? 0 : day <= today ? 1 : day <= sunday ? 2 : day <= addDays(sunday, 7) ? 3 : 4;
    groups[at]?.push({ by, card });
  }
  return names
    .map((name, i) => ({ key: name, name, cards: (groups[i] ?? []).sort(soonest).map(({ card }) => card) }))
    .filter((group) => group.cards.length > 0);
}
