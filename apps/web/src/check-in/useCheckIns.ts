import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import type { BoardSnapshot, CheckIn, CheckInAnswer, CheckInPrefill, CheckInStanding, CheckInsOfBoard, Day } from '@baton/domain';
import { checkInAt, openDayOf } from '@baton/domain';
import { calendarOfPerson } from '../board/moveScene';
import { onBoardEvent } from '../command/fold';
import { graphql } from '../gql';

const CheckInsDocument = graphql(`
  query CheckIns($boardId: ID!) {
    checkIns(boardId: $boardId)
  }
`);
const CheckInDayDocument = graphql(`
  query CheckInDay($checkInId: ID!, $on: Day!) {
    checkInDay(checkInId: $checkInId, on: $on)
  }
`);

/** Asks again whenever an event tells of a check-in. */
function useRefetch(refetch: () => Promise<unknown>, checkInId: string | null) {
  useEffect(
    () =>
      onBoardEvent((event) => {
        const told = event.changes.some(({ type, id }) => type === 'check-in' && (checkInId === null || id === checkInId));
        if (event.resync || told) void refetch().catch(() => undefined);
      }),
    [refetch, checkInId],
  );
}

/** The check-ins of a board. */
export function useCheckIns(boardId: string) {
  const { data, error, refetch } = useQuery(CheckInsDocument, { variables: { boardId }, fetchPolicy: 'cache-and-network' });
  useRefetch(refetch, null);
  return { list: data?.checkIns as CheckInsOfBoard | undefined, error: data ? undefined : error };
}

/** What was said on one day, and what one's own answer begins with. */
export function useCheckInDay(checkInId: string, on: Day) {
  const { data, error, refetch } = useQuery(CheckInDayDocument, { variables: { checkInId, on }, fetchPolicy: 'cache-and-network' });
  useRefetch(refetch, checkInId);
  return {
    day: data?.checkInDay as { answers: CheckInAnswer[]; prefill: CheckInPrefill | null } | undefined,
    error: data ? undefined : error,
  };
}

/** The day of a check-in that the reader can answer now, and where they stand with it. */
export function openFor(
  checkIn: CheckIn,
  board: BoardSnapshot,
  answers: readonly CheckInAnswer[],
  personId: string,
  now: number,
): { on: Day; standing: CheckInStanding } | null {
  const person = board.people.find(({ id, removed }) => id === personId && !removed);
  if (!person) return null;
  const answerOn = (on: Day) =>
    answers.find((answer) => answer.checkInId === checkIn.id && answer.on === on && answer.personId === personId) ?? null;
  return openDayOf(checkIn, { id: personId, calendar: calendarOfPerson(person), answerOn }, now);
}

/** Where everybody who takes part stands with one day. */
export function standingsOn(checkIn: CheckIn, on: Day, board: BoardSnapshot, answers: readonly CheckInAnswer[], now: number) {
  return board.people
    .filter(({ id, removed }) => !removed && checkIn.participantIds.includes(id))
    .map((person) => ({
      person,
      standing: checkInAt(
        checkIn,
        on,
        { id: person.id, calendar: calendarOfPerson(person), answer: answers.find(({ personId }) => personId === person.id) ?? null },
        now,
      ),
    }));
}
