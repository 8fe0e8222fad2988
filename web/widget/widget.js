// The widget behind the façade: what the element asks of it, each handed to the part that knows;
// and what the module asks. It closes without leaving anything behind. Loaded on intent.

import { abilityBit, frameBit } from 'built:vocabulary';
import { showProgress } from './arrival.js';
import { Business } from './business.js';
import { Delivery } from './delivery.js';
import { explained } from './file-error.js';
import { Frames } from './frames.js';
import { leave, placesOf } from './heirs.js';
import { HostActions } from './host-actions.js';
import { IntakeStore } from './intake-store.js';
import { PageEvents } from './page-events.js';
import { takePicture } from './picture.js';
import { adoptStyle, Stage } from './stage.js';
import { keepUnrecorded } from './unrecorded.js';

export { warm } from './files.js';
export { inherit } from './heirs.js';

/** @import { Advice, AdvisorState, Intake, Language } from '../element/recovery-advisor.d.ts' */
/** @import { ModuleEvent } from './wire.d.ts' */
/**
 * @typedef {object} Surface what the element gives the widget
 * @property {(name: string) => string} address
 * @property {typeof import('built:facade-words').words} words
 * @property {() => { section: HTMLElement, facade: HTMLElement, status: HTMLElement }} parts
 * @property {() => Language} language
 * @property {(state: AdvisorState) => void} become
 * @property {(error: unknown) => void} fail
 */

// Routers have addresses of their own behind the #, and tidy the page's.
const isChecked = [location.href, performance.getEntriesByType('navigation')[0]?.name].some(
  (address) => address?.includes('advisor-check'),
);
const isBeingSetUp = isChecked || /^(localhost|127\..*|\[::1\])$/.test(location.hostname);

export class Widget {
  #element;
  #root;
  #surface;
  #places;
  #life = new AbortController();
  #frames = new Frames((now) => this.#draw(now));
  #events;
  #delivery;
  #store;
  /** @type {Promise<void> | undefined} */
  #showing;
  /** From `show` on. @type {Stage} */
  #stage;
  /** @type {HostActions} */
  #actions;

  /** Resolves when the figure's screen can be shown, and `intake` works. */
  ready;
  /** @param {HTMLElement} element @param {ShadowRoot} root @param {Surface} surface */
  constructor(element, root, surface) {
    this.#element = element;
    this.#root = root;
    this.#surface = surface;
    this.#places = placesOf(element);
    const { address, language, parts, words } = surface;
    this.#events = new PageEvents(element);
    const business = new Business(element, address);
    this.#delivery = new Delivery(business, address, language(), this.#frames);
    this.#store = new IntakeStore(this.#delivery, this.#frames, this.#events, this.#giveUp);
    this.ready = this.#open().catch(async (error) => {
      throw this.#showMistake(await explained(error, this.#delivery.language));
    });
    adoptStyle(root);
    showProgress(parts().status, address, words[this.#delivery.language].loading, this.ready);
  }

  async #open() {
    await this.#delivery.first;
    // Who checks a site wants to know of every mistake before anything is shown.
    if (isChecked) await this.whole;
    await this.#store.open();
    // What was set meanwhile counts as well.
    if (this.#delivery.isLeft(this.#surface.language())) this.configure();
  }

  /**
   * Resolves when everything is there: what lies behind the figure's screen, `advise` and `advice`.
   */
  get whole() {
    return this.#delivery.whole;
  }

  /** @returns {Intake | null} */
  get intake() {
    return this.#store.intake;
  }
  set intake(intake) {
    this.#store.intake = intake;
  }
  /**
   * A page that asks before the rest has come waits for it, at once; null where it cannot come.
   * @returns {Advice | null}
   */
  get advice() {
    try {
      this.#delivery.loadNow();
      this.#store.handOver();
    } catch {
      return null;
    }
    return this.#delivery.engine.advice;
  }
  /** @param {Intake} intake */
  async advise(intake) {
    await this.whole.catch(async (error) => {
      throw await explained(error, this.#delivery.language);
    });
    return this.#delivery.engine.advise(intake);
  }
  reset() {
    this.#store.reset();
  }
  /** What another widget can go on with. */
  get kept() {
    return this.#store.kept;
  }
  /** @param {import('./wire.d.ts').Told} told */
  recall(told) {
    return this.#store.recall(told);
  }

  /** Language, site or theme of the element have changed. */
  configure() {
    this.#delivery.configure(this.#surface.language());
    this.#stage?.tell();
    this.#reload();
  }

  get shown() {
    return Boolean(this.#showing);
  }
  /** Takes the façade's place. @param {boolean} [focus] whether the focus goes there as well */
  async show(focus = false) {
    if (!this.#showing) return (this.#showing = this.#takePlace(focus));
    await this.#showing;
    if (focus && !this.#life.signal.aborted) this.#stage.focus();
  }

  /** @param {boolean} focus */
  async #takePlace(focus) {
    // Those who look into the shadow root find the mark there, those who do not, outside of it.
    for (const marked of [this.#element, this.#surface.parts().section])
      keepUnrecorded(marked, this.#life.signal);
    const { engine } = this.#delivery;
    this.#nameTool();
    const stage = this.#setStage();
    this.#delivery.tellTime();
    stage.start();
    engine.abilities(
      this.#actions.abilities(stage.draws) | (this.#store.memory.wanted ? abilityBit.remembers : 0),
    );
    this.#frames.paused = false;
    // Ready is when the figure can be touched, in sight or not; it is made in slices, and the page
    // lives on in between.
    this.#frames.flush();
    while (stage.making) {
      await new Promise((next) => setTimeout(next));
      if (this.#life.signal.aborted) return;
      this.#frames.flush();
    }
    this.#surface.become(stage.draws ? 'ready' : 'fallback');
    stage.open(focus);
    this.#events.emit('ready');
    this.whole.catch(this.#giveUp);
  }

  /** Closes, for another one to go on with what was told, which it gives. */
  leave() {
    const told = this.kept;
    if (told && this.shown) leave(this.#element, this.#places, told);
    this.close();
    return told;
  }

  close() {
    this.#life.abort();
    this.#frames.close();
    this.#stage?.close();
    this.#delivery.close();
  }

  // The stage beside the façade, and what the browser is asked for.
  #setStage() {
    const { engine } = this.#delivery;
    /** @type {import('./stage.js').Tool & import('./host-actions.js').Page} */
    const tool = {
      ...this.#surface.parts(),
      element: this.#element,
      root: this.#root,
      engine,
      frames: this.#frames,
      signal: this.#life.signal,
      memory: this.#store.memory,
      kept: () => this.kept,
      words: (key) => this.#delivery.word(key),
      colours: () => this.#delivery.business.colours,
      takePicture: () => takePicture(engine),
      tellTime: () => this.#delivery.tellTime(),
      follow: (press, event) => this.#events.follow(press, event),
      told: (what) => {
        engine.done(what);
        this.#frames.wake();
      },
    };
    adoptStyle(this.#root);
    this.#actions = new HostActions(tool);
    return (this.#stage = new Stage(tool));
  }

  /** @param {number} now */
  #draw(now) {
    const { engine } = this.#delivery;
    const bits = engine.frame(now);
    this.#stage.drawn(bits);
    if (bits & frameBit.events) for (const event of engine.events()) this.#happened(event);
    if (bits & frameBit.figure) this.#delivery.bringFigure();
    return { again: Boolean(bits & frameBit.again), inMs: engine.nextFrameMs() };
  }

  /** @param {ModuleEvent} event */
  #happened(event) {
    /** @type {Record<string, () => unknown>} */
    const report = {
      change: () => {
        this.#store.changed();
        this.#events.emit('change', { intake: this.intake });
      },
      advice: () => this.#events.emit('advice', { advice: this.advice }),
      book: () => {
        this.#actions.leaveFullScreen();
        this.#events.book(event);
      },
      language: () => {
        this.#delivery.language = /** @type {Language} */ (event.language);
        this.#reload();
      },
      list_view: () => (this.#stage.asPage = event.text === '1'),
      look: () => this.#stage.look(event.text ?? ''),
    };
    if (report[event.type]) report[event.type]();
    else this.#actions.handle(event);
  }

  // In the tool's language, which the façade need not have had.
  #nameTool() {
    const { parts, words } = this.#surface;
    parts().section.ariaLabel = words[this.#delivery.language].product;
  }

  async #reload() {
    try {
      if (!(await this.#delivery.reload())) return;
      this.#stage?.tell();
      this.#nameTool();
      this.#frames.wake();
    } catch (error) {
      await explained(error, this.#delivery.language);
      if (!this.#life.signal.aborted) this.#events.error(error);
    }
  }

  /** @param {any} error */
  #giveUp = async (error) => {
    await explained(error, this.#delivery.language);
    if (this.#life.signal.aborted) return;
    this.#surface.fail(error);
    this.#showMistake(error);
  };

  // Whoever sets the tool up sees on the card what the console says.
  /** @param {any} error */
  #showMistake(error) {
    if (isBeingSetUp) {
      const { facade, status } = this.#surface.parts();
      facade.querySelector('.mistake')?.remove();
      const line = { className: 'mistake', textContent: error.message };
      status.after(Object.assign(document.createElement('p'), line));
    }
    return error;
  }
}
