// The vocabulary stands once: what the build writes of it says what it says, and the schemas that
// an editor of content/ uses name the same ids.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import {
  header,
  idsOf,
  module,
  publicTypes,
  readVocabulary,
  types,
} from '../../src/vocabulary/write.mjs';

const vocabulary = readVocabulary();
const { advice, app, abi } = vocabulary;
const read = (name) => fs.readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

// Every list of ids in a schema, by the last names on its way.
function enumsOf(schema) {
  const found = {};
  const walk = (value, place) => {
    if (Array.isArray(value.enum)) found[place.slice(-2).join('/')] = value.enum;
    for (const [name, inner] of Object.entries(value))
      if (inner && typeof inner === 'object') {
        const isName = !['properties', 'items', 'anyOf', 'oneOf', '$defs'].includes(name);
        walk(inner, isName ? [...place, name] : place);
      }
  };
  walk(schema, []);
  return found;
}

test('the schemas of content/ name the ids of the vocabulary, and no others', () => {
  const sets = Object.values(advice).map(idsOf);
  const known = new Set(sets.flat());
  const own = ['inferred', 'always', 'never', 'front', 'back']; // of the schemas alone
  let compared = 0;
  for (const name of ['knowledge', 'words'])
    for (const [place, ids] of Object.entries(
      enumsOf(JSON.parse(read(`content/${name}.schema.json`))),
    )) {
      const set = sets.find((one) => ids.every((id) => one.includes(id)));
      if (!set) {
        assert.ok(ids.every((id) => !known.has(id) || own.includes(id) || id === 'article' || id === 'by_area'), `${name} ${place}`); // prettier-ignore
        continue;
      }
      ++compared;
      // A part of a set is a part in its order, and without a hole.
      assert.ok(set.join().includes(ids.join()), `${name} ${place}: ${ids}`);
    }
  assert.ok(compared >= 12, `${compared} lists were compared`);
});

test('a set becomes an enum with its ids beside it, and a type of the page', () => {
  const planted = { app: { Fruit: { what: 'What is eaten.', ids: ['red_apple', 'pear'] } } };
  assert.equal(
    header(planted, 'app'),
    `// Written by the build from src/vocabulary/vocabulary.json.
#pragma once

#include "vocabulary/names.h"

namespace advisor {
namespace app {

// What is eaten.
enum class Fruit : std::uint8_t {
  kRedApple,
  kPear,
};

}  // namespace app

template <>
struct Names<app::Fruit> {
  static constexpr std::array<std::string_view, 2> kAll{
      "red_apple",
      "pear"};
};

}  // namespace advisor
`,
  );
  assert.equal(types(planted), "export type Fruit = 'red_apple' | 'pear';\n");
  assert.equal(module(planted), '');
});

test('the numbers that the page needs are those of the header', () => {
  const planted = {
    abi: {
      Cup: { what: 'What is drunk.', page: 'cup', ids: ['tea', 'hot_milk'] },
      CupBit: { what: 'With what.', page: 'cupBit', bits: { milk: 'with milk', sugar: 'sweet' } },
    },
  };
  assert.equal(
    module(planted),
    'export const cup = { tea: 0, hotMilk: 1 };\nexport enum cupBit { milk = 1, sugar = 2 }\n',
  );
  assert.match(header(planted, 'abi'), /kMilk = 1, {2}\/\/ with milk\n {4}kSugar = 2, /);
  assert.ok(module(vocabulary).includes('export enum frameBit { again = 1, semantics = 2, '));
  assert.deepEqual(idsOf(abi.Verb), ['press', 'set', 'focus', 'blur', 'key']);
});

test('an action that names what is in no set is refused by the writer', () => {
  const rows = { fly: { what: 'flies', subject: 'bird' } };
  const planted = { ...vocabulary, app: { ...app, ActionKind: { what: 'Acts.', rows } } };
  assert.throws(() => header(planted, 'app'), { message: 'bird is not in Subject' });
});

test('the public types stand alone', () => {
  const declared = read('web/element/recovery-advisor.d.ts');
  const published = publicTypes(declared, vocabulary);
  assert.doesNotMatch(published, /built:/);
  assert.match(published, /^export type Pressure = 'none' \| 'light' \| 'moderate' \| 'deep';$/m);
});
