// The files of the project, as git knows them: tracked, or new and not ignored.

import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ file: string, line?: number, message: string }} Finding */
/** @typedef {{ root: string, files: (pattern?: RegExp) => string[] }} Project */

/** @param {string} root @returns {Project} */
export function projectAt(root) {
  const listed = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  const all = [...new Set(listed.split('\0'))]
    .filter((file) => file && existsSync(join(root, file)) && lstatSync(join(root, file)).isFile())
    .sort();
  return { root, files: (pattern = /./) => all.filter((file) => pattern.test(file)) };
}

/** @param {Project} project @param {string} file */
export const read = (project, file) => readFileSync(join(project.root, file), 'utf8');
