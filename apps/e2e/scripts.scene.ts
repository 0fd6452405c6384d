import { randomUUID } from 'node:crypto';
import { type FieldName, each, fields, numberOf, some, stand, whole } from './scripts.fields';
import { howMany, payloadsFor } from './scripts.payloads';
import { type Actor, type World, picture } from './world';

const inputOf = (name: string) => `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Input`;
/** Runs a command that takes an input. */
export const command = (who: Actor, name: string, input: Record<string, unknown>, type = inputOf(name), answer = '{ seq }') =>
  who.ask<never>(`mutation($i: ${type}!) { ${name}(input: $i) ${answer} }`, { i: { commandId: randomUUID(), ...input } });
const day = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);
const everyDay = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((d) => [d, [['00:00', '24:00']]]));

/** Does something with every one, a few at a time. */
async function all<T>(list: readonly T[], work: (one: T, i: number) => Promise<unknown>, atOnce = 4) {
  let next = 0;
  const worker = async () => {
    for (let i = next++; i < list.length; i = next++) await work(list[i] as T, i);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** The boards, tasks and people that the fields lie on. */
export interface Scene {
  world: World;
  ana: Actor;
  ben: Actor;
  board: { id: string; key: string; columns: Record<string, string> };
  tasks: { id: string; number: number }[];
  /** Which task shows what, by its number. */
  shows: Record<string, number>;
  decisions: number[];
}

async function boardAndTasks(world: World, ben: Actor): Promise<Scene> {
  const ana = world.owner;
  for (const who of [ana, ben]) await command(who, 'editCalendar', { week: everyDay }, 'EditCalendarInput', '{ id }');
  const board = await world.board('Scripts');
  await command(ana, 'editBoard', { boardId: board.id, name: stand('board.name') });
  for (const name of some('board.name', 120).slice(0, 12))
    await command(ana, 'createBoard', { workspaceId: world.workspaceId, name }, 'CreateBoardInput', '{ id }');
  const titles = each('task.title', 500);
  const ids = titles.map(() => randomUUID());
  await command(ana, 'createTasks', {
    columnId: board.columns['To do'],
    tasks: titles.map((title, i) => ({ id: ids[i], title })),
  });
  const snapshot = await world.snapshot(board.key);
  const tasks = ids.map((id) => ({ id, number: snapshot.cards.find((card) => card.id === id)?.number ?? 0 }));
  return { world, ana, ben, board, tasks, shows: {}, decisions: [] };
}

async function namesOnTheBoard({ ana, board, tasks }: Scene) {
  await all(each('column.name', 120).slice(0, 16), (name) =>
    command(ana, 'createColumn', { boardId: board.id, id: randomUUID(), name, class: 'queued' }),
  );
  const labels = each('label.name', 60).slice(0, 60);
  const ids = labels.map(() => randomUUID());
  await all(labels, (name, i) => command(ana, 'createLabel', { boardId: board.id, id: ids[i], name, color: 'teal' }));
  await command(ana, 'editTasks', { taskIds: [tasks[0]?.id], addLabelIds: ids.slice(0, 20) });
}

async function fieldsOfTasks({ ana, ben, tasks }: Scene) {
  const steps = each('task.nextStep', 140);
  const [who, what] = [each('wait.who', 120), each('wait.what', 140)];
  await all(tasks, async ({ id }, i) => {
    const late = i % 2 === 0;
    await command(ana, 'editTasks', {
      taskIds: [id],
      ownerId: i % 3 === 0 ? ben.id : ana.id,
      nextStep: steps[i % steps.length],
      dueOn: day(late ? 0 : 3),
    });
    if (i < 20) await command(ana, 'editTasks', { taskIds: [id], dueOn: day(5), why: each('task.why', 300)[i] });
    if (i % 4 === 1)
      await command(ana, 'editTasks', {
        taskIds: [id],
        wait: { kind: 'outside', who: who[(i - 1) / 4], what: what[(i - 1) / 4], checkOn: day(2) },
      });
  });
  await command(ana, 'editTasks', { taskIds: [tasks[14]?.id], dueOn: null, revisitOn: day(9), why: stand('task.why') });
  await all(tasks.filter((_, i) => i % 3 === 0).slice(0, 12), async ({ id }, i) => {
    await command(ben, 'counterDeadline', { taskId: id, on: day(9), why: each('counter.why', 300)[i] }, 'CounterInput');
    if (i % 3 === 2)
      await command(ana, 'answerCounter', { taskId: id, accept: false, why: each('counter.kept', 300)[(i - 2) / 3] }, 'AnswerCounterInput');
  });
}

async function textsOfOneTask(scene: Scene) {
  const { ana, tasks, shows } = scene;
  const task = tasks[1];
  if (!task) throw new Error('no task');
  shows['texts'] = task.number;
  const text = [stand('task.description'), ...some('task.description', 20_000)].join('\n\n');
  await command(ana, 'editDescription', { taskId: task.id, text, baseVersion: 0 });
  const listId = randomUUID();
  await command(ana, 'createChecklist', { taskId: task.id, id: listId, name: stand('checklist.name') });
  await all(some('checklist.name', 120).slice(0, 10), (name) =>
    command(ana, 'createChecklist', { taskId: task.id, id: randomUUID(), name }),
  );
  await command(ana, 'createChecklistItems', {
    checklistId: listId,
    items: each('checklist.item', 500).map((title) => ({ id: randomUUID(), title })),
  });
  for (const name of [stand('file.name'), ...some('file.name', 200)].slice(0, 12)) {
    const { id } = await ana.send(`/files/${task.id}`, name, name.length % 2 ? picture('png') : Buffer.from(name));
    await command(ana, 'addFiles', { taskId: task.id, fileIds: [id] });
    await command(ana, 'editFile', { fileId: id, name, caption: each('file.caption', 500)[name.length % 5] });
  }
  const [first] = await scene.world.server.query<{ id: string }>('select id from attachment order by created_at limit 1');
  await command(ana, 'editFile', { fileId: first?.id, name: stand('file.name'), caption: stand('file.caption') });
  await ana.ask('mutation($p: String!, $t: String!, $m: Json) { saveDraft(place: $p, text: $t, more: $m) }', {
    p: `comment:${task.id}`,
    t: stand('draft.text'),
    m: { kind: 'update', headline: stand('draft.more') },
  });
}

async function commentsOf({ ana, ben, tasks, shows, world }: Scene) {
  const [talk, news] = [tasks[2], tasks[4]];
  if (!talk || !news) throw new Error('no task');
  [shows['comments'], shows['news']] = [talk.number, news.number];
  const post = (who: Actor, taskId: string, text: string, more: Record<string, unknown> = {}) =>
    command(who, 'postComment', { id: randomUUID(), taskId, kind: 'note', text, ...more });
  // Each by itself: what one text opens, another must not close.
  await all(
    payloadsFor(numberOf('comment.text')).filter((_, i) => i % 20 === 0),
    (text) => post(ana, talk.id, text),
  );
  await world.server.query(
    `insert into comment (workspace_id, task_id, author_id, author_name, text, created_at) select $1, $2, $3, 'Ana', x, now() from unnest($4::text[]) x`,
    [world.workspaceId, talk.id, ana.id, payloadsFor(numberOf('comment.text'))],
  );
  await post(ana, talk.id, stand('comment.text'));
  for (const headline of each('comment.headline', 120).slice(0, 40))
    await post(ana, news.id, '', { kind: 'update', headline, health: 'at risk' });
  const edited = randomUUID();
  await post(ana, news.id, [stand('comment.before'), ...some('comment.before', 20_000)].join('\n\n'), { id: edited });
  await command(ana, 'editComment', { commentId: edited, text: 'Said otherwise' });
  for (const who of each('comment.who', 120).slice(0, 5).toReversed())
    await post(ben, tasks[6]?.id ?? '', 'It waits', { kind: 'blocker', blocker: { kind: 'outside', who, checkOn: day(3) } });
  shows['blocked'] = tasks[6]?.number ?? 0;
}

async function asksOf({ ana, ben, tasks, shows }: Scene) {
  const task = tasks[7];
  if (!task) throw new Error('no task');
  shows['asks'] = task.number;
  const ask = async (n: number, text: string) => {
    const id = randomUUID();
    await command(ana, 'postComment', {
      ...{ id: randomUUID(), taskId: task.id, kind: 'ask', text },
      ask: {
        ...{ ids: [id], personIds: [ben.id], pool: false, want: 'answer', blocking: false },
        ifNoReply: { kind: 'proceed', text: n === 12 ? stand('ask.otherwise') : each('ask.otherwise', 300)[n] },
        respondBy: new Date(Date.now() + 20 * 60_000).toISOString(),
        shortNotice: each('ask.shortNotice', 300)[n],
      },
    });
    return id;
  };
  const step = (who: Actor, askId: string, name: string, more: Record<string, unknown>) =>
    command(who, 'stepAsk', { askId, step: name, ...more });
  // Asked for a second time, it is for the asker to agree.
  const twice = await ask(12, 'And when then?');
  for (const days of [5, 9])
    await step(ben, twice, 'defer', { text: each('ask.defer', 20_000)[0], at: new Date(Date.now() + days * 86_400_000).toISOString() });
  for (let n = 0; n < 4; n++) {
    await step(ben, await ask(n, 'Is it so?'), 'answer', { text: each('ask.answer', 20_000)[n % 2] });
    await step(ben, await ask(n + 4, 'Will you?'), 'decline', { text: each('ask.decline', 20_000)[n % 2] });
    await step(ben, await ask(n + 8, 'When?'), 'defer', {
      text: each('ask.defer', 20_000)[n % 2],
      at: new Date(Date.now() + 5 * 86_400_000).toISOString(),
    });
  }
}

async function handoffsOf({ ana, ben, tasks, shows }: Scene) {
  const note = (n: number) => ({
    state: 'at risk',
    where: each('handoff.where', 20_000)[n],
    next: [{ what: each('handoff.next', 500)[n], by: null }],
    watchOuts: each('handoff.watchOuts', 20_000)[n],
    links: each('handoff.links', 20_000)[n],
    returnsOn: null,
  });
  const [open, taken] = [tasks[8], tasks[10]];
  if (!open || !taken) throw new Error('no task');
  [shows['offered'], shows['taken']] = [open.number, taken.number];
  for (const task of [open, taken]) await command(ana, 'editTasks', { taskIds: [task.id], ownerId: ana.id });
  await command(ana, 'offerHandoff', { taskId: open.id, toId: ben.id, note: note(0) });
  await command(ana, 'offerHandoff', { taskId: taken.id, toId: ben.id, note: note(1) });
  await command(ben, 'answerHandoff', { taskId: taken.id, accept: true, text: each('handoff.readBack', 20_000).slice(0, 2).join('\n\n') });
}

async function decisionsOf(scene: Scene) {
  const { ana, ben, board, world } = scene;
  const outcome = (n: number) => ({
    choice: each('decision.outcome.choice', 20_000)[n % 2],
    because: each('decision.outcome.because', 20_000)[n % 2],
    consequences: each('decision.outcome.consequences', 20_000)[n % 2],
    conditions: each('decision.outcome.conditions', 20_000)[n % 2],
    reviewTrigger: each('decision.outcome.trigger', 300)[n % 2],
  });
  const wish = (n: number) => ({
    question: each('decision.question', 300)[n],
    context: each('decision.context', 20_000)[n % 2],
    options: [0, 1].map(() => ({
      text: each('decision.option', 300)[n % 3],
      good: each('decision.option.good', 300)[n % 3],
      bad: each('decision.option.bad', 300)[n % 3],
    })),
    recommendation: each('decision.recommendation', 20_000)[n % 2],
    because: each('decision.because', 20_000)[n % 2],
    reviewTrigger: each('decision.trigger', 300)[n % 2],
    contributors: [{ personId: ben.id, required: false }],
  });
  const create = async (n: number, more: Record<string, unknown>, fields: Record<string, unknown>) => {
    const id = randomUUID();
    await command(ana, 'createDecision', { id, boardId: board.id, taskIds: [], open: false, fields: { ...wish(n), ...fields }, ...more });
    return id;
  };
  const step = (who: Actor, decisionId: string, name: string, more: Record<string, unknown>) =>
    command(who, 'stepDecision', { decisionId, step: name, ...more });
  const record = await create(0, { outcome: outcome(0) }, { mode: 'record' });
  await step(ana, record, 'erratum', { text: each('decision.after', 300)[0] });
  for (const n of [1, 2, 3]) await create(n, { outcome: outcome(n) }, { mode: 'record' });
  const open = await create(0, { open: true }, { mode: 'lazy', deciderId: ana.id });
  const stance = (text: string, resolves: string) => step(ben, open, 'stance', { stance: 'object', text, resolves, version: 1 });
  await stance(each('decision.stance', 20_000)[1] ?? '', each('decision.resolves', 20_000)[1] ?? '');
  await stance(stand('decision.stance'), stand('decision.resolves'));
  const other = await create(1, { open: true }, { mode: 'advice', deciderId: ana.id });
  await step(ana, other, 'replace decider', { personId: ben.id, text: stand('decision.another') });
  // Written when the decider settles what was contested, days later. What is sealed changes for no command, so its guard is taken off.
  await world.server.query('alter table decision disable trigger user');
  await world.server.query(`update decision set outcome = jsonb_set(outcome, '{answers}', $2::jsonb) where id = $1`, [
    record,
    JSON.stringify([{ personId: ben.id, text: stand('decision.settled') }]),
  ]);
  await step(ana, await create(2, { open: true }, { mode: 'lazy' }), 'withdraw', { text: each('decision.withdrawn', 20_000)[0] });
  await create(3, { open: true, reopensId: record, whatIsNew: each('decision.new', 20_000)[0] }, { mode: 'advice', deciderId: ana.id });
  const rows = await world.server.query<{ number: number }>('select number from decision order by number');
  scene.decisions = rows.map(({ number }) => number);
}

async function checkInsOf({ ana, ben, board, tasks, shows }: Scene) {
  shows['stuck'] = tasks[12]?.number ?? 0;
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Lisbon' }).format(new Date());
  const titles = each('check-in.title', 120).slice(0, 25);
  const questions = each('check-in.question', 300);
  const ids = titles.map(() => randomUUID());
  await all(titles, (title, i) =>
    command(ana, 'createCheckIn', {
      ...{
        id: ids[i],
        boardId: board.id,
        template: 'plan',
        title,
        questions: [0, 1, 2].map((q) => questions[(i * 3 + q) % questions.length]),
      },
      ...{ period: 'week', weekday: new Date(`${today}T12:00:00Z`).getUTCDay() || 7, offset: 0, tasks: true },
      ...{ participantIds: [ana.id, ben.id], startsOn: today },
    }),
  );
  await command(ben, 'answerCheckIn', {
    ...{ checkInId: ids[0], on: today, pass: false, finishedIds: [], movingIds: [] },
    words: [{ question: questions[0], text: each('check-in.answer', 20_000).slice(0, 2).join('\n\n') }],
    stuck: [{ taskId: tasks[12]?.id, text: each('check-in.stuck', 20_000)[0], outside: some('comment.who', 120)[0], checkOn: day(3) }],
  });
}

async function statusesOf({ ana, ben, board, tasks, shows }: Scene) {
  const publish = async (headline: string, text: string) => {
    const id = randomUUID();
    await command(ana, 'publishStatus', { id, boardId: board.id, health: 'at risk', headline, text, readerIds: [ben.id], toSeq: 1 });
    return id;
  };
  const texts = each('status.text', 20_000);
  const headlines = each('status.headline', 120).slice(0, 12);
  const ids: string[] = [];
  for (const [i, headline] of headlines.entries()) ids.push(await publish(headline, texts[i % texts.length] ?? ''));
  const objections = each('status.objection', 20_000);
  for (const [i, statusId] of ids.slice(0, 2).entries())
    await command(ben, 'acknowledgeStatus', { statusId, answer: 'object', text: objections[i % objections.length] });
  const task = tasks[13];
  if (!task) throw new Error('no task');
  shows['urgent'] = task.number;
  for (const text of each('urgent.text', 120).slice(0, 2))
    await command(ana, 'sendUrgent', { id: randomUUID(), taskId: task.id, toId: ben.id, reason: 'something is broken', text });
}

async function putAway({ ana, tasks }: Scene) {
  await command(ana, 'archiveTasks', { taskIds: tasks.slice(-6, -3).map(({ id }) => id) }, 'TaskSetInput');
  await command(ana, 'deleteTasks', { taskIds: tasks.slice(-3).map(({ id }) => id) }, 'TaskSetInput');
}

async function people({ ana, ben, world, tasks, board }: Scene) {
  await command(ben, 'setStatus', { status: { emoji: '<b>', text: stand('account.status'), until: null } }, 'SetStatusInput', '{ id }');
  const calendar = {
    leave: each('calendar.leave', 120)
      .slice(0, 3)
      .map((note, i) => ({
        id: randomUUID(),
        fromDay: day(20 + i * 3),
        fromTime: null,
        toDay: day(21 + i * 3),
        toTime: null,
        delegateId: null,
        note,
        returnBuffer: 2,
      })),
    focus: each('calendar.focus', 120)
      .slice(0, 3)
      .map((note, i) => ({ id: randomUUID(), weekdays: [i + 1], on: null, from: '10:00', to: '11:00', note })),
    overrides: each('calendar.override', 120)
      .slice(0, 3)
      .map((note, i) => ({ date: day(10 + i), intervals: [], note })),
    holidays: each('calendar.holiday', 120)
      .slice(0, 3)
      .map((name, i) => ({ date: day(14 + i), name, source: 'own' })),
    urgent: { reachable: true, hours: null, how: stand('calendar.urgent') },
  };
  for (const who of [ana, ben]) await command(who, 'editCalendar', calendar, 'EditCalendarInput', '{ id }');
  await ben.ask('mutation($i: EditProfileInput!) { editProfile(input: $i) { id } }', { i: { name: stand('account.name') } });
  await ana.ask('mutation($i: EditWorkspaceInput!) { editWorkspace(input: $i) { id } }', {
    i: { workspaceId: world.workspaceId, name: stand('workspace.name'), quietDays: [{ date: day(30), name: stand('quietDay.name') }] },
  });
  await ana.ask('mutation($i: AddPushDeviceInput!) { addPushDevice(input: $i) { id } }', {
    i: { endpoint: 'https://push.example.org/1', auth: 'AAAAAAAAAAAAAAAAAAAAAA', p256dh: pushKey, name: stand('push.name') },
  });
  const line = {
    ...{ key: `note:${tasks[0]?.id ?? ''}`, section: 'updates', object: 'task', objectId: tasks[0]?.id, text: stand('mark.line') },
    ...{ workspaceId: world.workspaceId, boardId: board.id, boardKey: board.key, boardName: 'Scripts' },
    ...{ taskId: tasks[0]?.id, taskKey: `${board.key}-${tasks[0]?.number ?? 0}`, taskTitle: 'A task', reason: 'you follow it' },
    ...{ class: 'digest', byId: null, byName: null, by: null, at: new Date().toISOString(), seq: 1, answers: [] },
  };
  await ana.ask('mutation($w: ID!, $m: [MarkInput!]!) { markLines(workspaceId: $w, marks: $m) }', {
    w: world.workspaceId,
    m: [{ key: line.key, mark: 'aside', seq: 1, line }],
  });
}

const pushKey = 'BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM';

async function imports({ ana, world }: Scene) {
  const id = (n: number) => `5f3c${String(n).padStart(20, '0')}`;
  const titles = each('import.title', 500);
  const file = {
    id: id(1),
    name: stand('import.board'),
    lists: [{ id: id(2), name: stand('import.title'), closed: false, pos: 1 }],
    labels: [{ id: id(4), name: stand('import.title'), color: 'pink' }],
    members: [{ id: id(5), fullName: stand('import.person'), username: 'pia' }],
    cards: titles.map((name, i) => ({
      ...{ id: id(100 + i), name, idList: id(2), closed: i % 7 === 3, pos: i, desc: name, idMembers: [id(5)], badges: { comments: 1 } },
      attachments: [
        { id: id(2_000 + i), name, url: `https://example.org/${i}`, isUpload: false },
        { id: id(3_000 + i), name: 'bad', url: `javascript:xss(${i})`, isUpload: false },
      ],
    })),
    checklists: [
      {
        id: id(6),
        idCard: id(100),
        name: stand('import.title'),
        pos: 1,
        checkItems: [{ id: id(7), name: stand('import.title'), state: 'incomplete', pos: 1 }],
      },
    ],
    actions: each('import.comment', 16_000).map((text, i) => ({
      ...{ id: id(5_000 + i), type: 'commentCard', date: '2024-05-01T10:00:00.000Z', idMemberCreator: id(5) },
      ...{
        memberCreator: { id: id(5), fullName: stand('import.person') },
        data: { text, card: { id: id(100) }, dateLastEdited: '2024-05-02T10:00:00.000Z' },
      },
    })),
  };
  const { id: uploadId } = await ana.send('/uploads', `${some('file.name', 200)[3] ?? ''}.json`, Buffer.from(JSON.stringify(file)));
  await command(ana, 'runImport', { workspaceId: world.workspaceId, uploadId, people: [] }, 'ImportInput', '{ id }');
  await world.server.query('update upload set name = $1', [some('file.name', 200)[3]]);
}

/** In every column of text or JSON, puts all payloads of a field where its stand-in is. */
async function multiply({ world }: Scene) {
  const columns = await world.server.query<{ t: string; c: string; type: string }>(
    `select table_name as t, column_name as c, data_type as type from information_schema.columns
     where table_schema = 'public' and data_type in ('text', 'jsonb') and is_generated = 'NEVER'`,
  );
  const stands = (Object.keys(fields) as FieldName[]).map((name) => [stand(name), whole(name)] as const);
  for (const { t, c, type } of columns) {
    const rows = await world.server.query<{ value: string }>(
      `select distinct (regexp_matches("${c}"::text, '§\\d+§', 'g'))[1] as value from "${t}"`,
    );
    for (const { value } of rows) {
      const text = stands.find(([name]) => name === value)?.[1] ?? '';
      if (type === 'jsonb')
        await world.server.query(
          `update "${t}" set "${c}" = replace("${c}"::text, $1, $2)::jsonb where "${c}"::text like '%' || $1 || '%'`,
          [value, JSON.stringify(text).slice(1, -1)],
        );
      else await world.server.query(`update "${t}" set "${c}" = replace("${c}", $1, $2) where "${c}" like '%' || $1 || '%'`, [value, text]);
    }
  }
}

/** A day passes, and Baton tells everybody what waits for them: no mail server is set, so admins read the mails. */
async function mails({ world }: Scene) {
  for (let i = 0; i < 40; i++) {
    await world.server.query(`update item set at = at - interval '2 days' where state = 'waiting' and at > now() - interval '1 day'`);
    await world.server.query(`select graphile_worker.add_job('delivery:tick')`);
    if ((await world.server.query('select 1 from mail_out')).length > 0) return;
    await new Promise((later) => setTimeout(later, 1_000));
  }
  throw new Error('no mail was written');
}

/** A workspace in which every text that people can give holds scripts: through the API as long as its length allows, and all in one beside. */
export async function aScriptedWorkspace(world: World): Promise<Scene> {
  const ben = await world.member('Ben', 'member', 'Europe/Lisbon');
  const scene = await boardAndTasks(world, ben);
  for (const store of [
    namesOnTheBoard,
    fieldsOfTasks,
    textsOfOneTask,
    commentsOf,
    asksOf,
    handoffsOf,
    decisionsOf,
    checkInsOf,
    imports,
    statusesOf,
    people,
    putAway,
  ])
    await store(scene);
  await multiply(scene);
  await mails(scene);
  return scene;
}

export { howMany };
