// Firefox, by WebDriver BiDi.

import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';

const kBrowser = process.env.FIREFOX ?? '/usr/bin/firefox-esr';
// Puppeteer's own test mode leaves a page without the focus, where no key presses anything.
const kPreferences = {
  'webgl.force-enabled': true,
  'dom.w3c_touch_events.enabled': 1,
  'focusmanager.testmode': false,
};

export const firefox = {
  name: 'Firefox',
  touches: true,
  missing: () => (existsSync(kBrowser) ? '' : 'Debian’s firefox-esr is not installed'),
  open: async (display) => new Firefox().start(display),
};

class Firefox {
  #browser;
  #page;

  async start(display) {
    this.#browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: kBrowser,
      headless: false,
      env: display.environment,
      extraPrefsFirefox: kPreferences,
      timeout: 120_000,
      protocolTimeout: 120_000,
      defaultViewport: null,
    });
    this.#page = (await this.#browser.pages())[0] ?? (await this.#browser.newPage());
    this.#page.setDefaultTimeout(120_000);
    this.version = (await this.#browser.version()).replace(/^\D+/, '');
    display.focus('firefox');
    return this;
  }

  resize(width, height) {
    return this.#page.setViewport({ width, height });
  }
  goto(address) {
    return this.#page.goto(address);
  }
  evaluate(what, ...values) {
    return this.#page.evaluate(what, ...values);
  }

  async press(keys) {
    const all = keys === '+' ? ['+'] : keys.split('+');
    const names = all.map((key) => (key === 'Space' ? ' ' : key));
    for (const key of names) await this.#page.keyboard.down(key);
    for (const key of names.reverse()) await this.#page.keyboard.up(key);
  }
  tap(x, y) {
    return this.#page.mouse.click(x, y);
  }
  touch(x, y) {
    return this.#page.touchscreen.tap(x, y);
  }
  async wheel(x, y, dy) {
    await this.#page.mouse.move(x, y);
    await this.#page.mouse.wheel({ deltaY: dy });
  }
  async screenshot() {
    return Buffer.from(await this.#page.screenshot());
  }

  close() {
    return this.#browser?.close();
  }
}
