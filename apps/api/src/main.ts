import 'reflect-metadata';
import { mkdirSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { createApp } from './app';
import { readSettings, SettingsProblem } from './platform/config/settings';
import { durabilityProblem } from './platform/database/durability';
import { log } from './platform/log';

/** Ends the process with one sentence: whoever starts Baton reads this, not a stack. */
function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** The sentence for a failure at boot, or null when it is nobody's setting. */
function bootSentence(error: unknown): string | null {
  if (error instanceof SettingsProblem) return error.message;
  const { code, message, port } = error as { code?: string; message?: string; port?: number };
  if (code === 'EADDRINUSE') return `Port ${port ?? ''} is taken: stop what listens there, or choose another with PORT.`;
  if (code === 'EACCES' && port !== undefined) return `This user may not listen on port ${port}: choose one above 1023 with PORT.`;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT' || message?.includes('timeout expired'))
    return 'The database at DATABASE_URL does not answer: check the address, and that it runs.';
  if (code === '28P01' || code === '28000') return 'The database refuses the user or the password in DATABASE_URL.';
  if (code === '3D000') return 'The database named in DATABASE_URL does not exist: create it first.';
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
    return `The data folder cannot be written: ${message ?? ''}. Choose another with BATON_DATA.`;
  return null;
}

try {
  const settings = readSettings(process.env);
  mkdirSync(settings.BATON_DATA, { recursive: true });
  const app = await createApp(settings);
  const unsafe = await durabilityProblem(app.get(DataSource));
  if (unsafe && !settings.ALLOW_UNSAFE_DURABILITY) giveUp(unsafe);
  await app.listen(settings.PORT, settings.HOST);
  const address = settings.BASE_URL ?? (await app.getUrl()).replace('127.0.0.1', 'localhost').replace('[::1]', 'localhost');
  process.stdout.write(`Baton is ready at ${address}\n`);
  // npm start holds the other end: when it is gone, however it went, this process ends too.
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
} catch (error) {
  const sentence = bootSentence(error);
  if (!sentence) log.fatal({ err: error }, 'could not start');
  giveUp(sentence ?? 'Baton could not start; the line above says where.');
}
for (const event of ['unhandledRejection', 'uncaughtException'] as const)
  process.on(event, (error: unknown) => {
    log.fatal({ err: error }, event);
    process.exit(1);
  });
