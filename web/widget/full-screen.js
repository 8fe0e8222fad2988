// The tool over everything else: by the Fullscreen API where the page may use it, otherwise (an
// iPhone, an iframe without leave) over the whole viewport. Escape, Android's way back, the button
// above it, leaving it by Tab or asking once more close it; the page is as it was. The history is
// the page's own: a router would take an entry of ours for one of its pages.

// While it lies over the viewport, the page does not scroll; nothing of its own is changed.
const still = new CSSStyleSheet();
still.replaceSync(':root { overflow: hidden !important }');

export class FullScreen {
  #section;
  #facade;
  /** The button, while it lies over the viewport. @type {HTMLButtonElement | null} */
  #close = null;
  /** Keeps the tool's place in the page. */
  #hold = document.createElement('div');
  /** From opening to closing. @type {AbortController | null} */
  #life = null;
  #label;

  /**
   * @param {HTMLElement} section what covers the screen
   * @param {HTMLElement} facade the first of it, after which the button to close stands
   * @param {() => Promise<string>} label of the button that closes it
   * @param {AbortSignal} signal ends it for good
   */
  constructor(section, facade, label, signal) {
    this.#section = section;
    this.#facade = facade;
    this.#label = label;
    signal.addEventListener('abort', () => this.close());
  }

  static get possible() {
    return document.fullscreenEnabled || 'popover' in HTMLElement.prototype;
  }

  get open() {
    return Boolean(this.#life);
  }

  async toggle() {
    if (this.open) return this.close();
    this.#life = new AbortController();
    this.#holdPlace();
    try {
      await this.#section.requestFullscreen({ navigationUI: 'hide' });
      this.#listen(
        this.#section.getRootNode(),
        'fullscreenchange',
        () => !this.#native && this.close(),
      );
    } catch {
      const label = await this.#label();
      if (this.open) this.#cover(label);
    }
  }

  close() {
    if (!this.#life) return;
    this.#life.abort();
    this.#life = null;
    if (this.#native) document.exitFullscreen().catch(() => {});
    if (this.#close) this.#uncover();
    this.#hold.remove();
  }

  get #native() {
    return (
      /** @type {ShadowRoot} */ (this.#section.getRootNode()).fullscreenElement === this.#section
    );
  }

  /**
   * @template {Event} E
   * @param {EventTarget} target
   * @param {string} type
   * @param {(event: E) => void} listener
   */
  #listen(target, type, listener) {
    target.addEventListener(type, /** @type {EventListener} */ (listener), {
      signal: this.#life?.signal,
    });
  }

  #holdPlace() {
    this.#hold.style.blockSize = `${this.#section.offsetHeight}px`;
    this.#section.after(this.#hold);
  }

  /** @param {string} label */
  #cover(label) {
    const section = this.#section;
    this.#close = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'close',
      textContent: label,
      onclick: () => this.close(),
    });
    this.#facade.after(this.#close);
    section.popover = 'manual';
    section.showPopover();
    document.adoptedStyleSheets.push(still);
    this.#life?.signal.addEventListener('abort', () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== still);
    });
    if ('CloseWatcher' in window) {
      const watcher = new CloseWatcher();
      watcher.onclose = () => this.close();
      this.#life?.signal.addEventListener('abort', () => watcher.destroy());
    }
    this.#listen(
      section,
      'keydown',
      (/** @type {KeyboardEvent} */ event) =>
        event.key === 'Escape' && !event.defaultPrevented && this.close(),
    );
    // What lies under it must not have the focus.
    this.#listen(
      section,
      'focusout',
      (/** @type {FocusEvent} */ { relatedTarget }) =>
        relatedTarget && !section.contains(/** @type {Node} */ (relatedTarget)) && this.close(),
    );
  }

  #uncover() {
    this.#close?.remove();
    this.#close = null;
    this.#section.hidePopover();
    this.#section.removeAttribute('popover');
  }
}
