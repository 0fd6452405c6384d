import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { BoardEvent } from '@baton/domain';
import { type Somebody, type TestServer, aBoard, aServer } from '../../../test/world';

let server: TestServer;
beforeAll(async () => void (server = await aServer()));
afterAll(() => server.close());

/** A browser's socket for this person. */
function socketOf(who: Somebody, origin = server.url) {
  class WithCookie extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, protocols, { headers: { cookie: who.cookie, origin } });
    }
  }
  return createClient({ url: `${server.url.replace('http', 'ws')}/graphql`, webSocketImpl: WithCookie, retryAttempts: 0 });
}

/** Collects what a subscription brings; `ended` resolves when the server completes or refuses it. */
function listen(who: Somebody, boardId: string, query = 'subscription($b: ID!) { boardEvent(boardId: $b) { seq kind actorId } }') {
  const got: BoardEvent[] = [];
  const client = socketOf(who);
  let errors: unknown = null;
  const ended = new Promise<void>((resolve) =>
    client.subscribe(
      { query, variables: { b: boardId } },
      {
        next: ({ data, errors: refused }) => (refused ? (errors = refused) : got.push((data as { boardEvent: BoardEvent }).boardEvent)),
        error: (e) => ((errors = e), resolve()),
        complete: resolve,
      },
    ),
  );
  return { got, ended, errors: () => JSON.stringify(errors), close: () => client.dispose() };
}

const until = async (holds: () => boolean) => {
  for (let i = 0; i < 300 && !holds(); i++) await new Promise((r) => setTimeout(r, 10));
  expect(holds()).toBe(true);
};

it('brings every event in order, the last one first', async () => {
  const board = await aBoard(server, { tasks: ['a', 'b'] });
  const { seq } = await board.snapshot();
  const bob = listen(board.bob, board.id);
  await until(() => bob.got.length === 1);
  await Promise.all([
    board.move(board.alice, ['a'], 'Done'),
    board.move(board.alice, ['b'], 'Doing'),
    board.move(board.alice, ['a'], 'Doing'),
  ]);
  await until(() => bob.got.length === 4);
  expect(bob.got.map((e) => e.seq)).toEqual([seq, seq + 1, seq + 2, seq + 3]);
  await bob.close();
});

it('ends when the reader is removed, and brings nothing that was committed after', async () => {
  const board = await aBoard(server, { tasks: ['a'] });
  const bob = listen(board.bob, board.id);
  await until(() => bob.got.length === 1);
  await board.alice.ask('mutation($w: ID!, $p: ID!) { removeMember(workspaceId: $w, personId: $p) }', {
    w: board.workspaceId,
    p: board.bob.id,
  });
  await Promise.all([1, 2, 3].map((i) => board.move(board.alice, ['a'], ['Doing', 'Done'][i % 2] ?? 'Done')));
  await bob.ended;
  expect(bob.got).toHaveLength(1);
});

it('is refused to an outsider and to a page of another origin', async () => {
  const board = await aBoard(server);
  const outsider = listen(board.outsider, board.id);
  await outsider.ended;
  expect(outsider.got).toEqual([]);
  expect(outsider.errors()).toContain('NOT_FOUND');

  const evil = socketOf(board.alice, 'https://evil.example');
  await expect(
    new Promise((resolve, reject) =>
      evil.subscribe(
        { query: 'subscription { boardEvent(boardId: "x") { seq } }' },
        { next: resolve, error: reject, complete: () => resolve(null) },
      ),
    ),
  ).rejects.toBeTruthy();
});

it('closes the socket when its session ends everywhere', async () => {
  const board = await aBoard(server);
  const bob = listen(board.bob, board.id);
  await until(() => bob.got.length === 1);
  await board.bob.ask('mutation { signOutEverywhere }');
  await bob.ended;
});

it('takes subscriptions only, and refuses what is too complex as HTTP does', async () => {
  const board = await aBoard(server);
  const query = listen(board.alice, board.id, 'query($b: ID!) { boardEvents(boardId: $b, afterSeq: 0) { seq } }');
  await query.ended;
  expect(query.errors()).toContain('Only subscriptions');
  const aliases = Array.from({ length: 12 }, (_, i) => `a${i}: seq`).join(' ');
  const wide = listen(board.alice, board.id, `subscription($b: ID!) { boardEvent(boardId: $b) { ${aliases} } }`);
  await wide.ended;
  expect(wide.errors()).toContain('aliases');
});
