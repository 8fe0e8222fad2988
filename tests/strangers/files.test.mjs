// Files that were made by hand, and what servers send in their place: one line, in the console and
// in advisor-error, before the tool says that it is ready.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { unlessAll } from '../few.mjs';
import { benchOfFile } from '../browser/harness.mjs';
import { adviseCalf, control, visit } from './visit.mjs';

const bench = benchOfFile();
const site = readFileSync(new URL('../../content/site.json', import.meta.url), 'utf8');
const [firstKey] = /"[a-z_]+"/.exec(site);

/** Opens the tool with this for its site.json; what it says, in order. */
async function openWith(answer) {
  const page = await bench.open('blog.html', { bypassCSP: true });
  await page.route('**/business.json', (route) =>
    answer ? route.fulfill({ contentType: 'application/json', ...answer }) : route.abort(),
  );
  await page.evaluate(() => {
    globalThis.said = [];
    for (const name of ['advisor-ready', 'advisor-error'])
      document.addEventListener(name, ({ detail }) => said.push([name, detail.message]));
    const element = document.querySelector('recovery-advisor');
    element.setAttribute('site', '/shop/business.json');
    element.open();
  });
  await page.waitForFunction(() => said.length > 0);
  const said = await page.evaluate(() => said);
  const lines = page.errors.filter((line) => !/^Failed to load resource/.test(line));
  await page.context().close();
  return { said, lines: lines.map((line) => line.replace(bench.address, '')) };
}

const where = /^(\/shop\/)?business\.json[\u00a0,]/;
for (const [what, answer, line] of [
  [
    'a comma too many',
    { body: site.trimEnd().replace(/\}$/, ',\n}') },
    /\u00a0: Il y a une virgule de trop avant le } de la ligne\u00a0\d+\. Enlevez cette virgule\.$/,
  ],
  [
    'curly quotation marks',
    { body: site.replace(firstKey, `“${firstKey.slice(1, -1)}”`) },
    /\u00a0: À la ligne\u00a0\d+, caractère\u00a03, il y a un guillemet ou une apostrophe courbes, .*$/,
  ],
  [
    'UTF-16',
    { body: Buffer.from(`\ufeff${site}`, 'utf16le') },
    /\u00a0: Le fichier est illisible .* UTF-8 \(pas Unicode ni UTF-16\)\.$/,
  ],
  [
    'a byte that is no text',
    { body: site.replace('"name"', '\0"name"') },
    /\u00a0: À la ligne\u00a0\d+, il manque le guillemet .*, ou un caractère n’a pas sa place\..*$/,
  ],
  [
    'an old encoding',
    { body: Buffer.from(site.replace(/"name": "[^"]*"/, '"name": "Thérapie Été"'), 'latin1') },
    /\u00a0: Une lettre accentuée de la ligne\u00a0\d+ est illisible\. .* UTF-8\.$/,
  ],
  [
    'a page that says that it was not found, with 200',
    { body: '<!doctype html><title>Introuvable</title>', contentType: 'text/html' },
    /\u00a0: Une page web est arrivée à la place du fichier\. .*$/,
  ],
  ['nothing', { body: '' }, /\u00a0: Le fichier est vide\. .*$/],
  [
    'a time zone without its continent',
    { body: site.replace('{', '{"time_zone": "Montreal",') },
    /, «\u00a0time_zone\u00a0»\u00a0: Un fuseau horaire .* Le fichier contient\u00a0: "Montreal"$/,
  ],
  [
    'a time zone that nobody knows',
    { body: site.replace('{', '{"time_zone": "America/Laval",') },
    /, «\u00a0time_zone\u00a0»\u00a0: Un fuseau horaire .* Le fichier contient\u00a0: "America\/Laval"$/,
  ],
  [
    '404',
    { status: 404, body: '' },
    /\u00a0: Il n’y a pas de fichier à cette adresse \(réponse\u00a0404\)\. .*$/,
  ],
  ['no server', null, /\u00a0: Rien n’a répondu à cette adresse\. .*$/],
])
  test(`${what}: one line says the file, the place and what to do`, async () => {
    const { said, lines } = await openWith(answer);
    assert.equal(lines.length, 1, lines.join('\n'));
    assert.match(lines[0], where);
    assert.match(lines[0], line);
    assert.deepEqual(
      said.map(([name, message]) => [name, message.replace(bench.address, '')]),
      [['advisor-error', lines[0]]],
    );
  });

for (const file of ['pack', 'first.fr', 'advisor', 'advisor.later', 'words.fr', 'knowledge'])
  test(
    `a web page in the place of ${file} is told of by that name, and forgotten once it goes`,
    { skip: unlessAll(['advisor', 'words.fr'].includes(file)) },
    async () => {
      const page = await bench.open('blog.html');
      const isIt = (url) =>
        new RegExp(`/assets/${file}-[0-9a-f]+\\.(bin|txt|json|wasm)$`).test(url);
      const body = '<!doctype html><title>Signing in</title>';
      await page.route(isIt, (route) => route.fulfill({ contentType: 'text/html', body }));
      await page.evaluate(() => {
        document.addEventListener(
          'advisor-error',
          ({ detail }) => (globalThis.said = detail.message),
        );
        document.querySelector('recovery-advisor').open();
      });
      await page.waitForSelector('recovery-advisor[state=fallback]');
      assert.match(
        await page.evaluate(() => globalThis.said),
        new RegExp(
          `/assets/${file}-[^ ]+\u00a0: (Une page web est arrivée|Un autre fichier est arrivé) .*$`,
        ),
      );
      await page.unroute(isIt);
      await page.getByRole('button', { name: 'Réessayer' }).click();
      await page.waitForSelector('recovery-advisor[state=ready]');
      await page.evaluate(() =>
        document
          .querySelector('recovery-advisor')
          .advise({ version: 1, now: '2026-06-10T10:00', marks: [] }),
      );
      await page.context().close();
    },
  );

test('who sets it up, on a computer of their own or with ?advisor-check, sees the line on the card; a visitor does not', async () => {
  const page = await bench.open('blog.html', { bypassCSP: true });
  await page.route('**/site.json', (route) => route.fulfill({ body: '{,}' }));
  await page.route('http://shop.example/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname !== '/site.json')
      return route.fulfill({ response: await route.fetch({ url: `${bench.address}${pathname}` }) });
    return route.fulfill({ body: '{,}' });
  });
  const line = page.locator('recovery-advisor .mistake');
  const shown = async (address) => {
    await page.goto(`${address}`);
    await page.getByRole('button', { name: 'Commencer' }).click();
    await page.waitForSelector('recovery-advisor[state=fallback]');
    return line.allTextContents();
  };
  const told =
    /site\.json\u00a0: À la ligne\u00a01, caractère\u00a02, le , n’a pas sa place\u00a0: .*$/;
  assert.match((await shown(`${bench.address}/blog.html`)).join('|'), told);
  assert.match((await shown('http://shop.example/blog.html?advisor-check')).join('|'), told);
  assert.deepEqual(await shown('http://shop.example/blog.html'), []);
  // Once it is mended, nothing of it is left.
  await page.goto(`${bench.address}/blog.html`);
  await page.getByRole('button', { name: 'Commencer' }).click();
  await line.waitFor();
  await page.unroute('**/site.json');
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await page.waitForSelector('recovery-advisor[state=ready]');
  await page.context().close();
});

test('with ?advisor-check a mistake that only the module finds is told before anything is shown, counted as people count', async () => {
  const page = await bench.open('blog.html');
  const wrong = site.replace(/"price_cents": \d+/, '"price_cents": 115');
  await page.route('**/site.json', (route) => route.fulfill({ body: wrong }));
  await page.goto(`${bench.address}/blog.en.html?advisor-check`);
  await page.evaluate(() => {
    globalThis.said = [];
    for (const name of ['advisor-ready', 'advisor-error'])
      document.addEventListener(name, ({ detail }) => globalThis.said.push([name, detail.message]));
    document.querySelector('recovery-advisor').open();
  });
  const told = await page.waitForFunction(() => globalThis.said.length > 0 && globalThis.said);
  const line = `site.json, “services”, the 1st, “price_cents”: A price is written in cents: 11500 for $115. The file says: 115`;
  assert.deepEqual(await told.jsonValue(), [['advisor-error', line]]);
  assert.equal(await page.locator('recovery-advisor .mistake').textContent(), line);
  await page.context().close();
});

test('a byte order mark is no mistake', async () => {
  const { said } = await openWith({ body: `\ufeff${site}` });
  assert.deepEqual(said, [['advisor-ready', undefined]]);
});

test('a file that is refused later leaves the one before, and the language can still be changed', async () => {
  const { page, reader } = await visit(bench);
  await page.route('**/broken.json', (route) =>
    route.fulfill({ body: site.replace('"https://', '"http://') }),
  );
  await adviseCalf({ page, reader });
  await page.evaluate(
    () =>
      new Promise((refused) => {
        document.addEventListener('advisor-error', refused, { once: true });
        document.querySelector('recovery-advisor').setAttribute('site', '/broken.json');
      }),
  );
  await page.evaluate(() => document.querySelector('recovery-advisor').setAttribute('lang', 'en'));
  await page.waitForFunction(
    () =>
      document.querySelector('recovery-advisor').shadowRoot.querySelector('.tree').lang === 'en',
  );
  assert.equal(page.errors.length, 1, page.errors.join('\n'));
  await page.context().close();
});

test('a file that arrives after the language was changed again counts all the same', async () => {
  const { page, reader } = await visit(bench);
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route('**/other.json', async (route) => {
    await released;
    await route.fulfill({ body: site.replaceAll('Maison Laurier', 'Maison Fairmount') });
  });
  await adviseCalf({ page, reader });
  const asked = page.waitForRequest('**/other.json');
  await page.evaluate(() =>
    document.querySelector('recovery-advisor').setAttribute('site', '/other.json'),
  );
  await asked;
  await page.evaluate(() => document.querySelector('recovery-advisor').setAttribute('lang', 'en'));
  release();
  await control(page, 'book')
    .getByText('Book with Maison Fairmount')
    .waitFor({ state: 'attached' });
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('language and business that are set while the tool comes are the ones that it has', async () => {
  const page = await bench.open('blog.html', { bypassCSP: true });
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route('**/pack-*', async (route) => {
    await released;
    await route.continue();
  });
  await page.route('**/other.json', (route) =>
    route.fulfill({ body: site.replaceAll('Maison Laurier', 'Maison Fairmount') }),
  );
  const asked = page.waitForRequest('**/pack-*');
  await page.evaluate(() => void document.querySelector('recovery-advisor').open());
  await asked;
  await page.evaluate(() => {
    const element = document.querySelector('recovery-advisor');
    element.lang = 'en';
    element.setAttribute('site', '/other.json');
  });
  release();
  await page.waitForSelector('recovery-advisor[state=ready]');
  const advice = await page.waitForFunction(async () => {
    const told = { version: 1, now: '2026-06-10T10:00', marks: [], screened: true };
    const advised = await document.querySelector('recovery-advisor').advise(told);
    return advised.language === 'en' && advised;
  });
  assert.match((await advice.jsonValue()).booking.summary, /massage/i);
  await page.waitForFunction(
    () =>
      document.querySelector('recovery-advisor').shadowRoot.querySelector('section').ariaLabel ===
      'Recovery advisor',
  );
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/other.json')),
  );
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('advise() that failed once says why in a sentence, and asks for the file anew', async () => {
  const page = await bench.open('blog.html');
  let times = 0;
  await page.route('**/knowledge-*', (route) =>
    times++ ? route.continue() : route.fulfill({ status: 503, body: '' }),
  );
  const advise = () =>
    page.evaluate(() =>
      document
        .querySelector('recovery-advisor')
        .advise({ version: 1, now: '2026-06-10T10:00', marks: [] })
        .then(
          ({ version }) => version,
          ({ message }) => message,
        ),
    );
  assert.match(await advise(), /knowledge-\w+\.json\u00a0: Le serveur a répondu 503 /);
  assert.equal(await advise(), 1);
  await page.context().close();
});
