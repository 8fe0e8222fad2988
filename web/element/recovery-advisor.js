// <recovery-advisor>: the custom element. This file is all that a page loads before anybody asks
// for the tool: the façade, and the element's face towards the page. Everything else comes with
// widget.js, on intent.

import style from './facade.css';
import { words } from 'built:facade-words';
import { files } from 'built:first-files';
import { address, bringWidget } from 'built:place';

/** @import { Advice, AdvisorState, Intake, Language } from './recovery-advisor.d.ts' */
/** @typedef {import('../widget/widget.js').Widget} Widget */
/** @typedef {import('../widget/wire.d.ts').Told} Told */

const sheet = new CSSStyleSheet();
sheet.replaceSync(style);

/**
 * What the widget needs, asked for at once and only once a page: widget.js takes the answers over.
 * @type {ReturnType<typeof bringWidget> | null}
 */
let warmed = null;
let tries = 0;
/**
 * Once there may be something to go on with.
 * @type {typeof import('../widget/widget.js').inherit | undefined}
 */
let inherit;
const warm = () => {
  if (!warmed) {
    const early = files.early.map((name) => fetch(address(name)));
    for (const answer of early) answer.catch(() => {});
    // A browser may remember that a module failed: another name asks again.
    warmed = bringWidget(tries++ ? `?${tries}` : '').then((widget) => {
      widget.warm(address, early);
      inherit = widget.inherit;
      return widget;
    });
    warmed.catch(() => {
      warmed = null;
    });
  }
  return warmed;
};

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name @param {object} [properties] @param {(Node | string)[]} children
 */
const make = (name, properties = {}, ...children) => {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
};

class RecoveryAdvisor extends HTMLElement {
  static observedAttributes = ['lang', 'site', 'theme', 'load', 'state'];

  #root = this.attachShadow({ mode: 'open' });
  /** @type {AdvisorState} */
  #state = 'idle';
  /** @type {Intake | null} */
  #intake = null;
  /** What it, or an element before it, has left. @type {Told | null} */
  #told = null;
  /** The promise of the widget, from the first intent on. @type {Promise<Widget> | null} */
  #promised = null;
  /** The widget itself, once it is there. @type {Widget | null} */
  #widget = null;
  /** Ends with the element's stay in the page. @type {AbortController | null} */
  #life = null;
  /** All of ours in the shadow root, where others may write beside it and into it. */
  #section = make('section');
  /** What stands in the tag is the page's, and looks as the page has it. */
  #slot = make('slot');
  /** @type {HTMLElement} */
  #facade;
  /** @type {HTMLElement} */
  #button;
  /** @type {HTMLElement} */
  #status;
  /** @type {HTMLImageElement} */
  #poster;

  /** What was told so far, or null. */
  get intake() {
    return this.#widget ? this.#widget.intake : (this.#told?.intake ?? this.#intake);
  }
  set intake(intake) {
    this.#told = null;
    if (this.#widget) this.#widget.intake = intake ?? null;
    else this.#intake = intake ?? null;
  }
  get advice() {
    return this.#widget ? this.#widget.advice : null;
  }
  get state() {
    return this.#state;
  }

  /**
   * An advice for an intake, without touching what is on screen.
   * @param {Intake} intake
   * @returns {Promise<Advice>}
   */
  async advise(intake) {
    return (await this.#open()).advise(intake);
  }

  /** Forgets everything told. */
  reset() {
    this.#intake = this.#told = null;
    this.#widget?.reset();
  }

  /** Loads the tool, shows it and puts the focus in it, without scrolling the page. */
  open() {
    return this.#show(true);
  }

  connectedCallback() {
    if (this.#life) return; // moved within the page
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#root.adoptedStyleSheets = [...new Set(this.#root.adoptedStyleSheets).add(sheet)];
    if (Object.hasOwn(this, 'intake')) this.#upgrade();
    this.#become('idle');
    this.#draw();
    for (const type of ['pointerover', 'focusin']) {
      this.addEventListener(type, () => navigator.connection?.saveData || warm(), {
        once: true,
        signal,
      });
    }
    const pageLanguage = new MutationObserver(() => this.#configure());
    pageLanguage.observe(document.documentElement, { attributeFilter: ['lang'] });
    signal.addEventListener('abort', () => pageLanguage.disconnect());
    this.#start();
    // A router has rendered its page anew, and put in or taken out first what it likes.
    setTimeout(() => {
      const told = this.#life && inherit?.(this);
      if (!told) return;
      this.#told ??= told;
      this.#show();
    });
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected || !this.#life) return;
      this.#life.abort();
      this.#told = this.#widget?.leave() ?? this.#told;
      this.#promised = this.#widget = this.#life = null;
      this.#become('idle');
    });
  }

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (!this.#life || before === now) return;
    // A router that morphs its page takes away what the server has not written.
    if (name === 'state') now === this.#state || setTimeout(() => this.#become(this.#state));
    else if (name === 'load') this.#start();
    else this.#configure();
  }

  // A translator tells another language, which nobody here speaks: it stays as it is.
  /** @returns {Language} */
  get #language() {
    let found;
    for (let node = /** @type {Element | null} */ (this); node && !found;) {
      found = /** @type {HTMLElement | null} */ (node.closest('[lang]:not([lang=""])'));
      // A document has no host.
      node = /** @type {ShadowRoot} */ (node.getRootNode()).host;
    }
    const [asked] = found?.lang.toLowerCase().split(/[^a-z]/) ?? [];
    return /** @type {Language} */ (
      asked && Object.hasOwn(words, asked) ? asked : this.#facade?.lang || 'fr'
    );
  }

  // A property set before this file had run hides the accessor: hand it over.
  #upgrade() {
    const { intake } = this;
    delete (/** @type {any} */ (this).intake);
    this.intake = intake;
  }

  /** @param {AdvisorState} state */
  #become(state) {
    this.#state = state;
    this.setAttribute('state', state);
  }

  #start() {
    const load = this.getAttribute('load');
    if (this.#state !== 'idle') return;
    if (load === 'eager') this.#show();
    if (load !== 'visible') return;
    const near = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        near.disconnect();
        if (this.getAttribute('load') === load) this.#show();
      },
      { rootMargin: '200px' },
    );
    near.observe(this);
    this.#life?.signal.addEventListener('abort', () => near.disconnect());
  }

  #configure() {
    if (this.#widget) this.#widget.configure();
    else if (this.#state === 'idle') this.#draw();
  }

  #draw() {
    const w = words[this.#language];
    // The tag may stand in a link.
    const start = (/** @type {Event} */ event) => {
      event.preventDefault();
      this.#show(true, true);
    };
    const { posters } = files;
    const theme = this.getAttribute('theme');
    this.#poster = make('img', {
      alt: '',
      loading: 'lazy',
      width: files.size[0],
      height: files.size[1],
      src: address(posters[theme === 'dark' ? 1 : 0]),
    });
    const picture = make(
      'picture',
      { onclick: start },
      theme === 'light' || theme === 'dark'
        ? ''
        : make('source', { media: '(prefers-color-scheme: dark)', srcset: address(posters[1]) }),
      this.#poster,
    );
    this.#button = make('button', { type: 'button', textContent: w.button, onclick: start });
    this.#status = make('p', { role: 'status' });
    this.#facade = make(
      'div',
      { className: 'facade', lang: this.#language },
      picture,
      make(
        'div',
        { className: 'say' },
        make('p', { className: 'product', textContent: w.product }),
        make('h2', { textContent: w.title }),
        make('p', { textContent: w.text }),
        this.#button,
        this.#status,
        make('p', { className: 'note', textContent: w.note }),
      ),
    );
    this.#section.remove();
    this.#section = make('section', { ariaLabel: w.product }, this.#facade);
    this.#root.append(this.#section, this.#slot);
  }

  async #open() {
    if (!this.#life) throw new Error('not in the page');
    return (this.#promised ??= this.#load());
  }

  async #load() {
    const life = this.#life;
    try {
      const { Widget } = await warm();
      const widget = new Widget(this, this.#root, {
        address,
        words,
        parts: () => ({ section: this.#section, facade: this.#facade, status: this.#status }),
        language: () => this.#language,
        become: (state) => this.#become(state),
        fail: (error) => this.#fail(error),
      });
      await widget.ready;
      if (life !== this.#life) {
        widget.close();
        throw new Error('not in the page');
      }
      if (this.#intake) {
        await widget.whole;
        widget.intake = this.#intake;
        this.#intake = null;
      } else if (this.#told) await widget.recall(this.#told);
      return (this.#widget = widget);
    } catch (error) {
      this.#promised = null;
      throw error;
    }
  }

  /** @param {boolean} [focus] @param {boolean} [tapped] */
  async #show(focus, tapped) {
    const life = this.#life;
    const isFirst = life && !this.#widget?.shown && this.#state !== 'loading';
    if (isFirst) this.#grow(tapped);
    try {
      await (await this.#open()).show(focus);
    } catch (error) {
      if (!life) throw error;
      if (isFirst && life === this.#life) this.#fail(error);
    }
  }

  /** @param {boolean} [tapped] */
  #grow(tapped) {
    const poster = this.#poster;
    const from = poster.getBoundingClientRect();
    this.#become('loading');
    this.#section.className = 'open';
    // It has grown under the finger: as much of it as fits comes into view, at once. Nothing
    // scrolls unless it was tapped.
    if (tapped) this.#facade.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    // The figure goes from where it was seen to where the tool will have it; the panel comes over
    // it.
    if (poster.complete && !matchMedia('(prefers-reduced-motion: reduce)').matches) {
      const to = poster.getBoundingClientRect();
      const scale = from.height / (to.height || 1);
      const timing = { duration: 240, easing: 'ease-out' };
      poster.animate(
        {
          transform: [`translate(${from.x - to.x}px,${from.y - to.y}px) scale(${scale})`, 'none'],
        },
        timing,
      );
      this.#button.parentElement?.animate({ opacity: [0, 1] }, timing);
    }
    this.#facade.classList.remove('failed');
    this.#button.textContent = this.#status.textContent = words[this.#language].loading;
  }

  /** What was told stays; another try begins with it. @param {unknown} error */
  #fail(error) {
    if (this.#widget) {
      this.#told = this.#widget.kept;
      this.#widget.close();
      this.#promised = this.#widget = null;
      this.#draw();
    }
    const w = words[this.#language];
    this.#become('fallback');
    this.#section.className = '';
    this.#facade.classList.add('failed');
    this.#button.textContent = w.retry;
    this.#status.textContent = w.failed;
    const { message } = /** @type {Error} */ (error);
    console.error(message);
    this.dispatchEvent(
      new CustomEvent('advisor-error', { bubbles: true, composed: true, detail: { message } }),
    );
  }
}

customElements.get('recovery-advisor') ??
  customElements.define('recovery-advisor', RecoveryAdvisor);
