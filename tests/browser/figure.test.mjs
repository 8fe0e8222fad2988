// The figure in a real browser: what is seen is what a finger marks, the other figure, and the
// picture for paper.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { decodePng } from '../desktop/png.mjs';
import { run, temporary, written } from '../fixtures/native.mjs';
import { difference, kMeanAllowed, kShareAllowed } from './picture-difference.mjs';
import { module as vocabularyModule, readVocabulary } from '../../src/vocabulary/write.mjs';
import { firstWords } from '../../web/build/first-words.mjs';
import { benchOfFile, kAreasInFront, kDesk, kRegions } from './harness.mjs';

const home = join(import.meta.dirname, '..', '..');

const bench = benchOfFile();

const areaOf = (region) => region.replace(/_[lr]$/, '');
const kStill = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 1,
  reducedMotion: 'reduce',
};

async function wake(options) {
  const page = await bench.open('blog.html', options);
  const start = page.getByRole('button', { name: 'Commencer' });
  await (options.hasTouch ? start.tap() : start.click());
  await page.waitForSelector('recovery-advisor[state=ready]');
  await page
    .locator('recovery-advisor')
    .evaluate((element) => element.scrollIntoView({ block: 'start' }));
  return page;
}

const tell = (page, marks) =>
  page.evaluate((marks) => {
    document.querySelector('recovery-advisor').intake = {
      version: 1,
      now: '2026-06-10T10:00',
      marks,
    };
  }, marks);
const told = (page) =>
  page.evaluate(() =>
    document.querySelector('recovery-advisor').intake.marks.map((mark) => mark.region),
  );

// The screen once it stands still: the same twice.
async function seen(page) {
  for (let last; ;) {
    const picture = await page.screenshot();
    if (last?.equals(picture)) return decodePng(picture);
    last = picture;
  }
}

// Where it has become red: the place with most of it around, away from the numbers in the margins.
function glowing(before, now) {
  const warm = [];
  for (let y = 0; y < now.height; y++)
    for (let x = 70; x < now.width - 70; x++) {
      const redness = ({ pixels, channels, width }) => {
        const i = (y * width + x) * channels;
        return pixels[i] - (pixels[i + 1] + pixels[i + 2]) / 2;
      };
      if (redness(now) - redness(before) > 40) warm.push([x, y]);
    }
  let best = [0, 0, 0];
  for (const [x, y] of warm) {
    const around = warm.filter(([a, b]) => Math.abs(a - x) < 7 && Math.abs(b - y) < 7).length;
    if (around > best[2]) best = [x, y, around];
  }
  return best;
}

test(
  'each area is marked at the first try on a phone, left and right apart, where it glows',
  { timeout: 600000 },
  async () => {
    const page = await wake(kStill);
    let tried = 0;
    for (const back of [false, true]) {
      // Another mark keeps the screen as it is: far from the one that is looked at, and seen from
      // the same side.
      const others = back ? ['neck', 'calf_l'] : ['chest', 'shin_l'];
      const bare = {};
      for (const other of others) {
        await tell(page, [{ region: other, intensity: 10 }]);
        bare[other] = await seen(page);
      }
      for (const region of kRegions.filter(
        (region) => kAreasInFront.has(areaOf(region)) !== back,
      )) {
        const other =
          ['shoulder', 'thoracic', 'abdomen', 'hip_flexor'].includes(areaOf(region)) ||
          region === others[0]
            ? others[1]
            : others[0];
        await tell(page, [{ region, intensity: 10 }]);
        const [x, y, size] = glowing(bare[other], await seen(page));
        assert.ok(size > 10, `${region} glows on ${size} pixels`);
        await tell(page, [{ region: other, intensity: 10 }]);
        await seen(page);
        await page.touchscreen.tap(x, y);
        await page.waitForFunction(
          () => document.querySelector('recovery-advisor').intake.marks.length === 2,
        );
        assert.deepEqual(await told(page), [other, region], `tapped at ${x}, ${y}`);
        tried++;
      }
    }
    assert.equal(tried, kRegions.length);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  },
);

const node = (page, key) => page.locator(`recovery-advisor [data-key="${key}"]`);
async function choose(page, key) {
  await node(page, 'menu').evaluate((control) => control.click());
  const choice = node(page, key);
  await choice.waitFor({ state: 'attached' });
  await choice.evaluate((made) => (made.querySelector('input') ?? made).click());
  await node(page, 'sheet.close').evaluate((control) => control.click());
}
const figureRequests = (page) =>
  page.requests.filter((url) => /\/figure-[0-9a-f]+\.bin/.test(url)).length;

test('the other figure is fetched once, when it is chosen; marks stay, and going back and forth asks for nothing more', async () => {
  const page = await wake({ ...kDesk, reducedMotion: 'reduce' });
  await tell(page, [{ region: 'quad_l', intensity: 7 }]);
  const male = await seen(page);
  assert.equal(figureRequests(page), 0);
  await choose(page, 'figure.female');
  await page.waitForFunction(
    () =>
      !document
        .querySelector('recovery-advisor')
        .shadowRoot.querySelector('[data-key="figure.state"]'),
  );
  const female = await seen(page);
  assert.equal(figureRequests(page), 1);
  assert.deepEqual(await told(page), ['quad_l']);
  assert.notDeepEqual(female.pixels, male.pixels);
  await choose(page, 'figure.male');
  await page.waitForFunction(
    () =>
      !document
        .querySelector('recovery-advisor')
        .shadowRoot.querySelector('[data-key="figure.state"]'),
  );
  assert.deepEqual((await seen(page)).pixels, male.pixels);
  await choose(page, 'figure.female');
  await page.waitForFunction(
    () =>
      !document
        .querySelector('recovery-advisor')
        .shadowRoot.querySelector('[data-key="figure.state"]'),
  );
  assert.deepEqual((await seen(page)).pixels, female.pixels);
  assert.equal(figureRequests(page), 1);
  await page.context().close();
});

test('a figure that cannot be fetched leaves the one that is there, and says so', async () => {
  const page = await wake({ ...kDesk, reducedMotion: 'reduce' });
  await page.route('**/figure-*.bin', (route) => route.abort());
  await tell(page, [{ region: 'quad_l', intensity: 7 }]);
  await choose(page, 'figure.female');
  await page
    .getByText('Cette silhouette n’a pas pu être chargée. Vos marques sont gardées sur celle-ci.')
    .waitFor({ state: 'attached' });
  assert.deepEqual(await told(page), ['quad_l']);
  await page.unroute('**/figure-*.bin');
  await choose(page, 'figure.female');
  await page.waitForFunction(
    () =>
      !document
        .querySelector('recovery-advisor')
        .shadowRoot.querySelector('[data-key="figure.state"]'),
  );
  await page.context().close();
});

// The module by itself, without the element.
// What the build writes for the modules that are drawn with.
const built = {
  'built:files': "export const files = { later: '/sheet/later.wasm' };",
  'built:vocabulary': vocabularyModule(readVocabulary()),
  'built:mistakes': 'export const mistakes = [], words = {};',
};

async function drawSheet({ language, intake, female, tone }) {
  const {
    outputFiles: [script],
  } = await build({
    stdin: {
      contents:
        "export { Engine } from './web/widget/engine.js'; export { Later } from './web/widget/later.js'; export { takePicture } from './web/widget/picture.js';",
      resolveDir: home,
    },
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'error',
    external: ['module', 'fs', 'path', 'url', 'node:*'],
    plugins: [
      {
        name: 'module',
        setup: (at) => {
          at.onResolve({ filter: /^built:module$/ }, () => ({
            path: join(home, 'build/web/advisor.js'),
          }));
          at.onResolve({ filter: /^built:/ }, ({ path }) => ({ path, namespace: 'built' }));
          at.onLoad({ filter: /.*/, namespace: 'built' }, ({ path }) => ({
            contents: built[path],
            loader: 'ts',
          }));
        },
      },
    ],
  });
  const files = {
    '/sheet.js': [script.contents, 'text/javascript'],
    '/sheet.wasm': [readFileSync(join(home, 'build/web/advisor.wasm')), 'application/wasm'],
    '/later.wasm': [readFileSync(join(home, 'build/web/advisor.later.wasm')), 'application/wasm'],
    '/firstWords': [
      firstWords(
        ...['knowledge', `words.${language}`].map((name) =>
          JSON.parse(readFileSync(join(home, `content/${name}.json`))),
        ),
      ),
    ],
    '/knowledge': [readFileSync(join(home, 'content/knowledge.json'))],
    '/words': [readFileSync(join(home, `content/words.${language}.json`))],
    '/site': [readFileSync(join(home, 'content/site.json'))],
    '/atlas': [readFileSync(join(home, 'build/web/atlas/atlas-male.bin'))],
    '/female': [readFileSync(join(home, 'build/web/atlas/atlas-female.bin'))],
    '/fontRegular': [readFileSync(join(home, 'build/fonts/hanken-400.ttf'))],
    '/fontSemibold': [readFileSync(join(home, 'build/fonts/hanken-600.ttf'))],
  };
  const page = await bench.open('blog.html');
  await page.route('**/sheet/**', (route) => {
    const [body, contentType = 'application/octet-stream'] =
      files[new URL(route.request().url()).pathname.replace('/sheet', '')];
    return route.fulfill({ body: Buffer.from(body), contentType });
  });
  const png = await page.evaluate(
    async ({ intake, female, tone }) => {
      const { Engine, Later, takePicture } = await import('/sheet/sheet.js');
      const bytes = async (name) =>
        new Uint8Array(await (await fetch(`/sheet/${name}`)).arrayBuffer());
      const later = new Later((name) => name);
      const engine = await Engine.create(
        WebAssembly.compileStreaming(fetch('/sheet/sheet.wasm')),
        later,
      );
      document.body.append(engine.canvas);
      await later.load();
      for (const name of [
        'firstWords',
        'knowledge',
        'words',
        'site',
        'atlas',
        'fontRegular',
        'fontSemibold',
      ])
        engine.put(name, await bytes(name));
      engine.setNow(intake.now);
      engine.openFirst();
      engine.openFiles();
      engine.setIntake(intake);
      engine.start(390, 844, 1);
      engine.settings(2, 1);
      const draw = async () => {
        for (let bits = 1, i = 0; bits & 1 && i < 2000; i++) {
          bits = engine.frame(performance.now());
          if (bits & 32) engine.figure(await bytes('female'));
        }
      };
      await draw();
      engine.act('menu', 'press');
      await draw();
      if (female) engine.act('figure.female', 'press');
      engine.act(`tone.${tone}`, 'press');
      await draw();
      await draw();
      const blob = await takePicture(engine);
      return [
        blob.type,
        btoa(
          [...new Uint8Array(await blob.arrayBuffer())]
            .map((byte) => String.fromCharCode(byte))
            .join(''),
        ),
      ];
    },
    { intake, female, tone },
  );
  await page.context().close();
  assert.equal(png[0], 'image/png');
  return decodePng(Buffer.from(png[1], 'base64'));
}

for (const { language, female, tone, name } of [
  { language: 'fr', female: false, tone: 0, name: 'clay' },
  { language: 'en', female: true, tone: 3, name: 'umber' },
])
  test(
    `the picture for paper is the same from Chromium as from the desktop program: ${language}, ${name}`,
    { timeout: 300000 },
    async () => {
      const marks = ['quad_r', 'low_back_l', 'knee_front_l', 'calf_r', 'foot_l', 'neck'].map(
        (region, i) => ({ region, intensity: 10 - i }),
      );
      const intake = { version: 1, now: '2026-06-10T10:00', marks };
      const drawn = await drawSheet({ language, intake, female, tone });
      const file = temporary(`sheet-${language}.png`);
      const done = run(
        'recovery-advisor',
        [
          '--size',
          '390x844',
          '--lang',
          language,
          '--figure',
          female ? 'female' : 'male',
          '--tone',
          name,
          '--intake',
          written('sheet.json', intake),
          '--picture',
          file,
        ],
        { display: true },
      );
      assert.equal(done.code, 0, done.problem);
      const wanted = decodePng(readFileSync(file));
      assert.deepEqual([drawn.width, drawn.height], [wanted.width, wanted.height]);
      const { mean, share } = difference(drawn, wanted);
      assert.ok(mean <= kMeanAllowed && share <= kShareAllowed, `mean ${mean}, seen on ${share}`);
      // The other figure is none of it.
      const stranger = temporary(`stranger-${language}.png`);
      run(
        'recovery-advisor',
        [
          '--size',
          '390x844',
          '--lang',
          language,
          '--figure',
          female ? 'male' : 'female',
          '--tone',
          name,
          '--intake',
          written('sheet.json', intake),
          '--picture',
          stranger,
        ],
        { display: true },
      );
      assert.ok(difference(drawn, decodePng(readFileSync(stranger))).share > 0.02);
    },
  );
