import { DataSource } from 'typeorm';
import { decisionsVerdict } from './decision/verify.command';
import { makeDataSource } from './platform/database/database';
import { SettingsProblem, readSettings } from './platform/config/settings';
import { log } from './platform/log';

/** Started by tools/verify.mjs, which gives a database. It only reads. */
async function verify(): Promise<number> {
  const settings = readSettings(process.env);
  const db: DataSource = makeDataSource({ url: settings.DATABASE_URL, poolSize: 2, entities: [] });
  await db.initialize();
  try {
    const { ok, out } = await decisionsVerdict(db);
    process.stdout.write(out);
    return ok ? 0 : 1;
  } finally {
    await db.destroy();
  }
}

try {
  process.exitCode = await verify();
} catch (error) {
  const away = ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT'].includes((error as { code?: string }).code ?? '');
  if (error instanceof SettingsProblem) process.stderr.write(`${error.message}\n`);
  else if (away) process.stderr.write('The database at DATABASE_URL does not answer: check the address, and that it runs.\n');
  else log.fatal({ err: error }, 'the check could not be made');
  process.exitCode = 2;
}
