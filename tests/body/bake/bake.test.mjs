import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { areaCode, areasOf, regionsOfArea } from '../../../src/body/bake/areas.mjs';
import { checkFigure, regionsOf } from '../../../src/body/bake/check.mjs';
import { packFigure, viewOutlines } from '../../../src/body/bake/pack.mjs';
import { area, clipToRightHalf, simplify, toGrid } from '../../../src/body/bake/polygon.mjs';
import { readNotice, readPatches } from '../../../src/body/bake/source.mjs';
import { flatten } from '../../../src/body/bake/svg-path.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const packageDir =
  process.env.ADVISOR_FIGURE_PACKAGE ?? `${root}node_modules/react-native-body-highlighter`;
const atlas = JSON.parse(fs.readFileSync(`${root}content/atlas/atlas.json`, 'utf8'));
const figures = Object.entries(atlas.figures);
const knowledge = JSON.parse(fs.readFileSync(`${root}content/knowledge.json`, 'utf8'));
const areas = areasOf(knowledge);
const regions = areas.flatMap(regionsOfArea);
const patchesOf = (figure) => ({
  front: readPatches(packageDir, figure, 'front'),
  back: readPatches(packageDir, figure, 'back'),
});

test('a square of lines is its four corners', () => {
  assert.deepEqual(flatten('M1 2h3v3h-3z'), [
    [
      [1, 2],
      [4, 2],
      [4, 5],
      [1, 5],
    ],
  ]);
});

test('the flags of an arc may stand without separators', () => {
  const [half] = flatten('M0 0a5 5 0 0110 4z', 4);
  assert.deepEqual(
    half.at(-1).map((v) => Math.round(v * 1000) / 1000),
    [10, 4],
  );
  assert.equal(half.length, 5);
});

test('a smooth curve continues the curve before it', () => {
  const [curve] = flatten('M0 0C0 1 1 2 2 2S4 1 4 0z', 2);
  assert.deepEqual(curve.at(-1), [4, 0]);
  assert.deepEqual(curve[3], [3.375, 1.375]);
});

test('path data that cannot be read is an error, not a gap', () => {
  assert.throws(() => flatten('M0 0L1 x z'), /cannot read/);
});

test('what lies left of the axis is cut off', () => {
  assert.deepEqual(
    clipToRightHalf([
      [-2, 0],
      [2, 0],
      [2, 2],
      [-2, 2],
    ]),
    [
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
    ],
  );
});

test('points on a straight line are dropped', () => {
  assert.deepEqual(
    simplify(
      [
        [0, 0],
        [1, 0],
        [2, 0],
        [2, 2],
        [0, 2],
      ],
      0.35,
    ),
    [
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
    ],
  );
});

test('an outline thinner than the grid is nothing', () => {
  assert.equal(
    toGrid([
      [0, 0],
      [9, 0.1],
      [0, 0.1],
    ]),
    null,
  );
  assert.equal(
    area(
      toGrid([
        [0, 0],
        [2, 0],
        [2, 2],
        [0, 2],
      ]),
    ),
    16,
  );
});

test('regions come in the order of content/knowledge.json, left before right, and the areas have codes from 1', () => {
  assert.deepEqual(regions.slice(0, 3), ['calf_l', 'calf_r', 'soleus_l']);
  assert.equal(regions.at(-1), knowledge.areas.at(-1).id);
  assert.deepEqual(
    ['calf', 'calf_r', 'neck', null].map((region) => areaCode(areas, region)),
    [1, 1, knowledge.areas.findIndex(({ id }) => id === 'neck') + 1, 0],
  );
  assert.throws(() => areaCode(areas, 'wing_l'), /no area is called "wing_l"/);
});

test('a paired area after a single one is refused, because regions are numbered by pairs first', () => {
  const late = { areas: [...knowledge.areas, { id: 'wing', paired: true, view: 'back' }] };
  assert.throws(() => areasOf(late), /the paired ones come first/);
});

for (const [figure, views] of figures) {
  test(`every region has a place on the ${figure} figure, on the runner's own side`, () => {
    assert.deepEqual(checkFigure(figure, views, patchesOf(figure), areas), []);
    const drawn = [views.front, views.back].flatMap((view) => [...regionsOf(view, areas)]);
    assert.deepEqual([...new Set(drawn)].sort(), regions.toSorted());
  });

  test(`the ${figure} atlas names each patch of the package once, and no other`, () => {
    for (const [name, view] of Object.entries(views)) {
      const keys = view.patches.map((p) => `${p.slug}/${p.side}/${p.i}`);
      assert.equal(new Set(keys).size, keys.length);
      assert.deepEqual(
        keys.toSorted(),
        [...readPatches(packageDir, figure, name).keys()].toSorted(),
      );
    }
  });

  test(`the ${figure} atlas takes at most 7,000 bytes on the wire`, () => {
    const patches = patchesOf(figure);
    const draw = (v) => ({ bounds: views[v].bounds, outlines: viewOutlines(views[v], patches[v]) });
    const size = brotliCompressSync(
      packFigure(figure, [draw('front'), draw('back')], areas),
    ).length;
    assert.ok(size <= 7000, `${size} bytes`);
  });
}

test('a patch on the wrong side is noticed', () => {
  const views = structuredClone(atlas.figures.male);
  views.front.patches.find((p) => p.slug === 'quadriceps' && p.side === 'right').region = 'quad_r';
  const complaints = checkFigure('male', views, patchesOf('male'), areas);
  assert.match(complaints[0], /quad_r lies on the other side/);
});

test('a patch that the package does not have is an error', () => {
  const view = structuredClone(atlas.figures.male.front);
  view.patches[0].i = 9;
  assert.throws(() => viewOutlines(view, readPatches(packageDir, 'male', 'front')), /no patch/);
});

test('the notice names the package and carries its licence', () => {
  const notice = readNotice(packageDir);
  assert.match(notice, /react-native-body-highlighter 3\.2\.0/);
  assert.match(notice, /MIT License[\s\S]*ELABBASSI Hicham/);
});
