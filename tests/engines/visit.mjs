// One engine with one page, as the tests use it, and as tests/browser/reader.mjs knows a page.
/* global errors */ // of the page

import assert from 'node:assert/strict';
import { Reader } from '../browser/reader.mjs';

const kLongMs = 60_000;

export class Visit {
  #engine;
  #site;
  keyboard = { press: (keys) => this.#engine.press(keys) };

  reader = new Reader(this);

  get address() {
    return this.#site.address;
  }
  begin(engine, site) {
    this.#engine = engine;
    this.#site = site;
  }

  /**
   * A fresh page.
   * @param {{ width?: number, height?: number, before?: () => void, files?: Record<string, string>,
   *   withoutPolicy?: boolean }} how before: done in the page before anything else; files and
   *   withoutPolicy: of the site
   */
  async open(path, { width = 600, height = 844, ...how } = {}) {
    Object.assign(this.#site, { before: () => {}, files: {}, withoutPolicy: false }, how);
    await this.#engine.goto('about:blank');
    await this.#engine.goto(`${this.#site.address}/${path}`);
    await this.#engine.resize(width, height);
    await this.waitForFunction(
      (width, height) => innerWidth === width && innerHeight === height,
      width,
      height,
    );
  }

  /** The same with the tool open and the window's top at its top. */
  async openTool(path = 'blog.html', how) {
    await this.open(path, how);
    await this.evaluate(() => document.querySelector('recovery-advisor').open());
    await this.isReady();
    await this.evaluate(() =>
      document
        .querySelector('recovery-advisor')
        .scrollIntoView({ block: 'start', behavior: 'instant' }),
    );
  }
  isReady() {
    return this.waitForSelector('recovery-advisor:is([state=ready], [state=fallback])');
  }

  evaluate(what, ...values) {
    return this.#engine.evaluate(what, ...values);
  }
  async waitForFunction(what, ...values) {
    for (
      const end = performance.now() + kLongMs;
      !(await this.evaluate(what, ...values));
      await new Promise((next) => setTimeout(next, 30))
    ) {
      if (performance.now() > end)
        throw new Error(
          `did not come true: ${what} (${values}); the focus is at ${JSON.stringify(await this.reader.focus())}, errors: ${await this.errors()}`,
        );
    }
  }
  waitForSelector(selector) {
    return this.waitForFunction((selector) => Boolean(document.querySelector(selector)), selector);
  }

  /** What a control of the tree is now: null where there is none. */
  node(key) {
    return this.evaluate((key) => {
      const outer = document
        .querySelector('recovery-advisor')
        .shadowRoot.querySelector(`[data-key="${key}"]`);
      if (!outer) return null;
      const control = outer.querySelector('input') ?? outer,
        { x, y, width, height } = outer.getBoundingClientRect();
      return {
        x: x + width / 2,
        y: y + height / 2,
        width,
        height,
        isSeen: width > 1 && !outer.classList.contains('away'),
        text: control.textContent.replaceAll('\u00a0', ' '),
        isOn: control.checked ?? control.getAttribute('aria-pressed') === 'true',
        href: control.getAttribute('href'),
      };
    }, key);
  }
  async until(key, check = () => true) {
    for (
      const end = performance.now() + kLongMs;
      ;
      await new Promise((next) => setTimeout(next, 30))
    ) {
      const now = await this.node(key);
      if (check(now)) return now;
      assert.ok(performance.now() < end, `${key}: ${check}: ${JSON.stringify(now)}`);
    }
  }
  isThere(key) {
    return this.until(key, (node) => node?.isSeen);
  }
  isGone(key) {
    return this.until(key, (node) => !node);
  }

  /** Turns the wheel over the words until the control is seen, and at rest. */
  async bring(key) {
    await this.until(key, Boolean);
    await this.stands();
    let node = await this.node(key);
    const height = await this.evaluate(() => innerHeight);
    const isIn = ({ isSeen, y, height: own }) =>
      isSeen && y - own / 2 >= 0 && y + own / 2 <= height;
    for (let turns = 0; !isIn(node) && turns < 60; turns++) {
      await this.#engine.wheel(this.#middle.x, this.#middle.y, 240);
      await this.stands();
      node = await this.node(key);
    }
    assert.ok(isIn(node), `${key} does not come into sight: ${JSON.stringify(node)}`);
    return node;
  }
  get #middle() {
    return { x: 300, y: 500 };
  }

  /** A press of the pointer in its middle. */
  async tap(key) {
    const { x, y } = await this.bring(key);
    await this.#engine.tap(x, y);
  }
  async touch(key) {
    const { x, y } = await this.bring(key);
    await this.#engine.touch(x, y);
  }
  /** Where it stands: as a page the browser scrolls. */
  async tapNow(key) {
    const { x, y } = await this.node(key);
    await this.#engine.tap(x, y);
  }
  /**
   * Sees the rest of the safety check, view after view: until then the main step says that there is
   * more.
   */
  async seeAll(press = (key) => this.tap(key)) {
    const more = async () => /^Voir la suite/.test((await this.node('continue'))?.text ?? '');
    for (const end = performance.now() + kLongMs; await more(); await this.stands()) {
      assert.ok(performance.now() < end, 'the safety check has no end');
      await press('continue');
    }
  }
  /** As assistive technology does. */
  async use(key) {
    await this.until(key, Boolean);
    await this.evaluate(
      (key) =>
        document
          .querySelector('recovery-advisor')
          .shadowRoot.querySelector(`[data-key="${key}"]`)
          .click(),
      key,
    );
  }
  scrollTo(key) {
    return this.evaluate(
      (key) =>
        document
          .querySelector('recovery-advisor')
          .shadowRoot.querySelector(`[data-key="${key}"]`)
          .scrollIntoView({ block: 'center', behavior: 'instant' }),
      key,
    );
  }
  /** No driver turns a wheel with Ctrl in every engine: the event that the browser would send. */
  zoomByWheel(key, deltaY) {
    return this.evaluate(
      (key, deltaY) => {
        const { shadowRoot } = document.querySelector('recovery-advisor');
        const { x, y, width, height } = shadowRoot
          .querySelector(`[data-key="${key}"]`)
          .getBoundingClientRect();
        const event = new WheelEvent('wheel', {
          deltaY,
          clientX: x + width / 2,
          clientY: y + height / 2,
          ctrlKey: true,
          bubbles: true,
          composed: true,
          cancelable: true,
        });
        if (shadowRoot.querySelector('canvas').dispatchEvent(event))
          throw new Error('the page would be zoomed');
      },
      key,
      deltaY,
    );
  }
  tapAt(x, y) {
    return this.#engine.tap(x, y);
  }
  /** By a finger where the driver has one, otherwise by a mouse. */
  touchAt(x, y) {
    return this.#engine.touch ? this.#engine.touch(x, y) : this.#engine.tap(x, y);
  }
  wheel(x, y, dy, how) {
    return this.#engine.wheel(x, y, dy, how);
  }
  resize(width, height) {
    return this.#engine.resize(width, height);
  }

  /** Until page, panel and figure have been at one place for a while. */
  async stands() {
    const places = () =>
      this.evaluate(() => {
        const nodes = [
          ...document
            .querySelector('recovery-advisor')
            .shadowRoot.querySelectorAll('.tree [data-key]'),
        ];
        return [scrollY, ...nodes.map((node) => node.style.getPropertyValue('--at'))].join();
      });
    for (let same = 0, last; same < 3;) {
      const now = await places();
      same = now === last ? same + 1 : 0;
      last = now;
      await new Promise((next) => setTimeout(next, 50));
    }
  }

  /** A picture of the window once two in a row are the same. */
  async stillPicture() {
    for (let last, tries = 0; tries < 200; tries++) {
      const now = await this.#engine.screenshot();
      if (last?.equals(now)) return now;
      last = now;
      await new Promise((next) => setTimeout(next, 100));
    }
    assert.fail('the picture never stood still');
  }
  state() {
    return this.evaluate(() => document.querySelector('recovery-advisor').state);
  }
  isOn(title) {
    return this.waitForFunction(
      (title) =>
        document
          .querySelector('recovery-advisor')
          .shadowRoot.querySelector('[data-key="screen.title"]')?.textContent === title,
      title,
    );
  }
  /** 'drawn' or 'page'. */
  isDressed(dress) {
    return this.waitForFunction(
      (dress) =>
        document
          .querySelector('recovery-advisor')
          .shadowRoot.querySelector('.stage')
          .classList.contains(dress),
      dress,
    );
  }
  isMarked(region) {
    return this.until(region, ({ isOn }) => isOn);
  }
  async focused() {
    return (await this.reader.focus()).key;
  }
  press(...keys) {
    return this.reader.press(...keys);
  }
  /** To a control by Tab alone, and a key on it. */
  async pressOn(name, key = 'Enter') {
    await this.reader.tabTo(name);
    await this.press(key);
  }
  tell(intake) {
    return this.evaluate(
      (intake) => (document.querySelector('recovery-advisor').intake = intake),
      intake,
    );
  }
  told() {
    return this.reader.told();
  }
  async noErrors() {
    assert.deepEqual(await this.errors(), []);
  }
  errors() {
    return this.evaluate(() => errors);
  }
}
