// What a stranger does with docs/install/: the folder of advisor.zip on a server, the business from
// example, the snippet pasted as it stands.

import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { unzipSync } from 'fflate';
import { createSite } from '../../web/build/serve.mjs';
import { kPhone, startBench } from './harness.mjs';

const kGuides = new URL('../../docs/install/', import.meta.url);
const kElsewhere = 'https://advisor-massage-exemple.netlify.app';
const read = (name) => readFileSync(new URL(name, kGuides), 'utf8');
const block = (name, kind) => new RegExp(`\`\`\`${kind}\n(.*?)\`\`\``, 's').exec(read(name))[1];
const intake = {
  version: 1,
  now: '2026-06-10T10:00',
  marks: [],
  screened: true,
  answers: {},
  day: '2026-06-16',
};
const kStart = /^(Commencer|Start)$/;
const kLink =
  'https://calendly.com/massage-exemple/massage-sportif-60?month=2026-06&date=2026-06-16';

let folder, bench, platform, other, html;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'advisor-install-'));
  const zip = readFileSync(new URL('../../build/advisor.zip', import.meta.url));
  for (const [name, data] of Object.entries(unzipSync(zip))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), data);
  }
  writeFileSync(join(folder, 'advisor/business.json'), block('wordpress.md', 'json'));
  // What startBench looks for.
  cpSync(join(folder, 'advisor/recovery-advisor.js'), join(folder, 'recovery-advisor.js'));
  bench = await startBench(folder);
  other = createSite(join(folder, 'advisor'));
  const files = createSite(folder);
  platform = createServer((request, response) => {
    if (request.url !== '/a-page') return files.emit('request', request, response);
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
  });
  for (const server of [platform, other])
    await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
});
after(async () => {
  await bench?.close();
  for (const server of [platform, other]) server?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

// A page of the platform's, without a policy of its own, as these have none.
async function paste(snippet) {
  html = `<!doctype html><html lang="fr-CA"><meta name="viewport" content="width=device-width"><title>x</title><link rel="icon" href="data:,"><h1>Massage Exemple</h1>${snippet}`;
  const page = await bench.open('advisor/embed.html', kPhone);
  page.errors.length = 0;
  await page.goto(`${addressOf(platform)}/a-page`);
  return page;
}

const addressOf = (server) => `http://127.0.0.1:${server.address().port}`;

for (const name of ['wordpress.md', 'wordpress.fr.md', 'html.md', 'squarespace.md', 'webflow.md'])
  test(`${name}: pasted as it stands, the tool opens with the business's own booking`, async () => {
    const page = await paste(block(name, 'html').replaceAll(kElsewhere, addressOf(other)));
    await page.getByRole('button', { name: kStart }).tap();
    await page.waitForSelector('recovery-advisor[state=ready]');
    const { booking } = await page.evaluate(
      (told) => document.querySelector('recovery-advisor').advise(told),
      intake,
    );
    assert.equal(booking.url, kLink);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });

const sandbox = /`(allow-scripts[^`]*)`/.exec(read('../embed.md'))[1];

test("wix.md: the address of the iframe shows the tool with the business's own booking", async () => {
  const address = /```\n(https:.*embed\.html.*)\n```/
    .exec(read('wix.md'))[1]
    .replace(kElsewhere, addressOf(other));
  const page = await paste(
    `<iframe src="${address}" width="390" height="844" sandbox="${sandbox}"></iframe>`,
  );
  const frame = page.frames().at(-1);
  await frame.getByRole('button', { name: 'Commencer' }).tap();
  await frame.waitForSelector('recovery-advisor[state=ready]');
  const { booking } = await frame.evaluate(
    (told) => document.querySelector('recovery-advisor').advise(told),
    intake,
  );
  assert.equal(booking.url, kLink);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("the business's own words stand in both languages, also after the language has changed", async () => {
  const words = {
    fr: { 'where.title': 'Où tirez-vous?' },
    en: { 'where.title': 'Where does it pull?' },
  };
  writeFileSync(
    join(folder, 'advisor/words-of-its-own.json'),
    JSON.stringify({ ...JSON.parse(block('wordpress.md', 'json')), words }),
  );
  const page = await paste(
    block('wordpress.fr.md', 'html').replace('business.json', 'words-of-its-own.json'),
  );
  await page.getByRole('button', { name: 'Commencer' }).tap();
  await page.getByRole('heading', { name: 'Où tirez-vous?' }).waitFor({ state: 'attached' });
  await page.evaluate(() => (document.querySelector('recovery-advisor').lang = 'en'));
  await page.getByRole('heading', { name: 'Where does it pull?' }).waitFor({ state: 'attached' });
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("a mistake in the business's file is told in the console in one line that names its place", async () => {
  writeFileSync(
    join(folder, 'advisor/mistaken.json'),
    block('wordpress.md', 'json').replace(
      '"https://calendly.com/massage-exemple"',
      '"https://calendly.example/x"',
    ),
  );
  const page = await paste(
    block('wordpress.fr.md', 'html').replace('business.json', 'mistaken.json'),
  );
  await page.evaluate(() =>
    document.addEventListener('advisor-error', ({ detail }) => (globalThis.said = detail.message)),
  );
  await page.getByRole('button', { name: 'Commencer' }).tap();
  await page.getByText('Le conseiller n’a pas pu s’ouvrir').waitFor();
  const line =
    'mistaken.json, «\u00a0booking\u00a0», «\u00a0url\u00a0»\u00a0: Avec le système calendly, l’adresse doit être à calendly.com. Si vos clients réservent ailleurs, écrivez "url" à «\u00a0system\u00a0». Le fichier contient\u00a0: "https://calendly.example/x"';
  const said = await page.evaluate(() => globalThis.said);
  assert.deepEqual(page.errors, [said]);
  assert.equal(said, line);
  await page.context().close();
});
