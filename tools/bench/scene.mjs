import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres, stopPostgres } from '../pg/pg.mjs';
import { root } from '../run/install.mjs';

const freePort = () =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

/** A durable cluster and the built server of its own, away from any data that matters. */
export async function makeScene() {
  const folder = mkdtempSync(join(tmpdir(), 'baton-bench-'));
  process.env.BATON_DATA = folder;
  const cluster = await startPostgres({ name: 'bench' });
  const name = `bench_${randomBytes(4).toString('hex')}`;
  const admin = new pg.Client(cluster.url());
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  const databaseUrl = cluster.url(name);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let child = null;

  const scene = {
    url,
    databaseUrl,
    log: cluster.log,
    get pid() {
      return child.pid;
    },
    /** Starts the server and answers how long it took to be ready, in ms. */
    async start(role = 'all') {
      const began = performance.now();
      child = spawn(process.execPath, ['--max-semi-space-size=32', join(root, 'dist/apps/api/main.js')], {
        env: {
          ...process.env,
          NODE_ENV: 'production',
          PORT: String(port),
          DATABASE_URL: databaseUrl,
          BATON_DATA: folder,
          WEB_DIR: join(root, 'dist/apps/web'),
          LOG_LEVEL: 'error',
          BATON_ROLE: role,
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await new Promise((ready, failed) => {
        child.stdout.on('data', (text) => String(text).includes('Baton is ready') && ready());
        child.once('exit', (code) => failed(new Error(`the server ended with ${code}`)));
      });
      return performance.now() - began;
    },
    async stop() {
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await gone;
    },
    /** CPU that the server has used, user and system, in ms. */
    cpu() {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
      return (Number(fields[11]) + Number(fields[12])) * 10;
    },
    /** Memory of the server in MiB. */
    rss: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) / 1024,
    async sql(text, params) {
      const client = new pg.Client(databaseUrl);
      await client.connect();
      return (await client.query(text, params).finally(() => client.end())).rows;
    },
    async close() {
      await scene.stop().catch(() => undefined);
      await stopPostgres({ name: 'bench' });
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return scene;
}

/** The statements that the server sends while `work` runs, with their parameters, from the database's own log. */
export async function statementsOf(scene, work) {
  const from = statSync(scene.log).size;
  await work();
  await new Promise((r) => setTimeout(r, 150));
  const text = readFileSync(scene.log).subarray(from).toString();
  const entries = text.split(/^(?=\d{4}-\d\d-\d\d [\d:.]+ \S+ \[\d+\] )/m);
  const statements = [];
  for (const entry of entries) {
    const execute = /LOG: {2}(?:execute [^:]+|statement): ([\s\S]*)/.exec(entry);
    if (execute) statements.push({ text: execute[1].trim(), params: [] });
    const detail = /DETAIL: {2}Parameters: ([\s\S]*)/i.exec(entry);
    if (detail && statements.length > 0)
      statements.at(-1).params = [...detail[1].trim().matchAll(/\$\d+ = (NULL|'((?:[^']|'')*)')/g)].map(([, whole, value]) =>
        whole === 'NULL' ? null : value.replaceAll("''", "'"),
      );
  }
  return statements;
}

/** Makes the account, its workspace, and boards of the given sizes by SQL, as the issue describes them. */
export async function seed(scene, sizes) {
  const post = async (query, variables, cookie = '') => {
    const response = await fetch(`${scene.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = await response.json();
    if (errors) throw new Error(JSON.stringify(errors));
    return { value: Object.values(data)[0], cookie: response.headers.getSetCookie()[0]?.split(';')[0] };
  };
  const { value: me, cookie } = await post('mutation($i: SetUpInput!) { setUp(input: $i) { id } }', {
    i: { workspaceName: 'Bench', account: { name: 'Bench', email: 'bench@example.org', password: 'a long password', zone: 'UTC' } },
  });
  const ask = async (query, variables) => (await post(query, variables, cookie)).value;
  const [{ id: workspaceId }] = await ask('{ workspaces { id } }');
  await seedPeople(scene, workspaceId);
  const boards = {};
  for (const size of sizes) boards[size] = await seedBoard(scene, ask, workspaceId, me.id, size);
  await scene.sql('vacuum analyze');
  return { cookie, workspaceId, boards, ask };
}

/** Fifty colleagues in as many calendars: zones around the world, weeks of their own, some on leave. */
async function seedPeople(scene, workspaceId) {
  const zones = Intl.supportedValuesOf('timeZone');
  for (let i = 0; i < 50; i++) {
    const shift = i % 5 === 0 ? ['22:00', '30:00'] : [`0${7 + (i % 3)}:00`, '16:30'];
    const week = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((d) => [d, d <= 5 - (i % 2) ? [shift] : []]));
    const leave =
      i % 4 === 0
        ? [
            {
              id: 'l',
              fromDay: '2026-12-20',
              fromTime: null,
              toDay: '2027-01-03',
              toTime: null,
              delegateId: null,
              note: '',
              returnBuffer: 2,
            },
          ]
        : [];
    const zone = zones[(i * 8) % zones.length];
    const calendar = { zones: [{ from: '1970-01-01', zone }], week, overrides: [], holidays: [], leave, focus: [] };
    await scene.sql(
      `with p as (insert into person (name, zone, calendar, calendar_confirmed_at, created_at) values ($1, $2, $3, now(), now()) returning id)
       insert into membership (workspace_id, person_id, role, joined_at) select $4, id, 'member', now() from p`,
      [`Person ${i}`, zone, JSON.stringify(calendar), workspaceId],
    );
  }
}

async function seedBoard(scene, ask, workspaceId, personId, size) {
  const key = `B${size}`;
  const { id } = await ask('mutation($i: CreateBoardInput!) { createBoard(input: $i) { id } }', {
    i: { commandId: randomUUID(), workspaceId, name: `Board of ${size}`, key },
  });
  await scene.sql('delete from board_column where board_id = $1', [id]);
  await scene.sql(
    `insert into board_column (id, workspace_id, board_id, name, class, rank)
     select gen_random_uuid(), $1, $2, 'Column ' || n, case when n < 4 then 'queued' else 'active' end, 'a' || n from generate_series(0, 7) n`,
    [workspaceId, id],
  );
  await scene.sql(
    `insert into label (id, workspace_id, board_id, name, color, rank)
     select gen_random_uuid(), $1, $2, 'Label ' || n, (array['clay','amber','moss','teal','sky','plum'])[1 + n % 6], 'a' || n from generate_series(0, 9) n`,
    [workspaceId, id],
  );
  const words =
    'harbour garden bridge letter window market river stone paper north kettle candle meadow engine lantern copper orchard signal timber valley'.split(
      ' ',
    );
  await scene.sql(
    `with cols as (select array_agg(id order by rank) ids from board_column where board_id = $2),
          folk as (select array_agg(person_id order by person_id) ids from membership where workspace_id = $1),
          labs as (select array_agg(id order by rank) ids from label where board_id = $2)
     insert into task (id, workspace_id, board_id, number, column_id, rank, title, description, owner_id, label_ids, due_on, due_zone, due_at, checklist_total, comment_count, created_by_id, created_at)
     select gen_random_uuid(), $1, $2, n, cols.ids[1 + n % 8], 'b' || lpad(n::text, 5, '0') || '1',
       initcap($5::text[][1 + n % 20]) || ' ' || ($5::text[])[1 + (n * 7) % 20] || ' ' || ($5::text[])[1 + (n * 13) % 20] || ' ' || n,
       repeat('Words of a description that is long. ', 5) || 'and it ends here now', folk.ids[1 + n % 50], array[labs.ids[1 + n % 10], labs.ids[1 + (n + 3) % 10]],
       date '2026-12-01' + n % 60, 'UTC', (date '2026-12-02' + n % 60)::timestamp at time zone 'UTC', case when n % 3 = 0 then 3 else 0 end, 2, $3, now()
     from generate_series(1, $4::int) n, cols, labs, folk`.replace('$5::text[][1 + n % 20]', '($5::text[])[1 + n % 20]'),
    [workspaceId, id, personId, size, words],
  );
  await scene.sql(
    `insert into comment (workspace_id, task_id, author_id, author_name, text, created_at) select t.workspace_id, t.id, $2, 'Bench', 'A comment on this task', now() from task t, generate_series(1, 2) where t.board_id = $1`,
    [id, personId],
  );
  await scene.sql(
    `with lists as (insert into checklist (id, workspace_id, task_id, name, rank) select gen_random_uuid(), workspace_id, id, 'Steps', 'a0' from task where board_id = $1 and number % 3 = 0 returning *)
     insert into checklist_item (id, workspace_id, task_id, checklist_id, title, rank) select gen_random_uuid(), workspace_id, task_id, id, 'A step', 'a' || n from lists, generate_series(0, 2) n`,
    [id],
  );
  await scene.sql('update board set next_number = $2 where id = $1', [id, size + 1]);
  const tasks = await scene.sql('select id, column_id from task where board_id = $1 order by number', [id]);
  const columns = (await scene.sql('select id from board_column where board_id = $1 order by rank', [id])).map((row) => row.id);
  return { id, key, size, tasks, columns };
}
