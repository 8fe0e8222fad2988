// A peer in the same run: model-viewer with a small model, as another picture that can be turned
// and touched. Both are given the same page, server, compression, slow line and slow processor, and
// stand at the same place; what is measured is from the script tag to the first picture that can be
// used.

import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { compressFolder } from '../../web/build/compress.mjs';
import { kDist, kPhone, startBench } from '../browser/harness.mjs';
import { kSlow4g } from './page.mjs';
import { wireBytes } from './wire.mjs';

const kRuns = 3;
const kPlace = 'display: block; width: 358px; height: 560px';

export async function measurePeers() {
  const folder = 'build/bench/peer';
  const module = createRequire(import.meta.url).resolve(
    '@google/model-viewer/dist/model-viewer.min.js',
  );
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  copyFileSync(module, join(folder, 'model-viewer.js'));
  writeFileSync(join(folder, 'ball.glb'), ball(24, 32));
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><meta name="viewport" content="width=device-width"><title>A peer</title><link rel="icon" href="data:,">',
  );
  compressFolder(folder);
  writeFileSync(
    join(folder, 'ball.glb.br'),
    brotliCompressSync(readFileSync(join(folder, 'ball.glb'))),
  );
  const peerBytes = ['model-viewer.js.br', 'ball.glb.br'].reduce(
    (sum, name) => sum + statSync(join(folder, name)).size,
    0,
  );

  const [ours, theirs] = [
    await startBench(kDist),
    await startBench(folder, { element: 'index.html' }),
  ];
  try {
    const times = { ours: [], theirs: [] };
    // One after the other in turns, so that a busy machine is as unfair to both.
    for (let run = 0; run < kRuns; ++run) {
      times.ours.push(await once(ours, 'embed.html', showOurs));
      times.theirs.push(await once(theirs, 'index.html', showTheirs));
    }
    const [own, peer] = [times.ours, times.theirs].map((all) =>
      Math.round(all.sort((a, b) => a - b)[kRuns >> 1]),
    );
    return {
      'this advisor, script to a figure that can be touched, ms': own,
      'model-viewer with a ball of 768 corners, script to its load, ms': peer,
      'this advisor / model-viewer': Number((own / peer).toFixed(2)),
      'this advisor, bytes (brotli)': wireBytes(kDist)['until the first frame (fr)'],
      'model-viewer and the ball, bytes (brotli)': peerBytes,
    };
  } finally {
    await ours.close();
    await theirs.close();
  }
}

async function once(bench, path, show) {
  const page = await bench.open(path, kPhone, { now: null });
  // An empty page of the same origin: what is measured starts with the script.
  await page.route('**/*.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">',
    }),
  );
  await page.goto(`${bench.address}/empty.html`);
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.setCacheDisabled', { cacheDisabled: true });
  await client.send('Network.emulateNetworkConditions', kSlow4g);
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const ms = await page.evaluate(show, kPlace);
  await page.context().close();
  return ms;
}

async function showOurs(place) {
  const start = performance.now();
  const advisor = document.createElement('recovery-advisor');
  advisor.setAttribute('load', 'eager');
  advisor.style = place;
  advisor.style.setProperty('--advisor-height', '560px');
  const ready = new Promise((resolve) =>
    advisor.addEventListener('advisor-ready', resolve, { once: true }),
  );
  document.body.append(advisor);
  await import('/recovery-advisor.js');
  await ready;
  await new Promise(requestAnimationFrame);
  return performance.now() - start;
}

async function showTheirs(place) {
  const start = performance.now();
  const viewer = document.createElement('model-viewer');
  viewer.style = place;
  Object.entries({
    src: '/ball.glb',
    loading: 'eager',
    reveal: 'auto',
    'camera-controls': '',
    'interaction-prompt': 'none',
  }).forEach(([name, value]) => viewer.setAttribute(name, value));
  const ready = new Promise((resolve) => viewer.addEventListener('load', resolve, { once: true }));
  document.body.append(viewer);
  await import('/model-viewer.js');
  await ready;
  await new Promise(requestAnimationFrame);
  return performance.now() - start;
}

/** A ball as binary glTF 2.0: positions, normals, triangles. */
function ball(rings, sectors) {
  const corners = [],
    triangles = [];
  for (let i = 0; i < rings; ++i)
    for (let j = 0; j < sectors; ++j) {
      const [up, around] = [(Math.PI * i) / (rings - 1), (2 * Math.PI * j) / (sectors - 1)];
      corners.push([
        Math.sin(up) * Math.cos(around),
        Math.cos(up),
        Math.sin(up) * Math.sin(around),
      ]);
      if (i + 1 < rings && j + 1 < sectors) {
        const at = i * sectors + j;
        triangles.push(at, at + 1, at + sectors, at + 1, at + sectors + 1, at + sectors);
      }
    }
  const points = Buffer.from(new Float32Array(corners.flat()).buffer),
    indices = Buffer.from(new Uint16Array(triangles).buffer);
  const binary = Buffer.concat([points, indices]);
  const json = Buffer.from(
    JSON.stringify({
      asset: { version: '2.0' },
      scene: 0,
      scenes: [{ nodes: [0] }],
      nodes: [{ mesh: 0 }],
      meshes: [{ primitives: [{ attributes: { POSITION: 0, NORMAL: 0 }, indices: 1 }] }],
      accessors: [
        {
          bufferView: 0,
          componentType: 5126,
          count: corners.length,
          type: 'VEC3',
          min: [-1, -1, -1],
          max: [1, 1, 1],
        },
        { bufferView: 1, componentType: 5123, count: triangles.length, type: 'SCALAR' },
      ],
      bufferViews: [
        { buffer: 0, byteLength: points.length, target: 34962 },
        { buffer: 0, byteOffset: points.length, byteLength: indices.length, target: 34963 },
      ],
      buffers: [{ byteLength: binary.length }],
    }),
  );
  const chunk = (kind, data, filler) => {
    const padded = Buffer.concat([data, Buffer.alloc(-data.length & 3, filler)]);
    const head = Buffer.alloc(8);
    head.writeUInt32LE(padded.length, 0);
    head.write(kind, 4, 'latin1');
    return Buffer.concat([head, padded]);
  };
  const chunks = Buffer.concat([chunk('JSON', json, ' '), chunk('BIN\0', binary, 0)]);
  const head = Buffer.alloc(12);
  head.write('glTF', 0, 'latin1');
  head.writeUInt32LE(2, 4);
  head.writeUInt32LE(12 + chunks.length, 8);
  return Buffer.concat([head, chunks]);
}
