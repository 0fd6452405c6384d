import { Injectable } from '@nestjs/common';
import {
  type BoardPerson,
  type Calendar,
  type Change,
  Refusal,
  type Wait,
  addWorking,
  assumedCalendar,
  atLeastTimes,
  faultInFocus,
  faultInLeave,
  faultInShifts,
  faultInSlots,
  isDay,
  isKnownZone,
  limits,
  localDay,
  mergedLeave,
  zoneNow,
} from '@baton/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { Person, type Urgent } from '../account/person.entity';
import { Clock } from '../platform/clock';
import { select } from '../platform/database/database';
import { nextSeq, record } from '../platform/events/log';
import type { Viewer } from '../platform/graphql/context';
import { DecisionService } from '../decision/decision.service';
import { AskService } from '../conversation/ask.service';
import { atMost } from '../platform/text';
import { normsOn } from '../task/task.service';
import type { EditCalendarInput, SetStatusInput } from './availability.inputs';

const refuse = (field: string, reason: string): never => {
  throw new Refusal('BAD_INPUT', { field, reason });
};
const list = <T>(value: readonly T[], field: string, most: number, what: string): readonly T[] =>
  Array.isArray(value) && value.length <= most ? value : refuse(field, `Keep at most ${most} ${what}.`);

/** When people work, as they say it themselves. */
@Injectable()
export class AvailabilityService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly asks: AskService,
    private readonly decisions: DecisionService,
  ) {}

  /** Sets parts of the caller's own calendar. Everybody who shares a board sees the change; promises that follow from it only move later. */
  async edit(viewer: Viewer, input: EditCalendarInput): Promise<Person> {
    await this.db.transaction(async (tx) => {
      const person = await tx.findOneOrFail(Person, { where: { id: viewer.personId }, lock: { mode: 'pessimistic_write' } });
      const now = this.clock.now();
      const before = person.calendar ?? assumedCalendar(person.zone);
      const { zones, week, overrides, holidays, leave, focus, slots } = input;
      const parts = Object.fromEntries(
        Object.entries({ zones, week, overrides, holidays, leave, focus, slots }).filter(([, part]) => part != null),
      ) as Partial<Calendar>;
      const sound = requireSound({ ...before, ...parts }, before, now.getTime());
      const calendar = parts.leave ? { ...sound, leave: mergedLeave(sound.leave) } : sound;
      const facts = {
        calendar,
        zone: zoneNow(calendar, now.getTime()),
        calendarConfirmedAt: now,
        ...(input.urgent && { urgent: requireUrgent(input.urgent) }),
      };
      await tx.update(Person, person.id, facts);
      await this.tell(tx, viewer, { commandId: input.commandId, now }, { calendar, zone: facts.zone }, calendar);
    });
    return this.db.manager.findOneByOrFail(Person, { id: viewer.personId });
  }

  /** What others read beside the caller's name until a time; changes nothing else. */
  async setStatus(viewer: Viewer, { commandId, status }: SetStatusInput): Promise<Person> {
    const kept = status
      ? {
          emoji: atMost(String(status.emoji ?? ''), 'the emoji', 8),
          text: atMost(String(status.text ?? '').trim(), 'the status', limits.nextStep),
          until: status.until && !Number.isNaN(Date.parse(status.until)) ? new Date(status.until).toISOString() : null,
        }
      : null;
    await this.db.transaction(async (tx) => {
      await tx.update(Person, viewer.personId, { status: kept });
      await this.tell(tx, viewer, { commandId, now: this.clock.now() }, { status: kept }, null);
    });
    return this.db.manager.findOneByOrFail(Person, { id: viewer.personId });
  }

  /** One event on every open board that shows the person, in the order of ids, so that two such changes cannot wait for each other. */
  private async tell(
    tx: EntityManager,
    { personId }: Viewer,
    { commandId, now }: { commandId: string; now: Date },
    fields: Partial<BoardPerson>,
    calendar: Calendar | null,
  ) {
    const boards = await select<{ id: string; workspace_id: string }>(
      tx,
      `select b.id, b.workspace_id from board b join membership m on m.workspace_id = b.workspace_id and m.person_id = $1
       where b.archived_at is null and (m.role <> 'guest' or exists (select 1 from board_guest g where g.board_id = b.id and g.person_id = $1))
       order by b.id`,
      [personId],
    );
    for (const { id, workspace_id: workspaceId } of boards) {
      const { seq } = await nextSeq(tx, id);
      const waits = calendar
        ? [
            ...(await this.slideWaits(tx, id, personId, calendar)),
            ...(await this.asks.slide(tx, id, personId)),
            ...(await this.decisions.slide(tx, id, personId)),
          ]
        : [];
      const facts = { boardId: id, workspaceId, seq, at: now, actorId: personId, commandId, commandHash: '' };
      await record(tx, { ...facts, kind: 'people.changed', changes: [{ type: 'person', id: personId, fields }, ...waits] });
    }
  }

  /** What colleagues wait for from this person is due later where the new hours say so, and never earlier by itself (N2). */
  private async slideWaits(tx: EntityManager, boardId: string, personId: string, calendar: Calendar): Promise<Change[]> {
    const rows = await select<{ id: string; wait: Extract<Wait, { kind: 'person' }> }>(
      tx,
      `select id, wait from task where board_id = $1 and wait ->> 'personId' = $2 and done_at is null`,
      [boardId, personId],
    );
    if (rows.length === 0) return [];
    const { blockingHours } = await normsOn(tx, boardId);
    const changes: Change[] = [];
    for (const { id, wait } of rows) {
      const by = addWorking(calendar, Date.parse(wait.since), blockingHours);
      if (by === null || by <= Date.parse(wait.by)) continue;
      const later = { ...wait, by: new Date(by).toISOString() };
      await tx.query('update task set wait = $2 where id = $1', [id, JSON.stringify(later)]);
      changes.push({ type: 'task', id, fields: { wait: later } });
    }
    return changes;
  }
}

/** The calendar as it may be kept; refuses with a sentence. Zones of the past stay as they were. */
function requireSound(calendar: Calendar, before: Calendar, now: number): Calendar {
  const today = localDay(before, now);
  const past = before.zones.filter(({ from }) => from < today);
  list(calendar.zones, 'zones', 200, 'changes of zone');
  for (const { from, zone } of calendar.zones) {
    if (!isDay(from)) refuse('zones', 'Write the day of a change of zone as YYYY-MM-DD.');
    if (!isKnownZone(String(zone))) refuse('zones', `Choose a time zone from the list; "${String(zone).slice(0, 60)}" is not one.`);
  }
  if (past.some(({ from, zone }) => !calendar.zones.some((entry) => entry.from === from && entry.zone === zone)))
    refuse('zones', 'Where you were before today stays as it was.');
  for (const day of [1, 2, 3, 4, 5, 6, 7]) {
    const fault = faultInShifts(atLeastTimes(calendar.week[day]));
    if (fault) refuse('week', fault);
  }
  for (const { date, intervals } of list(calendar.overrides, 'overrides', limits.overrides, 'single days')) {
    const fault = isDay(date) ? faultInShifts(atLeastTimes(intervals)) : 'Write days as YYYY-MM-DD.';
    if (fault) refuse('overrides', fault);
  }
  for (const { date, name } of list(calendar.holidays, 'holidays', limits.holidays, 'holidays'))
    if (!isDay(date) || typeof name !== 'string') refuse('holidays', 'A holiday has a date and a name.');
  for (const leave of list(calendar.leave, 'leave', limits.leaves, 'times off')) {
    const fault = faultInLeave(leave);
    if (fault) refuse('leave', fault);
  }
  for (const focus of list(calendar.focus, 'focus', limits.focusBlocks, 'focus blocks')) {
    const fault = faultInFocus(focus);
    if (fault) refuse('focus', fault);
  }
  const { slots = [], ...rest } = calendar;
  const times = list(slots, 'slots', 20, 'times of delivery').map(String);
  const fault = times.length > 0 ? faultInSlots(times) : null;
  if (fault) refuse('slots', fault);
  return { ...rest, ...(times.length > 0 && { slots: times }), zones: calendar.zones.toSorted((a, b) => (a.from < b.from ? -1 : 1)) };
}

function requireUrgent({ reachable, hours, how }: Urgent): Urgent {
  const words = atMost(String(how ?? '').trim(), 'how to reach you', 200);
  if (reachable && words === '') refuse('urgent', 'Write how you can be reached, such as a telephone number.');
  return { reachable: reachable === true, hours: hours === 'any' ? 'any' : 'working', how: words };
}
