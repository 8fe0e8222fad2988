// What Orca, Debian's screen reader, says while a runner marks a calf by keyboard and then tells of
// a red flag. Golden: said.VERSION.txt, for each Orca has words of its own;
// ADVISOR_UPDATE_GOLDENS=1 writes it anew. Roles are in English there because Orca is.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const inHere = (name) => fileURLToPath(new URL(name, import.meta.url));
const version = parseInt(spawnSync('orca', ['--version'], { encoding: 'utf8' }).stdout);
const kGolden = inHere(`said.${version}.txt`),
  kUpdates = Boolean(process.env.ADVISOR_UPDATE_GOLDENS);
const missing = ['orca', 'dbus-run-session', 'xvfb-run', 'xauth'].filter(
  (command) => spawnSync('which', [command]).status,
);
const skip = missing.length
  ? `not installed: ${missing.join(', ')}; as root, ./emsdk-setup.sh test brings them`
  : !existsSync(kGolden) &&
    !kUpdates &&
    `nobody has looked at what Orca ${version} says: ADVISOR_UPDATE_GOLDENS=1 writes it down`;

test(
  'Orca says each area, its state and intensity, and a red flag at once',
  { skip, timeout: 300_000 },
  async () => {
    assert.ok(
      existsSync(inHere('../../dist/recovery-advisor.js')),
      'dist/ is not built: npm run build',
    );
    const home = mkdtempSync(join(tmpdir(), 'orca-'));
    mkdirSync(join(home, 'run'), { mode: 0o700 });
    const env = {
      ...process.env,
      HOME: home,
      XDG_RUNTIME_DIR: join(home, 'run'),
      PYTHONPATH: inHere('stand-in'),
      LC_ALL: 'C.UTF-8',
      LIBGL_ALWAYS_SOFTWARE: '1',
    };
    for (const name of [
      'XDG_CONFIG_HOME',
      'XDG_DATA_HOME',
      'XDG_CACHE_HOME',
      'DBUS_SESSION_BUS_ADDRESS',
      'WAYLAND_DISPLAY',
      'LANGUAGE',
    ])
      delete env[name];
    const walk = spawn(
      'xvfb-run',
      [
        '-a',
        '-s',
        '-screen 0 1000x1000x24',
        'dbus-run-session',
        '--',
        process.execPath,
        inHere('orca.mjs'),
        ...(kUpdates ? [] : [kGolden]),
      ],
      { env, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let trouble = '';
    walk.stderr.on('data', (data) => (trouble += data));
    const code = await new Promise((ended) => walk.on('close', ended));
    const said = code ? '' : readFileSync(join(home, 'said.txt'), 'utf8');
    await removed(home);
    assert.equal(code, 0, trouble);
    if (kUpdates) writeFileSync(kGolden, said);
    else assert.equal(said, readFileSync(kGolden, 'utf8'));
  },
);

// Chromium goes on putting its profile away after all else has ended.
async function removed(folder) {
  for (let left = 100; ; --left) {
    try {
      return rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((next) => setTimeout(next, 200));
    }
  }
}
