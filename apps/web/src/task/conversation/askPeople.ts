import {
  type Ask,
  type AskScene,
  type BoardPerson,
  type BoardSnapshot,
  type Calendar,
  type CoverScene,
  askSceneOf,
  assumedCalendar,
  hasHours,
  instantOf,
  minutesOf,
  normsOf,
  promiseOf,
  standingAt,
  wallOf,
} from '@baton/domain';
import { calendarOfPerson } from '../../board/moveScene';
import type { Due } from '../../time/dates';
import { readerZone } from '../../time/deadlineWords';
import type { AskDraft } from './askDraft';

/** The people of a board, as the rules of an ask see them. */
export const coverSceneOf = (board: BoardSnapshot): CoverScene => ({
  calendarOf: (id) => {
    const person = board.people.find((one) => one.id === id);
    return person && calendarOfPerson(person);
  },
  isGone: (id) => board.people.find((one) => one.id === id)?.removed ?? true,
  triageId: board.triageId,
});

/** Where an ask stands for everybody on the board: their calendars, the rules, and who covers now. */
export const sceneOfAsk = (board: BoardSnapshot, ask: Ask, now: number): AskScene =>
  askSceneOf(ask, coverSceneOf(board), { norms: normsOf(board.workspaceNorms, board.norms), zone: board.zone }, now);

export const calendarOn = (board: BoardSnapshot, id: string): Calendar => coverSceneOf(board).calendarOf(id) ?? assumedCalendar(board.zone);

export const nameOn = (board: BoardSnapshot, id: string | null | undefined): string =>
  board.people.find((person) => person.id === id)?.name ?? 'somebody who left';

/** Whom one can ask here. */
export const askable = (board: BoardSnapshot, meId: string): BoardPerson[] =>
  board.people.filter((person) => !person.removed && !person.placeholder && person.id !== meId && person.role !== 'viewer');

/** Who holds what any of several may take: the triage person, else the one owner; nobody holds their own question. Null when the server decides. */
export function poolHolderOn(board: BoardSnapshot, meId: string): string | null {
  if (board.triageId && board.triageId !== meId) return board.triageId;
  const owners = board.people.filter(({ role, removed, id }) => role === 'owner' && !removed && id !== meId);
  return owners.length === 1 ? (owners[0]?.id ?? null) : null;
}

/** A day and time that the reader typed, as an instant. */
export const instantOfDue = (due: Due): number => instantOf(readerZone(), wallOf(due.day, minutesOf(due.time ?? '17:00')), 'later');

/** Those who would have the question: the receivers, or who holds it for the pool. */
export const receiversOf = (draft: AskDraft, board: BoardSnapshot, meId: string): string[] =>
  draft.pool ? [poolHolderOn(board, meId) ?? draft.personIds[0] ?? ''] : draft.personIds;

/** What a draft would be sent with: a time that leaves somebody too little notice gives way to the next that does, unless it is short notice. */
export function timeOfDraft(
  draft: AskDraft,
  board: BoardSnapshot,
  meId: string,
  scene: { now: number; blocking: boolean },
): { at: number | null; wished: number | null; feasible: boolean; next: number } {
  const wished = draft.at === null ? null : instantOfDue(draft.at);
  if (wished === null) return { at: null, wished, feasible: true, next: scene.now };
  const norms = normsOf(board.workspaceNorms, board.norms);
  const promises = receiversOf(draft, board, meId).flatMap(
    (id) => promiseOf(calendarOn(board, id), norms, { sentAt: scene.now, blocking: scene.blocking, explicit: wished }) ?? [],
  );
  const feasible = promises.every((promise) => promise.feasible);
  // Rounded up to five minutes, so that what is sent is not earlier than what was offered a moment ago.
  const next = Math.ceil(Math.max(scene.now, ...promises.map(({ nextFeasible }) => nextFeasible)) / 300_000) * 300_000;
  return { at: feasible || draft.instead === 'notice' ? wished : next, wished, feasible, next };
}

/** Colleagues who are at work now and could answer by then; at most two. */
export function whoIsOn(
  board: BoardSnapshot,
  meId: string,
  not: readonly string[],
  { now, blocking, at }: { now: number; blocking: boolean; at: number },
): { id: string; name: string; until: number }[] {
  const norms = normsOf(board.workspaceNorms, board.norms);
  return askable(board, meId)
    .filter(({ id }) => !not.includes(id))
    .flatMap((person) => {
      const calendar = calendarOfPerson(person);
      const standing = standingAt(calendar, now);
      const promise = hasHours(calendar) ? promiseOf(calendar, norms, { sentAt: now, blocking, explicit: at }) : null;
      const on = standing.kind === 'working' || standing.kind === 'focus';
      return on && promise?.feasible ? [{ id: person.id, name: person.name, until: standing.until }] : [];
    })
    .slice(0, 2);
}
