// The semantic tree as real HTML: laid transparently over the canvas, or shown as a page. Takes
// diffs (docs/semantics.md), writes only what differs, and hands every use of a control back as an
// action.

import { dressCalendar } from './calendar.js';
import { Composites } from './composites.js';
import {
  isContainer,
  isDateBegun,
  isDateOff,
  isInput,
  isLive,
  isMadeAlike,
  makeNode,
  nameNode,
  restoreDate,
  restoreState,
  updateNode,
} from './nodes.js';

/** @import { TreeNode, Verb } from 'built:vocabulary' */
/** @import { Box, TreeDifference } from './tree.d.ts' */
/** @typedef {{ node: TreeNode, box?: Box }} Known */
/** @import { Day } from './calendar.js' */
/** @import { Control, Pressed } from './composites.js' */
/**
 * @typedef {{ node: TreeNode, outer: HTMLElement, control: HTMLElement, away: boolean, unpainted:
 *   boolean, '--at'?: string, '--w'?: string, '--h'?: string }} Standing what stands for a node,
 *   and what was written of its place
 */

const kFigure = 'figure',
  kSkip = 'skip',
  kEnd = 'end';
/** @type {Record<string, string | 0>} a key of the keyboard: what is sent for it; 0: itself */
const kFigureKeys = {
  ArrowLeft: 0,
  ArrowRight: 0,
  ArrowUp: 0,
  ArrowDown: 0,
  Home: 0,
  End: 0,
  '+': 0,
  '=': '+',
  '-': 0,
  t: 0,
  T: 't',
  z: 0,
  Z: 0,
  0: 0,
};
const kNoDay = '?'; // half of one: refused in words
const kFirstWordsMs = 50,
  kPoliteMs = 300,
  kHeardMs = 1000;

export class Mirror {
  #root;
  #act;
  #follow;
  /** What the tree is, by key, in its order. @type {Map<string, Known>} */
  #tree = new Map();
  /** What stands for it, by key. @type {Map<string, Standing>} */
  #nodes = new Map();
  /** Whether all of the tree stands. */
  #isWhole = true;
  /** The key of a control. @type {WeakMap<EventTarget, string>} */
  #keys = new WeakMap();
  /**
   * By key of a live region: the timer of what it will say.
   * @type {Map<string, ReturnType<typeof setTimeout>>}
   */
  #timers = new Map();
  #composites;
  #voice = Object.assign(document.createElement('p'), { role: 'status', className: 'voice' });

  /** Shown as a page: there, what gets the focus comes into view, and everything can be reached. */
  isPage = false;

  /**
   * @param {HTMLElement} root stays empty but for the tree
   * @param {(key: string, verb: Verb, value: string, now: boolean) => void} act `now`: the tree's
   *   answer is wanted within this event
   * @param {(key: string, event: MouseEvent) => void} follow a link is about to be followed by the
   *   browser
   * @param {AbortSignal} signal
   */
  constructor(root, act, follow, signal) {
    this.#root = root;
    this.#act = act;
    this.#follow = follow;
    this.#composites = new Composites((control) => this.#isReachable(control));
    root.append(this.#voice);
    /**
     * @template {keyof HTMLElementEventMap} Type
     * @param {Type} type
     * @param {(event: HTMLElementEventMap[Type]) => void} listener
     */
    const on = (type, listener) => root.addEventListener(type, listener, { signal });
    on('click', (event) => this.#clicked(event));
    on('input', (event) => this.#changed(event, 'slider'));
    on('change', (event) => this.#changed(event));
    on('focusin', (event) => this.#focused(event));
    on('focusout', (event) => this.#left(event));
    on('keydown', (event) => this.#pressedKey(/** @type {Pressed} */ (event)));
    signal.addEventListener('abort', () => this.#timers.forEach((timer) => clearTimeout(timer)));
  }

  /**
   * @param {TreeDifference} diff what advisor_semantics gave
   * @param {boolean} mayFocus whether it may take the focus where it asks for it
   */
  apply(diff, mayFocus = true) {
    const focused = this.#focusedKey(),
      left = /** @type {Control} */ (this.#activeElement);
    const within = this.#made(focused)?.node.parent;
    if (diff.language) this.#root.lang = diff.language;
    this.#learn(diff);
    this.#write(diff);
    if (focused && diff.bounds?.[focused]) this.#keepInSight(focused);
    if (diff.focus && mayFocus) this.focus(diff.focus);
    else if (focused && this.#focusedKey() !== focused)
      this.focus(this.#nodes.has(focused) ? focused : this.#nextTo(within));
    if (focused && !left.isConnected) this.#letGo(left);
  }

  // Orca says nothing of what gets the focus where the control that had it has gone by then. So it
  // stays a while, without a key, where no finger and no Tab comes.
  /** @param {Control} control */
  #letGo(control) {
    const outer = /** @type {HTMLElement} */ (control.closest('label') ?? control);
    for (const one of [outer, control])
      for (const name of ['data-key', 'id', 'name', 'style']) one.removeAttribute(name);
    this.#keys.delete(control);
    control.tabIndex = -1;
    outer.className = 'voice away';
    this.#voice.before(outer);
    setTimeout(() => outer.remove(), kHeardMs);
  }

  /**
   * Puts the focus on a control, or on the screen's title; over the canvas, without scrolling the
   * page.
   */
  focus(key = this.#firstHeading()) {
    const made = this.#made(key) ?? this.#made(this.#firstHeading());
    if (!made) return;
    if (made.control.tabIndex < 0 && !made.control.hasAttribute('tabindex'))
      made.control.tabIndex = -1;
    made.control.focus({ preventScroll: !this.isPage && key !== kEnd });
  }

  /** Which control of each toolbar Tab goes to. */
  rove() {
    // A control that has left its toolbar is a stop of its own again.
    for (const control of this.#root.querySelectorAll(':is(button, a, input)[tabindex]'))
      if (this.#keys.has(control) && !control.closest('[role=toolbar]'))
        control.removeAttribute('tabindex');
    for (const { node, outer } of this.#nodes.values())
      if (node.role === 'toolbar') this.#composites.rove(outer);
  }

  clear() {
    this.#tree.clear();
    this.#nodes.clear();
    this.#root.replaceChildren();
  }

  /** @param {string | undefined} key */
  #made(key) {
    return key === undefined ? undefined : this.#nodes.get(key);
  }

  // A difference is told once, so that it is kept before anything is tried with it. What lay below
  // something removed and has not moved elsewhere is in the order no more.
  /** @param {TreeDifference} diff */
  #learn({ remove = [], upsert = [], order, bounds = {} }) {
    for (const key of remove) this.#tree.delete(key);
    for (const node of upsert)
      this.#tree.set(node.key, { box: this.#tree.get(node.key)?.box, node });
    const before = this.#tree;
    if (order) this.#tree = new Map();
    for (const key of order ?? []) {
      const known = before.get(key);
      if (known) this.#tree.set(key, known);
    }
    for (const [key, box] of Object.entries(bounds)) {
      const known = this.#tree.get(key);
      if (known) known.box = box;
    }
  }

  // Where something is refused half-way, the whole tree is made anew: now, or with the next
  // difference.
  /** @param {TreeDifference} diff */
  #write(diff) {
    let isWhole = this.#isWhole;
    this.#isWhole = false;
    try {
      if (isWhole) this.#change(diff);
    } catch (error) {
      isWhole = false;
      reportError(error);
    }
    if (!isWhole) {
      this.#nodes.clear();
      this.#root.replaceChildren(this.#voice);
      this.#change({ upsert: [...this.#tree.values()].map(({ node }) => node) });
    }
    this.#isWhole = true;
  }

  /** @param {TreeDifference} diff */
  #change(diff) {
    const { clientWidth, clientHeight } = this.#root; // asked for before anything is written
    const toPlace = Object.keys(diff.bounds ?? {});
    let changed = Boolean(diff.upsert ?? diff.remove ?? diff.order);
    if (changed) {
      for (const key of this.#nodes.keys()) if (!this.#tree.has(key)) this.#remove(key);
      for (const { key } of diff.upsert ?? []) {
        const known = this.#tree.get(key);
        if (known && this.#upsert(known.node)) toPlace.push(key);
      }
      this.#arrange();
    }
    for (const key of toPlace) changed = this.#place(key, clientWidth, clientHeight) || changed;
    if (diff.upsert?.some(({ day }) => day)) this.#dressCalendar();
    this.#shield();
    if (changed) this.rove();
  }

  /**
   * @param {TreeNode} node
   * @returns {boolean} whether an element was made for it, which has no place yet
   */
  #upsert(node) {
    const had = this.#nodes.get(node.key);
    if (had && isMadeAlike(node, had.node)) {
      const before = had.node;
      had.node = node;
      updateNode(had, node, before);
      if (isLive(node.role) && node.name !== before.name)
        this.#say(node, node.role === 'status' && node.name ? kPoliteMs : 0);
      return false;
    }
    const made = makeNode(node);
    updateNode(made, node, {});
    if (!isContainer(node.role)) made.outer.classList.add('away', 'unpainted');
    this.#keys.set(made.control, node.key);
    this.#nodes.set(node.key, { ...made, node, away: true, unpainted: true });
    had?.outer.replaceWith(made.outer);
    // A live region speaks only of what changes in it: it stands empty first.
    if (isLive(node.role) && node.name) this.#say(node, kFirstWordsMs);
    return true;
  }

  // What is polite waits until it has stopped changing, so that it is said once; an alert does not
  // wait.
  /** @param {TreeNode} node @param {number} afterMs */
  #say({ key }, afterMs) {
    clearTimeout(this.#timers.get(key));
    const speak = () => {
      const made = this.#nodes.get(key);
      if (made) nameNode(made, made.node);
    };
    if (afterMs) this.#timers.set(key, setTimeout(speak, afterMs));
    else speak();
  }

  /** @param {string} key */
  #remove(key) {
    this.#nodes.get(key)?.outer.remove();
    this.#nodes.delete(key);
  }

  /** @param {TreeNode} node */
  #parent(node) {
    return this.#nodes.get(node.parent)?.outer ?? this.#root;
  }

  // Each child into its parent, in the tree's order and from the root down, so that nothing is put
  // into what lies below it. What may stay is not touched, so that it keeps focus and selection;
  // what is no node of the tree stays last.
  #arrange() {
    /** @type {Map<HTMLElement, HTMLElement[]>} the children of each parent */
    const families = new Map();
    for (const key of this.#tree.keys()) {
      const { node, outer } = /** @type {Standing} */ (this.#nodes.get(key)),
        parent = this.#parent(node),
        family = families.get(parent);
      if (family) family.push(outer);
      else families.set(parent, [outer]);
    }
    const activeElement = this.#activeElement;
    for (const [parent, children] of families) {
      if (areFirstOf(parent, children)) continue;
      const staying = whichStay(parent, children, activeElement),
        last = parent.lastElementChild;
      let next = last && !isOurs(last) ? last : null;
      for (const child of children.reverse()) {
        if (!staying.has(child)) parent.insertBefore(child, next);
        if (child.inert && parent !== this.#root) child.inert = false; // it lay under a dialog
        next = child;
      }
    }
  }

  // What has been scrolled out of its panel has no height, and stands at its edge, a pixel small:
  // focused there, it makes the module scroll. Writes what differs alone; says whether it can be
  // reached now, or not any more.
  /**
   * @param {string} key
   * @param {number} stageWidth
   * @param {number} stageHeight
   * @returns {boolean}
   */
  #place(key, stageWidth, stageHeight) {
    const made = this.#nodes.get(key),
      box = this.#tree.get(key)?.box;
    // A container that was placed would carry its children along: their bounds are the canvas's
    // own.
    if (!made || !box || isContainer(made.node.role)) return false;
    const [x, y, width, height] = box;
    const off = x >= stageWidth || y >= stageHeight || x + width <= 0 || y + height <= 0;
    /** @param {'away' | 'unpainted'} name @param {boolean} on */
    const marked = (name, on) =>
      made[name] !== on && (made.outer.classList.toggle(name, (made[name] = on)), true);
    /** @param {'--at' | '--w' | '--h'} name @param {string} value */
    const style = (name, value) =>
      made[name] !== value && made.outer.style.setProperty(name, (made[name] = value));
    marked('away', !height || off);
    style(
      '--at',
      off ? `${clamp(x, stageWidth - 1)}px,${clamp(y, stageHeight - 1)}px` : `${x}px,${y}px`,
    );
    style('--w', `${width}px`);
    style('--h', `${height}px`);
    return marked('unpainted', !width);
  }

  get #dialog() {
    return /** @type {HTMLElement | null} */ (this.#root.querySelector('[role=dialog][data-key]'));
  }

  #dressCalendar() {
    const days = /** @type {Day[]} */ ([...this.#nodes.values()].filter(({ node }) => node.day));
    days.sort((a, b) => (a.node.day < b.node.day ? -1 : 1));
    dressCalendar(/** @type {Element} */ (days[0].outer.parentNode), days, this.#root.lang);
  }

  // What lies under a dialog is not there for anybody, but for the live regions.
  #shield() {
    const dialog = this.#dialog;
    for (const child of this.#root.children) {
      if (!isOurs(child)) continue;
      const inert = Boolean(dialog) && child !== dialog && !isLive(child.role);
      if (child.inert !== inert) child.inert = inert;
    }
  }

  // Over the canvas, what is not painted has no place to be focused at; the figure turns to show
  // what is.
  /** @param {Control} control */
  #isReachable(control) {
    const outer = control.closest('label') ?? control;
    return (
      this.isPage ||
      !outer.classList.contains('unpainted') ||
      this.#inFigure(this.#keys.get(control))
    );
  }

  /** @param {string | undefined} key */
  #inFigure(key) {
    return this.#made(key)?.node.parent === kFigure;
  }

  #firstHeading() {
    const heading = (this.#dialog ?? this.#root).querySelector('.heading');
    return heading ? this.#keys.get(heading) : undefined;
  }

  // What was turned or scrolled to on the canvas may still lie beyond the window, where that is
  // small.
  /** @param {string} key */
  #keepInSight(key) {
    const made = this.#nodes.get(key);
    if (!made) return;
    const { control, node } = made;
    if (
      this.isPage ||
      !control.matches(':focus-visible') ||
      node.role === 'heading' ||
      isContainer(node.role)
    )
      return;
    control.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  }

  // Where the focus goes when its control has gone: into the same toolbar, or to the screen's
  // title.
  /** @param {string | undefined} parent */
  #nextTo(parent) {
    const toolbar = this.#made(parent);
    const stop = toolbar?.node.role === 'toolbar' && this.#composites.stop(toolbar.outer);
    return stop ? this.#keys.get(stop) : undefined;
  }

  // The tree stands in a shadow root, or in the document itself.
  get #activeElement() {
    return /** @type {Document | ShadowRoot} */ (this.#root.getRootNode()).activeElement;
  }

  #focusedKey() {
    return this.#keyOf(this.#activeElement);
  }

  /** @param {EventTarget | null | undefined} target */
  #keyOf(target) {
    return target ? this.#keys.get(target) : undefined;
  }

  /** @param {Event} event @param {'focus' | 'blur'} verb */
  #tell(event, verb) {
    const key = this.#keyOf(event.target);
    if (key) this.#act(key, verb, '', false);
    return key;
  }

  /** @param {FocusEvent} event */
  #focused(event) {
    this.#tell(event, 'focus');
    this.#composites.moveTo(/** @type {Control} */ (event.target));
  }

  // A date that was begun, or emptied, is told once its field is left; what is not taken goes.
  /** @param {FocusEvent} event */
  #left(event) {
    const made = this.#made(this.#keyOf(event.target));
    if (made?.node.role === 'date' && isDateOff(made) && isDateBegun(made)) {
      const { value, validity } = /** @type {HTMLInputElement} */ (made.control);
      this.#act(made.node.key, 'set', validity.badInput ? kNoDay : value, true);
    }
    this.#tell(event, 'blur');
    if (made?.node.role === 'date') restoreDate(made);
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const control = /** @type {Element} */ (event.target).closest?.('button, a, input');
    const key = this.#keyOf(control),
      node = this.#made(key)?.node;
    if (!key || !node) return;
    if (key === kSkip) this.focus(kEnd);
    else if (node.role === 'link') this.#follow(key, event);
    else if (node.role === 'date') this.#pick(/** @type {HTMLInputElement} */ (control), key);
    // The browser does nothing when what is chosen is chosen again; the module may take the choice
    // back.
    else if (!isInput(node.role) || (node.role === 'radio' && node.on))
      this.#act(key, 'press', '', true);
  }

  /**
   * The browser's own picker; where it is refused, as in a frame of another origin, the module asks
   * in its own month.
   * @param {HTMLInputElement} control @param {string} key
   */
  #pick(control, key) {
    try {
      control.showPicker?.();
    } catch {
      this.#act(key, 'press', '', true);
    }
  }

  /** @param {Event} event @param {'slider'} [only] */
  #changed(event, only) {
    const key = this.#keyOf(event.target),
      made = this.#made(key);
    if (made?.node.role === 'date' && this.#focusedKey() === key && isDateBegun(made)) return;
    if (!key || !made || (only ? made.node.role !== only : made.node.role === 'slider')) return;
    const sets = made.node.role === 'slider' || made.node.role === 'date';
    this.#act(
      key,
      sets ? 'set' : 'press',
      sets ? /** @type {HTMLInputElement} */ (event.target).value : '',
      true,
    );
    restoreState(made.control, this.#nodes.get(key)?.node ?? made.node);
  }

  /** @param {Pressed} event */
  #pressedKey(event) {
    const key = this.#keyOf(event.target);
    // Safari’s Tab over everything is the one with Option.
    // WebKitGTK has no name for it with Shift.
    const isTab = event.key === 'Tab' || event.code === 'Tab';
    if (!key || (event.altKey && !isTab) || event.ctrlKey || event.metaKey) return;
    // The page does not see that this is a field or a button, and may have a use of its own for it.
    if (!isTab && isTyped(event)) event.stopPropagation();
    const dialog = this.#dialog;
    // The list of marks is no dialog, and goes like one.
    const closes = dialog
      ? this.#keys.get(dialog)
      : this.#nodes.get('tray.list')?.node.expanded && key;
    if (event.key === 'Escape' && closes) this.#act(closes, 'key', 'Escape', true);
    else if (isTab)
      return dialog ? this.#composites.keepInside(dialog, event) : this.#composites.leave(event);
    else if (
      this.#inFigure(key) &&
      event.key in kFigureKeys &&
      !(this.isPage && /^Arrow|^Home|^End/.test(event.key))
    )
      this.#pressedOnFigure(key, kFigureKeys[event.key] || event.key);
    else if (!this.#composites.pressed(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  // The focus stays on the area, so that what has changed about it has to be said: its intensity,
  // or the side that is shown.
  /** @param {string} key @param {string} pressed */
  #pressedOnFigure(key, pressed) {
    this.#act(key, 'key', pressed, true);
    const slider = this.#nodes.get(key.replace('region.', 'intensity.'))?.node;
    const side = this.#root.querySelector('[data-key="view"] input:checked');
    if (pressed === 't') this.#voice.textContent = this.#made(this.#keyOf(side))?.node.name ?? '';
    else if (pressed === '+' || pressed === '-') this.#voice.textContent = slider?.value_text ?? '';
    else this.#voice.textContent = '';
  }
}

/**
 * Into a field, but for Escape; or it presses a control.
 * @param {KeyboardEvent} event
 */
const isTyped = ({ target, key }) =>
  /** @type {Element} */ (target).localName === 'input'
    ? key !== 'Escape'
    : /^( |Enter)$/.test(key);

/**
 * What others have written beside it has no key.
 * @param {Element} node @returns {node is HTMLElement}
 */
const isOurs = (node) => Boolean(/** @type {HTMLElement} */ (node).dataset?.key);

/** What is not ours is passed over. @param {HTMLElement} parent @param {HTMLElement[]} children */
function areFirstOf(parent, children) {
  let next = parent.firstElementChild;
  for (const child of children) {
    while (next && !isOurs(next)) next = next.nextElementSibling;
    if (child !== next) return false;
    next = child.nextElementSibling;
  }
  return true;
}

/**
 * @typedef {{ child: HTMLElement, place: number, before?: Chain, length: number }} Chain of
 *   children in order, from its end
 */

/**
 * Of the children wanted in this order, those that need not move: as many as can be, and the one
 * that has the focus.
 * @param {HTMLElement} parent @param {HTMLElement[]} children @param {Element | null} focused
 */
function whichStay(parent, children, focused) {
  const places = new Map([...parent.children].map((child, place) => [child, place]));
  const standing = children.filter((child) => places.has(child));
  const placeOf = (/** @type {HTMLElement} */ child) => /** @type {number} */ (places.get(child));
  const held = standing.findIndex((child) => child.contains(focused)),
    heldPlace = placeOf(standing[held]);
  /** @type {Chain[]} each the longest one that ends with this child */
  const chains = [];
  for (const [i, child] of standing.entries()) {
    const place = placeOf(child);
    if (held >= 0 && Math.sign(i - held) !== Math.sign(place - heldPlace)) continue;
    const before = longest(chains.filter((chain) => chain.place < place));
    chains.push({ child, place, before, length: (before?.length ?? 0) + 1 });
  }
  /** @type {Set<HTMLElement>} */
  const staying = new Set();
  for (let chain = longest(chains); chain; chain = chain.before) staying.add(chain.child);
  return staying;
}

/** @param {Chain[]} chains @returns {Chain | undefined} */
function longest(chains) {
  return chains.reduce(
    (most, chain) => (most && most.length >= chain.length ? most : chain),
    /** @type {Chain | undefined} */ (undefined),
  );
}

/** @param {number} value @param {number} most */
function clamp(value, most) {
  return Math.min(Math.max(value, 0), most);
}
