import { Injectable } from '@nestjs/common';
import { type BriefLine, type Calendar, type DeliveryClass, deliveryClasses, hasHours, leaveAt, planOf } from '@baton/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { calendarsOf } from '../account/calendars';
import { select } from '../platform/database/database';
import { log } from '../platform/log';
import { Deliveries } from './deliveries';
import { type Item, dropItems, itemsWhere, writeItems } from './item.store';
import { LineWriter } from './line.writer';
import { formMessage, lastSlotOf } from './message.store';

/** The rule asks for instants in milliseconds. */
const waitingOf = (items: readonly Item[]) =>
  items.map((item) => ({
    class: item.class,
    duty: item.duty,
    scope: item.cause.startsWith('decision-') ? ('decisions' as const) : ('asks' as const),
    at: item.at.getTime(),
    item,
  }));
type Waiting = ReturnType<typeof waitingOf>[number];

/** The class of a message is that of its most urgent item. */
const classOf = (items: readonly { class: DeliveryClass }[]) =>
  deliveryClasses.find((one) => items.some((item) => item.class === one)) ?? 'digest';

/** Writes the messages of this moment, person by person: everything that is due for somebody is one message (2.9). */
@Injectable()
export class Former {
  constructor(
    private readonly db: DataSource,
    private readonly deliveries: Deliveries,
    private readonly lines: LineWriter,
  ) {}

  /** Forms what is due for everybody; one who cannot be served now does not hold up the others. */
  async formAll(now: Date): Promise<void> {
    const people = await select<{ person_id: string }>(this.db, `select distinct person_id from item where state = 'waiting'`);
    const calendars = await calendarsOf(
      this.db,
      people.map((row) => row.person_id),
    );
    for (const { person_id: personId } of people) {
      const calendar = calendars.get(personId);
      if (!calendar) continue;
      try {
        await this.formFor(personId, calendar, now);
      } catch (err) {
        log.error({ err, personId }, 'what waits for somebody could not be formed and is tried again');
      }
    }
  }

  /** Forms what is due for one person, under a lock of theirs: two workers cannot form the same slot. */
  private formFor(personId: string, calendar: Calendar, now: Date): Promise<void> {
    return this.db.transaction(async (tx) => {
      const [lock] = await select<{ mine: boolean }>(tx, 'select pg_try_advisory_xact_lock(hashtextextended($1, 17)) as mine', [personId]);
      if (!lock?.mine) return;
      const waiting = waitingOf(await itemsWhere(tx, `i.person_id = $1 and i.state = 'waiting'`, [personId]));
      const urgent = waiting.filter((one) => one.class === 'urgent');
      const timed = hasHours(calendar);
      for (const one of urgent) await this.write(tx, { personId, slot: one.item.at, timed: true }, [one.item], now);
      const rest = waiting.filter((one) => one.class !== 'urgent');
      const plan = planOf(rest, calendar, now.getTime(), await lastSlotOf(tx, personId));
      await dropItems(
        tx,
        plan.folded.map(({ item }) => ({ id: item.id, why: 'folded' as const })),
        now,
      );
      for (const { item, delegateId, at } of plan.covered) await this.cover(tx, item.item, delegateId, new Date(at), now);
      if (plan.message)
        await this.write(
          tx,
          { personId, slot: new Date(plan.message.slot), timed },
          plan.message.items.map((one: Waiting) => one.item),
          now,
        );
    });
  }

  /** Writes one message of what still has to be told; nothing to say, nothing written. */
  private async write(
    tx: EntityManager,
    { personId, slot, timed }: { personId: string; slot: Date; timed: boolean },
    items: readonly Item[],
    now: Date,
  ): Promise<void> {
    const told = await this.lines.tell(tx, items, now);
    const gone = items.flatMap(({ id }) => {
      const one = told.get(id);
      return one && 'gone' in one ? [{ id, why: one.gone }] : [];
    });
    await dropItems(tx, gone, now);
    const kept = items.filter(({ id }) => !gone.some((one) => one.id === id));
    const [first] = kept;
    if (!first) return;
    const deliveryClass = classOf(kept);
    const way = timed ? await this.deliveries.wayTo(personId, deliveryClass) : null;
    const message = { workspaceId: first.workspaceId, personId, slot, channel: way?.name ?? ('app' as const), class: deliveryClass };
    const ids = kept.map(({ id }) => id);
    if (await formMessage(tx, message, ids, now)) return;
    // Two urgent things of the same moment are two messages.
    for (let ms = 1; !(await formMessage(tx, { ...message, slot: new Date(slot.getTime() + ms) }, ids, now)); ms++);
  }

  /** Whoever covers is told too, once, and one hop far (O2): one who is away as well is passed over for whoever sees to the board. */
  private async cover(tx: EntityManager, item: Item, delegateId: string, at: Date, now: Date): Promise<void> {
    if (item.coveredById || item.coversId) return;
    const [board] = await select<{ triage_id: string | null }>(tx, 'select triage_id from board where id = $1', [item.boardId]);
    const wished = [delegateId, board?.triage_id ?? null].filter((id) => id !== null && id !== item.personId && id !== item.byId);
    const readers = await select<{ id: string }>(
      tx,
      `select m.person_id as id from board b join membership m on m.workspace_id = b.workspace_id
       left join board_guest g on g.board_id = b.id and g.person_id = m.person_id
       where b.id = $1 and m.person_id = any($2) and (m.role <> 'guest' or g.role is not null)`,
      [item.boardId, wished],
    );
    const calendars = await calendarsOf(
      tx,
      readers.map(({ id }) => id),
    );
    const here = (id: string) => {
      const calendar = calendars.get(id);
      return calendar !== undefined && leaveAt(calendar, now.getTime()) === null;
    };
    const toId = wished.find((id) => id !== null && here(id));
    if (!toId) return;
    await writeItems(tx, [{ ...item, personId: toId, key: `${item.key}:for:${item.personId}`, at, coversId: item.personId }]);
    await tx.query('update item set covered_by_id = $2 where id = $1', [item.id, toId]);
  }
}

/** Lines of one message, each thing once: of several that speak of the same, the last. */
export function oncePerThing(lines: readonly BriefLine[]): BriefLine[] {
  const keyOf = (line: BriefLine) => (line.object === 'ask' ? `ask ${line.objectId} ${line.section}` : line.key);
  return [...new Map(lines.map((line) => [keyOf(line), line])).values()];
}
