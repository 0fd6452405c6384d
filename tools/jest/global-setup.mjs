import pg from 'pg';
import { startPostgres } from '../pg/pg.mjs';

/** One throw-away cluster (fsync off) shared by every jest process; it stays up for the next run. TEST_PG_URL overrides it. */
export default async function globalSetup() {
  const url = process.env.TEST_PG_URL ?? (await startPostgres({ name: 'test', durable: false, port: 54340 })).url();
  process.env.TEST_PG_URL = url;
  const c = new pg.Client(url);
  await c.connect();
  try {
    await c.query('select pg_advisory_lock(4711)'); // several projects may start at once under nx
    if (!(await c.query("select 1 from pg_database where datname = 'baton_template'")).rowCount)
      await c.query('create database board_template');
  } finally {
    await c.end();
  }
}
