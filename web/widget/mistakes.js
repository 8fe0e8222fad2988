// A mistake in a file, as it is said to whoever wrote the file: where it is, counted as people
// count, what belongs there, what stands there. A script of its own, which comes with the first
// mistake.

import { mistakes, words } from 'built:mistakes';

/** @import { Language } from '../element/recovery-advisor.d.ts' */
/** @import { FileMistake } from './wire.d.ts' */
/** @typedef {typeof words[Language]} Words */

/**
 * Null where the language or the mistake has no sentence.
 * @param {FileMistake} mistake
 * @param {Language} language
 */
export function sentence({ file, pointer, expected, found }, language) {
  const w = words[language];
  const what = [pointer, expected, found].join(' | ');
  const row = mistakes.find(({ when }) => new RegExp(when).test(what));
  const text = row?.[language];
  if (!w || !text) return null;
  const groups = new RegExp(row.when).exec(what) ?? [];
  const said = text
    .replace('{found}', () => quoted(found.slice(1, -1), w))
    .replace('{guess}', () => guess(groups[1].split(', '), found, w))
    .replace('{hosts}', () => hostsIn(groups[2]).join(w.list))
    .replace('{placeholders}', () =>
      groups[1]
        .split(' ')
        .map((name) => `{${name}}`)
        .join(w.list),
    )
    .replace(/\{(\d)\}/g, (_, n) => groups[n]);
  const shown = /^("\s*[^\s"]|-?\d|true$|false$|null$)/.test(found) && !text.includes('{found}');
  // Whoever wrote the file knows its name; where it is only matters when it is not there.
  const name = /^a file|web page/.test(expected + found)
    ? file
    : file.replace(/[?#].*/, '').replace(/.*\//, '');
  const place = [name, ...stepsOf(pointer, language, w)].join(', ');
  return place + w.colon + said + (shown ? w.found.replace('{found}', () => found) : '');
}

// ".as.me" stands for every name that ends so.
/** @param {string} hosts */
const hostsIn = (hosts) => [...new Set(hosts.split(' ').map((host) => host.replace(/^\./, '')))];

/** @param {string} text @param {Words} w */
const quoted = (text, w) => w.open + text + w.close;

/**
 * "services", the 3rd, "name".
 * @param {string} pointer @param {Language} language @param {Words} w
 */
function stepsOf(pointer, language, w) {
  const order = new Intl.PluralRules(language, { type: 'ordinal' });
  const nth = (/** @type {number} */ n) => {
    const form = /** @type {keyof Words['nth']} */ (order.select(n));
    return (w.nth[form] ?? w.nth.other).replace('{n}', String(n));
  };
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((key) => (/^\d+$/.test(key) ? nth(Number(key) + 1) : quoted(key, w)));
}

/**
 * The word that was meant, or all that may stand there.
 * @param {string[]} known @param {string} found @param {Words} w
 */
function guess(known, found, w) {
  const [written, ...names] = [found, ...known].map((text) =>
    text.toLowerCase().replace(/[^a-z]/g, ''),
  );
  const distances = names.map((name) =>
    written.length > 2 && (name.includes(written) || written.includes(name))
      ? 0
      : distance(written, name),
  );
  const least = Math.min(...distances);
  return least <= written.length / 3
    ? w.guess.replace('{guess}', () => quoted(known[distances.indexOf(least)], w))
    : w.known.replace('{known}', () => known.join(w.list));
}

/**
 * Letters to put in, take out or change (Levenshtein).
 * @param {string} from @param {string} to
 */
function distance(from, to) {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (let j = 0; j < to.length; ++j)
      next.push(Math.min(next[j] + 1, row[j + 1] + 1, row[j] + Number(letter !== to[j])));
    row = next;
  }
  return row[to.length];
}
