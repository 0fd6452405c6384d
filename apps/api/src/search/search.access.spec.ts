import { randomUUID } from 'node:crypto';
import { type SearchAnswer, type WorkspaceRole, hitKinds, workspaceRoles } from '@baton/domain';
import fc from 'fast-check';
import { type Somebody, type TestServer, aBoard, aServer } from '../../test/world';

let server: TestServer;
beforeAll(async () => void (server = await aServer()));
afterAll(() => server.close());

const search = (who: Somebody, workspaceId: string, text: string, filter: Record<string, unknown> = {}) =>
  who.ask<SearchAnswer>('query($i: SearchInput!) { search(input: $i) }', { i: { workspaceId, text, ...filter } });

/** Writes one thing of every kind on a new board, all of which say "canary" and nothing else in common. */
async function fill(owner: Somebody, helper: Somebody, workspaceId: string, name: string): Promise<string> {
  const { id, key } = await owner.ask<{ id: string; key: string }>(
    'mutation($i: CreateBoardInput!) { createBoard(input: $i) { id key } }',
    { i: { commandId: randomUUID(), workspaceId, name } },
  );
  const { columns } = await owner.ask<{ columns: { id: string }[] }>(
    'query($w: ID!, $k: String!) { boardSnapshot(workspaceId: $w, key: $k) }',
    { w: workspaceId, k: key },
  );
  const [taskId, checklistId] = [randomUUID(), randomUUID()];
  const said = (kind: string, more: Record<string, unknown> = {}) =>
    owner.command('postComment', 'PostCommentInput', { id: randomUUID(), taskId, kind, text: `canary ${kind} of ${name}`, ...more });
  const decided = (more: Record<string, unknown>) =>
    owner.command('createDecision', 'CreateDecisionInput', { id: randomUUID(), boardId: id, taskIds: [], ...more });
  await owner.command('createTasks', 'CreateTasksInput', { columnId: columns[0]?.id, tasks: [{ id: taskId, title: `canary of ${name}` }] });
  await owner.command('createChecklist', 'CreateChecklistInput', { taskId, id: checklistId, name: `canary list of ${name}` });
  await said('note');
  await said('ask', {
    ask: { ids: [randomUUID()], personIds: [helper.id], pool: false, want: 'answer', blocking: false, ifNoReply: { kind: 'wait' } },
  });
  const fields = { mode: 'record', deciderId: owner.id, recommendation: '', because: '' };
  await decided({
    open: false,
    fields: { ...fields, question: `Which canary on ${name}?` },
    outcome: { choice: 'The yellow one', because: 'It sings.' },
  });
  await decided({
    open: false,
    fields: { question: `Secret canary draft on ${name}?`, mode: 'advice', recommendation: 'x', because: 'y' },
  });
  return id;
}

/** Two workspaces of three boards each, and somebody whose access the test sets. */
async function twoWorkspaces() {
  const first = await aBoard(server);
  const second = await aBoard(server);
  const probe = await server.person('Pia');
  const places: { workspaceId: string; boardIds: string[] }[] = [];
  for (const { workspaceId, alice, bob } of [first, second]) {
    const boardIds: string[] = [];
    for (const name of ['north', 'south', 'west']) boardIds.push(await fill(alice, bob, workspaceId, name));
    places.push({ workspaceId, boardIds });
  }
  return { first, places, probe };
}

interface Reach {
  role: WorkspaceRole | null;
  /** On which of the three boards they are named as guest; counts only for guests. */
  named: boolean[];
}

async function setReach(personId: string, place: { workspaceId: string; boardIds: string[] }, { role, named }: Reach) {
  await server.db.query('delete from membership where workspace_id = $1 and person_id = $2', [place.workspaceId, personId]);
  await server.db.query('delete from board_guest where workspace_id = $1 and person_id = $2', [place.workspaceId, personId]);
  if (role) await server.db.query('insert into membership values ($1, $2, $3, now())', [place.workspaceId, personId, role]);
  for (const [i, boardId] of place.boardIds.entries())
    if (named[i]) await server.db.query(`insert into board_guest values ($1, $2, $3, 'viewer')`, [boardId, personId, place.workspaceId]);
}

const reach: fc.Arbitrary<Reach> = fc.record({
  role: fc.constantFrom(null, ...workspaceRoles),
  named: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
});

it('finds everything on the boards that somebody may read, and nothing else, whatever their access is', async () => {
  const { places, probe } = await twoWorkspaces();
  await fc.assert(
    fc.asyncProperty(fc.tuple(reach, reach), fc.constantFrom('canary', 'canar', 'canrary'), async (reaches, word) => {
      for (const [i, place] of places.entries()) await setReach(probe.id, place, reaches[i] ?? { role: null, named: [] });
      for (const [i, place] of places.entries()) {
        const { role, named } = reaches[i] ?? { role: null, named: [] };
        if (role === null) {
          await expect(search(probe, place.workspaceId, word)).rejects.toMatchObject({ code: 'NOT_FOUND' });
          continue;
        }
        const readable = place.boardIds.filter((_, b) => role !== 'guest' || named[b]);
        const { hits } = await search(probe, place.workspaceId, word);
        const seen = hits.map(({ boardId, kind }) => `${boardId} ${kind}`).toSorted();
        expect(seen).toEqual(readable.flatMap((id) => hitKinds.map((kind) => `${id} ${kind}`)).toSorted());
        expect(JSON.stringify(hits)).not.toContain('draft');
        // Filters narrow; they open nothing.
        for (const boardId of places.map(({ boardIds }) => boardIds[0] ?? '')) {
          const on = await search(probe, place.workspaceId, word, { boardId });
          expect(on.hits.length).toBe(readable.includes(boardId) ? hitKinds.length : 0);
        }
      }
    }),
    { numRuns: 40 },
  );
});

it('shows a draft of a decision to its proposer alone', async () => {
  const { first, places } = await twoWorkspaces();
  const workspaceId = places[0]?.workspaceId ?? '';
  expect((await search(first.alice, workspaceId, 'secret draft')).hits).toHaveLength(3);
  for (const who of [first.bob, first.viewer]) expect((await search(who, workspaceId, 'secret draft')).hits).toEqual([]);
});

it('finds nothing for somebody from the moment on at which they are taken out, or no longer a guest', async () => {
  const { first, places, probe } = await twoWorkspaces();
  const place = places[0] ?? { workspaceId: '', boardIds: [] };
  await setReach(probe.id, place, { role: 'member', named: [] });
  expect((await search(probe, place.workspaceId, 'canary')).hits).toHaveLength(15);
  await first.alice.ask('mutation($w: ID!, $p: ID!) { removeMember(workspaceId: $w, personId: $p) }', {
    w: place.workspaceId,
    p: probe.id,
  });
  await expect(search(probe, place.workspaceId, 'canary')).rejects.toMatchObject({ code: 'NOT_FOUND' });

  await setReach(probe.id, place, { role: 'guest', named: [true, false, false] });
  expect((await search(probe, place.workspaceId, 'canary')).hits).toHaveLength(5);
  await first.alice.ask('mutation($b: ID!, $p: ID!) { removeBoardGuest(boardId: $b, personId: $p) }', {
    ...{ b: place.boardIds[0], p: probe.id },
  });
  expect((await search(probe, place.workspaceId, 'canary')).hits).toEqual([]);
  // Also by its key, which needs no words.
  const [task] = await server.db.query(
    `select b.key || '-' || t.number as key from task t join board b on b.id = t.board_id where b.id = $1`,
    [place.boardIds[0]],
  );
  expect((await search(probe, place.workspaceId, (task as { key: string }).key)).hits).toEqual([]);
});

it('does not tell a stranger’s words through what it takes for a slip', async () => {
  const { places, probe, first } = await twoWorkspaces();
  const place = places[0] ?? { workspaceId: '', boardIds: [] };
  await setReach(probe.id, place, { role: 'guest', named: [true, false, false] });
  await first.alice.command('postComment', 'PostCommentInput', {
    ...{ id: randomUUID(), kind: 'note', text: 'zanzibar' },
    taskId: (await server.db.query('select id from task where board_id = $1', [place.boardIds[1]]))[0].id,
  });
  expect(await search(probe, place.workspaceId, 'zanzibra')).toEqual({ hits: [], nearOnly: false, more: false });
  expect((await search(first.alice, place.workspaceId, 'zanzibra')).nearOnly).toBe(true);
});
