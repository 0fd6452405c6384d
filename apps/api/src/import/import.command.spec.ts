import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportReceipt } from '@baton/importers';
import { aTrelloBoard } from '../../test/trello';
import { type TestServer, aServer } from '../../test/world';
import { type CommandAnswer, readCommand, runImportCommand } from './import.command';
import { ImportService } from './import.service';

let server: TestServer;
let folder: string;
beforeAll(async () => {
  server = await aServer();
  folder = mkdtempSync(join(tmpdir(), 'baton-command-'));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function run(...argv: string[]): Promise<CommandAnswer> {
  const command = readCommand(argv);
  return 'code' in command ? command : runImportCommand(server.db, server.app.get(ImportService), command);
}
const aFile = (name: string, content: unknown) => {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};
const boards = async (workspaceId: string) =>
  (await server.db.query('select name from board where workspace_id = $1 order by name', [workspaceId])) as { name: string }[];

it('imports as the owner of the oldest workspace, updates it the second time, and can try without writing', async () => {
  const file = aFile('board.json', aTrelloBoard());
  expect(await run(file)).toMatchObject({ code: 1, err: expect.stringContaining('no workspace yet') as string });

  const alice = await server.person('Alice');
  const workspaceId = await server.workspace(alice, 'Home');
  server.clock.passMinutes(1);
  const other = await server.workspace(await server.person('Zoe'), 'Other');
  const tried = await run(file, '--dry-run');
  expect(tried).toMatchObject({ code: 0, err: '' });
  expect(tried.out).toContain('Would import: Garden club\n  3 lists (1 archived)\n  5 tasks (2 archived) (1 done)');
  expect(tried.out).toContain('2 comments; 1 more are not in the file');
  expect(tried.out).toContain('Not kept:');
  expect(await boards(workspaceId)).toEqual([]);

  const first = await run(file, '--board', 'Allotment', '--json');
  const answer = JSON.parse(first.out) as { written: boolean; boardKey: string; receipt: ImportReceipt };
  expect(answer).toMatchObject({ written: true, boardKey: 'ALL', receipt: { counts: { tasks: 5 }, updatesBoard: false } });
  expect(await boards(workspaceId)).toEqual([{ name: 'Allotment' }]);

  const second = await run(file);
  expect(second.out).toContain('Brought up to date: Allotment');
  expect(second.out).toContain('Written: 0 new, 0 updated');
  expect(await boards(workspaceId)).toHaveLength(1);

  await run(file, '--workspace', 'Other');
  expect(await boards(other)).toEqual([{ name: 'Garden club' }]);
  expect((await run(file, '--workspace', 'Elsewhere')).err).toContain('There is "Home", "Other".');
});

it.each([
  ['a folder', () => folder, 'is a folder'],
  ['a file that is not there', () => join(folder, 'gone.json'), 'There is no file'],
  ['a broken file', () => aFile('half.json', '{"lists":['), 'cut off'],
  ['an empty file', () => aFile('empty.json', ''), 'empty'],
])('refuses %s with one sentence and exit code 1', async (_, file, words) => {
  await server.workspace(await server.person('Ana'));
  expect(await run(file())).toEqual({ code: 1, out: '', err: expect.stringMatching(new RegExp(`^[^\\n]*${words}[^\\n]*\\n$`)) as string });
  expect(JSON.parse((await run(file(), '--json')).out)).toEqual({
    refused: { code: 'UNREADABLE_FILE', reason: expect.stringContaining(words) as string },
  });
});

it('explains itself, and ends with 2 when it does not understand', async () => {
  expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('npm run import -- FILE') as string });
  expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining('Name the file') as string });
  expect(await run('a', 'b')).toMatchObject({ code: 2 });
  expect(await run('a', '--colour')).toMatchObject({ code: 2, err: expect.stringContaining('--colour') as string });
});
