import type { Conversation } from '@baton/domain';
import { randomUUID } from 'node:crypto';
import type { ImportReceipt } from '@baton/importers';
import { type Run, aTeam, everything, runFields } from '../../test/imports';
import { aCard, aComment, aTrelloBoard, fixtureBytes, fixturesOf, noFixtures } from '../../test/trello';
import { type TestServer, aServer } from '../../test/world';

let server: TestServer;
beforeAll(async () => void (server = await aServer()));
afterAll(() => server.close());

const fixtures = fixturesOf('trello');
describe('real exports', () => {
  if (fixtures.length === 0) it.each([noFixtures])('%s', (sentence) => expect(sentence).toContain('BATON_FIXTURES'));
  for (const fixture of fixtures)
    it(`imports ${fixture.file} with the expected counts, adds nothing the second time, and leaves nothing after undo`, async () => {
      const team = await aTeam(server);
      const before = await everything(server);
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

      const imported = await everything(server);
      const second = await team.run(fixtureBytes(fixture));
      expect(second.receipt.writes).toMatchObject({ created: 0, updated: 0, keptYours: 0, noLongerInFile: 0 });
      expect(second).toMatchObject({ boardId: first.boardId, receipt: { updatesBoard: true } });
      expect(await everything(server)).toEqual(imported);

      await team.undo(second.id);
      await team.undo(first.id);
      expect(await everything(server)).toEqual(before);
    });
});

it('shows in a preview what the run then does, and writes nothing', async () => {
  const team = await aTeam(server);
  const before = await everything(server);
  const preview = await team.preview(aTrelloBoard());
  expect(await everything(server)).toEqual(before);
  const run = await team.run(aTrelloBoard());
  expect(preview).toMatchObject({ id: null, boardId: null, boardName: 'Garden club', undoableUntil: null });
  const withoutIds = (receipt: ImportReceipt) => ({
    ...receipt,
    people: receipt.people.map((person) => ({ ...person, taken: person.taken.as })),
  });
  expect(preview.receipt.people.map(({ taken }) => taken)).toContainEqual({ as: 'placeholder', personId: null });
  expect(withoutIds(preview.receipt)).toEqual(withoutIds(run.receipt));
});

it('keeps order, dates in the zone of the board, owners, labels, comments and numbers', async () => {
  const team = await aTeam(server);
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
    checklists: { items: { title: string }[] }[];
  }>('query($id: ID!) { task(id: $id) { checklists { items { title } } } }', { id: order?.id });
  const { comments } = await team.alice.ask<Conversation>('query($id: ID!) { conversation(taskId: $id) }', { id: order?.id });
  expect(comments.map(({ authorName, text, createdAt }) => [authorName, text, new Date(createdAt).toISOString()])).toEqual([
    ['Leo Leek', 'Sooner', '2026-02-01T10:00:00.000Z'],
    ['Leo Leek', 'Later', '2026-02-02T10:00:00.000Z'],
  ]);
  expect(task.checklists).toEqual([{ items: [{ title: 'Beans' }, { title: 'Peas' }] }]);
});

it('matches people to a member, to a placeholder and to nobody, and remembers it for the next file', async () => {
  const team = await aTeam(server);
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
  const team = await aTeam(server);
  const rosa = await server.person('Rosa-Beet');
  await server.join(team.workspaceId, rosa, 'member');
  const suggestionOf = async () => (await team.preview(aTrelloBoard())).receipt.people.find(({ name }) => name === 'Rosa Beet')?.suggestion;
  expect(await suggestionOf()).toMatchObject({ personId: rosa.id, because: 'same-name' });
  await server.join(team.workspaceId, await server.person('Rosa.Beet'), 'member');
  expect(await suggestionOf()).toBeNull();
});

it('gives the work of a placeholder to the member that a later run matches', async () => {
  const team = await aTeam(server);
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
  const team = await aTeam(server);
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
  const team = await aTeam(server);
  const people = [{ foreignId: '5f1a00000000000000000031', personId: team.outsider.id, placeholder: false }];
  await expect(team.run(aTrelloBoard(), { people })).rejects.toMatchObject({ code: 'BAD_INPUT' });
});

it('does not exist for an outsider, and is forbidden to a viewer', async () => {
  const team = await aTeam(server);
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
  const team = await aTeam(server);
  const commandId = randomUUID();
  const [one, two] = await Promise.all([team.run(aTrelloBoard(), { commandId }), team.run(aTrelloBoard(), { commandId })]);
  expect(one).toEqual(two);
  await expect(team.run(aTrelloBoard({ name: 'Other' }), { commandId })).rejects.toMatchObject({ code: 'COMMAND_REUSED' });
});

it('makes one board of the same file sent by two people at once', async () => {
  const team = await aTeam(server);
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
  const team = await aTeam(server);
  const before = await everything(server);
  await expect(team.run(file)).rejects.toMatchObject({
    code: 'UNREADABLE_FILE',
    details: { reason: expect.stringContaining(words) as string },
  });
  expect(await everything(server)).toEqual(before);
});

it('imports hostile texts as texts', async () => {
  const team = await aTeam(server);
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
  const team = await aTeam(server);
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
  const team = await aTeam(server);
  await team.run(aTrelloBoard());
  const runs = await team.bob.ask<Run[]>(`query($w: ID!) { imports(workspaceId: $w) ${runFields} }`, { w: team.workspaceId });
  expect(runs).toEqual([
    expect.objectContaining({ boardName: 'Garden club', by: { name: 'Alice' }, undoableUntil: '2026-12-01T09:00:00.000Z' }),
  ]);
});
