// What every browser test starts with: a server of a built site on a free port, Debian's Chromium,
// and a page that keeps account of errors and of requests to anywhere else.

import { chromium } from 'playwright-core';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createSite } from '../../web/build/serve.mjs';
import { kAll } from '../few.mjs';
import { keepCoverage } from './coverage.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const kHome = join(here, '..', '..');
const kFlags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/**
 * A phone, as sharp as phones are in `npm run test:all` alone: drawing in software, nine pixels for
 * one, is most of what a test takes. What is about sharpness names its own density.
 */
export const kPhone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: kAll ? 3 : 1,
  hasTouch: true,
  isMobile: true,
};
export const kDesk = { viewport: { width: 1280, height: 800 } };

const knowledge = JSON.parse(readFileSync(join(kHome, 'content/knowledge.json'), 'utf8'));
/** The regions as intakes name them, in the order of the list. */
export const kRegions = knowledge.areas.flatMap(({ id, paired }) =>
  paired ? [`${id}_l`, `${id}_r`] : [id],
);
/** The areas that are at home on the front of the figure. */
export const kAreasInFront = new Set(
  knowledge.areas.filter(({ view }) => view === 'front').map(({ id }) => id),
);

/** The site as it is shipped. */
export const kDist = process.env.ADVISOR_DIST ?? join(kHome, 'dist');

/**
 * The site with the fake module, built afresh into build/: for what is about the page's side
 * alone.
 * @param {object} [others] of buildSite, in place of the project's own
 */
export async function buildFakeSite(others = {}) {
  const { buildSite } = await import('../../web/build/build.mjs');
  const module = join(here, 'fake-module');
  const out = join(kHome, 'build', `fake-site-${process.pid}`);
  await buildSite({
    module,
    atlas: join(module, 'atlas-male.bin'),
    content: process.env.ADVISOR_CONTENT ?? join(kHome, 'content'),
    fonts: join(kHome, 'build/fonts'),
    out,
    ...others,
  });
  return out;
}

/**
 * @param {string} folder
 * @param {{ flags?: string[], element?: string }} options element: the file that shows that it is
 *   built
 * @returns {Promise<Bench>}
 */
export const startBench = (folder, options) => new Bench().start(folder, options);

/** Of a site that somebody else serves. @param {string} address @returns {Promise<Bench>} */
export const startBenchAt = (address) => new Bench().startAt(address);

/**
 * A bench of the shipped site for all tests of one file, from before the first of them until after
 * the last.
 * @param {(bench: Bench) => unknown} [setUp] what comes then, still before the first test: a file's
 *   hooks do not wait for each other
 * @returns {Bench}
 */
export function benchOfFile(setUp = () => {}) {
  const bench = new Bench();
  before(() => bench.start(kDist).then(setUp));
  after(() => bench.close());
  return bench;
}

/** The same of the site with the fake module. @returns {Bench} */
export function fakeBenchOfFile() {
  const bench = new Bench();
  let folder;
  before(async () => bench.start((folder = await buildFakeSite())));
  after(async () => {
    await bench.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return bench;
}

/** Runs in the page, before anything else: whatever asks to be called later is counted. */
export function countCallbacks() {
  globalThis.callbacks = 0;
  for (const name of [
    'requestAnimationFrame',
    'setTimeout',
    'setInterval',
    'requestIdleCallback',
  ]) {
    const original = globalThis[name];
    globalThis[name] = (...args) => (globalThis.callbacks++, original.apply(globalThis, args));
  }
}

class Bench {
  async start(folder, { flags = [], element = 'recovery-advisor.js' } = {}) {
    if (!existsSync(join(folder, element)))
      throw new Error(`${folder} is not built: npm run build`);
    this.server = createSite(folder);
    await new Promise((listening) => this.server.listen(0, '127.0.0.1', listening));
    return this.startAt(`http://127.0.0.1:${this.server.address().port}`, flags);
  }

  async startAt(address, flags = []) {
    this.address = address;
    this.browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [...kFlags, ...flags],
    });
    keepCoverage(this.browser);
    return this;
  }

  /**
   * A fresh page, in French unless said otherwise, at a known time.
   * @param {import('playwright-core').BrowserContextOptions} options
   */
  async open(path, options = kDesk, { now = '2026-06-10T14:00:00Z', before = [] } = {}) {
    const context = await this.browser.newContext({
      locale: 'fr-CA',
      timezoneId: 'America/Toronto',
      ...options,
    });
    const close = context.close.bind(context);
    // A route that is still answering then would fail the file when its test has ended.
    context.close = async () => {
      await Promise.all(
        context.pages().map((page) => page.unrouteAll({ behavior: 'ignoreErrors' })),
      );
      await close();
    };
    const page = await context.newPage();
    page.errors = [];
    page.warnings = [];
    page.strays = [];
    page.requests = [];
    const told = { error: page.errors, warning: page.warnings };
    page.on('console', (message) => told[message.type()]?.push(message.text()));
    page.on('pageerror', (error) => page.errors.push(String(error)));
    page.on('request', (request) => {
      const url = request.url();
      if (/^(data|blob):/.test(url)) return;
      (url.startsWith(`${this.address}/`) ? page.requests : page.strays).push(url);
    });
    if (now) await page.addInitScript(stopClock, Date.parse(now));
    for (const script of [before].flat()) await page.addInitScript(script);
    await page.goto(`${this.address}/${path}`);
    return page;
  }

  /** Also after a start that failed half-way. */
  async close() {
    for (const context of this.browser?.contexts() ?? []) await context.close();
    await this.browser?.close();
    this.server?.closeAllConnections();
    await new Promise((closed) => (this.server ? this.server.close(closed) : closed()));
  }
}

/**
 * Waits until what `check` promises in the page is true; waitForFunction does not await.
 * @param {(argument: any) => Promise<boolean>} check
 */
export async function until(page, check, argument) {
  for (
    const end = performance.now() + 10_000;
    !(await page.evaluate(check, argument));
    await page.waitForTimeout(20)
  ) {
    if (performance.now() > end) throw new Error(`did not come true: ${check}`);
  }
}

// Only what day and minute it is stands still: Playwright's own clock would stop animations as
// well. `setClock(ms)` moves it.
export function stopClock(now) {
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    constructor(...parts) {
      parts.length ? super(...parts) : super(now);
    }
    static now() {
      return now;
    }
  };
  globalThis.setClock = (to) => (now = to);
}
