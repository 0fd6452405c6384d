import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContext, type Page, test as base, expect } from '@playwright/test';
import pg from 'pg';
import { startPostgres } from '../../tools/pg/pg.mjs';

const root = resolve(import.meta.dirname, '../..');
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const freePort = () =>
  new Promise<number>((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });

/** The built server, as npm start runs it, on a database of its own; it can be killed and started again. */
export class Server {
  private child: ChildProcess | null = null;
  private constructor(
    readonly url: string,
    readonly databaseUrl: string,
    private readonly folder: string,
    private readonly drop: () => Promise<void>,
    private readonly settings: Record<string, string>,
  ) {}

  /** A fresh server, with settings beside the usual ones. */
  static async make(settings: Record<string, string> = {}): Promise<Server> {
    const cluster = await startPostgres({ name: 'test', durable: false, port: 54340 });
    const name = `e2e_${randomBytes(5).toString('hex')}`;
    const admin = async (sql: string) => {
      const client = new pg.Client(cluster.url());
      await client.connect();
      await client.query(sql).finally(() => client.end());
    };
    await admin(`create database ${name}`);
    const drop = () => admin(`drop database if exists ${name} with (force)`);
    const folder = mkdtempSync(join(tmpdir(), 'baton-e2e-'));
    const server = new Server(`http://localhost:${await freePort()}`, cluster.url(name), folder, drop, settings);
    await server.start();
    return server;
  }

  async start() {
    const env = {
      ...process.env,
      NODE_ENV: 'production',
      PORT: new URL(this.url).port,
      DATABASE_URL: this.databaseUrl,
      BATON_DATA: this.folder,
      WEB_DIR: join(root, 'dist/apps/web'),
      LOG_LEVEL: 'error',
      ALLOW_UNSAFE_DURABILITY: 'true',
      ...this.settings,
    };
    const clock = join(root, 'tools/e2e/clock.mjs');
    const child = spawn(process.execPath, ['--import', clock, join(root, 'dist/apps/api/main.js')], {
      env,
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    this.child = child;
    await new Promise<void>((ready, failed) => {
      child.stdout?.on('data', (chunk: Buffer) => String(chunk).includes('Baton is ready') && ready());
      child.once('exit', (code) => failed(new Error(`the server ended with ${code}`)));
    });
  }

  /** Sets the server's clock; it goes on from there. Journeys that share a server share its clock, so whoever sets it has a server of their own. */
  async setClock(iso: string) {
    await new Promise<void>((done) => {
      const child = this.child;
      const heard = (message: unknown) => {
        if ((message as { clockIs?: string }).clockIs !== iso) return;
        child?.off('message', heard);
        done();
      };
      child?.on('message', heard);
      child?.send({ setClock: iso });
    });
  }

  /** kill -9: no chance to finish anything. */
  async kill() {
    const child = this.child;
    this.child = null;
    if (!child || child.exitCode !== null) return;
    await new Promise((gone) => child.once('exit', gone).kill('SIGKILL'));
  }

  async query<T extends pg.QueryResultRow>(sql: string, params: unknown[] = []): Promise<T[]> {
    const client = new pg.Client(this.databaseUrl);
    await client.connect();
    return (await client.query<T>(sql, params).finally(() => client.end())).rows;
  }

  async close() {
    await this.kill();
    await this.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Somebody with an account who talks to the API without a browser, to set scenes quickly. */
export interface Actor {
  id: string;
  name: string;
  email: string;
  password: string;
  cookie: string;
  ask<T>(query: string, variables?: Record<string, unknown>): Promise<T>;
  /** Sends a file as the body of a request; answers what the server says of it. */
  send(path: string, name: string, content: Buffer): Promise<{ id: string }>;
}

async function ask<T>(
  url: string,
  cookie: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<{ value: T; cookie: string }> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Record<string, T>; errors?: unknown };
  if (errors || !data) throw new Error(JSON.stringify(errors));
  return { value: Object.values(data)[0] as T, cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie };
}

function actorOf(server: Server, account: { name: string; email: string; password: string }, id: string, cookie: string): Actor {
  return {
    ...account,
    id,
    cookie,
    ask: async (query, variables) => (await ask(server.url, cookie, query, variables)).value as never,
    send: async (path, name, content) => {
      const headers = { cookie, 'x-baton-request': '1', 'x-file-name': encodeURIComponent(name) };
      const response = await fetch(`${server.url}${path}`, { method: 'POST', headers, body: new Uint8Array(content) });
      if (!response.ok) throw new Error(await response.text());
      return (await response.json()) as { id: string };
    },
  };
}

/** Says that the assumed hours are right, as most people do on their first day. */
const confirmHours = 'mutation($i: EditCalendarInput!) { editCalendar(input: $i) { id } }';

/** A workspace on a server: its owner, and how to add people, boards and pages. */
export class World {
  private readonly contexts: BrowserContext[] = [];
  readonly problems: string[] = [];
  constructor(
    readonly server: Server,
    readonly owner: Actor,
    readonly workspaceId: string,
    private readonly browser: Browser,
  ) {}

  /** Another person with an account, who joined by an invitation. */
  async member(name: string, role = 'member', zone = 'Asia/Kolkata'): Promise<Actor> {
    const { token } = await this.owner.ask<{ token: string }>(
      'mutation($i: CreateInvitationInput!) { createInvitation(input: $i) { token } }',
      { i: { workspaceId: this.workspaceId, role } },
    );
    const account = { name, email: `${name.toLowerCase()}.${randomUUID().slice(0, 8)}@example.org`, password: 'a long password' };
    const joined = await ask<{ id: string }>(
      this.server.url,
      '',
      'mutation($t: String!, $a: AccountInput) { acceptInvitation(token: $t, account: $a) { id } }',
      { t: token, a: { ...account, zone } },
    );
    const actor = actorOf(this.server, account, joined.value.id, joined.cookie);
    await actor.ask(confirmHours, { i: { commandId: randomUUID(), focus: [] } });
    return actor;
  }

  /** A board with To do, Doing and Done, and these tasks in the first column. */
  async board(name: string, tasks: string[] = []): Promise<{ id: string; key: string; columns: Record<string, string> }> {
    const board = await this.owner.ask<{ id: string; key: string }>(
      'mutation($i: CreateBoardInput!) { createBoard(input: $i) { id key } }',
      { i: { commandId: randomUUID(), workspaceId: this.workspaceId, name } },
    );
    const { columns } = await this.snapshot(board.key);
    const ids = Object.fromEntries(columns.map((column) => [column.name, column.id]));
    if (tasks.length > 0)
      await this.owner.ask('mutation($i: CreateTasksInput!) { createTasks(input: $i) { seq } }', {
        i: { commandId: randomUUID(), columnId: ids['To do'], tasks: tasks.map((title) => ({ id: randomUUID(), title })) },
      });
    return { ...board, columns: ids };
  }

  snapshot(key: string) {
    return this.owner.ask<{
      id: string;
      columns: { id: string; name: string }[];
      cards: {
        id: string;
        title: string;
        columnId: string;
        rank: string;
        ownerId: string | null;
        dueOn: string | null;
        number: number;
        attachmentCount: number;
      }[];
    }>('query($w: ID!, $k: String!) { boardSnapshot(workspaceId: $w, key: $k) }', { w: this.workspaceId, k: key });
  }

  /** What a column holds in the database, in order. */
  async titlesIn(key: string, columnName: string): Promise<string[]> {
    const { columns, cards } = await this.snapshot(key);
    const column = columns.find((c) => c.name === columnName);
    return cards
      .filter((c) => c.columnId === column?.id)
      .sort((a, b) => (a.rank < b.rank ? -1 : 1))
      .map((c) => c.title);
  }

  /** A browser of their own for somebody, signed in. Errors on its pages fail the test. */
  async pageFor(
    actor: Actor | null,
    options: { width?: number; height?: number; colorScheme?: 'light' | 'dark'; timezoneId?: string; hasTouch?: boolean } = {},
  ): Promise<Page> {
    const { width = 1280, height = 800, ...rest } = options;
    const context = await this.browser.newContext({
      viewport: { width, height },
      baseURL: this.server.url,
      reducedMotion: 'reduce',
      locale: 'en-GB',
      ...rest,
    });
    this.contexts.push(context);
    if (actor) {
      const [name = '', value = ''] = actor.cookie.split('=');
      await context.addCookies([{ name, value, url: this.server.url, httpOnly: true, sameSite: 'Lax' }]);
    }
    const page = await context.newPage();
    page.on('pageerror', (error) => this.problems.push(`${page.url()}: ${error.message}`));
    return page;
  }

  /** It is this time now, for the server and for every page of these; pages stand still until they are told again. */
  async setClock(iso: string, ...pages: Page[]) {
    await this.server.setClock(iso);
    for (const page of pages) await page.clock.setFixedTime(new Date(iso));
  }

  async close() {
    await Promise.all(this.contexts.map((context) => context.close()));
  }
}

/** Another workspace on a server that is set up, with an owner of its own, so that no journey meets the people of another. */
async function anotherWorld(first: World, browser: Browser): Promise<World> {
  const owner = await first.member('Ana', 'member', 'Europe/Lisbon');
  const [workspace] = await first.server.query<{ id: string }>(
    `with made as (insert into workspace (name, created_at) values ('Riverside', now()) returning id),
     moved as (update membership m set workspace_id = made.id, role = 'owner' from made where m.person_id = $1 returning m.workspace_id)
     select workspace_id as id from moved`,
    [owner.id],
  );
  return new World(first.server, owner, workspace?.id ?? '', browser);
}

/** Makes the first account and the first workspace of a fresh server. */
export async function makeWorld(server: Server, browser: Browser): Promise<World> {
  const account = { name: 'Ana', email: `ana.${randomUUID().slice(0, 8)}@example.org`, password: 'a long password' };
  const made = await ask<{ id: string }>(server.url, '', 'mutation($i: SetUpInput!) { setUp(input: $i) { id } }', {
    i: { workspaceName: 'Riverside', account: { ...account, zone: 'Europe/Lisbon' } },
  });
  const owner = actorOf(server, account, made.value.id, made.cookie);
  await owner.ask(confirmHours, { i: { commandId: randomUUID(), focus: [] } });
  const [workspace] = await owner.ask<{ id: string }[]>('{ workspaces { id } }');
  return new World(server, owner, workspace?.id ?? '', browser);
}

/** A server of one's own, before anybody set it up. */
export const freshTest = base.extend<{ server: Server }>({
  server: async ({ browserName: _ }, use) => {
    const server = await Server.make();
    await use(server);
    await server.close();
  },
});

/** A workspace of one's own on a server that this worker's tests share. */
export const test = base.extend<{ world: World }, { shared: { server: Server; world: World | null } }>({
  shared: [
    async ({ playwright: _ }, use) => {
      const shared = { server: await Server.make(), world: null };
      await use(shared);
      await shared.server.close();
    },
    { scope: 'worker' },
  ],
  world: async ({ shared, browser }, use) => {
    shared.world ??= await makeWorld(shared.server, browser);
    const world = await anotherWorld(shared.world, browser);
    await use(world);
    await world.close();
    expect(world.problems).toEqual([]);
  },
});

/** A workspace on a server of its own, whose clock the journey sets: see `World.setClock`. It begins on a Monday morning. */
export const clockTest = base.extend<{ world: World }>({
  world: async ({ browser }, use) => {
    const server = await Server.make();
    await server.setClock('2026-11-23T09:00:00Z');
    const world = await makeWorld(server, browser);
    await use(world);
    await world.close();
    await server.close();
    expect(world.problems).toEqual([]);
  },
});

/** The page has drawn what it was told so far: people let go of what they see, not of what is still on its way. */
export const drawn = (page: Page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Refuses serious and critical faults that axe finds on the page as it stands. */
export async function expectNoSeriousFaults(page: Page) {
  await page.evaluate(axeSource);
  const faults = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(context: Document, options: object): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`);
  });
  expect(faults).toEqual([]);
}

export { expect };
export { picture } from '../api/test/pictures';
