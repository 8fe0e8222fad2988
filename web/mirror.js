// The semantic tree as real HTML: laid transparently over the canvas, or shown as a page. Takes diffs (docs/semantics.md), writes only
// what differs, and hands every use of a control back as an action.

import { dressCalendar } from './mirror-calendar.js';
import { Composites } from './mirror-composites.js';
import { isContainer, isInput, isLive, makeNode, nameNode, restoreState, updateNode } from './mirror-nodes.js';

const kFigure = 'figure', kSkip = 'skip', kEnd = 'end';
const kFigureKeys = { ArrowLeft: 0, ArrowRight: 0, ArrowUp: 0, ArrowDown: 0, Home: 0, End: 0, '+': 0, '=': '+', '-': 0, t: 0, T: 't', z: 0, Z: 0, 0: 0 };
const kFirstWordsMs = 50, kPoliteMs = 300;

export class Mirror {
  #root;
  #act;
  #follow;
  #nodes = new Map();     // key -> { node, outer, control }
  #keys = new WeakMap();  // control -> key
  #timers = new Map();    // key of a live region -> timer of what it will say
  #composites;
  #voice = Object.assign(document.createElement('p'), { role: 'status', className: 'voice' });

  /** Shown as a page: there, what gets the focus comes into view, and everything can be reached. */
  isPage = false;

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
    this.#composites = new Composites((control) => this.#isReachable(control));
    root.append(this.#voice);
    const on = (type, listener) => root.addEventListener(type, listener, { signal });
    on('click', (event) => this.#clicked(event));
    on('input', (event) => this.#changed(event, 'slider'));
    on('change', (event) => this.#changed(event));
    on('focusin', (event) => this.#focused(event));
    on('focusout', (event) => this.#tell(event, 'blur'));
    on('keydown', (event) => this.#pressedKey(event));
    signal.addEventListener('abort', () => this.#timers.forEach(clearTimeout));
  }

  /** @param {object} diff what advisor_semantics gave @param {boolean} mayFocus whether it may take the focus where it asks for it */
  apply(diff, mayFocus = true) {
    const focused = this.#focusedKey();
    const within = this.#nodes.get(focused)?.node.parent;
    const { clientWidth, clientHeight } = this.#root;
    if (diff.language) this.#root.lang = diff.language;
    for (const key of diff.remove ?? []) this.#remove(key);
    for (const node of diff.upsert ?? []) this.#upsert(node);
    if (diff.order) this.#arrange(diff.order);
    let changed = Boolean(diff.upsert);
    for (const [key, bounds] of Object.entries(diff.bounds ?? {})) changed = this.#place(key, bounds, clientWidth, clientHeight) || changed;
    if (diff.upsert?.some(({ day }) => day)) this.#dressCalendar();
    this.#shield();
    if (changed) this.rove();
    if (diff.bounds?.[focused]) this.#keepInSight(focused);
    if (diff.focus && mayFocus) this.focus(diff.focus);
    else if (focused && this.#focusedKey() !== focused) this.focus(this.#nodes.has(focused) ? focused : this.#nextTo(within));
  }

  /** Puts the focus on a control, or on the screen's title; over the canvas, without scrolling the page. */
  focus(key = this.#firstHeading()) {
    const made = this.#nodes.get(key) ?? this.#nodes.get(this.#firstHeading());
    if (!made) return;
    if (made.control.tabIndex < 0 && !made.control.hasAttribute('tabindex')) made.control.tabIndex = -1;
    made.control.focus({ preventScroll: !this.isPage && key !== kEnd });
  }

  /** Which control of each toolbar Tab goes to. */
  rove() {
    for (const { node, outer } of this.#nodes.values()) if (node.role === 'toolbar') this.#composites.rove(outer);
  }

  clear() {
    this.#nodes.clear();
    this.#root.replaceChildren();
  }

  #upsert(node) {
    const had = this.#nodes.get(node.key);
    if (had && had.node.role === node.role) {
      const before = had.node;
      had.node = node;
      updateNode(had, node, before);
      if (isLive(node.role) && node.name !== before.name) this.#say(node, node.role === 'status' && node.name ? kPoliteMs : 0);
      return;
    }
    const made = makeNode(node);
    updateNode(made, node, {});
    if (!isContainer(node.role)) made.outer.classList.add('away', 'unpainted');
    this.#keys.set(made.control, node.key);
    this.#nodes.set(node.key, { ...made, node, away: true, unpainted: true });
    if (had) had.outer.replaceWith(made.outer);
    else this.#parent(node).append(made.outer);
    // A live region speaks only of what changes in it: it stands empty first.
    if (isLive(node.role) && node.name) this.#say(node, kFirstWordsMs);
  }

  // What is polite waits until it has stopped changing, so that it is said once; an alert does not wait.
  #say({ key }, afterMs) {
    clearTimeout(this.#timers.get(key));
    const speak = () => {
      const made = this.#nodes.get(key);
      if (made) nameNode(made.outer, made.control, made.node);
    };
    if (afterMs) this.#timers.set(key, setTimeout(speak, afterMs));
    else speak();
  }

  #remove(key) {
    const made = this.#nodes.get(key);
    if (!made) return;
    for (const below of made.outer.querySelectorAll('[data-key]')) this.#nodes.delete(below.dataset.key);
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

  // What has been scrolled out of its panel has no height, and stands at its edge, a pixel small: focused there, it makes the module scroll.
  // Writes what differs alone; says whether it can be reached now, or not any more.
  #place(key, [x, y, width, height], stageWidth, stageHeight) {
    const made = this.#nodes.get(key);
    // A container that was placed would carry its children along: their bounds are the canvas's own.
    if (!made || isContainer(made.node.role)) return false;
    const off = x >= stageWidth || y >= stageHeight || x + width <= 0 || y + height <= 0;
    const marked = (name, on) => made[name] !== on && (made.outer.classList.toggle(name, (made[name] = on)), true);
    const style = (name, value) => made[name] !== value && made.outer.style.setProperty(name, (made[name] = value));
    marked('away', !height || off);
    style('--at', off ? `${clamp(x, stageWidth - 1)}px,${clamp(y, stageHeight - 1)}px` : `${x}px,${y}px`);
    style('--w', `${width}px`);
    style('--h', `${height}px`);
    return marked('unpainted', !width);
  }

  get #dialog() { return this.#root.querySelector('[role=dialog]'); }

  #dressCalendar() {
    const days = [...this.#nodes.values()].filter(({ node }) => node.day).sort((a, b) => (a.node.day < b.node.day ? -1 : 1));
    dressCalendar(days[0].outer.parentNode, days, this.#root.lang);
  }

  // What lies under a dialog is not there for anybody, but for the live regions.
  #shield() {
    const dialog = this.#dialog;
    for (const child of this.#root.children) {
      const inert = Boolean(dialog) && child !== dialog && !isLive(child.role);
      if (child.inert !== inert) child.inert = inert;
    }
  }

  // Over the canvas, what is not painted has no place to be focused at; the figure turns to show what is.
  #isReachable(control) {
    const outer = control.closest('label') ?? control;
    return this.isPage || !outer.classList.contains('unpainted') || this.#inFigure(this.#keys.get(control));
  }

  #inFigure(key) { return this.#nodes.get(key)?.node.parent === kFigure; }

  #firstHeading() {
    const heading = (this.#dialog ?? this.#root).querySelector('.heading');
    return heading ? this.#keys.get(heading) : undefined;
  }

  // What was turned or scrolled to on the canvas may still lie beyond the window, where that is small.
  #keepInSight(key) {
    const { control, node } = this.#nodes.get(key) ?? {};
    if (this.isPage || !control?.matches(':focus-visible') || node.role === 'heading' || isContainer(node.role)) return;
    control.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  }

  // Where the focus goes when its control has gone: into the same toolbar, or to the screen's title.
  #nextTo(parent) {
    const toolbar = this.#nodes.get(parent);
    const stop = toolbar?.node.role === 'toolbar' && this.#composites.stop(toolbar.outer);
    return stop ? this.#keys.get(stop) : undefined;
  }

  #focusedKey() { return this.#keys.get(this.#root.getRootNode().activeElement); }

  #tell(event, verb) {
    const key = this.#keys.get(event.target);
    if (key) this.#act(key, verb, '', false);
    return key;
  }

  #focused(event) {
    this.#tell(event, 'focus');
    this.#composites.moveTo(event.target);
  }

  #clicked(event) {
    const control = event.target.closest?.('button, a, input');
    const key = control && this.#keys.get(control);
    if (!key) return;
    const { node } = this.#nodes.get(key);
    if (key === kSkip) this.focus(kEnd);
    else if (node.role === 'link') this.#follow(key, event);
    else if (node.role === 'date') control.showPicker?.();
    // The browser does nothing when what is chosen is chosen again; the module may take the choice back.
    else if (!isInput(node.role) || (node.role === 'radio' && node.checked)) this.#act(key, 'press', '', true);
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
    // Safari’s Tab over everything is the one with Option.
    const isTab = event.key === 'Tab' || event.code === 'Tab';  // WebKitGTK has no name for it with Shift
    if (!key || (event.altKey && !isTab) || event.ctrlKey || event.metaKey) return;
    const dialog = this.#dialog;
    if (event.key === 'Escape' && dialog) this.#act(this.#keys.get(dialog), 'key', 'Escape', true);
    else if (isTab) return dialog ? this.#composites.keepInside(dialog, event) : this.#composites.leave(event);
    else if (this.#inFigure(key) && event.key in kFigureKeys && !(this.isPage && /^Arrow|^Home|^End/.test(event.key))) this.#pressedOnFigure(key, kFigureKeys[event.key] || event.key);
    else if (!this.#composites.pressed(event)) return;
    event.preventDefault();
  }

  // The focus stays on the area, so that what has changed about it has to be said: its intensity, or the side that is shown.
  #pressedOnFigure(key, pressed) {
    this.#act(key, 'key', pressed, true);
    const slider = this.#nodes.get(key.replace('region.', 'intensity.'))?.node;
    const side = this.#root.querySelector('[data-key="view"] input:checked');
    if (pressed === 't') this.#voice.textContent = side ? this.#nodes.get(this.#keys.get(side)).node.name : '';
    else if (pressed === '+' || pressed === '-') this.#voice.textContent = slider ? slider.text : '';
    else this.#voice.textContent = '';
  }
}

function clamp(value, most) { return Math.min(Math.max(value, 0), most); }
