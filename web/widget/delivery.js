// What the module is given: the files of its language and its business, first what the figure's
// screen needs and then the rest; the other figure; the time.

import { Engine } from './engine.js';
import { bytes, bytesNow, compile, files, forget, unpack } from './files.js';
import { Later } from './later.js';

/** @import { Language } from '../element/recovery-advisor.d.ts' */

export class Delivery {
  #address;
  #frames;
  /** Until it is closed. @type {Engine | null} */
  #opened = null;
  /** @type {Later} */
  #later;
  #pageLanguage;
  /** The last site.json that was taken. @type {Uint8Array | undefined} */
  #site;
  /** One that came for a language that was left meanwhile. @type {Uint8Array | null} */
  #next = null;
  /** @type {Promise<void> | undefined} */
  #whole;
  /** @type {Promise<unknown>} */
  #loading = Promise.resolve();

  /** The page's language, or the one that was chosen in the tool since. @type {Language} */
  language;
  /** Resolves when the figure's screen can be shown. */
  first;
  isWhole = false;

  /**
   * @param {import('./business.js').Business} business
   * @param {(name: string) => string} address
   * @param {Language} language of the page
   * @param {import('./frames.js').Frames} frames
   */
  constructor(business, address, language, frames) {
    this.business = business;
    this.#address = address;
    this.#frames = frames;
    this.language = this.#pageLanguage = language;
    this.first = this.#openFirst();
  }

  /** What comes after the widget was removed is no mistake of anybody's. */
  get engine() {
    if (!this.#opened) throw new DOMException('removed', 'AbortError');
    return this.#opened;
  }

  /** Resolves when everything is there. Asked for after the first frame, or sooner. */
  get whole() {
    this.#whole ??= this.#bringRest().catch((error) => {
      // Whoever asks next asks anew.
      this.#whole = undefined;
      throw error;
    });
    return this.#whole;
  }

  /** The rest at once, while the page stands still. */
  loadNow() {
    if (this.isWhole) return;
    const address = this.#address;
    const [knowledge, words, site] = [
      address(files.knowledge),
      address(files.words[this.language]),
      this.business.address,
    ].map(bytesNow);
    this.#later.loadNow();
    this.#openWhole(knowledge, words, site);
  }

  /** Whether language or business are others by now. @param {Language} language of the page */
  isLeft(language) {
    return language !== this.#pageLanguage || this.business.isLeft;
  }

  /** The page's language counts again once it is another one. @param {Language} language */
  configure(language) {
    if (language !== this.#pageLanguage) this.language = this.#pageLanguage = language;
  }

  /**
   * The files of the language and the business as they are by now. One after the other, so that the
   * last ones asked for stay.
   * @returns {Promise<boolean>} whether these did
   */
  reload() {
    const { language } = this;
    const loaded = Promise.all([this.#loading, this.whole]).then(async () => {
      const [words, site] = await Promise.all([this.#words(), this.business.fetch()]);
      if (site) this.#next = site;
      if (!this.#opened || language !== this.language) return false;
      const next = this.#next;
      this.#next = null;
      this.#opened.put('words', words);
      this.#openSite(next);
      this.business.read(next);
      return true;
    });
    this.#loading = loaded.catch(() => {});
    return loaded;
  }

  /** The other one, only once it is chosen. A page that is offline goes on with the one it has. */
  async bringFigure() {
    const atlas = await bytes(this.#address(files.figure)).catch(() => new Uint8Array());
    this.#opened?.figure(atlas);
    this.#frames.wake();
  }

  /** For what the page itself has to say. @param {string} key @returns {Promise<string>} */
  async word(key) {
    return JSON.parse(new TextDecoder().decode(await this.#words())).ui[key];
  }

  /** Whether that was news to the module. */
  tellTime() {
    const time = this.business.clock.news();
    if (time) this.engine.setNow(time);
    return Boolean(time);
  }

  close() {
    this.#opened = null;
  }

  async #openFirst() {
    const address = this.#address;
    const [pack, words, site] = await Promise.all([
      bytes(address(files.pack)),
      bytes(address(files.first[this.language])),
      this.business.fetch(),
    ]);
    this.#later = new Later(address);
    const engine = await Engine.create(compile(address(files.wasm)), this.#later);
    this.#opened = engine;
    /** @type {unknown} */
    let mistake;
    try {
      this.business.read(site);
    } catch (error) {
      mistake = error;
    }
    for (const [name, part] of unpack(pack, files.parts)) engine.put(name, part);
    engine.put('firstWords', words);
    this.tellTime();
    engine.openFirst();
    if (!mistake) return;
    await this.#bringFiles();
    forget(this.business.address);
    throw mistake;
  }

  async #bringRest() {
    await this.first;
    await this.#bringFiles();
  }

  async #bringFiles() {
    const [knowledge, words, site] = await Promise.all([
      bytes(this.#address(files.knowledge)),
      this.#words(),
      bytes(this.business.address),
      this.#later.load(),
    ]);
    if (this.engine && !this.isWhole) this.#openWhole(knowledge, words, site);
  }

  /** @param {Uint8Array} knowledge @param {Uint8Array} words @param {Uint8Array} site */
  #openWhole(knowledge, words, site) {
    const { engine } = this;
    engine.put('knowledge', knowledge);
    engine.put('words', words);
    this.#openSite(site);
    this.isWhole = true;
    this.#frames.wake();
  }

  // One that is refused leaves the one before.
  /** @param {Uint8Array | null} site the file, if there is another one */
  #openSite(site) {
    const { engine } = this;
    if (site) engine.put('site', site);
    try {
      engine.openFiles(this.business.address);
    } catch (error) {
      if (this.#site) engine.put('site', this.#site);
      forget(this.business.address);
      throw error;
    }
    this.#site = site ?? this.#site;
  }

  #words() {
    return bytes(this.#address(files.words[this.language]));
  }
}
