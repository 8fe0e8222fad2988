// Where the tool is seen and used: the canvas with the controls over it, or the controls as a page,
// and the façade over it until there is something to see. What a person does there goes to the
// module with the time, and a frame answers.

import style from './stage.css';
import { frameBit } from 'built:vocabulary';
import { Mirror } from '../mirror/mirror.js';
import { giveWay } from './arrival.js';
import { Pointers } from './pointers.js';
import { kUsualTextPx, watchSurroundings } from './surroundings.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(style);

/** The tool's style comes last. @param {ShadowRoot} root */
export function adoptStyle(root) {
  const others = root.adoptedStyleSheets.filter((other) => other !== sheet);
  root.adoptedStyleSheets = [...others, sheet];
}

/** @import { Verb } from 'built:vocabulary' */
/**
 * @typedef {object} Tool
 * @property {HTMLElement} element
 * @property {HTMLElement} facade
 * @property {import('./engine.js').Engine} engine
 * @property {import('./frames.js').Frames} frames
 * @property {() => import('./accent.js').Colours | undefined} colours of the site.json
 * @property {() => boolean} tellTime whether another minute has begun
 * @property {(press: () => void, event: MouseEvent) => void} follow a link is about to be followed
 *   by the browser
 * @property {AbortSignal} signal
 */

export class Stage {
  #tool;
  /** The façade, until there is something to be seen under it. @type {HTMLElement | null} */
  #cover;
  #box = Object.assign(document.createElement('div'), { className: 'stage drawn', inert: true });
  #mirror;
  #used = false;
  #lost = false; // what it draws on, at the moment
  #asPage = false; // the reader prefers the page

  /** Whether there is something to draw on. */
  draws = false;
  /** Whether the figure is being made: then nothing of it can be touched. */
  making = false;
  /**
   * Tells the module again what is around, for when the element's theme or the site's colours have
   * changed.
   * @type {() => void}
   */
  tell;

  /** Beside the façade; it can be used from `open` on. @param {Tool} tool */
  constructor(tool) {
    this.#tool = tool;
    this.#cover = tool.facade;
    const tree = Object.assign(document.createElement('div'), { className: 'tree' });
    const { canvas } = tool.engine;
    canvas.ariaHidden = 'true';
    this.#box.append(canvas, tree);
    tool.facade.after(this.#box);
    this.#mirror = new Mirror(
      tree,
      (...action) => this.#act(...action),
      (key, event) => this.#follow(key, event),
      tool.signal,
    );
  }

  start() {
    const { element, engine, frames, colours, signal } = this.#tool;
    const { clientWidth: width, clientHeight: height } = this.#box;
    this.draws = engine.start(width, height, devicePixelRatio);
    this.#dress();
    this.tell = watchSurroundings(this.#box, element, engine, frames, colours, signal);
    if (this.draws) this.#listen();
    this.#listenToReturns();
  }

  /** Takes the façade's place. @param {boolean} focus whether the focus goes there as well */
  open(focus) {
    this.#box.inert = false;
    if (focus) this.focus();
    this.#tool.facade.inert = true;
  }

  focus() {
    this.#used = true;
    this.#mirror.focus();
  }

  /** What a frame has done. @param {number} bits of `frameBit` */
  drawn(bits) {
    this.making = Boolean(bits & frameBit.making);
    if (bits & frameBit.drew && !this.making) this.#uncover();
    if (bits & frameBit.semantics)
      this.#mirror.apply(this.#tool.engine.semantics(), this.#mayFocus);
  }

  /** @param {boolean} asPage */
  set asPage(asPage) {
    this.#asPage = asPage;
    this.#dress();
  }

  /**
   * The menu's text size and contrast, for the page; the canvas has its own.
   * @param {string} text
   */
  look(text) {
    const [percent, contrast] = text.split(' ').map(Number);
    this.#box.style.setProperty('--text', percent ? `${(percent / 100) * kUsualTextPx}px` : '1em');
    this.#box.toggleAttribute('data-contrast', Boolean(contrast));
    this.tell();
  }

  close() {
    const { canvas } = this.#tool.engine;
    canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
    this.#mirror.clear();
    this.#box.remove();
  }

  // The picture with the controls over it; or the controls as a page, where nothing can be drawn or
  // the reader prefers it.
  #dress() {
    const isPage = !this.draws || this.#lost || this.#asPage;
    this.#box.className = `stage ${isPage ? 'page' : 'drawn'}`;
    this.#mirror.isPage = isPage;
    this.#mirror.rove();
    if (isPage) this.#uncover();
  }

  // An undrawn canvas is black: the façade stays until it has drawn.
  #uncover() {
    if (this.#cover) giveWay(this.#cover);
    this.#cover = null;
  }

  #listen() {
    const { engine, frames, tellTime, signal } = this.#tool;
    const done = (now = false) => {
      this.#used = true;
      tellTime();
      this.#answer(now);
    };
    new Pointers(this.#box, engine, { catchUp: () => frames.catchUp(), done }, signal);
    const { canvas } = engine;
    canvas.addEventListener(
      'webglcontextlost',
      (event) => {
        event.preventDefault();
        engine.contextLost();
        this.#hasContext(false);
      },
      { signal },
    );
    canvas.addEventListener(
      'webglcontextrestored',
      () => {
        engine.contextRestored();
        this.#hasContext(true);
      },
      { signal },
    );
  }

  // Time passes while nobody looks: what it has changed is there when somebody comes back.
  #listenToReturns() {
    const { frames, tellTime, signal } = this.#tool;
    const back = () => {
      if (!document.hidden && tellTime()) frames.wake();
    };
    document.addEventListener('visibilitychange', back, { signal });
    for (const type of ['pageshow', 'focus']) window.addEventListener(type, back, { signal });
  }

  /** @param {boolean} has */
  #hasContext(has) {
    this.#lost = !has;
    this.#dress();
    this.#tool.frames.wake();
  }

  // The page keeps its focus unless the reader is in the widget, or nowhere after having used it.
  get #mayFocus() {
    const { element } = this.#tool;
    const { activeElement } = /** @type {Document | ShadowRoot} */ (element.getRootNode());
    return (
      this.#used && (activeElement === element || !activeElement || activeElement === document.body)
    );
  }

  // A link that time has changed is shown, not followed: nobody has seen yet where it leads.
  /** @param {string} key @param {MouseEvent} event */
  #follow(key, event) {
    const { follow, frames, tellTime } = this.#tool;
    const link = /** @type {Element} */ (event.target).closest('a');
    const href = link?.href;
    if (tellTime()) frames.flush();
    if (!link?.isConnected || link.href !== href) return event.preventDefault();
    return follow(() => this.#act(key, 'press', '', true), event);
  }

  /** @param {string} key @param {Verb} verb @param {string} value @param {boolean} now */
  #act(key, verb, value, now) {
    this.#used = true;
    this.#tool.tellTime();
    this.#tool.engine.act(key, verb, value);
    this.#answer(now);
  }

  /** @param {boolean} now within this event */
  #answer(now) {
    if (now) this.#tool.frames.flush();
    else this.#tool.frames.wake();
  }
}
