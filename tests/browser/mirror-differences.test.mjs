// What the mirror makes of differences, whatever they are, without the module: the room
// web/mirror by itself on an empty page.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startBench } from './harness.mjs';

const kMirror = fileURLToPath(new URL('../../web/mirror', import.meta.url));
const kSeeds = Array.from({ length: 30 }, (_, i) => i + 1),
  kSteps = 100;
let bench;
before(async () => (bench = await startBench(kMirror, { element: 'mirror.js' })));
after(() => bench?.close());

async function emptyPage() {
  const page = await bench.browser.newPage();
  await page.route(`${bench.address}/`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Mirror</title>' }),
  );
  for (const file of ['mirror-walk.mjs', 'mirror-trees.mjs'])
    await page.route(`${bench.address}/${file}`, (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        path: fileURLToPath(new URL(file, import.meta.url)),
      }),
    );
  await page.goto(bench.address);
  return page;
}

/**
 * Tells a new mirror the differences one after the other, and gives what stands then: keys, with
 * what is below each.
 */
async function told(...differences) {
  const page = await emptyPage();
  const stands = await page.evaluate(async (differences) => {
    const { Mirror } = await import('/mirror.js');
    const root = document.body.appendChild(document.createElement('div'));
    const mirror = new Mirror(
      root,
      () => {},
      () => {},
      new AbortController().signal,
    );
    for (const difference of differences) mirror.apply(difference);
    const below = (element) =>
      [...element.children]
        .filter(({ dataset }) => dataset.key)
        .map((child) =>
          child.querySelector('[data-key]')
            ? { [child.dataset.key]: below(child) }
            : child.dataset.key,
        );
    return below(root);
  }, differences);
  await page.close();
  return stands;
}

const node = (key, parent, role = 'button') => ({ key, parent, role, name: key });
const whole = (...nodes) => ({ upsert: nodes, order: nodes.map(({ key }) => key), bounds: {} });

test('areas that move under the parts of the body, inside their toolbar, stand there in their order', async () => {
  const areas = (parent) =>
    ['knee', 'thigh', 'calf'].map((key) => node(key, parent[key] ?? 'figure'));
  const [knee, thigh, calf] = areas({ knee: 'leg', thigh: 'leg' });
  assert.deepEqual(
    await told(whole(node('figure', '', 'toolbar'), ...areas({}), node('continue', '')), {
      remove: [],
      upsert: [node('leg', 'figure', 'group'), knee, thigh],
      order: ['figure', 'leg', knee.key, thigh.key, calf.key, 'continue'],
      bounds: {},
    }),
    [{ figure: [{ leg: ['knee', 'thigh'] }, 'calf'] }, 'continue'],
  );
});

test('a control whose group goes, and which stands elsewhere in the same difference, stays', async () => {
  assert.deepEqual(
    await told(whole(node('group', '', 'group'), node('calf', 'group'), node('thigh', 'group')), {
      remove: ['group'],
      upsert: [node('calf', '')],
      order: ['calf'],
      bounds: {},
    }),
    ['calf'],
  );
});

test('a control moves into the group that stands before it, although the order of the keys stays the same', async () => {
  assert.deepEqual(
    await told(whole(node('group', '', 'group'), node('calf', '')), {
      remove: [],
      upsert: [node('calf', 'group')],
      bounds: {},
    }),
    [{ group: ['calf'] }],
  );
});

test('a group and the group inside it change places', async () => {
  assert.deepEqual(
    await told(
      whole(node('outer', '', 'group'), node('inner', 'outer', 'group'), node('calf', 'inner')),
      {
        upsert: [
          node('inner', '', 'group'),
          node('outer', 'inner', 'group'),
          node('calf', 'outer'),
        ],
        order: ['inner', 'outer', 'calf'],
        bounds: {},
      },
    ),
    [{ inner: [{ outer: ['calf'] }] }],
  );
});

test('a group that becomes a list keeps what is in it', async () => {
  assert.deepEqual(
    await told(whole(node('group', '', 'group'), node('calf', 'group')), {
      upsert: [node('group', '', 'list')],
      bounds: {},
    }),
    [{ group: ['calf'] }],
  );
});

async function walk(how) {
  const page = await emptyPage();
  const result = await page.evaluate(async (how) => {
    const [{ Mirror }, { walk }] = await Promise.all([
      import('/mirror.js'),
      import('/mirror-walk.mjs'),
    ]);
    return walk(Mirror, how);
  }, how);
  await page.close();
  if (result.wrong)
    assert.fail(
      `seed ${result.wrong.seed}, step ${result.wrong.step}: ${Object.entries(result.wrong)
        .map(([name, value]) => `${name}: ${value}`)
        .join('\n')}`,
    );
  return result;
}

test('after any differences the controls are those of the whole tree; what need not move is not touched, and keeps the focus', async (t) => {
  const { steps, kept } = await walk({ seeds: kSeeds, steps: kSteps });
  t.diagnostic(`${steps} differences; a focus was kept ${kept} times`);
  assert.equal(steps, 3000);
  assert.ok(kept > 500);
});

test('where the browser refuses a difference half-way, the controls are those of the whole tree all the same, and the error is told', async (t) => {
  const { steps, refused } = await walk({
    seeds: kSeeds.slice(0, 10),
    steps: kSteps,
    refusing: true,
  });
  t.diagnostic(`${steps} differences, ${refused} refused`);
  assert.equal(steps, 1000);
  assert.ok(refused > 50);
});
