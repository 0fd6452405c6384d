import { CombinedGraphQLErrors } from '@apollo/client';
import type { BoardEvent } from '@baton/domain';
import { Outbox, type Pending, reachable, waiting } from './outbox';

const command = (id: string): Pending => ({
  id,
  boardId: 'b',
  operation: 'moveTasks',
  variables: { input: { commandId: id } },
  provisional: [],
  words: id,
  undoable: true,
});
const eventOf = (commandId: string, seq: number): BoardEvent => ({
  boardId: 'b',
  seq,
  at: '',
  actorId: 'p',
  kind: 'task.moved',
  commandId,
  changes: [],
  resync: false,
});
const refusal = (code: string) => new CombinedGraphQLErrors({ data: null, errors: [{ message: code, extensions: { code, details: {} } }] });

/** A server whose answers the test gives, one after the other. */
function aServer(...answers: (Error | BoardEvent)[]) {
  const asked: string[] = [];
  const mutate = ({ variables }: { variables: { input: { commandId: string } } }) => {
    asked.push(variables.input.commandId);
    const answer = answers.shift() ?? new Error('no answer');
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve({ data: { event: answer } });
  };
  return { asked, client: { mutate: mutate as never } };
}

beforeEach(() => {
  localStorage.clear();
  waiting([]);
});

it('sends in order, keeps the overlay until the board has read the event, and hands events on', async () => {
  const server = aServer(eventOf('1', 5), eventOf('2', 6));
  const events: BoardEvent[] = [];
  const outbox = new Outbox(server.client, 'me', (got) => events.push(...got));
  await Promise.all([outbox.run(command('1')), outbox.run(command('2'))]);
  expect(server.asked).toEqual(['1', '2']);
  expect(events.map((e) => e.seq)).toEqual([5, 6]);
  expect(waiting().map((p) => p.seq)).toEqual([5, 6]);
  outbox.caughtUp('b', 5);
  expect(waiting().map((p) => p.id)).toEqual(['2']);
});

it('drops what the server refuses, says why, and goes on with the rest', async () => {
  const server = aServer(refusal('FORBIDDEN'), eventOf('2', 6));
  const outbox = new Outbox(server.client, 'me', () => undefined);
  const [first, second] = await Promise.all([outbox.run(command('1')), outbox.run(command('2'))]);
  expect(first.refusal?.code).toBe('FORBIDDEN');
  expect(second.events?.[0]?.seq).toBe(6);
  expect(waiting().map((p) => p.id)).toEqual(['2']);
});

it('keeps a command while the server is away, with the same id, and sends it when the network is back', async () => {
  const server = aServer(new TypeError('Failed to fetch'), eventOf('1', 5));
  const outbox = new Outbox(server.client, 'me', () => undefined);
  const outcome = outbox.run(command('1'));
  await new Promise((r) => setTimeout(r, 20));
  expect(reachable()).toBe(false);
  expect(JSON.parse(localStorage.getItem('baton.outbox.me') ?? '[]')).toHaveLength(1);
  window.dispatchEvent(new Event('online'));
  expect((await outcome).events?.[0]?.seq).toBe(5);
  expect(server.asked).toEqual(['1', '1']);
  expect(localStorage.getItem('baton.outbox.me')).toBeNull();
});

it('takes up after a reload what was not sent before', async () => {
  localStorage.setItem('baton.outbox.me', JSON.stringify([command('kept')]));
  const server = aServer(eventOf('kept', 5));
  const outbox = new Outbox(server.client, 'me', () => undefined);
  await outbox.flush();
  expect(server.asked).toEqual(['kept']);
});
