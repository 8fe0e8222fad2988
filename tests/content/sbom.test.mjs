// The bill of materials: CycloneDX 1.5 by its main requirements, and what it names is what ships.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv/dist/2020.js';
import { licences } from '../../web/build/licences.mjs';
import { sbom } from '../../web/build/sbom.mjs';

const home = fileURLToPath(new URL('../..', import.meta.url));
const read = (name) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const bill = sbom(home);

// From bom-1.5.schema.json: what it requires of the parts that are used here, and no member
// besides.
const text = { type: 'string', minLength: 1 };
const licensed = {
  type: 'array',
  items: {
    type: 'object',
    required: ['license'],
    properties: {
      license: {
        type: 'object',
        required: ['id'],
        properties: { id: { enum: ['MIT', 'OFL-1.1'] } },
        additionalProperties: false,
      },
    },
    additionalProperties: false,
  },
};
const component = {
  type: 'object',
  required: ['type', 'name'],
  properties: {
    type: {
      enum: [
        'application',
        'framework',
        'library',
        'container',
        'platform',
        'operating-system',
        'device',
        'device-driver',
        'firmware',
        'file',
        'machine-learning-model',
        'data',
      ],
    },
    'bom-ref': text,
    name: text,
    version: text,
    description: text,
    licenses: licensed,
    purl: { type: 'string', pattern: '^pkg:(npm|github)/[^@]+@[^@]+$' },
    hashes: {
      type: 'array',
      items: {
        type: 'object',
        required: ['alg', 'content'],
        properties: {
          alg: { enum: ['SHA-256', 'SHA-512'] },
          content: { type: 'string', pattern: '^([a-f0-9]{64}|[a-f0-9]{128})$' },
        },
        additionalProperties: false,
      },
    },
    externalReferences: {
      type: 'array',
      items: {
        type: 'object',
        required: ['url', 'type'],
        properties: { url: text, type: { enum: ['vcs', 'website'] } },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
};
const schema = {
  type: 'object',
  required: ['bomFormat', 'specVersion', 'version'],
  properties: {
    $schema: { const: 'http://cyclonedx.org/schema/bom-1.5.schema.json' },
    bomFormat: { const: 'CycloneDX' },
    specVersion: { const: '1.5' },
    version: { type: 'integer', minimum: 1 },
    metadata: { type: 'object', properties: { component }, additionalProperties: false },
    components: { type: 'array', items: component, uniqueItems: true },
    dependencies: {
      type: 'array',
      items: {
        type: 'object',
        required: ['ref'],
        properties: { ref: text, dependsOn: { type: 'array', items: text, uniqueItems: true } },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
};

test('The bill of materials is CycloneDX 1.5, and every reference in it leads to a component', () => {
  const valid = new Ajv({ allErrors: true }).compile(schema);
  assert.ok(valid(bill), JSON.stringify(valid.errors));
  const refs = [bill.metadata.component, ...bill.components].map((one) => one['bom-ref']);
  assert.equal(new Set(refs).size, refs.length);
  for (const { ref, dependsOn } of bill.dependencies)
    for (const one of [ref, ...dependsOn]) assert.ok(refs.includes(one), one);
});

test('It is of this version, and names what ships with the versions that are pinned', () => {
  const { version } = JSON.parse(read('package.json'));
  assert.deepEqual(
    [bill.metadata.component.name, bill.metadata.component.version],
    ['recovery-advisor', version],
  );
  assert.deepEqual(
    bill.components.map(({ purl }) => purl),
    [
      'pkg:npm/%40fontsource/hanken-grotesk@5.3.0',
      'pkg:npm/react-native-body-highlighter@3.2.0',
      'pkg:github/ocornut/imgui@1.92.2b',
      'pkg:github/nlohmann/json@3.11.3',
      'pkg:github/emscripten-core/emsdk@3.1.69',
    ],
  );
});

test('Each work in it has its notice in LICENSES.txt, with a text of its licence', () => {
  const notices = licences(home).split(`\n${'-'.repeat(72)}\n\n`);
  assert.equal(notices.length, bill.components.length);
  bill.components.forEach(({ name, licenses: [{ license }] }, i) => {
    assert.ok(notices[i].includes(`${name} (${license.id})\n`), name);
    assert.match(notices[i], /[Cc]opyright/, name);
  });
});

test('Whatever dependencies.txt takes from upstream ships, but for what tests alone need', () => {
  const taken = [...read('dependencies.txt').matchAll(/^git +(\w+) +\S+ +(\S+)/gm)].map(
    ([, name, repository]) => [name, repository],
  );
  const shipped = bill.components.flatMap(({ externalReferences = [] }) =>
    externalReferences.map(({ url }) => url),
  );
  assert.deepEqual(
    taken.filter(([, repository]) => !shipped.includes(repository)).map(([name]) => name),
    ['catch2'],
  );
});

test('The version stands in package.json; whoever else states it reads it there, and npm keeps its own copy', () => {
  const { version, license } = JSON.parse(read('package.json'));
  const lock = JSON.parse(read('package-lock.json'));
  assert.deepEqual(
    [lock.version, lock.packages[''].version, lock.packages[''].license],
    [version, version, license],
  );
  assert.match(
    read('CMakeLists.txt'),
    /file\(READ package\.json _package\)[^]*project\(recovery_advisor VERSION "\$\{_version\}"/,
  );
  const template = JSON.parse(read('web/build/package.template.json'));
  assert.deepEqual([template.version, template.license], [undefined, license]);
  assert.equal(read('CHANGELOG.md').match(/^## (\d\S+)/m)[1], version);
});
