// clang-tidy and cppcheck, which take minutes: `npm run check -- --deep`, and npm run test:all. A
// source is looked at again only when it, a header of the project or the set of checks has changed
// since it passed.

import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { read } from './project.mjs';
import { compilerFindings, NotHere } from './tools.mjs';

const kBuild = 'build/native';

// What the build writes headers from: a source that includes one changes with it.
const kVocabulary = 'src/vocabulary/vocabulary.json';

// A source with all that it includes of the project.
function withHeaders(project, file, seen = new Set()) {
  if (seen.has(file) || !existsSync(join(project.root, file))) return seen;
  seen.add(file);
  for (const [, header] of read(project, file).matchAll(/^#include "([^"]+)"/gm)) {
    if (header.startsWith('vocabulary/')) seen.add(kVocabulary);
    for (const folder of ['src', 'tests']) withHeaders(project, `${folder}/${header}`, seen);
  }
  return seen;
}

// The build is GCC's, whose warnings clang does not all know; they are errors in the build alone.
const kOwnWarnings = ['--extra-arg=-Wno-unknown-warning-option', '--extra-arg=-Wno-error'];

const tell = (project, command, args) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: project.root });
    let text = '';
    child.stdout.on('data', (data) => (text += data));
    child.on('error', () =>
      reject(new NotHere(`${command} is not on this machine: ./emsdk-setup.sh check`)),
    );
    child.on('close', () => resolve(text));
  });

export const tidy = {
  name: 'clang-tidy',
  isDeep: true,
  async run(project) {
    const commands = join(project.root, kBuild, 'compile_commands.json');
    if (!existsSync(commands))
      throw new NotHere(`${kBuild} is not configured: cmake --preset native`);
    const compiled = new Set(JSON.parse(readFileSync(commands, 'utf8')).map(({ file }) => file));
    const store = join(project.root, 'build', 'check', 'tidy.json');
    const passed = existsSync(store) ? JSON.parse(readFileSync(store, 'utf8')) : {};
    const todo = project
      .files(/^src\/.*\.cpp$/)
      .filter((file) => compiled.has(join(project.root, file)));
    const findings = [];
    const look = async () => {
      for (let file = todo.pop(); file; file = todo.pop()) {
        const hash = createHash('sha256').update(read(project, '.clang-tidy'));
        for (const part of withHeaders(project, file)) hash.update(read(project, part));
        const now = hash.digest('hex');
        if (passed[file] === now) continue;
        const found = compilerFindings(
          project,
          await tell(project, 'clang-tidy', ['--quiet', ...kOwnWarnings, '-p', kBuild, file]),
          'error|warning',
        );
        findings.push(...found);
        if (!found.length) passed[file] = now;
      }
    };
    await Promise.all(cpus().slice(0, 2).map(look));
    mkdirSync(join(project.root, 'build', 'check'), { recursive: true });
    writeFileSync(store, JSON.stringify(passed));
    // A header's finding comes with each source that includes it.
    return [...new Map(findings.map((one) => [JSON.stringify(one), one])).values()];
  },
};

export const cppcheck = {
  name: 'cppcheck',
  isDeep: true,
  async run(project) {
    const asked = [
      '--enable=warning,performance,portability',
      '--std=c++20',
      '--language=c++',
      '--inline-suppr',
      '--quiet',
      '-j',
      '2',
      '-I',
      'src',
    ];
    const cache = join(project.root, 'build', 'check', 'cppcheck');
    mkdirSync(cache, { recursive: true });
    const template = '--template={file}:{line}:{column}: {severity}: {message} ({id})';
    const child = [
      '-c',
      'exec cppcheck "$@" 2>&1',
      'cppcheck',
      ...asked,
      template,
      `--cppcheck-build-dir=${cache}`,
      'src',
    ];
    const text = await tell(project, 'bash', child);
    if (/cppcheck: (command )?not found/.test(text))
      throw new NotHere('cppcheck is not on this machine: ./emsdk-setup.sh check');
    return compilerFindings(project, text, 'error|warning|performance|portability');
  },
};
