// WebKitGTK, the engine of every browser on an iPhone, by W3C WebDriver.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Builder, Key, Origin } from 'selenium-webdriver';

const kDriver = '/usr/bin/WebKitWebDriver';
const kLibraries = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib'];
const kBrowser = kLibraries
  .flatMap((lib) => ['4.1', '4.0'].map((version) => `${lib}/webkit2gtk-${version}/MiniBrowser`))
  .find(existsSync);
const kKeys = {
  Tab: Key.TAB,
  Enter: Key.ENTER,
  Space: Key.SPACE,
  Escape: Key.ESCAPE,
  Home: Key.HOME,
  End: Key.END,
  ArrowLeft: Key.ARROW_LEFT,
  ArrowRight: Key.ARROW_RIGHT,
  ArrowUp: Key.ARROW_UP,
  ArrowDown: Key.ARROW_DOWN,
  Shift: Key.SHIFT,
  Control: Key.CONTROL,
};

export const webkit = {
  name: 'WebKit',
  touches: false, // its driver knows no fingers
  missing: () =>
    existsSync(kDriver) && kBrowser ? '' : 'Debian’s webkit2gtk-driver is not installed',
  open: async (display) => new WebKit().start(display),
};

class WebKit {
  #driver;
  #server;
  #wheeled = 0;
  #home = mkdtempSync(join(tmpdir(), 'webkit-'));

  async start(display) {
    const port = await freePort();
    const ended = new AbortController();
    this.#server = spawn(kDriver, ['-p', String(port)], {
      env: { ...display.environment, HOME: this.#home, XDG_RUNTIME_DIR: this.#home },
      stdio: 'ignore',
    });
    this.#server.once('exit', () => ended.abort());
    const server = `http://127.0.0.1:${port}`;
    while (
      !(await fetch(`${server}/status`).then(
        ({ ok }) => ok,
        () => false,
      ))
    ) {
      if (ended.signal.aborted) throw new Error('WebKitWebDriver ended');
      await new Promise((next) => setTimeout(next, 50));
    }
    this.#driver = await new Builder()
      .disableEnvironmentOverrides()
      .usingServer(server)
      .withCapabilities({
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: kBrowser, args: ['--automation'] },
      })
      .build();
    await this.#driver.manage().setTimeouts({ script: 120_000, pageLoad: 120_000 });
    this.version = (await this.#driver.getCapabilities()).get('browserVersion');
    display.focus('MiniBrowser');
    return this;
  }

  /**
   * The size of what a page has, in CSS px. MiniBrowser is never narrower than its own bar, 447 px.
   */
  async resize(width, height) {
    const frame = await this.evaluate(() => [outerWidth - innerWidth, outerHeight - innerHeight]);
    await this.#driver
      .manage()
      .window()
      .setRect({ x: 0, y: 0, width: width + frame[0], height: height + frame[1] });
  }
  goto(address) {
    return this.#driver.get(address);
  }

  async evaluate(what, ...values) {
    const [error, value] = await this.#driver.executeAsyncScript(
      `const done = arguments[arguments.length - 1]; Promise.resolve().then(() => (${what})(...[...arguments].slice(0, -1))).then((value) => done([null, value]), (error) => done([String(error)]));`,
      ...values,
    );
    if (error) throw new Error(error);
    return value;
  }

  async press(keys) {
    const all = keys === '+' ? ['+'] : keys.split('+');
    const codes = all.map((key) => kKeys[key] ?? key);
    const actions = this.#driver.actions();
    for (const code of codes) actions.keyDown(code);
    for (const code of codes.reverse()) actions.keyUp(code);
    await actions.perform();
  }
  async tap(x, y) {
    await this.#driver
      .actions()
      .move({ x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT, duration: 0 })
      .press()
      .release()
      .perform();
  }
  // This driver turns the wheel by what differs from the last time.
  async wheel(x, y, dy) {
    await this.#driver
      .actions()
      .scroll(Math.round(x), Math.round(y), 0, (this.#wheeled += dy), Origin.VIEWPORT, 0)
      .perform();
  }
  async screenshot() {
    return Buffer.from(await this.#driver.takeScreenshot(), 'base64');
  }

  async close() {
    await this.#driver?.quit().catch(() => {});
    this.#server?.kill();
    rmSync(this.#home, { recursive: true, force: true, maxRetries: 5 });
  }
}

function freePort() {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}
