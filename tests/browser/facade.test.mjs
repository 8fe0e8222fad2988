// What stands on the page before anybody asks for the tool.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fakeBenchOfFile, kDesk, kPhone } from './harness.mjs';

const bench = fakeBenchOfFile();

const inPage = {
  shifts: () =>
    new Promise((resolve) => {
      let sum = 0;
      const observer = new PerformanceObserver((list) =>
        list.getEntries().forEach((entry) => (sum += entry.value)),
      );
      observer.observe({ type: 'layout-shift', buffered: true });
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          observer.takeRecords().forEach((entry) => (sum += entry.value));
          resolve(sum);
        }),
      );
    }),
};

for (const [name, options] of [
  ['a phone', kPhone],
  ['a desk', kDesk],
]) {
  for (const path of ['blog.html', 'blog.en.html', 'index.html', 'index.en.html']) {
    test(`${path} on ${name} asks for nothing but itself and moves nothing`, async () => {
      const page = await bench.open(path, options);
      await page.evaluate(() => document.fonts.ready);
      assert.equal(await page.evaluate(inPage.shifts), 0);
      const beyond = page.requests.filter(
        (url) =>
          !/\/(recovery-advisor\.js|poster\.webp|assets\/(site|hanken)[^/]*)$/.test(url) &&
          !url.endsWith(path),
      );
      assert.deepEqual(beyond, []);
      assert.deepEqual([page.errors, page.strays], [[], []]);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
      await page.context().close();
    });
  }
}

test('the façade speaks the language of the page, and another one when the attribute says so', async () => {
  const page = await bench.open('blog.en.html');
  await page.getByRole('heading', { name: 'Where does it hurt?' }).waitFor();
  await page.evaluate(() => (document.querySelector('recovery-advisor').lang = 'fr'));
  await page.getByRole('heading', { name: 'Où avez-vous mal?' }).waitFor();
  await page.getByRole('button', { name: 'Commencer' }).waitFor();
  await page.context().close();
});

test('pointing at it fetches the tool ahead of the tap, once', async () => {
  const page = await bench.open('blog.html');
  const wasm = page.waitForRequest(/\.wasm$/);
  await page.getByRole('button', { name: 'Commencer' }).hover();
  await wasm;
  assert.equal(await page.evaluate(() => document.querySelector('recovery-advisor').state), 'idle');
  await page.getByRole('button', { name: 'Commencer' }).click();
  await page.waitForSelector('recovery-advisor[state=ready]');
  for (const kind of [/widget-.*\.js$/, /advisor-.*\.wasm$/, /pack-.*\.bin$/])
    assert.equal(page.requests.filter((url) => kind.test(url)).length, 1, String(kind));
  await page.context().close();
});

test('load="visible" loads when it comes near the view, load="eager" at once', async () => {
  const page = await bench.open('blog.html');
  await page.evaluate(() => {
    const far = document.createElement('recovery-advisor');
    far.setAttribute('load', 'visible');
    far.id = 'far';
    document.body.append(far);
  });
  assert.equal(await page.locator('#far').getAttribute('state'), 'idle');
  await page.locator('#far').scrollIntoViewIfNeeded();
  await page.waitForSelector('#far[state=ready]');
  await page.evaluate(() =>
    document.querySelector('recovery-advisor').setAttribute('load', 'eager'),
  );
  await page.waitForSelector('recovery-advisor:not(#far)[state=ready]');
  await page.context().close();
});

test('when the tool cannot come, one line says so, what stood in the tag is shown, and trying again works', async () => {
  const page = await bench.open('blog.html');
  await page.route(/\.wasm$/, (route) => route.abort());
  await page.evaluate(() =>
    addEventListener('advisor-error', (event) => (globalThis.said = event.detail.message)),
  );
  await page.getByRole('button', { name: 'Commencer' }).click();
  await page.getByText('Le conseiller n’a pas pu s’ouvrir').waitFor();
  assert.equal(await page.locator('recovery-advisor').getAttribute('state'), 'fallback');
  assert.ok(await page.evaluate(() => globalThis.said));
  await page
    .locator('recovery-advisor')
    .getByRole('link', { name: 'Prenez rendez-vous' })
    .waitFor();
  await page.unroute(/\.wasm$/);
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await page.waitForSelector('recovery-advisor[state=ready]');
  await page.context().close();
});

test('while it loads the button keeps the focus and a status says so; then the focus goes to the tool', async () => {
  const page = await bench.open('blog.html');
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route(/\.wasm$/, async (route) => route.continue(await released));
  await page.getByRole('button', { name: 'Commencer' }).press('Enter');
  await page.getByRole('progressbar', { name: 'Un instant' }).waitFor();
  assert.equal(await page.locator('recovery-advisor [role=status]').textContent(), 'Un instant');
  const focused = () =>
    page.evaluate(
      () => document.querySelector('recovery-advisor').shadowRoot.activeElement.textContent,
    );
  assert.equal(await focused(), 'Un instant');
  release();
  await page.waitForSelector('recovery-advisor[state=ready]');
  assert.equal(await focused(), 'Où avez-vous mal?');
  await page.context().close();
});

test('asked for again while it comes, it is one tool: whoever asks waits for it, and has the focus in it', async () => {
  const page = await bench.open('blog.html');
  const [states, inside] = await page.evaluate(async () => {
    const element = document.querySelector('recovery-advisor');
    element.setAttribute('load', 'eager');
    const states = [];
    await Promise.all([1, 2].map(() => element.open().then(() => states.push(element.state))));
    return [states, document.activeElement === element];
  });
  assert.deepEqual([states, inside], [['ready', 'ready'], true]);
  assert.equal(await page.locator('recovery-advisor canvas').count(), 1);
  await page.context().close();
});

test('one that is not in the page says so when it is asked for anything, and works once it is', async () => {
  const page = await bench.open('blog.html');
  const said = await page.evaluate(async () => {
    const element = document.createElement('recovery-advisor');
    const refused = [];
    for (const ask of [() => element.open(), () => element.advise({ version: 1 })])
      await ask().catch(({ message }) => refused.push(message));
    document.querySelector('recovery-advisor').replaceWith(element);
    await element.open();
    return [...refused, element.state];
  });
  assert.deepEqual(said, ['not in the page', 'not in the page', 'ready']);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('a server that gives WebAssembly a wrong type is borne', async () => {
  const page = await bench.open('blog.html');
  await page.route(/\.wasm$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      headers: { ...response.headers(), 'content-type': 'application/octet-stream' },
    });
  });
  await page.getByRole('button', { name: 'Commencer' }).click();
  await page.waitForSelector('recovery-advisor[state=ready]');
  await page.context().close();
});

for (const [path, words] of [
  ['blog.html', ['Prenez rendez-vous', 'poitrine']],
  ['blog.en.html', ['Make an appointment', 'Chest pain']],
]) {
  test(`without script, ${path} has the six benefits, the warning signs, the numbers to call and the booking link`, async () => {
    const page = await bench.open(path, { ...kPhone, javaScriptEnabled: false }, { now: null });
    const advisor = page.locator('recovery-advisor');
    assert.equal(await advisor.getByRole('listitem').count(), 6);
    for (const number of ['911', '811'])
      assert.equal(
        await advisor.getByRole('link', { name: number }).getAttribute('href'),
        `tel:${number}`,
      );
    assert.match(await advisor.textContent(), new RegExp(words[1]));
    assert.ok(await advisor.getByRole('link', { name: words[0] }).isVisible());
    await page.context().close();
  });
}

test('the tag of docs/embed.md keeps what stands in it: without script, with the script blocked, and without WebAssembly', async () => {
  const snippet = readFileSync(new URL('../../docs/embed.md', import.meta.url), 'utf8')
    .match(/```html\n(<script[^]*?<\/recovery-advisor>)/)[1]
    .replaceAll('/advisor/', '/');
  const open = async (options, refuse) => {
    const page = await bench.open('embed.html', { ...kPhone, ...options }, { now: null });
    await page.route('**/snippet.html', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="en"><title>Snippet</title><main>${snippet}</main>`,
      }),
    );
    if (refuse) await page.route(refuse, (route) => route.abort());
    await page.goto(`${bench.address}/snippet.html`);
    return page;
  };
  const keeps = async (page) => {
    await page.locator('recovery-advisor').getByRole('link', { name: 'Book' }).waitFor();
    assert.equal(
      await page.getByRole('link', { name: '514 555-0142' }).getAttribute('href'),
      'tel:+15145550142',
    );
    assert.ok(await page.getByRole('link', { name: '514 555-0142' }).isVisible());
    await page.context().close();
  };
  await keeps(await open({ javaScriptEnabled: false }));
  await keeps(await open({}, /recovery-advisor\.js$/));
  const page = await open({}, /\.wasm$/);
  await page.getByRole('button', { name: 'Start' }).click();
  await page.waitForSelector('recovery-advisor[state=fallback]');
  await keeps(page);
});

test('wherever its content would decide how wide it is, it has a width: in flex boxes, grids, tables', async () => {
  const around = {
    'a flex row': '<div style="display: flex">',
    'the middle of a flex column':
      '<div style="display: flex; flex-direction: column; align-items: center">',
    'the middle of a grid': '<div style="display: grid; justify-items: center">',
    'an inline block': '<div style="display: inline-block">',
    'a box out of the flow': '<div style="position: absolute">',
    'a cell of a table': '<table><tr><td>',
    'vertical lines': '<div style="writing-mode: vertical-rl; block-size: 340px">',
  };
  for (const device of [kPhone, kDesk])
    for (const [what, start] of Object.entries(around)) {
      const page = await bench.open('embed.html', { ...device, bypassCSP: true });
      await page.evaluate((before) => {
        document.body.innerHTML = `${before}<recovery-advisor lang="en"><p>x</p></recovery-advisor>`;
      }, start);
      const element = page.locator('recovery-advisor[state=idle]');
      await element.waitFor();
      const { width } = await element.boundingBox();
      const most = page.viewportSize().width;
      assert.ok(width >= 280 && width <= most, `${what}: ${width} of ${most}`);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= most, what);
      await page.context().close();
    }
});
