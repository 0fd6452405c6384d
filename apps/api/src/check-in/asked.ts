import { type AskedCheckIn, type Day, addDays, assumedCalendar, checkInDaysAround, dayAt, openDayOf } from '@baton/domain';
import { calendarsOf } from '../account/calendars';
import { select } from '../platform/database/database';
import type { Sql } from '../platform/sql';
import { answersWhere, checkInsWhere } from './check-in.store';

/** A check-in that waits for somebody's answer at this moment. */
export interface Asked extends AskedCheckIn {
  personId: string;
  workspaceId: string;
}

const recentDays = 5;

/** Everything that is asked at an instant, of everybody or of one person in one workspace: derived, so that nothing has to run for it. */
export async function askedAt(sql: Sql, now: Date, only: { personId: string; workspaceId: string } | null = null): Promise<Asked[]> {
  const at = now.getTime();
  const running = await checkInsWhere(
    sql,
    `b.archived_at is null and (c.stopped_at is null or c.stopped_at > $1::timestamptz - interval '3 days')
     and ($2::uuid is null or $2 = any(c.participant_ids)) and ($3::uuid is null or b.workspace_id = $3)`,
    [now, only?.personId ?? null, only?.workspaceId ?? null],
  );
  const checkIns = running.filter((checkIn) => checkInDaysAround(checkIn, at).length > 0);
  if (checkIns.length === 0) return [];
  const people = await select<{
    check_in_id: string;
    person_id: string;
    board_id: string;
    key: string;
    name: string;
    workspace_id: string;
  }>(
    sql,
    `select c.id as check_in_id, m.person_id, b.id as board_id, b.key, b.name, b.workspace_id from check_in c join board b on b.id = c.board_id
     join membership m on m.workspace_id = b.workspace_id and m.person_id = any(c.participant_ids) and m.role not in ('guest', 'viewer')
     where c.id = any($1) and ($2::uuid is null or m.person_id = $2)`,
    [checkIns.map(({ id }) => id), only?.personId ?? null],
  );
  const calendars = await calendarsOf(
    sql,
    people.map(({ person_id }) => person_id),
  );
  const answers = await answersWhere(sql, `a.check_in_id = any($1) and a."on" >= $2`, [
    checkIns.map(({ id }) => id),
    addDays(dayAt('UTC', at), -recentDays),
  ]);
  return people.flatMap(({ check_in_id: checkInId, person_id: personId, ...board }) => {
    const checkIn = checkIns.find(({ id }) => id === checkInId);
    const answerOn = (on: Day) => answers.find((one) => one.checkInId === checkInId && one.on === on && one.personId === personId) ?? null;
    const calendar = calendars.get(personId) ?? assumedCalendar('UTC');
    const open = checkIn && openDayOf(checkIn, { id: personId, calendar, answerOn }, at);
    if (!checkIn || open?.standing.state !== 'asked' || !open.standing.times) return [];
    const { askedAt: from, closesAt } = open.standing.times;
    return [
      {
        ...{ checkInId, title: checkIn.title, on: open.on, personId, workspaceId: board.workspace_id },
        ...{ boardId: board.board_id, boardKey: board.key, boardName: board.name },
        askedAt: new Date(from).toISOString(),
        closesAt: new Date(closesAt).toISOString(),
      },
    ];
  });
}
