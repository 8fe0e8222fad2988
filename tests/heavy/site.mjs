// The site of a framework, in the folder of that name: copied into build/heavy/, where what it
// needs is installed and it is built.

import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('../..', import.meta.url));
const env = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  NO_COLOR: '1',
};

export class Site {
  #servers = [];

  /**
   * @param {string} name
   * @param {Record<string, string>} given what of the project it is given: from where, to where
   */
  constructor(name, given) {
    this.folder = join(home, 'build/heavy', name);
    mkdirSync(this.folder, { recursive: true });
    for (const old of readdirSync(this.folder))
      if (old !== 'node_modules') rmSync(join(this.folder, old), { recursive: true });
    cpSync(join(home, 'tests/heavy', name), this.folder, { recursive: true });
    this.#install();
    for (const [from, to] of Object.entries(given)) {
      rmSync(join(this.folder, to), { recursive: true, force: true });
      cpSync(join(home, from), join(this.folder, to), { recursive: true });
    }
  }

  // Only when what is to be there is no longer what was installed.
  #install() {
    const lock = join(this.folder, 'package-lock.json');
    const installed = join(this.folder, 'node_modules/.installed.json');
    if (existsSync(installed) && readFileSync(installed).equals(readFileSync(lock))) return;
    const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps'];
    this.#ran(spawnSync('npm', ['ci', ...options], { cwd: this.folder, env, encoding: 'utf8' }));
    cpSync(lock, installed);
  }

  // A framework that needs a later Node.js than the project does brings its own.
  get #node() {
    const own = join(this.folder, `node_modules/node-linux-${process.arch}/bin/node`);
    return existsSync(own) ? own : process.execPath;
  }

  #ran({ status, stdout, stderr }) {
    if (status !== 0) throw new Error(`${this.folder}: ${stdout}${stderr}`);
  }

  /** Runs a program of one of its packages to the end. @param {string[]} command */
  run(...command) {
    this.#ran(spawnSync(this.#node, command, { cwd: this.folder, env, encoding: 'utf8' }));
  }

  /** What a document has people type. @param {string} commands */
  shell(commands) {
    this.#ran(spawnSync('bash', ['-ec', commands], { cwd: this.folder, env, encoding: 'utf8' }));
  }

  /**
   * Runs a server until `stop`.
   * @param {string[]} command
   * @returns {Promise<string>} its address
   */
  serve(...command) {
    const server = spawn(this.#node, command, { cwd: this.folder, env });
    this.#servers.push(server);
    return new Promise((resolve, reject) => {
      let said = '';
      for (const stream of [server.stdout, server.stderr])
        stream.on('data', (text) => {
          const [address] = (said += text).match(/http:\/\/127\.0\.0\.1:\d+(?=\s)/) ?? [];
          if (address) resolve(address);
        });
      server.on('exit', () => reject(new Error(`${command.join(' ')}: ${said}`)));
    });
  }

  stop() {
    for (const server of this.#servers) server.kill();
  }
}
