import { type Somebody, type TestServer, aServer } from '../../../test/world';
import { log } from '../log';
import { operationLimits } from './limits';

let server: TestServer;
let ana: Somebody;
beforeAll(async () => {
  server = await aServer();
  ana = await server.person('Ana');
});
afterAll(() => server.close());

const refusal = async (query: string, variables: Record<string, unknown> = {}) => {
  const { errors } = await ana.post(query, variables);
  return { code: errors?.[0]?.extensions.code, reason: errors?.[0]?.extensions.details?.['reason'], all: JSON.stringify(errors) };
};
const otherVersion = 'This page is of another version than the server. Load it again; what you typed is kept.';

it.each([
  ['a field that this server does not know, as an older page would ask for', '{ me { id colour } }', {}],
  ['a text that is no query', '{ me {', {}],
  ['a value of another kind', 'query($n: Int!) { boardEvents(boardId: "x", afterSeq: $n) { seq } }', { n: 'three' }],
])('%s is refused with a sentence that says what to do, and is no fault of the server', async (_, query, variables) => {
  const error = jest.spyOn(log, 'error');
  const { code, reason, all } = await refusal(query, variables);
  expect([code, reason]).toEqual(['BAD_INPUT', otherVersion]);
  expect(all).not.toMatch(/Did you mean|node_modules|at Object/);
  expect(error).not.toHaveBeenCalled();
  error.mockRestore();
});

it('an operation that asks for too much is refused before anything is read', async () => {
  const wide = `{ ${Array.from({ length: operationLimits.aliases + 1 }, (_, i) => `a${i}: me { id }`).join(' ')} }`;
  expect((await refusal(wide)).code).toBe('TOO_COMPLEX');
  const long = `{ ${'me { id } '.repeat(operationLimits.tokens)} }`;
  expect((await refusal(long)).code).toBe('BAD_INPUT');
});
