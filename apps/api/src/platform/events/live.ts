import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { log } from '../log';
import { Settings } from '../config/settings';
import { Event } from './event.entity';
import { accessChannel, boardChannel, eventsAfter } from './log';

/** Who of these people may read the board now; given by the workspace folder. */
export abstract class Readership {
  abstract readersOf(boardId: string, personIds: string[]): Promise<Set<string>>;
}

/** Events that one reader has not taken yet; beyond this the reader is cut off and catches up by number. */
const queueLimit = 1_000;

class Reader implements AsyncIterableIterator<Event> {
  private readonly queue: Event[] = [];
  private wake: (() => void) | null = null;
  private ended = false;
  constructor(
    readonly boardId: string,
    readonly personId: string,
    private readonly left: (reader: Reader) => void,
  ) {}

  push(event: Event) {
    if (this.queue.length >= queueLimit) return this.end();
    this.queue.push(event);
    this.wake?.();
  }
  end() {
    this.ended = true;
    this.wake?.();
    this.left(this);
  }
  async next(): Promise<IteratorResult<Event>> {
    for (;;) {
      // What was queued before access ended is not delivered either.
      if (this.ended) return { value: undefined, done: true };
      const event = this.queue.shift();
      if (event) return { value: event, done: false };
      await new Promise<void>((resolve) => (this.wake = resolve));
      this.wake = null;
    }
  }
  return(): Promise<IteratorResult<Event>> {
    this.end();
    return Promise.resolve({ value: undefined, done: true });
  }
  [Symbol.asyncIterator]() {
    return this;
  }
}

/** Carries committed events to the subscribers of this process: hears (board, seq) by NOTIFY, reads the log, checks access as of delivery. */
@Injectable()
export class Live implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly readers = new Map<string, Set<Reader>>();
  private readonly sent = new Map<string, number>();
  private readonly busy = new Map<string, boolean>();
  private readonly accessListeners = new Set<(personId: string) => void>();
  private readonly commitListeners = new Set<(boardId: string) => void>();
  private client: Client | null = null;
  private stopping = false;

  constructor(
    private readonly settings: Settings,
    private readonly db: DataSource,
    private readonly readership: Readership,
  ) {}

  async onApplicationBootstrap() {
    await this.listen();
  }

  async onApplicationShutdown() {
    this.stopping = true;
    for (const reader of [...this.readers.values()].flatMap((set) => [...set])) reader.end();
    await this.client?.end().catch(() => undefined);
  }

  /**
   * Events of the board until the reader leaves or loses access. The board's last event comes first, so that a client whose snapshot
   * is older than this subscription sees at once that it missed something.
   */
  async subscribe(boardId: string, personId: string): Promise<AsyncIterableIterator<Event>> {
    const reader = new Reader(boardId, personId, (gone) => this.leave(gone));
    this.readers.set(boardId, (this.readers.get(boardId) ?? new Set()).add(reader));
    const last = await this.db.manager.findOne(Event, { where: { boardId }, order: { seq: 'DESC' } });
    if (last) reader.push(last);
    if (!this.sent.has(boardId)) {
      this.sent.set(boardId, last?.seq ?? 0);
      void this.deliver(boardId); // a commit between the read and this line
    }
    return reader;
  }

  private leave(reader: Reader) {
    const set = this.readers.get(reader.boardId);
    set?.delete(reader);
    if (set?.size !== 0) return;
    this.readers.delete(reader.boardId);
    this.sent.delete(reader.boardId);
  }

  /** Calls back whenever somebody's access or sessions changed, in any process. */
  onAccessChanged(listener: (personId: string) => void) {
    this.accessListeners.add(listener);
  }

  /** Calls back for every commit to any board that this process hears of; missed ones are for the caller to find by number. */
  onCommitted(listener: (boardId: string) => void) {
    this.commitListeners.add(listener);
  }

  private async listen() {
    const client = new Client({ connectionString: this.settings.DATABASE_URL, keepAlive: true, application_name: 'baton live' });
    client.on('notification', ({ channel, payload = '' }) => {
      if (channel === boardChannel) this.committed(payload.split(' ')[0] ?? '');
      else void this.recheck(payload);
    });
    const again = () => {
      if (this.client !== client) return;
      this.client = null;
      if (!this.stopping) setTimeout(() => void this.relisten(), 500);
    };
    client.on('error', again);
    client.on('end', again);
    await client.connect();
    this.client = client;
    await client.query(`listen ${boardChannel}; listen ${accessChannel}`);
  }

  /** NOTIFY is not kept while nobody listens, so after a new connection every watched board is read again. */
  private async relisten() {
    try {
      await this.listen();
      for (const [boardId, set] of this.readers) {
        void this.deliver(boardId);
        for (const personId of new Set([...set].map((r) => r.personId))) void this.recheck(personId);
      }
    } catch (err) {
      log.warn({ err }, 'the database is away; listening again soon');
      if (!this.stopping) setTimeout(() => void this.relisten(), 1_000);
    }
  }

  private committed(boardId: string) {
    for (const listener of this.commitListeners) listener(boardId);
    void this.deliver(boardId);
  }

  private async deliver(boardId: string) {
    if (!this.sent.has(boardId)) return;
    // One read at a time per board; a notice that comes meanwhile makes it read once more.
    if (this.busy.has(boardId)) return void this.busy.set(boardId, true);
    this.busy.set(boardId, false);
    try {
      do {
        this.busy.set(boardId, false);
        const set = this.readers.get(boardId);
        if (!set) return;
        const events = await eventsAfter(this.db.manager, boardId, this.sent.get(boardId) ?? 0);
        const last = events.at(-1);
        if (!last) continue;
        const allowed = await this.readership.readersOf(boardId, [...new Set([...set].map((r) => r.personId))]);
        this.sent.set(boardId, last.seq);
        for (const reader of [...set]) {
          if (!allowed.has(reader.personId)) reader.end();
          else for (const event of events) reader.push(event);
        }
      } while (this.busy.get(boardId));
    } catch (err) {
      log.warn({ err, boardId }, 'events could not be delivered; the next notice tries again');
    } finally {
      this.busy.delete(boardId);
    }
  }

  private async recheck(personId: string) {
    for (const listener of this.accessListeners) listener(personId);
    for (const [boardId, set] of this.readers) {
      const mine = [...set].filter((r) => r.personId === personId);
      if (mine.length === 0) continue;
      const allowed = await this.readership.readersOf(boardId, [personId]).catch(() => new Set<string>());
      if (!allowed.has(personId)) for (const reader of mine) reader.end();
    }
  }
}
