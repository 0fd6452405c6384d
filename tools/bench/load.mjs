import http from 'node:http';
import pg from 'pg';

/** One request over a kept connection; answers the size of the body in bytes. */
export function request(agent, url, body, headers = {}) {
  return new Promise((done, failed) => {
    const req = http.request(
      `${url}/graphql`,
      { method: 'POST', agent, headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers } },
      (res) => {
        let bytes = 0;
        const chunks = [];
        res.on('data', (chunk) => {
          bytes += chunk.length;
          if (bytes < 400) chunks.push(chunk);
        });
        res.on('end', () => {
          const start = Buffer.concat(chunks).toString();
          if (res.statusCode !== 200 || start.startsWith('{"errors"')) failed(new Error(`${res.statusCode} ${start}`));
          else done(bytes);
        });
      },
    );
    req.on('error', failed);
    req.end(body);
  });
}

/** Runs `once` over and over on this many lanes for so long; answers rate per second and the spread of durations in ms. */
export async function load(lanes, seconds, once) {
  const times = [];
  const until = performance.now() + seconds * 1000;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (let i = 0; performance.now() < until; i++) {
        const start = performance.now();
        await once(lane, i);
        times.push(performance.now() - start);
      }
    }),
  );
  times.sort((a, b) => a - b);
  const at = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))];
  return { perSecond: (times.length * 1000) / (performance.now() - began), p50: at(0.5), p95: at(0.95), count: times.length };
}

/** The same statements straight through pg, each lane on a connection of its own. `paramsOf` may change parameters per run. */
export async function rawLoad(databaseUrl, lanes, seconds, statements, paramsOf = (s) => s.params) {
  const clients = await Promise.all(
    Array.from({ length: lanes }, async () => {
      const client = new pg.Client(databaseUrl);
      await client.connect();
      return client;
    }),
  );
  const result = await load(lanes, seconds, async (lane) => {
    const seen = {};
    for (const [i, statement] of statements.entries()) {
      const { rows } = await clients[lane].query(statement.text, paramsOf(statement, seen, i));
      if (rows?.[0]?.seq) seen.seq = rows[0].seq;
    }
  });
  await Promise.all(clients.map((client) => client.end()));
  return result;
}
