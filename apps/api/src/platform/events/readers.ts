import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { select } from '../database/database';
import { log } from '../log';
import type { Event } from './event.entity';
import { Live } from './live';
import { eventsAfter } from './log';

/** Something that follows from events: its effects and its cursor are written in one transaction, so each event takes effect once. */
export interface EventReader {
  name: string;
  /** Events of one board, oldest first. */
  handle(events: readonly Event[], tx: EntityManager): Promise<void>;
}

const batch = 100;
const retryMs = 2_000;

/** Runs the readers of the log, each from its own cursor per board: it can crash, restart or lag without losing an event. */
@Injectable()
export class Readers implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly readers: EventReader[] = [];
  private running = false;
  private again = false;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
    private readonly live: Live,
  ) {}

  /** Called by the concept folders while the application is put together. */
  register(reader: EventReader) {
    this.readers.push(reader);
  }

  onApplicationBootstrap() {
    if (this.settings.BATON_ROLE === 'api' || this.readers.length === 0) return;
    this.live.onCommitted(() => void this.wake());
    void this.wake();
  }

  onApplicationShutdown() {
    if (this.timer) clearTimeout(this.timer);
  }

  /** Reads until nothing is left; a reader that fails is tried again a little later, from where it stood. */
  private async wake() {
    this.again = true;
    if (this.running) return;
    this.running = true;
    try {
      while (this.again) {
        this.again = false;
        await this.catchUp();
      }
    } catch (err) {
      log.error({ err }, 'a reader of the log failed and is tried again');
      this.timer = setTimeout(() => void this.wake(), retryMs).unref();
    } finally {
      this.running = false;
    }
  }

  /** Brings every reader to the end of every board's log. */
  async catchUp() {
    for (const reader of this.readers) while (await this.step(reader));
  }

  /** Handles one batch of one board; answers whether there may be more. Other processes skip a board that is being read. */
  private step(reader: EventReader): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      await tx.query(
        `insert into reader_cursor (reader, board_id, seq) select $1, b.id, 0 from board b
         where not exists (select 1 from reader_cursor c where c.reader = $1 and c.board_id = b.id) on conflict do nothing`,
        [reader.name],
      );
      const [cursor] = await select<{ board_id: string; seq: number }>(
        tx,
        `select c.board_id, c.seq from reader_cursor c join board b on b.id = c.board_id
         where c.reader = $1 and b.seq > c.seq order by c.board_id limit 1 for update of c skip locked`,
        [reader.name],
      );
      if (!cursor) return false;
      const events = await eventsAfter(tx, cursor.board_id, cursor.seq, batch);
      if (events.length > 0) await reader.handle(events, tx);
      await tx.query('update reader_cursor set seq = $3 where reader = $1 and board_id = $2', [
        reader.name,
        cursor.board_id,
        events.at(-1)?.seq ?? cursor.seq,
      ]);
      return events.length > 0;
    });
  }
}
