// Makes the advisor work without a network, on sites that switch it on (docs/deploy.md). Nothing is
// kept before somebody wants the tool; then its files, with the words of the languages that were
// used, and nothing else: every other request goes its way untouched.

import { files } from 'built:offline';

const kName = 'recovery-advisor ';
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const base = new URL(worker.advisorBase ?? './', worker.location.href);
const site = new URL(new URL(worker.location.href).searchParams.get('site') ?? 'site.json', base)
  .href;
/** @param {string} name */
const addressOf = (name) => new URL(name, base).href;

// Fetched only by who wants it; their names change with their content.
const tool = new Set(files.tool.map(addressOf));
const whole = [...files.needed, ...Object.keys(files.checked)].map(addressOf).concat(site);
const known = new Set([...whole, ...tool]);
const open = () => caches.open(kName + files.version);

worker.addEventListener('install', () => worker.skipWaiting());

worker.addEventListener('activate', (event) =>
  event.waitUntil(
    (async () => {
      const old = (await caches.keys()).filter(
        (name) => name.startsWith(kName) && name !== kName + files.version,
      );
      // Who had the version before has it offline still.
      if (old.length) await complete();
      await Promise.all(old.map((name) => caches.delete(name)));
      await worker.clients.claim();
    })(),
  ),
);

worker.addEventListener('fetch', (event) => {
  const address = event.request.url.replace(/[?#].*$/, '');
  if (event.request.method !== 'GET' || !known.has(address)) return;
  if (!tool.has(address)) return event.respondWith(fresh(event.request, address));
  event.respondWith(kept(address));
  event.waitUntil(complete());
});

/** @param {string} address */
async function kept(address) {
  const cache = await open();
  const found = await cache.match(address);
  if (found) return found;
  const response = await fetch(address);
  if (response.ok) await cache.put(address, response.clone());
  return response;
}

/**
 * The rest is asked for anew while there is a network; offline, it is the one that belongs to this
 * version.
 * @param {Request} request @param {string} address
 */
async function fresh(request, address) {
  try {
    const response = await fetch(request);
    if (address === site && response.ok) await replace(address, response.clone());
    return response;
  } catch (error) {
    const found = await (await open()).match(address);
    if (!found) throw error;
    return found;
  }
}

/** @param {string} address @param {Response} response */
async function replace(address, response) {
  const cache = await open();
  if (await cache.match(address)) await cache.put(address, response);
}

/** @type {Promise<void> | undefined} */
let completing;
function complete() {
  return (completing ??= (async () => {
    const cache = await open();
    await Promise.all(
      whole.map(async (address) => {
        if (await cache.match(address)) return;
        const integrity = files.checked[address.slice(base.href.length)];
        const response = await fetch(address, integrity ? { integrity, cache: 'no-cache' } : {});
        if (response.ok) await cache.put(address, response);
      }),
    );
  })().catch(() => {
    completing = undefined;
  }));
}
