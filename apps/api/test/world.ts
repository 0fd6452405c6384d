import { Client } from 'pg';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BoardEvent, BoardSnapshot, Card, RefusalCode, WorkspaceRole } from '@baton/domain';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { AccountService } from '../src/account/account.service';
import { SessionService } from '../src/account/session.service';
import { createApp } from '../src/app';
import { Clock } from '../src/platform/clock';
import { Settings, settingsSchema } from '../src/platform/config/settings';
import { WorkspaceService } from '../src/workspace/workspace.service';
import { createTestDatabase } from './database';

/** A clock that the test sets; it stands still. */
export class TestClock extends Clock {
  private at = new Date('2026-11-24T09:00:00Z');
  override now() {
    return new Date(this.at);
  }
  set(iso: string) {
    this.at = new Date(iso);
  }
  passMinutes(minutes: number) {
    this.at = new Date(this.at.getTime() + minutes * 60_000);
  }
}

/** What a refused request throws: the code that the client would see. */
export class Refused extends Error {
  constructor(
    readonly code: RefusalCode | string,
    readonly details: Record<string, unknown>,
  ) {
    super(`${code} ${JSON.stringify(details)}`);
  }
}

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions: { code: string; details?: Record<string, unknown> } }[];
}

/** Somebody with a cookie, who talks to the API over HTTP as a browser would. */
export class Somebody {
  constructor(
    readonly url: string,
    readonly id: string,
    public cookie: string,
  ) {}

  /** The raw answer of one operation. */
  async post(query: string, variables: Record<string, unknown> = {}): Promise<Answer & { status: number }> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(this.cookie && { cookie: this.cookie }) },
      body: JSON.stringify({ query, variables }),
    });
    const set = response.headers.getSetCookie()[0];
    if (set) this.cookie = set.split(';')[0] ?? '';
    return { ...((await response.json()) as Answer), status: response.status };
  }

  /** The one root field's value; throws Refused. */
  async ask<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors } = await this.post(query, variables);
    const error = errors?.[0];
    if (error) throw new Refused(error.extensions.code, error.extensions.details ?? {});
    return Object.values(data ?? {})[0] as T;
  }

  /** Sends a file as the body of a request; throws Refused. */
  async send(path: string, name: string, content: string | Buffer, headers: Record<string, string> = {}): Promise<Record<string, string>> {
    const response = await fetch(`${this.url}${path}`, {
      method: 'POST',
      headers: { 'x-baton-request': '1', 'x-file-name': encodeURIComponent(name), cookie: this.cookie, ...headers },
      body: new Uint8Array(Buffer.from(content)),
    });
    const answer = (await response.json()) as Record<string, string> & { code?: string; details?: Record<string, unknown> };
    if (!response.ok) throw new Refused(answer.code ?? String(response.status), answer.details ?? {});
    return answer;
  }

  /** Fetches a path as a browser would. */
  fetch(path: string, headers: Record<string, string> = {}) {
    return fetch(`${this.url}${path}`, { headers: { cookie: this.cookie, ...headers }, redirect: 'manual' });
  }

  /** Runs a command that takes `input` and answers the recorded event; a command id is made unless given. */
  command(name: string, inputType: string, input: Record<string, unknown>): Promise<BoardEvent> {
    return this.ask(`mutation($input: ${inputType}!) { ${name}(input: $input) { boardId seq at actorId kind commandId changes resync } }`, {
      input: { commandId: randomUUID(), ...input },
    });
  }
}

/** A running API of one's own, on a database of one's own. */
export async function aServer(env: Record<string, string> = {}) {
  const database = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'baton-test-'));
  const settings = new Settings(
    settingsSchema.parse({
      DATABASE_URL: database.url,
      BATON_DATA: folder,
      BATON_ROLE: 'api',
      PORT: 0,
      LOG_LEVEL: 'silent',
      DATABASE_POOL: '6',
      ...env,
    }),
  );
  const clock = new TestClock();
  const app: NestExpressApplication = await createApp(settings, clock);
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${((app.getHttpServer() as Server).address() as AddressInfo).port}`;
  const db = app.get(DataSource);

  return {
    app,
    db,
    clock,
    url,
    settings,
    nobody: () => new Somebody(url, '', ''),
    /** A person with an account, signed in, in no workspace yet. */
    async person(name: string, zone = 'Europe/Berlin'): Promise<Somebody> {
      const { id, token } = await db.transaction(async (tx) => {
        const person = await app.get(AccountService).create(tx, {
          name,
          email: `${name.toLowerCase()}.${randomUUID().slice(0, 8)}@example.org`,
          password: 'a long password',
          zone,
        });
        const token = await app.get(SessionService).start(tx, person.id);
        // Scenes last for years; signing in again is no part of them.
        await tx.query(`update session set expires_at = '2100-01-01' where person_id = $1`, [person.id]);
        return { id: person.id, token };
      });
      return new Somebody(url, id, `baton=${token}`);
    },
    async workspace(owner: Somebody, name = 'Team'): Promise<string> {
      return (await db.transaction((tx) => app.get(WorkspaceService).create(tx, owner.id, name))).id;
    },
    async join(workspaceId: string, somebody: Somebody, role: WorkspaceRole) {
      await db.transaction((tx) => app.get(WorkspaceService).join(tx, workspaceId, somebody.id, role));
    },
    async close() {
      await app.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type TestServer = Awaited<ReturnType<typeof aServer>>;

/** A board with columns and tasks (all in the first column unless said), its owner, a member, a viewer and an outsider. */
export async function aBoard(server: TestServer, scene: { columns?: string[]; tasks?: string[] } = {}) {
  const [alice, bob, viewer, outsider] = await Promise.all(['Alice', 'Bob', 'Vera', 'Otto'].map((name) => server.person(name)));
  if (!alice || !bob || !viewer || !outsider) throw new Error('people are missing');
  const workspaceId = await server.workspace(alice);
  await server.join(workspaceId, bob, 'member');
  await server.join(workspaceId, viewer, 'viewer');
  await server.workspace(outsider, 'Elsewhere');

  const board = await alice.ask<{ id: string; key: string }>(
    'mutation($input: CreateBoardInput!) { createBoard(input: $input) { id key } }',
    {
      input: { commandId: randomUUID(), workspaceId, name: 'Website' },
    },
  );
  const snapshot = (who: Somebody = alice) =>
    who.ask<BoardSnapshot>('query($w: ID!, $k: String!) { boardSnapshot(workspaceId: $w, key: $k) }', { w: workspaceId, k: board.key });
  const wanted = scene.columns ?? ['To do', 'Doing', 'Done'];
  for (const name of wanted.slice(3))
    await alice.command('createColumn', 'CreateColumnInput', { boardId: board.id, id: randomUUID(), name, class: 'active' });
  const columns = new Map((await snapshot()).columns.map((column) => [column.name, column.id]));
  const column = (name: string) => columns.get(name) ?? name;
  if (scene.tasks?.length)
    await alice.command('createTasks', 'CreateTasksInput', {
      columnId: column(wanted[0] ?? ''),
      tasks: scene.tasks.map((title) => ({ id: randomUUID(), title })),
    });

  const cards = async () => (await snapshot()).cards;
  const known = new Map((await cards()).map((card) => [card.title, card.id]));
  return {
    ...board,
    workspaceId,
    alice,
    bob,
    viewer,
    outsider,
    snapshot,
    column,
    /** The id of a task that the scene began with, by title. */
    task: (title: string) => known.get(title) ?? title,
    card: async (title: string): Promise<Card | undefined> => (await cards()).find((card) => card.title === title),
    titlesIn: async (name: string) =>
      (await cards())
        .filter((c) => c.columnId === column(name))
        .sort((a, b) => (a.rank < b.rank ? -1 : 1))
        .map((c) => c.title),
    move: (who: Somebody, titles: string[], to: string, after: string | null = null) =>
      who.command('moveTasks', 'MoveTasksInput', {
        taskIds: titles.map((t) => known.get(t) ?? t),
        columnId: column(to),
        afterTaskId: after && (known.get(after) ?? after),
      }),
    events: (who: Somebody = alice, afterSeq = 0) =>
      who.ask<BoardEvent[]>(
        'query($b: ID!, $s: Int!) { boardEvents(boardId: $b, afterSeq: $s) { boardId seq at actorId kind commandId changes resync } }',
        { b: board.id, s: afterSeq },
      ),
  };
}
export type TestBoard = Awaited<ReturnType<typeof aBoard>>;

/** How many statements the server sends to the database for this; jobs of other tests do not run beside it. */
export async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const query = jest.spyOn(Client.prototype, 'query');
  try {
    await work();
    return query.mock.calls.length;
  } finally {
    query.mockRestore();
  }
}
