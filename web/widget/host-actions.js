// What the module asks of the browser beyond the page it stands on: clipboard, share sheet, files,
// pictures, print, the whole screen, memory. Each is done within the tap that asked for it.

import { abilityBit, outcome } from 'built:vocabulary';
import { FullScreen } from './full-screen.js';
import { canRemember } from './remember.js';

/** @import { ModuleEvent } from './wire.d.ts' */
/** @typedef {{ text: string, name: string }} Asked of an event: what it is about */
/**
 * @typedef {object} Page
 * @property {ShadowRoot} root
 * @property {HTMLElement} section what covers the screen when that is asked for
 * @property {HTMLElement} facade the first of it
 * @property {(key: string) => Promise<string>} words
 * @property {() => Promise<Blob>} takePicture of the marked figure; rejects where nothing can be
 *   drawn
 * @property {import('./remember.js').Memory} memory
 * @property {() => import('./wire.d.ts').Told | null} kept what was told
 * @property {(what: number) => void} told says what became of it, once it has
 * @property {AbortSignal} signal
 */

const kCalendar = /\.ics$/;

export class HostActions {
  #page;
  #screen;

  /** @param {Page} page */
  constructor(page) {
    this.#page = page;
    this.#screen = new FullScreen(
      page.section,
      page.facade,
      () => page.words('common.close'),
      page.signal,
    );
  }

  /** Bits of what can be done here. @param {boolean} draws */
  abilities(draws) {
    const { share: canShare } = /** @type {Partial<Navigator>} */ (navigator);
    return (
      abilityBit.files |
      abilityBit.clipboard |
      abilityBit.print |
      (canShare ? abilityBit.share : 0) |
      (draws ? abilityBit.picture | abilityBit.list : 0) |
      (canRemember() ? abilityBit.remember : 0) |
      (FullScreen.possible ? abilityBit.fullScreen : 0)
    );
  }

  /** So that what the page shows is not hidden under it. */
  leaveFullScreen() {
    this.#screen.close();
  }

  /**
   * Does what an event of advisor_events asks for; one that is not known here is left alone.
   * @param {ModuleEvent} event
   */
  async handle({ type, text = '', name = 'advisor.png' }) {
    try {
      if (type === 'full_screen') await this.#screen.toggle();
      else if (type === 'remember') this.#remember(text === '1');
      else {
        const what = await actions[type]?.({ text, name }, this.#page);
        if (what) this.#page.told(what);
      }
    } catch (error) {
      if (/** @type {Error | undefined} */ (error)?.name !== 'AbortError')
        this.#page.told(outcome.notDone); // not when it was left by the person
    }
  }

  /** @param {boolean} wanted */
  #remember(wanted) {
    const { memory, kept } = this.#page;
    if (!wanted) memory.forget();
    else if (!memory.keep(kept())) throw new Error('not kept');
  }
}

const kTickMs = 8;

/**
 * @type {Record<string, (asked: Asked, page: Page) => number | void | Promise<number | void>>} each
 *   answers with what became of it, of `done`, where there is something to say
 */
const actions = {
  // A mark is felt where the device can, unless less motion is wanted.
  tick() {
    if (!matchMedia('(prefers-reduced-motion: reduce)').matches) navigator.vibrate?.(kTickMs);
  },

  async copy({ text }, { root }) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      if (!copyBySelection(text, root)) throw new Error('not copied');
    }
    return outcome.copied;
  },

  async share({ text }, page) {
    const url =
      /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel=canonical]'))?.href ??
      location.href.replace(/[?#].*$/, '');
    if (!navigator.canShare?.({ text, url }))
      return actions.copy({ text: `${text}\n${url}`, name: '' }, page);
    return navigator.share({ text, url });
  },

  async file({ name, text }) {
    const type = kCalendar.test(name) ? 'text/calendar;charset=utf-8' : 'text/plain;charset=utf-8';
    return save(new Blob([text], { type }), name) ? outcome.reminderSaved : undefined;
  },

  async picture({ name }, { takePicture }) {
    const blob = await takePicture();
    const file = new File([blob], name, { type: blob.type });
    // On a phone a picture belongs with the pictures, where only the share sheet can put it.
    if (!isTouch() || !navigator.canShare?.({ files: [file] }))
      return save(blob, name) ? outcome.pictureSaved : undefined;
    return navigator.share({ files: [file] });
  },

  async print(_, { facade, takePicture }) {
    const picture = Object.assign(document.createElement('img'), { className: 'printed', alt: '' });
    try {
      picture.src = await dataUrl(await takePicture());
      await picture.decode();
      facade.after(picture);
    } catch {
      /* the words are printed without it */
    }
    // Some browsers come back from print() before the page was taken.
    addEventListener('afterprint', () => picture.remove(), { once: true });
    window.print();
  },
};

const isTouch = () => matchMedia('(pointer: coarse)').matches;
const isApplePhone = () =>
  /iP(hone|ad|od)/.test(navigator.userAgent) ||
  (navigator.platform === 'MacIntel' && navigator.maxTouchPoints > 1);

/**
 * An iPhone offers to put an appointment into the calendar when it is opened, not when it is
 * downloaded. Whether it was saved.
 * @param {Blob} blob
 * @param {string} name
 */
function save(blob, name) {
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: url });
  if (!(isApplePhone() && kCalendar.test(name))) link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return link.hasAttribute('download');
}

/**
 * The way before there was a clipboard API, and where an iframe may not use it.
 * @param {string} text
 * @param {ShadowRoot} root
 */
function copyBySelection(text, root) {
  const field = Object.assign(document.createElement('textarea'), {
    value: text,
    readOnly: true,
    className: 'copied',
  });
  const focused = /** @type {HTMLElement | null} */ (root.activeElement);
  root.append(field);
  field.focus({ preventScroll: true });
  field.setSelectionRange(0, text.length);
  const copied = document.execCommand('copy');
  field.remove();
  focused?.focus({ preventScroll: true });
  return copied;
}

/** @param {Blob} blob @returns {Promise<string>} */
const dataUrl = (blob) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(/** @type {string} */ (reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
