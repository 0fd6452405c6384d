import { type Ask, type AskScene, type Calendar, type CoverScene, askSceneOf, assumedCalendar, leaveAt } from '@baton/domain';
import type { EntityManager } from 'typeorm';
import { calendarsOf } from '../account/calendars';
import type { LockedBoard } from '../board/command';
import { select } from '../platform/database/database';
import { normsOn } from '../task/task.service';

/** Everything that the rules of an ask want to know about its people, read within the command. */
export interface PeopleScene {
  scene: AskScene;
  cover: CoverScene;
  calendarOf(personId: string): Calendar;
}

/** The scene of an ask: whose calendars count, and who covers for a holder who is away. `others` are people whom a step may name. */
export async function sceneOf(tx: EntityManager, board: LockedBoard, ask: Ask, others: readonly string[]): Promise<PeopleScene> {
  const [row] = await select<{ triage_id: string | null }>(tx, 'select triage_id from board where id = $1', [board.id]);
  const triageId = row?.triage_id ?? null;
  const first = await calendarsOf(tx, [ask.holderId, ask.askerId, ...others, ...(triageId ? [triageId] : [])]);
  const now = board.now.getTime();
  const holder = first.get(ask.holderId);
  const delegateId = holder ? (leaveAt(holder, now)?.delegateId ?? null) : null;
  const calendars = delegateId ? new Map([...first, ...(await calendarsOf(tx, [delegateId]))]) : first;
  const here = await peopleOf(tx, board, [...calendars.keys()]);
  const calendarOf = (id: string): Calendar => calendars.get(id) ?? assumedCalendar(board.zone);
  const cover: CoverScene = { calendarOf: (id) => calendars.get(id), isGone: (id) => !here.has(id), triageId };
  const scene = askSceneOf(ask, cover, { norms: await normsOn(tx, board.id), zone: board.zone }, now);
  return { scene, cover, calendarOf };
}

/** Of these people, those who are still on the board. */
async function peopleOf(tx: EntityManager, board: LockedBoard, ids: string[]): Promise<Set<string>> {
  const rows = await select<{ id: string }>(
    tx,
    `select m.person_id as id from membership m where m.workspace_id = $1 and m.person_id = any($3)
       and (m.role <> 'guest' or exists (select 1 from board_guest g where g.board_id = $2 and g.person_id = m.person_id))`,
    [board.workspaceId, board.id, ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Who is asked in the place of somebody: themselves, or the board's triage person while they are away (O2). */
export function standInFor({ cover }: PeopleScene, personId: string, now: number): string {
  const calendar = cover.calendarOf(personId);
  const away = calendar !== undefined && leaveAt(calendar, now) !== null;
  return away && cover.triageId !== null && !cover.isGone(cover.triageId) ? cover.triageId : personId;
}
