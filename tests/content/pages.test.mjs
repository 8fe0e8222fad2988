// The demo pages' own words, read where no script runs: an emergency goes to 911 before anything
// goes to 811.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';

const page = (name) =>
  fs.readFileSync(new URL(`../../web/site/pages/${name}`, import.meta.url), 'utf8');
// Sentences as a visitor reads them, in order.
const paragraphs = (html) =>
  [...html.matchAll(/<p[^>]*>(.*?)<\/p>/gs)].map(([, text]) =>
    text.replace(/<[^>]+>/g, '').replace(/&nbsp;/g, '\u00a0'),
  );

for (const name of ['tool.fr.html', 'tool.en.html', 'blog.fr.html', 'blog.en.html'])
  test(`${name}: 911 stands before 811, and a chest pain is sent to 911 alone`, () => {
    const html = page(name);
    assert.ok(
      html.indexOf('tel:911') > 0 && html.indexOf('tel:911') < html.indexOf('tel:811'),
      'tel:911 before tel:811',
    );
    const chest = paragraphs(html).filter((text) => /poitrine|chest/i.test(text));
    assert.equal(chest.length, 1);
    assert.match(chest[0], /911/);
    assert.doesNotMatch(chest[0], /811/);
  });

test('The article does not say that gradual training is better shown to spare runners an injury', () => {
  for (const [name, claim] of [
    ['blog.fr.html', /progression graduelle/],
    ['blog.en.html', /gradual training/i],
  ])
    assert.doesNotMatch(page(name), claim, name);
});
