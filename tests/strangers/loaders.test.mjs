// Loaders that hold things back: an iframe without its address, or one that is not there yet; a
// script that runs late, or twice. docs/embed.md's iframe is wired whenever it comes, once.
/* global heard, CookieConsent, wired */ // of the page

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { after, test } from 'node:test';
import { unlessAll } from '../few.mjs';
import { benchOfFile, kDesk } from '../browser/harness.mjs';

const bench = benchOfFile();
const { resolve } = createRequire(import.meta.url);
const kLibraries = {
  '/lozad.js': resolve('lozad'),
  '/iframemanager.js': resolve('@orestbida/iframemanager'),
  '/cookieconsent.js': resolve('vanilla-cookieconsent'),
};
const kListen = `<script>
  heard = [];
  for (const name of ['ready', 'change', 'error'])
    addEventListener('advisor-' + name, ({ type, target }) => heard.push([type, target.id]));
</script>`;
const servers = [];
after(() => servers.forEach((server) => server.close()));

const embedded = () => `${bench.address}/embed.html?lang=en`;
const parentScript = (attributes = 'type="module"', query = '') =>
  `<script ${attributes} src="${bench.address}/embed-parent.js${query}"></script>`;
const iframe = (attributes) =>
  `<iframe id="it" title="Advisor" width="600" data-recovery-advisor ${attributes}></iframe>`;

/** A page of another origin with this body, that keeps account of what the advisor tells it. */
async function openSite(body, { waitUntil } = {}) {
  const server = createServer(({ url }, response) =>
    kLibraries[url]
      ? response.setHeader('content-type', 'text/javascript').end(readFileSync(kLibraries[url]))
      : response
          .setHeader('content-type', 'text/html; charset=utf-8')
          .end(
            `<!doctype html><title>Site</title><link rel="icon" href="data:,">${kListen}${body}`,
          ),
  );
  servers.push(server);
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const context = await bench.browser.newContext({ ...kDesk, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.errors = [];
  page.asked = [];
  page.on('pageerror', (error) => page.errors.push(String(error)));
  page.on('request', (request) => {
    if (request.isNavigationRequest()) page.asked.push(request.url());
  });
  page.own = `http://127.0.0.1:${server.address().port}`;
  await page.goto(`${page.own}/`, { waitUntil });
  return page;
}

const frameOf = (page) => page.frameLocator('iframe');
const height = (page) =>
  page.evaluate(() => parseFloat(document.querySelector('iframe').style.height) || 0);

/** It gets its height; what happens in it is told once each; it leaves no step in the way back. */
async function assertWired(page, { start = 'Start', steps = 2 } = {}) {
  await page.waitForFunction(
    () => parseFloat(document.querySelector('iframe')?.style.height) > 300,
  );
  await frameOf(page).getByRole('button', { name: start }).click();
  await frameOf(page).locator('recovery-advisor[state=ready]').waitFor();
  await frameOf(page).locator('[data-key="region.calf_l"]').press('Enter');
  await page.waitForFunction(() => heard.some(([type]) => type === 'advisor-change'));
  assert.deepEqual(await page.evaluate(() => heard), [
    ['advisor-ready', 'it'],
    ['advisor-change', 'it'],
  ]);
  assert.equal(await page.evaluate(() => history.length), steps);
  assert.deepEqual(page.errors, []);
}
const done = (page) => page.context().close();
const named = (page, query = 'lang=en') =>
  `${bench.address}/embed.html?${query}&origin=${encodeURIComponent(page.own)}`;

test('an iframe that has no address yet is left alone, and is wired when lozad gives it one', async () => {
  const page = await openSite(
    `<div style="height: 3000px"></div>${iframe(`class="lozad" data-src="${embedded()}"`)}
     ${parentScript()}<script src="/lozad.js"></script>
     <script type="module">lozad().observe()</script>`,
  );
  await page.waitForLoadState('networkidle');
  assert.deepEqual(page.asked, [`${page.own}/`]);
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await assertWired(page);
  assert.deepEqual(new Set(page.asked.slice(-1)), new Set([named(page)]));
  await done(page);
});

test('an iframe that iframemanager makes at a visitor’s consent is wired', async () => {
  const page = await openSite(
    `<div data-service="advisor" data-id="x" data-iframe-id="it" data-iframe-width="600"
          data-iframe-data-recovery-advisor="yes"></div>
     ${parentScript()}<script src="/iframemanager.js"></script>
     <script type="module">
       globalThis.manager = iframemanager();
       manager.run({ currLang: 'en', services: { advisor: {
         embedUrl: '${embedded()}',
         languages: { en: { notice: 'It comes from elsewhere.', loadBtn: 'Load it' } },
       } } });
     </script>`,
  );
  await page.getByRole('button', { name: 'Load it' }).click();
  await assertWired(page);
  await done(page);
});

test('a script that CookieConsent lets run after the iframe has come wires it', async () => {
  const page = await openSite(
    `${iframe(`src="${embedded()}"`)}
     ${parentScript('type="text/plain" data-category="tools" data-type="module"')}
     <script src="/cookieconsent.js"></script>
     <script type="module">
       CookieConsent.run({
        hideFromBots: false,
         categories: { necessary: { enabled: true, readOnly: true }, tools: {} },
         language: { default: 'en', translations: { en: {
           consentModal: { title: 'Cookies', acceptAllBtn: 'Accept all' },
           preferencesModal: { sections: [] },
         } } },
       });
     </script>`,
  );
  await frameOf(page).getByRole('button', { name: 'Start' }).waitFor();
  assert.equal(await height(page), 0);
  await page.getByRole('button', { name: 'Accept all' }).click();
  await assertWired(page);
  await done(page);
});

test('the element itself, let run by CookieConsent after the page has used its tag, has all that was set', async () => {
  const page = await bench.open('robots.txt', { ...kDesk, bypassCSP: true });
  const library = readFileSync(kLibraries['/cookieconsent.js'], 'utf8');
  await page.route('**/page.html', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><title>Site</title><link rel="icon" href="data:,">
        <recovery-advisor load="eager"></recovery-advisor>
        <script type="text/plain" data-category="tools" data-type="module"
                src="recovery-advisor.js"></script>`,
    }),
  );
  await page.goto(`${bench.address}/page.html`);
  await page.evaluate(library);
  await page.evaluate(() => {
    document.querySelector('recovery-advisor').intake = {
      version: 1,
      now: '2026-06-10T10:00',
      marks: [{ region: 'calf_l', intensity: 4 }],
    };
    CookieConsent.run({
      hideFromBots: false,
      categories: { necessary: { enabled: true, readOnly: true }, tools: {} },
      language: { default: 'en', translations: { en: { preferencesModal: { sections: [] } } } },
    });
    CookieConsent.acceptCategory('tools');
  });
  await page.waitForSelector('recovery-advisor[state=ready]');
  assert.deepEqual(
    await page.evaluate(() => document.querySelector('recovery-advisor').intake.marks),
    [{ region: 'calf_l', intensity: 4 }],
  );
  await done(page);
});

for (const [what, insert, way] of [
  [
    'appended',
    (html) => document.body.append(document.createRange().createContextualFragment(html)),
  ],
  ['written within other markup', (html) => (document.body.innerHTML = `<p><b>${html}</b></p>`)],
  [
    'in the page for long before it gets the attribute',
    (html) => {
      document.body.insertAdjacentHTML('beforeend', html.replace('data-recovery-advisor', ''));
      document.querySelector('iframe').setAttribute('data-recovery-advisor', '');
    },
  ],
  [
    'of a new body',
    (html) => {
      const body = document.createElement('body');
      body.innerHTML = html;
      document.body.replaceWith(body);
    },
  ],
  [
    'empty and then at about:blank before its address',
    (html) => {
      document.body.insertAdjacentHTML('beforeend', html);
      const frame = document.querySelector('iframe');
      const { src } = frame;
      frame.removeAttribute('src');
      frame.addEventListener('load', () => (frame.src = src), { once: true });
      frame.src = 'about:blank';
    },
    { steps: 3 }, // the loader's own from one address to the next
  ],
])
  test(
    `an iframe that comes later is wired: ${what}`,
    { skip: unlessAll(what === 'appended') },
    async () => {
      const page = await openSite(parentScript());
      await page.waitForLoadState('networkidle');
      await page.evaluate(insert, iframe(`src="${embedded()}"`));
      await assertWired(page, way);
      await done(page);
    },
  );

test('an iframe with loading="lazy" asks for nothing until it is near, and then once', async () => {
  const page = await openSite(
    `<div style="height: 9000px"></div>${iframe(`loading="lazy" src="${embedded()}"`)}
     ${parentScript()}`,
  );
  await page.waitForFunction(() => document.querySelector('iframe').src.includes('origin='));
  assert.deepEqual(page.asked, [`${page.own}/`]);
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await assertWired(page);
  assert.deepEqual(page.asked, [`${page.own}/`, named(page)]);
  await done(page);
});

test('the script run four times, from two addresses, and by an import, tells everything once', async () => {
  const page = await openSite(
    `${parentScript()}${iframe(`src="${embedded()}"`)}${parentScript()}
     ${parentScript('type="module"', '?v=2')}
     <script type="module">
       const { wire } = await import('${bench.address}/embed-parent.js?v=3');
       wire(document.querySelector('iframe'));
       globalThis.wired = wire(document.querySelector('iframe'));
     </script>`,
  );
  await assertWired(page);
  await page.evaluate(() => wired.reset());
  await frameOf(page).locator('button[aria-pressed=true]').waitFor({ state: 'detached' });
  await done(page);
});

test('an iframe whose address changes goes on being wired', async () => {
  const page = await openSite(`${iframe(`src="${embedded()}"`)}${parentScript()}`);
  await page.waitForFunction(() => parseFloat(document.querySelector('iframe').style.height) > 300);
  await page.evaluate(() => {
    const frame = document.querySelector('iframe');
    frame.style.height = '';
    frame.src = frame.src.replace(/lang=.*/, 'lang=fr');
  });
  await assertWired(page, { start: 'Commencer' });
  assert.equal(page.asked.at(-1), named(page, 'lang=fr'));
  await done(page);
});

test('an iframe that is moved is wired as before, and one that is removed is let go', async () => {
  const page = await openSite(`${iframe(`src="${embedded()}"`)}<div></div>${parentScript()}`);
  await page.waitForFunction(() => parseFloat(document.querySelector('iframe').style.height) > 300);
  await page.evaluate(() => {
    const frame = document.querySelector('iframe');
    frame.style.height = '';
    document.querySelector('div').append(frame);
  });
  await assertWired(page);
  await page.evaluate(() => {
    const frame = document.querySelector('iframe');
    globalThis.gone = new WeakRef(frame);
    frame.remove();
  });
  const client = await page.context().newCDPSession(page);
  for (let tries = 0; tries < 50; ++tries) {
    await client.send('HeapProfiler.collectGarbage');
    if (await page.evaluate(() => !globalThis.gone.deref())) break;
    await page.waitForTimeout(20);
  }
  assert.ok(await page.evaluate(() => !globalThis.gone.deref()), 'the iframe is kept');
  await done(page);
});

test('a script of the page wires an iframe where the snippet does not look, and lets one go', async () => {
  const page = await openSite(
    `<div id="it"></div>
     <script type="module">
       import { wire } from '${bench.address}/embed-parent.js';
       const root = document.querySelector('#it').attachShadow({ mode: 'open' });
       root.innerHTML = '<iframe width="600" title="Advisor"></iframe>';
       globalThis.wired = wire(root.firstChild);
       root.firstChild.src = '${embedded()}';
       root.addEventListener('advisor-ready', () => heard.push(['ready']));
     </script>`,
  );
  const shown = () =>
    page.evaluate(() => document.querySelector('#it').shadowRoot.firstChild.style.height);
  await page.waitForFunction(
    () => parseFloat(document.querySelector('#it').shadowRoot.firstChild.style.height) > 300,
  );
  const idle = await shown();
  await page.evaluate(() => wired.stop());
  await frameOf(page).getByRole('button', { name: 'Start' }).click();
  await frameOf(page).locator('recovery-advisor[state=ready]').waitFor();
  const own = page.frames().find((one) => one.url().includes('embed.html'));
  await own.evaluate(() => new Promise((told) => requestAnimationFrame(() => setTimeout(told))));
  assert.deepEqual([await page.evaluate(() => heard), await shown()], [[], idle]);
  await done(page);
});
