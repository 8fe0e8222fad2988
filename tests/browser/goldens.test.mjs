// The figure drawn by WebGL 2 in Chromium, against the goldens that the native tests keep: the same
// pictures, the same tolerance.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { decodePng } from '../desktop/png.mjs';
import { benchOfFile } from './harness.mjs';
import { difference, kMeanAllowed, kShareAllowed } from './picture-difference.mjs';

const home = join(import.meta.dirname, '..', '..');
const built = join(home, 'build/web');
const golden = (name) => decodePng(readFileSync(join(home, 'tests/body/goldens', `${name}.png`)));
const files = {
  'figure_goldens.js': [join(built, 'figure_goldens.js'), 'text/javascript'],
  'figure_goldens.wasm': [join(built, 'figure_goldens.wasm'), 'application/wasm'],
  male: [join(home, 'build/web/atlas/atlas-male.bin')],
  female: [join(home, 'build/web/atlas/atlas-female.bin')],
};

let page;
benchOfFile(async (bench) => {
  page = await bench.open('blog.html');
  await page.route('**/goldens/*', (route) => {
    const [path, contentType = 'application/octet-stream'] =
      files[new URL(route.request().url()).pathname.split('/').pop()];
    return route.fulfill({ body: readFileSync(path), contentType });
  });
  await page.evaluate(async () => {
    const { default: create } = await import('/goldens/figure_goldens.js');
    globalThis.goldens = await create({
      canvas: document.body.appendChild(document.createElement('canvas')),
    });
  });
});

async function draw(figure, back, density, dark) {
  const pixels = await page.evaluate(
    async ({ figure, back, density, dark }) => {
      const module = globalThis.goldens;
      if (globalThis.figureShown !== figure) {
        const atlas = new Uint8Array(await (await fetch(`/goldens/${figure}`)).arrayBuffer());
        module.HEAPU8.set(atlas, module._golden_buffer(atlas.length));
        if (!module._golden_figure()) throw new Error('the figure cannot be drawn here');
        globalThis.figureShown = figure;
      }
      const at = module._golden_picture(back, density, dark);
      return btoa(
        [...module.HEAPU8.subarray(at, at + 150 * 300 * density * density * 4)]
          .map((byte) => String.fromCharCode(byte))
          .join(''),
      );
    },
    { figure, back, density, dark },
  );
  return {
    width: 150 * density,
    height: 300 * density,
    channels: 4,
    pixels: Buffer.from(pixels, 'base64'),
  };
}

for (const figure of ['male', 'female'])
  for (const view of ['front', 'back'])
    for (const theme of ['light', 'dark'])
      for (const density of [1, 2])
        test(`${figure}, ${view}, ${theme}, at density ${density} looks in Chromium as in its golden`, async () => {
          const drawn = await draw(
            figure,
            Number(view === 'back'),
            density,
            Number(theme === 'dark'),
          );
          const wanted = golden(`${figure}-${view}-${theme}-${density}x`);
          assert.deepEqual([wanted.width, wanted.height], [drawn.width, drawn.height]);
          const { mean, share } = difference(drawn, wanted);
          assert.ok(
            mean <= kMeanAllowed && share <= kShareAllowed,
            `mean ${mean}, seen on ${share}`,
          );
        });

test('the comparison tells one view, figure and theme from another', async () => {
  const drawn = await draw('male', 0, 1, 0);
  for (const other of ['male-back-light-1x', 'female-front-light-1x', 'male-front-dark-1x'])
    assert.ok(difference(drawn, golden(other)).share > 0.05, other);
});
