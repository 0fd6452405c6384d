import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';

/** The worker as a browser runs it, with what it did. */
function aWorker(pages = []) {
  const listeners = {};
  const did = [];
  const self = {
    location: { origin: 'https://baton.example.org' },
    addEventListener: (name, listener) => (listeners[name] = listener),
    registration: { showNotification: (title, options) => Promise.resolve(did.push(['show', title, options])) },
    clients: { matchAll: () => Promise.resolve(pages), openWindow: (url) => Promise.resolve(did.push(['open', url])) },
  };
  runInNewContext(readFileSync('apps/web/public/push.js', 'utf8'), { self, URL });
  const send = async (name, event) => {
    const works = [];
    listeners[name]?.({ ...event, waitUntil: (work) => works.push(work) });
    await Promise.all(works);
  };
  return { did, send };
}

it('shows what arrives, under a name that lets a repetition replace it, and nothing for an empty push', async () => {
  const { did, send } = aWorker();
  const note = { title: '[Website] WEB-1 write', body: 'Ana asks', url: 'https://baton.example.org/t/WEB-1', tag: 'one' };
  await send('push', { data: { json: () => note } });
  await send('push', {});
  expect(did).toEqual([['show', note.title, expect.objectContaining({ body: 'Ana asks', tag: 'one', data: { url: note.url } })]]);
});

it('opens what it is about, in the page that is open, and never outside Baton', async () => {
  const closed = { close: () => undefined };
  const none = aWorker();
  await none.send('notificationclick', { notification: { ...closed, data: { url: 'https://evil.example.org/t/WEB-1?x=1' } } });
  expect(none.did).toEqual([['open', 'https://baton.example.org/t/WEB-1?x=1']]);
  const went = [];
  const page = { focus: () => Promise.resolve(), navigate: (url) => Promise.resolve(void went.push(url)) };
  const one = aWorker([page]);
  await one.send('notificationclick', { notification: { ...closed, data: { url: '/t/WEB-2' } } });
  expect([went, one.did]).toEqual([['https://baton.example.org/t/WEB-2'], []]);
});
