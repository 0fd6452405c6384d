import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileLink, limits } from '@baton/domain';
import { picture } from '../../test/pictures';
import { type Somebody, type TestBoard, type TestServer, aBoard, aServer } from '../../test/world';
import { FileStore } from '../platform/files/file-store';
import { FileService } from './file.service';

let server: TestServer;
beforeAll(async () => void (server = await aServer()));
afterAll(() => server.close());
beforeEach(() => server.clock.set('2026-11-24T09:00:00Z'));

interface Shown {
  id: string;
  name: string;
  kind: string;
  caption: string;
  url: string;
  bytes: number;
  width: number | null;
  pending: boolean;
  commentId: string | null;
}
const attachmentsOf = async (who: Somebody, taskId: string) =>
  (
    await who.ask<{ attachments: Shown[] }>(
      'query($t: ID!) { task(id: $t) { attachments { id name kind caption url bytes width pending commentId } } }',
      { t: taskId },
    )
  ).attachments;
const sent = async (who: Somebody, taskId: string, name = 'map.png', content: string | Buffer = picture('png')) =>
  (await who.send(`/files/${taskId}`, name, content)) as unknown as Shown;
const say = (who: Somebody, taskId: string, text: string, id = randomUUID()) =>
  who.command('postComment', 'PostCommentInput', { id, taskId, kind: 'note', text });
const link = (file: Shown) => fileLink(file);
/** Everything that lies in the file store. */
const onDisk = () => {
  const folder = join(server.settings.BATON_DATA, 'files');
  return existsSync(folder) ? readdirSync(folder).flatMap((name) => readdirSync(join(folder, name))) : [];
};
const board = (tasks = ['write']) => aBoard(server, { tasks });

it('shows a file only to its sender until a comment names it, and then counts it on the card', async () => {
  const b = await board();
  const taskId = b.task('write');
  const file = await sent(b.bob, taskId);
  expect(file).toMatchObject({ kind: 'picture', width: 24, height: 16, pending: true, url: `/files/${file.id}` });
  expect([(await attachmentsOf(b.bob, taskId)).length, (await attachmentsOf(b.alice, taskId)).length]).toEqual([1, 0]);
  expect((await b.alice.fetch(file.url)).status).toBe(404);
  expect((await b.bob.fetch(file.url)).status).toBe(200);
  const commentId = randomUUID();
  await say(b.bob, taskId, `Look:\n\n${link(file)}`, commentId);
  expect(await attachmentsOf(b.alice, taskId)).toMatchObject([{ id: file.id, pending: false, commentId }]);
  expect((await b.card('write'))?.attachmentCount).toBe(1);
  expect((await b.viewer.fetch(file.url)).status).toBe(200);
});

it('does not let anybody show a file that somebody else sent, or that was sent for another task', async () => {
  const b = await board(['write', 'review']);
  const [theirs, elsewhere] = [await sent(b.bob, b.task('write')), await sent(b.alice, b.task('review'))];
  await say(b.alice, b.task('write'), `${link(theirs)} ${link(elsewhere)}`);
  expect((await attachmentsOf(b.viewer, b.task('write'))).length).toBe(0);
  expect((await b.viewer.fetch(theirs.url)).status).toBe(404);
  await expect(b.alice.command('addFiles', 'AddFilesInput', { taskId: b.task('write'), fileIds: [theirs.id] })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

it('hands over pictures in place and everything else only as a download that opens as no page', async () => {
  const b = await board();
  const taskId = b.task('write');
  const contents: [string, string | Buffer, string, string][] = [
    ['a.png', picture('png'), 'image/png', 'inline'],
    ['b.gif', picture('gif'), 'image/gif', 'inline'],
    ['c.webp', picture('webp'), 'image/webp', 'inline'],
    ['d.jpg', picture('jpeg'), 'image/jpeg', 'inline'],
    ['e.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'application/octet-stream', 'attachment'],
    ['f.html', '<script>alert(1)</script>', 'application/octet-stream', 'attachment'],
    ['g.png', '<script>alert(1)</script>', 'application/octet-stream', 'attachment'],
    ['h.pdf', '%PDF-1.7', 'application/octet-stream', 'attachment'],
    ['i.png', picture('png').subarray(0, 20), 'application/octet-stream', 'attachment'],
    ['j.gif', Buffer.from('GIF89a'), 'application/octet-stream', 'attachment'],
    ['k.txt', '', 'application/octet-stream', 'attachment'],
  ];
  for (const [name, content, type, how] of contents) {
    const file = await sent(b.alice, taskId, name, content);
    const response = await b.alice.fetch(file.url);
    const headers = Object.fromEntries(response.headers);
    expect([name, response.status, headers['content-type'], headers['content-disposition']?.split(';')[0]]).toEqual([name, 200, type, how]);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-cache',
    });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.from(content));
    expect((await b.alice.fetch(file.url, { 'if-none-match': headers['etag'] ?? '' })).status).toBe(304);
  }
});

it('shows no picture that would fill the memory of a browser', async () => {
  const b = await board();
  const huge = Buffer.from(picture('png'));
  huge.writeUInt32BE(100_000, 16);
  huge.writeUInt32BE(100_000, 20);
  expect((await sent(b.alice, b.task('write'), 'bomb.png', huge)).kind).toBe('file');
});

it('keeps a name that cannot lead astray, in the list and in the header', async () => {
  const b = await board();
  const file = await sent(b.alice, b.task('write'), '../..\\"<img src=x>\r\nX: y\u202Egnp.exe', 'x');
  expect(file.name).toBe('"<img src=x>X: ygnp.exe');
  const header = (await b.alice.fetch(file.url)).headers.get('content-disposition');
  expect(header).toBe(`attachment; filename="_<img src=x>X: ygnp.exe"; filename*=UTF-8''%22%3Cimg%20src%3Dx%3EX%3A%20ygnp.exe`);
  const greek = await sent(b.alice, b.task('write'), 'χάρτης.pdf', 'x');
  expect((await b.alice.fetch(greek.url)).headers.get('content-disposition')).toContain(
    `filename*=UTF-8''${encodeURIComponent('χάρτης.pdf')}`,
  );
});

it('asks for access first and again at every download', async () => {
  const b = await board();
  const taskId = b.task('write');
  const file = await sent(b.alice, taskId);
  await say(b.alice, taskId, link(file));
  for (const [who, status] of [
    [b.outsider, 404],
    [server.nobody(), 401],
    [b.bob, 200],
  ] as const)
    expect((await who.fetch(file.url)).status).toBe(status);
  await b.alice.ask('mutation($w: ID!, $p: ID!) { removeMember(workspaceId: $w, personId: $p) }', { w: b.workspaceId, p: b.bob.id });
  expect((await b.bob.fetch(file.url)).status).toBe(404);
  const before = onDisk().length;
  for (const [who, code] of [
    [b.outsider, 'NOT_FOUND'],
    [b.viewer, 'FORBIDDEN'],
    [server.nobody(), 'UNAUTHENTICATED'],
  ] as const)
    await expect(sent(who, taskId)).rejects.toMatchObject({ code });
  // Another site can make a browser send a form, but not our header.
  await expect(b.alice.send(`/files/${taskId}`, 'x', 'x', { 'x-baton-request': '0' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(b.alice.send('/files/not-an-id', 'x', 'x')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await b.alice.fetch(`/files/${randomUUID()}`)).status).toBe(404);
  expect((await b.alice.fetch('/files/..%2f..%2fetc%2fpasswd')).status).toBe(404);
  expect(onDisk().length).toBe(before);
});

it('leaves neither row nor bytes of a file that is too large or was cut off', async () => {
  const b = await board();
  const taskId = b.task('write');
  const before = onDisk();
  await expect(sent(b.alice, taskId, 'large.bin', Buffer.alloc(limits.fileBytes + 1))).rejects.toMatchObject({ code: 'TOO_LARGE' });
  const broken = new Readable({
    read() {
      this.push('half');
      this.destroy(new Error('the line broke'));
    },
  });
  await expect(server.app.get(FileService).receive({ personId: b.alice.id, session: '' }, taskId, 'x', broken)).rejects.toThrow(
    'the line broke',
  );
  expect(onDisk()).toEqual(before);
  expect(await attachmentsOf(b.alice, taskId)).toEqual([]);
});

it('keeps the same content once, and as long as one of two still shows it', async () => {
  const b = await board(['write', 'review']);
  const content = picture('png', 31, 7, [1, 2, 3]);
  const [one, two] = [await sent(b.alice, b.task('write'), 'one.png', content), await sent(b.bob, b.task('review'), 'two.png', content)];
  const [row] = await server.db.query('select count(distinct file_id)::int as files from attachment where id in ($1, $2)', [
    one.id,
    two.id,
  ]);
  expect(row.files).toBe(1);
  await say(b.alice, b.task('write'), link(one));
  await say(b.bob, b.task('review'), link(two));
  await b.alice.command('deleteTasks', 'TaskSetInput', { taskIds: [b.task('write')] });
  await server.db.query('delete from task where id = $1', [b.task('write')]);
  server.clock.set('2026-12-30T09:00:00Z');
  await server.app.get(FileService).sweep();
  const { file } = await server.app.get(FileService).open({ personId: b.bob.id, session: '' }, two.id);
  const kept = await server.app.get(FileStore).get(file.id);
  expect(Buffer.concat(await kept.toArray())).toEqual(content);
});

it('hides the files of a deleted comment, brings them back with it, and forgets the bytes in the end', async () => {
  const b = await board();
  const taskId = b.task('write');
  const file = await sent(b.bob, taskId, 'secret.png', picture('png', 3, 3, [9, 9, 9]));
  const commentId = randomUUID();
  await say(b.bob, taskId, link(file), commentId);
  const set = (deleted: boolean) => b.bob.command('editComment', 'EditCommentInput', { commentId, deleted });
  await set(true);
  expect([(await b.bob.fetch(file.url)).status, (await b.card('write'))?.attachmentCount]).toEqual([404, 0]);
  await set(false);
  expect([(await b.bob.fetch(file.url)).status, (await b.card('write'))?.attachmentCount]).toEqual([200, 1]);
  await set(true);
  const [row] = await server.db.query('select file_id from attachment where id = $1', [file.id]);
  server.clock.set('2026-12-30T09:00:00Z');
  await server.app.get(FileService).sweep();
  const store = server.app.get(FileStore);
  // The sweep goes by the age of what lies on the disk, which the test's clock does not move.
  const path = join(server.settings.BATON_DATA, 'files', row.file_id.slice(0, 2), row.file_id);
  if (existsSync(path)) utimesSync(path, 0, 0);
  await server.app.get(FileService).sweep();
  await expect(store.get(row.file_id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('sweeps writes that a crash cut off, and nothing that is shown', async () => {
  const b = await board();
  const file = await sent(b.alice, b.task('write'), 'kept.png', picture('png', 5, 5, [7, 7, 7]));
  await say(b.alice, b.task('write'), link(file));
  const store = server.app.get(FileStore);
  const orphan = randomUUID();
  await store.put(orphan, Readable.from([Buffer.from('nobody knows me')]), 100);
  for await (const { key } of store.list()) utimesSync(join(server.settings.BATON_DATA, 'files', key.slice(0, 2), key), 0, 0);
  await server.app.get(FileService).sweep();
  await expect(store.get(orphan)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await b.alice.fetch(file.url)).status).toBe(200);
});

it('answers NOT_FOUND when the bytes are gone, and stays alive', async () => {
  const b = await board();
  const file = await sent(b.alice, b.task('write'), 'lost.png', picture('png', 6, 6, [8, 8, 8]));
  const [row] = await server.db.query('select file_id from attachment where id = $1', [file.id]);
  await server.app.get(FileStore).remove(row.file_id);
  expect((await b.alice.fetch(file.url)).status).toBe(404);
  expect((await b.snapshot()).cards).toHaveLength(1);
});

describe('on the task itself', () => {
  const onTask = async (b: TestBoard, who: Somebody, name = 'plan.pdf') => {
    const file = await sent(who, b.task('write'), name, name);
    await who.command('addFiles', 'AddFilesInput', { taskId: b.task('write'), fileIds: [file.id] });
    return file;
  };

  it('is renamed, described, taken away and brought back', async () => {
    const b = await board();
    const file = await onTask(b, b.alice);
    await b.bob.command('editFile', 'EditFileInput', { fileId: file.id, name: 'Plan B.pdf', caption: ' The second plan ' });
    expect(await attachmentsOf(b.viewer, b.task('write'))).toMatchObject([
      { name: 'Plan B.pdf', caption: 'The second plan', kind: 'file' },
    ]);
    const { commandId } = await b.bob.command('editFile', 'EditFileInput', { fileId: file.id, removed: true });
    expect([(await b.card('write'))?.attachmentCount, (await b.alice.fetch(file.url)).status]).toEqual([0, 404]);
    await b.bob.ask('mutation($u: ID!, $c: ID!) { undoCommand(undoes: $u, commandId: $c) { seq } }', { u: commandId, c: randomUUID() });
    expect([(await b.card('write'))?.attachmentCount, (await b.alice.fetch(file.url)).status]).toEqual([1, 200]);
  });

  it('belongs to its author when a comment brought it', async () => {
    const b = await board();
    const file = await sent(b.alice, b.task('write'));
    await say(b.alice, b.task('write'), link(file));
    await expect(b.bob.command('editFile', 'EditFileInput', { fileId: file.id, removed: true })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('comes with a description, and with the copy of a task that comes again', async () => {
    const b = await board();
    const taskId = b.task('write');
    const file = await sent(b.alice, taskId, 'weekly.png');
    await b.alice.command('editDescription', 'EditDescriptionInput', { taskId, text: `Every week:\n\n${link(file)}`, baseVersion: 0 });
    expect((await b.card('write'))?.attachmentCount).toBe(1);
    await b.alice.command('editTasks', 'EditTasksInput', {
      taskIds: [taskId],
      dueOn: '2026-11-24',
      repeat: { kind: 'schedule', every: 'week', interval: 1, weekdays: [2] },
    });
    server.clock.set('2026-12-02T09:00:00Z');
    const { RecurrenceService } = await import('../recurrence/recurrence.module');
    await server.app.get(RecurrenceService).run();
    const copy = (await b.snapshot()).cards.find(({ id }) => id !== taskId);
    expect(copy?.attachmentCount).toBe(1);
    const [shown] = await attachmentsOf(b.viewer, copy?.id ?? '');
    const { description } = await b.alice.ask<{ description: string }>('query($t: ID!) { task(id: $t) { description } }', { t: copy?.id });
    expect(description).toBe(`Every week:\n\n![](file:${shown?.id.slice(0, 8)})`);
    expect((await b.bob.fetch(shown?.url ?? '')).status).toBe(200);
  });
});

it('knows what tasks are called, of boards that the reader may see', async () => {
  const b = await board(['write', 'review']);
  const names = (who: Somebody, keys: string[]) =>
    who.ask<{ key: string; current: string; title: string; done: boolean }[]>(
      'query($w: ID!, $k: [String!]!) { taskNames(workspaceId: $w, keys: $k) { key current title done } }',
      { w: b.workspaceId, k: keys },
    );
  expect(await names(b.viewer, ['WEB-2', 'WEB-9', 'UTF-8', "x'; drop table task"])).toEqual([
    { key: 'WEB-2', current: 'WEB-2', title: 'review', done: false },
  ]);
  await b.alice.command('editBoard', 'EditBoardInput', { boardId: b.id, key: 'SITE' });
  expect(await names(b.viewer, ['WEB-1'])).toMatchObject([{ key: 'WEB-1', current: 'SITE-1' }]);
  const guest = await server.person('Gast');
  await server.join(b.workspaceId, guest, 'guest');
  expect(await names(guest, ['SITE-1'])).toEqual([]);
});

it('says in the list of a task what a comment says of its picture, also when it says it later', async () => {
  const b = await board();
  const file = await sent(b.alice, b.task('write'));
  const commentId = randomUUID();
  const caption = async () => (await attachmentsOf(b.viewer, b.task('write')))[0]?.caption;
  await say(b.alice, b.task('write'), fileLink(file, 'A map of the town'), commentId);
  expect(await caption()).toBe('A map of the town');
  await b.alice.command('editComment', 'EditCommentInput', { commentId, text: fileLink(file, 'A map of the old town') });
  expect(await caption()).toBe('A map of the old town');
  // Somebody else's words do not change it.
  await say(b.bob, b.task('write'), fileLink(file, 'Rubbish'));
  expect(await caption()).toBe('A map of the old town');
});
