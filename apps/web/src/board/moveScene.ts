import { useMemo, useState } from 'react';
import {
  type BoardPerson,
  type BoardSnapshot,
  type Calendar,
  type Card,
  type Headline,
  type MoveScene,
  assumedCalendar,
  withQuietDays,
} from '@baton/domain';
import { momentInShort } from '../time/deadlineWords';
import { useNow } from '../time/useNow';

const calendars = new WeakMap<BoardPerson, Calendar>();
/** The person's calendar; the same object for the same person, so that windows are computed once. */
export function calendarOfPerson(person: BoardPerson): Calendar {
  if (person.calendar && !person.quietDays) return person.calendar;
  let calendar = calendars.get(person);
  if (!calendar) calendars.set(person, (calendar = withQuietDays(person.calendar ?? assumedCalendar(person.zone), person.quietDays)));
  return calendar;
}

/** What the rule of whose move it is needs of an open board; `waitedFor` are the tasks that others wait for. */
export function moveSceneOf(
  board: Pick<BoardSnapshot, 'key' | 'zone' | 'columns' | 'people'>,
  waitedFor: ReadonlyMap<string, Card>,
  now: number,
): MoveScene {
  const classes = new Map(board.columns.map((column) => [column.id, column.class]));
  const people = new Map(board.people.map((person) => [person.id, person]));
  return {
    boardKey: board.key,
    zone: board.zone,
    now,
    classOf: (id) => classes.get(id),
    cardOf: (id) => waitedFor.get(id),
    calendarOf: (id) => {
      const person = people.get(id);
      return person && calendarOfPerson(person);
    },
  };
}

/** The tasks that others wait for; the same map as long as nothing that matters to those others changed, so that cards are not drawn again. */
export function makeWaitedFor() {
  let [stamp, kept]: [string, ReadonlyMap<string, Card>] = ['', new Map()];
  return (cards: readonly Card[]): ReadonlyMap<string, Card> => {
    const ids = new Set(cards.flatMap((card) => card.blockerIds));
    const found = ids.size === 0 ? [] : cards.filter((card) => ids.has(card.id));
    const next = JSON.stringify(found.map((c) => [c.id, c.columnId, c.doneAt, c.ownerId, c.dueAt, c.dueOn, c.revisitOn, c.number]));
    if (next !== stamp) [stamp, kept] = [next, new Map(found.map((card) => [card.id, card]))];
    return kept;
  };
}

/** The scene of the open board. */
export function useMoveScene({ key, zone, columns, people, cards }: BoardSnapshot): MoveScene {
  const [keep] = useState(makeWaitedFor);
  const waitedFor = keep(cards);
  const now = useNow();
  return useMemo(() => moveSceneOf({ key, zone, columns, people }, waitedFor, now), [key, zone, columns, people, waitedFor, now]);
}

/** A headline in words: "Asha · finish by Fri 18:00"; what is lacking is said. */
export interface MoveWords {
  who: string | null;
  what: string;
  late: boolean;
  more: number;
}

export function moveInWords(
  headline: Headline,
  nameOf: (id: string) => string,
  zone: string,
  now: number,
  /** From when it counts as late: after leave, not before a working day back. */
  lateAt: number | null = headline.by,
): MoveWords {
  const late = lateAt !== null && lateAt <= now;
  const when = headline.by === null ? '' : `${late ? ' since' : ' by'} ${momentInShort(headline.by, zone, now)}`;
  const what =
    headline.by === null && headline.kind === 'owner' ? (headline.what === 'finish' ? 'no deadline' : headline.what) : headline.what;
  return { who: headline.personId === null ? null : nameOf(headline.personId), what: `${what}${when}`, late, more: headline.more };
}
