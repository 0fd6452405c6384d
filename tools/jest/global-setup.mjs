import { startPostgres } from '../pg/pg.mjs';

/** One throw-away cluster (fsync off) shared by every jest process; it stays up for the next run. TEST_PG_URL overrides it. */
export default async function globalSetup() {
  process.env.TEST_PG_URL ??= (await startPostgres({ name: 'test', durable: false, port: 54340 })).url();
}
