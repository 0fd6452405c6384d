import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module';
import { type CommandAnswer, type ImportCommand, readCommand, runImportCommand } from './import/import.command';
import { ImportService } from './import/import.service';
import { Settings, SettingsProblem, readSettings } from './platform/config/settings';
import { log } from './platform/log';

/** Started by tools/import.mjs, which gives a database. No port is opened, and no jobs run. */
async function answerTo(command: ImportCommand): Promise<CommandAnswer> {
  const settings = new Settings({ ...readSettings(process.env), BATON_ROLE: 'api' });
  log.level = 'error';
  const app = await NestFactory.createApplicationContext(AppModule.forRoot(settings), { logger: false, abortOnError: false });
  try {
    return await runImportCommand(app.get(DataSource), app.get(ImportService), command);
  } finally {
    const db = app.get(DataSource);
    await app.close();
    // Idle connections would keep this process waiting for half a minute.
    if (db.isInitialized) await db.destroy();
  }
}

try {
  const command = readCommand(process.argv.slice(2));
  const { code, out, err } = 'code' in command ? command : await answerTo(command);
  process.exitCode = code;
  process.stdout.write(out);
  process.stderr.write(err);
} catch (error) {
  const away = ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT'].includes((error as { code?: string }).code ?? '');
  if (error instanceof SettingsProblem) process.stderr.write(`${error.message}\n`);
  else if (away) process.stderr.write('The database at DATABASE_URL does not answer: check the address, and that it runs.\n');
  else log.fatal({ err: error }, 'the import failed; nothing was written');
  process.exitCode = 1;
}
