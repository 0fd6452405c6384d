import { Injectable } from '@nestjs/common';
import {
  type Calendar,
  Refusal,
  type UrgentSent,
  type UrgentView,
  type UrgentWay,
  type UrgentWish,
  type Rota,
  assumedCalendar,
  dutyAt,
  instantWords,
  limits,
  urgentPerWeek,
  urgentReasons,
  urgentWay,
  zoneNow,
} from '@baton/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { calendarsOf } from '../account/calendars';
import { Commands, type LockedBoard } from '../board/command';
import { addComment } from '../conversation/comment.store';
import { Clock, daysAfter } from '../platform/clock';
import { select } from '../platform/database/database';
import type { Event } from '../platform/events/event.entity';
import type { Viewer } from '../platform/graphql/context';
import type { Sql } from '../platform/sql';
import { requireText } from '../platform/text';
import { Access } from '../workspace/access';
import type { SendUrgentInput } from './urgent.inputs';
import { type NewItem, writeItems } from './item.store';

interface PersonRow {
  id: string;
  name: string;
  urgent: UrgentWish;
}

/** What cannot wait: to who has duty, who works, or who allowed it. Everybody else is left in peace (L7). */
@Injectable()
export class UrgentService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly commands: Commands,
  ) {}

  /** Whom something urgent on a task would reach now, and what was sent on it so far. */
  async view(viewer: Viewer, taskId: string): Promise<UrgentView> {
    const board = await this.access.requireOnBoard(this.db, viewer, 'board.read', { taskId });
    const now = this.clock.now();
    const dutyId = await this.dutyOf(this.db, board.id, board.zone, now);
    const people = await this.people(this.db, board.id);
    const calendars = await calendarsOf(
      this.db,
      people.map(({ id }) => id),
    );
    const wayOf = ({ id, urgent }: PersonRow) =>
      urgentWay(calendars.get(id) ?? assumedCalendar(board.zone), urgent, id === dutyId, now.getTime());
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const sent = await select<UrgentSent>(
      this.db,
      `select u.id, u.from_id as "fromId", f.name as "fromName", u.to_id as "toId", t.name as "toName", u.reason, u.at, u.was
       from urgent u join person f on f.id = u.from_id join person t on t.id = u.to_id where u.task_id = $1 order by u.at desc limit 20`,
      [taskId],
    );
    return {
      dutyId,
      left: Math.max(0, urgentPerWeek - (await this.used(this.db, viewer.personId, board.workspaceId, now))),
      people: people.map((person) => ({
        id: person.id,
        name: person.name,
        ...(person.id === viewer.personId
          ? { way: 'self' as const, why: 'you' }
          : { way: wayOf(person).kind, why: wordsOf(wayOf(person), calendars.get(person.id), names, now.getTime()) }),
      })),
      sent: sent.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
    };
  }

  /** Sends something urgent to somebody, or to who has duty; refuses with how else to reach them. Shown on the task for everybody. */
  send(viewer: Viewer, input: SendUrgentInput): Promise<Event> {
    const request = { commandId: input.commandId, action: 'comment.create', target: { taskId: input.taskId }, input } as const;
    return this.commands.run(viewer, request, async (tx, board) => {
      const reason = urgentReasons.find((one) => one === input.reason);
      if (!reason) throw new Refusal('BAD_INPUT', { field: 'reason', reason: 'Say what makes it urgent. Anything else is an ask.' });
      const text = requireText(input.text, 'what is needed now', limits.headline);
      const to = await this.receiver(tx, viewer, board, input.toId ?? null);
      const comment = `**Urgent** for ${to.name}, because ${reason}: ${text}`;
      const said = await addComment(tx, board, viewer, { id: input.id, taskId: input.taskId, text: comment });
      const used = await this.used(tx, viewer.personId, board.workspaceId, board.now);
      await tx.query(
        `insert into urgent (id, workspace_id, board_id, task_id, from_id, to_id, reason, at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [input.id, board.workspaceId, board.id, input.taskId, viewer.personId, to.id, reason, board.now],
      );
      await writeItems(tx, [this.itemOf(viewer, board, input, to.id, 'urgent', `${reason}: ${text}`)]);
      if (used >= urgentPerWeek)
        for (const id of await this.admins(tx, board.workspaceId, viewer.personId))
          await writeItems(tx, [this.itemOf(viewer, board, input, id, 'was-urgent', text)]);
      return {
        kind: 'comment.posted',
        changes: [{ type: 'detail', id: input.taskId, fields: { what: 'comments' } }, ...said],
        taskIds: [input.taskId],
      };
    });
  }

  /** The receiver says whether it was urgent. */
  rate(viewer: Viewer, urgentId: string, commandId: string, was: boolean): Promise<Event> {
    const request = { commandId, action: 'comment.create', target: { urgentId }, input: { urgentId, was } } as const;
    return this.commands.run(viewer, request, async (tx) => {
      const [row] = await select<{ task_id: string; to_id: string }>(tx, 'select task_id, to_id from urgent where id = $1', [urgentId]);
      if (!row) throw new Refusal('NOT_FOUND');
      if (row.to_id !== viewer.personId) throw new Refusal('FORBIDDEN', { reason: 'Whoever received it says whether it was urgent.' });
      await tx.query('update urgent set was = $2 where id = $1', [urgentId, was]);
      return {
        kind: 'comment.edited',
        changes: [{ type: 'detail', id: row.task_id, fields: { what: 'comments' } }],
        taskIds: [row.task_id],
      };
    });
  }

  private async receiver(tx: EntityManager, viewer: Viewer, board: LockedBoard, toId: string | null): Promise<PersonRow> {
    const dutyId = await this.dutyOf(tx, board.id, board.zone, board.now);
    const id = toId ?? dutyId;
    if (!id)
      throw new Refusal('BAD_INPUT', {
        field: 'toId',
        reason: 'Nobody has duty on this board. Choose somebody who works now or allowed it.',
      });
    if (id === viewer.personId) throw new Refusal('BAD_INPUT', { field: 'toId', reason: 'You have duty yourself: choose somebody else.' });
    const people = await this.people(tx, board.id);
    const calendars = await calendarsOf(
      tx,
      people.map((person) => person.id),
    );
    const names = new Map(people.map((person) => [person.id, person.name]));
    const wayOf = (one: PersonRow, onDuty: boolean) =>
      urgentWay(calendars.get(one.id) ?? assumedCalendar(board.zone), one.urgent, onDuty, board.now.getTime());
    const person = people.find((one) => one.id === id);
    if (!person) throw new Refusal('NOT_FOUND');
    const way = wayOf(person, id === dutyId);
    if (way.kind === 'now') return person;
    // One hop: whoever covers for who has duty has duty too.
    const delegate = way.kind === 'delegate' ? people.find((one) => one.id === way.personId && one.id !== viewer.personId) : undefined;
    if (delegate && wayOf(delegate, id === dutyId).kind === 'now') return delegate;
    const call = way.kind === 'refused' && way.call ? ` Reach them yourself: ${way.call}.` : '';
    const words =
      way.kind === 'refused' ? wordsOf(way, calendars.get(id), names, board.now.getTime()) : 'away, and whoever covers is not there now';
    const ask = ' An ask waits for them, and blocks if you say so.';
    throw new Refusal('CONFLICT', { reason: `${person.name} is ${words}.${call || ask}` });
  }

  private itemOf(
    viewer: Viewer,
    board: LockedBoard,
    input: SendUrgentInput,
    personId: string,
    cause: NewItem['cause'],
    words: string,
  ): NewItem {
    const place = { workspaceId: board.workspaceId, boardId: board.id, taskId: input.taskId, objectId: input.taskId };
    return {
      ...place,
      personId,
      cause,
      key: `${cause}:${input.id}`,
      byId: viewer.personId,
      at: board.now,
      seq: board.seq,
      facts: { words },
    };
  }

  private people(sql: Sql, boardId: string): Promise<PersonRow[]> {
    return select<PersonRow>(
      sql,
      `select p.id, p.name, p.urgent from board b join membership m on m.workspace_id = b.workspace_id join person p on p.id = m.person_id
       left join board_guest g on g.board_id = b.id and g.person_id = p.id
       where b.id = $1 and (m.role <> 'guest' or g.role is not null) and m.role <> 'viewer' and not p.placeholder order by p.name, p.id`,
      [boardId],
    );
  }

  private async dutyOf(sql: Sql, boardId: string, zone: string, now: Date): Promise<string | null> {
    const [row] = await select<{ rota: Rota | null }>(sql, 'select rota from board where id = $1', [boardId]);
    return dutyAt(row?.rota, zone, now.getTime());
  }

  private async used(sql: Sql, personId: string, workspaceId: string, now: Date): Promise<number> {
    const [row] = await select<{ n: number }>(
      sql,
      'select count(*)::int as n from urgent where from_id = $1 and workspace_id = $2 and at > $3',
      [personId, workspaceId, daysAfter(now, -7)],
    );
    return row?.n ?? 0;
  }

  private async admins(tx: EntityManager, workspaceId: string, but: string): Promise<string[]> {
    const rows = await select<{ id: string }>(
      tx,
      `select person_id as id from membership where workspace_id = $1 and role in ('owner', 'admin') and person_id <> $2`,
      [workspaceId, but],
    );
    return rows.map(({ id }) => id);
  }
}

/** Whether and why it reaches somebody now, in words. */
function wordsOf(way: UrgentWay, calendar: Calendar | undefined, names: ReadonlyMap<string, string>, now: number): string {
  if (way.kind === 'delegate') return `away, ${names.get(way.personId) ?? 'somebody else'} covers`;
  if (way.kind === 'now') return { working: 'works now', duty: 'has duty', allowed: 'can be reached now' }[way.why];
  const next = way.next !== null && calendar ? ` until ${instantWords(way.next, zoneNow(calendar, way.next), now)} their time` : '';
  return way.why === 'away' ? `away${next}` : `off${next} and cannot be reached`;
}
