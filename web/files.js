// What the module needs from the server, each fetched once a page, however many elements stand on it.

import { files } from 'built:files';

export { files };

const requests = new Map();   // address -> promise of bytes
const programs = new Map();   // address -> promise of WebAssembly.Module

/** Takes over what the façade is fetching already. @param {(name: string) => string} address @param {Promise<Response>[]} early module and pack */
export function warm(address, [wasm, pack]) {
  compile(address(files.wasm), wasm).catch(() => {});
  bytes(address(files.pack), pack).catch(() => {});
}

/** Compiles while it streams; from the whole bytes where the server does not say application/wasm. @returns {Promise<WebAssembly.Module>} */
export function compile(url, early = undefined) {
  if (!programs.has(url)) programs.set(url, forgetIfFailed(compileFrom(url, early), () => programs.delete(url)));
  return programs.get(url);
}

async function compileFrom(url, early = fetch(url)) {
  const response = await early;
  if (!response.ok) throw new Error(`${response.status} for ${url}`);
  if (response.headers.get('content-type')?.startsWith('application/wasm')) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** @returns {Promise<Uint8Array>} */
export function bytes(url, early = undefined) {
  if (!requests.has(url)) requests.set(url, forgetIfFailed(read(url, early), () => requests.delete(url)));
  return requests.get(url);
}

/** The same while the page stands still: for who cannot wait. @returns {Uint8Array} */
export function bytesNow(url) {
  const request = new XMLHttpRequest();
  request.open('GET', url, false);
  request.overrideMimeType('text/plain; charset=x-user-defined');
  request.send();
  if (request.status !== 200) throw new Error(`${request.status} for ${url}`);
  return Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0));
}

async function read(url, early = fetch(url)) {
  const response = await early;
  if (!response.ok) throw new Error(`${response.status} for ${url}`);
  return new Uint8Array(await response.arrayBuffer());
}

// So that a retry fetches again.
function forgetIfFailed(promise, forget) {
  promise.catch(forget);
  return promise;
}

/** The pack's files by name. @param {Uint8Array} pack @param {[string, number][]} parts names and sizes in order */
export function unpack(pack, parts) {
  let at = 0;
  return Object.fromEntries(parts.map(([name, size]) => [name, pack.subarray(at, (at += size))]));
}
