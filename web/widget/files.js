// What the module needs from the server, each fetched once a page, however many elements stand on
// it.

import { files } from 'built:files';
import { FileError } from './file-error.js';

export { files };

/** @type {Map<string, Promise<Uint8Array>>} by address */
const requests = new Map();
/** @type {Map<string, Promise<WebAssembly.Module>>} by address */
const programs = new Map();

/**
 * Takes over what the façade is fetching already.
 * @param {(name: string) => string} address
 * @param {Promise<Response>[]} early module and pack
 */
export function warm(address, [wasm, pack]) {
  compile(address(files.wasm), wasm).catch(() => {});
  bytes(address(files.pack), pack).catch(() => {});
}

/**
 * Compiles while it streams; from the whole bytes where the server does not say application/wasm.
 * @param {string} url @param {Promise<Response>} [early] what is fetched already
 */
export function compile(url, early) {
  return once(programs, url, () => compileFrom(url, early));
}

/** @param {string} url @param {Promise<Response>} [early] */
async function compileFrom(url, early) {
  const response = await answer(url, early);
  const streams = response.headers.get('content-type')?.startsWith('application/wasm');
  const program = streams
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
  return program.catch((error) => {
    throw notThere(url, `another one (${error.message})`);
  });
}

/** @param {string} url @param {Promise<Response>} [early] what is fetched already */
export function bytes(url, early) {
  return once(requests, url, () => read(url, early));
}

/** Whoever asks next gets it anew: it was of no use. @param {string} url */
export const forget = (url) => requests.delete(url);

/** The same while the page stands still: for who cannot wait. @param {string} url */
export function bytesNow(url) {
  const request = new XMLHttpRequest();
  request.open('GET', url, false);
  request.overrideMimeType('text/plain; charset=x-user-defined');
  request.send();
  if (request.status !== 200) throw notThere(url, `the answer ${request.status}`);
  return Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0));
}

/** @param {string} url @param {Promise<Response>} [early] @returns {Promise<Uint8Array>} */
async function read(url, early) {
  const file = new Uint8Array(await (await answer(url, early)).arrayBuffer());
  // A server, or a network that wants a visitor to sign in, may answer so with 200.
  if (file[0] === '<'.charCodeAt(0)) throw notThere(url, 'a web page');
  return file;
}

/** @param {string} url @param {string} found */
const notThere = (url, found) =>
  new FileError({ file: url, pointer: '', expected: 'a file', found });

/** @param {string} url @param {Promise<Response>} [early] what is fetched already */
async function answer(url, early = fetch(url)) {
  const response = await early.catch((error) => {
    throw notThere(url, `no answer (${error.message})`);
  });
  if (!response.ok) throw notThere(url, `the answer ${response.status}`);
  return response;
}

/**
 * One promise for each address; one that failed is forgotten, so that a retry fetches again.
 * @template T
 * @param {Map<string, Promise<T>>} known
 * @param {string} url
 * @param {() => Promise<T>} begin
 */
function once(known, url, begin) {
  const promise = known.get(url) ?? begin();
  if (!known.has(url)) promise.catch(() => known.delete(url));
  known.set(url, promise);
  return promise;
}

/**
 * The pack's files, each with its name.
 * @template {string} Name
 * @param {Uint8Array} pack
 * @param {[Name, number][]} parts names and sizes in order
 * @returns {[Name, Uint8Array][]}
 */
export function unpack(pack, parts) {
  let at = 0;
  return parts.map(([name, size]) => [name, pack.subarray(at, (at += size))]);
}
