import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { buildSchema, getNamedType, isInputObjectType } from 'graphql';
import { type FieldName, fields, inputs, nameOf, numberOf, quietColumns } from './scripts.fields';
import { howMany, payloadsFor, toldIn } from './scripts.payloads';
import { type Scene, aScriptedWorkspace } from './scripts.scene';
import { Server, expect, makeWorld, test as shared } from './world';

/** A server of its own, full of scripts. */
const test = shared.extend<{ scene: Scene }>({
  scene: async ({ browser }, use) => {
    const server = await Server.make();
    const world = await makeWorld(server, browser);
    await use(await aScriptedWorkspace(world));
    await world.close();
    await server.close();
    expect(world.problems).toEqual([]);
  },
});

/** Everything by which a script would show itself: it called us, opened a window, left the page, asked another host, or was stopped by the page's policy. */
async function watch(context: BrowserContext, origin: string): Promise<string[]> {
  const signs: string[] = [];
  const tell = (what: string) => void signs.push(what);
  await context.exposeFunction('xss', (n: unknown) => tell(`ran ${String(n)}`));
  await context.exposeFunction('stoppedByPolicy', tell);
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample, sourceFile }) => {
      const { stoppedByPolicy } = window as unknown as { stoppedByPolicy: (what: string) => void };
      stoppedByPolicy(`policy ${violatedDirective} ${blockedURI} ${sample} ${sourceFile}`);
    });
  });
  const own = (url: string) => /^(data|blob|about):/.test(url) || new URL(url).origin === origin;
  context.on('request', (request) => !own(request.url()) && tell(`asked ${request.url()}`));
  context.on('dialog', (dialog) => {
    tell(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('page', (page) => {
    page.on('framenavigated', (frame) => !own(frame.url()) && tell(`went to ${frame.url()}`));
    page.on('popup', (popup) => tell(`opened ${popup.url()}`));
  });
  return signs;
}

/** What of the page should not be there, and which payloads it shows. */
const lookAt = (page: Page) =>
  page.evaluate((origin) => {
    const never =
      'iframe:not([sandbox=""]), frame, frameset, object, embed, applet, portal, base, math, marquee, foreignObject, animate, set, [srcdoc]:not([sandbox=""]), [formaction], [ping], form[action], [style*="url("], [style*="expression"]';
    const faults = [...document.querySelectorAll(never)].map((one) => one.outerHTML.slice(0, 200));
    const texts: string[] = [];
    const addresses = /^(href|src|srcset|action|data|poster|background|xlink:href)$/;
    for (const element of document.querySelectorAll('*')) {
      const ours = (url: string) =>
        url === '' || new URL(url, location.href).origin === origin || /^(data:image\/(png|gif|webp|jpeg|svg\+xml)|blob:)/.test(url);
      for (const { name, value } of element.attributes) {
        texts.push(value);
        if (/^on/i.test(name)) faults.push(`${element.tagName} ${name}=${value.slice(0, 80)}`);
        if (!addresses.test(name)) continue;
        const link = element.tagName === 'A';
        if (link ? !/^(https?:|mailto:|\/(?!\/)|#|blob:)/.test(value) : !ours(value))
          faults.push(`${element.tagName} ${name}=${value.slice(0, 80)}`);
      }
      if (element.tagName === 'SCRIPT' && !element.getAttribute('src')?.startsWith('/assets/'))
        faults.push(element.outerHTML.slice(0, 200));
      if (element.tagName === 'META' && element.getAttribute('http-equiv')) faults.push(element.outerHTML.slice(0, 200));
      if (element.tagName === 'STYLE' && element.textContent.includes('evil.example')) faults.push('a style of another');
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) texts.push(element.value);
    }
    texts.push(document.body.textContent, document.title);
    return { faults, text: texts.filter((text) => /ss\(|evil\.example|alert|xss`|confirm\(/.test(text)).join('\n') };
  }, new URL(page.url()).origin);

test('there are at least five hundred payloads, and they run where nothing guards', async ({ browser }) => {
  const payloads = payloadsFor(1);
  expect(new Set(payloads).size).toBe(howMany);
  expect(howMany).toBeGreaterThanOrEqual(500);
  for (const [i, payload] of payloads.entries()) expect([...new Set(toldIn(payload))], payload).toEqual([1_000 + i]);
  const context = await browser.newContext();
  const signs = await watch(context, 'http://unguarded.example');
  const page = await context.newPage();
  await context.route('**/*', (route) =>
    route.request().url() === 'http://unguarded.example/'
      ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><body>' })
      : route.abort(),
  );
  await page.goto('http://unguarded.example/');
  await page.evaluate((all) => {
    for (const payload of all) {
      const place = document.createElement('div');
      document.body.append(place);
      place.innerHTML = payload;
      for (const script of place.querySelectorAll('script')) {
        const copy = document.createElement('script');
        copy.textContent = script.textContent;
        place.append(copy);
      }
    }
  }, payloads);
  await expect.poll(() => new Set(signs).size).toBeGreaterThan(60);
  await context.close();
});

test('every input that takes text, and every column that holds some, is known here', () => {
  const schema = buildSchema(readFileSync(resolve(import.meta.dirname, '../../libs/schema/schema.graphql'), 'utf8'));
  const takesText = (type: Parameters<typeof getNamedType>[0]) => ['String', 'Json'].includes(String(getNamedType(type)));
  const found = [
    ...Object.values(schema.getTypeMap()).flatMap((type) =>
      isInputObjectType(type)
        ? Object.values(type.getFields()).flatMap((field) => (takesText(field.type) ? [`${type.name}.${field.name}`] : []))
        : [],
    ),
    ...Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap((field) =>
      field.args.flatMap((arg) => (takesText(arg.type) ? [`${field.name}.${arg.name}`] : [])),
    ),
  ];
  // A new one fails here until scripts.fields.ts says which field it fills, or why it takes no free text.
  expect(found.sort()).toEqual(Object.keys(inputs).sort());
  const filled = new Set(Object.values(inputs).flatMap((of) => (typeof of === 'string' ? [] : of)));
  const files = ['file.name', 'import.comment', 'import.person', 'import.title'];
  expect([...filled, ...files.filter((name) => !filled.has(name as never))].sort()).toEqual(Object.keys(fields).sort());
});

test('five hundred scripts in every text that people can give: nothing runs in any view', async ({ scene }) => {
  test.setTimeout(900_000);
  const { world, board, shows, tasks } = scene;
  const columns = await world.server.query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'public' and data_type in ('text', 'jsonb', 'character varying') and is_generated = 'NEVER'`,
  );
  const [loud, quiet]: [string[], string[]] = [[], []];
  for (const { name } of columns) {
    const [table, column] = name.split('.');
    const [row] = await world.server.query(`select 1 from "${table}" where "${column}"::text ~ 'ss\\(\\d+\\)' limit 1`);
    (row ? loud : quiet).push(name);
  }
  // A column that holds none of what the scene stored is either one that takes no text, or one that the scene forgot.
  expect(quiet.sort()).toEqual(Object.keys(quietColumns).sort());
  expect(loud.length).toBeGreaterThan(40);

  const page = await world.pageFor(world.owner, { width: 1440, height: 1000 });
  page.setDefaultTimeout(20_000);
  const signs = await watch(page.context(), world.server.url);
  const [faults, told] = [[] as string[], new Set<number>()];
  const look = async (where: string) => {
    const seen = await lookAt(page);
    faults.push(...seen.faults.map((fault) => `${where}: ${fault}`));
    for (const n of toldIn(seen.text)) told.add(n);
    faults.push(...signs.splice(0).map((sign) => `${where}: ${sign}`));
  };
  /** Scrolls through everything that scrolls, so that what is drawn only in view is drawn. */
  const lookThrough = async (where: string) => {
    await look(where);
    for (let i = 0; i < 40; i++) {
      const moved = await page.evaluate(() => {
        const scrollable = [...document.querySelectorAll('html, main, main *, aside, aside *, [role="dialog"], [role="dialog"] *')].filter(
          (one) => one.scrollHeight > one.clientHeight + 8 || one.scrollWidth > one.clientWidth + 8,
        );
        const before = scrollable.map((one) => [one.scrollLeft, one.scrollTop]);
        for (const one of scrollable) one.scrollBy(900, 800);
        return scrollable.some((one, n) => one.scrollLeft !== before[n]?.[0] || one.scrollTop !== before[n][1]);
      });
      if (!moved) break;
      await page.waitForTimeout(30);
      if (i % 4 === 3) await look(where);
    }
    await look(where);
  };
  /** As a link of the page does it: the page itself stays. */
  const goInApp = async (path: string) => {
    const done = page.waitForResponse((response) => response.url().endsWith('/graphql'), { timeout: 1_000 }).catch(() => null);
    await page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate', { state: null }));
    }, path);
    await done;
    await page.waitForTimeout(200);
  };
  const visit = async (path: string, ready: () => Promise<unknown> = () => Promise.resolve(), inApp = false) => {
    await (inApp ? goInApp(path) : page.goto(path));
    await page.locator('main').waitFor();
    await page.waitForLoadState('networkidle');
    await ready();
    await lookThrough(path);
  };
  const task = (n: number | undefined) => `/b/${board.key}/${n ?? tasks[0]?.number ?? 1}`;

  for (const view of ['', '?view=move', '?view=calendar', '?view=timeline']) await visit(`/b/${board.key}${view}`);
  const unfold = async () => {
    await page.getByRole('heading', { name: 'Conversation' }).waitFor();
    for (const summary of await page.locator('aside details > summary').all()) await summary.click();
    for (const edited of await page.getByRole('button', { name: /^edited/ }).all()) await edited.click();
  };
  for (const n of new Set([...Object.values(shows), tasks[0]?.number, tasks[3]?.number, tasks[5]?.number])) await visit(task(n), unfold);
  // What was begun is written on, and read as it will be.
  await visit(task(shows['texts']), async () => {
    await page.getByRole('button', { name: /^Go on writing/ }).click();
    await page.getByRole('button', { name: 'Preview' }).click();
  });
  for (const item of ['Board and house rules', 'Labels', 'Guests', 'Tasks by mail', 'Archived tasks and columns', 'Trash'])
    await visit(`/b/${board.key}`, async () => {
      await page.getByRole('button', { name: 'Menu of the board' }).click();
      await page.getByRole('menuitem', { name: item }).click();
    });
  for (const number of scene.decisions) await visit(`/b/${board.key}/d/${number}`, undefined, true);
  const [day] = await world.server.query<{ id: string; on: string }>(
    `select check_in_id as id, "on"::text as on from check_in_answer limit 1`,
  );
  for (const path of [
    ...[
      `/b/${board.key}/decisions`,
      '/decisions',
      `/b/${board.key}/check-ins`,
      `/b/${board.key}/check-ins/${day?.id ?? ''}/${day?.on ?? ''}`,
    ],
    ...[
      '/',
      '/catch-up',
      `/b/${board.key}/story`,
      `/b/${board.key}/status`,
      `/b/${board.key}/stale`,
      '/my-work',
      '/timeline',
      '/people',
      '/import',
    ],
    ...['account', 'rhythm', 'reach', 'deliveries', 'calendars', 'people', 'emoji', 'rules', 'mail'].map((tab) => `/settings/${tab}`),
    `/search?q=${encodeURIComponent(payloadsFor(numberOf('search.text'))[0] ?? '')}`,
    '/search?q=xss',
    `/join/${encodeURIComponent('<script>xss(1)</script>')}`,
    `/b/${encodeURIComponent('"><svg onload=xss(1)>')}`,
    `/t/${encodeURIComponent('<img src=x onerror=xss(1)>')}`,
  ])
    await visit(path, undefined, !/[<>]|%3[CE]/i.test(path));
  await visit('/', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('script');
  });
  await visit('/settings/mail', async () => {
    await page
      .getByRole('button', { name: /^Read the mail/ })
      .first()
      .click();
    await page.locator('iframe').waitFor();
  });
  const [imported] = await world.server.query<{ key: string }>('select b.key from import_run r join board b on b.id = r.board_id');
  await visit(`/b/${imported?.key ?? ''}`);
  await visit(`/b/${imported?.key ?? ''}/1`, unfold);

  // Files are fetched as pages, which is what a link in a mail would do.
  const files = await world.server.query<{ id: string }>('select id from attachment where file_id is not null');
  for (const { id } of files) {
    const download = page.waitForEvent('download', { timeout: 2_000 }).catch(() => null);
    await page.goto(`/files/${id}`).catch(() => undefined);
    await download;
    faults.push(...signs.splice(0).map((sign) => `/files/${id}: ${sign}`));
  }
  expect([...new Set(faults)]).toEqual([]);
  // What was not seen was not tested.
  const seen = new Map<string, Set<number>>();
  for (const n of told) seen.set(nameOf(n) ?? 'nothing', (seen.get(nameOf(n) ?? 'nothing') ?? new Set()).add(n % 1_000));
  const unseen = (Object.keys(fields) as FieldName[]).filter((name) => !('unseen' in fields[name]) && (seen.get(name)?.size ?? 0) < 500);
  expect(unseen.map((name) => `${name}: ${seen.get(name)?.size ?? 0}`)).toEqual([]);
});
