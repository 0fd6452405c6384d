import { join } from 'node:path';
import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { Clock } from './clock';
import { Egress } from './egress/egress';
import { Settings } from './config/settings';
import { makeDataSource, migrate } from './database/database';
import { Event } from './events/event.entity';
import { Live } from './events/live';
import { Readers } from './events/readers';
import { DiskFileStore, FileStore } from './files/file-store';
import { Jobs } from './jobs/jobs';

/** What every concept stands on; knows nothing of the product. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(private readonly db: DataSource) {}

  /** After everything that reads from it has stopped. */
  async onApplicationShutdown() {
    await this.db.destroy();
  }

  static forRoot(settings: Settings, entities: EntityTarget<ObjectLiteral>[], clock: Clock = new Clock()): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: Settings, useValue: settings },
        { provide: Clock, useValue: clock },
        {
          provide: DataSource,
          useFactory: async () => {
            const db = await makeDataSource({
              url: settings.DATABASE_URL,
              poolSize: settings.DATABASE_POOL,
              entities: [Event, ...entities],
            }).initialize();
            await migrate(db);
            return db;
          },
        },
        { provide: FileStore, useFactory: () => new DiskFileStore(join(settings.BATON_DATA, 'files')) },
        Egress,
        Jobs,
        Live,
        Readers,
      ],
      exports: [Settings, Clock, DataSource, FileStore, Egress, Jobs, Live, Readers],
    };
  }
}
