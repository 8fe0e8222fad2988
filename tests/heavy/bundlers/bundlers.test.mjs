// The npm package under bundlers that npm test does not have, each with the commands of
// docs/embed.md; Vite is in tests/browser/package.test.mjs, Next and Astro have sites of their own.

import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { startBench } from '../../browser/harness.mjs';
import { Site } from '../site.mjs';

const document = readFileSync(new URL('../../../docs/embed.md', import.meta.url), 'utf8');
const commandsOf = (name) =>
  new RegExp(`With ${name}:\n\`\`\`sh\n(.*?)\`\`\``, 's').exec(document)[1];

let site;
before(() => {
  site = new Site('bundlers', { 'build/package': 'node_modules/recovery-advisor' });
});

for (const name of ['webpack', 'esbuild', 'Rollup'])
  test(`${name} bundles it as the document says, and the tool works under the strict policy`, async () => {
    const out = join(site.folder, 'public');
    rmSync(out, { recursive: true, force: true });
    site.shell(commandsOf(name));
    writeFileSync(
      join(out, 'index.html'),
      `<!doctype html><html lang="fr"><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,">
      <script type="module" src="main.js"></script><recovery-advisor><p>Texte</p></recovery-advisor></html>`,
    );
    const bench = await startBench(out, { element: 'index.html' });
    try {
      const page = await bench.open('');
      await page.getByRole('button', { name: 'Commencer' }).click();
      await page.waitForSelector('recovery-advisor[state=ready]');
      const advice = await page.evaluate(() =>
        document
          .querySelector('recovery-advisor')
          .advise({ version: 1, now: '2026-06-10T10:00', marks: [] }),
      );
      assert.equal(advice.version, 1);
      assert.deepEqual([page.errors, page.strays], [[], []]);
    } finally {
      await bench.close();
    }
  });
