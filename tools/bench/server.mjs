import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { load, rawLoad, request } from './load.mjs';
import { statementsOf } from './scene.mjs';

const seconds = 4;
const lanes = 10;
const snapshot = 'query($w: ID!, $k: String!) { boardSnapshot(workspaceId: $w, key: $k) }';
const event = '{ boardId seq at actorId kind commandId changes resync }';
const ofEvent = (statement) => statement.text.includes('insert into event');

/** Opening boards: statements, bytes, CPU, and the rate beside that of the same SQL through pg. */
export async function measureOpen(scene, { cookie, workspaceId, boards }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 50 });
  const rows = [];
  for (const board of Object.values(boards)) {
    const body = JSON.stringify({ query: snapshot, variables: { w: workspaceId, k: board.key } });
    const once = (encoding) => request(agent, scene.url, body, { cookie, ...(encoding && { 'accept-encoding': encoding }) });
    for (let i = 0; i < 20; i++) await once();
    const statements = await statementsOf(scene, () => once());
    const [raw, gzip, brotli] = [await once('identity'), await once('gzip'), await once('br')];
    const one = await load(1, 2, () => once('gzip'));
    const cpu = scene.cpu();
    const many = await load(lanes, seconds, () => once('gzip'));
    const cpuMs = (scene.cpu() - cpu) / many.count;
    const straight = await rawLoad(scene.databaseUrl, lanes, seconds, statements);
    rows.push({
      tasks: board.size,
      statements: statements.length,
      rawKb: raw / 1000,
      gzipKb: gzip / 1000,
      brotliKb: brotli / 1000,
      alone50: one.p50,
      perSecond: many.perSecond,
      p95: many.p95,
      cpuMs,
      rawPerSecond: straight.perSecond,
      ratio: many.perSecond / straight.perSecond,
    });
  }
  agent.destroy();
  return rows;
}

/** Creating, editing and moving tasks. */
export async function measureWrites(scene, { cookie, boards }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 50 });
  const rows = [];
  for (const board of Object.values(boards)) {
    const task = (lane, i) => board.tasks[(lane * 37 + i * 11) % board.tasks.length];
    const kinds = {
      create: (lane, i) => [
        'createTasks',
        'CreateTasksInput',
        { columnId: board.columns[(lane + i) % 8], afterTaskId: null, tasks: [{ id: randomUUID(), title: 'New' }] },
      ],
      edit: (lane, i) => [
        'editTasks',
        'EditTasksInput',
        { taskIds: [task(lane, i).id], dueOn: `2026-12-${String(1 + ((lane + i) % 28)).padStart(2, '0')}` },
      ],
      move: (lane, i) => [
        'moveTasks',
        'MoveTasksInput',
        { taskIds: [task(lane, i).id], columnId: board.columns[(lane + i) % 8], afterTaskId: null },
      ],
    };
    for (const [kind, make] of Object.entries(kinds)) {
      const once = (lane, i) => {
        const [name, type, input] = make(lane, i);
        return request(
          agent,
          scene.url,
          JSON.stringify({
            query: `mutation($i: ${type}!) { ${name}(input: $i) ${event} }`,
            variables: { i: { commandId: randomUUID(), ...input } },
          }),
          { cookie },
        );
      };
      for (let i = 0; i < 10; i++) await once(0, i);
      const statements = await statementsOf(scene, () => once(1, 3));
      const cpu = scene.cpu();
      const many = await load(lanes, seconds, once);
      const cpuMs = (scene.cpu() - cpu) / many.count;
      // The same statements with fresh ids where the tables demand them.
      const fresh = (statement, seen) => {
        if (ofEvent(statement)) return statement.params.with(1, String(seen.seq)).with(6, randomUUID());
        if (!statement.text.includes('insert into task')) return statement.params;
        const unique = `Z${Math.random().toString(36).slice(2)}${Date.now()}`.replace(/[^0-9A-Za-z]/g, '');
        return statement.params
          .with(0, `{${randomUUID()}}`)
          .with(2, `{${unique}}`)
          .with(9, `{${1_000_000 + Math.floor(Math.random() * 1e9)}}`);
      };
      const straight = await rawLoad(scene.databaseUrl, lanes, seconds, statements, fresh);
      rows.push({
        tasks: board.size,
        kind,
        statements: statements.length,
        perSecond: many.perSecond,
        p95: many.p95,
        cpuMs,
        rawPerSecond: straight.perSecond,
        ratio: many.perSecond / straight.perSecond,
      });
    }
  }
  agent.destroy();
  return rows;
}
