// The checks that a tool of its own makes: what each is called with, and how its answers are read.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { writeVocabulary } from '../../src/vocabulary/write.mjs';

/** A tool that this machine does not have: a check that cannot be made says so. */
export class NotHere extends Error {}

/** What a tool says, whichever way; it may end as it likes. */
export function said(project, command, args) {
  const done = spawnSync(command, args, {
    cwd: project.root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (done.error) throw new NotHere(`${command} is not on this machine: ./emsdk-setup.sh check`);
  return `${done.stdout}\n${done.stderr}`;
}

const npm = (project, name) => join(project.root, 'node_modules', '.bin', name);
const cacheOf = (project, name) => {
  const folder = join(project.root, 'build', 'check');
  mkdirSync(folder, { recursive: true });
  return join(folder, name);
};

/** "file:line:column: error: message" of compilers and their like. */
export function compilerFindings(project, text, kinds = 'error|warning|note|style|info') {
  const line = new RegExp(`^(.+?):(\\d+):\\d+: (?:${kinds}): (.+)$`, 'gm');
  return [...text.matchAll(line)].map(([, file, at, message]) => ({
    file: relative(project.root, join(file.startsWith('/') ? '' : project.root, file)),
    line: Number(at),
    message,
  }));
}

// Each file once: the first line that is not as it should be is enough to run the formatter.
const firstOfEach = (findings) =>
  [...new Map(findings.reverse().map((one) => [one.file, one])).values()].reverse();

// Another version would lay the code out otherwise.
const kClangFormat = 14;

export const clangFormat = {
  name: 'clang-format',
  run(project) {
    const command = ['clang-format-14', 'clang-format'].find((name) =>
      spawnSync(name, ['--version'], { encoding: 'utf8' }).stdout?.includes(
        `version ${kClangFormat}.`,
      ),
    );
    if (!command)
      throw new NotHere('clang-format 14 is not on this machine: ./emsdk-setup.sh check');
    const files = project.files(/^(src|tests)\/.*\.(cpp|h)$/);
    const text = said(project, command, ['--dry-run', '-Werror', ...files]);
    return firstOfEach(compilerFindings(project, text, 'error')).map(({ file, line }) => ({
      file,
      line,
      message: 'is not as clang-format writes it: clang-format -i',
    }));
  },
};

export const prettier = {
  name: 'prettier',
  run(project) {
    const files = project.files(/\.(js|mjs|css|d\.ts)$/);
    const text = said(project, npm(project, 'prettier'), ['--list-different', ...files]);
    return text.split('\n').flatMap((file) => {
      if (!file) return [];
      if (existsSync(join(project.root, file)))
        return [{ file, message: 'is not as prettier writes it: npx prettier --write' }];
      const [, place, message] = file.match(/^\[error\] (\S+): (SyntaxError.*)$/) ?? [];
      return place ? [{ file: place, message }] : [];
    });
  },
};

export const types = {
  name: 'types',
  run(project) {
    // The page's modules import what the build writes.
    writeVocabulary(join(project.root, 'build', 'vocabulary'));
    return ['web/tsconfig.json', 'web/site/tsconfig.json'].flatMap((config) => {
      const text = said(project, npm(project, 'tsc'), ['-p', config, '--pretty', 'false']);
      const found = [...text.matchAll(/^(?:(\S+?)\((\d+),\d+\): )?error (TS\d+: .+)$/gm)];
      return found.map(([, file = config, line, message]) => ({
        file,
        line: Number(line),
        message,
      }));
    });
  },
};

export const eslint = {
  name: 'eslint',
  run(project) {
    const cache = [
      '--cache',
      '--cache-strategy',
      'content',
      '--cache-location',
      cacheOf(project, 'eslint'),
    ];
    const text = said(project, npm(project, 'eslint'), ['--format', 'json', ...cache, '.']);
    const [json] = text.match(/^\[.*\]$/m) ?? [];
    if (!json) return [{ file: 'eslint.config.mjs', message: text.trim() }];
    return JSON.parse(json).flatMap(({ filePath, messages }) =>
      messages.map(({ line, message, ruleId }) => ({
        file: relative(project.root, filePath),
        line,
        message: `${message} (${ruleId})`,
      })),
    );
  },
};

// French words that the English papers quote, which are not mistyped English ones.
const kFrenchWords =
  'adresse,ans,blessure,exemple,fils,groupes,limite,manger,mesures,mot,projet,responsable,sais,signes,te';

export const spelling = {
  name: 'spelling',
  run(project) {
    const files = project.files(/(?<!\.fr)\.md$/).filter((file) => !file.startsWith('tests/'));
    const text = said(project, 'codespell', ['-L', kFrenchWords, ...files]);
    return [...text.matchAll(/^(.+?):(\d+): (.+ ==> .+)$/gm)].map(([, file, line, message]) => ({
      file: relative(project.root, join(project.root, file)),
      line: Number(line),
      message,
    }));
  },
};

export const shellcheck = {
  name: 'shellcheck',
  run(project) {
    const files = project.files(/\.sh$|^\.ci\/run$/);
    return compilerFindings(project, said(project, 'shellcheck', ['--format=gcc', ...files]));
  },
};
