// What Orca says while a runner marks a calf by keyboard. By hand, not in npm test: it needs a virtual screen, a session bus and Debian's
// packages orca, at-spi2-core, xvfb, xauth, dbus (apt-get install).
//   node tests/orca/orca.mjs            compares with said.txt
//   ADVISOR_UPDATE_GOLDENS=1 node …     writes it anew
// Orca speaks to nobody here: what it would say stands in its debug file.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { createSite } from '../../web/serve.mjs';

const golden = fileURLToPath(new URL('said.txt', import.meta.url));
const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const kPort = 9333;

// Within xvfb-run and dbus-run-session: the accessibility bus, Orca and a Chromium that publishes its tree.
if (!process.env.ADVISOR_ORCA) {
  const home = mkdtempSync(join(tmpdir(), 'orca-'));
  mkdirSync(join(home, 'run'), { mode: 0o700 });
  const env = { ...process.env, ADVISOR_ORCA: home, HOME: home, XDG_RUNTIME_DIR: join(home, 'run'), LC_ALL: 'C.UTF-8', LIBGL_ALWAYS_SOFTWARE: '1' };
  const inside = spawn('xvfb-run', ['-a', '-s', '-screen 0 1000x1000x24', 'dbus-run-session', '--', process.execPath, fileURLToPath(import.meta.url)], { env, stdio: ['ignore', 'inherit', 'ignore'] });
  process.exitCode = await new Promise((ended) => inside.on('close', ended));
} else {
  const home = process.env.ADVISOR_ORCA;
  const debug = join(home, 'debug.out');
  const server = createSite(dist);
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const started = [];
  const start = (command, ...args) => started.push(spawn(command, args, { stdio: 'ignore' }));
  const until = async (what, fits) => {
    for (const end = Date.now() + 60_000; Date.now() < end; await new Promise((next) => setTimeout(next, 200))) if (await fits()) return;
    throw new Error(`${what} did not come`);
  };
  const said = () => (existsSync(debug) ? [...readFileSync(debug, 'utf8').matchAll(/SPEECH OUTPUT: '(.*)'\{/g)].map(([, words]) => words.replaceAll('\u00a0', ' ')) : []);

  start('/usr/libexec/at-spi-bus-launcher', '--launch-immediately');
  start('orca', '--replace', `--debug-file=${debug}`, '--disable', 'speech');
  await until('Orca', () => existsSync(debug) && readFileSync(debug, 'utf8').includes('SCRIPT MANAGER'));
  start(process.env.CHROMIUM ?? '/usr/bin/chromium', '--no-sandbox', '--force-renderer-accessibility', '--no-first-run', `--user-data-dir=${join(home, 'profile')}`, '--disable-features=Translate',
    '--use-angle=swiftshader', '--enable-unsafe-swiftshader', `--remote-debugging-port=${kPort}`, '--window-size=700,900', `http://127.0.0.1:${server.address().port}/blog.html`);
  let browser;
  await until('Chromium', async () => (browser = await chromium.connectOverCDP(`http://127.0.0.1:${kPort}`).catch(() => null)));
  const page = browser.contexts()[0].pages()[0];
  await until('the page', () => said().some((words) => words.includes('document web')));

  // Silent for so long that nothing more comes.
  const silence = async () => {
    for (let same = 0, last = -1; same < 20; last = said().length) {
      await new Promise((next) => setTimeout(next, 150));
      same = said().length === last ? same + 1 : 0;
    }
  };
  await silence();
  const before = said().length;
  await page.evaluate(() => document.querySelector('recovery-advisor').open());
  await page.waitForSelector('recovery-advisor[state=ready]');
  await silence();
  // To the figure, to the first area of its list, mark it, make it stronger; then past view, frame and zoom to the slider.
  for (const key of ['Tab', 'Home', 'Space', '+', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'ArrowRight']) {
    await page.keyboard.press(key);
    await silence();
  }
  const text = said().slice(before).filter(Boolean).join('\n') + '\n';
  console.log(text);
  await browser.close().catch(() => {});
  for (const one of started) one.kill();
  server.closeAllConnections();
  server.close();
  if (process.env.ADVISOR_UPDATE_GOLDENS) writeFileSync(golden, text);
  else assert.equal(text, readFileSync(golden, 'utf8'));
  process.exit(0);
}
