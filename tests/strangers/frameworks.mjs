// Frameworks that own the page, as scripts of it.
/* global Vue */ // of the page

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build } from 'esbuild';

const home = new URL('../..', import.meta.url).pathname;
export const kVue = readFileSync(
  createRequire(import.meta.url).resolve('vue/dist/vue.runtime.global.js'),
  'utf8',
);

/** The component of web/site/examples/react, with React's own warnings, as a script of the page. */
export async function bundleReact() {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { createElement, StrictMode, useState } from 'react';
        import { createRoot, hydrateRoot } from 'react-dom/client';
        import { RecoveryAdvisor } from './web/site/examples/react/recovery-advisor.tsx';
        export function Page() {
          const [turn, setTurn] = useState(0);
          globalThis.rendered = turn;
          globalThis.renderAgain = () => setTurn(turn + 1);
          globalThis.makeAnew = () => setTurn(turn + 100);
          return createElement(RecoveryAdvisor, { lang: 'fr', key: Math.floor(turn / 100) });
        }
        const page = () => createElement(StrictMode, null, createElement(Page));
        globalThis.begin = (root) => createRoot(root).render(page());
        globalThis.hydrate = (root) => hydrateRoot(root, page(), {
          onRecoverableError: (error) => console.error(String(error)),
        });
      `,
      resolveDir: home,
    },
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"development"' },
    external: ['recovery-advisor'],
    plugins: [
      {
        name: 'the element is on the page already',
        setup(each) {
          each.onResolve({ filter: /^recovery-advisor$/ }, () => ({ path: 'it', namespace: 'it' }));
          each.onLoad({ filter: /.*/, namespace: 'it' }, () => ({ contents: '' }));
        },
      },
    ],
  });
  return outputFiles[0].text;
}

/** Runs in the page: Vue renders the tag into `#root`, by a state that the page may change. */
export function mountVue() {
  const { createApp, h, reactive, nextTick } = Vue;
  const state = reactive({ title: 'Laurier', shown: true });
  Object.assign(globalThis, { state, nextTick });
  createApp({
    render: () => [
      h('h1', state.title),
      state.shown ? h('recovery-advisor', { lang: 'fr', class: state.title }) : null,
    ],
  }).mount('#root');
}
