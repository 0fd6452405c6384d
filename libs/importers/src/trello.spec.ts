import fc from 'fast-check';
import type { BoardImport } from './board-import';
import { readBoard } from './read-board';
import { fixtureBytes, fixturesOf, noFixtures } from '../test/fixtures';
import { aCard, aTrelloBoard, bytesOf, cardId } from '../test/trello-board';

function read(file: unknown): BoardImport {
  const result = readBoard(bytesOf(file));
  if ('refusal' in result) throw new Error(result.refusal);
  return result.board;
}
const taskIn = (board: BoardImport, title: string) => {
  const task = board.tasks.find((candidate) => candidate.title === title);
  if (!task) throw new Error(`no task ${title}`);
  return task;
};
const lossOf = (board: BoardImport, what: string) => board.losses.find((loss) => loss.what === what)?.count ?? 0;

const fixtures = fixturesOf('trello');
describe('real exports', () => {
  if (fixtures.length === 0) it.each([noFixtures])('%s', (sentence) => expect(sentence).toContain('BATON_FIXTURES'));
  for (const fixture of fixtures)
    it(`reads ${fixture.file} with the counts that its index expects`, () => {
      const result = readBoard(fixtureBytes(fixture));
      if ('refusal' in result) throw new Error(result.refusal);
      const { counts, tasks, lists } = result.board;
      const archivedLists = new Set(lists.filter((list) => list.archived).map((list) => list.foreignId));
      expect({
        lists_total: counts.lists,
        lists_archived: counts.listsArchived,
        tasks_total: counts.tasks,
        tasks_archived_flag: counts.tasksArchived - counts.tasksInArchivedLists,
        tasks_in_archived_lists: tasks.filter((task) => archivedLists.has(task.listId)).length,
        comments_in_file: counts.comments,
        comments_lost: counts.commentsMissing,
        checklist_items: counts.items,
        checklist_items_done: counts.itemsDone,
        attachments: counts.attachments,
        attachments_needing_trello_login: counts.attachmentsStayed,
        open_tasks_in_archived_lists: counts.tasksInArchivedLists,
      }).toEqual(fixture.expected);
      expect(counts.checklists).toBe(fixture.counts.checklists);
      expect(tasks.filter((task) => task.due)).toHaveLength(fixture.counts.due);
      expect(tasks.filter((task) => task.start)).toHaveLength(fixture.counts.start);
      if (fixture.counts.labels > 0) expect(counts.labels).toBe(fixture.counts.labels);
    });
});

it('orders lists and tasks by position, with ties as in the file', () => {
  const board = read(aTrelloBoard());
  expect(board.lists.map((list) => list.name)).toEqual(['Doing', 'Sowing', 'Old beds']);
  expect(board.tasks.map((task) => task.title)).toEqual(['Dig', '(no title)', 'Forgotten', 'Order seeds', 'Put away']);
});

it('archives what is archived, and what lies open in an archived list', () => {
  const board = read(aTrelloBoard());
  expect(board.tasks.filter((task) => task.archived).map((task) => task.title)).toEqual(['Forgotten', 'Put away']);
  expect(board.counts).toMatchObject({ listsArchived: 1, tasksArchived: 2, tasksInArchivedLists: 1 });
});

it('takes a due date that was met as done, and a list named done as a column of finished work', () => {
  const board = read(
    aTrelloBoard({
      lists: [{ id: '5f1a00000000000000000011', name: '✅ Done!', pos: 1, softLimit: 4 }],
      cards: [aCard(1), aCard(2, { dueComplete: true })],
    }),
  );
  expect(board.lists[0]).toMatchObject({ class: 'done', wipLimit: 4 });
  expect(board.counts).toMatchObject({ tasksDone: 2, tasksDoneByList: 1 });
});

it('keeps people, and counts how often each is used', () => {
  const board = read(aTrelloBoard());
  expect(taskIn(board, 'Order seeds').personIds).toEqual(['5f1a00000000000000000031', '5f1a00000000000000000032']);
  expect(board.people).toEqual([
    expect.objectContaining({ name: 'Leo Leek', username: 'leoleek', uses: { tasks: 1, comments: 2, items: 0, mentions: 1 } }),
    expect.objectContaining({ name: 'Rosa Beet', uses: { tasks: 1, comments: 0, items: 0, mentions: 0 } }),
    expect.objectContaining({
      foreignId: '5f1a0000000000000000ffff',
      named: false,
      uses: { tasks: 0, comments: 0, items: 1, mentions: 0 },
    }),
  ]);
});

it('brings comments oldest first, with authors and edits, and says exactly how many the file lacks', () => {
  const board = read(aTrelloBoard());
  expect(taskIn(board, 'Order seeds').comments).toEqual([
    expect.objectContaining({ text: 'Sooner', authorName: 'Leo Leek', createdAt: '2026-02-01T10:00:00.000Z', editedAt: null }),
    expect.objectContaining({ text: 'Later', editedAt: '2026-02-03T10:00:00.000Z' }),
  ]);
  expect(board.counts).toMatchObject({ comments: 2, commentsMissing: 1 });
});

it('keeps nameless and colourless labels apart, each in one of our colours', () => {
  const board = read(aTrelloBoard());
  expect(board.labels.map(({ name, color }) => [name, color])).toEqual([
    ['urgent', 'rose'],
    ['', 'moss'],
    ['plain', 'stone'],
  ]);
  expect(board.adapted).toContainEqual(expect.objectContaining({ what: 'light or dark label colours, now the plain colour', count: 1 }));
});

it('makes labels from the cards where an old file has no list of them', () => {
  const file = aTrelloBoard({ labels: undefined, labelNames: { blue: 'waiting', red: '' } });
  const board = read({ ...file, cards: [aCard(1, { labels: [{ color: 'blue' }] }), aCard(2, { labels: [{ color: 'blue' }] })] });
  expect(board.labels).toEqual([{ foreignId: 'made:blue:', name: 'waiting', color: 'indigo' }]);
  expect(board.tasks.map((task) => task.labelIds)).toEqual([['made:blue:'], ['made:blue:']]);
});

it('keeps links that are web addresses, and drops and counts the others', () => {
  const board = read(aTrelloBoard());
  expect(taskIn(board, 'Order seeds').attachments.map(({ name, stayed, bytes }) => [name, stayed, bytes])).toEqual([
    ['list.pdf', true, 1200],
    ['shop', false, null],
  ]);
  expect(lossOf(board, 'attachments whose address is not a web address')).toBe(1);
});

it('writes custom fields below the description, and takes out what only Trello understands', () => {
  const { description } = taskIn(read(aTrelloBoard()), 'Order seeds');
  expect(description).toBe('Ask @leoleek about\nthe \\_old\\_ list [here](https://example.org/list)\n\n- **Price:** 12.5');
});

it('takes the creation from the action, else from the id', () => {
  const board = read(aTrelloBoard());
  expect(taskIn(board, 'Order seeds')).toMatchObject({ createdAt: '2026-01-01T08:00:00.000Z', createdBy: '5f1a00000000000000000031' });
  expect(taskIn(board, 'Dig')).toMatchObject({ createdAt: '2020-07-23T21:24:16.000Z', createdBy: null });
});

it('neither keeps nor counts the secret posting address of a card', () => {
  expect(JSON.stringify(read(aTrelloBoard()))).not.toContain('secret+address');
});

it('names everything that has no place', () => {
  const board = read(
    aTrelloBoard({
      desc: 'All about the garden',
      cards: [aCard(1, { badges: { votes: 2 }, stickers: [{}], cover: { color: 'blue' }, cardRole: 'separator', isTemplate: true })],
    }),
  );
  for (const [what, count] of [
    ['votes', 2],
    ['stickers', 1],
    ['covers', 1],
    ['the board’s description', 1],
  ] as const)
    expect([what, lossOf(board, what)]).toEqual([what, count]);
  expect(board.adapted.map((entry) => entry.what)).toEqual(
    expect.arrayContaining(['dividers, now ordinary tasks', 'templates, now ordinary tasks']),
  );
});

it('keeps the whole text of what is too long for its place', () => {
  const long = 'x'.repeat(600);
  const board = read(aTrelloBoard({ cards: [aCard(1, { name: long, desc: 'short' })], checklists: [] }));
  expect([...(board.tasks[0]?.title ?? '')]).toHaveLength(500);
  expect(board.tasks[0]?.description).toContain(long);
});

it('does without ids and positions, and gives the same made-up ids each time', () => {
  const file = {
    lists: [{ name: 'one', id: 'l1' }],
    cards: [
      { name: 'c', idList: 'l1' },
      { name: 'c', idList: 'l1' },
    ],
  };
  const ids = read(file).tasks.map((task) => task.foreignId);
  expect(new Set(ids).size).toBe(2);
  expect(read(file).tasks.map((task) => task.foreignId)).toEqual(ids);
});

it('keeps a card whose list is not in the file, in a list of its own', () => {
  const board = read(aTrelloBoard({ cards: [aCard(1, { idList: 'gone' })], checklists: [], actions: [] }));
  expect(board.lists.at(-1)?.foreignId).toBe(board.tasks[0]?.listId);
});

it('takes a card, list, comment or item that comes twice once', () => {
  const file = aTrelloBoard();
  const board = read({
    ...file,
    cards: [...file.cards, aCard(1)],
    lists: [...file.lists, ...file.lists],
    actions: [...file.actions, ...file.actions],
  });
  expect(board.counts).toMatchObject({ lists: 3, tasks: 5 });
  const commentIds = board.tasks.flatMap((task) => task.comments.map((comment) => comment.foreignId));
  expect(new Set(commentIds).size).toBe(commentIds.length);
});

it('counts values of the wrong type instead of failing', () => {
  const board = read(
    aTrelloBoard({ cards: [aCard(1, { name: 7, due: 'soon', pos: 'top', badges: [], attachments: 'none' }), 'card', null] }),
  );
  expect(board.tasks).toHaveLength(1);
  expect(lossOf(board, 'values that could not be read')).toBe(4);
  expect(lossOf(board, 'dates that make no sense')).toBe(1);
  expect(lossOf(board, 'entries that could not be read')).toBe(2);
});

it('counts comments of cards that the file does not have', () => {
  const board = read({ ...aTrelloBoard(), cards: [aCard(2)] });
  expect(board.counts).toMatchObject({ comments: 0, items: 0 });
  expect(lossOf(board, 'comments on tasks that are not in the file')).toBe(2);
  expect(lossOf(board, 'checklists of tasks that are not in the file')).toBe(1);
});

it('gives texts that every database can keep', () => {
  const board = read(aTrelloBoard({ cards: [aCard(1, { name: 'a\u0000b', desc: 'half \uD83D emoji 😀' })] }));
  expect(board.tasks[0]).toMatchObject({ title: 'ab', description: expect.stringContaining('half \uFFFD emoji 😀') as string });
});

it('reads or refuses whatever one value of a board is replaced with', () => {
  const strange = fc.oneof(
    fc.anything({ maxDepth: 2, withNullPrototype: false }),
    fc.string(),
    fc.double(),
    fc.constantFrom('__proto__', '\u0000', '\uD800', '-271821-04-20T00:00:00Z', 1e308, -1, cardId(1), 'javascript:x', [[[[]]]]),
  );
  const file = aTrelloBoard();
  const paths = pathsOf(file);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...paths), strange), { minLength: 1, maxLength: 4 }), (changes) => {
      let mutated: unknown = JSON.parse(JSON.stringify(file));
      for (const [path, value] of changes) mutated = replaced(mutated, path, value);
      const result = readBoard(
        new TextEncoder().encode(JSON.stringify(mutated, (_, v: unknown) => (typeof v === 'bigint' ? Number(v) : v)) ?? ''),
      );
      expect('refusal' in result ? result.refusal.length > 10 : result.board.tasks.length >= 0).toBe(true);
      if ('board' in result) expect(JSON.stringify(result.board)).not.toMatch(/\\u0000|\\ud[89a-f]/i);
    }),
    { numRuns: 400 },
  );
});

/** Every place in a value, as a list of keys. */
function pathsOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]))];
}

function replaced(value: unknown, [key, ...rest]: (string | number)[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((inner: unknown, i) => (i === key ? replaced(inner, rest, by) : inner));
  if (typeof value !== 'object' || value === null) return value;
  return { ...value, [key]: replaced((value as Record<string, unknown>)[key], rest, by) };
}
