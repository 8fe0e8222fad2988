// The service worker that a site may switch on: what it keeps, what it leaves alone, and that the
// tool works without a network then.

import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { buildFakeSite, kDesk, kDist, startBench, until } from './harness.mjs';

let folder;
before(async () => {
  folder = await buildFakeSite();
});
after(() => rmSync(folder, { recursive: true, force: true }));

async function switchOn(page, script = 'service-worker.js', options = undefined) {
  await page.evaluate(
    async ([address, given]) => {
      const controlled = new Promise((resolve) =>
        navigator.serviceWorker.controller
          ? resolve()
          : navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
      );
      await navigator.serviceWorker.register(address, given);
      await controlled;
    },
    [script, options],
  );
}

const keptFiles = (page) =>
  page.evaluate(async () => {
    const kept = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys())
        kept.push(new URL(url).pathname.replace(/-[0-9a-f]{10}\./, '.'));
    return kept.sort();
  });
const kWhole = [
  '/assets/advisor.later.wasm',
  '/assets/advisor.wasm',
  '/assets/embed.js',
  '/assets/first.en.txt',
  '/assets/first.fr.txt',
  '/assets/hanken-400.woff2',
  '/assets/hanken-600.woff2',
  '/assets/knowledge.json',
  '/assets/pack.bin',
  '/assets/site.css',
  '/assets/widget.js',
  '/assets/words.fr.json',
  '/embed.html',
  '/poster-dark.webp',
  '/poster.webp',
  '/recovery-advisor.js',
  '/site.json',
];

async function keptWhole(page, whole = kWhole) {
  await until(
    page,
    async (count) =>
      (
        await Promise.all(
          (await caches.keys()).map(
            async (name) => (await (await caches.open(name)).keys()).length,
          ),
        )
      ).includes(count),
    whole.length,
  );
  assert.deepEqual(await keptFiles(page), whole);
}

async function start(page, name = 'Commencer') {
  await page.getByRole('button', { name }).click();
  await page.waitForSelector('recovery-advisor[state=ready]');
}

test('nothing is kept until somebody wants the tool; after that visit it opens and advises without a server', async () => {
  const bench = await startBench(kDist);
  const page = await bench.open('embed.html?lang=fr');
  try {
    await switchOn(page);
    await page.reload();
    await page.getByRole('button', { name: 'Commencer' }).waitFor();
    assert.deepEqual(await keptFiles(page), []);
    await start(page);
    await keptWhole(page);
    bench.server.closeAllConnections();
    await new Promise((closed) => bench.server.close(closed));
    await page.context().setOffline(true);
    await page.reload();
    await start(page);
    await page.getByRole('button', { name: 'Haut du mollet, à gauche' }).press('Enter');
    await page.getByRole('slider').waitFor();
    const advice = await page.evaluate(() =>
      document.querySelector('recovery-advisor').advise({
        version: 1,
        now: '2026-06-10T10:00',
        marks: [{ region: 'calf_l', intensity: 4 }],
        screened: true,
      }),
    );
    assert.equal(advice.booking.allowed, true);
  } finally {
    await bench.browser.close();
  }
});

test('another language is kept once it was used', async () => {
  const bench = await startBench(folder);
  const page = await bench.open('embed.html?lang=fr');
  try {
    await switchOn(page);
    await start(page);
    await keptWhole(page);
    await page.getByRole('button', { name: 'English' }).press('Enter');
    await page.getByRole('button', { name: 'Upper calf, left' }).waitFor();
    await keptWhole(page, [...kWhole, '/assets/words.en.json'].sort());
  } finally {
    await bench.close();
  }
});

test('what is not the tool’s is neither kept nor answered', async () => {
  const bench = await startBench(folder);
  const page = await bench.open('blog.html');
  try {
    await switchOn(page);
    await page.reload();
    await start(page);
    await keptWhole(page);
    await page.evaluate(() =>
      Promise.all([
        fetch('index.html'),
        fetch('LICENSES.txt'),
        fetch('site.json', { method: 'HEAD' }),
      ]),
    );
    assert.deepEqual(await keptFiles(page), kWhole);
    await page.context().setOffline(true);
    assert.equal(
      await page.evaluate(() =>
        fetch('index.html').then(
          () => 'answered',
          () => 'refused',
        ),
      ),
      'refused',
    );
    assert.equal(await page.evaluate(() => fetch('site.json').then(({ ok }) => ok)), true);
  } finally {
    await bench.close();
  }
});

test('a site’s own site.json is kept when it is named, in its newest form', async () => {
  const bench = await startBench(folder);
  writeFileSync(join(folder, 'my.json'), readFileSync(join(folder, 'site.json')));
  const page = await bench.open('embed.html?site=my.json');
  try {
    await switchOn(page, 'service-worker.js?site=my.json');
    await start(page);
    const whole = kWhole.map((name) => (name === '/site.json' ? '/my.json' : name)).sort();
    await keptWhole(page, whole);
    appendFileSync(join(folder, 'my.json'), '\n\n');
    assert.match(
      await page.evaluate(() => fetch('my.json').then((response) => response.text())),
      /\n\n$/,
    );
    await page.context().setOffline(true);
    assert.match(
      await page.evaluate(() => fetch('my.json').then((response) => response.text())),
      /\n\n$/,
    );
  } finally {
    await bench.close();
  }
});

test('a new version takes the place of the old one, and is there offline for who had the old one', async () => {
  const site = `${folder}-versions`;
  cpSync(folder, site, { recursive: true });
  const bench = await startBench(site);
  const page = await bench.open('embed.html');
  try {
    await switchOn(page);
    await start(page);
    await keptWhole(page);
    const [before] = await page.evaluate(() => caches.keys());
    for (const ending of ['', '.br', '.gz'])
      rmSync(join(site, `service-worker.js${ending}`), { force: true });
    writeFileSync(
      join(site, 'service-worker.js'),
      readFileSync(join(folder, 'service-worker.js'), 'utf8').replace(
        /(version:")[0-9a-f]{10}/,
        '$10123456789',
      ),
    );
    await page.evaluate(() =>
      navigator.serviceWorker.getRegistration().then((registration) => registration.update()),
    );
    await until(page, async (old) => !(await caches.keys()).includes(old), before);
    assert.deepEqual(await page.evaluate(() => caches.keys()), ['recovery-advisor 0123456789']);
    await keptWhole(
      page,
      kWhole.filter((name) => !name.includes('words')),
    );
  } finally {
    await bench.close();
    rmSync(site, { recursive: true, force: true });
  }
});

test('a site that has a service worker of its own takes it in, and its cache is left alone', async () => {
  const site = `${folder}-own`;
  mkdirSync(site, { recursive: true });
  cpSync(folder, join(site, 'advisor'), { recursive: true });
  writeFileSync(
    join(site, 'sw.js'),
    "self.advisorBase = '/advisor/';\nimportScripts('/advisor/service-worker.js');\nconst c = 'of the site';\n",
  );
  writeFileSync(
    join(site, 'index.html'),
    '<!doctype html><html lang="fr"><link rel="icon" href="data:,"><title>A site</title><script type="module" src="/advisor/recovery-advisor.js"></script><recovery-advisor></recovery-advisor>',
  );
  const bench = await startBench(site, { element: 'index.html' });
  const page = await bench.open('', kDesk);
  try {
    await page.evaluate(() => caches.open('of the site'));
    await switchOn(page, '/sw.js');
    await start(page);
    await keptWhole(
      page,
      kWhole.map((name) => `/advisor${name}`),
    );
    assert.ok(await page.evaluate(() => caches.has('of the site')));
  } finally {
    await bench.close();
    rmSync(site, { recursive: true, force: true });
  }
});
