import { type TestServer, aBoard, aServer } from '../../../test/world';
import { Readers } from './readers';

let server: TestServer;
beforeAll(async () => void (server = await aServer()));
afterAll(() => server.close());

it('hands every event to a reader once and in order, however many processes read', async () => {
  const board = await aBoard(server, { tasks: ['a', 'b', 'c'] });
  const readers = server.app.get(Readers);
  const seen: number[] = [];
  let failures = 2;
  readers.register({
    name: 'test',
    handle: (events) => {
      if (events[0]?.boardId !== board.id) return Promise.resolve();
      // A crash: the batch is rolled back and comes again.
      if (events.some(({ seq }) => seq === 2) && failures-- > 0) return Promise.reject(new Error('crash'));
      seen.push(...events.map(({ seq }) => seq));
      return Promise.resolve();
    },
  });
  await expect(readers.catchUp()).rejects.toThrow('crash');
  await expect(readers.catchUp()).rejects.toThrow('crash');
  seen.length = 0;
  await board.move(board.alice, ['a'], 'Done');
  await Promise.all([readers.catchUp(), readers.catchUp(), readers.catchUp()]);
  await board.move(board.alice, ['b'], 'Done');
  await readers.catchUp();
  const { seq } = await board.snapshot();
  expect(seen).toEqual(Array.from({ length: seq }, (_, i) => i + 1));
});
