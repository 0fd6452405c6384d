import { randomUUID } from 'node:crypto';
import type { Calendar, DecisionLine, DecisionPage } from '@baton/domain';
import { type Somebody, type TestBoard, type TestServer, aBoard } from './world';

export const weekOn = (days: number[], shift: [string, string]): Calendar['week'] =>
  Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, days.includes(day) ? [shift] : []]));

/** A board on which somebody in Berlin, Bengaluru, New York and Dubai work together; Alice is in Berlin, and owns the workspace. */
export async function fourZones(server: TestServer) {
  const board = await aBoard(server, { tasks: ['choose', 'build'] });
  const somebody = async (person: Somebody, zone: string, days: number[], shift: [string, string]) => {
    if (person !== board.alice) await server.join(board.workspaceId, person, 'member');
    await server.db.query('update person set zone = $2 where id = $1', [person.id, zone]);
    await person.ask('mutation($i: EditCalendarInput!) { editCalendar(input: $i) { id } }', {
      i: { commandId: randomUUID(), week: weekOn(days, shift) },
    });
    return person;
  };
  await somebody(board.alice, 'Europe/Berlin', [1, 2, 3, 4, 5], ['09:00', '17:00']);
  const asha = await somebody(await server.person('Asha'), 'Asia/Kolkata', [1, 2, 3, 4, 6], ['10:00', '18:00']);
  const york = await somebody(await server.person('Nina'), 'America/New_York', [1, 2, 3, 4, 5], ['09:00', '17:00']);
  const dubai = await somebody(await server.person('Dalia'), 'Asia/Dubai', [1, 2, 3, 4], ['08:00', '16:00']);
  return { board, asha, york, dubai, everybody: [board.alice, asha, york, dubai] };
}

/** A decision's page as somebody reads it. */
export const decisionPage = (board: TestBoard, who: Somebody, number: number) =>
  who.ask<DecisionPage>('query($w: ID!, $k: String!, $n: Int!) { decision(workspaceId: $w, key: $k, number: $n) }', {
    ...{ w: board.workspaceId, k: board.key, n: number },
  });

/** The log as somebody reads it. */
export const decisionLog = (board: TestBoard, who: Somebody, filter: string | null = null, search: string | null = null) =>
  who.ask<DecisionLine[]>('query($w: ID!, $f: String, $s: String) { decisions(workspaceId: $w, filter: $f, search: $s) }', {
    ...{ w: board.workspaceId, f: filter, s: search },
  });

/** Proposes a decision, lazy and open unless said; answers its id. */
export async function propose(board: TestBoard, who: Somebody, fields: Record<string, unknown>, more: Record<string, unknown> = {}) {
  const id = randomUUID();
  await who.command('createDecision', 'CreateDecisionInput', {
    ...{ id, boardId: board.id, taskIds: [], open: true },
    fields: { question: 'Which API?', recommendation: 'v2', because: 'It is faster.', mode: 'lazy', ...fields },
    ...more,
  });
  return id;
}

export const takeStep = (who: Somebody, decisionId: string, step: string, more: Record<string, unknown> = {}) =>
  who.command('stepDecision', 'StepDecisionInput', { decisionId, step, ...more });
export const asked = (people: Somebody[], required = false) => people.map(({ id }) => ({ personId: id, required }));

/** What a check of the board's seals finds. */
export const sealsOf = async (board: TestBoard) =>
  (
    await board.alice.ask<{ links: number; faults: string[] }[]>(
      'query($w: ID!, $b: ID!) { verifyDecisions(workspaceId: $w, boardId: $b) }',
      {
        ...{ w: board.workspaceId, b: board.id },
      },
    )
  )[0];
