// The keys of the semantic tree: what src/ui, src/platform, the page's modules and stage.css name
// has to be authored by src/app. A key that is not in the tree paints nothing and matches nothing,
// silently.

import { read } from './project.mjs';

const kWords = /^(ui|phrases|terms|grammar)\./;
const kKey = '[a-z_]+(?:\\.[a-z_0-9]*)*';
// Those that take a key, with what may stand before it in their call.
const kTakers =
  'ui\\.node|tree\\.find|starts_with|paragraph|paragraph_with_why|paragraph_at|button|icon_button|text_button|text_button_in_lines|switch_row|' +
  'button_height|main_button_height|mark_key|region_of';
const inPainters = new RegExp(`\\b(?:${kTakers})\\((?:[^"();{}]|\\([^"()]*\\))*"(${kKey})"`, 'g');
const inStyle = new RegExp(`data-key[\\^~*|$]?=["'](${kKey})["']`, 'g');
const inModules = new RegExp(
  `data-key[\\^~*|$]?=["'](${kKey})["']|\\b(?:nodes\\.get|replace)\\('(${kKey})'|\\bk(?:Figure|Skip|End) = '(${kKey})'`,
  'g',
);
const kSources = [
  [/^src\/(ui|platform)\/.*\.(cpp|h)$/, inPainters],
  [/^web\/.*\.js$/, inModules],
  [/^web\/widget\/stage\.css$/, inStyle],
];

/** Literals of the authors; one that ends in a dot is the start of keys put together. */
function authoredIn(project) {
  const keys = new Set();
  for (const file of project.files(/^src\/app\/.*\.(cpp|h)$/))
    for (const [, key] of read(project, file).matchAll(new RegExp(`"(\\.?${kKey})"`, 'g')))
      if (!kWords.test(key)) keys.add(key);
  return keys;
}

function isAuthored(key, authored) {
  if (authored.has(key)) return true;
  // The end of keys put together: key + ".because".
  if (authored.has(`.${key}`)) return true;
  const dot = key.indexOf('.');
  for (const one of authored) {
    if (one.endsWith('.') && key.startsWith(one)) return true;
    if (key.endsWith('.') && one.startsWith(key)) return true;
  }
  // "sheet.title" of a dialog "sheet.": its parts are named by it.
  return dot > 0 && key.slice(dot) === '.title' && authored.has(key.slice(0, dot));
}

export const keys = {
  name: 'keys of the tree',
  run(project) {
    const authored = authoredIn(project);
    return kSources.flatMap(([files, named]) =>
      project.files(files).flatMap((file) => {
        const text = read(project, file);
        return [...text.matchAll(named)].flatMap((found) => {
          const key = found.slice(1).find(Boolean);
          if (kWords.test(key) || isAuthored(key, authored)) return [];
          const line = text.slice(0, found.index).split('\n').length;
          return [{ file, line, message: `names the key "${key}", which src/app authors nowhere` }];
        });
      }),
    );
  },
};
