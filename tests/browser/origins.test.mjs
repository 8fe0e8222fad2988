// The files elsewhere than beside the page: in a folder deep below it, and on a CDN of another
// origin, under a policy that names it.

import assert from 'node:assert/strict';
import {
  mkdtempSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { kDesk, kDist, kPhone, startBench } from './harness.mjs';

const pageWith = (
  script,
  attributes = '',
) => `<!doctype html><html lang="fr"><meta charset="utf-8"><title>A site</title><link rel="icon" href="data:,">
  <base href="/elsewhere/altogether/"><script type="module" src="${script}"></script><recovery-advisor ${attributes}><p>Texte</p></recovery-advisor></html>`;

let folder, cdn;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'advisor-origins-'));
  mkdirSync(join(folder, 'a/b c'), { recursive: true });
  symlinkSync(kDist, join(folder, 'a/b c/d'));
  writeFileSync(join(folder, 'index.html'), pageWith('/a/b%20c/d/recovery-advisor.js?v=1'));
  cdn = await startBench(kDist);
});
after(async () => {
  await cdn?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function walk(page) {
  await page.getByRole('button', { name: 'Commencer' }).click();
  await page.waitForSelector('recovery-advisor[state=ready]');
  await page.getByRole('button', { name: 'Haut du mollet, à gauche' }).press('Enter');
  await page.getByRole('slider').waitFor();
  return page.evaluate(() =>
    document.querySelector('recovery-advisor').advise({
      version: 1,
      now: '2026-06-10T10:00',
      marks: [{ region: 'calf_l', intensity: 4 }],
      screened: true,
    }),
  );
}

test('from a folder deep below the page, with a blank in its name, a query and a base element elsewhere', async () => {
  const bench = await startBench(folder, { element: 'index.html' });
  try {
    // The demo server's policy allows no base element.
    const page = await bench.open('index.html', { ...kDesk, bypassCSP: true });
    page.requests.length = 0;
    assert.equal((await walk(page)).booking.allowed, true);
    assert.ok(page.requests.length >= 4);
    assert.deepEqual(
      page.requests.filter((url) => !url.startsWith(`${bench.address}/a/b%20c/d/`)),
      [],
    );
    assert.deepEqual([page.errors, page.strays], [[], []]);
  } finally {
    await bench.close();
  }
});

/**
 * A site of its own origin that takes the element from the CDN.
 * @returns the page, what it asked whom, what went wrong
 */
async function openFromCdn(policyOf, site = null) {
  const policy = policyOf(cdn.address);
  const server = createServer((request, response) => {
    response.setHeader('Content-Security-Policy', policy);
    if (request.url === '/site.json')
      return response.setHeader('Content-Type', 'application/json').end(site);
    response
      .setHeader('Content-Type', 'text/html')
      .end(
        pageWith(`${cdn.address}/recovery-advisor.js`, site ? 'site="/site.json"' : '').replace(
          /<base[^>]*>/,
          '',
        ),
      );
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const page = await (await cdn.browser.newContext({ ...kPhone, locale: 'fr-CA' })).newPage();
  const errors = [],
    foreign = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('close', () => server.close());
  const own = `http://127.0.0.1:${server.address().port}/`;
  page.on(
    'request',
    (request) =>
      request.url().startsWith(cdn.address) &&
      foreign.push(
        request
          .url()
          .slice(cdn.address.length)
          .replace(/-[0-9a-f]{10}\./, '.'),
      ),
  );
  await page.goto(own);
  return { page, errors, foreign };
}

test('from a CDN of another origin: script, module, words, fonts and posters, and the site.json of either', async () => {
  const policyOf = (origin) =>
    `default-src 'none'; script-src ${origin} 'wasm-unsafe-eval'; style-src 'none'; img-src ${origin} data:; connect-src ${origin} 'self'; base-uri 'none'`;
  for (const site of [
    null,
    JSON.stringify({
      ...(await (await fetch(`${cdn.address}/site.json`)).json()),
      name: 'Autre maison',
    }),
  ]) {
    const { page, errors, foreign } = await openFromCdn(policyOf, site);
    await page.locator('recovery-advisor img').waitFor();
    await page.waitForFunction(
      () =>
        document.querySelector('recovery-advisor').shadowRoot.querySelector('img').naturalWidth > 0,
    );
    assert.equal((await walk(page)).booking.allowed, true);
    const wanted = [
      '/assets/advisor.later.wasm',
      '/assets/advisor.wasm',
      '/assets/first.fr.txt',
      '/assets/knowledge.json',
      '/assets/pack.bin',
      '/assets/widget.js',
      '/assets/words.fr.json',
      '/poster.webp',
      '/recovery-advisor.js',
      ...(site ? [] : ['/site.json']),
    ].sort();
    assert.deepEqual([...new Set(foreign)].sort(), wanted);
    assert.deepEqual(errors, []);
    await page.context().close();
  }
});

test('where the policy forbids WebAssembly, what stands in the tag is shown, with one line', async () => {
  const { page } = await openFromCdn(
    (origin) =>
      `default-src 'none'; script-src ${origin}; img-src ${origin}; connect-src ${origin}`,
  );
  await page.getByRole('button', { name: 'Commencer' }).click();
  await page.waitForSelector('recovery-advisor[state=fallback]');
  await page.getByText('Le conseiller n’a pas pu s’ouvrir').waitFor();
  assert.ok(await page.getByText('Texte').isVisible());
  await page.context().close();
});

test('every text of dist/ has its brotli and gzip form, and each is the file; settings, which are edited, have none', () => {
  const all = readdirSync(kDist, { recursive: true });
  assert.deepEqual(
    all.filter((name) => name.startsWith('site.json')),
    ['site.json'],
  );
  const names = all.filter(
    (name) => /\.(html|js|json|wasm|bin|css|txt|ts)$/.test(name) && name !== 'site.json',
  );
  assert.ok(names.length > 15);
  for (const name of names) {
    const plain = readFileSync(join(kDist, name));
    assert.ok(brotliDecompressSync(readFileSync(join(kDist, `${name}.br`))).equals(plain), name);
    assert.ok(gunzipSync(readFileSync(join(kDist, `${name}.gz`))).equals(plain), name);
  }
});
