// A WordPress of the distribution's packages, in a folder of its own, with a database of its own:
// PHP's own server, one administrator and one author.

import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort } from '../port.mjs';

const kWordPress = '/usr/share/wordpress';
const kPassword = 'only for this test 1';
const kOwn = { cwd: '/', stdio: 'pipe' };

/** What a test that needs it takes as `skip`. */
export const isMissing =
  !(existsSync(`${kWordPress}/wp-content/themes`) && existsSync('/usr/sbin/mariadbd')) &&
  'WordPress and MariaDB are not on this machine: ./emsdk-setup.sh servers';

/**
 * Tries until it is answered.
 * @template T @param {() => Promise<T> | T} ask @param {string} what @returns {Promise<T>}
 */
async function until(ask, what) {
  for (let tries = 0; tries < 600; ++tries) {
    const answer = await Promise.resolve()
      .then(ask)
      .catch(() => null);
    if (answer) return answer;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`${what} does not answer`);
}

export class WordPress {
  #folder = mkdtempSync(join(tmpdir(), 'advisor-wordpress-'));
  #processes = [];
  site = join(this.#folder, 'site');

  /** @param {Record<string, Uint8Array | string>} files beside wp-content */
  async start(files) {
    await this.#startDatabase();
    cpSync(kWordPress, this.site, { recursive: true, dereference: true });
    writeFileSync(join(this.site, 'wp-config.php'), this.#configuration());
    for (const [name, data] of Object.entries(files)) {
      mkdirSync(dirname(join(this.site, name)), { recursive: true });
      writeFileSync(join(this.site, name), data);
    }
    const port = await freePort();
    this.address = `http://127.0.0.1:${port}`;
    this.#run('php', ['-S', `127.0.0.1:${port}`, '-t', this.site], { PHP_CLI_SERVER_WORKERS: '4' });
    await until(() => fetch(`${this.address}/wp-admin/install.php`), 'WordPress');
    await this.#install();
    return this;
  }

  async #startDatabase() {
    const data = join(this.#folder, 'data');
    const socket = (this.socket = join(this.#folder, 's'));
    const as = ['--no-defaults', `--datadir=${data}`, '--user=root'];
    execFileSync('mariadb-install-db', [...as, '--auth-root-authentication-method=normal'], kOwn);
    this.#run('/usr/sbin/mariadbd', [...as, `--socket=${socket}`, '--skip-networking']);
    const tell = ['--no-defaults', `--socket=${socket}`, '-uroot', '-e', 'create database wp'];
    await until(() => spawnSync('mariadb', tell, kOwn).status === 0, 'MariaDB');
  }

  #configuration() {
    const constants = {
      DB_NAME: 'wp',
      DB_USER: 'root',
      DB_PASSWORD: '',
      DB_HOST: `localhost:${this.socket}`,
      WP_HTTP_BLOCK_EXTERNAL: true,
      DISABLE_WP_CRON: true,
    };
    const lines = Object.entries(constants).map(
      ([name, value]) => `define('${name}', ${JSON.stringify(value)});`,
    );
    return `<?php\n${lines.join('\n')}\n$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';\n`;
  }

  async #install() {
    const body = new URLSearchParams({
      weblog_title: 'Massage Exemple',
      user_name: 'admin',
      admin_password: kPassword,
      admin_password2: kPassword,
      pw_weak: 'on',
      admin_email: 'admin@massage.example',
      language: '',
    });
    const install = `${this.address}/wp-admin/install.php?step=2`;
    const answer = await (await fetch(install, { method: 'POST', body })).text();
    if (!answer.includes('wp-login.php')) throw new Error(answer);
  }

  #run(command, options, env = {}) {
    // With all that it starts itself, as PHP's server does.
    const how = { env: { ...process.env, ...env }, stdio: 'ignore', detached: true };
    this.#processes.push(spawn(command, options, how));
  }

  /**
   * Somebody who has logged in, in a browser: `ask` is the call that the editor makes.
   * @param {import('playwright-core').Browser} browser
   * @param {string} user
   */
  async logIn(browser, user) {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${this.address}/wp-login.php`);
    await page.fill('#user_login', user);
    await page.fill('#user_pass', kPassword);
    await page.click('#wp-submit');
    await page.waitForURL(/wp-admin/);
    const nonce = await page.evaluate(async () =>
      (await fetch('/wp-admin/admin-ajax.php?action=rest-nonce')).text(),
    );
    return (route, body) =>
      page.evaluate(
        async ([to, told, key]) => {
          const headers = { 'Content-Type': 'application/json', 'X-WP-Nonce': key };
          const answer = await fetch(`/?rest_route=${to}`, { method: 'POST', headers, body: told });
          return answer.json();
        },
        [route, JSON.stringify(body), nonce],
      );
  }

  /** Made by the administrator. @param {Awaited<ReturnType<WordPress['logIn']>>} ask */
  addAuthor(ask) {
    const author = { username: 'author', password: kPassword, roles: ['author'] };
    return ask('/wp/v2/users', { ...author, email: 'author@massage.example' });
  }

  stop() {
    for (const { pid } of this.#processes) process.kill(-pid, 'SIGKILL');
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
