import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Logger, type Runner, run } from 'graphile-worker';
import { Settings } from '../config/settings';
import { log } from '../log';

/** A task of the job runner: what it does, and the cron line (UTC) on which it repeats. */
export interface Job {
  name: string;
  cron: string;
  run: () => Promise<void>;
}

/** Runs repeating work through graphile-worker (Postgres is the queue). Jobs only write down what is already true, so a late one is late, never wrong. */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly jobs: Job[] = [];
  private runner: Runner | null = null;

  constructor(private readonly settings: Settings) {}

  /** Called by the concept folders while the application is put together. */
  register(job: Job) {
    this.jobs.push(job);
  }

  async onApplicationBootstrap() {
    if (this.settings.BATON_ROLE === 'api') return;
    this.runner = await run({
      connectionString: this.settings.DATABASE_URL,
      concurrency: 2,
      maxPoolSize: 3,
      noHandleSignals: true,
      pollInterval: 30_000,
      logger: new Logger(() => (level, message) => (level === 'error' ? log.error(message) : log.debug(message))),
      taskList: Object.fromEntries(this.jobs.map((job) => [job.name, () => job.run()])),
      crontab: this.jobs.map((job) => `${job.cron} ${job.name} ?max=5`).join('\n'),
    });
  }

  async onApplicationShutdown() {
    await this.runner?.stop();
  }
}
