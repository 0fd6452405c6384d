import { randomUUID } from 'node:crypto';
import type { BoardEvent, BoardSnapshot } from '@baton/domain';
import type { ImportReceipt } from '@baton/importers';
import { aCard, aComment, aTrelloBoard, fixtureBytes, fixturesOf, noFixtures } from '../../test/trello';
import { type Somebody, type TestServer, aServer } from '../../test/world';

let server: TestServer;
beforeAll(async () => void (server = await aServer()));
afterAll(() => server.close());

interface Run {
  id: string | null;
  boardId: string | null;
  boardKey: string | null;
  boardName: string;
  receipt: ImportReceipt;
  undoableUntil: string | null;
  undoneAt: string | null;
  by: { name: string };
}
const runFields = '{ id source boardId boardKey boardName at by { name } receipt undoableUntil undoneAt }';

/** Somebody with a workspace and a colleague, and their hands on imports. */
async function aTeam() {
  const [alice, bob, outsider] = await Promise.all([server.person('Alice'), server.person('Bob'), server.person('Otto')]);
  const workspaceId = await server.workspace(alice);
  await server.join(workspaceId, bob, 'member');
  const upload = async (who: Somebody, file: unknown) => {
    const body = file instanceof Uint8Array ? file : Buffer.from(typeof file === 'string' ? file : JSON.stringify(file));
    const response = await fetch(`${server.url}/uploads`, {
      method: 'POST',
      headers: { cookie: who.cookie, 'x-baton-request': '1', 'x-file-name': 'board.json' },
      body: new Uint8Array(body),
    });
    return ((await response.json()) as { id: string }).id;
  };
  const send = async (name: 'previewImport' | 'runImport', file: unknown, more: Record<string, unknown> = {}, who = alice) =>
    who.ask<Run>(`mutation($input: ImportInput!) { ${name}(input: $input) ${runFields} }`, {
      input: { commandId: randomUUID(), workspaceId, uploadId: await upload(who, file), people: [], ...more },
    });
  return {
    alice,
    bob,
    outsider,
    workspaceId,
    run: (file: unknown, more?: Record<string, unknown>, who?: Somebody) => send('runImport', file, more, who),
    preview: (file: unknown, more?: Record<string, unknown>, who?: Somebody) => send('previewImport', file, more, who),
    undo: (id: string | null, who = alice) => who.ask<Run>(`mutation($id: ID!) { undoImport(id: $id) ${runFields} }`, { id }),
    snapshot: (run: Run) =>
      alice.ask<BoardSnapshot>('query($w: ID!, $k: String!) { boardSnapshot(workspaceId: $w, key: $k) }', {
        w: workspaceId,
        k: run.boardKey,
      }),
    taskOn: async (run: Run, title: string) =>
      (
        (await server.db.query('select * from task where board_id = $1 and title = $2', [run.boardId, title])) as Record<string, unknown>[]
      )[0] ?? {},
  };
}

const bookkeeping = ['import_run', 'upload', 'session', 'migrations'];
/** Every row of every table as text, so that the smallest difference shows. What may differ is left out by name. */
async function everything(without: string[] = []) {
  const tables = (await server.db.query(`select tablename from pg_tables where schemaname = 'public' order by 1`)) as {
    tablename: string;
  }[];
  const rows: Record<string, string[]> = {};
  for (const { tablename } of tables.filter((table) => ![...bookkeeping, ...without].includes(table.tablename))) {
    const row =
      tablename === 'board' && without.includes('event')
        ? `to_jsonb(t) - 'seq' - 'next_number'`
        : tablename === 'task' && without.includes('event')
          ? `to_jsonb(t) - 'description_version'`
          : 'to_jsonb(t)';
    rows[tablename] = ((await server.db.query(`select (${row})::text as row from "${tablename}" t order by 1`)) as { row: string }[]).map(
      (r) => r.row,
    );
  }
  return rows;
}

const fixtures = fixturesOf('trello');
describe('real exports', () => {
  if (fixtures.length === 0) it.each([noFixtures])('%s', (sentence) => expect(sentence).toContain('BATON_FIXTURES'));
  for (const fixture of fixtures)
    it(`imports ${fixture.file} with the expected counts, adds nothing the second time, and leaves nothing after undo`, async () => {
      const team = await aTeam();
      const before = await everything();
      const first = await team.run(fixtureBytes(fixture));
      const [stored] = (await server.db.query(
        `select (select count(*)::int from board_column c where c.board_id = b.id) as lists_total,
           (select count(*)::int from board_column c where c.board_id = b.id and archived_at is not null) as lists_archived,
           count(t.id)::int as tasks_total,
           (select count(*)::int from comment c join task t on t.id = c.task_id where t.board_id = b.id) as comments_in_file,
           coalesce(sum(t.checklist_total), 0)::int as checklist_items, coalesce(sum(t.checklist_done), 0)::int as checklist_items_done,
           coalesce(sum(t.attachment_count), 0)::int as attachments,
           (select count(*)::int from attachment a join task t on t.id = a.task_id where t.board_id = b.id and a.stayed_at_source) as attachments_needing_trello_login
         from board b left join task t on t.board_id = b.id where b.id = $1 group by b.id`,
        [first.boardId],
      )) as Record<string, number>[];
      expect(fixture.expected).toMatchObject(stored ?? {});
      expect(first.receipt.counts.commentsMissing).toBe(fixture.expected.comments_lost);

      const imported = await everything();
      const second = await team.run(fixtureBytes(fixture));
      expect(second.receipt.writes).toMatchObject({ created: 0, updated: 0, keptYours: 0, noLongerInFile: 0 });
      expect(second).toMatchObject({ boardId: first.boardId, receipt: { updatesBoard: true } });
      expect(await everything()).toEqual(imported);

      await team.undo(second.id);
      await team.undo(first.id);
      expect(await everything()).toEqual(before);
    });
});

it('shows in a preview what the run then does, and writes nothing', async () => {
  const team = await aTeam();
  const before = await everything();
  const preview = await team.preview(aTrelloBoard());
  expect(await everything()).toEqual(before);
  const run = await team.run(aTrelloBoard());
  expect(preview).toMatchObject({ id: null, boardId: null, boardName: 'Garden club', undoableUntil: null });
  const withoutIds = (receipt: ImportReceipt) => ({
    ...receipt,
    people: receipt.people.map((person) => ({ ...person, taken: person.taken.as })),
  });
  expect(withoutIds(preview.receipt)).toEqual(withoutIds(run.receipt));
});

it('keeps order, dates in the zone of the board, owners, labels, comments and numbers', async () => {
  const team = await aTeam();
  const run = await team.run(aTrelloBoard(), { boardName: 'Allotment' });
  const board = await team.snapshot(run);
  expect(board).toMatchObject({ name: 'Allotment', zone: 'Europe/Berlin' });
  expect(board.columns.map(({ name, class: meaning }) => [name, meaning])).toEqual([
    ['Doing', 'active'],
    ['Sowing', 'queued'],
  ]);
  const sowing = board.columns.find((column) => column.name === 'Sowing')?.id;
  const cards = board.cards.filter((card) => card.columnId === sowing).sort((a, b) => (a.rank < b.rank ? -1 : 1));
  expect(cards.map((card) => card.title)).toEqual(['Dig', '(no title)', 'Order seeds']);
  const names = new Map(board.people.map((person) => [person.id, person]));
  const order = cards[2];
  expect(order).toMatchObject({
    startOn: '2026-03-28',
    dueOn: '2026-03-30',
    dueTime: '00:30',
    commentCount: 2,
    checklistDone: 1,
    checklistTotal: 2,
    attachmentCount: 2,
  });
  expect(names.get(order?.ownerId ?? '')).toMatchObject({ name: 'Rosa Beet', placeholder: true });
  expect(order?.helperIds.map((id) => names.get(id)?.name)).toEqual(['Leo Leek']);
  expect(cards[0]?.doneAt).not.toBeNull();
  const task = await team.alice.ask<{
    comments: { authorName: string; text: string; createdAt: string }[];
    checklists: { items: { title: string }[] }[];
  }>('query($id: ID!) { task(id: $id) { comments { authorName text createdAt } checklists { items { title } } } }', { id: order?.id });
  expect(task.comments.map(({ authorName, text, createdAt }) => [authorName, text, createdAt])).toEqual([
    ['Leo Leek', 'Sooner', '2026-02-01T10:00:00.000Z'],
    ['Leo Leek', 'Later', '2026-02-02T10:00:00.000Z'],
  ]);
  expect(task.checklists).toEqual([{ items: [{ title: 'Beans' }, { title: 'Peas' }] }]);
});

it('matches people to a member, to a placeholder and to nobody, and remembers it for the next file', async () => {
  const team = await aTeam();
  const people = [
    { foreignId: '5f1a00000000000000000031', personId: team.bob.id, placeholder: false },
    { foreignId: '5f1a00000000000000000032', placeholder: false },
    { foreignId: '5f1a0000000000000000ffff', placeholder: true },
  ];
  const run = await team.run(aTrelloBoard(), { people });
  const card = (await team.snapshot(run)).cards.find(({ title }) => title === 'Order seeds');
  expect(card).toMatchObject({ ownerId: team.bob.id, helperIds: [] });
  expect(run.receipt.people.map(({ taken }) => taken.as)).toEqual(['nobody', 'person', 'placeholder']);
  const comments = (await server.db.query('select author_id, author_name from comment where task_id = $1', [card?.id])) as unknown[];
  expect(comments).toEqual([1, 2].map(() => ({ author_id: null, author_name: 'Leo Leek' })));

  const again = await team.preview(aTrelloBoard());
  expect(again.receipt.people.find(({ name }) => name === 'Rosa Beet')?.suggestion).toMatchObject({
    personId: team.bob.id,
    because: 'earlier-import',
  });
});

it('suggests a member of the same name, but nobody where two have it', async () => {
  const team = await aTeam();
  const rosa = await server.person('Rosa-Beet');
  await server.join(team.workspaceId, rosa, 'member');
  const suggestionOf = async () => (await team.preview(aTrelloBoard())).receipt.people.find(({ name }) => name === 'Rosa Beet')?.suggestion;
  expect(await suggestionOf()).toMatchObject({ personId: rosa.id, because: 'same-name' });
  await server.join(team.workspaceId, await server.person('Rosa.Beet'), 'member');
  expect(await suggestionOf()).toBeNull();
});

it('gives the work of a placeholder to the member that a later run matches', async () => {
  const team = await aTeam();
  const run = await team.run(aTrelloBoard());
  const card = async () => (await team.snapshot(run)).cards.find(({ title }) => title === 'Order seeds');
  expect((await card())?.ownerId).not.toBe(team.bob.id);
  const second = await team.run(aTrelloBoard(), {
    people: [{ foreignId: '5f1a00000000000000000031', personId: team.bob.id, placeholder: false }],
  });
  expect((await card())?.ownerId).toBe(team.bob.id);
  await team.undo(second.id);
  expect((await team.snapshot(run)).people.find(({ id }) => id === team.bob.id)?.placeholder).toBe(false);
  expect((await card())?.ownerId).not.toBe(team.bob.id);
});

it('knows whoever claimed a placeholder at the next file', async () => {
  const team = await aTeam();
  const run = await team.run(aTrelloBoard());
  const rosa = (await team.snapshot(run)).people.find(({ name }) => name === 'Rosa Beet');
  const { token } = await team.alice.ask<{ token: string }>(
    'mutation($i: CreateInvitationInput!) { createInvitation(input: $i) { token } }',
    {
      i: { workspaceId: team.workspaceId, role: 'member', claimsPersonId: rosa?.id },
    },
  );
  const rose = await server.person('Rose');
  await rose.ask('mutation($t: String!) { acceptInvitation(token: $t) { id } }', { t: token });
  expect((await team.taskOn(run, 'Order seeds'))['owner_id']).toBe(rose.id);
  const again = await team.run(aTrelloBoard());
  expect(again.receipt.writes).toMatchObject({ created: 0, updated: 0, keptYours: 0 });
  expect(again.receipt.people.find(({ name }) => name === 'Rosa Beet')?.taken).toEqual({ as: 'person', personId: rose.id });
});

it('refuses to match anybody outside the workspace', async () => {
  const team = await aTeam();
  const people = [{ foreignId: '5f1a00000000000000000031', personId: team.outsider.id, placeholder: false }];
  await expect(team.run(aTrelloBoard(), { people })).rejects.toMatchObject({ code: 'BAD_INPUT' });
});

describe('a newer export of the same board', () => {
  const newer = () => {
    const file = aTrelloBoard();
    return {
      ...file,
      name: 'Garden club 2027',
      lists: [...file.lists, { id: '5f1a00000000000000000014', name: 'Later', closed: false, pos: 70000 }],
      cards: [
        aCard(6, { name: 'New one', pos: 1.5 }),
        aCard(1, { ...file.cards[0], name: 'Order many seeds', desc: 'changed there', idLabels: ['5f1a00000000000000000023'] }),
        aCard(2, { name: 'Dig', pos: 1, dueComplete: true, idList: '5f1a00000000000000000014' }),
        ...file.cards.slice(2),
      ],
      actions: [aComment(3, 'Third', '2026-03-01T10:00:00.000Z'), ...file.actions],
    };
  };

  it('updates what changed there, adds what is new, and keeps the order', async () => {
    const team = await aTeam();
    const first = await team.run(aTrelloBoard());
    const second = await team.run(newer());
    expect(second).toMatchObject({ boardId: first.boardId, boardName: 'Garden club 2027' });
    const board = await team.snapshot(second);
    const inColumn = (name: string) => {
      const id = board.columns.find((column) => column.name === name)?.id;
      return board.cards
        .filter((card) => card.columnId === id)
        .sort((a, b) => (a.rank < b.rank ? -1 : 1))
        .map((card) => card.title);
    };
    expect(inColumn('Sowing')).toEqual(['(no title)', 'New one', 'Order many seeds']);
    expect(inColumn('Later')).toEqual(['Dig']);
    const card = board.cards.find(({ title }) => title === 'Order many seeds');
    expect(card).toMatchObject({ commentCount: 3 });
    expect(card?.labelIds.map((id) => board.labels.find((label) => label.id === id)?.name)).toEqual(['plain']);
    expect(await team.taskOn(second, 'Order many seeds')).toMatchObject({
      description: expect.stringMatching(/^changed there/) as string,
      description_version: 1,
    });
    expect((await team.run(newer())).receipt.writes).toMatchObject({ created: 0, updated: 0, keptYours: 0 });
  });

  it('keeps what people changed here meanwhile, says so, and merges labels', async () => {
    const team = await aTeam();
    const first = await team.run(aTrelloBoard());
    const before = await team.snapshot(first);
    const card = before.cards.find(({ title }) => title === 'Order seeds');
    const plain = before.labels.find((label) => label.name === 'plain')?.id;
    const dig = before.cards.find(({ title }) => title === 'Dig');
    await team.bob.command('editTasks', 'EditTasksInput', { taskIds: [card?.id], title: 'Ours', addLabelIds: [plain] });
    await team.bob.command('moveTasks', 'MoveTasksInput', {
      taskIds: [dig?.id],
      columnId: before.columns.find(({ name }) => name === 'Doing')?.id,
    });
    await team.bob.command('editBoard', 'EditBoardInput', { boardId: first.boardId, name: 'Our garden' });

    const second = await team.run(newer());
    const after = await team.snapshot(second);
    expect(after.name).toBe('Our garden');
    expect(after.cards.find(({ id }) => id === card?.id)).toMatchObject({ title: 'Ours', labelIds: [plain] });
    expect(after.cards.find(({ id }) => id === dig?.id)?.columnId).toBe(before.columns.find(({ name }) => name === 'Doing')?.id);
    expect(second.receipt.writes.keptYours).toBe(3);
  });

  it('does not bring back what was deleted here', async () => {
    const team = await aTeam();
    const first = await team.run(aTrelloBoard());
    const { id } = await team.taskOn(first, 'Order seeds');
    await team.bob.command('deleteTasks', 'TaskSetInput', { taskIds: [id] });
    await team.run(newer());
    expect(await team.taskOn(first, 'Order many seeds')).toEqual({});
    expect((await team.snapshot(first)).cards.some((card) => card.id === id)).toBe(false);
  });

  it('leaves what the file no longer has, and counts it', async () => {
    const team = await aTeam();
    const first = await team.run(aTrelloBoard());
    const second = await team.run({
      ...aTrelloBoard(),
      cards: [aCard(2, { name: 'Dig', pos: 1, dueComplete: true })],
      checklists: [],
      actions: [],
    });
    expect((await team.snapshot(first)).cards).toHaveLength(3);
    expect(second.receipt.writes.noLongerInFile).toBe(4 + 1 + 2 + 2 + 2);
  });

  it('can be undone to what was there before', async () => {
    const team = await aTeam();
    await team.run(aTrelloBoard());
    const before = await everything(['event']);
    const second = await team.run(newer());
    expect(await everything(['event'])).not.toEqual(before);
    await team.undo(second.id);
    expect(await everything(['event'])).toEqual(before);
  });

  it('leaves on undo what people worked on since, and says what', async () => {
    const team = await aTeam();
    await team.run(aTrelloBoard());
    const second = await team.run(newer());
    const [made, changed] = [await team.taskOn(second, 'New one'), await team.taskOn(second, 'Order many seeds')];
    await team.bob.command('editTasks', 'EditTasksInput', { taskIds: [made['id']], dueOn: '2027-01-01' });
    await team.bob.command('editTasks', 'EditTasksInput', { taskIds: [changed['id']], title: 'Ours now' });
    const undone = await team.undo(second.id);
    expect(undone.receipt.undone?.kept.sort()).toEqual(['New one', 'Ours now']);
    expect(await team.taskOn(second, 'Ours now')).toMatchObject({ description: expect.stringMatching(/^Ask @leoleek/) as string });
    expect((await team.run(newer())).receipt.counts.tasks).toBe(6);
    expect(
      (await server.db.query('select count(*)::int as n from task where board_id = $1 and title = $2', [
        second.boardId,
        'New one',
      ])) as unknown[],
    ).toEqual([{ n: 1 }]);
  });

  it('tells everybody who has the board open to read it again', async () => {
    const team = await aTeam();
    const first = await team.run(aTrelloBoard());
    const second = await team.run(newer());
    const events = await team.bob.ask<BoardEvent[]>('query($b: ID!) { boardEvents(boardId: $b, afterSeq: 0) { seq kind resync } }', {
      b: first.boardId,
    });
    expect(events.map(({ seq, kind, resync }) => [seq, kind, resync])).toEqual([
      [1, 'board.created', true],
      [2, 'board.imported', true],
      [3, 'board.imported', true],
    ]);
    expect(second.receipt.updatesBoard).toBe(true);
  });
});

describe('undo', () => {
  it('takes imports of one board back in the opposite order', async () => {
    const team = await aTeam();
    const first = await team.run(aTrelloBoard());
    await team.run(aTrelloBoard({ name: 'Renamed' }));
    await expect(team.undo(first.id)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('does not delete a board on which people made tasks of their own', async () => {
    const team = await aTeam();
    const run = await team.run(aTrelloBoard());
    const columnId = (await team.snapshot(run)).columns[0]?.id;
    await team.bob.command('createTasks', 'CreateTasksInput', { columnId, tasks: [{ id: randomUUID(), title: 'Mine' }] });
    await expect(team.undo(run.id)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await team.taskOn(run, 'Mine')).toMatchObject({ title: 'Mine' });
  });

  it('is possible for 7 days, and answers the same when asked twice', async () => {
    const team = await aTeam();
    const [old, young] = [await team.run(aTrelloBoard()), await team.run(aTrelloBoard({ id: '5f1a00000000000000000002' }))];
    const undone = await team.undo(young.id);
    expect(undone).toMatchObject({ undoableUntil: null, undoneAt: expect.any(String) as string, boardId: null });
    expect(await team.undo(young.id)).toEqual(undone);
    await server.db.query(`update import_run set at = at - interval '8 days' where id = $1`, [old.id]);
    await expect(team.undo(old.id)).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
  });

  it("is for one's own imports; an admin may take back anybody's", async () => {
    const team = await aTeam();
    const run = await team.run(aTrelloBoard());
    await expect(team.undo(run.id, team.bob)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(team.undo(run.id, team.outsider)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const bobs = await team.run(aTrelloBoard({ id: '5f1a00000000000000000003' }), {}, team.bob);
    expect(await team.undo(bobs.id)).toMatchObject({ undoneAt: expect.any(String) as string });
  });
});

it('does not exist for an outsider, and is forbidden to a viewer', async () => {
  const team = await aTeam();
  const viewer = await server.person('Vera');
  await server.join(team.workspaceId, viewer, 'viewer');
  for (const [who, code] of [
    [team.outsider, 'NOT_FOUND'],
    [viewer, 'FORBIDDEN'],
  ] as const) {
    await expect(team.run(aTrelloBoard(), {}, who)).rejects.toMatchObject({ code });
    await expect(team.preview(aTrelloBoard(), {}, who)).rejects.toMatchObject({ code });
    await expect(who.ask('query($w: ID!) { imports(workspaceId: $w) { id } }', { w: team.workspaceId })).rejects.toMatchObject({ code });
  }
});

it('applies once when it is sent twice at once, and refuses its command id with another file', async () => {
  const team = await aTeam();
  const commandId = randomUUID();
  const [one, two] = await Promise.all([team.run(aTrelloBoard(), { commandId }), team.run(aTrelloBoard(), { commandId })]);
  expect(one).toEqual(two);
  await expect(team.run(aTrelloBoard({ name: 'Other' }), { commandId })).rejects.toMatchObject({ code: 'COMMAND_REUSED' });
});

it('makes one board of the same file sent by two people at once', async () => {
  const team = await aTeam();
  const [one, two] = await Promise.all([team.run(aTrelloBoard(), {}, team.alice), team.run(aTrelloBoard(), {}, team.bob)]);
  expect(one.boardId).toBe(two.boardId);
  expect((await team.snapshot(one)).cards).toHaveLength(3);
});

it.each([
  ['nothing', '', 'empty'],
  ['half a file', JSON.stringify(aTrelloBoard()).slice(0, 700), 'cut off'],
  ['a single card', '{"id":"a","name":"x","idList":"b"}', 'single Trello card'],
  ['a well of brackets', '['.repeat(100_000), 'nested'],
  ['an Asana export', '{"data":[{"gid":"1"}]}', 'Asana'],
])('refuses %s with a sentence and writes nothing', async (_, file, words) => {
  const team = await aTeam();
  const before = await everything();
  await expect(team.run(file)).rejects.toMatchObject({
    code: 'UNREADABLE_FILE',
    details: { reason: expect.stringContaining(words) as string },
  });
  expect(await everything()).toEqual(before);
});

it('imports hostile texts as texts', async () => {
  const team = await aTeam();
  const name = `'); drop table task; -- \u0000 $1 \\ " <img src=x onerror=alert(1)> \uD83D`;
  const run = await team.run(
    aTrelloBoard({
      name,
      cards: [
        aCard(1, { name, desc: name, shortUrl: 'javascript:alert(1)', badges: { comments: 1e9 } }),
        aCard(2, { id: 'x'.repeat(9_000) }),
      ],
    }),
  );
  expect((await team.snapshot(run)).cards.map((card) => card.title)).toContain(
    `'); drop table task; --  $1 \\ " <img src=x onerror=alert(1)> \uFFFD`,
  );
});

it('imports 5,000 cards with comments in one go', async () => {
  const team = await aTeam();
  const cards = Array.from({ length: 5_000 }, (_, n) => ({
    id: `5f1b${n.toString(16).padStart(20, '0')}`,
    name: `Card ${n}`,
    desc: 'x'.repeat(200),
    idList: '5f1a00000000000000000011',
    pos: n,
  }));
  const actions = cards.slice(0, 1_000).map((card, n) => ({
    ...aComment(1, `Comment ${n}`, '2026-02-01T10:00:00.000Z'),
    id: `c${n}`,
    data: { text: 'Hello', card: { id: card.id } },
  }));
  const run = await team.run(aTrelloBoard({ cards, actions, checklists: [] }));
  const [stored] = (await server.db.query(`select string_agg(title, ',' order by rank) as titles from task where board_id = $1`, [
    run.boardId,
  ])) as { titles: string }[];
  expect(stored?.titles === cards.map(({ name }) => name).join(',')).toBe(true);
  expect((await team.run(aTrelloBoard({ cards, actions, checklists: [] }))).receipt.writes).toMatchObject({ created: 0, updated: 0 });
});

it('lists the imports of the workspace with who made them', async () => {
  const team = await aTeam();
  await team.run(aTrelloBoard());
  const runs = await team.bob.ask<Run[]>(`query($w: ID!) { imports(workspaceId: $w) ${runFields} }`, { w: team.workspaceId });
  expect(runs).toEqual([
    expect.objectContaining({ boardName: 'Garden club', by: { name: 'Alice' }, undoableUntil: '2026-12-01T09:00:00.000Z' }),
  ]);
});
