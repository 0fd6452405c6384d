import { types } from 'pg';
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { Refusal } from '@baton/domain';
import { Begin0001 } from './migrations/0001-begin';
import { Time0002 } from './migrations/0002-time';
import { Conversation0003 } from './migrations/0003-conversation';
import { Search0004 } from './migrations/0004-search';
import { Comment0005 } from './migrations/0005-comment';
import { CheckIn0006 } from './migrations/0006-check-in';
import { Decision0007 } from './migrations/0007-decision';
import { Delivery0008 } from './migrations/0008-delivery';
import { CatchUp0010 } from './migrations/0010-catch-up';
import { Mail0009 } from './migrations/0009-mail';
import { SearchDecision0011 } from './migrations/0011-search-decision';
import { Today0014 } from './migrations/0014-today';
import { Digest0015 } from './migrations/0015-digest';
import { Offer0016 } from './migrations/0016-offer';
import { SnakeNaming } from './naming';

// A calendar day is text everywhere: as a Date it would become an instant of this machine's zone.
types.setTypeParser(types.builtins.DATE, (day) => day);

/** Any number will do, as long as every process that migrates takes the same. */
const migrationLock = 20_261_124;

/** The connection pool; entities register themselves through `entities` of the modules. */
export function makeDataSource(options: { url: string; poolSize: number; entities: EntityTarget<ObjectLiteral>[] }) {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    poolSize: options.poolSize,
    entities: options.entities as never,
    migrations: [
      Begin0001,
      Time0002,
      Conversation0003,
      Search0004,
      Comment0005,
      CheckIn0006,
      Decision0007,
      Delivery0008,
      Mail0009,
      CatchUp0010,
      SearchDecision0011,
      Today0014,
      Digest0015,
      Offer0016,
    ],
    namingStrategy: new SnakeNaming(),
    applicationName: 'baton',
    extra: { connectionTimeoutMillis: 5_000, idleTimeoutMillis: 30_000, keepAlive: true },
  });
}

/** Brings the schema up to date; several processes may start at once, one does the work. */
export async function migrate(db: DataSource) {
  const runner = db.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [migrationLock]);
    await db.runMigrations({ transaction: 'each' });
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
    await runner.release();
  }
}

/** Loads a row by id, or refuses with NOT_FOUND. */
export async function findOrThrow<T extends ObjectLiteral & { id: string }>(tx: EntityManager, type: new () => T, id: string): Promise<T> {
  const row = await tx.findOneBy(type, { id } as never);
  if (!row) throw new Refusal('NOT_FOUND');
  return row;
}

/** Rows of a hand-written query, typed by the caller, who wrote the select list. */
export const select = async <T>(tx: { query(sql: string, params?: unknown[]): Promise<unknown> }, sql: string, params: unknown[] = []) =>
  (await tx.query(sql, params)) as T[];

/** The rows that an `update .. returning` changed; TypeORM answers those as [rows, count]. */
export const changed = async <T>(tx: { query(sql: string, params?: unknown[]): Promise<unknown> }, sql: string, params: unknown[] = []) =>
  ((await tx.query(sql, params)) as [T[], number])[0];
