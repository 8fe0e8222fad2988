// A copy of content/ and of the vocabulary with something more in it, and what the build makes of
// it. The sources are those of the project, untouched: what is shown here needs no other place.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));
// Always the same folder: the compiler's cache knows what it has compiled there.
const folder = path.join(project, 'build/planted');

export const content = path.join(folder, 'content');
export const build = path.join(folder, 'build');
export const vocabulary = path.join(content, 'vocabulary.json');
fs.rmSync(content, { recursive: true, force: true });
fs.cpSync(path.join(project, 'content'), content, { recursive: true });
fs.copyFileSync(path.join(project, 'src/vocabulary/vocabulary.json'), vocabulary);

export const read = (name) => JSON.parse(fs.readFileSync(path.join(content, name), 'utf8'));

// Changes a file of the copy; one that is not there begins as nothing.
export function plant(name, change) {
  const file = path.join(content, name);
  const value = fs.existsSync(file) ? read(name) : undefined;
  fs.writeFileSync(file, JSON.stringify(change(value) ?? value));
}

// Runs a tool to its end in the project's folder: what it wrote, or an error with it.
export function tool(command, ...options) {
  return execFileSync(command, options, { cwd: project, encoding: 'utf8', stdio: 'pipe' });
}

export function built(...targets) {
  const places = [`-DADVISOR_CONTENT_DIR=${content}`, `-DADVISOR_VOCABULARY=${vocabulary}`];
  tool('cmake', '--preset', 'native', '-B', build, ...places);
  tool('cmake', '--build', build, '--target', ...targets);
}

// Runs tests of a program that was built; so many of them have to be there.
export function passes(program, count, ...names) {
  const drawing = { LIBGL_ALWAYS_SOFTWARE: '1', GALLIUM_DRIVER: 'llvmpipe' };
  const options = { encoding: 'utf8', env: { ...process.env, ...drawing } };
  const { stdout } = spawnSync(path.join(build, program), names, options);
  assert.match(
    stdout,
    new RegExp(`All tests passed \\(\\d+ assertions in ${count} test case`),
    stdout,
  );
}

// What `advise` makes of an intake with the planted content.
export function advised(intake, ...options) {
  const given = { version: 1, now: '2026-06-10T10:00', screened: true, answers: {}, marks: [] };
  const file = path.join(folder, 'intake.json');
  fs.writeFileSync(file, JSON.stringify({ ...given, ...intake }));
  const places = ['--content', content, ...options, file];
  return JSON.parse(tool(path.join(build, 'advise'), ...places));
}
