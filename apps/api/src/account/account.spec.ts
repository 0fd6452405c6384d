import { randomUUID } from 'node:crypto';
import { type TestServer, aServer } from '../../test/world';

let server: TestServer;
beforeAll(async () => void (server = await aServer()));
afterAll(() => server.close());

const signIn = 'mutation($e: String!, $p: String!) { signIn(email: $e, password: $p) { id email } }';
const emailOf = async (id: string) =>
  ((await server.db.query('select email from person where id = $1', [id])) as { email: string }[])[0]?.email ?? '';

it('signs in with a new session, in a cookie that scripts cannot read', async () => {
  const ana = await server.person('Ana');
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: ana.cookie },
    body: JSON.stringify({ query: signIn, variables: { e: (await emailOf(ana.id)).toUpperCase(), p: 'a long password' } }),
  });
  const cookie = response.headers.getSetCookie()[0] ?? '';
  expect(cookie).toMatch(/^baton=[\w-]{43};/);
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  expect(cookie).not.toContain(ana.cookie.split('=')[1] ?? 'x');
  expect(JSON.stringify(await server.db.query('select * from session'))).not.toContain(/baton=([\w-]+)/.exec(cookie)?.[1] ?? 'x');
});

it('binds the cookie to the host over HTTPS', async () => {
  const secure = await aServer({ BASE_URL: 'https://board.example' });
  const ana = await secure.person('Ana');
  const email = ((await secure.db.query('select email from person where id = $1', [ana.id])) as { email: string }[])[0]?.email;
  const response = await fetch(`${secure.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: signIn, variables: { e: email, p: 'a long password' } }),
  });
  expect(response.headers.getSetCookie()[0]).toMatch(/^__Host-baton=.*Path=\/;.*HttpOnly; Secure; SameSite=Lax/);
  await secure.close();
});

it('answers a wrong password and a missing account alike', async () => {
  const ana = await server.person('Ana');
  const email = await emailOf(ana.id);
  const answers = await Promise.all([
    server.nobody().post(signIn, { e: email, p: 'wrong password' }),
    server.nobody().post(signIn, { e: `${randomUUID()}@example.org`, p: 'wrong password' }),
  ]);
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]?.errors?.[0]?.extensions.code).toBe('WRONG_CREDENTIALS');
});

it('takes ten tries in fifteen minutes, however they are sent', async () => {
  const ana = await server.person('Ana');
  const email = await emailOf(ana.id);
  const tries = await Promise.all(Array.from({ length: 12 }, (_, i) => server.nobody().post(signIn, { e: email, p: `wrong ${i}` })));
  const codes = tries.map(({ errors }) => errors?.[0]?.extensions.code).sort();
  expect(codes).toEqual([...Array.from({ length: 2 }, () => 'TOO_MANY_TRIES'), ...Array.from({ length: 10 }, () => 'WRONG_CREDENTIALS')]);
  const aliased = `mutation($e: String!) { ${Array.from({ length: 10 }, (_, i) => `a${i}: signIn(email: $e, password: "wrong ${i}") { id }`).join(' ')} }`;
  expect((await server.nobody().post(aliased, { e: email })).errors?.[0]?.extensions.code).toBe('TOO_MANY_TRIES');
  await expect(server.nobody().ask(signIn, { e: email, p: 'a long password' })).rejects.toMatchObject({ code: 'TOO_MANY_TRIES' });
  server.clock.passMinutes(15);
  await expect(server.nobody().ask(signIn, { e: email, p: 'a long password' })).resolves.toMatchObject({ id: ana.id });
});

it('ends other sessions with the password, and all of them on request', async () => {
  const ana = await server.person('Ana');
  const elsewhere = server.nobody();
  await elsewhere.ask(signIn, { e: await emailOf(ana.id), p: 'a long password' });
  await ana.ask('mutation { changePassword(current: "a long password", next: "another long one") }');
  await expect(elsewhere.ask('{ workspaces { id } }')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  await expect(ana.ask('{ workspaces { id } }')).resolves.toEqual([]);
  const kept = ana.cookie;
  await ana.ask('mutation { signOutEverywhere }');
  ana.cookie = kept;
  await expect(ana.ask('{ workspaces { id } }')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

it('ends a session when its time is over, with no job to help', async () => {
  const own = await aServer();
  const { id } = await own.person('Ana');
  const [{ email }] = (await own.db.query('select email from person where id = $1', [id])) as [{ email: string }];
  const ana = own.nobody();
  await ana.ask('mutation($e: String!, $p: String!) { signIn(email: $e, password: $p) { id } }', { e: email, p: 'a long password' });
  await ana.ask('{ workspaces { id } }');
  own.clock.passMinutes(30 * 24 * 60);
  await expect(ana.ask('{ workspaces { id } }')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  await own.close();
});

it('sets up once, also when two first starts race', async () => {
  const own = await aServer();
  const input = (n: number) => ({
    i: {
      workspaceName: 'Team',
      account: { name: 'Ana', email: `ana${n}@example.org`, password: 'a long password', zone: 'Europe/Berlin' },
    },
  });
  const query = 'mutation($i: SetUpInput!) { setUp(input: $i) { id } }';
  const codes = (await Promise.all([1, 2, 3].map((n) => own.nobody().post(query, input(n))))).map((a) => a.errors?.[0]?.extensions.code);
  expect(codes.sort()).toEqual(['ALREADY_SET_UP', 'ALREADY_SET_UP', undefined]);
  await own.close();
});
