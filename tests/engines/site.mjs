// dist/ as a visitor's browser gets it, with one script before all others in each page: it keeps
// account of errors, stops the clock and does whatever a test wants done before the tool is there.
// Beside it lie the pages and files that a test has. So no engine needs a way of its own for that.
/* global errors */ // of the page

import { createServer } from 'node:http';
import { extname } from 'node:path';
import { stopClock } from '../browser/harness.mjs';
import { createSite } from '../../web/build/serve.mjs';

const kScript = '/before.js';
const kNow = '2026-06-10T14:00:00Z';
const kTypes = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json' };

/** Runs in the page. */
function keepAccount() {
  globalThis.errors = [];
  const { error } = console;
  console.error = (...said) => (errors.push(said.join(' ')), error(...said));
  addEventListener(
    'error',
    ({ message, target }) => errors.push(message ?? `not loaded: ${target.src ?? target.href}`),
    true,
  );
  addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    errors.push(`${violatedDirective}: ${blockedURI}`),
  );
}

export class Site {
  #server;
  /** What is done in each page from now on, before anything else. @type {() => void} */
  before = () => {};
  /** A test's own, by path: '/page.html'. @type {Record<string, string>} */
  files = {};
  /** Extensions write past a page's policy; with this there is none. */
  withoutPolicy = false;

  /** @param {string} folder a built site */
  static async serve(folder) {
    const site = new Site();
    const files = createSite(folder);
    site.#server = createServer((request, response) => {
      const [path] = request.url.split('?');
      if (path === kScript) {
        const clock = `(${stopClock})(${Date.parse(kNow)});`;
        const script = `(${keepAccount})();${clock}(${site.before})();`;
        return response
          .writeHead(200, {
            'Content-Type': 'text/javascript; charset=utf-8',
            'Cache-Control': 'no-store',
          })
          .end(script);
      }
      if (path.endsWith('.html')) putBefore(request, response, site.withoutPolicy);
      const own = site.files[path];
      if (own === undefined) return files.emit('request', request, response);
      const type = `${kTypes[extname(path)]}; charset=utf-8`;
      response.writeHead(200, { 'Content-Type': type }).end(own);
    });
    await new Promise((listening) => site.#server.listen(0, '127.0.0.1', listening));
    site.address = `http://127.0.0.1:${site.#server.address().port}`;
    return site;
  }

  async close() {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }
}

// The page as it is written, whole and never from a cache, but for one tag.
function putBefore(request, response, withoutPolicy) {
  for (const name of ['accept-encoding', 'if-none-match']) delete request.headers[name];
  const writeHead = response.writeHead.bind(response);
  response.writeHead = (code, { 'Content-Length': _, ETag: __, ...headers }) => {
    if (withoutPolicy) delete headers['Content-Security-Policy'];
    return writeHead(code, { ...headers, 'Cache-Control': 'no-store' });
  };
  const parts = [];
  response.write = (part) => (parts.push(part), true);
  const end = response.end.bind(response);
  response.end = (part) =>
    end(
      Buffer.concat([...parts, part ?? Buffer.alloc(0)].map((one) => Buffer.from(one)))
        .toString()
        .replace('<head>', `<head><script src="${kScript}"></script>`),
    );
}
