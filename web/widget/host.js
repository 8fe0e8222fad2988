// The widget behind the façade: brings the files and the module together, owns the stage (canvas
// and controls), and closes without leaving anything behind. Loaded on intent.

import style from './stage.css';
import { giveWay, showProgress } from './arrival.js';
import { WallClock } from './clock.js';
import { abilityBit, frameBit } from 'built:vocabulary';
import { Engine } from './engine.js';
import { bytes, bytesNow, compile, files, unpack } from './files.js';
import { Frames } from './frames.js';
import { HostActions } from './host-actions.js';
import { Memory } from './remember.js';
import { Later } from './later.js';
import { Mirror } from '../mirror/mirror.js';
import { takePicture } from './picture.js';
import { Pointers } from './pointers.js';
import { kUsualTextPx, watchSurroundings } from './surroundings.js';

export { warm } from './files.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(style);

const kHomeTimeZone = 'America/Toronto';

/** @import { Advice, AdvisorState, Intake, Language } from '../element/recovery-advisor.d.ts' */
/** @import { Verb } from 'built:vocabulary' */
/** @import { ModuleEvent, SiteSettings } from './wire.d.ts' */
/**
 * @typedef {object} Surface what the element gives the widget
 * @property {(name: string) => string} address
 * @property {typeof import('built:facade-words').words} words
 * @property {() => { section: HTMLElement, facade: HTMLElement, status: HTMLElement }} parts
 * @property {() => Language} language
 * @property {(state: AdvisorState) => void} become
 * @property {(error: unknown) => void} fail
 */

export class Widget {
  #element;
  #root;
  #surface;
  #frames;
  #canvas = document.createElement('canvas');
  /** While the widget is open. @type {Engine | null} */
  #opened = null;
  /** @type {Mirror} */
  #mirror;
  /** @type {WallClock} */
  #clock;
  /** Holds the canvas and the controls over it. @type {HTMLElement} */
  #stage;
  #life = new AbortController();
  /** @type {Language} */
  #language;
  /** @type {Language} */
  #pageLanguage;
  /** The element's attribute when the file was fetched. @type {string | null} */
  #site = null;
  /** What the page itself needs of the site.json. @type {SiteSettings} */
  #settled = {};
  /** @type {HostActions} */
  #actions;
  /** @type {Memory} */
  #memory;
  /** @type {Promise<unknown>} */
  #loading = Promise.resolve();
  #used = false;
  #draws = false; // there is something to draw on
  #lost = false; // but not at the moment
  #asPage = false; // the reader prefers the page
  /** The façade, until there is something to be seen under it. @type {HTMLElement | null} */
  #cover = null;
  /**
   * While a link is being clicked: whether the book events that came of it were allowed.
   * @type {boolean[] | null}
   */
  #following = null;

  /** Resolves when the figure's screen can be shown, and `intake` works. */
  ready;
  #opening;
  /** @type {Later} */
  #later;
  /** @type {Promise<void> | undefined} */
  #whole;
  #isWhole = false;
  /** What was told before everything was there. @type {Intake | null} */
  #given = null;
  shown = false;

  /** @param {HTMLElement} element @param {ShadowRoot} root @param {Surface} surface */
  constructor(element, root, surface) {
    this.#element = element;
    this.#root = root;
    this.#surface = surface;
    this.#frames = new Frames((now) => this.#draw(now));
    this.#canvas.ariaHidden = 'true';
    this.#opening = this.#open();
    this.ready = this.#opening.then(() => this.#remember());
    this.#root.adoptedStyleSheets = [...this.#root.adoptedStyleSheets, sheet];
    showProgress(
      surface.parts().status,
      surface.address,
      surface.words[this.#language].loading,
      this.ready,
    );
  }

  /**
   * Resolves when everything is there: what lies behind the figure's screen, `advise` and `advice`.
   * Asked for after the first frame, or sooner.
   */
  get whole() {
    return (this.#whole ??= this.#bringRest());
  }

  // What comes after the widget was removed is no mistake of anybody's.
  get #engine() {
    if (!this.#opened) throw new DOMException('removed', 'AbortError');
    return this.#opened;
  }

  /** @returns {Intake | null} */
  get intake() {
    return this.#given ?? this.#engine.intake;
  }
  set intake(intake) {
    this.#given = this.#isWhole ? null : intake;
    if (this.#given) {
      this.whole.then(() => this.#given && (this.intake = this.#given), this.#giveUp);
      return;
    }
    try {
      this.#tellTime();
      if (intake) this.#engine.setIntake(intake);
      else this.#engine.reset();
    } catch (error) {
      this.#emit('error', { message: /** @type {Error} */ (error).message });
    }
    this.#frames.wake();
  }
  /**
   * A page that asks before the rest has come waits for it, at once; null where it cannot come.
   * @returns {Advice | null}
   */
  get advice() {
    try {
      if (!this.#isWhole) this.#bringRestNow();
    } catch {
      return null;
    }
    return this.#engine.advice;
  }
  /** @param {Intake} intake */
  async advise(intake) {
    await this.whole;
    return this.#engine.advise(intake);
  }
  reset() {
    this.#given = null;
    this.#engine.reset();
    this.#frames.wake();
  }

  /** Language, site or theme of the element have changed. */
  configure() {
    const { language } = this.#surface;
    if (language() !== this.#pageLanguage) this.#language = this.#pageLanguage = language();
    this.#applySettings?.();
    this.#reload();
  }

  /** @type {ReturnType<typeof watchSurroundings> | undefined} */
  #applySettings;
  #making = false;

  /** Takes the façade's place. @param {boolean} [focus] whether the focus goes there as well */
  async show(focus = false) {
    if (this.shown) return;
    this.shown = true;
    const { signal } = this.#life;
    const { facade } = this.#surface.parts();
    this.#cover = facade;
    this.#setStage();
    this.#tellTime();
    const { clientWidth: width, clientHeight: height } = this.#stage;
    this.#draws = this.#engine.start(width, height, devicePixelRatio);
    this.#engine.abilities(
      this.#actions.abilities(this.#draws) | (this.#memory.wanted ? abilityBit.remembers : 0),
    );
    this.#dress();
    this.#applySettings = watchSurroundings(
      this.#stage,
      this.#element,
      this.#engine,
      this.#frames,
      () => this.#settled.colours,
      signal,
    );
    if (this.#draws) this.#listen();
    this.#frames.paused = false;
    // Ready is when the figure can be touched, in sight or not; it is made in slices, and the page
    // lives on in between.
    this.#frames.flush();
    while (this.#making) {
      await new Promise((next) => setTimeout(next));
      if (signal.aborted) return;
      this.#frames.flush();
    }
    this.#surface.become(this.#draws ? 'ready' : 'fallback');
    this.#stage.inert = false;
    if (focus) this.focus();
    facade.inert = true;
    this.#emit('ready');
    this.whole.catch(this.#giveUp);
  }

  // The stage beside the façade, with the canvas and the controls, which can be used later.
  #setStage() {
    const { signal } = this.#life;
    const { section, facade } = this.#surface.parts();
    this.#root.adoptedStyleSheets = [
      ...this.#root.adoptedStyleSheets.filter((other) => other !== sheet),
      sheet,
    ];
    const tree = Object.assign(document.createElement('div'), { className: 'tree' });
    this.#stage = Object.assign(document.createElement('div'), {
      className: 'stage drawn',
      inert: true,
    });
    this.#stage.append(this.#canvas, tree);
    facade.after(this.#stage);
    this.#mirror = new Mirror(
      tree,
      (...action) => this.#act(...action),
      (key, event) => this.#follow(key, event),
      signal,
    );

    this.#actions = new HostActions({
      root: this.#root,
      section,
      facade,
      memory: this.#memory,
      intake: () => this.intake,
      words: (key) => this.#word(key),
      takePicture: () => takePicture(this.#engine),
      told: (what) => this.#told(what),
      signal,
    });
  }

  // The picture with the controls over it; or the controls as a page, where nothing can be drawn or
  // the reader prefers it.
  #dress() {
    const isPage = !this.#draws || this.#lost || this.#asPage;
    this.#stage.className = `stage ${isPage ? 'page' : 'drawn'}`;
    this.#mirror.isPage = isPage;
    this.#mirror.rove();
    if (isPage) this.#uncover();
  }

  // An undrawn canvas is black: the façade stays until it has drawn.
  #uncover() {
    if (this.#cover) giveWay(this.#cover);
    this.#cover = null;
  }

  focus() {
    this.#used = true;
    this.#mirror.focus();
  }

  // The page keeps its focus unless the reader is in the widget, or nowhere after having used it.
  get #mayFocus() {
    const { activeElement } = /** @type {Document | ShadowRoot} */ (this.#element.getRootNode());
    return (
      this.#used &&
      (activeElement === this.#element || !activeElement || activeElement === document.body)
    );
  }

  close() {
    this.#life.abort();
    this.#frames.close();
    if (this.shown)
      this.#canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
    this.#mirror?.clear();
    this.#stage?.remove();
    this.#opened = null;
  }

  async #open() {
    const { address, language } = this.#surface;
    this.#language = this.#pageLanguage = language();
    const [pack, words, site] = await Promise.all([
      bytes(address(files.pack)),
      this.#firstWords(),
      this.#siteFile(),
    ]);
    this.#later = new Later(address);
    this.#opened = await Engine.create(compile(address(files.wasm)), this.#later, this.#canvas);
    for (const [name, part] of unpack(pack, files.parts)) this.#engine.put(name, part);
    this.#engine.put('firstWords', words);
    this.#settle(site);
    this.#tellTime();
    this.#engine.openFirst();
  }

  async #remember() {
    this.#memory = new Memory(this.#siteAddress);
    const told = this.#memory.recall(this.#clock);
    if (!told) return;
    await this.whole;
    this.#recall(told);
  }

  async #bringRest() {
    await this.#opening;
    const { address } = this.#surface;
    const [knowledge, words, site] = await Promise.all([
      bytes(address(files.knowledge)),
      this.#words(),
      bytes(this.#siteAddress),
      this.#later.load(),
    ]);
    if (this.#engine && !this.#isWhole) this.#openWhole(knowledge, words, site);
  }

  #bringRestNow() {
    const { address } = this.#surface;
    const [knowledge, words, site] = [
      address(files.knowledge),
      address(files.words[this.#language]),
      this.#siteAddress,
    ].map(bytesNow);
    this.#later.loadNow();
    this.#openWhole(knowledge, words, site);
    if (this.#given) this.intake = this.#given;
  }

  /** @param {Uint8Array} knowledge @param {Uint8Array} words @param {Uint8Array} site */
  #openWhole(knowledge, words, site) {
    this.#engine.put('knowledge', knowledge);
    this.#engine.put('words', words);
    this.#engine.put('site', site);
    this.#engine.openFiles();
    this.#isWhole = true;
    this.#frames.wake();
  }

  /** @param {unknown} error */
  #giveUp = (error) => {
    if (!this.#life.signal.aborted) this.#surface.fail(error);
  };

  /**
   * What another version of the content does not know is no reason to fail.
   * @param {Intake} intake
   */
  #recall(intake) {
    try {
      this.#engine.setIntake(intake);
    } catch {
      this.#memory.forget();
    }
  }

  /** @param {Uint8Array} site */
  #settle(site) {
    this.#settled = JSON.parse(new TextDecoder().decode(site));
    this.#clock = new WallClock(this.#settled.time_zone ?? kHomeTimeZone);
  }

  #firstWords() {
    return bytes(this.#surface.address(files.first[this.#language]));
  }
  #words() {
    return bytes(this.#surface.address(files.words[this.#language]));
  }

  /** For what the page itself has to say. @param {string} key @returns {Promise<string>} */
  async #word(key) {
    return JSON.parse(new TextDecoder().decode(await this.#words())).ui[key];
  }

  get #siteAddress() {
    return this.#site
      ? new URL(this.#site, document.baseURI).href
      : this.#surface.address(files.site);
  }

  #siteFile() {
    this.#site = this.#element.getAttribute('site');
    return bytes(this.#siteAddress);
  }

  // One after the other, so that the last one asked for stays.
  #reload() {
    const language = this.#language;
    this.#loading = Promise.all([this.#loading, this.whole])
      .then(async () => {
        const siteChanged = this.#element.getAttribute('site') !== this.#site;
        const [words, site] = await Promise.all([
          this.#words(),
          siteChanged ? this.#siteFile() : null,
        ]);
        if (!this.#opened || language !== this.#language) return;
        this.#engine.put('words', words);
        if (site) this.#engine.put('site', site);
        this.#engine.openFiles();
        if (site) this.#settle(site);
        this.#applySettings?.();
        this.#surface.parts().section.ariaLabel = this.#surface.words[language].product;
        this.#frames.wake();
      })
      .catch((error) => {
        if (!this.#life.signal.aborted) this.#emit('error', { message: error.message });
      });
  }

  #listen() {
    const { signal } = this.#life;
    new Pointers(
      this.#stage,
      this.#canvas,
      this.#engine,
      {
        catchUp: () => this.#frames.catchUp(),
        done: (now) => {
          this.#used = true;
          this.#tellTime();
          if (now) this.#frames.flush();
          else this.#frames.wake();
        },
      },
      signal,
    );
    this.#canvas.addEventListener(
      'webglcontextlost',
      (event) => {
        event.preventDefault();
        this.#lost = true;
        this.#engine.contextLost();
        this.#dress();
        this.#frames.wake();
      },
      { signal },
    );
    this.#canvas.addEventListener(
      'webglcontextrestored',
      () => {
        this.#lost = false;
        this.#engine.contextRestored();
        this.#dress();
        this.#frames.wake();
      },
      { signal },
    );
  }

  /** @param {number} now */
  #draw(now) {
    const bits = this.#engine.frame(now);
    this.#making = Boolean(bits & frameBit.making);
    if (bits & frameBit.drew && !this.#making) this.#uncover();
    if (bits & frameBit.semantics) this.#mirror?.apply(this.#engine.semantics(), this.#mayFocus);
    if (bits & frameBit.events) for (const event of this.#engine.events()) this.#happened(event);
    if (bits & frameBit.figure) this.#bringFigure();
    return { again: Boolean(bits & frameBit.again), inMs: this.#opened?.nextFrameMs() ?? -1 };
  }

  // The other figure, only once it is chosen. A page that is offline goes on with the one it has.
  async #bringFigure() {
    const atlas = await bytes(this.#surface.address(files.figure)).catch(() => new Uint8Array());
    this.#opened?.figure(atlas);
    this.#frames.wake();
  }

  /** @param {string} key @param {Verb} verb @param {string} value @param {boolean} now */
  #act(key, verb, value, now) {
    this.#used = true;
    this.#tellTime();
    this.#engine.act(key, verb, value);
    if (now) this.#frames.flush();
    else this.#frames.wake();
  }

  /**
   * The module says what the link means; the browser follows it unless the page has cancelled the
   * booking.
   * @param {string} key
   * @param {MouseEvent} event
   */
  #follow(key, event) {
    /** @type {boolean[]} */
    const booked = [];
    this.#following = booked;
    this.#act(key, 'press', '', true);
    this.#following = null;
    if (booked.some((allowed) => !allowed)) event.preventDefault();
  }

  /** @param {ModuleEvent} event */
  #happened(event) {
    /** @type {Record<string, () => unknown>} */
    const report = {
      change: () => {
        const { intake } = this;
        if (this.#memory.wanted) this.#memory.keep(intake);
        this.#emit('change', { intake });
      },
      advice: () => this.#emit('advice', { advice: this.advice }),
      book: () => this.#book(event),
      language: () => {
        this.#language = /** @type {Language} */ (event.language);
        this.#reload();
      },
      list_view: () => {
        this.#asPage = event.text === '1';
        this.#dress();
      },
      look: () => this.#look(event.text ?? ''),
    };
    if (report[event.type]) report[event.type]();
    else this.#actions?.handle(event);
  }

  /**
   * The menu's text size and contrast, for the page; the canvas has its own.
   * @param {string} text
   */
  #look(text) {
    const [percent, contrast] = text.split(' ').map(Number);
    this.#stage.style.setProperty(
      '--text',
      percent ? `${(percent / 100) * kUsualTextPx}px` : '1em',
    );
    this.#stage.toggleAttribute('data-contrast', Boolean(contrast));
    this.#applySettings?.();
  }

  /** @param {number} what of `done` */
  #told(what) {
    this.#opened?.done(what);
    this.#frames.wake();
  }

  /**
   * The page hears of the address without a note that the person may have added: that is for the
   * booking system alone.
   * @param {ModuleEvent} event
   */
  #book({ url = '', follow = '', service = '' }) {
    const allowed = this.#emit('book', { url, service }, true);
    if (this.#following) this.#following.push(allowed);
    else if (allowed && /^https?:/i.test(follow)) window.open(follow, '_blank', 'noopener');
    else if (allowed) location.assign(follow);
  }

  /**
   * @param {string} name
   * @param {object} detail
   * @returns {boolean} whether nobody has cancelled it
   */
  #emit(name, detail = {}, cancelable = false) {
    return this.#element.dispatchEvent(
      new CustomEvent(`advisor-${name}`, { bubbles: true, composed: true, cancelable, detail }),
    );
  }

  #tellTime() {
    const time = this.#clock?.news();
    if (time) this.#engine.setNow(time);
  }
}
