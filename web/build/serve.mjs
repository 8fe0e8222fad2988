// Serves dist/ as a careful web server would: strict policy, right types, precompressed files,
// hashed names kept for ever.
//
//   PORT=8080 node web/build/serve.mjs [folder]

import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const kTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.bin': 'application/octet-stream',
  '.txt': 'text/plain; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.ico': 'image/x-icon',
};
const kEncodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
];

export const kPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const kHeaders = {
  'Content-Security-Policy': kPolicy,
  'Permissions-Policy':
    'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
  // So that a page elsewhere may take the element from here, as from a CDN.
  'Access-Control-Allow-Origin': '*',
};

/** @param {string} folder what to serve @returns {import('node:http').Server} not yet listening */
export function createSite(folder) {
  const root = resolve(folder);
  return createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(response, 405, { Allow: 'GET, HEAD' });
    const path = pathOf(root, request.url);
    const file = path && find(path);
    if (!file) return refuse(response, 404);
    send(request, response, path.startsWith(join(root, 'assets') + sep), file);
  });
}

// Null for what is not a path below the root.
function pathOf(root, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return null;
  }
  if (path.includes('\0')) return null;
  const full = normalize(join(root, path.endsWith('/') ? `${path}index.html` : path));
  return full.startsWith(root + sep) ? full : null;
}

function find(path) {
  try {
    const status = statSync(path);
    return status.isFile() ? { path, status } : null;
  } catch {
    return null;
  }
}

function send(request, response, hashed, { path, status }) {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const [encoding, chosen] = kEncodings
    .filter(([name]) => new RegExp(`\\b${name}\\b(?!\\s*;\\s*q=0(\\.0+)?\\b)`).test(accepted))
    .map(([name, ending]) => [name, find(path + ending)])
    .find(([, found]) => found) ?? [null, { path, status }];
  const tag = `W/"${chosen.status.size.toString(36)}-${Math.floor(chosen.status.mtimeMs).toString(36)}"`;
  const headers = {
    ...kHeaders,
    'Content-Type': kTypes[extname(path)] ?? 'application/octet-stream',
    'Cache-Control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: tag,
    Vary: 'Accept-Encoding',
  };
  if (request.headers['if-none-match'] === tag) return response.writeHead(304, headers).end();
  if (encoding) headers['Content-Encoding'] = encoding;
  headers['Content-Length'] = chosen.status.size;
  response.writeHead(200, headers);
  if (request.method === 'HEAD') return response.end();
  createReadStream(chosen.path)
    .on('error', () => response.destroy())
    .pipe(response);
}

function refuse(response, code, headers = {}) {
  response
    .writeHead(code, { ...kHeaders, ...headers, 'Content-Type': 'text/plain; charset=utf-8' })
    .end(`${code}\n`);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? fileURLToPath(new URL('../../dist', import.meta.url));
  const server = createSite(folder);
  server.on('error', (error) => {
    console.error(
      error.code === 'EADDRINUSE'
        ? `Port ${process.env.PORT ?? 8080} is taken: set PORT to another one.`
        : error.message,
    );
    process.exit(1);
  });
  server.listen(Number(process.env.PORT ?? 8080), '127.0.0.1', () =>
    console.log(`http://127.0.0.1:${server.address().port}`),
  );
}
