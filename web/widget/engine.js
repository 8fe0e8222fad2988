// One instance of the WebAssembly module and its C ABI (src/platform/web/web_abi.h): strings in and
// out, nothing else. Two elements on a page share the compiled module and the fetched bytes, and
// have an instance each.

import createModule from 'built:module';
import { file as fileNumber, modifierBit } from 'built:vocabulary';
import { FileError } from './file-error.js';
import { toJson } from './json.js';

/** @import { Advice, Intake } from '../element/recovery-advisor.js' */
/** @import { AdvisorModule, FileMistake, ModuleEvent, ModuleSettings } from './wire.d.ts' */
/** @import { Refusal } from './wire.d.ts' */
/** @import { TreeDifference } from '../mirror/tree.d.ts' */
/** @import { Verb } from 'built:vocabulary' */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A mistake in what was handed over; `place` is its JSON pointer. */
class InputError extends Error {
  /** @param {string} message @param {string} place */
  constructor(message, place) {
    super(message);
    this.name = 'InputError';
    this.place = place;
  }
}

export class Engine {
  /**
   * @param {Promise<WebAssembly.Module>} compiled
   * @param {import('./later.js').Later} later
   * @returns {Promise<Engine>}
   */
  static async create(compiled, later) {
    const program = await compiled;
    const canvas = document.createElement('canvas');
    return new Promise((resolve, reject) => {
      /** @type {ModuleSettings['instantiateWasm']} */
      const instantiateWasm = (imports, receive) => {
        WebAssembly.instantiate(program, { ...imports, ...later.imports })
          .then((instance) => {
            later.follow(instance);
            receive(instance, program);
          })
          .catch(reject);
        return {};
      };
      createModule({ canvas, instantiateWasm }).then(
        (module) => resolve(new Engine(module, canvas)),
        reject,
      );
    });
  }

  #module;
  /** @param {AdvisorModule} module @param {HTMLCanvasElement} canvas */
  constructor(module, canvas) {
    this.#module = module;
    /** What it will draw on; nothing is drawn before `start`. */
    this.canvas = canvas;
  }

  /** @param {keyof typeof fileNumber} file @param {Uint8Array} bytes */
  put(file, bytes) {
    this.#module._advisor_put(fileNumber[file], this.#write(bytes));
  }

  /** The figure that a frame asked for; empty: it cannot be had. @param {Uint8Array} atlas */
  figure(atlas) {
    this.#module._advisor_figure(this.#write(atlas));
  }

  /** Reads what the figure's screen needs; throws a FileError. */
  openFirst() {
    this.#readable(this.#module._advisor_open_first());
  }
  /**
   * Reads the rest of what was put; throws a FileError.
   * @param {string} site the address of the site.json
   */
  openFiles(site) {
    this.#readable(this.#module._advisor_open(), { 'site.json': site });
  }

  /** @param {number} answer @param {Record<string, string>} [names] the files by their addresses */
  #readable(answer, names = {}) {
    const wrong = /** @type {FileMistake | null} */ (this.#json(answer));
    if (wrong) throw new FileError({ ...wrong, file: names[wrong.file] ?? wrong.file });
  }

  /** @param {Intake} intake @returns {Advice} */
  advise(intake) {
    const answer = this.#json(this.#module._advisor_advise(this.#writeText(toJson(intake))));
    refuse(answer);
    return answer;
  }
  /** @returns {Intake | null} */
  get intake() {
    return this.#json(this.#module._advisor_intake());
  }
  /** @returns {Advice | null} */
  get advice() {
    return this.#json(this.#module._advisor_advice());
  }
  /** @param {Intake} intake */
  setIntake(intake) {
    refuse(this.#json(this.#module._advisor_set_intake(this.#writeText(toJson(intake)))));
  }
  reset() {
    this.#module._advisor_reset();
  }
  /** @param {string} wallClock */
  setNow(wallClock) {
    this.#module._advisor_now(this.#writeText(wallClock));
  }

  /**
   * Whether there is something to draw on; without it, the semantic tree works all the same.
   * @param {number} width @param {number} height @param {number} density
   */
  start(width, height, density) {
    return withoutListening(
      document,
      () => this.#module._advisor_start(width, height, density) !== 0,
    );
  }
  /** @param {number} width @param {number} height @param {number} density */
  resize(width, height, density) {
    this.#module._advisor_resize(width, height, density);
  }
  /** @param {number} bits of `settingBit` @param {number} textScale 1 to 2 */
  settings(bits, textScale) {
    this.#module._advisor_settings(bits, textScale);
  }
  /**
   * The site's own colour in the theme of the last settings, 0xrrggbb or -1; returned as it was
   * made readable.
   * @param {number} rgb
   */
  accent(rgb) {
    return this.#module._advisor_accent(rgb);
  }
  /** @param {number} bits what the page can do with the result */
  abilities(bits) {
    this.#module._advisor_abilities(bits);
  }
  /** @param {number} what of `outcome` came of what an event asked for */
  done(what) {
    this.#module._advisor_done(what);
  }
  contextLost() {
    this.#module._advisor_context_lost();
  }
  contextRestored() {
    this.#module._advisor_context_restored();
  }

  /**
   * @param {number} kind of `pointerKind`
   * @param {number} type of `pointerType`
   * @param {number} id
   * @param {number} x
   * @param {number} y
   */
  pointer(kind, type, id, x, y) {
    this.#module._advisor_pointer(kind, type, id, x, y);
  }
  /** @param {number} x @param {number} y @param {number} dx @param {number} dy */
  claimsTouch(x, y, dx, dy) {
    return this.#module._advisor_claims_touch(x, y, dx, dy) !== 0;
  }
  /**
   * @param {number} x
   * @param {number} y
   * @param {number} dx
   * @param {number} dy
   * @param {boolean} ctrl
   */
  wheel(x, y, dx, dy, ctrl) {
    return this.#module._advisor_wheel(x, y, dx, dy, ctrl ? modifierBit.control : 0) !== 0;
  }
  /** @param {string} key of a node @param {Verb} verb @param {string} value */
  act(key, verb, value = '') {
    this.#module._advisor_act(this.#writeText(`${key}\n${verb}\n${value}`));
  }

  /**
   * Both views on a sheet of paper; the pixels are the module's own and gone with its next frame.
   * Throws where nothing can be drawn.
   */
  picture() {
    const at = this.#module._advisor_picture();
    if (!at) throw new Error('there is nothing to draw on');
    const { buffer } = this.#module.HEAPU8;
    const [width, height, address] = new Int32Array(buffer, at, 3);
    return {
      width,
      height,
      pixels: new Uint8ClampedArray(buffer, address >>> 0, width * height * 4),
    };
  }

  /** @param {number} now of performance.now() @returns {number} of `frameBit` */
  frame(now) {
    return this.#module._advisor_frame(now);
  }
  nextFrameMs() {
    return this.#module._advisor_next_frame_ms();
  }
  /** @returns {TreeDifference} */
  semantics() {
    return this.#json(this.#module._advisor_semantics());
  }
  /** @returns {ModuleEvent[]} */
  events() {
    return this.#json(this.#module._advisor_events()) ?? [];
  }

  /** @param {string} text */
  #writeText(text) {
    return this.#write(encoder.encode(text));
  }

  /** @param {Uint8Array} bytes */
  #write(bytes) {
    const at = this.#module._advisor_buffer(bytes.length);
    this.#module.HEAPU8.set(bytes, at);
    return bytes.length;
  }

  /** @param {number} at */
  #json(at) {
    if (!at) return null;
    const memory = this.#module.HEAPU8;
    const text = decoder.decode(memory.subarray(at, memory.indexOf(0, at)));
    return text ? JSON.parse(text) : null;
  }
}

/** @param {Partial<Refusal> | null} answer */
function refuse(answer) {
  if (answer?.error) throw new InputError(answer.error.message, answer.error.pointer);
}

// The glue of Emscripten's GLFW listens for pointer lock on the document, which nothing here uses,
// and never stops: it would keep a removed widget's whole memory.
/** @template T @param {Document} target @param {() => T} call */
function withoutListening(target, call) {
  const own = Object.getOwnPropertyDescriptor(target, 'addEventListener');
  Object.defineProperty(target, 'addEventListener', { value() {}, configurable: true });
  try {
    return call();
  } finally {
    if (own) Object.defineProperty(target, 'addEventListener', own);
    else Reflect.deleteProperty(target, 'addEventListener');
  }
}
