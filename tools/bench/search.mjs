import http from 'node:http';
import pg from 'pg';
import { request } from './load.mjs';
import { statementsOf } from './scene.mjs';

const comments = 100_000;
const query = 'query($i: SearchInput!) { search(input: $i) }';

/** The same numbers in every run. */
function makeRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Words of made-up syllables, as common as those of a language: the n-th is said once for every n times that the first one is. */
function makeLanguage(random, size = 40_000) {
  const syllables =
    'ba be bi co cu da de di do fa fe ga ge la le li lo ma me mi mo na ne ni no pa pe po ra re ri ro sa se si ta te ti to va ve vi stra tion ing ment ent pro con per'.split(
      ' ',
    );
  const words = new Set();
  while (words.size < size) {
    let word = '';
    for (let n = 2 + Math.floor(random() * 3); n > 0; n--) word += syllables[Math.floor(random() * syllables.length)];
    words.add(word);
  }
  const list = [...words];
  const sums = [];
  let sum = 0;
  for (let i = 0; i < size; i++) sums.push((sum += 1 / (i + 2)));
  const at = (wanted) => {
    let [low, high] = [0, size - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return list[low];
  };
  return { list, say: () => at(random() * sum) };
}

/** Writes the comments on the tasks that are there, over two years; answers how long it took, their words included. */
async function seedComments(scene, language, random) {
  const client = new pg.Client(scene.databaseUrl);
  await client.connect();
  const began = performance.now();
  for (let n = 0; n < comments; n += 2_000) {
    const texts = Array.from({ length: 2_000 }, () =>
      Array.from({ length: 5 + Math.floor(random() * random() * 90) }, language.say).join(' '),
    );
    await client.query(
      `insert into comment (workspace_id, task_id, author_name, text, created_at)
       select t.workspace_id, t.id, 'Somebody', x.text, now() - (($2 + x.n) * 631 % 1051200) * interval '1 minute'
       from unnest($1::text[]) with ordinality x(text, n) join (select id, workspace_id, row_number() over (order by id) as n, count(*) over () as of from task) t
         on t.n = 1 + ($2 + x.n) * 7919 % t.of`,
      [texts, n],
    );
  }
  const ms = performance.now() - began;
  await client.query('vacuum analyze');
  await client.end();
  return ms;
}

/** A word as somebody types it: each beginning from the second letter on. */
const typed = (before, word) => Array.from({ length: word.length - 1 }, (_, i) => `${before}${word.slice(0, i + 2)}`);
const slip = (word) => `${word.slice(0, 3)}${word[4] ?? ''}${word[3] ?? ''}${word.slice(5)}`;
const half = (list, part = 0.5) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))];

/** What is typed: words that nearly everybody says, that some say, that hardly anybody does, two at a time, and with a slip. */
function scenesOf({ list }) {
  const some = (from, count = 8) => Array.from({ length: count }, (_, i) => list[from + i * 3]);
  return [
    { what: 'a common word', keys: some(0).flatMap((word) => typed('', word)) },
    { what: 'a usual word', keys: some(300).flatMap((word) => typed('', word)) },
    { what: 'a rare word', keys: some(20_000).flatMap((word) => typed('', word)) },
    { what: 'a second word', keys: some(40).flatMap((word, i) => typed(`${list[i]} `, word)) },
    { what: 'a word with a slip', keys: some(5_000, 16).map(slip) },
    { what: 'words that nothing says', keys: some(700, 16).map((word, i) => `${word} ${list[30_000 + i]}`) },
  ];
}

/** Searching as one types among so many comments: p50 and p95 of each letter's answer over HTTP, for a member and for a guest of the smallest board. */
export async function measureSearch(scene, { cookie, workspaceId, boards, ask }) {
  const random = makeRandom(20_261_125);
  const language = makeLanguage(random);
  const seedMs = await seedComments(scene, language, random);
  const agent = new http.Agent({ keepAlive: true });
  const guest = await joinAsGuest(scene, ask, workspaceId, boards[100].id);
  const search = (who, text, filter = {}) =>
    request(agent, scene.url, JSON.stringify({ query, variables: { i: { workspaceId, text, most: 20, ...filter } } }), { cookie: who });
  const rows = [];
  const measure = async (what, keys, who, filter) => {
    for (const text of keys.slice(0, 3)) await search(who, text, filter);
    const times = [];
    for (const text of keys) {
      const began = performance.now();
      await search(who, text, filter);
      times.push(performance.now() - began);
    }
    rows.push({ what, letters: keys.length, p50: half(times), p95: half(times, 0.95), most: Math.max(...times), times });
  };
  const scenes = scenesOf(language);
  for (const { what, keys } of scenes) await measure(what, keys, cookie);
  const usual = scenes.slice(0, 3).flatMap(({ keys }) => keys);
  await measure('any of the first three, on one board', usual, cookie, { boardId: boards[100].id });
  await measure('the same, as its guest', usual, guest);
  const all = rows.flatMap(({ times }) => times);
  agent.destroy();
  return {
    comments,
    seedMs,
    rows: rows.map(({ what, letters, p50, p95, most }) => ({ what, letters, p50, p95, most })),
    p50: half(all),
    p95: half(all, 0.95),
  };
}

/** How many statements one search takes, session and access included: when the words are found, and when a slip has to be forgiven. */
export async function countSearch(scene, { cookie, workspaceId }) {
  const agent = new http.Agent({ keepAlive: true });
  const count = async (text) => {
    const body = JSON.stringify({ query, variables: { i: { workspaceId, text } } });
    await request(agent, scene.url, body, { cookie });
    return (await statementsOf(scene, () => request(agent, scene.url, body, { cookie }))).length;
  };
  const counts = { found: await count('harbour'), slip: await count('hrabour') };
  agent.destroy();
  return counts;
}

/** The section of the page. */
export const searchText = ({ comments: count, seedMs, statements, rows, p50, p95 }, table, n) =>
  [
    '## Searching as one types',
    `Among ${n(count)} comments of 24 words on average, from 40,000 words that are as common as those of a language, and the tasks above. Every letter from the second on is one request over HTTP, 20 results with their excerpts, one after the other; the guest sees the board of 100 tasks alone. Writing the comments with their words took ${n(seedMs / 1000)} s. Statements, session and access included: ${statements.found} when the words are found, ${statements.slip} when a slip of typing has to be forgiven.`,
    table(
      ['what is typed', 'requests', 'p50 ms', 'p95 ms', 'slowest ms'],
      rows.map((row) => [row.what, row.letters, n(row.p50), n(row.p95), n(row.most)]),
    ),
    `Over everything: p50 ${n(p50)} ms, p95 ${n(p95)} ms. Budget: 150 ms.`,
  ].join('\n\n');

/** Somebody who sees one board alone. */
async function joinAsGuest(scene, ask, workspaceId, boardId) {
  const { token } = await ask('mutation($i: CreateInvitationInput!) { createInvitation(input: $i) { token } }', {
    i: { workspaceId, role: 'guest', boardId, guestRole: 'viewer' },
  });
  const account = { name: 'Guest', email: 'guest@example.org', password: 'a long password', zone: 'UTC' };
  const response = await fetch(`${scene.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'mutation($t: String!, $a: AccountInput) { acceptInvitation(token: $t, account: $a) { id } }',
      variables: { t: token, a: account },
    }),
  });
  return response.headers.getSetCookie()[0].split(';')[0];
}
