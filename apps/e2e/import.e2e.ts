import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, expectNoSeriousFaults, test } from './world';

/** Real exports lie beside the repository, not in it; without them the file of our own below is what is tested. */
const fixtures = resolve(import.meta.dirname, '../../../shared/fixtures');
interface Fixture {
  tool: string;
  file: string;
  expected: { lists_total: number; tasks_total: number; comments_in_file: number; checklist_items: number };
}
const known: Fixture[] = existsSync(fixtures)
  ? (JSON.parse(readFileSync(join(fixtures, 'index.json'), 'utf8')) as { files: Fixture[] }).files.filter((f) => f.tool === 'trello')
  : [];

const id = (n: number) => `5f0000000000000000000${String(n).padStart(3, '0')}`;
const ownBoard = JSON.stringify({
  id: id(1),
  name: 'Bakery',
  lists: [
    { id: id(2), name: 'To bake', closed: false, pos: 1 },
    { id: id(3), name: 'Done', closed: false, pos: 2 },
  ],
  labels: [{ id: id(4), name: 'Sweet', color: 'pink' }],
  members: [{ id: id(5), fullName: 'Pia Roth', username: 'pia' }],
  cards: [
    {
      id: id(6),
      name: 'Rye bread',
      idList: id(2),
      closed: false,
      pos: 2,
      desc: '**dark**',
      idLabels: [],
      idMembers: [id(5)],
      badges: { comments: 2 },
    },
    { id: id(7), name: 'Buns', idList: id(2), closed: false, pos: 1, desc: '', idLabels: [id(4)], idMembers: [], badges: { comments: 0 } },
  ],
  actions: [
    {
      id: id(8),
      type: 'commentCard',
      date: '2024-05-01T10:00:00.000Z',
      idMemberCreator: id(5),
      memberCreator: { fullName: 'Pia Roth' },
      data: { text: 'Needs a day', card: { id: id(6) } },
    },
  ],
});

test('a board of Trello is dropped, looked at, brought in, and taken back', async ({ world }) => {
  const file = join(mkdtempSync(join(tmpdir(), 'baton-import-')), 'bakery.json');
  writeFileSync(file, ownBoard);
  const page = await world.pageFor(world.owner);
  await page.goto('/import');
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByText('What would come as Bakery')).toBeVisible();
  await expect(page.getByText('1 comment is not in the file')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Who Pia Roth is here' })).toHaveValue('A placeholder, to be claimed');
  await expectNoSeriousFaults(page);
  expect(await world.server.query('select 1 from board where name = $1', ['Bakery'])).toEqual([]);

  await page.getByRole('button', { name: 'Import this board' }).click();
  await expect(page).toHaveURL(/\/b\/BAK/);
  await expect(page.locator('[data-task-id]')).toHaveCount(2);
  expect(
    await page.locator('[data-task-id]').evaluateAll((cards) => cards.map((c) => c.getAttribute('aria-label')?.replace(/^\S+ /, ''))),
  ).toEqual(['Buns', 'Rye bread']);
  await page.locator('[data-task-id][aria-label$="Rye bread"]').click();
  await expect(page.getByText('Needs a day')).toBeVisible();

  await page.goto('/import');
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByText(/^0 new, 0 updated/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo the import' }).first().click();
  await expect(page.getByText(/taken back/)).toBeVisible();
  expect(await world.server.query('select 1 from board where name = $1', ['Bakery'])).toEqual([]);
});

test('a file that is no board of Trello ends with one sentence', async ({ world }) => {
  const folder = mkdtempSync(join(tmpdir(), 'baton-import-'));
  const page = await world.pageFor(world.owner);
  await page.goto('/import');
  for (const [name, content] of [
    ['broken.json', '{"name":'],
    ['empty.json', ''],
    ['list.json', '[{"id":"1","name":"x"}]'],
  ] as const) {
    writeFileSync(join(folder, name), content);
    await page.locator('input[type=file]').setInputFiles(join(folder, name));
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Import this board' })).toHaveCount(0);
  }
});

test('every real export at hand comes in with the counts that it should have', async ({ world }) => {
  const page = await world.pageFor(world.owner);
  for (const { file, expected } of known.filter((f) => f.expected.lists_total > 0)) {
    await page.goto('/import');
    await page.locator('input[type=file]').setInputFiles(join(fixtures, file));
    await expect(page.getByRole('button', { name: /^(Import this board|Bring the board up to date)$/ })).toBeVisible();
    const count = async (name: string) =>
      Number.parseInt(
        await page
          .locator('dl > div')
          .filter({ has: page.getByText(name, { exact: true }) })
          .locator('dd')
          .innerText(),
        10,
      );
    expect([file, await count('Columns'), await count('Tasks'), await count('Notes'), await count('Steps')]).toEqual([
      file,
      expected.lists_total,
      expected.tasks_total,
      expected.comments_in_file,
      expected.checklist_items,
    ]);
    await page.getByRole('button', { name: /^(Import this board|Bring the board up to date)$/ }).click();
    await expect(page).toHaveURL(/\/b\//);
  }
  expect(known.length === 0 || known.length >= 10).toBe(true);
});
