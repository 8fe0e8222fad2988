import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { compressFolder } from '../../web/build/compress.mjs';
import { createSite } from '../../web/build/serve.mjs';

let folder, server;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'advisor-serve-'));
  mkdirSync(join(folder, 'site/assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'outside');
  writeFileSync(join(folder, 'site/index.html'), '<p>hello</p>'.repeat(50));
  writeFileSync(join(folder, 'site/assets/advisor-1.wasm'), Buffer.alloc(4000, 'wasm'));
  compressFolder(join(folder, 'site'));
  server = createSite(join(folder, 'site'));
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
});
after(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

// Not fetch: it would tidy the path up.
const get = (path, headers = {}, method = 'GET') =>
  new Promise((resolve, reject) => {
    request(
      { port: server.address().port, host: '127.0.0.1', path, headers, method },
      (response) => {
        const parts = [];
        response
          .on('data', (part) => parts.push(part))
          .on('end', () =>
            resolve({
              code: response.statusCode,
              headers: response.headers,
              body: Buffer.concat(parts),
            }),
          );
      },
    )
      .on('error', reject)
      .end();
  });

test('a folder gives its index, with the strict policy as a header', async () => {
  const { code, headers } = await get('/');
  assert.equal(code, 200);
  assert.equal(headers['content-type'], 'text/html; charset=utf-8');
  assert.equal(
    headers['content-security-policy'],
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'",
  );
  assert.equal(headers['x-content-type-options'], 'nosniff');
});

test('WebAssembly has its type, comes as brotli where that is accepted, and may be kept for ever', async () => {
  const { headers, body } = await get('/assets/advisor-1.wasm', {
    'accept-encoding': 'gzip, deflate, br',
  });
  assert.equal(headers['content-type'], 'application/wasm');
  assert.equal(headers['content-encoding'], 'br');
  assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
  assert.equal(brotliDecompressSync(body).length, 4000);
});

test('gzip is taken where brotli is refused, and nothing where both are', async () => {
  assert.equal(
    (await get('/', { 'accept-encoding': 'gzip, br;q=0' })).headers['content-encoding'],
    'gzip',
  );
  assert.equal(
    (await get('/', { 'accept-encoding': 'identity' })).headers['content-encoding'],
    undefined,
  );
});

test('what has not changed is not sent again', async () => {
  const { headers } = await get('/');
  assert.equal((await get('/', { 'if-none-match': headers.etag })).code, 304);
});

test('nothing outside the folder is served', async () => {
  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..\\secret.txt',
    '/%00',
    '/%',
    '//etc/passwd',
  ]) {
    const { code, body } = await get(path);
    assert.equal(code, 404, path);
    assert.ok(!body.includes('outside'), path);
  }
});

test('only reading is allowed', async () => {
  assert.equal((await get('/', {}, 'POST')).code, 405);
  assert.equal((await get('/', {}, 'HEAD')).body.length, 0);
});
