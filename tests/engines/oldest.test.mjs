// What the oldest browsers that are promised (docs/embed.md) do not have, and what therefore must
// not stand in dist/: Safari 16.4 (iOS 16.4), Chrome 111, Firefox 121. The list is of what is
// likely to slip in; what it costs to be without is tried in both engines (details.mjs).

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { transform } from 'esbuild';
import { kDist } from '../browser/harness.mjs';

const kNewer = {
  'light-dark()': /light-dark\(/,
  'CSS nesting': /\{[^{}]*&[ .:>]/,
  '@starting-style': /@starting-style/,
  '@scope': /@scope/,
  anchors: /position-anchor|anchor-name/,
  'field-sizing': /field-sizing/,
  'URL.canParse': /URL\.(canParse|parse)\b/,
  'Promise.withResolvers': /\.withResolvers\(/,
  'Object.groupBy': /\.groupBy\(/,
  'AbortSignal.any': /AbortSignal\.any/,
  checkVisibility: /\.checkVisibility\(/,
  requestIdleCallback: /requestIdleCallback\(/,
  scrollend: /["'`]scrollend/,
  startViewTransition: /startViewTransition\(/,
  'ClipboardItem.supports': /ClipboardItem\.supports/,
};

/** @returns {{ newer: string[] }} what a file holds that such a browser does not know */
const newerIn = (text) =>
  Object.entries(kNewer)
    .filter(([, sign]) => sign.test(text))
    .map(([name]) => name);

const kOldest = ['safari16.4', 'chrome111', 'firefox121'];
const dist = process.env.ADVISOR_DIST ?? kDist;
const files = readdirSync(dist, { recursive: true }).filter((name) => /\.(js|css)$/.test(name));

test('dist/ uses nothing that Safari 16.4, Chrome 111 or Firefox 121 do not have', async () => {
  assert.ok(files.length >= 5, `${files}`);
  for (const name of files) {
    const text = readFileSync(join(dist, name), 'utf8');
    assert.deepEqual(newerIn(text), [], name);
    const syntax = async (target) =>
      (await transform(text, { target, loader: name.split('.').at(-1) })).code;
    if (name.endsWith('.js'))
      assert.equal(await syntax(kOldest), await syntax('esnext'), `${name} has newer syntax`);
  }
});

test('what is newer is seen', () => {
  assert.deepEqual(newerIn('a{color:light-dark(#000,#fff)}'), ['light-dark()']);
  assert.deepEqual(newerIn('a{color:red;& b{color:blue}}'), ['CSS nesting']);
  assert.deepEqual(newerIn('if(URL.canParse(x))y()'), ['URL.canParse']);
});
