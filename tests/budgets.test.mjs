// What a visitor downloads, against tests/budgets.json. Growth fails, and so does a gain that is
// not written down: then put the new numbers in. Bytes are the same on every machine with the same
// toolchain; times are not, and are measured by npm run bench.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { wireBytes } from './bench/wire.mjs';

const budgets = JSON.parse(readFileSync(new URL('budgets.json', import.meta.url), 'utf8')).bytes;
const measured = wireBytes(new URL('../dist', import.meta.url).pathname);
const kGrowth = 1.005,
  kGain = 0.98;
const kHashes = 64; // bytes: the hashed names inside a file compress differently each time

for (const [name, { written, must }] of Object.entries(budgets)) {
  test(`${name}: ${measured[name]} bytes on the wire, ${written} written down${must ? `, ${must} the most that is allowed` : ''}`, () => {
    assert.ok(
      measured[name] <= written * kGrowth + kHashes,
      `grew by ${measured[name] - written} bytes: make it smaller, or write down why`,
    );
    assert.ok(
      measured[name] >= written * kGain - kHashes,
      `is ${written - measured[name]} bytes smaller: write the gain down in tests/budgets.json`,
    );
  });
}
