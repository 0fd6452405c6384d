import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { version } from '../libs/domain/src/version';
import { readSettings, settingsSchema } from '../apps/api/src/platform/config/settings';
import { lockData } from './run/data-lock.mjs';

const root = join(__dirname, '..');
const text = (file) => readFileSync(join(root, file), 'utf8');
const known = new Set(Object.keys(settingsSchema.shape));
const ofCompose = new Set(['POSTGRES_PASSWORD', 'PUBLIC_PORT']);

describe('the container files', () => {
  const compose = parse(text('docker-compose.yml'));

  it('name only settings that Baton knows, with values that it takes', () => {
    const { environment } = compose.services.app;
    expect(Object.keys(environment).filter((name) => !known.has(name))).toEqual([]);
    const filled = Object.fromEntries(
      Object.entries(environment).map(([name, value]) => [
        name,
        String(value)
          .replace(/\$\{\w+:\?[^}]*\}/, 'secret')
          .replace(/\$\{\w+:-([^}]*)\}/, '$1'),
      ]),
    );
    expect(readSettings(filled)).toMatchObject({ HOST: '0.0.0.0', PORT: 3000 });
    const image = Object.fromEntries(
      [...text('Dockerfile').matchAll(/^ENV (.*)$/gm)].flatMap(([, line]) => line.split(' ').map((pair) => pair.split('='))),
    );
    expect(Object.keys(image).filter((name) => name !== 'NODE_ENV' && !known.has(name))).toEqual([]);
  });

  it('run an app, a PostgreSQL 18 and a mail catcher, with data in volumes and secrets from .env', () => {
    expect(compose.services.postgres.image).toBe('postgres:18');
    expect(compose.services.app.env_file).toBe('.env');
    expect(Object.keys(compose.volumes)).toEqual(['database', 'files']);
    expect(compose.services.app.environment.SMTP_URL).toContain('mail:');
    expect(text('docker-compose.yml')).not.toMatch(/PASSWORD: (?!\$\{)/);
  });

  it('do not run as root and check their own health', () => {
    const final = text('Dockerfile')
      .split(/^FROM /m)
      .at(-1);
    expect(final).toMatch(/^node:24/);
    expect(final).toMatch(/^USER node$/m);
    expect(final).toMatch(/HEALTHCHECK[\s\S]*\/health\/ready/);
  });

  it('explain every setting in .env.example, and nothing else', () => {
    const named = [...text('.env.example').matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
    expect(named.filter((name) => !known.has(name) && !ofCompose.has(name))).toEqual([]);
    expect([...known].filter((name) => !named.includes(name))).toEqual([]);
  });
});

describe('settings', () => {
  it('say in one sentence each what is wrong', () => {
    expect(() => readSettings({ DATABASE_URL: 'mysql://x', PORT: '99999' })).toThrow(
      /PORT cannot be "99999".*DATABASE_URL cannot be "mysql:\/\/x"/,
    );
    expect(() => readSettings({})).toThrow('DATABASE_URL is missing.');
  });
});

describe('the data folder', () => {
  it('belongs to one process at a time, and a lock of a dead one does not count', () => {
    const folder = mkdtempSync(join(tmpdir(), 'baton-lock-'));
    const first = lockData(folder, { address: 'here' });
    expect(lockData(folder, { address: 'there' }).takenBy).toMatchObject({ address: 'here', pid: process.pid });
    first.release();
    writeFileSync(join(folder, 'baton.lock'), JSON.stringify({ pid: 999_999_9, start: '1', address: 'dead' }));
    const second = lockData(folder, { address: 'again' });
    expect(second.takenBy).toBeUndefined();
    second.release();
    writeFileSync(join(folder, 'baton.lock'), '{"pid":');
    lockData(folder, { address: 'half' }).release();
    rmSync(folder, { recursive: true });
  });
});

describe('the house', () => {
  it('keeps the order of its folders', () => {
    expect(execFileSync(process.execPath, ['tools/layers.mjs'], { cwd: root, encoding: 'utf8' })).toContain('keep their order');
  });

  it('has one version', () => {
    expect(version).toBe(JSON.parse(text('package.json')).version);
  });

  it('refuses an import in the wrong direction', () => {
    const lint = (file, code) =>
      spawnSync(process.execPath, ['node_modules/eslint/bin/eslint.js', '--stdin', '--stdin-filename', file], {
        cwd: root,
        encoding: 'utf8',
        input: code,
      }).stdout;
    expect(lint('libs/domain/src/rank.ts', "import { x } from '@baton/importers';\nexport const y = x;\n")).toContain(
      '@nx/enforce-module-boundaries',
    );
    expect(lint('libs/domain/src/rank.ts', "import { DataSource } from 'typeorm';\nexport const y = DataSource;\n")).toContain(
      '@nx/enforce-module-boundaries',
    );
    expect(lint('apps/web/src/ui/theme.ts', "import { Client } from 'pg';\nexport const y = Client;\n")).toContain(
      '@nx/enforce-module-boundaries',
    );
  });
});
