// The schema of site.json agrees with the program on the examples, on the demo and on what both
// must refuse.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import test from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { run, written } from '../fixtures/native.mjs';

const content = new URL('../../content/', import.meta.url);
const read = (name) => JSON.parse(fs.readFileSync(new URL(name, content), 'utf8'));
const valid = new Ajv({ allErrors: true }).compile(read('site.schema.json'));
const intake = written('intake.json', {
  version: 1,
  now: '2026-06-10T10:00',
  marks: [],
  screened: true,
  answers: {},
});
const advised = (site) => run('advise', ['--site', written('site.json', site), intake]);
const accepted = (site) => advised(site).code === 0;

const systems = read('booking_systems.json').map(({ id }) => id);

test('There is an example for each booking system, and each is good to the schema and to the program', () => {
  assert.deepEqual(
    fs.readdirSync(new URL('sites/', content)).sort(),
    systems.map((name) => `${name}.json`).sort(),
  );
  for (const name of ['site.json', ...systems.map((system) => `sites/${system}.json`)]) {
    assert.ok(valid(read(name)), `${name}: ${JSON.stringify(valid.errors)}`);
    assert.ok(accepted(read(name)), name);
  }
  for (const system of systems) assert.equal(read(`sites/${system}.json`).booking.system, system);
});

test('The schema is what booking_systems.json makes of it', () => {
  const schema = fs.readFileSync(new URL('site.schema.json', content), 'utf8');
  const copy = written('site.schema.json', schema);
  const script = 'src/content/bake/booking_systems.mjs';
  const renew = [script, '--systems', 'content/booking_systems.json', '--schema'];
  execFileSync('node', [...renew, copy], { cwd: new URL('..', content) });
  const told = `node ${renew.join(' ')} content/site.schema.json renews it`;
  assert.equal(fs.readFileSync(copy, 'utf8'), schema, told);
});

test('What the program refuses the schema refuses, so an editor sees it while typing', () => {
  const wrong = {
    'an unknown key': (site) => {
      site.colour = '#123456';
    },
    'an address at another host': (site) => {
      site.booking.url = 'https://calendly.com.evil.example/x';
    },
    'an address that is not https': (site) => {
      site.booking.url = 'http://calendly.com/x';
    },
    'an unknown system': (site) => {
      site.booking.system = 'fax';
    },
    'an address without the account': (site) => {
      site.booking.url = 'https://calendly.com/';
    },
    'a note field with more in it': (site) => {
      site.booking.note_field = 'a1&name=x';
    },
    'a note field of another system': (site) => {
      site.booking.note_field = 'field:1';
    },
    'a colour by name': (site) => {
      site.colours = { action: 'green' };
    },
    'a language that is not spoken here': (site) => {
      site.languages = ['de'];
    },
    'another currency': (site) => {
      site.currency = 'USD';
    },
    'a word of the façade': (site) => {
      site.words = { fr: { 'facade.title': 'x' } };
    },
    'an empty word': (site) => {
      site.words = { fr: { 'advice.ask': '' } };
    },
    'an id for an unknown system': (site) => {
      site.services[0].ids = { fax: '1' };
    },
    'a service without a name': (site) => {
      delete site.services[0].name;
    },
    'a link that is not https': (site) => {
      site.links = [{ name: { fr: 'a', en: 'b' }, url: 'javascript:alert(1)' }];
    },
    'a phone number with spaces': (site) => {
      site.phone = '514 555-0142';
    },
  };
  for (const [what, change] of Object.entries(wrong)) {
    const site = read('sites/calendly.json');
    change(site);
    assert.ok(!valid(site), `schema: ${what}`);
    assert.ok(!accepted(site), `program: ${what}`);
  }
});

test('A mistake is one line with file, place, expected and found', () => {
  const site = read('sites/calendly.json');
  site.words = { fr: { 'book.at_hom': 'Au studio.' } };
  const done = advised(site);
  assert.equal(done.code, 2);
  assert.equal(
    done.problem,
    'advise: site.json: /words/fr/book.at_hom: expected a key of "ui" in words.fr.json, found "book.at_hom"\n',
  );
});
