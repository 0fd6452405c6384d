import { Injectable } from '@nestjs/common';
import {
  type Calendar,
  type DeliveryEntry,
  type DeliveryReport,
  type DueNumber,
  Refusal,
  type ReportRow,
  addDays,
  assumedCalendar,
  dayAt,
  holdOf,
  nextSlot,
  startOfDay,
  taskKey,
  zoneNow,
} from '@baton/domain';
import { DataSource } from 'typeorm';
import { calendarsOf } from '../account/calendars';
import { Clock, daysAfter } from '../platform/clock';
import { select } from '../platform/database/database';
import type { Viewer } from '../platform/graphql/context';
import { Access } from '../workspace/access';
import { type Item, itemColumns, itemsWhere } from './item.store';
import { LineWriter } from './line.writer';

const mostEntries = 200;
/** Duties older than this are in Today, and no longer a number. */
const numberDays = 120;

interface EntryRow extends Item {
  personName: string;
  byName: string | null;
  coveredByName: string | null;
  coversName: string | null;
  boardKey: string;
  number: number | null;
  title: string | null;
  channel: DeliveryEntry['channel'];
  messageState: string | null;
}

/** What is held, due and delivered, as both sides may know it. */
@Injectable()
export class DeliveryService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly lines: LineWriter,
  ) {}

  /** What was or will be told to the caller, newest first. */
  toMe(viewer: Viewer, workspaceId: string): Promise<DeliveryEntry[]> {
    return this.entries(viewer, workspaceId, 'i.person_id = $2', null);
  }

  /** What the caller did that others are told of: why it is held, and until when. Newest first; of one task when it is named. */
  byMe(viewer: Viewer, workspaceId: string, taskId: string | null): Promise<DeliveryEntry[]> {
    return this.entries(viewer, workspaceId, `i.by_id = $2 and i.covers_id is null and i.cause <> 'ask-nudge'`, taskId);
  }

  /** How many things are due for the caller now, and when the next delivery comes. What is held is not counted. */
  async number(viewer: Viewer, workspaceId: string): Promise<DueNumber> {
    await this.access.requireInWorkspace(this.db, viewer, 'workspace.read', workspaceId);
    const now = this.clock.now();
    const calendar = await this.calendarOf(viewer.personId);
    const items = await itemsWhere(
      this.db,
      `i.workspace_id = $1 and i.person_id = $2 and i.duty and i.state in ('waiting', 'formed', 'sent') and i.at > $3`,
      [workspaceId, viewer.personId, daysAfter(now, -numberDays)],
    );
    const due = items.filter(
      (item) => item.state !== 'waiting' || (holdOf(item.class, item.at.getTime(), calendar).until ?? Infinity) <= now.getTime(),
    );
    const told = await this.lines.tell(this.db, due, now);
    const open = due.filter(({ id }) => 'line' in (told.get(id) ?? {}));
    const next = nextSlot(calendar, now.getTime() + 1);
    return { due: new Set(open.map(({ objectId }) => objectId)).size, next: next === null ? null : new Date(next).toISOString() };
  }

  /** What was sent in a month, by day, way and class, and how much of it outside its receiver's hours; names nobody. For admins. */
  async report(viewer: Viewer, workspaceId: string, month: string): Promise<DeliveryReport> {
    await this.access.requireInWorkspace(this.db, viewer, 'workspace.edit', workspaceId);
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new Refusal('BAD_INPUT', { field: 'month', reason: 'Write a month like 2026-11.' });
    const zone = zoneNow(await this.calendarOf(viewer.personId), this.clock.now().getTime());
    const first = `${month}-01`;
    const [from, to] = [startOfDay(zone, first), startOfDay(zone, `${addDays(first, 31).slice(0, 7)}-01`)];
    const sent = await select<{ sent_at: Date; channel: string; class: ReportRow['class']; outside: boolean }>(
      this.db,
      `select sent_at, channel, class, outside from message
       where workspace_id = $1 and state = 'sent' and channel <> 'app' and sent_at >= $2 and sent_at < $3 order by sent_at`,
      [workspaceId, new Date(from), new Date(to)],
    );
    const rows = new Map<string, ReportRow>();
    for (const one of sent) {
      const day = dayAt(zone, one.sent_at.getTime());
      const key = `${day} ${one.channel} ${one.class}`;
      const row = rows.get(key) ?? { day, channel: one.channel, class: one.class, sent: 0, outside: 0 };
      rows.set(key, { ...row, sent: row.sent + 1, outside: row.outside + (one.outside ? 1 : 0) });
    }
    const [state] = await select<{ trying: number; failed: number; last: Date | null }>(
      this.db,
      `select count(*) filter (where state in ('formed', 'sending') and attempts > 0)::int as trying,
         count(*) filter (where state = 'failed' and formed_at >= $2)::int as failed, (select at from delivery_tick) as last
       from message where workspace_id = $1`,
      [workspaceId, new Date(from)],
    );
    return {
      month,
      rows: [...rows.values()],
      trying: state?.trying ?? 0,
      failed: state?.failed ?? 0,
      lastTick: state?.last?.toISOString() ?? null,
    };
  }

  private async entries(viewer: Viewer, workspaceId: string, whose: string, taskId: string | null): Promise<DeliveryEntry[]> {
    await this.access.requireInWorkspace(this.db, viewer, 'workspace.read', workspaceId);
    const rows = await select<EntryRow>(
      this.db,
      `select ${itemColumns}, p.name as "personName", o.name as "byName", c.name as "coveredByName", f.name as "coversName", b.key as "boardKey",
         t.number, coalesce(t.title, (select d.question from decision d where d.id = i.object_id)) as title, m.channel, m.state as "messageState"
       from item i join person p on p.id = i.person_id join board b on b.id = i.board_id
       join membership me on me.workspace_id = i.workspace_id and me.person_id = $2
       left join board_guest g on g.board_id = b.id and g.person_id = $2
       left join person o on o.id = i.by_id left join person c on c.id = i.covered_by_id left join person f on f.id = i.covers_id
       left join task t on t.id = i.task_id left join message m on m.id = i.message_id
       where i.workspace_id = $1 and ${whose} and ($3::uuid is null or i.task_id = $3) and (me.role <> 'guest' or g.role is not null)
       order by i.at desc, i.seq desc, i.id limit ${mostEntries}`,
      [workspaceId, viewer.personId, taskId],
    );
    const calendars = await calendarsOf(
      this.db,
      rows.map(({ personId }) => personId),
    );
    const now = this.clock.now().getTime();
    return rows.map((row) => entryOf(row, calendars.get(row.personId) ?? assumedCalendar('UTC'), now));
  }

  private async calendarOf(personId: string): Promise<Calendar> {
    return (await calendarsOf(this.db, [personId])).get(personId) ?? assumedCalendar('UTC');
  }
}

function entryOf(row: EntryRow, calendar: Calendar, now: number): DeliveryEntry {
  const hold = holdOf(row.class, row.at.getTime(), calendar);
  const waits = row.state === 'waiting' || row.state === 'formed';
  return {
    id: row.id,
    cause: row.cause,
    class: row.class,
    boardId: row.boardId,
    taskId: row.taskId,
    taskKey: row.number === null ? null : taskKey(row.boardKey, row.number),
    title: row.title ?? '',
    personId: row.personId,
    personName: row.personName,
    zone: zoneNow(calendar, hold.until ?? now),
    byId: row.byId,
    byName: row.byName,
    at: row.at.toISOString(),
    hold: { why: hold.why, until: hold.until === null ? null : new Date(hold.until).toISOString() },
    state: waits ? (hold.until !== null && hold.until <= now ? 'due' : 'held') : (row.state as 'sent' | 'dropped' | 'folded'),
    channel: row.channel,
    endedAt: row.endedAt?.toISOString() ?? null,
    endedWhy: row.endedWhy as DeliveryEntry['endedWhy'],
    coveredByName: row.coveredByName,
    coversName: row.coversName,
  };
}
