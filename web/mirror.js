// The semantic tree as real HTML: laid transparently over the canvas, or, where nothing can be drawn, shown as a page. Takes diffs
// (docs/semantics.md), writes only what differs, and hands every use of a control back as an action.

import { isContainer, isInput, isLive, makeNode, restoreState, updateNode } from './mirror-nodes.js';

const kFigureKeys = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', '+', '-']);
const kFigure = 'figure';
const kLiveDelayMs = 50;

export class Mirror {
  #root;
  #act;
  #follow;
  #nodes = new Map();     // key -> { node, outer, control }
  #keys = new WeakMap();  // control -> key
  #roving = null;         // key of the figure's one tab stop

  /** Shown as a page: there, what gets the focus comes into view, as on any page. */
  scrolls = false;

  /**
   * @param {HTMLElement} root stays empty but for the tree
   * @param {(key: string, verb: string, value: string, now: boolean) => void} act `now`: the tree's answer is wanted within this event
   * @param {(key: string, event: MouseEvent) => void} follow a link is about to be followed by the browser
   * @param {AbortSignal} signal
   */
  constructor(root, act, follow, signal) {
    this.#root = root;
    this.#act = act;
    this.#follow = follow;
    const on = (type, listener) => root.addEventListener(type, listener, { signal });
    on('click', (event) => this.#clicked(event));
    on('input', (event) => this.#changed(event, 'slider'));
    on('change', (event) => this.#changed(event));
    on('focusin', (event) => this.#focused(event));
    on('focusout', (event) => this.#tell(event, 'blur'));
    on('keydown', (event) => this.#pressedKey(event));
  }

  /** Whether the focus is on one of the tree's controls. */
  get hasFocus() { return this.#root.contains(this.#root.getRootNode().activeElement); }

  /** @param {object} diff what advisor_semantics gave @param {boolean} mayFocus whether it may take the focus where it asks for it */
  apply(diff, mayFocus = true) {
    const focused = this.#focusedKey();
    const { clientWidth, clientHeight } = this.#root;
    if (diff.language) this.#root.lang = diff.language;
    for (const key of diff.remove ?? []) this.#remove(key);
    for (const node of diff.upsert ?? []) this.#upsert(node);
    if (diff.order) this.#arrange(diff.order);
    for (const [key, bounds] of Object.entries(diff.bounds ?? {})) this.#place(key, bounds, clientWidth, clientHeight);
    this.#rove();
    if (diff.focus && mayFocus) this.focus(diff.focus);
    else if (focused && this.#focusedKey() !== focused) this.focus(this.#nodes.has(focused) ? focused : this.#firstHeading());
  }

  /** Puts the focus on a control, or on the screen's title; over the canvas, without scrolling the page. */
  focus(key = this.#firstHeading()) {
    const made = this.#nodes.get(key);
    if (!made) return;
    if (made.control.tabIndex < 0 && !made.control.hasAttribute('tabindex')) made.control.tabIndex = -1;
    if (this.#nodes.get(made.node.parent)?.node.key === kFigure) this.#roveTo(key);
    made.control.focus({ preventScroll: !this.scrolls });
  }

  clear() {
    this.#nodes.clear();
    this.#root.replaceChildren();
  }

  #upsert(node) {
    const had = this.#nodes.get(node.key);
    if (had && had.node.role === node.role) {
      updateNode(had, node, had.node);
      had.node = node;
      return;
    }
    const made = makeNode(node);
    // A live region speaks only of what changes in it: it stands empty first.
    if (isLive(node.role) && node.name) {
      setTimeout(() => updateNode(made, this.#nodes.get(node.key)?.node ?? node, {}), kLiveDelayMs);
    } else {
      updateNode(made, node, {});
    }
    if (!isContainer(node.role)) made.outer.classList.add('away');
    this.#keys.set(made.control, node.key);
    this.#nodes.set(node.key, { ...made, node });
    if (had) had.outer.replaceWith(made.outer);
    else this.#parent(node).append(made.outer);
  }

  #remove(key) {
    const made = this.#nodes.get(key);
    if (!made) return;
    for (const [below, other] of this.#nodes) if (made.outer.contains(other.outer)) this.#nodes.delete(below);
    this.#nodes.delete(key);
    made.outer.remove();
  }

  #parent(node) { return this.#nodes.get(node.parent)?.outer ?? this.#root; }

  // Children into the order given; what already stands right is not touched, so that it keeps focus and selection.
  #arrange(order) {
    const next = new Map();  // parent -> the child that comes next there
    for (const key of order) {
      const made = this.#nodes.get(key);
      if (!made) continue;
      const parent = this.#parent(made.node);
      const expected = next.has(parent) ? next.get(parent) : parent.firstElementChild;
      if (made.outer !== expected) parent.insertBefore(made.outer, expected);
      next.set(parent, made.outer === expected ? expected.nextElementSibling : expected);
    }
  }

  // What has been scrolled off the canvas stands at its edge, a pixel small: focused there, it makes the module scroll, not the page.
  #place(key, [x, y, width, height], stageWidth, stageHeight) {
    const { outer, node } = this.#nodes.get(key) ?? {};
    // A container that was placed would carry its children along: their bounds are the canvas's own.
    if (!outer || isContainer(node.role)) return;
    const off = x >= stageWidth || y >= stageHeight || x + width <= 0 || y + height <= 0;
    outer.classList.toggle('away', !width || !height || off);
    outer.style.setProperty('--at', off ? `${clamp(x, stageWidth - 1)}px,${clamp(y, stageHeight - 1)}px` : `${x}px,${y}px`);
    outer.style.setProperty('--w', `${width}px`);
    outer.style.setProperty('--h', `${height}px`);
  }

  // The figure is one tab stop: the control last used there, otherwise its first.
  #rove() {
    const figure = this.#nodes.get(kFigure);
    if (!figure) return;
    if (!this.#inFigure(this.#roving)) this.#roving = null;
    for (const [key, { node, control }] of this.#nodes) {
      if (node.parent !== kFigure || isInput(node.role)) continue;
      this.#roving ??= key;
      const wanted = key === this.#roving ? 0 : -1;
      if (control.tabIndex !== wanted) control.tabIndex = wanted;
    }
  }

  #roveTo(key) {
    this.#roving = key;
    this.#rove();
  }

  #inFigure(key) { return this.#nodes.get(key)?.node.parent === kFigure; }

  #firstHeading() {
    const heading = this.#root.querySelector('.heading');
    return heading ? this.#keys.get(heading) : undefined;
  }

  #focusedKey() { return this.#keys.get(this.#root.getRootNode().activeElement); }

  #tell(event, verb) {
    const key = this.#keys.get(event.target);
    if (key) this.#act(key, verb, '', false);
    return key;
  }

  #focused(event) {
    const key = this.#tell(event, 'focus');
    if (key && this.#inFigure(key)) this.#roveTo(key);
  }

  #clicked(event) {
    const control = event.target.closest?.('button, a, input[type=date]');
    const key = control && this.#keys.get(control);
    if (!key) return;
    if (control instanceof HTMLAnchorElement) this.#follow(key, event);
    else if (control instanceof HTMLButtonElement) this.#act(key, 'press', '', true);
    else control.showPicker?.();
  }

  #changed(event, only) {
    const key = this.#keys.get(event.target);
    const made = this.#nodes.get(key);
    if (!made || (only ? made.node.role !== only : made.node.role === 'slider')) return;
    const sets = made.node.role === 'slider' || made.node.role === 'date';
    this.#act(key, sets ? 'set' : 'press', sets ? event.target.value : '', true);
    restoreState(made.control, this.#nodes.get(key)?.node ?? made.node);
  }

  #pressedKey(event) {
    const key = this.#keys.get(event.target);
    if (!key || event.altKey || event.ctrlKey || event.metaKey) return;
    const dialog = event.key === 'Escape' && event.target.closest('.dialog');
    if (dialog) this.#act(this.#keys.get(dialog), 'key', 'Escape', true);
    else if (this.#inFigure(key) && !isInput(this.#nodes.get(key).node.role) && kFigureKeys.has(event.key)) this.#act(key, 'key', event.key, true);
    else return;
    event.preventDefault();
  }
}

function clamp(value, most) { return Math.min(Math.max(value, 0), most); }
