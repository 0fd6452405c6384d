/* global self, URL */
// The only work that Baton does in a browser while no page of it is open: it shows a message and opens what it is about.
self.addEventListener('push', (event) => {
  const note = event.data ? event.data.json() : null;
  if (!note) return;
  event.waitUntil(
    self.registration.showNotification(note.title, { body: note.body, tag: note.tag, data: { url: note.url }, dir: 'auto', lang: '' }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const url = new URL(event.notification.data.url, self.location.origin);
  // Whatever a message says, it leads into Baton and nowhere else.
  const target = self.location.origin + url.pathname + url.search;
  event.waitUntil(
    self.clients.matchAll({ type: 'window' }).then(async (pages) => {
      const page = pages.find((one) => 'focus' in one);
      if (!page) return self.clients.openWindow(target);
      await page.focus();
      return page.navigate(target);
    }),
  );
});
