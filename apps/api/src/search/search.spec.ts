import { randomUUID } from 'node:crypto';
import { type SearchAnswer, termsOf } from '@baton/domain';
import fc from 'fast-check';
import { type Somebody, type TestBoard, type TestServer, aBoard, aServer } from '../../test/world';
import { type Asked, probe, statementOf } from './find';
import { SearchService } from './search.service';

let server: TestServer;
beforeAll(async () => void (server = await aServer()));
afterAll(() => server.close());

const search = (board: TestBoard, text: string, filter: Record<string, unknown> = {}, who: Somebody = board.alice) =>
  who.ask<SearchAnswer>('query($i: SearchInput!) { search(input: $i) }', { i: { workspaceId: board.workspaceId, text, ...filter } });
/** What was found, as "kind: title" lines. */
const found = async (...asked: Parameters<typeof search>) => (await search(...asked)).hits.map(({ kind, title }) => `${kind}: ${title}`);

async function say(board: TestBoard, title: string, text: string, more: Record<string, unknown> = {}) {
  const id = randomUUID();
  await board.alice.command('postComment', 'PostCommentInput', { id, taskId: board.task(title), kind: 'note', text, ...more });
  return id;
}
const describeTask = (board: TestBoard, title: string, text: string) =>
  board.alice.command('editDescription', 'EditDescriptionInput', { taskId: board.task(title), text, baseVersion: 0 });
async function listOn(board: TestBoard, title: string, name: string, items: string[]) {
  const checklistId = randomUUID();
  await board.alice.command('createChecklist', 'CreateChecklistInput', { taskId: board.task(title), id: checklistId, name });
  const rows = items.map((item) => ({ id: randomUUID(), title: item }));
  if (rows.length > 0) await board.alice.command('createChecklistItems', 'CreateChecklistItemsInput', { checklistId, items: rows });
  return { checklistId, itemIds: rows.map(({ id }) => id) };
}
const decide = (board: TestBoard, question: string, more: Record<string, unknown> = {}) =>
  board.alice.command('createDecision', 'CreateDecisionInput', {
    ...{ id: randomUUID(), boardId: board.id, taskIds: [], open: false },
    fields: { question, mode: 'record', deciderId: board.alice.id, recommendation: '', because: '' },
    outcome: { choice: 'The tall one', because: 'It casts a longer shadow.', consequences: 'We need scaffolding.' },
    ...more,
  });
const setLanguage = (board: TestBoard, language: string, who = board.alice) =>
  who.ask('mutation($i: EditWorkspaceInput!) { editWorkspace(input: $i) { language } }', {
    i: { workspaceId: board.workspaceId, language },
  });

describe('everything that is written', () => {
  it('is found by its words, with a mark on them', async () => {
    const board = await aBoard(server, { tasks: ['Paint the lighthouse', 'Order brushes'] });
    await describeTask(board, 'Order brushes', 'Ask the **chandler** for a [price list](https://example.org/prices).');
    const noteId = await say(board, 'Order brushes', 'The harbourmaster has a ladder, and the key to the gallery.');
    await say(board, 'Order brushes', '', { kind: 'update', headline: 'Brushes are in the lorry', health: 'on track' });
    await say(board, 'Order brushes', 'Which primer sticks to old copper?', {
      kind: 'ask',
      ask: { ids: [randomUUID()], personIds: [board.bob.id], pool: false, want: 'answer', blocking: false, ifNoReply: { kind: 'wait' } },
    });
    await listOn(board, 'Order brushes', 'Before the storm', ['Cover the lantern', 'Tie the boat']);
    await decide(board, 'Which tower do we paint first?', {});

    expect(await found(board, 'lighthouse')).toEqual(['task: Paint the lighthouse']);
    expect(await found(board, 'chandler')).toEqual(['task: Order brushes']);
    expect(await found(board, 'lorry')).toEqual(['comment: Order brushes']);
    expect(await found(board, 'primer copper')).toEqual(['ask: Order brushes']);
    expect(await found(board, 'lantern')).toEqual(['checklist: Order brushes']);
    expect(await found(board, 'storm')).toEqual(['checklist: Order brushes']);
    for (const word of ['tower', 'shadow', 'tall', 'scaffolding'])
      expect(await found(board, word)).toEqual(['decision: Which tower do we paint first?']);
    expect(await found(board, 'd-1')).toEqual(['decision: Which tower do we paint first?']);

    const { hits } = await search(board, 'LADDER gall');
    expect(hits).toMatchObject([
      {
        kind: 'comment',
        id: noteId,
        boardKey: board.key,
        number: 2,
        taskId: board.task('Order brushes'),
        authorName: 'Alice',
        state: 'queued',
      },
    ]);
    const marked = hits[0]?.matches.map(([start, length]) => hits[0]?.excerpt.slice(start, start + length));
    expect(marked).toEqual(['ladder', 'gallery']);
    const [described] = (await search(board, 'price')).hits;
    expect(described?.excerpt).toBe('Ask the chandler for a price list.');
  });

  it('is found by an unfinished word, by all of several words, and by a key, also one from before a move', async () => {
    const board = await aBoard(server, { tasks: ['Renovate the orangery', 'Orange paint'] });
    expect(await found(board, 'orang')).toEqual(['task: Orange paint', 'task: Renovate the orangery']);
    expect(await found(board, 'orang renov')).toEqual(['task: Renovate the orangery']);
    expect(await found(board, 'orang zebra')).toEqual([]);
    expect(await found(board, `${board.key.toLowerCase()}-1`)).toEqual(['task: Renovate the orangery']);
    await board.alice.ask('mutation($i: EditBoardInput!) { editBoard(input: $i) { seq } }', {
      i: { commandId: randomUUID(), boardId: board.id, key: 'MOVED' },
    });
    expect(await found(board, `${board.key}-2`)).toEqual(['task: Orange paint']);
    expect(await found(board, 'moved-2')).toEqual(['task: Orange paint']);
  });

  it('comes best first: the very title, titles, then the newest of the rest, and what was put away after what is in use', async () => {
    const board = await aBoard(server, { tasks: ['Talk about the anchor', 'Anchor', 'Anchor chain', 'Old anchor', 'Sail'] });
    await say(board, 'Sail', 'The anchor is heavy.');
    server.clock.passMinutes(5);
    await say(board, 'Sail', 'The anchor is rusty.');
    await board.alice.command('archiveTasks', 'TaskSetInput', { taskIds: [board.task('Old anchor')] });
    const { hits } = await search(board, 'anchor');
    expect(hits.map(({ title, excerpt }) => excerpt || title)).toEqual([
      'Anchor',
      'Anchor chain',
      'Talk about the anchor',
      'Old anchor',
      'The anchor is rusty.',
      'The anchor is heavy.',
    ]);
    expect(hits[3]?.state).toBe('archived');
    expect((await search(board, 'anchor', { most: 2 })).more).toBe(true);
    expect((await search(board, 'anchor', { most: 6 })).more).toBe(false);
  });

  it('is narrowed by board, owner, kind, state and day', async () => {
    server.clock.set('2026-11-24T09:00:00Z');
    const board = await aBoard(server, { tasks: ['Mast one', 'Mast two'] });
    await board.alice.command('editTasks', 'EditTasksInput', { taskIds: [board.task('Mast one')], ownerId: board.bob.id });
    await board.move(board.alice, ['Mast two'], 'Done');
    // Still the 24th in New York, already the 25th in Berlin.
    server.clock.set('2026-11-25T02:00:00Z');
    await say(board, 'Mast one', 'A mast of spruce');
    expect((await found(board, 'mast')).length).toBe(3);
    expect(await found(board, 'mast', { boardId: randomUUID() })).toEqual([]);
    expect((await found(board, 'mast', { boardId: board.id })).length).toBe(3);
    expect(await found(board, 'mast', { ownerId: board.bob.id })).toEqual(['task: Mast one', 'comment: Mast one']);
    expect(await found(board, 'mast', { kind: 'comment' })).toEqual(['comment: Mast one']);
    expect(await found(board, 'mast', { state: 'done' })).toEqual(['task: Mast two']);
    const on = (day: string, zone: string) => found(board, 'mast', { kind: 'comment', since: day, until: day, zone });
    expect(await on('2026-11-24', 'America/New_York')).toEqual(['comment: Mast one']);
    expect(await on('2026-11-24', 'Europe/Berlin')).toEqual([]);
    expect(await on('2026-11-25', 'Europe/Berlin')).toEqual(['comment: Mast one']);
    await expect(search(board, 'mast', { kind: 'boat' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(search(board, 'mast', { zone: 'Mars/Olympus' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    server.clock.set('2026-11-24T09:00:00Z');
  });

  it('follows every change: edits, deletions, what comes back, and undo', async () => {
    const board = await aBoard(server, { tasks: ['Copper', 'Tin'] });
    const commentId = await say(board, 'Copper', 'It is malleable.');
    const edit = (change: Record<string, unknown>) => board.alice.command('editComment', 'EditCommentInput', { commentId, ...change });
    await edit({ text: 'It is ductile.' });
    expect(await found(board, 'malleable')).toEqual([]);
    expect(await found(board, 'ductile')).toEqual(['comment: Copper']);
    await edit({ deleted: true });
    expect(await found(board, 'ductile')).toEqual([]);
    await edit({ deleted: false });
    expect(await found(board, 'ductile')).toEqual(['comment: Copper']);

    const { checklistId, itemIds } = await listOn(board, 'Tin', 'Assay', ['Weigh the ingot']);
    await board.alice.command('editChecklistItem', 'EditChecklistItemInput', { itemId: itemIds[0], title: 'Weigh the nugget' });
    expect([await found(board, 'ingot'), await found(board, 'nugget')]).toEqual([[], ['checklist: Tin']]);
    await board.alice.ask('mutation($l: ID!, $c: ID!) { deleteChecklist(checklistId: $l, commandId: $c) { seq } }', {
      ...{ l: checklistId, c: randomUUID() },
    });
    expect([await found(board, 'assay'), await found(board, 'nugget')]).toEqual([[], []]);

    await board.alice.command('editTasks', 'EditTasksInput', { taskIds: [board.task('Tin')], title: 'Pewter' });
    expect([await found(board, 'tin'), await found(board, 'pewter')]).toEqual([[], ['task: Pewter']]);
    const gone = randomUUID();
    await board.alice.command('deleteTasks', 'TaskSetInput', { commandId: gone, taskIds: [board.task('Copper')] });
    expect([await found(board, 'copper'), await found(board, 'ductile')]).toEqual([[], []]);
    await board.alice.ask('mutation($c: ID!, $u: ID!) { undoCommand(commandId: $c, undoes: $u) { seq } }', { c: randomUUID(), u: gone });
    expect(await found(board, 'ductile')).toEqual(['comment: Copper']);
    await server.db.query('delete from task where id = $1', [board.task('Copper')]);
    const [left] = await server.db.query('select count(*)::int as n from search_entry where task_id = $1', [board.task('Copper')]);
    expect(left).toEqual({ n: 0 });
  });

  it('costs nothing to move: no word is written anew', async () => {
    const board = await aBoard(server, { tasks: ['Stay', 'Go'] });
    const written = () =>
      server.db.query('select id, xmin::text, ctid::text from search_entry where workspace_id = $1 order by id', [board.workspaceId]);
    const before = await written();
    await board.move(board.alice, ['Stay', 'Go'], 'Doing');
    await board.alice.command('editTasks', 'EditTasksInput', { taskIds: [board.task('Go')], dueOn: '2026-12-01' });
    expect(await written()).toEqual(before);
  });
});

describe('words', () => {
  it('are forgiven a slip: swapped, missing, wrong and extra letters, also before they are finished', async () => {
    const board = await aBoard(server, { tasks: ['Calibrate the barometer', 'Form a queue', 'A long conversation'] });
    for (const slip of ['baromter', 'baroemter', 'barometre', 'barommeter', 'varometer', 'barpmeter', 'baroemt', 'calbirate barometer']) {
      const answer = await search(board, slip);
      expect([slip, answer.nearOnly, answer.hits.map(({ title }) => title)]).toEqual([slip, true, ['Calibrate the barometer']]);
    }
    expect(await found(board, 'fomr')).toEqual(['task: Form a queue']);
    // Two letters are too few to guess from, and what is far stays far.
    expect(await found(board, 'fo')).toEqual(['task: Form a queue']);
    expect(await found(board, 'fu')).toEqual([]);
    expect(await found(board, 'thermometer')).toEqual([]);
    const [hit] = (await search(board, 'barometre')).hits;
    expect(hit?.titleMatches.map(([start, length]) => hit.title.slice(start, start + length))).toEqual(['barometer']);
  });

  it('are forgiven nothing while enough things say the very word', async () => {
    const board = await aBoard(server, { tasks: [1, 2, 3, 4, 5].map((n) => `Station ${n}`).concat('Statue') });
    const answer = await search(board, 'station');
    expect([answer.nearOnly, answer.hits.length]).toEqual([false, 5]);
  });

  it('have the endings of the workspace’s language, which an admin chooses, and may change', async () => {
    const board = await aBoard(server, { tasks: ['Die Häuser am Kanal', 'Running shoes'] });
    // Without a language an ending is a slip at best.
    const { nearOnly } = await search(board, 'Kanäle');
    expect(nearOnly).toBe(true);
    await setLanguage(board, 'german');
    for (const word of ['Haus', 'Kanäle'])
      expect(await search(board, word)).toMatchObject({ nearOnly: false, hits: [{ title: 'Die Häuser am Kanal' }] });
    expect((await search(board, 'runs')).nearOnly).toBe(true);
    await say(board, 'Running shoes', 'Ein neues Dach bei den Häusern');
    expect((await found(board, 'haus')).toSorted()).toEqual(['comment: Running shoes', 'task: Die Häuser am Kanal']);
    await setLanguage(board, 'english');
    expect(await search(board, 'runs')).toMatchObject({ nearOnly: false, hits: [{ title: 'Running shoes' }] });
    // Little words of the language need not be there.
    expect(await found(board, 'where are the running shoes')).toEqual(['task: Running shoes']);
    const [hit] = (await search(board, 'runs')).hits;
    expect(hit?.titleMatches).toEqual([[0, 7]]);
    await expect(setLanguage(board, 'klingon')).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(setLanguage(board, 'german', board.bob)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await board.bob.ask<string[]>('{ searchLanguages }')).toEqual(expect.arrayContaining(['english', 'german', 'turkish']));
  });

  it('are found in any script, with or without accents, and letter by letter where there are no spaces', async () => {
    const titles = ['Crème brûlée', '検索機能を追加する', 'Новый маяк', 'בית הקפה', 'snake_case WEB-7 v1.2', 'ΟΔΟΣ ΑΘΗΝΑΣ', '한국어 문서'];
    const board = await aBoard(server, { tasks: titles });
    const pairs = ['creme', 'brulée', '機能', 'маяк', 'הקפה', 'case', 'v1', 'οδος', '한국'].map(async (word) => [
      word,
      await found(board, word),
    ]);
    expect(Object.fromEntries(await Promise.all(pairs))).toEqual({
      creme: ['task: Crème brûlée'],
      brulée: ['task: Crème brûlée'],
      機能: ['task: 検索機能を追加する'],
      маяк: ['task: Новый маяк'],
      הקפה: ['task: בית הקפה'],
      case: ['task: snake_case WEB-7 v1.2'],
      v1: ['task: snake_case WEB-7 v1.2'],
      οδος: ['task: ΟΔΟΣ ΑΘΗΝΑΣ'],
      한국: ['task: 한국어 문서'],
    });
    expect(await found(board, '能機')).toEqual([]);
  });

  it('mean the same here and in Postgres, whatever is typed', async () => {
    const letters = fc.constantFrom(...'aZéßñÆøİıΣςΩάЖйёאבּعَहि機かカ한𝔸ﬁ²5_-./@<>&+\'"!\u00ad\u200d\ud83d\ude00 ');
    const text = fc.array(letters, { maxLength: 40 }).map((all) => all.join(''));
    const seed = Date.now();
    // The first was found by chance.
    const texts = ['<5é²בΩÆø', 'fixed in 1e5b3f', ...fc.sample(text, { numRuns: 3_000, seed })];
    const rows: { text: string; words: string[] }[] = await server.db.query(
      `select t as text, array(select lexeme from unnest(search_words(t)) order by lexeme) as words from unnest($1::text[]) t`,
      [texts],
    );
    const missing = rows.flatMap((row) =>
      termsOf(row.text)
        .flatMap(({ word, letters: each }) => (each ? [...word] : [word]))
        .filter((word) => !row.words.includes(word))
        .map((word) => ({ seed, text: row.text, word, words: row.words })),
    );
    expect(missing).toEqual([]);
  });

  it('take anything that is typed as words, and never as a command', async () => {
    const board = await aBoard(server, { tasks: ['Ordinary'] });
    for (const text of [
      '',
      '   ',
      '&',
      "a' | 'b",
      "'':*",
      '(((',
      'x'.repeat(5_000),
      '\u0000',
      '\ud83d',
      '😀',
      'a:*B & !c',
      '%_',
      'ordinary\u0000',
    ])
      expect(Array.isArray((await search(board, text)).hits)).toBe(true);
    expect(await found(board, "or'dinary")).toEqual([]);
    expect(await found(board, '!ordinary & (')).toEqual(['task: Ordinary']);
  });

  it('that nothing says any more are forgotten at night, and twice noted ones are kept once', async () => {
    const board = await aBoard(server, { tasks: ['Zinnwald'] });
    const words = async () =>
      (await server.db.query('select word from search_word where workspace_id = $1 order by word', [board.workspaceId])).map(
        ({ word }: { word: string }) => word,
      );
    await server.db.query(`insert into search_word (workspace_id, word) values ($1, 'zinnwald'), ($1, 'gone')`, [board.workspaceId]);
    await server.app.get(SearchService).tidy();
    expect(await words()).toEqual(['zinnwald']);
  });
});

it('asks its indexes: rare words the inverted one, common ones the newest first', async () => {
  const board = await aBoard(server, { tasks: Array.from({ length: 200 }, (_, i) => `Host ${i}`) });
  await server.db.query(
    `with host as (select array_agg(id) as ids from task where board_id = $2)
     insert into comment (workspace_id, task_id, author_name, text, created_at)
     select $1, host.ids[1 + n % 200], 'Robot', 'common ' || case when n % 997 = 0 then 'seldom' else 'filler' || n end, now() - n * interval '1 minute' from generate_series(1, 20000) n, host`,
    [board.workspaceId, board.id],
  );
  await server.db.query('analyze search_entry, task');
  const askedFor = (word: string): Asked => ({
    ...{ workspaceId: board.workspaceId, personId: board.alice.id, guestOf: null, text: word, terms: termsOf(word), others: new Map() },
    ...{ filter: { kind: 'comment' }, since: null, until: null, most: 20 },
  });
  const session = server.db.createQueryRunner();
  const scans = async () => {
    await session.query('select pg_stat_force_next_flush()');
    const [row] = await session.query(
      `select i.idx_scan::int as inverted, t.seq_scan::int as walks from pg_stat_user_indexes i join pg_stat_user_tables t using (relid)
       where i.indexrelname = 'search_entry_words'`,
    );
    return row as { inverted: number; walks: number };
  };
  try {
    const before = await scans();
    expect((await probe(session, askedFor('seldom')))?.get('comment')).toHaveLength(20);
    const after = await scans();
    expect([after.inverted > before.inverted, after.walks]).toEqual([true, before.walks]);
    expect(await probe(session, askedFor('comm'))).toBeNull();
  } finally {
    await session.release();
  }
  const statement = statementOf(askedFor('common'), null);
  const plan: Record<string, string>[] = await server.db.query(`explain ${statement?.sql}`, statement?.parameters);
  expect(JSON.stringify(plan)).toContain('search_entry_at');
});

it('does without pg_trgm: slips after the first letter are found all the same', async () => {
  const other = await aServer();
  try {
    await other.db.query('drop extension pg_trgm cascade');
    const board = await aBoard(other, { tasks: ['Calibrate the barometer'] });
    expect(await found(board, 'barpmeter')).toEqual(['task: Calibrate the barometer']);
    expect(await found(board, 'abrometer')).toEqual(['task: Calibrate the barometer']);
  } finally {
    await other.close();
  }
});
