// web/element/poster{,-dark}.webp from what bake_poster drew; Chromium is the encoder. Run by hand
// when the figure has changed:
//
//   build/native/bake_poster build/native/atlas/atlas-male.bin FOLDER
//   node web/build/poster.mjs FOLDER

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const element = fileURLToPath(new URL('../element', import.meta.url));
const kMostBytes = 12 * 1024;
const kQualities = [0.9, 0.87, 0.85, 0.82, 0.8, 0.75, 0.7];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const [drawn, name] of [
  ['light', 'poster.webp'],
  ['dark', 'poster-dark.webp'],
]) {
  const picture = readFileSync(join(process.argv[2], `${drawn}.pam`));
  const start = picture.indexOf('ENDHDR\n') + 7;
  const [width, height] = ['WIDTH', 'HEIGHT'].map((field) =>
    Number(new RegExp(`${field} (\\d+)`).exec(picture.toString('latin1', 0, start))[1]),
  );
  for (const quality of kQualities) {
    const webp = Buffer.from(
      await page.evaluate(encode, [
        picture.subarray(start).toString('base64'),
        width,
        height,
        quality,
      ]),
      'base64',
    );
    if (webp.length > kMostBytes) continue;
    writeFileSync(join(element, name), webp);
    console.log(`${name}: ${width}x${height}, quality ${quality}, ${webp.length} bytes`);
    break;
  }
}
await browser.close();

async function encode([pixels, width, height, quality]) {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  canvas.getContext('2d').putImageData(
    new ImageData(
      Uint8ClampedArray.from(atob(pixels), (letter) => letter.charCodeAt(0)),
      width,
      height,
    ),
    0,
    0,
  );
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/webp', quality));
  return btoa(
    [...new Uint8Array(await blob.arrayBuffer())].map((byte) => String.fromCharCode(byte)).join(''),
  );
}
