import { randomUUID } from 'node:crypto';
import type { Conversation } from '@baton/domain';
import { picture } from '../../test/pictures';
import { type Somebody, type TestServer, aBoard, aServer } from '../../test/world';

let server: TestServer;
beforeAll(async () => void (server = await aServer()));
afterAll(() => server.close());

const list = (who: Somebody, workspaceId: string) =>
  who.ask<{ id: string; name: string; url: string; byName: string }[]>('query($w: ID!) { emoji(workspaceId: $w) { id name url byName } }', {
    w: workspaceId,
  });
const remove = (who: Somebody, id: string) => who.ask('mutation($e: ID!) { removeEmoji(emojiId: $e) }', { e: id });

it('takes PNG, GIF and WebP pictures under a free name and gives them to everybody in the workspace', async () => {
  const b = await aBoard(server);
  for (const kind of ['png', 'gif', 'webp'] as const) await b.bob.send(`/emoji/${b.workspaceId}`, `own-${kind}`, picture(kind));
  const all = await list(b.viewer, b.workspaceId);
  expect(all.map(({ name, byName }) => [name, byName])).toEqual([
    ['own-gif', 'Bob'],
    ['own-png', 'Bob'],
    ['own-webp', 'Bob'],
  ]);
  const response = await b.viewer.fetch(all[1]?.url ?? '');
  expect([response.status, response.headers.get('content-type'), response.headers.get('x-content-type-options')]).toEqual([
    200,
    'image/png',
    'nosniff',
  ]);
  expect((await b.outsider.fetch(all[1]?.url ?? '')).status).toBe(404);
  expect((await server.nobody().fetch(all[1]?.url ?? '')).status).toBe(401);
});

it.each([
  ['an SVG', 'wave', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'PNG, GIF or WebP'],
  ['HTML that is called a picture', 'wave', '<script>alert(1)</script>', 'PNG, GIF or WebP'],
  ['a JPEG', 'wave', picture('jpeg'), 'PNG, GIF or WebP'],
  ['a picture of 129 KB', 'wave', Buffer.concat([picture('png'), Buffer.alloc(129 * 1024)]), '128 KB'],
  ['a picture of 2,000 pixels', 'wave', picture('png', 2000, 2), '1024 pixels'],
  ['a name with a bracket', '<b>', picture('png'), 'small letters'],
  ['a name with capitals', 'Wave', picture('png'), 'small letters'],
  ['a name of one letter', 'w', picture('png'), 'small letters'],
])('refuses %s', async (_what, name, content, reason) => {
  const b = await aBoard(server);
  await expect(b.alice.send(`/emoji/${b.workspaceId}`, name, content)).rejects.toMatchObject({
    code: 'BAD_INPUT',
    details: { reason: expect.stringContaining(reason) as string },
  });
  expect(await list(b.alice, b.workspaceId)).toEqual([]);
});

it('gives a name once, also to two who ask at the same moment', async () => {
  const b = await aBoard(server);
  const tries = await Promise.allSettled([
    b.alice.send(`/emoji/${b.workspaceId}`, 'wave', picture('png', 9, 9)),
    b.bob.send(`/emoji/${b.workspaceId}`, 'wave', picture('png', 8, 8)),
  ]);
  expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(tries.find((one) => one.status === 'rejected')?.reason).toMatchObject({ details: { field: 'name' } });
});

it('lets viewers and outsiders add none, and only admins and its author take one away', async () => {
  const b = await aBoard(server);
  await expect(b.viewer.send(`/emoji/${b.workspaceId}`, 'wave', picture('png'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(b.outsider.send(`/emoji/${b.workspaceId}`, 'wave', picture('png'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const [mine, theirs] = [
    await b.bob.send(`/emoji/${b.workspaceId}`, 'mine', picture('png')),
    await b.alice.send(`/emoji/${b.workspaceId}`, 'theirs', picture('png')),
  ];
  await expect(remove(b.bob, theirs['id'] ?? '')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await remove(b.bob, mine['id'] ?? '');
  await remove(b.alice, theirs['id'] ?? '');
  expect(await list(b.alice, b.workspaceId)).toEqual([]);
});

it('is a reaction as long as it is there, and can be taken back when it is not', async () => {
  const b = await aBoard(server, { tasks: ['write'] });
  const wave = await b.alice.send(`/emoji/${b.workspaceId}`, 'wave', picture('png'));
  const commentId = randomUUID();
  await b.alice.command('postComment', 'PostCommentInput', { id: commentId, taskId: b.task('write'), kind: 'note', text: 'Hello :wave:' });
  const react = (emoji: string, on = true) => b.bob.command('react', 'ReactInput', { commentId, emoji, on });
  await react(':wave:');
  await react('👩🏽‍🚀');
  for (const no of [':nothing:', 'hello', '<img src=x onerror=alert(1)>', '', ':wave', '👍👍'])
    await expect(react(no)).rejects.toMatchObject({ code: 'BAD_INPUT' });
  await remove(b.alice, wave['id'] ?? '');
  await expect(react(':wave:')).rejects.toMatchObject({ code: 'BAD_INPUT' });
  const reactions = async () =>
    (await b.alice.ask<Conversation>('query($t: ID!) { conversation(taskId: $t) }', { t: b.task('write') })).comments[0]?.reactions;
  expect(Object.keys((await reactions()) ?? {})).toEqual([':wave:', '👩🏽‍🚀']);
  await react(':wave:', false);
  expect(Object.keys((await reactions()) ?? {})).toEqual(['👩🏽‍🚀']);
});
