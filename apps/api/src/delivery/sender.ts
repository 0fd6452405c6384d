import { Injectable } from '@nestjs/common';
import {
  type BriefLine,
  type Calendar,
  assumedCalendar,
  briefSections,
  isPermitted,
  nextMoment,
  nextWorking,
  retryMinutes,
  slotsOn,
  localDay,
  addDays,
} from '@baton/domain';
import { DataSource } from 'typeorm';
import { calendarsOf } from '../account/calendars';
import { Clock, daysAfter, minutesAfter } from '../platform/clock';
import { log } from '../platform/log';
import { AddressRefused, type Channel, type Message } from './channel';
import { Deliveries } from './deliveries';
import { Digest } from './digest';
import { oncePerThing } from './former';
import { dropItems, itemsWhere } from './item.store';
import { LineWriter } from './line.writer';
import { type MessageRow, leaseMessage, settleMessage } from './message.store';

const leaseMinutes = 3;
/** A channel that does not answer for this long has failed for now. */
const patienceMs = 60_000;
const longestError = 500;

/** Hands formed messages over, each leased to one worker at a time; what a crash leaves behind is sent by the next, with the same id. */
@Injectable()
export class Sender {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly deliveries: Deliveries,
    private readonly lines: LineWriter,
    private readonly digest: Digest,
  ) {}

  /** Sends whatever is to be sent now. */
  async sendAll(): Promise<void> {
    for (;;) {
      const now = this.clock.now();
      const message = await leaseMessage(this.db, now, minutesAfter(now, leaseMinutes));
      if (!message) return;
      await this.send(message, now);
    }
  }

  private async send(message: MessageRow, now: Date): Promise<void> {
    const calendar = (await calendarsOf(this.db, [message.personId])).get(message.personId) ?? assumedCalendar('UTC');
    // A retry may fall into the evening: nothing but what is urgent goes out then (L1).
    if (message.class !== 'urgent' && !isPermitted(calendar, now.getTime())) {
      const next = nextMoment(calendar, now.getTime());
      const nextTryAt = next === null ? daysAfter(now, 1) : new Date(next);
      return void (await settleMessage(this.db, message, { state: 'formed', nextTryAt, error: null, uncounted: true }));
    }
    const lines = await this.linesOf(message, now);
    if (lines.length === 0) return this.end(message, { state: 'dropped', at: now, error: null });
    const channel = this.deliveries.named(message.channel);
    try {
      const told = channel ? await this.told(message, calendar, lines, now) : null;
      if (channel && told) await this.hand(channel, { ...plain(message), ...told });
      const at = this.clock.now();
      const outside = nextWorking(calendar, at.getTime()) !== at.getTime();
      await this.end(message, { state: 'sent', at, outside, digestAt: told?.digest ? now : null });
    } catch (err) {
      await this.failed(message, err, calendar);
    }
  }

  /** What the message says now, in the order of a brief; what was handled meanwhile is dropped. */
  private async linesOf(message: MessageRow, now: Date): Promise<BriefLine[]> {
    const items = await itemsWhere(this.db, `i.message_id = $1 and i.state = 'formed'`, [message.id]);
    const told = await this.lines.tell(this.db, items, now);
    const lines: BriefLine[] = [];
    const gone: Parameters<typeof dropItems>[1][number][] = [];
    for (const { id } of items) {
      const one = told.get(id);
      if (one && 'line' in one) lines.push(one.line);
      else gone.push({ id, why: one?.gone ?? 'deleted' });
    }
    await dropItems(this.db, gone, now);
    const by = (line: BriefLine) => line.by ?? '9999';
    return oncePerThing(lines).toSorted(
      (a, b) => briefSections.indexOf(a.section) - briefSections.indexOf(b.section) || (by(a) < by(b) ? -1 : by(a) > by(b) ? 1 : 0),
    );
  }

  /** What is handed over: the lines, and in the first message of a working day the morning's digest. */
  private async told(message: MessageRow, calendar: Calendar, lines: BriefLine[], now: Date): Promise<Pick<Message, 'lines' | 'digest'>> {
    const slot = message.slot.getTime();
    const day = localDay(calendar, slot);
    const morning = [day, addDays(day, -1)].some((one) => slotsOn(calendar, one)[0] === slot);
    return morning ? this.digest.of(message, lines, now) : { lines, digest: null };
  }

  private async hand(channel: Channel, message: Message): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer within ${patienceMs / 1000} s`)), patienceMs).unref();
    });
    try {
      await Promise.race([channel.send(message), patience]);
    } finally {
      clearTimeout(timer);
    }
  }

  private async failed(message: MessageRow, err: unknown, calendar: Calendar): Promise<void> {
    const at = this.clock.now();
    const error = (err instanceof Error ? err.message : String(err)).slice(0, longestError);
    // The channel knows by itself from now on that it does not reach this person.
    if (err instanceof AddressRefused) return this.end(message, { state: 'failed', at, error });
    const pause = retryMinutes[message.attempts - 1];
    log.warn({ messageId: message.id, attempts: message.attempts, error }, pause ? 'a message is tried again' : 'a message was given up');
    if (pause === undefined) return this.end(message, { state: 'failed', at, error });
    const wished = minutesAfter(at, pause);
    const next = message.class === 'urgent' ? wished.getTime() : (nextMoment(calendar, wished.getTime()) ?? wished.getTime());
    await settleMessage(this.db, message, { state: 'formed', nextTryAt: new Date(next), error });
  }

  private async end(message: MessageRow, end: Parameters<typeof settleMessage>[2]): Promise<void> {
    await this.db.transaction((tx) => settleMessage(tx, message, end));
  }
}

const plain = ({ id, workspaceId, personId, slot, class: deliveryClass }: MessageRow) => ({
  id,
  workspaceId,
  personId,
  slot,
  class: deliveryClass,
});
