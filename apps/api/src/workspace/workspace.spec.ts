import { randomUUID } from 'node:crypto';
import { type TestServer, aBoard, aServer } from '../../test/world';

let server: TestServer;
beforeAll(async () => void (server = await aServer()));
afterAll(() => server.close());

const invite = 'mutation($i: CreateInvitationInput!) { createInvitation(input: $i) { token invitation { id } } }';
const accept = 'mutation($t: String!, $a: AccountInput) { acceptInvitation(token: $t, account: $a) { id name } }';
const account = (name: string) => ({
  name,
  email: `${name}.${randomUUID().slice(0, 8)}@example.org`,
  password: 'a long password',
  zone: 'Asia/Tokyo',
});
type Made = { token: string; invitation: { id: string } };

it('lets one person in by a link, once', async () => {
  const board = await aBoard(server);
  const { token } = await board.alice.ask<Made>(invite, { i: { workspaceId: board.workspaceId, role: 'member' } });
  const joined = server.nobody();
  await joined.ask(accept, { t: token, a: account('Mia') });
  expect((await board.snapshot(joined)).myRole).toBe('member');
  await expect(server.nobody().ask(accept, { t: token, a: account('Max') })).rejects.toMatchObject({ code: 'INVITATION_INVALID' });
  expect(JSON.stringify(await server.db.query('select * from invitation'))).not.toContain(token);
});

it('lets nobody in by a link that expired, was taken back, or whose maker was removed', async () => {
  const board = await aBoard(server);
  const make = (who = board.alice) => who.ask<Made>(invite, { i: { workspaceId: board.workspaceId, role: 'viewer', expiresInDays: 1 } });
  const revoked = await make();
  await board.alice.ask('mutation($id: ID!) { revokeInvitation(id: $id) }', { id: revoked.invitation.id });
  await board.alice.ask('mutation($w: ID!, $p: ID!) { setMemberRole(workspaceId: $w, personId: $p, role: admin) { role } }', {
    w: board.workspaceId,
    p: board.bob.id,
  });
  const orphaned = await make(board.bob);
  await board.alice.ask('mutation($w: ID!, $p: ID!) { removeMember(workspaceId: $w, personId: $p) }', {
    w: board.workspaceId,
    p: board.bob.id,
  });
  for (const { token } of [revoked, orphaned])
    await expect(server.nobody().ask(accept, { t: token, a: account('Max') })).rejects.toMatchObject({ code: 'INVITATION_INVALID' });
  const late = await make();
  server.clock.passMinutes(24 * 60);
  await expect(server.nobody().ask(accept, { t: late.token, a: account('Max') })).rejects.toMatchObject({ code: 'INVITATION_INVALID' });
});

it('shows a guest one board and no other, with the role that the board gives', async () => {
  const board = await aBoard(server, { tasks: ['write'] });
  await board.alice.ask('mutation($input: CreateBoardInput!) { createBoard(input: $input) { id } }', {
    input: { commandId: randomUUID(), workspaceId: board.workspaceId, name: 'Secret' },
  });
  const { token } = await board.alice.ask<Made>(invite, {
    i: { workspaceId: board.workspaceId, role: 'guest', boardId: board.id, guestRole: 'member' },
  });
  const guest = server.nobody();
  await guest.ask(accept, { t: token, a: account('Gus') });
  expect(await guest.ask('query($w: ID!) { boards(workspaceId: $w) { key myRole } }', { w: board.workspaceId })).toEqual([
    { key: 'WEB', myRole: 'member' },
  ]);
  await board.move(guest, ['write'], 'Done');
  await expect(guest.ask('query($w: ID!) { boardSnapshot(workspaceId: $w, key: "SEC") }', { w: board.workspaceId })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await expect(guest.ask('query($w: ID!) { members(workspaceId: $w) { role } }', { w: board.workspaceId })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
});

it('keeps an owner, and lets nobody raise or remove somebody stronger', async () => {
  const board = await aBoard(server);
  const setRole = 'mutation($w: ID!, $p: ID!, $r: WorkspaceRole!) { setMemberRole(workspaceId: $w, personId: $p, role: $r) { role } }';
  await board.alice.ask(setRole, { w: board.workspaceId, p: board.bob.id, r: 'admin' });
  await expect(board.bob.ask(setRole, { w: board.workspaceId, p: board.bob.id, r: 'owner' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(
    board.bob.ask('mutation($w: ID!, $p: ID!) { removeMember(workspaceId: $w, personId: $p) }', {
      w: board.workspaceId,
      p: board.alice.id,
    }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(board.alice.ask(setRole, { w: board.workspaceId, p: board.alice.id, r: 'member' })).rejects.toMatchObject({
    code: 'BAD_INPUT',
  });
});

it('shows e-mail addresses to admins and to the person themselves only', async () => {
  const board = await aBoard(server);
  const members = 'query($w: ID!) { members(workspaceId: $w) { person { id email } } }';
  const seen = await board.bob.ask<{ person: { id: string; email: string | null } }[]>(members, { w: board.workspaceId });
  expect(seen.filter(({ person }) => person.email).map(({ person }) => person.id)).toEqual([board.bob.id]);
  const all = await board.alice.ask<{ person: { email: string | null } }[]>(members, { w: board.workspaceId });
  expect(all.every(({ person }) => person.email)).toBe(true);
});

it("keeps each person's own order and stars of boards", async () => {
  const board = await aBoard(server);
  server.clock.passMinutes(1);
  const second = await board.alice.ask<{ id: string; key: string }>(
    'mutation($input: CreateBoardInput!) { createBoard(input: $input) { id key } }',
    { input: { commandId: randomUUID(), workspaceId: board.workspaceId, name: 'Second' } },
  );
  const list = (who = board.alice) =>
    who.ask<{ key: string; starred: boolean }[]>('query($w: ID!) { boards(workspaceId: $w) { key starred } }', { w: board.workspaceId });
  await board.alice.ask('mutation($b: ID!) { placeBoard(boardId: $b) { id } }', { b: second.id });
  await board.alice.ask('mutation($b: ID!) { starBoard(boardId: $b, starred: true) { id } }', { b: board.id });
  expect(await list()).toEqual([
    { key: second.key, starred: false },
    { key: board.key, starred: true },
  ]);
  expect(await list(board.bob)).toEqual([
    { key: board.key, starred: false },
    { key: second.key, starred: false },
  ]);
});
