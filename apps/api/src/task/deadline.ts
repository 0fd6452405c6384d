import {
  type Calendar,
  type Deadline,
  type DeadlineChange,
  Refusal,
  assumedCalendar,
  boundOf,
  daysMoved,
  fifthWorkingDay,
  limits,
  needsReason,
} from '@baton/domain';
import type { EntityManager } from 'typeorm';
import { exemptBegun } from '../board/column.entity';
import { select } from '../platform/database/database';
import { atMost, requireZone } from '../platform/text';
import type { Task } from './task.entity';

/** Everything that is written together when a deadline changes. */
export type DeadlineFields = Partial<
  Pick<
    Task,
    'dueOn' | 'dueTime' | 'dueZone' | 'dueAt' | 'dueSetById' | 'dueMoves' | 'dueSlip' | 'dueHistory' | 'revisitOn' | 'noDueWhy' | 'counter'
  >
>;

export interface DeadlineInput {
  dueOn?: string | null | undefined;
  dueTime?: string | null | undefined;
  dueZone?: string | null | undefined;
  revisitOn?: string | null | undefined;
  why?: string | null | undefined;
}

const historyLength = 200;

/** The deadline that a task has; null for none. */
export const deadlineOf = (task: Pick<Task, 'dueOn' | 'dueTime' | 'dueZone'>, boardZone: string): Deadline | null =>
  task.dueOn === null ? null : { on: task.dueOn, time: task.dueTime, zone: task.dueZone ?? boardZone };

export const touchesDeadline = (input: DeadlineInput) =>
  input.dueOn !== undefined || input.dueTime !== undefined || input.dueZone != null || input.revisitOn !== undefined;

/** Who changes it, when, and by whose hours "close to it" is measured. */
export interface DeadlineScene {
  byId: string;
  now: Date;
  boardZone: string;
  calendar: Calendar | null;
}

/** The fields of a deadline as the input asks for them, with its history; refuses when a reason is missing (K3). */
export function deadlineEdit(task: Task, input: DeadlineInput, scene: DeadlineScene): DeadlineFields {
  if (!touchesDeadline(input)) return {};
  const before = deadlineOf(task, scene.boardZone);
  const on = input.dueOn === undefined ? task.dueOn : input.dueOn;
  const after: Deadline | null =
    on === null
      ? null
      : {
          on,
          time: input.dueTime === undefined ? task.dueTime : input.dueTime,
          zone: input.dueZone ? requireZone(input.dueZone) : (task.dueZone ?? scene.boardZone),
        };
  const revisitOn = after ? null : input.revisitOn === undefined ? task.revisitOn : input.revisitOn;
  const why = atMost((input.why ?? '').trim(), 'the reason', limits.reason);
  const undated: DeadlineFields = { revisitOn, ...(revisitOn !== task.revisitOn && { noDueWhy: revisitOn ? why : '' }) };
  if (JSON.stringify(before) === JSON.stringify(after)) return undated;
  requireReason(task, before, why, scene);
  return { ...undated, ...moved(task, before, after, why, scene) };
}

/** What is written when a deadline becomes another: its instant, who set it, and one more line of history. */
export function moved(task: Task, before: Deadline | null, after: Deadline | null, why: string, scene: DeadlineScene): DeadlineFields {
  const days = before && after ? daysMoved(before, after) : 0;
  const entry: DeadlineChange = { at: scene.now.toISOString(), byId: scene.byId, from: before, to: after, why, days };
  return {
    dueOn: after?.on ?? null,
    dueTime: after?.time ?? null,
    dueZone: after?.zone ?? null,
    dueAt: after ? new Date(boundOf(after)) : null,
    dueSetById: after ? scene.byId : null,
    dueMoves: task.dueMoves + (before && after ? 1 : 0),
    dueSlip: task.dueSlip + days,
    dueHistory: [...task.dueHistory, entry].slice(-historyLength),
    counter: null,
  };
}

function requireReason(task: Task, before: Deadline | null, why: string, scene: DeadlineScene) {
  if (!before || task.doneAt || why) return;
  const calendar = scene.calendar ?? assumedCalendar(before.zone);
  if (needsReason(calendar, boundOf(before, task.dueAt?.getTime() ?? null), scene.now.getTime()))
    throw new Refusal('BAD_INPUT', { field: 'why', reason: 'This deadline is close or past: say in a few words why it moves.' });
}

/** What a task gets that is begun without an owner or a deadline (K1): whoever moved it, and the end of their fifth working day. */
export function begunBy(personId: string, calendar: Calendar, now: Date, boardZone: string): { ownerId: string; deadline: Deadline } {
  return { ownerId: personId, deadline: { on: fifthWorkingDay(calendar, now.getTime()), time: null, zone: boardZone } };
}

interface Derived {
  id: string;
  due_on: string;
  due_time: string | null;
  due_zone: string | null;
  due_at: Date | null;
  zone: string;
}

/**
 * Derives zone and instant of deadlines again from what was said, after an import wrote days alone or the rules of the clocks changed.
 * Answers the tasks whose instant had been another. A zone that this machine does not know keeps its last instant.
 */
export async function deriveDeadlines(tx: EntityManager, boardId: string): Promise<{ id: string; before: Date | null; at: Date }[]> {
  const rows = await select<Derived>(
    tx,
    `select t.id, t.due_on::text, t.due_time, t.due_zone, t.due_at, b.zone from task t join board b on b.id = t.board_id
     where t.board_id = $1 and t.due_on is not null`,
    [boardId],
  );
  const changed = rows.flatMap((row) => {
    const zone = row.due_zone ?? row.zone;
    const at = new Date(boundOf({ on: row.due_on, time: row.due_time, zone }, row.due_at?.getTime() ?? null));
    return row.due_zone === zone && row.due_at?.getTime() === at.getTime() ? [] : [{ id: row.id, zone, before: row.due_at, at }];
  });
  if (changed.length > 0)
    await tx.query(
      `update task set due_zone = x.zone, due_at = x.at from unnest($1::uuid[], $2::text[], $3::timestamptz[]) as x(id, zone, at) where task.id = x.id`,
      [changed.map((c) => c.id), changed.map((c) => c.zone), changed.map((c) => c.at)],
    );
  await tx.query('update task set due_zone = null, due_at = null where board_id = $1 and due_on is null and due_zone is not null', [
    boardId,
  ]);
  return changed;
}

/** Marks imported work that lies in active columns without an owner or a deadline (K1b). */
export async function exemptImported(tx: EntityManager, boardId: string) {
  const columns = await select<{ id: string }>(tx, `select id from board_column where board_id = $1 and class = 'active'`, [boardId]);
  for (const { id } of columns) await exemptBegun(tx, id);
}

/** Refuses when work that is going on would be left without an owner or a deadline, or when tasks would wait for each other in a circle. */
export async function requireSound(tx: EntityManager, boardId: string) {
  const [bare] = await select<{ number: number; title: string; owner_id: string | null }>(
    tx,
    `select t.number, t.title, t.owner_id from task t join board_column c on c.id = t.column_id
     where t.board_id = $1 and c.class = 'active' and not t.exempt and t.done_at is null and t.archived_at is null and t.deleted_at is null
       and (t.owner_id is null or (t.due_on is null and t.revisit_on is null)) limit 1`,
    [boardId],
  );
  if (bare)
    throw new Refusal('BAD_INPUT', {
      field: bare.owner_id === null ? 'ownerId' : 'dueOn',
      reason:
        bare.owner_id === null
          ? `"${bare.title.slice(0, 80)}" is being worked on, so it needs an owner. Choose somebody else, or move it back first.`
          : `"${bare.title.slice(0, 80)}" is being worked on, so it needs a deadline, or a day on which you look at it again.`,
    });
  const [circle] = await select(
    tx,
    `with recursive walk as (
       select t.id as start, b.id as at from task t cross join lateral unnest(t.blocker_ids) as b(id) where t.board_id = $1 and t.blocker_ids <> '{}'
       union select w.start, b.id from walk w join task t on t.id = w.at cross join lateral unnest(t.blocker_ids) as b(id))
     select 1 from walk where start = at limit 1`,
    [boardId],
  );
  if (circle) throw new Refusal('CONFLICT', { reason: 'These tasks would wait for each other in a circle.' });
}
