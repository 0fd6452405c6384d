import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { makeDataSource, migrate } from '../src/platform/database/database';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

const at = (url: string, database: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href;

async function run(url: string, work: (client: Client) => Promise<unknown>) {
  const client = new Client(url);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** The name of the migrated template: another when a migration changes, so that an old one is never used. */
function templateName() {
  const folder = join(__dirname, '../src/platform/database/migrations');
  const text = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  return `baton_template_${createHash('sha1').update(text.join()).digest('hex').slice(0, 10)}`;
}

async function ensureTemplate(admin: string): Promise<string> {
  const name = templateName();
  await run(admin, async (client) => {
    await client.query('select pg_advisory_lock(4711)'); // several jest processes may start at once
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount) return;
    await client.query(`drop database if exists ${name}_new with (force)`);
    await client.query(`create database ${name}_new`);
    const db = await makeDataSource({ url: at(admin, `${name}_new`), poolSize: 2, entities: [] }).initialize();
    await migrate(db);
    await db.destroy();
    // Renamed when it is whole, so that a killed run leaves no half-made template behind.
    await client.query(`alter database ${name}_new rename to ${name}`);
  });
  return name;
}

/** A private database cloned from the migrated template. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const admin = process.env['TEST_PG_URL'];
  if (!admin) throw new Error('TEST_PG_URL is not set: run the tests through jest with tools/jest/global-setup.');
  const template = await ensureTemplate(admin);
  const name = `t_${process.env['JEST_WORKER_ID'] ?? 0}_${randomBytes(5).toString('hex')}`;
  await run(admin, (client) => client.query(`create database ${name} template ${template} strategy file_copy`));
  return { url: at(admin, name), drop: () => run(admin, (client) => client.query(`drop database if exists ${name} with (force)`)) };
}
