// Walks through the tool by keyboard with Orca listening, and writes what it says into
// $HOME/said.txt, each step's lines under the step. orca.test.mjs starts it on a virtual screen
// with a session bus of its own. Argument: the file of what is expected, by which it knows when a
// step has been said.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { createSite } from '../../web/build/serve.mjs';

const home = process.env.HOME,
  debug = join(home, 'debug.out');
const expected =
  process.argv[2] &&
  readFileSync(process.argv[2], 'utf8')
    .split(/^\[.*\]\n/m)
    .slice(1)
    .map((said) => said.split('\n').length - 1);
const kPatienceMs = 60_000,
  kSilenceMs = 3000;
// Nothing but the tool, and a last line that says that Orca has read it all.
const kPage =
  '<!doctype html><html lang="fr"><meta charset="utf-8"><title>Essai</title><script type="module" src="recovery-advisor.js"></script><main><recovery-advisor></recovery-advisor><p>Fin de la page</p></main>';
// Said where the machine is slower than the fingers.
const kComing = 'La silhouette arrive.';

const pause = (ms) => new Promise((next) => setTimeout(next, ms));
async function until(what, fits) {
  for (const end = Date.now() + kPatienceMs; Date.now() < end; await pause(50))
    if (await fits()) return;
  throw new Error(`${what} did not come; said so far:\n${said().join('\n')}`);
}
function said() {
  const text = existsSync(debug) ? readFileSync(debug, 'utf8') : '';
  return [...text.matchAll(/SPEECH OUTPUT: '(.*?)'(?:\{'established.*)?$/gm)]
    .map(([, words]) => words.replaceAll('\u00a0', ' ').trim())
    .filter((words) => words && words !== kComing);
}

const started = [];
const start = (command, ...args) => started.push(spawn(command, args, { stdio: 'ignore' }));
const site = createSite(fileURLToPath(new URL('../../dist', import.meta.url)));
const server = createServer((request, response) => {
  if (request.url === '/orca.html')
    response.writeHead(200, { 'content-type': 'text/html' }).end(kPage);
  else site.emit('request', request, response);
});
let browser;
try {
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  start('orca', '--replace', `--debug-file=${debug}`, '--disable', 'braille');
  await until('Orca', () => said().includes('Screen reader on.'));
  // As an application: no address bar that speaks. Nor may an offer to translate the page.
  const profile = join(home, 'profile');
  mkdirSync(join(profile, 'Default'), { recursive: true });
  writeFileSync(
    join(profile, 'Default/Preferences'),
    JSON.stringify({ translate: { enabled: false } }),
  );
  start(
    process.env.CHROMIUM ?? '/usr/bin/chromium',
    '--no-sandbox',
    '--force-renderer-accessibility',
    '--no-first-run',
    `--user-data-dir=${profile}`,
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--remote-debugging-port=0',
    '--window-size=700,900',
    `--app=http://127.0.0.1:${server.address().port}/orca.html`,
  );
  const port = join(profile, 'DevToolsActivePort');
  await until('Chromium', () => existsSync(port) && readFileSync(port, 'utf8').includes('\n'));
  browser = await chromium.connectOverCDP(
    `http://127.0.0.1:${readFileSync(port, 'utf8').split('\n')[0]}`,
    { timeout: kPatienceMs },
  );
  const page = browser.contexts()[0].pages()[0];
  page.setDefaultTimeout(kPatienceMs);
  await until('the end of the page', () =>
    said().some((words) => words.startsWith('Fin de la page')),
  );

  const control = (key) => page.locator(`recovery-advisor [data-key="${key}"]`);
  const reach = async (key) => {
    await control(key).waitFor({ state: 'attached' });
    await control(key).evaluate((node) => (node.querySelector('input') ?? node).focus());
  };
  const press = (key) => () => page.keyboard.press(key);
  const kWay = [
    // To the figure, to the first area of its list, mark it, make it stronger; then past the view's
    // tools to the slider.
    ...['Tab', 'Home', 'Space', '+', 'Tab', 'Tab', 'ArrowRight'].map((key) => [key, press(key)]),
    // A red flag.
    ['to the button', () => reach('continue')],
    ['Enter', press('Enter')],
    ['to the button', () => reach('continue')],
    ['Enter', press('Enter')],
    ['to the first question', () => reach('flag.chest_pain')],
    ['Space', press('Space')],
    ['to the button', () => reach('continue')],
    ['Enter', press('Enter')],
    ['Tab', press('Tab')],
  ];
  await page.evaluate(() => document.querySelector('recovery-advisor').open());
  // What stands on the front of the figure is the toolbar's stop, once it is painted.
  await page.waitForFunction(
    () =>
      document
        .querySelector('recovery-advisor')
        .shadowRoot.querySelector('[data-key="region.shin_l"]')?.tabIndex === 0,
  );
  await until('the title', () => said().at(-1)?.startsWith('Où avez-vous mal? heading'));
  const lines = [];
  let heard = said().length;
  for (const [i, [name, step]] of kWay.entries()) {
    await step();
    const end = heard + (expected?.[i] ?? 0);
    if (expected)
      await until(`all that follows [${name}], step ${i + 1},`, () => said().length >= end);
    else for (let last = -1; last !== said().length; await pause(kSilenceMs)) last = said().length;
    lines.push(`[${name}]`, ...said().slice(heard, expected ? end : undefined));
    heard = expected ? end : said().length;
  }
  writeFileSync(join(home, 'said.txt'), `${lines.join('\n')}\n`);
} finally {
  await browser?.close().catch(() => {});
  for (const one of started) one.kill();
  server.closeAllConnections();
  server.close();
}
process.exit();
