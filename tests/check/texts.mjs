// The checks that read the files themselves.

import { existsSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { anchorOf } from '../../web/build/anchor.mjs';
import { read } from './project.mjs';

const kColumns = 100;
const kMostBytes = 1 << 20;
// Files over a megabyte that are meant to be there; there is none.
const kLarge = new Set([]);

// Scripts, build files and style sheets; of JavaScript, prettier and eslint's max-len see to it. A
// line may be longer where a quoted text or an address in it is what makes it so.
const withoutLiterals = (line) => line.replace(/"[^"]*"|'[^']*'|https?:\S+/g, '""');

export const columns = {
  name: 'columns',
  run: (project) =>
    project.files(/\.(css|sh|cmake|d\.ts)$|(^|\/)CMakeLists\.txt$|^\.ci\/run$/).flatMap((file) =>
      read(project, file)
        .split('\n')
        .flatMap((line, i) => {
          const length = [...line].length;
          if (length <= kColumns || [...withoutLiterals(line)].length <= kColumns) return [];
          return [
            { file, line: i + 1, message: `is ${length} columns wide, and ${kColumns} are there` },
          ];
        }),
    ),
};

export const sizes = {
  name: 'sizes',
  run: (project) =>
    project.files().flatMap((file) => {
      const { size } = statSync(join(project.root, file));
      if (size <= kMostBytes || kLarge.has(file)) return [];
      return [
        {
          file,
          message: `has ${size} bytes, and a file in the repository has at most ${kMostBytes}`,
        },
      ];
    }),
};

const withoutCode = (text) =>
  text.replace(/^```[\s\S]*?^```/gm, (code) => code.replace(/[^\n]/g, ' '));

function brokenLink(project, file, target) {
  if (/^[a-z]+:/.test(target)) return undefined;
  const [name, anchor] = target.split('#');
  const to = name ? normalize(join(dirname(file), name)) : file;
  if (!existsSync(join(project.root, to))) return `leads to ${to}, which is not there`;
  if (!anchor || !to.endsWith('.md')) return undefined;
  const headings = [...withoutCode(read(project, to)).matchAll(/^#+ (.+)$/gm)];
  if (headings.some(([, heading]) => anchorOf(heading) === anchor)) return undefined;
  return `leads to #${anchor} of ${to}, where no heading has that name`;
}

export const links = {
  name: 'links',
  run: (project) =>
    project.files(/\.md$/).flatMap((file) =>
      withoutCode(read(project, file))
        .split('\n')
        .flatMap((line, i) =>
          [...line.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target]) => {
            const message = brokenLink(project, file, target);
            return message ? [{ file, line: i + 1, message }] : [];
          }),
        ),
    ),
};

// What a module of the page gives away and no other one takes. The entries are taken by pages.
const kEntries = /\/(embed-parent|recovery-advisor)\.js$/;

export const exported = {
  name: 'exports',
  run(project) {
    const takers = project
      .files(/^(web|tests|src)\/.*\.(js|mjs|ts|tsx)$/)
      .map((file) => ({ file, text: read(project, file) }));
    return project.files(/^web\/.*\.js$/).flatMap((file) => {
      if (kEntries.test(file)) return [];
      const text = read(project, file);
      return [...text.matchAll(/^export (?:async )?(?:const|let|function|class) (\w+)/gm)].flatMap(
        ({ 1: name, index }) => {
          const isTaken = takers.some(
            (taker) => taker.file !== file && new RegExp(`\\b${name}\\b`).test(taker.text),
          );
          return isTaken
            ? []
            : [
                {
                  file,
                  line: text.slice(0, index).split('\n').length,
                  message: `exports ${name}, which nothing takes`,
                },
              ];
        },
      );
    });
  },
};
