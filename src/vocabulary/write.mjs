// Writes the closed sets of vocabulary.json for both sides of the border: a C++ header for each
// room, a JavaScript module, and its types.
//
//   node write.mjs DIR [TABLE]     into that folder, of another table if one is named; a file that
//                                  would come out as it is stays untouched

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Kind a closed set: of values, of which there is one at a time, or of bits
 * @property {string} what its sentences, for the header
 * @property {string[] | Record<string, string>} [ids] of values; with the C++ name of each, where
 *   that is not made of the id
 * @property {Record<string, string>} [bits] what each bit means
 * @property {Record<string, Row>} [rows] of actions
 * @property {Record<string, Field>} [fields] of a node
 * @property {string} [page] what the page calls the numbers, where it needs them
 * @property {string} [type] its TypeScript name, where that is not the C++ one
 */
/**
 * @typedef {object} Row an action
 * @property {string} what
 * @property {string} [subject] an id of Subject
 * @property {string | [number, number]} [value] an id of Value, a set, or the least and the most
 * @property {string} [needs] an id of Needs
 * @property {boolean} [tells] whether it changes what is told, which can be taken back
 * @property {boolean} [slides] whether one after the other is one step
 * @property {boolean} [waits] whether it is done once the whole library has come
 */
/**
 * @typedef {object} Field of a node
 * @property {string} type one of kFieldTypes, or a set
 * @property {string} what
 * @property {string} [as] its name on the way to the page
 * @property {boolean} [always] whether every node has it
 * @property {boolean} [painted] whether it stays in the module, for the painter
 */
/** @typedef {Record<string, Record<string, Kind>>} Vocabulary by room and name */

const kTable = fileURLToPath(new URL('vocabulary.json', import.meta.url));

/** @returns {Vocabulary} */
export const readVocabulary = (file = kTable) => JSON.parse(readFileSync(file, 'utf8'));

/** The ids of a set, in order. @param {Kind} kind */
export const idsOf = ({ ids, bits, rows }) =>
  Array.isArray(ids) ? ids : Object.keys(ids ?? bits ?? rows ?? {});

// What the fields of a node are made of.
const kNodeIncludes = `#include <optional>
#include <string>

#include "advice/calendar.h"
#include "vocabulary/advice.h"
`;

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
function enumOf(name, { what, ids = [], rows }) {
  const named = Array.isArray(ids) ? ids.map(pascal) : Object.values(ids);
  const members = rows
    ? Object.entries(rows).map(([id, row]) => `  k${pascal(id)},  // ${row.what}\n`)
    : named.map((one) => `  k${one},\n`);
  return `${comment(what)}\nenum class ${name} : std::uint8_t {\n${members.join('')}};\n`;
}

/** @type {Record<string, [string, string]>} of a field: its C++ declaration, its TypeScript type */
const kFieldTypes = {
  text: ['std::string NAME', 'string'],
  flag: ['bool NAME = false', 'boolean'],
  choice: ['std::int8_t NAME = -1', 'boolean'], // 0 or 1; -1: it has no such state
  count: ['std::uint8_t NAME = 0', 'number'], // 0: it has none
  number: ['float NAME = 0', 'number'], // 0: it has none
  day: ['std::optional<Day> NAME', 'string'], // on the way: YYYY-MM-DD
};

/** @param {Kind} kind @returns {[string, Field][]} */
const fieldsOf = ({ fields = {} }) => Object.entries(fields);

/** @param {string} name @param {Kind} kind */
function structOf(name, kind) {
  const declared = fieldsOf(kind).map(([field, { type, what, always }]) => {
    const [text] = kFieldTypes[type] ?? [`${always ? type : `std::optional<${type}>`} NAME{}`];
    return `  ${text.replace('NAME', field)};  // ${what}\n`;
  });
  const told = fieldsOf(kind).flatMap(([field, row]) =>
    row.painted
      ? []
      : [`  tell("${row.as ?? field}", of.${field}${row.always ? ', true' : ''});\n`],
  );
  return `${comment(kind.what)}
struct ${name}Fields {
${declared.join('')}
  friend bool operator==(const ${name}Fields&, const ${name}Fields&) = default;
};

// Calls tell(name, value) with each field that the page is told of, in order.
template <class Tell>
void for_each_field(const ${name}Fields& of, Tell&& tell) {
${told.join('')}}
`;
}

/** The rows of the actions, in the order of their enum. @param {Vocabulary} vocabulary */
function actionsOf(vocabulary) {
  /** @param {string} set @param {string} id */
  const member = (set, id) => {
    if (!idsOf(vocabulary.app[set]).includes(id)) throw new Error(`${id} is not in ${set}`);
    return `${set}::k${pascal(id)}`;
  };
  const sets = Object.fromEntries(all(vocabulary));
  const rangeOf = (value) =>
    Array.isArray(value) ? value : value in sets ? [0, idsOf(sets[value]).length - 1] : null;
  const rows = Object.values(vocabulary.app.ActionKind.rows ?? {}).map((row) => {
    const { subject = 'none', value = 'none', needs = 'nothing' } = row;
    const range = rangeOf(value);
    return [
      member('Subject', subject),
      member('Value', range ? 'range' : String(value)),
      ...(range ?? [0, 0]),
      member('Needs', needs),
      ...[row.tells, row.slides, row.waits].map(Boolean),
    ].join(', ');
  });
  return `// What an action may be about and may set, from \`low\` to \`high\` where that is a range.
struct ActionRow {
  Subject subject;
  Value value;
  int low, high;
  Needs needs;
  bool tells;   // changes what is told, which can be taken back
  bool slides;  // one after the other is one step
  bool waits;   // is done once the whole library has come
};
inline constexpr ActionRow kActionRows[] = {
${rows.map((row) => `    {${row}},\n`).join('')}};
`;
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

/** @param {Kind} kind */
const writerOf = ({ bits, fields }) => (bits ? bitsOf : fields ? structOf : enumOf);

/** The header of a room; the advice is in the namespace of all. @param {Vocabulary} vocabulary */
export function header(vocabulary, room) {
  const space = room === 'advice' ? '' : `${room}::`;
  const kinds = Object.entries(vocabulary[room]);
  const types = kinds.map(([name, kind]) => writerOf(kind)(name, kind));
  if (vocabulary[room].ActionKind) types.push(actionsOf(vocabulary));
  const tables = kinds
    .filter(([, kind]) => kind.ids)
    .map(([name, kind]) => tableOf(space + name, kind));
  return `// Written by the build from src/vocabulary/vocabulary.json.
#pragma once

${kinds.some(([, { fields }]) => fields) ? kNodeIncludes : ''}#include "vocabulary/names.h"

namespace advisor {
${space && `namespace ${room} {\n`}
${types.join('\n')}
${space && `}  // namespace ${room}\n`}
${tables.join('\n')}
}  // namespace advisor
`;
}

/** @param {Vocabulary} vocabulary @returns {[string, Kind][]} */
const all = (vocabulary) => Object.values(vocabulary).flatMap((kinds) => Object.entries(kinds));
/** The sets whose numbers the page needs. @param {Vocabulary} vocabulary */
const ofPage = (vocabulary) => all(vocabulary).flatMap(([, kind]) => (kind.page ? [kind] : []));

/**
 * TypeScript, of which the bundler writes each member of an enum as its number. What is no set of
 * bits may be looked up by its name, and is a table.
 * @param {Vocabulary} vocabulary
 */
export function module(vocabulary) {
  const tables = ofPage(vocabulary).map((kind) => {
    const rowsAs = (sign, valueOf) =>
      idsOf(kind)
        .map((id, i) => `${camel(id)}${sign} ${valueOf(i)}`)
        .join(', ');
    return kind.bits
      ? `export enum ${kind.page} { ${rowsAs(' =', (i) => 1 << i)} }\n`
      : `export const ${kind.page} = { ${rowsAs(':', (i) => i)} };\n`;
  });
  return tables.join('');
}

/** The ids of each set as a type, and the types of the module. @param {Vocabulary} vocabulary */
export function types(vocabulary) {
  const unions = all(vocabulary).flatMap(([name, kind]) => {
    const ids = idsOf(kind).map((id) => `'${id}'`);
    return kind.ids ? [`export type ${kind.type ?? name} = ${ids.join(' | ')};\n`] : [];
  });
  const nodes = all(vocabulary).flatMap(([, kind]) => {
    const fields = fieldsOf(kind).flatMap(([field, { type, what, always, painted, as }]) => {
      const [, typed = type] = kFieldTypes[type] ?? [];
      return painted ? [] : [`  /** ${what} */\n  ${as ?? field}${always ? '' : '?'}: ${typed};\n`];
    });
    return kind.fields ? [`export interface ${kind.type} {\n${fields.join('')}}\n`] : [];
  });
  const tables = ofPage(vocabulary).map((kind) => {
    const rows = idsOf(kind).map((id) => `readonly ${camel(id)}: number`);
    return `export const ${kind.page}: { ${rows.join('; ')} };\n`;
  });
  return [...unions, ...nodes, ...tables].join('');
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
  const [folder, table] = process.argv.slice(2);
  if (!folder) {
    console.error('usage: node write.mjs DIR [TABLE]');
    process.exit(64);
  }
  writeVocabulary(folder, readVocabulary(table));
}
