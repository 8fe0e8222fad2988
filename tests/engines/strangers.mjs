// The core of tests/strangers in an engine that is not Chromium: one short test of each kind.
/* global heard, recorded, setClock */ // of the page

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  bookByDialog,
  comeBack,
  faultsIn,
  isTheirDialogSeen,
  kRrweb,
  makeAnewLater,
  plant,
  plantAlways,
  putAnewBeside,
  record,
  report,
  thePage,
  withoutFullscreen,
} from '../strangers/deeds.mjs';
import { unlessAll } from '../few.mjs';
import { bundleReact, kVue, mountVue } from '../strangers/frameworks.mjs';
import { findInherited, kPages, kUgly, readStyles } from '../strangers/inherited.mjs';
import { kBooking } from './bench.mjs';

const kAdvised = {
  version: 1,
  now: '2026-06-10T10:00',
  marks: [{ region: 'calf_l', intensity: 4 }],
  screened: true,
};
const kSite = readFileSync(new URL('../../content/site.json', import.meta.url), 'utf8');
// Frameworks do the same in every engine.
/** A page of one's own, on which the element is known. */
const siteWith = (body) => `<!doctype html><html lang="fr"><head><title>Site</title>
  <link rel="icon" href="data:,"><script type="module" src="/recovery-advisor.js"></script></head>
  <body>${body}</body></html>`;
const plain = (text) => text.replaceAll('\u00a0', ' ');

/** @typedef {ReturnType<typeof import('./bench.mjs').startEngine>} Bench */

/** @param {Bench} bench */
export function testStrangers(bench) {
  testWriters(bench);
  testDates(bench);
  testRouters(bench);
  testFrameworks(bench);
  testRecorders(bench);
  testTime(bench);
  testStyles(bench);
  testSizes(bench);
  testFiles(bench);
  testThePage(bench);
  testFrames(bench);
}

/** What each test does with a page. @param {Bench} bench */
function onPage({ visit }) {
  /** As assistive technology does, and until all is at rest. */
  const use = async (...keys) => {
    for (const key of keys) {
      await visit.until(key, Boolean);
      await visit.reader.use(key);
    }
  };
  const tellAdvised = async () => {
    await visit.tell(kAdvised);
    await visit.until('book', Boolean);
    await visit.reader.rest();
  };
  const says = (sentence) => visit.until('toast', (node) => node && plain(node.text) === sentence);
  return { use, tellAdvised, says };
}

/** @param {Bench} bench */
function testWriters(bench) {
  const { it, visit } = bench;
  const { use } = onPage(bench);
  const deeds = `() => Object.assign(globalThis, { plant: ${plant}, plantAlways: ${plantAlways} })`;

  it('others write first, last and always into what is ours, and the whole way is there', async () => {
    await visit.open('blog.html', { withoutPolicy: true, before: deeds });
    await visit.evaluate(() => {
      globalThis.plant('section, .facade, .say, picture');
      globalThis.plantAlways();
      document.querySelector('recovery-advisor').open();
    });
    await visit.isReady();
    await use('region.calf_l', 'menu', 'sheet.close', 'continue', 'continue');
    await visit.seeAll((key) => use(key));
    await use('continue');
    assert.equal((await visit.until('book', Boolean)).href, kBooking);
    const strangers = await visit.evaluate(
      () =>
        document
          .querySelector('recovery-advisor')
          .shadowRoot.querySelectorAll('.tree stranger-mark').length,
    );
    assert.ok(strangers > 20, `${strangers}`);
    await visit.noErrors();
  });
}

/** @param {Bench} bench */
function testDates(bench) {
  const { it, visit } = bench;
  const { use } = onPage(bench);
  /** The days that a field's picker reports while it has the focus. */
  const pick = (key, ...days) =>
    visit.evaluate(
      (key, days) => {
        const { shadowRoot } = document.querySelector('recovery-advisor');
        globalThis.field = shadowRoot.querySelector(`[data-key="${key}"] input`);
        globalThis.field.focus();
        for (const day of days) globalThis.report(globalThis.field, day);
      },
      key,
      days,
    );
  const field = () =>
    visit.evaluate(() => {
      const { field } = globalThis;
      return {
        hasFocus: field.getRootNode().activeElement === field,
        value: field.value,
        invalid: field.getAttribute('aria-invalid'),
        said: field.getAttribute('aria-description')?.replaceAll('\u00a0', ' '),
      };
    });
  const leave = () => visit.evaluate(() => globalThis.field.blur());

  it('a date field that says today first keeps its race, and a day that cannot be is refused in words', async () => {
    await visit.openTool('blog.html', { before: `() => { globalThis.report = ${report}; }` });
    await use('region.calf_l', 'continue');
    await pick('race.other', '2026-06-10');
    await visit.reader.rest();
    await pick('race.other', '2026-07-19');
    await visit.reader.rest();
    assert.deepEqual(await field(), {
      hasFocus: true,
      value: '2026-07-19',
      invalid: null,
      said: 'dimanche 19 juillet',
    });
    assert.deepEqual(
      (await visit.told()).races.map(({ date }) => date),
      ['2026-07-19'],
    );
    await leave();
    await visit.until('race.0.date', Boolean);
    await pick('race.add', '2025-07-15');
    await visit.reader.rest();
    const { invalid, said } = await field();
    assert.equal(invalid, 'true');
    assert.equal(
      said,
      'Ce jour n’est pas retenu : choisissez-en un du 11 mai 2026 au 9 juin 2028.',
    );
    await leave();
    await visit.reader.rest();
    assert.equal((await field()).value, '');
    assert.equal((await visit.told()).races.length, 1);
    await visit.noErrors();
  });
}

/** @param {Bench} bench */
function testRouters(bench) {
  const { it, visit } = bench;
  const { tellAdvised } = onPage(bench);

  it('a router puts a new one in the place of the tool, at once and later: it goes on with what was told', async () => {
    await visit.openTool();
    await tellAdvised();
    const told = await visit.told();
    const entries = await visit.evaluate(() => history.length);
    for (const render of [putAnewBeside, makeAnewLater]) {
      await visit.evaluate(render);
      await visit.isReady();
      await visit.until('calendar', Boolean);
      assert.deepEqual(await visit.told(), told);
      assert.equal(await visit.evaluate(() => history.length), entries);
    }
    await visit.noErrors();
  });
}

/** @param {Bench} bench */
function testFrameworks(bench) {
  const { it, visit } = bench;
  const { use } = onPage(bench);
  const page = (script) =>
    siteWith(
      `<div id="root"></div><script src="/framework.js"></script><script>${script}</script>`,
    );
  const open = async (framework, script) => {
    const files = { '/site.html': page(script), '/framework.js': framework };
    await visit.openTool('site.html', { files });
    await use('region.calf_l');
  };
  const goesOn = async () => {
    await visit.isReady();
    await visit.isMarked('region.calf_l');
    assert.deepEqual(
      (await visit.errors()).filter((line) => !/development/.test(line)),
      [],
    );
  };

  it(
    'React 19 in StrictMode: rendered again, the tool stays; made anew, it goes on',
    { skip: unlessAll(false) },
    async () => {
      await open(await bundleReact(), 'begin(document.querySelector("#root"))');
      await visit.evaluate(() => globalThis.renderAgain());
      await visit.waitForFunction(() => globalThis.rendered === 1);
      assert.equal(await visit.state(), 'ready');
      await visit.evaluate(() => globalThis.makeAnew());
      await visit.waitForFunction(() => globalThis.rendered === 101);
      await goesOn();
    },
  );

  it(
    'Vue 3: patched, the tool stays; kept away and shown again, it goes on',
    { skip: unlessAll(false) },
    async () => {
      await open(kVue, `(${mountVue})()`);
      const set = (name, value) =>
        visit.evaluate(
          (name, value) => ((globalThis.state[name] = value), globalThis.nextTick()),
          name,
          value,
        );
      await set('title', 'Fairmount');
      assert.equal(await visit.state(), 'ready');
      await set('shown', false);
      assert.equal(await visit.evaluate(() => document.querySelector('recovery-advisor')), null);
      await set('shown', true);
      await goesOn();
    },
  );
}

/** @param {Bench} bench */
function testRecorders(bench) {
  const { it, visit } = bench;
  const { use } = onPage(bench);

  it('rrweb, recording with its defaults, has nothing of what was told', async () => {
    const files = { '/rrweb.js': `${kRrweb};(${record})();` };
    await visit.open('blog.html', { files });
    await visit.evaluate(
      () =>
        new Promise((onload, onerror) =>
          document.head.append(
            Object.assign(document.createElement('script'), { src: '/rrweb.js', onload, onerror }),
          ),
        ),
    );
    await visit.evaluate(() => document.querySelector('recovery-advisor').open());
    await visit.isReady();
    await use('region.calf_l', 'continue', 'quality.sharp', 'continue');
    const pregnancy = (await visit.reader.keys('flag.')).find((key) => /pregnan/.test(key));
    await use(pregnancy);
    await visit.evaluate(() => document.body.append('a word of the page itself'));
    await visit.waitForFunction(() =>
      JSON.stringify(recorded).includes('a word of the page itself'),
    );
    const all = await visit.evaluate(() => JSON.stringify(recorded));
    for (const told of ['calf_l', 'Haut du mollet', 'sharp', 'pregnan', 'nceinte', '"data-key"'])
      assert.ok(!all.includes(told), told);
  });
}

/** @param {Bench} bench */
function testTime(bench) {
  const { it, visit } = bench;
  const { says } = onPage(bench);

  it('time passes: a day that was shown is said to have passed, and a safety check is asked again', async () => {
    await visit.openTool('blog.html', { before: () => setClock(Date.parse('2026-06-11T01:00Z')) });
    await visit.tell({ ...kAdvised, now: '2026-06-10T21:00' });
    assert.match(plain((await visit.until('book', Boolean)).text), /10 juin/);
    await visit.evaluate(comeBack, '2026-06-11T05:00:00Z');
    await visit.until('book', ({ text }) => /11 juin/.test(text));
    await says('Le jour montré est passé : en voici un autre.');
    await visit.evaluate(comeBack, '2026-06-11T14:00:00Z'); // thirteen hours after the check
    await visit.isGone('book');
    await visit.until('book.check', Boolean);
    assert.ok(!(await visit.told()).screened);
    await visit.noErrors();
  });
}

/** @param {Bench} bench */
function testStyles(bench) {
  const { it, visit } = bench;
  const { use, tellAdvised } = onPage(bench);

  it('every property that is handed down, at its ugliest, changes no style of ours', async (t) => {
    await visit.open('site.html', {
      withoutPolicy: true,
      files: {
        '/site.html': siteWith(`<main><div><recovery-advisor></recovery-advisor></div></main>`),
      },
      before: `() => { globalThis.readStyles = ${readStyles}; }`,
    });
    const found = await visit.evaluate(findInherited, kUgly);
    for (const known of ['color', 'text-shadow', 'letter-spacing', 'text-transform', 'direction'])
      assert.ok(known in found, known);
    for (const name of kPages) delete found[name];
    t.diagnostic(`${Object.keys(found).length} properties are handed down`);
    const rules = Object.entries(found).map(([name, value]) => `${name}: ${value} !important;`);
    await visit.evaluate((rules) => {
      document.head.insertAdjacentHTML('beforeend', `<style>main, main * { ${rules} }</style>`);
      globalThis.ugly = document.head.lastChild;
      // Of a style that takes its time to change, nothing would be seen yet.
      const still = new CSSStyleSheet();
      still.replaceSync('* { transition: none !important; animation: none !important }');
      const { shadowRoot } = document.querySelector('recovery-advisor');
      shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, still];
    }, rules.join(' '));
    const look = async (name) => {
      const [ugly, plain, around] = await visit.evaluate((names) => {
        const read = () => globalThis.readStyles(names);
        const ugly = read();
        const around = getComputedStyle(document.querySelector('main')).color;
        globalThis.ugly.disabled = true;
        const plain = read();
        globalThis.ugly.disabled = false;
        return [ugly, plain, around];
      }, Object.keys(found));
      assert.equal(around, 'rgb(255, 0, 0)');
      assert.ok(plain.length > 5, name);
      assert.deepEqual(ugly, plain, name);
    };
    await look('the façade');
    await visit.evaluate(() => document.querySelector('recovery-advisor').open());
    await visit.isReady();
    await use('menu');
    await look('the stage, a sheet');
    await use('list_view');
    await look('the page');
    await tellAdvised();
    await look('the page, an advice');
    await visit.noErrors();
  });
}

/** @param {Bench} bench */
function testSizes(bench) {
  const { it, visit } = bench;

  it('a root of 32 px: the façade’s text is twice as large, nothing is cut off, and so is the canvas’s', async () => {
    await visit.open('blog.html');
    const root = (size) =>
      visit.evaluate((size) => (document.documentElement.style.fontSize = size), size);
    const textSize = () =>
      visit.evaluate(() => {
        const { shadowRoot } = document.querySelector('recovery-advisor');
        return getComputedStyle(shadowRoot.querySelector('.say > p + h2 + p')).fontSize;
      });
    assert.equal(await textSize(), '15px');
    await root('32px');
    assert.equal(await textSize(), '30px');
    assert.deepEqual(await visit.evaluate(faultsIn, '.facade'), []);
    await root('');
    await visit.evaluate(() => document.querySelector('recovery-advisor').open());
    await visit.isReady();
    await visit.stands();
    const { height } = await visit.node('screen.title');
    await root('24px');
    await visit.until('screen.title', (title) => Math.abs(title.height / height - 1.5) < 0.1);
    await visit.noErrors();
  });
}

/** @param {Bench} bench */
function testFiles(bench) {
  const { it, visit } = bench;

  it('a comma too many in site.json: one line says the file, the place and what to do', async () => {
    await visit.open('blog.html', {
      files: { '/shop/business.json': kSite.trimEnd().replace(/\}$/, ',\n}') },
    });
    await visit.evaluate(() => {
      globalThis.heard = [];
      for (const name of ['advisor-ready', 'advisor-error'])
        document.addEventListener(name, ({ detail }) => heard.push(detail.message));
      const element = document.querySelector('recovery-advisor');
      element.setAttribute('site', '/shop/business.json');
      element.open();
    });
    await visit.waitForFunction(() => heard.length > 0);
    const lines = await visit.evaluate(() => heard);
    assert.equal(lines.length, 1);
    assert.match(
      lines[0],
      /^business\.json\u00a0: Il y a une virgule de trop avant le } de la ligne\u00a0\d+\. .*$/,
    );
    assert.deepEqual(await visit.errors(), lines);
  });
}

/** @param {Bench} bench */
function testThePage(bench) {
  const { it, visit } = bench;
  const { use, tellAdvised } = onPage(bench);
  const isOver = (wanted) =>
    visit.waitForFunction(
      (wanted) =>
        document
          .querySelector('recovery-advisor')
          .shadowRoot.querySelector('section')
          .matches(':popover-open') === wanted,
      wanted,
    );

  it('the page is as it was after a visit, and its own dialog is seen above the tool', async () => {
    await visit.open('blog.html', { withoutPolicy: true, before: withoutFullscreen });
    await visit.evaluate(() => {
      document.documentElement.setAttribute('style', 'overflow-x: clip; --theirs: 1');
      document.body.setAttribute('style', '');
    });
    const before = await visit.evaluate(thePage);
    await visit.evaluate(() => document.querySelector('recovery-advisor').open());
    await visit.isReady();
    await tellAdvised();
    await use('menu', 'full_screen');
    await isOver(true);
    await visit.evaluate(() =>
      document.querySelector('recovery-advisor').shadowRoot.querySelector('button.close').click(),
    );
    await isOver(false);
    assert.deepEqual(await visit.evaluate(thePage), before);
    await use('menu', 'full_screen');
    await isOver(true);
    await visit.evaluate(bookByDialog);
    await use('book');
    await visit.waitForFunction(isTheirDialogSeen);
    await visit.noErrors();
  });
}

/** @param {Bench} bench */
function testFrames(bench) {
  const { it, visit } = bench;
  const page = (origin) =>
    siteWith(
      `<iframe id="first" title="Advisor" width="600" data-recovery-advisor></iframe>
      <script type="module" src="${origin}/embed-parent.js"></script>
      <script type="module" src="${origin}/embed-parent.js?v=2"></script>`,
    );

  const isHigh = (id) =>
    visit.waitForFunction((id) => parseFloat(document.getElementById(id).style.height) > 300, id);

  it('an iframe that gets its address later, or comes later, is wired once', async () => {
    // The same server under another name is another origin.
    const origin = visit.address.replace('127.0.0.1', 'localhost');
    await visit.open('site.html', { files: { '/site.html': page(origin) } });
    const entries = await visit.evaluate((src) => {
      globalThis.heard = [];
      for (const name of ['ready', 'error'])
        addEventListener(`advisor-${name}`, ({ type, target }) => heard.push([type, target.id]));
      document.querySelector('iframe').src = `${src}?load=eager`;
      return history.length;
    }, `${origin}/embed.html`);
    await isHigh('first');
    await visit.waitForFunction(() => heard.length > 0);
    assert.deepEqual(await visit.evaluate(() => heard), [['advisor-ready', 'first']]);
    await visit.evaluate((src) => {
      const first = document.querySelector('iframe');
      first.replaceWith(Object.assign(first.cloneNode(), { id: 'second', src, style: '' }));
    }, `${origin}/embed.html`);
    await isHigh('second');
    assert.equal(await visit.evaluate(() => history.length), entries);
    await visit.noErrors();
  });
}
