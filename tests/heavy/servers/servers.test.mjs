// The files of dist/ behind nginx, Apache and Caddy, each with the lines of docs/deploy.md as they
// stand there; only the folder and the port are others, and nginx has its module for Brotli.

import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { kDesk, kDist, startBenchAt } from '../../browser/harness.mjs';
import { freePort } from '../port.mjs';

const guide = readFileSync(new URL('../../../docs/deploy.md', import.meta.url), 'utf8');
const block = (kind) => new RegExp(`\`\`\`${kind}\n(.*?)\`\`\``, 's').exec(guide)[1];
const policy = /Content-Security-Policy: (.+)/.exec(guide)[1];

const kModules = '/usr/lib/apache2/modules';
const apacheOf = (folder, port, modules, lines) => `
ServerName localhost
ServerRoot ${folder}
PidFile ${folder}/pid
ErrorLog ${folder}/error.log
Listen 127.0.0.1:${port}
${['mpm_event', 'authz_core', 'mime', ...modules]
  .map((name) => `LoadModule ${name}_module ${kModules}/mod_${name}.so`)
  .join('\n')}
TypesConfig /etc/mime.types
DocumentRoot ${folder}/site
<Directory ${folder}/site>
  Require all granted
  AllowOverride All
</Directory>
${lines}`;

const inFolder = (text, folder, port) =>
  text.replaceAll('/srv/site', `${folder}/site`).replaceAll('8080', port);

const kElsewhere = 'Apache, with .htaccess in a folder of another name';
const kBare = 'Apache, with .htaccess and no modules';
function withHtaccess(folder, port, modules) {
  const lines = block('apache').trim().split('\n').slice(1, -1).join('\n');
  renameSync(join(folder, 'site/advisor'), join(folder, 'site/conseiller'));
  writeFileSync(join(folder, 'site/conseiller/.htaccess'), lines);
  const file = join(folder, 'apache.conf');
  writeFileSync(file, apacheOf(folder, port, modules, ''));
  return ['apache2', ['-X', '-f', file]];
}

const kServers = {
  nginx: (folder, port) => {
    const withBrotli = block('nginx').replace('# brotli_static', 'brotli_static');
    const lines = inFolder(withBrotli, folder, port);
    writeFileSync(
      join(folder, 'nginx.conf'),
      `daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
      include /etc/nginx/modules-enabled/*.conf;
      events {}
      http { include /etc/nginx/mime.types; access_log off; ${lines} }`,
    );
    return ['nginx', ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')]];
  },
  Apache: (folder, port) => {
    const lines = inFolder(block('apache'), folder, port);
    const file = join(folder, 'apache.conf');
    writeFileSync(file, apacheOf(folder, port, ['rewrite', 'headers'], lines));
    return ['apache2', ['-X', '-f', file]];
  },
  [kElsewhere]: (folder, port) => withHtaccess(folder, port, ['rewrite', 'headers']),
  [kBare]: (folder, port) => withHtaccess(folder, port, []),
  Caddy: (folder, port) => {
    writeFileSync(
      join(folder, 'Caddyfile'),
      `{\n\tadmin off\n}\n${inFolder(block('caddy'), folder, port)}`,
    );
    return ['caddy', ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile']];
  },
};

/** What a test that needs it takes as `skip`. @param {string} command */
function isMissing(command) {
  const { status } = spawnSync('sh', ['-c', `command -v ${command}`]);
  return status !== 0 && `${command} is not on this machine: ./emsdk-setup.sh servers`;
}

/** The answer as it was sent, nothing unpacked. */
const ask = (address, encoding = 'identity') =>
  new Promise((resolve, reject) =>
    request(address, { headers: { 'accept-encoding': encoding } }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(parts),
        }),
      );
    })
      .on('error', reject)
      .end(),
  );

const page = (
  name,
) => `<!doctype html><html lang="en-CA"><meta charset="utf-8"><title>A page</title>
<link rel="icon" href="data:,"><script type="module" src="/${name}/recovery-advisor.js"></script>
<recovery-advisor></recovery-advisor>`;

/** A site with dist/ in a folder of it, served; until `end`. */
async function served(name) {
  const folder = mkdtempSync(join(tmpdir(), 'advisor-server-'));
  execFileSync('chmod', ['755', folder]);
  mkdirSync(join(folder, 'site'));
  cpSync(kDist, join(folder, 'site/advisor'), { recursive: true });
  const port = await freePort();
  const [command, options] = kServers[name](folder, String(port));
  const at = [kElsewhere, kBare].includes(name) ? 'conseiller' : 'advisor';
  writeFileSync(join(folder, 'site/page.html'), page(at));
  const server = spawn(command, options, { env: { ...process.env, HOME: folder }, stdio: 'pipe' });
  let said = '';
  server.stderr.on('data', (text) => (said += text));
  const ended = new Promise((resolve) => server.on('exit', resolve));
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; ++tries) {
    if (await ask(address).catch(() => null)) break;
    if (server.exitCode !== null || tries > 300)
      throw new Error(`${name} does not answer: ${said}`);
    await new Promise((later) => setTimeout(later, 50));
  }
  return {
    address,
    files: `${address}/${at}`,
    folder: join(folder, 'site', at),
    end: async () => {
      server.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const wasm = readdirSync(join(kDist, 'assets')).find((name) => /^advisor-\w+\.wasm$/.test(name));

for (const [name, command] of [
  ['nginx', 'nginx'],
  ['Apache', 'apache2'],
  [kElsewhere, 'apache2'],
  ['Caddy', 'caddy'],
]) {
  const skip = isMissing(command);
  test(
    `${name}: types, encodings and headers as docs/deploy.md promises, and a page under the strict policy opens the tool`,
    { skip },
    async () => {
      const { address, files, folder, end } = await served(name);
      let bench;
      try {
        for (const [encoding, unpack] of [
          ['br', brotliDecompressSync],
          ['gzip', gunzipSync],
          ['identity', (body) => body],
        ]) {
          const { status, headers, body } = await ask(`${files}/assets/${wasm}`, encoding);
          assert.equal(status, 200);
          assert.equal(headers['content-encoding'] ?? 'identity', encoding);
          assert.match(headers['content-type'], /^application\/wasm/);
          assert.match(headers['cache-control'], /^public, max-age=31536000, immutable$/);
          if (encoding !== 'identity') assert.match(headers.vary, /accept-encoding/i);
          assert.equal(headers['access-control-allow-origin'], '*');
          assert.equal(headers['cross-origin-resource-policy'], 'cross-origin');
          assert.equal(headers['x-content-type-options'], 'nosniff');
          assert.deepEqual(unpack(body), readFileSync(join(folder, 'assets', wasm)));
        }
        const script = await ask(`${files}/recovery-advisor.js`, 'br, gzip');
        assert.equal(script.headers['cache-control'], 'no-cache');
        assert.match(script.headers['content-type'], /javascript/);
        const worker = await ask(`${files}/service-worker.js`);
        assert.equal(worker.headers['service-worker-allowed'], '/');
        assert.ok(!script.headers['service-worker-allowed']);

        // Settings are what they are now.
        const settings = join(folder, 'site.json');
        writeFileSync(
          settings,
          readFileSync(settings, 'utf8').replace('Maison Laurier', 'Studio Fairmount'),
        );
        const { body } = await ask(`${files}/site.json`, 'br, gzip');
        assert.ok(body.includes('Studio Fairmount'));

        bench = await startBenchAt(address);
        const context = await bench.browser.newContext(kDesk);
        const visitor = await context.newPage();
        const errors = [];
        visitor.on(
          'console',
          (message) => message.type() === 'error' && errors.push(message.text()),
        );
        await visitor.route('**/page.html', async (route) => {
          const response = await route.fetch();
          const headers = { ...response.headers(), 'content-security-policy': policy };
          await route.fulfill({ response, headers });
        });
        await visitor.goto(`${address}/page.html`);
        await visitor.getByRole('button', { name: 'Start' }).click();
        await visitor.waitForSelector('recovery-advisor[state=ready]');
        assert.deepEqual(errors, []);
        // The document's line, with the folder's name.
        const line = block('js').replaceAll('/advisor/', `${new URL(files).pathname}/`);
        const scope = await visitor.evaluate(
          `(${line.trim().replace(/;$/, '')}).then((it) => it.scope)`,
        );
        assert.equal(scope, `${address}/`);
        await context.close();
      } finally {
        await bench?.close();
        await end();
      }
    },
  );
}

test(
  'Apache without the modules that the .htaccess asks for sends the files all the same',
  { skip: isMissing('apache2') },
  async () => {
    const { files, folder, end } = await served(kBare);
    try {
      const { status, body } = await ask(`${files}/recovery-advisor.js`);
      assert.equal(status, 200);
      assert.deepEqual(body, readFileSync(join(folder, 'recovery-advisor.js')));
    } finally {
      await end();
    }
  },
);
