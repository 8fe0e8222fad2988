// The booking systems: content/booking_systems.json into what the compiler and an editor read.
//
//   node booking_systems.mjs --systems FILE --header FILE    for src/content/booking_systems.cpp
//   node booking_systems.mjs --systems FILE --schema FILE    renews site.schema.json
//
// A row has
//   id          as in site.json
//   kind        "page" of the business there (where left out), "template" that site.json fills
//               in by itself, "letter", "text" or "call"
//   pages       of a page: its hosts. One with a dot before it stands for every host below it; one
//               with a slash after it has the account in its path, after what stands there
//   link        of a page: what its links carry, as the system documents it. A segment or a
//               parameter is a word or a placeholder, and left out where that has no value
//   note_field  an example of where a note goes: "a1" is a and any number, "notes" any name; none
//               is documented where it is left out
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const kSchemes = { template: 'https', page: 'https', letter: 'mailto', text: 'sms', call: 'tel' };
const kValue = String.raw`(\{(service|date|month|minutes|language)\}|[\w.-]+)`;
const kColumns = {
  id: /^[a-z][a-z0-9_]*$/,
  kind: new RegExp(`^(${Object.keys(kSchemes).join('|')})$`),
  pages: /^(\.?[a-z0-9-]+(\.[a-z0-9-]+)+(\/([a-z0-9-]+\/)*)?( |$))+$/,
  link: new RegExp(`^(/${kValue})*(\\?\\w+=${kValue}(&\\w+=${kValue})*)?$`),
  note_field: /^([a-z]+:?[0-9]+|[a-z]+)$/,
};
const kOfPages = ['pages', 'link', 'note_field'];

function readSystems(file) {
  const refuse = (place, expected) => {
    throw new Error(`${path.basename(file)}: ${place}: expected ${expected}`);
  };
  const seen = new Set();
  return JSON.parse(fs.readFileSync(file, 'utf8')).map((given, i) => {
    const row = { kind: 'page', ...given };
    if (given.pages) row.pages = given.pages.join(' ');
    for (const [column, value] of Object.entries(row))
      if (!kColumns[column]?.test(value)) refuse(`/${i}/${column}`, kColumns[column] ?? 'no key');
    if (!row.id || seen.has(row.id)) refuse(`/${i}/id`, 'an id that no other system has');
    if (row.kind === 'page' ? !row.pages : kOfPages.some((column) => column in row))
      refuse(`/${i}`, 'pages of a page, and only of a page');
    seen.add(row.id);
    return row;
  });
}

function headerOf(rows) {
  const lines = rows.map(({ id, kind, pages = '', link = '', note_field = '' }) => {
    const name = `BookingSystem::Kind::k${kind[0].toUpperCase()}${kind.slice(1)}`;
    return `    {"${id}", ${name}, "${pages}", "${link}", "${note_field}"},\n`;
  });
  return `// Made by src/content/bake/booking_systems.mjs.
#pragma once
namespace advisor {
inline constexpr BookingSystem kBookingSystems[] = {
${lines.join('')}};
}  // namespace advisor
`;
}

// What an address in a system looks like; src/content/site_addresses.cpp reads it the same way.
function addressPattern({ kind, pages, link = '' }) {
  if (kind === 'letter') return '^mailto:[^?&{}@ ]+@[^?&{} ]+$';
  if (kind === 'template') return '^https://';
  if (kind !== 'page') return `^${kSchemes[kind]}:\\+[1-9][0-9]{6,14}$`;
  const hosts = pages.split(' ').map((page) => {
    const host = page.replace(/^\.|\/$/g, '').replaceAll('.', '\\.');
    const below = page.startsWith('.') ? '[a-z0-9.-]+\\.' : '';
    if (link.startsWith('/{service}'))
      return `${below}${host}${page.endsWith('/') ? '/[^/?#]+' : '(/[^/?#]+)?'}/?([?#]|$)`;
    return below + host + (page.endsWith('/') ? '/[^/?#]' : '([/?#]|$)');
  });
  return `^https://(${hosts.join('|')})`;
}

function schemaWith(rows, schema) {
  const each = rows.map((row) => {
    const number = row.note_field?.match(/^(.*?)[0-9]+$/);
    const note = { type: 'string', pattern: number ? `^${number[1]}[0-9]+$` : '^[A-Za-z0-9_-]+$' };
    const then = {
      url: { type: 'string', pattern: addressPattern(row) },
      note_field: row.note_field ? note : false,
    };
    const oneLine = JSON.stringify(then, null, 1).replace(/\n\s*/g, ' ');
    return `        {
          "if": { "properties": { "system": { "const": "${row.id}" } } },
          "then": { "properties": ${oneLine} }
        }`;
  });
  const ids = rows.map(({ id }) => `"${id}"`);
  return schema
    .replace(/("booking_system": \{ "enum": \[)[^\]]*/, (_, start) => start + ids.join(', '))
    .replace(
      /("booking_by_system": \{\s*"type": "object",\s*"allOf": \[)[\s\S]*?(\n {6}\])/,
      (_, start, end) => `${start}\n${each.join(',\n')}${end}`,
    );
}

const text = { type: 'string' };
const { values } = parseArgs({ options: { systems: text, header: text, schema: text } });
const rows = readSystems(values.systems);
const change = (file, make) => {
  const before = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  if (make(before) !== before) fs.writeFileSync(file, make(before));
};
if (values.header) change(values.header, () => headerOf(rows));
if (values.schema) change(values.schema, (schema) => schemaWith(rows, schema));
