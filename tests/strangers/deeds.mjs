// What strangers do, as functions that run in the page of any browser, and what is seen of it.
/* global recorded, rrweb, setClock */ // of the page

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Runs in the page: plants the same strangers first and last in each one that `which` finds. */
export function plant(which) {
  const root = document.querySelector('recovery-advisor').shadowRoot;
  const strangers = () => [
    document.createElement('style'),
    document.createComment('stranger'),
    document.createElement('stranger-mark'),
    document.createElementNS('http://www.w3.org/2000/svg', 'svg'),
  ];
  for (const element of [root, ...root.querySelectorAll(which)]) {
    element.prepend(...strangers());
    element.append(...strangers());
  }
}

/** Runs in the page: a translator that never rests. What is added gets strangers around its own. */
export function plantAlways() {
  const { shadowRoot } = document.querySelector('recovery-advisor');
  const dress = (node) => {
    if (
      node.nodeType !== 1 ||
      node.matches('stranger-mark, input, canvas, picture *, svg, style, progress') ||
      node.dressed
    )
      return;
    node.dressed = true;
    for (const place of ['prepend', 'append']) node[place](document.createElement('stranger-mark'));
    for (const child of node.children) dress(child);
  };
  new MutationObserver((changes) =>
    changes.forEach(({ addedNodes }) => addedNodes.forEach(dress)),
  ).observe(shadowRoot, { childList: true, subtree: true });
  for (const child of [...shadowRoot.children]) dress(child);
}

/** Runs in the page: what a picker does. */
export function report(field, day) {
  field.value = day;
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
}

/** Runs in the page: a component is taken out, and made again later. */
export async function makeAnewLater() {
  const old = document.querySelector('recovery-advisor');
  const { parentNode, nextSibling } = old;
  const copy = old.cloneNode(true);
  old.remove();
  await new Promise((later) => setTimeout(later, 50));
  parentNode.insertBefore(copy, nextSibling);
}

/** Runs in the page: the new one is put in before the old one goes. */
export function putAnewBeside() {
  const old = document.querySelector('recovery-advisor');
  old.after(old.cloneNode(true));
  old.remove();
}

/** Runs in the page: it takes the booking over, and shows a dialog of its own. */
export function bookByDialog() {
  document.addEventListener('advisor-book', (event) => {
    event.preventDefault();
    const dialog = document.createElement('div');
    dialog.id = 'theirs';
    dialog.style.cssText = 'position: fixed; inset: 0; z-index: 2147483647; background: #fff';
    document.body.append(dialog);
  });
}
/** Runs in the page. */
export function isTheirDialogSeen() {
  return document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.id === 'theirs';
}

/** Runs in the page before anything else: as on an iPhone. */
export function withoutFullscreen() {
  delete Element.prototype.requestFullscreen;
  delete Element.prototype.webkitRequestFullscreen;
}

/** rrweb, as a script of the page. */
export const kRrweb = readFileSync(
  createRequire(import.meta.url)
    .resolve('rrweb')
    .replace(/[^/]*$/, 'rrweb.umd.cjs'),
  'utf8',
);

/** Runs in the page: records from now on, as rrweb does unless told otherwise. */
export function record() {
  globalThis.recorded = [];
  rrweb.record({ emit: (event) => recorded.push(event) });
}

/** Runs in the page: it is another time, and the person comes back. */
export function comeBack(time) {
  setClock(Date.parse(time));
  document.dispatchEvent(new Event('visibilitychange'));
}
/** Runs in the page: all of it that is not the tool's, in words. */
export function thePage() {
  const attributes = (element) =>
    [...element.attributes].map(({ name, value }) => `${name}=${value}`).join(' ');
  const root = document.documentElement;
  return {
    html: attributes(root),
    head: document.head.outerHTML,
    body: attributes(document.body),
    around: [...document.body.querySelectorAll('*')]
      .filter((node) => !node.closest('recovery-advisor'))
      .map((node) => `${node.localName} ${attributes(node)}`),
    overflow: getComputedStyle(root).overflow,
    sheets: document.adoptedStyleSheets.length,
    document: Object.getOwnPropertyNames(document),
    window: Object.getOwnPropertyNames(globalThis)
      .filter((name) => !/^(\d+|asked)$/.test(name))
      .sort(),
    title: document.title,
    history: [history.length, JSON.stringify(history.state)],
    prototypes: [Element, HTMLElement, EventTarget, Array, Object, Promise].map(({ prototype }) =>
      Object.getOwnPropertyNames(prototype).sort().join(),
    ),
  };
}

/**
 * Runs in the page: what is wrong with the lines of text in this part of the tool. Each line as its
 * letters are seen: none over another, none beyond what clips it, none lower than its letters.
 */
export function faultsIn(selector) {
  const part = document.querySelector('recovery-advisor').shadowRoot.querySelector(selector);
  const outer = part.getBoundingClientRect();
  const isSeen = (element) => {
    const { clipPath, opacity } = getComputedStyle(element);
    return element.checkVisibility() && clipPath === 'none' && opacity !== '0';
  };
  const texts = [];
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    let element = node.parentElement;
    if (!node.data.trim() || !isSeen(element)) continue;
    while (element !== part && isSeen(element)) element = element.parentElement;
    if (element === part) texts.push(node);
  }
  const lines = texts.flatMap((node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const size = parseFloat(getComputedStyle(node.parentElement).fontSize);
    return [...range.getClientRects()].map((box) => {
      // Letters from their ascent to their descent are about 1.1 times as high as their size.
      const middle = (box.top + box.bottom) / 2;
      return { text: node.data, left: box.left, right: box.right, size, middle };
    });
  });
  const faults = lines.flatMap((a, i) =>
    lines
      .slice(i + 1)
      .filter(
        (b) =>
          a.left < b.right - 1 &&
          b.left < a.right - 1 &&
          Math.abs(a.middle - b.middle) < 0.55 * (a.size + b.size),
      )
      .map((b) => `“${a.text}” lies over “${b.text}”`),
  );
  for (const { text, left, right, middle, size } of lines)
    if (
      left < outer.left ||
      right > outer.right ||
      middle - size / 2 < outer.top ||
      middle + size / 2 > outer.bottom
    )
      faults.push(`“${text}” is cut off`);
  for (const box of part.querySelectorAll('*')) {
    const { overflowX } = getComputedStyle(box);
    if (isSeen(box) && overflowX === 'clip' && box.scrollHeight > box.clientHeight + 1)
      faults.push(`${box.localName} ${box.className} clips what is in it`);
  }
  if (part.scrollWidth > part.clientWidth) faults.push('it is wider than its place');
  return [...new Set(faults)];
}
