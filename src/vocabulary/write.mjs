// Writes the closed sets of vocabulary.json for both sides of the border: a C++ header for each
// room, a JavaScript module, and its types.
//
//   node write.mjs DIR     DIR/advice.h, app.h, abi.h, vocabulary.js, vocabulary.d.ts; a file that
//                          would come out as it is stays untouched

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Kind a closed set: of values, of which there is one at a time, or of bits
 * @property {string} what its sentences, for the header
 * @property {string[] | Record<string, string>} [ids] of values; with the C++ name of each, where
 *   that is not made of the id
 * @property {Record<string, string>} [bits] what each bit means
 * @property {string} [page] what the page calls the numbers, where it needs them
 * @property {string} [type] its TypeScript name, where that is not the C++ one
 */
/** @typedef {Record<string, Record<string, Kind>>} Vocabulary by room and name */

const kTable = fileURLToPath(new URL('vocabulary.json', import.meta.url));

/** @returns {Vocabulary} */
export const readVocabulary = (file = kTable) => JSON.parse(readFileSync(file, 'utf8'));

/** The ids of a set, in order. @param {Kind} kind */
export const idsOf = ({ ids, bits }) => (Array.isArray(ids) ? ids : Object.keys(ids ?? bits ?? {}));

/** @param {string} id */
const pascal = (id) => id.replace(/(?:^|_)(.)/g, (_, letter) => letter.toUpperCase());
/** @param {string} id */
const camel = (id) => id.replace(/_(.)/g, (_, letter) => letter.toUpperCase());

/** A comment of C++, wrapped. @param {string} text @param {string} indent */
function comment(text, indent = '') {
  const lines = [`${indent}//`];
  for (const word of text.split(' '))
    if (lines[lines.length - 1].length + word.length + 1 > 100) lines.push(`${indent}// ${word}`);
    else lines[lines.length - 1] += ` ${word}`;
  return lines.join('\n');
}

/** @param {string} name @param {Kind} kind */
function enumOf(name, { what, ids = [] }) {
  const names = Array.isArray(ids) ? ids.map(pascal) : Object.values(ids);
  const members = names.map((one) => `  k${one}`).join(',\n');
  return `${comment(what)}\nenum class ${name} : std::uint8_t {\n${members}\n};\n`;
}

/** @param {string} name @param {Kind} kind */
function bitsOf(name, { what, bits = {} }) {
  const members = Object.entries(bits).map(
    ([id, means], i) => `    k${pascal(id)} = ${1 << i},  // ${means}\n`,
  );
  return `${comment(what)}\nstruct ${name} {\n  enum : int {\n${members.join('')}  };\n};\n`;
}

/** @param {string} type @param {Kind} kind */
function tableOf(type, kind) {
  const quoted = idsOf(kind).map((id) => `      ${JSON.stringify(id)}`);
  return `template <>
struct Names<${type}> {
  static constexpr std::array<std::string_view, ${quoted.length}> kAll{\n${quoted.join(',\n')}};
};
`;
}

/** The header of a room; the advice is in the namespace of all. @param {Vocabulary} vocabulary */
export function header(vocabulary, room) {
  const space = room === 'advice' ? '' : `${room}::`;
  const kinds = Object.entries(vocabulary[room]);
  const types = kinds.map(([name, kind]) => (kind.bits ? bitsOf : enumOf)(name, kind)).join('\n');
  const tables = kinds
    .filter(([, kind]) => kind.ids)
    .map(([name, kind]) => tableOf(space + name, kind));
  return `// Written by the build from src/vocabulary/vocabulary.json.
#pragma once

#include "vocabulary/names.h"

namespace advisor {
${space && `namespace ${room} {\n`}
${types}
${space && `}  // namespace ${room}\n`}
${tables.join('\n')}
}  // namespace advisor
`;
}

/** @param {Vocabulary} vocabulary @returns {[string, Kind][]} */
const all = (vocabulary) => Object.values(vocabulary).flatMap((kinds) => Object.entries(kinds));
/** The sets whose numbers the page needs. @param {Vocabulary} vocabulary */
const ofPage = (vocabulary) => all(vocabulary).flatMap(([, kind]) => (kind.page ? [kind] : []));

/** @param {Vocabulary} vocabulary */
export function module(vocabulary) {
  const tables = ofPage(vocabulary).map((kind) => {
    const rows = idsOf(kind).map((id, i) => `${camel(id)}: ${kind.bits ? 1 << i : i}`);
    return `export const ${kind.page} = { ${rows.join(', ')} };\n`;
  });
  return tables.join('');
}

/** The ids of each set as a type, and the types of the module. @param {Vocabulary} vocabulary */
export function types(vocabulary) {
  const unions = all(vocabulary).flatMap(([name, kind]) => {
    const ids = idsOf(kind).map((id) => `'${id}'`);
    return kind.ids ? [`export type ${kind.type ?? name} = ${ids.join(' | ')};\n`] : [];
  });
  const tables = ofPage(vocabulary).map((kind) => {
    const rows = idsOf(kind).map((id) => `readonly ${camel(id)}: number`);
    return `export const ${kind.page}: { ${rows.join('; ')} };\n`;
  });
  return [...unions, ...tables].join('');
}

/**
 * Declarations that stand alone: in place of what they import from the module and give on, what it
 * is.
 * @param {string} declared @param {Vocabulary} vocabulary
 */
export function publicTypes(declared, vocabulary) {
  return declared.replace(
    /import type \{([^}]*)\} from 'built:vocabulary';\n\nexport type \{[^}]*\};\n/,
    (_, names) => {
      const wanted = names.match(/\w+/g);
      const isWanted = (line) => wanted.some((name) => line.startsWith(`export type ${name} =`));
      return types(vocabulary).split('\n').filter(isWanted).concat('').join('\n');
    },
  );
}

/** @param {string} folder @param {Vocabulary} vocabulary */
export function writeVocabulary(folder, vocabulary = readVocabulary()) {
  mkdirSync(folder, { recursive: true });
  const texts = {
    ...Object.fromEntries(
      Object.keys(vocabulary).map((room) => [`${room}.h`, header(vocabulary, room)]),
    ),
    'vocabulary.js': module(vocabulary),
    'vocabulary.d.ts': types(vocabulary),
  };
  for (const [name, text] of Object.entries(texts)) {
    const file = join(folder, name);
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2];
  if (!folder) {
    console.error('usage: node write.mjs DIR');
    process.exit(64);
  }
  writeVocabulary(folder);
}
