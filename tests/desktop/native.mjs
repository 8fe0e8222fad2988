import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// Where the native programs are: build/native, or where ADVISOR_NATIVE says.
export const native = process.env.ADVISOR_NATIVE ?? fileURLToPath(new URL('../../build/native', import.meta.url));

export function program(name) {
  const file = path.join(native, name);
  if (!fs.existsSync(file)) throw new Error(`${file} is not built: cmake --workflow --preset native`);
  return file;
}

// Runs a program to its end: its exit code and what it wrote.
export function run(name, options = [], { input = '', env = {}, display = false } = {}) {
  const environment = { ...process.env, ...env };
  const software = { LIBGL_ALWAYS_SOFTWARE: '1' };
  const [command, start] = display
    ? ['xvfb-run', ['-a', '-s', '-screen 0 1600x1200x24', program(name)]]
    : [program(name), []];
  if (!display) for (const variable of ['DISPLAY', 'WAYLAND_DISPLAY', 'XDG_RUNTIME_DIR']) delete environment[variable];
  const done = spawnSync(command, [...start, ...options], { input, env: { ...environment, ...software }, encoding: 'utf8', timeout: 120000 });
  if (done.error) throw done.error;
  return { code: done.status, out: done.stdout, problem: done.stderr };
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'advisor-desktop-'));
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));

export const temporary = (name) => path.join(folder, name);
export function written(name, value) {
  fs.writeFileSync(temporary(name), typeof value === 'string' ? value : JSON.stringify(value));
  return temporary(name);
}
