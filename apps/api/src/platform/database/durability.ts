import type { Sql } from '../sql';

/** The Postgres settings without which an acknowledged write can be lost. */
const needed = { fsync: ['on'], full_page_writes: ['on'], synchronous_commit: ['on', 'local', 'remote_write', 'remote_apply'] };

/** What is unsafe about the database's settings, as a sentence, or null when acknowledged writes survive a power cut. */
export async function durabilityProblem(db: Sql): Promise<string | null> {
  const rows = (await db.query('select name, setting from pg_settings where name = any($1)', [Object.keys(needed)])) as {
    name: keyof typeof needed;
    setting: string;
  }[];
  const unsafe = rows.filter(({ name, setting }) => !needed[name].includes(setting)).map(({ name, setting }) => `${name} is ${setting}`);
  return unsafe.length === 0
    ? null
    : `This database can lose saved work: ${unsafe.join(', ')}. Turn ${unsafe.length === 1 ? 'it' : 'them'} on, or start with ALLOW_UNSAFE_DURABILITY=true if you accept that.`;
}
