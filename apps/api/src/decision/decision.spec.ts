import { randomUUID } from 'node:crypto';
import type { BoardSnapshot, Conversation, DecisionLine } from '@baton/domain';
import { strFromU8, unzipSync } from 'fflate';
import {
  asked,
  decisionLog as log,
  decisionPage as page,
  fourZones,
  propose,
  sealsOf as verdict,
  takeStep as take,
} from '../../test/decisions';
import { type Somebody, type TestBoard, type TestServer, aServer } from '../../test/world';
import { decisionsVerdict } from './verify.command';

let server: TestServer;
beforeAll(async () => void (server = await aServer()));
afterAll(() => server.close());
beforeEach(() => server.clock.set('2026-11-19T16:00:00Z'));

/** A record that was decided at once. */
const onRecord = (board: TestBoard, who: Somebody, question: string, more: Record<string, unknown> = {}) =>
  propose(
    board,
    who,
    { question, mode: 'record', deciderId: who.id },
    { open: false, outcome: { choice: 'v2', because: 'It is faster.' }, ...more },
  );

describe('a lazy decision', () => {
  it('passes when everybody had two days at work, in four zones, though nothing runs (V10)', async () => {
    const { board, everybody, dubai } = await fourZones(server);
    await propose(board, board.alice, { contributors: asked(everybody) });
    const opened = await page(board, dubai, 1);
    expect(new Date(opened.standing.closesAt ?? 0).toISOString()).toBe('2026-11-24T12:00:00.000Z');
    server.clock.set('2026-11-22T16:00:00Z');
    expect((await page(board, dubai, 1)).hearings.map(({ exposure }) => exposure)).toEqual([8, 8, 12, 0]);
    server.clock.set('2026-11-24T11:59:59Z');
    expect((await page(board, dubai, 1)).standing.state).toBe('open');
    // Two hours late: the record says when it was, not when somebody looked.
    server.clock.set('2026-11-24T14:00:00Z');
    const { decision } = await page(board, dubai, 1);
    expect(decision).toMatchObject({ state: 'adopted', outcome: { choice: 'v2', decidedAt: '2026-11-24T12:00:00.000Z', notHeardIds: [] } });
    expect(decision.outcome?.heardIds).toHaveLength(4);
    expect(await verdict(board)).toMatchObject({ faults: [] });
  });

  it('is settled once, however many look at the same moment', async () => {
    const { board, everybody, asha } = await fourZones(server);
    await propose(board, board.alice, { contributors: asked(everybody) });
    server.clock.set('2026-11-24T12:00:00Z');
    await Promise.all([page(board, asha, 1), page(board, board.bob, 1), log(board, board.alice), log(board, asha)]);
    const events = await board.events();
    expect(events.filter(({ kind }) => kind === 'decision.settled')).toHaveLength(1);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
    expect((await verdict(board))?.links).toBe(1);
  });

  it('is contested by one objection, and its decider settles it with a written answer', async () => {
    const { board, everybody, york } = await fourZones(server);
    const id = await propose(board, board.alice, { contributors: asked(everybody), deciderId: board.alice.id });
    await expect(take(york, id, 'stance', { stance: 'object', text: 'Too new' })).rejects.toMatchObject({
      details: { field: expect.anything() },
    });
    await take(york, id, 'stance', { stance: 'object', text: 'Too new', resolves: 'A month of trial' });
    server.clock.set('2026-11-24T12:00:00Z');
    await expect(take(york, id, 'stance', { stance: 'agree' })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await page(board, york, 1)).toMatchObject({ decision: { state: 'contested', decideBy: '2026-11-26T16:00:00.000Z' } });
    const outcome = { choice: 'v2 on trial', because: 'The trial answers the worry.' };
    await expect(take(board.alice, id, 'decide', { outcome })).rejects.toMatchObject({ details: { field: 'answers', personId: york.id } });
    await take(board.alice, id, 'decide', { outcome: { ...outcome, answers: [{ personId: york.id, text: 'One month, then we look.' }] } });
    expect((await page(board, york, 1)).decision).toMatchObject({ state: 'decided', outcome: { as: 'decided', choice: 'v2 on trial' } });
  });

  it('goes to the decider when somebody who is required could not be heard', async () => {
    const { board, dubai } = await fourZones(server);
    await dubai.ask('mutation($i: EditCalendarInput!) { editCalendar(input: $i) { id } }', { i: { commandId: randomUUID(), week: {} } });
    await propose(board, board.alice, { contributors: asked([dubai], true) });
    server.clock.set('2026-12-03T16:00:00Z');
    const { decision, hearings } = await page(board, board.alice, 1);
    expect([decision.state, hearings[0]?.heard]).toEqual(['awaiting', false]);
    await take(board.alice, decision.id, 'decide', { outcome: { choice: 'v2', because: 'We cannot wait.' } });
    expect((await page(board, board.alice, 1)).decision.outcome?.notHeardIds).toEqual([dubai.id]);
  });

  it('closes later when somebody goes on leave, and never earlier when they come back', async () => {
    const { board, asha } = await fourZones(server);
    await propose(board, board.alice, { contributors: asked([asha]) });
    const closes = async () => new Date((await page(board, board.alice, 1)).standing.closesAt ?? 0).toISOString();
    const calendar = (leave: unknown[]) =>
      asha.ask('mutation($i: EditCalendarInput!) { editCalendar(input: $i) { id } }', { i: { commandId: randomUUID(), leave } });
    expect(await closes()).toBe('2026-11-23T12:30:00.000Z');
    await calendar([
      {
        ...{ id: 'l', fromDay: '2026-11-23', fromTime: null, toDay: '2026-11-24', toTime: null, delegateId: null, note: '' },
        returnBuffer: 0,
      },
    ]);
    expect(await closes()).toBe('2026-11-25T12:30:00.000Z');
    await calendar([]);
    expect(await closes()).toBe('2026-11-25T12:30:00.000Z');
  });
});

describe('input', () => {
  it('makes a new version of a change of substance: objections stay, agreements are asked again with their whole time', async () => {
    const { board, asha, york } = await fourZones(server);
    const id = await propose(board, board.alice, { contributors: asked([asha, york]) });
    await take(york, id, 'stance', { stance: 'object', text: 'Too new', resolves: 'A trial', version: 1 });
    await take(asha, id, 'stance', { stance: 'agree', version: 1 });
    server.clock.set('2026-11-21T08:00:00Z');
    await take(board.alice, id, 'edit', { fields: { recommendation: 'v2 on trial' }, version: 1 });
    await expect(take(asha, id, 'stance', { stance: 'agree', version: 1 })).rejects.toMatchObject({ code: 'CONFLICT' });
    const { decision, hearings, standing } = await page(board, board.alice, 1);
    expect([decision.version, decision.versions.map(({ recommendation }) => recommendation)]).toEqual([2, ['v2', 'v2 on trial']]);
    expect(hearings.map(({ stance }) => stance?.kind ?? null)).toEqual([null, 'object']);
    // Sixteen hours of Asha from Saturday's next slot.
    expect(new Date(standing.closesAt ?? 0).toISOString()).toBe('2026-11-24T08:30:00.000Z');
    expect(await log(board, asha, 'mine')).toMatchObject([{ number: 1, mine: 'stance' }]);
  });

  it('makes a need for information an ask to the proposer, and stands still for that person until the answer', async () => {
    const { board, asha } = await fourZones(server);
    const id = await propose(board, board.alice, { contributors: asked([asha]) }, { taskIds: [board.task('choose')] });
    server.clock.set('2026-11-21T05:30:00Z');
    await take(asha, id, 'stance', { stance: 'need information', text: 'How much does it cost?' });
    const conversation = () =>
      asha.ask<Conversation>('query($t: ID!) { conversation(taskId: $t) }', { t: board.task('choose') }).then(({ asks }) => asks);
    expect(await conversation()).toMatchObject([{ holderId: board.alice.id, askerId: asha.id, closed: null }]);
    expect(new Date((await page(board, asha, 1)).standing.closesAt ?? 0).toISOString()).toBe('2026-12-03T16:00:00.000Z');
    expect(await log(board, board.alice, 'mine')).toMatchObject([{ mine: 'information' }]);
    server.clock.set('2026-11-23T09:00:00Z');
    await take(board.alice, id, 'inform', { text: 'Nothing.' });
    expect(await conversation()).toMatchObject([{ closed: { as: 'answered', text: 'Nothing.' } }]);
    // One of sixteen hours was heard on Saturday; fifteen are left on Monday at half past two.
    expect(new Date((await page(board, asha, 1)).standing.closesAt ?? 0).toISOString()).toBe('2026-11-25T08:00:00.000Z');
  });

  it('hides the views of others from whoever has not given theirs, where that is wanted', async () => {
    const { board, asha, york } = await fourZones(server);
    const id = await propose(board, board.alice, { contributors: asked([asha, york]), hideStances: true });
    await take(york, id, 'stance', { stance: 'concern', text: 'canary' });
    expect(JSON.stringify(await page(board, asha, 1))).not.toContain('canary');
    expect(JSON.stringify(await page(board, board.alice, 1))).toContain('canary');
    await take(asha, id, 'stance', { stance: 'agree' });
    expect(JSON.stringify(await page(board, asha, 1))).toContain('canary');
  });

  it('asks for another decider or day when the decider would have no time to decide', async () => {
    const { board, asha } = await fourZones(server);
    const opening = propose(board, board.alice, {
      mode: 'advice',
      deciderId: asha.id,
      contributors: asked([asha]),
      decideBy: '2026-11-23T13:00:00Z',
    });
    await expect(opening).rejects.toMatchObject({
      code: 'BAD_INPUT',
      details: { field: 'decideBy', nextFeasible: '2026-11-25T12:30:00.000Z' },
    });
  });

  it('refuses a consent of more than seven people, and a silence that nobody could break', async () => {
    const { board, everybody } = await fourZones(server);
    const more = await Promise.all(['B', 'C', 'D', 'E'].map((name) => server.person(name)));
    for (const person of more) await server.join(board.workspaceId, person, 'member');
    await expect(propose(board, board.alice, { mode: 'consent', contributors: asked([...everybody, ...more]) })).rejects.toMatchObject({
      details: { field: 'contributors' },
    });
    await expect(propose(board, board.alice, { contributors: [] })).rejects.toMatchObject({ details: { field: 'contributors' } });
  });
});

describe('the move line', () => {
  it('says who owes a view, then who decides, on a task that cannot go on before it', async () => {
    const { board, asha } = await fourZones(server);
    const id = await propose(
      board,
      board.alice,
      { mode: 'advice', contributors: asked([asha]), blocking: true },
      { taskIds: [board.task('build')] },
    );
    expect((await board.card('build'))?.owed).toMatchObject([
      { kind: 'decision', personId: asha.id, what: 'say what you think of D-1', blocking: true },
    ]);
    await take(asha, id, 'stance', { stance: 'agree' });
    expect((await board.card('build'))?.owed).toMatchObject([{ personId: board.alice.id, what: 'settle D-1' }]);
    server.clock.set('2026-11-23T12:30:00Z');
    await page(board, asha, 1);
    expect((await board.card('build'))?.owed).toMatchObject([
      { personId: board.alice.id, what: 'decide D-1', by: '2026-11-25T16:00:00.000Z' },
    ]);
    await take(board.alice, id, 'decide', { outcome: { choice: 'v2', because: 'Asha agrees.' } });
    expect((await board.card('build'))?.owed).toBeNull();
  });
});

it('stays with its board when a task leaves for another', async () => {
  const { board, asha } = await fourZones(server);
  const taskIds = [board.task('build')];
  const id = await propose(board, board.alice, { contributors: asked([asha]), blocking: true }, { taskIds });
  const other = await board.alice.ask<{ key: string }>('mutation($i: CreateBoardInput!) { createBoard(input: $i) { key } }', {
    i: { commandId: randomUUID(), workspaceId: board.workspaceId, name: 'Other' },
  });
  const there = () =>
    board.alice.ask<BoardSnapshot>('query($w: ID!, $k: String!) { boardSnapshot(workspaceId: $w, key: $k) }', {
      ...{ w: board.workspaceId, k: other.key },
    });
  const columnId = (await there()).columns[0]?.id;
  await board.alice.command('moveTasksToBoard', 'MoveTasksToBoardInput', { taskIds, columnId });
  expect((await there()).cards.map(({ owed }) => owed)).toEqual([null]);
  await take(asha, id, 'stance', { stance: 'agree' });
  expect((await there()).cards.map(({ owed }) => owed)).toEqual([null]);
  const lines = await asha.ask<DecisionLine[]>('query($t: ID!) { taskDecisions(taskId: $t) }', { t: board.task('build') });
  expect(lines).toEqual([]);
});

describe('what is in force', () => {
  it('is put on record from a comment in one command, and corrected by those who were named until the end of their next day', async () => {
    const { board, asha, york } = await fourZones(server);
    const commentId = randomUUID();
    await asha.command('postComment', 'PostCommentInput', {
      id: commentId,
      taskId: board.task('choose'),
      kind: 'note',
      text: 'We take v2.',
    });
    const fields = { question: 'Which API?', mode: 'record', deciderId: asha.id, contributors: asked([york]) };
    const id = await propose(board, asha, fields, {
      ...{ open: false, commentId, taskIds: [board.task('choose')] },
      outcome: { choice: 'v2', because: 'It is faster.' },
    });
    expect((await page(board, york, 1)).comment).toEqual({ id: commentId, taskKey: `${board.key}-1` });
    await take(york, id, 'correct', { text: 'It was the second choice.' });
    server.clock.set('2026-11-20T22:00:00Z');
    await expect(take(york, id, 'correct', { text: 'And slow.' })).rejects.toMatchObject({ code: 'CONFLICT' });
    await take(york, id, 'dissent', { text: 'I would have waited.' });
    const lines = await york.ask<DecisionLine[]>('query($t: ID!) { taskDecisions(taskId: $t) }', { t: board.task('choose') });
    expect(lines).toMatchObject([{ number: 1, state: 'decided', choice: 'v2' }]);
    expect((await page(board, york, 1)).decision.afterwards.map(({ kind }) => kind)).toEqual(['correction', 'dissent']);
    expect(await verdict(board)).toMatchObject({ links: 3, faults: [] });
  });

  it('stays in force while it is reopened, and is superseded by the new outcome', async () => {
    const { board, asha, york } = await fourZones(server);
    const old = await onRecord(board, board.alice, 'Which API?');
    const reopening = { reopensId: old, whatIsNew: 'v3 is out' };
    await expect(propose(board, york, { mode: 'advice', deciderId: york.id }, reopening)).rejects.toMatchObject({ code: 'CONFLICT' });
    await take(york, old, 'trigger', { text: 'v3 is out' });
    const id = await propose(board, york, { mode: 'advice', deciderId: york.id, contributors: asked([asha]) }, reopening);
    expect((await page(board, york, 1)).decision.state).toBe('decided');
    expect(await log(board, board.alice, 'review')).toMatchObject([{ number: 1, mine: 'review' }]);
    server.clock.set('2026-11-25T15:00:00Z');
    await take(york, id, 'decide', { outcome: { choice: 'v3', because: 'It is newer.' } });
    expect((await page(board, york, 1)).decision).toMatchObject({ state: 'superseded', supersededById: id });
    expect(await log(board, york, 'in force')).toMatchObject([{ number: 2, choice: 'v3' }]);
    expect(await log(board, york, 'superseded')).toMatchObject([{ number: 1, supersededByNumber: 2 }]);
    expect(await verdict(board)).toMatchObject({ links: 4, faults: [] });
  });

  it('leads from the first to the one that holds now, and shows it on the tasks of the first, though nobody linked it', async () => {
    const { board } = await fourZones(server);
    const outcome = { choice: 'v3', because: 'It is newer.' };
    const first = await onRecord(board, board.alice, 'Which API?', { taskIds: [board.task('choose')] });
    const second = await onRecord(board, board.alice, 'Which API now?', { supersedesId: first });
    await onRecord(board, board.alice, 'Which API at last?', { supersedesId: second, outcome });
    expect(await page(board, board.viewer, 1)).toMatchObject({
      latest: { number: 3, question: 'Which API at last?', choice: 'v3', state: 'decided' },
    });
    expect((await page(board, board.viewer, 3)).latest).toBeNull();
    const lines = await board.viewer.ask<DecisionLine[]>('query($t: ID!) { taskDecisions(taskId: $t) }', { t: board.task('choose') });
    expect(lines.map(({ number, state }) => [number, state])).toEqual([
      [3, 'decided'],
      [2, 'superseded'],
      [1, 'superseded'],
    ]);
  });

  it('is asked about on its day, and upheld with the next', async () => {
    const { board } = await fourZones(server);
    const id = await onRecord(board, board.alice, 'Which API?', { outcome: { choice: 'v2', because: 'Fast.', reviewOn: '2026-12-09' } });
    server.clock.set('2026-12-08T22:59:59Z');
    expect((await page(board, board.alice, 1)).standing.reviewDue).toBe(false);
    server.clock.set('2026-12-08T23:00:00Z');
    expect((await page(board, board.alice, 1)).standing.reviewDue).toBe(true);
    await take(board.alice, id, 'uphold', { reviewOn: '2027-12-09' });
    expect(await page(board, board.alice, 1)).toMatchObject({ decision: { reviewOn: '2027-12-09' }, standing: { reviewDue: false } });
    await take(board.alice, id, 'retire', { text: 'The product ended.' });
    expect((await page(board, board.alice, 1)).decision.state).toBe('retired');
    expect(await verdict(board)).toMatchObject({ links: 3, faults: [] });
  });

  it('verifies after a text was taken out, and keeps its digest, who, when and why', async () => {
    const { board } = await fourZones(server);
    const id = await onRecord(board, board.alice, 'Which API?', { fields: { question: 'Which API?', mode: 'record', context: 'canary' } });
    await expect(take(board.bob, id, 'redact', { path: '/context', text: 'A name' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(take(board.alice, id, 'redact', { path: '/proposerId', text: 'A name' })).rejects.toMatchObject({
      details: { field: 'path' },
    });
    await take(board.alice, id, 'redact', { path: '/context', text: 'A name' });
    const { decision } = await page(board, board.alice, 1);
    expect(JSON.stringify(decision)).not.toContain('canary');
    expect(decision.afterwards).toMatchObject([{ kind: 'redaction', path: '/context', text: 'A name', byId: board.alice.id }]);
    expect(await verdict(board)).toMatchObject({ links: 2, faults: [] });
  });

  it('goes out as Markdown, one and all, and only to who may read it', async () => {
    const { board } = await fourZones(server);
    const id = await onRecord(board, board.alice, 'Which API?');
    await onRecord(board, board.alice, 'Ünïcode & "quotes"?');
    const get = (path: string, who: Somebody) => fetch(`${server.url}${path}`, { headers: { cookie: who.cookie } });
    const one = await (await get(`/decisions/${board.id}.md?id=${id}`, board.viewer)).text();
    expect(one).toContain('# D-1: Which API?');
    expect(one).toContain('Because: It is faster.');
    const files = unzipSync(new Uint8Array(await (await get(`/decisions/${board.id}.zip`, board.viewer)).arrayBuffer()));
    expect(Object.keys(files)).toEqual([`${board.key}-decisions/0001-which-api.md`, `${board.key}-decisions/0002-u-ni-code-quotes.md`]);
    expect(strFromU8(files[`${board.key}-decisions/0001-which-api.md`] ?? new Uint8Array())).toBe(one);
    const everything = unzipSync(
      new Uint8Array(await (await get(`/decisions/workspace/${board.workspaceId}.zip`, board.viewer)).arrayBuffer()),
    );
    expect(Object.keys(everything)).toEqual(Object.keys(files));
    const [of, all] = [board.id, `workspace/${board.workspaceId}`];
    for (const path of [`/decisions/${of}.zip`, `/decisions/${of}.md?id=${id}`, `/decisions/${all}.zip`]) {
      expect((await get(path, board.outsider)).status).toBe(404);
      expect((await get(path, server.nobody())).status).toBe(404);
    }
  });
});

describe('the seals', () => {
  /** Another value of the same kind, as somebody with the database's password would write it. */
  const other: Record<string, string> = {
    uuid: `'00000000-0000-4000-8000-000000000001'`,
    text: `$c || 'x'`,
    integer: '$c + 41',
    boolean: 'not $c',
    'timestamp with time zone': `coalesce($c, now()) + interval '1 second'`,
    date: `coalesce($c, current_date) + 1`,
    ARRAY: `array_append($c, '00000000-0000-4000-8000-000000000001'::uuid)`,
  };
  const elsewhere: Record<string, string> = {
    state: `'retired'`,
    mode: `'advice'`,
    reversibility: `'easy'`,
    options: `'[{"text": "other", "good": "", "bad": ""}]'`,
    contributors: `'[]'`,
    versions: `'[{}]'`,
    stances: `'[{"personId": "x", "kind": "agree"}]'`,
    outcome: `jsonb_set($c, '{because}', '"It is slower."')`,
    history: `'[{"text": "x"}]'`,
    afterwards: `'[{"kind": "erratum", "text": "x"}]'`,
  };

  it('name the decision in which anything was changed, whichever column it is', async () => {
    const { board, york } = await fourZones(server);
    const old = await onRecord(board, board.alice, 'Which API?', {
      fields: { question: 'Which API?', mode: 'record', contributors: asked([york]), deciderId: board.alice.id },
    });
    await onRecord(board, board.alice, 'Which colour?', { supersedesId: old });
    expect(await verdict(board)).toMatchObject({ faults: [] });
    const columns = await server.db.query(
      `select column_name as name, data_type as type from information_schema.columns where table_name = 'decision' and column_name not in ('id', 'board_id')`,
    );
    const faults: string[] = [];
    for (const { name, type } of columns as { name: string; type: string }[]) {
      const value = (elsewhere[name] ?? other[type] ?? `no value for ${type}`).replaceAll('$c', name);
      const run = server.db.createQueryRunner();
      await run.startTransaction();
      try {
        await run.query(`set local session_replication_role = 'replica'`);
        await run.query(`update decision set ${name} = ${value} where id = $1`, [old]);
        const { ok, out } = await decisionsVerdict(run);
        if (ok || !/ D-\d+.*(changed|missing|state)/.test(out)) faults.push(`${name}: ${out}`);
      } finally {
        await run.rollbackTransaction();
        await run.release();
      }
    }
    expect(columns.length).toBeGreaterThan(35);
    expect(faults).toEqual([]);
  });

  it('name a link that was changed, taken out, or cut from the end', async () => {
    const { board } = await fourZones(server);
    await onRecord(board, board.alice, 'Which API?');
    await onRecord(board, board.alice, 'Which colour?');
    const after = async (...statements: string[]) => {
      const run = server.db.createQueryRunner();
      await run.startTransaction();
      for (const statement of statements) await run.query(statement, [board.id]);
      const { ok } = await decisionsVerdict(run);
      await run.rollbackTransaction();
      await run.release();
      return ok;
    };
    expect(await after(`delete from decision_seal where board_id = $1 and n = 1`)).toBe(false);
    expect(await after(`update decision_seal set hash = repeat('0', 64) where board_id = $1 and n = 2`)).toBe(false);
    expect(await after(`delete from decision where board_id = $1 and number = 2`)).toBe(false);
    expect(await after(`delete from decision where board_id = $1 and number = 1`)).toBe(false);
    expect(await after(`select $1`)).toBe(true);
  });

  it('are kept by the database itself: what is in force does not change', async () => {
    const { board } = await fourZones(server);
    const id = await onRecord(board, board.alice, 'Which API?');
    await expect(server.db.query(`update decision set question = 'x' where id = $1`, [id])).rejects.toThrow('does not change');
    await expect(server.db.query(`update decision set state = 'draft' where id = $1`, [id])).rejects.toThrow('does not change');
    await expect(
      server.db.query(`update decision set outcome = jsonb_set(outcome, '{because}', '""') where id = $1`, [id]),
    ).rejects.toThrow();
  });
});
