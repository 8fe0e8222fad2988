// Runs in a page. A mirror is told of a tree that changes at random; after each difference it is
// held against another mirror that was told the whole tree at once.

import { Random, toldByModule, toldSparsely, WanderingTree } from './mirror-trees.mjs';

const kControls = 'button, a, input';
const kStayingWays = ['add', 'remove', 'rename', 'scroll'];

/**
 * @param {typeof import('../../web/mirror/mirror.js').Mirror} Mirror
 * @param {{ seeds: number[], steps: number, refusing?: boolean }} how so many steps for each seed;
 *   refusing: the browser refuses a change now and then
 * @returns {{ steps: number, kept: number, refused: number, wrong?: object }} wrong: the first that
 *   was
 */
export function walk(Mirror, { seeds, steps, refusing = false }) {
  const around = { Mirror, refusing, runTimers: takeTimers(), refused: 0 };
  if (refusing) mayRefuse();
  globalThis.reportError = () => around.refused++;
  const count = { steps: 0, kept: 0, refused: 0 };
  for (const seed of seeds) {
    const one = new Walk(around, seed);
    for (let step = 0; step < steps; step++) {
      const wrong = one.step();
      if (wrong) return { ...count, wrong: { seed, step, ...wrong } };
      count.steps++;
    }
    one.end();
    count.kept += one.kept;
  }
  return { ...count, refused: around.refused };
}

class Walk {
  kept = 0; // times that a control had the focus and nothing above it moved
  #around;
  #random;
  #tree;
  #tells;
  #root;
  #mirror;
  #life = new AbortController();
  #before = { nodes: [], boxes: {} };
  #isLeftOver = false; // what was refused twice is made up for by the next difference

  constructor(around, seed) {
    this.#around = around;
    this.#random = new Random(seed);
    this.#tree = new WanderingTree(this.#random);
    this.#tells = this.#random.one([toldByModule, toldSparsely]);
    this.#root = makeRoot();
    this.#mirror = this.#newMirror(this.#root);
  }
  #newMirror(root) {
    return new this.#around.Mirror(
      root,
      () => {},
      () => {},
      this.#life.signal,
    );
  }

  end() {
    this.#life.abort();
    hostOf(this.#root).remove();
  }

  /** @returns {object | undefined} what is wrong after it */
  step() {
    const before = this.#before,
      ways = before.nodes.length ? this.#tree.change() : [];
    const now = (this.#before = this.#tree.now()),
      diff = this.#tells(before, now);
    const elements = new Map(before.nodes.map(({ key }) => [key, find(this.#root, key)]));
    const focused = this.#focusSomething();
    const watched = watch(this.#root, focused?.control);
    const { isMadeAnew, error } = this.#apply(diff);
    const { inserted, isBlurred } = watched.end();
    const what =
      error ??
      this.#differsFromTree(now) ??
      this.#lostFocus(focused) ??
      (isMadeAnew
        ? undefined
        : this.#touched(kin(before, now), { elements, inserted, ways, focused, isBlurred }));
    return what && { ways, diff: JSON.stringify(diff), what };
  }

  #focusSomething() {
    this.#root.getRootNode().activeElement?.blur();
    const control = this.#random.chance(0.5)
      ? this.#random.one([...this.#root.querySelectorAll(kControls)].filter(canHaveFocus))
      : undefined;
    control?.focus();
    return control && { control, key: (control.closest('label') ?? control).dataset.key };
  }

  #apply(diff) {
    const { refused } = this.#around,
      wasLeftOver = this.#isLeftOver;
    if (this.#around.refusing && this.#random.chance(0.5))
      refuseAfter(
        this.#random.below(10),
        ...(this.#random.chance(0.5) ? [this.#random.below(60)] : []),
      );
    try {
      this.#mirror.apply(diff, false);
      this.#isLeftOver = false;
      return { isMadeAnew: wasLeftOver || this.#around.refused > refused };
    } catch (error) {
      this.#isLeftOver = error instanceof Refusal;
      return { isMadeAnew: true, error: this.#isLeftOver ? undefined : String(error) };
    } finally {
      refuseAfter();
    }
  }

  #differsFromTree({ nodes, boxes }) {
    if (this.#isLeftOver) return undefined;
    this.#around.runTimers();
    const other = makeRoot();
    this.#newMirror(other).apply(
      { upsert: nodes, order: nodes.map(({ key }) => key), bounds: boxes },
      false,
    );
    this.#around.runTimers();
    const [is, shouldBe] = [this.#root, other].map((root) =>
      [...root.childNodes].map(written).join('\n'),
    );
    hostOf(other).remove();
    return is === shouldBe ? undefined : `is\n${is}\nand not the tree\n${shouldBe}`;
  }

  #lostFocus(focused) {
    if (!focused || this.#isLeftOver) return undefined;
    const outer = find(this.#root, focused.key),
      control = outer?.querySelector(':scope > input') ?? outer;
    return control && canHaveFocus(control) && this.#root.getRootNode().activeElement !== control
      ? `${focused.key} has lost the focus`
      : undefined;
  }

  // What could stay as it was and did not.
  #touched(
    { surviving, isInPlace, standsStill },
    { elements, inserted, ways, focused, isBlurred },
  ) {
    const other = surviving.find((key) => find(this.#root, key) !== elements.get(key));
    if (other) return `${other} is another element`;
    const moved = surviving.filter((key) => isInPlace(key) && inserted.has(elements.get(key)));
    const isOneMove = ways.length === 1 && ways[0] === 'move' && !focused;
    if (
      moved.length >
      (ways.every((way) => kStayingWays.includes(way)) ? 0 : isOneMove ? 1 : Infinity)
    )
      return `${moved} were moved`;
    // The others are moved around the one that has the focus.
    if (!focused || !canHaveFocus(focused.control) || !standsStill(focused.key)) return undefined;
    this.kept++;
    return isBlurred ? `${focused.key} lost the focus for a while` : undefined;
  }
}

// How the nodes before and after are the same ones. One element stands for a node as long as it
// can: a heading's level, its place as a title and a radio's group are part of it.
function kin(before, now) {
  const had = new Map(before.nodes.map((node) => [node.key, node])),
    has = new Map(now.nodes.map((node) => [node.key, node]));
  const isOne = (key) => {
    const one = had.get(key),
      other = has.get(key);
    if (!one || !other || one.role !== other.role) return false;
    return one.role === 'heading'
      ? one.level === other.level && one.parent === other.parent
      : one.role !== 'radio' || one.parent === other.parent;
  };
  const isInPlace = (key) => {
    const { parent } = had.get(key);
    return has.get(key)?.parent === parent && (parent === '' || isOne(parent));
  };
  const standsStill = (key) =>
    key === '' || (isOne(key) && isInPlace(key) && standsStill(had.get(key).parent));
  return { surviving: [...has.keys()].filter(isOne), isInPlace, standsStill };
}

/** What is inserted below the root until the end, and whether the control loses the focus. */
function watch(root, control) {
  const observer = new MutationObserver(() => {});
  observer.observe(root, { childList: true, subtree: true });
  let isBlurred = false;
  const blurred = () => (isBlurred = true);
  control?.addEventListener('blur', blurred);
  return {
    end() {
      control?.removeEventListener('blur', blurred);
      const inserted = new Set(observer.takeRecords().flatMap(({ addedNodes }) => [...addedNodes]));
      observer.disconnect();
      return { inserted, isBlurred };
    },
  };
}

const find = (root, key) => root.querySelector(`[data-key="${key}"]`);
const canHaveFocus = (control) =>
  control.matches(kControls) &&
  !control.disabled &&
  !control.closest('[inert]') &&
  (control.localName !== 'a' || control.hasAttribute('href'));

/**
 * An element as text: what stands where, and in which state. Which control of a toolbar is its tab
 * stop goes by what was used.
 */
function written(element) {
  if (element.nodeType !== Node.ELEMENT_NODE) return element.data;
  const attributes = [...element.attributes]
    .filter(({ name }) => !['class', 'style', 'tabindex'].includes(name))
    .map(({ name, value }) => `${name}=${value}`)
    .sort();
  const state = [
    [...element.classList].sort().join('.'),
    ...['--at', '--w', '--h'].map((name) => element.style.getPropertyValue(name)),
    element.checked,
    element.value,
    element.disabled,
  ];
  if (element.matches(kControls) && !element.closest('[role=toolbar]'))
    state.push(`tab ${element.tabIndex}`);
  if (element.matches('[role=toolbar]'))
    state.push(
      `${[...element.querySelectorAll(kControls)].filter(({ tabIndex }) => tabIndex === 0).length} stops`,
    );
  return `<${element.localName} ${attributes.join(' ')} ${state.join('|')}>${[...element.childNodes].map(written).join('')}</>`;
}

// In a shadow of its own, as in the element: radios of the same group do not know each other across
// its border.
function makeRoot() {
  const host = document.createElement('div'),
    root = document.createElement('div');
  Object.assign(root.style, { width: '390px', height: '844px' });
  host.attachShadow({ mode: 'open' }).append(root);
  document.body.append(host);
  return root;
}
const hostOf = (root) => root.getRootNode().host;

/**
 * Timers that run when they are told to: what a live region will say is said before it is compared.
 */
function takeTimers() {
  const timers = new Map();
  let last = 0;
  globalThis.setTimeout = (call) => (timers.set(++last, call), last);
  globalThis.clearTimeout = (id) => timers.delete(id);
  return () => {
    const due = [...timers.values()];
    timers.clear();
    for (const call of due) call();
  };
}

class Refusal extends Error {}
let allowed = [];

/**
 * The browser refuses a change of the DOM after so many that it allows, and again after so many
 * more; without numbers none.
 */
function refuseAfter(...changes) {
  allowed = changes;
}

function mayRefuse() {
  for (const [kind, name] of [
    [Node, 'insertBefore'],
    [Element, 'remove'],
    [Element, 'setAttribute'],
    [Element, 'replaceWith'],
    [Element, 'replaceChildren'],
  ]) {
    const change = kind.prototype[name];
    kind.prototype[name] = function (...what) {
      if (allowed.length && allowed[0]-- === 0) {
        allowed = allowed.slice(1);
        throw new Refusal(name);
      }
      return change.apply(this, what);
    };
  }
}
