import { Injectable } from '@nestjs/common';
import { type Calendar, type Ladder, type OwnLadder, assumedCalendar, defaultLadder, endOfNthWorkingDay, reminderAt } from '@baton/domain';
import { DataSource } from 'typeorm';
import { calendarsOf } from '../account/calendars';
import { daysAfter } from '../platform/clock';
import { select } from '../platform/database/database';
import type { NewItem } from './item.store';

/** Deadlines are looked at this long before and after; the longest rung is 30 days and a weekend. */
const [daysBefore, daysLate] = [64, 7];
/** What was late already before this is old news. */
const freshDays = 3;

interface TaskRow {
  id: string;
  board_id: string;
  workspace_id: string;
  zone: string;
  owner_id: string | null;
  requester_id: string | null;
  triage_id: string | null;
  follower_ids: string[];
  parties: string[];
  due_at: Date;
  set_at: Date;
  given_at: Date | null;
  own: Partial<OwnLadder> | null;
  board: Partial<Ladder> | null;
}

/** The ladder of reminders: who is told what about a deadline now. Whether it still holds is asked again when it is told. */
@Injectable()
export class Reminders {
  constructor(private readonly db: DataSource) {}

  /** What the ladders bring by now; the same answer however often it is asked. */
  async due(now: Date): Promise<NewItem[]> {
    const tasks = await this.tasks(now);
    const calendars = await calendarsOf(
      this.db,
      tasks.flatMap(({ owner_id }) => owner_id ?? []),
    );
    const quiet = await this.quiet(tasks);
    return tasks.flatMap((task) => {
      const calendar = calendars.get(task.owner_id ?? '') ?? assumedCalendar(task.zone);
      return [...before(task, calendar, now), ...late(task, quiet, now), ...escalated(task, calendar, now)];
    });
  }

  private tasks(now: Date): Promise<TaskRow[]> {
    return select<TaskRow>(
      this.db,
      `select t.id, t.board_id, t.workspace_id, b.zone, t.owner_id, t.requester_id, b.triage_id, t.follower_ids, t.due_at,
         coalesce((t.due_history -> -1 ->> 'at')::timestamptz, t.created_at) as set_at, pr.ladder as own, br.ladder as board,
         (select max(i.at) from item i where i.task_id = t.id and i.person_id = t.owner_id and i.cause in ('owner-given', 'handoff-offered')) as given_at,
         (select coalesce(array_agg(distinct x.id), '{}') from ask a cross join unnest(array[a.asker_id, a.holder_id]) as x(id)
          where a.task_id = t.id and a.closed is null) as parties
       from task t join board b on b.id = t.board_id and b.archived_at is null
       join board_column c on c.id = t.column_id and c.class in ('queued', 'active') and c.archived_at is null and c.deleted_at is null
       left join person_reminders pr on pr.person_id = t.owner_id left join board_reminders br on br.board_id = b.id
       where t.due_at between $1 and $2 and t.done_at is null and t.archived_at is null and t.deleted_at is null`,
      [daysAfter(now, -daysLate - 30), daysAfter(now, daysBefore)],
    );
  }

  /** Those who do not want to hear that what they follow is late. */
  private async quiet(tasks: readonly TaskRow[]): Promise<Set<string>> {
    const rows = await select<{ person_id: string }>(
      this.db,
      `select person_id from person_reminders where ladder ->> 'overdue' = 'false' and person_id = any($1)`,
      [tasks.flatMap(followersOf)],
    );
    return new Set(rows.map((row) => row.person_id));
  }
}

const followersOf = (task: TaskRow) =>
  [...new Set([task.requester_id, ...task.follower_ids, ...task.parties])].filter((id) => id !== null && id !== task.owner_id) as string[];
const itemOf = (task: TaskRow, personId: string, cause: NewItem['cause'], rung: string, at: Date): NewItem => ({
  workspaceId: task.workspace_id,
  boardId: task.board_id,
  taskId: task.id,
  personId,
  cause,
  objectId: task.id,
  key: `due:${task.id}:${task.due_at.toISOString()}:${rung}`,
  byId: null,
  at,
  seq: 0,
  facts: { dueAt: task.due_at.toISOString() },
});

/** The owner, on the mornings before. A rung that was over when the deadline was set, or the task given, is passed over. */
function before(task: TaskRow, calendar: Calendar, now: Date): NewItem[] {
  if (!task.owner_id) return [];
  const rungs = task.own?.before ?? task.board?.before ?? defaultLadder.before;
  const rung = reminderAt(calendar, task.due_at.getTime(), rungs, now.getTime());
  if (!rung || task.set_at.getTime() >= rung.at || (task.given_at && task.given_at.getTime() >= rung.at)) return [];
  return [itemOf(task, task.owner_id, rung.days === 0 ? 'due-today' : 'due-soon', String(rung.days), new Date(rung.at))];
}

/** Whoever follows it, when it was missed. */
function late(task: TaskRow, quiet: ReadonlySet<string>, now: Date): NewItem[] {
  if (task.due_at > now || task.due_at < daysAfter(now, -freshDays) || task.set_at >= task.due_at) return [];
  if (!(task.board?.overdue ?? defaultLadder.overdue)) return [];
  return followersOf(task).flatMap((id) => (quiet.has(id) ? [] : [itemOf(task, id, 'overdue', 'late', task.due_at)]));
}

/** Whoever sees to the board, when it has been late for long. */
function escalated(task: TaskRow, calendar: Calendar, now: Date): NewItem[] {
  const days = task.board?.escalateAfter === undefined ? defaultLadder.escalateAfter : task.board.escalateAfter;
  const to = [task.triage_id, task.requester_id].find((id) => id !== null && id !== task.owner_id);
  if (days === null || !to) return [];
  const at = endOfNthWorkingDay(calendar, task.due_at.getTime() - 1, days);
  if (at === null || at > now.getTime() || at < daysAfter(now, -daysLate).getTime()) return [];
  return [itemOf(task, to, 'overdue-long', 'long', new Date(at))];
}
