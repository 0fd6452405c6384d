import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock';
import { select } from '../platform/database/database';
import { Settings } from '../platform/config/settings';
import { Live } from '../platform/events/live';
import { Readers } from '../platform/events/readers';
import { Jobs } from '../platform/jobs/jobs';
import { log } from '../platform/log';
import { ClockScan } from './clock.scan';
import { Former } from './former';
import { Sender } from './sender';

/** How long the end of the server waits for a round that is under way. */
const patienceMs = 5_000;

/** Comes round every minute: what happened is read, what the clock brought is written down, what is due is formed, what is formed is sent. */
@Injectable()
export class Tick implements OnApplicationBootstrap, OnModuleDestroy {
  private hurrying = false;
  private ending = false;
  private first: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly readers: Readers,
    private readonly live: Live,
    private readonly scan: ClockScan,
    private readonly former: Former,
    private readonly sender: Sender,
    private readonly settings: Settings,
    jobs: Jobs,
  ) {
    jobs.register({ name: 'delivery:tick', cron: '* * * * *', run: () => this.run() });
  }

  /** A worker that starts does not wait for the next minute: what came due while nobody ran is late already. */
  onApplicationBootstrap() {
    if (this.settings.BATON_ROLE === 'api') return;
    // What is urgent does not wait for the next minute either.
    this.live.onCommitted(() => void this.hurry());
    this.first = this.run().catch((err: unknown) => {
      if (!this.ending) log.error({ err }, 'the first round of delivery failed; the next one comes within a minute');
    });
  }

  /** The first round ends before the database goes away; what is cut off goes on with the next start. */
  async onModuleDestroy() {
    this.ending = true;
    await Promise.race([this.first, new Promise((later) => setTimeout(later, patienceMs).unref())]);
  }

  private async hurry() {
    if (this.hurrying) return;
    this.hurrying = true;
    try {
      const [urgent] = await select(this.db, `select 1 from item where state = 'waiting' and class = 'urgent' limit 1`);
      if (urgent) await this.run();
    } catch (err) {
      if (!this.ending) log.error({ err }, 'something urgent could not go out at once; the next round tries again');
    } finally {
      this.hurrying = false;
    }
  }

  /** One round. Each part goes on where a crash left it, so a round may end anywhere and begin again anywhere. */
  async run(): Promise<void> {
    // What was committed before a slot belongs into that slot's message.
    await this.readers
      .catchUp()
      .catch((err: unknown) => log.error({ err }, 'a reader of the log failed; delivery goes on with what is read'));
    const now = this.clock.now();
    await this.scan.scan(now);
    await this.former.formAll(now);
    await this.sender.sendAll();
    await this.db.query('insert into delivery_tick (at) values ($1) on conflict (only_row) do update set at = $1', [now]);
  }
}
