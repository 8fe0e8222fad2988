// The snippets of docs/embed.md, each on a page of its own as it stands there. Those of
// docs/install are in install.test.mjs, the servers' and the bundlers' in tests/heavy.
/* global counted, heard, tool */ // of the pages

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { adviseCalf, opened } from '../strangers/visit.mjs';
import { benchOfFile, kDesk, kPhone } from './harness.mjs';

const bench = benchOfFile();
const guide = readFileSync(new URL('../../docs/embed.md', import.meta.url), 'utf8');

/** The first block of this kind after a heading, or after the start. */
function snippet(kind, heading = '') {
  const after = guide.slice(guide.indexOf(heading));
  return new RegExp(`\`\`\`${kind}\n(.*?)\`\`\``, 's').exec(after)[1];
}
const tag = snippet('html');
const size = snippet('css');

/** A page with this in its body, beside the files in /advisor/. */
async function pageOf(body, device = kDesk, { held } = {}) {
  const page = await bench.open('embed.html', {
    ...device,
    bypassCSP: true,
    reducedMotion: 'reduce',
  });
  await page.route('**/advisor/**', async (route) => {
    const file = new URL(route.request().url()).pathname.replace('/advisor/', '/');
    if (file.endsWith('.js')) await held;
    await route.fulfill({
      response: await route.fetch({ url: bench.address + file.replace('business', 'site') }),
    });
  });
  await page.route('**/a-page', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>x</title><link rel="icon" href="data:,"><body style="margin:0">${body}`,
    }),
  );
  // What is held holds the page's load back too.
  await page.goto(`${bench.address}/a-page`, { waitUntil: held ? 'commit' : 'load' });
  return page;
}

for (const [what, device, css] of [
  ['on a phone', kPhone, size],
  ['where the column is wide', kDesk, size],
])
  test(`the tag with its size, ${what}: nothing on the page moves when the script comes`, async () => {
    let come;
    const held = new Promise((resolve) => (come = resolve));
    const page = await pageOf(`<style>${css}</style>${tag}<p id="below">Below</p>`, device, {
      held,
    });
    const below = () => page.locator('#below').evaluate((it) => it.getBoundingClientRect().top);
    const before = await below();
    come();
    await page.waitForSelector('recovery-advisor[state=idle]');
    assert.equal(await below(), before);
    await page.context().close();
  });

test('a header that stays, with its two lines: the opened tool stands below it, whole', async () => {
  const lines = snippet('css', '### A header that stays');
  const header =
    '<header style="position:sticky;top:0;height:72px;background:#fff;z-index:9">A site</header>';
  const page = await pageOf(
    `<style>${lines}</style>${header}<div style="height:500px"></div>${tag}<div style="height:900px"></div>`,
    kPhone,
  );
  await page.getByRole('button', { name: 'Start' }).tap();
  await opened(page);
  const box = await page.locator('recovery-advisor').boundingBox();
  const { height } = page.viewportSize();
  assert.deepEqual([box.y, box.height], [72, height - 72]);
  await page.context().close();
});

test('counting bookings: each counter hears of the service, once, and of nothing about health', async () => {
  const page = await pageOf(
    `<script>
      counted = []; _paq = { push: (...all) => counted.push(['_paq', ...all]) };
      for (const name of ['gtag', 'plausible']) globalThis[name] = (...all) => counted.push([name, ...all]);
      document.addEventListener('advisor-book', (event) => event.preventDefault());
      ${snippet('js', '### Counting bookings')}
    </script>${tag}`,
  );
  await page.evaluate(() => document.querySelector('recovery-advisor').open());
  const reader = await opened(page);
  await adviseCalf({ page, reader });
  await reader.use('book');
  await page.waitForFunction(() => counted.length > 0);
  await reader.rest();
  const service = 'sport-60';
  assert.deepEqual(await page.evaluate(() => counted), [
    ['gtag', 'event', 'advisor_book', { service }],
    ['plausible', 'Advisor book', { props: { service } }],
    ['_paq', ['trackEvent', 'Advisor', 'book', service]],
  ]);
  await page.context().close();
});

test('the iframe and its script: it gets its height, and its events are the iframe’s', async () => {
  const frame = snippet('html', '## In an iframe').replaceAll(
    'https://advisor.example/',
    '/advisor/',
  );
  const page = await pageOf(
    `<script>heard = [];
      for (const type of ['advisor-ready', 'advisor-change'])
        document.addEventListener(type, ({ target }) => heard.push([type, target.tagName]));
    </script>${frame}`,
    kPhone,
  );
  const inside = page.frameLocator('iframe');
  const height = () => page.locator('iframe').evaluate((it) => it.offsetHeight);
  await inside.getByRole('button', { name: 'Commencer' }).tap();
  await page.waitForFunction(() => heard.some(([type]) => type === 'advisor-ready'));
  await page.waitForFunction(() => document.querySelector('iframe').offsetHeight !== 560);
  assert.equal(await height(), 844);
  await inside.getByRole('button', { name: 'Haut du mollet, à gauche' }).press('Enter');
  await page.waitForFunction(() => heard.some(([type]) => type === 'advisor-change'));
  assert.deepEqual(
    [...new Set((await page.evaluate(() => heard)).map(([, name]) => name))],
    ['IFRAME'],
  );
  await page.context().close();
});

test('its script from a script of one’s own: open, reset and stop', async () => {
  const [, take] = /`(import \{ wire \} from '.*?')`/.exec(guide);
  const [, use] = /`(const \{ open, reset, stop \} = wire\(frame\))`/.exec(guide);
  const page = await pageOf(
    `<iframe src="/advisor/embed.html?lang=en&origin=${bench.address}" width="390" height="600"></iframe>
    <script type="module">${take.replace('https://advisor.example/', '/advisor/')};
      const frame = document.querySelector('iframe'); ${use}; globalThis.tool = { open, reset, stop };
    </script>`,
  );
  await page.frameLocator('iframe').getByRole('button', { name: 'Start' }).waitFor();
  await page.evaluate(() => tool.open());
  await page.frameLocator('iframe').locator('recovery-advisor[state=ready]').waitFor();
  await page.evaluate(() => (tool.reset(), tool.stop()));
  await page.context().close();
});
