// web/site/social.jpg, what a social network shows beside a link to the demo pages. Run by hand
// when the poster or the business has changed:
//
//   node web/build/social.mjs

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const home = fileURLToPath(new URL('../..', import.meta.url));
const data = (type, path) =>
  `data:${type};base64,${readFileSync(join(home, path)).toString('base64')}`;
const font = (weight) =>
  `@font-face { font-family: Hanken; font-weight: ${weight}; src: url(${data('font/woff2', `build/fonts/hanken-${weight}.woff2`)}) }`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
await page.setContent(`<style>
  ${font(400)} ${font(600)}
  body { display: grid; grid-template-columns: 1fr 480px; align-items: center; width: 1200px; height: 630px; margin: 0; background: #f3f4f0; color: #17211d; font: 400 32px/44px Hanken; }
  div { padding-left: 96px; }
  i { display: block; width: 72px; height: 6px; margin-bottom: 40px; border-radius: 3px; background: #1d4a3b; }
  h1 { margin: 0 0 20px; font: 600 76px/84px Hanken; letter-spacing: -1px; }
  p { margin: 0; color: #4e5852; }
  img { height: 560px; justify-self: center; }
</style>
<div><i></i><h1>Maison Laurier</h1><p>Massage à domicile, Montréal</p><p>In-home massage</p></div><img src="${data('image/webp', 'web/element/poster.webp')}">`);
await page.evaluate(() => Promise.all([document.fonts.ready, document.images[0].decode()]));
await page.screenshot({ path: join(home, 'web/site/social.jpg'), type: 'jpeg', quality: 80 });
await browser.close();
