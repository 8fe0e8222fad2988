// embed.html within a page of another origin.
/* global heard: writable, told: writable */ // of the page

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { fakeBenchOfFile, kDesk } from './harness.mjs';

const bench = fakeBenchOfFile();

const frameOf =
  (query) =>
  (
    origin,
  ) => `<script>told = []; onmessage = ({ data, origin }) => told.push([origin, data])</script>
    <iframe width="600" height="700" src="${bench.address}/embed.html?${query(origin)}"></iframe>`;

// A page of another origin with the iframe in it, keeping what it is told. `query` is given that
// origin.
const openWithin = (query) => openSite(frameOf(query));

// `body` is given the origin of the page that it is the body of.
async function openSite(body) {
  const server = createServer((request, response) =>
    response
      .setHeader('content-type', 'text/html')
      .end(
        `<!doctype html><title>A site</title><link rel="icon" href="data:,">${request.url === '/' ? body(`http://127.0.0.1:${server.address().port}`) : ''}`,
      ),
  );
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const page = await (await bench.browser.newContext(kDesk)).newPage();
  page.errors = [];
  page.on('pageerror', (error) => page.errors.push(String(error)));
  page.on('close', () => server.close());
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page
    .frameLocator('iframe')
    .first()
    .getByRole('button', { name: /Commencer|Start/ })
    .waitFor();
  return page;
}

test('its settings come as query parameters, and the page that it names hears of it, but not what was told', async () => {
  const page = await openWithin((origin) => `lang=en&theme=dark&origin=${origin}`);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Start' }).click();
  await frame.getByRole('button', { name: 'Upper calf, left' }).press('Enter');
  await page.waitForFunction(() => told.some(([, { type }]) => type === 'change'));
  const told = await page.evaluate(() => told);
  assert.ok(told.every(([origin, { advisor }]) => origin === bench.address && advisor === 1));
  assert.ok(told.some(([, { type, height }]) => type === 'height' && height > 500));
  assert.ok(told.some(([, { type }]) => type === 'ready'));
  assert.ok(!JSON.stringify(told).includes('calf'));
  assert.equal(await frame.locator('recovery-advisor').getAttribute('theme'), 'dark');
  await page.evaluate(
    (address) => frames[0].postMessage({ advisor: 1, type: 'reset' }, address),
    bench.address,
  );
  await frame.locator('button[aria-pressed=true]').waitFor({ state: 'detached' });
  await page.context().close();
});

test('its name, its heading and what stands in its tag are those of the business whose file it is given', async () => {
  const page = await bench.open('blog.html');
  const business = {
    name: 'Studio Fairmount',
    phone: '+15145550199',
    booking: {
      system: 'url',
      url: 'https://fairmount.example/book?service={service}',
      label: { fr: 'Réserver au studio', en: 'Book at the studio' },
    },
  };
  let body = JSON.stringify(business);
  await page.route('**/business.json', (route) => route.fulfill({ body }));
  const links = async (query, name = business.name) => {
    const file = page.waitForResponse('**/business.json');
    await page.goto(`${bench.address}/embed.html?site=business.json&${query}`);
    await (await file).finished();
    await page.waitForFunction((name) => document.title === name, name);
    return page.evaluate(() => [
      document.querySelector('h1').textContent,
      ...[...document.querySelectorAll('recovery-advisor a')].map((a) => `${a.text} ${a.href}`),
    ]);
  };
  const call = '514\u00a0555-0199 tel:+15145550199';
  assert.deepEqual(await links('lang=en'), [
    'Studio Fairmount',
    'Book at the studio https://fairmount.example/book',
    call,
  ]);
  assert.equal((await links('lang=fr'))[1], 'Réserver au studio https://fairmount.example/book');
  body = body.replace('https:', 'javascript:');
  assert.deepEqual(await links(''), ['Studio Fairmount', call]);
  body = '{';
  assert.deepEqual(await links('', 'Conseiller de récupération'), ['Conseiller de récupération']);
  await page.context().close();
});

test('without script it names nobody and leads to nobody', async () => {
  const page = await bench.open(
    'embed.html',
    { ...kDesk, javaScriptEnabled: false },
    { now: null },
  );
  assert.equal(await page.title(), 'Conseiller de récupération');
  await page.getByText('retournez au site qui vous a mené ici').waitFor();
  assert.equal(await page.locator('a').count(), 0);
  await page.context().close();
});

test('a page that it does not name is told nothing and not obeyed', async () => {
  const page = await openWithin((origin) => `origin=http://site.example&site=${origin}/site.json`);
  const frame = page.frameLocator('iframe');
  await page.evaluate(
    (address) => frames[0].postMessage({ advisor: 1, type: 'open' }, address),
    bench.address,
  );
  await frame.getByRole('button', { name: 'Commencer' }).click();
  await frame.getByRole('button', { name: 'Haut du mollet, à gauche' }).press('Enter');
  assert.deepEqual(await page.evaluate(() => told), []);
  assert.equal(await frame.locator('recovery-advisor').getAttribute('site'), null);
  await page.context().close();
});

const start = async (frame) => {
  await frame.getByRole('button', { name: 'Commencer' }).click();
  await frame.locator('recovery-advisor[state=ready]').waitFor();
};
const marked = (frame) =>
  frame.getByRole('button', { name: 'Haut du mollet, à gauche' }).getAttribute('aria-pressed');

test('another frame of the page that it names is not obeyed: only that page itself is', async () => {
  const page = await openSite(
    (origin) =>
      `${frameOf(() => `origin=${origin}`)(origin)}<iframe id="other" src="/other"></iframe>`,
  );
  const frame = page.frameLocator('iframe').first();
  await start(frame);
  await frame.getByRole('button', { name: 'Haut du mollet, à gauche' }).press('Enter');
  const other = page.frames().find((one) => one.url().endsWith('/other'));
  await other.evaluate(
    (address) => parent.frames[0].postMessage({ advisor: 1, type: 'reset' }, address),
    bench.address,
  );
  // What comes after it has come through the same queue.
  await page.evaluate(
    (address) => frames[0].postMessage({ advisor: 1, type: 'unknown' }, address),
    bench.address,
  );
  await frame.getByRole('button', { name: 'Haut du mollet, à droite' }).press('Enter');
  await page.waitForFunction(() => told.filter(([, { type }]) => type === 'change').length === 2);
  assert.equal(await marked(frame), 'true');
  await page.context().close();
});

test('messages of any other shape do nothing and break nothing, and a flood of them is borne', async () => {
  const page = await openWithin((origin) => `origin=${origin}`);
  const frame = page.frameLocator('iframe');
  await start(frame);
  await frame.getByRole('button', { name: 'Haut du mollet, à gauche' }).press('Enter');
  await page.waitForFunction(() => told.some(([, { type }]) => type === 'change'));
  await page.evaluate((address) => {
    const shapes = [
      null,
      undefined,
      0,
      'reset',
      '{"advisor":1,"type":"reset"}',
      [],
      [1, 'reset'],
      {},
      { type: 'reset' },
      { advisor: 0, type: 'reset' },
      { advisor: '1', type: 'reset' },
      { advisor: 2, type: 'reset' },
      { advisor: 1 },
      { advisor: 1, type: null },
      { advisor: 1, type: ['reset'] },
      { advisor: 1, type: '__proto__' },
      { advisor: 1, type: 'constructor' },
      { advisor: 1, type: 'intake', intake: {} },
      new Map([['advisor', 1]]),
      new ArrayBuffer(8),
    ];
    for (const shape of shapes) frames[0].postMessage(shape, address);
    for (let i = 0; i < 5000; ++i)
      frames[0].postMessage({ advisor: 1, type: 'x'.repeat(i % 100) }, address);
  }, bench.address);
  await frame.getByRole('button', { name: 'Haut du mollet, à droite' }).press('Enter');
  await page.waitForFunction(() => told.filter(([, { type }]) => type === 'change').length === 2);
  assert.equal(await marked(frame), 'true');
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('a page that keeps changing the iframe’s size is told each height once, and no more often than frames are drawn', async () => {
  const page = await openWithin((origin) => `origin=${origin}`);
  await page.waitForFunction(() => told.some(([, { type }]) => type === 'height'));
  const [frames, heights] = await page.evaluate(async () => {
    told.length = 0;
    const frame = document.querySelector('iframe');
    let drawn = 0;
    for (let i = 0; i < 60; ++i) {
      for (let j = 0; j < 20; ++j) frame.width = 300 + (((i * 20 + j) * 37) % 500);
      await new Promise(requestAnimationFrame);
      drawn++;
    }
    frame.width = 600;
    await new Promise((done) => setTimeout(done, 300));
    return [
      drawn,
      told.filter(([, { type }]) => type === 'height').map(([, { height }]) => height),
    ];
  });
  assert.ok(heights.length <= frames + 20, `${heights.length} messages in ${frames} frames`);
  assert.ok(heights.every((height, i) => height !== heights[i - 1]));
  await page.context().close();
});

test('no message says more than its kind allows, whatever was told and booked', async () => {
  const page = await openWithin((origin) => `origin=${origin}`);
  const frame = page.frameLocator('iframe');
  await start(frame);
  for (const name of ['Haut du mollet, à gauche', 'Poitrine'])
    await frame.getByRole('button', { name }).press('Enter');
  await frame.getByRole('slider').fill('9');
  // A note that the person has chosen to hand to the booking system goes there and nowhere else.
  await frame.locator('recovery-advisor').evaluate((advisor) =>
    advisor.dispatchEvent(
      new CustomEvent('advisor-book', {
        bubbles: true,
        detail: {
          url: 'https://booking.example/one?date=2026-06-16&notes=Mollet%20gauche%209/10#calf',
          service: 'sport-60',
        },
      }),
    ),
  );
  await page.waitForFunction(() => told.some(([, { type }]) => type === 'book'));
  const told = (await page.evaluate(() => told)).map(([, message]) => message);
  const allowed = {
    ready: [],
    change: [],
    height: ['height'],
    book: ['url', 'service'],
    error: ['message'],
  };
  for (const { advisor, type, ...rest } of told) {
    assert.equal(advisor, 1);
    assert.deepEqual(Object.keys(rest), allowed[type]);
  }
  assert.deepEqual(
    told.find(({ type }) => type === 'book'),
    { advisor: 1, type: 'book', url: 'https://booking.example/one', service: 'sport-60' },
  );
  assert.doesNotMatch(
    JSON.stringify(told.filter(({ type }) => type !== 'height')),
    /calf|mollet|chest|poitrine|9/i,
  );
  await page.context().close();
});

test('a setting that is not one is left out, and the rest works', async () => {
  const page = await openWithin(
    (origin) => `lang=<b>&theme=blue&load=now&site=http://[&origin=${origin}`,
  );
  const frame = page.frameLocator('iframe');
  await start(frame);
  assert.deepEqual(
    await frame
      .locator('recovery-advisor')
      .evaluate((advisor) =>
        ['lang', 'theme', 'load', 'site'].filter((name) => advisor.hasAttribute(name)),
      ),
    [],
  );
  await page.waitForFunction(() => told.some(([, { type }]) => type === 'ready'));
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('the snippet gives the iframe its height, and its happenings as events; what others send it is no message of the advisor’s', async () => {
  const page = await openSite(
    () => `<iframe data-recovery-advisor width="600" src="${bench.address}/embed.html?lang=fr"></iframe><iframe src="/other"></iframe>
    <script>heard = []; for (const name of ['ready', 'change', 'book', 'error']) addEventListener('advisor-' + name, ({ target, detail }) => heard.push([name, target === document.querySelector('iframe'), detail]))</script>
    <script type="module" src="${bench.address}/embed-parent.js"></script>`,
  );
  const frame = page.frameLocator('iframe').first();
  const height = () => page.evaluate(() => document.querySelector('iframe').style.height);
  await page.waitForFunction(() => parseFloat(document.querySelector('iframe').style.height) > 300);
  const idle = await height();
  await start(frame);
  await frame.getByRole('button', { name: 'Haut du mollet, à gauche' }).press('Enter');
  await page.waitForFunction(() => heard.some(([name]) => name === 'change'));
  assert.deepEqual(await page.evaluate(() => heard), [
    ['ready', true, {}],
    ['change', true, {}],
  ]);
  assert.notEqual(await height(), idle);
  // Nothing of it has to be scrolled for.
  const own = page.frames().find((one) => one.url().includes('embed.html'));
  await own.waitForFunction(() => document.documentElement.scrollHeight === innerHeight);
  const open = await height();
  // From itself, from another frame, and from the advisor's own frame with sizes that are none.
  const other = page.frames().find((one) => one.url().endsWith('/other'));
  await other.evaluate(() => parent.postMessage({ advisor: 1, type: 'height', height: 10 }, '*'));
  await page.evaluate(() => postMessage({ advisor: 1, type: 'height', height: 10 }, '*'));
  await own.evaluate(() =>
    ['10px;position:fixed', -5, 1e9, NaN, null, { valueOf: 1 }].forEach((size) =>
      parent.postMessage({ advisor: 1, type: 'height', height: size }, '*'),
    ),
  );
  await own.evaluate(() =>
    ['toString', '__proto__', 'ready2'].forEach((type) =>
      parent.postMessage({ advisor: 1, type }, '*'),
    ),
  );
  await own.evaluate(() =>
    parent.postMessage({ advisor: 1, type: 'error', message: { toString: 'no' } }, '*'),
  );
  await page.waitForFunction(() => heard.length === 3);
  assert.equal(await height(), open);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});
